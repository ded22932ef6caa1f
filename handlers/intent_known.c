/* intent_known - see the header. */
#include "handlers/intent_known.h"

#define APOSTROPHE 0x27

const struct lexicon_table *
intent_table(const struct intent_text *t, int i)
{
	return i == 0 ? catalogue_words(t->cat) : lexicon_words(t->lex);
}

struct known_place
intent_known_start(void)
{
	return (struct known_place){
	    .in = {LEXICON_TABLE_START, LEXICON_TABLE_START}};
}

bool
intent_known_step(
    const struct intent_text *t, struct known_place *place, uint32_t letter)
{
	bool goes_on = false;
	if (place->letters++ == 0)
		place->first = letter;
	for (int i = 0; i < KNOWN_TABLES; i++) {
		if (place->in[i] == LEXICON_TABLE_NOWHERE)
			continue;
		place->in[i] = lexicon_table_step(
		    intent_table(t, i), place->in[i], letter);
		goes_on = goes_on || place->in[i] != LEXICON_TABLE_NOWHERE;
	}
	return goes_on;
}

bool
intent_known_walk(const struct intent_text *t, struct known_place *place,
    const uint32_t *letters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (letters[i] != APOSTROPHE &&
		    !intent_known_step(t, place, letters[i]))
			return false;
	return true;
}

struct known
intent_known_at(const struct intent_text *t, struct known_place place)
{
	struct known k = {.letters = place.letters, .first = place.first};
	for (int i = 0; i < KNOWN_TABLES; i++)
		k.entry[i] = lexicon_table_at(intent_table(t, i), place.in[i]);
	return k;
}

struct known
intent_known(
    const struct intent_text *t, const uint32_t *phrase, size_t letters)
{
	struct known_place place = intent_known_start();
	intent_known_walk(t, &place, phrase, letters);
	return intent_known_at(t, place);
}

bool
intent_known_any(struct known k)
{
	return k.entry[0] != NULL || k.entry[1] != NULL;
}

bool
intent_known_has_senses(struct known k)
{
	return (k.entry[0] != NULL && k.entry[0]->senses > 0) ||
	       (k.entry[1] != NULL && k.entry[1]->senses > 0);
}

bool
intent_known_as(
    const struct intent_text *t, struct known k, enum sense_kind kind)
{
	for (int i = 0; i < KNOWN_TABLES; i++) {
		const struct lexicon_entry *e = k.entry[i];
		for (size_t s = 0; e != NULL && s < e->senses; s++)
			if (lexicon_table_senses(intent_table(t, i), e)[s]
				.kind == kind)
				return true;
	}
	return false;
}
