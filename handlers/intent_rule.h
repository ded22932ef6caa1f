/* intent_rule - from what was found in a text to what its writer wants.
 *
 * The order of the rules is the order of their force: STOP before everything,
 * then whole-message words, then answers, then goods.  Every rule that would
 * act says under which doubts it asks instead.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_RULE_H
#define HANDLERS_INTENT_RULE_H

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

void intent_rule_apply(struct intent *out, const struct intent_facts *f);

/* One rule: true when it has decided. */
struct intent_rule {
	const char *name;
	bool (*apply)(struct intent *out, const struct intent_facts *f);
};

/* The first of them that decides; its name goes into out->rule. */
bool intent_rules_apply(struct intent *out, const struct intent_facts *f,
    const struct intent_rule *rules, size_t count);

/* The parts of it, tried in this order. */
bool intent_rule_whole(struct intent *out, const struct intent_facts *f);
bool intent_rule_command(struct intent *out, const struct intent_facts *f);
bool intent_rule_answer(struct intent *out, const struct intent_facts *f);
bool intent_rule_trade(struct intent *out, const struct intent_facts *f);

/* The goods found, and the prices (plain: what a price is without "max"). */
void intent_take_items(struct intent *out, const struct intent_facts *f);
void intent_take_prices(
    struct intent *out, const struct intent_facts *f, enum intent_price plain);

/* What the reading leaves unexplained, and how much may be (intent_limits). */
int intent_facts_cost(const struct intent_facts *f);
int intent_facts_cost_max(const struct intent_facts *f);

/* A figure was denied: "4kg, not 5kg". */
bool intent_took_back(const struct intent_facts *f);

/* All content is made of these roles (and noise). */
bool intent_only(const struct intent_facts *f, uint64_t roles);

static inline bool
fact(const struct intent_facts *f, enum lexicon_role role)
{
	return (f->roles & ROLE_BIT(role)) != 0;
}

static inline bool
intent_decide(struct intent *out, enum intent_kind kind)
{
	out->kind = kind;
	return true;
}

static inline bool
intent_decide_ask(
    struct intent *out, enum intent_kind kind, enum intent_ask why)
{
	out->kind = kind;
	out->ask = true;
	out->why = why;
	return true;
}

#endif
