/* intent_query - the rules for those who ask or tell us something: help, where
 * is it, how much is it, praise and complaints (see intent_rule.h). */
#include "handlers/intent_rule.h"

static bool
rule_help(struct intent *out, const struct intent_facts *f)
{
	bool asks_price = fact(f, ROLE_HOW_MUCH) && f->items->count > 0;
	return fact(f, ROLE_HELP) && !intent_has_qty(f) && !asks_price &&
	       f->strange <= 2 && intent_decide(out, INTENT_HELP);
}

/* REPORT, an admin's STOCK: the state of the market. */
static bool
is_report(const struct intent_facts *f)
{
	bool admin = (f->t->hints->roles &
			 (INTENT_ROLE_ADMIN | INTENT_ROLE_OFFICER)) != 0;
	return admin ? fact(f, ROLE_REPORT) || fact(f, ROLE_STOCK)
		     : fact(f, ROLE_REPORT) && f->strange == 0 &&
			   f->items->count == 0;
}

/* "has K7F been delivered?" */
static bool
asks_whether_it_came(const struct intent_facts *f)
{
	return f->asks && f->codes == 1 &&
	       (fact(f, ROLE_DONE) || fact(f, ROLE_GOT));
}

static bool
rule_status(struct intent *out, const struct intent_facts *f)
{
	bool report = is_report(f);
	if (!fact(f, ROLE_STATUS) && !report && !asks_whether_it_came(f))
		return false;
	/* "I ordered 5kg, where is it" orders nothing. */
	if (intent_has_qty(f) && !report &&
	    (f->narrative == 0 || fact(f, ROLE_WANT)))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	if (f->strange > 3)
		return false;
	if (report)
		intent_take_items(out, f);
	return intent_decide(out, INTENT_STATUS);
}

static bool
asks_price(const struct intent_facts *f)
{
	return fact(f, ROLE_HOW_MUCH) ||
	       (fact(f, ROLE_PRICE) && f->figures->prices_count == 0);
}

/* "do you have maize", "maize available": is there any? */
static bool
asks_whether_there(const struct intent_facts *f)
{
	bool qty = intent_has_qty(f);
	if (fact(f, ROLE_WANT))
		return false;
	return (fact(f, ROLE_IS_THERE) && (!qty || f->asks)) ||
	       (f->asks && (fact(f, ROLE_HAVE) || fact(f, ROLE_AVAILABLE))) ||
	       (!f->seller && f->items->count > 0 && !qty &&
		   fact(f, ROLE_AVAILABLE));
}

static bool
rule_question(struct intent *out, const struct intent_facts *f)
{
	if ((!asks_price(f) && !asks_whether_there(f)) ||
	    (intent_has_qty(f) && fact(f, ROLE_WANT)) || f->narrative > 0 ||
	    f->strange > 2)
		return false;
	if (f->items->count == 0 && !fact(f, ROLE_HOW_MUCH) && f->strange > 0)
		return false;
	intent_take_items(out, f);
	return f->items->rivals ? intent_decide_ask(out, INTENT_PRICE_QUERY,
				      INTENT_ASK_PRODUCT)
				: intent_decide(out, INTENT_PRICE_QUERY);
}

/* Praise or blame beside what may well be an order. */
static bool
may_be_order(const struct intent_facts *f)
{
	if (!intent_has_qty(f))
		return false;
	if (fact(f, ROLE_WANT))
		return true;
	/* "2kg very good tomatoes"; "5kg tomato, not rotten", "and don't be
	 * late": nothing went wrong. */
	return f->narrative == 0 && (!fact(f, ROLE_COMPLAINT) ||
					fact(f, ROLE_NOT) || fact(f, ROLE_NO));
}

static bool
rule_feedback(struct intent *out, const struct intent_facts *f)
{
	bool bad = fact(f, ROLE_COMPLAINT);
	if ((!bad && !fact(f, ROLE_PRAISE)) || may_be_order(f))
		return false;
	if (!bad && f->strange > 0 && f->items->count == 0)
		return false;
	out->complaint = bad;
	out->rest = intent_token_source(f->t, f->first, f->t->count - 1);
	return intent_decide(
	    out, f->codes > 0 && bad ? INTENT_PROBLEM : INTENT_FEEDBACK);
}

bool
intent_rule_query(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule rules[] = {{"help", rule_help},
	    {"status", rule_status}, {"question", rule_question},
	    {"feedback", rule_feedback}};
	return intent_rules_apply(
	    out, f, rules, sizeof(rules) / sizeof(rules[0]));
}
