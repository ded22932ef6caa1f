/* store_area - what lies within an area, for lists that a person reads. */
#ifndef GATEWAY_STORE_STORE_AREA_H
#define GATEWAY_STORE_STORE_AREA_H

#include <stdbool.h>

#include "gateway/store/store.h"

/* The areas right below that one (0: the topmost), in the order in which they
 * came, at most `limit`; fn returns false to stop.  Along the index
 * area_parent.  Returns how many fn saw. */
int store_area_below(struct store *store, int64_t parent_id, int limit,
    bool (*fn)(void *arg, int64_t area_id, const char *name), void *arg);

#endif
