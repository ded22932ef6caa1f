/* lexicon_form - a name as listed, and the other forms people give it.
 *
 * Adds the phrase, its regular plural (last word and first word: "irish
 * potatoes", "pommes de terre"), and the joined spelling ("sweetpotato").
 * Only words in Latin letters have such forms. */
#ifndef HANDLERS_LEXICON_FORM_H
#define HANDLERS_LEXICON_FORM_H

#include "handlers/lexicon_table.h"

/* False as lexicon_table_add for the phrase itself; a form that would be too
 * long is left out. */
bool lexicon_form_add(struct lexicon_table *table, const uint32_t *phrase,
    size_t letters, struct sense sense);

#endif
