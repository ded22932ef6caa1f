#include "gateway/store/store_keep.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "gateway/store/message_row.h"
#include "gateway/store/store_inside.h"

#define INDEX_EVERY_MS (INT64_C(30) * 24 * 3600 * 1000)
#define LOGINS_MS (INT64_C(30) * 24 * 3600 * 1000)
#define ACTS 5

/* Waits for nothing and is not under way (18) or held (19). */
#define SETTLED                                                                \
	"(lane = 0 AND state <> 18 AND state <> 19 AND NOT " MESSAGE_OPEN ")"
/* The line of an event is not over: its history is asked for (4 confirmed, 8
 * disputed, 5 fulfilled and not settled). */
#define LINE_GOES_ON                                                           \
	"EXISTS (SELECT 1 FROM line l WHERE l.id = line_event.line_id"         \
	" AND (l.state <= 4 OR l.state = 8 OR (l.state = 5"                    \
	" AND l.settled_ms = 0)))"
#define MESSAGE_LOOK                                                           \
	"SELECT id, time_ms FROM message WHERE id > ?1 ORDER BY id LIMIT ?2"

/* look: ids and times behind ?1, at most ?2; acts: on rows ?1 < id <= ?2, the
 * first says how many went.  late: those that were passed because somebody
 * still needed them (retained_late); the first says how many went, the second
 * forgets which are done.  oldest: of what stayed, where no walk finds it.  Ids
 * ascend with time, but for what a wrong clock wrote. */
static const struct walk {
	const char *name, *rule, *look, *acts[ACTS], *late[2], *oldest;
} walks[KEEP_KINDS] = {
    [KEEP_RAW] = {"raw", "raw", MESSAGE_LOOK,
	{"DELETE FROM message_raw WHERE message_id > ?1"
	 " AND message_id <= ?2"}},
    [KEEP_QUARANTINE] = {"quarantine", "texts",
	"SELECT id, time_ms FROM message WHERE state = 3 AND id > ?1"
	" ORDER BY id LIMIT ?2",
	{"UPDATE message SET text = '', why = '' WHERE state = 3"
	 " AND id > ?1 AND id <= ?2 AND (text <> '' OR why <> '')"}},
    [KEEP_TEXTS] = {"texts", "texts", MESSAGE_LOOK,
	{"UPDATE message SET text = '', why = '' WHERE id > ?1 AND id <= ?2"
	 " AND (text <> '' OR why <> '') AND " SETTLED,
	    "INSERT OR IGNORE INTO retained_late SELECT 'texts', id"
	    " FROM message WHERE id > ?1 AND id <= ?2 AND NOT " SETTLED,
	    "DELETE FROM message_raw WHERE message_id > ?1"
	    " AND message_id <= ?2",
	    "DELETE FROM part WHERE series_id IN (SELECT id FROM part_series"
	    " WHERE message_id > ?1 AND message_id <= ?2)"},
	{"UPDATE message SET text = '', why = '' WHERE id IN (SELECT id"
	 " FROM retained_late WHERE kind = 'texts') AND " SETTLED,
	    "DELETE FROM retained_late WHERE kind = 'texts' AND NOT EXISTS"
	    " (SELECT 1 FROM message m WHERE m.id = retained_late.id"
	    " AND NOT " SETTLED ")"}},
    [KEEP_EVENTS] = {"events", "histories",
	"SELECT id, time_ms FROM line_event WHERE id > ?1"
	" ORDER BY id LIMIT ?2",
	{"UPDATE line_event SET text = '' WHERE id > ?1 AND id <= ?2"
	 " AND text <> '' AND NOT " LINE_GOES_ON,
	    "INSERT OR IGNORE INTO retained_late SELECT 'events', id"
	    " FROM line_event WHERE id > ?1 AND id <= ?2 AND text <> ''"
	    " AND " LINE_GOES_ON},
	{"UPDATE line_event SET text = '' WHERE id IN (SELECT id"
	 " FROM retained_late WHERE kind = 'events') AND NOT " LINE_GOES_ON,
	    "DELETE FROM retained_late WHERE kind = 'events' AND NOT EXISTS"
	    " (SELECT 1 FROM line_event WHERE line_event.id ="
	    " retained_late.id AND " LINE_GOES_ON ")"}},
    [KEEP_MONTHS] = {.name = "months", .rule = "texts"},
    [KEEP_INDEX] = {.name = "index", .rule = "texts"},
    [KEEP_SESSIONS] = {.name = "sessions",
	.rule = "sessions",
	.oldest = "SELECT opened_ms FROM ussd_session ORDER BY id LIMIT 1"},
    [KEEP_LOGINS] = {.name = "logins",
	.rule = "30 days unused",
	.oldest = "SELECT coalesce(min(seen_ms), 0) FROM console_session"},
    [KEEP_WEBHOOKS] = {.name = "webhooks",
	.rule = "until told",
	.oldest = "SELECT time_ms FROM webhook_event ORDER BY id LIMIT 1"},
    [KEEP_DLR] = {.name = "dlr",
	.rule = "until told",
	.oldest = "SELECT m.time_ms FROM dlr d CROSS JOIN message m"
		  " ON m.id = d.message_id ORDER BY d.message_id LIMIT 1"},
    [KEEP_FEEDBACK] = {.name = "feedback",
	.rule = "kept",
	.oldest = "SELECT time_ms FROM feedback ORDER BY id LIMIT 1"},
    [KEEP_ORDERS] = {.name = "orders",
	.rule = "kept",
	.oldest = "SELECT created_ms FROM order_ ORDER BY id LIMIT 1"},
    [KEEP_LEDGER] = {.name = "ledger",
	.rule = "kept",
	.oldest = "SELECT time_ms FROM ledger ORDER BY id LIMIT 1"},
    [KEEP_AUDIT] = {.name = "audit",
	.rule = "kept",
	.oldest = "SELECT time_ms FROM audit ORDER BY id LIMIT 1"},
};

