/* alias - what the market itself calls its goods, taught by an admin.
 *
 * ALIAS waru potato, or `furrow catalogue alias waru potato`.  Judged against
 * the catalogue and the words of texts (a name must not take a meaning away),
 * kept by gateway/store/store_alias, and put among the catalogue's names
 * before the catalogue is loaded.  Whoever is no admin is not told of it. */
#ifndef HANDLERS_ALIAS_H
#define HANDLERS_ALIAS_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "base/str.h"
#include "gateway/store/store_alias.h"

#include "handlers/book.h"
#include "handlers/desk.h"

#define ALIAS_LETTERS_MAX 40
#define ALIAS_NEAR 3

enum alias_verdict {
	ALIAS_FINE,
	ALIAS_SAME, /* that product's own name already */
	ALIAS_TAKEN, /* another product's own name */
	ALIAS_WORD, /* a command, a number, a unit: texts need it */
	ALIAS_BAD, /* empty, one letter, too long, digits, marks */
	ALIAS_UNKNOWN, /* the product is none, or one of several */
};

struct alias_judgement {
	struct alias alias; /* folded, name, product */
	int product; /* index, -1 when UNKNOWN */
	int other; /* TAKEN: whose name it is; else -1 */
	int near[ALIAS_NEAR]; /* UNKNOWN: products next by spelling */
	size_t near_count;
};

/* Views are only read.  `known` is the alias of that name as it stands, NULL:
 * none; what an admin said before may be said anew. */
enum alias_verdict alias_judge(struct alias_judgement *out,
    const struct trade *trade, struct str name, struct str product,
    const struct alias *known);

/* Judges and keeps, for the console: 0, or the refusing verdict as a negative
 * number with a sentence for people in err->text.  `by` as in the audit. */
int alias_teach(struct alias *out, const struct trade *trade,
    const struct turn *turn, struct str name, struct str product,
    const char *by, struct err *err);

/* The spelling that the store knows a word by.  False: it is no word (as
 * ALIAS_BAD). */
bool alias_fold(char dst[ALIAS_NAME_OCTETS], struct str name);

/* Adds the store's aliases to the names of a catalogue's products, before
 * catalogue_load(): in no language, so they are never what we write. */
void alias_names(json_t *catalogue, struct store *store);

/* INTENT_ALIAS. */
void alias_text(struct desk *desk, const struct book *book);

#endif
