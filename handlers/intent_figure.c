/* intent_figure - see the header. */
#include "handlers/intent_figure.h"

#include <string.h>

#include "handlers/intent_date.h"
#include "handlers/intent_price.h"
#include "handlers/intent_retract.h"
#include "handlers/intent_scan.h"

#define PHONE_DIGITS 6 /* with a nought in front */
#define PHONE_MILLI INT64_C(10000000000)

/* The mark that the Chinese put behind the number of a list. */
static bool
is_list_comma(const struct intent_text *t, size_t i)
{
	static const char mark[] = "\xe3\x80\x81";
	size_t at = i < t->count ? t->fold.from[t->tokens[i].at] : 0;
	return at_mark(t, i, ',') && at + 3 <= t->source.octets &&
	       memcmp(t->source.at + at, mark, 3) == 0;
}

/* "1. tomato 5kg 2. onion 3kg", "1) ...", counting up from one. */
static void
mark_list_numbers(struct intent_text *t)
{
	int64_t expected = 1;
	for (size_t i = 0; i + 1 < t->count; i++) {
		const struct token *k = &t->tokens[i];
		if (!at_number(t, i) || !k->figure || k->milli > 99000 ||
		    k->milli % 1000 != 0 || at_mark(t, i + 2, '.') ||
		    (i > 0 && k->milli != expected * 1000))
			continue;
		bool closed = is_list_comma(t, i + 1) ||
			      at_mark(t, i + 1, '.') ||
			      at_mark(t, i + 1, ')') || at_mark(t, i + 1, ':');
		bool starts = i == 0 || t->tokens[i - 1].kind != TOKEN_NUMBER ||
			      (expected > 1 && !k->glued);
		/* "5, 6 jin": five or six. */
		bool range = is_list_comma(t, i + 1) && at_number(t, i + 2) &&
			     t->tokens[i + 2].milli == k->milli + 1000;
		bool clock = at_mark(t, i + 1, ':') && at_number(t, i + 2) &&
			     t->tokens[i + 2].glued;
		if (!closed || range || clock || !starts ||
		    !t->tokens[i + 1].glued || i + 2 >= t->count)
			continue;
		set_use(t, i, USE_OTHER);
		expected = k->milli / 1000 + 1;
	}
}

static bool
is_phone(const struct intent_text *t, const struct token *k)
{
	return k->too_long || k->milli >= PHONE_MILLI ||
	       (k->figure && k->letters >= PHONE_DIGITS &&
		   t->fold.at[k->at] == '0' && t->fold.at[k->at + 1] != '.' &&
		   t->fold.at[k->at + 1] != ',');
}

static void
mark_other_number(struct intent_figures *f, struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	size_t before = i > 0 ? i - 1 : SCAN_NONE;
	if (at_mark(t, before, '#') || at_mark(t, before, '.'))
		before = before > 0 ? before - 1 : SCAN_NONE;
	if (is_phone(t, k)) {
		set_use(t, i, USE_OTHER);
		/* In words it is no phone, but no quantity either. */
		f->unsure = f->unsure || !k->figure;
	} else if (at_role(t, before, ROLE_LABEL) && !at_unit(t, i + 1))
		set_use(t, i, USE_OTHER);
	else if (at_role(t, i + 1, ROLE_CLOCK) && t->tokens[i + 1].unit < 0 &&
		 !at_product(t, i + 1) &&
		 !(t->tokens[i + 1].roles & ROLE_BIT(ROLE_CURRENCY)))
		set_use(t, i, USE_OTHER);
	else if (at_mark(t, i + 1, ':') && t->tokens[i + 1].glued &&
		 at_number(t, i + 2) && t->tokens[i + 2].glued) {
		set_use(t, i, USE_OTHER);
		set_use(t, i + 2, USE_OTHER);
	} else if (at_mark(t, i + 1, '%')) {
		set_use(t, i, USE_OTHER);
		f->percent = true;
	}
}

/* "that one", "the big one", "no one": words that point, and no number. */
static bool
points_at(const struct intent_text *t, size_t i)
{
	static const uint64_t pointing =
	    ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_ARTICLE) | ROLE_BIT(ROLE_NO);
	const struct token *k = &t->tokens[i];
	if (k->figure || k->milli != 1000 || k->glued || i == 0 ||
	    at_unit(t, i + 1) || at_product(t, i + 1) || at_number(t, i + 1))
		return false;
	const struct token *before = k - 1;
	return before->kind == TOKEN_WORD && before->unit < 0 &&
	       before->products_count == 0 &&
	       (token_has(before, ROLE_NO) ||
		   ((before->roles & pointing) != 0 &&
		       (before->roles & ~pointing) == 0));
}

