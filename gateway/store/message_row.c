#include "gateway/store/message_row.h"

#include <string.h>

#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"
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

static void
take_lane(struct store *store, int64_t id, int64_t group)
{
	struct message m;
	bool known = store_seen_peek(store, SEEN_MESSAGE, id, &m);
	if (db_run(store->db,
		"UPDATE message SET lane = iif(pin_id <> 0, pin_id, ?2) * 16"
		" + question * 8 + class WHERE id = ?1",
		db_int(id), db_int(group)) > 0 &&
	    known)
		message_row_note(store, &m); /* no part of it is a lane */
}

/* Read first: mostly nothing waits, and an UPDATE opens each index it could
 * have to change before it finds that out.  The oldest text, and, if that is an
 * advisory, the oldest that is none. */
void
message_row_line_up(struct store *store, int64_t phone_id)
{
	int64_t ids[2];
	enum message_class classes[2];
	int count = 0;
	bool first = true, advisory = true;
	struct db_query q = db_ask(store->db,
	    "SELECT id, class, state <> 11 AND lane = 0"
	    " FROM message INDEXED BY message_open"
	    " WHERE phone_id = ?1 AND " MESSAGE_OPEN " ORDER BY id",
	    db_int(phone_id));
	for (; advisory && db_next(&q); first = false) {
		int64_t id = db_get_int(&q);
		enum message_class class_ = (enum message_class)db_get_int(&q);
		advisory = class_ == MESSAGE_ADVISORY;
		if ((first || !advisory) && db_get_int(&q) != 0) {
			classes[count] = class_;
			ids[count++] = id;
		}
	}
	db_end(&q);
	for (int i = 0; i < count; i++)
		take_lane(store, ids[i],
		    store_route_group(store, phone_id, 0, classes[i]));
}

int64_t
message_row_prev(struct store *store, int64_t phone_id)
{
	if (store->head == NULL)
		return store_head_look_up(store->db, phone_id);
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
