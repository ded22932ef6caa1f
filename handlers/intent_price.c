/* intent_price - see the header. */
#include "handlers/intent_price.h"

#include "handlers/intent_scan.h"

static void
add_price(struct intent_figures *f, struct intent_text *t, size_t i,
    struct intent_price_found p)
{
	set_use(t, i, USE_PRICE);
	p.token = i;
	/* Nobody sells for nothing: a slip, to be asked about. */
	f->zero = f->zero || p.milli <= 0;
	if (p.milli > 0 && f->prices_count < INTENT_ITEMS)
		f->prices[f->prices_count++] = p;
}

/* Behind "per", or the slash, or both: "120 c/caja". */
static size_t
behind_per(const struct intent_text *t, size_t n)
{
	size_t unit = intent_next(t, n);
	return at_mark(t, unit, '/') ? intent_next(t, unit) : unit;
}

/* What follows the amount and its currency: "/kg", "per kg", "a kg", "each",
 * "one jin"; marks what it uses. */
static void
read_per(struct intent_text *t, size_t i, struct intent_price_found *p,
    bool bare_unit)
{
	size_t n = intent_next(t, i);
	if (at_role(t, n, ROLE_EACH)) {
		p->each = true;
		set_use(t, n, USE_PRICE);
		return;
	}
	bool per = at_mark(t, n, '/') || at_role(t, n, ROLE_PER) ||
		   at_role(t, n, ROLE_ARTICLE) || at_role(t, n, ROLE_FOR) ||
		   (at_number(t, n) && t->tokens[n].milli == 1000 &&
		       at_unit(t, n + 1));
	size_t unit = per && !at_unit(t, n) ? behind_per(t, n) : n;
	if (at_role(t, unit, ROLE_ARTICLE))
		unit = intent_next(t, unit);
	if (!at_unit(t, unit) || (!per && !bare_unit))
		return;
	p->unit = t->tokens[unit].unit;
	for (size_t k = n; k <= unit; k++)
		set_use(t, k, USE_PRICE);
}

/* The same before the amount: "per jin 2 yuan", "one jin 2 yuan". */
static void
read_per_before(struct intent_text *t, size_t i, struct intent_price_found *p)
{
	/* "each bottle at most 40". */
	bool at = i > 0 && at_role(t, i - 1, ROLE_PLACE);
	size_t u = i > 0 && (at || at_role(t, i - 1, ROLE_MAX)) ? i - 1 : i;
	if (p->unit >= 0 || u < 2 || !at_unit(t, u - 1))
		return;
	bool one = at_number(t, u - 2) && t->tokens[u - 2].milli == 1000 &&
		   !t->tokens[u - 2].figure;
	bool per = at_role(t, u - 2, ROLE_PER) || at_role(t, u - 2, ROLE_EACH);
	/* "keji 55 taka", "el-qafas bi 120": a unit that no figure counts. */
	bool alone = (p->strong || at) && !at_number(t, u - 2);
	if (!one && !per && !alone)
		return;
	p->unit = t->tokens[u - 1].unit;
	set_use(t, u - 1, USE_PRICE);
	if (one || per)
		set_use(t, u - 2, USE_PRICE);
}

/* The currency behind an amount and what small change follows it; returns the
 * last token used, or `i` when there is none. */
static size_t
read_currency(struct intent_text *t, size_t i, int64_t *milli)
{
	size_t n = i + 1;
	if (at_mark(t, n, '/') &&
	    (at_mark(t, n + 1, '=') || at_mark(t, n + 1, '-')))
		return n + 1;
	if (at_role(t, n, ROLE_TENTH)) {
		*milli /= 10;
		return n;
	}
	bool francs = n < t->count && t->tokens[n].kind == TOKEN_WORD &&
		      t->tokens[n].letters == 1 &&
		      t->fold.at[t->tokens[n].at] == 'f';
	if (!at_role(t, n, ROLE_CURRENCY) && !francs)
		return i;
	const struct token *change =
	    at_number(t, n + 1) ? &t->tokens[n + 1] : NULL;
	if (change == NULL || !change->glued || change->milli >= 10000 ||
	    at_unit(t, n + 2))
		return n;
	*milli += change->milli < 1000 ? change->milli : change->milli / 10;
	return at_role(t, n + 2, ROLE_TENTH) ? n + 2 : n + 1;
}

static bool
price_word_before(const struct intent_text *t, size_t i)
{
	size_t b = i;
	for (int steps = 0; steps < 3; steps++) {
		b = intent_before(t, b);
		if (b == SCAN_NONE || t->tokens[b].kind == TOKEN_NUMBER ||
		    t->tokens[b].use == USE_PRICE)
			return false;
		if (at_role(t, b, ROLE_PRICE))
			return true;
		if (!at_product(t, b) && !at_mark(t, b, ':') &&
		    t->tokens[b].day < 0 && !at_role(t, b, ROLE_CHANGE) &&
		    !(t->tokens[b].kind == TOKEN_WORD &&
			token_is_noise(&t->tokens[b])))
			return false;
	}
	return false;
}

