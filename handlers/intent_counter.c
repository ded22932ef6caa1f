/* intent_counter - the rules for "yes, but": for another price, or less of it
 * (see intent_answer.h). */
#include "handlers/intent_answer.h"

#define COUNTER_MIN_MILLI 10000 /* a bare figure below it is no price */

/* The words of a counter-offer beside its figure. */
static const uint64_t counter_roles =
    NO_ROLES | ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_IF) | ROLE_BIT(ROLE_BUT) |
    ROLE_BIT(ROLE_MAX) | ROLE_BIT(ROLE_PRICE) | ROLE_BIT(ROLE_CURRENCY) |
    ROLE_BIT(ROLE_PER) | ROLE_BIT(ROLE_ONLY) | ROLE_BIT(ROLE_CHANGE) |
    ROLE_BIT(ROLE_HAVE) | ROLE_BIT(ROLE_PLACE) | ROLE_BIT(ROLE_TOTAL) |
    ROLE_BIT(ROLE_WANT);

static void
take_price(struct intent *out, const struct intent_facts *f, int64_t milli)
{
	out->price =
	    f->seller && !f->buyer ? INTENT_PRICE_ASK : INTENT_PRICE_MAX;
	out->price_milli = milli;
	if (f->figures->prices_count == 0)
		return;
	const struct intent_price_found *p = &f->figures->prices[0];
	if (p->unit >= 0)
		str_copy(out->price_per, sizeof(out->price_per),
		    str_from(catalogue_unit(f->t->cat, p->unit)));
}

static bool
ask_whether_counter(
    struct intent *out, const struct intent_facts *f, int64_t milli)
{
	take_price(out, f, milli);
	return intent_decide_ask(out, INTENT_COUNTER, INTENT_ASK_CONFIRM);
}

static bool
decide_counter(struct intent *out, const struct intent_facts *f, int64_t milli)
{
	take_price(out, f, milli);
	return intent_decide_on_one(out, f, INTENT_COUNTER);
}

/* "make it 45", "25 each", "yes but 45": money or goods? */
static bool
counter_or_goods(struct intent *out, const struct intent_facts *f)
{
	int64_t milli = f->items->loose.qty_milli;
	bool either = fact(f, ROLE_CHANGE) || fact(f, ROLE_EACH) ||
		      (fact(f, ROLE_YES) && fact(f, ROLE_BUT) &&
			  milli >= COUNTER_MIN_MILLI);
	return either && !fact(f, ROLE_ONLY) && !fact(f, ROLE_HAVE) &&
	       !f->buyer && f->figures->prices_count != 1 &&
	       intent_loose_bare(f) && ask_whether_counter(out, f, milli);
}

/* Something is bargained about: an answer, an order, a question of ours. */
static bool
is_bargain(const struct intent_facts *f)
{
	static const uint64_t turns = NO_ROLES | ROLE_BIT(ROLE_YES) |
				      ROLE_BIT(ROLE_IF) | ROLE_BIT(ROLE_BUT) |
				      ROLE_BIT(ROLE_CHANGE) |
				      ROLE_BIT(ROLE_MAX) | ROLE_BIT(ROLE_PRICE);
	return (f->roles & turns) != 0 || f->codes > 0 ||
	       (!f->buyer && f->t->hints->open_proposals > 0);
}

/* Whom we asked nothing may be telling of some price. */
static bool
is_unasked(const struct intent *out, const struct intent_facts *f)
{
	return (f->strange > 0 || out->place.octets > 0) && f->codes == 0 &&
	       f->t->hints->open_proposals == 0 &&
	       intent_asked(f) == INTENT_QUESTION_NONE;
}

/* "you lend me 500", "add 5 bob"; but "K7F add a little, 85 per kilo" is not.
 */
static bool
is_other_money(const struct intent_facts *f)
{
	return (f->strange > 0 && fact(f, ROLE_TALK)) ||
	       (fact(f, ROLE_ADD) && f->codes == 0);
}

/* "cant do 200, 240 per tray": what they were offered, and a price. */
static bool
refuses_figure(const struct intent_facts *f)
{
	return f->items->loose_count == 1 && intent_loose_bare(f) &&
	       (f->roles & NO_ROLES) != 0 && !fact(f, ROLE_ONLY);
}

/* "45/kg", "yes if 40/kg". */
static bool
counter_price(struct intent *out, const struct intent_facts *f)
{
	bool refused = refuses_figure(f);
	if (f->figures->prices_count != 1 ||
	    f->items->loose_count > (refused ? 1u : 0u) || f->strange > 1 ||
	    intent_count_beside(f, counter_roles) > 1)
		return false;
	const struct intent_price_found *price = &f->figures->prices[0];
	bool bargain = is_bargain(f);
	if (!price->strong && !bargain)
		return false;
	if ((f->buyer && !bargain) || is_other_money(f) || is_unasked(out, f) ||
	    f->figures->unsure || refused)
		return ask_whether_counter(out, f, price->milli);
	return decide_counter(out, f, price->milli);
}

