#include "handlers/alloc.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/desk.h"
#include "handlers/stock.h"

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

struct offers {
	struct offer row[ALLOC_ROWS];
	size_t count;
};

static bool
offers_add(void *arg, const struct offer *offer)
{
	struct offers *offers = arg;

	if (offers->count < ALLOC_ROWS)
		offers->row[offers->count++] = *offer;
	return true;
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

struct search {
	const struct line *line;
	const struct alloc_wish *wish;
	struct asked asked;
	struct alloc_choice *out;
	bool found; /* out holds a seller */
	bool enough;
	bool wished;
	int64_t before_ms; /* turn of the one found */
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

	if (s->found)
		return;
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

static void
take(struct search *s, const struct offer *offer, const struct person *seller,
    const struct alloc_fit *fit, bool wished)
{
	s->found = true;
	s->wished = wished;
	s->enough = fit->qty_milli >= s->line->qty_milli;
	s->out->verdict = ALLOC_GOOD;
	s->out->offer = *offer;
	s->out->seller = *seller;
	s->out->fit = *fit;
}

static void
look_at(struct search *s, struct desk *desk, const struct order *order,
    const struct offer *offer)
{
	struct person seller;
	struct alloc_fit fit;
	enum alloc_verdict verdict;
	bool wished;

	if (!store_person_get(desk->store, offer->seller_id, &seller) ||
	    (s->wish->only_id != 0 && seller.id != s->wish->only_id))
		return;
	wished = seller.id == s->wish->seller_id ||
		 seller.id == s->wish->only_id ||
		 name_matches(s->wish->name, &seller);
	verdict = alloc_judge(&fit, desk->trade->catalogue, s->line, offer,
	    &seller, order->buyer_id, desk->now_ms);
	if (verdict == ALLOC_GOOD && !wished && asked_has(&s->asked, seller.id))
		verdict = ALLOC_ASKED;
	if (verdict != ALLOC_GOOD)
		note_why(s, verdict, offer, &fit);
	else if (!s->found || (wished && !s->wished) ||
		 (wished == s->wished && !s->enough &&
		     fit.qty_milli >= s->line->qty_milli))
		take(s, offer, &seller, &fit, wished);
}

static void
say_reason(struct search *s, const struct alloc_wish *wish)
{
	struct buf out = buf_over(s->out->reason, sizeof(s->out->reason));

	if (wish->only_id != 0)
		buf_add_text(&out, "named by an admin");
	else if (s->wished && wish->seller_id != 0)
		buf_add_text(&out, "had it before the change");
	else if (s->wished)
		buf_add_text(&out, "chosen by the buyer");
	else if (s->out->seller.asked_ms == 0)
		buf_add_text(&out, "never asked before");
	else
		buf_add_text(&out, "asked longest ago");
	if (!s->enough)
		buf_add_text(&out, ", has only a part");
}

void
alloc_choose(struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line,
    const struct alloc_wish *wish)
{
	struct offers offers = {.count = 0};
	struct search s = {.line = line, .wish = wish, .out = out};

	memset(out, 0, sizeof(*out));
	out->verdict = ALLOC_NOBODY;
	out->lowest_minor = -1;
	asked_load(&s.asked, desk, line);
	store_offer_turn(
	    desk->store, line->product, ALLOC_ROWS, offers_add, &offers);
	for (size_t i = 0; i < offers.count; i++)
		look_at(&s, desk, order, &offers.row[i]);
	if (s.found)
		say_reason(&s, wish);
}
