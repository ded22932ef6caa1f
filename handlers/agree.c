#include "handlers/agree.h"

#include <string.h>

#include "gateway/store/store_kept.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

#include "handlers/ask.h"
#include "handlers/fair.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/pool.h"
#include "handlers/proposal.h"
#include "handlers/quiet.h"
#include "handlers/stock.h"

#define HOUR_MS (INT64_C(3600) * 1000)
#define DAY_MS (INT64_C(24) * HOUR_MS)

/* Nine in the morning after the day it was wanted; without a day in two. */
static int64_t
handover_due_ms(struct desk *desk, const struct order *order)
{
	int64_t day = day_number(order->day);

	if (day < 0)
		return desk->now_ms + 2 * DAY_MS;
	return day_start_ms(desk->market, desk->now_ms, day + 1) + 9 * HOUR_MS;
}

/* -- to both, when it stands --------------------------------------------- */

static void
tell_seller(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, const struct person *buyer,
    const char *buyer_number)
{
	struct letter letter;
	struct letter_goods goods;
	char name[64];
	struct letter_about about = {.subject = SUBJECT_LINE,
	    .subject_id = lines[0].id,
	    .order_id = order->id};

	letter_to(&letter, desk, lines[0].seller_id, 0);
	letter_goods_priced(&goods, &letter, order, lines, count);
	letter_name(name, buyer);
	letter_send(&letter, PHRASE_YES_SELLER,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total,
		.day = goods.day,
		.name = *order->on_behalf ? order->on_behalf
					  : (*buyer->name ? name : ""),
		.phone = buyer_number,
		.place = *order->place ? order->place : buyer->place},
	    &about);
}

static void
tell_buyer(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, const struct person *seller)
{
	struct letter letter;
	struct letter_goods goods;
	char name[64];
	struct letter_about about = {.subject = SUBJECT_LINE,
	    .subject_id = lines[0].id,
	    .order_id = order->id};

	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods_priced(&goods, &letter, order, lines, count);
	letter_name(name, seller);
	letter_send(&letter, PHRASE_YES_BUYER,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total,
		.day = goods.day,
		.name = *seller->name ? name : "",
		.phone = seller->number,
		.place = seller->place},
	    &about);
}

static void
tell_both(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count)
{
	struct person buyer, seller;
	char number[PARTY_OCTETS];

	if (count == 0 ||
	    !store_person_get(desk->store, order->buyer_id, &buyer) ||
	    !store_person_get(desk->store, lines[0].seller_id, &seller))
		return;
	if (order->phone_id == buyer.phone_id)
		memcpy(number, buyer.number, sizeof(number));
	else
		store_phone_number(desk->store, order->phone_id, number);
	tell_seller(desk, order, lines, count, &buyer, number);
	tell_buyer(desk, order, lines, count, &seller);
	if ((seller.roles & PERSON_LEADER) != 0)
		pool_agreed(desk, order, lines, count);
}

/* -- the buyer is asked -------------------------------------------------- */

static void
ask_buyer(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, bool price)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	int64_t ids[DESK_LINES_MAX];
	struct market scratch;
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	for (size_t i = 0; i < count; i++)
		ids[i] = lines[i].id;
	ask_payload_ids(payload, "lines", ids, count, 0);
	about.subject_id = ask_open(desk, order->phone_id, order->buyer_id,
	    ASK_BUYER, order->id, payload,
	    market_waking_after(
		quiet_market_of(desk, order->buyer_id, &scratch), desk->now_ms,
		HOUR_MS));
	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	/* Several lines, and the one price that was asked for all of them. */
	if (price && goods.price[0] == '\0')
		amount_price(goods.price, &letter.style, lines[0].price_minor,
		    lines[0].unit);
	letter_send(&letter, price ? PHRASE_BUYER_PRICE : PHRASE_BUYER_SOME,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total},
	    &about);
}

static void
tell_wait(struct desk *desk, const struct order *order, const struct line *line,
    bool price)
{
	struct letter letter;
	char qty[AMOUNT_OCTETS], figure[AMOUNT_OCTETS];
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, line->seller_id, 0);
	letter_send(&letter, price ? PHRASE_PRICE_WAIT : PHRASE_SOME_WAIT,
	    &(struct words){.code = order->code,
		.qty =
		    amount_qty(qty, &letter.style, line->qty_milli, line->unit),
		.price = amount_price(
		    figure, &letter.style, line->price_minor, line->unit)},
	    &about);
}

/* -- one line ------------------------------------------------------------ */

struct outcome_lists {
	struct line agreed[DESK_LINES_MAX], asked[DESK_LINES_MAX],
	    rest[DESK_LINES_MAX];
	size_t agreed_count, asked_count, rest_count;
	bool price;
};

