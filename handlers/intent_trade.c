/* intent_trade - the rules for goods: offers, orders, changes, questions about
 * them, praise and complaints (see intent_rule.h). */
#include "handlers/intent_rule.h"

void
intent_take_items(struct intent *out, const struct intent_facts *f)
{
	out->items_count = f->items->count;
	for (size_t i = 0; i < f->items->count; i++)
		out->items[i] = f->items->items[i];
	if (f->items->count == 0 && f->items->loose_count > 0) {
		out->items[0] = f->items->loose;
		out->items_count = 1;
	}
}

/* The first price is the text's; with several, each goes to the item before
 * it. */
void
intent_take_prices(
    struct intent *out, const struct intent_facts *f, enum intent_price plain)
{
	const struct intent_figures *g = f->figures;
	if (g->prices_count == 0)
		return;
	const struct intent_price_found *p = &g->prices[0];
	out->price = p->kind == INTENT_PRICE_MAX ? INTENT_PRICE_MAX : plain;
	out->price_milli = p->milli;
	const char *unit =
	    p->unit < 0 ? "" : catalogue_unit(f->t->cat, p->unit);
	if (p->each && out->items_count > 0)
		unit = out->items[0].unit;
	str_copy(out->price_per, sizeof(out->price_per), str_from(unit));
	for (size_t i = 0;
	     i < g->prices_count && i < out->items_count && g->prices_count > 1;
	     i++) {
		out->items[i].price_milli = g->prices[i].milli;
		str_copy(out->items[i].price_per,
		    sizeof(out->items[i].price_per),
		    str_from(g->prices[i].unit < 0 ? out->items[i].unit
						   : catalogue_unit(f->t->cat,
							 g->prices[i].unit)));
	}
}

/* Goods are asked about first, then figures, then the rest: the question that
 * the writer can answer with one word. */
static enum intent_ask
doubt_about_goods(const struct intent_facts *f)
{
	const struct intent_items *g = f->items;
	if (g->rivals || g->either)
		return INTENT_ASK_PRODUCT;
	if (g->doubt || f->figures->zero)
		return INTENT_ASK_NUMBER;
	if (g->unlike)
		return INTENT_ASK_PRODUCT;
	if (f->figures->percent)
		return INTENT_ASK_NUMBER;
	if (g->without_qty > 0)
		return INTENT_ASK_QUANTITY;
	if (g->loose_count > 0 || g->too_many || g->unread)
		return INTENT_ASK_CONFIRM;
	return INTENT_ASK_NOTHING;
}

static bool
decide_unless(struct intent *out, enum intent_kind kind, enum intent_ask why)
{
	return why == INTENT_ASK_NOTHING ? intent_decide(out, kind)
					 : intent_decide_ask(out, kind, why);
}

static bool
rule_offer(struct intent *out, const struct intent_facts *f)
{
	bool says = fact(f, ROLE_SELL);
	bool seller_only = f->seller && !f->buyer;
	bool priced = f->figures->prices_count > 0 &&
		      f->figures->prices[0].kind != INTENT_PRICE_MAX;
	bool has = fact(f, ROLE_AVAILABLE) || fact(f, ROLE_HAVE);
	/* "hay 50 cajas": a seller says there are, a buyer asks. */
	bool qty = f->items->count > f->items->without_qty;
	bool there = qty && seller_only && (priced || fact(f, ROLE_AVAILABLE));
	/* "selling 200kg tomato, who wants?" */
	if (f->asks && says && qty && !fact(f, ROLE_HOW_MUCH) &&
	    !fact(f, ROLE_IS_THERE)) {
		intent_take_items(out, f);
		intent_take_prices(out, f, INTENT_PRICE_ASK);
		return intent_decide_ask(out, INTENT_OFFER, INTENT_ASK_CONFIRM);
	}
	if (f->items->count == 0 || f->asks || fact(f, ROLE_HOW_MUCH) ||
	    (fact(f, ROLE_IS_THERE) && !there))
		return false;
	if (!says && (fact(f, ROLE_WANT) || !f->seller))
		return false;
	if (!says && !(seller_only && (priced || has)) && !(priced && has))
		return false;
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_ASK);
	enum intent_ask why = doubt_about_goods(f);
	if (why == INTENT_ASK_NOTHING &&
	    (f->narrative > (says ? 1u : 0u) || f->strange > (says ? 2u : 1u) ||
		(!says && (fact(f, ROLE_PRAISE) || (!has && f->strange > 0))) ||
		(f->strange > 1 && f->items->items[0].fuzzy) ||
		fact(f, ROLE_IF)))
		why = INTENT_ASK_CONFIRM;
	return decide_unless(out, INTENT_OFFER, why);
}

