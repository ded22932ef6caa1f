/* intent_scan - looking at the tokens of a text one place after another.
 *
 * Every question may be asked of a place outside of the text: the answer is no.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_SCAN_H
#define HANDLERS_INTENT_SCAN_H

#include "handlers/intent_token.h"

#define SCAN_NONE SIZE_MAX

static inline bool
at_mark(const struct intent_text *t, size_t i, uint32_t mark)
{
	return i < t->count && t->tokens[i].kind == TOKEN_MARK &&
	       t->tokens[i].mark == mark;
}

/* Not spoken for yet by an earlier pass. */
static inline bool
at_number(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].kind == TOKEN_NUMBER &&
	       t->tokens[i].use == USE_FREE;
}

static inline bool
at_unit(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].unit >= 0 &&
	       t->tokens[i].use == USE_FREE;
}

static inline bool
at_role(const struct intent_text *t, size_t i, enum lexicon_role role)
{
	return i < t->count && token_has(&t->tokens[i], role);
}

static inline bool
at_product(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].products_count > 0;
}

static inline void
set_use(struct intent_text *t, size_t i, enum token_use use)
{
	if (i < t->count)
		t->tokens[i].use = use;
}

/* "And" glued to goods ("wabasal") is no separator of its own. */
static inline bool
token_is_and(const struct token *k)
{
	return token_has(k, ROLE_AND) && k->products_count == 0 && k->unit < 0;
}

static inline bool
token_is_comma(const struct token *k)
{
	return (k->kind == TOKEN_MARK && k->mark == ',') || token_is_and(k);
}

/* The next token that is not politeness (fillers are skipped, marks are not);
 * t->count when there is none. */
size_t intent_next(const struct intent_text *t, size_t i);
/* The one before, or SCAN_NONE. */
size_t intent_before(const struct intent_text *t, size_t i);

/* A word between two numbers that joins them: "3 to 4", "kilo 3 hadi 4".  One
 * that may also be an "at" does not when they lie far apart: "3 a 50". */
bool intent_is_till(const struct intent_text *t, size_t i);

/* The first goods in [from, to) that nobody has spoken for, or SCAN_NONE. */
size_t intent_goods_between(
    const struct intent_text *t, size_t from, size_t to);

#endif
