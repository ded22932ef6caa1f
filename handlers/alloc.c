#include "handlers/alloc.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/core/area.h"

#include "handlers/amount.h"
#include "handlers/desk.h"
#include "handlers/quiet.h"
#include "handlers/still.h"
#include "handlers/stock.h"
#include "handlers/turn_walk.h"

#define ASKED_MAX 256

enum alloc_verdict
alloc_judge(struct alloc_fit *fit, const struct catalogue *catalogue,
    const struct line *line, const struct offer *offer,
    const struct person *seller, int64_t buyer_id, int64_t now_ms)
{
	struct stock_unit here = stock_unit_offer(catalogue, offer);
	struct stock_unit there = stock_unit_line(line);
	int64_t left = offer->stock_milli - offer->held_milli;

	memset(fit, 0, sizeof(*fit));
	fit->price_minor = -1;
	/* No role at all: an offer imported by an admin for a new phone. */
	if (seller->stopped_ms != 0 || seller->id == buyer_id ||
	    (seller->roles != 0 &&
		(seller->roles & (PERSON_SELLER | PERSON_LEADER)) == 0))
		return ALLOC_NOT_SELLER;
	if (offer->closed || left <= 0 || offer->from_ms > now_ms ||
	    (offer->until_ms != 0 && offer->until_ms <= now_ms))
		return ALLOC_NOT_NOW;
	if (stock_same_unit(there, here))
		there.grams = here.grams;
	if (!stock_convert(&fit->qty_milli, left, here, there, false) ||
	    !stock_price(&fit->price_minor, offer->price_minor, here, there))
		return ALLOC_UNIT;
	if (fit->qty_milli <= 0)
		return ALLOC_NOT_NOW;
	if (line->price_max_minor >= 0 &&
	    fit->price_minor > line->price_max_minor)
		return ALLOC_PRICE;
	if (fit->qty_milli > line->qty_milli)
		fit->qty_milli = line->qty_milli;
	(void)stock_convert(
	    &fit->hold_milli, fit->qty_milli, there, here, true);
	if (fit->hold_milli > left)
		fit->hold_milli = left;
	return ALLOC_GOOD;
}

/* Sellers asked before for these goods of this order: a part that was split
 * off is not put to the one who could not give it, nor what the buyer would not
 * have to the one who offered it.  Who is being asked for another line of them,
 * or gave all of it at the price asked, may have more. */
struct asked {
	struct desk *desk;
	int64_t line_id; /* that is to be placed */
	int64_t seller[ASKED_MAX];
	size_t count;
};

static bool
was_asked(void *arg, const struct line_event *event)
{
	bool *asked = arg;

	*asked = *asked || event->to == (int)LINE_ASKED;
	return true;
}

/* Less than was asked for, or at another price: the buyer had to be asked. */
static bool
gave_less(struct desk *desk, int64_t line_id)
{
	bool asked = false;

	store_event_of_line(desk->store, line_id, was_asked, &asked);
	return asked;
}

static bool
may_have_more(const struct asked *asked, const struct proposal *p)
{
	if (p->line_id == asked->line_id)
		return false;
	return p->state == PROPOSAL_OPEN ||
	       (p->state == PROPOSAL_ACCEPTED &&
		   !gave_less(asked->desk, p->line_id));
}

static bool
asked_add(void *arg, const struct proposal *p)
{
	struct asked *asked = arg;

	/* Never left our house: not asked at all. */
	if (p->state == PROPOSAL_WITHDRAWN && p->answered_ms == 0)
		return true;
	if (asked->count < ASKED_MAX && !may_have_more(asked, p))
		asked->seller[asked->count++] = p->seller_id;
	return true;
}

struct same_goods {
	const char *product;
	int64_t lines[DESK_LINES_MAX];
	size_t count;
};

static bool
same_goods_add(void *arg, const struct line *line)
{
	struct same_goods *same = arg;

	if (same->count < DESK_LINES_MAX &&
	    strcmp(line->product, same->product) == 0)
		same->lines[same->count++] = line->id;
	return true;
}

