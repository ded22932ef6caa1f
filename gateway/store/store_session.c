#include "gateway/store/store_session.h"

#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_keep.h"
#include "gateway/store/store_session_turn.h"

#define MINUTE_MS INT64_C(60000)
#define HOUR_MS INT64_C(3600000)
/* Channels whose gateways use the same ids: more are not looked at. */
#define SAME_MARK 16

#define COLUMNS                                                                \
	"id, link_id, ext, mark, phone_id, person_id, code, dial, network,"    \
	" state, reason, opened_ms, seen_ms, closed_ms, turns, last_text,"     \
	" screen, stack, vars, bad, page, token, lang, resumable, made"

int64_t
store_session_mark(struct str ext)
{
	uint64_t hash = span_hash(span_of(ext.at, ext.octets));
	return (int64_t)(hash >> 1 | 1);
}

int64_t
store_session_mark_phone(int64_t link_id, const char *number)
{
	uint8_t both[sizeof(link_id) + PARTY_OCTETS] = {0};
	size_t octets = strnlen(number, PARTY_OCTETS);
	memcpy(both, &link_id, sizeof(link_id));
	memcpy(both + sizeof(link_id), number, octets);
	uint64_t hash = span_hash(span_of(both, sizeof(link_id) + octets));
	return (int64_t)(hash >> 1 | 1);
}

/* -- rows ------------------------------------------------------------------ */

static void
read_state(struct db_query *q, struct store_session *out)
{
	struct session_state *s = &out->state;
	db_get_text(q, s->screen, sizeof(s->screen));
	db_get_text(q, s->stack, sizeof(s->stack));
	db_get_text(q, s->vars, sizeof(s->vars));
	s->bad = (int)db_get_int(q);
	s->page = (int)db_get_int(q);
	s->token = db_get_int(q);
	db_get_text(q, s->lang, sizeof(s->lang));
	out->resumable = db_get_int(q) != 0;
	db_get_text(q, out->made, sizeof(out->made));
}

static void
read_row(struct db_query *q, struct store_session *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->link_id = db_get_int(q);
	db_get_text(q, out->ext, sizeof(out->ext));
	out->mark = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->person_id = db_get_int(q);
	db_get_text(q, out->code, sizeof(out->code));
	db_get_text(q, out->dial, sizeof(out->dial));
	db_get_text(q, out->network, sizeof(out->network));
	out->life = (enum session_life)db_get_int(q);
	db_get_text(q, out->reason, sizeof(out->reason));
	out->opened_ms = db_get_int(q);
	out->seen_ms = db_get_int(q);
	out->closed_ms = db_get_int(q);
	out->turns = (int)db_get_int(q);
	db_get_text(q, out->last_text, sizeof(out->last_text));
	read_state(q, out);
}

bool
store_session_find(struct store *store, int64_t mark, int64_t link_id,
    const char *ext, struct store_session *out, int64_t *elsewhere_ms_out)
{
	struct store_session row;
	bool found = false;
	memset(out, 0, sizeof(*out));
	*elsewhere_ms_out = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT " COLUMNS " FROM ussd_session WHERE mark = ?1 AND mark <> 0"
	    " ORDER BY id DESC LIMIT ?2",
	    db_int(mark), db_int(SAME_MARK));
	while (db_next(&q)) {
		read_row(&q, &row);
		if (strcmp(row.ext, ext) != 0)
			continue;
		if (row.link_id == link_id && !found) {
			*out = row;
			found = true;
		} else if (row.link_id != link_id && row.life == SESSION_WAIT &&
			   row.seen_ms > *elsewhere_ms_out) {
			*elsewhere_ms_out = row.seen_ms;
		}
	}
	return found;
}

bool
store_session_get(struct store *store, int64_t id, struct store_session *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " COLUMNS " FROM ussd_session WHERE id = ?1", db_int(id));
	bool found = db_next(&q);
	if (found)
		read_row(&q, out);
	else
		memset(out, 0, sizeof(*out));
	db_end(&q);
	return found;
}

