/* intent_word - raw words -> tokens: the longest phrase, the nearest spelling,
 * the senses in the text's own language.
 *
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_WORD_H
#define HANDLERS_INTENT_WORD_H

#include "handlers/intent_split.h"
#include "handlers/intent_token.h"

/* NULL when the text has TOKENS_MAX tokens already. */
struct token *intent_word_token(struct intent_text *t, enum token_kind kind,
    size_t at, size_t letters, bool glued);

/* Adds one sense, or all that two entries have. */
void intent_word_sense(struct token *k, struct sense s);
void intent_word_senses(
    const struct intent_text *t, struct token *k, struct known known);

/* Reads the phrase that begins at a raw word; returns the raw pieces used. */
size_t intent_word_read(
    struct intent_text *t, const struct intent_raws *raws, size_t raw);

#endif
