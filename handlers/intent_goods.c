/* intent_goods - see the header. */
#include "handlers/intent_goods.h"

#include "handlers/intent_scan.h"

static bool
is_counted(const struct intent_text *t, size_t i)
{
	return at_number(t, i) || at_unit(t, i) ||
	       (i < t->count && t->tokens[i].use == USE_PACK);
}

static size_t
neighbour_behind(const struct intent_text *t, size_t i)
{
	size_t n = intent_next(t, i);
	while (n < t->count && token_is_comma(&t->tokens[n]))
		n = intent_next(t, n);
	return n;
}

static size_t
neighbour_before(const struct intent_text *t, size_t i)
{
	size_t b = intent_before(t, i);
	while (b != SCAN_NONE && token_is_comma(&t->tokens[b]))
		b = intent_before(t, b);
	return b;
}

/* One character is goods only if it is not part of a longer, unknown word. */
static bool
is_part_of_han_word(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	if (k->letters > 1 || fold_class(t->fold.at[k->at]) != FOLD_HAN)
		return false;
	return (k->glued && i > 0 && t->tokens[i - 1].unknown) ||
	       (i + 1 < t->count && t->tokens[i + 1].glued &&
		   t->tokens[i + 1].unknown);
}

/* A word that speaks of goods. */
static bool
is_trade_word(const struct intent_text *t, size_t i)
{
	static const uint64_t trade =
	    ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_SELL) | ROLE_BIT(ROLE_PRICE) |
	    ROLE_BIT(ROLE_HOW_MUCH) | ROLE_BIT(ROLE_IS_THERE) |
	    ROLE_BIT(ROLE_NONE_LEFT) | ROLE_BIT(ROLE_STOCK) |
	    ROLE_BIT(ROLE_AVAILABLE);
	return i < t->count && t->tokens[i].kind == TOKEN_WORD &&
	       !t->tokens[i].fuzzy && (t->tokens[i].roles & trade) != 0;
}

/* A short name, or one that is an ordinary word too ("date", "rise"), is goods
 * only beside a quantity or among other goods, or alone. */
static bool
stands_as_product(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	static const uint64_t plain =
	    ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_WANT) |
	    ROLE_BIT(ROLE_UNLIKE) | ROLE_BIT(ROLE_AND) | ROLE_BIT(ROLE_PER);
	if (!k->weak && (k->roles & ~plain) == 0 && k->day < 0)
		return true;
	if (is_part_of_han_word(t, i))
		return false;
	size_t n = neighbour_behind(t, i);
	size_t b = neighbour_before(t, i);
	/* "mais seulement 15 kg": but, no maize. */
	if (token_has(k, ROLE_BUT) && n < t->count &&
	    (token_has(&t->tokens[n], ROLE_ONLY) ||
		token_has(&t->tokens[n], ROLE_NOT)))
		return false;
	/* "prix du mais", "de mais": maize, no but. */
	if (token_has(k, ROLE_BUT) && i > 0 && t->tokens[i - 1].letters < 4 &&
	    t->tokens[i - 1].kind == TOKEN_WORD &&
	    token_has(&t->tokens[i - 1], ROLE_FILLER))
		return true;
	if (is_trade_word(t, b) && token_has(k, ROLE_BUT))
		return true;
	if (is_counted(t, n) || (b != SCAN_NONE && is_counted(t, b)))
		return true;
	/* "need tea", "aloo chahiye", "is there til", "seb ka rate". */
	if (k->weak && (k->roles & ~plain) == 0 && k->day < 0 &&
	    (is_trade_word(t, n) || is_trade_word(t, b) ||
		(at_role(t, n, ROLE_FILLER) && is_trade_word(t, n + 1))))
		return true;
	if (n == t->count && b == SCAN_NONE)
		return true;
	if (fold_class(t->fold.at[k->at]) == FOLD_HAN && k->roles == 0)
		return true;
	return k->weak && k->roles == 0 &&
	       ((n < t->count && (token_has(&t->tokens[n], ROLE_EACH) ||
				     t->tokens[n].products_count > 0)) ||
		   (b != SCAN_NONE && t->tokens[b].products_count > 0));
}

void
intent_goods_settle(struct intent_text *t)
{
	bool keep[TOKENS_MAX];
	for (size_t i = 0; i < t->count; i++)
		keep[i] =
		    t->tokens[i].products_count == 0 || stands_as_product(t, i);
	for (size_t i = 0; i < t->count; i++)
		if (!keep[i])
			t->tokens[i].products_count = 0;
}
