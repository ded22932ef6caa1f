#include "gateway/store/db_open.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/panic.h"
#include "gateway/store/schema.h"
#include "gateway/store/store.h"

/* "FURW": tells our file from another program's database. */
#define APPLICATION_ID 0x46555257

#define BUSY_WAIT_MS 2000

int
db_error_of(sqlite3 *handle)
{
	int os = sqlite3_system_errno(handle);
	switch (sqlite3_errcode(handle) & 0xFF) {
	case SQLITE_FULL:
		return STORE_FULL;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return STORE_BUSY;
	case SQLITE_CONSTRAINT:
	case SQLITE_TOOBIG:
		return STORE_RULE;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return STORE_BROKEN;
	case SQLITE_CANTOPEN:
		return STORE_OPEN;
	case SQLITE_IOERR:
		return os == ENOSPC || os == EDQUOT ? STORE_FULL : STORE_IO;
	default:
		return STORE_IO;
	}
}

static int
fail(sqlite3 *handle, const char *path, struct err *err)
{
	int code = db_error_of(handle);
	if (code == STORE_BROKEN)
		return err_set(err, code, 0, "%s is not a furrow database: %s",
		    path, sqlite3_errmsg(handle));
	return err_set(err, code, 0, "%s: %s", path, sqlite3_errmsg(handle));
}

/* First column of the first row of a rare statement. */
static int
ask(sqlite3 *handle, const char *sql, int64_t *out)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	*out = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	int end = sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : end;
}

/* Is it empty, ours, and not newer than this program? */
static int
look(sqlite3 *handle, const char *path, int64_t *version_out, struct err *err)
{
	int64_t id, tables;
	if (ask(handle, "PRAGMA application_id", &id) != SQLITE_OK ||
	    ask(handle, "PRAGMA user_version", version_out) != SQLITE_OK ||
	    ask(handle, "SELECT count(*) FROM sqlite_schema", &tables) !=
		SQLITE_OK)
		return fail(handle, path, err);
	if (tables > 0 && id != APPLICATION_ID)
		return err_set(err, STORE_BROKEN, 0,
		    "%s is another program's database", path);
	if (*version_out > schema_newest())
		return err_set(err, STORE_NEWER, 0,
		    "%s has schema %lld, this furrow knows up to %d: "
		    "install the newer furrow",
		    path, (long long)*version_out, schema_newest());
	return 0;
}

/* All steps or none: should one fail, the file is the one it was, and the
 * furrow that wrote it can go on with it. */
static int
migrate(sqlite3 *handle, const char *path, int64_t version, struct err *err)
{
	char mark[96];
	int newest = schema_newest();
	if (version == newest)
		return 0;
	snprintf(mark, sizeof(mark),
	    "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
	    APPLICATION_ID, newest);
	int rc = sqlite3_exec(handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (int n = (int)version + 1; rc == SQLITE_OK && n <= newest; n++)
		rc = sqlite3_exec(handle, schema_step(n), NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(handle, mark, NULL, NULL, NULL);
	return rc == SQLITE_OK ? 0 : fail(handle, path, err);
}

/* synchronous FULL: a commit is on the disk when it returns, or the network
 * would be told of a text that a power cut takes away.  A small cap on the
 * journal's file: a slow reader may let it grow, but not for good.  What is
 * deleted is overwritten: who is erased is in no page any more. */
static int
prepare_writer(
    sqlite3 *handle, const char *path, int64_t version, struct err *err)
{
	static const char pragmas[] = "PRAGMA page_size = 4096;"
				      "PRAGMA journal_mode = WAL;"
				      "PRAGMA synchronous = FULL;"
				      "PRAGMA wal_autocheckpoint = 1000;"
				      "PRAGMA journal_size_limit = 16777216;"
				      "PRAGMA cache_size = -8192;"
				      "PRAGMA temp_store = MEMORY;"
				      "PRAGMA secure_delete = ON;"
				      "PRAGMA trusted_schema = OFF;";
	if (sqlite3_exec(handle, pragmas, NULL, NULL, NULL) != SQLITE_OK)
		return fail(handle, path, err);
	return migrate(handle, path, version, err);
}

static int
prepare_reader(
    sqlite3 *handle, const char *path, int64_t version, struct err *err)
{
	if (version < schema_newest())
		return err_set(err, STORE_OPEN, 0,
		    "%s has schema %lld: the daemon must open it first", path,
		    (long long)version);
	if (sqlite3_exec(handle,
		"PRAGMA query_only = ON; PRAGMA trusted_schema = OFF", NULL,
		NULL, NULL) != SQLITE_OK)
		return fail(handle, path, err);
	return 0;
}

static int
prepare(sqlite3 *handle, const char *path, bool read_only, struct err *err)
{
	int64_t version;
	sqlite3_busy_timeout(handle, BUSY_WAIT_MS);
	sqlite3_extended_result_codes(handle, 1);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	int rc = look(handle, path, &version, err);
	if (rc != 0)
		return rc;
	if (read_only)
		return prepare_reader(handle, path, version, err);
	return prepare_writer(handle, path, version, err);
}

/* A reader opens for writing, too, and is kept from it by query_only: a WAL
 * cannot be read through a handle that may not touch its index file. */
sqlite3 *
db_open_handle(const char *path, bool read_only, struct err *err)
{
	sqlite3 *handle = NULL;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
	/* Nobody asks how much memory SQLite has, and counting costs a lock for
	 * each of the 500 blocks of a life (Debian's has no reserve of small
	 * blocks): a twelfth of a turn.  Refused, and no matter, once it has
	 * begun. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (!read_only)
		flags |= SQLITE_OPEN_CREATE;
	int rc = sqlite3_open_v2(path, &handle, flags, NULL);
	if (handle == NULL)
		panic("no memory for a database handle");
	if (rc == SQLITE_OK) {
		rc = prepare(handle, path, read_only, err);
	} else {
		const char *why = sqlite3_errmsg(handle);
		if (sqlite3_system_errno(handle) != 0)
			why = strerror(sqlite3_system_errno(handle));
		rc = err_set(err, STORE_OPEN, 0, "%s: %s", path, why);
	}
	if (rc == 0)
		return handle;
	sqlite3_close(handle);
	return NULL;
}

int
db_check_handle(sqlite3 *handle, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int code = 0;
	int rc = sqlite3_prepare_v2(
	    handle, "PRAGMA integrity_check(1)", -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc != SQLITE_ROW) {
		code = err_set(err, STORE_BROKEN, 0, "cannot be checked: %s",
		    sqlite3_errmsg(handle));
	} else {
		const char *said = (const char *)sqlite3_column_text(stmt, 0);
		if (said == NULL || strcmp(said, "ok") != 0)
			code = err_set(err, STORE_BROKEN, 0, "%s",
			    said != NULL ? said : "no answer");
	}
	sqlite3_finalize(stmt);
	return code;
}

bool
db_cut_journal_handle(sqlite3 *handle)
{
	int rc;

	sqlite3_busy_timeout(handle, 0);
	rc = sqlite3_wal_checkpoint_v2(
	    handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_busy_timeout(handle, BUSY_WAIT_MS);
	return rc == SQLITE_OK;
}
