#include "handlers/consent.h"

#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/agree.h"
#include "handlers/cancel.h"
#include "handlers/consent_ask.h"
#include "handlers/fair.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/status.h"
#include "handlers/terms.h"

/* A part or a price of theirs lies with the buyer: not over, not theirs. */
static bool
with_buyer(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = consent_buyer_lines(desk, order->id, lines);

	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == desk->from.id)
			return true;
	return false;
}

/* -- doing --------------------------------------------------------------- */

static void
answer_code(struct desk *desk, const struct order *order, enum phrase phrase)
{
	letter_answer(
	    desk, phrase, &(struct words){.code = order->code}, order->id);
}

static void
withdraw_reminders(struct desk *desk, const struct proposal *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		store_message_withdraw(
		    desk->store, SUBJECT_REMINDER, p[i].id, p[i].phone_id);
}

/* Goods that were named count alone; *rest: there are others. */
static void
say_yes(struct desk *desk, const struct order *order, bool *rest)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order->id, true, p);
	size_t meant = consent_narrow(desk, p, count);

	withdraw_reminders(desk, p, meant);
	*rest = meant < count;
	if (agree_seller(desk, order, p, meant, &(struct agree_terms){0, -1}) >
	    0)
		return;
	*rest = false;
	answer_code(desk, order, PHRASE_LATE_CLOSED);
}

/* They give other goods of it, and were told so. */
static bool
gives_other(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);

	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == desk->from.id &&
		    lines[i].state != LINE_OFFERED &&
		    !line_is_closed(&lines[i]))
			return true;
	return false;
}

static void
say_no(struct desk *desk, const struct order *order, bool quiet, bool *rest)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order->id, true, p);
	size_t meant = consent_narrow(desk, p, count);

	withdraw_reminders(desk, p, meant);
	*rest = meant < count;
	if (!*rest && !quiet)
		answer_code(desk, order, PHRASE_NO_SELLER);
	agree_decline(desk, order, p, meant);
}

static void
do_yes(struct desk *desk, const struct order *order)
{
	bool rest;

	say_yes(desk, order, &rest);
	if (rest)
		consent_ask_whole(desk, order, true, false);
}

static void
do_no(struct desk *desk, const struct order *order)
{
	bool rest;

	say_no(desk, order, false, &rest);
	if (rest)
		consent_ask_whole(desk, order, true, false);
}

/* A bare yes or no to what several farmers offer is to none of them. */
static void
settle_bare(struct desk *desk, const struct order *order, bool yes)
{
	if (consent_sellers(desk, order->id) > 1)
		consent_ask_whole(desk, order, false, false);
	else
		consent_settle_offers(desk, order, -1, yes);
}

void
consent_settle(
    struct desk *desk, int64_t order_id, int product, bool yes, bool buyer)
{
	struct intent *intent = &desk->intent;
	struct order order;
	bool rest;

	if (!store_order_get(desk->store, order_id, &order))
		return;
	if (buyer) {
		consent_settle_offers(desk, &order, product, yes);
		return;
	}
	desk_as(desk, "seller");
	intent->items[0] = (struct intent_item){.product = product};
	intent->items_count = product >= 0;
	if (yes)
		say_yes(desk, &order, &rest);
	else
		say_no(desk, &order, gives_other(desk, &order), &rest);
}

bool
consent_ask_rest(struct desk *desk, int64_t order_id, bool buyer)
{
	struct proposal p[DESK_LINES_MAX];
	struct line lines[DESK_LINES_MAX];
	struct order order;
	size_t left = buyer ? consent_buyer_lines(desk, order_id, lines)
			    : consent_proposals(desk, order_id, true, p);

	if (left == 0 || !store_order_get(desk->store, order_id, &order))
		return false;
	consent_ask_whole(desk, &order, !buyer, false);
	return true;
}

