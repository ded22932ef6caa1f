#include "gateway/store/message_row.h"

#include <string.h>

#include "gateway/store/store_fresh.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_open.h"
#include "gateway/store/store_route.h"

/* Every move there is (docs/queue.md draws it).  What an operator orders
 * (retry, drop) is the operator's, and not in here. */
static const struct {
	enum message_state from, to;
} message_moves[] = {
    {MESSAGE_RECEIVED, MESSAGE_QUARANTINED},
    {MESSAGE_QUEUED, MESSAGE_SENDING},
    {MESSAGE_REFUSED, MESSAGE_SENDING},
    {MESSAGE_SENDING, MESSAGE_SENT},
    {MESSAGE_SENDING, MESSAGE_REFUSED},
    {MESSAGE_SENDING, MESSAGE_UNKNOWN},
    {MESSAGE_SENDING, MESSAGE_FAILED}, /* refused for good */
    {MESSAGE_REFUSED, MESSAGE_FAILED},
    {MESSAGE_UNKNOWN, MESSAGE_SENT},
    {MESSAGE_UNKNOWN, MESSAGE_QUEUED},
    {MESSAGE_UNKNOWN, MESSAGE_FAILED},
    {MESSAGE_UNKNOWN, MESSAGE_DELIVERED}, /* the report says both */
    {MESSAGE_SENT, MESSAGE_DELIVERED},
    {MESSAGE_SENT, MESSAGE_FAILED},
    {MESSAGE_SENT, MESSAGE_QUEUED}, /* the network gave up, for a time */
    {MESSAGE_FAILED, MESSAGE_SENT}, /* late proof: we gave up too early */
    {MESSAGE_FAILED, MESSAGE_DELIVERED},
    {MESSAGE_QUEUED, MESSAGE_FAILED}, /* to a number that is blocked */
    {MESSAGE_QUEUED, MESSAGE_STALE},
    {MESSAGE_REFUSED, MESSAGE_STALE},
    {MESSAGE_HELD, MESSAGE_SENT}, /* a report says that it had left */
    {MESSAGE_HELD, MESSAGE_DELIVERED},
};

int64_t
message_row_from(enum message_state to)
{
	int64_t bits = 0;
	for (size_t i = 0; i < sizeof(message_moves) / sizeof(*message_moves);
	     i++)
		if (message_moves[i].to == to)
			bits |= INT64_C(1) << message_moves[i].from;
	return bits;
}

void
message_row_refuse(struct store *store, int64_t id, enum message_state to)
{
	int64_t from = db_number(store->db, 0,
	    "SELECT state FROM message WHERE id = ?1", db_int(id));
	db_fail(store->db, STORE_RULE, "message %lld cannot go from %s to %s",
	    (long long)id, message_state_name((enum message_state)from),
	    message_state_name(to));
}

const char *
message_state_name(enum message_state state)
{
	switch (state) {
	case MESSAGE_RECEIVED:
		return "received";
	case MESSAGE_REPEATED:
		return "repeated";
	case MESSAGE_QUARANTINED:
		return "quarantined";
	case MESSAGE_QUEUED:
		return "queued";
	case MESSAGE_SENDING:
		return "sending";
	case MESSAGE_SENT:
		return "sent";
	case MESSAGE_DELIVERED:
		return "delivered";
	case MESSAGE_UNKNOWN:
		return "unknown";
	case MESSAGE_REFUSED:
		return "refused";
	case MESSAGE_FAILED:
		return "failed";
	case MESSAGE_HELD:
		return "held";
	case MESSAGE_STALE:
		return "stale";
	}
	return "none";
}

const char *
message_part_state_name(enum message_part_state state)
{
	switch (state) {
	case MESSAGE_PART_UNKNOWN:
		return "unknown";
	case MESSAGE_PART_SENT:
		return "sent";
	case MESSAGE_PART_TRYING:
		return "trying";
	case MESSAGE_PART_DELIVERED:
		return "delivered";
	case MESSAGE_PART_FAILED:
		return "failed";
	}
	return "none";
}

