/* Copies of a whole database, while its writer goes on. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"
#include "gateway/store/db.h"
#include "gateway/store/db_open.h"
#include "gateway/store/store.h"

#define STEP_PAGES 1024 /* 4 MiB */
#define REST_MOST_NS INT64_C(200000000)
/* The writer's journal cannot begin anew while we read: once it is so large
 * the copy takes no more rests. */
#define HURRY_OCTETS (INT64_C(64) << 20)

static int
fail(sqlite3 *handle, const char *path, struct err *err)
{
	int code = db_error_of(handle);
	return err_set(err, code, 0, "%s: %s", path,
	    code == STORE_FULL ? "the disk is full" : sqlite3_errmsg(handle));
}

/* -- is the copy what was copied? ------------------------------------------ */

/* `what` of all rows of a table; -1: it cannot be asked (a table without row
 * ids for the newest of them). */
static int64_t
ask_table(sqlite3 *handle, const char *what, const char *table)
{
	char sql[160];
	sqlite3_stmt *stmt = NULL;
	int64_t value = -1;
	sqlite3_snprintf(
	    sizeof(sql), sql, "SELECT %s FROM \"%w\"", what, table);
	if (sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW)
		value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

#define TABLES                                                                 \
	"SELECT name FROM sqlite_schema WHERE type = 'table'"                  \
	" AND name NOT LIKE 'sqlite%' ORDER BY name"

/* Both are of one moment: `from` is still in its reading transaction. */
static int
same_newest(sqlite3 *from, sqlite3 *to, const char *path, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int code = 0;
	if (sqlite3_prepare_v2(from, TABLES, -1, &stmt, NULL) != SQLITE_OK)
		return fail(from, path, err);
	while (code == 0 && sqlite3_step(stmt) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(stmt, 0);
		if (ask_table(from, "max(rowid)", table) !=
		    ask_table(to, "max(rowid)", table))
			code = err_set(err, STORE_BROKEN, 0,
			    "%s: the copy of %s does not end where it does",
			    path, table);
	}
	sqlite3_finalize(stmt);
	return code;
}

/* -- the copy -------------------------------------------------------------- */

static int64_t
now_ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* As long as the step took, so that whoever serves orders has the disk and the
 * processor half of the time. */
static void
rest(sqlite3 *from, int64_t took_ns)
{
	const char *file = sqlite3_db_filename(from, "main");
	const char *wal = file != NULL ? sqlite3_filename_wal(file) : NULL;
	struct stat st;
	if (wal != NULL && stat(wal, &st) == 0 && st.st_size > HURRY_OCTETS)
		return;
	if (took_ns > REST_MOST_NS)
		took_ns = REST_MOST_NS;
	nanosleep(&(struct timespec){.tv_nsec = (long)took_ns}, NULL);
}

static int
copy_steps(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *work = sqlite3_backup_init(to, "main", from, "main");
	int rc = SQLITE_OK;
	if (work == NULL)
		return sqlite3_errcode(to);
	while (rc == SQLITE_OK) {
		int64_t begun_ns = now_ns();
		rc = sqlite3_backup_step(work, STEP_PAGES);
		fault_here("copy.step");
		if (rc == SQLITE_OK)
			rest(from, now_ns() - begun_ns);
	}
	return sqlite3_backup_finish(work);
}

/* One reading transaction around all steps: a writer on another connection goes
 * on meanwhile, and the copy is of one moment. */
static int
copy_pages(sqlite3 *from, sqlite3 *to, const char *path, struct err *err)
{
	if (sqlite3_exec(from, "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1",
		NULL, NULL, NULL) != SQLITE_OK)
		return fail(from, path, err);
	int code = copy_steps(from, to) == SQLITE_OK ? 0 : fail(to, path, err);
	if (code == 0)
		code = same_newest(from, to, path, err);
	sqlite3_exec(from, "ROLLBACK", NULL, NULL, NULL);
	return code != 0 ? code : db_check_handle(to, err);
}

/* SQLite would try a file that cannot be made once more, for reading, and tell
 * that error in place of the disk's. */
static int
make_part(const char *part, struct err *err)
{
	unlink(part);
	int fd = open(
	    part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
	if (fd < 0)
		return err_set(
		    err, STORE_OPEN, 0, "%s: %s", part, strerror(errno));
	close(fd);
	return 0;
}

int
db_copy_handle(sqlite3 *handle, const char *path, struct err *err)
{
	char part[4096];
	if ((size_t)snprintf(part, sizeof(part), "%s.part", path) >=
	    sizeof(part))
		return err_set(err, STORE_OPEN, 0, "the path is too long");
	sqlite3 *to = NULL;
	int code = make_part(part, err);
	if (code != 0)
		return code;
	if (sqlite3_open_v2(part, &to, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK)
		code = err_set(err, STORE_OPEN, 0, "%s: %s", part,
		    strerror(sqlite3_system_errno(to)));
	else
		code = copy_pages(handle, to, part, err);
	/* As a plain file, so that it is one file wherever it is carried. */
	if (code == 0 && sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL,
			     NULL, NULL) != SQLITE_OK)
		code = fail(to, part, err);
	sqlite3_close(to);
	if (code == 0 && rename(part, path) != 0)
		code =
		    err_set(err, STORE_IO, 0, "%s: %s", path, strerror(errno));
	if (code != 0)
		unlink(part);
	return code;
}

/* -- how many rows --------------------------------------------------------- */

static int
count_all(sqlite3 *handle, const char *path, db_rows_fn *fn, void *arg,
    struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(handle, TABLES, -1, &stmt, NULL);
	int code = rc == SQLITE_OK ? 0 : fail(handle, path, err);
	while (code == 0 && sqlite3_step(stmt) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(stmt, 0);
		int64_t rows = ask_table(handle, "count(*)", table);
		if (rows < 0)
			code = fail(handle, path, err);
		else
			fn(arg, table, rows);
	}
	sqlite3_finalize(stmt);
	return code;
}

int
db_count_rows(const char *path, db_rows_fn *fn, void *arg, struct err *err)
{
	sqlite3 *handle = NULL;
	int code;
	if (sqlite3_open_v2(path, &handle,
		SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		code = err_set(
		    err, STORE_OPEN, 0, "%s: %s", path, sqlite3_errmsg(handle));
	else
		code = count_all(handle, path, fn, arg, err);
	sqlite3_close(handle);
	return code;
}
