/* store_catalogue - the catalogue as rows: one JSON document per product.
 *
 * The file named in the configuration is imported when it changed; handlers
 * load the whole at start and after an import. */
#ifndef GATEWAY_STORE_STORE_CATALOGUE_H
#define GATEWAY_STORE_STORE_CATALOGUE_H

#include "base/str.h"
#include "gateway/store/store.h"

void store_catalogue_put(
    struct store *store, const char *key, struct str document);
void store_catalogue_each(struct store *store,
    bool (*fn)(void *arg, const char *key, struct str document), void *arg);
int64_t store_catalogue_count(struct store *store);

#endif
