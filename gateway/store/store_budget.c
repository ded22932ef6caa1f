#include "gateway/store/store_budget.h"

#include "gateway/store/store_inside.h"

/* Old rows that go with each new one: more than come, so that they end. */
#define OLD_ROWS 4

void
store_budget_get(struct store *store, int64_t link_id, int64_t month_ms,
    struct budget_used *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT ifnull(sum(parts), 0), ifnull(sum(recipients), 0),"
	    " ifnull(sum(doubled), 0) FROM budget"
	    " WHERE month_ms = ?2 AND (?1 = 0 OR link_id = ?1)",
	    db_int(link_id), db_int(month_ms));
	*out = (struct budget_used){.parts = 0};
	if (!db_next(&q))
		return;
	out->parts = db_get_int(&q);
	out->recipients = db_get_int(&q);
	out->doubled = db_get_int(&q);
	db_end(&q);
}

void
store_budget_add(struct store *store, int64_t link_id, int64_t month_ms,
    const struct budget_used *add)
{
	db_run(store->db,
	    "INSERT INTO budget (link_id, month_ms, parts, recipients,"
	    " doubled) VALUES (?1, ?2, max(?3, 0), max(?4, 0), max(?5, 0))"
	    " ON CONFLICT (link_id, month_ms) DO UPDATE SET"
	    " parts = max(parts + ?3, 0),"
	    " recipients = max(recipients + ?4, 0),"
	    " doubled = max(doubled + ?5, 0)",
	    db_int(link_id), db_int(month_ms), db_int(add->parts),
	    db_int(add->recipients), db_int(add->doubled));
}

bool
store_budget_knows(
    struct store *store, int64_t link_id, int64_t month_ms, int64_t phone_id)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM budget_phone WHERE link_id = ?1"
		   " AND month_ms = ?2 AND phone_id = ?3",
		   db_int(link_id), db_int(month_ms), db_int(phone_id)) == 1;
}

void
store_budget_note(
    struct store *store, int64_t link_id, int64_t month_ms, int64_t phone_id)
{
	db_run(store->db,
	    "INSERT OR IGNORE INTO budget_phone (link_id, month_ms, phone_id)"
	    " VALUES (?1, ?2, ?3)",
	    db_int(link_id), db_int(month_ms), db_int(phone_id));
	db_run(store->db,
	    "DELETE FROM budget_phone WHERE link_id = ?1"
	    " AND (month_ms, phone_id) IN (SELECT month_ms, phone_id"
	    " FROM budget_phone WHERE link_id = ?1 AND month_ms < ?2"
	    " LIMIT ?3)",
	    db_int(link_id), db_int(month_ms), db_int(OLD_ROWS));
}

void
store_budget_sent(struct store *store, int64_t link_id, int64_t now_ms)
{
	db_run(store->db,
	    "INSERT INTO budget_sim (link_id, sent_ms) VALUES (?1, ?2)"
	    " ON CONFLICT (link_id) DO UPDATE SET sent_ms = excluded.sent_ms",
	    db_int(link_id), db_int(now_ms));
}

int64_t
store_budget_last(struct store *store, int64_t link_id, int64_t now_ms)
{
	int64_t sent_ms = db_number(store->db, 0,
	    "SELECT sent_ms FROM budget_sim WHERE link_id = ?1",
	    db_int(link_id));
	if (sent_ms != 0)
		return sent_ms;
	store_budget_sent(store, link_id, now_ms);
	return now_ms;
}

void
store_budget_kept(struct store *store, int64_t link_id, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE budget_sim SET kept_ms = ?2 WHERE link_id = ?1",
	    db_int(link_id), db_int(now_ms));
}

int64_t
store_budget_last_kept(struct store *store, int64_t link_id)
{
	return db_number(store->db, 0,
	    "SELECT kept_ms FROM budget_sim WHERE link_id = ?1",
	    db_int(link_id));
}
