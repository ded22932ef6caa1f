/* store_pause - which links were paused, and stay so over a restart. */
#ifndef GATEWAY_STORE_STORE_PAUSE_H
#define GATEWAY_STORE_STORE_PAUSE_H

#include <stdbool.h>

#include "gateway/store/store.h"

/* In a transaction; `by` as in the audit. */
void store_pause_put(struct store *store, const char *link, bool paused,
    const char *by, int64_t now_ms);
bool store_pause_is(struct store *store, const char *link);
/* How many changes were made since the store was opened, those that were
 * rolled back, too: whoever sees it move asks again. */
int64_t store_pause_changes(const struct store *store);

#endif
