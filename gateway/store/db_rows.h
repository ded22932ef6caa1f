/* db_rows - rows in memory, as a table that a statement can read.
 *
 * A statement that writes one row spends more on beginning and ending (cursors
 * of the table and of each index, binding, the step) than on the row.  So what
 * a turn writes into one table is written by one statement:
 *
 *     db_insert_rows(db,
 *         "INSERT OR FAIL INTO message_raw (message_id, raw)"
 *         " SELECT c0, c1 FROM memory_rows", count, fill, arg);
 *
 * `memory_rows` has the columns c0 … c31 and is there on each writing handle.
 * Rows come in the order given: in order of ids they are appended, each where
 * the last one was.  OR FAIL, for with ABORT, the usual, SQLite would copy each
 * page before it is changed, so as to take a part of the rows back; we take
 * back the whole transaction.
 *
 * `struct db` has one of these.  Included by db*.c only. */
#ifndef GATEWAY_STORE_DB_ROWS_H
#define GATEWAY_STORE_DB_ROWS_H

#include <stdbool.h>

#include "gateway/store/db.h"

struct sqlite3;

/* What the statement that is running reads; zero between. */
struct db_rows {
	size_t count;
	db_row_fn *fill;
	void *arg;
	struct db_value row[DB_ROW_COLUMNS]; /* the present one */
};

/* `rows` must outlive the handle. False: SQLite refused, its error says why. */
bool db_rows_add(struct sqlite3 *handle, struct db_rows *rows);

#endif
