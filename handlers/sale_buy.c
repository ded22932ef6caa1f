#include "handlers/sale_buy.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_timer.h"

#include "handlers/agree.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/news.h"
#include "handlers/place.h"
#include "handlers/sale.h"
#include "handlers/sale_tell.h"
#include "handlers/sale_wait.h"
#include "handlers/stock.h"
#include "handlers/unusual.h"

#define SERVED_A_TURN 32
#define MORE_SOON_MS INT64_C(1000)

enum sale_verdict
sale_buy_judge(const struct sale_wish *w)
{
	if (!w->running)
		return SALE_IS_OVER;
	if (!w->comparable || w->need_milli <= 0)
		return SALE_OTHER_TERMS;
	if (w->cap_milli > 0 && w->need_milli > w->cap_milli - w->bought_milli)
		return SALE_ABOVE_CAP;
	return w->need_milli <= w->free_milli ? SALE_TAKE : SALE_WAIT;
}

/* -- one order ------------------------------------------------------------- */

/* Who wants how much; made from a draft, or from a row of the waiting list. */
struct taking {
	const struct sale *sale;
	int64_t buyer_id, phone_id, message_id, promoter_id;
	int64_t qty_milli; /* in `unit` */
	const char *unit;
	int64_t need_milli; /* in the sale's measure */
	const struct draft *draft; /* NULL: from the list */
};

static struct stock_unit
unit_of(struct desk *desk, const struct sale *sale, const char *unit)
{
	return stock_unit_of(desk->trade->catalogue, sale->product, unit);
}

static bool
add_order(struct desk *desk, const struct taking *t, struct order *order)
{
	memset(order, 0, sizeof(*order));
	order->buyer_id = t->buyer_id;
	order->phone_id = t->phone_id;
	order->message_id = t->message_id;
	order->created_ms = desk->now_ms;
	order->changed_ms = desk->now_ms;
	if (t->draft != NULL) {
		memcpy(order->place, t->draft->place, sizeof(order->place));
		memcpy(order->on_behalf, t->draft->on_behalf,
		    sizeof(order->on_behalf));
		day_keep(order->day, desk->market, desk->now_ms, t->draft->day,
		    desk->clock_sure);
	}
	store_order_add(
	    desk->store, order, desk->trade->random, desk->trade->random_arg);
	if (order->id != 0 && t->message_id != 0)
		store_message_set_order(desk->store, t->message_id, order->id);
	return order->id != 0;
}

/* The price is also the most this buyer pays, should the seller give it back
 * and another be asked. */
static bool
add_line(struct desk *desk, const struct taking *t, const struct order *order,
    struct line *line)
{
	memset(line, 0, sizeof(*line));
	line->order_id = order->id;
	memcpy(line->product, t->sale->product, sizeof(line->product));
	str_copy(line->unit, sizeof(line->unit), str_from(t->unit));
	line->qty_milli = t->qty_milli;
	line->unit_grams = unit_of(desk, t->sale, t->unit).grams;
	line->accepted_milli = -1;
	if (!stock_price(&line->price_minor, t->sale->price_minor,
		unit_of(desk, t->sale, t->sale->unit),
		unit_of(desk, t->sale, t->unit)))
		return false;
	line->price_max_minor = line->price_minor;
	line_add(desk, line, "ordered");
	unusual_note(desk, t->buyer_id, line);
	return line->id != 0;
}

/* Holds the stock first: the store says no rather than sell twice. */
static bool
take(struct desk *desk, const struct taking *t, const struct sale_part *part)
{
	struct order order;
	struct line line;
	struct sale_line sold = {.part_id = part->id,
	    .buyer_id = t->buyer_id,
	    .promoter_id = t->promoter_id,
	    .qty_milli = t->need_milli};

	if (!store_offer_hold(desk->store, part->offer_id, t->need_milli) ||
	    !add_order(desk, t, &order) || !add_line(desk, t, &order, &line))
		return false;
	line.seller_id = part->seller_id;
	line.offer_id = part->offer_id;
	line.hold_milli = t->need_milli;
	agree_sold(desk, &order, &line, "taken from a sale");
	sold.line_id = line.id;
	sold.sum_minor = line_total_minor(&line);
	store_sale_line_add(desk->store, &sold);
	sale_tell_soon(desk, part->id);
	return true;
}

/* The first in the relay who has all of it; NULL: nobody.  *most_out is what
 * anybody has, -1 when only the buyer sells. */
