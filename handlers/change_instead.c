/* change_instead - "only 3 kg tomatoes" while tomatoes are on order: instead of
 * these, or an order of its own? */
#include "handlers/change_ask.h"

#include <string.h>

#include "handlers/change_hear.h"
#include "handlers/change_letter.h"
#include "handlers/line.h"
#include "handlers/order.h"
#include "handlers/place.h"

/* Their orders in which one of the goods may still be changed. */
static size_t
orders_with(struct desk *desk, const struct book *book,
    const struct draft *draft, struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t found = 0;

	for (size_t i = 0; i < book->count; i++) {
		size_t count;
		bool has = false;

		if ((book->orders[i].parts & BOOK_BUYER) == 0)
			continue;
		count = place_load(desk, book->orders[i].order_id, lines);
		for (size_t k = 0; k < count * draft->count; k++) {
			const struct line *line = &lines[k % count];

			has = has ||
			      (line_takes(line->state, LINE_ACT_CHANGE) &&
				  strcmp(line->product,
				      draft->items[k / count].product) == 0);
		}
		if (has && store_order_get(
			       desk->store, book->orders[i].order_id, order))
			found++;
	}
	return found;
}

static bool
is_whole(const struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++)
		if (draft->items[i].product[0] == '\0' ||
		    draft->items[i].qty_milli <= 0 ||
		    draft->items[i].qty_high_milli > 0)
			return false;
	return draft->count > 0;
}

void
change_ask_instead(
    struct desk *desk, const struct order *order, struct draft *draft)
{
	struct line lines[DESK_LINES_MAX];
	struct draft asked = *draft;
	struct change_asking a = {.desk = desk,
	    .order = order,
	    .draft = &asked,
	    .lines = lines,
	    .count = place_load(desk, order->id, lines)};
	char now[DRAFT_TEXT_OCTETS] = "", then[DRAFT_TEXT_OCTETS] = "";

	for (size_t i = 0; i < draft->count; i++)
		change_judge(&a.goods[i], desk->trade->catalogue, lines,
		    a.count, &asked.items[i], INTENT_CHANGE_SET);
	change_before_after(&a, now, then);
	draft->asked = DRAFT_CONFIRM;
	change_question(desk, order, draft, PHRASE_ASK_INSTEAD,
	    &(struct words){.left = now, .items = then});
}

bool
change_instead(struct desk *desk, const struct book *book)
{
	struct change_heard heard;
	struct draft draft;
	struct order order;
	size_t found;

	draft_from(&draft, desk->trade->catalogue, &desk->intent, INTENT_ORDER);
	if (!is_whole(&draft))
		return false;
	change_hear(&heard, desk, desk->text->text);
	if (!heard.instead)
		return false;
	found = orders_with(desk, book, &draft, &order);
	if (found == 1)
		change_ask_instead(desk, &order, &draft);
	if (found > 1) {
		desk->intent.kind = INTENT_CHANGE;
		desk->intent.change = INTENT_CHANGE_SET;
		order_change(desk, book);
	}
	return found > 0;
}
