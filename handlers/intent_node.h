/* intent_node - the quantities and the goods of a text, one after another.
 *
 * "2 kg tomato, onion 3": a quantity, goods, goods, a quantity.  A quantity has
 * its unit already, wherever that stands: "5kg", "kilo 5", "a bag", a dual.
 * Marks the tokens that it takes as USE_ITEM.  Which quantity is of which goods
 * is the business of intent_item.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_NODE_H
#define HANDLERS_INTENT_NODE_H

#include "handlers/intent_scan.h"
#include "handlers/intent_token.h"

#define NODES_MAX 64

struct node {
	bool product;
	bool taken; /* by "each" */
	size_t token; /* the product, or the number */
	size_t first; /* tokens covered, from .. to */
	size_t last;
	int unit; /* -1 not said */
	int64_t milli;
	int64_t high_milli;
	bool each;
	bool doubt; /* two readings: another measure, or money? */
};

struct nodes {
	struct intent_text *t;
	struct node list[NODES_MAX];
	size_t count;
	bool too_many;
};

void intent_node_collect(struct nodes *out, struct intent_text *t);

/* A word of a language that the text is not in, nor mixed with. */
bool intent_is_foreign(const struct intent_text *t, size_t i);

static inline bool
at_free_unit(const struct intent_text *t, size_t i)
{
	return at_unit(t, i) && t->tokens[i].kind == TOKEN_WORD;
}

static inline bool
at_free_product(const struct intent_text *t, size_t i)
{
	return at_product(t, i) && t->tokens[i].use == USE_FREE;
}

#endif
