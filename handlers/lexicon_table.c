/* lexicon_table - see the header.
 *
 * What is added is sorted by its text when the table is sealed; then equal
 * phrases are joined, and equal meanings. */
#include "handlers/lexicon_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/fold.h"
#include "handlers/lexicon_automaton.h"
#include "handlers/lexicon_trie.h"

#define SENSES_MAX 1000000u
#define SENSES_PER_PHRASE 12u

_Static_assert(LEXICON_PHRASE_MAX == LEXICON_AUTOMATON_LETTERS,
    "the automaton takes every phrase");

struct added {
	uint32_t key;
	uint8_t letters;
	bool near;
	bool part; /* no sense: only part of a phrase */
	uint8_t words_max;
	uint16_t languages; /* of a part: of all phrases that it is part of */
	struct sense sense;
};

/* What exists only until the table is sealed. */
struct adding {
	struct added *list;
	size_t count;
	size_t room;
	uint32_t *parts; /* hash table: 1 + index into list, 0 free */
	size_t parts_count;
	size_t parts_mask;
	uint32_t *entries; /* the same: 1 + index of an entry */
	size_t entries_mask;
};

struct lexicon_table {
	uint32_t *text; /* once sealed, of the words that may be guessed */
	size_t text_count;
	size_t text_room;
	struct adding adding;
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
	free((*table)->text);
	free((*table)->adding.list);
	free((*table)->adding.parts);
	free((*table)->entries);
	free((*table)->senses);
	free((*table)->words);
	lexicon_automaton_free(&(*table)->all);
	lexicon_trie_free(&(*table)->near);
	free(*table);
	*table = NULL;
}

static uint32_t
keep_text(struct lexicon_table *t, const uint32_t *phrase, size_t letters)
{
	if (t->text_count + letters > t->text_room) {
		t->text_room = 2 * (t->text_room + LEXICON_PHRASE_MAX);
		t->text = xrealloc(t->text, t->text_room * sizeof(*t->text));
	}
	uint32_t key = (uint32_t)t->text_count;
	memcpy(t->text + key, phrase, letters * sizeof(*phrase));
	t->text_count += letters;
	return key;
}

static size_t
hash_text(const uint32_t *text, size_t letters)
{
	uint64_t hash = letters;
	for (size_t i = 0; i < letters; i++)
		hash = (hash ^ text[i]) * UINT64_C(0x9e3779b97f4a7c15);
	return (size_t)(hash >> 32);
}

static bool
same_text(const struct lexicon_table *t, struct added a, struct added b)
{
	return a.letters == b.letters &&
	       memcmp(t->text + a.key, t->text + b.key,
		   a.letters * sizeof(*t->text)) == 0;
}

static void
add_one(struct lexicon_table *t, struct added a)
{
	struct adding *d = &t->adding;
	d->list = grow(d->list, &d->room, d->count, sizeof(*d->list));
	d->list[d->count++] = a;
}

static void
index_part(struct lexicon_table *t, uint32_t i)
{
	struct adding *d = &t->adding;
	struct added a = d->list[i - 1];
	size_t slot = hash_text(t->text + a.key, a.letters);
	while (d->parts[slot & d->parts_mask] != 0)
		slot++;
	d->parts[slot & d->parts_mask] = i;
}

static void
grow_parts(struct lexicon_table *t)
{
	struct adding *d = &t->adding;
	if (d->parts != NULL && 2 * d->parts_count <= d->parts_mask)
		return;
	free(d->parts);
	d->parts_mask = 2 * d->parts_mask + 1023;
	while ((d->parts_mask & (d->parts_mask + 1)) != 0)
		d->parts_mask |= d->parts_mask >> 1;
	d->parts = xcalloc(d->parts_mask + 1, sizeof(*d->parts));
	for (size_t i = 0; i < d->count; i++)
		if (d->list[i].part)
			index_part(t, (uint32_t)i + 1);
}

/* The same words are part of thousands of phrases: each is kept once. */
static void
add_part(struct lexicon_table *t, struct added a)
{
	struct adding *d = &t->adding;
	grow_parts(t);
	size_t slot = hash_text(t->text + a.key, a.letters);
	for (; d->parts[slot & d->parts_mask] != 0; slot++) {
		struct added *same =
		    &d->list[d->parts[slot & d->parts_mask] - 1];
		if (!same_text(t, *same, a))
			continue;
		same->near = same->near || a.near;
		same->languages |= a.languages;
		if (a.words_max > same->words_max)
			same->words_max = a.words_max;
		return;
	}
	add_one(t, a);
	d->parts_count++;
	index_part(t, (uint32_t)d->count);
}

