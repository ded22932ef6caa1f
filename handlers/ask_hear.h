/* ask_hear - what a text says to the one who asked, and to nobody else.
 *
 * "Kilos", "sell", "no, 60 kg", "the potato one" are no intents of their own;
 * as answers they are plain.  Each puts into desk->intent what it heard, or
 * leaves it alone. */
#ifndef HANDLERS_ASK_HEAR_H
#define HANDLERS_ASK_HEAR_H

#include "handlers/desk.h"
#include "handlers/draft.h"

/* "kilos": an item with that measure.  "Not kg": the other of two. */
void ask_hear_measure(struct desk *desk, struct draft *draft);

/* BUY is 1, SELL is 2. */
void ask_hear_verb(struct desk *desk);

/* "no, 60 kg": an item with that quantity. */
void ask_hear_correction(struct desk *desk);

/* "half", in letters and of nothing else, is of what there is; "0.5" and "half
 * a kilo" are quantities.  `text`: in which it was said. */
bool ask_hear_is_share(const struct intent_item *it, struct str text);

/* "Both", "1 and 2", "cancel all", of a list of `count`: a bit for each number
 * that is meant, 0: no such thing. */
unsigned ask_hear_several(const struct desk *desk, size_t count);

/* Only goods, by their name. */
bool ask_hear_goods(const struct desk *desk);

#endif
