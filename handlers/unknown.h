/* unknown - the words that nobody understood, counted for those who teach us.
 *
 * Of texts that we asked back about, and of those in which we read nothing
 * although they are about trade or short enough to be meant for us.  Small
 * talk is nobody's business, nor are names, places and numbers: only words
 * are kept, at most UNKNOWN_TEXT_WORDS of a text
 * (gateway/store/store_unknown). */
#ifndef HANDLERS_UNKNOWN_H
#define HANDLERS_UNKNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#include "handlers/catalogue.h"
#include "handlers/desk.h"
#include "handlers/intent_trace.h"

#define UNKNOWN_TEXT_WORDS 16

struct unknown_words {
	char at[UNKNOWN_TEXT_WORDS][64]; /* folded, each once */
	size_t count;
};

/* Pure: which words of this text are to be counted. */
void unknown_pick(struct unknown_words *out, const struct intent *intent,
    const struct intent_trace *trace);

/* Counts those of the text that desk->intent was read from. */
void unknown_note(
    struct desk *desk, struct str text, const struct intent_hints *hints);

/* Does the reader know the word by now?  *near_out: the product next to it by
 * spelling, -1 none. */
bool unknown_is_known(
    const struct trade *trade, struct str word, int *near_out);

#endif
