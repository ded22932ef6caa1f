#include "handlers/payment.h"

#include "gateway/store/store_message.h"

#include "handlers/confirm.h"
#include "handlers/handover_said.h"
#include "handlers/handover_tell.h"
#include "handlers/income.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/pick.h"

#define STATE(name) HANDOVER_STATE(name)

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

static bool
all_paid(const struct line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (lines[i].payment != PAYMENT_PAID)
			return false;
	return true;
}

struct unpaid {
	int64_t order_id; /* the last of them */
	int64_t fits_id; /* of which just that sum is due */
	size_t count, fitting;
	bool noted; /* our last note was about it: order_id is meant */
};

/* No code, nothing open: what is not paid yet of their last orders. */
static void
look_unpaid(struct unpaid *out, struct desk *desk, const struct book *book,
    int64_t minor)
{
	int64_t noted = confirm_noted_order(desk);

	*out = (struct unpaid){0};
	for (size_t i = 0; !out->noted && i < book->count; i++) {
		struct line lines[DESK_LINES_MAX];
		int64_t id = book->orders[i].order_id;
		size_t count = handover_lines_in(
		    desk, id, desk->from.id, STATE(FULFILLED), lines);

		if ((book->orders[i].parts & BOOK_PAST) == 0 ||
		    all_paid(lines, count))
			continue;
		out->order_id = id;
		out->count++;
		out->noted = id == noted;
		if (add_up(lines, count).due_minor == minor) {
			out->fits_id = id;
			out->fitting++;
		}
	}
}

/* The one that is meant; several, and none of them is: the code is asked for.
 * False: look on, unless it was answered. */
static bool
pick_unpaid(struct desk *desk, const struct book *book, struct order *order,
    bool *answered)
{
	struct unpaid unpaid;
	size_t at;

	*answered = false;
	if (desk->intent.code[0] != '\0' ||
	    book_count(book, BOOK_SELLER, &at) > 0)
		return false;
	look_unpaid(&unpaid, desk, book,
	    amount_minor(desk->market, desk->intent.price_milli));
	if (unpaid.count > 1 && !unpaid.noted && unpaid.fitting == 1)
		unpaid.order_id = unpaid.fits_id;
	if (unpaid.count == 0 ||
	    !store_order_get(desk->store, unpaid.order_id, order))
		return false;
	if (unpaid.count == 1 || unpaid.noted || unpaid.fitting == 1)
		return true;
	letter_answer(desk, PHRASE_ASK_AMOUNT,
	    &(struct words){.code = order->code}, order->id);
	*answered = true;
	return false;
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
payment_credit(struct desk *desk, const struct book *book, struct str rest)
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
	if (!handover_pick(desk, book, BOOK_SELLER, &order))
		return true;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = handover_lines_in(desk, order.id, desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	if (count == 0) {
		handover_not_now(desk, &order);
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

/* A nought too many, or another order's sum; a little more is a gift. */
static bool
is_odd(const struct bill *bill, int64_t minor)
{
	return bill->due_minor > 0 && minor / 2 > bill->due_minor;
}

static void
tell_odd(struct desk *desk, const struct order *order, int64_t minor,
    int64_t due_minor)
{
	struct amount_style style = desk_style(desk, desk->lang);
	char sum[AMOUNT_OCTETS], due[AMOUNT_OCTETS];

	letter_answer(desk, PHRASE_PAID_ODD,
	    &(struct words){.code = order->code,
		.total = amount_money(sum, &style, minor),
		.left = amount_money(due, &style, due_minor)},
	    order->id);
}

/* "I paid 2000" by the buyer: of the order with that code, or the only one. */
static bool
buyer_says(struct desk *desk, const struct book *book)
{
	const char *code = desk->intent.code;
	size_t at;

	/* "Got 300 from Juma" is read as money, but only perhaps. */
	if (code[0] == '\0' && !desk->intent.ask &&
	    book_count(book, BOOK_SELLER, &at) == 0 &&
	    book_count(book, BOOK_BUYER, &at) == 1)
		code = book->orders[at].code;
	if (code[0] == '\0' || book_find(book, code, BOOK_SELLER) >= 0 ||
	    book_find(book, code, BOOK_BUYER) < 0)
		return false;
	letter_answer(
	    desk, PHRASE_PAID_NOTED, &(struct words){.code = code}, 0);
	return true;
}

void
payment_paid(struct desk *desk, const struct book *book)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	size_t count;
	struct bill bill;
	int64_t minor;
	bool answered;

	desk_as(desk, "seller");
	if (buyer_says(desk, book))
		return;
	if (!pick_unpaid(desk, book, &order, &answered) &&
	    (answered || !handover_pick(desk, book, BOOK_SELLER, &order)))
		return;
	minor = amount_minor(desk->market, desk->intent.price_milli);
	if (minor <= 0) {
		letter_answer(desk, PHRASE_ASK_AMOUNT,
		    &(struct words){.code = order.code}, order.id);
		return;
	}
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = handover_lines_in(desk, order.id, desk->from.id,
	    STATE(CONFIRMED) | STATE(FULFILLED) | STATE(DISPUTED), lines);
	if (count == 0) {
		handover_not_now(desk, &order);
		return;
	}
	bill = add_up(lines, count);
	/* Paid in full, or the same words twice: nothing is added. */
	if (bill.due_minor == 0 || handover_said_lately(desk, order.id)) {
		tell_bills(desk, &order, lines, count, bill.paid_minor, false);
		return;
	}
	if (is_odd(&bill, minor)) {
		tell_odd(desk, &order, minor, bill.due_minor);
		return;
	}
	pay_lines(desk, lines, count, minor);
	bill = add_up(lines, count);
	tell_bills(desk, &order, lines, count, minor, true);
}
