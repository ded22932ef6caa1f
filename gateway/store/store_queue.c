#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"

/* More than the rooms of all links together. */
#define CLAIM_MOST 1024

/* -- in and back out ----------------------------------------------------- */

static void
note_queued(struct store *store, const struct message_out *out, int64_t id,
    int64_t due_ms)
{
	struct message m;
	memset(&m, 0, sizeof(m));
	m.id = id;
	m.prev_id = message_row_prev(store, out->phone_id);
	m.time_ms = m.changed_ms = out->now_ms;
	m.out = true;
	m.state = MESSAGE_QUEUED;
	m.phone_id = out->phone_id;
	m.person_id = out->person_id;
	m.link_id = out->link_id;
	m.order_id = out->order_id;
	m.cause_id = out->cause_id;
	m.class_ = out->class_;
	m.question = out->question;
	m.subject = out->subject;
	m.subject_id = out->subject_id;
	m.due_ms = due_ms;
	m.stale_ms = out->stale_ms;
	message_row_note(store, &m);
}

int64_t
store_message_queue(struct store *store, const struct message_out *out)
{
	int64_t due_ms = out->due_ms != 0 ? out->due_ms : out->now_ms;
	bool behind = out->class_ != MESSAGE_ALARM &&
		      db_number(store->db, 0,
			  "SELECT 1 FROM message INDEXED BY message_open"
			  " WHERE phone_id = ?1 AND " MESSAGE_OPEN
			  " AND (class <> 4 OR ?2 = 4) LIMIT 1",
			  db_int(out->phone_id), db_int(out->class_)) == 1;
	int64_t lane = behind ? 0
			      : out->link_id * MESSAGE_LANE_LINK +
				    out->question * MESSAGE_LANE_QUESTION +
				    out->class_;
	int64_t id = db_insert(store->db,
	    "INSERT INTO message (prev_id, time_ms, out, state, phone_id,"
	    " person_id, link_id, pin_id, order_id, cause_id, changed_ms,"
	    " lane, class, question, subject, subject_id, due_ms, stale_ms,"
	    " text)"
	    " VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?2, ?9, ?10,"
	    " ?11, ?12, ?13, ?14, ?15, ?16)",
	    db_int(message_row_prev(store, out->phone_id)), db_int(out->now_ms),
	    db_int(MESSAGE_QUEUED), db_int(out->phone_id),
	    db_int(out->person_id), db_int(out->link_id), db_int(out->order_id),
	    db_int(out->cause_id), db_int(lane), db_int(out->class_),
	    db_int(out->question), db_int(out->subject),
	    db_int(out->subject_id), db_int(due_ms), db_int(out->stale_ms),
	    db_str(out->text));
	note_queued(store, out, id, due_ms);
	message_row_chain(store, out->phone_id, id);
	return id;
}

/* Asked before it is written: mostly nothing waits. */
static bool
waits(struct store *store, int64_t phone_id, int64_t subject, int64_t id)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM message INDEXED BY message_open"
		   " WHERE phone_id = ?1 AND " MESSAGE_OPEN " AND state <> 11"
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
	    " WHERE phone_id = ?1 AND " MESSAGE_OPEN " AND state <> 11"
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
		" WHERE phone_id = ?1 AND " MESSAGE_OPEN
		" AND state <> 11 AND person_id = ?3",
		db_int(phone_id), db_int(MESSAGE_STALE), db_int(person_id)) > 0)
		message_row_line_up(store, phone_id);
}

/* -- claiming ------------------------------------------------------------ */

/* Up to four lanes hold what may leave by this link in this class; each is
 * read in due order, and no further than needed. */
static int
claim_find(struct store *store, enum message_class class_, int64_t link_id,
    bool two_way, int64_t now_ms, int limit, int64_t *ids)
{
	int64_t any = class_;
	int64_t pinned = link_id * MESSAGE_LANE_LINK + class_;
	/* Without questions those two lanes are looked at twice: never found,
	 * for a lane of 0 is in no index. */
	int64_t any_asked = two_way ? any + MESSAGE_LANE_QUESTION : 0;
	int64_t pinned_asked = two_way ? pinned + MESSAGE_LANE_QUESTION : 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM ("
	    "SELECT * FROM (SELECT id, due_ms FROM message"
	    " WHERE lane = ?1 AND lane <> 0 AND due_ms <= ?5"
	    " ORDER BY due_ms, id LIMIT ?6)"
	    " UNION ALL SELECT * FROM (SELECT id, due_ms FROM message"
	    " WHERE lane = ?2 AND lane <> 0 AND due_ms <= ?5"
	    " ORDER BY due_ms, id LIMIT ?6)"
	    " UNION ALL SELECT * FROM (SELECT id, due_ms FROM message"
	    " WHERE lane = ?3 AND lane <> 0 AND due_ms <= ?5"
	    " ORDER BY due_ms, id LIMIT ?6)"
	    " UNION ALL SELECT * FROM (SELECT id, due_ms FROM message"
	    " WHERE lane = ?4 AND lane <> 0 AND due_ms <= ?5"
	    " ORDER BY due_ms, id LIMIT ?6)"
	    ") ORDER BY due_ms, id LIMIT ?6",
	    db_int(any), db_int(any_asked), db_int(pinned),
	    db_int(pinned_asked), db_int(now_ms), db_int(limit));
	int count = 0;
	while (count < limit && db_next(&q))
		ids[count++] = db_get_int(&q);
	db_end(&q);
	return count;
}

