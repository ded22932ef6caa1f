/* intent_split - a folded text -> raw pieces: words, numbers, codes, marks.
 *
 * Cuts at blanks, and where people left them out: "8kgrice", "yesk7f",
 * "2kgofmaize" (by the words we know, intent_cut).  A word that nobody taught
 * us gets its nearest known spellings (intent_guess).
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_SPLIT_H
#define HANDLERS_INTENT_SPLIT_H

#include "handlers/intent_guess.h"
#include "handlers/intent_known.h"
#include "handlers/intent_token.h"

#define RAWS_MAX 400
/* Guessing costs time: so many unknown words a text are looked at, with so many
 * steps in all (a word takes 50 to 300, lexicon_near.h). */
#define GUESSES_MAX 24
#define NEAR_STEPS_MAX 2500

enum raw_kind { RAW_WORD, RAW_NUMBER, RAW_HAN, RAW_MARK, RAW_LINE, RAW_CODE };

struct raw {
	enum raw_kind kind;
	uint16_t at;
	uint16_t letters;
	bool glued;
	uint8_t guess; /* 1 + index into guesses, 0 none */
	struct known_place place; /* of a word: where its letters lead */
};

struct intent_raws {
	size_t count;
	size_t guesses_count;
	size_t near_steps; /* that may still be made, lexicon_near */
	struct raw raws[RAWS_MAX];
	struct guess guesses[GUESSES_MAX];
};

void intent_split(struct intent_raws *out, const struct intent_text *t);

#endif
