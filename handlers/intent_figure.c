/* intent_figure - see the header. */
#include "handlers/intent_figure.h"

#include <string.h>

#include "handlers/number.h"

#define NONE SIZE_MAX
#define PHONE_DIGITS 6 /* with a nought in front */
#define PHONE_MILLI INT64_C(10000000000)

static bool
is_mark(const struct intent_text *t, size_t i, uint32_t mark)
{
	return i < t->count && t->tokens[i].kind == TOKEN_MARK &&
	       t->tokens[i].mark == mark;
}

static bool
is_number(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].kind == TOKEN_NUMBER &&
	       t->tokens[i].use == USE_FREE;
}

static bool
is_unit(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].unit >= 0 &&
	       t->tokens[i].use == USE_FREE;
}

static bool
has(const struct intent_text *t, size_t i, enum lexicon_role role)
{
	return i < t->count && token_has(&t->tokens[i], role);
}

static bool
is_product(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].products_count > 0;
}

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
	return NONE;
}

static void
use(struct intent_text *t, size_t i, enum token_use use)
{
	if (i < t->count)
		t->tokens[i].use = use;
}

/* The mark that the Chinese put behind the number of a list. */
static bool
is_list_comma(const struct intent_text *t, size_t i)
{
	static const char mark[] = "\xe3\x80\x81";
	size_t at = i < t->count ? t->fold.from[t->tokens[i].at] : 0;
	return is_mark(t, i, ',') && at + 3 <= t->source.octets &&
	       memcmp(t->source.at + at, mark, 3) == 0;
}

/* "1. tomato 5kg 2. onion 3kg", "1) ...", counting up from one. */
static void
mark_list_numbers(struct intent_text *t)
{
	int64_t expected = 1;
	for (size_t i = 0; i + 1 < t->count; i++) {
		const struct token *k = &t->tokens[i];
		if (!is_number(t, i) || !k->figure || k->milli > 99000 ||
		    (i > 0 && k->milli != expected * 1000))
			continue;
		bool closed = is_list_comma(t, i + 1) ||
			      is_mark(t, i + 1, '.') ||
			      is_mark(t, i + 1, ')') || is_mark(t, i + 1, ':');
		bool starts = i == 0 || t->tokens[i - 1].kind != TOKEN_NUMBER ||
			      (expected > 1 && !k->glued);
		if (!closed || !starts || !t->tokens[i + 1].glued ||
		    i + 2 >= t->count)
			continue;
		use(t, i, USE_OTHER);
		expected = k->milli / 1000 + 1;
	}
}

static void
mark_date(struct intent_figures *f, struct intent_text *t, size_t i)
{
	int64_t day = t->tokens[i].milli / 1000;
	int64_t month = t->tokens[i + 2].milli / 1000;
	if (day < 1 || day > 31 || month < 1 || month > 12)
		return;
	f->date_day = (int)day;
	f->date_month = (int)month;
	use(t, i, USE_OTHER);
	use(t, i + 2, USE_OTHER);
	if (is_mark(t, i + 3, '/') && is_number(t, i + 4))
		use(t, i + 4, USE_OTHER);
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
	size_t before = i > 0 ? i - 1 : NONE;
	if (is_mark(t, before, '#') || is_mark(t, before, '.'))
		before = before > 0 ? before - 1 : NONE;
	if (is_phone(t, k))
		use(t, i, USE_OTHER);
	else if (has(t, before, ROLE_LABEL) && !is_unit(t, i + 1))
		use(t, i, USE_OTHER);
	else if (has(t, i + 1, ROLE_CLOCK) && t->tokens[i + 1].unit < 0 &&
		 !is_product(t, i + 1) &&
		 !(t->tokens[i + 1].roles & ROLE_BIT(ROLE_CURRENCY)))
		use(t, i, USE_OTHER);
	else if (is_mark(t, i + 1, ':') && t->tokens[i + 1].glued &&
		 is_number(t, i + 2) && t->tokens[i + 2].glued) {
		use(t, i, USE_OTHER);
		use(t, i + 2, USE_OTHER);
	} else if (is_mark(t, i + 1, '/') && is_number(t, i + 2) && k->figure)
		mark_date(f, t, i);
	else if (is_mark(t, i + 1, '%')) {
		use(t, i, USE_OTHER);
		f->percent = true;
	}
}

