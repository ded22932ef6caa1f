/* db_private - what a database is, for db.c (the file, its transactions, who
 * wants to know what changes) and db_query.c (its statements). */
#ifndef GATEWAY_STORE_DB_PRIVATE_H
#define GATEWAY_STORE_DB_PRIVATE_H

#include <sqlite3.h>

#include "gateway/store/db.h"
#include "gateway/store/db_rows.h"

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

/* Keeps SQLite's own words for what failed last as db's failure. */
void db_fail_from_handle(struct db *db);
/* Outside of a transaction a failure is its statement's alone. */
void db_forget_failure(struct db *db);

#endif
