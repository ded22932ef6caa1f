#include "tests/fault/look.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

static int
complain(sqlite3 *db, const char *what)
{
	fprintf(stderr, "kills: %s: %s\n", what, sqlite3_errmsg(db));
	sqlite3_close(db);
	return -1;
}

static int
open_as_left(sqlite3 **db)
{
	if (sqlite3_open_v2("furrow.db", db, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK)
		return complain(*db, "furrow.db");
	sqlite3_busy_timeout(*db, 2000);
	/* Closing must not fold the log into the file. */
	sqlite3_db_config(*db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	return 0;
}

static int
number(sqlite3 *db, const char *sql, int *out)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		return -1;
	int step = sqlite3_step(statement);
	*out = step == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
	sqlite3_finalize(statement);
	return step == SQLITE_ROW ? 0 : -1;
}

int
look(struct look *out)
{
	sqlite3 *db;
	*out = (struct look){.sending = 0};
	const struct {
		int *to;
		const char *sql;
	} questions[] = {
	    {&out->sending, "SELECT count(*) FROM message WHERE state = 18"},
	    {&out->waiting, "SELECT count(*) FROM message"
			    " WHERE state IN (10, 15) OR lane = -2"},
	    {&out->unsettled, "SELECT count(*) FROM message"
			      " WHERE state = 14 AND lane <> 0"},
	    {&out->open_twice,
		"SELECT count(*) FROM (SELECT 1 FROM proposal WHERE state = 1"
		" GROUP BY line_id, seller_id HAVING count(*) > 1)"},
	    {&out->oversold,
		"SELECT count(*) FROM offer"
		" WHERE held_milli < 0 OR stock_milli < held_milli"},
	    {&out->twice_taken,
		"SELECT count(*) FROM (SELECT 1 FROM message"
		" WHERE out = 0 AND hash <> 0 AND state <> 2"
		" GROUP BY phone_id, hash HAVING count(*) > 1)"},
	};
	if (open_as_left(&db) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++)
		if (number(db, questions[i].sql, questions[i].to) != 0)
			return complain(db, questions[i].sql);
	sqlite3_close(db);
	return 0;
}

bool
look_whole(void)
{
	sqlite3 *db;
	sqlite3_stmt *statement;
	if (open_as_left(&db) != 0)
		return false;
	bool whole = false;
	if (sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &statement,
		NULL) == SQLITE_OK) {
		whole = sqlite3_step(statement) == SQLITE_ROW &&
			strcmp((const char *)sqlite3_column_text(statement, 0),
			    "ok") == 0;
		sqlite3_finalize(statement);
	}
	sqlite3_close(db);
	return whole;
}
