/* fold - a text as people type it -> one plain spelling, with a map back.
 *
 * Upper and lower case, full width, ligatures, accents on Latin letters,
 * digits of all scripts, traditional Chinese, Arabic letter variants, vowel
 * marks that Indic writers mix up, quotes and dashes: each has one form
 * afterwards.  Invisible characters and bad octets vanish.  A fraction such as
 * U+00BD becomes " 1/2", a number in a circle "1)".
 * In: any octets.  Out: at most FOLD_MAX code points, each with the octet of
 *     the source from which it came; what is longer is cut.
 * Owns nothing, allocates nothing, no locale. */
#ifndef HANDLERS_FOLD_H
#define HANDLERS_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define FOLD_MAX 1600

struct fold {
	size_t count;
	uint32_t at[FOLD_MAX];
	/* Octet in the source; from[count] is one past the last one read. */
	uint16_t from[FOLD_MAX + 1];
};

void fold_text(struct fold *out, struct str text);

/* For words of a list: folded code points into dst, blanks trimmed and joined,
 * hyphens read as blanks.  Returns how many, or 0 when empty or too long. */
size_t fold_phrase(uint32_t *dst, size_t dst_count, struct str phrase);

enum fold_class {
	FOLD_BLANK,
	FOLD_LINE, /* end of line */
	FOLD_DIGIT, /* 0..9 */
	FOLD_LETTER, /* of a script that puts blanks between words */
	FOLD_HAN, /* stands without blanks */
	FOLD_MARK, /* anything else */
};

enum fold_class fold_class(uint32_t code_point);

#endif
