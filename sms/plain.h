/* plain - what may stand for a character that an alphabet does not have.
 *
 * Replacing some characters by plainer ones can turn a text of three parts in
 * UCS2 into one in the GSM alphabet.  Two levels, because the first loses
 * nothing that a reader would miss and the second does:
 *   punctuation   typographic marks: curly quotes, dashes, ellipsis, spaces of
 *                 odd width; zero-width marks go away
 *   full          fractions and letters too: accents and strokes go (ł -> l),
 * ligatures are spelt out (œ -> oe), ç becomes Ç, which the GSM alphabet has,
 *                 small Greek letters become capitals, as telephones write them
 * Cyrillic, Arabic and the scripts of Asia are never romanised.
 * Who asks has found that the alphabet lacks the character, and asks again for
 * each character of the answer.  Owns nothing, allocates nothing. */
#ifndef SMS_PLAIN_H
#define SMS_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum plain_level {
	PLAIN_NONE,
	PLAIN_PUNCTUATION,
	PLAIN_FULL,
};

/* Most characters that stand for one. */
#define PLAIN_CHARACTERS 4

/* Writes the characters that stand for code_point; their number (0: leave it
 * out), or -1 when there are none at this level. */
int plain_replace(uint32_t dst[PLAIN_CHARACTERS], uint32_t code_point,
    enum plain_level level);

/* "none", "punctuation", "full"; false, and *out unchanged, for all else. */
bool plain_level_from_name(enum plain_level *out, struct str name);

#endif
