#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_fresh.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_open.h"
#include "gateway/store/store_route.h"

/* More than the rooms of all links together. */
#define ROWS_MOST 1024

/* -- in and back out ----------------------------------------------------- */

/* Is there anything that the new text must not overtake? */
static bool
is_behind(struct store *store, const struct message_out *out)
{
	struct store_open_look look =
	    store_open_look(store->open, out->phone_id);
	bool advisory = out->class_ == MESSAGE_ADVISORY;
	int open = look.flying + look.fresh;
	if (!advisory)
		open -= look.flying_advisories + look.fresh_advisories;
	if (out->class_ == MESSAGE_ALARM)
		return false;
	return open > 0 ||
	       (look.waits &&
		   db_number(store->db, 0,
		       DB_AS_STORED
		       "SELECT 1 FROM message INDEXED BY message_open"
		       " WHERE phone_id = ?1 AND " MESSAGE_OPEN
		       " AND (class <> 4 OR ?2 = 4) LIMIT 1",
		       db_int(out->phone_id), db_int(out->class_)) == 1);
}

int64_t
store_message_queue(struct store *store, const struct message_out *out)
{
	struct fresh_row row;
	memset(&row, 0, sizeof(row));
	struct message *m = &row.head;
	m->prev_id = message_row_prev(store, out->phone_id);
	m->time_ms = m->changed_ms = out->now_ms;
	m->out = true;
	m->state = MESSAGE_QUEUED;
	m->phone_id = out->phone_id;
	m->person_id = out->person_id;
	m->link_id = row.pin_id = out->link_id;
	m->order_id = out->order_id;
	m->cause_id = out->cause_id;
	m->class_ = out->class_;
	m->question = out->question;
	m->subject = out->subject;
	m->subject_id = out->subject_id;
	m->due_ms = out->due_ms != 0 ? out->due_ms : out->now_ms;
	m->stale_ms = out->stale_ms;
	m->mr = -1;
	row.words = span_of(out->text.at, out->text.octets);
	if (!is_behind(store, out)) {
		int64_t group = out->link_id;
		if (group == 0)
			group = store_route_group(
			    store, out->phone_id, out->person_id, out->class_);
		row.lane = message_row_lane(group, out->question, out->class_);
	}
	int64_t id = store_fresh_add(store, &row);
	message_row_chain(store, out->phone_id, id);
	return id;
}

static bool
fresh_waits(struct store *store, int64_t phone_id, int64_t subject, int64_t id)
{
	const struct fresh_row *row =
	    store_fresh_find(store, message_row_prev(store, phone_id));
	for (; row != NULL; row = store_fresh_find(store, row->head.prev_id))
		if (row->head.out && row->head.state == MESSAGE_QUEUED &&
		    (subject < 0 || ((int64_t)row->head.subject == subject &&
					row->head.subject_id == id)))
			return true;
	return false;
}

/* Asked before it is written: mostly nothing waits. */
static bool
waits(struct store *store, int64_t phone_id, int64_t subject, int64_t id)
{
	struct store_open_look look = store_open_look(store->open, phone_id);
	if (look.fresh > 0 && fresh_waits(store, phone_id, subject, id))
		return true;
	return look.waits &&
	       db_number(store->db, 0,
		   DB_AS_STORED
		   "SELECT 1 FROM message INDEXED BY message_open"
		   " WHERE phone_id = ?1 AND " MESSAGE_OPEN
		   " AND (?2 < 0 OR (subject = ?2 AND subject_id = ?3)) LIMIT "
		   "1",
		   db_int(phone_id), db_int(subject), db_int(id)) == 1;
}

/* subject below 0: any. */
static void
withdraw(struct store *store, int64_t subject, int64_t id, int64_t phone_id)
{
	if (!waits(store, phone_id, subject, id))
		return;
	db_run(store->db,
	    "UPDATE message INDEXED BY message_open"
	    " SET state = ?4, lane = 0, why = 'withdrawn'"
	    " WHERE phone_id = ?1 AND " MESSAGE_OPEN
	    " AND (?2 < 0 OR (subject = ?2 AND subject_id = ?3))",
	    db_int(phone_id), db_int(subject), db_int(id),
	    db_int(MESSAGE_STALE));
	message_row_line_up(store, phone_id);
}

