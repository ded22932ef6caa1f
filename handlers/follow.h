/* follow - what a person asked to hear of: FOLLOW, UNFOLLOW.
 *
 * FOLLOW SALES, a product, a seller by name or by the code of an order with
 * them; FOLLOW alone lists.  UNFOLLOW and the same word ends one, alone all.
 * At most FOLLOW_MOST: one more, and the oldest is left (the answer shows what
 * there is).  The texts themselves: handlers/news. */
#ifndef HANDLERS_FOLLOW_H
#define HANDLERS_FOLLOW_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* Commands: false when the text has not their shape. */
bool follow_text(struct desk *desk, const struct book *book, struct str rest);
bool follow_end_text(
    struct desk *desk, const struct book *book, struct str rest);

/* "STOP sales", "stop following Akinyi": ends these, and not all our texts.
 * False: nothing that the sender follows is named; STOP alone is STOP. */
bool follow_stop_text(struct desk *desk);

#endif