/* "4 fri", "4 sale", "2 me": the figure is a word. */
static void
mark_word_numbers(struct intent_text *t, size_t i)
{
	struct token *k = &t->tokens[i];
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
	return is_number(t, i) && is_number(t, i + 1) && !t->tokens[i].figure &&
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
		if (is_unit(t, mark))
			mark++;
		bool dash =
		    mark == i || is_mark(t, mark, '-') || is_mark(t, mark, '~');
		if (!is_number(t, i) || !is_number(t, mark + 1) ||
		    !(dash || has(t, mark, ROLE_TO) || has(t, mark, ROLE_OR)))
			continue;
		struct token *low = &t->tokens[i];
		struct token *high = &t->tokens[mark + 1];
		if (low->milli >= high->milli)
			continue;
		high->high_milli = high->milli;
		high->milli = low->milli;
		for (size_t k = i; k <= mark; k++)
			use(t, k, USE_DROPPED);
	}
}

/* "ek ek kilo", "mbili mbili", "2-2 kilo": so much of each. */
static void
join_doubled(struct intent_text *t)
{
	for (size_t i = 0; i + 1 < t->count; i++) {
		size_t n = is_mark(t, i + 1, '-') ? i + 2 : i + 1;
		struct token *k = &t->tokens[i];
		if (!is_number(t, i) || !is_number(t, n) ||
		    t->tokens[n].milli != k->milli ||
		    (k->figure && n == i + 1) || k->milli > 100000)
			continue;
		for (size_t d = i + 1; d <= n; d++)
			use(t, d, USE_DROPPED);
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
		if (!is_unit(t, i + 1) || !is_number(t, i + 2) || !part->glued)
			continue;
		bool number = is_number(t, i);
		bool unit_follows = is_unit(t, i + 3) && t->tokens[i + 3].glued;
		if (part->figure &&
		    !(unit_follows && t->tokens[i + 3].unit ==
					  lexicon_unit_find(STR("liang"))))
			continue;
		if (number && part->milli < 1000 && !unit_follows) {
			whole->milli += part->milli;
			use(t, i + 2, USE_DROPPED);
		} else if (number && unit_follows && whole->milli >= 1000 &&
			   t->tokens[i + 1].unit ==
			       lexicon_unit_find(STR("jin")) &&
			   t->tokens[i + 3].unit ==
			       lexicon_unit_find(STR("liang"))) {
			whole->milli += part->milli / 10;
			use(t, i + 2, USE_DROPPED);
			use(t, i + 3, USE_DROPPED);
		}
	}
}

/* "a kilo and a half": added to the unit's number, or to one. */
static void
join_plus(struct intent_text *t)
{
	for (size_t i = 1; i < t->count; i++) {
		struct token *k = &t->tokens[i];
		if (!k->plus || k->use != USE_FREE || !is_unit(t, i - 1))
			continue;
		if (i > 1 && is_number(t, i - 2)) {
			t->tokens[i - 2].milli += k->milli;
			use(t, i, USE_DROPPED);
		} else {
			k->milli += 1000;
		}
	}
}

static void
add_price(struct intent_figures *f, struct intent_text *t, size_t i,
    struct intent_price_found p)
{
	use(t, i, USE_PRICE);
	p.token = i;
	/* Nobody sells for nothing: a slip, to be asked about. */
	f->zero = f->zero || p.milli <= 0;
	if (p.milli > 0 && f->prices_count < INTENT_ITEMS)
		f->prices[f->prices_count++] = p;
}

/* What follows the amount and its currency: "/kg", "per kg", "a kg", "each",
 * "one jin"; marks what it uses. */