static void
asked_load(struct asked *asked, struct desk *desk, const struct line *line)
{
	struct same_goods same = {.product = line->product};

	asked->desk = desk;
	asked->line_id = line->id;
	asked->count = 0;
	store_line_of_order(desk->store, line->order_id, same_goods_add, &same);
	for (size_t i = 0; i < same.count; i++)
		store_proposal_of_line(
		    desk->store, same.lines[i], asked_add, asked);
}

static bool
asked_has(const struct asked *asked, int64_t seller_id)
{
	for (size_t i = 0; i < asked->count; i++)
		if (asked->seller[i] == seller_id)
			return true;
	return false;
}

static bool
name_matches(struct str name, const struct person *seller)
{
	struct str whole = str_from(seller->name);

	if (name.octets < 2)
		return false;
	for (size_t i = 0; i + name.octets <= whole.octets; i++)
		if (str_equal_nocase(str_of(whole.at + i, name.octets), name))
			return true;
	return false;
}

/* -- where, and who of several ------------------------------------------- */

/* Steps up the tree, not beyond the end of it. */
static int64_t
steps_up(int64_t area_no, int steps)
{
	for (int i = 0; i < steps && area_no != 0; i++)
		area_no = area_up(area_no);
	return area_no;
}

static void
ring_of(struct alloc_ring *ring, int64_t from, int64_t to)
{
	*ring = (struct alloc_ring){{from, 1}, {to, 0}};
}

size_t
alloc_rings(struct alloc_ring rings[ALLOC_RINGS],
    const struct market_fair *fair, int64_t area_no)
{
	int64_t last = fair->reach ? steps_up(area_no, fair->reach_steps) : 0;
	int64_t node = last;
	size_t n = 0;

	if (fair->distance &&
	    (!fair->reach || fair->distance_band < fair->reach_steps))
		node = steps_up(area_no, fair->distance_band);
	ring_of(&rings[n++], node, area_last(node));
	while (node != last && n < ALLOC_RINGS - 1) {
		int64_t up = area_up(node);

		rings[n++] =
		    (struct alloc_ring){{up > 0 ? up : 1, area_last(node) + 1},
			{node - 1, area_last(up)}};
		node = up;
	}
	if (rings[0].from[0] != 0)
		ring_of(&rings[n++], 0, 0);
	return n;
}

static bool
within_price(const struct alloc_candidate *c, int64_t lowest,
    const struct market_fair *fair)
{
	return !fair->price || c->price_minor < 0 ||
	       c->price_minor - lowest <=
		   lowest / 1000 * fair->price_band_milli +
		       lowest % 1000 * fair->price_band_milli / 1000;
}

size_t
alloc_pick(const struct alloc_candidate *candidates, size_t count,
    const struct market_fair *fair)
{
	int64_t lowest = -1, best = 0;

	for (size_t i = 0; i < count; i++)
		if (candidates[i].price_minor >= 0 &&
		    (lowest < 0 || candidates[i].price_minor < lowest))
			lowest = candidates[i].price_minor;
	for (size_t i = 0; i < count; i++)
		if (within_price(&candidates[i], lowest, fair) &&
		    candidates[i].reliable_milli > best)
			best = candidates[i].reliable_milli;
	for (size_t i = 0; i < count; i++)
		if (within_price(&candidates[i], lowest, fair) &&
		    (!fair->reliability ||
			candidates[i].reliable_milli >=
			    best - fair->reliability_band_milli))
			return i;
	return 0;
}

/* -- one search ---------------------------------------------------------- */

struct found {
	struct offer offer;
	struct person seller;
	struct alloc_fit fit;
};

struct search {
	struct desk *desk;
	const struct order *order;
	const struct line *line;
	const struct alloc_wish *wish;
	struct asked asked;
	struct alloc_choice *out;
	bool wished;
	bool same;
	struct found part; /* has not enough; offer.id 0: nobody */
	struct found asleep; /* the first of them; offer.id 0: nobody */
	int64_t wakes_ms; /* when the first of them all wakes */
	struct found all[ALLOC_CANDIDATES];
	size_t count, wanted;
};

