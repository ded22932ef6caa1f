/* change_worth - a change may make a buyer's open orders worth too much.
 *
 * Looked at only where the market has a limit (value-per-person), and only what
 * grows: less of something is always allowed. */
#ifndef HANDLERS_CHANGE_WORTH_H
#define HANDLERS_CHANGE_WORTH_H

#include "handlers/change_plan.h"
#include "handlers/desk.h"

/* Judged goods of one order, nothing done yet.  False: the buyer was told. */
bool change_worth(struct desk *desk, const struct order *order,
    const struct change_goods *goods, size_t count);

#endif
