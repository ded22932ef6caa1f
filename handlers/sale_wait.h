/* sale_wait - the sender on the waiting lists of sales: where they stand, and
 * how they leave.
 *
 * Who waits has no order yet, so that STATUS and a bare CANCEL of somebody with
 * no order mean the lists: whoever believes to have cancelled must not be sold
 * something an hour later. */
#ifndef HANDLERS_SALE_WAIT_H
#define HANDLERS_SALE_WAIT_H

#include "gateway/store/store_sale.h"

#include "handlers/desk.h"

/* The place on the list; free_milli: what can be had at once, 0 nothing. */
void sale_wait_say(struct desk *desk, const struct sale *sale,
    const struct sale_wait *wait, int64_t free_milli);
void sale_wait_over(struct desk *desk, const struct sale *sale);

/* The sender leaves the list; false: is not on it. */
bool sale_wait_leave(struct desk *desk, const struct sale *sale);
/* Where the sender stands on the list, else how to order. */
void sale_wait_state(struct desk *desk, const struct sale *sale);

/* Of all sales that run; false: on no list, nothing is said. */
bool sale_wait_leave_all(struct desk *desk);
bool sale_wait_tell_all(struct desk *desk);

#endif
