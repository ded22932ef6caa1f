#include "gateway/store/store_broadcast.h"

#include <string.h>

#include "gateway/store/store_inside.h"

#define COLUMNS                                                                \
	"SELECT id, state, actor, created_ms, ended_ms, due_ms, stale_ms,"     \
	" next_ms, rate, night, roles, area_id, lang, after_id, last_id,"      \
	" looked, made, sent, lost FROM broadcast "

const char *
broadcast_state_name(enum broadcast_state state)
{
	switch (state) {
	case BROADCAST_RUNNING:
		return "running";
	case BROADCAST_PAUSED:
		return "paused";
	case BROADCAST_DONE:
		return "done";
	case BROADCAST_DROPPED:
		return "dropped";
	case BROADCAST_STALE:
		return "stale";
	}
	return "none";
}

int64_t
store_broadcast_add(struct store *store, struct broadcast *b)
{
	b->state = BROADCAST_RUNNING;
	b->last_id =
	    db_number(store->db, 0, "SELECT coalesce(max(id), 0) FROM person");
	b->id = db_insert(store->db,
	    "INSERT INTO broadcast (state, actor, created_ms, due_ms, stale_ms,"
	    " rate, night, roles, area_id, lang, last_id)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	    db_int(b->state), db_text(b->actor), db_int(b->created_ms),
	    db_int(b->due_ms), db_int(b->stale_ms), db_int(b->rate),
	    db_int(b->night), db_int(b->roles), db_int(b->area_id),
	    db_text(b->lang), db_int(b->last_id));
	store->no_broadcast = false;
	return b->id;
}

void
store_broadcast_text_put(
    struct store *store, int64_t id, const char *lang, struct str text)
{
	db_run(store->db,
	    "INSERT INTO broadcast_text (broadcast_id, lang, text)"
	    " VALUES (?1, ?2, ?3)",
	    db_int(id), db_text(lang), db_str(text));
}

const char *
store_broadcast_text(
    struct store *store, int64_t id, const char *lang, const char *otherwise)
{
	struct db_query q = db_ask(store->db,
	    "SELECT text FROM broadcast_text WHERE broadcast_id = ?1"
	    " AND lang IN (?2, ?3, '') ORDER BY lang = ?2 DESC,"
	    " lang = ?3 DESC LIMIT 1",
	    db_int(id), db_text(lang), db_text(otherwise));
	buf_clear(&store->text);
	if (db_next(&q))
		buf_add_text(&store->text, db_get_str(&q).at);
	db_end(&q);
	return store->text.at;
}

static void
read_row(struct db_query *q, struct broadcast *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->state = (enum broadcast_state)db_get_int(q);
	db_get_text(q, out->actor, sizeof(out->actor));
	out->created_ms = db_get_int(q);
	out->ended_ms = db_get_int(q);
	out->due_ms = db_get_int(q);
	out->stale_ms = db_get_int(q);
	out->next_ms = db_get_int(q);
	out->rate = (int)db_get_int(q);
	out->night = db_get_int(q) != 0;
	out->roles = (unsigned)db_get_int(q);
	out->area_id = db_get_int(q);
	db_get_text(q, out->lang, sizeof(out->lang));
	out->after_id = db_get_int(q);
	out->last_id = db_get_int(q);
	out->looked = db_get_int(q);
	out->made = db_get_int(q);
	out->sent = db_get_int(q);
	out->lost = db_get_int(q);
}

bool
store_broadcast_get(struct store *store, int64_t id, struct broadcast *out)
{
	struct db_query q =
	    db_ask(store->db, COLUMNS "WHERE id = ?1", db_int(id));
	bool found = db_next(&q);
	if (found)
		read_row(&q, out);
	db_end(&q);
	return found;
}

void
store_broadcast_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct broadcast *b), void *arg)
{
	struct db_query q =
	    db_ask(store->db, COLUMNS "WHERE id > ?1 ORDER BY id LIMIT ?2",
		db_int(after_id), db_int(limit));
	bool more = true;
	while (more && db_next(&q)) {
		struct broadcast b;
		read_row(&q, &b);
		more = fn(arg, &b);
	}
	db_end(&q);
}

size_t
store_broadcast_unfinished(
    struct store *store, struct broadcast *out, size_t limit)
{
	size_t count = 0;
	struct db_query q = db_ask(store->db,
	    COLUMNS "WHERE state IN (1, 2) ORDER BY id LIMIT ?1",
	    db_int((int64_t)limit));
	while (count < limit && db_next(&q))
		read_row(&q, &out[count++]);
	db_end(&q);
	return count;
}

bool
store_broadcast_next(
    struct store *store, int64_t after_id, struct broadcast *out)
{
	if (store->no_broadcast)
		return false;
	struct db_query q = db_ask(store->db,
	    COLUMNS "INDEXED BY broadcast_running"
		    " WHERE state = 1 AND id > ?1 ORDER BY id LIMIT 1",
	    db_int(after_id));
	bool found = db_next(&q);
	if (found)
		read_row(&q, out);
	db_end(&q);
	if (!found && after_id == 0)
		store->no_broadcast = true;
	return found;
}

int64_t
store_broadcast_like(
    struct store *store, const struct broadcast *like, struct str text)
{
	return db_number(store->db, 0,
	    "SELECT b.id FROM broadcast b JOIN broadcast_text t"
	    " ON t.broadcast_id = b.id WHERE b.state IN (1, 2)"
	    " AND b.roles = ?1 AND b.area_id = ?2 AND b.lang = ?3"
	    " AND t.text = ?4 LIMIT 1",
	    db_int(like->roles), db_int(like->area_id), db_text(like->lang),
	    db_str(text));
}

void
store_broadcast_put(struct store *store, const struct broadcast *b)
{
	db_run(store->db,
	    "UPDATE broadcast SET state = ?2, ended_ms = ?3, next_ms = ?4,"
	    " after_id = ?5, looked = ?6, made = ?7 WHERE id = ?1",
	    db_int(b->id), db_int(b->state), db_int(b->ended_ms),
	    db_int(b->next_ms), db_int(b->after_id), db_int(b->looked),
	    db_int(b->made));
	store->no_broadcast = false;
}

void
store_broadcast_ended(struct store *store, int64_t id, bool sent)
{
	db_run(store->db,
	    "UPDATE broadcast SET sent = sent + ?2, lost = lost + 1 - ?2"
	    " WHERE id = ?1",
	    db_int(id), db_int(sent));
}

int
store_broadcast_people(struct store *store, const struct broadcast *b,
    int limit, struct audience *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT p.id, p.phone_id, h.number, h.kind, p.lang, p.roles,"
	    " p.area_id, p.stopped_ms <> 0 FROM person p"
	    " LEFT JOIN phone h ON h.id = p.phone_id"
	    " WHERE p.id > ?1 AND p.id <= ?2 ORDER BY p.id LIMIT ?3",
	    db_int(b->after_id), db_int(b->last_id), db_int(limit));
	int count = 0;
	while (count < limit && db_next(&q)) {
		struct audience *a = &out[count++];
		memset(a, 0, sizeof(*a));
		a->person_id = db_get_int(&q);
		a->phone_id = db_get_int(&q);
		db_get_text(&q, a->number, sizeof(a->number));
		a->kind = (enum party_kind)db_get_int(&q);
		db_get_text(&q, a->lang, sizeof(a->lang));
		a->roles = (unsigned)db_get_int(&q);
		a->area_id = db_get_int(&q);
		a->stopped = db_get_int(&q) != 0;
	}
	db_end(&q);
	return count;
}
