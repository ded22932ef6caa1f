/* lexicon_automaton - see the header.
 *
 * The phrases come in order, so only the places along the last one may still
 * grow.  What lies behind the letters that the next phrase shares with it is
 * finished: it is given a place, or the one of an equal place that is there
 * already.  Two places are equal when the same letters lead from both to the
 * same places and the same value ends there. */
#include "handlers/lexicon_automaton.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

struct edge {
	uint32_t from;
	uint32_t letter;
	uint32_t to;
};

/* One that may still grow. */
struct open_place {
	uint32_t value;
	struct edge *edges;
	size_t count;
	size_t room;
};

/* One that is finished: its edges stand side by side. */
struct place {
	uint32_t value;
	uint32_t first;
	uint32_t count;
};

struct lexicon_builder {
	uint32_t last[LEXICON_AUTOMATON_LETTERS];
	size_t last_letters;
	struct open_place open[LEXICON_AUTOMATON_LETTERS + 1]; /* along it */
	struct place *places;
	size_t places_count;
	size_t places_room;
	struct edge *edges;
	size_t edges_count;
	size_t edges_room;
	uint32_t *known; /* hash table of finished places, 0 free */
	size_t known_mask;
};

/* Makes room for `more` items behind the `count` there are. */
static void *
grow(void *items, size_t *room, size_t count, size_t more, size_t octets)
{
	if (count + more <= *room)
		return items;
	*room = 2 * *room + more;
	return xrealloc(items, *room * octets);
}

static void
append_edge(struct open_place *o, uint32_t letter, uint32_t to)
{
	o->edges = grow(o->edges, &o->room, o->count, 1, sizeof(*o->edges));
	o->edges[o->count++] = (struct edge){.letter = letter, .to = to};
}

static size_t
hash_place(uint32_t value, const struct edge *edges, size_t count)
{
	uint64_t hash = value;
	for (size_t i = 0; i < count; i++) {
		hash = (hash ^ edges[i].letter) * UINT64_C(0x9e3779b97f4a7c15);
		hash = (hash ^ hash >> 29 ^ edges[i].to) *
		       UINT64_C(0xbf58476d1ce4e5b9);
	}
	return (size_t)(hash ^ hash >> 32);
}

static bool
is_equal(const struct lexicon_builder *b, const struct place *p,
    const struct open_place *o)
{
	if (p->value != o->value || p->count != o->count)
		return false;
	const struct edge *edges = o->count == 0 ? NULL : &b->edges[p->first];
	for (size_t i = 0; i < o->count; i++)
		if (edges[i].letter != o->edges[i].letter ||
		    edges[i].to != o->edges[i].to)
			return false;
	return true;
}

static void
keep_known(struct lexicon_builder *b, uint32_t at)
{
	const struct place *p = &b->places[at];
	/* No edges at all yet: the place has none either. */
	const struct edge *edges = p->count == 0 ? NULL : &b->edges[p->first];
	size_t slot = hash_place(p->value, edges, p->count) & b->known_mask;
	while (b->known[slot] != 0)
		slot = (slot + 1) & b->known_mask;
	b->known[slot] = at;
}

/* The start is never equal to another place. */
static void
grow_known(struct lexicon_builder *b)
{
	if (2 * b->places_count <= b->known_mask)
		return;
	free(b->known);
	b->known_mask = 2 * b->known_mask + 1;
	b->known = xcalloc(b->known_mask + 1, sizeof(*b->known));
	for (size_t i = LEXICON_AUTOMATON_START + 1; i < b->places_count; i++)
		keep_known(b, (uint32_t)i);
}

/* Moves what was open to its place. */
static void
settle(struct lexicon_builder *b, uint32_t at, struct open_place *o)
{
	b->places[at] = (struct place){
	    o->value, (uint32_t)b->edges_count, (uint32_t)o->count};
	b->edges = grow(b->edges, &b->edges_room, b->edges_count, o->count,
	    sizeof(*b->edges));
	for (size_t i = 0; i < o->count; i++) {
		o->edges[i].from = at;
		b->edges[b->edges_count++] = o->edges[i];
	}
	o->count = 0;
	o->value = 0;
}

