/* offer_row - a row of `offer` as a record; for the store_offer and store_turn
 * files only. */
#ifndef GATEWAY_STORE_OFFER_ROW_H
#define GATEWAY_STORE_OFFER_ROW_H

#include "gateway/store/db.h"
#include "gateway/store/store_offer.h"

#define OFFER_SELECT                                                           \
	"SELECT id, seller_id, product, unit, price_minor, stock_milli,"       \
	" held_milli, unit_grams, grade, from_ms, until_ms, closed, turn_key," \
	" area_no, out, created_ms, changed_ms, sale_id FROM offer "

/* Both end the query.  offer_all: how many there were, -1 when fn stopped. */
bool offer_one(struct db_query *q, struct offer *out);
int offer_all(struct db_query *q,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);

/* Where it stands in the turn from now on; written later. */
void offer_put_key(
    struct store *store, const struct offer *before, int64_t key);

#endif
