/* search_text - what of a text is looked up by words: its tokens, and the
 * question that finds them.  Pure.
 *
 * A token is a run of letters, marks and digits in small letters.  Scripts
 * that are written without blanks (Han, kana, Thai, Lao, Burmese, Khmer) give
 * every two neighbours as a token, so that a word is found wherever it stands.
 * A word that is looked for is found by the beginning of a token: "tomat"
 * finds "Tomatoes", "mato" does not. */
#ifndef GATEWAY_STORE_SEARCH_TEXT_H
#define GATEWAY_STORE_SEARCH_TEXT_H

#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* The tokens of a text with a blank after each; cut when `out` is full. */
void search_text_tokens(struct buf *out, struct str text);

/* The tokens to look for, with a blank after each: every one of them begins one
 * of the tokens of a text that fits. */
void search_text_wanted(struct buf *out, struct str words);

/* The tokens of words that stand next to each other, with a blank after each.
 * One with SEARCH_TEXT_WHOLE before it is the whole of a token of a text that
 * fits, another begins one. */
#define SEARCH_TEXT_WHOLE '='
void search_text_phrase(struct buf *out, struct str words);

/* The text as one line in which words that stand next to each other are found
 * as they are: a word of a script with blanks has one blank on each side, runs
 * of other scripts have blanks only between them.  `out` is empty; cut when it
 * is full. */
void search_text_line(struct buf *out, struct str text);
/* Goes on in such a line to where the next word begins, in scripts without
 * blanks the next letter; false: there is none. */
bool search_text_line_next(struct str *rest);

/* What a message belongs to, as tokens that no text has. */
enum search_facet {
	SEARCH_ORDER = 'o',
	SEARCH_LINK = 'l',
	SEARCH_AREA = 'a',
};
void search_text_facet(struct buf *out, enum search_facet facet, int64_t id);

#endif
