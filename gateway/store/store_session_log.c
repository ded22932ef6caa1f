/* The log of turns (store_session_list.h): by the index on time, or, of one
 * phone, by its sessions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/store/store_inside.h"
#include "gateway/store/store_session_inside.h"

/* No turn is later than that behind its session's beginning. */
#define SESSION_MOST_MS (24 * INT64_C(3600000))

static bool
is_before(struct session_place a, struct session_place b)
{
	return a.ms != b.ms ? a.ms < b.ms : a.id < b.id;
}

static bool
is_down(const struct session_log_filter *f)
{
	return f->before.ms != 0;
}

struct reading {
	const struct session_log_filter *f;
	bool (*fn)(void *arg, const struct session_turn *turn);
	void *arg;
	int given, looked;
	struct session_place reached; /* not zero: enough */
};

/* Outside of the window: -1 nothing fits from here on, 1 look on. */
static int
outside(const struct session_log_filter *f, struct session_place at)
{
	if (f->since_ms != 0 && at.ms < f->since_ms)
		return is_down(f) ? -1 : 1;
	if (f->until_ms != 0 && at.ms >= f->until_ms)
		return is_down(f) ? 1 : -1;
	if (is_down(f))
		return is_before(at, f->before) ? 0 : 1;
	return is_before(f->after, at) ? 0 : 1;
}

static void
give(struct reading *r, const struct session_turn *turn)
{
	const struct session_log_filter *f = r->f;
	struct session_place at = {turn->time_ms, turn->id};
	bool fits = (f->phone_id == 0 || turn->phone_id == f->phone_id) &&
		    (f->link_id == 0 || turn->link_id == f->link_id);
	bool more = true;

	r->looked++;
	if (fits) {
		r->given++;
		more = r->fn(r->arg, turn);
	}
	if (!more || r->given >= f->limit || r->looked >= f->look)
		r->reached = at;
}

/* -- all phones -------------------------------------------------------------
 */

static struct db_query
ask_all(struct store *store, const struct session_log_filter *f)
{
	struct session_place from = f->after;

	if (is_down(f))
		return db_ask(store->db,
		    SESSION_TURN_SELECT
		    "WHERE t.time_ms <= ?1 AND (t.time_ms < ?1 OR t.id < ?2)"
		    " ORDER BY t.time_ms DESC, t.id DESC",
		    db_int(f->before.ms), db_int(f->before.id));
	if (f->since_ms > from.ms)
		from = (struct session_place){f->since_ms, 0};
	return db_ask(store->db,
	    SESSION_TURN_SELECT
	    "WHERE t.time_ms >= ?1 AND (t.time_ms > ?1 OR t.id > ?2)"
	    " ORDER BY t.time_ms, t.id",
	    db_int(from.ms), db_int(from.id));
}

static void
read_all(struct store *store, struct reading *r)
{
	struct db_query q = ask_all(store, r->f);
	struct session_turn turn;
	int where = 0;

	while (where >= 0 && r->reached.ms == 0 && db_next(&q)) {
		session_turn_read(&q, &turn);
		where = outside(
		    r->f, (struct session_place){turn.time_ms, turn.id});
		if (where == 0)
			give(r, &turn);
	}
	db_end(&q);
}

/* -- one phone --------------------------------------------------------------
 * Its dialogues may overlap, one a channel: the places of all turns that could
 * be on the page are gathered, put in order, and so many are read. */

struct gather {
	const struct session_log_filter *f;
	struct session_place *at;
	size_t count, room;
	int64_t least_ms, most_ms;
};

static void
gather_one(struct gather *g, struct session_place at)
{
	if (outside(g->f, at) != 0)
		return;
	if (g->count == g->room) {
		g->room = g->room * 2 + 64;
		g->at = xrealloc(g->at, g->room * sizeof(*g->at));
	}
	/* Of the first that fill a page: the page ends there or nearer. */
	if (g->count < (size_t)g->f->limit) {
		if (g->count == 0 || at.ms < g->least_ms)
			g->least_ms = at.ms;
		if (at.ms > g->most_ms)
			g->most_ms = at.ms;
	}
	g->at[g->count++] = at;
}

