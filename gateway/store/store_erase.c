#include "gateway/store/store_erase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_erase_quote.h"
#include "gateway/store/store_erase_rows.h"
#include "gateway/store/store_erase_text.h"
#include "gateway/store/store_held.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_name.h"
#include "gateway/store/store_person.h"

/* enum, not a table's row: what a word of erasure_word is. */
enum { WORD_NUMBER = 1, WORD_NAME = 2, WORD_PHONE = 3 };

/* -- what is open -----------------------------------------------------------
 */

/* Each gives a word for what is found, or nothing. */
static const struct {
	const char *what, *sql;
} open_rules[] = {
    {"order %s is open (cancel it or see it through)",
	"SELECT code FROM order_ WHERE buyer_id = ?1 AND closed_ms = 0"
	" LIMIT 1"},
    {"order %s is still theirs to deliver",
	"SELECT o.code FROM line l JOIN order_ o ON o.id = l.id / 64"
	" WHERE l.seller_id = ?1 AND (l.state IN (4, 8)"
	" OR (l.state = 5 AND l.settled_ms = 0)) LIMIT 1"},
    {"they are asked about order %s and have not answered",
	"SELECT o.code FROM proposal p JOIN order_ o ON o.id = p.line_id / 64"
	" WHERE p.seller_id = ?1 AND p.state = 1 LIMIT 1"},
    {"their household still has to bring a part of order %s",
	"SELECT o.code FROM share s JOIN order_ o ON o.id = s.line_id / 64"
	" WHERE s.household_id = ?1 AND s.state = 1 LIMIT 1"},
    {"their sale %s is not over",
	"SELECT code FROM sale WHERE opener_id = ?1 AND state IN (2, 3)"
	" LIMIT 1"},
    {"they wait for sale %s",
	"SELECT s.code FROM sale_wait w JOIN sale s ON s.id = w.sale_id"
	" WHERE w.buyer_id = ?1 LIMIT 1"},
    {"their word number %s to the market is not answered",
	"SELECT id FROM feedback WHERE person_id = ?1 AND closed_ms = 0"
	" LIMIT 1"},
    {"household number %s has them as its leader (give it another)",
	"SELECT household_no FROM person WHERE leader_id = ?1"
	" AND leader_id > 0 LIMIT 1"},
    {"text %s to them is just leaving; try again in a minute",
	"SELECT m.id FROM message m WHERE m.state = 18 AND m.person_id = ?1"
	" AND m.id > (SELECT max(id) - 20000 FROM message) LIMIT 1"},
    {"phone %s has other users too, whose number it stays: take it from this"
     " person first (furrow person phone remove)",
	"SELECT id FROM phone WHERE people > 1 AND id IN (SELECT phone_id FROM"
	" phone_person WHERE person_id = ?1 AND left_ms = 0) LIMIT 1"},
};

bool
store_erase_blocked(
    struct store *store, int64_t person_id, char *dst, size_t dst_octets)
{
	struct buf out = buf_over(dst, dst_octets);
	char word[24];

	for (size_t i = 0; i < sizeof(open_rules) / sizeof(*open_rules); i++) {
		struct db_query q = db_ask_with(
		    store->db, open_rules[i].sql, DB_VALUES(db_int(person_id)));
		const char *mark = strstr(open_rules[i].what, "%s");

		if (!db_next(&q))
			continue;
		db_get_text(&q, word, sizeof(word));
		db_end(&q);
		buf_add_format(&out, "%s%.*s%s%s", out.octets > 0 ? "; " : "",
		    (int)(mark - open_rules[i].what), open_rules[i].what, word,
		    mark + 2);
	}
	return out.octets > 0;
}

bool
store_erase_was(struct store *store, int64_t person_id)
{
	return db_number(store->db, 0,
		   "SELECT EXISTS (SELECT 1 FROM erasure WHERE person_id = ?1)",
		   db_int(person_id)) != 0;
}

/* -- the beginning ----------------------------------------------------------
 */

/* Small, and of nobody else's use.  Found by an index, each: this is one turn,
 * and orders wait for it. */
static const char *const of_person[] = {
    "DELETE FROM phone_person WHERE person_id = ?1",
    "DELETE FROM person_weight WHERE person_id = ?1",
    "DELETE FROM pin WHERE person_id = ?1",
    "DELETE FROM bought WHERE person_id = ?1",
    "DELETE FROM follow WHERE person_id = ?1",
    "UPDATE console_user SET person_id = 0"
    " WHERE person_id = ?1 AND person_id <> 0",
    "UPDATE offer SET closed = 1, grade = '' WHERE seller_id = ?1",
    "UPDATE person SET name = '', place = '', lang = '', roles = 0,"
    " area_id = 0, leader_id = 0, phone_id = 0, consent_ms = 0, still_ms = 0"
    " WHERE id = ?1",
};
static const char *const of_phone[] = {
    "DELETE FROM phone_route WHERE phone_id = ?1",
    "DELETE FROM robot WHERE phone_id = ?1",
    "DELETE FROM proof WHERE phone_id = ?1",
    "DELETE FROM replaceable WHERE phone_id = ?1",
    "DELETE FROM report_kept WHERE phone_id = ?1",
    "DELETE FROM budget_phone WHERE (link_id, month_ms) IN"
    " (SELECT link_id, month_ms FROM budget) AND phone_id = ?1",
    "DELETE FROM question WHERE phone_id = ?1 AND open = 1",
    "DELETE FROM part WHERE series_id IN"
    " (SELECT id FROM part_series WHERE phone_id = ?1)",
    "DELETE FROM part_series WHERE phone_id = ?1",
    "DELETE FROM phone_person WHERE phone_id = ?1",
};