static bool
rule_question(struct intent *out, const struct intent_facts *f)
{
	bool goods = f->items->count > 0;
	bool qty = f->items->count > f->items->without_qty;
	bool price = fact(f, ROLE_HOW_MUCH) ||
		     (fact(f, ROLE_PRICE) && f->figures->prices_count == 0);
	bool there =
	    (fact(f, ROLE_IS_THERE) && (!qty || f->asks)) ||
	    (f->asks && (fact(f, ROLE_HAVE) || fact(f, ROLE_AVAILABLE)));
	there =
	    there || (!f->seller && goods && !qty && fact(f, ROLE_AVAILABLE));
	there = there && !fact(f, ROLE_WANT);
	if ((!price && !there) || (qty && fact(f, ROLE_WANT)) ||
	    f->narrative > 0 || f->strange > 2)
		return false;
	if (!goods && !fact(f, ROLE_HOW_MUCH) && f->strange > 0)
		return false;
	intent_take_items(out, f);
	return f->items->rivals ? intent_decide_ask(out, INTENT_PRICE_QUERY,
				      INTENT_ASK_PRODUCT)
				: intent_decide(out, INTENT_PRICE_QUERY);
}

static bool
rule_status(struct intent *out, const struct intent_facts *f)
{
	bool admin = (f->t->hints->roles &
			 (INTENT_ROLE_ADMIN | INTENT_ROLE_OFFICER)) != 0;
	bool report =
	    (fact(f, ROLE_REPORT) || (admin && fact(f, ROLE_STOCK))) &&
	    (admin || (f->strange == 0 && f->items->count == 0));
	bool qty = f->items->count > f->items->without_qty;
	/* "has K7F been delivered?" */
	bool came = f->asks && f->codes == 1 &&
		    (fact(f, ROLE_DONE) || fact(f, ROLE_GOT));
	if (!fact(f, ROLE_STATUS) && !report && !came)
		return false;
	/* "I ordered 5kg, where is it" orders nothing. */
	if (qty && !report && (f->narrative == 0 || fact(f, ROLE_WANT)))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	if (f->strange > 3)
		return false;
	if (report)
		intent_take_items(out, f);
	return intent_decide(out, INTENT_STATUS);
}

static bool
rule_feedback(struct intent *out, const struct intent_facts *f)
{
	bool bad = fact(f, ROLE_COMPLAINT);
	bool good = fact(f, ROLE_PRAISE);
	bool qty = f->items->count > f->items->without_qty;
	if (!bad && !good)
		return false;
	if (fact(f, ROLE_WANT) && qty)
		return false;
	if (!bad && f->strange > 0 && f->items->count == 0)
		return false;
	/* "2kg very good tomatoes" may well be an order. */
	if (qty && !bad && f->narrative == 0)
		return false;
	/* "5kg tomato, not rotten", "and don't be late": nothing went wrong. */
	if (qty && f->narrative == 0 && (fact(f, ROLE_NOT) || fact(f, ROLE_NO)))
		return false;
	out->rest = intent_token_source(f->t, f->first, f->t->count - 1);
	if (f->codes > 0 && bad)
		return intent_decide(out, INTENT_PROBLEM);
	return intent_decide(out, INTENT_FEEDBACK);
}

static bool
rule_change(struct intent *out, const struct intent_facts *f)
{
	bool add = fact(f, ROLE_ADD);
	bool drop = fact(f, ROLE_REMOVE);
	bool set = fact(f, ROLE_CHANGE);
	bool said = f->items->count > 0 || f->items->loose_count > 0;
	if ((!add && !drop && !set) || !said || f->narrative > 0 ||
	    f->figures->corrected)
		return false;
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_MAX);
	/* "reduce 3kg": to 3, or by 3?  Two roles, and we ask below, unless
	 * "to" was said. */
	bool which = set + add + drop > 1 && !(set && fact(f, ROLE_TO));
	out->change = set    ? INTENT_CHANGE_SET
		      : drop ? INTENT_CHANGE_DROP
			     : INTENT_CHANGE_ADD;
	enum intent_ask why = doubt_about_goods(f);
	/* "make it 4": of which line, the handler may know. */
	if (f->items->count == 0 && f->items->loose_count == 1)
		why = f->items->doubt  ? INTENT_ASK_NUMBER
		      : f->strange > 0 ? INTENT_ASK_CONFIRM
				       : INTENT_ASK_NOTHING;
	if (drop && why == INTENT_ASK_QUANTITY)
		why = INTENT_ASK_CONFIRM;
	/* "swap 5kg rice for 5kg beans": the first of them goes. */
	bool swap = set && f->items->count > 1 && fact(f, ROLE_FOR);
	if (swap && why == INTENT_ASK_NOTHING)
		why = INTENT_ASK_CONFIRM;
	if (why == INTENT_ASK_NOTHING &&
	    (f->strange > 1 || f->asks || which))
		why = INTENT_ASK_CONFIRM;
	return decide_unless(out, INTENT_CHANGE, why);
}

/* "no onions": something was named that is not wanted. */
static bool
drops_something(const struct intent_facts *f)
{
	for (size_t i = 0; i < f->t->count; i++)
		if (f->t->tokens[i].use == USE_DROPPED)
			return true;
	return false;
}

