#include "gateway/store/store_erase_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"

#define TEXT_CAP (1 << 20)
#define FILE_SLICE 2000

/* Longer than any sender's name on the air (TS 23.040: 11 characters; SMPP: 20
 * octets), so no text can come from it, and no digits that look like one. */
void
erase_number(char dst[ERASE_NUMBER_OCTETS], int64_t phone_id)
{
	snprintf(dst, ERASE_NUMBER_OCTETS, "erased------------:%lld",
	    (long long)phone_id);
}

bool
erase_words_in(struct buf *out, struct str text,
    const struct erase_words *words, bool names_too)
{
	struct buf spare = buf_new(TEXT_CAP);
	bool any = false, taken;

	buf_clear(out);
	buf_add_str(out, text);
	for (size_t i = 0; i <= words->phones; i++) {
		bool name = i == words->phones;

		if (name && !names_too)
			break;
		buf_clear(&spare);
		taken =
		    name ? redact_name(
			       &spare, buf_str(out), str_from(words->name))
			 : redact_number(&spare, buf_str(out), words->tails[i]);
		if (!taken)
			continue;
		any = true;
		buf_clear(out);
		buf_add_str(out, buf_str(&spare));
	}
	buf_free(&spare);
	return any;
}

bool
erase_is_theirs(
    const struct erase_words *words, int64_t person_id, int64_t phone_id)
{
	if (person_id != 0)
		return person_id == words->person_id;
	for (size_t i = 0; i < words->phones; i++)
		if (words->phone_ids[i] == phone_id)
			return true;
	return false;
}

/* One message that is to be changed. */
struct found {
	int64_t id, phone_id;
	bool theirs;
	char *text, *why;
	struct found *next;
};

static void
keep(struct found **list, int64_t id, int64_t phone_id, bool theirs,
    const char *text, const char *why)
{
	struct found *f = xcalloc(1, sizeof(*f));

	f->id = id;
	f->phone_id = phone_id;
	f->theirs = theirs;
	f->text = xstrdup(text);
	f->why = xstrdup(why);
	f->next = *list;
	*list = f;
}

/* The parts of a long one, and what it came as. */
static void
drop_raw(struct db *db, const struct found *f)
{
	db_run(
	    db, "DELETE FROM message_raw WHERE message_id = ?1", db_int(f->id));
	/* By their phone, for that has an index. */
	db_run(db,
	    "DELETE FROM part WHERE series_id IN (SELECT id FROM part_series"
	    " WHERE phone_id = ?2 AND message_id = ?1)",
	    db_int(f->id), db_int(f->phone_id));
}

static void
change(struct db *db, struct found *list, struct erase_count *count)
{
	while (list != NULL) {
		struct found *f = list;

		db_run(db,
		    "UPDATE message SET text = ?2, why = ?3 WHERE id = ?1",
		    db_int(f->id), db_text(f->text), db_text(f->why));
		drop_raw(db, f);
		count->texts += f->theirs ? 1 : 0;
		count->quotes += f->theirs ? 0 : 1;
		list = f->next;
		free(f->text);
		free(f->why);
		free(f);
	}
}

/* A name is taken out of our own texts alone: in a stranger's words it may be
 * anybody's. */
void
erase_messages(struct db *db, const struct erase_words *words, int64_t after,
    int64_t upto, struct erase_count *count)
{
	struct buf text = buf_new(TEXT_CAP), why = buf_new(TEXT_CAP);
	struct found *list = NULL;
	struct db_query q = db_ask(db,
	    "SELECT id, person_id, phone_id, out, text, why FROM message"
	    " WHERE id > ?1 AND id <= ?2",
	    db_int(after), db_int(upto));

	while (db_next(&q)) {
		int64_t id = db_get_int(&q), person_id = db_get_int(&q);
		int64_t phone_id = db_get_int(&q);
		bool theirs = erase_is_theirs(words, person_id, phone_id);
		bool out = db_get_int(&q) != 0;
		bool quoted = erase_words_in(&text, db_get_str(&q), words, out);

		quoted |= erase_words_in(&why, db_get_str(&q), words, out);
		if (theirs)
			keep(&list, id, phone_id, true, "", "");
		else if (quoted)
			keep(&list, id, phone_id, false, text.at, why.at);
	}
	db_end(&q);
	change(db, list, count);
	buf_free(&text);
	buf_free(&why);
}

