#include "gateway/store/store_alias.h"

#include <string.h>

#include "gateway/store/store_inside.h"

#define VERSION_KEY "alias_version"

/* A hash over all that ever changed and not a counter: a change that was
 * rolled back and another in its place must not have the same number. */
static void
turn_version(struct store *store, const char *folded, const char *product,
    int64_t now_ms)
{
	struct buf text = buf_new(512);
	buf_add_format(&text, "%lld %lld %s %s",
	    (long long)store_alias_version(store), (long long)now_ms, folded,
	    product);
	uint64_t hash = span_hash(buf_span(&text));
	buf_free(&text);
	store_setting_put_int(store, VERSION_KEY, (int64_t)(hash >> 1) | 1);
}

bool
store_alias_put(struct store *store, const struct alias *alias)
{
	struct alias old;
	if (!store_alias_get(store, alias->folded, &old) &&
	    db_number(store->db, 0, "SELECT count(*) FROM alias") >=
		ALIAS_ROWS_MAX)
		return false;
	db_run(store->db,
	    "INSERT INTO alias (folded, name, product, by_whom, time_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (folded) DO UPDATE SET"
	    " name = excluded.name, product = excluded.product,"
	    " by_whom = excluded.by_whom, time_ms = excluded.time_ms",
	    db_text(alias->folded), db_text(alias->name),
	    db_text(alias->product), db_text(alias->by),
	    db_int(alias->time_ms));
	turn_version(store, alias->folded, alias->product, alias->time_ms);
	return true;
}

bool
store_alias_drop(struct store *store, const char *folded, int64_t now_ms)
{
	if (db_run(store->db, "DELETE FROM alias WHERE folded = ?1",
		db_text(folded)) == 0)
		return false;
	turn_version(store, folded, "", now_ms);
	return true;
}

static void
read_row(struct db_query *q, struct alias *out)
{
	db_get_text(q, out->folded, sizeof(out->folded));
	db_get_text(q, out->name, sizeof(out->name));
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->by, sizeof(out->by));
	out->time_ms = db_get_int(q);
}

bool
store_alias_get(struct store *store, const char *folded, struct alias *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT folded, name, product, by_whom, time_ms FROM alias"
	    " WHERE folded = ?1",
	    db_text(folded));
	memset(out, 0, sizeof(*out));
	bool found = db_next(&q);
	if (found)
		read_row(&q, out);
	db_end(&q);
	return found;
}

void
store_alias_each(struct store *store,
    bool (*fn)(void *arg, const struct alias *alias), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT folded, name, product, by_whom, time_ms FROM alias"
	    " ORDER BY folded");
	bool more = true;
	while (more && db_next(&q)) {
		struct alias alias;
		read_row(&q, &alias);
		more = fn(arg, &alias);
	}
	db_end(&q);
}

int64_t
store_alias_version(struct store *store)
{
	struct store_seen *seen = &store->seen;
	if (seen->alias_known && db_alive(store->db))
		return seen->alias_version;
	seen->alias_version = store_setting_int(store, VERSION_KEY, 0);
	seen->alias_known = store->head != NULL && db_alive(store->db);
	return seen->alias_version;
}
