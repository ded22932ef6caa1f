/* lexicon_trie - the automaton of a word list: letters in, words out.
 *
 * A tree of letters.  The children of a node lie side by side, in order, for
 * who walks them all (lexicon_near); every edge stands in a hash table as
 * well, so that one exact step costs the same at the root with its thousand
 * Chinese characters as anywhere else.
 * In:  words in the order of their code points, no word twice.
 * Out: read only.  A place is the index of a node: 0 is nowhere, 1 the start.
 * Size: 28 octets a node and 8 to 16 for its edge; at most one node a letter.
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
	uint32_t parent;
	uint32_t word; /* that ends here, 0 none */
	uint32_t child; /* the first; the others follow it */
	uint32_t children;
	uint32_t letters; /* lexicon_trie_bit of each child */
	uint32_t lengths; /* bit n: a word of n < 32 letters, here or below */
};

struct lexicon_trie {
	struct lexicon_trie_node *nodes;
	size_t nodes_count;
	uint32_t *edges; /* node reached, 0 free */
	size_t edges_mask;
};

void lexicon_trie_build(struct lexicon_trie *out,
    const struct lexicon_trie_word *words, size_t count);
void lexicon_trie_free(struct lexicon_trie *trie);

/* One letter on from a place; nowhere leads nowhere. */
uint32_t lexicon_trie_step(
    const struct lexicon_trie *trie, uint32_t at, uint32_t letter);

/* Letters as bits of a set; several letters may share one. */
static inline uint32_t
lexicon_trie_bit(uint32_t letter)
{
	return UINT32_C(1) << (letter & 31u);
}

#endif