static const struct sale_part *
find_part(struct desk *desk, const struct sale *sale, int64_t buyer_id,
    int64_t need_milli, struct sale_part parts[SALE_PARTS_MAX],
    int64_t *most_out)
{
	size_t count = store_sale_parts(desk->store, sale->id, parts);
	const struct sale_part *found = NULL;

	*most_out = -1;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].seller_id == buyer_id)
			continue;
		if (parts[i].free_milli > *most_out)
			*most_out = parts[i].free_milli;
		if (found == NULL && parts[i].free_milli >= need_milli)
			found = &parts[i];
	}
	return found;
}

/* -- answers --------------------------------------------------------------- */

static void
say_cap(struct desk *desk, const struct sale *sale, int64_t bought_milli)
{
	struct letter letter;
	/* A quantity that answers it means the sale, too (sale_hear). */
	struct letter_about about = {
	    .subject = SUBJECT_SALE, .subject_id = sale->id};
	char cap[AMOUNT_OCTETS], left[AMOUNT_OCTETS] = "";

	letter_to_sender(&letter, desk);
	if (sale->cap_milli > bought_milli)
		amount_qty(left, &letter.style, sale->cap_milli - bought_milli,
		    sale->unit);
	letter_send(&letter, PHRASE_SALE_CAP,
	    &(struct words){.code = sale->code,
		.product = amount_product(&letter.style, sale->product),
		.qty =
		    amount_qty(cap, &letter.style, sale->cap_milli, sale->unit),
		.left = left},
	    &about);
}

static void
put_on_list(struct desk *desk, const struct taking *t, int64_t free_milli)
{
	struct sale_wait wait = {.sale_id = t->sale->id,
	    .buyer_id = t->buyer_id,
	    .phone_id = t->phone_id,
	    .message_id = t->message_id,
	    .promoter_id = t->promoter_id,
	    .qty_milli = t->qty_milli,
	    .need_milli = t->need_milli};
	struct sale sale;

	str_copy(wait.unit, sizeof(wait.unit), str_from(t->unit));
	store_sale_wait_put(desk->store, &wait);
	if (store_sale_get(desk->store, t->sale->id, &sale))
		sale_set_end(desk, &sale);
	sale_wait_say(desk, t->sale, &wait, free_milli);
}

/* They have something now: their wish on the list is smaller by it. */
static void
shorten_wait(struct desk *desk, const struct taking *t)
{
	struct sale_wait wait;

	if (!store_sale_wait_find(desk->store, t->sale->id, t->buyer_id, &wait))
		return;
	if (wait.need_milli <= t->need_milli ||
	    !stock_convert(&wait.qty_milli, wait.need_milli - t->need_milli,
		unit_of(desk, t->sale, t->sale->unit),
		unit_of(desk, t->sale, wait.unit), false) ||
	    wait.qty_milli <= 0) {
		store_sale_wait_drop(desk->store, &wait);
		return;
	}
	wait.need_milli -= t->need_milli;
	store_sale_wait_put(desk->store, &wait);
}

/* -- a draft --------------------------------------------------------------- */

/* The most they would pay, per unit of theirs, is not below the sale's. */
static bool
price_fits(struct desk *desk, const struct taking *t)
{
	const struct draft_item *it = &t->draft->items[0];
	int64_t milli =
	    it->price_milli ? it->price_milli : t->draft->price_milli;
	const char *per = it->price_milli ? it->price_per : t->draft->price_per;
	int64_t most;

	if (milli <= 0)
		return true;
	most = amount_minor(desk->market, milli);
	if (*per == '\0' && it->price_milli == 0)
		return most >=
		       amount_total(t->need_milli, t->sale->price_minor);
	return stock_price(&most, most,
		   unit_of(desk, t->sale, *per ? per : t->unit),
		   unit_of(desk, t->sale, t->sale->unit)) &&
	       most >= t->sale->price_minor;
}

static bool
is_running(struct desk *desk, const struct sale *sale)
{
	return sale->state == SALE_RUNNING &&
	       (!desk->clock_sure || desk->now_ms < sale->until_ms);
}

