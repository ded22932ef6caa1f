/* store_spend - what left by each link on each day of accounts, and its price.
 *
 * One row a link and day, kept for the accounts.  `day` is whatever number
 * the caller counts days by (market_account_day). */
#ifndef GATEWAY_STORE_STORE_SPEND_H
#define GATEWAY_STORE_STORE_SPEND_H

#include "gateway/store/store.h"

struct spend {
	int64_t texts, parts, minor;
};

/* Adds; numbers below 0 give back, never below nothing. */
void store_spend_add(
    struct store *store, int64_t day, int64_t link_id, const struct spend *add);

/* link_id 0: by all links together. */
void store_spend_get(
    struct store *store, int64_t day, int64_t link_id, struct spend *out);

#endif