void
store_message_withdraw(struct store *store, enum message_subject subject,
    int64_t subject_id, int64_t phone_id)
{
	withdraw(store, (int64_t)subject, subject_id, phone_id);
}

void
store_message_withdraw_all(struct store *store, int64_t phone_id)
{
	withdraw(store, -1, 0, phone_id);
}

void
store_message_withdraw_from(
    struct store *store, int64_t phone_id, int64_t person_id)
{
	if (db_run(store->db,
		"UPDATE message INDEXED BY message_open"
		" SET state = ?2, lane = 0, why = 'withdrawn'"
		" WHERE phone_id = ?1 AND " MESSAGE_OPEN " AND person_id = ?3",
		db_int(phone_id), db_int(MESSAGE_STALE), db_int(person_id)) > 0)
		message_row_line_up(store, phone_id);
}

void
store_message_put_off(
    struct store *store, int64_t id, int64_t due_ms, const char *why)
{
	db_run(store->db,
	    "UPDATE message SET due_ms = ?2, why = ?3"
	    " WHERE id = ?1 AND state IN (10, 15)",
	    db_int(id), db_int(due_ms), db_text(why));
}

/* -- what is left over --------------------------------------------------- */

/* fn may change the row, so the ids are read first and then row by row. */
static int
give_rows(struct store *store, struct db_query *q, int limit,
    void (*fn)(void *arg, const struct message *m), void *arg)
{
	int64_t ids[ROWS_MOST];
	int count = 0, given = 0;
	while (count < limit && count < ROWS_MOST && db_next(q))
		ids[count++] = db_get_int(q);
	db_end(q);
	for (int i = 0; i < count; i++) {
		q[0] = db_ask(store->db,
		    DB_AS_STORED MESSAGE_SELECT "WHERE m.id = ?1",
		    db_int(ids[i]));
		if (!db_next(q))
			break;
		struct message m;
		message_row_read(q, &m);
		fn(arg, &m);
		db_end(q);
		given++;
	}
	return given;
}

struct recovery {
	struct store *store;
	int64_t now_ms, settle_ms;
};

static void
recover_one(void *arg, const struct message *m)
{
	struct recovery *r = arg;
	store_message_unknown(r->store, m->id, r->now_ms, r->settle_ms,
	    m->parts_total, m->parts_done, "we were stopped while it was sent");
	db_run(r->store->db, "UPDATE message SET code = ?2 WHERE id = ?1",
	    db_int(m->id), db_int(MESSAGE_CODE_STOPPED));
	/* A report for that phone may tell us how it ended. */
	store_message_part_sent(r->store, m->id, m->link_id, m->phone_id,
	    m->parts_done, -1, r->now_ms);
}

/* Each round reads what is behind the mark, but takes up to a thousand. */
int
store_message_recover(struct store *store, int64_t now_ms, int64_t settle_ms)
{
	struct recovery r = {store, now_ms, settle_ms};
	int count = 0;
	for (;;) {
		struct db_query q = db_ask(store->db,
		    "SELECT id FROM message WHERE id > (SELECT"
		    " coalesce(max(value), 0) FROM setting"
		    " WHERE key = 'flight_mark') AND state = 18");
		int given = give_rows(store, &q, ROWS_MOST, recover_one, &r);
		if (given == 0)
			return count;
		count += given;
	}
}

int
store_message_unsettled(struct store *store, int64_t now_ms, int limit,
    void (*fn)(void *arg, const struct message *m), void *arg)
{
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED "SELECT id FROM message WHERE lane = ?1 AND lane <> 0"
			 " AND due_ms <= ?2 ORDER BY due_ms, id LIMIT ?3",
	    db_int(MESSAGE_LANE_UNKNOWN), db_int(now_ms), db_int(limit));
	return give_rows(store, &q, limit, fn, arg);
}

/* Those that no claim has met, because no link was up or they stood behind
 * others. */
