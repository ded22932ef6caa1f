#include "gateway/store/store_consent.h"

#include <string.h>

#include "gateway/store/store_inside.h"

int64_t
store_consent_add(struct store *store, const struct consent *c)
{
	return db_insert(store->db,
	    "INSERT INTO consent (kind, person_id, phone_id, decider_id,"
	    " officer_id, asked_ms, asked_message_id, answered_ms,"
	    " answered_message_id, answer)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	    db_int(c->kind), db_int(c->person_id), db_int(c->phone_id),
	    db_int(c->decider_id), db_int(c->officer_id), db_int(c->asked_ms),
	    db_int(c->asked_message_id), db_int(c->answered_ms),
	    db_int(c->answered_message_id), db_int(c->answer));
}

void
store_consent_asked(struct store *store, int64_t id, int64_t message_id)
{
	db_run(store->db,
	    "UPDATE consent SET asked_message_id = ?2 WHERE id = ?1",
	    db_int(id), db_int(message_id));
}

void
store_consent_answer(struct store *store, int64_t id,
    enum consent_answer answer, int64_t message_id, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE consent SET answer = ?2, answered_message_id = ?3,"
	    " answered_ms = ?4 WHERE id = ?1 AND answer = 0",
	    db_int(id), db_int(answer), db_int(message_id), db_int(now_ms));
}

#define CONSENT_SELECT                                                         \
	"SELECT id, kind, person_id, phone_id, decider_id, officer_id,"        \
	" asked_ms, asked_message_id, answered_ms, answered_message_id,"       \
	" answer FROM consent "

static void
consent_read(struct db_query *q, struct consent *out)
{
	out->id = db_get_int(q);
	out->kind = (enum consent_kind)db_get_int(q);
	out->person_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->decider_id = db_get_int(q);
	out->officer_id = db_get_int(q);
	out->asked_ms = db_get_int(q);
	out->asked_message_id = db_get_int(q);
	out->answered_ms = db_get_int(q);
	out->answered_message_id = db_get_int(q);
	out->answer = (enum consent_answer)db_get_int(q);
}

/* Ends the query. */
static bool
read_one(struct db_query *q, struct consent *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	consent_read(q, out);
	db_end(q);
	return true;
}

bool
store_consent_get(struct store *store, int64_t id, struct consent *out)
{
	struct db_query q =
	    db_ask(store->db, CONSENT_SELECT "WHERE id = ?1", db_int(id));

	return read_one(&q, out);
}

bool
store_consent_next(struct store *store, int64_t decider_id, struct consent *out)
{
	struct db_query q = db_ask(store->db,
	    CONSENT_SELECT "INDEXED BY consent_open WHERE decider_id = ?1"
			   " AND answer = 0 ORDER BY id LIMIT 1",
	    db_int(decider_id));

	return read_one(&q, out);
}

bool
store_consent_waits(struct store *store, const struct consent *like)
{
	return db_number(store->db, 0,
		   "SELECT id FROM consent INDEXED BY consent_open"
		   " WHERE decider_id = ?1 AND answer = 0 AND kind = ?2"
		   " AND person_id = ?3 AND phone_id = ?4 LIMIT 1",
		   db_int(like->decider_id), db_int(like->kind),
		   db_int(like->person_id), db_int(like->phone_id)) != 0;
}

void
store_consent_each(struct store *store, int64_t person_id,
    bool (*fn)(void *arg, const struct consent *consent), void *arg)
{
	struct db_query q = db_ask(store->db,
	    CONSENT_SELECT "INDEXED BY consent_person WHERE person_id = ?1"
			   " ORDER BY id",
	    db_int(person_id));
	bool more = true;

	while (more && db_next(&q)) {
		struct consent consent;

		consent_read(&q, &consent);
		more = fn(arg, &consent);
	}
	db_end(&q);
}
