#include "handlers/terms_goods.h"

#include "gateway/store/store_message.h"

#include "handlers/consent.h"
#include "handlers/intent_trace.h"
#include "handlers/lexicon_role.h"
#include "handlers/terms.h"
#include "handlers/which.h"

/* Words that make it a listing, an order, or too doubtful to repeat. */
static bool
says_other(const struct desk *desk)
{
	static const uint64_t other =
	    ROLE_BIT(ROLE_SELL) | ROLE_BIT(ROLE_STOCK) | ROLE_BIT(ROLE_ADD) |
	    ROLE_BIT(ROLE_REMOVE) | ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_NOT) |
	    ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CANNOT) |
	    ROLE_BIT(ROLE_NONE_LEFT) | ROLE_BIT(ROLE_IF) | ROLE_BIT(ROLE_OR) |
	    ROLE_BIT(ROLE_QUESTION) | ROLE_BIT(ROLE_HOW_MUCH) |
	    ROLE_BIT(ROLE_PAST) | ROLE_BIT(ROLE_TALK);
	struct intent_trace trace;

	terms_explain(&trace, desk);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];

		/* What would do for a listing does for a question. */
		if ((span->kind == INTENT_SPAN_UNKNOWN &&
			desk->intent.kind != INTENT_OFFER) ||
		    (span->kind != INTENT_SPAN_NUMBER &&
			(span->roles & other) != 0))
			return true;
	}
	return false;
}

/* A figure that is neither how much nor a price as the text was read: likely
 * the price, in words of another language. */
static void
find_price(struct desk *desk)
{
	struct intent *intent = &desk->intent;
	const struct intent_item *it = &intent->items[0];
	struct intent_trace trace;
	int64_t milli = 0;
	size_t loose = 0;

	if (intent->items_count != 1 || it->price_milli > 0 ||
	    intent->price_milli > 0 || !it->has_qty)
		return;
	terms_explain(&trace, desk);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];

		if (span->kind != INTENT_SPAN_NUMBER ||
		    span->milli == it->qty_milli)
			continue;
		milli = span->milli;
		loose++;
	}
	if (loose == 1)
		intent->price_milli = milli;
}

/* The intent, as if nothing but the one item had been said. */
static void
put_item(struct desk *desk, const struct intent_item *item)
{
	struct intent *intent = &desk->intent;
	struct intent_item it = *item;
	bool fraction = it.has_qty && it.qty_milli < 1000 && it.unit[0] == '\0';

	if (it.price_milli > 0) {
		intent->price_milli = it.price_milli;
		str_copy(intent->price_per, sizeof(intent->price_per),
		    str_from(it.price_per));
	}
	intent->percent = fraction ? (int)(it.qty_milli / 10) : 0;
	it.has_qty = it.has_qty && !fraction;
	intent->items[0] = it;
	intent->items_count = 1;
	intent->kind = it.has_qty || fraction ? INTENT_PARTIAL : INTENT_COUNTER;
	intent->ask = true;
	intent->why = INTENT_ASK_CONFIRM;
}

/* "Tomato 45", asked for ten kilos: a price. */
static void
take_for_price(struct desk *desk, const struct proposal *p)
{
	struct intent *intent = &desk->intent;
	struct intent_item *it = &intent->items[0];

	if (intent->kind != INTENT_PARTIAL || !it->has_qty ||
	    it->unit[0] != '\0' || it->qty_milli <= p->qty_milli ||
	    intent->price_milli > 0)
		return;
	intent->kind = INTENT_COUNTER;
	intent->price_milli = it->qty_milli;
	it->has_qty = false;
}

/* No more than was asked, in a measure that can be compared. */
static bool
fits(struct desk *desk, const struct proposal *p)
{
	const struct intent as_said = desk->intent;
	struct intent *intent = &desk->intent;
	struct terms_part part;
	bool fit;

	if (intent->kind == INTENT_COUNTER)
		return intent->price_milli > 0;
	intent->price_milli = 0;
	fit = terms_part(&part, desk, p) && part.qty_milli > 0 &&
	      part.qty_milli <= p->qty_milli;
	*intent = as_said;
	return fit;
}

/* How many of their open orders the item may answer; *order_id the first. */
static size_t
answers(struct desk *desk, const struct book *book,
    const struct intent_item *item, int64_t *order_id)
{
	const struct intent as_said = desk->intent;
	size_t found = 0;

	*order_id = 0;
	for (size_t i = 0; i < book->count; i++) {
		struct proposal p;

		desk->intent = as_said;
		put_item(desk, item);
		if ((book->orders[i].parts & BOOK_ASKED) == 0 ||
		    !consent_asked(
			desk, book->orders[i].order_id, item->product, &p))
			continue;
		take_for_price(desk, &p);
		if (!fits(desk, &p))
			continue;
		if (found++ == 0)
			*order_id = book->orders[i].order_id;
	}
	desk->intent = as_said;
	return found;
}

static bool
is_for_me(struct desk *desk, const struct book *book, int64_t *order_id,
    size_t *orders)
{
	const struct intent *intent = &desk->intent;

	if ((intent->kind != INTENT_OFFER &&
		intent->kind != INTENT_AMBIGUOUS) ||
	    intent->items_count == 0 || intent->code[0] != '\0')
		return false;
	for (size_t i = intent->items_count; i-- > 0;) {
		const struct intent_item *item = &intent->items[i];

		if (item->product < 0 || item->rivals_count > 0 ||
		    item->qty_high_milli > 0)
			return false;
		*orders = answers(desk, book, item, order_id);
		if (*orders == 0)
			return false;
	}
	return !says_other(desk);
}

bool
terms_goods(struct desk *desk, const struct book *book)
{
	const struct intent_item first = desk->intent.items[0];
	bool several = desk->intent.items_count > 1;
	int64_t order_id;
	size_t orders;
	struct order order;
	struct proposal p;

	if (!is_for_me(desk, book, &order_id, &orders))
		return false;
	find_price(desk);
	put_item(desk, &first);
	if (orders > 1) {
		which_settle(desk, book);
		return true;
	}
	if (!store_order_get(desk->store, order_id, &order))
		return false;
	if (consent_asked(desk, order_id, first.product, &p))
		take_for_price(desk, &p);
	store_message_set_order(desk->store, desk->cause_id, order.id);
	consent_repeat(desk, &order, several);
	return true;
}
