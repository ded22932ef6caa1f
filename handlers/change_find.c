#include "handlers/change_find.h"

#include "gateway/store/store_question.h"

#include "handlers/ask.h"
#include "handlers/change_plan.h"
#include "handlers/line.h"
#include "handlers/order.h"
#include "handlers/order_change.h"
#include "handlers/pick.h"
#include "handlers/place.h"

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

struct changeable {
	int64_t ids[BOOK_ORDERS];
	size_t of[BOOK_ORDERS]; /* index in the book */
	size_t count;
};

static void
find_changeable(
    struct changeable *out, struct desk *desk, const struct book *book)
{
	out->count = 0;
	for (size_t i = 0; i < book->count; i++) {
		if ((book->orders[i].parts & BOOK_BUYER) == 0 ||
		    !may_change(desk, book->orders[i].order_id))
			continue;
		out->of[out->count] = i;
		out->ids[out->count++] = book->orders[i].order_id;
	}
}

/* The only order that can be changed, or, "cancel the onions", the one that
 * has them: its number from 1, 0 none or several. */
static int64_t
number_of_item(struct desk *desk, const struct changeable *orders, size_t item)
{
	if (orders->count == 1)
		return 1;
	return desk->intent.change == INTENT_CHANGE_ADD
		   ? 0
		   : pick_by_product(desk, orders->ids, orders->count,
			 desk->intent.items[item].product);
}

void
change_find(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	struct changeable orders;
	int64_t at = 0;

	if (intent->code[0] != '\0')
		return;
	find_changeable(&orders, desk, book);
	for (size_t i = 0; i < intent->items_count && at == 0; i++)
		at = number_of_item(desk, &orders, i);
	if (at > 0)
		str_copy(intent->code, sizeof(intent->code),
		    str_from(book->orders[orders.of[at - 1]].code));
}

/* -- goods that stand in several orders ------------------------------------ */

/* In which order each item stands.  False: all in one, or not all of them are
 * known. */
static bool
stand_apart(struct desk *desk, const struct changeable *orders,
    int64_t at[INTENT_ITEMS])
{
	const struct intent *intent = &desk->intent;
	bool apart = false;

	for (size_t i = 0; i < intent->items_count; i++) {
		at[i] = number_of_item(desk, orders, i);
		if (at[i] == 0)
			return false;
		apart = apart || at[i] != at[0];
	}
	return apart;
}

/* About the order before: another question would close it. */
static bool
question_waits(struct desk *desk)
{
	struct question q;

	return ask_current(desk, &q) && q.kind == ASK_CHANGE;
}

/* One order's share of what was said, as if it was a text of its own. */
static void
change_one(struct desk *desk, const struct book *book,
    const struct intent *whole, const int64_t *at, int64_t number)
{
	struct intent *intent = &desk->intent;
	struct order order;

	intent->items_count = 0;
	for (size_t i = 0; i < whole->items_count; i++)
		if (at[i] == number)
			intent->items[intent->items_count++] = whole->items[i];
	if (!question_waits(desk))
		order_change(desk, book);
	else if (store_order_by_code(desk->store, intent->code, &order))
		order_change_kept(desk, &order, NULL);
}

/* "make it 8kg onions and 5kg tomatoes": each in the order that has it.  False:
 * it is about one order. */
bool
change_apart(struct desk *desk, const struct book *book)
{
	struct intent whole = desk->intent;
	struct changeable orders;
	int64_t at[INTENT_ITEMS];

	if (whole.code[0] != '\0' || whole.items_count < 2)
		return false;
	find_changeable(&orders, desk, book);
	if (!stand_apart(desk, &orders, at))
		return false;
	order_change_close(desk);
	for (size_t k = 0; k < orders.count; k++) {
		bool has = false;

		for (size_t i = 0; i < whole.items_count; i++)
			has = has || at[i] == (int64_t)k + 1;
		if (!has)
			continue;
		desk->intent = whole;
		str_copy(desk->intent.code, sizeof(desk->intent.code),
		    str_from(book->orders[orders.of[k]].code));
		change_one(desk, book, &whole, at, (int64_t)k + 1);
	}
	return true;
}

bool
change_only(struct desk *desk, const struct book *book, struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	struct changeable orders;
	size_t count;

	find_changeable(&orders, desk, book);
	if (orders.count != 1 ||
	    !store_order_get(desk->store, orders.ids[0], order))
		return false;
	count = place_load(desk, order->id, lines);
	return change_kinds(NULL, 0, lines, count) == 1;
}
