#include "handlers/consent.h"

#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/agree.h"
#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/status.h"
#include "handlers/stock.h"
#include "handlers/terms.h"

/* -- facts --------------------------------------------------------------- */

struct theirs {
	int64_t seller_id;
	bool open; /* else: whatever is over */
	struct proposal *dst;
	size_t count;
};

static bool
theirs_add(void *arg, const struct proposal *p)
{
	struct theirs *t = arg;

	if (p->seller_id == t->seller_id &&
	    (p->state == PROPOSAL_OPEN) == t->open &&
	    p->state != PROPOSAL_ACCEPTED && t->count < DESK_LINES_MAX)
		t->dst[t->count++] = *p;
	return true;
}

static size_t
proposals_of(struct desk *desk, int64_t order_id, bool open,
    struct proposal dst[DESK_LINES_MAX])
{
	struct theirs t = {desk->from.id, open, dst, 0};
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	for (size_t i = 0; i < count; i++)
		store_proposal_of_line(
		    desk->store, lines[i].id, theirs_add, &t);
	return t.count;
}

static size_t
asked_lines(
    struct desk *desk, int64_t order_id, struct line lines[DESK_LINES_MAX])
{
	size_t count = place_load(desk, order_id, lines), n = 0;

	for (size_t i = 0; i < count; i++)
		if (lines[i].state == LINE_ASKED)
			lines[n++] = lines[i];
	return n;
}

/* A part or a price of theirs lies with the buyer: not over, not theirs. */
static bool
with_buyer(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = asked_lines(desk, order->id, lines);

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

/* "#K7F: 5 kg tomato = KES 200. 1 YES 2 NO", and that is the question now. */
static void
ask_yes_no(struct desk *desk, const struct order *order, enum ask_kind kind,
    const struct line *lines, size_t count, const char *payload)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    kind, order->id, payload, 0);
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, PHRASE_CODE_YES_NO,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.total = goods.total},
	    &about);
}

static void
ask_whole(
    struct desk *desk, const struct order *order, bool as_seller, bool in_turn)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	char payload[QUESTION_PAYLOAD_OCTETS];
	int64_t ids[DESK_LINES_MAX];

	for (size_t i = 0; i < count; i++)
		if (as_seller ? lines[i].state == LINE_OFFERED &&
				    lines[i].seller_id == desk->from.id
			      : lines[i].state == LINE_ASKED) {
			ids[n] = lines[i].id;
			lines[n++] = lines[i];
		}
	if (in_turn)
		terms_write(
		    payload, desk, &order->id, 1, (struct terms_note){0, true});
	else
		ask_payload_ids(payload, "lines", ids, n, 0);
	ask_yes_no(desk, order, as_seller ? ASK_PROPOSAL : ASK_BUYER, lines, n,
	    payload);
}

static void
do_ask(struct desk *desk, const struct order *order, bool as_seller)
{
	ask_whole(desk, order, as_seller, false);
}

void
consent_ask(struct desk *desk, const struct order *order, bool in_turn)
{
	desk_as(desk, "seller");
	ask_whole(desk, order, true, in_turn);
}

static void
withdraw_reminders(struct desk *desk, const struct proposal *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		store_message_withdraw(
		    desk->store, SUBJECT_REMINDER, p[i].id, p[i].phone_id);
}

/* Which of several lines is meant, by its product; the only one otherwise. */
static size_t
narrow(struct desk *desk, struct proposal *p, size_t count)
{
	const struct intent *intent = &desk->intent;
	const char *key = NULL;
	struct line line;
	size_t n = 0;

	if (intent->items_count == 1)
		key = catalogue_key(
		    desk->trade->catalogue, intent->items[0].product);
	if (key == NULL)
		return count;
	for (size_t i = 0; i < count; i++)
		if (store_line_get(desk->store, p[i].line_id, &line) &&
		    strcmp(line.product, key) == 0)
			p[n++] = p[i];
	return n;
}

bool
consent_asked(
    struct desk *desk, int64_t order_id, int product, struct proposal *asked)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order_id, true, p);
	const char *key = catalogue_key(desk->trade->catalogue, product);
	struct line line;

	for (size_t i = 0; key != NULL && i < count; i++)
		if (store_line_get(desk->store, p[i].line_id, &line) &&
		    strcmp(line.product, key) == 0) {
			*asked = p[i];
			return true;
		}
	return false;
}

bool
consent_is_asked(struct desk *desk, int64_t order_id, int product)
{
	struct proposal p;

	return consent_asked(desk, order_id, product, &p);
}

/* Goods that were named count alone; *rest: there are others. */
static void
say_yes(struct desk *desk, const struct order *order, bool *rest)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, true, p);
	size_t meant = narrow(desk, p, count);

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
	size_t count = proposals_of(desk, order->id, true, p);
	size_t meant = narrow(desk, p, count);

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
		do_ask(desk, order, true);
}

static void
do_no(struct desk *desk, const struct order *order)
{
	bool rest;

	say_no(desk, order, false, &rest);
	if (rest)
		do_ask(desk, order, true);
}

void
consent_settle(struct desk *desk, int64_t order_id, int product, bool yes)
{
	struct intent *intent = &desk->intent;
	struct order order;
	bool rest;

	if (!store_order_get(desk->store, order_id, &order))
		return;
	desk_as(desk, "seller");
	intent->items[0] = (struct intent_item){.product = product};
	intent->items_count = product >= 0;
	if (yes)
		say_yes(desk, &order, &rest);
	else
		say_no(desk, &order, gives_other(desk, &order), &rest);
}