/* -- delivery reports -------------------------------------------------------
 */

static void
drop_report(struct db *db, int64_t message_id)
{
	db_run(db, "DELETE FROM dlr_call WHERE message_id = ?1",
	    db_int(message_id));
	db_run(db, "DELETE FROM dlr WHERE message_id = ?1", db_int(message_id));
}

/* An address with escapes: a blank within a number is %20 there. */
static bool
names_them(struct buf *spare, struct str text, const struct erase_words *words)
{
	struct buf plain = buf_new(text.octets + 1);
	bool found = erase_words_in(spare, text, words, true);

	for (size_t i = 0; i < text.octets; i++) {
		bool escape = text.at[i] == '%' && i + 2 < text.octets;

		buf_add_char(&plain, escape ? ' ' : text.at[i]);
		i += escape ? 2 : 0;
	}
	found = found || erase_words_in(spare, buf_str(&plain), words, true);
	buf_free(&plain);
	return found;
}

static bool
is_to_go(struct db *db, struct buf *spare, int64_t message_id,
    const struct erase_words *words)
{
	struct db_query q = db_ask(db,
	    "SELECT coalesce(m.text = '', 0), d.url || ' ' || d.from_"
	    " FROM dlr d LEFT JOIN message m ON m.id = d.message_id"
	    " WHERE d.message_id = ?1",
	    db_int(message_id));
	bool gone = false;

	if (!db_next(&q))
		return false;
	gone = db_get_int(&q) != 0;
	gone = gone || names_them(spare, db_get_str(&q), words);
	db_end(&q);
	return gone;
}

void
erase_reports(
    struct db *db, const struct erase_words *words, int64_t after, int64_t upto)
{
	struct buf spare = buf_new(TEXT_CAP);
	int64_t *ids = NULL;
	struct db_query q = db_ask(db,
	    "SELECT message_id FROM dlr WHERE message_id > ?1"
	    " AND message_id <= ?2",
	    db_int(after), db_int(upto));
	size_t count = db_get_column(&q, &ids);

	for (size_t i = 0; i < count; i++)
		if (is_to_go(db, &spare, ids[i], words))
			drop_report(db, ids[i]);
	free(ids);
	buf_free(&spare);
}

/* -- a file of an old month -------------------------------------------------
 */

static void
rename_phones(struct db *db, const struct erase_words *words)
{
	char number[ERASE_NUMBER_OCTETS];

	for (size_t i = 0; i < words->phones; i++) {
		erase_number(number, words->phone_ids[i]);
		db_run(db,
		    "UPDATE phone SET number = ?2, person_id = 0, kind = ?3"
		    " WHERE id = ?1",
		    db_int(words->phone_ids[i]), db_text(number),
		    db_int(PARTY_LETTERS));
	}
}

int
store_erase_file(
    const char *path, const struct erase_words *words, struct err *err)
{
	struct erase_count count = {.texts = 0};
	struct db *db = db_open(path, false, err);
	int64_t at, newest;
	int rc = 0;

	if (db == NULL)
		return err->code;
	at = db_number(db, 0, "SELECT coalesce(min(id), 1) - 1 FROM message");
	newest = db_number(db, 0, "SELECT coalesce(max(id), 0) FROM message");
	for (bool first = true; rc == 0 && (first || at < newest);
	     first = false) {
		int64_t upto =
		    at + FILE_SLICE < newest ? at + FILE_SLICE : newest;

		(void)db_begin(db);
		if (first)
			rename_phones(db, words);
		erase_messages(db, words, at, upto, &count);
		rc = db_failed(db, err);
		if (rc == 0 && !db_commit(db))
			rc = db_failed(db, err);
		if (rc != 0)
			db_rollback(db);
		at = upto;
	}
	(void)db_cut_journal(db);
	db_close(&db);
	return rc;
}
