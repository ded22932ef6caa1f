/* order_change - a buyer's second thoughts: make it 4, add, leave out. */
#include "handlers/order.h"

#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/ask.h"
#include "handlers/cancel.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/status.h"
#include "handlers/stock.h"
#include "handlers/unusual.h"

/* The line meant: the only one still open, of that product if it was named, or
 * else the only one in that measure ("make it 3 trays"). */
static struct line *
line_meant(struct desk *desk, struct line *lines, size_t count, size_t item)
{
	const struct intent_item *it = &desk->intent.items[item];
	const char *key = catalogue_key(desk->trade->catalogue, it->product);
	struct line *found = NULL, *same = NULL;
	size_t n = 0, n_same = 0;

	for (size_t i = 0; i < count; i++) {
		if (line_is_closed(&lines[i]) ||
		    (key != NULL && strcmp(lines[i].product, key) != 0))
			continue;
		found = &lines[i];
		n++;
		if (strcmp(lines[i].unit, it->unit) != 0)
			continue;
		same = &lines[i];
		n_same++;
	}
	if (n == 1)
		return found;
	return n_same == 1 ? same : NULL;
}

static void
tell_agreed(
    struct desk *desk, const struct order *order, const struct line *line)
{
	struct person seller;
	char name[64];

	if (line->state != LINE_CONFIRMED ||
	    !store_person_get(desk->store, line->seller_id, &seller)) {
		status_order(desk, order);
		return;
	}
	letter_name(name, &seller);
	letter_answer(desk, PHRASE_ORDER_AGREED,
	    &(struct words){.code = order->code,
		.name = *seller.name ? name : "",
		.phone = seller.number},
	    order->id);
}

/* Free of its seller again, with the new quantity; who had it is in *wish. */
static bool
take_back(struct desk *desk, struct line *line, int64_t qty_milli,
    struct alloc_wish *wish)
{
	struct proposal p;

	if (!line_takes(line->state, LINE_ACT_CHANGE))
		return false;
	if (line->state == LINE_OFFERED &&
	    store_proposal_get(desk->store, line->proposal_id, &p)) {
		wish->seller_id = p.seller_id;
		(void)cancel_proposal(desk, &p, false);
	}
	stock_release(desk->store, line);
	line->qty_milli = qty_milli;
	return line_go(
	    desk, line, LINE_ACT_CHANGE, LINE_WAITING, "changed by the buyer");
}

static void
tell_changed(struct desk *desk, const struct order *order,
    const struct place_result *result)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};

	for (size_t i = 0; i < count; i++)
		if (!line_is_closed(&lines[i])) {
			lines[n] = lines[i];
			lines[n++].price_minor = -1;
		}
	letter_to_sender(&letter, desk);
	if (n > 0) {
		letter_goods(&goods, &letter, order, lines, n);
		letter_send(&letter, PHRASE_ORDER_CHANGED,
		    &(struct words){.code = order->code,
			.items = goods.items,
			.day = goods.day},
		    &about);
	}
	if (result->unfilled > 0) {
		letter_goods(
		    &goods, &letter, order, result->gone, result->unfilled);
		letter_send(&letter, PHRASE_LINE_NOBODY,
		    &(struct words){.code = order->code, .items = goods.items},
		    &about);
	}
}

static void
place_changed(struct desk *desk, const struct order *order, struct line *line,
    const struct alloc_wish *wish)
{
	struct place_result result;

	unusual_note(desk, order->buyer_id, line);
	place_lines(desk, order, line, 1, wish, &result);
	tell_changed(desk, order, &result);
}

/* What comes of it: so much, so much more, or so much less. */
static int64_t
quantity_after(
    enum intent_change how, const struct line *line, int64_t qty_milli)
{
	if (how == INTENT_CHANGE_ADD)
		return line->qty_milli + qty_milli;
	if (how == INTENT_CHANGE_DROP)
		return line->qty_milli - qty_milli;
	return qty_milli;
}

