/* Files beside the store: the index of words, archives of old months. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/panic.h"
#include "gateway/store/db_open.h"
#include "gateway/store/store.h"

#define BUSY_WAIT_MS 2000

static int
prepare(sqlite3 *handle, const char *schema)
{
	static const char pragmas[] = "PRAGMA page_size = 4096;"
				      "PRAGMA journal_mode = WAL;"
				      "PRAGMA synchronous = OFF;"
				      "PRAGMA journal_size_limit = 16777216;"
				      "PRAGMA cache_size = -1024;"
				      "PRAGMA temp_store = MEMORY;"
				      "PRAGMA trusted_schema = OFF;";
	sqlite3_busy_timeout(handle, BUSY_WAIT_MS);
	sqlite3_extended_result_codes(handle, 1);
	int rc = sqlite3_exec(handle, pragmas, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(handle, schema, NULL, NULL, NULL);
	return rc;
}

sqlite3 *
db_open_aside_handle(const char *path, const char *schema, struct err *err)
{
	sqlite3 *handle = NULL;
	int rc = sqlite3_open_v2(path, &handle,
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
	    NULL);
	if (handle == NULL)
		panic("no memory for a database handle");
	if (rc == SQLITE_OK)
		rc = prepare(handle, schema);
	if (rc == SQLITE_OK)
		return handle;
	err_set(err, db_error_of(handle), 0, "%s: %s", path,
	    sqlite3_errmsg(handle));
	sqlite3_close(handle);
	return NULL;
}

static bool
has_table(sqlite3 *handle, const char *name, const char *table)
{
	char sql[128];
	sqlite3_stmt *stmt = NULL;
	snprintf(sql, sizeof(sql),
	    "SELECT 1 FROM %s.sqlite_schema WHERE name = ?1", name);
	bool found =
	    sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
	return found;
}

/* `name` is one of our own words, here and below. */
void
db_detach_handle(sqlite3 *handle, const char *name)
{
	char sql[64];
	snprintf(sql, sizeof(sql), "DETACH %s", name);
	sqlite3_exec(handle, sql, NULL, NULL, NULL);
}

bool
db_attach_handle(
    sqlite3 *handle, const char *path, const char *name, const char *table)
{
	char sql[64];
	sqlite3_stmt *stmt = NULL;
	if (access(path, R_OK) != 0)
		return false;
	snprintf(sql, sizeof(sql), "ATTACH ?1 AS %s", name);
	bool ok =
	    sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_DONE;
	sqlite3_finalize(stmt);
	if (ok && has_table(handle, name, table))
		return true;
	if (ok)
		db_detach_handle(handle, name);
	return false;
}
