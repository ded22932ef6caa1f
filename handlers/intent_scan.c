/* intent_scan - see the header. */
#include "handlers/intent_scan.h"

static bool
is_filler(const struct token *k)
{
	return k->kind == TOKEN_WORD && token_has(k, ROLE_FILLER) &&
	       !token_has(k, ROLE_ARTICLE) && token_is_noise(k);
}

size_t
intent_next(const struct intent_text *t, size_t i)
{
	for (i++; i < t->count; i++)
		if (!is_filler(&t->tokens[i]))
			return i;
	return t->count;
}

size_t
intent_before(const struct intent_text *t, size_t i)
{
	while (i-- > 0)
		if (!is_filler(&t->tokens[i]))
			return i;
	return SCAN_NONE;
}

size_t
intent_goods_between(const struct intent_text *t, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < t->count; i++)
		if (at_product(t, i) && t->tokens[i].use == USE_FREE)
			return i;
	return SCAN_NONE;
}