int64_t
store_keep_rule(const struct keep_rules *rules, enum keep_kind kind)
{
	switch (kind) {
	case KEEP_RAW:
		return rules->raw_ms;
	case KEEP_QUARANTINE:
	case KEEP_TEXTS:
	case KEEP_MONTHS:
	case KEEP_INDEX:
		return rules->texts_ms;
	case KEEP_EVENTS:
		return rules->histories_ms;
	case KEEP_SESSIONS:
		return rules->sessions_ms;
	case KEEP_LOGINS:
		return LOGINS_MS;
	case KEEP_WEBHOOKS:
	case KEEP_DLR:
	case KEEP_FEEDBACK:
	case KEEP_ORDERS:
	case KEEP_LEDGER:
	case KEEP_AUDIT:
	case KEEP_KINDS:
		break;
	}
	return 0;
}

/* -- rows -------------------------------------------------------------------
 */

static void
reach(struct store *store, const struct kept_kind *now)
{
	db_run(store->db,
	    "INSERT INTO retained (kind, place, gone, last_ms, oldest_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (kind) DO UPDATE SET"
	    " place = ?2, gone = gone + ?3,"
	    " last_ms = iif(?4 > 0, ?4, last_ms), oldest_ms = ?5",
	    db_text(now->kind), db_int(now->place), db_int(now->gone),
	    db_int(now->last_ms), db_int(now->oldest_ms));
}

static int64_t
place_of(struct store *store, enum keep_kind kind)
{
	return db_number(store->db, 0,
	    "SELECT place FROM retained WHERE kind = ?1",
	    db_text(walks[kind].name));
}

/* Each is looked at by itself, and the first that is young enough ends the
 * look; how many were seen. */
static int
look_at(struct store *store, enum keep_kind kind, int64_t before_ms, int look,
    struct kept_kind *now)
{
	int seen = 0;
	struct db_query q = db_ask_with(store->db, walks[kind].look,
	    DB_VALUES(db_int(now->place), db_int(look)));

	while (now->oldest_ms == 0 && db_next(&q)) {
		int64_t id = db_get_int(&q), time_ms = db_get_int(&q);

		seen++;
		if (time_ms >= before_ms)
			now->oldest_ms = time_ms;
		else
			now->place = id;
	}
	db_end(&q);
	return seen;
}

