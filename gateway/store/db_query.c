/* The statements of db.h: prepared once, bound, stepped; values and columns. */
#include "gateway/store/db.h"

#include <string.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "gateway/store/db_private.h"

/* -- statements ---------------------------------------------------------- */

/* False: what had to be written first could not be. */
static bool
write_first(struct db *db, unsigned tables)
{
	tables &= db->waiting;
	if (tables == 0)
		return true;
	db->waiting &= ~tables;
	db->on_need(db->on_need_arg, tables);
	return db->failed == 0;
}

static void
prepare(struct db *db, struct db_entry *entry, const char *sql)
{
	db->watched = false;
	db->named = 0;
	int rc = sqlite3_prepare_v3(
	    db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &entry->stmt, NULL);
	if (rc != SQLITE_OK) {
		/* Our own mistake, but for what somebody wrote into a file that
		 * is no store. */
		if ((rc & 0xFF) == SQLITE_ERROR && !db->doubtful)
			panic("store: %s: %s", sqlite3_errmsg(db->handle), sql);
		db_fail_from_handle(db);
		return;
	}
	entry->sql = sql;
	entry->writes = !sqlite3_stmt_readonly(entry->stmt);
	entry->watched = db->watched && strncmp(sql, DB_AS_STORED,
					    sizeof(DB_AS_STORED) - 1) != 0;
	entry->names = db->named;
	PANIC_UNLESS(++db->used < DB_ENTRIES * 3 / 4);
}

static struct db_entry *
entry_of(struct db *db, const char *sql)
{
	size_t at = ((uintptr_t)sql * UINT64_C(0x9E3779B97F4A7C15)) >> 40;
	for (;; at++) {
		struct db_entry *entry = &db->entries[at % DB_ENTRIES];
		if (entry->sql == NULL) {
			prepare(db, entry, sql);
			return entry->sql != NULL ? entry : NULL;
		}
		if (entry->sql == sql && !entry->busy)
			return entry;
	}
}

static int
bind(sqlite3_stmt *stmt, int index, const struct db_value *value)
{
	/* A NULL pointer would bind NULL; an empty view is not NULL. */
	const void *at = value->at != NULL ? value->at : "";
	switch (value->kind) {
	case DB_INT:
		return sqlite3_bind_int64(stmt, index, value->number);
	case DB_TEXT:
		return sqlite3_bind_text64(
		    stmt, index, at, value->octets, SQLITE_STATIC, SQLITE_UTF8);
	case DB_BLOB:
		return sqlite3_bind_blob64(
		    stmt, index, at, value->octets, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

/* False: it failed. */
static bool
before(struct db *db)
{
	db->before(db->before_arg);
	return db->failed == 0;
}

struct db_query
db_ask_with(
    struct db *db, const char *sql, const struct db_value *values, size_t count)
{
	struct db_query query = {.db = db};
	PANIC_UNLESS(!db->held);
	if (db->failed != 0) {
		if (db->transaction)
			return query;
		db_forget_failure(db);
	}
	struct db_entry *entry = entry_of(db, sql);
	if (entry == NULL)
		return query;
	if (entry->watched && !before(db))
		return query;
	if (entry->writes && !db->transaction)
		panic("store: change outside a transaction: %s", sql);
	if (!write_first(db, entry->names))
		return query;
	entry->busy = true;
	db->statements++;
	query.entry = entry;
	for (size_t i = 1; i <= count; i++) {
		if (bind(entry->stmt, (int)i, &values[i]) != SQLITE_OK) {
			db_fail_from_handle(db);
			db_end(&query);
			break;
		}
	}
	return query;
}

bool
db_next(struct db_query *query)
{
	struct db *db = query->db;
	PANIC_UNLESS(!db->held);
	if (query->entry == NULL)
		return false;
	/* Failed meanwhile, in somebody's callback. */
	if (db->failed != 0 && db->transaction) {
		db_end(query);
		return false;
	}
	query->column = 0;
	int rc = sqlite3_step(query->entry->stmt);
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		db_fail_from_handle(db);
	db_end(query);
	return false;
}

void
db_end(struct db_query *query)
{
	if (query->entry == NULL)
		return;
	sqlite3_reset(query->entry->stmt);
	query->entry->busy = false;
	query->entry = NULL;
}

int
db_run_with(
    struct db *db, const char *sql, const struct db_value *values, size_t count)
{
	struct db_query query = db_ask_with(db, sql, values, count);
	if (query.entry == NULL)
		return 0;
	while (db_next(&query))
		continue;
	return db->failed != 0 ? 0 : sqlite3_changes(db->handle);
}

int64_t
db_insert_with(
    struct db *db, const char *sql, const struct db_value *values, size_t count)
{
	if (db_run_with(db, sql, values, count) == 0)
		return 0;
	return sqlite3_last_insert_rowid(db->handle);
}

int
db_insert_rows(
    struct db *db, const char *sql, size_t count, db_row_fn *fill, void *arg)
{
	PANIC_UNLESS(db->rows.fill == NULL);
	db->rows.count = count;
	db->rows.fill = fill;
	db->rows.arg = arg;
	int rows = count > 0 ? db_run_with(db, sql, NULL, 0) : 0;
	db->rows.fill = NULL;
	return rows;
}

int64_t
db_number_with(struct db *db, int64_t otherwise, const char *sql,
    const struct db_value *values, size_t count)
{
	struct db_query query = db_ask_with(db, sql, values, count);
	if (!db_next(&query))
		return otherwise;
	int64_t number = db_get_int(&query);
	db_end(&query);
	return number;
}

/* -- values and columns -------------------------------------------------- */

struct db_value
db_int(int64_t number)
{
	return (struct db_value){.kind = DB_INT, .number = number};
}

struct db_value
db_text(const char *terminated)
{
	return db_str(str_from(terminated));
}

struct db_value
db_str(struct str text)
{
	return (struct db_value){
	    .kind = DB_TEXT, .at = text.at, .octets = text.octets};
}

struct db_value
db_blob(struct span bytes)
{
	return (struct db_value){
	    .kind = DB_BLOB, .at = bytes.at, .octets = bytes.octets};
}

int64_t
db_get_int(struct db_query *query)
{
	return sqlite3_column_int64(query->entry->stmt, query->column++);
}

size_t
db_get_column(struct db_query *query, int64_t **numbers_out)
{
	size_t count = 0, room = 16;
	int64_t *numbers = xcalloc(room, sizeof(*numbers));
	while (db_next(query)) {
		if (count == room)
			numbers =
			    xrealloc(numbers, (room *= 2) * sizeof(*numbers));
		numbers[count++] = db_get_int(query);
	}
	*numbers_out = numbers;
	return count;
}

struct str
db_get_str(struct db_query *query)
{
	sqlite3_stmt *stmt = query->entry->stmt;
	int column = query->column++;
	const char *at = (const char *)sqlite3_column_text(stmt, column);
	if (at == NULL)
		return STR("");
	return str_of(at, (size_t)sqlite3_column_bytes(stmt, column));
}

void
db_get_text(struct db_query *query, char *dst, size_t dst_octets)
{
	str_copy(dst, dst_octets, db_get_str(query));
}

struct span
db_get_blob(struct db_query *query)
{
	sqlite3_stmt *stmt = query->entry->stmt;
	int column = query->column++;
	const void *at = sqlite3_column_blob(stmt, column);
	return span_of(at, (size_t)sqlite3_column_bytes(stmt, column));
}
