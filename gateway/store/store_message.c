#include "gateway/store/store_message.h"

#include <string.h>

#include "base/panic.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_fresh.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_repeat.h"

/* -- in ------------------------------------------------------------------ */

int64_t
store_message_receive(struct store *store, const struct message_in *in)
{
	struct str why = str_from(in->why);
	struct fresh_row row;
	memset(&row, 0, sizeof(row));
	struct message *m = &row.head;
	m->prev_id = message_row_prev(store, in->phone_id);
	m->time_ms = m->changed_ms = in->now_ms;
	m->state = in->state;
	m->kind = in->kind;
	m->phone_id = in->phone_id;
	m->person_id = in->person_id;
	m->link_id = in->link_id;
	m->stamp_ms = in->stamp_ms;
	m->hash = in->hash;
	m->mr = -1;
	row.words = span_of(in->text.at, in->text.octets);
	row.raw = in->raw;
	row.why = span_of(why.at, why.octets);
	int64_t id = store_fresh_add(store, &row);
	store_repeat_note(store, in->hash, in->now_ms);
	message_row_chain(store, in->phone_id, id);
	return id;
}

void
store_message_set_order(
    struct store *store, int64_t message_id, int64_t order_id)
{
	struct fresh_row *row = store_fresh_find(store, message_id);
	struct message m;
	if (row != NULL) {
		row->head.order_id = order_id;
		return;
	}
	bool known = store_seen_peek(store, SEEN_MESSAGE, message_id, &m);
	if (db_run(store->db,
		DB_AS_STORED "UPDATE message SET order_id = ?2 WHERE id = ?1",
		db_int(message_id), db_int(order_id)) == 0 ||
	    !known)
		return;
	m.order_id = order_id;
	message_row_note(store, &m);
}

void
store_message_set_idle(struct store *store, int64_t message_id)
{
	struct fresh_row *row = store_fresh_find(store, message_id);
	struct message m;
	if (row != NULL) {
		row->head.idle = true;
		return;
	}
	bool known = store_seen_peek(store, SEEN_MESSAGE, message_id, &m);
	if (db_run(store->db,
		DB_AS_STORED "UPDATE message SET idle = 1 WHERE id = ?1",
		db_int(message_id)) == 0 ||
	    !known)
		return;
	m.idle = true;
	message_row_note(store, &m);
}

void
store_message_set_person(
    struct store *store, int64_t message_id, int64_t person_id)
{
	db_run(store->db, "UPDATE message SET person_id = ?2 WHERE id = ?1",
	    db_int(message_id), db_int(person_id));
}

void
message_row_changed(struct store *store, int64_t message_id)
{
	db_insert(store->db,
	    "INSERT INTO text_changed (message_id) VALUES (?1)",
	    db_int(message_id));
}

void
store_message_mask(struct store *store, int64_t message_id, const char *text)
{
	db_run(store->db, "UPDATE message SET text = ?2 WHERE id = ?1",
	    db_int(message_id), db_text(text));
	message_row_changed(store, message_id);
	db_run(store->db, "DELETE FROM message_raw WHERE message_id = ?1",
	    db_int(message_id));
}

void
store_message_supersede(struct store *store, int64_t message_id)
{
	db_run(store->db,
	    "UPDATE message SET state = ?2 WHERE id = ?1 AND"
	    " state = ?3",
	    db_int(message_id), db_int(MESSAGE_REPEATED),
	    db_int(MESSAGE_RECEIVED));
}

void
store_message_mend(struct store *store, int64_t message_id, struct str text,
    enum message_kind kind)
{
	db_run(store->db,
	    "UPDATE message SET text = ?2, kind = ?3 WHERE id = ?1",
	    db_int(message_id), db_str(text), db_int(kind));
	message_row_changed(store, message_id);
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
message_row_words(struct store *store, struct message *out)
{
	const struct fresh_row *row = store_fresh_find(store, out->id);
	if (row != NULL) {
		out->why = keep(&store->why, (const char *)row->why.at);
		out->text = keep(&store->text, (const char *)row->words.at);
		store_phone_number(store, out->phone_id, out->number);
		return true;
	}
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED "SELECT m.why, m.text, p.number, l.name" MESSAGE_FROM
			 "WHERE m.id = ?1",
	    db_int(out->id));
	if (!db_next(&q))
		return false;
	out->why = keep(&store->why, db_get_str(&q).at);
	out->text = keep(&store->text, db_get_str(&q).at);
	db_get_text(&q, out->number, sizeof(out->number));
	db_get_text(&q, out->link, sizeof(out->link));
	db_end(&q);
	return true;
}

bool
store_message_get(struct store *store, int64_t id, struct message *out)
{
	if (store_fresh_find(store, id) != NULL) {
		store_message_head(store, id, out);
		store_link_name(
		    store, out->link_id, out->link, sizeof(out->link));
		return message_row_words(store, out);
	}
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED MESSAGE_SELECT "WHERE m.id = ?1", db_int(id));
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
	const struct fresh_row *row = store_fresh_find(store, id);
	bool found = true;
	if (row != NULL)
		*out = row->head;
	else
		found = store_seen_get(store, SEEN_MESSAGE, id, out);
	out->text = out->why = "";
	return found;
}

bool
store_message_raw(struct store *store, int64_t id, char *dst, size_t dst_octets)
{
	if (store_fresh_find(store, id) != NULL)
		store_fresh_write(store);
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

void
store_message_heads(struct store *store, int64_t phone_id, int limit,
    bool (*fn)(void *arg, const struct message *m), void *arg)
{
	int64_t id = message_row_prev(store, phone_id);
	for (int i = 0; i < limit && id != 0; i++) {
		struct message m;
		if (!store_message_head(store, id, &m) || !fn(arg, &m) ||
		    m.prev_id >= id)
			return;
		id = m.prev_id;
	}
}

int64_t
store_message_newest(struct store *store)
{
	/* All may be in archives; an id is never given twice. */
	return db_number(store->db, 0,
	    "SELECT max(coalesce((SELECT max(id) FROM message), 0),"
	    " coalesce((SELECT max(last_id) FROM archive), 0),"
	    " coalesce((SELECT value FROM setting"
	    " WHERE key = 'message_least'), 0))");
}

int64_t
store_message_heads_behind(const struct store *store)
{
	return store_head_behind(store->head);
}

void
store_message_sweep_heads(struct store *store, int limit)
{
	PANIC_UNLESS(store->head != NULL);
	store_head_sweep(store->head, store->db, limit);
}
