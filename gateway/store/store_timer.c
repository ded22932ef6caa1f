#include "gateway/store/store_timer.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_inside.h"

void
store_timer_set(struct store *store, int kind, int64_t ref, int64_t due_ms)
{
	db_run(store->db,
	    "INSERT INTO timer (kind, ref, due_ms) VALUES (?1, ?2, ?3)"
	    " ON CONFLICT DO UPDATE SET due_ms = excluded.due_ms",
	    db_int(kind), db_int(ref), db_int(due_ms));
}

bool
store_timer_drop(struct store *store, int kind, int64_t ref)
{
	return db_run(store->db,
		   "DELETE FROM timer WHERE kind = ?1 AND ref = ?2",
		   db_int(kind), db_int(ref)) > 0;
}

int64_t
store_timer_get(struct store *store, int kind, int64_t ref)
{
	return db_number(store->db, 0,
	    "SELECT due_ms FROM timer WHERE kind = ?1 AND ref = ?2",
	    db_int(kind), db_int(ref));
}

bool
store_timer_take(
    struct store *store, int64_t now_ms, int *kind_out, int64_t *ref_out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT kind, ref FROM timer WHERE due_ms <= ?1"
	    " ORDER BY due_ms, kind, ref LIMIT 1",
	    db_int(now_ms));
	*kind_out = 0;
	*ref_out = 0;
	if (!db_next(&q))
		return false;
	*kind_out = (int)db_get_int(&q);
	*ref_out = db_get_int(&q);
	db_end(&q);
	store_timer_drop(store, *kind_out, *ref_out);
	return db_failed(store->db, NULL) == 0;
}

int64_t
store_timer_next_due(struct store *store)
{
	return db_number(store->db, INT64_MAX,
	    "SELECT due_ms FROM timer ORDER BY due_ms LIMIT 1");
}

/* The copies that proposals, questions and kept lines carry move along. */
void
store_timer_shift(struct store *store, int64_t by_ms)
{
	/* What is due by the calendar stays where it is. */
	db_run(store->db,
	    "UPDATE timer SET due_ms = due_ms + ?1"
	    " WHERE kind <> ?2",
	    db_int(by_ms), db_int(TIMER_OFFER_DATE));
	db_run(store->db,
	    "UPDATE proposal SET due_ms = due_ms + ?1"
	    " WHERE state = 1 AND due_ms > 0",
	    db_int(by_ms));
	db_run(store->db,
	    "UPDATE question SET due_ms = due_ms + ?1"
	    " WHERE open = 1 AND due_ms > 0",
	    db_int(by_ms));
	db_run(store->db, "UPDATE kept SET until_ms = until_ms + ?1",
	    db_int(by_ms));
}
