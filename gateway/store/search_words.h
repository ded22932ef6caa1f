/* search_words - what somebody who searches wants of a text: words, and words
 * in quotes.  Pure.
 *
 * Words are wanted each for itself, in any order.  What stands in quotes
 * ("bags maize") is wanted as it is: these words, whole, next to each other,
 * whatever stands between them that is no letter.  In scripts without blanks
 * (search_text.h) it is this run of letters, wherever it begins.  Quotes are
 * those that keyboards give, of any kind; a quote that is not closed goes to
 * the end, and its last word may go on: who types has not come to the end. */
#ifndef GATEWAY_STORE_SEARCH_WORDS_H
#define GATEWAY_STORE_SEARCH_WORDS_H

#include "base/buf.h"
#include "base/str.h"

struct search_part {
	struct str text; /* one word, or what stands in the quotes */
	bool quoted;
	bool open; /* the quote is not closed */
};

/* Takes the next part off the front; false: there is none.  A quoted one may be
 * without letters: it asks for nothing. */
bool search_words_cut(struct search_part *out, struct str *rest);

/* In small letters, letter by letter: what a search over people's spelling
 * needs, and no more.  Scripts without case come out as they are.  Cut when
 * `out` is full. */
void search_words_fold(struct buf *out, struct str text);

/* Does all that is wanted occur in the text?  `wanted` is folded; a word may
 * stand inside another.  `room` is for the text as it is compared: what of it
 * does not fit (it may grow by a half) is not looked at.  No more than 4 KiB
 * are wanted in one pair of quotes; more does not occur. */
bool search_words_occur(struct str wanted, struct str text, struct buf *room);

#endif
