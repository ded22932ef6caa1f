#include "handlers/handover.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/handover_said.h"
#include "handlers/income.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/status.h"
#include "handlers/stock.h"

#define STATE(name) FSM_BIT(LINE_##name)

/* The order's lines in one of `states`, of one seller unless 0. */
static size_t
lines_in(struct desk *desk, int64_t order_id, int64_t seller_id,
    uint32_t states, struct line lines[DESK_LINES_MAX])
{
	size_t count = place_load(desk, order_id, lines), n = 0;

	for (size_t i = 0; i < count; i++)
		if ((states & FSM_BIT(lines[i].state)) != 0 &&
		    (seller_id == 0 || lines[i].seller_id == seller_id))
			lines[n++] = lines[i];
	return n;
}

/* One text about lines to one person, about somebody else. */
static void
tell(struct desk *desk, int64_t to, int64_t phone_id, enum phrase phrase,
    const struct order *order, const struct line *lines, size_t count,
    int64_t about_person, const char *said)
{
	struct letter letter;
	struct letter_goods goods;
	struct person other = {.id = 0};
	char name[64] = "";
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, to, phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	if (about_person != 0 &&
	    store_person_get(desk->store, about_person, &other))
		letter_name(name, &other);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total,
		.name = name,
		.phone = other.number,
		.text = said},
	    &about);
}

static void
not_now(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	char words[160] = "";
	static const enum phrase names[] = {
	    [LINE_ASKED] = PHRASE_STATE_ASKED,
	    [LINE_WAITING] = PHRASE_STATE_WAITING,
	    [LINE_OFFERED] = PHRASE_STATE_OFFERED,
	    [LINE_CONFIRMED] = PHRASE_STATE_WAITING,
	    [LINE_FULFILLED] = PHRASE_STATE_FULFILLED,
	    [LINE_UNFILLED] = PHRASE_STATE_UNFILLED,
	    [LINE_CANCELLED] = PHRASE_STATE_CANCELLED,
	    [LINE_DISPUTED] = PHRASE_STATE_DISPUTED,
	    [LINE_FAILED] = PHRASE_STATE_FAILED,
	};

	if (count > 0) {
		bool with_buyer = lines[0].state == LINE_ASKED &&
				  lines[0].seller_id == desk->from.id;

		phrase_fill(words, sizeof(words), desk->trade->phrases,
		    desk->lang,
		    with_buyer ? PHRASE_STATE_WITH_BUYER
			       : names[lines[0].state],
		    &(struct words){0});
	}
	letter_answer(desk,
	    order->closed_ms != 0 ? PHRASE_ORDER_CLOSED : PHRASE_ORDER_NOT_NOW,
	    &(struct words){.code = order->code, .text = words}, order->id);
}

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
	count = lines_in(desk, order.id, desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED), lines);
	count = handover_named_only(desk, lines, count);
	if (handover_said_part(desk, lines, count)) {
		status_order(desk, &order);
		return;
	}
	count = hand_over_all(desk, lines, count, false);
	if (count == 0) {
		not_now(desk, &order);
		return;
	}
	tell(desk, desk->from.id, 0, PHRASE_DONE_SELLER, &order, lines, count,
	    0, NULL);
	if (lines[0].got_ms == 0)
		tell(desk, order.buyer_id, order.phone_id, PHRASE_DONE_BUYER,
		    &order, lines, count, desk->from.id, NULL);
	place_touch(desk, order.id);
}

static void
tell_sellers(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, enum phrase phrase, const char *said)
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
		tell(desk, seller, 0, phrase, order, theirs, n, order->buyer_id,
		    said);
	}
}

