/* order_change - a buyer's second thoughts (order_change() is in order.h): what
 * the questions about them come back to. */
#ifndef HANDLERS_ORDER_CHANGE_H
#define HANDLERS_ORDER_CHANGE_H

#include "handlers/change_plan.h"
#include "handlers/desk.h"

/* Verb INTENT_CHANGE: asks first what must be asked, unless draft->sure, else
 * does it.  An item with qty_high_milli may be that much in all as well. */
void order_change_draft(
    struct desk *desk, const struct order *order, struct draft *draft);

/* What a line has been promised cannot be changed by text: with whom it is
 * agreed, or where it stands. */
void order_change_agreed(
    struct desk *desk, const struct order *order, const struct line *line);

/* "yes" to an older question must not undo what was said since. */
void order_change_close(struct desk *desk);

/* The order stays as it is, and how to change it: an example with those goods,
 * NULL the first of the order. */
void order_change_kept(struct desk *desk, const struct order *order,
    const struct change_goods *about);

#endif