static bool
currency_before(const struct intent_text *t, size_t i)
{
	size_t b = i > 0 ? i - 1 : SCAN_NONE;
	if (at_mark(t, b, '.') && b > 0)
		b--;
	return at_role(t, b, ROLE_CURRENCY) || at_mark(t, b, '$') ||
	       at_mark(t, b, '@') || at_mark(t, b, 0xa5);
}

static enum intent_price
max_around(const struct intent_text *t, size_t i, size_t last)
{
	size_t b = intent_before(t, i);
	size_t n = intent_next(t, last);
	if (currency_before(t, i) && b != SCAN_NONE && !at_role(t, b, ROLE_MAX))
		b = intent_before(t, b);
	bool max = (b != SCAN_NONE && at_role(t, b, ROLE_MAX)) ||
		   at_role(t, n, ROLE_MAX);
	return max ? INTENT_PRICE_MAX : INTENT_PRICE_ASK;
}

/* "12 goats, 7500 each": all goods before have their figure. */
static bool
goods_are_counted(const struct intent_text *t, size_t i)
{
	size_t products = 0;
	size_t numbers = 0;
	for (size_t n = 0; n < i; n++) {
		products += at_product(t, n);
		numbers += at_number(t, n);
	}
	return products > 0 && products == numbers;
}

/* A number that may be money, and what stands around it. */
struct amount {
	struct intent_text *t;
	size_t at;
	size_t last; /* of the amount and its currency */
	size_t behind;
	size_t before;
	bool unit_behind; /* that says nothing of "each" by itself */
};

static struct amount
look_around(struct intent_text *t, size_t i, size_t last)
{
	struct amount a = {.t = t, .at = i, .last = last};
	a.behind = intent_next(t, last);
	a.before = intent_before(t, i);
	/* "25 lil-kilo": the unit itself says "for each". */
	a.unit_behind = at_unit(t, a.behind) && !at_role(t, a.behind, ROLE_PER);
	return a;
}

static bool
is_currency(const struct amount *a)
{
	const struct intent_text *t = a->t;
	/* "2 ribu": the thousands are money by themselves; "18 ribu sekilo". */
	bool thousands =
	    token_has(&t->tokens[a->at], ROLE_CURRENCY) &&
	    (!at_unit(t, a->behind) ||
		(a->behind == a->last + 1 && t->tokens[a->behind].count == 1));
	return a->last != a->at || thousands || currency_before(t, a->at);
}

/* "gunia 12 kila gunia 3500": the second figure is the price. */
static bool
is_each_unit_before(const struct amount *a)
{
	const struct intent_text *t = a->t;
	size_t i = a->at;
	return i >= 2 && at_unit(t, i - 1) && !a->unit_behind &&
	       (at_role(t, i - 2, ROLE_PER) || at_role(t, i - 2, ROLE_EACH));
}

/* ... and the first one is not. */
static bool
has_unit_before_and_price_behind(const struct amount *a)
{
	const struct intent_text *t = a->t;
	size_t unit = intent_next(t, a->behind);
	return a->at > 0 && at_unit(t, a->at - 1) && at_unit(t, unit) &&
	       at_number(t, unit + 1) && !at_unit(t, unit + 2);
}

/* "/kg", "per kg", "a kg", "45 one jin" without a blank, or at the end. */
static bool
is_per_unit(const struct amount *a)
{
	const struct intent_text *t = a->t;
	size_t n = a->behind;
	if (has_unit_before_and_price_behind(a))
		return false;
	bool word = at_mark(t, n, '/') || at_role(t, n, ROLE_PER) ||
		    at_role(t, n, ROLE_ARTICLE);
	if ((word && at_unit(t, behind_per(t, n))) ||
	    (at_unit(t, n) && at_role(t, n, ROLE_PER)))
		return true;
	bool one = t->tokens[a->at].figure && n == a->at + 1 &&
		   at_number(t, n) && !t->tokens[n].figure &&
		   t->tokens[n].milli == 1000 && at_unit(t, n + 1);
	/* "30 bunches, 2500 one bunch" */
	return one && (t->tokens[n].glued ||
			  (goods_are_counted(t, a->at) && n + 2 == t->count));
}

/* "650 kila kuku": for each of the goods counted. */
static bool
is_per_goods(const struct amount *a)
{
	return at_role(a->t, a->behind, ROLE_PER) &&
	       at_product(a->t, intent_next(a->t, a->behind)) &&
	       goods_are_counted(a->t, a->at);
}

