#include "gateway/store/message_row.h"
#include "gateway/store/store_fresh.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_open.h"
#include "gateway/store/store_route.h"

/* Bits of the states in which a second copy waits, or waited too long. */
#define SECOND_COPY                                                            \
	(1 << MESSAGE_QUEUED | 1 << MESSAGE_REFUSED | 1 << MESSAGE_STALE)

/* -- how it ended -------------------------------------------------------- */

/* `rows` that an UPDATE changed: one when the message has just left the open
 * states, so that the next text of its phone may come; none when the move was
 * refused.  The phone is asked for before, while the row is remembered.
 * (RETURNING would make a table of its own each time: a tenth of what an
 * outcome costs.) */
static void
moved(struct store *store, int64_t id, enum message_state to, int64_t phone_id,
    int rows)
{
	if (rows <= 0) {
		message_row_refuse(store, id, to);
		return;
	}
	store_open_landed(store->open, id);
	if (to == MESSAGE_REFUSED)
		store_open_waits(store->open, phone_id, true);
	message_row_line_up(store, phone_id);
}

/* An outcome is about a row of an earlier turn, so it need not wait for those
 * of this one. */
static int64_t
settled_phone(struct store *store, int64_t id)
{
	if (store_fresh_find(store, id) != NULL)
		store_fresh_write(store);
	return message_row_phone(store, id);
}

/* Or late: proof that the first copy came, while the second one waits. */
void
store_message_sent(struct store *store, int64_t id, int64_t now_ms,
    int parts_total, int parts_done)
{
	int64_t phone_id = settled_phone(store, id);
	moved(store, id, MESSAGE_SENT, phone_id,
	    db_run(store->db,
		DB_AS_STORED
		"UPDATE message SET state = ?2, lane = 0, changed_ms = ?3,"
		" parts_total = ?4, parts_done = ?5, code = 0, mr = -1,"
		" why = iif(substr(why, 1, 9) = '" MESSAGE_FAILED_BY
		"', why, '')"
		" WHERE id = ?1 AND ((?6 >> state) & 1"
		" OR (repeated > 0 AND (?7 >> state) & 1))",
		db_int(id), db_int(MESSAGE_SENT), db_int(now_ms),
		db_int(parts_total), db_int(parts_done),
		db_int(message_row_from(MESSAGE_SENT)), db_int(SECOND_COPY)));
}

void
store_message_sent_whole(
    struct store *store, int64_t id, int64_t now_ms, int64_t mr)
{
	int64_t phone_id = settled_phone(store, id);
	struct message m;
	bool known = store_seen_peek(store, SEEN_MESSAGE, id, &m);
	/* Nothing that an index holds but the state changes: it was sending. */
	int rows = db_run(store->db,
	    DB_AS_STORED "UPDATE message SET state = ?2, changed_ms = ?3,"
			 " parts_total = 1, parts_done = 1, mr = ?4"
			 " WHERE id = ?1 AND state = 18",
	    db_int(id), db_int(MESSAGE_SENT), db_int(now_ms), db_int(mr));
	moved(store, id, MESSAGE_SENT, phone_id, rows);
	if (rows <= 0 || !known)
		return;
	m.state = MESSAGE_SENT;
	m.changed_ms = now_ms;
	m.parts_total = m.parts_done = 1;
	m.mr = mr;
	message_row_note(store, &m); /* its report is the next to ask */
}

void
store_message_refused(struct store *store, int64_t id, int64_t now_ms,
    int64_t due_ms, int parts_done, int code, const char *why)
{
	int64_t phone_id = settled_phone(store, id);
	moved(store, id, MESSAGE_REFUSED, phone_id,
	    db_run(store->db,
		/* Alarms wait behind nothing, so nothing lines them up. */
		DB_AS_STORED
		"UPDATE message SET state = ?2, changed_ms = ?3, due_ms = ?4,"
		" lane = CASE class WHEN 5 THEN iif(pin_id <> 0, pin_id, ?9)"
		" * 16 + class ELSE lane END,"
		" parts_done = ?5, code = ?6, why = ?7"
		" WHERE id = ?1 AND (?8 >> state) & 1",
		db_int(id), db_int(MESSAGE_REFUSED), db_int(now_ms),
		db_int(due_ms), db_int(parts_done), db_int(code), db_text(why),
		db_int(message_row_from(MESSAGE_REFUSED)),
		db_int(store_route_group(store, phone_id, 0, MESSAGE_ALARM))));
}

