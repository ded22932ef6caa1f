#include "gateway/store/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/panic.h"
#include "gateway/store/search_inside.h"
#include "gateway/store/search_query.h"
#include "gateway/store/search_text.h"
#include "gateway/store/store_inside.h"

#define PATH_OCTETS 4096
#define TOKENS_OCTETS (1 << 16)
#define AREAS_DEEP 8

/* mark: the newest message in it and when that was, so that another store is
 * known; again: the newest of text_changed;
 * event: the newest of line_event. */
static const char schema[] =
    "BEGIN IMMEDIATE;" /* who reads meanwhile sees all of it or nothing */
    "CREATE VIRTUAL TABLE IF NOT EXISTS message_words USING fts5(words,"
    " content='', columnsize=0, detail=none, tokenize='ascii');"
    "CREATE TABLE IF NOT EXISTS word (term TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS form" SEARCH_FORM " (one INTEGER PRIMARY KEY);"
    "CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY,"
    " id INTEGER NOT NULL, time_ms INTEGER NOT NULL, again INTEGER NOT NULL,"
    " event INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS order_of (person_id INTEGER NOT NULL,"
    " order_id INTEGER NOT NULL, PRIMARY KEY (person_id, order_id))"
    " WITHOUT ROWID;"
    "INSERT OR IGNORE INTO mark VALUES (1, 0, 0, 0, 0);"
    "COMMIT;";

bool
search_path(char *dst, size_t dst_octets, const char *store_path)
{
	size_t stem = strlen(store_path);
	if (stem > 3 && strcmp(store_path + stem - 3, ".db") == 0)
		stem -= 3;
	int octets =
	    snprintf(dst, dst_octets, "%.*s-search.db", (int)stem, store_path);
	return octets > 0 && (size_t)octets < dst_octets;
}

/* -- feeding --------------------------------------------------------------- */

/* Is its newest message the one that the store has under that id? */
static bool
is_of_this_store(struct search *s)
{
	int64_t id = db_number(s->db, 0, "SELECT id FROM mark");
	int64_t time_ms = db_number(s->db, 0, "SELECT time_ms FROM mark");
	return id == 0 || db_number(s->reader->db, -1,
			      "SELECT time_ms FROM message WHERE id = ?1",
			      db_int(id)) == time_ms;
}

/* One of an older form has rows, but was not marked as of this one when they
 * were written. */
static bool
is_of_this_form(struct search *s)
{
	return db_number(s->db, 0, "SELECT id FROM mark") == 0 ||
	       db_number(s->db, 0, "SELECT one FROM form" SEARCH_FORM) == 1;
}

static void
remove_file(const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm"};
	char name[PATH_OCTETS + 8];
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		unlink(name);
	}
}

static bool
open_file(struct search *s, const char *path, struct err *err)
{
	s->db = db_open_aside(path, schema, err);
	if (s->db != NULL && is_of_this_form(s) && is_of_this_store(s))
		return true;
	db_close(&s->db);
	remove_file(path);
	s->db = db_open_aside(path, schema, err);
	return s->db != NULL;
}

void
search_remove(const char *store_path)
{
	char path[PATH_OCTETS];
	if (search_path(path, sizeof(path), store_path))
		remove_file(path);
}

struct search *
search_open(const char *store_path, struct err *err)
{
	char path[PATH_OCTETS];
	struct search *s = xcalloc(1, sizeof(*s));
	s->tokens = buf_new(TOKENS_OCTETS);
	s->reader = store_open_reader(store_path, err);
	if (!search_path(path, sizeof(path), store_path))
		err_set(err, STORE_OPEN, 0, "the path is too long");
	else if (s->reader != NULL && open_file(s, path, err))
		return s;
	search_close(&s);
	return NULL;
}

void
search_close(struct search **search)
{
	struct search *s = *search;
	*search = NULL;
	if (s == NULL)
		return;
	db_close(&s->db);
	store_close(&s->reader);
	buf_free(&s->tokens);
	free(s);
}

static void
know_word(struct search *s, struct str term)
{
	uint64_t hash = span_hash(span_of(term.at, term.octets)) | 1;
	uint64_t *known = &s->known[hash / 2 % SEARCH_KNOWN];
	if (*known == hash)
		return;
	db_run(s->db, "INSERT OR IGNORE INTO word (term) VALUES (?1)",
	    db_str(term));
	*known = hash;
}

static void
know_words(struct search *s)
{
	struct str rest = buf_str(&s->tokens), term;
	while (str_cut(&term, &rest, ' '))
		if (term.octets > 0)
			know_word(s, term);
}

/* The area in which a person lives, and all around it. */
static void
put_areas(struct search *s, int64_t person_id)
{
	int64_t area_id = db_number(s->reader->db, 0,
	    "SELECT area_id FROM person WHERE id = ?1", db_int(person_id));
	for (int deep = 0; area_id != 0 && deep < AREAS_DEEP; deep++) {
		search_text_facet(&s->tokens, SEARCH_AREA, area_id);
		area_id = db_number(s->reader->db, 0,
		    "SELECT parent_id FROM area WHERE id = ?1",
		    db_int(area_id));
	}
}

/* The row as MESSAGE_FED has it. */
#define MESSAGE_FED                                                            \
	"m.id, m.time_ms, m.order_id, m.link_id, m.person_id, m.text"

