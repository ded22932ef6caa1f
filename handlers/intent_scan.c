/* intent_scan - see the header. */
#include "handlers/intent_scan.h"

#define RANGE_FAR 5 /* times the lower end: no range */

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

bool
intent_is_till(const struct intent_text *t, size_t i)
{
	size_t low = i > 0 && at_unit(t, i - 1) ? i - 2 : i - 1;
	if (i < 1 || (low == i - 2 && i < 2) || !at_role(t, i, ROLE_TO) ||
	    !at_number(t, low) || !at_number(t, i + 1))
		return false;
	return !at_role(t, i, ROLE_PLACE) ||
	       t->tokens[i + 1].milli / RANGE_FAR < t->tokens[low].milli;
}
