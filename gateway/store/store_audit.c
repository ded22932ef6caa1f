#include "gateway/store/store_audit.h"

#include "gateway/store/store_inside.h"

void
store_audit_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct audit_row *row), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, time_ms, actor, action, what FROM audit"
	    " WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(after_id), db_int(limit));
	struct audit_row row;

	while (db_next(&q)) {
		row.id = db_get_int(&q);
		row.time_ms = db_get_int(&q);
		db_get_text(&q, row.actor, sizeof(row.actor));
		db_get_text(&q, row.action, sizeof(row.action));
		db_get_text(&q, row.what, sizeof(row.what));
		if (!fn(arg, &row)) {
			db_end(&q);
			return;
		}
	}
}
