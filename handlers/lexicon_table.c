/* lexicon_table - see the header.
 *
 * Entries lie sorted by phrase length and text in one array; a hash table
 * points into it.  Near lookups walk the single words of about the same length
 * and let the letter mask throw out nearly all of them. */
#include "handlers/lexicon_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/fold.h"
#include "handlers/lexicon_near.h"

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
	uint32_t *slots; /* entry + 1, 0 free */
	size_t slots_mask;
	/* Entries that may be guessed, by length: [first[n], first[n + 1]). */
	uint32_t *guessed;
	uint32_t first[LEXICON_PHRASE_MAX + 2];
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
	free((*table)->slots);
	free((*table)->guessed);
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
by_length_and_text(const void *a, const void *b, void *text)
{
	const struct added *x = a;
	const struct added *y = b;
	const uint32_t *letters = text;
	if (x->letters != y->letters)
		return x->letters < y->letters ? -1 : 1;
	for (size_t i = 0; i < x->letters; i++) {
		uint32_t c = letters[x->key + i];
		uint32_t d = letters[y->key + i];
		if (c != d)
			return c < d ? -1 : 1;
	}
	return x->part - y->part;
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

static uint64_t
hash_phrase(const uint32_t *phrase, size_t letters)
{
	uint64_t hash = 0xcbf29ce484222325u;
	for (size_t i = 0; i < letters; i++)
		hash = (hash ^ phrase[i]) * 0x100000001b3u;
	return hash ^ (hash >> 29);
}

static bool
is_word_of_letters(const uint32_t *phrase, size_t letters)
{
	for (size_t i = 0; i < letters; i++)
		if (fold_class(phrase[i]) != FOLD_LETTER)
			return false;
	return true;
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
			    .mask =
				lexicon_near_mask(t->text + a.key, a.letters)};
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

static void
index_entries(struct lexicon_table *t)
{
	size_t slots = 64;
	while (slots < 2 * t->entries_count)
		slots *= 2;
	t->slots = xcalloc(slots, sizeof(*t->slots));
	t->slots_mask = slots - 1;
	t->guessed = xcalloc(t->entries_count + 1, sizeof(*t->guessed));
	size_t guessed = 0;
	size_t length = 0;
	for (size_t i = 0; i < t->entries_count; i++) {
		const struct lexicon_entry *e = &t->entries[i];
		size_t slot = hash_phrase(t->text + e->key, e->letters);
		while (t->slots[slot & t->slots_mask] != 0)
			slot++;
		t->slots[slot & t->slots_mask] = (uint32_t)i + 1;
		while (length <= e->letters)
			t->first[length++] = (uint32_t)guessed;
		if (e->near)
			t->guessed[guessed++] = (uint32_t)i;
	}
	while (length < LEXICON_PHRASE_MAX + 2)
		t->first[length++] = (uint32_t)guessed;
}

void
lexicon_table_seal(struct lexicon_table *t)
{
	if (t->added_count > 0)
		qsort_r(t->added, t->added_count, sizeof(*t->added),
		    by_length_and_text, t->text);
	t->entries = xcalloc(t->added_count + 1, sizeof(*t->entries));
	t->senses = xcalloc(t->added_count + 1, sizeof(*t->senses));
	join_added(t);
	free(t->added);
	t->added = NULL;
	index_entries(t);
}

const struct lexicon_entry *
lexicon_table_find(
    const struct lexicon_table *t, const uint32_t *phrase, size_t letters)
{
	if (letters == 0 || letters > LEXICON_PHRASE_MAX)
		return NULL;
	size_t slot = hash_phrase(phrase, letters);
	for (;; slot++) {
		uint32_t found = t->slots[slot & t->slots_mask];
		if (found == 0)
			return NULL;
		const struct lexicon_entry *e = &t->entries[found - 1];
		if (e->letters == letters &&
		    memcmp(t->text + e->key, phrase,
			letters * sizeof(*phrase)) == 0)
			return e;
	}
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

static void
keep_near(struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count,
    struct lexicon_near found)
{
	size_t at = *count;
	while (at > 0 && near[at - 1].cost > found.cost)
		at--;
	if (at == LEXICON_NEAR_MAX)
		return;
	size_t last = *count < LEXICON_NEAR_MAX ? *count : *count - 1;
	for (size_t i = last; i > at; i--)
		near[i] = near[i - 1];
	near[at] = found;
	*count = last + 1;
}

void
lexicon_table_near(const struct lexicon_table *t, const uint32_t *word,
    size_t letters, struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count)
{
	if (letters < 3 || letters > LEXICON_NEAR_LETTERS)
		return;
	uint32_t mask = lexicon_near_mask(word, letters);
	size_t shortest = letters > 4 ? letters - 2 : 3;
	for (size_t n = shortest; n <= letters + 2; n++) {
		int limit = lexicon_near_limit(letters, n);
		int bits = limit > 14 ? 4 : 2;
		for (size_t i = t->first[n]; i < t->first[n + 1]; i++) {
			const struct lexicon_entry *e =
			    &t->entries[t->guessed[i]];
			if (__builtin_popcount(e->mask ^ mask) > bits)
				continue;
			int cost = lexicon_near_cost(
			    word, letters, t->text + e->key, e->letters, limit);
			if (cost <= limit)
				keep_near(near, count,
				    (struct lexicon_near){t, e, cost});
		}
	}
}
