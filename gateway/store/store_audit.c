#include "gateway/store/store_audit.h"

#include <string.h>

#include "gateway/store/audit_verify.h"
#include "gateway/store/store_inside.h"

/* A blob of exactly that size, or zeroes. */
static bool
get_octets(struct db_query *q, uint8_t *dst, size_t octets)
{
	struct span blob = db_get_blob(q);
	bool good = blob.octets == octets;

	memset(dst, 0, octets);
	if (good)
		memcpy(dst, blob.at, octets);
	return good;
}

bool
store_audit_tail(struct store *store, struct audit_tail *out)
{
	struct db_query q =
	    db_ask(store->db, "SELECT seed, last_id, last_hash,"
			      " (SELECT coalesce(max(id), 0) FROM audit)"
			      " FROM audit_chain WHERE id = 1");
	bool good;

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	good = get_octets(&q, out->seed, sizeof(out->seed));
	out->id = db_get_int(&q);
	good = (get_octets(&q, out->hash, sizeof(out->hash)) || out->id == 0) &&
	       good;
	out->max_id = db_get_int(&q);
	db_end(&q);
	if (out->id == 0)
		audit_hash_first(
		    out->hash, span_of(out->seed, sizeof(out->seed)));
	return good;
}

int64_t
store_audit_newest_message(struct store *store)
{
	return db_number(
	    store->db, 0, "SELECT coalesce(max(id), 0) FROM message");
}

int64_t
store_audit_rows(struct store *store)
{
	return db_number(store->db, 0, "SELECT count(*) FROM audit");
}

bool
store_audit_hash_of(struct store *store, int64_t id, uint8_t dst[DIGEST_OCTETS])
{
	struct db_query q = db_ask(
	    store->db, "SELECT hash FROM audit WHERE id = ?1", db_int(id));
	bool good = db_next(&q) && get_octets(&q, dst, DIGEST_OCTETS);

	db_end(&q);
	return good;
}

/* The row goes on from where this store last wrote, not from whatever row is
 * the last: one that somebody put there or took away shows by that. */
void
store_audit_add(struct store *store, int64_t now_ms, const char *actor,
    const char *action, const char *what)
{
	struct audit_tail tail;
	uint8_t hash[DIGEST_OCTETS];

	if (!store_audit_tail(store, &tail)) {
		if (db_alive(store->db))
			db_fail(store->db, STORE_BROKEN,
			    "the end of the audit's chain cannot be read");
		return;
	}
	struct audit_hashed row = {
	    .id = (tail.max_id > tail.id ? tail.max_id : tail.id) + 1,
	    .time_ms = now_ms,
	    .actor = str_from(actor),
	    .action = str_from(action),
	    .what = str_from(what),
	};
	audit_hash(hash, tail.hash, &row);
	store->audit_added++;
	db_run(store->db,
	    "INSERT INTO audit (id, time_ms, actor, action, what, hash)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	    db_int(row.id), db_int(now_ms), db_text(actor), db_text(action),
	    db_text(what), db_blob(span_of(hash, sizeof(hash))));
	db_run(store->db,
	    "UPDATE audit_chain SET last_id = ?1, last_hash = ?2 WHERE id = 1",
	    db_int(row.id), db_blob(span_of(hash, sizeof(hash))));
}

int64_t
store_audit_added(const struct store *store)
{
	return store->audit_added;
}

int
store_audit_check(struct store *store, struct err *err)
{
	struct audit_verdict verdict;

	audit_verify(&verdict, store, NULL);
	if (verdict.fault != AUDIT_WHOLE)
		return err_set(err, STORE_BROKEN, 0, "audit: %s", verdict.text);
	return store_failed(store, err);
}

/* -- reading --------------------------------------------------------------- */

static bool
fits(const struct audit_filter *f, const struct audit_row *row)
{
	size_t octets = strlen(f->action);

	if (f->actor[0] != '\0' && strcmp(f->actor, row->actor) != 0)
		return false;
	if (octets > 0 &&
	    (strncmp(f->action, row->action, octets) != 0 ||
		(row->action[octets] != '\0' && row->action[octets] != '.')))
		return false;
	return row->time_ms >= f->since_ms &&
	       (f->until_ms == 0 || row->time_ms < f->until_ms);
}

static struct db_query
ask_on(struct store *store, const struct audit_filter *filter)
{
	return db_ask(store->db,
	    "SELECT id, time_ms, actor, action, what FROM audit"
	    " WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(filter->after_id), db_int(AUDIT_LOOK));
}

static struct db_query
ask_back(struct store *store, const struct audit_filter *filter)
{
	int64_t before = filter->after_id != 0 ? filter->after_id : INT64_MAX;

	return db_ask(store->db,
	    "SELECT id, time_ms, actor, action, what FROM audit"
	    " WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
	    db_int(before), db_int(AUDIT_LOOK));
}

/* No index by time or name: the audit is small beside the rest, and a row costs
 * a microsecond to skip. */
int64_t
store_audit_each(struct store *store, const struct audit_filter *filter,
    bool (*fn)(void *arg, const struct audit_row *row), void *arg)
{
	struct db_query q = filter->newest_first ? ask_back(store, filter)
						 : ask_on(store, filter);
	struct audit_row row = {.id = 0};
	int looked = 0;
	bool more = true;

	while (more && db_next(&q)) {
		looked++;
		row.id = db_get_int(&q);
		row.time_ms = db_get_int(&q);
		db_get_text(&q, row.actor, sizeof(row.actor));
		db_get_text(&q, row.action, sizeof(row.action));
		db_get_text(&q, row.what, sizeof(row.what));
		if (fits(filter, &row))
			more = fn(arg, &row);
	}
	db_end(&q);
	return !more || looked == AUDIT_LOOK ? row.id : 0;
}
