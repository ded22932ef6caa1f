#include "handlers/handover.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/handover_said.h"
#include "handlers/handover_tell.h"
#include "handlers/income.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/status.h"
#include "handlers/stock.h"

#define STATE(name) HANDOVER_STATE(name)

/* -- handing over -------------------------------------------------------- */

static void
count_got(struct desk *desk, int64_t buyer_id)
{
	struct person buyer;

	if (!store_person_get(desk->store, buyer_id, &buyer))
		return;
	buyer.got_count++;
	store_person_put(desk->store, &buyer);
}

static bool
settle(struct desk *desk, struct line *line, const char *why)
{
	line->settled_ms = desk->now_ms;
	store_timer_drop(desk->store, TIMER_LINE_SETTLE, line->id);
	if (!line_go(desk, line, LINE_ACT_SETTLE, LINE_FULFILLED, why))
		return false;
	income_settled(desk, line);
	return true;
}

/* qty_milli 0: all of it.  Both sides may say it, in either order. */
static bool
hand_over(struct desk *desk, struct line *line, int64_t qty_milli, bool buyer)
{
	bool again = line->state == LINE_FULFILLED;

	if (!line_takes(line->state, LINE_ACT_HAND_OVER) ||
	    (again && line->settled_ms != 0) ||
	    (again && (buyer ? line->got_ms : line->done_ms) != 0))
		return false;
	if (qty_milli > line->qty_milli)
		qty_milli = line->qty_milli;
	if (qty_milli > 0)
		line->accepted_milli = qty_milli;
	if (buyer)
		line->got_ms = desk->now_ms;
	else
		line->done_ms = desk->now_ms;
	stock_take(desk->store, desk->trade->catalogue, line,
	    qty_milli > 0 ? qty_milli : line->qty_milli);
	store_timer_drop(desk->store, TIMER_HANDOVER, line->id);
	store_timer_drop(desk->store, TIMER_DISPUTE, line->id);
	if (!line_go(desk, line, LINE_ACT_HAND_OVER, LINE_FULFILLED,
		buyer ? "the buyer has it" : "handed over"))
		return false;
	if (line->got_ms != 0 && line->done_ms != 0)
		return settle(desk, line, "both say so");
	store_timer_set(desk->store, TIMER_LINE_SETTLE, line->id,
	    desk->now_ms + HANDOVER_SETTLE_MS);
	return true;
}

static size_t
hand_over_all(struct desk *desk, struct line *lines, size_t count, bool buyer)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		int64_t qty =
		    count == 1 ? handover_said_milli(desk, &lines[i]) : 0;

		if (hand_over(desk, &lines[i], qty, buyer))
			lines[n++] = lines[i];
	}
	return n;
}

/* DONE by a buyer means GOT, and the other way round: the order can only be
 * meant in the one part that they have in it. */
static bool
speaks_as(
    struct desk *desk, const struct book *book, unsigned part, unsigned other)
{
	const char *code = desk->intent.code;
	size_t at;

	if (*code != '\0')
		return book_find(book, code, other) < 0 &&
		       book_find(book, code, part) >= 0;
	return book_count(book, other, &at) == 0 &&
	       book_count(book, part, &at) > 0;
}

void
handover_done(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	size_t count;

	if (officer_settles(desk, book, true))
		return;
	if (speaks_as(desk, book, BOOK_BUYER, BOOK_SELLER)) {
		handover_got(desk, book);
		return;
	}
	desk_as(desk, "seller");
	if (!pick_order(desk, book, BOOK_SELLER, PHRASE_NOTHING_ASKED, &order))
		return;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	if (handover_said_later(desk)) {
		letter_answer(desk, PHRASE_DONE_LATER,
		    &(struct words){.code = order.code}, order.id);
		return;
	}
	count = handover_lines_in(desk, order.id, desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED), lines);
	count = handover_named_only(desk, lines, count);
	if (handover_said_part(desk, lines, count)) {
		status_order(desk, &order);
		return;
	}
	count = hand_over_all(desk, lines, count, false);
	if (count == 0) {
		handover_not_now(desk, &order);
		return;
	}
	handover_tell(desk, desk->from.id, 0, PHRASE_DONE_SELLER, &order, lines,
	    count, 0, NULL);
	if (lines[0].got_ms == 0)
		handover_tell(desk, order.buyer_id, order.phone_id,
		    PHRASE_DONE_BUYER, &order, lines, count, desk->from.id,
		    NULL);
	place_touch(desk, order.id);
}

