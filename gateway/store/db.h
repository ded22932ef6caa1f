/* db - SQLite behind a few words; the only files that see sqlite3.h.
 *
 * A statement is named by its text, a string literal: it is prepared when it
 * is first needed and kept until the end (found by the literal's address, so
 * finding costs a few nanoseconds).  Used again while it is still running, it
 * is prepared a second time: callbacks may nest.
 *
 *     db_run(db, "UPDATE timer SET due_ms = ?1", db_int(due_ms));
 *
 *     struct db_query q = db_ask(db, "SELECT id, name FROM link");
 *     while (db_next(&q)) {
 *             id = db_get_int(&q);
 *             db_get_text(&q, name, sizeof(name));
 *     }
 *
 * Columns are got from left to right, each once.  Who leaves such a loop
 * early calls db_end().
 *
 * Errors stick: inside a transaction the first one stays until db_rollback(),
 * and every call until then does nothing and finds nothing.  Outside (and on
 * read-only connections) an error lasts until the next call.
 * Panics, because only we can cause it: SQL that does not parse, a change
 * outside a transaction, any call while held (see db_hold). */
#ifndef GATEWAY_STORE_DB_H
#define GATEWAY_STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"

struct db;

/* Opens (creates, if !read_only) and sets the pragmas, but looks at the
 * version first: a file of a newer furrow is left untouched.  NULL with err,
 * codes of enum store_error.  The schema is brought up to date. */
struct db *db_open(const char *path, bool read_only, struct err *err);
/* A file of its own beside the store: no migrations, no sync at a commit (what
 * is in it can be made anew).  `schema` runs at each opening.  NULL with err.
 */
struct db *db_open_aside(const char *path, const char *schema, struct err *err);
void db_close(struct db **db);

/* A reader sees that file, too, under `name`.  False: it is not there, cannot
 * be read, or has no `table` yet. */
bool db_attach(
    struct db *db, const char *path, const char *name, const char *table);
/* Not inside a query of it. */
void db_detach(struct db *db, const char *name);

/* False and sticky when it cannot begin. */
bool db_begin(struct db *db);
/* The same, but what is attached is not locked for writing. */
bool db_begin_shared(struct db *db);
/* False: nothing is stored, the transaction is over, the error is kept. */
bool db_commit(struct db *db);
/* Also when there is none; the error is forgotten. */
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);

enum db_change { DB_INSERTED, DB_CHANGED, DB_DELETED };

/* fn is called for each row that a statement inserts, changes or deletes (not
 * WITHOUT ROWID), in the middle of that statement: it must not touch the db. */
void db_on_change(struct db *db,
    void (*fn)(void *arg, const char *table, int64_t id, enum db_change change),
    void *arg);

/* fn is called before each statement that reads or writes that table, so that
 * what is kept in memory can be written first; not before one whose text begins
 * with DB_AS_STORED.  Once, before the first statement. */
#define DB_AS_STORED "/* as stored */ "
void db_before(
    struct db *db, const char *table, void (*fn)(void *arg), void *arg);
/* -- rows that are held back (store_later.h) ----------------------------- */

/* Rows of that table may wait in memory; `bit` is its place in a mask.  Before
 * the first statement that touches it, and beside db_before(). */
void db_hold_back(struct db *db, unsigned bit, const char *table);
/* fn is called before a statement runs that touches tables of which rows wait,
 * with these tables; it writes them and may use the db. */
void db_on_need(
    struct db *db, void (*fn)(void *arg, unsigned tables), void *arg);
/* Rows of these wait now, too; 0: of none any more.  Returns those before. */
unsigned db_held_back(struct db *db, unsigned tables);

/* While held every call but db_commit() panics: a COMMIT is under way. */
void db_hold(struct db *db, bool hold);

