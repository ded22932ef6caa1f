/* lexicon_table - phrases and what each may mean, for exact and near lookups.
 *
 * Built once (add, add, ..., seal), then read only: an automaton over all the
 * phrases (lexicon_automaton), which is asked for one phrase, or walked letter
 * by letter to find the longest one that begins somewhere; and a tree of the
 * single words that may be guessed (lexicon_trie).  Phrases are folded code
 * points (handlers/fold), words joined by one blank.
 * Ownership: new gives, free takes; found senses live with the table. */
#ifndef HANDLERS_LEXICON_TABLE_H
#define HANDLERS_LEXICON_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEXICON_PHRASE_MAX 48 /* code points */

enum sense_kind {
	SENSE_WORD, /* value: enum lexicon_role */
	SENSE_NUMBER, /* milli */
	SENSE_TIMES, /* multiplies what stands before it: hundred */
	SENSE_PLUS, /* added to a number before it: "and a half" */
	SENSE_UNIT, /* value: unit index; milli: how many of it (1000) */
	SENSE_PRODUCT, /* value: product; milli: enum product_name */
	SENSE_DAY, /* value: index into the days */
	SENSE_LANGUAGE, /* value: language index */
	SENSE_ORDINAL, /* value: which: "the second" */
};

/* Whence a name of a product comes, best first. */
enum product_name {
	PRODUCT_NAME_OWN,
	PRODUCT_NAME_SYNONYM,
	PRODUCT_NAME_ALIKE
};

struct sense {
	enum sense_kind kind;
	uint8_t lang; /* language index, 0 = any */
	uint16_t value;
	int64_t milli;
#define SENSE_BEHIND 1
	/* Words: SENSE_BEHIND, it stands behind what it belongs to ("Nakuru
	 * mein").  Units, products: the form itself counts (a dual: 2; "a sack"
	 * in one word: 1), or 0. */
	uint8_t count;
};

/* What a phrase means; phrases that mean the same share one. */
struct lexicon_entry {
	uint32_t sense;
	uint8_t senses; /* 0: only part of longer phrases */
	uint8_t words_max; /* words of the longest phrase it begins */
};

/* A single word that may be found by near spelling or by its sound. */
struct lexicon_word {
	uint32_t key; /* first code point in the table's text */
	uint32_t entry;
	uint32_t mask; /* its letters, lexicon_letter_bit */
	uint16_t languages; /* that know it, lexicon_language_bit */
	uint8_t letters;
};

/* Languages as bits of a set; those from 15 on share one. */
#define LEXICON_ANY_LANGUAGE UINT16_C(0xffff)
static inline uint16_t
lexicon_language_bit(int language)
{
	return language <= 0
		   ? LEXICON_ANY_LANGUAGE
		   : (uint16_t)(1u << (language < 15 ? language : 15));
}

struct lexicon_table;

struct lexicon_table *lexicon_table_new(void);
void lexicon_table_free(struct lexicon_table **table);

/* False when the phrase is empty or too long, or the table full (1 million
 * senses).  `near` false: never guessed from a typing error. */
bool lexicon_table_add(struct lexicon_table *table, const uint32_t *phrase,
    size_t letters, struct sense sense, bool near);

/* Sorts and indexes; nothing is added afterwards. */
void lexicon_table_seal(struct lexicon_table *table);

const struct lexicon_entry *lexicon_table_find(
    const struct lexicon_table *table, const uint32_t *phrase, size_t letters);

/* The same letter by letter, from LEXICON_TABLE_START.  What can be no phrase,
 * however it goes on, leads to LEXICON_TABLE_NOWHERE and stays there. */
#define LEXICON_TABLE_NOWHERE 0u
#define LEXICON_TABLE_START 1u
uint32_t lexicon_table_step(
    const struct lexicon_table *table, uint32_t place, uint32_t letter);
/* The phrase that ends at a place, or NULL. */
const struct lexicon_entry *lexicon_table_at(
    const struct lexicon_table *table, uint32_t place);

const struct sense *lexicon_table_senses(
    const struct lexicon_table *table, const struct lexicon_entry *entry);

/* The words that may be guessed, 0..count-1, in the order of their text. */
size_t lexicon_table_words(const struct lexicon_table *table);
const struct lexicon_word *lexicon_table_word(
    const struct lexicon_table *table, size_t i);
const uint32_t *lexicon_table_text(
    const struct lexicon_table *table, const struct lexicon_word *word);
const struct lexicon_entry *lexicon_table_entry(
    const struct lexicon_table *table, const struct lexicon_word *word);

/* Letters as bits of a set; some of other scripts share one. */
static inline uint32_t
lexicon_letter_bit(uint32_t letter)
{
	return UINT32_C(1) << (letter & 31u);
}

/* The same words as a tree; 1 + i is what it knows of word i. */
struct lexicon_trie;
const struct lexicon_trie *lexicon_table_near(
    const struct lexicon_table *table);

#endif