/* "no, 120". */
static bool
counter_figure(struct intent *out, const struct intent_facts *f)
{
	int64_t milli = f->items->loose.qty_milli;
	return fact(f, ROLE_NO) && f->figures->prices_count != 1 &&
	       intent_loose_bare(f) && milli >= COUNTER_MIN_MILLI &&
	       intent_count_beside(f, counter_roles) == 0 &&
	       decide_counter(out, f, milli);
}

bool
intent_rule_counter(struct intent *out, const struct intent_facts *f)
{
	if (f->items->count > 0 || fact(f, ROLE_HOW_MUCH) ||
	    (fact(f, ROLE_WANT) && f->buyer) || f->narrative > 0)
		return false;
	return counter_or_goods(out, f) || counter_price(out, f) ||
	       counter_figure(out, f);
}

/* The half of what: of what we asked, or of the order that is named. */
static bool
is_half_of_something(const struct intent_facts *f)
{
	return fact(f, ROLE_ONLY) || fact(f, ROLE_YES) || fact(f, ROLE_HAVE) ||
	       (f->t->hints->open_proposals > 0 &&
		   f->content == 1 + f->codes) ||
	       (f->codes == 1 && f->content == 2);
}

/* "half only", "yes but half". */
bool
intent_rule_half(struct intent *out, const struct intent_facts *f)
{
	int64_t milli = f->items->loose.qty_milli;
	if (!intent_loose_bare(f) || milli >= 1000 || f->items->count > 0 ||
	    f->strange > 1 || f->narrative > 0 || !is_half_of_something(f))
		return false;
	out->percent = (int)(milli / 10);
	return intent_decide_on_one(out, f, INTENT_PARTIAL);
}

static bool
says_there_is(const struct intent_facts *f)
{
	return fact(f, ROLE_YES) || fact(f, ROLE_HAVE) ||
	       fact(f, ROLE_AVAILABLE);
}

static bool
is_less_than_asked(const struct intent_facts *f)
{
	return fact(f, ROLE_ONLY) ||
	       (says_there_is(f) && (fact(f, ROLE_NOT) || fact(f, ROLE_BUT)));
}

/* One line of goods with its quantity, and no more. */
static bool
is_one_line(const struct intent_facts *f)
{
	return f->items->count == 1 && f->items->without_qty == 0 &&
	       f->items->loose_count == 0;
}

/* One quantity, of what we asked about. */
static bool
is_one_quantity(const struct intent_facts *f)
{
	return f->items->count == 0 && f->items->loose_count == 1;
}

/* A seller tells of one quantity that there is. */
static bool
tells_what_is_there(const struct intent_facts *f)
{
	return f->seller && (is_one_line(f) || is_one_quantity(f)) &&
	       (is_less_than_asked(f) || says_there_is(f)) &&
	       !fact(f, ROLE_WANT) && f->figures->prices_count == 0 &&
	       !fact(f, ROLE_SELL) && !f->asks;
}

/* Plainly said to be what there is, by one who only sells. */
static bool
is_surely_partial(const struct intent_facts *f, bool less)
{
	bool goods = is_one_line(f);
	bool buyer_too =
	    f->buyer && f->codes == 0 && f->t->hints->open_proposals == 0;
	bool plain =
	    less || (!goods && (!fact(f, ROLE_YES) || fact(f, ROLE_HAVE)));
	/* "only two trays ggs left": of what? */
	return plain && (goods || f->strange == 0) && !buyer_too &&
	       !f->items->doubt && !fact(f, ROLE_IF) && f->strange <= 2 &&
	       f->narrative == 0;
}

/* "yes but only 3kg", "i have 2 bags". */
bool
intent_rule_partial(struct intent *out, const struct intent_facts *f)
{
	bool goods = is_one_line(f);
	bool less = is_less_than_asked(f);
	if (!tells_what_is_there(f))
		return false;
	/* "i have 5kg tomato", and nobody asked: that is an offer. */
	if (goods && !less && f->t->hints->open_proposals == 0 &&
	    !fact(f, ROLE_YES))
		return false;
	out->items[0] = goods ? f->items->items[0] : f->items->loose;
	/* "ok 2" with a list: the second of it, not two kilos. */
	if (!goods && !less && out->items[0].unit[0] == '\0' &&
	    !fact(f, ROLE_HAVE)) {
		out->items_count = 0;
		return false;
	}
	out->items_count = 1;
	return is_surely_partial(f, less)
		   ? intent_decide_on_one(out, f, INTENT_PARTIAL)
		   : intent_decide_ask(out, INTENT_PARTIAL, INTENT_ASK_CONFIRM);
}