static void
drop_item(struct desk *desk, const struct order *order, struct line *line)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};

	if (cancel_lines(desk, order, line, 1, "left out by the buyer") == 0) {
		tell_agreed(desk, order, line);
		return;
	}
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, line, 1);
	letter_send(&letter, PHRASE_ORDER_CANCELLED,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

static void
set_quantity(struct desk *desk, const struct order *order, struct line *line,
    size_t item)
{
	const struct intent_item *it = &desk->intent.items[item];
	enum intent_change how = desk->intent.change;
	struct alloc_wish wish = {0};
	int64_t qty = it->qty_milli;

	if (it->unit[0] != '\0' &&
	    !stock_convert(&qty, it->qty_milli,
		stock_unit_of(desk->trade->catalogue, line->product, it->unit),
		stock_unit_line(line), false)) {
		/* Another measure altogether: the order now speaks in it. */
		if (how != INTENT_CHANGE_SET ||
		    !line_is_searching(line->state)) {
			tell_agreed(desk, order, line);
			return;
		}
		qty = it->qty_milli;
		str_copy(line->unit, sizeof(line->unit), str_from(it->unit));
		line->unit_grams = stock_unit_of(
		    desk->trade->catalogue, line->product, line->unit)
				       .grams;
	}
	qty = quantity_after(how, line, qty);
	if (qty <= 0)
		drop_item(desk, order, line);
	else if (!take_back(desk, line, qty, &wish))
		tell_agreed(desk, order, line);
	else
		place_changed(desk, order, line, &wish);
}

static void
add_item(struct desk *desk, const struct order *order, size_t item)
{
	const struct intent_item *it = &desk->intent.items[item];
	const char *key = catalogue_key(desk->trade->catalogue, it->product);
	struct line line = {.order_id = order->id,
	    .qty_milli = it->qty_milli,
	    .price_max_minor = -1,
	    .price_minor = -1,
	    .accepted_milli = -1};

	if (key == NULL) {
		status_order(desk, order);
		return;
	}
	str_copy(line.product, sizeof(line.product), str_from(key));
	str_copy(line.unit, sizeof(line.unit),
	    str_from(it->unit[0] ? it->unit : "piece"));
	line.unit_grams =
	    stock_unit_of(desk->trade->catalogue, key, line.unit).grams;
	line_add(desk, &line, "added");
	if (line.id != 0)
		place_changed(desk, order, &line, NULL);
}

static void
change_item(struct desk *desk, const struct order *order, size_t item)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	struct line *line = line_meant(desk, lines, count, item);
	const struct intent_item *it = &desk->intent.items[item];

	if (line == NULL) {
		if (desk->intent.change == INTENT_CHANGE_ADD && it->has_qty)
			add_item(desk, order, item);
		else
			status_order(desk, order);
		return;
	}
	if (it->has_qty)
		set_quantity(desk, order, line, item);
	else if (desk->intent.change == INTENT_CHANGE_DROP)
		drop_item(desk, order, line);
	else
		status_order(desk, order);
}

/* -- when to ask first ---------------------------------------------------- */

/* What it would make of the order, as a draft: to judge, to ask, to keep. */
static void
draft_of_change(
    struct draft *draft, struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);

	draft_from(draft, desk->trade->catalogue, &desk->intent, INTENT_CHANGE);
	draft->change = (int)desk->intent.change;
	for (size_t i = 0; i < draft->count; i++) {
		struct draft_item *it = &draft->items[i];
		const struct line *line = line_meant(desk, lines, count, i);

		if (line == NULL)
			continue;
		memcpy(it->product, line->product, sizeof(it->product));
		if (it->unit[0] == '\0')
			str_copy(
			    it->unit, sizeof(it->unit), str_from(line->unit));
	}
}

/* "reduce 3kg": to 3 kg, or by 3 kg?  A yes or no settles it. */
static bool
is_doubtful(const struct intent *intent)
{
	return intent->ask && intent->why == INTENT_ASK_CONFIRM &&
	       intent->items_count == 1 && intent->items[0].has_qty;
}