static uint32_t
new_place(struct lexicon_builder *b)
{
	b->places = grow(
	    b->places, &b->places_room, b->places_count, 1, sizeof(*b->places));
	return (uint32_t)b->places_count++;
}

static uint32_t
finish(struct lexicon_builder *b, struct open_place *o)
{
	size_t slot = hash_place(o->value, o->edges, o->count);
	for (;; slot++) {
		uint32_t at = b->known[slot & b->known_mask];
		if (at == 0)
			break;
		if (!is_equal(b, &b->places[at], o))
			continue;
		o->count = 0;
		o->value = 0;
		return at;
	}
	uint32_t at = new_place(b);
	settle(b, at, o);
	keep_known(b, at);
	grow_known(b);
	return at;
}

/* Finishes the last phrase but for its first letters. */
static void
finish_behind(struct lexicon_builder *b, size_t letters)
{
	for (size_t n = b->last_letters; n > letters; n--)
		append_edge(
		    &b->open[n - 1], b->last[n - 1], finish(b, &b->open[n]));
	b->last_letters = letters;
}

struct lexicon_builder *
lexicon_builder_new(void)
{
	struct lexicon_builder *b = xcalloc(1, sizeof(*b));
	b->known_mask = 1023;
	b->known = xcalloc(b->known_mask + 1, sizeof(*b->known));
	new_place(b); /* nowhere */
	new_place(b); /* the start */
	return b;
}

void
lexicon_builder_add(struct lexicon_builder *b, const uint32_t *text,
    size_t letters, uint32_t value)
{
	size_t same = 0;
	while (same < letters && same < b->last_letters &&
	       text[same] == b->last[same])
		same++;
	finish_behind(b, same);
	memcpy(b->last, text, letters * sizeof(*text));
	b->last_letters = letters;
	b->open[letters].value = value;
}

static void
index_edge(struct lexicon_automaton *out, const struct edge *e)
{
	size_t slot = lexicon_edge_hash(e->from, e->letter);
	while (out->slots[slot & out->slots_mask] != 0)
		slot++;
	out->slots[slot & out->slots_mask] =
	    lexicon_edge_from(e->from, e->letter) | e->to;
}

static void
index_edges(const struct lexicon_builder *b, struct lexicon_automaton *out)
{
	size_t slots = 64;
	while (slots < b->edges_count + b->edges_count / 3)
		slots *= 2;
	out->slots = xcalloc(slots, sizeof(*out->slots));
	out->slots_mask = slots - 1;
	for (size_t i = 0; i < b->edges_count; i++)
		if (b->edges[i].letter >> LEXICON_EDGE_LETTER_BITS == 0)
			index_edge(out, &b->edges[i]);
}

void
lexicon_builder_end(
    struct lexicon_builder **builder, struct lexicon_automaton *out)
{
	struct lexicon_builder *b = *builder;
	finish_behind(b, 0);
	PANIC_UNLESS(b->places_count <= LEXICON_AUTOMATON_PLACES);
	b->places[LEXICON_AUTOMATON_NOWHERE] = (struct place){0};
	settle(b, LEXICON_AUTOMATON_START, &b->open[0]);
	out->values = xcalloc(b->places_count, sizeof(*out->values));
	for (size_t i = 0; i < b->places_count; i++)
		out->values[i] = b->places[i].value;
	index_edges(b, out);
	for (size_t i = 0; i <= LEXICON_AUTOMATON_LETTERS; i++)
		free(b->open[i].edges);
	free(b->edges);
	free(b->places);
	free(b->known);
	free(b);
	*builder = NULL;
}

void
lexicon_automaton_free(struct lexicon_automaton *a)
{
	free(a->values);
	free(a->slots);
}