static void
read_per(struct intent_text *t, size_t i, struct intent_price_found *p,
    bool bare_unit)
{
	size_t n = intent_next(t, i);
	if (has(t, n, ROLE_EACH)) {
		p->each = true;
		use(t, n, USE_PRICE);
		return;
	}
	bool per = is_mark(t, n, '/') || has(t, n, ROLE_PER) ||
		   has(t, n, ROLE_ARTICLE) || has(t, n, ROLE_FOR) ||
		   (is_number(t, n) && t->tokens[n].milli == 1000 &&
		       is_unit(t, n + 1));
	size_t unit = per && !is_unit(t, n) ? intent_next(t, n) : n;
	if (has(t, unit, ROLE_ARTICLE))
		unit = intent_next(t, unit);
	if (!is_unit(t, unit) || (!per && !bare_unit))
		return;
	p->unit = t->tokens[unit].unit;
	for (size_t k = n; k <= unit; k++)
		use(t, k, USE_PRICE);
}

/* The same before the amount: "per jin 2 yuan", "one jin 2 yuan". */
static void
read_per_before(struct intent_text *t, size_t i, struct intent_price_found *p)
{
	/* "each bottle at most 40". */
	size_t u = i > 0 && has(t, i - 1, ROLE_MAX) ? i - 1 : i;
	if (p->unit >= 0 || u < 2 || !is_unit(t, u - 1))
		return;
	bool one = is_number(t, u - 2) && t->tokens[u - 2].milli == 1000 &&
		   !t->tokens[u - 2].figure;
	if (!one && !has(t, u - 2, ROLE_PER))
		return;
	p->unit = t->tokens[u - 1].unit;
	use(t, u - 1, USE_PRICE);
	use(t, u - 2, USE_PRICE);
}

/* The currency behind an amount and what small change follows it; returns the
 * last token used, or `i` when there is none. */
static size_t
read_currency(struct intent_text *t, size_t i, int64_t *milli)
{
	size_t n = i + 1;
	if (is_mark(t, n, '/') &&
	    (is_mark(t, n + 1, '=') || is_mark(t, n + 1, '-')))
		return n + 1;
	if (has(t, n, ROLE_TENTH)) {
		*milli /= 10;
		return n;
	}
	bool francs = n < t->count && t->tokens[n].kind == TOKEN_WORD &&
		      t->tokens[n].letters == 1 &&
		      t->fold.at[t->tokens[n].at] == 'f';
	if (!has(t, n, ROLE_CURRENCY) && !francs)
		return i;
	const struct token *change =
	    is_number(t, n + 1) ? &t->tokens[n + 1] : NULL;
	if (change == NULL || !change->glued || change->milli >= 10000 ||
	    is_unit(t, n + 2))
		return n;
	*milli += change->milli < 1000 ? change->milli : change->milli / 10;
	return has(t, n + 2, ROLE_TENTH) ? n + 2 : n + 1;
}

static bool
price_word_before(const struct intent_text *t, size_t i)
{
	size_t b = i;
	for (int steps = 0; steps < 3; steps++) {
		b = intent_before(t, b);
		if (b == NONE || t->tokens[b].kind == TOKEN_NUMBER ||
		    t->tokens[b].use == USE_PRICE)
			return false;
		if (has(t, b, ROLE_PRICE))
			return true;
		if (!is_product(t, b) && !is_mark(t, b, ':') &&
		    t->tokens[b].day < 0 && !has(t, b, ROLE_CHANGE) &&
		    !(t->tokens[b].kind == TOKEN_WORD &&
			token_is_noise(&t->tokens[b])))
			return false;
	}
	return false;
}

static bool
currency_before(const struct intent_text *t, size_t i)
{
	size_t b = i > 0 ? i - 1 : NONE;
	if (is_mark(t, b, '.') && b > 0)
		b--;
	return has(t, b, ROLE_CURRENCY) || is_mark(t, b, '$') ||
	       is_mark(t, b, '@') || is_mark(t, b, 0xa5);
}

static enum intent_price
max_around(const struct intent_text *t, size_t i, size_t last)
{
	size_t b = intent_before(t, i);
	size_t n = intent_next(t, last);
	if (currency_before(t, i) && b != NONE && !has(t, b, ROLE_MAX))
		b = intent_before(t, b);
	bool max = (b != NONE && has(t, b, ROLE_MAX)) || has(t, n, ROLE_MAX);
	return max ? INTENT_PRICE_MAX : INTENT_PRICE_ASK;
}

