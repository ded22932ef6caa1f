/* store_keep - what a rule of keeping takes away, and the report of it.
 *
 * One row of `retained` a kind: where the next look begins, how many rows went
 * so far, when all was looked through last.  In a turn, a slice at a time. */
#ifndef GATEWAY_STORE_STORE_KEEP_H
#define GATEWAY_STORE_STORE_KEEP_H

#include "gateway/store/store.h"

#define KEEP_KIND_OCTETS 16

struct kept_kind {
	char kind[KEEP_KIND_OCTETS]; /* "raw" */
	int64_t place, gone, last_ms;
	int64_t oldest_ms; /* of what stayed; 0: nothing did */
};

/* Raw forms of texts that came before before_ms, `look` messages further.
 * True: there may be more. */
bool store_keep_raw(
    struct store *store, int64_t before_ms, int look, int64_t now_ms);

/* All kinds that were ever worked. */
void store_keep_each(struct store *store,
    bool (*fn)(void *arg, const struct kept_kind *kind), void *arg);

#endif
