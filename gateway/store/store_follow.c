#include "gateway/store/store_follow.h"

#include <string.h>

#include "gateway/store/store_inside.h"

void
store_follow_add(struct store *store, int64_t person_id, int64_t phone_id,
    const char *topic, int64_t now_ms)
{
	db_run(store->db,
	    "INSERT INTO follow (topic, person_id, phone_id, created_ms)"
	    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (topic, person_id)"
	    " DO UPDATE SET phone_id = excluded.phone_id",
	    db_text(topic), db_int(person_id), db_int(phone_id),
	    db_int(now_ms));
}

bool
store_follow_drop(struct store *store, int64_t person_id, const char *topic)
{
	return db_run(store->db,
		   "DELETE FROM follow WHERE topic = ?1 AND person_id = ?2",
		   db_text(topic), db_int(person_id)) > 0;
}

bool
store_follow_has(struct store *store, int64_t person_id, const char *topic)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM follow WHERE topic = ?1 AND person_id = ?2",
		   db_text(topic), db_int(person_id)) == 1;
}

size_t
store_follow_of(struct store *store, int64_t person_id,
    char out[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS])
{
	struct db_query q = db_ask(store->db,
	    "SELECT topic FROM follow INDEXED BY follow_person"
	    " WHERE person_id = ?1 ORDER BY created_ms, topic LIMIT ?2",
	    db_int(person_id), db_int(FOLLOW_MOST));
	size_t n = 0;

	while (db_next(&q))
		db_get_text(&q, out[n++], FOLLOW_TOPIC_OCTETS);
	db_end(&q);
	return n;
}

size_t
store_follow_after(struct store *store, const char *topic, int64_t after_id,
    struct follower *out, size_t limit)
{
	struct db_query q = db_ask(store->db,
	    "SELECT person_id, phone_id FROM follow WHERE topic = ?1"
	    " AND person_id > ?2 ORDER BY person_id LIMIT ?3",
	    db_text(topic), db_int(after_id), db_int((int64_t)limit));
	size_t n = 0;

	while (n < limit && db_next(&q)) {
		out[n].person_id = db_get_int(&q);
		out[n++].phone_id = db_get_int(&q);
	}
	db_end(&q);
	return n;
}

size_t
store_follow_seller(
    struct store *store, const char *name, int64_t *ids, size_t limit)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM person INDEXED BY person_seller_name"
	    " WHERE (roles & 6) <> 0 AND name <> ''"
	    " AND name COLLATE NOCASE >= ?1"
	    " AND name COLLATE NOCASE < ?1 || '!'"
	    " AND phone_id > 0 ORDER BY name COLLATE NOCASE, id LIMIT ?2",
	    db_text(name), db_int((int64_t)limit));
	size_t n = 0;

	while (n < limit && db_next(&q))
		ids[n++] = db_get_int(&q);
	db_end(&q);
	return n;
}

/* -- news ------------------------------------------------------------------ */

#define NEWS_SELECT                                                            \
	"SELECT id, kind, ref, topic, after_id, told, last_id, since_ms, day," \
	" done FROM news "

static bool
news_one(struct db_query *q, struct news *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	out->id = db_get_int(q);
	out->kind = (enum news_kind)db_get_int(q);
	out->ref = db_get_int(q);
	out->topic = db_get_int(q);
	out->after_id = db_get_int(q);
	out->told = db_get_int(q);
	out->last_id = db_get_int(q);
	out->since_ms = db_get_int(q);
	out->day = db_get_int(q);
	out->done = db_get_int(q) != 0;
	db_end(q);
	return true;
}

bool
store_news_get(struct store *store, int64_t id, struct news *out)
{
	struct db_query q =
	    db_ask(store->db, NEWS_SELECT "WHERE id = ?1", db_int(id));
	return news_one(&q, out);
}

bool
store_news_find(
    struct store *store, enum news_kind kind, int64_t ref, struct news *out)
{
	struct db_query q =
	    db_ask(store->db, NEWS_SELECT "WHERE kind = ?1 AND ref = ?2",
		db_int(kind), db_int(ref));
	return news_one(&q, out);
}

void
store_news_put(struct store *store, struct news *news)
{
	if (news->id == 0) {
		news->id = db_insert(store->db,
		    "INSERT INTO news (kind, ref, topic, after_id, told,"
		    " last_id, since_ms, day, done)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
		    db_int(news->kind), db_int(news->ref), db_int(news->topic),
		    db_int(news->after_id), db_int(news->told),
		    db_int(news->last_id), db_int(news->since_ms),
		    db_int(news->day), db_int(news->done));
		return;
	}
	db_run(store->db,
	    "UPDATE news SET topic = ?2, after_id = ?3, told = ?4,"
	    " last_id = ?5, since_ms = ?6, day = ?7, done = ?8 WHERE id = ?1",
	    db_int(news->id), db_int(news->topic), db_int(news->after_id),
	    db_int(news->told), db_int(news->last_id), db_int(news->since_ms),
	    db_int(news->day), db_int(news->done));
}
