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

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* The tokens of a text with a blank after each; cut when `out` is full. */
void search_text_tokens(struct buf *out, struct str text);

/* A question in the words of SQLite's FTS5 that every word's tokens occur;
 * false: there is no token in it, or `out` is full. */
bool search_text_query(struct buf *out, struct str words);

#endif
