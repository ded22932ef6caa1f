#include "gateway/store/db.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "gateway/store/db_open.h"
#include "gateway/store/db_rows.h"
#include "gateway/store/store.h"

/* Five hundred places for some 150 statements: never full, and a probe is
 * nearly always the first. */
#define DB_ENTRIES 512

struct db_entry {
	const char *sql; /* NULL: free place */
	sqlite3_stmt *stmt;
	bool busy;
	bool writes;
	bool watched; /* touches the table of db_before() */
	unsigned names; /* tables of which rows may be held back */
};

#define DB_TABLES 8 /* of which rows may be held back */

struct db {
	sqlite3 *handle;
	struct db_entry entries[DB_ENTRIES];
	int used;
	int64_t statements;
	bool transaction;
	bool held;
	bool doubtful; /* its tables may not be what they should be */
	void (*on_change)(
	    void *arg, const char *table, int64_t id, enum db_change change);
	void *on_change_arg;
	const char *watched_table;
	bool watched; /* by the statement that is being prepared */
	void (*before)(void *arg);
	void *before_arg;
	const char *tables[DB_TABLES]; /* NULL: none */
	unsigned named; /* by the statement that is being prepared */
	unsigned waiting; /* of these rows are held back */
	void (*on_need)(void *arg, unsigned tables);
	void *on_need_arg;
	int failed; /* first enum store_error, 0: none */
	struct err err;
	struct db_rows rows;
};

struct db *
db_open(const char *path, bool read_only, struct err *err)
{
	sqlite3 *handle = db_open_handle(path, read_only, err);
	if (handle == NULL)
		return NULL;
	struct db *db = xcalloc(1, sizeof(*db));
	db->handle = handle;
	PANIC_UNLESS(db_rows_add(handle, &db->rows)); /* no memory */
	return db;
}

struct db *
db_open_aside(const char *path, const char *schema, struct err *err)
{
	sqlite3 *handle = db_open_aside_handle(path, schema, err);
	if (handle == NULL)
		return NULL;
	struct db *db = xcalloc(1, sizeof(*db));
	db->handle = handle;
	db->doubtful = true;
	return db;
}

bool
db_attach(struct db *db, const char *path, const char *name, const char *table)
{
	PANIC_UNLESS(!db->held && !db->transaction);
	db->doubtful = true;
	return db_attach_handle(db->handle, path, name, table);
}

void
db_detach(struct db *db, const char *name)
{
	db_detach_handle(db->handle, name);
}

void
db_close(struct db **db)
{
	if (*db == NULL)
		return;
	for (int i = 0; i < DB_ENTRIES; i++)
		sqlite3_finalize((*db)->entries[i].stmt);
	sqlite3_close((*db)->handle);
	free(*db);
	*db = NULL;
}

/* -- errors -------------------------------------------------------------- */

void
db_fail(struct db *db, int code, const char *format, ...)
{
	if (db->failed != 0)
		return;
	char text[ERR_TEXT_OCTETS];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	db->failed = err_set(&db->err, code, 0, "%s", text);
}

static void
fail_from_handle(struct db *db)
{
	db_fail(db, db_error_of(db->handle), "%s", sqlite3_errmsg(db->handle));
}

bool
db_alive(const struct db *db)
{
	return db->failed == 0 || !db->transaction;
}

int
db_failed(const struct db *db, struct err *err)
{
	if (err != NULL && db->failed != 0)
		*err = db->err;
	return db->failed;
}

static void
forget_failure(struct db *db)
{
	db->failed = 0;
	err_clear(&db->err);
}

/* -- transactions -------------------------------------------------------- */