bool
consent_ask_rest(struct desk *desk, int64_t order_id)
{
	struct proposal p[DESK_LINES_MAX];
	struct order order;

	if (proposals_of(desk, order_id, true, p) == 0 ||
	    !store_order_get(desk->store, order_id, &order))
		return false;
	do_ask(desk, &order, true);
	return true;
}

/* `shown` when the measure must be seen. */
static void
ask_how_much(struct desk *desk, const struct order *order,
    const struct line *line, bool shown)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	goods.items[0] = '\0';
	letter_to_sender(&letter, desk);
	if (shown)
		letter_goods(&goods, &letter, order, line, 1);
	terms_write(
	    payload, desk, &order->id, 1, (struct terms_note){0, false});
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_SOME, order->id, payload, 0);
	letter_send(&letter, PHRASE_SOME_HOW_MUCH,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

/* How much is not known yet: what is known of the price waits with the
 * question.  Of several lines it may be another's, so it is repeated. */
static void
wait_for_quantity(struct desk *desk, const struct order *order,
    const struct terms_part *part, size_t count)
{
	struct intent *intent = &desk->intent;
	bool shown = count > 1 || part->doubt;

	intent->kind = INTENT_PARTIAL;
	intent->ask =
	    intent->price_milli > 0 && (count > 1 || confirm_in_doubt(intent));
	intent->why = INTENT_ASK_CONFIRM;
	intent->percent = 0;
	intent->items_count = 1;
	intent->items[0] = (struct intent_item){
	    .product =
		catalogue_find(desk->trade->catalogue, part->line.product)};
	ask_how_much(desk, order, &part->line, shown);
}

/* "3 kg tomato = KES 150. 1 YES 2 NO": what we made of their words. */
static void
repeat_terms(struct desk *desk, const struct order *order,
    const struct terms_part *part, bool in_turn)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct line line = part->line;

	line.qty_milli = part->qty_milli;
	if (part->price_minor >= 0)
		line.price_minor = part->price_minor;
	terms_put(desk, &line, part->qty_milli, part->price_minor);
	terms_write(
	    payload, desk, &order->id, 1, (struct terms_note){0, in_turn});
	ask_yes_no(desk, order, ASK_PROPOSAL, &line, 1, payload);
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
	size_t count = proposals_of(desk, order->id, true, p);
	bool unsure = confirm_in_doubt(&desk->intent);
	struct terms_part part;

	count = narrow(desk, p, count);
	/* More than was asked for: perhaps it was a price. */
	if (count == 0 || !terms_part(&part, desk, &p[0]) ||
	    part.price_minor == TERMS_ODD_PRICE ||
	    (part.qty_milli > p[0].qty_milli && !part.doubt && !unsure)) {
		do_ask(desk, order, true);
		return;
	}
	if (part.qty_milli <= 0 || part.qty_milli > p[0].qty_milli ||
	    count > 1 || says_range(&desk->intent)) {
		wait_for_quantity(desk, order, &part, count);
		return;
	}
	if (part.doubt || unsure) {
		repeat_terms(desk, order, &part, in_turn);
		return;
	}
	withdraw_reminders(desk, p, count);
	(void)agree_seller(desk, order, p, 1,
	    &(struct agree_terms){part.qty_milli, part.price_minor});
}

static void
do_price(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, true, p);
	struct line line;
	int64_t price = -1;

	count = narrow(desk, p, count);
	if (count == 1 && store_line_get(desk->store, p[0].line_id, &line))
		price = terms_whole_price(desk, &p[0], &line);
	if (price < 0) {
		do_ask(desk, order, true);
		return;
	}
	withdraw_reminders(desk, p, count);
	(void)agree_seller(
	    desk, order, p, count, &(struct agree_terms){0, price});
}

/* A doubt about a price is asked with that price. */
static void
ask_again(struct desk *desk, const struct order *order, bool in_turn)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, true, p);
	struct terms_part part = {.qty_milli = 0};

	count = narrow(desk, p, count);
	if (desk->intent.kind == INTENT_COUNTER &&
	    desk->intent.price_milli > 0 && count == 1 &&
	    store_line_get(desk->store, p[0].line_id, &part.line)) {
		part.qty_milli = p[0].qty_milli;
		part.price_minor = terms_whole_price(desk, &p[0], &part.line);
		if (part.price_minor >= 0) {
			repeat_terms(desk, order, &part, in_turn);
			return;
		}
	}
	do_ask(desk, order, true);
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

static void
do_buyer(struct desk *desk, const struct order *order, bool yes)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = asked_lines(desk, order->id, lines);

	desk_as(desk, "buyer");
	if (!yes)
		answer_code(desk, order, PHRASE_BUYER_NO_ACK);
	agree_buyer(desk, order, lines, count, yes);
}

/* Still free: the late yes stands.  Else it is told kindly. */
static void
do_late(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, false, p);
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
	else
		answer_code(desk, order,
		    order->closed_ms != 0 ? PHRASE_LATE_CLOSED : PHRASE_LATE);
	if (yes)
		proposal_keep_turn(desk, desk->from.id);
}

void
consent_act(struct desk *desk, const struct order *order, enum confirm_act act,
    bool as_seller)
{
	desk_as(desk, "seller");
	switch (act) {
	case CONFIRM_NOTHING:
	case CONFIRM_WHICH:
	case CONFIRM_WRONG_CODE:
		break;
	case CONFIRM_ASK:
		if (as_seller)
			ask_again(desk, order, false);
		else
			do_ask(desk, order, false);
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
		do_buyer(desk, order, true);
		break;
	case CONFIRM_BUYER_NO:
		do_buyer(desk, order, false);
		break;
	case CONFIRM_LATE:
		do_late(desk, order);
		break;
	case CONFIRM_SHOW:
		status_order(desk, order);
		break;
	}
}