static int64_t
put_message(struct search *s, struct db_query *q, int64_t *time_ms)
{
	int64_t id = db_get_int(q);
	*time_ms = db_get_int(q);
	int64_t order_id = db_get_int(q), link_id = db_get_int(q);
	int64_t person_id = db_get_int(q);
	buf_clear(&s->tokens);
	search_text_tokens(&s->tokens, db_get_str(q));
	know_words(s);
	if (order_id != 0)
		search_text_facet(&s->tokens, SEARCH_ORDER, order_id);
	search_text_facet(&s->tokens, SEARCH_LINK, link_id);
	put_areas(s, person_id);
	db_run(s->db,
	    "INSERT INTO message_words (rowid, words) VALUES (?1, ?2)",
	    db_int(id), db_str(buf_str(&s->tokens)));
	return id;
}

static int
feed_new(struct search *s, int limit)
{
	int count = 0;
	int64_t id = 0, time_ms = 0;
	struct db_query q = db_ask(s->reader->db,
	    "SELECT " MESSAGE_FED " FROM message m WHERE m.id > ?1"
	    " ORDER BY m.id LIMIT ?2",
	    db_int(db_number(s->db, 0, "SELECT id FROM mark")), db_int(limit));
	for (; db_next(&q); count++)
		id = put_message(s, &q, &time_ms);
	if (count > 0)
		db_run(s->db, "UPDATE mark SET id = ?1, time_ms = ?2",
		    db_int(id), db_int(time_ms));
	return count;
}

/* What a text says anew is found besides what it said before. */
static int
feed_changed(struct search *s, int limit)
{
	int count = 0;
	int64_t again = 0, time_ms;
	struct db_query q = db_ask(s->reader->db,
	    "SELECT c.id, " MESSAGE_FED " FROM text_changed c"
	    " JOIN message m ON m.id = c.message_id"
	    " WHERE c.id > ?1 AND c.message_id <= ?2 ORDER BY c.id LIMIT ?3",
	    db_int(db_number(s->db, 0, "SELECT again FROM mark")),
	    db_int(db_number(s->db, 0, "SELECT id FROM mark")), db_int(limit));
	for (; db_next(&q); count++) {
		again = db_get_int(&q);
		put_message(s, &q, &time_ms);
	}
	if (count > 0)
		db_run(s->db, "UPDATE mark SET again = ?1", db_int(again));
	return count;
}

int
search_feed(struct search *s, int limit, struct err *err)
{
	db_begin(s->db);
	db_run(s->db, "INSERT OR IGNORE INTO form" SEARCH_FORM " VALUES (1)");
	int count = feed_new(s, limit) + feed_changed(s, limit) +
		    search_orders_feed(s, limit);
	int code = db_failed(s->reader->db, err);
	if (code == 0 && db_commit(s->db))
		return count;
	if (code == 0)
		code = db_failed(s->db, err);
	db_rollback(s->db);
	memset(s->known, 0, sizeof(s->known));
	return code;
}

/* -- asking ---------------------------------------------------------------- */

bool
search_is_attached(struct store *reader)
{
	char path[PATH_OCTETS];
	struct stat file;
	if (!search_path(path, sizeof(path), reader->path))
		return false;
	if (stat(path, &file) != 0)
		file.st_ino = 0;
	if (reader->search_inode != 0 && reader->search_inode != file.st_ino) {
		db_detach(reader->db, "search");
		reader->search_inode = 0;
	}
	if (reader->search_inode == 0 && file.st_ino != 0 &&
	    db_attach(reader->db, path, "search", "form" SEARCH_FORM))
		reader->search_inode = file.st_ino;
	return reader->search_inode != 0;
}

int64_t
search_mark(struct store *reader, const struct search_question *question)
{
	struct buf query = buf_new(SEARCH_QUERY_OCTETS);
	int64_t mark = 0;
	if (search_is_attached(reader) &&
	    search_query_write(&query, reader->db, question))
		mark = db_number(reader->db, 0,
		    "SELECT id FROM search.mark, search.form" SEARCH_FORM);
	buf_free(&query);
	return mark;
}

static int
take_ids(struct store *reader, struct db_query *q, int64_t *ids, size_t limit)
{
	size_t count = 0;
	while (count < limit && db_next(q))
		ids[count++] = db_get_int(q);
	db_end(q);
	return db_failed(reader->db, NULL) == 0 ? (int)count : -1;
}

static struct db_query
ask_ids(struct store *reader, struct str query, int64_t after_id,
    int64_t before_id, bool newest_first, size_t limit)
{
	if (newest_first)
		return db_ask(reader->db,
		    "SELECT rowid FROM search.message_words"
		    " WHERE message_words MATCH ?1 AND rowid > ?2"
		    " AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4",
		    db_str(query), db_int(after_id), db_int(before_id),
		    db_int((int64_t)limit));
	return db_ask(reader->db,
	    "SELECT rowid FROM search.message_words"
	    " WHERE message_words MATCH ?1 AND rowid > ?2"
	    " AND rowid < ?3 ORDER BY rowid LIMIT ?4",
	    db_str(query), db_int(after_id), db_int(before_id),
	    db_int((int64_t)limit));
}

int
search_ids(struct store *reader, const struct search_question *question,
    int64_t after_id, int64_t before_id, bool newest_first, int64_t *ids,
    size_t limit)
{
	struct buf query = buf_new(SEARCH_QUERY_OCTETS);
	int count = -1;
	if (search_is_attached(reader) &&
	    search_query_write(&query, reader->db, question)) {
		struct db_query q = ask_ids(reader, buf_str(&query), after_id,
		    before_id, newest_first, limit);
		count = take_ids(reader, &q, ids, limit);
	}
	buf_free(&query);
	return count;
}