/* Stale: marked for store_message_take_stale(), and the next of that phone
 * may come. */
static bool
claim_stale(struct store *store, int64_t id, int64_t now_ms)
{
	if (db_run(store->db,
		"UPDATE message SET state = ?2, lane = ?3, changed_ms = ?4"
		" WHERE id = ?1 AND stale_ms > 0 AND stale_ms <= ?4",
		db_int(id), db_int(MESSAGE_STALE), db_int(MESSAGE_LANE_STALE),
		db_int(now_ms)) == 0)
		return false;
	message_row_line_up(store, message_row_phone(store, id));
	return true;
}

/* Read before it is written, for the gate asks about it. */
static bool
claim_one(struct store *store, const struct message_claim *c, int64_t id)
{
	struct message m;
	if (!store_message_head(store, id, &m))
		return false;
	if (m.stale_ms > 0 && m.stale_ms <= c->now_ms) {
		claim_stale(store, id, c->now_ms);
		return false;
	}
	if (!message_row_words(store, &m))
		return false;
	if (c->may != NULL && !c->may(c->arg, &m))
		return false;
	if (db_run(store->db,
		"UPDATE message SET state = ?2, lane = 0, link_id = ?3,"
		" tries = tries + 1, changed_ms = ?4,"
		" first_ms = CASE first_ms WHEN 0 THEN ?4 ELSE first_ms END"
		" WHERE id = ?1 AND (?5 >> state) & 1",
		db_int(id), db_int(MESSAGE_SENDING), db_int(c->link_id),
		db_int(c->now_ms),
		db_int(message_row_from(MESSAGE_SENDING))) == 0) {
		message_row_refuse(store, id, MESSAGE_SENDING);
		return false;
	}
	m.state = MESSAGE_SENDING;
	m.link_id = c->link_id;
	m.tries++;
	m.changed_ms = c->now_ms;
	if (m.first_ms == 0)
		m.first_ms = c->now_ms;
	message_row_note(store, &m); /* its outcome is the next to ask */
	c->fn(c->arg, &m);
	return true;
}

#define CLAIM_SPARE_MOST 64

static bool
is_left(struct store *store, const struct message_claim *c, int64_t id)
{
	struct message m;
	return store_message_head(store, id, &m) &&
	       m.state == MESSAGE_REFUSED && m.link_id == c->link_id &&
	       c->now_ms - m.due_ms < c->left_to_others_ms;
}

/* One class.  If there is nothing but texts that are left to others, they are
 * taken all the same. */
static int
claim_class(struct store *store, const struct message_claim *c,
    enum message_class class_, int limit)
{
	int64_t ids[CLAIM_MOST + CLAIM_SPARE_MOST];
	int most =
	    limit + (c->spare < CLAIM_SPARE_MOST ? c->spare : CLAIM_SPARE_MOST);
	int claimed = 0;
	int found = claim_find(
	    store, class_, c->link_id, c->two_way, c->now_ms, most, ids);
	bool jammed = found == most;
	for (int i = 0; i < found && claimed < limit; i++)
		if (c->left_to_others_ms <= 0 || !is_left(store, c, ids[i]))
			claimed += claim_one(store, c, ids[i]);
	for (int i = 0; i < found && claimed < limit && jammed; i++)
		if (c->left_to_others_ms > 0 && is_left(store, c, ids[i]))
			claimed += claim_one(store, c, ids[i]);
	return claimed;
}

int
store_message_claim_some(struct store *store, const struct message_claim *c)
{
	static const enum message_class order[] = {MESSAGE_ALARM,
	    MESSAGE_CONFIRM, MESSAGE_PROPOSAL, MESSAGE_NOTICE,
	    MESSAGE_ADVISORY};
	int limit = c->limit < CLAIM_MOST ? c->limit : CLAIM_MOST;
	int claimed = 0;
	for (size_t k = 0; k < sizeof(order) / sizeof(order[0]); k++) {
		if (claimed >= limit)
			break;
		if ((c->classes & MESSAGE_CLASS_BIT(order[k])) != 0)
			claimed +=
			    claim_class(store, c, order[k], limit - claimed);
	}
	return claimed;
}

