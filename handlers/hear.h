/* hear - the way of one text through the trade, from who it is from to what is
 * done about it.
 *
 * In this order: a word that proves a number (proof), AGAIN, reading (intent,
 * the seller's own weight of a pack), robots, what a low trust must prove
 * first, a phone that may be somebody else's by now (still), PINs, taught
 * commands, sales; then the open question, and last whatever it says
 * (dispatch).  desk->from is loaded. */
#ifndef HANDLERS_HEAR_H
#define HANDLERS_HEAR_H

#include "handlers/book.h"
#include "handlers/desk.h"

void hear_text(struct desk *desk, struct book *book);

#endif
