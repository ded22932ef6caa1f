/* lexicon_trie - a tree of words, letter by letter, to be walked.
 *
 * The children of a node lie side by side.  Each node tells what the words at
 * or below it have in common, so that a search for near spellings leaves a
 * branch early.
 * In:  words in the order of their code points, no word twice.
 * Out: read only.  Node 1 is the root.
 * Size: 28 octets a node; at most one node a letter.
 * Ownership: build gives, free takes; the words are borrowed by build only. */
#ifndef HANDLERS_LEXICON_TRIE_H
#define HANDLERS_LEXICON_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEXICON_TRIE_ROOT 1u

struct lexicon_trie_word {
	const uint32_t *text;
	uint32_t letters;
	uint32_t word; /* what its node tells of it, not 0 */
	uint16_t languages;
};

struct lexicon_trie_node {
	uint32_t letter; /* that leads here */
	uint32_t word; /* that ends here, 0 none */
	uint32_t child; /* the first; the others follow it */
	uint16_t children;
	uint16_t languages; /* of the words that end here or below */
	uint32_t letters; /* lexicon_trie_bit of each child */
	/* Of the words that end here or below: bit n, one has n < 32 letters;
	 * the letters that one has, and those that each has. */
	uint32_t lengths;
	uint32_t some;
	uint32_t each;
};

struct lexicon_trie {
	struct lexicon_trie_node *nodes;
	size_t nodes_count;
};

void lexicon_trie_build(struct lexicon_trie *out,
    const struct lexicon_trie_word *words, size_t count);
void lexicon_trie_free(struct lexicon_trie *trie);

/* Letters as bits of a set: a to z their own, all others share six. */
static inline uint32_t
lexicon_trie_bit(uint32_t letter)
{
	return UINT32_C(1) << (letter >= 'a' && letter <= 'z'
				   ? letter - 'a'
				   : 26 + letter % 6);
}

static inline bool
lexicon_trie_is_latin(uint32_t bits)
{
	return bits >> 26 == 0;
}

#endif
