/* intent_command - the rules for what the first word commands: ALIAS, REG,
 * SELLER, TURN, STOCK, PRICE, MY (see intent_rule.h). */
#include "handlers/intent_rule.h"

#define PHONE_LETTERS 7

/* The first figure as long as a phone number; t->count when there is none. */
static size_t
find_phone(const struct intent_facts *f)
{
	const struct intent_text *t = f->t;
	for (size_t i = f->first + 1; i < t->count; i++)
		if (t->tokens[i].kind == TOKEN_NUMBER &&
		    t->tokens[i].letters >= PHONE_LETTERS)
			return i;
	return t->count;
}

/* REG +254700111222 Amina Kitale; "register" alone is START. */
static bool
rule_register(struct intent *out, const struct intent_facts *f)
{
	if (!intent_opens_with(f, ROLE_REGISTER))
		return false;
	out->rest = intent_rest_after(f, f->first);
	size_t phone = find_phone(f);
	if (phone == f->t->count)
		return out->rest.octets > 0
			   ? intent_decide_ask(
				 out, INTENT_REGISTER, INTENT_ASK_AMOUNT)
			   : intent_decide(out, INTENT_START);
	size_t plus = phone > 0 && f->t->tokens[phone - 1].mark == '+';
	out->phone = intent_token_source(f->t, phone - plus, phone);
	out->name = intent_rest_after(f, phone);
	return intent_decide(out, INTENT_REGISTER);
}

static bool
decide_listing(struct intent *out, const struct intent_facts *f,
    enum intent_kind kind, bool gossip)
{
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_ASK);
	if (f->items->rivals)
		return intent_decide_ask(out, kind, INTENT_ASK_PRODUCT);
	/* "the onion is at 80 in town, imagine". */
	if (f->items->count > 1 || f->items->doubt || f->items->unlike ||
	    f->items->loose_count > 0 || gossip)
		return intent_decide_ask(out, kind, INTENT_ASK_CONFIRM);
	return intent_decide(out, kind);
}

static bool
is_my(const struct intent_facts *f)
{
	return intent_opens_with(f, ROLE_MY) &&
	       intent_only(f, ROLE_BIT(ROLE_MY) | ROLE_BIT(ROLE_ORDER) |
				  ROLE_BIT(ROLE_SELL));
}

/* STOCK maize 150kg; a seller's "maize 150kg stock". */
static bool
is_stock(const struct intent_facts *f)
{
	return intent_opens_with(f, ROLE_STOCK) ||
	       (fact(f, ROLE_STOCK) && f->items->count == 1 &&
		   f->content <= 4 && f->strange == 0 && !f->asks && !f->buyer);
}

/* PRICE maize 40: no question, no wish, no story. */
static bool
is_price_set(const struct intent_facts *f)
{
	return fact(f, ROLE_PRICE) && f->figures->prices_count > 0 &&
	       !fact(f, ROLE_HOW_MUCH) && !f->asks && !fact(f, ROLE_WANT) &&
	       f->codes == 0 && f->narrative == 0;
}

/* STOCK maize 150kg, PRICE maize 40, MY ...: the first word says it all. */
static bool
rule_listing(struct intent *out, const struct intent_facts *f)
{
	if (is_my(f))
		return intent_decide(
		    out, fact(f, ROLE_ORDER) ? INTENT_STATUS : INTENT_MY);
	if (f->items->count == 0 || !f->seller)
		return false;
	bool qty = f->items->items[0].has_qty;
	if (qty && is_stock(f))
		return decide_listing(out, f, INTENT_STOCK, false);
	if (!qty && is_price_set(f))
		return decide_listing(out, f, INTENT_PRICE_SET,
		    f->strange > 1 || intent_opens_with(f, ROLE_TALK) ||
			out->place.octets > 0);
	return false;
}

/* "TURN maize": goods and nothing else. */
static bool
rule_turn(struct intent *out, const struct intent_facts *f)
{
	if (!intent_opens_with(f, ROLE_TURN) || f->items->count == 0 ||
	    f->items->count > f->items->without_qty ||
	    f->content != f->items->count + 1)
		return false;
	intent_take_items(out, f);
	return f->items->rivals
		   ? intent_decide_ask(out, INTENT_TURN, INTENT_ASK_PRODUCT)
		   : intent_decide(out, INTENT_TURN);
}

static bool
rule_seller(struct intent *out, const struct intent_facts *f)
{
	if (!intent_opens_with(f, ROLE_SELLER) || f->items->count > 0)
		return false;
	out->rest = intent_rest_after(f, f->first);
	out->day[0] = '\0'; /* Juma is a man here, no Friday */
	return intent_decide(out, INTENT_SELLER_REQUEST);
}

/* The one command that is no word of any language. */
static bool
is_alias_word(const struct intent_text *t, size_t i)
{
	static const char word[] = "alias";
	if (i >= t->count || t->tokens[i].letters != sizeof(word) - 1)
		return false;
	for (size_t n = 0; n < sizeof(word) - 1; n++)
		if (t->fold.at[t->tokens[i].at + n] != (uint32_t)word[n])
			return false;
	return true;
}

/* ALIAS waru potato, ALIAS irish = potato: what ends the text is known. */
static bool
rule_alias(struct intent *out, const struct intent_facts *f)
{
	const struct intent_text *t = f->t;
	bool may = (t->hints->roles & INTENT_ROLE_ADMIN) != 0;
	if (!may || !is_alias_word(t, f->first))
		return false;
	size_t last = t->count;
	while (last > f->first + 1 && t->tokens[last - 1].products_count == 0)
		last--;
	size_t end = last - 1; /* the product; the name stands before it */
	while (
	    end > f->first + 1 && (t->tokens[end - 1].kind == TOKEN_MARK ||
				      token_has(&t->tokens[end - 1], ROLE_TO)))
		end--;
	out->rest = intent_rest_after(f, f->first);
	if (end <= f->first + 1)
		return intent_decide_ask(out, INTENT_ALIAS, INTENT_ASK_PRODUCT);
	out->name = intent_token_source(t, f->first + 1, end - 1);
	out->items[0] =
	    (struct intent_item){.product = t->tokens[last - 1].products[0],
		.said = intent_token_source(t, last - 1, last - 1)};
	out->items_count = 1;
	return t->tokens[last - 1].products_count > 1
		   ? intent_decide_ask(out, INTENT_ALIAS, INTENT_ASK_PRODUCT)
		   : intent_decide(out, INTENT_ALIAS);
}

bool
intent_rule_command(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule rules[] = {{"alias", rule_alias},
	    {"register", rule_register}, {"seller", rule_seller},
	    {"turn", rule_turn}, {"report", intent_rule_report},
	    {"listing", rule_listing}};
	return intent_rules_apply(
	    out, f, rules, sizeof(rules) / sizeof(rules[0]));
}