/* False: an error sticks, nothing will be found until the rollback. */
bool db_alive(const struct db *db);
int db_failed(const struct db *db, struct err *err);
void db_fail(struct db *db, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Since it was opened: statements run, rows inserted, changed and deleted. */
void db_work(const struct db *db, int64_t *statements_out, int64_t *rows_out);

/* -- values to bind ------------------------------------------------------ */

enum db_kind { DB_INT, DB_TEXT, DB_BLOB };

/* Views: what they point at must live until the statement has ended. */
struct db_value {
	enum db_kind kind;
	int64_t number;
	const void *at;
	size_t octets;
};

struct db_value db_int(int64_t number);
struct db_value db_text(const char *terminated); /* NULL is "" */
struct db_value db_str(struct str text);
struct db_value db_blob(struct span bytes);

#define DB_VALUES(...)                                                         \
	(const struct db_value[]){{DB_INT, 0, NULL, 0}, __VA_ARGS__},          \
	    sizeof((const struct db_value[]){                                  \
		{DB_INT, 0, NULL, 0}, __VA_ARGS__}) /                          \
		    sizeof(struct db_value) -                                  \
		1

/* -- statements ---------------------------------------------------------- */

/* Runs to the end; rows changed. */
#define db_run(db, sql, ...) db_run_with(db, "" sql, DB_VALUES(__VA_ARGS__))
/* Runs to the end; the new row's id, 0 on failure. */
#define db_insert(db, sql, ...)                                                \
	db_insert_with(db, "" sql, DB_VALUES(__VA_ARGS__))
/* Many rows by one statement: an INSERT OR FAIL ... SELECT c0, c1 FROM
 * memory_rows (db_rows.h).  fill is called for each, in
 * the middle of the statement: it must not touch the db, and its views must
 * live until the next call.  Rows changed. */
#define DB_ROW_COLUMNS 32
typedef void db_row_fn(void *arg, size_t i, struct db_value *columns);
int db_insert_rows(
    struct db *db, const char *sql, size_t count, db_row_fn *fill, void *arg);
/* First column of the first row, `otherwise` when there is none. */
#define db_number(db, otherwise, sql, ...)                                     \
	db_number_with(db, otherwise, "" sql, DB_VALUES(__VA_ARGS__))
#define db_ask(db, sql, ...) db_ask_with(db, "" sql, DB_VALUES(__VA_ARGS__))

struct db_entry;
struct db_query {
	struct db *db;
	struct db_entry *entry; /* NULL: ended */
	int column; /* next to get */
};

bool db_next(struct db_query *query);
void db_end(struct db_query *query);
int64_t db_get_int(struct db_query *query);
void db_get_text(struct db_query *query, char *dst, size_t dst_octets);
/* Views until the next db_next() or db_end(); text ends in a NUL. */
struct str db_get_str(struct db_query *query);
struct span db_get_blob(struct db_query *query);

/* The first column of all rows that are left, for walks whose callback may
 * change what is walked, and for short answers only; ends the query.  Returns
 * how many; the caller frees *numbers_out. */
size_t db_get_column(struct db_query *query, int64_t **numbers_out);

/* For the macros; the array's first member is not bound. */
int db_run_with(struct db *db, const char *sql, const struct db_value *values,
    size_t count);
int64_t db_insert_with(struct db *db, const char *sql,
    const struct db_value *values, size_t count);
int64_t db_number_with(struct db *db, int64_t otherwise, const char *sql,
    const struct db_value *values, size_t count);
struct db_query db_ask_with(struct db *db, const char *sql,
    const struct db_value *values, size_t count);

/* Steps of SQLite's machine since the last call, all statements together: what
 * the rows touched cost, the same on every computer (tests, benchmarks). */
int64_t db_steps(struct db *db);

/* -- the whole file ------------------------------------------------------ */

/* A consistent copy, checked, under its own name only when it is whole.  Reads
 * for a while and rests as long, unless the writer's journal grows meanwhile.
 */
int db_copy(struct db *db, const char *path, struct err *err);
int db_check(struct db *db, struct err *err); /* integrity_check */
/* Outside a transaction: all of the journal goes into the file, and its own
 * file is cut to nothing.  Waits for nobody: false when somebody reads it. */
bool db_cut_journal(struct db *db);

/* fn for each table of that file, whatever its schema; 0 or negative. */
typedef void db_rows_fn(void *arg, const char *table, int64_t rows);
int db_count_rows(const char *path, db_rows_fn *fn, void *arg, struct err *err);

#endif