static size_t
product_between(const struct intent_text *t, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < t->count; i++)
		if (is_product(t, i) && t->tokens[i].use == USE_FREE)
			return i;
	return NONE;
}

/* "12 goats, 7500 each": all goods before have their figure. */
static bool
goods_are_counted(const struct intent_text *t, size_t i)
{
	size_t products = 0;
	size_t numbers = 0;
	for (size_t n = 0; n < i; n++) {
		products += is_product(t, n);
		numbers += is_number(t, n);
	}
	return products > 0 && products == numbers;
}

/* Is the number at i an amount of money?  Marks it and its surroundings. */
static void
mark_price(struct intent_figures *f, struct intent_text *t, size_t i)
{
	struct intent_price_found p = {
	    INTENT_PRICE_ASK, t->tokens[i].milli, -1, false, i, false};
	size_t last = read_currency(t, i, &p.milli);
	size_t n = intent_next(t, last);
	size_t b = intent_before(t, i);
	/* "2 ribu": the thousands are money by themselves; "18 ribu sekilo". */
	bool thousands =
	    token_has(&t->tokens[i], ROLE_CURRENCY) &&
	    (!is_unit(t, n) || (n == last + 1 && t->tokens[n].count == 1));
	bool currency = last != i || thousands || currency_before(t, i);
	/* "25 lil-kilo": the unit itself says "for each". */
	bool per_unit = is_unit(t, n) && has(t, n, ROLE_PER);
	bool unit_behind = is_unit(t, n) && !per_unit;
	bool slash = is_mark(t, n, '/') && is_unit(t, intent_next(t, n));
	bool per = (has(t, n, ROLE_PER) || has(t, n, ROLE_ARTICLE)) &&
		   is_unit(t, intent_next(t, n));
	/* "45 one jin", in Chinese figures and without a blank. */
	per = per || per_unit;
	per = per || (t->tokens[i].figure && n == i + 1 && is_number(t, n) &&
			 !t->tokens[n].figure && t->tokens[n].glued &&
			 t->tokens[n].milli == 1000 && is_unit(t, n + 1));
	bool each = has(t, n, ROLE_EACH) && f->prices_count == 0 && i > 1 &&
		    (is_unit(t, i - 1) || is_product(t, i - 1)) &&
		    (is_number(t, i - 2) || is_number(t, i - 3));
	each = each || (has(t, n, ROLE_EACH) && goods_are_counted(t, i) &&
			   product_between(t, n, t->count) == NONE);
	/* "650 kila kuku": for each of what was counted. */
	size_t whose = intent_next(t, n);
	bool per_goods = has(t, n, ROLE_PER) && is_product(t, whose) &&
			 goods_are_counted(t, i);
	if (per_goods)
		use(t, whose, USE_PRICE);
	each = each || per_goods;
	/* "mananasi 70 kila moja 55". */
	each = each || (!unit_behind && b != NONE && has(t, b, ROLE_EACH) &&
			   f->prices_count == 0 && goods_are_counted(t, b) &&
			   product_between(t, n, t->count) == NONE);
	/* A seller's "onion rate now 30 kilo". */
	bool rate = unit_behind && price_word_before(t, i) &&
		    (t->hints->roles & INTENT_ROLE_SELLER) != 0 &&
		    product_between(t, 0, i) != NONE &&
		    intent_next(t, n) == t->count;
	bool named =
	    !unit_behind &&
	    (price_word_before(t, i) ||
		(b != NONE &&
		    (has(t, b, ROLE_MAX) ||
			(has(t, b, ROLE_PLACE) && !has(t, n, ROLE_CLOCK)))) ||
		(has(t, n, ROLE_MAX) && !is_number(t, n + 1) &&
		    !has(t, n + 1, ROLE_CURRENCY)) ||
		(b != NONE && has(t, b, ROLE_TOTAL)) ||
		(has(t, n, ROLE_TOTAL) && !is_number(t, intent_next(t, n))));
	if (!currency && !slash && !per && !named && !each && !rate)
		return;
	p.kind = max_around(t, i, last);
	p.strong = currency || slash || per || each || rate;
	for (size_t k = i; k <= last; k++)
		use(t, k, USE_PRICE);
	read_per(t, last, &p, currency || price_word_before(t, i));
	read_per_before(t, i, &p);
	add_price(f, t, i, p);
}

