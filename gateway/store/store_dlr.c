#include "gateway/store/store_dlr.h"

#include "gateway/store/store_inside.h"
#include "gateway/store/store_keep.h"

/* -- how calls are written ------------------------------------------------- */

/* clang-format off */
/* Given a bit for a text: once, and if it was asked for, and not before what
 * waits of that text; and more may follow for eight days. */
#define NOTE(bit, code, time, message) \
	" BEGIN INSERT INTO dlr_call (message_id, bit, code, time_ms, place," \
	" due_ms, tries) SELECT message_id, " bit ", " code ", " time \
	", place, coalesce((SELECT max(c.due_ms) FROM dlr_call c" \
	" WHERE c.message_id = dlr.message_id), 0), 0 FROM dlr" \
	" WHERE message_id = " message " AND mask & " bit " <> 0" \
	" AND reached & " bit " = 0;" \
	" UPDATE dlr SET reached = reached | " bit "," \
	" until_ms = max(until_ms, " time " + 691200000)" \
	" WHERE message_id = " message "; END"

/* 12 sent, 13 delivered, 16 failed, 17 stale (enum message_state). */
#define ENDS \
	"(NEW.state = 12 OR NEW.state = 13 OR NEW.state = 16" \
	" OR NEW.state = 17)"
#define BIT \
	"(CASE NEW.state WHEN 12 THEN 8 WHEN 13 THEN 1" \
	" ELSE CASE WHEN reached & 12 <> 0 THEN 2 ELSE 16 END END)"
#define ASKED(message) message " IN (SELECT message_id FROM main.dlr)"
/* clang-format on */

void
store_dlr_watch(struct store *store)
{
	struct db *db = store->db;
	db_run(db,
	    "CREATE TEMP TRIGGER IF NOT EXISTS dlr_state"
	    " AFTER UPDATE OF state ON main.message"
	    " WHEN NEW.state <> OLD.state AND " ENDS " AND " ASKED("NEW.id")
		NOTE(BIT, "NEW.code", "NEW.changed_ms", "NEW.id"));
	/* One that was queued and ended within the turn. */
	db_run(db, "CREATE TEMP TRIGGER IF NOT EXISTS dlr_new"
		   " AFTER INSERT ON main.message"
		   " WHEN " ENDS " AND " ASKED("NEW.id")
		       NOTE(BIT, "NEW.code", "NEW.changed_ms", "NEW.id"));
	/* The service centre goes on trying (store_message_report()). */
	db_run(db, "CREATE TEMP TRIGGER IF NOT EXISTS dlr_trying"
		   " AFTER UPDATE OF report_ms ON main.sent_part"
		   " WHEN NEW.report = 0 AND NEW.report_ms > 0"
		   " AND " ASKED("NEW.id / 16")
		       NOTE("4", "NEW.code", "NEW.report_ms", "NEW.id / 16"));
}

int64_t
store_dlr_added(const struct store *store)
{
	return store->dlr_added;
}

/* -- texts ----------------------------------------------------------------- */

void
store_dlr_add(struct store *store, const struct dlr *dlr)
{
	db_run(store->db,
	    "INSERT INTO dlr (message_id, mask, reached, url, place, from_,"
	    " until_ms) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6)",
	    db_int(dlr->message_id), db_int(dlr->mask), db_text(dlr->url),
	    db_text(dlr->place), db_text(dlr->from), db_int(dlr->until_ms));
}

/* Those that still wait to leave (queued, sending, refused, held) stay. */
#define OVER                                                                   \
	" until_ms < ?1 AND NOT EXISTS (SELECT 1 FROM dlr_call"                \
	" WHERE dlr_call.message_id = dlr.message_id)"                         \
	" AND NOT EXISTS (SELECT 1 FROM message m"                             \
	" WHERE m.id = dlr.message_id AND m.state IN (10, 15, 18, 19))"

bool
store_dlr_over(struct store *store, int64_t now_ms)
{
	return db_number(store->db, 0,
		   "SELECT EXISTS (SELECT 1 FROM dlr WHERE" OVER ")",
		   db_int(now_ms)) != 0;
}

void
store_dlr_prune(struct store *store, int64_t now_ms, int most)
{
	int gone = db_run(store->db,
	    "DELETE FROM dlr WHERE message_id IN"
	    " (SELECT message_id FROM dlr WHERE" OVER
	    " ORDER BY until_ms LIMIT ?2)",
	    db_int(now_ms), db_int(most));

	store_keep_gone(store, KEEP_DLR, gone, now_ms);
}

