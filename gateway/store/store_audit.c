#include "gateway/store/store_audit.h"

#include <stdio.h>

#include "gateway/store/store_inside.h"

/* Each row's chain is a hash over the row and the chain before it, so a row
 * that was changed or taken out by hand shows.  It is no signature: who can
 * write the file and knows this function can forge all that follows. */
static uint64_t
chain_next(uint64_t before, int64_t id, int64_t time_ms, const char *actor,
    const char *action, const char *what)
{
	struct buf text = buf_new(1 << 16);
	buf_add_format(&text, "%llx %lld %lld\n%s\n%s\n%s",
	    (unsigned long long)before, (long long)id, (long long)time_ms,
	    actor, action, what);
	uint64_t chain = span_hash(buf_span(&text));
	buf_free(&text);
	return chain;
}

void
store_audit_add(struct store *store, int64_t now_ms, const char *actor,
    const char *action, const char *what)
{
	int64_t id = 0;
	uint64_t before = 0;
	struct db_query q = db_ask(
	    store->db, "SELECT id, chain FROM audit ORDER BY id DESC LIMIT 1");
	if (db_next(&q)) {
		id = db_get_int(&q);
		before = (uint64_t)db_get_int(&q);
	}
	db_end(&q);
	id++;
	db_run(store->db,
	    "INSERT INTO audit (id, time_ms, actor, action, what, chain)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	    db_int(id), db_int(now_ms), db_text(actor), db_text(action),
	    db_text(what),
	    db_int(
		(int64_t)chain_next(before, id, now_ms, actor, action, what)));
}

int
store_audit_check(struct store *store, struct err *err)
{
	uint64_t chain = 0;
	int64_t expected = 1;
	struct db_query q = db_ask(store->db,
	    "SELECT id, time_ms, actor, action, what, chain FROM audit"
	    " ORDER BY id");
	for (; db_next(&q); expected++) {
		int64_t id = db_get_int(&q);
		int64_t time_ms = db_get_int(&q);
		const char *actor = db_get_str(&q).at;
		const char *action = db_get_str(&q).at;
		const char *what = db_get_str(&q).at;
		chain = chain_next(chain, id, time_ms, actor, action, what);
		if (id == expected && (uint64_t)db_get_int(&q) == chain)
			continue;
		db_end(&q);
		return err_set(err, STORE_BROKEN, 0,
		    "audit row %lld does not continue the chain",
		    (long long)expected);
	}
	return store_failed(store, err);
}

void
store_audit_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct audit_row *row), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, time_ms, actor, action, what FROM audit"
	    " WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(after_id), db_int(limit));
	bool more = true;
	while (more && db_next(&q)) {
		struct audit_row row;
		row.id = db_get_int(&q);
		row.time_ms = db_get_int(&q);
		db_get_text(&q, row.actor, sizeof(row.actor));
		db_get_text(&q, row.action, sizeof(row.action));
		db_get_text(&q, row.what, sizeof(row.what));
		more = fn(arg, &row);
	}
	db_end(&q);
}
