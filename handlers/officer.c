#include "handlers/officer.h"

#include "handlers/handover_late.h"
#include "handlers/handover_said.h"
#include "handlers/income.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/stock.h"

#include "gateway/store/store_timer.h"

int64_t
officer_for(struct desk *desk, int64_t area_id)
{
	int64_t officer = store_person_officer(desk->store, area_id);
	int64_t phone_id, person_id = 0;

	if (officer != 0)
		return officer;
	if (desk->market->admin_phone[0] == '\0')
		return 0;
	phone_id = store_phone_ensure(desk->store, desk->market->admin_phone,
	    PARTY_PHONE, desk->now_ms, &person_id);
	return phone_id != 0 ? person_id : 0;
}

int64_t
officer_above(struct desk *desk, int64_t officer)
{
	struct person person;
	int64_t above = 0, phone_id;

	if (officer != 0 && store_person_get(desk->store, officer, &person))
		above = store_person_officer_above(desk->store, person.area_id);
	if (above == 0 || above == officer)
		(void)store_person_admin(desk->store, &phone_id, &above);
	if ((above == 0 || above == officer) &&
	    desk->market->admin_phone[0] != '\0')
		(void)store_phone_ensure(desk->store, desk->market->admin_phone,
		    PARTY_PHONE, desk->now_ms, &above);
	return above == officer ? 0 : above;
}

/* Settled as done: what was accepted in the end, and what it comes to. */
static void
tell_settled(struct desk *desk, const struct order *order, int64_t person_id,
    int64_t phone_id, const struct line *lines, size_t count, bool complaint)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};
	bool done = lines[0].state == LINE_FULFILLED;
	enum phrase phrase = complaint ? PHRASE_SETTLED
			     : done    ? PHRASE_GOT_BUYER
				       : PHRASE_ORDER_CANCELLED;

	letter_to(&letter, desk, person_id, phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code,
		.items = done || !complaint ? goods.items : NULL,
		.total = done ? goods.total : NULL},
	    &about);
}

/* said_milli 0: as it was. */
static bool
settle_line(struct desk *desk, struct line *line, bool done, int64_t said_milli)
{
	store_timer_drop(desk->store, TIMER_DISPUTE, line->id);
	store_timer_drop(desk->store, TIMER_HANDOVER, line->id);
	if (done) {
		if (said_milli > 0)
			line->accepted_milli = said_milli < line->qty_milli
						   ? said_milli
						   : line->qty_milli;
		stock_take(desk->store, desk->trade->catalogue, line,
		    line->accepted_milli >= 0 ? line->accepted_milli
					      : line->qty_milli);
		line->settled_ms = desk->now_ms;
		if (!line_go(desk, line, LINE_ACT_HAND_OVER, LINE_FULFILLED,
			"settled by the officer"))
			return false;
		income_settled(desk, line);
		return true;
	}
	stock_release(desk->store, line);
	keep_freed(desk, line->product);
	return line_go(desk, line, LINE_ACT_CANCEL, LINE_CANCELLED,
	    "settled by the officer");
}

/* Complaints first; else what nobody told us of. */
static size_t
to_settle(struct desk *desk, struct line *lines, size_t count, bool *complaint)
{
	size_t n = 0;

	*complaint = false;
	for (size_t i = 0; i < count; i++)
		*complaint = *complaint || lines[i].state == LINE_DISPUTED;
	for (size_t i = 0; i < count; i++)
		if (*complaint ? lines[i].state == LINE_DISPUTED
			       : handover_late_is_officers(desk, &lines[i]))
			lines[n++] = lines[i];
	return n;
}

static size_t
settle_lines(struct desk *desk, struct line *lines, size_t count, bool done,
    bool *complaint)
{
	size_t n = to_settle(desk, lines, count, complaint);
	int64_t said;

	n = handover_named_only(desk, lines, n);
	said = n == 1 && done ? handover_said_milli(desk, &lines[0]) : 0;
	count = n;
	n = 0;
	for (size_t i = 0; i < count; i++)
		if (settle_line(desk, &lines[i], done, said))
			lines[n++] = lines[i];
	return n;
}

static void
tell_sellers(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, bool complaint)
{
	for (size_t i = 0; i < count; i++) {
		struct line theirs[DESK_LINES_MAX];
		int64_t seller = lines[i].seller_id;
		size_t n = 0;

		if (seller == 0)
			continue;
		for (size_t k = i; k < count; k++)
			if (lines[k].seller_id == seller) {
				theirs[n++] = lines[k];
				lines[k].seller_id = 0;
			}
		tell_settled(desk, order, seller, 0, theirs, n, complaint);
	}
}

static bool
is_officer(struct desk *desk)
{
	return (desk->from.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0 ||
	       desk->from.id == officer_for(desk, desk->from.area_id);
}

bool
officer_settles(struct desk *desk, const struct book *book, bool done)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	bool complaint;
	size_t n;

	if (!is_officer(desk) || desk->intent.code[0] == '\0' ||
	    book_find(book, desk->intent.code, BOOK_BUYER | BOOK_SELLER) >= 0 ||
	    !store_order_by_code(desk->store, desk->intent.code, &order))
		return false;
	desk_as(desk, "officer");
	n = settle_lines(
	    desk, lines, place_load(desk, order.id, lines), done, &complaint);
	if (n == 0)
		return false;
	place_touch(desk, order.id);
	tell_settled(desk, &order, desk->from.id, desk->text->phone_id, lines,
	    n, complaint);
	tell_settled(
	    desk, &order, order.buyer_id, order.phone_id, lines, n, complaint);
	tell_sellers(desk, &order, lines, n, complaint);
	return true;
}

bool
officer_pass_on(struct desk *desk, struct person *officer_out)
{
	int64_t officer = officer_for(desk, desk->from.area_id);
	struct letter letter;
	char name[64], text[241];
	struct letter_about about = {.class_ = MESSAGE_NOTICE};

	if (officer == 0 || officer == desk->from.id ||
	    !store_person_get(desk->store, officer, officer_out))
		return false;
	letter_to(&letter, desk, officer, 0);
	letter_name(name, &desk->from);
	str_copy(text, sizeof(text), desk->text->text);
	letter_send(&letter, PHRASE_UNREAD_OFFICER,
	    &(struct words){.name = *desk->from.name ? name : "",
		.phone = desk->from.number,
		.text = text},
	    &about);
	return letter.ok;
}