/* Asks first when that is unsure, or far more than they order otherwise. */
static bool
ask_first(struct desk *desk, const struct order *order)
{
	char payload[QUESTION_PAYLOAD_OCTETS], items[DRAFT_TEXT_OCTETS];
	struct letter letter;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};
	struct draft draft;

	if (desk->intent.change == INTENT_CHANGE_DROP)
		return false;
	draft_of_change(&draft, desk, order);
	if ((!is_doubtful(&desk->intent) &&
		!unusual_draft(desk, order->buyer_id, &draft)) ||
	    !draft_write(payload, sizeof(payload), &draft))
		return false;
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_CHANGE, order->id, payload, 0);
	letter_to_sender(&letter, desk);
	order_draft_items(items, sizeof(items), &letter, &draft);
	letter_send(&letter, PHRASE_ASK_CONFIRM,
	    &(struct words){.items = items}, &about);
	return true;
}

/* What was handed over is past changing, though its money is still out. */
static bool
may_change(struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	for (size_t i = 0; i < count; i++)
		if (!line_is_closed(&lines[i]) &&
		    lines[i].state != LINE_FULFILLED)
			return true;
	return false;
}

/* The only order that can be changed, or, "cancel the onions", the one that
 * has them. */
static void
find_order(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	int64_t ids[BOOK_ORDERS], at = 1;
	size_t of[BOOK_ORDERS], count = 0;

	if (intent->code[0] != '\0')
		return;
	for (size_t i = 0; i < book->count; i++) {
		if ((book->orders[i].parts & BOOK_BUYER) == 0 ||
		    !may_change(desk, book->orders[i].order_id))
			continue;
		of[count] = i;
		ids[count++] = book->orders[i].order_id;
	}
	if (count != 1)
		at = intent->change == INTENT_CHANGE_ADD
			 ? 0
			 : pick_by_product(
			       desk, ids, count, intent->items[0].product);
	if (at > 0)
		str_copy(intent->code, sizeof(intent->code),
		    str_from(book->orders[of[at - 1]].code));
}

static void
change_items(struct desk *desk, const struct order *order)
{
	store_message_set_order(desk->store, desk->cause_id, order->id);
	for (size_t i = 0; i < desk->intent.items_count; i++)
		change_item(desk, order, i);
}

void
order_change_sure(struct desk *desk, const struct book *book, int64_t order_id,
    const struct draft *draft)
{
	struct intent *intent = &desk->intent;
	struct order order;

	(void)book;
	if (!store_order_get(desk->store, order_id, &order))
		return;
	desk_as(desk, "buyer");
	intent->kind = INTENT_CHANGE;
	intent->change = (enum intent_change)draft->change;
	intent->items_count = draft->count;
	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *it = &draft->items[i];
		struct intent_item *to = &intent->items[i];

		memset(to, 0, sizeof(*to));
		to->product =
		    catalogue_find(desk->trade->catalogue, it->product);
		to->has_qty = it->qty_milli > 0;
		to->qty_milli = it->qty_milli;
		memcpy(to->unit, it->unit, sizeof(to->unit));
	}
	change_items(desk, &order);
}

void
order_change(struct desk *desk, const struct book *book)
{
	struct order order;

	const struct intent *intent = &desk->intent;
	bool doubt = intent->ask && intent->why != INTENT_ASK_CODE;

	/* Leaving out what is in the order is a doubt the order settles. */
	if ((doubt && intent->change != INTENT_CHANGE_DROP &&
		!is_doubtful(intent)) ||
	    intent->items_count == 0) {
		letter_answer(desk, PHRASE_ASK_WHICH, &(struct words){0}, 0);
		return;
	}
	desk_as(desk, "buyer");
	find_order(desk, book);
	if (!pick_order(desk, book, BOOK_BUYER, PHRASE_NOTHING_OPEN, &order))
		return;
	if (!ask_first(desk, &order))
		change_items(desk, &order);
}
