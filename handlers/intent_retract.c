/* intent_retract - see the header. */
#include "handlers/intent_retract.h"

#include "handlers/intent_scan.h"

static size_t
number_before(const struct intent_text *t, size_t i)
{
	while (i-- > 0)
		if (at_number(t, i))
			return i;
	return SCAN_NONE;
}

/* "do not send": of texts or of goods; not the stop of a bus. */
static bool
is_stop_phrase(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	if (!token_has(k, ROLE_STOP))
		return false;
	for (size_t n = 0; n < k->letters; n++)
		if (t->fold.at[k->at + n] == ' ')
			return true;
	return false;
}

/* "5 kilo tamatar mat bhejo", "nyanya kilo 5 sitaki": a refusal with nothing
 * behind it.  Of all that was named, or of the last? */
static bool
refuses_at_end(const struct intent_text *t, size_t i)
{
	size_t n = intent_next(t, i);
	if (at_role(t, n, ROLE_WANT))
		n = intent_next(t, n);
	bool mark = n < t->count && t->tokens[n].kind == TOKEN_MARK;
	bool ends = n >= t->count || t->tokens[n].kind == TOKEN_LINE ||
		    (mark && !at_number(t, intent_next(t, n)));
	return ends && number_before(t, i) != SCAN_NONE;
}

/* The figure at n and its unit, in either order; returns what follows. */
static size_t
drop_quantity(struct intent_text *t, size_t n)
{
	bool unit_first = at_unit(t, n) && at_number(t, n + 1);
	if (!unit_first && !at_number(t, n))
		return n;
	size_t last = unit_first ? n + 1 : n;
	size_t behind = intent_next(t, last);
	if (!unit_first && at_unit(t, behind))
		last = behind;
	for (size_t k = n; k <= last; k++)
		set_use(t, k, USE_DROPPED);
	return intent_next(t, last);
}

/* "6 kg lobia ... no, leave the lobia": what was said of it before, too. */
static void
drop_before(struct intent_text *t, size_t i, size_t goods)
{
	for (size_t k = 0; k < i; k++) {
		if (!at_product(t, k) ||
		    t->tokens[k].products[0] != t->tokens[goods].products[0])
			continue;
		set_use(t, k, USE_DROPPED);
		for (size_t b = k;
		     b-- > 0 && (at_unit(t, b) || at_number(t, b) ||
				    token_is_noise(&t->tokens[b]));)
			set_use(t, b, USE_DROPPED);
	}
}

/* "pyaz nahi chahiye": the goods stand before the refusal at i. */
static bool
drop_goods_before(struct intent_text *t, size_t i)
{
	size_t b = intent_before(t, i);
	size_t n = intent_next(t, i);
	bool wish = at_role(t, n, ROLE_WANT);
	if (b == SCAN_NONE || !at_product(t, b) || (!wish && n < t->count) ||
	    (b > 0 && (at_number(t, b - 1) || at_unit(t, b - 1))))
		return false;
	set_use(t, b, USE_DROPPED);
	if (wish)
		set_use(t, n, USE_DROPPED);
	return true;
}

/* "aloo nahi pyaz 5 kilo": which of the two is not wanted? */
static bool
stands_between_goods(const struct intent_text *t, size_t i)
{
	size_t b = intent_before(t, i);
	return b != SCAN_NONE && at_product(t, b) &&
	       at_product(t, intent_next(t, i)) &&
	       number_before(t, i) == SCAN_NONE;
}

/* "gunia moja la mahindi": a sack of maize, no refusal. */
static bool
belongs_to_quantity(const struct intent_text *t, size_t i)
{
	return at_role(t, i, ROLE_FILLER) && i > 0 &&
	       (at_number(t, i - 1) || at_unit(t, i - 1));
}

static void
drop_behind(struct intent_figures *f, struct intent_text *t, size_t i)
{
	size_t n = intent_next(t, i);
	size_t goods = drop_quantity(t, n);
	if (at_product(t, goods)) {
		set_use(t, goods, USE_DROPPED);
		drop_before(t, i, goods);
	} else if (goods == n && is_stop_phrase(t, i)) {
		/* No more of the texts, or of the goods? */
		f->unsure = true;
	}
}