/* The rest of a part came to who has another line of the same goods. */
static bool
are_same_goods(struct desk *desk, const struct proposal *p, size_t count)
{
	struct line first, line;

	if (count == 0 || !store_line_get(desk->store, p[0].line_id, &first))
		return false;
	for (size_t i = 1; i < count; i++)
		if (!store_line_get(desk->store, p[i].line_id, &line) ||
		    strcmp(line.product, first.product) != 0)
			return false;
	return true;
}

/* A part is of the largest; the others are asked about after it. */
static size_t
take_largest(struct desk *desk, struct proposal *p, size_t count)
{
	size_t largest = 0;

	if (!are_same_goods(desk, p, count))
		return count;
	for (size_t i = 1; i < count; i++)
		if (p[i].qty_milli > p[largest].qty_milli)
			largest = i;
	p[0] = p[largest];
	return 1;
}

/* "2 or 3": which of them? */
static bool
says_range(const struct intent *intent)
{
	return intent->items_count == 1 && intent->items[0].qty_high_milli > 0;
}

static void
do_some(struct desk *desk, const struct order *order, bool in_turn)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order->id, true, p);
	bool unsure = confirm_in_doubt(&desk->intent);
	struct terms_part part;

	count = take_largest(desk, p, consent_narrow(desk, p, count));
	/* More than was asked for: perhaps it was a price. */
	if (count == 0 || !terms_part(&part, desk, &p[0]) ||
	    part.price_minor == TERMS_ODD_PRICE ||
	    (part.qty_milli > p[0].qty_milli && !part.doubt && !unsure)) {
		consent_ask_whole(desk, order, true, false);
		return;
	}
	if (part.qty_milli <= 0 || part.qty_milli > p[0].qty_milli ||
	    count > 1 || says_range(&desk->intent)) {
		consent_ask_quantity(desk, order, &part, count);
		return;
	}
	if (part.doubt || unsure) {
		consent_ask_terms(desk, order, &part, in_turn);
		return;
	}
	withdraw_reminders(desk, p, count);
	(void)agree_seller(desk, order, p, 1,
	    &(struct agree_terms){part.qty_milli, part.price_minor});
	/* The other goods of the order. */
	(void)consent_ask_rest(desk, order->id, false);
}

static void
do_price(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order->id, true, p);
	struct line line;
	int64_t price = -1;

	count = consent_narrow(desk, p, count);
	if (are_same_goods(desk, p, count) &&
	    store_line_get(desk->store, p[0].line_id, &line))
		price = terms_whole_price(desk, &p[0], &line);
	/* A sum of several lines is not split. */
	if (count > 1 && desk->intent.price_per[0] == '\0' &&
	    price != amount_minor(desk->market, desk->intent.price_milli))
		price = -1;
	if (price < 0) {
		consent_ask_whole(desk, order, true, false);
		return;
	}
	withdraw_reminders(desk, p, count);
	(void)agree_seller(
	    desk, order, p, count, &(struct agree_terms){0, price});
	(void)consent_ask_rest(desk, order->id, false);
}

/* A doubt about a price is asked with that price; a figure that cannot be one
 * is how much. */
static void
ask_again(struct desk *desk, const struct order *order, bool in_turn)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order->id, true, p);
	struct terms_part part = {.qty_milli = 0};

	count = consent_narrow(desk, p, count);
	if (desk->intent.kind == INTENT_COUNTER && count == 1 &&
	    terms_figure(&part, desk, &p[0]))
		consent_ask_terms(desk, order, &part, in_turn);
	else
		consent_ask_whole(desk, order, true, in_turn);
}

void
consent_repeat(struct desk *desk, const struct order *order, bool in_turn)
{
	desk_as(desk, "seller");
	if (desk->intent.kind == INTENT_PARTIAL)
		do_some(desk, order, in_turn);
	else
		ask_again(desk, order, in_turn);
}

/* All that they were asked for was dropped by the buyer, who still wants
 * other goods: it did not go to anybody else. */
