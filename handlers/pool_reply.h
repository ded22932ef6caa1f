/* pool_reply - a household answers to the part of an order it was asked for:
 * "no #K7F", "only 20", "I am ill".
 *
 * The order is not theirs, so nothing changes by it: their words go to the
 * leader with the text that would change the part, and they are told so.  With
 * the order's code always; without one when it is a no or a part, they have one
 * part open, and nothing else is open with them. */
#ifndef HANDLERS_POOL_REPLY_H
#define HANDLERS_POOL_REPLY_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* False: not about a part of theirs. */
bool pool_reply(struct desk *desk, const struct book *book);

/* A household that is counted on stopped our texts: its leader hears it, for
 * we can tell the household nothing more. */
void pool_reply_stopped(struct desk *desk);

#endif
