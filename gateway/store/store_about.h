/* store_about - everything that is stored about one person, table by table.
 *
 * The answer to "what do you know about me?": every row that names the person
 * or a phone of theirs, with all columns (docs/schema.md says what they mean)
 * but hashes and what only the program reads.  Each row comes as the text of a
 * JSON object; times as RFC 3339, octets as hex, the rest as stored.
 *
 * Reads only, on a reader.  Tables that grow with the market are looked through
 * STORE_ABOUT_LOOK rows at a time, for they have no index by person (schema.md
 * says why): a page may be empty and still have a next one.  The old months'
 * files are stores with the same tables: ask a reader of such a file.
 *
 * A test holds this list against the schema: a table with a column that names
 * a person or a phone is in it, or in the test's list of exceptions. */
#ifndef GATEWAY_STORE_STORE_ABOUT_H
#define GATEWAY_STORE_STORE_ABOUT_H

#include <stddef.h>

#include "base/str.h"
#include "gateway/store/store.h"

#define STORE_ABOUT_LOOK 20000

/* Table i's name; NULL behind the last. */
const char *store_about_table(size_t i);
/* -1: not one of them. */
int store_about_find(const char *name);
/* Has an archive rows of that table? */
bool store_about_archived(size_t i);

/* Rows of table i behind row after_id, in its order.  Returns where to go on;
 * 0: that was all. */
int64_t store_about(struct store *store, size_t i, int64_t person_id,
    int64_t after_id, void (*fn)(void *arg, struct str json), void *arg);

#endif
