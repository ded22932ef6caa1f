#include "gateway/store/db.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "gateway/store/db_open.h"
#include "gateway/store/db_private.h"
#include "gateway/store/store.h"

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

void
db_fail_from_handle(struct db *db)
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

void
db_forget_failure(struct db *db)
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
	db_fail_from_handle(db);
	return false;
}

bool
db_begin(struct db *db)
{
	PANIC_UNLESS(!db->held && !db->transaction);
	db_forget_failure(db);
	db->transaction = true;
	return exec(db, "BEGIN IMMEDIATE");
}

bool
db_begin_shared(struct db *db)
{
	PANIC_UNLESS(!db->held && !db->transaction);
	db_forget_failure(db);
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
	db_forget_failure(db);
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