/* Keeps the reason that helps the buyer most, when there is nobody. */
static void
note_why(struct search *s, enum alloc_verdict verdict, const struct offer *o,
    const struct alloc_fit *fit)
{
	static const int helps[] = {
	    [ALLOC_GOOD] = 0,
	    [ALLOC_NOT_SELLER] = 0,
	    [ALLOC_NOT_NOW] = 0,
	    [ALLOC_UNIT] = 1,
	    [ALLOC_PRICE] = 3,
	    [ALLOC_ASKED] = 2,
	    [ALLOC_NOBODY] = 0,
	};

	if (verdict == ALLOC_PRICE && fit->price_minor >= 0 &&
	    (s->out->lowest_minor < 0 ||
		fit->price_minor < s->out->lowest_minor))
		s->out->lowest_minor = fit->price_minor;
	if (helps[verdict] <= helps[s->out->verdict])
		return;
	s->out->verdict = verdict;
	if (verdict == ALLOC_UNIT)
		str_copy(s->out->unit, sizeof(s->out->unit),
		    str_from(*o->unit ? o->unit : "piece"));
}

static bool
has_enough(const struct search *s, const struct found *f)
{
	return f->fit.qty_milli >= s->line->qty_milli;
}

/* The wished one counts whether asked before or not, with little or enough. */
static void
keep(struct search *s, const struct found *f, bool wished)
{
	if (wished) {
		if (!s->wished ||
		    (!has_enough(s, &s->all[0]) && has_enough(s, f)))
			s->all[0] = *f;
		s->wished = true;
		s->count = 1;
	} else if (has_enough(s, f)) {
		if (s->count < ALLOC_CANDIDATES)
			s->all[s->count++] = *f;
	} else if (s->part.offer.id == 0) {
		s->part = *f;
	}
}

/* No phone that we know, or perhaps somebody else's by now; whom an admin
 * names, they called. */
static bool
is_unsure(struct search *s, const struct person *seller)
{
	struct desk *desk = s->desk;

	if (seller->phone_id == 0)
		return true;
	if (s->wish->only_id != 0 || !desk->clock_sure ||
	    !still_is_unsure(desk->market, desk->now_ms, seller))
		return false;
	if (s->count == 0 && s->part.offer.id == 0 && s->out->unsure_id == 0)
		s->out->unsure_id = seller->id;
	return true;
}

/* Asleep by the hours of their own area: passed over while somebody awake has
 * it.  The first of them is kept for then, and when the first of all wakes. */
static bool
is_asleep(struct search *s, const struct found *f)
{
	int64_t wakes_ms;

	if (!quiet_differs(s->desk) ||
	    !quiet_is(s->desk, f->seller.area_id, &wakes_ms))
		return false;
	if (s->asleep.offer.id == 0)
		s->asleep = *f;
	if (s->wakes_ms == 0 || wakes_ms < s->wakes_ms)
		s->wakes_ms = wakes_ms;
	return true;
}

static void
look_at(struct search *s, const struct offer *offer, bool wished)
{
	struct desk *desk = s->desk;
	struct found f = {.offer = *offer};
	enum alloc_verdict verdict;

	s->out->looked++;
	if (!store_person_get(desk->store, offer->seller_id, &f.seller))
		return;
	wished = wished || name_matches(s->wish->name, &f.seller);
	verdict = alloc_judge(&f.fit, desk->trade->catalogue, s->line, offer,
	    &f.seller, s->order->buyer_id, desk->now_ms);
	if (verdict == ALLOC_GOOD && !wished &&
	    asked_has(&s->asked, f.seller.id))
		verdict = ALLOC_ASKED;
	if (verdict == ALLOC_GOOD &&
	    (is_unsure(s, &f.seller) || (!wished && is_asleep(s, &f))))
		return;
	if (verdict != ALLOC_GOOD)
		note_why(s, verdict, offer, &f.fit);
	else
		keep(s, &f, wished);
}

static bool
look_at_own(void *arg, const struct offer *offer)
{
	struct search *s = arg;

	if (strcmp(offer->product, s->line->product) == 0)
		look_at(s, offer, true);
	return true;
}

static bool
look_at_row(void *arg, const struct offer *offer)
{
	struct search *s = arg;

	s->out->mark =
	    (struct turn_mark){offer->area_no, offer->turn_key, offer->id};
	look_at(s, offer, false);
	return s->count < s->wanted;
}

/* -- the answer ---------------------------------------------------------- */

