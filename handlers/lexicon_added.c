/* lexicon_added - see the header. */
#include "handlers/lexicon_added.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/lexicon_automaton.h"

#define SENSES_MAX 1000000u
/* A phrase and its parts take a place of the automaton for each letter. */
#define LETTERS_MAX (LEXICON_AUTOMATON_PLACES / 2 - 2)

static uint32_t
keep_text(struct lexicon_added *d, const uint32_t *phrase, size_t letters)
{
	if (d->text_count + letters > d->text_room) {
		d->text_room = 2 * (d->text_room + LEXICON_PHRASE_MAX);
		d->text = xrealloc(d->text, d->text_room * sizeof(*d->text));
	}
	uint32_t key = (uint32_t)d->text_count;
	memcpy(d->text + key, phrase, letters * sizeof(*phrase));
	d->text_count += letters;
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

static void
add_one(struct lexicon_added *d, struct added a)
{
	if (d->count == d->room) {
		d->room = 2 * d->room + 64;
		d->list = xrealloc(d->list, d->room * sizeof(*d->list));
	}
	d->list[d->count++] = a;
}

static void
index_part(struct lexicon_added *d, uint32_t i)
{
	struct added a = d->list[i - 1];
	size_t slot = hash_text(d->text + a.key, a.letters);
	while (d->parts[slot & d->parts_mask] != 0)
		slot++;
	d->parts[slot & d->parts_mask] = i;
}

static void
grow_parts(struct lexicon_added *d)
{
	if (d->parts != NULL && 2 * d->parts_count <= d->parts_mask)
		return;
	free(d->parts);
	d->parts_mask = 2 * d->parts_mask + 1023;
	while ((d->parts_mask & (d->parts_mask + 1)) != 0)
		d->parts_mask |= d->parts_mask >> 1;
	d->parts = xcalloc(d->parts_mask + 1, sizeof(*d->parts));
	for (size_t i = 0; i < d->count; i++)
		if (d->list[i].part)
			index_part(d, (uint32_t)i + 1);
}

/* The same words are part of thousands of phrases: each is kept once. */
static void
add_part(struct lexicon_added *d, struct added a)
{
	grow_parts(d);
	size_t slot = hash_text(d->text + a.key, a.letters);
	for (; d->parts[slot & d->parts_mask] != 0; slot++) {
		struct added *same =
		    &d->list[d->parts[slot & d->parts_mask] - 1];
		if (!lexicon_added_same(d, *same, a))
			continue;
		same->near = same->near || a.near;
		same->languages |= a.languages;
		if (a.words_max > same->words_max)
			same->words_max = a.words_max;
		return;
	}
	add_one(d, a);
	d->parts_count++;
	index_part(d, (uint32_t)d->count);
}

static void
add_parts(struct lexicon_added *d, struct added whole, uint8_t words)
{
	size_t start = 0;
	for (size_t i = 0; i <= whole.letters; i++) {
		if (i < whole.letters && d->text[whole.key + i] != ' ')
			continue;
		struct added part = whole;
		part.key = whole.key + (uint32_t)start;
		part.letters = (uint8_t)(i - start);
		part.part = true;
		part.words_max = start == 0 ? words : 1;
		part.sense =
		    (struct sense){SENSE_WORD, whole.sense.lang, 0, 0, 0};
		add_part(d, part);
		start = i + 1;
	}
}

bool
lexicon_added_add(struct lexicon_added *d, const uint32_t *phrase,
    size_t letters, struct sense sense, bool near)
{
	if (letters == 0 || letters > LEXICON_PHRASE_MAX ||
	    d->count + LEXICON_PHRASE_MAX > SENSES_MAX ||
	    d->text_count + letters > LETTERS_MAX)
		return false;
	uint8_t words = 1;
	for (size_t i = 0; i < letters; i++)
		words += phrase[i] == ' ';
	struct added a = {.key = keep_text(d, phrase, letters),
	    .letters = (uint8_t)letters,
	    .near = near && words == 1,
	    .words_max = 1,
	    .languages = lexicon_language_bit(sense.lang),
	    .sense = sense};
	add_one(d, a);
	a.near = near;
	if (words > 1)
		add_parts(d, a, words);
	return true;
}

static int
by_text(const void *a, const void *b, void *context)
{
	const struct added_order *one = a;
	const struct added_order *other = b;
	if (one->front != other->front)
		return one->front < other->front ? -1 : 1;
	const struct lexicon_added *d = context;
	const struct added *x = &d->list[one->i];
	const struct added *y = &d->list[other->i];
	for (size_t i = 3; i < x->letters && i < y->letters; i++) {
		uint32_t one_letter = d->text[x->key + i];
		uint32_t other_letter = d->text[y->key + i];
		if (one_letter != other_letter)
			return one_letter < other_letter ? -1 : 1;
	}
	if (x->letters != y->letters)
		return x->letters < y->letters ? -1 : 1;
	if (x->part != y->part)
		return x->part ? 1 : -1;
	return one->i < other->i ? -1 : 1; /* as they were added */
}

struct added_order *
lexicon_added_sort(struct lexicon_added *d)
{
	struct added_order *order = xcalloc(d->count + 1, sizeof(*order));
	for (size_t i = 0; i < d->count; i++) {
		struct added a = d->list[i];
		order[i].i = (uint32_t)i;
		for (size_t n = 0; n < 3; n++)
			order[i].front =
			    order[i].front << 21 |
			    (n < a.letters ? d->text[a.key + n] : 0);
	}
	if (d->count > 0)
		qsort_r(order, d->count, sizeof(*order), by_text, d);
	return order;
}

void
lexicon_added_free(struct lexicon_added *d)
{
	free(d->text);
	free(d->list);
	free(d->parts);
	*d = (struct lexicon_added){.text = NULL};
}
