/* lexicon_table - see the header.
 *
 * Entries lie in the order of their text, as the automaton wants them. */
#include "handlers/lexicon_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/fold.h"
#include "handlers/lexicon_trie.h"

#define SENSES_MAX 1000000u
#define SENSES_PER_PHRASE 12u

struct added {
	uint32_t key;
	uint8_t letters;
	bool near;
	bool part; /* no sense: only part of a phrase */
	uint8_t words_max;
	struct sense sense;
};

struct lexicon_table {
	uint32_t *text;
	size_t text_count;
	size_t text_room;
	struct added *added; /* until sealed */
	size_t added_count;
	size_t added_room;
	struct lexicon_entry *entries;
	size_t entries_count;
	struct sense *senses;
	struct lexicon_trie all;
	struct lexicon_trie near;
};

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
	free((*table)->added);
	free((*table)->entries);
	free((*table)->senses);
	lexicon_trie_free(&(*table)->all);
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

static void
add_one(struct lexicon_table *t, struct added a)
{
	if (t->added_count == t->added_room) {
		t->added_room = 2 * t->added_room + 256;
		t->added =
		    xrealloc(t->added, t->added_room * sizeof(*t->added));
	}
	t->added[t->added_count++] = a;
}

bool
lexicon_table_add(struct lexicon_table *t, const uint32_t *phrase,
    size_t letters, struct sense sense, bool near)
{
	if (letters == 0 || letters > LEXICON_PHRASE_MAX ||
	    t->added_count + LEXICON_PHRASE_MAX > SENSES_MAX)
		return false;
	uint8_t words = 1;
	for (size_t i = 0; i < letters; i++)
		words += phrase[i] == ' ';
	uint32_t key = keep_text(t, phrase, letters);
	add_one(t, (struct added){key, (uint8_t)letters, near && words == 1,
		       false, 1, sense});
	if (words == 1)
		return true;
	/* Each word is known too, so that a slip in it can be mended; the
	 * first knows how far to look for the rest. */
	size_t start = 0;
	for (size_t i = 0; i <= letters; i++) {
		if (i < letters && phrase[i] != ' ')
			continue;
		add_one(t,
		    (struct added){key + (uint32_t)start, (uint8_t)(i - start),
			near, true, start == 0 ? words : 1,
			{SENSE_WORD, sense.lang, 0, 0, 0}});
		start = i + 1;
	}
	return true;
}

static int
by_text(const void *a, const void *b, void *text)
{
	const struct added *x = a;
	const struct added *y = b;
	const uint32_t *letters = text;
	for (size_t i = 0; i < x->letters && i < y->letters; i++) {
		uint32_t c = letters[x->key + i];
		uint32_t d = letters[y->key + i];
		if (c != d)
			return c < d ? -1 : 1;
	}
	if (x->letters != y->letters)
		return x->letters < y->letters ? -1 : 1;
	if (x->part != y->part)
		return x->part ? 1 : -1;
	return (x->key > y->key) - (x->key < y->key); /* as they were added */
}

static bool
same_sense(struct sense a, struct sense b)
{
	return a.kind == b.kind && a.value == b.value && a.lang == b.lang;
}

/* Adds one more sense to the entry, unless it has it already. */
static void
join_sense(struct lexicon_table *t, struct lexicon_entry *e, struct sense s,
    size_t *senses_count)
{
	for (size_t i = 0; i < e->senses; i++)
		if (same_sense(t->senses[e->sense + i], s))
			return;
	if (e->senses == SENSES_PER_PHRASE)
		return;
	t->senses[(*senses_count)++] = s;
	e->senses++;
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
join_added(struct lexicon_table *t)
{
	size_t senses_count = 0;
	struct lexicon_entry *e = NULL;
	for (size_t i = 0; i < t->added_count; i++) {
		struct added a = t->added[i];
		if (e == NULL || e->letters != a.letters ||
		    memcmp(t->text + e->key, t->text + a.key,
			a.letters * sizeof(*t->text)) != 0) {
			e = &t->entries[t->entries_count++];
			*e = (struct lexicon_entry){.key = a.key,
			    .sense = (uint32_t)senses_count,
			    .letters = a.letters,
			    .words_max = 1,
			    .mask = letters_mask(t->text + a.key, a.letters)};
		}
		if (!a.part)
			join_sense(t, e, a.sense, &senses_count);
		if (a.words_max > e->words_max)
			e->words_max = a.words_max;
		e->near =
		    e->near ||
		    (a.near && is_word_of_letters(t->text + a.key, a.letters));
	}
}

/* Of all entries, or of those that may be guessed. */
static void
build_trie(struct lexicon_trie *trie, const struct lexicon_table *t, bool near)
{
	struct lexicon_trie_word *words =
	    xcalloc(t->entries_count + 1, sizeof(*words));
	size_t count = 0;
	for (size_t i = 0; i < t->entries_count; i++)
		if (!near || t->entries[i].near)
			words[count++] = (struct lexicon_trie_word){
			    t->text + t->entries[i].key, t->entries[i].letters,
			    (uint32_t)i + 1};
	lexicon_trie_build(trie, words, count);
	free(words);
}

void
lexicon_table_seal(struct lexicon_table *t)
{
	if (t->added_count > 0)
		qsort_r(t->added, t->added_count, sizeof(*t->added), by_text,
		    t->text);
	t->entries = xcalloc(t->added_count + 1, sizeof(*t->entries));
	t->senses = xcalloc(t->added_count + 1, sizeof(*t->senses));
	join_added(t);
	free(t->added);
	t->added = NULL;
	build_trie(&t->all, t, false);
	build_trie(&t->near, t, true);
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
	return lexicon_trie_step(&t->all, place, letter);
}

const struct lexicon_entry *
lexicon_table_at(const struct lexicon_table *t, uint32_t place)
{
	return lexicon_table_entry(t, t->all.nodes[place].word);
}

const struct lexicon_entry *
lexicon_table_entry(const struct lexicon_table *t, uint32_t word)
{
	return word == 0 ? NULL : &t->entries[word - 1];
}

const struct lexicon_trie *
lexicon_table_near(const struct lexicon_table *t)
{
	return &t->near;
}

size_t
lexicon_table_count(const struct lexicon_table *t)
{
	return t->entries_count;
}

const struct lexicon_entry *
lexicon_table_nth(const struct lexicon_table *t, size_t i)
{
	return &t->entries[i];
}

const struct sense *
lexicon_table_senses(
    const struct lexicon_table *t, const struct lexicon_entry *entry)
{
	return &t->senses[entry->sense];
}

const uint32_t *
lexicon_table_text(
    const struct lexicon_table *t, const struct lexicon_entry *entry)
{
	return &t->text[entry->key];
}
