/* lexicon_form - a name as listed, and the other forms people give it.
 *
 * The rules stand in the [form] section of a language's file, as
 * `kind: from>to, from>to` (nothing before the > adds to every word):
 *
 *     ending:     s, x>xes, y>ies     goods and units: plural, definite
 *     beginning:  m>mi, ki>vi, al     the same at the front of the word
 *     number-ending, number-beginning the same for number words
 *     one: se      a unit begun so is one of it ("sekarung")
 *     two: ayn     a dual ending: two of it
 *     and: wa      glued to the next word; a number so begun is added
 *     per: lil     glued to a unit: "for each"
 *     alone: one   a unit without a figure is one of it
 *
 * A phrase of several words changes in its last word, in its first ("pommes de
 * terre"), and may be written as one ("sweetpotato").
 * Pure; the caller owns the rules. */
#ifndef HANDLERS_LEXICON_FORM_H
#define HANDLERS_LEXICON_FORM_H

#include "base/str.h"
#include "handlers/lexicon_table.h"

#define LEXICON_FORMS_MAX 64
#define LEXICON_FORM_LETTERS 6

enum lexicon_form_kind {
	FORM_ENDING,
	FORM_BEGINNING,
	FORM_NUMBER_ENDING,
	FORM_NUMBER_BEGINNING,
	FORM_ONE,
	FORM_TWO,
	FORM_AND,
	FORM_PER,
	FORM_ALONE,
	FORM_KINDS,
};

struct lexicon_form {
	enum lexicon_form_kind kind;
	uint8_t from_letters;
	uint8_t to_letters;
	uint32_t from[LEXICON_FORM_LETTERS];
	uint32_t to[LEXICON_FORM_LETTERS];
};

/* Of one language. */
struct lexicon_forms {
	size_t count;
	bool alone;
	struct lexicon_form list[LEXICON_FORMS_MAX];
};

/* -1 when there is no such kind. */
int lexicon_form_find(struct str kind);

/* "y>ies", "s".  False when it is empty, too long or one too many. */
bool lexicon_form_read(
    struct lexicon_forms *forms, enum lexicon_form_kind kind, struct str rule);

/* False as lexicon_table_add for the phrase itself; a form that would be too
 * long is left out.  forms may be NULL. */
bool lexicon_form_add(struct lexicon_table *table,
    const struct lexicon_forms *forms, const uint32_t *phrase, size_t letters,
    struct sense sense, bool near);

#endif
