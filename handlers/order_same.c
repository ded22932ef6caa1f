#include "handlers/order_same.h"

#include <string.h>

#include "handlers/day.h"
#include "handlers/order.h"
#include "handlers/place.h"

static bool
is_same_item(const struct draft_item *it, const struct line *line)
{
	return it->qty_milli == line->qty_milli &&
	       strcmp(it->product, line->product) == 0 &&
	       strcmp(*it->unit ? it->unit : "piece", line->unit) == 0;
}

/* The same goods for the same day and people, in other words. */
static bool
is_same_wish(
    struct desk *desk, const struct draft *draft, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	char day[DAY_OCTETS];

	day_keep(day, desk->market, desk->now_ms, draft->day, desk->clock_sure);
	if (count != draft->count || strcmp(day, order->day) != 0 ||
	    strcmp(draft->on_behalf, order->on_behalf) != 0 ||
	    strcmp(draft->place, order->place) != 0)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!is_same_item(&draft->items[i], &lines[i]))
			return false;
	return true;
}

int64_t
order_same(
    struct desk *desk, const struct book *book, const struct draft *draft)
{
	struct order order;

	if (draft->sale_id != 0 || draft->seller[0] != '\0' ||
	    draft->price_milli != 0)
		return 0;
	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_BUYER) != 0 &&
		    store_order_get(
			desk->store, book->orders[i].order_id, &order) &&
		    order.closed_ms == 0 &&
		    order.created_ms + ORDER_REPEAT_MS >= desk->now_ms &&
		    is_same_wish(desk, draft, &order))
			return order.id;
	return 0;
}
