/* lexicon_near - the known words near to a typed one.
 *
 * Damerau-Levenshtein (optimal string alignment) with the slips of thumbs made
 * cheap.  Cost in tenths of an edit: another letter 10, a neighbouring key or
 * another vowel 7, a letter more or less 10, a vowel forgotten 7, a letter
 * doubled or not 5, two letters swapped 8; a wrong first letter costs 5 more.
 * In:  a folded word of 3 to LEXICON_NEAR_LETTERS letters.
 * Out: the cheapest words, those first that cost less; of equal ones the
 *     shorter, then the first by code points.
 * Time: one step for each prefix of known words that is looked at; the caller
 *     sets how many there may be.
 * Pure; what is found lives with the table. */
#ifndef HANDLERS_LEXICON_NEAR_H
#define HANDLERS_LEXICON_NEAR_H

#include <stddef.h>
#include <stdint.h>

#include "handlers/lexicon_table.h"

#define LEXICON_NEAR_LETTERS 24
#define LEXICON_NEAR_MAX 6
/* What costs so much more than the best is not looked for. */
#define LEXICON_NEAR_RIVALS 8

struct lexicon_near {
	const struct lexicon_table *table;
	const struct lexicon_entry *entry;
	const uint32_t *text;
	size_t letters;
	int cost; /* tenths of an edit */
};

/* Only words of these languages (lexicon_language_bit) that cost no more than
 * `dearest`.
 * Merges what the table knows into near[0..*count), so that two tables can be
 * asked in turn.  *steps counts down; at 0 the search ends where it is. */
void lexicon_near_find(const struct lexicon_table *table, uint16_t languages,
    int dearest, const uint32_t *word, size_t letters,
    struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count, size_t *steps);

/* A word of the table at a cost. */
struct lexicon_near lexicon_near_word(const struct lexicon_table *table,
    const struct lexicon_word *word, int cost);
/* Puts one more into its place, unless it is there at a lower cost. */
void lexicon_near_keep(struct lexicon_near near[LEXICON_NEAR_MAX],
    size_t *count, struct lexicon_near found);

#endif