static void
gather_session(struct store *store, struct gather *g, int64_t session_id)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, time_ms FROM ussd_turn WHERE id > ?1 AND id < ?2",
	    db_int(session_id * SESSION_TURN_IDS),
	    db_int((session_id + 1) * SESSION_TURN_IDS));

	while (db_next(&q)) {
		struct session_place at;

		at.id = db_get_int(&q);
		at.ms = db_get_int(&q);
		gather_one(g, at);
	}
	db_end(&q);
}

/* Is the page full, and can a dialogue opened then not come before its end? */
static bool
is_enough(const struct gather *g, int64_t opened_ms)
{
	if (g->count < (size_t)g->f->limit)
		return false;
	return is_down(g->f) ? opened_ms < g->least_ms - SESSION_MOST_MS
			     : opened_ms > g->most_ms;
}

static struct db_query
ask_phone(struct store *store, const struct session_log_filter *f)
{
	int64_t from_ms = f->since_ms > f->after.ms ? f->since_ms : f->after.ms;

	if (is_down(f))
		return db_ask(store->db,
		    "SELECT id, opened_ms FROM ussd_session"
		    " WHERE phone_id = ?1 ORDER BY id DESC",
		    db_int(f->phone_id));
	return db_ask(store->db,
	    "SELECT id, opened_ms FROM ussd_session"
	    " WHERE phone_id = ?1 AND id >= ?2 ORDER BY id",
	    db_int(f->phone_id),
	    db_int(session_first_since(store, from_ms - SESSION_MOST_MS)));
}

static int
upwards(const void *a, const void *b)
{
	return is_before(*(const struct session_place *)a,
		   *(const struct session_place *)b)
		   ? -1
		   : 1;
}

static void
read_gathered(struct store *store, struct reading *r, const struct gather *g)
{
	for (size_t i = 0; i < g->count && r->reached.ms == 0; i++) {
		size_t at = is_down(r->f) ? g->count - 1 - i : i;
		struct db_query q =
		    db_ask(store->db, SESSION_TURN_SELECT "WHERE t.id = ?1",
			db_int(g->at[at].id));
		struct session_turn turn;

		if (db_next(&q)) {
			session_turn_read(&q, &turn);
			give(r, &turn);
		}
		db_end(&q);
	}
}

static void
read_phone(struct store *store, struct reading *r)
{
	struct gather g = {.f = r->f};
	struct db_query q = ask_phone(store, r->f);
	bool cut = false;

	while (!cut && db_next(&q)) {
		int64_t id = db_get_int(&q);

		cut = is_enough(&g, db_get_int(&q));
		if (!cut)
			gather_session(store, &g, id);
	}
	db_end(&q);
	if (g.count > 0)
		qsort(g.at, g.count, sizeof(*g.at), upwards);
	read_gathered(store, r, &g);
	/* Another channel's may have been among them. */
	if (cut && r->reached.ms == 0)
		r->reached = g.at[is_down(r->f) ? 0 : g.count - 1];
	free(g.at);
}

struct session_place
store_session_log(struct store *store, const struct session_log_filter *f,
    bool (*fn)(void *arg, const struct session_turn *turn), void *arg)
{
	struct reading r = {.f = f, .fn = fn, .arg = arg};

	PANIC_UNLESS(f->limit > 0 && f->look > 0);
	if (f->phone_id != 0)
		read_phone(store, &r);
	else
		read_all(store, &r);
	return r.reached;
}

struct session_place
store_session_newest(struct store *store)
{
	struct db_query q =
	    db_ask(store->db, "SELECT time_ms, id FROM ussd_turn"
			      " ORDER BY time_ms DESC, id DESC LIMIT 1");
	struct session_place at = {0, 0};

	if (db_next(&q)) {
		at.ms = db_get_int(&q);
		at.id = db_get_int(&q);
	}
	db_end(&q);
	return at;
}
