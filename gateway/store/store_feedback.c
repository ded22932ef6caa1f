#include "gateway/store/store_feedback.h"

#include <string.h>

#include "gateway/store/store_inside.h"

#define SLICE 5000

#define FEEDBACK_SELECT                                                        \
	"SELECT id, person_id, phone_id, area_id, message_id, officer_id,"     \
	" time_ms, answered_ms, closed_ms, reminded FROM feedback "

static void
feedback_read(struct db_query *q, struct feedback *out)
{
	out->id = db_get_int(q);
	out->person_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->area_id = db_get_int(q);
	out->message_id = db_get_int(q);
	out->officer_id = db_get_int(q);
	out->time_ms = db_get_int(q);
	out->answered_ms = db_get_int(q);
	out->closed_ms = db_get_int(q);
	out->reminded = (int)db_get_int(q);
}

static bool
feedback_one(struct db_query *q, struct feedback *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	feedback_read(q, out);
	db_end(q);
	return true;
}

void
store_feedback_add(struct store *store, struct feedback *f)
{
	f->id = db_insert(store->db,
	    "INSERT INTO feedback (id, person_id, phone_id, area_id,"
	    " message_id, officer_id, time_ms) VALUES (1 + max(coalesce("
	    "(SELECT max(id) FROM feedback), 0), coalesce((SELECT value FROM"
	    " setting WHERE key = 'feedback_least'), 0)),"
	    " ?1, ?2, ?3, ?4, ?5, ?6)",
	    db_int(f->person_id), db_int(f->phone_id), db_int(f->area_id),
	    db_int(f->message_id), db_int(f->officer_id), db_int(f->time_ms));
}

bool
store_feedback_get(struct store *store, int64_t id, struct feedback *out)
{
	struct db_query q =
	    db_ask(store->db, FEEDBACK_SELECT "WHERE id = ?1", db_int(id));

	return feedback_one(&q, out);
}

void
store_feedback_put(struct store *store, const struct feedback *f)
{
	db_run(store->db,
	    "UPDATE feedback SET officer_id = ?2, answered_ms = ?3,"
	    " closed_ms = ?4, reminded = ?5 WHERE id = ?1",
	    db_int(f->id), db_int(f->officer_id), db_int(f->answered_ms),
	    db_int(f->closed_ms), db_int(f->reminded));
}

bool
store_feedback_open_of(
    struct store *store, int64_t person_id, struct feedback *out)
{
	struct db_query q = db_ask(store->db,
	    FEEDBACK_SELECT "INDEXED BY feedback_open WHERE person_id = ?1"
			    " AND closed_ms = 0 ORDER BY id DESC LIMIT 1",
	    db_int(person_id));

	return feedback_one(&q, out);
}

bool
store_feedback_each(struct store *store, int64_t *after_id,
    void (*fn)(void *arg, const struct feedback *feedback), void *arg)
{
	struct db_query q = db_ask(store->db,
	    FEEDBACK_SELECT "WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(*after_id), db_int(SLICE));
	int rows = 0;

	while (db_next(&q)) {
		struct feedback f;

		feedback_read(&q, &f);
		*after_id = f.id;
		rows++;
		fn(arg, &f);
	}
	return rows == SLICE;
}
