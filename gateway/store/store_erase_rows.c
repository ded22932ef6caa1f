#include "gateway/store/store_erase_rows.h"

#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/store_erase_text.h"
#include "gateway/store/store_inside.h"

/* -- histories --------------------------------------------------------------
 * What they said there goes, what others said of them is cleaned. */

void
erase_events(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	struct buf text = buf_new(4096);
	int64_t ids[1024];
	char *texts[1024];
	size_t count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, person_id, text FROM line_event"
	    " WHERE id > ?1 AND id <= ?2 AND text <> ''",
	    db_int(after), db_int(upto));

	while (count < 1024 && db_next(&q)) {
		int64_t id = db_get_int(&q);
		bool theirs = db_get_int(&q) == words->person_id;

		if (!erase_words_in(&text, db_get_str(&q), words, true) &&
		    !theirs)
			continue;
		ids[count] = id;
		texts[count++] = xstrdup(theirs ? "" : text.at);
	}
	db_end(&q);
	for (size_t i = 0; i < count; i++) {
		db_run(store->db,
		    "UPDATE line_event SET text = ?2 WHERE id = ?1",
		    db_int(ids[i]), db_text(texts[i]));
		free(texts[i]);
	}
	buf_free(&text);
}

/* Those that were answered have no index to be found by. */
void
erase_questions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	for (size_t i = 0; i == 0 || i < words->phones; i++)
		db_run(store->db,
		    "DELETE FROM question WHERE id > ?1 AND id <= ?2"
		    " AND (person_id = ?3 OR phone_id = ?4)",
		    db_int(after), db_int(upto), db_int(words->person_id),
		    db_int(i < words->phones ? words->phone_ids[i] : -1));
}

void
erase_orders(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	db_run(store->db,
	    "UPDATE order_ SET place = '', on_behalf = '' WHERE id > ?1"
	    " AND id <= ?2 AND (buyer_id = ?3 OR (on_behalf <> ''"
	    " AND on_behalf = ?4))",
	    db_int(after), db_int(upto), db_int(words->person_id),
	    db_text(words->name));
}

/* Words that nobody knew, heard from them last, and those of which an old store
 * did not say from whom; a few thousand at most, looked through once. */
void
erase_heard(struct store *store, const struct erase_words *words)
{
	for (size_t i = 0; i == 0 || i < words->phones; i++)
		db_run(store->db,
		    "DELETE FROM unknown_word WHERE person_id = ?1"
		    " OR phone_id = ?2 OR phone_id = 0",
		    db_int(words->person_id),
		    db_int(i < words->phones ? words->phone_ids[i] : -1));
}

/* -- dialogues --------------------------------------------------------------
 */

struct found {
	int64_t *ids;
	size_t count;
};

/* The first ids of *out are theirs. */
static void
find_sessions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto, struct found *out)
{
	size_t count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, person_id, phone_id FROM ussd_session"
	    " WHERE id > ?1 AND id <= ?2",
	    db_int(after), db_int(upto));

	*out = (struct found){
	    xcalloc((size_t)(upto - after), sizeof(*out->ids)), 0};
	while (db_next(&q) && count < (size_t)(upto - after)) {
		int64_t id = db_get_int(&q), person_id = db_get_int(&q);

		count++;
		if (erase_is_theirs(words, person_id, db_get_int(&q)))
			out->ids[out->count++] = id;
	}
	db_end(&q);
}

void
erase_sessions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	int64_t newest = db_number(
	    store->db, 0, "SELECT coalesce(max(id), 0) FROM ussd_session");
	struct found found;

	find_sessions(store, words, after, upto, &found);
	for (size_t i = 0; i < found.count; i++) {
		int64_t id = found.ids[i];

		db_run(store->db,
		    "DELETE FROM ussd_turn WHERE id > ?1 * 64"
		    " AND id < (?1 + 1) * 64",
		    db_int(id));
		if (id < newest)
			db_run(store->db,
			    "DELETE FROM ussd_session WHERE id = ?1",
			    db_int(id));
		else
			db_run(store->db,
			    "UPDATE ussd_session SET ext = '', mark = 0,"
			    " phone_id = 0, person_id = 0, dial = '',"
			    " state = max(state, 3), closed_ms = iif("
			    "closed_ms > 0, closed_ms, seen_ms), turns = 0,"
			    " last_text = '', screen = '', stack = '',"
			    " vars = '', made = '' WHERE id = ?1",
			    db_int(id));
	}
	free(found.ids);
}
