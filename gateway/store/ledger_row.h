/* ledger_row - the columns of a ledger row, in one order, for those who read
 * them.  Inside the store only. */
#ifndef GATEWAY_STORE_LEDGER_ROW_H
#define GATEWAY_STORE_LEDGER_ROW_H

#include "gateway/store/db.h"
#include "gateway/store/store_ledger.h"

#define LEDGER_SELECT                                                          \
	"SELECT id, line_id, person_id, kind, amount_minor, currency,"         \
	" product, unit, qty_milli, grams, area_id, marked, first,"            \
	" buyer_id, offer_id, ordered_ms, time_ms, message_id, reverses,"      \
	" prev_id, line_prev_id FROM ledger "

void ledger_row_read(struct db_query *q, struct ledger_row *out);

#endif
