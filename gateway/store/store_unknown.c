#include "gateway/store/store_unknown.h"

#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"

void
store_unknown_count(struct store *store, const char *word, const char *lang,
    int64_t now_ms, int64_t message_id)
{
	struct message m;

	/* By its head: a statement that asks for the text would have it written
	 * now, and once more when the turn ends. */
	if (!store_message_head(store, message_id, &m))
		m = (struct message){.id = 0};
	db_run(store->db,
	    "INSERT INTO unknown_word"
	    " (word, lang, count, first_ms, last_ms, message_id, phone_id,"
	    " person_id) VALUES (?1, ?2, 1, ?3, ?3, ?4, ?5, ?6)"
	    " ON CONFLICT (word, lang) DO UPDATE SET count = count + 1,"
	    " last_ms = excluded.last_ms, message_id = excluded.message_id,"
	    " phone_id = excluded.phone_id, person_id = excluded.person_id",
	    db_text(word), db_text(lang), db_int(now_ms), db_int(message_id),
	    db_int(m.phone_id), db_int(m.person_id));
}

void
store_unknown_trim(struct store *store)
{
	int64_t over =
	    db_number(store->db, 0, "SELECT count(*) FROM unknown_word") -
	    UNKNOWN_ROWS_MAX;
	if (over <= 0)
		return;
	db_run(store->db,
	    "DELETE FROM unknown_word WHERE (word, lang) IN"
	    " (SELECT word, lang FROM unknown_word ORDER BY count, last_ms"
	    " LIMIT ?1)",
	    db_int(over));
}

void
store_unknown_each(struct store *store, const char *lang, int64_t since_ms,
    int64_t skip, bool (*fn)(void *arg, const struct unknown_word *word),
    void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT word, lang, count, first_ms, last_ms, message_id"
	    " FROM unknown_word WHERE last_ms >= ?2 AND (?1 = '' OR lang = ?1)"
	    " ORDER BY count DESC, last_ms DESC LIMIT -1 OFFSET ?3",
	    db_text(lang), db_int(since_ms), db_int(skip));
	bool more = true;
	while (more && db_next(&q)) {
		struct unknown_word row;
		db_get_text(&q, row.word, sizeof(row.word));
		db_get_text(&q, row.lang, sizeof(row.lang));
		row.count = db_get_int(&q);
		row.first_ms = db_get_int(&q);
		row.last_ms = db_get_int(&q);
		row.message_id = db_get_int(&q);
		more = fn(arg, &row);
	}
	db_end(&q);
}

int
store_unknown_forget(struct store *store, const char *word)
{
	return db_run(store->db, "DELETE FROM unknown_word WHERE word = ?1",
	    db_text(word));
}
