#include "gateway/store/store_question.h"

#include <string.h>

#include "gateway/store/store_inside.h"

int64_t
store_question_ask(struct store *store, const struct question *q)
{
	if (!store_none_known(store, NONE_QUESTION, q->phone_id))
		db_run(store->db,
		    "UPDATE question SET open = 0"
		    " WHERE phone_id = ?1 AND open = 1",
		    db_int(q->phone_id));
	store_none_over(store, NONE_QUESTION, q->phone_id);
	return db_insert(store->db,
	    "INSERT INTO question (phone_id, person_id, kind, order_id,"
	    " created_ms, due_ms, open, payload)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7)",
	    db_int(q->phone_id), db_int(q->person_id), db_int(q->kind),
	    db_int(q->order_id), db_int(q->created_ms), db_int(q->due_ms),
	    db_text(q->payload));
}

#define QUESTION_SELECT                                                        \
	"SELECT id, phone_id, person_id, kind, order_id, created_ms, due_ms,"  \
	" open, payload FROM question "

/* Ends the query. */
static bool
question_read(struct db_query *q, struct question *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	out->id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->person_id = db_get_int(q);
	out->kind = (int)db_get_int(q);
	out->order_id = db_get_int(q);
	out->created_ms = db_get_int(q);
	out->due_ms = db_get_int(q);
	out->open = db_get_int(q) != 0;
	db_get_text(q, out->payload, sizeof(out->payload));
	db_end(q);
	return true;
}

bool
store_question_open(struct store *store, int64_t phone_id, struct question *out)
{
	if (store_none_known(store, NONE_QUESTION, phone_id)) {
		memset(out, 0, sizeof(*out));
		return false;
	}
	struct db_query q = db_ask(store->db,
	    QUESTION_SELECT "WHERE phone_id = ?1 AND open = 1",
	    db_int(phone_id));
	if (question_read(&q, out))
		return true;
	store_none_note(store, NONE_QUESTION, phone_id);
	return false;
}

bool
store_question_get(struct store *store, int64_t id, struct question *out)
{
	struct db_query q =
	    db_ask(store->db, QUESTION_SELECT "WHERE id = ?1", db_int(id));
	return question_read(&q, out);
}

void
store_question_close(struct store *store, int64_t id)
{
	db_run(store->db, "UPDATE question SET open = 0 WHERE id = ?1",
	    db_int(id));
}