static bool
was_dropped(struct desk *desk, const struct order *order,
    const struct proposal *p, size_t count)
{
	struct line lines[DESK_LINES_MAX];

	for (size_t i = 0; i < count; i++)
		if (!store_line_get(desk->store, p[i].line_id, &lines[i]) ||
		    lines[i].state != LINE_CANCELLED)
			return false;
	if (count == 0 || order->closed_ms != 0)
		return false;
	cancel_not_needed(desk, order, lines, count, desk->from.id);
	return true;
}

/* Still free: the late yes stands.  Else it is told kindly. */
static void
do_late(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order->id, false, p);
	const struct intent *intent = &desk->intent;
	bool yes = intent->kind == INTENT_ACCEPT ||
		   (intent->kind == INTENT_DIGIT && intent->number == 1);

	if (with_buyer(desk, order)) {
		answer_code(desk, order, PHRASE_BUYER_ASKED);
		return;
	}
	if (yes && !confirm_in_doubt(intent) &&
	    agree_seller(desk, order, p, count, &(struct agree_terms){0, -1}) >
		0)
		return;
	if (intent->kind == INTENT_REJECT)
		answer_code(desk, order, PHRASE_NOTHING_ASKED);
	else if (!was_dropped(desk, order, p, count))
		answer_code(desk, order,
		    order->closed_ms != 0 ? PHRASE_LATE_CLOSED : PHRASE_LATE);
	for (size_t i = 0; yes && i < count; i++)
		fair_forgive(desk, &p[i]);
}

/* The day that the seller names, when the buyer named none, is told to both; no
 * day is set for other sellers' goods. */
static void
put_day(struct desk *desk, struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);

	for (size_t i = 0; i < count; i++)
		if (!line_is_closed(&lines[i]) &&
		    lines[i].seller_id != desk->from.id)
			return;
	day_keep(order->day, desk->market, desk->now_ms, desk->intent.day,
	    desk->clock_sure);
	store_order_put(desk->store, order);
}

/* A yes for another day than the buyer's is asked once more, with that day. */
static enum confirm_act
with_day(struct desk *desk, struct order *order, enum confirm_act act)
{
	if (desk->intent.day[0] == '\0' ||
	    (act != CONFIRM_YES && act != CONFIRM_SOME && act != CONFIRM_PRICE))
		return act;
	if (order->day[0] == '\0')
		put_day(desk, order);
	else if (consent_other_day(desk, order)) {
		desk->intent.ask = true;
		desk->intent.why = INTENT_ASK_CONFIRM;
		return act == CONFIRM_SOME ? act : CONFIRM_ASK;
	}
	return act;
}

void
consent_act(struct desk *desk, const struct order *about, enum confirm_act act,
    bool as_seller)
{
	struct order whole = *about;
	const struct order *order = &whole;

	desk_as(desk, "seller");
	if (as_seller)
		act = with_day(desk, &whole, act);
	switch (act) {
	case CONFIRM_NOTHING:
	case CONFIRM_WHICH:
	case CONFIRM_WRONG_CODE:
		break;
	case CONFIRM_ASK:
		if (as_seller)
			ask_again(desk, order, false);
		else
			consent_ask_whole(desk, order, false, false);
		break;
	case CONFIRM_YES:
		do_yes(desk, order);
		break;
	case CONFIRM_NO:
		do_no(desk, order);
		break;
	case CONFIRM_SOME:
		do_some(desk, order, false);
		break;
	case CONFIRM_PRICE:
		do_price(desk, order);
		break;
	case CONFIRM_BUYER_YES:
		settle_bare(desk, order, true);
		break;
	case CONFIRM_BUYER_NO:
		settle_bare(desk, order, false);
		break;
	case CONFIRM_LATE:
		do_late(desk, order);
		break;
	case CONFIRM_SHOW:
		status_order(desk, order);
		break;
	}
}
