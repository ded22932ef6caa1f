#include "gateway/store/db_rows.h"

#include <string.h>

#include <sqlite3.h>

struct rows_table {
	sqlite3_vtab base; /* first: SQLite knows this only */
	struct db_rows *rows;
};

struct rows_cursor {
	sqlite3_vtab_cursor base;
	struct db_rows *rows;
	size_t at;
};

/* -- what SQLite asks of a virtual table ---------------------------------- */

static int
rows_connect(sqlite3 *handle, void *arg, int argc, const char *const *argv,
    sqlite3_vtab **out, char **why)
{
	static const char shape[] =
	    "CREATE TABLE t (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11,"
	    " c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24,"
	    " c25, c26, c27, c28, c29, c30, c31)";
	(void)argc;
	(void)argv;
	(void)why;
	int rc = sqlite3_declare_vtab(handle, shape);
	struct rows_table *table = sqlite3_malloc(sizeof(*table));
	if (rc != SQLITE_OK || table == NULL) {
		sqlite3_free(table);
		return rc != SQLITE_OK ? rc : SQLITE_NOMEM;
	}
	memset(table, 0, sizeof(*table));
	table->rows = arg;
	*out = &table->base;
	return SQLITE_OK;
}

static int
rows_disconnect(sqlite3_vtab *base)
{
	sqlite3_free(base);
	return SQLITE_OK;
}

/* There is one way to read it: all, in order. */
static int
rows_plan(sqlite3_vtab *base, sqlite3_index_info *info)
{
	(void)base;
	info->estimatedCost = 1000;
	return SQLITE_OK;
}

static int
rows_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
	struct rows_cursor *cursor = sqlite3_malloc(sizeof(*cursor));
	if (cursor == NULL)
		return SQLITE_NOMEM;
	memset(cursor, 0, sizeof(*cursor));
	cursor->rows = ((struct rows_table *)base)->rows;
	*out = &cursor->base;
	return SQLITE_OK;
}

static int
rows_close(sqlite3_vtab_cursor *base)
{
	sqlite3_free(base);
	return SQLITE_OK;
}

static int
go_to(struct rows_cursor *cursor, size_t at)
{
	struct db_rows *rows = cursor->rows;
	cursor->at = at;
	if (at < rows->count)
		rows->fill(rows->arg, at, rows->row);
	return SQLITE_OK;
}

static int
rows_first(sqlite3_vtab_cursor *base, int number, const char *text, int argc,
    sqlite3_value **argv)
{
	(void)number;
	(void)text;
	(void)argc;
	(void)argv;
	return go_to((struct rows_cursor *)base, 0);
}

static int
rows_next(sqlite3_vtab_cursor *base)
{
	struct rows_cursor *cursor = (struct rows_cursor *)base;
	return go_to(cursor, cursor->at + 1);
}

static int
rows_end(sqlite3_vtab_cursor *base)
{
	const struct rows_cursor *cursor = (const struct rows_cursor *)base;
	return cursor->at >= cursor->rows->count;
}

/* Views: the statement has stored the row before it asks for the next. */
static int
rows_column(sqlite3_vtab_cursor *base, sqlite3_context *to, int column)
{
	const struct rows_cursor *cursor = (const struct rows_cursor *)base;
	const struct db_value *value = &cursor->rows->row[column];
	/* A NULL pointer would be NULL; an empty view is not. */
	const void *at = value->at != NULL ? value->at : "";
	switch (value->kind) {
	case DB_INT:
		sqlite3_result_int64(to, value->number);
		return SQLITE_OK;
	case DB_TEXT:
		sqlite3_result_text64(
		    to, at, value->octets, SQLITE_STATIC, SQLITE_UTF8);
		return SQLITE_OK;
	case DB_BLOB:
		sqlite3_result_blob64(to, at, value->octets, SQLITE_STATIC);
		return SQLITE_OK;
	}
	return SQLITE_MISUSE;
}

static int
rows_id(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
	*out = (sqlite3_int64)((struct rows_cursor *)base)->at;
	return SQLITE_OK;
}

/* Without xCreate: it is there by its name, and nobody can make another. */
static const sqlite3_module module = {
    .xConnect = rows_connect,
    .xBestIndex = rows_plan,
    .xDisconnect = rows_disconnect,
    .xOpen = rows_open,
    .xClose = rows_close,
    .xFilter = rows_first,
    .xNext = rows_next,
    .xEof = rows_end,
    .xColumn = rows_column,
    .xRowid = rows_id,
};

bool
db_rows_add(struct sqlite3 *handle, struct db_rows *rows)
{
	return sqlite3_create_module_v2(
		   handle, "memory_rows", &module, rows, NULL) == SQLITE_OK;
}
