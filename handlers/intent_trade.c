/* intent_trade - the rules for goods: offers, orders, and changes of them (see
 * intent_rule.h). */
#include "handlers/intent_answer.h"
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

static const char *
unit_name(const struct intent_facts *f, const struct intent_price_found *p,
    const char *not_said)
{
	return p->unit < 0 ? not_said : catalogue_unit(f->t->cat, p->unit);
}

/* Several prices: each goes to the item before it. */
static void
take_item_price(struct intent_item *item, const struct intent_facts *f,
    const struct intent_price_found *p)
{
	item->price_milli = p->milli;
	str_copy(item->price_per, sizeof(item->price_per),
	    str_from(unit_name(f, p, item->unit)));
}

/* The first price is the text's. */
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
	const char *unit = p->each && out->items_count > 0
			       ? out->items[0].unit
			       : unit_name(f, p, "");
	str_copy(out->price_per, sizeof(out->price_per), str_from(unit));
	if (g->prices_count == 1)
		return;
	for (size_t i = 0; i < g->prices_count && i < out->items_count; i++)
		take_item_price(&out->items[i], f, &g->prices[i]);
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
is_only_seller(const struct intent_facts *f)
{
	return f->seller && !f->buyer;
}

/* A price that is no buyer's limit. */
static bool
is_priced(const struct intent_facts *f)
{
	return f->figures->prices_count > 0 &&
	       f->figures->prices[0].kind != INTENT_PRICE_MAX;
}

static bool
says_to_have(const struct intent_facts *f)
{
	return fact(f, ROLE_AVAILABLE) || fact(f, ROLE_HAVE);
}

/* "selling 200kg tomato, who wants?" */
static bool
offers_with_question(const struct intent_facts *f)
{
	return f->asks && fact(f, ROLE_SELL) && intent_has_qty(f) &&
	       !fact(f, ROLE_HOW_MUCH) && !fact(f, ROLE_IS_THERE);
}

/* "hay 50 cajas": a seller says there are, a buyer asks. */
static bool
says_there_are(const struct intent_facts *f)
{
	return intent_has_qty(f) && is_only_seller(f) &&
	       (is_priced(f) || fact(f, ROLE_AVAILABLE));
}

/* "I have 300 kg cassava, come and take": what is wanted stands behind the
 * goods, and whoever wants it is not the writer. */
static bool
invites(const struct intent_facts *f)
{
	bool has = false, goods = false;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		has = has || token_has(k, ROLE_HAVE) ||
		      token_has(k, ROLE_AVAILABLE);
		goods = goods || k->products_count > 0;
		if (token_has(k, ROLE_WANT) && (!goods || !has))
			return false;
	}
	return has && goods && is_only_seller(f) && intent_has_qty(f);
}

static bool
is_offer(const struct intent_facts *f)
{
	if (f->items->count == 0 || f->asks || fact(f, ROLE_HOW_MUCH) ||
	    (fact(f, ROLE_IS_THERE) && !says_there_are(f)))
		return false;
	if (fact(f, ROLE_SELL))
		return true;
	if ((fact(f, ROLE_WANT) && !invites(f)) || !f->seller)
		return false;
	bool priced = is_priced(f);
	bool has = says_to_have(f);
	return (priced && has) || (is_only_seller(f) && (priced || has));
}

/* A story, praise, a condition, too many words that we cannot read. */
static bool
is_doubtful_offer(const struct intent_facts *f)
{
	bool says = fact(f, ROLE_SELL);
	return f->narrative > (says ? 1u : 0u) ||
	       f->strange > (says ? 2u : 1u) ||
	       (!says && (fact(f, ROLE_PRAISE) ||
			     (!says_to_have(f) && f->strange > 0))) ||
	       (f->strange > 1 && f->items->items[0].fuzzy) || fact(f, ROLE_IF);
}

static bool
rule_offer(struct intent *out, const struct intent_facts *f)
{
	bool question = offers_with_question(f);
	if (!question && !is_offer(f))
		return false;
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_ASK);
	enum intent_ask why =
	    question ? INTENT_ASK_CONFIRM : doubt_about_goods(f);
	if (why == INTENT_ASK_NOTHING && is_doubtful_offer(f))
		why = INTENT_ASK_CONFIRM;
	return decide_unless(out, INTENT_OFFER, why);
}

/* "reduce 3kg": to 3, or by 3?  Unless "to" was said. */
static bool
is_change_unclear(const struct intent_facts *f)
{
	bool set = fact(f, ROLE_CHANGE);
	return set + fact(f, ROLE_ADD) + fact(f, ROLE_REMOVE) > 1 &&
	       !(set && fact(f, ROLE_TO));
}

