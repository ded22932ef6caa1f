/* store_credit - what operators said of their SIMs, when to ask them next, and
 * how each model of modem takes a code. */
#ifndef GATEWAY_STORE_STORE_CREDIT_H
#define GATEWAY_STORE_STORE_CREDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store.h"

#define STORE_CREDIT_TEXT_OCTETS 1100
#define STORE_CREDIT_MODEL_OCTETS 96
#define STORE_CREDIT_KEPT 200 /* rows a link */

struct store_credit {
	int64_t link_id, time_ms;
	char text[STORE_CREDIT_TEXT_OCTETS];
	bool read; /* an amount was found in it */
	int64_t amount_minor; /* 0 unless read */
	int64_t expiry_ms; /* 0: not told */
};

/* A new row; of a link's, only the newest are kept. */
void store_credit_add(struct store *store, const struct store_credit *credit);
/* The newest of a link; false: none.  read_only: of those with an amount. */
bool store_credit_last(struct store *store, int64_t link_id, bool read_only,
    struct store_credit *out);

void store_credit_due_set(
    struct store *store, int64_t link_id, int64_t due_ms, int misses);
/* False: the link has no such row. */
bool store_credit_due_get(
    struct store *store, int64_t link_id, int64_t *due_ms, int *misses);

void store_credit_form_put(struct store *store, const char *model, int form);
void store_credit_form_each(struct store *store,
    void (*fn)(void *arg, const char *model, int form), void *arg);

#endif