/* A torn text is a text; that parts are missing is told besides. */
const char *
message_kind_name(enum message_kind kind)
{
	switch (kind) {
	case MESSAGE_TEXT:
	case MESSAGE_TORN:
		return "text";
	case MESSAGE_CALL:
		return "call";
	case MESSAGE_DATA:
		return "data";
	case MESSAGE_GARBLED:
		return "garbled";
	}
	return "text";
}

static void
head_read(struct db_query *q, struct message *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->prev_id = db_get_int(q);
	out->time_ms = db_get_int(q);
	out->out = db_get_int(q) != 0;
	out->state = (enum message_state)db_get_int(q);
	out->phone_id = db_get_int(q);
	out->person_id = db_get_int(q);
	out->link_id = db_get_int(q);
	out->order_id = db_get_int(q);
	out->cause_id = db_get_int(q);
	out->stamp_ms = db_get_int(q);
	out->hash = (uint64_t)db_get_int(q);
	out->changed_ms = db_get_int(q);
	out->class_ = (enum message_class)db_get_int(q);
	out->question = db_get_int(q) != 0;
	int64_t repeated = db_get_int(q);
	out->repeated = repeated > 0;
	out->repeated_spent = repeated > 1;
	out->subject = (enum message_subject)db_get_int(q);
	out->subject_id = db_get_int(q);
	out->due_ms = db_get_int(q);
	out->stale_ms = db_get_int(q);
	out->first_ms = db_get_int(q);
	out->tries = (int)db_get_int(q);
	out->parts_total = (int)db_get_int(q);
	out->parts_done = (int)db_get_int(q);
	out->code = (int)db_get_int(q);
	out->idle = db_get_int(q) != 0;
	out->kind = (enum message_kind)db_get_int(q);
	out->mr = db_get_int(q);
}

void
message_row_read(struct db_query *q, struct message *out)
{
	head_read(q, out);
	out->why = db_get_str(q).at;
	out->text = db_get_str(q).at;
	db_get_text(q, out->number, sizeof(out->number));
	db_get_text(q, out->link, sizeof(out->link));
}

bool
store_message_read(struct store *store, int64_t id, void *message_out)
{
	struct message *out = message_out;
	struct db_query q = db_ask(store->db,
	    "SELECT " MESSAGE_HEAD_COLUMNS " FROM message m WHERE m.id = ?1",
	    db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	head_read(&q, out);
	db_end(&q);
	return true;
}

void
message_row_note(struct store *store, const struct message *m)
{
	struct message head = *m;
	head.text = head.why = NULL;
	memset(head.number, 0, sizeof(head.number));
	memset(head.link, 0, sizeof(head.link));
	store_seen_note(store, SEEN_MESSAGE, m->id, &head);
}

int64_t
message_row_phone(struct store *store, int64_t id)
{
	struct message m;
	return store_message_head(store, id, &m) ? m.phone_id : 0;
}

int64_t
message_row_lane(int64_t group, bool question, enum message_class class_)
{
	return group * MESSAGE_LANE_LINK + question * MESSAGE_LANE_QUESTION +
	       (int64_t)class_;
}

/* -- whose turn it is, of one phone's texts -------------------------------- */

/* The oldest open text of a phone, of all and of those that are no advisories,
 * whatever it does; `waits`: it has no lane and should have one. */
struct oldest {
	int64_t id;
	enum message_class class_;
	bool waits;
};

static void
meet(struct oldest of[2], const struct oldest *text)
{
	if (of[0].id == 0 || text->id < of[0].id)
		of[0] = *text;
	if (text->class_ != MESSAGE_ADVISORY &&
	    (of[1].id == 0 || text->id < of[1].id))
		of[1] = *text;
}

#define FLYING_LOOK 64

static void
meet_flying(struct store *store, int64_t phone_id, struct oldest of[2])
{
	int64_t ids[FLYING_LOOK];
	int count = store_open_flying(store->open, phone_id, ids, FLYING_LOOK);
	for (int i = 0; i < count; i++) {
		struct message m;
		if (store_message_head(store, ids[i], &m))
			meet(of, &(struct oldest){m.id, m.class_, false});
	}
}

/* The newest messages of the chain are the fresh ones. */
static void
meet_fresh(struct store *store, int64_t phone_id, struct oldest of[2])
{
	const struct fresh_row *row =
	    store_fresh_find(store, message_row_prev(store, phone_id));
	for (; row != NULL; row = store_fresh_find(store, row->head.prev_id))
		if (row->head.out && row->head.state == MESSAGE_QUEUED)
			meet(of, &(struct oldest){row->head.id,
				     row->head.class_, row->lane == 0});
}

/* In order of ids, as far as the oldest that is no advisory. */
static void
meet_stored(struct store *store, int64_t phone_id, struct oldest of[2])
{
	bool any = false;
	struct oldest text = {.class_ = MESSAGE_ADVISORY};
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED "SELECT id, class, lane = 0"
			 " FROM message INDEXED BY message_open"
			 " WHERE phone_id = ?1 AND " MESSAGE_OPEN
			 " ORDER BY id",
	    db_int(phone_id));
	for (; text.class_ == MESSAGE_ADVISORY && db_next(&q); any = true) {
		text.id = db_get_int(&q);
		text.class_ = (enum message_class)db_get_int(&q);
		text.waits = db_get_int(&q) != 0;
		meet(of, &text);
	}
	db_end(&q);
	if (!any && db_alive(store->db))
		store_open_waits(store->open, phone_id, false);
}

