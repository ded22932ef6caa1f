/* The audit of an older furrow, taken into the chain of hashes, once.
 *
 * Its rows had a hash of 64 bits that anybody can forge (and that SQL cannot
 * make: hence not in the migration).  Each row gets its link of the new chain;
 * then a row says how many there were, where their old chain ended, and whether
 * it was whole until now. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"

#define PAGE_ROWS 500

struct carry {
	uint64_t chain;
	int64_t rows, last_id, broken_id, last_ms;
};

struct old_row {
	int64_t id, time_ms;
	uint64_t chain;
	char *actor, *action, *what;
};

/* As schema 1 to 22 made it. */
static uint64_t
old_chain(uint64_t before, const struct old_row *row)
{
	struct buf text = buf_new(1 << 16);
	uint64_t chain;

	buf_add_format(&text, "%llx %lld %lld\n%s\n%s\n%s",
	    (unsigned long long)before, (long long)row->id,
	    (long long)row->time_ms, row->actor, row->action, row->what);
	chain = span_hash(buf_span(&text));
	buf_free(&text);
	return chain;
}

static size_t
read_page(struct store *store, int64_t after_id, struct old_row *rows)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, time_ms, actor, action, what, chain FROM audit_old"
	    " WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(after_id), db_int(PAGE_ROWS));
	size_t count = 0;

	while (db_next(&q)) {
		struct old_row *row = &rows[count++];
		row->id = db_get_int(&q);
		row->time_ms = db_get_int(&q);
		row->actor = xstrdup(db_get_str(&q).at);
		row->action = xstrdup(db_get_str(&q).at);
		row->what = xstrdup(db_get_str(&q).at);
		row->chain = (uint64_t)db_get_int(&q);
	}
	db_end(&q);
	return count;
}

static void
carry_row(struct store *store, struct carry *c, struct old_row *row)
{
	c->chain = old_chain(c->chain, row);
	if ((c->chain != row->chain || row->id != c->last_id + 1) &&
	    c->broken_id == 0)
		c->broken_id = c->last_id + 1;
	c->chain = row->chain;
	c->last_id = row->id;
	c->last_ms = row->time_ms;
	c->rows++;
	store_audit_add(
	    store, row->time_ms, row->actor, row->action, row->what);
	free(row->actor);
	free(row->action);
	free(row->what);
}

static void
say_so(struct store *store, const struct carry *c)
{
	char what[200];
	int n = snprintf(what, sizeof(what),
	    "%" PRId64 " rows of the old chain, which ended in %016" PRIx64
	    ": ",
	    c->rows, c->chain);

	if (c->broken_id != 0)
		snprintf(what + n, sizeof(what) - (size_t)n,
		    "broken at row %" PRId64, c->broken_id);
	else
		snprintf(what + n, sizeof(what) - (size_t)n, "whole");
	store_audit_add(store, c->last_ms, "furrowd", "audit.carry", what);
}

static void
carry_all(struct store *store)
{
	struct old_row *rows = xcalloc(PAGE_ROWS, sizeof(*rows));
	struct carry c = {.chain = 0};
	size_t count;

	while ((count = read_page(store, c.last_id, rows)) > 0)
		for (size_t i = 0; i < count; i++)
			carry_row(store, &c, &rows[i]);
	free(rows);
	if (c.rows > 0)
		say_so(store, &c);
}

int
store_audit_carry(struct store *store, struct err *err)
{
	int code;

	if (db_number(store->db, 0,
		"SELECT count(*) FROM sqlite_schema WHERE name = "
		"'audit_old'") == 0)
		return store_failed(store, err);
	db_begin(store->db);
	carry_all(store);
	db_run(store->db, "DROP TABLE audit_old");
	code = store_failed(store, err);
	if (code == 0 && db_commit(store->db))
		return 0;
	code = store_failed(store, err);
	db_rollback(store->db);
	return code;
}
