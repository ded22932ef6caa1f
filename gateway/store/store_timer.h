/* store_timer - what must happen later, as rows.
 *
 * One row per (kind, ref): setting it again moves it. */
#ifndef GATEWAY_STORE_STORE_TIMER_H
#define GATEWAY_STORE_STORE_TIMER_H

#include "gateway/store/store.h"

void store_timer_set(
    struct store *store, int kind, int64_t ref, int64_t due_ms);
/* False: there was none. */
bool store_timer_drop(struct store *store, int kind, int64_t ref);
/* The due time, 0: no such timer. */
int64_t store_timer_get(struct store *store, int kind, int64_t ref);

/* Takes (deletes) the earliest timer due at now_ms; false: none is due. */
bool store_timer_take(
    struct store *store, int64_t now_ms, int *kind_out, int64_t *ref_out);
int64_t store_timer_next_due(struct store *store); /* INT64_MAX: none */

/* After an outage: every deadline grows by its length. */
void store_timer_shift(struct store *store, int64_t by_ms);

#endif