bool
lexicon_table_add(struct lexicon_table *t, const uint32_t *phrase,
    size_t letters, struct sense sense, bool near)
{
	if (letters == 0 || letters > LEXICON_PHRASE_MAX ||
	    t->adding.count + LEXICON_PHRASE_MAX > SENSES_MAX)
		return false;
	uint8_t words = 1;
	for (size_t i = 0; i < letters; i++)
		words += phrase[i] == ' ';
	uint32_t key = keep_text(t, phrase, letters);
	uint16_t languages = lexicon_language_bit(sense.lang);
	add_one(t, (struct added){key, (uint8_t)letters, near && words == 1,
		       false, 1, languages, sense});
	if (words == 1)
		return true;
	/* Each word is known too, so that a slip in it can be mended; the
	 * first knows how far to look for the rest. */
	size_t start = 0;
	for (size_t i = 0; i <= letters; i++) {
		if (i < letters && phrase[i] != ' ')
			continue;
		add_part(t,
		    (struct added){key + (uint32_t)start, (uint8_t)(i - start),
			near, true, start == 0 ? words : 1, languages,
			{SENSE_WORD, sense.lang, 0, 0, 0}});
		start = i + 1;
	}
	return true;
}

/* The first three letters, 21 bits each, and where the rest is. */
struct order {
	uint64_t front;
	uint32_t i;
};

static int
by_text(const void *a, const void *b, void *table)
{
	const struct order *one = a;
	const struct order *other = b;
	if (one->front != other->front)
		return one->front < other->front ? -1 : 1;
	const struct lexicon_table *t = table;
	const struct added *x = &t->adding.list[one->i];
	const struct added *y = &t->adding.list[other->i];
	for (size_t i = 3; i < x->letters && i < y->letters; i++) {
		uint32_t c = t->text[x->key + i];
		uint32_t d = t->text[y->key + i];
		if (c != d)
			return c < d ? -1 : 1;
	}
	if (x->letters != y->letters)
		return x->letters < y->letters ? -1 : 1;
	if (x->part != y->part)
		return x->part ? 1 : -1;
	return one->i < other->i ? -1 : 1; /* as they were added */
}

/* Gives. */
static struct order *
sort_added(struct lexicon_table *t)
{
	struct adding *d = &t->adding;
	struct order *order = xcalloc(d->count + 1, sizeof(*order));
	for (size_t i = 0; i < d->count; i++) {
		struct added a = d->list[i];
		order[i].i = (uint32_t)i;
		for (size_t n = 0; n < 3; n++)
			order[i].front =
			    order[i].front << 21 |
			    (n < a.letters ? t->text[a.key + n] : 0);
	}
	if (d->count > 0)
		qsort_r(order, d->count, sizeof(*order), by_text, t);
	return order;
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

/* The index of an entry that means this, added if there is none. */
static uint32_t
entry_for(struct lexicon_table *t, const struct meaning *m)
{
	struct adding *d = &t->adding;
	size_t slot = hash_meaning(m);
	for (;; slot++) {
		uint32_t found = d->entries[slot & d->entries_mask];
		if (found == 0)
			break;
		if (means(t, &t->entries[found - 1], m))
			return found - 1;
	}
	t->entries = grow(t->entries, &t->entries_room, t->entries_count,
	    sizeof(*t->entries));
	t->entries[t->entries_count] = (struct lexicon_entry){
	    (uint32_t)t->senses_count, (uint8_t)m->count, m->words_max};
	for (size_t i = 0; i < m->count; i++) {
		t->senses = grow(t->senses, &t->senses_room, t->senses_count,
		    sizeof(*t->senses));
		t->senses[t->senses_count++] = m->senses[i];
	}
	d->entries[slot & d->entries_mask] = (uint32_t)++t->entries_count;
	return (uint32_t)t->entries_count - 1;
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
	    .mask = letters_mask(t->text + a.key, a.letters),
	    .languages = languages,
	    .letters = a.letters};
}

/* Joins what is equal and hands it on, in order. */
static void
join_added(struct lexicon_table *t, const struct order *order,
    struct lexicon_builder *all)
{
	const struct adding *d = &t->adding;
	for (size_t i = 0; i < d->count;) {
		struct added a = d->list[order[i].i];
		const uint32_t *text = t->text + a.key;
		struct meaning m = {.words_max = 1};
		for (; i < d->count && same_text(t, d->list[order[i].i], a);
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
	uint32_t *text = xcalloc(letters + 1, sizeof(*text));
	t->text_count = 0;
	for (size_t i = 0; i < t->words_count; i++) {
		struct lexicon_word *w = &t->words[i];
		memcpy(text + t->text_count, t->text + w->key,
		    w->letters * sizeof(*text));
		w->key = (uint32_t)t->text_count;
		t->text_count += w->letters;
	}
	free(t->text);
	t->text = text;
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

void
lexicon_table_seal(struct lexicon_table *t)
{
	struct adding *d = &t->adding;
	struct order *order = sort_added(t);
	struct lexicon_builder *all = lexicon_builder_new();
	d->entries_mask = 63;
	while (d->entries_mask < 2 * d->count)
		d->entries_mask = 2 * d->entries_mask + 1;
	d->entries = xcalloc(d->entries_mask + 1, sizeof(*d->entries));
	join_added(t, order, all);
	lexicon_builder_end(&all, &t->all);
	free(order);
	free(d->list);
	free(d->parts);
	free(d->entries);
	*d = (struct adding){.list = NULL};
	keep_words_text(t);
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