static void
add_word(struct store *store, int64_t id, int kind, const char *word)
{
	db_run(store->db,
	    "INSERT OR IGNORE INTO erasure_word VALUES (?1, ?2, ?3)",
	    db_int(id), db_int(kind), db_text(word));
}

/* A restore is what erasures are done anew after: whoever releases its texts
 * then must not send one to nobody. */
static void
drop_held(struct store *store, int64_t phone_id, int64_t now_ms)
{
	int64_t *ids = NULL;
	struct db_query q = db_ask(store->db,
	    "SELECT h.message_id FROM held h JOIN message m"
	    " ON m.id = h.message_id WHERE m.phone_id = ?1",
	    db_int(phone_id));
	size_t count = db_get_column(&q, &ids);

	for (size_t i = 0; i < count; i++)
		(void)store_held_drop(store, ids[i], now_ms);
	free(ids);
}

static void
leave_phone(
    struct store *store, int64_t erasure_id, int64_t phone_id, int64_t now_ms)
{
	char number[PARTY_OCTETS], erased[ERASE_NUMBER_OCTETS], word[24];

	store_phone_number(store, phone_id, number);
	add_word(store, erasure_id, WORD_NUMBER, number);
	snprintf(word, sizeof(word), "%lld", (long long)phone_id);
	add_word(store, erasure_id, WORD_PHONE, word);
	store_message_withdraw_all(store, phone_id);
	drop_held(store, phone_id, now_ms);
	for (size_t i = 0; i < sizeof(of_phone) / sizeof(*of_phone); i++)
		db_run_with(
		    store->db, of_phone[i], DB_VALUES(db_int(phone_id)));
	erase_number(erased, phone_id);
	db_run(store->db,
	    "UPDATE phone SET number = ?2, kind = ?3, person_id = 0,"
	    " people = 1 WHERE id = ?1",
	    db_int(phone_id), db_text(erased), db_int(PARTY_LETTERS));
}

static size_t
phones_of(struct store *store, const struct person *person,
    int64_t ids[STORE_PHONE_PEOPLE])
{
	size_t count = store_phone_phones(store, person->id, ids);

	if (count == 0 && person->phone_id != 0)
		ids[count++] = person->phone_id;
	return count;
}

int64_t
store_erase_begin(struct store *store, int64_t person_id, int64_t now_ms)
{
	int64_t ids[STORE_PHONE_PEOPLE], id;
	struct person person;
	size_t count;

	id = db_number(store->db, 0,
	    "SELECT id FROM erasure WHERE ended_ms = 0 AND person_id = ?1",
	    db_int(person_id));
	if (id != 0 || !store_person_get(store, person_id, &person))
		return id;
	id = db_insert(store->db,
	    "INSERT INTO erasure (person_id, stage, place, upto, begun_ms,"
	    " ended_ms, texts, quotes) VALUES (?1, ?2, 0,"
	    " (SELECT coalesce(max(id), 0) FROM message), ?3, 0, 0, 0)",
	    db_int(person_id), db_int(ERASE_MESSAGES), db_int(now_ms));
	if (person.name[0] != '\0')
		add_word(store, id, WORD_NAME, person.name);
	store_name_put(store, person_id, person.name, "");
	count = phones_of(store, &person, ids);
	for (size_t i = 0; i < count; i++)
		leave_phone(store, id, ids[i], now_ms);
	for (size_t i = 0; i < sizeof(of_person) / sizeof(*of_person); i++)
		db_run_with(
		    store->db, of_person[i], DB_VALUES(db_int(person_id)));
	return id;
}

/* -- one that goes on -------------------------------------------------------
 */

#define ERASURE_SELECT                                                         \
	"SELECT id, person_id, stage, place, upto, begun_ms, ended_ms, texts," \
	" quotes FROM erasure "

static bool
read_row(struct db_query *q, struct erasure *out)
{
	*out = (struct erasure){.id = 0};
	if (!db_next(q))
		return false;
	out->id = db_get_int(q);
	out->person_id = db_get_int(q);
	out->stage = (enum erase_stage)db_get_int(q);
	out->place = db_get_int(q);
	out->upto = db_get_int(q);
	out->begun_ms = db_get_int(q);
	out->ended_ms = db_get_int(q);
	out->texts = db_get_int(q);
	out->quotes = db_get_int(q);
	return true;
}

static bool
read_one(struct db_query *q, struct erasure *out)
{
	bool found = read_row(q, out);

	db_end(q);
	return found;
}

