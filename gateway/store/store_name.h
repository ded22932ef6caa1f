/* store_name - people by their names, however many people there are.
 *
 * Looked up in plain letters: small ones, without accents, words with one blank
 * between them.  A name is found by how it begins, or how it goes on from any
 * of its words ("otieno" finds Akinyi Otieno, "traore" Traoré), and in scripts
 * without blanks from any of its letters.  An apostrophe is left out, or
 * between two words: "nganga" and "ng'ang'a" find Ng'ang'a, "brien" O'Brien.
 * Each such beginning is a row of `person_name`, written with the name: most
 * people have none. */
#ifndef GATEWAY_STORE_STORE_NAME_H
#define GATEWAY_STORE_STORE_NAME_H

#include "base/buf.h"
#include "gateway/store/store.h"

/* So many rows of a name are read at most. */
#define NAME_COUNTED 200

/* People whose name goes on so from one of its words, by the alphabet, each
 * once; how many of them stand in ids_out, at most `limit`.  *total_out: how
 * many there are, NAME_COUNTED: as many or more.  A name without letters finds
 * nobody. */
size_t store_name_find(struct store *store, struct str name, int64_t *ids_out,
    size_t limit, size_t *total_out);

/* A person's name is another from now on; "": none. */
void store_name_put(struct store *store, int64_t person_id, const char *before,
    const char *now);

/* All names, where an older furrow wrote them: once, when the store is opened.
 * 0, or a negative enum store_error with err. */
int store_name_fill(struct store *store, struct err *err);

/* In plain letters, as it is looked up.  Pure; cut when `out` is full. */
void store_name_plain(struct buf *out, struct str name);

#endif
