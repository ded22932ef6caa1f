/* order_outage - after an outage: orders whose day has passed, and whether they
 * are still wanted. */
#include "handlers/order.h"

#include "gateway/store/store_timer.h"

#include "handlers/ask.h"
#include "handlers/cancel.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/status.h"

#define OUTAGE_ROWS 200
#define WANTED_LIVES_MS (INT64_C(24) * 3600 * 1000)

struct overdue {
	struct desk *desk;
	int64_t orders[OUTAGE_ROWS];
	size_t count;
};

static bool
overdue_add(void *arg, const struct line_row *row)
{
	struct overdue *o = arg;
	int64_t day = day_number(row->order.day);

	if (day < 0 ||
	    day >= market_local_day(o->desk->market, o->desk->now_ms) ||
	    o->count == OUTAGE_ROWS)
		return o->count < OUTAGE_ROWS;
	for (size_t i = 0; i < o->count; i++)
		if (o->orders[i] == row->order.id)
			return true;
	o->orders[o->count++] = row->order.id;
	return true;
}

static void
ask_wanted(struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines), n = 0;
	struct order order;
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order_id,
	    .question = true};

	for (size_t i = 0; i < count; i++)
		if (line_is_searching(lines[i].state)) {
			lines[n] = lines[i];
			lines[n++].price_minor = -1;
		}
	if (n == 0 || !store_order_get(desk->store, order_id, &order))
		return;
	about.subject_id = ask_open(desk, order.phone_id, order.buyer_id,
	    ASK_WANTED, order_id, "{}", desk->now_ms + WANTED_LIVES_MS);
	letter_to(&letter, desk, order.buyer_id, order.phone_id);
	letter_goods(&goods, &letter, &order, lines, n);
	letter_send(&letter, PHRASE_ORDER_WANTED,
	    &(struct words){.code = order.code, .items = goods.items}, &about);
}

void
order_outage(struct desk *desk)
{
	static const enum line_state searching[] = {LINE_WAITING, LINE_OFFERED};
	struct overdue overdue = {.desk = desk, .count = 0};

	for (size_t i = 0; i < 2; i++) {
		struct line_filter filter = {.state = searching[i],
		    .limit = OUTAGE_ROWS,
		    .since_ms = desk->now_ms - INT64_C(14) * 24 * 3600 * 1000};

		store_line_list(desk->store, &filter, overdue_add, &overdue);
	}
	for (size_t i = 0; i < overdue.count; i++)
		ask_wanted(desk, overdue.orders[i]);
}

void
order_wanted(struct desk *desk, int64_t order_id, bool yes)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines), n = 0;
	struct order order;

	if (!store_order_get(desk->store, order_id, &order))
		return;
	desk_as(desk, "buyer");
	for (size_t i = 0; !yes && i < count; i++)
		if (line_is_searching(lines[i].state))
			lines[n++] = lines[i];
	if (n > 0)
		(void)cancel_lines(
		    desk, &order, lines, n, "not wanted any more");
	if (yes)
		letter_answer(desk, PHRASE_ORDER_KEPT,
		    &(struct words){.code = order.code}, order_id);
	else
		status_order(desk, &order);
}