static int
act_on(struct store *store, enum keep_kind kind, int64_t after, int64_t upto)
{
	int gone = 0;

	for (size_t i = 0; i < ACTS && walks[kind].acts[i] != NULL; i++) {
		int rows = db_run_with(store->db, walks[kind].acts[i],
		    DB_VALUES(db_int(after), db_int(upto)));

		gone += i == 0 ? rows : 0;
	}
	return gone;
}

static int
act_late(struct store *store, enum keep_kind kind)
{
	int gone = 0;

	for (size_t i = 0; i < 2 && walks[kind].late[i] != NULL; i++) {
		int rows =
		    db_run_with(store->db, walks[kind].late[i], DB_VALUES());

		gone += i == 0 ? rows : 0;
	}
	return gone;
}

static bool
step(struct store *store, enum keep_kind kind, int64_t before_ms, int look,
    int64_t now_ms)
{
	int64_t place = place_of(store, kind);
	struct kept_kind now = {.place = place};
	int seen = look_at(store, kind, before_ms, look, &now);
	bool whole = now.oldest_ms != 0 || seen < look;

	str_copy(now.kind, sizeof(now.kind), str_from(walks[kind].name));
	if (now.place > place)
		now.gone = act_on(store, kind, place, now.place);
	if (whole)
		now.gone += act_late(store, kind);
	now.last_ms = whole ? now_ms : 0;
	reach(store, &now);
	return !whole;
}

/* Nobody who looks on is told of it: it is no news of a text. */
bool
store_keep_step(struct store *store, enum keep_kind kind, int64_t before_ms,
    int look, int64_t now_ms)
{
	struct store_watch *watch = store->watch;
	bool more;

	store->watch = NULL;
	more = step(store, kind, before_ms, look, now_ms);
	store->watch = watch;
	return more;
}

/* -- files of old months ----------------------------------------------------
 */

#define MONTH_SELECT                                                           \
	"SELECT month, first_id, last_id, until_ms, dropped_id FROM archive"   \
	" WHERE until_ms <= ?1 AND dropped_id >= last_id"
#define FILE_SLICE 2000

static bool
read_month(struct db_query *q, struct archive_month *out)
{
	bool found = db_next(q);

	memset(out, 0, sizeof(*out));
	if (!found)
		return false;
	db_get_text(q, out->month, sizeof(out->month));
	out->first_id = db_get_int(q);
	out->last_id = db_get_int(q);
	out->until_ms = db_get_int(q);
	out->dropped_id = db_get_int(q);
	db_end(q);
	return true;
}

bool
store_keep_month(
    struct store *store, int64_t before_ms, struct archive_month *out)
{
	struct db_query q = db_ask(store->db,
	    MONTH_SELECT " ORDER BY first_id LIMIT 1", db_int(before_ms));

	return read_month(&q, out);
}

bool
store_keep_raw_month(struct store *store, int64_t before_ms, int64_t after_id,
    struct archive_month *out)
{
	struct db_query q = db_ask(store->db,
	    MONTH_SELECT " AND raw_gone = 0 AND first_id > ?2"
			 " ORDER BY first_id LIMIT 1",
	    db_int(before_ms), db_int(after_id));

	return read_month(&q, out);
}

void
store_keep_raw_month_gone(struct store *store,
    const struct archive_month *month, int gone, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE archive SET raw_gone = 1 WHERE month = ?1 AND last_id = ?2",
	    db_text(month->month), db_int(month->last_id));
	db_run(store->db,
	    "UPDATE retained SET gone = gone + ?1, last_ms = ?2"
	    " WHERE kind = 'raw'",
	    db_int(gone), db_int(now_ms));
}

static int
drop_raw(struct db *db, int64_t after, struct err *err)
{
	int gone, rc;

	(void)db_begin(db);
	gone = db_run(db,
	    "DELETE FROM message_raw WHERE message_id > ?1"
	    " AND message_id <= ?2",
	    db_int(after), db_int(after + FILE_SLICE));
	rc = db_failed(db, err);
	if (rc == 0 && !db_commit(db))
		rc = db_failed(db, err);
	if (rc != 0)
		db_rollback(db);
	return rc != 0 ? rc : gone;
}