void
store_erase_list(struct store *store, int64_t before_id, int limit,
    bool (*fn)(void *arg, const struct erasure *erasure), void *arg)
{
	struct db_query q = db_ask(store->db,
	    ERASURE_SELECT "WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
	    db_int(before_id > 0 ? before_id : INT64_MAX), db_int(limit));
	struct erasure erasure;

	while (read_row(&q, &erasure))
		if (!fn(arg, &erasure))
			break;
	db_end(&q);
}

bool
store_erase_next(struct store *store, struct erasure *out)
{
	struct db_query q = db_ask(
	    store->db, ERASURE_SELECT "WHERE ended_ms = 0 ORDER BY id LIMIT 1");

	return read_one(&q, out);
}

bool
store_erase_get(struct store *store, int64_t id, struct erasure *out)
{
	struct db_query q =
	    db_ask(store->db, ERASURE_SELECT "WHERE id = ?1", db_int(id));

	return read_one(&q, out);
}

void
store_erase_words(
    struct store *store, const struct erasure *erasure, struct erase_words *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT kind, word FROM erasure_word WHERE erasure_id = ?1",
	    db_int(erasure->id));
	size_t tails = 0;
	char word[64];

	*out = (struct erase_words){.person_id = erasure->person_id};
	while (db_next(&q)) {
		int64_t kind = db_get_int(&q);

		db_get_text(&q, word, sizeof(word));
		if (kind == WORD_NAME)
			str_copy(out->name, sizeof(out->name), str_from(word));
		else if (kind == WORD_NUMBER && tails < STORE_PHONE_PEOPLE)
			redact_tail(out->tails[tails++], word);
		else if (kind == WORD_PHONE &&
			 out->phones < STORE_PHONE_PEOPLE &&
			 str_to_int64(
			     &out->phone_ids[out->phones], str_from(word)))
			out->phones++;
	}
	db_end(&q);
}

static void
reach(struct store *store, const struct erasure *erasure, int64_t place,
    bool whole, const struct erase_count *count)
{
	db_run(store->db,
	    "UPDATE erasure SET stage = ?2, place = ?3, texts = texts + ?4,"
	    " quotes = quotes + ?5 WHERE id = ?1",
	    db_int(erasure->id), db_int(erasure->stage + (whole ? 1 : 0)),
	    db_int(whole ? 0 : place), db_int(count->texts),
	    db_int(count->quotes));
}

/* -- a slice ----------------------------------------------------------------
 */

static int64_t
newest(struct store *store, const struct erasure *erasure)
{
	switch (erasure->stage) {
	case ERASE_MESSAGES:
		return erasure->upto;
	case ERASE_ORDERS:
		return db_number(
		    store->db, 0, "SELECT coalesce(max(id), 0) FROM order_");
	case ERASE_EVENTS:
		return db_number(store->db, 0,
		    "SELECT max(coalesce((SELECT max(id) FROM line_event), 0),"
		    " coalesce((SELECT max(id) FROM question), 0))");
	case ERASE_SESSIONS:
		return db_number(store->db, 0,
		    "SELECT coalesce(max(id), 0) FROM ussd_session");
	case ERASE_FILES:
	case ERASE_DONE:
		break;
	}
	return 0;
}

enum erase_stage
store_erase_step(struct store *store, const struct erasure *erasure, int limit)
{
	struct erase_count count = {.texts = 0};
	int64_t last = newest(store, erasure);
	int64_t upto = erasure->place + limit;
	bool whole = upto >= last;
	struct erase_words words;

	store_erase_words(store, erasure, &words);
	switch (erasure->stage) {
	case ERASE_MESSAGES:
		erase_messages(store->db, &words, erasure->place,
		    whole ? last : upto, &count);
		erase_reports(
		    store->db, &words, erasure->place, whole ? last : upto);
		break;
	case ERASE_ORDERS:
		if (erasure->place == 0) {
			erase_heard(store, &words);
			erase_quotes_broadcasts(store, &words);
		}
		erase_orders(store, &words, erasure->place, upto);
		erase_quotes_orders(store, &words, erasure->place, upto);
		break;
	case ERASE_EVENTS:
		erase_events(store, &words, erasure->place, upto);
		erase_questions(store, &words, erasure->place, upto);
		erase_quotes_questions(store, &words, erasure->place, upto);
		break;
	case ERASE_SESSIONS:
		erase_sessions(store, &words, erasure->place, upto);
		erase_quotes_sessions(store, &words, erasure->place, upto);
		break;
	case ERASE_FILES:
	case ERASE_DONE:
		return erasure->stage;
	}
	reach(store, erasure, upto, whole, &count);
	return erasure->stage + (whole ? 1 : 0);
}

void
store_erase_end(
    struct store *store, const struct erasure *erasure, int64_t now_ms)
{
	db_run(store->db, "DELETE FROM erasure_word WHERE erasure_id = ?1",
	    db_int(erasure->id));
	db_run(store->db,
	    "UPDATE erasure SET stage = ?2, ended_ms = ?3 WHERE id = ?1",
	    db_int(erasure->id), db_int(ERASE_DONE), db_int(now_ms));
}

bool
store_erase_journal(struct store *store)
{
	return db_cut_journal(store->db);
}