/* A late yes: the hold went back long ago. */
static bool
hold_again(struct desk *desk, struct line *line, const struct proposal *p)
{
	if (line->hold_milli > 0)
		return true;
	if (!store_offer_hold(desk->store, p->offer_id, p->hold_milli))
		return false;
	line->hold_milli = p->hold_milli;
	line->offer_id = p->offer_id;
	line->seller_id = p->seller_id;
	line->proposal_id = p->id;
	return true;
}

/* The hold shrinks to what is given. */
static void
hold_less(struct desk *desk, struct line *line, int64_t give_milli)
{
	struct offer offer;
	struct stock_unit there = stock_unit_line(line), here;
	int64_t need;

	if (!store_offer_get(desk->store, line->offer_id, &offer))
		return;
	here = stock_unit_offer(desk->trade->catalogue, &offer);
	if (!stock_convert(&need, give_milli, there, here, true) ||
	    need >= line->hold_milli)
		return;
	store_offer_release(desk->store, offer.id, line->hold_milli - need);
	line->hold_milli = need;
	keep_freed(desk, line->product);
}

/* What is left over becomes a line of its own. */
static bool
split(
    struct desk *desk, struct line *line, int64_t give_milli, struct line *rest)
{
	memset(rest, 0, sizeof(*rest));
	rest->order_id = line->order_id;
	memcpy(rest->product, line->product, sizeof(rest->product));
	memcpy(rest->unit, line->unit, sizeof(rest->unit));
	rest->qty_milli = line->qty_milli - give_milli;
	rest->unit_grams = line->unit_grams;
	rest->price_max_minor = line->price_max_minor;
	rest->price_minor = -1;
	rest->accepted_milli = -1;
	line_add(desk, rest, "the rest of a part");
	line->qty_milli = give_milli;
	return rest->id != 0;
}

/* Asked of this very seller, or of nobody at present. */
static bool
is_free_for(const struct line *line, const struct proposal *p)
{
	return line->state == LINE_WAITING ||
	       (line->state == LINE_OFFERED && line->proposal_id == p->id);
}

static bool
agree_one(struct desk *desk, struct proposal *p,
    const struct agree_terms *terms, struct outcome_lists *lists)
{
	struct line line;
	int64_t give = terms->qty_milli > 0 && terms->qty_milli < p->qty_milli
			   ? terms->qty_milli
			   : p->qty_milli;
	bool price =
	    terms->price_minor >= 0 && terms->price_minor > p->price_minor;
	bool part;
	int64_t was_minor = fair_value(p);

	if (!store_line_get(desk->store, p->line_id, &line) ||
	    !is_free_for(&line, p))
		return false;
	if (!hold_again(desk, &line, p) ||
	    !proposal_go(desk, p, PROPOSAL_ACT_ACCEPT, PROPOSAL_ACCEPTED))
		return false;
	if (line.state == LINE_WAITING) {
		store_timer_drop(desk->store, TIMER_LINE_WAITING, line.id);
		store_kept_drop(desk->store, line.id);
		store_seek_drop(desk->store, line.id);
	}
	if (give > line.qty_milli)
		give = line.qty_milli; /* asked for more, before a change */
	part = give < line.qty_milli;
	hold_less(desk, &line, give);
	if (part && split(desk, &line, give, &lists->rest[lists->rest_count]))
		lists->rest_count++;
	if (terms->price_minor >= 0)
		p->price_minor = terms->price_minor;
	p->qty_milli = give;
	p->hold_milli = line.hold_milli;
	fair_agreed(desk, p, was_minor);
	store_proposal_put(desk->store, p);
	line.price_minor = p->price_minor;
	if (part || price) {
		if (!line_go(desk, &line, LINE_ACT_ASK, LINE_ASKED,
			price ? "asks another price" : "gives a part"))
			return false;
		lists->asked[lists->asked_count++] = line;
		lists->price = lists->price || price;
		return true;
	}
	if (!line_go(
		desk, &line, LINE_ACT_AGREE, LINE_CONFIRMED, "seller's yes"))
		return false;
	lists->agreed[lists->agreed_count++] = line;
	return true;
}

static void
stands(struct desk *desk, const struct order *order, struct line *lines,
    size_t count)
{
	for (size_t i = 0; i < count; i++)
		store_timer_set(desk->store, TIMER_HANDOVER, lines[i].id,
		    handover_due_ms(desk, order));
	tell_both(desk, order, lines, count);
}

