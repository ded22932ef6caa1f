/* change_ask - the questions about a change, and what their answers mean.
 *
 * Every question names the order, what it is now and what would come of it.
 * Kept as a draft in ASK_CHANGE: of verb INTENT_CHANGE the results (`asked`
 * CONFIRM: yes or no; NUMBER: two of them, qty_milli and qty_high_milli), or,
 * with `asked` PRODUCT, what was said until we know of which goods.  Of verb
 * INTENT_ORDER it is a new order that sounded like a correction.  A quantity
 * answers as well as a number does: "8kg", "no 100kg". */
#ifndef HANDLERS_CHANGE_ASK_H
#define HANDLERS_CHANGE_ASK_H

#include "handlers/ask.h"
#include "handlers/change_plan.h"

/* True: asked, or told why not; nothing is to be done now.  The draft may lose
 * a reading that makes no sense. */
bool change_ask(struct desk *desk, const struct order *order,
    struct draft *draft, const struct line *lines, size_t count);

/* A new order (verb INTENT_ORDER), of goods that this order has: instead? */
void change_ask_instead(
    struct desk *desk, const struct order *order, struct draft *draft);
/* The same for a text: "only 3 kg tomatoes" while tomatoes are on order:
 * instead of these? False: it is plainly an order of its own. */
bool change_instead(struct desk *desk, const struct book *book);

/* "only 3", "5 is enough", "no, 10", and their only order has one kind of
 * goods: so much of it?  False: no such text, or no such order. */
bool change_amount(struct desk *desk, const struct book *book);
/* "make it 0": cancel it? */
bool change_to_nothing(struct desk *desk, const struct book *book);

#endif
