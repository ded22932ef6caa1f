/* store_kept - lines that are kept for goods to come.
 *
 * One row a line, found by its key, and by product in the order in which they
 * came to wait.  A row may outlive its line's waiting (who asks looks at
 * the line); it is dropped when that is seen. */
#ifndef GATEWAY_STORE_STORE_KEPT_H
#define GATEWAY_STORE_STORE_KEPT_H

#include "gateway/store/store.h"

/* Once more moves nothing: place and time that was told stand. */
void store_kept_put(struct store *store, int64_t line_id, const char *product,
    int64_t until_ms);
/* Behind all others: what there is was not for this one. */
void store_kept_last(struct store *store, int64_t line_id);
/* Until when; 0: it is not kept. */
int64_t store_kept_until(struct store *store, int64_t line_id);
void store_kept_drop(struct store *store, int64_t line_id);
/* The first lines that wait for that product; returns how many, at most
 * `count`. */
size_t store_kept_first(
    struct store *store, const char *product, int64_t *line_ids, size_t count);

#endif
