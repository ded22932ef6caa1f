/* search_orders - a person's orders, as buyer or as one of the sellers.
 *
 * An index of the store would have to find its place among all people with each
 * order.  So who has part in which order is kept in the file of the index of
 * words (search.h), and fed behind from the history of the lines: every change
 * of an order is an event, and ids of events ascend. */
#ifndef GATEWAY_STORE_SEARCH_ORDERS_H
#define GATEWAY_STORE_SEARCH_ORDERS_H

#include <stddef.h>
#include <stdint.h>

#include "gateway/store/store.h"

/* Orders after_id < id < before_id in which that person may have a part, each
 * once; ascending, or the newest first.  Those that changed lately and were not
 * read into the file yet are all among them: look at each.  Returns how many,
 * at most `limit`; -1: the file is not there, broken or far behind. */
int search_orders(struct store *reader, int64_t person_id, int64_t after_id,
    int64_t before_id, bool newest_first, int64_t *ids, size_t limit);

#endif
