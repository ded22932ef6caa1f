/* lexicon_trie - the automaton of a word list: letters in, words out.
 *
 * A tree of letters.  The children of a node lie side by side, in order, for
 * who walks them all (lexicon_near); every edge stands in a hash table as
 * well, so that one exact step costs the same at the root with its thousand
 * Chinese characters as anywhere else.
 * In:  words in the order of their code points, no word twice.
 * Out: read only.  A place is the index of a node: 0 is nowhere, 1 the start.
 * Size: 32 octets a node and 24 to 48 for its edge; at most one node a
 *     letter.
 * Ownership: build gives, free takes; the words are borrowed by build only. */
#ifndef HANDLERS_LEXICON_TRIE_H
#define HANDLERS_LEXICON_TRIE_H

#include <stddef.h>
#include <stdint.h>

#define LEXICON_TRIE_NOWHERE 0u
#define LEXICON_TRIE_START 1u

struct lexicon_trie_word {
	const uint32_t *text;
	uint32_t letters;
	uint32_t word; /* what the places tell of it, not 0 */
};

struct lexicon_trie_node {
	uint32_t letter; /* that leads here */
	uint32_t word; /* that ends here, 0 none */
	uint32_t child; /* the first; the others follow it */
	uint32_t children;
	uint32_t letters; /* lexicon_trie_bit of each child */
	/* Of the words that end here or below: bit n, one has n < 32 letters;
	 * the letters that one has, and those that each has. */
	uint32_t lengths;
	uint32_t some;
	uint32_t each;
};

struct lexicon_trie_edge {
	uint32_t from;
	uint32_t letter;
	uint32_t to; /* 0: a free place in the table */
};

struct lexicon_trie {
	struct lexicon_trie_node *nodes;
	size_t nodes_count;
	struct lexicon_trie_edge *edges;
	size_t edges_mask;
};

void lexicon_trie_build(struct lexicon_trie *out,
    const struct lexicon_trie_word *words, size_t count);
void lexicon_trie_free(struct lexicon_trie *trie);

static inline size_t
lexicon_trie_slot(uint32_t from, uint32_t letter)
{
	uint64_t both = (uint64_t)from << 32 | letter;
	return (size_t)(both * UINT64_C(0x9e3779b97f4a7c15) >> 32);
}

/* One letter on from a place; nowhere leads nowhere. */
static inline uint32_t
lexicon_trie_step(
    const struct lexicon_trie *trie, uint32_t from, uint32_t letter)
{
	for (size_t slot = lexicon_trie_slot(from, letter);; slot++) {
		const struct lexicon_trie_edge *e =
		    &trie->edges[slot & trie->edges_mask];
		if (e->to == LEXICON_TRIE_NOWHERE ||
		    (e->from == from && e->letter == letter))
			return e->to;
	}
}

/* Letters as bits of a set: a to z their own, all others share six. */
static inline uint32_t
lexicon_trie_bit(uint32_t letter)
{
	return UINT32_C(1) << (letter >= 'a' && letter <= 'z'
				   ? letter - 'a'
				   : 26 + letter % 6);
}

#endif
