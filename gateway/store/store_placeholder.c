#include "gateway/store/store_placeholder.h"

#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"

#define CHAIN 32

void
store_placeholder_put(struct store *store, int64_t message_id, int64_t due_ms)
{
	db_run(store->db,
	    "INSERT INTO placeholder (message_id, due_ms) VALUES (?1, ?2)",
	    db_int(message_id), db_int(due_ms));
}

bool
store_placeholder_drop(struct store *store, int64_t message_id)
{
	return db_run(store->db,
		   "DELETE FROM placeholder WHERE message_id = ?1",
		   db_int(message_id)) > 0;
}

/* A handful at most: the oldest is looked at. */
int64_t
store_placeholder_take_due(struct store *store, int64_t now_ms)
{
	int64_t id = db_number(store->db, 0,
	    "SELECT iif(due_ms <= ?1, message_id, 0) FROM placeholder"
	    " ORDER BY message_id LIMIT 1",
	    db_int(now_ms));
	if (id != 0)
		store_placeholder_drop(store, id);
	return id;
}

struct search {
	int64_t stamp_ms, id;
	bool torn;
};

static bool
is_not_it(void *arg, const struct message *m)
{
	struct search *s = arg;
	if (!m->out && m->stamp_ms == s->stamp_ms &&
	    m->state == MESSAGE_RECEIVED &&
	    m->kind == (s->torn ? MESSAGE_TORN : MESSAGE_TEXT))
		s->id = m->id;
	return s->id == 0;
}

int64_t
store_placeholder_find(
    struct store *store, int64_t phone_id, int64_t stamp_ms, bool torn)
{
	struct search search = {.stamp_ms = stamp_ms, .torn = torn};
	if (stamp_ms != 0)
		store_message_heads(store, phone_id, CHAIN, is_not_it, &search);
	return search.id;
}

int64_t
store_placeholder_replace(
    struct store *store, int64_t phone_id, int type, int64_t message_id)
{
	int64_t before = db_number(store->db, 0,
	    "SELECT message_id FROM replaceable"
	    " WHERE phone_id = ?1 AND type = ?2",
	    db_int(phone_id), db_int(type));
	db_run(store->db,
	    "INSERT INTO replaceable (phone_id, type, message_id)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE"
	    " SET message_id = excluded.message_id",
	    db_int(phone_id), db_int(type), db_int(message_id));
	return before;
}