int
store_keep_file_raw(const char *path, struct err *err)
{
	int64_t at, newest;
	int gone = 0, rc = 0;
	struct db *db;

	/* To open it would make an empty one. */
	if (access(path, F_OK) != 0)
		return err_set(
		    err, STORE_OPEN, 0, "%s: %s", path, strerror(errno));
	db = db_open(path, false, err);
	if (db == NULL)
		return err->code;
	at = db_number(
	    db, 0, "SELECT coalesce(min(message_id), 1) - 1 FROM message_raw");
	newest = db_number(
	    db, 0, "SELECT coalesce(max(message_id), 0) FROM message_raw");
	for (; rc >= 0 && at < newest; at += FILE_SLICE) {
		rc = drop_raw(db, at, err);
		gone += rc > 0 ? rc : 0;
	}
	(void)db_cut_journal(db);
	db_close(&db);
	return rc < 0 ? rc : gone;
}

void
store_keep_month_gone(
    struct store *store, const struct archive_month *month, int64_t now_ms)
{
	struct kept_kind now = {.kind = "months", .last_ms = now_ms};

	now.gone = db_run(store->db,
	    "DELETE FROM archive WHERE month = ?1 AND last_id = ?2"
	    " AND dropped_id >= last_id",
	    db_text(month->month), db_int(month->last_id));
	now.place = month->last_id;
	now.oldest_ms = db_number(
	    store->db, 0, "SELECT coalesce(min(until_ms), 0) FROM archive");
	reach(store, &now);
	/* Chains that end in it do not end wrongly (store_check.c). */
	if (now.place > store_setting_int(store, STORE_MONTHS_GONE, 0))
		store_setting_put_int(store, STORE_MONTHS_GONE, now.place);
}

/* -- the index of words -----------------------------------------------------
 */

bool
store_keep_index_due(struct store *store, int64_t now_ms)
{
	return place_of(store, KEEP_TEXTS) > place_of(store, KEEP_INDEX) &&
	       db_number(store->db, 0,
		   "SELECT last_ms FROM retained WHERE kind = 'index'") <=
		   now_ms - INDEX_EVERY_MS;
}

void
store_keep_index_done(struct store *store, int64_t now_ms)
{
	struct kept_kind now = {.kind = "index", .gone = 1, .last_ms = now_ms};

	now.place = place_of(store, KEEP_TEXTS);
	reach(store, &now);
}

/* -- the report -------------------------------------------------------------
 */

/* Nothing was found to go: no row is written, for many look often. */
void
store_keep_gone(
    struct store *store, enum keep_kind kind, int gone, int64_t now_ms)
{
	struct kept_kind now = {.gone = gone, .last_ms = now_ms};

	if (gone <= 0)
		return;
	str_copy(now.kind, sizeof(now.kind), str_from(walks[kind].name));
	reach(store, &now);
}

static void
read_kind(struct store *store, struct kept_kind *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT place, gone, last_ms, oldest_ms FROM retained"
	    " WHERE kind = ?1",
	    db_text(out->kind));

	if (db_next(&q)) {
		out->place = db_get_int(&q);
		out->gone = db_get_int(&q);
		out->last_ms = db_get_int(&q);
		out->oldest_ms = db_get_int(&q);
	}
	db_end(&q);
}

void
store_keep_each(struct store *store,
    bool (*fn)(void *arg, const struct kept_kind *kind), void *arg)
{
	for (unsigned i = 0; i < KEEP_KINDS; i++) {
		struct kept_kind kind = {.which = i, .rule = walks[i].rule};

		str_copy(kind.kind, sizeof(kind.kind), str_from(walks[i].name));
		read_kind(store, &kind);
		if (walks[i].oldest != NULL)
			kind.oldest_ms = db_number_with(
			    store->db, 0, walks[i].oldest, DB_VALUES());
		if (!fn(arg, &kind))
			break;
	}
}