static const char *const reasons[ALLOC_REASONS] = {
    [ALLOC_REASON_TURN] = "furthest behind its share",
    [ALLOC_REASON_FIRST] = "never asked before",
    [ALLOC_REASON_BUYER] = "chosen by the buyer",
    [ALLOC_REASON_BEFORE] = "had it before the change",
    [ALLOC_REASON_ADMIN] = "named by an admin",
    [ALLOC_REASON_LEFT] = "the first to have it",
    [ALLOC_REASON_SAME] = "asked for the rest of the order",
};

enum alloc_reason
alloc_reason_of(const char *stored)
{
	for (int i = 0; i < ALLOC_REASONS; i++)
		if (str_starts(str_from(stored), reasons[i]))
			return (enum alloc_reason)i;
	return ALLOC_REASON_TURN;
}

static enum alloc_reason
reason_of(const struct search *s, bool going_on)
{
	if (s->wish->only_id != 0)
		return ALLOC_REASON_ADMIN;
	if (s->wished)
		return s->wish->seller_id != 0 ? ALLOC_REASON_BEFORE
					       : ALLOC_REASON_BUYER;
	if (s->same)
		return ALLOC_REASON_SAME;
	if (s->out->seller.asked_ms == 0)
		return ALLOC_REASON_FIRST;
	return going_on ? ALLOC_REASON_LEFT : ALLOC_REASON_TURN;
}

/* Never how heavy the seller's share is: who reads this must not be able to
 * work out who is on which list. */
static void
say_reason(struct search *s, bool going_on)
{
	struct buf out = buf_over(s->out->reason, sizeof(s->out->reason));
	enum alloc_reason reason = reason_of(s, going_on);
	const struct person *seller = &s->out->seller;
	long long days =
	    (long long)((s->desk->now_ms - seller->asked_ms) / 86400000);

	buf_add_text(&out, reasons[reason]);
	if (reason == ALLOC_REASON_TURN)
		buf_add_format(&out, ": %lld so far, the last %s",
		    (long long)seller->asked_count, days > 0 ? "" : "today");
	if (reason == ALLOC_REASON_TURN && days > 0)
		buf_add_format(
		    &out, "%lld day%s ago", days, days == 1 ? "" : "s");
	if (s->out->fit.qty_milli < s->line->qty_milli)
		buf_add_text(&out, ", has only a part");
}

static void
answer(struct search *s, bool going_on)
{
	struct alloc_candidate c[ALLOC_CANDIDATES];
	const struct found *f = &s->part;

	for (size_t i = 0; i < s->count; i++)
		c[i] = (struct alloc_candidate){
		    s->all[i].fit.price_minor, s->all[i].seller.reliable_milli};
	if (s->count > 0)
		f = &s->all[s->wished ? 0
				      : alloc_pick(c, s->count,
					    &s->desk->market->fair)];
	if (f->offer.id == 0)
		f = &s->asleep;
	if (f->offer.id == 0)
		return;
	s->out->asleep =
	    quiet_is(s->desk, f->seller.area_id, &s->out->wakes_ms);
	if (f == &s->asleep)
		s->out->wakes_ms = s->wakes_ms;
	s->out->verdict = ALLOC_GOOD;
	s->out->more = false;
	s->out->offer = f->offer;
	s->out->seller = f->seller;
	s->out->fit = f->fit;
	say_reason(s, going_on);
}

static void
begin(struct search *s, struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line)
{
	const struct market_fair *fair = &desk->market->fair;

	s->desk = desk;
	s->order = order;
	s->line = line;
	s->out = out;
	s->wished = false;
	s->same = false;
	s->part.offer.id = 0;
	s->asleep.offer.id = 0;
	s->wakes_ms = 0;
	s->count = 0;
	s->wanted = fair->price || fair->reliability ? ALLOC_CANDIDATES : 1;
	memset(out, 0, sizeof(*out));
	out->verdict = ALLOC_NOBODY;
	out->lowest_minor = -1;
	asked_load(&s->asked, desk, line);
}

/* Where it is wanted, if the market has such an area; else where the buyer
 * lives. */
static int64_t
area_of_order(struct desk *desk, const struct order *order)
{
	const struct market_fair *fair = &desk->market->fair;
	struct person buyer;
	int64_t area = 0;

	if (!fair->distance && !fair->reach)
		return 0;
	if (*order->place)
		area = store_area_find(desk->store, order->place);
	if (area == 0 && store_person_get(desk->store, order->buyer_id, &buyer))
		area = buyer.area_id;
	return store_area_no(desk->store, area);
}