static void
take_lane(struct store *store, int64_t phone_id, const struct oldest *text)
{
	int64_t group = store_route_group(store, phone_id, 0, text->class_);
	struct fresh_row *row = store_fresh_find(store, text->id);
	struct message m;
	if (row != NULL) {
		store_fresh_line_up(store, row,
		    message_row_lane(row->pin_id != 0 ? row->pin_id : group,
			row->head.question, text->class_));
		return;
	}
	bool known = store_seen_peek(store, SEEN_MESSAGE, text->id, &m);
	if (db_run(store->db,
		DB_AS_STORED
		"UPDATE message SET lane = iif(pin_id <> 0, pin_id, ?2) * 16"
		" + question * 8 + class WHERE id = ?1",
		db_int(text->id), db_int(group)) > 0 &&
	    known)
		message_row_note(store, &m); /* no part of it is a lane */
}

/* The oldest text, and, if that is an advisory, the oldest that is none. */
void
message_row_line_up(struct store *store, int64_t phone_id)
{
	struct oldest of[2] = {{0}};
	struct store_open_look look = store_open_look(store->open, phone_id);
	if (!look.waits && look.fresh == 0)
		return;
	if (look.waits)
		meet_stored(store, phone_id, of);
	if (look.fresh > 0)
		meet_fresh(store, phone_id, of);
	if (look.flying > 0)
		meet_flying(store, phone_id, of);
	if (of[0].waits)
		take_lane(store, phone_id, &of[0]);
	if (of[1].waits && of[1].id != of[0].id)
		take_lane(store, phone_id, &of[1]);
}

/* Back to waiting, out of its turn: younger texts of that phone that stand in
 * a lane by now step back behind it. */
void
message_row_wait_again(struct store *store, int64_t phone_id)
{
	store_open_waits(store->open, phone_id, true);
	db_run(store->db,
	    "UPDATE message INDEXED BY message_open SET lane = 0"
	    " WHERE phone_id = ?1 AND " MESSAGE_OPEN " AND lane > 0"
	    " AND class <> 5",
	    db_int(phone_id));
	message_row_line_up(store, phone_id);
}

int64_t
message_row_prev(struct store *store, int64_t phone_id)
{
	if (store->head == NULL)
		return store_head_look_up(&store->met, store->db, phone_id);
	return store_head_get(store->head, phone_id);
}

void
message_row_chain(struct store *store, int64_t phone_id, int64_t id)
{
	if (id > 0)
		store_head_set(store->head, phone_id, id);
}

bool
message_row_stale(struct store *store, int64_t id, int64_t now_ms)
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