int
store_message_claim(struct store *store, int64_t link_id, bool two_way,
    int64_t now_ms, int limit, void (*fn)(void *arg, const struct message *m),
    void *arg)
{
	struct message_claim all = {
	    .link_id = link_id,
	    .two_way = two_way,
	    .now_ms = now_ms,
	    .limit = limit,
	    .classes = MESSAGE_CLASSES_ALL,
	    .fn = fn,
	    .arg = arg,
	};
	return store_message_claim_some(store, &all);
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
	int64_t ids[CLAIM_MOST];
	int count = 0, given = 0;
	while (count < limit && count < CLAIM_MOST && db_next(q))
		ids[count++] = db_get_int(q);
	db_end(q);
	for (int i = 0; i < count; i++) {
		q[0] = db_ask(store->db, MESSAGE_SELECT "WHERE m.id = ?1",
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

/* Each round reads all open texts, but takes up to a thousand of them. */
int
store_message_recover(struct store *store, int64_t now_ms, int64_t settle_ms)
{
	struct recovery r = {store, now_ms, settle_ms};
	int count = 0;
	for (;;) {
		struct db_query q = db_ask(store->db,
		    "SELECT id FROM message INDEXED BY message_open"
		    " WHERE " MESSAGE_OPEN " AND state = 11");
		int given = give_rows(store, &q, CLAIM_MOST, recover_one, &r);
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
	    "SELECT id FROM message WHERE lane = ?1 AND lane <> 0"
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
		    "SELECT id FROM message INDEXED BY message_stale"
		    " WHERE stale_ms > 0 AND state IN (10, 15)"
		    " AND stale_ms <= ?1 ORDER BY stale_ms LIMIT 1",
		    db_int(now_ms));
		if (id == 0 || !claim_stale(store, id, now_ms))
			return;
	}
}

int
store_message_take_stale(struct store *store, int64_t now_ms, int limit,
    void (*fn)(void *arg, const struct message *m), void *arg)
{
	mark_stale(store, now_ms, limit);
	struct db_query q = db_ask(store->db,
	    "UPDATE message SET lane = 0 WHERE id IN (SELECT id FROM message"
	    " WHERE lane = ?1 AND lane <> 0 ORDER BY due_ms, id LIMIT ?2)"
	    " RETURNING id",
	    db_int(MESSAGE_LANE_STALE), db_int(limit));
	return give_rows(store, &q, limit, fn, arg);
}

/* -- when, and how many -------------------------------------------------- */

/* From lane to lane by one seek each, however many wait in it. */
static int64_t
earliest_due(struct store *store, int64_t after_lane)
{
	int64_t earliest = INT64_MAX;
	for (;;) {
		struct db_query q = db_ask(store->db,
		    "SELECT lane, due_ms FROM message"
		    " WHERE lane > ?1 AND lane <> 0"
		    " ORDER BY lane, due_ms LIMIT 1",
		    db_int(after_lane));
		if (!db_next(&q))
			return earliest;
		after_lane = db_get_int(&q);
		int64_t due_ms = db_get_int(&q);
		db_end(&q);
		if (earliest > due_ms)
			earliest = due_ms;
	}
}

int64_t
store_message_next_due(struct store *store)
{
	int64_t stale = db_number(store->db, INT64_MAX,
	    "SELECT stale_ms FROM message INDEXED BY message_stale"
	    " WHERE stale_ms > 0 AND state IN (10, 15)"
	    " ORDER BY stale_ms LIMIT 1");
	int64_t due = earliest_due(store, MESSAGE_LANE_UNKNOWN - 1);
	return due < stale ? due : stale;
}

int64_t
store_message_oldest_due(struct store *store)
{
	int64_t due = earliest_due(store, 0);
	return due == INT64_MAX ? 0 : due;
}

/* Open ones are counted by their index; the rest by reading all messages,
 * which is a question of people and not of the loop. */
int64_t
store_message_count(struct store *store, enum message_state state)
{
	if (state == MESSAGE_QUEUED || state == MESSAGE_SENDING ||
	    state == MESSAGE_REFUSED)
		return db_number(store->db, 0,
		    "SELECT count(*) FROM message INDEXED BY message_open"
		    " WHERE " MESSAGE_OPEN " AND state = ?1",
		    db_int(state));
	if (state == MESSAGE_UNKNOWN)
		return db_number(store->db, 0,
		    "SELECT count(*) FROM message WHERE lane = -2"
		    " AND lane <> 0");
	return db_number(store->db, 0,
	    "SELECT count(*) FROM message WHERE state = ?1", db_int(state));
}
