/* intent_guess - the known words that an unknown one may be a slip for.
 *
 * By spelling (lexicon_near) and by sound (lexicon_echo), in the writer's
 * language first.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_GUESS_H
#define HANDLERS_INTENT_GUESS_H

#include "handlers/intent_known.h"
#include "handlers/lexicon_near.h"

struct guess {
	size_t count;
	uint32_t typed[LEXICON_NEAR_LETTERS]; /* without apostrophes */
	struct lexicon_near near[LEXICON_NEAR_MAX];
};

/* The letters at `at` of the folded text, which lead to `place`; *steps counts
 * down (lexicon_near.h).  False when nothing is near. */
bool intent_guess_find(struct guess *out, const struct intent_text *t,
    size_t at, size_t letters, struct known_place place, size_t *steps);

#endif