size_t
handover_lines(
    struct desk *desk, const struct order *order, int64_t for_id, int number)
{
	bool buyer = for_id != 0 && for_id == order->buyer_id;
	struct line lines[DESK_LINES_MAX];
	size_t count = lines_in(desk, order->id, buyer ? 0 : for_id,
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
		tell_sellers(desk, order, lines, n, PHRASE_GOT_SELLER, NULL);
	} else if (lines[0].got_ms == 0) {
		tell(desk, order->buyer_id, order->phone_id, PHRASE_DONE_BUYER,
		    order, lines, n, lines[0].seller_id, NULL);
	}
	place_touch(desk, order->id);
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
	count = lines_in(desk, order.id, 0,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	count = handover_named_only(desk, lines, count);
	if (handover_said_part(desk, lines, count)) {
		status_order(desk, &order);
		return;
	}
	count = hand_over_all(desk, lines, count, true);
	if (count == 0) {
		not_now(desk, &order);
		return;
	}
	count_got(desk, desk->from.id);
	tell(desk, desk->from.id, 0, PHRASE_GOT_BUYER, &order, lines, count, 0,
	    NULL);
	tell_sellers(desk, &order, lines, count, PHRASE_GOT_SELLER, NULL);
	place_touch(desk, order.id);
}

/* -- complaints ---------------------------------------------------------- */

/* A complaint may come after the order is closed: by code, if it was theirs. */
static bool
pick_also_closed(struct desk *desk, const struct book *book, unsigned parts,
    struct order *order)
{
	const char *code = desk->intent.code;

	if (*code != '\0' && book_find(book, code, parts) < 0 &&
	    store_order_by_code(desk->store, code, order)) {
		struct line lines[DESK_LINES_MAX];

		if (((parts & BOOK_BUYER) &&
			order->buyer_id == desk->from.id) ||
		    ((parts & BOOK_SELLER) &&
			lines_in(desk, order->id, desk->from.id, UINT32_MAX,
			    lines) > 0))
			return true;
	}
	return pick_order(desk, book, parts, PHRASE_NOTHING_OPEN, order);
}

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
			desk->market, desk->now_ms + HANDOVER_DISPUTE_MS));
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

void
handover_problem(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	char said[160];
	size_t count, n = 0;
	int64_t officer;
	bool buyer, again;

	if (!pick_also_closed(desk, book, BOOK_BUYER | BOOK_SELLER, &order))
		return;
	buyer = order.buyer_id == desk->from.id;
	desk_as(desk, buyer ? "buyer" : "seller");
	store_message_set_order(desk->store, desk->cause_id, order.id);
	str_copy(said, sizeof(said), str_trim(desk->intent.rest));
	count = lines_in(desk, order.id, buyer ? 0 : desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED) |
		STATE(FAILED),
	    lines);
	count = handover_named_only(desk, lines, count);
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
		    desk->now_ms + HANDOVER_DISPUTE_MS);
		lines[n++] = lines[i];
	}
	if (n == 0) {
		not_now(desk, &order);
		return;
	}
	place_touch(desk, order.id);
	officer = officer_for(desk, desk->from.area_id);
	tell(desk, desk->from.id, 0,
	    officer ? PHRASE_PROBLEM_ACK : PHRASE_PROBLEM_NOBODY, &order, lines,
	    n, officer, NULL);
	if (again)
		return;
	if (officer != 0)
		tell_problem_officer(desk, &order, lines, n, officer, said);
	if (buyer)
		tell_sellers(
		    desk, &order, lines, n, PHRASE_PROBLEM_OTHER, said);
	else
		tell(desk, order.buyer_id, order.phone_id, PHRASE_PROBLEM_OTHER,
		    &order, lines, n, 0, said);
}

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
	count =
	    lines_in(desk, order.id, desk->from.id, STATE(CONFIRMED), lines);
	for (size_t i = 0; i < count; i++) {
		stock_release(desk->store, &lines[i]);
		store_timer_drop(desk->store, TIMER_HANDOVER, lines[i].id);
		if (line_go(desk, &lines[i], LINE_ACT_NOSHOW, LINE_FAILED,
			"the buyer did not come"))
			lines[n++] = lines[i];
	}
	if (n == 0) {
		not_now(desk, &order);
		return;
	}
	if (store_person_get(desk->store, order.buyer_id, &buyer)) {
		buyer.noshow_count++;
		store_person_put(desk->store, &buyer);
	}
	place_touch(desk, order.id);
	for (size_t i = 0; i < n; i++)
		keep_freed(desk, lines[i].product);
	tell(desk, desk->from.id, 0, PHRASE_NOSHOW_SELLER, &order, lines, n, 0,
	    NULL);
	tell(desk, order.buyer_id, order.phone_id, PHRASE_NOSHOW_BUYER, &order,
	    lines, n, desk->from.id, NULL);
}

/* -- money --------------------------------------------------------------- */

