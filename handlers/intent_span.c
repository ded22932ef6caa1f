/* intent_span - see the header. */
#include "handlers/intent_span.h"

_Static_assert(INTENT_SPANS >= TOKENS_MAX, "every token has its span");

static enum intent_span_kind
kind_of(const struct token *k)
{
	if (k->kind == TOKEN_MARK || k->kind == TOKEN_LINE)
		return INTENT_SPAN_MARK;
	if (k->kind == TOKEN_CODE)
		return INTENT_SPAN_CODE;
	if (k->kind == TOKEN_NUMBER)
		return INTENT_SPAN_NUMBER;
	if (k->unknown)
		return INTENT_SPAN_UNKNOWN;
	if (k->products_count > 0)
		return INTENT_SPAN_PRODUCT;
	if (k->unit >= 0)
		return INTENT_SPAN_UNIT;
	if (k->day >= 0)
		return INTENT_SPAN_DAY;
	return k->language > 0 ? INTENT_SPAN_LANGUAGE : INTENT_SPAN_WORD;
}

static enum intent_span_use
use_of(const struct token *k)
{
	switch (k->use) {
	case USE_FREE:
		return INTENT_SPAN_PLAIN;
	case USE_ITEM:
		return INTENT_SPAN_GOODS;
	case USE_PRICE:
		return INTENT_SPAN_PRICE;
	case USE_PACK:
		return INTENT_SPAN_PACK;
	case USE_DATE:
		return INTENT_SPAN_DATE;
	case USE_OTHER:
		return INTENT_SPAN_NO_QUANTITY;
	case USE_PLACE:
		return INTENT_SPAN_PLACE;
	case USE_PERSON:
		return INTENT_SPAN_PERSON;
	case USE_DROPPED:
		return INTENT_SPAN_DROPPED;
	}
	return INTENT_SPAN_PLAIN;
}

static void
take_token(struct intent_span *span, const struct intent_text *t,
    const struct token *k)
{
	size_t at = (size_t)(k - t->tokens);
	*span = (struct intent_span){.said = intent_token_source(t, at, at),
	    .kind = kind_of(k),
	    .use = use_of(k),
	    .cost = k->cost,
	    .next = k->next,
	    .next_cost = k->next_cost,
	    .unit = k->unit < 0 ? "" : catalogue_unit(t->cat, k->unit),
	    .milli = k->kind == TOKEN_NUMBER ? k->milli : 0,
	    .day = lexicon_day_name(k->day),
	    .roles = k->roles};
	for (size_t i = 0; i < k->products_count && i <= INTENT_RIVALS; i++)
		span->products[span->products_count++] = k->products[i];
}

void
intent_trace_take(struct intent_trace *out, const struct intent_text *t)
{
	out->count = t->count;
	for (size_t i = 0; i < t->count; i++)
		take_token(&out->spans[i], t, &t->tokens[i]);
}

const char *
intent_span_kind_name(enum intent_span_kind kind)
{
	static const char *const kinds[] = {
	    [INTENT_SPAN_UNKNOWN] = "unknown",
	    [INTENT_SPAN_WORD] = "word",
	    [INTENT_SPAN_NUMBER] = "number",
	    [INTENT_SPAN_UNIT] = "unit",
	    [INTENT_SPAN_PRODUCT] = "product",
	    [INTENT_SPAN_DAY] = "day",
	    [INTENT_SPAN_LANGUAGE] = "language",
	    [INTENT_SPAN_CODE] = "code",
	    [INTENT_SPAN_MARK] = "mark",
	};
	return kinds[kind];
}

const char *
intent_span_use_name(enum intent_span_use use)
{
	static const char *const uses[] = {
	    [INTENT_SPAN_PLAIN] = "",
	    [INTENT_SPAN_GOODS] = "goods",
	    [INTENT_SPAN_PRICE] = "price",
	    [INTENT_SPAN_PACK] = "weight of a pack",
	    [INTENT_SPAN_DATE] = "date",
	    [INTENT_SPAN_NO_QUANTITY] = "no quantity",
	    [INTENT_SPAN_PLACE] = "place",
	    [INTENT_SPAN_PERSON] = "person",
	    [INTENT_SPAN_DROPPED] = "taken back",
	};
	return uses[use];
}

uint64_t
intent_trace_roles(const struct intent_trace *trace)
{
	uint64_t roles = 0;
	for (size_t i = 0; i < trace->count; i++)
		roles |= trace->spans[i].roles;
	return roles;
}

bool
intent_span_asks(const struct intent_span *span)
{
	return span->kind == INTENT_SPAN_MARK &&
	       (str_is(span->said, "?") || str_is(span->said, "？") ||
		   str_is(span->said, "؟"));
}

const char *
intent_ask_name(enum intent_ask why)
{
	static const char *const asks[] = {
	    [INTENT_ASK_NOTHING] = "",
	    [INTENT_ASK_QUANTITY] = "quantity",
	    [INTENT_ASK_UNIT] = "unit",
	    [INTENT_ASK_PRODUCT] = "product",
	    [INTENT_ASK_NUMBER] = "number",
	    [INTENT_ASK_CODE] = "code",
	    [INTENT_ASK_AMOUNT] = "amount",
	    [INTENT_ASK_VERB] = "verb",
	    [INTENT_ASK_WHICH] = "which",
	    [INTENT_ASK_CONFIRM] = "confirm",
	};
	return asks[why];
}
