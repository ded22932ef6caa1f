#include "handlers/complaint.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/handover_said.h"
#include "handlers/handover_tell.h"
#include "handlers/income.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/place.h"

#define STATE(name) HANDOVER_STATE(name)
#define TOLD_TEXTS 8 /* looked back on for the order that is meant */

static void
tell_problem_officer(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, int64_t officer, const char *said)
{
	struct letter letter;
	struct letter_goods goods;
	struct person buyer, seller;
	char name[64], other[100], seller_name[64], day[DAY_TEXT_OCTETS] = "";
	struct buf both = buf_over(other, sizeof(other));
	struct letter_about about = {.order_id = order->id,
	    .subject = SUBJECT_LINE,
	    .subject_id = lines[0].id};

	letter_to(&letter, desk, officer, 0);
	letter_goods(&goods, &letter, order, lines, count);
	store_person_get(desk->store, order->buyer_id, &buyer);
	store_person_get(desk->store, lines[0].seller_id, &seller);
	letter_name(name, &buyer);
	letter_name(seller_name, &seller);
	buf_add_format(&both, "%s %s", seller_name, seller.number);
	if (desk->clock_sure)
		day_text_of(day, desk->trade->phrases, letter.lang,
		    market_local_day(
			desk->market, desk->now_ms + COMPLAINT_DUE_MS));
	letter_send(&letter, PHRASE_PROBLEM_OFFICER,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.text = *said ? said : "?",
		.name = *buyer.name ? name : "",
		.phone = buyer.number,
		.other = other,
		.day = day},
	    &about);
}

/* What both said is closed is not meant while something is not. */
static size_t
what_is_open(struct line *lines, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += lines[i].settled_ms == 0;
	if (n == 0 || n == count)
		return count;
	n = 0;
	for (size_t i = 0; i < count; i++)
		if (lines[i].settled_ms == 0)
			lines[n++] = lines[i];
	return n;
}

struct told {
	int64_t order_id;
};

static bool
told_look(void *arg, const struct message *m)
{
	struct told *told = arg;

	if (m->out)
		told->order_id = m->order_id;
	return told->order_id == 0;
}

bool
complaint_finds_failed(struct desk *desk)
{
	struct told told = {0};
	struct line lines[DESK_LINES_MAX];
	struct order order;

	store_message_chain(
	    desk->store, desk->text->phone_id, TOLD_TEXTS, told_look, &told);
	if (told.order_id == 0 || desk->intent.code[0] != '\0' ||
	    !store_order_get(desk->store, told.order_id, &order) ||
	    order.buyer_id != desk->from.id ||
	    handover_lines_in(desk, order.id, 0, STATE(FAILED), lines) == 0)
		return false;
	str_copy(
	    desk->intent.code, sizeof(desk->intent.code), str_from(order.code));
	return true;
}

void
complaint_text(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	char said[160];
	size_t count, n = 0;
	int64_t officer;
	bool buyer, again;

	if (!handover_pick(desk, book, BOOK_BUYER | BOOK_SELLER, &order))
		return;
	buyer = order.buyer_id == desk->from.id;
	desk_as(desk, buyer ? "buyer" : "seller");
	store_message_set_order(desk->store, desk->cause_id, order.id);
	str_copy(said, sizeof(said), str_trim(desk->intent.rest));
	count = handover_lines_in(desk, order.id, buyer ? 0 : desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED) |
		STATE(FAILED),
	    lines);
	count = handover_named_only(desk, lines, count);
	count = what_is_open(lines, count);
	again = handover_said_lately(desk, order.id);
	for (size_t i = 0; i < count; i++) {
		if (again && lines[i].state == LINE_DISPUTED) {
			lines[n++] = lines[i];
			continue;
		}
		lines[i].settled_ms = 0;
		if (!line_go(desk, &lines[i], LINE_ACT_PROBLEM, LINE_DISPUTED,
			*said ? said : "complaint"))
			continue;
		income_reversed(desk, &lines[i]);
		store_timer_drop(desk->store, TIMER_LINE_SETTLE, lines[i].id);
		store_timer_drop(desk->store, TIMER_HANDOVER, lines[i].id);
		store_timer_set(desk->store, TIMER_DISPUTE, lines[i].id,
		    desk->now_ms + COMPLAINT_DUE_MS);
		lines[n++] = lines[i];
	}
	if (n == 0) {
		handover_not_now(desk, &order);
		return;
	}
	place_touch(desk, order.id);
	officer = officer_for(desk, desk->from.area_id);
	handover_tell(desk, desk->from.id, 0,
	    officer ? PHRASE_PROBLEM_ACK : PHRASE_PROBLEM_NOBODY, &order, lines,
	    n, officer, NULL);
	if (again)
		return;
	if (officer != 0)
		tell_problem_officer(desk, &order, lines, n, officer, said);
	if (buyer)
		handover_tell_sellers(
		    desk, &order, lines, n, PHRASE_PROBLEM_OTHER, said);
	else
		handover_tell(desk, order.buyer_id, order.phone_id,
		    PHRASE_PROBLEM_OTHER, &order, lines, n, 0, said);
}

/* -- the date ---------------------------------------------------------------
 */

#define PASSED_ON "not settled in time, passed on"

struct dispute {
	int64_t since_ms;
	char said[160];
	bool passed_on;
};

/* The last complaint that is open, and whether it was passed on. */
static bool
dispute_look(void *arg, const struct line_event *event)
{
	struct dispute *d = arg;

	if (event->to != (int)LINE_DISPUTED) {
		d->since_ms = 0;
		d->passed_on = false;
	} else if (strcmp(event->text, PASSED_ON) == 0) {
		d->passed_on = true;
	} else if (d->since_ms == 0) {
		d->since_ms = event->time_ms;
		str_copy(d->said, sizeof(d->said), str_from(event->text));
	}
	return true;
}

/* A second date passed: whoever is above the officer hears of it, once. */
static void
pass_up(struct desk *desk, const struct order *order, struct line *line,
    int64_t officer)
{
	struct dispute d = {.since_ms = 0};
	int64_t above;

	store_event_of_line(desk->store, line->id, dispute_look, &d);
	if (d.passed_on || d.since_ms == 0 ||
	    d.since_ms + 2 * COMPLAINT_DUE_MS > desk->now_ms)
		return;
	above = officer_above(desk, officer);
	if (above == 0 ||
	    !line_go(desk, line, LINE_ACT_PROBLEM, LINE_DISPUTED, PASSED_ON))
		return;
	tell_problem_officer(desk, order, line, 1, above, d.said);
}

void
complaint_due(struct desk *desk, int64_t line_id)
{
	struct line line;
	struct order order;
	struct person buyer;
	int64_t officer;

	if (!store_line_get(desk->store, line_id, &line) ||
	    line.state != LINE_DISPUTED ||
	    !store_order_get(desk->store, line.order_id, &order) ||
	    !store_person_get(desk->store, order.buyer_id, &buyer))
		return;
	store_timer_set(desk->store, TIMER_DISPUTE, line_id,
	    desk->now_ms + COMPLAINT_DUE_MS);
	officer = officer_for(desk, buyer.area_id);
	if (officer != 0)
		handover_tell(desk, officer, 0, PHRASE_PROBLEM_DUE, &order,
		    &line, 1, 0, NULL);
	pass_up(desk, &order, &line, officer);
}