/* Shares a sum over the lines. */
static void
pay_lines(struct desk *desk, struct line *lines, size_t count, int64_t minor)
{
	for (size_t i = 0; i < count; i++) {
		int64_t total = line_total_minor(&lines[i]);
		int64_t due = total - lines[i].paid_minor;
		int64_t part = minor;

		if (i + 1 < count && total >= 0 && due < part)
			part = due > 0 ? due : 0;
		minor -= part;
		lines[i].paid_minor += part;
		lines[i].payment = total >= 0 && lines[i].paid_minor >= total
				       ? PAYMENT_PAID
				       : PAYMENT_PART;
		if (part > 0)
			income_paid(desk, &lines[i], part);
		(void)line_go(desk, &lines[i], LINE_ACT_PAY, lines[i].state,
		    payment_state_name(lines[i].payment));
	}
}

static void
tell_paid(struct desk *desk, int64_t to, int64_t phone_id, enum phrase phrase,
    const struct order *order, int64_t minor, int64_t due)
{
	struct letter letter;
	char sum[AMOUNT_OCTETS], left[AMOUNT_OCTETS] = "", name[64];
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, to, phone_id);
	letter_name(name, &desk->from);
	if (due > 0)
		amount_money(left, &letter.style, due);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code,
		.total = amount_money(sum, &letter.style, minor),
		.left = left,
		.name = name},
	    &about);
}

/* The same about the goods: a receipt, what is on credit. */
static void
tell_bill(struct desk *desk, int64_t to, int64_t phone_id, enum phrase phrase,
    const struct order *order, const struct line *lines, size_t count,
    int64_t minor)
{
	struct letter letter;
	struct letter_goods goods;
	char sum[AMOUNT_OCTETS], name[64];
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, to, phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	letter_name(name, &desk->from);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.total = amount_money(sum, &letter.style, minor),
		.name = name},
	    &about);
}

struct bill {
	int64_t paid_minor, due_minor; /* due -1: a price is not known */
};

static struct bill
add_up(const struct line *lines, size_t count)
{
	struct bill bill = {0, 0};

	for (size_t i = 0; i < count; i++) {
		int64_t total = line_total_minor(&lines[i]);

		bill.paid_minor += lines[i].paid_minor;
		if (total < 0)
			bill.due_minor = -1;
		else if (bill.due_minor >= 0 && total > lines[i].paid_minor)
			bill.due_minor += total - lines[i].paid_minor;
	}
	return bill;
}

/* No code, nothing open: the one of their last orders that is not paid. */
static bool
pick_unpaid(struct desk *desk, const struct book *book, struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t at, found = 0;

	if (desk->intent.code[0] != '\0' ||
	    book_count(book, BOOK_SELLER, &at) > 0)
		return false;
	for (size_t i = 0; i < book->count; i++) {
		size_t count = lines_in(desk, book->orders[i].order_id,
		    desk->from.id, STATE(FULFILLED), lines);

		if ((book->orders[i].parts & BOOK_PAST) == 0 || count == 0 ||
		    lines[0].payment == PAYMENT_PAID)
			continue;
		at = i;
		found++;
	}
	return found == 1 &&
	       store_order_get(desk->store, book->orders[at].order_id, order);
}

/* A receipt when all is paid, else what was noted and what is left; to the
 * seller, and to the buyer if it is news. */
static void
tell_bills(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, int64_t minor, bool both)
{
	struct bill bill = add_up(lines, count);

	if (bill.due_minor == 0) {
		tell_bill(desk, desk->from.id, 0, PHRASE_PAID_FULL, order,
		    lines, count, bill.paid_minor);
		if (both)
			tell_bill(desk, order->buyer_id, order->phone_id,
			    PHRASE_PAID_FULL, order, lines, count,
			    bill.paid_minor);
		return;
	}
	tell_paid(desk, desk->from.id, 0, PHRASE_PAID_SELLER, order, minor,
	    bill.due_minor);
	if (both)
		tell_paid(desk, order->buyer_id, order->phone_id,
		    PHRASE_PAID_BUYER, order, minor, bill.due_minor);
}

