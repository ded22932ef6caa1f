/* lexicon_echo - the known words that sound like a typed one (lexicon_sound).
 *
 * A second opinion beside lexicon_near: "piyaj" is far from "pyaaz" by letters
 * and the same by ear.  Built once over the words of two tables.
 * Ownership: new gives, free takes; the lexicon and the tables are borrowed
 *     and must live longer. */
#ifndef HANDLERS_LEXICON_ECHO_H
#define HANDLERS_LEXICON_ECHO_H

#include "handlers/lexicon.h"
#include "handlers/lexicon_near.h"

/* What a word found by its sound costs, tenths of a letter. */
#define LEXICON_ECHO_COST 4

struct lexicon_echoes;

struct lexicon_echoes *lexicon_echoes_new(const struct lexicon *lex,
    const struct lexicon_table *goods, const struct lexicon_table *words);
void lexicon_echoes_free(struct lexicon_echoes **echoes);

/* Merges into near[0..*count).  language 0: by the rules of every language. */
void lexicon_echo_find(const struct lexicon_echoes *echoes, int language,
    const uint32_t *word, size_t letters,
    struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count);

#endif
