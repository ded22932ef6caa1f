#include "gateway/store/store_credit.h"

#include <string.h>

#include "gateway/store/store_inside.h"

void
store_credit_add(struct store *store, const struct store_credit *credit)
{
	db_run(store->db,
	    "INSERT INTO credit"
	    " (link_id, time_ms, text, read, amount_minor, expiry_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	    db_int(credit->link_id), db_int(credit->time_ms),
	    db_text(credit->text), db_int(credit->read),
	    db_int(credit->read ? credit->amount_minor : 0),
	    db_int(credit->expiry_ms));
	db_run(store->db,
	    "DELETE FROM credit WHERE link_id = ?1 AND id <="
	    " (SELECT id FROM credit WHERE link_id = ?1"
	    " ORDER BY id DESC LIMIT 1 OFFSET ?2)",
	    db_int(credit->link_id), db_int(STORE_CREDIT_KEPT));
}

bool
store_credit_last(struct store *store, int64_t link_id, bool read_only,
    struct store_credit *out)
{
	memset(out, 0, sizeof(*out));
	struct db_query q = db_ask(store->db,
	    "SELECT time_ms, text, read, amount_minor, expiry_ms FROM credit"
	    " WHERE link_id = ?1 AND read >= ?2 ORDER BY id DESC LIMIT 1",
	    db_int(link_id), db_int(read_only));
	bool found = db_next(&q);
	if (found) {
		out->link_id = link_id;
		out->time_ms = db_get_int(&q);
		db_get_text(&q, out->text, sizeof(out->text));
		out->read = db_get_int(&q) == 1;
		out->amount_minor = db_get_int(&q);
		out->expiry_ms = db_get_int(&q);
	}
	db_end(&q);
	return found;
}

void
store_credit_due_set(
    struct store *store, int64_t link_id, int64_t due_ms, int misses)
{
	db_run(store->db,
	    "INSERT INTO credit_due (link_id, due_ms, misses)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE"
	    " SET due_ms = excluded.due_ms, misses = excluded.misses",
	    db_int(link_id), db_int(due_ms), db_int(misses));
}

bool
store_credit_due_get(
    struct store *store, int64_t link_id, int64_t *due_ms, int *misses)
{
	struct db_query q = db_ask(store->db,
	    "SELECT due_ms, misses FROM credit_due WHERE link_id = ?1",
	    db_int(link_id));
	bool found = db_next(&q);
	*due_ms = found ? db_get_int(&q) : 0;
	*misses = found ? (int)db_get_int(&q) : 0;
	db_end(&q);
	return found;
}

void
store_credit_form_put(struct store *store, const char *model, int form)
{
	db_run(store->db,
	    "INSERT INTO ussd_form (model, form) VALUES (?1, ?2)"
	    " ON CONFLICT DO UPDATE SET form = excluded.form",
	    db_text(model), db_int(form));
}

void
store_credit_form_each(struct store *store,
    void (*fn)(void *arg, const char *model, int form), void *arg)
{
	char model[STORE_CREDIT_MODEL_OCTETS];
	struct db_query q =
	    db_ask(store->db, "SELECT model, form FROM ussd_form");
	while (db_next(&q)) {
		db_get_text(&q, model, sizeof(model));
		fn(arg, model, (int)db_get_int(&q));
	}
	db_end(&q);
}
