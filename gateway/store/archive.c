#include "gateway/store/archive.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gateway/store/message_row.h"
#include "gateway/store/store_inside.h"

#define PATH_OCTETS 4096

/* Nothing will happen to it any more: it waits for nothing and is not under
 * way (18). */
/* 18: under way; 19: held. */
#define SETTLED                                                                \
	"(lane = 0 AND state <> 18 AND state <> 19 AND NOT " MESSAGE_OPEN ")"

bool
archive_path(
    char *dst, size_t dst_octets, const char *store_path, const char *month)
{
	size_t stem = strlen(store_path);
	if (stem > 3 && strcmp(store_path + stem - 3, ".db") == 0)
		stem -= 3;
	int octets = snprintf(
	    dst, dst_octets, "%.*s-%s.db", (int)stem, store_path, month);
	return octets > 0 && (size_t)octets < dst_octets;
}

/* -- what is on the disk --------------------------------------------------- */

/* "furrow-2025-01.db" -> "2025-01" */
static bool
month_of_file(
    char dst[ARCHIVE_MONTH_OCTETS], const char *name, const char *store_path)
{
	char path[PATH_OCTETS];
	const char *dash = strrchr(name, '-');
	if (dash == NULL || dash - name < 5 || strlen(dash) != 6)
		return false;
	str_copy(dst, ARCHIVE_MONTH_OCTETS, str_of(dash - 4, 7));
	if (strspn(dst, "0123456789") != 4 || dst[4] != '-' ||
	    strspn(dst + 5, "0123456789") != 2 ||
	    !archive_path(path, sizeof(path), store_path, dst))
		return false;
	const char *slash = strrchr(path, '/');
	return strcmp(slash != NULL ? slash + 1 : path, name) == 0;
}

int
archive_files(const char *store_path, struct archive_month *out, int limit)
{
	char folder[PATH_OCTETS];
	const char *slash = strrchr(store_path, '/');
	int count = 0;
	if (!str_copy(folder, sizeof(folder),
		slash == NULL ? STR(".")
			      : str_of(store_path, slash - store_path + 1)))
		return -1;
	DIR *dir = opendir(folder);
	if (dir == NULL)
		return -1;
	for (struct dirent *e; count < limit && (e = readdir(dir)) != NULL;) {
		out[count] = (struct archive_month){.first_id = 0};
		if (month_of_file(out[count].month, e->d_name, store_path))
			count++;
	}
	closedir(dir);
	return count;
}

/* -- what is noted --------------------------------------------------------- */

#define MONTH_COLUMNS "month, first_id, last_id, until_ms, dropped_id"

static void
read_month(struct db_query *q, struct archive_month *out)
{
	db_get_text(q, out->month, sizeof(out->month));
	out->first_id = db_get_int(q);
	out->last_id = db_get_int(q);
	out->until_ms = db_get_int(q);
	out->dropped_id = db_get_int(q);
}

static bool
one_month(struct db_query *q, struct archive_month *out)
{
	bool found = db_next(q);
	if (found)
		read_month(q, out);
	db_end(q);
	return found;
}

size_t
archive_list(struct store *store, struct archive_month *out, size_t limit)
{
	size_t count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT " MONTH_COLUMNS " FROM archive ORDER BY first_id");
	while (count < limit && db_next(&q))
		read_month(&q, &out[count++]);
	db_end(&q);
	return count;
}

bool
archive_of(struct store *store, int64_t message_id, struct archive_month *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " MONTH_COLUMNS " FROM archive"
	    " WHERE first_id <= ?1 AND dropped_id >= ?1",
	    db_int(message_id));
	return one_month(&q, out);
}

bool
archive_unfinished(struct store *reader, struct archive_month *out)
{
	struct db_query q =
	    db_ask(reader->db, "SELECT " MONTH_COLUMNS " FROM archive"
			       " WHERE dropped_id < last_id ORDER BY first_id");
	return one_month(&q, out);
}

bool
archive_newest(struct store *reader, struct archive_month *out)
{
	struct db_query q =
	    db_ask(reader->db, "SELECT " MONTH_COLUMNS " FROM archive"
			       " ORDER BY last_id DESC LIMIT 1");
	return one_month(&q, out);
}

int64_t
archive_dropped(struct store *reader)
{
	return db_number(reader->db, 0,
	    "SELECT coalesce(sum(dropped_id - first_id + 1), 0) FROM archive");
}

/* -- finding --------------------------------------------------------------- */

#define ARCHIVABLE                                                             \
	" FROM message WHERE id > (SELECT"                                     \
	" coalesce(max(last_id), 0) FROM archive) AND " SETTLED

/* What has a time that is still to come was written by a wrong clock; it goes
 * with what stands behind it. */
