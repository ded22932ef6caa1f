#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_sale.h"

#define PLACE_MOST 999
#define LOOKED_AT 256 /* of a list that is as long as it likes */

#define WAIT_COLUMNS                                                           \
	"sale_id, number, buyer_id, phone_id, message_id, promoter_id,"        \
	" qty_milli, unit, need_milli"

static bool
wait_one(struct db_query *q, struct sale_wait *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	out->sale_id = db_get_int(q);
	out->number = db_get_int(q);
	out->buyer_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->message_id = db_get_int(q);
	out->promoter_id = db_get_int(q);
	out->qty_milli = db_get_int(q);
	db_get_text(q, out->unit, sizeof(out->unit));
	out->need_milli = db_get_int(q);
	db_end(q);
	return true;
}

static void
wait_add(struct store *store, struct sale_wait *wait)
{
	db_run(store->db,
	    "UPDATE sale SET waiting = waiting + 1, wait_last = wait_last + 1"
	    " WHERE id = ?1",
	    db_int(wait->sale_id));
	wait->number = db_number(store->db, 0,
	    "SELECT wait_last FROM sale WHERE id = ?1", db_int(wait->sale_id));
	db_run(store->db,
	    "INSERT INTO sale_wait (" WAIT_COLUMNS ")"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	    db_int(wait->sale_id), db_int(wait->number), db_int(wait->buyer_id),
	    db_int(wait->phone_id), db_int(wait->message_id),
	    db_int(wait->promoter_id), db_int(wait->qty_milli),
	    db_text(wait->unit), db_int(wait->need_milli));
}

void
store_sale_wait_put(struct store *store, struct sale_wait *wait)
{
	struct sale_wait known;

	if (!store_sale_wait_find(
		store, wait->sale_id, wait->buyer_id, &known)) {
		wait_add(store, wait);
		return;
	}
	wait->number = known.number;
	db_run(store->db,
	    "UPDATE sale_wait SET phone_id = ?3, message_id = ?4,"
	    " promoter_id = ?5, qty_milli = ?6, unit = ?7, need_milli = ?8"
	    " WHERE sale_id = ?1 AND number = ?2",
	    db_int(wait->sale_id), db_int(wait->number), db_int(wait->phone_id),
	    db_int(wait->message_id), db_int(wait->promoter_id),
	    db_int(wait->qty_milli), db_text(wait->unit),
	    db_int(wait->need_milli));
}

bool
store_sale_wait_find(struct store *store, int64_t sale_id, int64_t buyer_id,
    struct sale_wait *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " WAIT_COLUMNS " FROM sale_wait INDEXED BY sale_wait_buyer"
	    " WHERE buyer_id = ?2 AND sale_id = ?1",
	    db_int(sale_id), db_int(buyer_id));
	return wait_one(&q, out);
}

bool
store_sale_wait_of(struct store *store, int64_t buyer_id, int64_t after_sale_id,
    struct sale_wait *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " WAIT_COLUMNS " FROM sale_wait INDEXED BY sale_wait_buyer"
	    " WHERE buyer_id = ?1 AND sale_id > ?2 ORDER BY sale_id LIMIT 1",
	    db_int(buyer_id), db_int(after_sale_id));
	return wait_one(&q, out);
}

int64_t
store_sale_wait_place(struct store *store, const struct sale_wait *wait)
{
	return db_number(store->db, 0,
	    "SELECT count(*) FROM (SELECT 1 FROM sale_wait WHERE sale_id = ?1"
	    " AND number <= ?2 LIMIT ?3)",
	    db_int(wait->sale_id), db_int(wait->number), db_int(PLACE_MOST));
}

bool
store_sale_wait_first(struct store *store, int64_t sale_id, int64_t free_milli,
    struct sale_wait *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT * FROM (SELECT " WAIT_COLUMNS " FROM sale_wait"
	    " WHERE sale_id = ?1 ORDER BY number LIMIT ?3)"
	    " WHERE need_milli <= ?2 LIMIT 1",
	    db_int(sale_id), db_int(free_milli), db_int(LOOKED_AT));
	return wait_one(&q, out);
}

bool
store_sale_wait_next(struct store *store, int64_t sale_id, int64_t after_number,
    struct sale_wait *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " WAIT_COLUMNS " FROM sale_wait WHERE sale_id = ?1"
	    " AND number > ?2 ORDER BY number LIMIT 1",
	    db_int(sale_id), db_int(after_number));
	return wait_one(&q, out);
}

void
store_sale_wait_drop(struct store *store, const struct sale_wait *wait)
{
	if (db_run(store->db,
		"DELETE FROM sale_wait WHERE sale_id = ?1 AND number = ?2",
		db_int(wait->sale_id), db_int(wait->number)) > 0)
		db_run(store->db,
		    "UPDATE sale SET waiting = waiting - 1 WHERE id = ?1",
		    db_int(wait->sale_id));
}