int64_t
store_session_next(struct store *store)
{
	return db_number(
	    store->db, 1, "SELECT coalesce(max(id), 0) + 1 FROM ussd_session");
}

void
store_session_open(
    struct store *store, const struct store_session *row, int64_t same_id)
{
	const struct session_state *s = &row->state;
	if (same_id != 0)
		db_run(store->db,
		    "UPDATE ussd_session SET mark = 0 WHERE id = ?1",
		    db_int(same_id));
	db_run(store->db,
	    "INSERT INTO ussd_session (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5,"
	    " ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
	    " ?19, ?20, ?21, ?22, ?23, ?24, ?25)",
	    db_int(row->id), db_int(row->link_id), db_text(row->ext),
	    db_int(row->mark), db_int(row->phone_id), db_int(row->person_id),
	    db_text(row->code), db_text(row->dial), db_text(row->network),
	    db_int(row->life), db_text(row->reason), db_int(row->opened_ms),
	    db_int(row->seen_ms), db_int(row->closed_ms), db_int(row->turns),
	    db_text(row->last_text), db_text(s->screen), db_text(s->stack),
	    db_text(s->vars), db_int(s->bad), db_int(s->page), db_int(s->token),
	    db_text(s->lang), db_int(row->resumable), db_text(row->made));
}

void
store_session_put(struct store *store, const struct store_session *row)
{
	const struct session_state *s = &row->state;
	db_run(store->db,
	    "UPDATE ussd_session SET person_id = ?2, dial = ?3, seen_ms = ?4,"
	    " turns = ?5, last_text = ?6, screen = ?7, stack = ?8, vars = ?9,"
	    " bad = ?10, page = ?11, token = ?12, lang = ?13, resumable = ?14,"
	    " made = ?15 WHERE id = ?1",
	    db_int(row->id), db_int(row->person_id), db_text(row->dial),
	    db_int(row->seen_ms), db_int(row->turns), db_text(row->last_text),
	    db_text(s->screen), db_text(s->stack), db_text(s->vars),
	    db_int(s->bad), db_int(s->page), db_int(s->token), db_text(s->lang),
	    db_int(row->resumable), db_text(row->made));
}

void
store_session_move(struct store *store, int64_t id, enum session_life life,
    const char *reason, int64_t closed_ms)
{
	db_run(store->db,
	    "UPDATE ussd_session SET state = ?2, reason = ?3, closed_ms = ?4"
	    " WHERE id = ?1",
	    db_int(id), db_int(life), db_text(reason), db_int(closed_ms));
}

/* -- who dials ------------------------------------------------------------- */

void
store_session_past(struct store *store, int64_t phone_id, int64_t link_id,
    const char *code, int64_t now_ms, struct session_past *out)
{
	memset(out, 0, sizeof(*out));
	struct db_query q = db_ask(store->db,
	    "SELECT id, link_id, state, opened_ms, code FROM ussd_session"
	    " WHERE phone_id = ?1 ORDER BY id DESC LIMIT ?2",
	    db_int(phone_id), db_int(STORE_SESSION_LOOK));
	while (db_next(&q)) {
		int64_t id = db_get_int(&q), link = db_get_int(&q);
		int64_t life = db_get_int(&q), opened_ms = db_get_int(&q);
		/* A clock that was ahead must not lock anybody out until the
		 * time has caught up. */
		int64_t ago_ms = llabs(now_ms - opened_ms);
		out->in_minute += ago_ms < MINUTE_MS;
		out->in_hour += ago_ms < HOUR_MS;
		if (out->waiting_id == 0 && link == link_id &&
		    life == SESSION_WAIT)
			out->waiting_id = id;
		if (out->newest_id == 0 && str_is(db_get_str(&q), code))
			out->newest_id = id;
	}
}

