/* store_bought - the most that a buyer ever ordered of a product in one line.
 *
 * One row each, found by its key: it costs the same however long the history
 * is.  unit "": in grams; else in thousandths of that pack. */
#ifndef GATEWAY_STORE_STORE_BOUGHT_H
#define GATEWAY_STORE_STORE_BOUGHT_H

#include "gateway/store/store.h"

/* 0: never, in this measure. */
int64_t store_bought_most(struct store *store, int64_t person_id,
    const char *product, const char *unit);
/* Writes only when it is more than ever. */
void store_bought_note(struct store *store, int64_t person_id,
    const char *product, const char *unit, int64_t amount);

#endif