/* "swap 5kg rice for 5kg beans": the first of them goes. */
static bool
is_swap(const struct intent_facts *f)
{
	return fact(f, ROLE_CHANGE) && f->items->count > 1 && fact(f, ROLE_FOR);
}

/* "make it 4": of which line, the handler may know. */
static enum intent_ask
doubt_about_figure(const struct intent_facts *f)
{
	return f->items->doubt  ? INTENT_ASK_NUMBER
	       : f->strange > 0 ? INTENT_ASK_CONFIRM
				: INTENT_ASK_NOTHING;
}

static enum intent_ask
doubt_about_change(const struct intent_facts *f)
{
	enum intent_ask why = f->items->count == 0 && f->items->loose_count == 1
				  ? doubt_about_figure(f)
				  : doubt_about_goods(f);
	if (fact(f, ROLE_REMOVE) && why == INTENT_ASK_QUANTITY)
		return INTENT_ASK_CONFIRM;
	if (why == INTENT_ASK_NOTHING &&
	    (is_swap(f) || f->strange > 1 || f->asks || is_change_unclear(f)))
		return INTENT_ASK_CONFIRM;
	return why;
}

/* "add to 15kg", "drop it to 2": the whole then, no more or less of it. */
static bool
tells_total(const struct intent_facts *f)
{
	bool verb = false;
	for (size_t i = 0; i + 1 < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		verb =
		    verb || token_has(k, ROLE_ADD) || token_has(k, ROLE_REMOVE);
		if (k->kind == TOKEN_NUMBER)
			return false;
		if (verb && token_has(k, ROLE_TO) && k[1].kind == TOKEN_NUMBER)
			return true;
	}
	return false;
}

static bool
rule_change(struct intent *out, const struct intent_facts *f)
{
	bool set = fact(f, ROLE_CHANGE) || tells_total(f);
	bool drop = fact(f, ROLE_REMOVE);
	bool said = f->items->count > 0 || f->items->loose_count > 0;
	if ((!fact(f, ROLE_ADD) && !drop && !set) || !said ||
	    f->narrative > 0 || f->figures->corrected)
		return false;
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_MAX);
	out->change = set    ? INTENT_CHANGE_SET
		      : drop ? INTENT_CHANGE_DROP
			     : INTENT_CHANGE_ADD;
	return decide_unless(out, INTENT_CHANGE, doubt_about_change(f));
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

/* "when will you bring ...", "call me about ...". */
static bool
opens_otherwise(const struct intent_facts *f)
{
	const struct token *k = &f->t->tokens[f->first];
	return f->first < f->t->count && k->kind == TOKEN_WORD &&
	       k->products_count == 0 && k->unit < 0 && k->day < 0 &&
	       (token_has(k, ROLE_QUESTION) ||
		   (token_has(k, ROLE_TALK) && !fact(f, ROLE_WANT)));
}

/* "no 5kg". */
static bool
denies_figure(const struct intent_facts *f)
{
	const struct token *k = &f->t->tokens[f->first];
	return f->first + 1 < f->t->count && token_has(k, ROLE_NO) &&
	       k[1].kind == TOKEN_NUMBER;
}

/* A condition, a complaint, a question: whatever is wished.  "2kg less rice":
 * than what? */
static bool
is_other_act(const struct intent_facts *f)
{
	static const uint64_t others =
	    ROLE_BIT(ROLE_IF) | ROLE_BIT(ROLE_COMPLAINT) |
	    ROLE_BIT(ROLE_PROBLEM) | ROLE_BIT(ROLE_HOW_MUCH);
	return (f->roles & others) != 0;
}

/* "5kg arrived", "the 5kg were good", "5kg?": no word of wanting in it. */
static bool
is_other_act_unwished(const struct intent_facts *f)
{
	static const uint64_t others =
	    ROLE_BIT(ROLE_GOT) | ROLE_BIT(ROLE_DONE) | ROLE_BIT(ROLE_PRAISE) |
	    ROLE_BIT(ROLE_SELL) | ROLE_BIT(ROLE_QUESTION) | ROLE_BIT(ROLE_HAVE);
	return !fact(f, ROLE_WANT) && ((f->roles & others) != 0 || f->asks);
}

/* "I wanted 5kg and got ...". */
static bool
is_wish_of_the_past(const struct intent_facts *f)
{
	return fact(f, ROLE_WANT) && f->narrative > 0;
}

/* "my 2 goats are sick": what no measure says is no order. */
static bool
is_talk_without_measure(const struct intent_facts *f)
{
	return !f->wish && f->talk > 0 && f->items->items[0].unit[0] == '\0';
}

