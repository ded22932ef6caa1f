#include "bench/rows.h"

#include <sqlite3.h>

static double
count(sqlite3 *db, const char *table)
{
	char sql[128];
	sqlite3_stmt *stmt = NULL;
	double rows = 0;
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM \"%s\"", table);
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW)
		rows = sqlite3_column_double(stmt, 0);
	sqlite3_finalize(stmt);
	return rows;
}

void
rows_print(FILE *out, const char *path, long lives)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) ==
		SQLITE_OK &&
	    sqlite3_prepare_v2(db,
		"SELECT name FROM sqlite_schema WHERE type = 'table'"
		" ORDER BY name",
		-1, &stmt, NULL) == SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			const char *table =
			    (const char *)sqlite3_column_text(stmt, 0);
			double rows = count(db, table) / (double)lives;
			if (rows >= 0.5)
				fprintf(out, "    %-14s %5.1f\n", table, rows);
		}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}