void
store_message_uncount(struct store *store, int64_t id)
{
	db_run(store->db,
	    "UPDATE message SET tries = max(tries - 1, 0),"
	    " first_ms = iif(tries <= 1, 0, first_ms)"
	    " WHERE id = ?1 AND state = ?2",
	    db_int(id), db_int(MESSAGE_REFUSED));
}

void
store_message_failed(
    struct store *store, int64_t id, int64_t now_ms, int code, const char *why)
{
	int64_t phone_id = settled_phone(store, id);
	moved(store, id, MESSAGE_FAILED, phone_id,
	    db_run(store->db,
		DB_AS_STORED
		"UPDATE message SET state = ?2, lane = 0, changed_ms = ?3,"
		" code = ?4, why = ?5"
		" WHERE id = ?1 AND (?6 >> state) & 1",
		db_int(id), db_int(MESSAGE_FAILED), db_int(now_ms),
		db_int(code), db_text(why),
		db_int(message_row_from(MESSAGE_FAILED))));
}

void
store_message_unknown(struct store *store, int64_t id, int64_t now_ms,
    int64_t settle_ms, int parts_total, int parts_done, const char *why)
{
	int64_t phone_id = settled_phone(store, id);
	moved(store, id, MESSAGE_UNKNOWN, phone_id,
	    db_run(store->db,
		DB_AS_STORED
		"UPDATE message SET state = ?2, lane = ?3, changed_ms = ?4,"
		" due_ms = ?5, parts_done = ?6, why = ?7, code = 0,"
		" parts_total = ?9 WHERE id = ?1 AND (?8 >> state) & 1",
		db_int(id), db_int(MESSAGE_UNKNOWN),
		db_int(MESSAGE_LANE_UNKNOWN), db_int(now_ms), db_int(settle_ms),
		db_int(parts_done), db_text(why),
		db_int(message_row_from(MESSAGE_UNKNOWN)),
		db_int(parts_total)));
}

void
store_message_settled(struct store *store, int64_t id, int64_t now_ms)
{
	if (db_run(store->db,
		"UPDATE message SET lane = 0, due_ms = 0, changed_ms = ?2"
		" WHERE id = ?1 AND state = ?3",
		db_int(id), db_int(now_ms), db_int(MESSAGE_UNKNOWN)) == 0)
		message_row_refuse(store, id, MESSAGE_UNKNOWN);
}

void
store_message_again(struct store *store, int64_t id, int64_t now_ms)
{
	int64_t phone_id = db_number(store->db, 0,
	    "UPDATE message SET state = ?2, lane = 0, changed_ms = ?3,"
	    " due_ms = ?3, mr = -1,"
	    " repeated = max(repeated, 1 + (code <> ?5)),"
	    " parts_done = iif(state = 12, 0, parts_done)"
	    " WHERE id = ?1 AND (?4 >> state) & 1 RETURNING phone_id",
	    db_int(id), db_int(MESSAGE_QUEUED), db_int(now_ms),
	    db_int(message_row_from(MESSAGE_QUEUED)),
	    db_int(MESSAGE_CODE_STOPPED));
	if (phone_id != 0)
		message_row_wait_again(store, phone_id);
	else
		message_row_refuse(store, id, MESSAGE_QUEUED);
}

void
store_message_elsewhere(
    struct store *store, int64_t id, int64_t now_ms, int code, const char *why)
{
	db_run(store->db,
	    "UPDATE message SET code = ?2, why = ?3 WHERE id = ?1", db_int(id),
	    db_int(code), db_text(why));
	store_message_again(store, id, now_ms);
}