/* BEGIN and COMMIT come once a turn: parsing them again is 2 us of it. */
static bool
exec(struct db *db, const char *sql)
{
	if (sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	fail_from_handle(db);
	return false;
}

bool
db_begin(struct db *db)
{
	PANIC_UNLESS(!db->held && !db->transaction);
	forget_failure(db);
	db->transaction = true;
	return exec(db, "BEGIN IMMEDIATE");
}

bool
db_begin_shared(struct db *db)
{
	PANIC_UNLESS(!db->held && !db->transaction);
	forget_failure(db);
	db->transaction = true;
	return exec(db, "BEGIN");
}

/* A full disk or a read error may have ended it already. */
static void
end_without_change(struct db *db)
{
	if (!sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	PANIC_UNLESS(sqlite3_get_autocommit(db->handle));
	db->transaction = false;
}

bool
db_commit(struct db *db)
{
	PANIC_UNLESS(db->transaction);
	if (db->failed == 0 && exec(db, "COMMIT")) {
		db->transaction = false;
		return true;
	}
	end_without_change(db);
	return false;
}

void
db_rollback(struct db *db)
{
	PANIC_UNLESS(!db->held);
	end_without_change(db);
	forget_failure(db);
}

bool
db_in_transaction(const struct db *db)
{
	return db->transaction;
}

void
db_hold(struct db *db, bool hold)
{
	db->held = hold;
}

static void
row_changed(void *arg, int operation, const char *file, const char *table,
    sqlite3_int64 id)
{
	struct db *db = arg;
	enum db_change change = operation == SQLITE_INSERT   ? DB_INSERTED
				: operation == SQLITE_DELETE ? DB_DELETED
							     : DB_CHANGED;
	(void)file;
	db->on_change(db->on_change_arg, table, id, change);
}

void
db_on_change(struct db *db,
    void (*fn)(void *arg, const char *table, int64_t id, enum db_change change),
    void *arg)
{
	db->on_change = fn;
	db->on_change_arg = arg;
	sqlite3_update_hook(db->handle, row_changed, db);
}

/* SQLite asks it while it prepares a statement: which tables does that touch,
 * by triggers and views, too? */
static int
note_table(void *arg, int action, const char *table, const char *column,
    const char *file, const char *trigger)
{
	struct db *db = arg;
	(void)column;
	(void)file;
	(void)trigger;
	if (table == NULL ||
	    (action != SQLITE_READ && action != SQLITE_INSERT &&
		action != SQLITE_UPDATE && action != SQLITE_DELETE))
		return SQLITE_OK;
	db->watched = db->watched || strcmp(table, db->watched_table) == 0;
	for (unsigned i = 0; i < DB_TABLES; i++)
		if (db->tables[i] != NULL && strcmp(table, db->tables[i]) == 0)
			db->named |= 1u << i;
	return SQLITE_OK;
}

void
db_before(struct db *db, const char *table, void (*fn)(void *arg), void *arg)
{
	PANIC_UNLESS(db->before == NULL);
	db->watched_table = table;
	db->before = fn;
	db->before_arg = arg;
	sqlite3_set_authorizer(db->handle, note_table, db);
}

void
db_work(const struct db *db, int64_t *statements_out, int64_t *rows_out)
{
	*statements_out = db->statements;
	*rows_out = sqlite3_total_changes64(db->handle);
}

/* -- rows that are held back --------------------------------------------- */

void
db_hold_back(struct db *db, unsigned bit, const char *table)
{
	PANIC_UNLESS(bit < DB_TABLES && db->used == 0);
	db->tables[bit] = table;
}

void
db_on_need(struct db *db, void (*fn)(void *arg, unsigned tables), void *arg)
{
	db->on_need = fn;
	db->on_need_arg = arg;
}

unsigned
db_held_back(struct db *db, unsigned tables)
{
	unsigned before = db->waiting;
	db->waiting = tables == 0 ? 0 : before | tables;
	return before;
}

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

/* -- statements ---------------------------------------------------------- */

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
		fail_from_handle(db);
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
		forget_failure(db);
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
			fail_from_handle(db);
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
		fail_from_handle(db);
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

/* -- the whole file ------------------------------------------------------ */

int
db_copy(struct db *db, const char *path, struct err *err)
{
	PANIC_UNLESS(!db->held);
	return db_copy_handle(db->handle, path, err);
}

int
db_check(struct db *db, struct err *err)
{
	PANIC_UNLESS(!db->held);
	return db_check_handle(db->handle, err);
}

bool
db_cut_journal(struct db *db)
{
	PANIC_UNLESS(!db->held && !db->transaction);
	return db_cut_journal_handle(db->handle);
}

int64_t
db_steps(struct db *db)
{
	int64_t sum = 0;

	for (int i = 0; i < DB_ENTRIES; i++)
		if (db->entries[i].sql != NULL)
			sum += sqlite3_stmt_status(
			    db->entries[i].stmt, SQLITE_STMTSTATUS_VM_STEP, 1);
	return sum;
}
