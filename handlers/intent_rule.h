/* intent_rule - from what was found in a text to what its writer wants.
 *
 * The order of the rules is the order of their force: STOP before everything,
 * then whole-message words, then answers, then goods.  Every rule that would
 * act says under which doubts it asks instead.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_RULE_H
#define HANDLERS_INTENT_RULE_H

#include "handlers/intent_facts.h"

void intent_rule_apply(struct intent *out, const struct intent_facts *f);

/* One rule: true when it has decided. */
struct intent_rule {
	const char *name;
	bool (*apply)(struct intent *out, const struct intent_facts *f);
};

/* The first of them that decides; its name goes into out->rule. */
bool intent_rules_apply(struct intent *out, const struct intent_facts *f,
    const struct intent_rule *rules, size_t count);

/* The parts of it, tried in this order; each stands in the file of its name
 * (intent_whole.c ...). */
bool intent_rule_whole(struct intent *out, const struct intent_facts *f);
bool intent_rule_command(struct intent *out, const struct intent_facts *f);
bool intent_rule_answer(struct intent *out, const struct intent_facts *f);
bool intent_rule_query(struct intent *out, const struct intent_facts *f);
bool intent_rule_trade(struct intent *out, const struct intent_facts *f);

/* One rule of intent_rule_command, in its own file too. */
bool intent_rule_report(struct intent *out, const struct intent_facts *f);

/* The goods found, and the prices (plain: what a price is without "max"). */
void intent_take_items(struct intent *out, const struct intent_facts *f);
void intent_take_prices(
    struct intent *out, const struct intent_facts *f, enum intent_price plain);

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