/* "12 goats, 7500 each", "mananasi 70 kila moja 55". */
static bool
is_each(const struct amount *a, const struct intent_figures *f)
{
	const struct intent_text *t = a->t;
	size_t i = a->at;
	bool first = f->prices_count == 0;
	bool last_goods =
	    intent_goods_between(t, a->behind, t->count) == SCAN_NONE;
	if (at_role(t, a->behind, ROLE_EACH)) {
		bool counted = i > 1 && first &&
			       (at_unit(t, i - 1) || at_product(t, i - 1)) &&
			       (at_number(t, i - 2) || at_number(t, i - 3));
		return counted || (goods_are_counted(t, i) && last_goods);
	}
	return !a->unit_behind && at_role(t, a->before, ROLE_EACH) && first &&
	       goods_are_counted(t, a->before) && last_goods;
}

/* A seller's "onion rate now 30 kilo". */
static bool
is_rate(const struct amount *a)
{
	const struct intent_text *t = a->t;
	return a->unit_behind && price_word_before(t, a->at) &&
	       (t->hints->roles & INTENT_ROLE_SELLER) != 0 &&
	       intent_goods_between(t, 0, a->at) != SCAN_NONE &&
	       intent_next(t, a->behind) == t->count;
}

/* "price 40", "max 40", "at 40", "40 in all": money by a word beside it. */
static bool
is_named(const struct amount *a)
{
	const struct intent_text *t = a->t;
	size_t n = a->behind;
	size_t b = a->before;
	if (a->unit_behind)
		return false;
	if (price_word_before(t, a->at) || at_role(t, b, ROLE_MAX) ||
	    at_role(t, b, ROLE_TOTAL) ||
	    (at_role(t, b, ROLE_PLACE) && !at_role(t, n, ROLE_CLOCK) &&
		!at_number(t, n) && !intent_is_till(t, b)))
		return true;
	if (at_role(t, n, ROLE_MAX) && !at_number(t, n + 1) &&
	    !at_role(t, n + 1, ROLE_CURRENCY))
		return true;
	return at_role(t, n, ROLE_TOTAL) && !at_number(t, intent_next(t, n));
}

static bool
is_range_word(const struct intent_text *t, size_t i)
{
	return at_mark(t, i, '-') || at_mark(t, i, '~') ||
	       at_role(t, i, ROLE_TO) || at_role(t, i, ROLE_OR);
}

/* "price 40 to 45", "40-45 per kg": the other end is no quantity.  True when
 * there is one: which of the two is the price? */
static bool
join_price_range(struct intent_text *t, size_t i, size_t last)
{
	int64_t milli = t->tokens[i].milli;
	/* "40 se 45": the word may be any small one of its language. */
	bool small = at_role(t, last + 1, ROLE_FILLER) && !at_unit(t, last + 3);
	bool up = (small || is_range_word(t, last + 1)) &&
		  at_number(t, last + 2) && t->tokens[last + 2].milli > milli;
	bool down = i > 1 && is_range_word(t, i - 1) && at_number(t, i - 2) &&
		    t->tokens[i - 2].milli < milli;
	if (up)
		set_use(t, last + 2, USE_PRICE);
	if (down)
		set_use(t, i - 2, USE_PRICE);
	return up || down;
}

/* "3 bags maize @50kg": how heavy each is. */
static bool
is_pack_weight(const struct intent_text *t, size_t i)
{
	if (i == 0 || !at_mark(t, i - 1, '@') || !at_unit(t, i + 1) ||
	    lexicon_unit_grams(t->tokens[i + 1].unit) == 0)
		return false;
	for (size_t n = 0; n + 1 < i; n++)
		if (at_number(t, n) && at_unit(t, n + 1) &&
		    lexicon_unit_is_pack(t->tokens[n + 1].unit))
			return true;
	return false;
}

void
intent_price_mark(struct intent_figures *f, struct intent_text *t, size_t i)
{
	struct intent_price_found p = {
	    INTENT_PRICE_ASK, t->tokens[i].milli, -1, false, i, false};
	size_t last = read_currency(t, i, &p.milli);
	if (is_pack_weight(t, i))
		return;
	struct amount a = look_around(t, i, last);
	bool currency = is_currency(&a);
	bool per_goods = is_per_goods(&a);
	p.strong = currency || is_per_unit(&a) || is_each(&a, f) || per_goods ||
		   is_rate(&a) || is_each_unit_before(&a);
	if (!p.strong && !is_named(&a))
		return;
	p.kind = max_around(t, i, last);
	for (size_t k = i; k <= last; k++)
		set_use(t, k, USE_PRICE);
	/* The goods' name is no new item. */
	if (per_goods)
		set_use(t, intent_next(t, a.behind), USE_PRICE);
	f->unsure = f->unsure || join_price_range(t, i, last);
	read_per(t, last, &p, currency || price_word_before(t, i));
	read_per_before(t, i, &p);
	add_price(f, t, i, p);
}