static bool
is_weight(const struct intent_text *t, size_t i)
{
	return is_unit(t, i) && !lexicon_unit_is_pack(t->tokens[i].unit) &&
	       (lexicon_unit_grams(t->tokens[i].unit) > 0 ||
		   t->tokens[i].unit == lexicon_unit_find(STR("litre")));
}

static bool
is_pack(const struct intent_text *t, size_t i)
{
	return is_unit(t, i) && lexicon_unit_is_pack(t->tokens[i].unit);
}

/* "2 bags 50kg", "2 bags of 50kg", "2 x 50kg bags", "2 bags maize 50kg". */
static void
mark_pack_weight(struct intent_text *t, size_t i)
{
	if (!is_number(t, i) || !is_weight(t, i + 1))
		return;
	if (is_pack(t, intent_next(t, i + 1))) {
		use(t, i, USE_PACK);
		use(t, i + 1, USE_PACK);
		return;
	}
	size_t b = intent_before(t, i);
	while (b != NONE && (is_mark(t, b, '(') || is_mark(t, b, '@') ||
				has(t, b, ROLE_PER) || has(t, b, ROLE_EACH)))
		b = intent_before(t, b);
	bool product = b != NONE && is_product(t, b);
	if (product)
		b = intent_before(t, b);
	if (b == NONE || b == 0 || !is_pack(t, b) || !is_number(t, b - 1))
		return;
	size_t n = intent_next(t, i + 1);
	/* "eggs 2 trays grapes 3 jin": the goods come first here. */
	if (product && (is_product(t, n) || (b > 1 && is_product(t, b - 2))))
		return;
	if (has(t, n, ROLE_EACH))
		use(t, n, USE_PACK);
	use(t, i, USE_PACK);
	use(t, i + 1, USE_PACK);
}

/* "not 20", "not spring onion", "no onions": what stands behind is meant not
 * to be had. */
static void
drop_negated(struct intent_text *t, size_t i)
{
	bool no = has(t, i, ROLE_NO);
	if (!has(t, i, ROLE_NOT) && !no)
		return;
	size_t n = intent_next(t, i);
	/* "pyaz nahi chahiye": the goods stand before it. */
	size_t b = intent_before(t, i);
	if (b != NONE && is_product(t, b) && has(t, n, ROLE_WANT) &&
	    (b == 0 || (!is_number(t, b - 1) && !is_unit(t, b - 1)))) {
		use(t, b, USE_DROPPED);
		use(t, n, USE_DROPPED);
		return;
	}
	if (no && !has(t, i, ROLE_NOT) && !is_product(t, n))
		return;
	/* "gunia moja la mahindi": a sack of maize, no refusal. */
	if (has(t, i, ROLE_FILLER) && i > 0 &&
	    (is_number(t, i - 1) || is_unit(t, i - 1)))
		return;
	if (is_number(t, n)) {
		use(t, n, USE_DROPPED);
		n = intent_next(t, n);
		if (is_unit(t, n)) {
			use(t, n, USE_DROPPED);
			n = intent_next(t, n);
		}
	}
	if (is_product(t, n))
		use(t, n, USE_DROPPED);
}

static size_t
number_before(const struct intent_text *t, size_t i)
{
	while (i-- > 0)
		if (is_number(t, i))
			return i;
	return NONE;
}

