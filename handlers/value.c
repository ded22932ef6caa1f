#include "handlers/value.h"

#include "gateway/store/store_offer.h"
#include "gateway/store/store_turn.h"

#include "handlers/amount.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/stock.h"

#define LISTINGS 8

static int64_t
add(int64_t sum, int64_t more)
{
	if (more <= 0)
		return sum;
	return __builtin_add_overflow(sum, more, &sum) ? INT64_MAX : sum;
}

static bool
add_line(void *arg, const struct line *line)
{
	int64_t *sum = arg;

	if (line_is_searching(line->state) || line->state == LINE_CONFIRMED)
		*sum = add(*sum, line_total_minor(line));
	return true;
}

int64_t
value_open(const struct desk *desk, const struct book *book)
{
	int64_t sum = 0;

	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_BUYER) != 0)
			store_line_of_order(desk->store,
			    book->orders[i].order_id, add_line, &sum);
	return sum;
}

struct dearest {
	const struct desk *desk;
	struct stock_unit unit;
	int64_t price_minor; /* -1: none has a price in that measure */
};

static bool
look(void *arg, const struct offer *offer)
{
	struct dearest *d = arg;
	int64_t price;

	if (offer->price_minor >= 0 &&
	    stock_price(&price, offer->price_minor,
		stock_unit_offer(d->desk->trade->catalogue, offer), d->unit) &&
	    price > d->price_minor)
		d->price_minor = price;
	return true;
}

int64_t
value_wanted(const struct desk *desk, const struct draft *draft)
{
	int64_t sum = 0;

	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *it = &draft->items[i];
		struct dearest d = {.desk = desk,
		    .unit = stock_unit_of(desk->trade->catalogue, it->product,
			*it->unit ? it->unit : "piece"),
		    .price_minor = -1};

		store_turn_walk(desk->store, it->product,
		    &(struct turn_mark){0}, LISTINGS, look, &d);
		sum = add(sum, amount_total(it->qty_milli, d.price_minor));
	}
	return sum;
}

void
value_say(struct desk *desk, int64_t worth_minor)
{
	struct amount_style style = desk_style(desk, desk->lang);
	char worth[AMOUNT_OCTETS], limit[AMOUNT_OCTETS];

	letter_answer(desk, PHRASE_ORDER_VALUE,
	    &(struct words){.total = amount_money(worth, &style, worth_minor),
		.left = amount_money(
		    limit, &style, desk->market->value_per_person_minor)},
	    0);
}
