/* intent_split - a folded text -> raw pieces: words, numbers, codes, marks.
 *
 * Cuts at blanks, and where people left them out: "8kgrice", "yesk7f",
 * "2kgofmaize" (by the words we know).  A word that nobody taught us gets its
 * nearest known spellings.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_SPLIT_H
#define HANDLERS_INTENT_SPLIT_H

#include "handlers/intent_token.h"
#include "handlers/lexicon_near.h"

#define RAWS_MAX 400
/* Guessing costs time: so many unknown words a text are looked at, with so many
 * steps in all (a word takes 100 to 500, lexicon_near.h). */
#define GUESSES_MAX 24
#define NEAR_STEPS_MAX 12000

enum raw_kind { RAW_WORD, RAW_NUMBER, RAW_HAN, RAW_MARK, RAW_LINE, RAW_CODE };

struct raw {
	enum raw_kind kind;
	uint16_t at;
	uint16_t letters;
	bool glued;
	uint8_t guess; /* 1 + index into guesses, 0 none */
};

struct guess {
	size_t count;
	struct lexicon_near near[LEXICON_NEAR_MAX];
};

struct intent_raws {
	size_t count;
	size_t guesses_count;
	size_t near_steps; /* that may still be made, lexicon_near */
	struct raw raws[RAWS_MAX];
	struct guess guesses[GUESSES_MAX];
};

void intent_split(struct intent_raws *out, const struct intent_text *t);

/* What both tables know of a phrase: [0] the catalogue, [1] the lexicon. */
struct known {
	const struct lexicon_entry *entry[2];
};
struct known intent_known(
    const struct intent_text *t, const uint32_t *phrase, size_t letters);
const struct lexicon_table *intent_table(const struct intent_text *t, int i);
bool intent_known_any(struct known k);
bool intent_known_as(
    const struct intent_text *t, struct known k, enum sense_kind kind);

/* A word without its apostrophes; returns the letters written (at most
 * LEXICON_PHRASE_MAX). */
size_t intent_word_key(uint32_t key[LEXICON_PHRASE_MAX],
    const struct intent_text *t, size_t at, size_t letters);

#endif
