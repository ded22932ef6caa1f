/* store_alias - what the market itself calls its goods: one row a word.
 *
 * Beside the catalogue, which is a file's: rows stay when the file is read
 * again.  Whether a word may be a name is judged before (handlers/alias). */
#ifndef GATEWAY_STORE_STORE_ALIAS_H
#define GATEWAY_STORE_STORE_ALIAS_H

#include "base/str.h"
#include "gateway/store/store.h"

#define ALIAS_NAME_OCTETS 64
#define ALIAS_ROWS_MAX 5000

struct alias {
	char folded[ALIAS_NAME_OCTETS]; /* the key */
	char name[ALIAS_NAME_OCTETS]; /* as written */
	char product[48]; /* the catalogue's key */
	char by[64]; /* as in the audit: "admin:amina" */
	int64_t time_ms;
};

/* Writes over an older meaning.  False, nothing written: the table is full. */
bool store_alias_put(struct store *store, const struct alias *alias);
/* False: there is no such row. */
bool store_alias_drop(struct store *store, const char *folded, int64_t now_ms);
bool store_alias_get(
    struct store *store, const char *folded, struct alias *out);
/* By name. */
void store_alias_each(struct store *store,
    bool (*fn)(void *arg, const struct alias *alias), void *arg);

/* Another number after each change, and after the rollback of one: whoever
 * has read the table under this number need not read it again.  0: never
 * changed. */
int64_t store_alias_version(struct store *store);

#endif