int64_t
store_session_before(
    struct store *store, const struct store_session *row, int64_t since_ms)
{
	if (row->ext[0] == '\0')
		return 0;
	return db_number(store->db, 0,
	    "SELECT max(id) FROM (SELECT id, link_id, ext, code, dial,"
	    " opened_ms FROM ussd_session WHERE phone_id = ?1 AND id < ?2"
	    " ORDER BY id DESC LIMIT ?3) WHERE link_id = ?4 AND ext = ?5"
	    " AND code = ?6 AND dial = ?7 AND opened_ms >= ?8",
	    db_int(row->phone_id), db_int(row->id), db_int(STORE_SESSION_LOOK),
	    db_int(row->link_id), db_text(row->ext), db_text(row->code),
	    db_text(row->dial), db_int(since_ms));
}

/* -- sweeping -------------------------------------------------------------- */

/* "state = 2" is SESSION_WAIT: the index of those that wait is found by it. */
_Static_assert(SESSION_WAIT == 2, "the partial index names the number");

void
store_session_waiting(struct store *store,
    void (*fn)(void *arg, int64_t link_id, int64_t count), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT link_id, count(*) FROM ussd_session WHERE state = 2"
	    " GROUP BY link_id");
	while (db_next(&q)) {
		int64_t link_id = db_get_int(&q);
		fn(arg, link_id, db_get_int(&q));
	}
}

size_t
store_session_idle(struct store *store, int64_t link_id, int64_t after_id,
    struct session_idle *out, size_t most)
{
	size_t count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, seen_ms FROM ussd_session WHERE state = 2"
	    " AND link_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
	    db_int(link_id), db_int(after_id), db_int((int64_t)most));
	while (db_next(&q)) {
		out[count].id = db_get_int(&q);
		out[count++].seen_ms = db_get_int(&q);
	}
	return count;
}

int
store_session_lose(struct store *store, int64_t link_id, int64_t up_to_id,
    int most, const char *reason, int64_t now_ms)
{
	return db_run(store->db,
	    "UPDATE ussd_session SET state = ?4, reason = ?5, closed_ms = ?6"
	    " WHERE id IN (SELECT id FROM ussd_session WHERE state = 2"
	    " AND link_id = ?1 AND id <= ?2 ORDER BY id LIMIT ?3)",
	    db_int(link_id), db_int(up_to_id), db_int(most),
	    db_int(SESSION_LOST), db_text(reason), db_int(now_ms));
}

/* The last id with nothing to do for it or any before it. */
#define UNMARKED "ussd_unmarked"

bool
store_session_unmark(struct store *store, int64_t before_ms, int most)
{
	int64_t done = store_setting_int(store, UNMARKED, 0);
	int64_t last = done;
	int count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, opened_ms FROM ussd_session WHERE id > ?1"
	    " ORDER BY id LIMIT ?2",
	    db_int(done), db_int(most));
	while (db_next(&q)) {
		int64_t id = db_get_int(&q);
		if (db_get_int(&q) >= before_ms)
			break;
		last = id;
		count++;
	}
	db_end(&q);
	if (count == 0)
		return false;
	db_run(store->db,
	    "UPDATE ussd_session SET mark = 0 WHERE id > ?1 AND id <= ?2"
	    " AND mark <> 0",
	    db_int(done), db_int(last));
	store_setting_put_int(store, UNMARKED, last);
	return count == most;
}

bool
store_session_purge(
    struct store *store, int64_t before_ms, int most, int64_t now_ms)
{
	int64_t last = 0;
	int count = 0, gone;
	struct db_query q = db_ask(store->db,
	    "SELECT id, opened_ms FROM ussd_session ORDER BY id LIMIT ?1",
	    db_int(most));
	while (db_next(&q)) {
		int64_t id = db_get_int(&q);
		if (db_get_int(&q) >= before_ms)
			break;
		last = id;
		count++;
	}
	db_end(&q);
	if (count == 0)
		return false;
	if (last == store_session_next(store) - 1)
		last--;
	db_run(store->db, "DELETE FROM ussd_turn WHERE id < ?1",
	    db_int(STORE_SESSION_TURN(last + 1, 0)));
	gone = db_run(
	    store->db, "DELETE FROM ussd_session WHERE id <= ?1", db_int(last));
	store_keep_gone(store, KEEP_SESSIONS, gone, now_ms);
	return gone == most;
}