/* Is this a story, a wish, a condition rather than an order? */
static bool
is_doubtful_order(const struct intent_facts *f)
{
	bool want = fact(f, ROLE_WANT);
	const struct token *first = &f->t->tokens[f->first];
	/* "when will you bring ...", "call me about ...". */
	if (f->first < f->t->count && first->kind == TOKEN_WORD &&
	    first->products_count == 0 && first->unit < 0 && first->day < 0 &&
	    (token_has(first, ROLE_QUESTION) ||
		(token_has(first, ROLE_TALK) && !want)))
		return true;
	/* "5kg arrived", "the 5kg were good", "no 5kg". */
	if (!want &&
	    (fact(f, ROLE_GOT) || fact(f, ROLE_DONE) || fact(f, ROLE_PRAISE)))
		return true;
	if (f->first + 1 < f->t->count && token_has(first, ROLE_NO) &&
	    first[1].kind == TOKEN_NUMBER)
		return true;
	/* "2kg less rice": than what? */
	if (fact(f, ROLE_IF) || fact(f, ROLE_COMPLAINT) ||
	    fact(f, ROLE_PROBLEM) || fact(f, ROLE_HOW_MUCH) ||
	    (fact(f, ROLE_SELL) && !want) ||
	    ((fact(f, ROLE_QUESTION) || fact(f, ROLE_HAVE)) && !want))
		return true;
	if (f->asks && !want)
		return true;
	if (want && f->narrative > 0)
		return true;
	/* "my 2 goats are sick": what no measure says is no order. */
	if (!f->wish && f->talk > 0 && f->items->items[0].unit[0] == '\0')
		return true;
	uint64_t nothing = ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_NONE_LEFT);
	if (!want && (f->roles & nothing) != 0 && !f->figures->corrected &&
	    f->strange > 0 && !drops_something(f))
		return true;
	/* "40 kilos de carnitas": a guess in a text that says other things. */
	if (!f->wish && f->strange > 0 && f->items->items[0].fuzzy &&
	    f->items->count == 1)
		return true;
	/* "a basket of tomato costs 45k there". */
	if (!want && fact(f, ROLE_PRICE) && !fact(f, ROLE_MAX) &&
	    f->figures->prices_count > 0)
		return true;
	return intent_facts_cost(f) > intent_facts_cost_max(f);
}

static bool
rule_order_without_goods(struct intent *out, const struct intent_facts *f)
{
	bool unit =
	    f->items->loose_count > 0 && f->items->loose.unit[0] != '\0';
	if (f->items->loose_count == 1 && f->narrative == 0 &&
	    f->strange == 0 && intent_took_back(f)) {
		intent_take_items(out, f);
		return intent_decide_ask(
		    out, INTENT_CHANGE, INTENT_ASK_CONFIRM);
	}
	if (f->items->loose_count > 0 && f->narrative == 0 &&
	    f->strange <= (unit ? 2u : 0u)) {
		intent_take_items(out, f);
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
	}
	if (fact(f, ROLE_WANT) && f->items->loose_count > 0 &&
	    f->narrative == 0) {
		intent_take_items(out, f);
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
	}
	if (f->figures->percent)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_NUMBER);
	/* "dont bring the tomatoes": of some order, perhaps. */
	for (size_t i = 0; i < f->t->count && f->narrative == 0; i++)
		if (f->t->tokens[i].use == USE_DROPPED &&
		    f->t->tokens[i].products_count > 0)
			return intent_decide_ask(
			    out, INTENT_AMBIGUOUS, INTENT_ASK_VERB);
	if (intent_only(f, ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_ORDER)))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
	return false;
}

static bool
rule_order(struct intent *out, const struct intent_facts *f)
{
	const struct intent_items *g = f->items;
	bool want = fact(f, ROLE_WANT);
	if (g->count == 0)
		return rule_order_without_goods(out, f);
	/* "I planted 5kg of maize": past and no wish. */
	if (f->narrative > 0 && !want)
		return false;
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_MAX);
	if (g->without_qty == g->count && !want) {
		bool capped = f->figures->prices_count == 1;
		if (f->strange > 0 || (f->content > 4 && !capped))
			return false;
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_VERB);
	}
	enum intent_ask why = doubt_about_goods(f);
	if (g->either)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
	if (why == INTENT_ASK_NOTHING && is_doubtful_order(f))
		why = INTENT_ASK_CONFIRM;
	if (f->seller && !f->buyer && !want)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	return decide_unless(out, INTENT_ORDER, why);
}

static bool
rule_help(struct intent *out, const struct intent_facts *f)
{
	bool qty = f->items->count > f->items->without_qty;
	bool asks_price = fact(f, ROLE_HOW_MUCH) && f->items->count > 0;
	return fact(f, ROLE_HELP) && !qty && !asks_price && f->strange <= 2 &&
	       intent_decide(out, INTENT_HELP);
}

bool
intent_rule_trade(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule rules[] = {{"help", rule_help},
	    {"status", rule_status}, {"question", rule_question},
	    {"feedback", rule_feedback}, {"offer", rule_offer},
	    {"change", rule_change}, {"order", rule_order}};
	return intent_rules_apply(
	    out, f, rules, sizeof(rules) / sizeof(rules[0]));
}
