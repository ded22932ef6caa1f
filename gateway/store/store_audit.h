/* store_audit - reading what store_audit_add() (store.h) wrote. */
#ifndef GATEWAY_STORE_STORE_AUDIT_H
#define GATEWAY_STORE_STORE_AUDIT_H

#include "gateway/store/store.h"

struct audit_row {
	int64_t id, time_ms;
	char actor[64];
	char action[32];
	char what[256];
};

/* Oldest first, ids above after_id; fn returns false to stop. */
void store_audit_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct audit_row *row), void *arg);

#endif
