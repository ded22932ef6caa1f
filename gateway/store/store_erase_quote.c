#include "gateway/store/store_erase_quote.h"

#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/store_erase_text.h"
#include "gateway/store/store_inside.h"

#define FIELDS 3
#define ROOM (1 << 20)

enum field {
	FIELD_NONE,
	FIELD_KEY, /* of the row: as it is */
	FIELD_THEIRS, /* what somebody typed */
	FIELD_OURS,
};

/* select: id and the fields of rows ?1 < id <= ?2; update: the fields as ?2 ?3
 * ?4 of the row ?1. */
struct sweep {
	const char *select, *update;
	enum field fields[FIELDS];
};

struct swept {
	int64_t id;
	char *fields[FIELDS];
	struct swept *next;
};

/* True: something of them was in that row, and is in *out without it. */
static bool
clean(struct swept *out, struct db_query *q, const struct sweep *sweep,
    const struct erase_words *words, struct buf *spare)
{
	bool any = false;

	out->id = db_get_int(q);
	for (int i = 0; i < FIELDS && sweep->fields[i] != FIELD_NONE; i++) {
		struct str text = db_get_str(q);

		if (sweep->fields[i] == FIELD_KEY) {
			buf_clear(spare);
			buf_add_str(spare, text);
		} else if (erase_words_in(spare, text, words,
			       sweep->fields[i] == FIELD_OURS))
			any = true;
		out->fields[i] = xstrdup(spare->at);
	}
	return any;
}

static void
forget(struct swept *s)
{
	for (int i = 0; i < FIELDS; i++)
		free(s->fields[i]);
	free(s);
}

static void
put(struct store *store, const struct sweep *sweep, const struct swept *s)
{
	struct db_value values[FIELDS + 2] = {{DB_INT, 0, NULL, 0}};
	int count = 0;

	values[1] = db_int(s->id);
	while (count < FIELDS && s->fields[count] != NULL) {
		values[count + 2] = db_text(s->fields[count]);
		count++;
	}
	db_run_with(store->db, sweep->update, values, (size_t)count + 1);
}

/* Read whole before it is written: a row that changes may come again. */
static void
sweep(struct store *store, const struct sweep *sweep,
    const struct erase_words *words, int64_t after, int64_t upto)
{
	struct swept *list = NULL, *s = xcalloc(1, sizeof(*s));
	struct buf spare = buf_new(ROOM);
	struct db_query q = db_ask_with(
	    store->db, sweep->select, DB_VALUES(db_int(after), db_int(upto)));

	while (db_next(&q)) {
		if (clean(s, &q, sweep, words, &spare)) {
			s->next = list;
			list = s;
		} else
			forget(s);
		s = xcalloc(1, sizeof(*s));
	}
	db_end(&q);
	forget(s);
	for (; list != NULL; list = s) {
		s = list->next;
		put(store, sweep, list);
		forget(list);
	}
	buf_free(&spare);
}

/* -- which rows -------------------------------------------------------------
 */

static const struct sweep orders = {
    "SELECT id, place, on_behalf FROM order_ WHERE id > ?1 AND id <= ?2"
    " AND (place <> '' OR on_behalf <> '')",
    "UPDATE order_ SET place = ?2, on_behalf = ?3 WHERE id = ?1",
    {FIELD_THEIRS, FIELD_THEIRS}};
static const struct sweep questions = {
    "SELECT id, payload FROM question WHERE id > ?1 AND id <= ?2"
    " AND open = 0 AND payload <> ''",
    "UPDATE question SET payload = ?2 WHERE id = ?1", {FIELD_THEIRS}};
/* 1 and 2 go on (enum session_life). */
static const struct sweep sessions = {
    "SELECT id, dial, last_text, vars FROM ussd_session WHERE id > ?1"
    " AND id <= ?2 AND state > 2",
    "UPDATE ussd_session SET dial = ?2, last_text = ?3, vars = ?4"
    " WHERE id = ?1",
    {FIELD_THEIRS, FIELD_THEIRS, FIELD_THEIRS}};
static const struct sweep turns = {
    "SELECT t.id, t.input, t.answer FROM ussd_turn t"
    " JOIN ussd_session s ON s.id = t.id / 64 AND s.state > 2"
    " WHERE t.id > (?1 + 1) * 64 - 1 AND t.id < (?2 + 1) * 64",
    "UPDATE ussd_turn SET input = ?2, answer = ?3 WHERE id = ?1",
    {FIELD_THEIRS, FIELD_OURS}};
static const struct sweep broadcasts = {
    "SELECT broadcast_id, text, lang FROM broadcast_text"
    " WHERE broadcast_id > ?1 AND broadcast_id <= ?2",
    "UPDATE broadcast_text SET text = ?2 WHERE broadcast_id = ?1"
    " AND lang = ?3",
    {FIELD_OURS, FIELD_KEY}};

void
erase_quotes_orders(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	sweep(store, &orders, words, after, upto);
}

void
erase_quotes_questions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	sweep(store, &questions, words, after, upto);
}

void
erase_quotes_sessions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto)
{
	sweep(store, &sessions, words, after, upto);
	sweep(store, &turns, words, after, upto);
}

void
erase_quotes_broadcasts(struct store *store, const struct erase_words *words)
{
	sweep(store, &broadcasts, words, 0, INT64_MAX);
}
