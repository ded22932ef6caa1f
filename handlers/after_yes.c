#include "handlers/after_yes.h"

#include "gateway/store/store_message.h"

#include "handlers/agree.h"
#include "handlers/confirm.h"
#include "handlers/letter.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/terms.h"

/* A line of theirs in that order is in this state. */
static bool
has_line(struct desk *desk, int64_t order_id, enum line_state state)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == desk->from.id &&
		    lines[i].state == state)
			return true;
	return false;
}

/* The only order with a line of theirs in that state; 0 none or several.  The
 * one that our last note was about is meant before others. */
static int64_t
only_order(struct desk *desk, const struct book *book, enum line_state state)
{
	int64_t noted = confirm_noted_order(desk), found = 0;
	size_t count = 0;

	for (size_t i = 0; i < book->count; i++) {
		int64_t id = book->orders[i].order_id;

		if (!has_line(desk, id, state))
			continue;
		if (id == noted)
			return id;
		found = id;
		count++;
	}
	return count == 1 && noted == 0 ? found : 0;
}

static void
tell_phone(struct desk *desk, const struct order *order)
{
	struct person buyer;
	char name[64], number[PARTY_OCTETS];

	if (!store_person_get(desk->store, order->buyer_id, &buyer))
		return;
	store_phone_number(desk->store, order->phone_id, number);
	letter_name(name, &buyer);
	letter_answer(desk, PHRASE_ORDER_AGREED,
	    &(struct words){.code = order->code,
		.name = *buyer.name ? name : "",
		.phone = number},
	    order->id);
}

static void
ask_cancel(struct desk *desk, const struct order *order)
{
	desk->intent.kind = INTENT_CANCEL;
	pick_ask_one(desk, order, PHRASE_ASK_CANCEL);
}

static bool
agreed(struct desk *desk, const struct book *book)
{
	struct order order;
	bool no = desk->intent.kind == INTENT_REJECT;

	if (!no && desk->intent.kind != INTENT_PARTIAL &&
	    desk->intent.kind != INTENT_COUNTER)
		return false;
	if (!store_order_get(
		desk->store, only_order(desk, book, LINE_CONFIRMED), &order) ||
	    order.buyer_id == desk->from.id)
		return false;
	if (no)
		ask_cancel(desk, &order);
	else
		tell_phone(desk, &order);
	return true;
}

/* "Sorry, only 2": less than was noted, or at another price. */
static bool
correct(struct desk *desk, const struct order *order)
{
	enum intent_kind kind = desk->intent.kind;
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	struct terms_part part;
	struct proposal p;

	if (kind != INTENT_PARTIAL && kind != INTENT_COUNTER)
		return false;
	terms_hear(desk);
	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == desk->from.id &&
		    lines[i].state == LINE_ASKED)
			lines[n++] = lines[i];
	if (n != 1 ||
	    !store_proposal_get(desk->store, lines[0].proposal_id, &p) ||
	    !terms_part(&part, desk, &p) || part.doubt ||
	    part.price_minor == TERMS_ODD_PRICE)
		return false;
	desk_as(desk, "seller");
	store_message_set_order(desk->store, desk->cause_id, order->id);
	return agree_anew(desk, order, &lines[0],
	    &(struct agree_terms){part.qty_milli, part.price_minor});
}

bool
after_yes(struct desk *desk, const struct book *book)
{
	struct order order;

	if (desk->intent.code[0] != '\0')
		return false;
	if (!store_order_get(
		desk->store, only_order(desk, book, LINE_ASKED), &order) ||
	    order.buyer_id == desk->from.id)
		return agreed(desk, book);
	if (desk->intent.kind == INTENT_REJECT ||
	    desk->intent.kind == INTENT_CANCEL) {
		ask_cancel(desk, &order);
		return true;
	}
	if (correct(desk, &order))
		return true;
	letter_answer(desk, PHRASE_BUYER_ASKED,
	    &(struct words){.code = order.code}, order.id);
	return true;
}
