#include "gateway/store/store_keep.h"

#include "gateway/store/store_inside.h"

#define RAW "raw"

static void
reach(struct store *store, const char *kind, int64_t place, int64_t gone,
    int64_t last_ms, int64_t oldest_ms)
{
	db_run(store->db,
	    "INSERT INTO retained (kind, place, gone, last_ms, oldest_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (kind) DO UPDATE SET"
	    " place = ?2, gone = gone + ?3,"
	    " last_ms = iif(?4 > 0, ?4, last_ms), oldest_ms = ?5",
	    db_text(kind), db_int(place), db_int(gone), db_int(last_ms),
	    db_int(oldest_ms));
}

/* Ids ascend with time, but for what a wrong clock wrote: each is looked at by
 * itself, and the first that is young enough ends the look. */
bool
store_keep_raw(struct store *store, int64_t before_ms, int look, int64_t now_ms)
{
	int64_t place = db_number(
	    store->db, 0, "SELECT place FROM retained WHERE kind = '" RAW "'");
	int64_t last = place, oldest_ms = 0;
	int seen = 0, gone;
	struct db_query q = db_ask(store->db,
	    "SELECT m.id, m.time_ms FROM message m WHERE m.id > ?1"
	    " ORDER BY m.id LIMIT ?2",
	    db_int(place), db_int(look));

	while (oldest_ms == 0 && db_next(&q)) {
		int64_t id = db_get_int(&q), time_ms = db_get_int(&q);

		seen++;
		if (time_ms >= before_ms)
			oldest_ms = time_ms;
		else
			last = id;
	}
	db_end(&q);
	gone = db_run(store->db,
	    "DELETE FROM message_raw WHERE message_id > ?1"
	    " AND message_id <= ?2",
	    db_int(place), db_int(last));
	if (last > place || seen < look || oldest_ms != 0)
		reach(store, RAW, last, gone,
		    oldest_ms != 0 || seen < look ? now_ms : 0, oldest_ms);
	return oldest_ms == 0 && seen == look;
}

void
store_keep_each(struct store *store,
    bool (*fn)(void *arg, const struct kept_kind *kind), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT kind, place, gone, last_ms, oldest_ms FROM retained");
	struct kept_kind kind;

	while (db_next(&q)) {
		db_get_text(&q, kind.kind, sizeof(kind.kind));
		kind.place = db_get_int(&q);
		kind.gone = db_get_int(&q);
		kind.last_ms = db_get_int(&q);
		kind.oldest_ms = db_get_int(&q);
		if (!fn(arg, &kind))
			break;
	}
	db_end(&q);
}
