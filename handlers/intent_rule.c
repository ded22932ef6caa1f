/* intent_rule - see the header: the order of the rules, and the record when
 * none of them decides. */
#include "handlers/intent_rule.h"

#include <string.h>

bool
intent_rules_apply(struct intent *out, const struct intent_facts *f,
    const struct intent_rule *rules, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rules[i].apply(out, f)) {
			out->rule = rules[i].name;
			return true;
		}
	return false;
}

static bool
rule_two_codes(struct intent *out, const struct intent_facts *f)
{
	return f->codes > 1 &&
	       intent_decide_ask(out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
}

static void
take_code(struct intent *out, const struct intent_facts *f)
{
	if (f->codes == 0)
		return;
	const struct token *k = &f->t->tokens[f->code];
	memcpy(out->code, k->code, sizeof(out->code));
	out->code_open = k->code_open;
}

/* A rule may have begun to fill the record before it gave up. */
static void
decide_nothing(struct intent *out, const struct intent_facts *f)
{
	out->kind = INTENT_NONE;
	if (out->code_open)
		intent_decide_ask(out, INTENT_CODE_ONLY, INTENT_ASK_VERB);
	out->items_count = 0;
	out->price = INTENT_PRICE_NONE;
	out->price_milli = 0;
	out->price_per[0] = '\0';
	out->percent = 0;
	out->list_index = 0;
	out->number = -1;
	out->change = INTENT_CHANGE_SET;
	out->rest = out->place = out->name = out->seller =
	    str_of(f->t->source.at, 0);
	out->day[0] = '\0';
}

void
intent_rule_apply(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule two_codes = {
	    "two codes", rule_two_codes};
	take_code(out, f);
	out->cost = intent_facts_cost(f);
	out->cost_max = intent_facts_cost_max(f);
	if (!intent_rule_whole(out, f) && !intent_rule_command(out, f) &&
	    !intent_rules_apply(out, f, &two_codes, 1) &&
	    !intent_rule_answer(out, f) && !intent_rule_query(out, f) &&
	    !intent_rule_trade(out, f))
		decide_nothing(out, f);
}