static bool
look_at_cheap(void *arg, const struct offer *offer)
{
	struct search *s = arg;

	look_at(s, offer, false);
	return true;
}

/* Those first in turn are all too dear: the fair one of the cheapest. */
static void
walk_by_price(struct search *s)
{
	size_t first = 0;

	store_turn_cheapest(s->desk->store, s->line->product, s->line->unit,
	    s->line->price_max_minor, ALLOC_PRICE_ROWS, look_at_cheap, s);
	for (size_t i = 1; i < s->count; i++)
		if (s->all[i].offer.turn_key < s->all[first].offer.turn_key)
			first = i;
	if (s->count > 0 && !s->wished)
		s->all[0] = s->all[first];
	s->count = s->count > 0;
}

static void
walk(struct search *s)
{
	struct turn_walk walk;
	struct alloc_ring rings[ALLOC_RINGS];
	size_t count = alloc_rings(
	    rings, &s->desk->market->fair, area_of_order(s->desk, s->order));
	bool named = s->wish->name.octets >= 2;
	bool priced = s->line->price_max_minor >= 0;
	struct offer offer;

	turn_walk_begin(&walk, s->desk->store, s->line->product,
	    priced ? ALLOC_ROWS - ALLOC_PRICE_ROWS : ALLOC_ROWS);
	for (size_t i = 0; i < count && (s->count == 0 || named) && !s->wished;
	     i++) {
		turn_walk_areas(&walk, rings[i].from, rings[i].to);
		while (!s->wished && (s->count < s->wanted || named) &&
		       turn_walk_next(&walk, &offer))
			look_at(s, &offer, false);
	}
	if (priced && s->count == 0 && walk.more)
		walk_by_price(s);
	s->out->more = walk.more;
}

/* How far behind another one may be and not mind: one such proposal. */
static int64_t
one_more(struct search *s, const struct found *f)
{
	int64_t usual = store_turn_usual(
	    s->desk->store, f->offer.product, f->offer.area_no);
	int64_t value = amount_total(f->fit.qty_milli, f->fit.price_minor);

	return value > usual ? value : usual;
}

/* One text for several goods, where it puts nobody back by much. */
static void
prefer_same(struct search *s)
{
	struct found first = s->all[0];
	struct offer offer;

	if (s->wish->near_id == 0 || s->count == 0 || s->wished ||
	    first.seller.id == s->wish->near_id ||
	    !store_offer_find(s->desk->store, s->wish->near_id,
		s->line->product, "", &offer) ||
	    offer.out != 0 ||
	    offer.turn_key - first.offer.turn_key > one_more(s, &first))
		return;
	s->count = 0;
	look_at(s, &offer, false);
	s->same = s->count == 1;
	if (!s->same)
		s->all[s->count++] = first;
}

void
alloc_choose(struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line,
    const struct alloc_wish *wish)
{
	struct search s;
	int64_t own = wish->only_id != 0 ? wish->only_id : wish->seller_id;

	s.wish = wish;
	begin(&s, out, desk, order, line);
	if (own != 0)
		store_offer_each(
		    desk->store, own, 0, ALLOC_ROWS, look_at_own, &s);
	if (wish->only_id == 0 && !s.wished)
		walk(&s);
	prefer_same(&s);
	answer(&s, false);
}

void
alloc_go_on(struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line,
    const struct turn_seek *seek)
{
	static const struct alloc_wish no_wish;
	struct search s;

	s.wish = &no_wish;
	begin(&s, out, desk, order, line);
	out->lowest_minor = seek->lowest_minor;
	out->verdict = (enum alloc_verdict)seek->verdict;
	memcpy(out->unit, seek->unit, sizeof(out->unit));
	out->mark = seek->mark;
	store_turn_walk(desk->store, line->product, &seek->mark, ALLOC_ROWS,
	    look_at_row, &s);
	/* Nothing new: that was the end. */
	out->more = memcmp(&out->mark, &seek->mark, sizeof(out->mark)) != 0;
	answer(&s, true);
}