/* "5kg tomato no make it 4", "5 sorry 6 kg tomato": the later figure counts. */
static void
drop_corrected(struct intent_figures *f, struct intent_text *t, size_t i)
{
	if (!(t->tokens[i].roles & (ROLE_BIT(ROLE_CORRECT) | ROLE_BIT(ROLE_NO) |
				       ROLE_BIT(ROLE_CHANGE))) ||
	    t->tokens[i].use != USE_FREE)
		return;
	size_t later = intent_next(t, i);
	for (int steps = 0; steps < 3 && later < t->count; steps++) {
		/* "samahani kilo 4": the unit stands before it. */
		if (is_unit(t, later) && is_number(t, later + 1))
			later++;
		if (is_number(t, later))
			break;
		if (!(t->tokens[later].roles &
			(ROLE_BIT(ROLE_CORRECT) | ROLE_BIT(ROLE_CHANGE) |
			    ROLE_BIT(ROLE_WANT))) &&
		    t->tokens[later].kind != TOKEN_MARK)
			return;
		later = intent_next(t, later);
	}
	size_t earlier = number_before(t, i);
	if (!is_number(t, later) || earlier == NONE)
		return;
	size_t first = product_between(t, earlier, i);
	size_t second = product_between(t, later, t->count);
	if (first != NONE && second != NONE) {
		/* The same goods twice: the second time counts. */
		if (t->tokens[first].products[0] !=
		    t->tokens[second].products[0]) {
			f->unsure = true;
			return;
		}
		use(t, first, USE_DROPPED);
	}
	/* "5 kilo gosht no 3 hens": what were the five of? */
	for (size_t k = earlier + 1; k < i && first == NONE; k++)
		f->unsure = f->unsure || t->tokens[k].unknown;
	if (f->unsure)
		return;
	use(t, earlier, USE_DROPPED);
	f->corrected = true;
	if (earlier > 0 && is_unit(t, earlier - 1) && is_unit(t, later - 1))
		use(t, earlier - 1, USE_DROPPED);
	if (is_unit(t, earlier + 1) && is_unit(t, intent_next(t, later)))
		use(t, earlier + 1, USE_DROPPED);
	else if (is_unit(t, earlier + 1)) {
		/* "5kg ... make it 4": kilograms still. */
		t->tokens[later].unit = t->tokens[earlier + 1].unit;
		t->tokens[later].unit_milli = t->tokens[earlier + 1].unit_milli;
		use(t, earlier + 1, USE_DROPPED);
	}
}

/* ".5 kg": half, its zero left out. */
static void
join_bare_decimals(struct intent_text *t)
{
	for (size_t i = 0; i + 1 < t->count; i++) {
		struct token *k = &t->tokens[i + 1];
		if (!is_mark(t, i, '.') || t->tokens[i].glued || !k->glued ||
		    !is_number(t, i + 1) || !k->figure || k->letters > 3 ||
		    k->milli % 1000 != 0)
			continue;
		for (uint16_t n = 0; n < k->letters; n++)
			k->milli /= 10;
		use(t, i, USE_ITEM);
	}
}

/* "-5kg tomato" alone: a dash before a list, or less than nothing? */
static void
doubt_negative(struct intent_figures *f, const struct intent_text *t)
{
	size_t dashes = 0;
	for (size_t i = 1; i < t->count; i++)
		dashes += is_mark(t, i - 1, '-') && is_number(t, i) &&
			  t->tokens[i].glued && !t->tokens[i - 1].glued &&
			  (i < 2 || !is_number(t, i - 2));
	f->zero = f->zero || dashes == 1;
}

void
intent_figure_read(struct intent_figures *f, struct intent_text *t)
{
	*f = (struct intent_figures){0};
	join_bare_decimals(t);
	mark_list_numbers(t);
	doubt_negative(f, t);
	for (size_t i = 0; i < t->count; i++)
		if (is_number(t, i)) {
			mark_other_number(f, t, i);
			if (is_number(t, i))
				mark_word_numbers(t, i);
		}
	for (size_t i = 0; i < t->count; i++)
		if (is_number(t, i))
			mark_price(f, t, i);
	for (size_t i = 0; i < t->count; i++)
		drop_negated(t, i);
	join_doubled(t);
	join_ranges(t);
	join_compounds(t);
	join_plus(t);
	for (size_t i = 0; i < t->count; i++)
		mark_pack_weight(t, i);
	for (size_t i = 0; i < t->count; i++)
		drop_corrected(f, t, i);
	for (size_t i = 0; i < t->count; i++)
		if (is_number(t, i) && t->tokens[i].milli <= 0)
			f->zero = true;
}
