/* lexicon_trie - see the header. */
#include "handlers/lexicon_trie.h"

#include <stdlib.h>

#include "base/panic.h"

#define LENGTHS_MAX 31 /* a bit each */

/* The words below a node while the tree grows, and how deep it lies. */
struct range {
	uint32_t first;
	uint32_t end;
	uint32_t depth;
};

static void
add_child(struct lexicon_trie *t, struct range *ranges, uint32_t parent,
    uint32_t letter, struct range below)
{
	uint32_t at = (uint32_t)t->nodes_count++;
	t->nodes[at] =
	    (struct lexicon_trie_node){.letter = letter, .each = UINT32_MAX};
	ranges[at] = below;
	PANIC_UNLESS(t->nodes[parent].children < UINT16_MAX);
	if (t->nodes[parent].children++ == 0)
		t->nodes[parent].child = at;
}

/* The word that ends here stands first among those below. */
static void
grow(struct lexicon_trie *t, const struct lexicon_trie_word *words,
    struct range *ranges, uint32_t at)
{
	struct range r = ranges[at];
	if (r.first < r.end && words[r.first].letters == r.depth) {
		const struct lexicon_trie_word *w = &words[r.first];
		r.first++;
		t->nodes[at].word = w->word;
		t->nodes[at].languages = w->languages;
		if (w->letters <= LENGTHS_MAX)
			t->nodes[at].lengths = UINT32_C(1) << w->letters;
		for (size_t i = 0; i < w->letters; i++)
			t->nodes[at].some |= lexicon_trie_bit(w->text[i]);
		t->nodes[at].each = t->nodes[at].some;
	}
	while (r.first < r.end) {
		uint32_t letter = words[r.first].text[r.depth];
		uint32_t same = r.first;
		while (same < r.end && words[same].text[r.depth] == letter)
			same++;
		add_child(t, ranges, at, letter,
		    (struct range){r.first, same, r.depth + 1});
		r.first = same;
	}
}

/* Children have higher indexes than their parents. */
static void
sum_up(struct lexicon_trie *t)
{
	for (size_t i = t->nodes_count - 1; i >= LEXICON_TRIE_ROOT; i--) {
		struct lexicon_trie_node *n = &t->nodes[i];
		for (uint32_t c = n->child; c < n->child + n->children; c++) {
			n->letters |= lexicon_trie_bit(t->nodes[c].letter);
			n->lengths |= t->nodes[c].lengths;
			n->languages |= t->nodes[c].languages;
			n->some |= t->nodes[c].some;
			n->each &= t->nodes[c].each;
		}
	}
}

void
lexicon_trie_build(
    struct lexicon_trie *t, const struct lexicon_trie_word *words, size_t count)
{
	size_t most = LEXICON_TRIE_ROOT + 1;
	for (size_t i = 0; i < count; i++)
		most += words[i].letters;
	t->nodes = xcalloc(most, sizeof(*t->nodes));
	t->nodes_count = LEXICON_TRIE_ROOT + 1;
	struct range *ranges = xcalloc(most, sizeof(*ranges));
	ranges[LEXICON_TRIE_ROOT] = (struct range){0, (uint32_t)count, 0};
	for (size_t at = LEXICON_TRIE_ROOT; at < t->nodes_count; at++)
		grow(t, words, ranges, (uint32_t)at);
	free(ranges);
	t->nodes = xrealloc(t->nodes, t->nodes_count * sizeof(*t->nodes));
	sum_up(t);
}

void
lexicon_trie_free(struct lexicon_trie *t)
{
	free(t->nodes);
}
