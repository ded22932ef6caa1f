/* lexicon_sound - words that sound the same, by the rules of a language.
 *
 * Rules stand in the [sound] section of a language's file, as `from>to`:
 *
 *     [sound]
 *     aa>a, ee>i, oo>u, ph>f, w>v, z>j, e$>, ^h>
 *
 * `^` ties a rule to the front of a word, `$` to its end; at each letter the
 * longest rule that fits is taken.  Letters that then stand twice count once:
 * pyaaz, piyaj and pyaz have one sound.
 * Pure; the caller owns the rules. */
#ifndef HANDLERS_LEXICON_SOUND_H
#define HANDLERS_LEXICON_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define LEXICON_SOUNDS_MAX 64
#define LEXICON_SOUND_LETTERS 4

struct lexicon_sound {
	bool front;
	bool end;
	uint8_t from_letters;
	uint8_t to_letters;
	uint32_t from[LEXICON_SOUND_LETTERS];
	uint32_t to[LEXICON_SOUND_LETTERS];
};

/* Of one language. */
struct lexicon_sounds {
	size_t count;
	uint64_t starts; /* bit letter % 64: a rule begins with it */
	struct lexicon_sound list[LEXICON_SOUNDS_MAX];
};

/* False when it is no rule, too long, or one too many. */
bool lexicon_sound_read(struct lexicon_sounds *sounds, struct str rule);

/* The sound of a word, at most `letters` code points into dst (which has as
 * much room); returns how many. */
size_t lexicon_sound_key(uint32_t *dst, const struct lexicon_sounds *sounds,
    const uint32_t *word, size_t letters);

#endif