int64_t
archive_oldest(struct store *reader, int64_t now_ms, int64_t *time_ms_out)
{
	*time_ms_out = db_number(reader->db, now_ms,
	    "SELECT time_ms" ARCHIVABLE
	    " AND time_ms <= ?1 ORDER BY id LIMIT 1",
	    db_int(now_ms));
	return db_number(
	    reader->db, 0, "SELECT id" ARCHIVABLE " ORDER BY id LIMIT 1");
}

/* Ids ascend with time, but for what a wrong clock wrote: halving finds the
 * place well enough, for it matters to nobody on which side those stand. */
int64_t
archive_last_before(struct store *reader, int64_t first_id, int64_t time_ms)
{
	int64_t low = first_id, high = store_message_newest(reader) + 1;
	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;
		int64_t then_ms = db_number(reader->db, INT64_MAX,
		    "SELECT time_ms FROM message WHERE id >= ?1"
		    " ORDER BY id LIMIT 1",
		    db_int(middle));
		if (then_ms < time_ms)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* -- copying --------------------------------------------------------------- */

/* The rows of messages after < id <= upto, and what belongs to them. */
static void
copy_rows(struct db *db, int64_t after, int64_t upto)
{
	db_run(db,
	    "INSERT INTO message SELECT * FROM market.message"
	    " WHERE id > ?1 AND id <= ?2 AND " SETTLED,
	    db_int(after), db_int(upto));
	db_run(db,
	    "INSERT OR REPLACE INTO message_raw SELECT * FROM"
	    " market.message_raw WHERE message_id > ?1 AND message_id <= ?2",
	    db_int(after), db_int(upto));
	db_run(db,
	    "INSERT OR REPLACE INTO sent_part SELECT * FROM market.sent_part"
	    " WHERE id >= (?1 + 1) * 16 AND id < (?2 + 1) * 16",
	    db_int(after), db_int(upto));
	db_run(db, "INSERT OR REPLACE INTO link SELECT * FROM market.link");
	db_run(db,
	    "INSERT OR REPLACE INTO phone SELECT * FROM market.phone"
	    " WHERE id IN (SELECT phone_id FROM message"
	    " WHERE id > ?1 AND id <= ?2)",
	    db_int(after), db_int(upto));
	db_run(db,
	    "INSERT OR REPLACE INTO phone_head SELECT phone_id, max(id)"
	    " FROM message WHERE id > ?1 AND id <= ?2 GROUP BY phone_id",
	    db_int(after), db_int(upto));
	db_run(db, "INSERT OR REPLACE INTO setting VALUES ('head_mark', ?1)",
	    db_int(upto));
}

/* What was still open when its page was copied, and is not any more. */
static void
copy_late(struct db *db, const struct archive_month *month)
{
	db_run(db,
	    "INSERT INTO message SELECT * FROM market.message s"
	    " WHERE s.id BETWEEN ?1 AND ?2 AND " SETTLED
	    " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.id = s.id)",
	    db_int(month->first_id), db_int(month->last_id));
}

/* Has it nothing that the store has not? */
static bool
is_of_this_store(struct db *db, const struct archive_month *month)
{
	return db_number(db, 1,
		   "SELECT count(*) FROM (SELECT 1 FROM message m"
		   " WHERE m.id BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1"
		   " FROM market.message s WHERE s.id = m.id"
		   " AND s.time_ms = m.time_ms) LIMIT 1)",
		   db_int(month->first_id), db_int(month->last_id)) == 0;
}

static int
copy_page(struct db *db, const struct archive_month *month, int limit)
{
	int64_t after = db_number(db, 0,
	    "SELECT coalesce(max(id), ?1 - 1) FROM message WHERE id <= ?2",
	    db_int(month->first_id), db_int(month->last_id));
	int64_t upto = db_number(db, 0,
	    "SELECT coalesce(max(id), 0) FROM (SELECT id FROM market.message"
	    " WHERE id > ?1 AND id <= ?2 AND " SETTLED " ORDER BY id LIMIT ?3)",
	    db_int(after), db_int(month->last_id), db_int(limit));
	if (upto == 0) {
		if (!is_of_this_store(db, month))
			db_fail(db, STORE_BROKEN,
			    "the archive of %s holds what the store does not",
			    month->month);
		copy_late(db, month);
		return 0;
	}
	copy_rows(db, after, upto);
	return limit;
}

/* -- ready to be deleted here ---------------------------------------------- */

/* Copied once more as they are now: a report that came late, a text that was
 * open, are in it, and raw forms that went meanwhile are not. */
static void
copy_again(struct db *db, int64_t after, int64_t upto)
{
	db_run(db,
	    "DELETE FROM message WHERE id > ?1 AND id <= ?2 AND EXISTS"
	    " (SELECT 1 FROM market.message s WHERE s.id = message.id)",
	    db_int(after), db_int(upto));
	db_run(db,
	    "DELETE FROM message_raw WHERE message_id > ?1 AND message_id <= ?2"
	    " AND EXISTS (SELECT 1 FROM market.message s"
	    " WHERE s.id = message_raw.message_id)",
	    db_int(after), db_int(upto));
	copy_rows(db, after, upto);
}

static int
ready_page(
    struct db *db, const struct archive_month *month, struct archive_page *out)
{
	int64_t upto = month->dropped_id;
	out->count = 0;
	struct db_query q = db_ask(db,
	    "SELECT id FROM market.message WHERE id > ?1 AND id <= ?2"
	    " AND " SETTLED " ORDER BY id LIMIT ?3",
	    db_int(month->dropped_id), db_int(month->last_id),
	    db_int(ARCHIVE_PAGE_IDS));
	while (out->count < ARCHIVE_PAGE_IDS && db_next(&q))
		upto = out->ids[out->count++] = db_get_int(&q);
	db_end(&q);
	if (out->count > 0)
		copy_again(db, month->dropped_id, upto);
	return out->count;
}

/* -- the file -------------------------------------------------------------- */

struct copying {
	const struct archive_month *month;
	int limit; /* of a copy */
	struct archive_page *page; /* else: what is to be deleted */
};

static int
copy_into(struct db *db, const struct copying *c, struct err *err)
{
	db_begin_shared(db);
	int count = c->page != NULL ? ready_page(db, c->month, c->page)
				    : copy_page(db, c->month, c->limit);
	if (db_failed(db, err) == 0 && db_commit(db))
		return count;
	int code = db_failed(db, err);
	db_rollback(db);
	return code;
}

/* A file that should be there and is not, is not made anew: somebody may put
 * it back. */
static struct store *
open_file(
    const char *store_path, const char *month, bool is_there, struct err *err)
{
	char path[PATH_OCTETS];
	if (!archive_path(path, sizeof(path), store_path, month)) {
		err_set(err, STORE_OPEN, 0, "the path is too long");
		return NULL;
	}
	if (is_there && access(path, F_OK) != 0) {
		err_set(err, STORE_OPEN, 0, "%s: %s", path, strerror(errno));
		return NULL;
	}
	return store_open(path, err);
}

static int
work_on(const char *store_path, const struct copying *c, struct err *err)
{
	struct store *archive =
	    open_file(store_path, c->month->month, c->page != NULL, err);
	if (archive == NULL)
		return err->code;
	int count;
	if (db_attach(archive->db, store_path, "market", "message"))
		count = copy_into(archive->db, c, err);
	else
		count = err_set(
		    err, STORE_OPEN, 0, "%s cannot be read", store_path);
	store_close(&archive);
	return count;
}

int
archive_copy(const char *store_path, const struct archive_month *month,
    int limit, struct err *err)
{
	struct copying c = {month, limit, NULL};
	return work_on(store_path, &c, err);
}

int
archive_ready(const char *store_path, const struct archive_month *month,
    struct archive_page *out, struct err *err)
{
	struct copying c = {month, 0, out};
	return work_on(store_path, &c, err);
}

int
archive_update(const char *store_path, const char *month, struct err *err)
{
	struct store *archive = open_file(store_path, month, true, err);
	int code = archive == NULL ? err->code : 0;
	store_close(&archive);
	return code;
}

/* -- inside a turn --------------------------------------------------------- */

void
archive_note(struct store *store, const struct archive_month *month)
{
	db_run(store->db,
	    "INSERT INTO archive (month, first_id, last_id, until_ms,"
	    " dropped_id) VALUES (?1, ?2, ?3, ?4, ?2 - 1)"
	    /* A clock that was wrong left some of it behind. */
	    " ON CONFLICT (month) DO UPDATE SET last_id = excluded.last_id",
	    db_text(month->month), db_int(month->first_id),
	    db_int(month->last_id), db_int(month->until_ms));
}

/* What is open again by now stays. */
static int
drop_one(struct db *db, int64_t id)
{
	if (db_run(db, "DELETE FROM message WHERE id = ?1 AND " SETTLED,
		db_int(id)) <= 0)
		return 0;
	db_run(db, "DELETE FROM message_raw WHERE message_id = ?1", db_int(id));
	db_run(db,
	    "DELETE FROM sent_part WHERE id >= ?1 * 16 AND id < (?1 + 1) * 16",
	    db_int(id));
	return 1;
}

int
archive_drop(
    struct store *store, const char *month, const struct archive_page *page)
{
	int dropped = 0;
	for (int i = 0; i < page->count; i++)
		dropped += drop_one(store->db, page->ids[i]);
	if (page->count > 0)
		db_run(store->db,
		    "UPDATE archive SET dropped_id = ?2 WHERE month = ?1",
		    db_text(month), db_int(page->ids[page->count - 1]));
	else
		db_run(store->db,
		    "UPDATE archive SET dropped_id = last_id WHERE month = ?1",
		    db_text(month));
	return dropped;
}
