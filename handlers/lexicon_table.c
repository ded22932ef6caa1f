/* lexicon_table - see the header.
 *
 * What is added is sorted by its text when the table is sealed; then equal
 * phrases are joined, and equal meanings. */
#include "handlers/lexicon_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/fold.h"
#include "handlers/lexicon_added.h"
#include "handlers/lexicon_automaton.h"
#include "handlers/lexicon_trie.h"

#define SENSES_PER_PHRASE 12u

_Static_assert(LEXICON_PHRASE_MAX == LEXICON_AUTOMATON_LETTERS,
    "the automaton takes every phrase");

struct lexicon_table {
	struct lexicon_added added; /* empty once it is sealed */
	uint32_t *slots; /* until then: 1 + index of an entry, 0 free */
	size_t slots_mask;
	uint32_t *text; /* of the words that may be guessed */
	struct lexicon_entry *entries;
	size_t entries_count;
	size_t entries_room;
	struct sense *senses;
	size_t senses_count;
	size_t senses_room;
	struct lexicon_word *words;
	size_t words_count;
	size_t words_room;
	struct lexicon_automaton all;
	struct lexicon_trie near;
};

/* Makes room for one more item behind the `count` there are. */
static void *
grow(void *items, size_t *room, size_t count, size_t octets)
{
	if (count < *room)
		return items;
	*room = 2 * *room + 64;
	return xrealloc(items, *room * octets);
}

struct lexicon_table *
lexicon_table_new(void)
{
	return xcalloc(1, sizeof(struct lexicon_table));
}

void
lexicon_table_free(struct lexicon_table **table)
{
	if (table == NULL || *table == NULL)
		return;
	lexicon_added_free(&(*table)->added);
	free((*table)->slots);
	free((*table)->text);
	free((*table)->entries);
	free((*table)->senses);
	free((*table)->words);
	lexicon_automaton_free(&(*table)->all);
	lexicon_trie_free(&(*table)->near);
	free(*table);
	*table = NULL;
}

bool
lexicon_table_add(struct lexicon_table *t, const uint32_t *phrase,
    size_t letters, struct sense sense, bool near)
{
	return lexicon_added_add(&t->added, phrase, letters, sense, near);
}

static bool
same_sense(struct sense a, struct sense b)
{
	return a.kind == b.kind && a.value == b.value && a.lang == b.lang;
}

static bool
equal_sense(struct sense a, struct sense b)
{
	return same_sense(a, b) && a.milli == b.milli && a.count == b.count;
}

/* What equal phrases mean together. */
struct meaning {
	size_t count;
	struct sense senses[SENSES_PER_PHRASE];
	uint8_t words_max;
	uint16_t languages;
	bool near;
};

static void
join_meaning(struct meaning *m, struct added a)
{
	m->near = m->near || a.near;
	m->languages |= a.languages;
	if (a.words_max > m->words_max)
		m->words_max = a.words_max;
	for (size_t i = 0; i < m->count; i++)
		if (same_sense(m->senses[i], a.sense))
			return;
	if (!a.part && m->count < SENSES_PER_PHRASE)
		m->senses[m->count++] = a.sense;
}

static size_t
hash_meaning(const struct meaning *m)
{
	uint64_t hash = m->words_max;
	for (size_t i = 0; i < m->count; i++) {
		struct sense s = m->senses[i];
		hash ^= (uint64_t)s.kind << 40 | (uint64_t)s.lang << 32 |
			(uint64_t)s.value << 8 | s.count;
		hash = (hash ^ (uint64_t)s.milli << 16) *
		       UINT64_C(0x9e3779b97f4a7c15);
	}
	return (size_t)(hash >> 32);
}

static bool
means(const struct lexicon_table *t, const struct lexicon_entry *e,
    const struct meaning *m)
{
	if (e->senses != m->count || e->words_max != m->words_max)
		return false;
	for (size_t i = 0; i < m->count; i++)
		if (!equal_sense(t->senses[e->sense + i], m->senses[i]))
			return false;
	return true;
}

static uint32_t
add_entry(struct lexicon_table *t, const struct meaning *m)
{
	t->entries = grow(t->entries, &t->entries_room, t->entries_count,
	    sizeof(*t->entries));
	t->entries[t->entries_count] = (struct lexicon_entry){
	    (uint32_t)t->senses_count, (uint8_t)m->count, m->words_max};
	for (size_t i = 0; i < m->count; i++) {
		t->senses = grow(t->senses, &t->senses_room, t->senses_count,
		    sizeof(*t->senses));
		t->senses[t->senses_count++] = m->senses[i];
	}
	return (uint32_t)t->entries_count++;
}

/* The index of an entry that means this, added if there is none. */
static uint32_t
entry_for(struct lexicon_table *t, const struct meaning *m)
{
	size_t slot = hash_meaning(m);
	for (;; slot++) {
		uint32_t found = t->slots[slot & t->slots_mask];
		if (found == 0)
			break;
		if (means(t, &t->entries[found - 1], m))
			return found - 1;
	}
	uint32_t entry = add_entry(t, m);
	t->slots[slot & t->slots_mask] = entry + 1;
	return entry;
}

