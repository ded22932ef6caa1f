/* search_inside - what search.c and search_orders.c share. */
#ifndef GATEWAY_STORE_SEARCH_INSIDE_H
#define GATEWAY_STORE_SEARCH_INSIDE_H

#include <stdbool.h>

#include "base/buf.h"
#include "gateway/store/search.h"

struct db;

/* Of the file's form; another is made anew. */
#define SEARCH_FORM "4"

/* Tokens met lately are known without asking: most texts are the market's own.
 */
#define SEARCH_KNOWN 16384

struct search {
	struct store *reader;
	struct db *db;
	struct buf tokens;
	uint64_t known[SEARCH_KNOWN]; /* hashes of tokens that `word` has */
};

/* Is the file there, under the name `search` of that reader?  It may have been
 * deleted and made anew since: then that one. */
bool search_is_attached(struct store *reader);

/* Takes up to `limit` events of orders; how many. */
int search_orders_feed(struct search *search, int limit);

#endif