/* Goods are given, money comes later. */
static size_t
give_credit(struct desk *desk, struct line *lines, size_t count, bool *new_out)
{
	size_t n = 0;

	*new_out = false;
	for (size_t i = 0; i < count; i++) {
		if (lines[i].payment == PAYMENT_PAID)
			continue;
		if (lines[i].payment != PAYMENT_CREDIT) {
			lines[i].payment = PAYMENT_CREDIT;
			*new_out = line_go(desk, &lines[i], LINE_ACT_PAY,
				       lines[i].state, "credit") ||
				   *new_out;
		}
		lines[n++] = lines[i];
	}
	return n;
}

bool
handover_credit(struct desk *desk, const struct book *book, struct str rest)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	struct bill bill;
	size_t at, count;
	bool news;

	if (desk->intent.code[0] == '\0' &&
	    (rest.octets > 0 || book_count(book, BOOK_SELLER, &at) == 0))
		return false;
	desk_as(desk, "seller");
	if (desk->intent.code[0] == '\0' &&
	    book_count(book, BOOK_SELLER, &at) > 1) {
		pick_wrong_code(desk, book);
		return true;
	}
	if (!pick_also_closed(desk, book, BOOK_SELLER, &order))
		return true;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = lines_in(desk, order.id, desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	if (count == 0) {
		not_now(desk, &order);
		return true;
	}
	bill = add_up(lines, count);
	if (bill.due_minor == 0) {
		tell_bills(desk, &order, lines, count, 0, false);
		return true;
	}
	count = give_credit(desk, lines, count, &news);
	bill.due_minor = bill.due_minor < 0 ? 0 : bill.due_minor;
	tell_bill(desk, desk->from.id, 0, PHRASE_CREDIT_SELLER, &order, lines,
	    count, bill.due_minor);
	if (news)
		tell_bill(desk, order.buyer_id, order.phone_id,
		    PHRASE_CREDIT_BUYER, &order, lines, count, bill.due_minor);
	return true;
}

void
handover_paid(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	size_t count;
	struct bill bill;
	int64_t minor;

	desk_as(desk, "seller");
	if (desk->intent.code[0] != '\0' &&
	    book_find(book, desk->intent.code, BOOK_SELLER) < 0 &&
	    book_find(book, desk->intent.code, BOOK_BUYER) >= 0) {
		letter_answer(desk, PHRASE_PAID_NOTED,
		    &(struct words){.code = desk->intent.code}, 0);
		return;
	}
	if (!pick_unpaid(desk, book, &order) &&
	    !pick_also_closed(desk, book, BOOK_SELLER, &order))
		return;
	minor = amount_minor(desk->market, desk->intent.price_milli);
	if (minor <= 0) {
		letter_answer(desk, PHRASE_ASK_AMOUNT,
		    &(struct words){.code = order.code}, order.id);
		return;
	}
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = lines_in(desk, order.id, desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	if (count == 0) {
		not_now(desk, &order);
		return;
	}
	bill = add_up(lines, count);
	/* Paid in full, or the same words twice: nothing is added. */
	if (bill.due_minor == 0 || handover_said_lately(desk, order.id)) {
		tell_bills(desk, &order, lines, count, bill.paid_minor, false);
		return;
	}
	pay_lines(desk, lines, count, minor);
	bill = add_up(lines, count);
	tell_bills(desk, &order, lines, count, minor, true);
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

void
handover_ask(struct desk *desk, int64_t line_id)
{
	struct line line;
	struct order order;

	if (!store_line_get(desk->store, line_id, &line) ||
	    line.state != LINE_CONFIRMED ||
	    !store_order_get(desk->store, line.order_id, &order))
		return;
	tell(desk, order.buyer_id, order.phone_id, PHRASE_GOT_ASK, &order,
	    &line, 1, 0, NULL);
}

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
	    d.since_ms + 2 * HANDOVER_DISPUTE_MS > desk->now_ms)
		return;
	above = officer_above(desk, officer);
	if (above == 0 ||
	    !line_go(desk, line, LINE_ACT_PROBLEM, LINE_DISPUTED, PASSED_ON))
		return;
	tell_problem_officer(desk, order, line, 1, above, d.said);
}

void
handover_due(struct desk *desk, int64_t line_id)
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
	    desk->now_ms + HANDOVER_DISPUTE_MS);
	officer = officer_for(desk, buyer.area_id);
	if (officer != 0)
		tell(desk, officer, 0, PHRASE_PROBLEM_DUE, &order, &line, 1, 0,
		    NULL);
	pass_up(desk, &order, &line, officer);
}
