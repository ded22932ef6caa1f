/* intent_known - what the catalogue and the lexicon know of a phrase.
 *
 * Both are asked at once, for a whole phrase or letter by letter: the longest
 * phrase that begins somewhere is found in one walk.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_KNOWN_H
#define HANDLERS_INTENT_KNOWN_H

#include "handlers/intent_token.h"
#include "handlers/lexicon_table.h"

/* [0] the catalogue, [1] the lexicon. */
#define KNOWN_TABLES 2

struct known {
	const struct lexicon_entry *entry[KNOWN_TABLES];
	uint16_t letters; /* of the phrase, and the first of them */
	uint32_t first;
};

/* How far a walk has come in each (lexicon_table_step). */
struct known_place {
	uint32_t in[KNOWN_TABLES];
	uint16_t letters;
	uint32_t first;
};

const struct lexicon_table *intent_table(const struct intent_text *t, int i);

struct known_place intent_known_start(void);
/* One letter on; false when no phrase goes on like that. */
bool intent_known_step(
    const struct intent_text *t, struct known_place *place, uint32_t letter);
/* Letters on, apostrophes left out. */
bool intent_known_walk(const struct intent_text *t, struct known_place *place,
    const uint32_t *letters, size_t count);
/* What ends at a place. */
struct known intent_known_at(
    const struct intent_text *t, struct known_place place);

/* The whole phrase. */
struct known intent_known(
    const struct intent_text *t, const uint32_t *phrase, size_t letters);

bool intent_known_any(struct known k);
bool intent_known_has_senses(struct known k);
bool intent_known_as(
    const struct intent_text *t, struct known k, enum sense_kind kind);

#endif