void
agree_sold(struct desk *desk, const struct order *order, struct line *line,
    const char *why)
{
	struct person seller;

	if (!line_go(desk, line, LINE_ACT_AGREE, LINE_CONFIRMED, why) ||
	    !store_person_get(desk->store, line->seller_id, &seller))
		return;
	store_timer_set(desk->store, TIMER_HANDOVER, line->id,
	    handover_due_ms(desk, order));
	tell_buyer(desk, order, line, 1, &seller);
	place_touch(desk, order->id);
}

size_t
agree_seller(struct desk *desk, const struct order *order, struct proposal *p,
    size_t count, const struct agree_terms *terms)
{
	struct outcome_lists lists;
	size_t done = 0;

	/* Not the rows: 45 KiB, of which one is filled. */
	lists.agreed_count = lists.asked_count = lists.rest_count = 0;
	lists.price = false;
	for (size_t i = 0; i < count; i++)
		done += agree_one(desk, &p[i], terms, &lists);
	if (lists.agreed_count > 0)
		stands(desk, order, lists.agreed, lists.agreed_count);
	if (lists.asked_count > 0) {
		tell_wait(desk, order, &lists.asked[0], lists.price);
		ask_buyer(
		    desk, order, lists.asked, lists.asked_count, lists.price);
	}
	if (lists.rest_count > 0)
		place_again(desk, order, lists.rest, lists.rest_count, NULL);
	place_touch(desk, order->id);
	return done;
}

bool
agree_anew(struct desk *desk, const struct order *order, struct line *line,
    const struct agree_terms *terms)
{
	int64_t give =
	    terms->qty_milli > 0 ? terms->qty_milli : line->qty_milli;
	int64_t price =
	    terms->price_minor >= 0 ? terms->price_minor : line->price_minor;
	bool part = give < line->qty_milli, other = price != line->price_minor;
	struct line rest;
	struct proposal p;

	if (give > line->qty_milli || (!part && !other) ||
	    !line_takes(line->state, LINE_ACT_ASK) ||
	    !store_proposal_get(desk->store, line->proposal_id, &p))
		return false;
	hold_less(desk, line, give);
	part = part && split(desk, line, give, &rest);
	line->price_minor = p.price_minor = price;
	p.qty_milli = give;
	p.hold_milli = line->hold_milli;
	store_proposal_put(desk->store, &p);
	if (!line_go(
		desk, line, LINE_ACT_ASK, LINE_ASKED, "the seller corrects it"))
		return false;
	tell_wait(desk, order, line, other);
	ask_buyer(desk, order, line, 1, other);
	if (part)
		place_again(desk, order, &rest, 1, NULL);
	return true;
}

/* -- the buyer's word ---------------------------------------------------- */

static void
tell_not_taken(struct desk *desk, const struct order *order, int64_t seller_id)
{
	struct letter letter;
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, seller_id, 0);
	letter_send(&letter, PHRASE_BUYER_NO,
	    &(struct words){.code = order->code}, &about);
}

static void
buyer_no(struct desk *desk, const struct order *order, struct line *lines,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct proposal p;

		if (i == 0 || lines[i].seller_id != lines[i - 1].seller_id)
			tell_not_taken(desk, order, lines[i].seller_id);
		if (store_proposal_get(desk->store, lines[i].proposal_id, &p))
			(void)proposal_go(desk, &p, PROPOSAL_ACT_WITHDRAW,
			    PROPOSAL_WITHDRAWN);
		stock_release(desk->store, &lines[i]);
		keep_freed(desk, lines[i].product);
	}
	place_again(desk, order, lines, count, NULL);
}

void
agree_buyer(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, bool yes)
{
	if (!yes) {
		buyer_no(desk, order, lines, count);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		size_t n = 1;

		(void)line_go(desk, &lines[i], LINE_ACT_AGREE, LINE_CONFIRMED,
		    "buyer's yes");
		while (i + n < count &&
		       lines[i + n].seller_id == lines[i].seller_id) {
			(void)line_go(desk, &lines[i + n], LINE_ACT_AGREE,
			    LINE_CONFIRMED, "buyer's yes");
			n++;
		}
		stands(desk, order, &lines[i], n);
		i += n - 1;
	}
	place_touch(desk, order->id);
}

void
agree_decline(struct desk *desk, const struct order *order, struct proposal *p,
    size_t count)
{
	struct line lines[DESK_LINES_MAX];
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		if (!proposal_go(
			desk, &p[i], PROPOSAL_ACT_DECLINE, PROPOSAL_DECLINED) ||
		    !store_line_get(desk->store, p[i].line_id, &lines[n]) ||
		    lines[n].proposal_id != p[i].id)
			continue;
		stock_release(desk->store, &lines[n]);
		keep_freed(desk, lines[n].product);
		n++;
	}
	place_again(desk, order, lines, n, NULL);
}