/* "4 fri", "4 sale", "2 me": the figure is a word. */
static void
mark_word_numbers(struct intent_text *t, size_t i)
{
	struct token *k = &t->tokens[i];
	if (points_at(t, i)) {
		k->kind = TOKEN_WORD;
		k->roles = ROLE_BIT(ROLE_FILLER);
		return;
	}
	bool four = k->figure && k->letters == 1 && k->milli == 4000;
	const struct token *next = i + 1 < t->count ? &t->tokens[i + 1] : NULL;
	if (!four || next == NULL || next->glued)
		return;
	bool sale = next->kind == TOKEN_WORD && token_has(next, ROLE_SELL);
	if (next->day < 0 && !sale)
		return;
	k->kind = TOKEN_WORD;
	k->roles = ROLE_BIT(ROLE_FOR);
}

/* "do teen kilo": two or three, in words, one after the other. */
static bool
is_word_range(const struct intent_text *t, size_t i)
{
	return at_number(t, i) && at_number(t, i + 1) && !t->tokens[i].figure &&
	       !t->tokens[i + 1].figure && t->tokens[i].milli % 1000 == 0 &&
	       t->tokens[i].milli < 9000 &&
	       t->tokens[i + 1].milli == t->tokens[i].milli + 1000;
}

/* Range: "3-5", "3 to 5", "3 or 5" (one unit behind or after each). */
static void
join_ranges(struct intent_text *t)
{
	for (size_t i = 0; i + 2 < t->count; i++) {
		size_t mark = is_word_range(t, i) ? i : i + 1;
		if (at_unit(t, mark))
			mark++;
		bool dash =
		    mark == i || at_mark(t, mark, '-') || at_mark(t, mark, '~');
		/* "between 20 and 25": its word is one for "or". */
		bool between = i > 0 && at_role(t, i - 1, ROLE_OR) &&
			       token_is_and(&t->tokens[mark]);
		if (!at_number(t, i) || !at_number(t, mark + 1) ||
		    !(dash || between || intent_is_till(t, mark) ||
			at_role(t, mark, ROLE_OR)))
			continue;
		struct token *low = &t->tokens[i];
		struct token *high = &t->tokens[mark + 1];
		if (low->milli >= high->milli)
			continue;
		high->high_milli = high->milli;
		high->milli = low->milli;
		for (size_t k = i; k <= mark; k++)
			set_use(t, k, USE_DROPPED);
	}
}

/* "ek ek kilo", "mbili mbili", "2-2 kilo": so much of each. */
static void
join_doubled(struct intent_text *t)
{
	for (size_t i = 0; i + 1 < t->count; i++) {
		size_t n = at_mark(t, i + 1, '-') ? i + 2 : i + 1;
		struct token *k = &t->tokens[i];
		if (!at_number(t, i) || !at_number(t, n) ||
		    t->tokens[n].milli != k->milli ||
		    (k->figure && n == i + 1) || k->milli > 100000)
			continue;
		for (size_t d = i + 1; d <= n; d++)
			set_use(t, d, USE_DROPPED);
		k->roles |= ROLE_BIT(ROLE_EACH);
	}
}

/* "One jin two liang", "two jin half": one quantity. */
static void
join_compounds(struct intent_text *t)
{
	for (size_t i = 0; i + 2 < t->count; i++) {
		struct token *whole = &t->tokens[i];
		struct token *part = &t->tokens[i + 2];
		if (!at_unit(t, i + 1) || !at_number(t, i + 2) || !part->glued)
			continue;
		bool number = at_number(t, i);
		bool unit_follows = at_unit(t, i + 3) && t->tokens[i + 3].glued;
		if (part->figure &&
		    !(unit_follows && t->tokens[i + 3].unit ==
					  lexicon_unit_find(STR("liang"))))
			continue;
		if (number && part->milli < 1000 && !unit_follows) {
			whole->milli += part->milli;
			set_use(t, i + 2, USE_DROPPED);
		} else if (number && unit_follows && whole->milli >= 1000 &&
			   t->tokens[i + 1].unit ==
			       lexicon_unit_find(STR("jin")) &&
			   t->tokens[i + 3].unit ==
			       lexicon_unit_find(STR("liang"))) {
			whole->milli += part->milli / 10;
			set_use(t, i + 2, USE_DROPPED);
			set_use(t, i + 3, USE_DROPPED);
		}
	}
}