static bool
is_word_of_letters(const uint32_t *phrase, size_t letters)
{
	for (size_t i = 0; i < letters; i++)
		if (fold_class(phrase[i]) != FOLD_LETTER)
			return false;
	return true;
}

static uint32_t
letters_mask(const uint32_t *word, size_t letters)
{
	uint32_t mask = 0;
	for (size_t i = 0; i < letters; i++)
		mask |= lexicon_letter_bit(word[i]);
	return mask;
}

static void
add_word(
    struct lexicon_table *t, struct added a, uint32_t entry, uint16_t languages)
{
	t->words =
	    grow(t->words, &t->words_room, t->words_count, sizeof(*t->words));
	t->words[t->words_count++] = (struct lexicon_word){.key = a.key,
	    .entry = entry,
	    .mask = letters_mask(t->added.text + a.key, a.letters),
	    .languages = languages,
	    .letters = a.letters};
}

/* Joins what is equal and hands it on, in order. */
static void
join_added(struct lexicon_table *t, const struct added_order *order,
    struct lexicon_builder *all)
{
	const struct lexicon_added *d = &t->added;
	for (size_t i = 0; i < d->count;) {
		struct added a = d->list[order[i].i];
		const uint32_t *text = d->text + a.key;
		struct meaning m = {.words_max = 1};
		for (; i < d->count &&
		       lexicon_added_same(d, d->list[order[i].i], a);
		     i++)
			join_meaning(&m, d->list[order[i].i]);
		uint32_t entry = entry_for(t, &m);
		lexicon_builder_add(all, text, a.letters, entry + 1);
		if (m.near && is_word_of_letters(text, a.letters))
			add_word(t, a, entry, m.languages);
	}
}

/* Only the words that may be guessed keep their text, and no room is left. */
static void
keep_words_text(struct lexicon_table *t)
{
	size_t letters = 0;
	for (size_t i = 0; i < t->words_count; i++)
		letters += t->words[i].letters;
	t->text = xcalloc(letters + 1, sizeof(*t->text));
	size_t at = 0;
	for (size_t i = 0; i < t->words_count; i++) {
		struct lexicon_word *w = &t->words[i];
		memcpy(t->text + at, t->added.text + w->key,
		    w->letters * sizeof(*t->text));
		w->key = (uint32_t)at;
		at += w->letters;
	}
	t->words = xrealloc(t->words, (t->words_count + 1) * sizeof(*t->words));
}

static void
build_near(struct lexicon_table *t)
{
	struct lexicon_trie_word *words =
	    xcalloc(t->words_count + 1, sizeof(*words));
	for (size_t i = 0; i < t->words_count; i++)
		words[i] = (struct lexicon_trie_word){
		    lexicon_table_text(t, &t->words[i]), t->words[i].letters,
		    (uint32_t)i + 1, t->words[i].languages};
	lexicon_trie_build(&t->near, words, t->words_count);
	free(words);
}

/* Room for as many entries as there are phrases. */
static void
make_slots(struct lexicon_table *t)
{
	t->slots_mask = 63;
	while (t->slots_mask < 2 * t->added.count)
		t->slots_mask = 2 * t->slots_mask + 1;
	t->slots = xcalloc(t->slots_mask + 1, sizeof(*t->slots));
}

void
lexicon_table_seal(struct lexicon_table *t)
{
	struct added_order *order = lexicon_added_sort(&t->added);
	struct lexicon_builder *all = lexicon_builder_new();
	make_slots(t);
	join_added(t, order, all);
	lexicon_builder_end(&all, &t->all);
	free(order);
	free(t->slots);
	t->slots = NULL;
	keep_words_text(t);
	lexicon_added_free(&t->added);
	build_near(t);
}

const struct lexicon_entry *
lexicon_table_find(
    const struct lexicon_table *t, const uint32_t *phrase, size_t letters)
{
	uint32_t place = LEXICON_TABLE_START;
	for (size_t i = 0; i < letters && place != LEXICON_TABLE_NOWHERE; i++)
		place = lexicon_table_step(t, place, phrase[i]);
	return lexicon_table_at(t, place);
}

uint32_t
lexicon_table_step(
    const struct lexicon_table *t, uint32_t place, uint32_t letter)
{
	return lexicon_automaton_step(&t->all, place, letter);
}

const struct lexicon_entry *
lexicon_table_at(const struct lexicon_table *t, uint32_t place)
{
	uint32_t value = t->all.values[place];
	return value == 0 ? NULL : &t->entries[value - 1];
}

const struct sense *
lexicon_table_senses(
    const struct lexicon_table *t, const struct lexicon_entry *entry)
{
	return &t->senses[entry->sense];
}

size_t
lexicon_table_words(const struct lexicon_table *t)
{
	return t->words_count;
}

const struct lexicon_word *
lexicon_table_word(const struct lexicon_table *t, size_t i)
{
	return &t->words[i];
}

const uint32_t *
lexicon_table_text(
    const struct lexicon_table *t, const struct lexicon_word *word)
{
	return &t->text[word->key];
}

const struct lexicon_entry *
lexicon_table_entry(
    const struct lexicon_table *t, const struct lexicon_word *word)
{
	return &t->entries[word->entry];
}

const struct lexicon_trie *
lexicon_table_near(const struct lexicon_table *t)
{
	return &t->near;
}
