/* lexicon_added - the phrases of a table that is still being built.
 *
 * In:  phrases with a sense each, in any order, the same ones again too.
 * Out: the same in the order of their text; equal phrases side by side, whole
 *      ones before those that are only part of others, else as they were added.
 * Each word of a longer phrase is added too, without a sense, so that a slip in
 * it can be mended; the first knows how far to look for the rest.
 * Ownership: starts as zeros; lexicon_added_free takes all of it.
 * Internal to handlers/lexicon_table. */
#ifndef HANDLERS_LEXICON_ADDED_H
#define HANDLERS_LEXICON_ADDED_H

#include <string.h>

#include "handlers/lexicon_table.h"

struct added {
	uint32_t key; /* first code point in the text */
	uint8_t letters;
	bool near;
	bool part; /* no sense: only part of a phrase */
	uint8_t words_max;
	uint16_t languages; /* of a part: of all phrases that it is part of */
	struct sense sense;
};

struct lexicon_added {
	uint32_t *text;
	size_t text_count;
	size_t text_room;
	struct added *list;
	size_t count;
	size_t room;
	uint32_t *parts; /* hash table: 1 + index into list, 0 free */
	size_t parts_count;
	size_t parts_mask;
};

/* As lexicon_table_add. */
bool lexicon_added_add(struct lexicon_added *d, const uint32_t *phrase,
    size_t letters, struct sense sense, bool near);

/* An index into the list at each place of the order. */
struct added_order {
	uint64_t front; /* the first three letters, 21 bits each */
	uint32_t i;
};
/* Gives: free() it. */
struct added_order *lexicon_added_sort(struct lexicon_added *d);

static inline bool
lexicon_added_same(
    const struct lexicon_added *d, struct added a, struct added b)
{
	return a.letters == b.letters &&
	       memcmp(d->text + a.key, d->text + b.key,
		   a.letters * sizeof(*d->text)) == 0;
}

void lexicon_added_free(struct lexicon_added *d);

#endif
