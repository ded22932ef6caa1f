#include "gateway/store/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/panic.h"
#include "gateway/store/search_text.h"
#include "gateway/store/store_inside.h"

#define PATH_OCTETS 4096
#define TOKENS_OCTETS (1 << 16)
#define QUERY_OCTETS 2048

/* mark: the newest message in it and when that was, so that another store is
 * known; again: the newest of text_changed. */
static const char schema[] =
    "BEGIN IMMEDIATE;" /* who reads meanwhile sees all of it or nothing */
    "CREATE VIRTUAL TABLE IF NOT EXISTS message_words USING fts5(words,"
    " content='', columnsize=0, detail=none, tokenize='ascii');"
    "CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY,"
    " id INTEGER NOT NULL, time_ms INTEGER NOT NULL, again INTEGER NOT NULL);"
    "INSERT OR IGNORE INTO mark VALUES (1, 0, 0, 0);"
    "COMMIT;";

struct search {
	struct store *reader;
	struct db *db;
	struct buf tokens;
};

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
	if (s->db != NULL && is_of_this_store(s))
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
put_words(struct search *s, int64_t id, struct str text)
{
	buf_clear(&s->tokens);
	search_text_tokens(&s->tokens, text);
	if (s->tokens.octets > 0)
		db_run(s->db,
		    "INSERT INTO message_words (rowid, words) VALUES (?1, ?2)",
		    db_int(id), db_str(buf_str(&s->tokens)));
}

static int
feed_new(struct search *s, int limit)
{
	int count = 0;
	int64_t id = 0, time_ms = 0;
	struct db_query q = db_ask(s->reader->db,
	    "SELECT id, time_ms, text FROM message WHERE id > ?1"
	    " ORDER BY id LIMIT ?2",
	    db_int(db_number(s->db, 0, "SELECT id FROM mark")), db_int(limit));
	for (; db_next(&q); count++) {
		id = db_get_int(&q);
		time_ms = db_get_int(&q);
		put_words(s, id, db_get_str(&q));
	}
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
	int64_t again = 0;
	struct db_query q = db_ask(s->reader->db,
	    "SELECT c.id, m.id, m.text FROM text_changed c"
	    " JOIN message m ON m.id = c.message_id"
	    " WHERE c.id > ?1 AND c.message_id <= ?2 ORDER BY c.id LIMIT ?3",
	    db_int(db_number(s->db, 0, "SELECT again FROM mark")),
	    db_int(db_number(s->db, 0, "SELECT id FROM mark")), db_int(limit));
	for (; db_next(&q); count++) {
		again = db_get_int(&q);
		int64_t id = db_get_int(&q);
		put_words(s, id, db_get_str(&q));
	}
	if (count > 0)
		db_run(s->db, "UPDATE mark SET again = ?1", db_int(again));
	return count;
}

int
search_feed(struct search *s, int limit, struct err *err)
{
	db_begin(s->db);
	int count = feed_new(s, limit) + feed_changed(s, limit);
	int code = db_failed(s->reader->db, err);
	if (code == 0 && db_commit(s->db))
		return count;
	if (code == 0)
		code = db_failed(s->db, err);
	db_rollback(s->db);
	return code;
}

/* -- asking ---------------------------------------------------------------- */

/* It may have been deleted and made anew since: then that one. */
static bool
is_attached(struct store *reader)
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
	    db_attach(reader->db, path, "search", "message_words"))
		reader->search_inode = file.st_ino;
	return reader->search_inode != 0;
}

int64_t
search_mark(struct store *reader, struct str words)
{
	char room[QUERY_OCTETS];
	struct buf query = buf_over(room, sizeof(room));
	return search_text_query(&query, words) && is_attached(reader)
		   ? db_number(reader->db, 0, "SELECT id FROM search.mark")
		   : 0;
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

int
search_ids(struct store *reader, struct str words, int64_t after_id,
    int64_t before_id, bool newest_first, int64_t *ids, size_t limit)
{
	char room[QUERY_OCTETS];
	struct buf query = buf_over(room, sizeof(room));
	struct db_query q;
	if (!is_attached(reader) || !search_text_query(&query, words))
		return -1;
	if (newest_first)
		q = db_ask(reader->db,
		    "SELECT rowid FROM search.message_words"
		    " WHERE message_words MATCH ?1 AND rowid > ?2"
		    " AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4",
		    db_str(buf_str(&query)), db_int(after_id),
		    db_int(before_id), db_int((int64_t)limit));
	else
		q = db_ask(reader->db,
		    "SELECT rowid FROM search.message_words"
		    " WHERE message_words MATCH ?1 AND rowid > ?2"
		    " AND rowid < ?3 ORDER BY rowid LIMIT ?4",
		    db_str(buf_str(&query)), db_int(after_id),
		    db_int(before_id), db_int((int64_t)limit));
	return take_ids(reader, &q, ids, limit);
}
