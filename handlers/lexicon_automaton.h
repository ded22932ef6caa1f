/* lexicon_automaton - the smallest automaton that knows a list of phrases.
 *
 * Phrases that go on alike share what follows: "tomato", "tomatoes", and the
 * same behind an article, cost a few places, not a few hundred.
 * In:  phrases in the order of their code points, none twice, each with a
 *      value that is not 0.
 * Out: read only.  A place is where the letters so far lead: 0 is nowhere,
 *      1 the start.  One step is one look into a hash table, at the start with
 *      its thousand Chinese characters as anywhere else.  An edge is one word
 *      of 64 bits in it, so that a step waits for memory once.
 * Size: 4 octets a place, 11 to 22 an edge.
 * Limits: 2^22 places, which lexicon_added sees to; a letter beyond
 *      U+FFFFF (nobody's) leads nowhere.
 * Ownership: builder_new gives; builder_end takes the builder and gives the
 *      automaton's arrays, which lexicon_automaton_free takes. */
#ifndef HANDLERS_LEXICON_AUTOMATON_H
#define HANDLERS_LEXICON_AUTOMATON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEXICON_AUTOMATON_NOWHERE 0u
#define LEXICON_AUTOMATON_START 1u
#define LEXICON_AUTOMATON_LETTERS 48 /* of a phrase */

/* An edge: the place it comes from, 22 bits, its letter, 20, where to, 22. */
#define LEXICON_EDGE_PLACE_BITS 22
#define LEXICON_EDGE_LETTER_BITS 20
#define LEXICON_AUTOMATON_PLACES (UINT32_C(1) << LEXICON_EDGE_PLACE_BITS)

struct lexicon_automaton {
	uint32_t *values; /* by place; 0: no phrase ends here */
	uint64_t *slots; /* edges, 0 free */
	size_t slots_mask;
};

struct lexicon_builder;

struct lexicon_builder *lexicon_builder_new(void);
void lexicon_builder_add(struct lexicon_builder *builder, const uint32_t *text,
    size_t letters, uint32_t value);
void lexicon_builder_end(
    struct lexicon_builder **builder, struct lexicon_automaton *out);

void lexicon_automaton_free(struct lexicon_automaton *automaton);

static inline size_t
lexicon_edge_hash(uint32_t from, uint32_t letter)
{
	uint64_t both = (uint64_t)from << 32 | letter;
	return (size_t)(both * UINT64_C(0x9e3779b97f4a7c15) >> 32);
}

/* An edge that leads nowhere yet. */
static inline uint64_t
lexicon_edge_from(uint32_t from, uint32_t letter)
{
	return (uint64_t)from
		   << (LEXICON_EDGE_PLACE_BITS + LEXICON_EDGE_LETTER_BITS) |
	       (uint64_t)letter << LEXICON_EDGE_PLACE_BITS;
}

/* One letter on from a place; nowhere leads nowhere. */
static inline uint32_t
lexicon_automaton_step(
    const struct lexicon_automaton *a, uint32_t from, uint32_t letter)
{
	if (letter >> LEXICON_EDGE_LETTER_BITS != 0)
		return LEXICON_AUTOMATON_NOWHERE;
	uint64_t wanted = lexicon_edge_from(from, letter);
	for (size_t slot = lexicon_edge_hash(from, letter);; slot++) {
		uint64_t edge = a->slots[slot & a->slots_mask];
		if (edge == 0)
			return LEXICON_AUTOMATON_NOWHERE;
		if ((edge ^ wanted) < LEXICON_AUTOMATON_PLACES)
			return (uint32_t)(edge ^ wanted);
	}
}

#endif