void
store_dlr_clear(struct store *store)
{
	int gone = db_run(store->db, "DELETE FROM dlr");

	db_run(store->db, "DELETE FROM dlr_call");
	store_keep_gone(store, KEEP_DLR, gone, 0);
}

/* -- calls ----------------------------------------------------------------- */

void
store_dlr_done(
    struct store *store, int64_t call_id, int64_t message_id, int64_t now_ms)
{
	int gone;

	db_run(store->db,
	    "DELETE FROM dlr_call WHERE id = ?1 AND message_id = ?2",
	    db_int(call_id), db_int(message_id));
	gone = db_run(store->db,
	    "DELETE FROM dlr WHERE message_id = ?1 AND reached & 1 <> 0"
	    " AND NOT EXISTS (SELECT 1 FROM dlr_call WHERE message_id = ?1)",
	    db_int(message_id));
	store_keep_gone(store, KEEP_DLR, gone, now_ms);
}

void
store_dlr_again(
    struct store *store, int64_t call_id, int64_t message_id, int64_t due_ms)
{
	db_run(store->db,
	    "UPDATE dlr_call SET due_ms = ?2, tries = tries + (id = ?1)"
	    " WHERE message_id = ?3",
	    db_int(call_id), db_int(due_ms), db_int(message_id));
}

void
store_dlr_gone(struct store *store, int64_t message_id)
{
	db_run(store->db, "DELETE FROM dlr_call WHERE message_id = ?1",
	    db_int(message_id));
	db_run(store->db, "DELETE FROM dlr WHERE message_id = ?1",
	    db_int(message_id));
}

bool
store_dlr_place(
    struct store *store, const char *after, char dst[STORE_DLR_PLACE_OCTETS])
{
	struct db_query q = db_ask(store->db,
	    "SELECT place FROM dlr_call WHERE place > ?1"
	    " ORDER BY place LIMIT 1",
	    db_text(after));
	if (!db_next(&q))
		return false;
	db_get_text(&q, dst, STORE_DLR_PLACE_OCTETS);
	db_end(&q);
	return true;
}

static void
take_call(struct db_query *q, struct dlr_call *out)
{
	*out = (struct dlr_call){.id = db_get_int(q)};
	out->message_id = db_get_int(q);
	out->time_ms = db_get_int(q);
	out->bit = (unsigned)db_get_int(q);
	out->code = (int)db_get_int(q);
	out->tries = (int)db_get_int(q);
	db_get_text(q, out->url, sizeof(out->url));
	db_get_text(q, out->from, sizeof(out->from));
}

/* Those that are due behind `after_ms` and until `upto_ms`. */
static void
due_between(struct store *store, const char *place, int64_t after_ms,
    int64_t upto_ms, int limit,
    bool (*fn)(void *arg, const struct dlr_call *call), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT c.id, c.message_id, c.time_ms, c.bit, c.code, c.tries,"
	    " coalesce(d.url, ''), coalesce(d.from_, '')"
	    " FROM dlr_call c LEFT JOIN dlr d ON d.message_id = c.message_id"
	    " WHERE c.place = ?1 AND c.due_ms > ?2 AND c.due_ms <= ?3"
	    " AND NOT EXISTS (SELECT 1 FROM dlr_call o"
	    " WHERE o.message_id = c.message_id AND o.id < c.id)"
	    " ORDER BY c.due_ms LIMIT ?4",
	    db_text(place), db_int(after_ms), db_int(upto_ms), db_int(limit));
	while (db_next(&q)) {
		struct dlr_call call;
		take_call(&q, &call);
		if (!fn(arg, &call)) {
			db_end(&q);
			return;
		}
	}
}

void
store_dlr_due(struct store *store, const char *place, int64_t now_ms, int limit,
    bool (*fn)(void *arg, const struct dlr_call *call), void *arg)
{
	due_between(store, place, INT64_MIN, now_ms, limit, fn, arg);
	due_between(store, place, now_ms + STORE_DLR_PAUSE_MS, INT64_MAX, limit,
	    fn, arg);
}

int64_t
store_dlr_count(struct store *store, int64_t most)
{
	return db_number(store->db, 0,
	    "SELECT count(*) FROM (SELECT 1 FROM dlr_call LIMIT ?1)",
	    db_int(most));
}
