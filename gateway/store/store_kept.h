/* store_kept - lines that are kept for goods to come.
 *
 * One row a line, found by its key, and by product in the order in which the
 * lines were ordered.  A row may outlive its line's waiting (who asks looks at
 * the line); it is dropped when that is seen. */
#ifndef GATEWAY_STORE_STORE_KEPT_H
#define GATEWAY_STORE_STORE_KEPT_H

#include "gateway/store/store.h"

/* Once more moves nothing: the time that was told stands. */
void store_kept_put(struct store *store, int64_t line_id, const char *product,
    int64_t until_ms);
/* Until when; 0: it is not kept. */
int64_t store_kept_until(struct store *store, int64_t line_id);
void store_kept_drop(struct store *store, int64_t line_id);
/* The oldest lines that wait for that product; returns how many, at most
 * `count`. */
size_t store_kept_oldest(
    struct store *store, const char *product, int64_t *line_ids, size_t count);

#endif
