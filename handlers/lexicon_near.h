/* lexicon_near - how far a typed word is from a known one.
 *
 * Damerau-Levenshtein (optimal string alignment) with the slips of thumbs made
 * cheap.  Cost in tenths of an edit: another letter 10, a neighbouring key or
 * another vowel 7, a letter more or less 10, a vowel forgotten 7, a letter
 * doubled or not 5, two letters swapped 8; a wrong first letter costs 5 more.
 * Pure; at most LEXICON_NEAR_LETTERS letters a word. */
#ifndef HANDLERS_LEXICON_NEAR_H
#define HANDLERS_LEXICON_NEAR_H

#include <stddef.h>
#include <stdint.h>

#define LEXICON_NEAR_LETTERS 24
#define LEXICON_NEAR_FAR 1000

/* The cost, or LEXICON_NEAR_FAR when it is above `limit`. */
int lexicon_near_cost(const uint32_t *typed, size_t typed_letters,
    const uint32_t *known, size_t known_letters, int limit);

/* The highest cost at which a typed word may still mean a known one: 0 (only
 * exactly) for less than four letters. */
int lexicon_near_limit(size_t typed_letters, size_t known_letters);

/* One bit per letter: words whose masks differ much are far apart. */
uint32_t lexicon_near_mask(const uint32_t *word, size_t letters);

#endif
