/* db_open - opening, migrating, copying and checking one SQLite file.
 *
 * The slow and rare half of db, on SQLite's own handle; included by db.c
 * only.  Codes are enum store_error, texts say what to do about it. */
#ifndef GATEWAY_STORE_DB_OPEN_H
#define GATEWAY_STORE_DB_OPEN_H

#include <stdbool.h>

#include <sqlite3.h>

#include "base/err.h"

/* Gives a handle with our pragmas set and the newest schema; NULL with err.
 * Nothing is written to a file that is newer than us or not ours. */
sqlite3 *db_open_handle(const char *path, bool read_only, struct err *err);

/* db_open_aside() and db_attach() of db.h. */
sqlite3 *db_open_aside_handle(
    const char *path, const char *schema, struct err *err);
bool db_attach_handle(
    sqlite3 *handle, const char *path, const char *name, const char *table);
void db_detach_handle(sqlite3 *handle, const char *name);

/* The enum store_error that SQLite's last error on the handle means. */
int db_error_of(sqlite3 *handle);

/* 0, or negative with err; `path` appears only when the copy is whole. */
int db_copy_handle(sqlite3 *handle, const char *path, struct err *err);

/* db_cut_journal() of db.h. */
bool db_cut_journal_handle(sqlite3 *handle);

/* 0, or STORE_BROKEN with the first complaint (STORE_IO: cannot read). */
int db_check_handle(sqlite3 *handle, struct err *err);

#endif