void
sale_buy_draft(struct desk *desk, const struct draft *draft)
{
	struct sale_part parts[SALE_PARTS_MAX];
	const struct sale_part *part;
	struct sale sale;
	struct sale_wish wish = {.running = false};
	const struct draft_item *it = &draft->items[0];
	struct taking t = {.sale = &sale,
	    .buyer_id = desk->from.id,
	    .phone_id = desk->text->phone_id,
	    .message_id = desk->cause_id,
	    .promoter_id = draft->promoter_id,
	    .qty_milli = it->qty_milli,
	    .unit = *it->unit ? it->unit : "piece",
	    .draft = draft};

	desk_as(desk, "buyer");
	if (!store_sale_get(desk->store, draft->sale_id, &sale))
		return;
	wish.running = is_running(desk, &sale);
	wish.comparable = stock_convert(&t.need_milli, t.qty_milli,
			      unit_of(desk, &sale, t.unit),
			      unit_of(desk, &sale, sale.unit), true) &&
			  price_fits(desk, &t);
	wish.need_milli = t.need_milli;
	wish.cap_milli = sale.cap_milli;
	wish.bought_milli =
	    store_sale_bought(desk->store, sale.id, desk->from.id);
	part = find_part(
	    desk, &sale, desk->from.id, t.need_milli, parts, &wish.free_milli);
	/* Nobody buys from themselves. */
	wish.comparable = wish.comparable && wish.free_milli >= 0;
	switch (sale_buy_judge(&wish)) {
	case SALE_TAKE:
		if (take(desk, &t, part)) {
			shorten_wait(desk, &t);
			if (store_sale_get(desk->store, sale.id, &sale))
				sale_set_end(desk, &sale);
		}
		break;
	case SALE_WAIT:
		put_on_list(desk, &t, wish.free_milli);
		break;
	case SALE_ABOVE_CAP:
		say_cap(desk, &sale, wish.bought_milli);
		break;
	case SALE_IS_OVER:
		sale_wait_over(desk, &sale);
		break;
	case SALE_OTHER_TERMS:
		news_say_sale(desk, &sale);
		break;
	}
}

/* -- what becomes free ----------------------------------------------------- */

static bool
serve_one(struct desk *desk, struct sale *sale)
{
	struct sale_part parts[SALE_PARTS_MAX];
	const struct sale_part *part;
	struct sale_wait wait;
	struct person buyer;
	struct taking t = {.sale = sale, .unit = wait.unit};
	int64_t most;

	(void)find_part(desk, sale, 0, INT64_MAX, parts, &most);
	if (most <= 0 ||
	    !store_sale_wait_first(desk->store, sale->id, most, &wait))
		return false;
	store_sale_wait_drop(desk->store, &wait);
	part =
	    find_part(desk, sale, wait.buyer_id, wait.need_milli, parts, &most);
	/* Who stopped our texts would not hear that they have bought. */
	if (part == NULL ||
	    !store_person_get(desk->store, wait.buyer_id, &buyer) ||
	    buyer.stopped_ms != 0)
		return true;
	t.buyer_id = wait.buyer_id;
	t.phone_id = wait.phone_id;
	t.message_id = wait.message_id;
	t.promoter_id = wait.promoter_id;
	t.qty_milli = wait.qty_milli;
	t.need_milli = wait.need_milli;
	return take(desk, &t, part);
}

void
sale_buy_free(struct desk *desk, int64_t sale_id)
{
	struct sale sale;
	int served = 0;

	if (!store_sale_get(desk->store, sale_id, &sale) ||
	    !is_running(desk, &sale))
		return;
	while (served < SERVED_A_TURN && serve_one(desk, &sale))
		served++;
	if (served == SERVED_A_TURN)
		store_timer_set(desk->store, TIMER_SALE_FREE, sale.id,
		    desk->now_ms + MORE_SOON_MS);
	if (store_sale_get(desk->store, sale_id, &sale))
		sale_set_end(desk, &sale);
}

/* A seller who gives an order back has not got it: it is no more for sale. */
static void
lose_stock(struct desk *desk, const struct sale_line *sold)
{
	struct sale_part part;
	struct offer offer;

	if (!store_sale_part_get(desk->store, sold->part_id, &part) ||
	    !store_offer_get(desk->store, part.offer_id, &offer))
		return;
	offer.stock_milli -= sold->qty_milli;
	store_offer_put(desk->store, &offer, desk->now_ms);
}

void
sale_buy_gone(struct desk *desk, const struct line *line)
{
	struct sale_line sold;

	if (!store_sale_line_gone(desk->store, line->id, &sold))
		return;
	if (strcmp(desk->by, "seller") == 0 && line->state != LINE_FAILED)
		lose_stock(desk, &sold);
	store_timer_set(desk->store, TIMER_SALE_FREE, sold.part_id / 64,
	    market_waking_after(desk->market, desk->now_ms, 1));
}

bool
sale_buy_tells_seller(struct desk *desk, int64_t line_id)
{
	struct sale_line sold;
	struct sale sale;

	return store_sale_line_get(desk->store, line_id, &sold) &&
	       store_sale_get(desk->store, sold.part_id / 64, &sale) &&
	       sale.state != SALE_RUNNING;
}