void
intent_retract_refused(
    struct intent_figures *f, struct intent_text *t, size_t i)
{
	bool no = at_role(t, i, ROLE_NO);
	size_t n = intent_next(t, i);
	/* "7 kg e nao 5": where one word is no and not, "and" tells. */
	bool and_not = no && i > 0 && token_is_and(&t->tokens[i - 1]) &&
		       at_number(t, n) && number_before(t, i) != SCAN_NONE;
	bool refused =
	    at_role(t, i, ROLE_NOT) || is_stop_phrase(t, i) || and_not;
	if ((!refused && !no) || drop_goods_before(t, i))
		return;
	if (stands_between_goods(t, i) || refuses_at_end(t, i))
		f->unsure = true;
	else if ((refused || at_product(t, n)) && !belongs_to_quantity(t, i))
		drop_behind(f, t, i);
}

/* -- corrections ---------------------------------------------------------- */

/* "3斤,不对,5斤": wrong is the figure, not what came; nor is 算了 a no. */
static void
says_correction_only(struct token *k)
{
	k->roles &= ROLE_BIT(ROLE_CHANGE);
	k->roles |= ROLE_BIT(ROLE_CORRECT);
}

/* The figure that a correction at i leads to, or SCAN_NONE. */
static size_t
figure_behind(const struct intent_text *t, size_t i)
{
	static const uint64_t beside = ROLE_BIT(ROLE_CORRECT) |
				       ROLE_BIT(ROLE_CHANGE) |
				       ROLE_BIT(ROLE_WANT);
	size_t n = intent_next(t, i);
	for (int steps = 0; steps < 3 && n < t->count; steps++) {
		/* "samahani kilo 4": the unit stands before it. */
		if (at_unit(t, n) && at_number(t, n + 1))
			n++;
		if (at_number(t, n))
			break;
		if (!(t->tokens[n].roles & beside) &&
		    t->tokens[n].kind != TOKEN_MARK)
			return SCAN_NONE;
		n = intent_next(t, n);
	}
	return at_number(t, n) ? n : SCAN_NONE;
}

/* The same goods twice: the second time counts.  False: they are others, or
 * we cannot read what the earlier figure was of. */
static bool
settle_goods(struct intent_text *t, size_t earlier, size_t i, size_t later)
{
	size_t first = intent_goods_between(t, earlier, i);
	size_t second = intent_goods_between(t, later, t->count);
	if (first != SCAN_NONE && second != SCAN_NONE) {
		if (t->tokens[first].products[0] !=
		    t->tokens[second].products[0])
			return false;
		set_use(t, first, USE_DROPPED);
	}
	/* "5 kilo gosht no 3 hens": what were the five of? */
	for (size_t k = earlier + 1; k < i && first == SCAN_NONE; k++)
		if (t->tokens[k].unknown)
			return false;
	return true;
}

static void
settle_units(struct intent_text *t, size_t earlier, size_t later)
{
	const struct token *unit = &t->tokens[earlier + 1];
	if (earlier > 0 && at_unit(t, earlier - 1) && at_unit(t, later - 1))
		set_use(t, earlier - 1, USE_DROPPED);
	if (!at_unit(t, earlier + 1))
		return;
	/* "5kg ... make it 4": kilograms still. */
	if (!at_unit(t, intent_next(t, later))) {
		t->tokens[later].unit = unit->unit;
		t->tokens[later].unit_milli = unit->unit_milli;
	}
	set_use(t, earlier + 1, USE_DROPPED);
}

void
intent_retract_corrected(
    struct intent_figures *f, struct intent_text *t, size_t i)
{
	static const uint64_t corrects =
	    ROLE_BIT(ROLE_CORRECT) | ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CHANGE);
	size_t earlier = number_before(t, i);
	size_t later;
	if (!(t->tokens[i].roles & corrects) || t->tokens[i].use != USE_FREE ||
	    earlier == SCAN_NONE)
		return;
	later = figure_behind(t, i);
	if (later == SCAN_NONE)
		return;
	f->unsure = !settle_goods(t, earlier, i, later) || f->unsure;
	if (f->unsure)
		return;
	set_use(t, earlier, USE_DROPPED);
	f->corrected = true;
	says_correction_only(&t->tokens[i]);
	settle_units(t, earlier, later);
}