static bool
says_there_is_none(const struct intent_facts *f)
{
	static const uint64_t none =
	    ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_NONE_LEFT);
	return !fact(f, ROLE_WANT) && (f->roles & none) != 0 &&
	       !f->figures->corrected && f->strange > 0 && !drops_something(f);
}

/* "40 kilos de carnitas": a guess in a text that says other things. */
static bool
is_guess_among_others(const struct intent_facts *f)
{
	return !f->wish && f->strange > 0 && f->items->items[0].fuzzy &&
	       f->items->count == 1;
}

/* "a basket of tomato costs 45k there". */
static bool
tells_price(const struct intent_facts *f)
{
	return !fact(f, ROLE_WANT) && fact(f, ROLE_PRICE) &&
	       !fact(f, ROLE_MAX) && f->figures->prices_count > 0;
}

/* Is this a story, a wish, a condition rather than an order? */
static bool
is_doubtful_order(const struct intent_facts *f)
{
	static bool (*const doubts[])(const struct intent_facts *f) = {
	    opens_otherwise, denies_figure, is_other_act, is_other_act_unwished,
	    is_wish_of_the_past, is_talk_without_measure, says_there_is_none,
	    is_guess_among_others, tells_price};
	for (size_t i = 0; i < sizeof(doubts) / sizeof(doubts[0]); i++)
		if (doubts[i](f))
			return true;
	return intent_facts_cost(f) > intent_facts_cost_max(f);
}

/* A quantity of we do not know what. */
static bool
order_of_quantity(struct intent *out, const struct intent_facts *f)
{
	size_t strange_max = intent_loose_unit(f) ? 2 : 0;
	if (f->items->loose_count == 0 || f->narrative > 0)
		return false;
	bool back = f->items->loose_count == 1 && f->strange == 0 &&
		    intent_took_back(f);
	if (!back && f->strange > strange_max && !fact(f, ROLE_WANT))
		return false;
	/* "5+5", "1 2 3": nobody knows which; "1 5 kg" may be our choice. */
	if (f->items->loose_count > 1 &&
	    intent_asked(f) != INTENT_QUESTION_CHOICE)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_NUMBER);
	intent_take_items(out, f);
	return back ? intent_decide_ask(out, INTENT_CHANGE, INTENT_ASK_CONFIRM)
		    : intent_decide_ask(
			  out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
}

/* "no onions", "dont bring the tomatoes": of some order, perhaps. */
static bool
drop_of_goods(struct intent *out, const struct intent_facts *f)
{
	const struct token *goods = NULL;
	size_t count = 0;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (k->use != USE_DROPPED || k->products_count == 0)
			continue;
		goods = k;
		count++;
	}
	if (count != 1 || goods->products_count != 1 || !f->buyer ||
	    f->strange > 0)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_VERB);
	out->change = INTENT_CHANGE_DROP;
	out->items_count = 1;
	out->items[0] = (struct intent_item){.product = goods->products[0]};
	return intent_decide_ask(out, INTENT_CHANGE, INTENT_ASK_CONFIRM);
}

static bool
rule_order_without_goods(struct intent *out, const struct intent_facts *f)
{
	if (order_of_quantity(out, f))
		return true;
	if (f->figures->percent)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_NUMBER);
	if (f->narrative == 0 && intent_drops_goods(f))
		return drop_of_goods(out, f);
	return intent_only(f, ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_ORDER)) &&
	       intent_decide_ask(out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
}

/* "maize", "maize max 40": what about it? */
static bool
order_of_bare_goods(struct intent *out, const struct intent_facts *f)
{
	bool capped = f->figures->prices_count == 1;
	return f->strange == 0 && (f->content <= 4 || capped) &&
	       intent_decide_ask(out, INTENT_AMBIGUOUS, INTENT_ASK_VERB);
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
	if (!intent_has_qty(f) && !want)
		return order_of_bare_goods(out, f);
	if (g->either)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_PRODUCT);
	if (is_only_seller(f) && (!want || says_to_have(f)))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	enum intent_ask why = doubt_about_goods(f);
	if (why == INTENT_ASK_NOTHING && is_doubtful_order(f))
		why = INTENT_ASK_CONFIRM;
	return decide_unless(out, INTENT_ORDER, why);
}

bool
intent_rule_trade(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule rules[] = {{"offer", rule_offer},
	    {"change", rule_change}, {"order", rule_order}};
	return intent_rules_apply(
	    out, f, rules, sizeof(rules) / sizeof(rules[0]));
}
