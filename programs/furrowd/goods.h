/* goods - the catalogue between its file, the store and memory.
 *
 * The store is the truth: one document a product, and what stands beside the
 * products in the file under a key with '@' ("@units").  The file named in the
 * configuration is written over it at start and on reload, product by product;
 * products that only the store has (imported later) stay. */
#ifndef PROGRAMS_FURROWD_GOODS_H
#define PROGRAMS_FURROWD_GOODS_H

#include "base/err.h"
#include "base/str.h"
#include "gateway/store/store.h"
#include "handlers/catalogue.h"

#define GOODS_FILE_OCTETS (2u << 20)

enum goods_error {
	GOODS_READ = -1, /* the file cannot be read, or is too large */
	GOODS_SHAPE = -2, /* it is no catalogue: err names the product */
	GOODS_STORE = -3, /* the store refused */
};

/* Inside a transaction: writes every product of the text over its row. */
int goods_write(struct store *store, struct str json, struct err *err);

/* A file into the store, in a transaction of its own; the whole file is
 * checked first, so nothing is half imported. */
int goods_import_file(struct store *store, const char *path,
    const struct lexicon *lex, struct err *err);

/* Reads and checks a file, writes nothing. */
int goods_check_file(
    const char *path, const struct lexicon *lex, struct err *err);

/* The store's catalogue in memory, with the names that admins taught; NULL
 * with err.  An empty one is fine. */
struct catalogue *goods_load(
    struct store *store, const struct lexicon *lex, struct err *err);

#endif