void
store_message_ends(struct store *store, int limit,
    void (*fn)(void *arg, int64_t link_id, enum message_state state,
	int64_t changed_ms),
    void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT link_id, state, changed_ms FROM message"
	    " WHERE id > (SELECT max(id) FROM message) - ?1 AND out = 1"
	    " ORDER BY id",
	    db_int(limit));
	while (db_next(&q)) {
		int64_t link_id = db_get_int(&q);
		enum message_state state = (enum message_state)db_get_int(&q);
		fn(arg, link_id, state, db_get_int(&q));
	}
	db_end(&q);
}

void
store_message_go_on(struct store *store, int64_t id, int64_t now_ms)
{
	int64_t phone_id = db_number(store->db, 0,
	    "UPDATE message SET state = ?2, lane = 0, changed_ms = ?3,"
	    " due_ms = ?3, parts_done = parts_done + 1"
	    " WHERE id = ?1 AND state = ?4 RETURNING phone_id",
	    db_int(id), db_int(MESSAGE_QUEUED), db_int(now_ms),
	    db_int(MESSAGE_UNKNOWN));
	if (phone_id != 0)
		message_row_wait_again(store, phone_id);
	else
		message_row_refuse(store, id, MESSAGE_QUEUED);
}

/* A second copy that still waits need not leave any more, once the first is
 * known to have come; one that is on its way ends by itself, and a report
 * that comes twice says nothing new. */
void
store_message_delivered(struct store *store, int64_t id, int64_t now_ms)
{
	int64_t phone_id = settled_phone(store, id);
	int rows = db_run(store->db,
	    DB_AS_STORED
	    "UPDATE message SET state = ?2, lane = 0, changed_ms = ?3,"
	    " why = iif(substr(why, 1, 9) = '" MESSAGE_FAILED_BY "', why, '')"
	    " WHERE id = ?1 AND ((?4 >> state) & 1"
	    " OR (repeated > 0 AND (?5 >> state) & 1))",
	    db_int(id), db_int(MESSAGE_DELIVERED), db_int(now_ms),
	    db_int(message_row_from(MESSAGE_DELIVERED)), db_int(SECOND_COPY));
	if (rows > 0)
		message_row_line_up(store, phone_id);
	else if (db_number(store->db, 0,
		     "SELECT 1 FROM message WHERE id = ?1"
		     " AND state IN (13, 18)",
		     db_int(id)) == 0)
		message_row_refuse(store, id, MESSAGE_DELIVERED);
}

/* -- an operator's wish -------------------------------------------------- */

bool
store_message_retry(struct store *store, int64_t id, int64_t now_ms)
{
	int64_t phone_id = db_number(store->db, 0,
	    "UPDATE message SET repeated = max(repeated, state = 14),"
	    " state = CASE state WHEN 15 THEN 15 ELSE 10 END, lane = 0,"
	    " due_ms = ?2, stale_ms = 0, first_ms = 0, changed_ms = ?2,"
	    " mr = -1 WHERE id = ?1 AND state IN (10, 14, 15, 16, 17)"
	    " RETURNING phone_id",
	    db_int(id), db_int(now_ms));
	if (phone_id != 0)
		message_row_wait_again(store, phone_id);
	return phone_id != 0;
}

bool
store_message_drop(struct store *store, int64_t id, int64_t now_ms)
{
	int64_t phone_id = db_number(store->db, 0,
	    "UPDATE message SET state = CASE state WHEN 14 THEN 16 ELSE 17 END,"
	    " lane = 0, changed_ms = ?2, why = 'dropped by an operator'"
	    " WHERE id = ?1 AND state IN (10, 14, 15) RETURNING phone_id",
	    db_int(id), db_int(now_ms));
	if (phone_id != 0)
		message_row_line_up(store, phone_id);
	return phone_id != 0;
}