static void
mark_stale(struct store *store, int64_t now_ms, int limit)
{
	for (; limit > 0; limit--) {
		int64_t id = db_number(store->db, 0,
		    DB_AS_STORED
		    "SELECT id FROM message INDEXED BY message_stale"
		    " WHERE stale_ms > 0 AND state IN (10, 15)"
		    " AND stale_ms <= ?1 ORDER BY stale_ms LIMIT 1",
		    db_int(now_ms));
		if (id == 0 || !message_row_stale(store, id, now_ms))
			return;
	}
}

int
store_message_take_stale(struct store *store, int64_t now_ms, int limit,
    void (*fn)(void *arg, const struct message *m), void *arg)
{
	mark_stale(store, now_ms, limit);
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED
	    "UPDATE message SET lane = 0 WHERE id IN (SELECT id FROM message"
	    " WHERE lane = ?1 AND lane <> 0 ORDER BY due_ms, id LIMIT ?2)"
	    " RETURNING id",
	    db_int(MESSAGE_LANE_STALE), db_int(limit));
	return give_rows(store, &q, limit, fn, arg);
}

/* -- when, and how many -------------------------------------------------- */

int64_t
store_message_next_due(struct store *store)
{
	int64_t stale = db_number(store->db, INT64_MAX,
	    DB_AS_STORED "SELECT stale_ms FROM message INDEXED BY message_stale"
			 " WHERE stale_ms > 0 AND state IN (10, 15)"
			 " ORDER BY stale_ms LIMIT 1");
	int64_t due = message_row_earliest(store, MESSAGE_LANE_UNKNOWN - 1);
	int64_t fresh = store_fresh_earliest(store);
	if (due > fresh)
		due = fresh;
	return due < stale ? due : stale;
}

int64_t
store_message_oldest_due(struct store *store)
{
	int64_t due = message_row_earliest(store, 0);
	int64_t fresh = store_fresh_earliest(store);
	if (due > fresh)
		due = fresh;
	return due == INT64_MAX ? 0 : due;
}

/* Open ones are counted by their index; the rest by reading all messages,
 * which is a question of people and not of the loop. */
int64_t
store_message_count(struct store *store, enum message_state state)
{
	return store_message_count_below(store, state, INT64_MAX, INT64_MAX);
}

int64_t
store_message_count_below(struct store *store, enum message_state state,
    int64_t before_id, int64_t most)
{
	if (state == MESSAGE_SENDING)
		return db_number(store->db, 0,
		    "SELECT count(*) FROM (SELECT 1 FROM message"
		    " WHERE id > (SELECT coalesce(max(value), 0) FROM setting"
		    " WHERE key = 'flight_mark') AND id < ?2 AND state = ?1"
		    " LIMIT ?3)",
		    db_int(state), db_int(before_id), db_int(most));
	if (state == MESSAGE_QUEUED || state == MESSAGE_REFUSED)
		return db_number(store->db, 0,
		    "SELECT count(*) FROM (SELECT 1 FROM message"
		    " INDEXED BY message_open WHERE " MESSAGE_OPEN
		    " AND id < ?2 AND state = ?1 LIMIT ?3)",
		    db_int(state), db_int(before_id), db_int(most));
	if (state == MESSAGE_UNKNOWN)
		return db_number(store->db, 0,
		    "SELECT count(*) FROM (SELECT 1 FROM message WHERE lane = "
		    "-2"
		    " AND lane <> 0 AND id < ?1 LIMIT ?2)",
		    db_int(before_id), db_int(most));
	return db_number(store->db, 0,
	    "SELECT count(*) FROM (SELECT 1 FROM message WHERE state = ?1"
	    " AND id < ?2 ORDER BY id DESC LIMIT ?3)",
	    db_int(state), db_int(before_id), db_int(most));
}

void
store_message_count_open(struct store *store, struct message_counts *out)
{
	*out = (struct message_counts){.queued = 0};
	struct db_query q = db_ask(store->db,
	    "SELECT sum(state = 10), sum(state = 15)"
	    " FROM message INDEXED BY message_open WHERE " MESSAGE_OPEN);
	if (db_next(&q)) {
		out->queued = db_get_int(&q);
		out->refused = db_get_int(&q);
	}
	db_end(&q);
	out->sending = store_message_count(store, MESSAGE_SENDING);
	out->unknown = store_message_count(store, MESSAGE_UNKNOWN);
}