/* "a kilo and a half": added to the unit's number, or to one. */
static void
join_plus(struct intent_text *t)
{
	for (size_t i = 1; i < t->count; i++) {
		struct token *k = &t->tokens[i];
		if (!k->plus || k->use != USE_FREE || !at_unit(t, i - 1))
			continue;
		if (i > 1 && at_number(t, i - 2)) {
			t->tokens[i - 2].milli += k->milli;
			set_use(t, i, USE_DROPPED);
		} else {
			k->milli += 1000;
		}
	}
}

static bool
is_weight(const struct intent_text *t, size_t i)
{
	return at_unit(t, i) && !lexicon_unit_is_pack(t->tokens[i].unit) &&
	       (lexicon_unit_grams(t->tokens[i].unit) > 0 ||
		   t->tokens[i].unit == lexicon_unit_find(STR("litre")));
}

static bool
is_pack(const struct intent_text *t, size_t i)
{
	return at_unit(t, i) && lexicon_unit_is_pack(t->tokens[i].unit);
}

/* "2 bags 50kg", "2 bags of 50kg", "2 x 50kg bags", "2 bags maize 50kg". */
static void
mark_pack_weight(struct intent_text *t, size_t i)
{
	if (!at_number(t, i) || !is_weight(t, i + 1))
		return;
	if (is_pack(t, intent_next(t, i + 1))) {
		set_use(t, i, USE_PACK);
		set_use(t, i + 1, USE_PACK);
		return;
	}
	size_t b = intent_before(t, i);
	while (b != SCAN_NONE &&
	       (at_mark(t, b, '(') || at_mark(t, b, '@') ||
		   at_role(t, b, ROLE_PER) || at_role(t, b, ROLE_EACH)))
		b = intent_before(t, b);
	bool product = b != SCAN_NONE && at_product(t, b);
	if (product)
		b = intent_before(t, b);
	if (b == SCAN_NONE || b == 0 || !is_pack(t, b) || !at_number(t, b - 1))
		return;
	size_t n = intent_next(t, i + 1);
	/* "eggs 2 trays grapes 3 jin": the goods come first here. */
	if (product && (at_product(t, n) || (b > 1 && at_product(t, b - 2))))
		return;
	/* "2 trays eggs 5 kg suger": of something that we cannot read. */
	if (n < t->count && token_is_odd(&t->tokens[n]))
		return;
	if (at_role(t, n, ROLE_EACH))
		set_use(t, n, USE_PACK);
	set_use(t, i, USE_PACK);
	set_use(t, i + 1, USE_PACK);
}

/* ".5 kg": half, its zero left out. */
static void
join_bare_decimals(struct intent_text *t)
{
	for (size_t i = 0; i + 1 < t->count; i++) {
		struct token *k = &t->tokens[i + 1];
		if (!at_mark(t, i, '.') || t->tokens[i].glued || !k->glued ||
		    !at_number(t, i + 1) || !k->figure || k->letters > 3 ||
		    k->milli % 1000 != 0)
			continue;
		for (uint16_t n = 0; n < k->letters; n++)
			k->milli /= 10;
		set_use(t, i, USE_ITEM);
	}
}

/* "-5kg tomato" alone: a dash before a list, or less than nothing? */
static void
doubt_negative(struct intent_figures *f, const struct intent_text *t)
{
	size_t dashes = 0;
	for (size_t i = 1; i < t->count; i++)
		dashes += at_mark(t, i - 1, '-') && at_number(t, i) &&
			  t->tokens[i].glued && !t->tokens[i - 1].glued &&
			  (i < 2 || !at_number(t, i - 2));
	f->zero = f->zero || dashes == 1;
}

void
intent_figure_read(struct intent_figures *f, struct intent_text *t)
{
	*f = (struct intent_figures){0};
	join_bare_decimals(t);
	intent_date_mark(f, t);
	mark_list_numbers(t);
	doubt_negative(f, t);
	for (size_t i = 0; i < t->count; i++)
		if (at_number(t, i)) {
			mark_other_number(f, t, i);
			if (at_number(t, i))
				mark_word_numbers(t, i);
		}
	for (size_t i = 0; i < t->count; i++)
		if (at_number(t, i))
			intent_price_mark(f, t, i);
	for (size_t i = 0; i < t->count; i++)
		intent_retract_refused(f, t, i);
	join_doubled(t);
	join_ranges(t);
	join_compounds(t);
	join_plus(t);
	for (size_t i = 0; i < t->count; i++)
		mark_pack_weight(t, i);
	for (size_t i = 0; i < t->count; i++)
		intent_retract_corrected(f, t, i);
	for (size_t i = 0; i < t->count; i++)
		if (at_number(t, i) && t->tokens[i].milli <= 0)
			f->zero = true;
}
