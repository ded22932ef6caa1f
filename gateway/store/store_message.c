#include "gateway/store/store_message.h"

#include <string.h>

#include "base/panic.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"

/* The network repeats soon: a copy of an older text is a new text. */
#define REPEAT_MESSAGES 32

/* -- in ------------------------------------------------------------------ */

static void
raw_keep(struct store *store, int64_t message_id, struct span raw)
{
	if (message_id != 0 && raw.octets > 0)
		db_run(store->db,
		    "INSERT INTO message_raw (message_id, raw)"
		    " VALUES (?1, ?2)",
		    db_int(message_id), db_blob(raw));
}

int64_t
store_message_receive(struct store *store, const struct message_in *in)
{
	int64_t id = db_insert(store->db,
	    "INSERT INTO message (prev_id, time_ms, out, state, phone_id,"
	    " person_id, link_id, stamp_ms, hash, changed_ms, why, text)"
	    " VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?2, ?9, ?10)",
	    db_int(message_row_prev(store, in->phone_id)), db_int(in->now_ms),
	    db_int(in->state), db_int(in->phone_id), db_int(in->person_id),
	    db_int(in->link_id), db_int(in->stamp_ms),
	    db_int((int64_t)in->hash), db_text(in->why), db_str(in->text));
	message_row_chain(store, in->phone_id, id);
	raw_keep(store, id, in->raw);
	return id;
}

void
store_message_set_order(
    struct store *store, int64_t message_id, int64_t order_id)
{
	db_run(store->db, "UPDATE message SET order_id = ?2 WHERE id = ?1",
	    db_int(message_id), db_int(order_id));
}

void
store_message_set_idle(struct store *store, int64_t message_id)
{
	db_run(store->db, "UPDATE message SET idle = 1 WHERE id = ?1",
	    db_int(message_id));
}

void
store_message_set_person(
    struct store *store, int64_t message_id, int64_t person_id)
{
	db_run(store->db, "UPDATE message SET person_id = ?2 WHERE id = ?1",
	    db_int(message_id), db_int(person_id));
}

void
store_message_mask(struct store *store, int64_t message_id, const char *text)
{
	db_run(store->db, "UPDATE message SET text = ?2 WHERE id = ?1",
	    db_int(message_id), db_text(text));
	db_run(store->db, "DELETE FROM message_raw WHERE message_id = ?1",
	    db_int(message_id));
}

void
store_message_quarantine(
    struct store *store, int64_t message_id, const char *why)
{
	if (db_run(store->db,
		"UPDATE message SET state = ?2, why = ?3"
		" WHERE id = ?1 AND (?4 >> state) & 1",
		db_int(message_id), db_int(MESSAGE_QUARANTINED), db_text(why),
		db_int(message_row_from(MESSAGE_QUARANTINED))) == 0)
		message_row_refuse(store, message_id, MESSAGE_QUARANTINED);
}

/* -- one row ------------------------------------------------------------- */

static const char *
keep(struct buf *buf, const char *text)
{
	buf_clear(buf);
	buf_add_text(buf, text);
	return buf->at;
}

bool
store_message_get(struct store *store, int64_t id, struct message *out)
{
	struct db_query q =
	    db_ask(store->db, MESSAGE_SELECT "WHERE m.id = ?1", db_int(id));
	if (!db_next(&q)) {
		memset(out, 0, sizeof(*out));
		out->text = out->why = "";
		return false;
	}
	message_row_read(&q, out);
	out->text = keep(&store->text, out->text);
	out->why = keep(&store->why, out->why);
	db_end(&q);
	return true;
}

bool
store_message_head(struct store *store, int64_t id, struct message *out)
{
	bool found = store_seen_get(store, SEEN_MESSAGE, id, out);
	out->text = out->why = "";
	return found;
}

bool
store_message_raw(struct store *store, int64_t id, char *dst, size_t dst_octets)
{
	struct db_query q = db_ask(store->db,
	    "SELECT raw FROM message_raw WHERE message_id = ?1", db_int(id));
	str_copy(dst, dst_octets, STR(""));
	if (!db_next(&q))
		return false;
	int digits = span_to_hex(dst, dst_octets, db_get_blob(&q));
	db_end(&q);
	return digits >= 0;
}

/* -- the chain ----------------------------------------------------------- */

void
store_message_chain(struct store *store, int64_t phone_id, int limit,
    bool (*fn)(void *arg, const struct message *m), void *arg)
{
	int64_t id = message_row_prev(store, phone_id);
	for (int i = 0; i < limit && id != 0; i++) {
		struct db_query q = db_ask(
		    store->db, MESSAGE_SELECT "WHERE m.id = ?1", db_int(id));
		if (!db_next(&q))
			return;
		struct message m;
		message_row_read(&q, &m);
		bool more = fn(arg, &m);
		db_end(&q);
		/* Only ever backwards: a broken link cannot make a circle. */
		if (!more || m.prev_id >= id)
			return;
		id = m.prev_id;
	}
}

int64_t
store_message_find_repeat(struct store *store, int64_t phone_id, uint64_t hash)
{
	int64_t id = message_row_prev(store, phone_id);
	for (int i = 0; i < REPEAT_MESSAGES && id != 0; i++) {
		struct db_query q = db_ask(store->db,
		    "SELECT prev_id, hash, stamp_ms, out FROM message"
		    " WHERE id = ?1",
		    db_int(id));
		if (!db_next(&q))
			return 0;
		int64_t prev_id = db_get_int(&q);
		bool same = (uint64_t)db_get_int(&q) == hash;
		bool stamped = db_get_int(&q) != 0;
		bool out = db_get_int(&q) != 0;
		db_end(&q);
		if (same && stamped && !out && hash != 0)
			return id;
		id = prev_id < id ? prev_id : 0;
	}
	return 0;
}

int64_t
store_message_newest(struct store *store)
{
	return db_number(
	    store->db, 0, "SELECT coalesce(max(id), 0) FROM message");
}

void
store_message_sweep_heads(struct store *store, int limit)
{
	PANIC_UNLESS(store->head != NULL);
	store_head_sweep(store->head, store->db, limit);
}
