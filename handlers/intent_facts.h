/* intent_facts - what stands in a text, counted once for all the rules.
 *
 * In:  the tokens, the figures and the goods found in them.
 * Out: struct intent_facts, and what else several rules want to know.  No rule
 *      is decided here.
 * Ownership: the facts borrow the text, the figures and the goods.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_FACTS_H
#define HANDLERS_INTENT_FACTS_H

#include "handlers/intent_figure.h"
#include "handlers/intent_item.h"
#include "handlers/intent_token.h"

struct intent_facts {
	struct intent_text *t;
	const struct intent_figures *figures;
	const struct intent_items *items;
	uint64_t roles; /* of all tokens that are not names */
	size_t content; /* tokens that say something */
	size_t strange; /* words that explain nothing here */
	bool behind_strange; /* the last word of content explained nothing */
	size_t talk; /* of these, known words of small talk */
	size_t narrative; /* past tense, stories */
	size_t first; /* the first token of content, or t->count */
	size_t codes;
	size_t code; /* the first code's token */
	bool asks; /* a question mark */
	bool wish; /* a verb of wanting that is not somebody else's: "our cow
		      gives 5 litres" */
	bool seller; /* may be answering as a seller */
	bool buyer;
};

void intent_facts_read(struct intent_facts *f, struct intent_text *t,
    const struct intent_figures *figures, const struct intent_items *items);

/* What the reading leaves unexplained, and how much may be (intent_limits). */
int intent_facts_cost(const struct intent_facts *f);
int intent_facts_cost_max(const struct intent_facts *f);

/* A figure was denied: "4kg, not 5kg". */
bool intent_took_back(const struct intent_facts *f);

/* Goods were taken back: "no potatoes", "dont bring the tomatoes". */
bool intent_drops_goods(const struct intent_facts *f);

/* All content is made of these roles (and noise). */
bool intent_only(const struct intent_facts *f, uint64_t roles);

/* The first word that says something is of this role. */
bool intent_opens_with(const struct intent_facts *f, enum lexicon_role role);

/* What follows token i, as written; "" when nothing does. */
struct str intent_rest_after(const struct intent_facts *f, size_t i);

static inline bool
fact(const struct intent_facts *f, enum lexicon_role role)
{
	return (f->roles & ROLE_BIT(role)) != 0;
}

/* A line of goods has its quantity. */
static inline bool
intent_has_qty(const struct intent_facts *f)
{
	return f->items->count > f->items->without_qty;
}

/* A quantity without goods has its unit: "3kg". */
static inline bool
intent_loose_unit(const struct intent_facts *f)
{
	return f->items->loose_count > 0 && f->items->loose.unit[0] != '\0';
}

/* One figure without goods or unit: "3". */
static inline bool
intent_loose_bare(const struct intent_facts *f)
{
	return f->items->loose_count == 1 && f->items->loose.unit[0] == '\0';
}

#endif