size_t
handover_lines(
    struct desk *desk, const struct order *order, int64_t for_id, int number)
{
	bool buyer = for_id != 0 && for_id == order->buyer_id;
	struct line lines[DESK_LINES_MAX];
	size_t count = handover_lines_in(desk, order->id, buyer ? 0 : for_id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if ((number == 0 || lines[i].number == number) &&
		    hand_over(desk, &lines[i], 0, buyer))
			lines[n++] = lines[i];
	if (n == 0)
		return 0;
	if (buyer) {
		count_got(desk, for_id);
		handover_tell_sellers(
		    desk, order, lines, n, PHRASE_GOT_SELLER, NULL);
	} else if (lines[0].got_ms == 0) {
		handover_tell(desk, order->buyer_id, order->phone_id,
		    PHRASE_DONE_BUYER, order, lines, n, lines[0].seller_id,
		    NULL);
	}
	place_touch(desk, order->id);
	return n;
}

/* One farmer said DONE, another has not come yet: GOT answers the first. */
static size_t
what_was_brought(struct line *lines, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += lines[i].done_ms != 0 && lines[i].got_ms == 0;
	if (n == 0 || n == count)
		return count;
	n = 0;
	for (size_t i = 0; i < count; i++)
		if (lines[i].done_ms != 0 && lines[i].got_ms == 0)
			lines[n++] = lines[i];
	return n;
}

void
handover_got(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	size_t count;

	if (speaks_as(desk, book, BOOK_SELLER, BOOK_BUYER)) {
		handover_done(desk, book);
		return;
	}
	desk_as(desk, "buyer");
	if (!pick_order(desk, book, BOOK_BUYER, PHRASE_NOTHING_OPEN, &order))
		return;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = handover_lines_in(desk, order.id, 0,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	count = handover_named_only(desk, lines, count);
	count = what_was_brought(lines, count);
	if (handover_said_part(desk, lines, count)) {
		status_order(desk, &order);
		return;
	}
	count = hand_over_all(desk, lines, count, true);
	if (count == 0) {
		handover_not_now(desk, &order);
		return;
	}
	count_got(desk, desk->from.id);
	handover_tell(desk, desk->from.id, 0, PHRASE_GOT_BUYER, &order, lines,
	    count, 0, NULL);
	handover_tell_sellers(
	    desk, &order, lines, count, PHRASE_GOT_SELLER, NULL);
	place_touch(desk, order.id);
}

/* -- nobody came ---------------------------------------------------------- */

void
handover_noshow(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	struct person buyer;
	size_t count, n = 0;

	desk_as(desk, "seller");
	if (!pick_order(desk, book, BOOK_SELLER, PHRASE_NOTHING_ASKED, &order))
		return;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = handover_lines_in(
	    desk, order.id, desk->from.id, STATE(CONFIRMED), lines);
	for (size_t i = 0; i < count; i++) {
		stock_release(desk->store, &lines[i]);
		store_timer_drop(desk->store, TIMER_HANDOVER, lines[i].id);
		if (line_go(desk, &lines[i], LINE_ACT_NOSHOW, LINE_FAILED,
			"the buyer did not come"))
			lines[n++] = lines[i];
	}
	if (n == 0) {
		handover_not_now(desk, &order);
		return;
	}
	if (store_person_get(desk->store, order.buyer_id, &buyer)) {
		buyer.noshow_count++;
		store_person_put(desk->store, &buyer);
	}
	place_touch(desk, order.id);
	for (size_t i = 0; i < n; i++)
		keep_freed(desk, lines[i].product);
	handover_tell(desk, desk->from.id, 0, PHRASE_NOSHOW_SELLER, &order,
	    lines, n, 0, NULL);
	handover_tell(desk, order.buyer_id, order.phone_id, PHRASE_NOSHOW_BUYER,
	    &order, lines, n, desk->from.id, NULL);
}

/* -- time ---------------------------------------------------------------- */

void
handover_settle(struct desk *desk, int64_t line_id)
{
	struct line line;
	struct order order;

	if (!store_line_get(desk->store, line_id, &line) ||
	    line.state != LINE_FULFILLED || line.settled_ms != 0 ||
	    !settle(desk, &line, "a day without objection"))
		return;
	if (line.got_ms == 0 &&
	    store_order_get(desk->store, line.order_id, &order))
		count_got(desk, order.buyer_id);
	place_touch(desk, line.order_id);
}
