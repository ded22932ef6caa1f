/* store_onsale - what is on sale, counted no further than somebody looks.
 *
 * For lists that a person reads: of each product only whether it is offered by
 * one, by some, by many.  Along the index of the turn, so it costs as much as
 * is counted and no more. */
#ifndef GATEWAY_STORE_STORE_ONSALE_H
#define GATEWAY_STORE_STORE_ONSALE_H

#include "gateway/store/store.h"

#define STORE_ONSALE_KEPT 64 /* changes that are remembered */
#define STORE_ONSALE_OCTETS 48 /* of a product's key */

/* Listings of that product that can be chosen now, counted up to `most`. */
int store_onsale_count(struct store *store, const char *product, int most);

/* Grows with every listing that is written, and never goes back: who has
 * counted need not count again while it is the same.  A figure of this process;
 * a sold-out by order alone does not move it. */
int64_t store_onsale_changes(const struct store *store);

/* Of which product the change number `at` was, from 1 to
 * store_onsale_changes(); NULL: too long ago. */
const char *store_onsale_changed(const struct store *store, int64_t at);
/* A listing of that product is written. */
void store_onsale_note(struct store *store, const char *product);

#endif
