#include "handlers/consent.h"

#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/agree.h"
#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/status.h"
#include "handlers/stock.h"

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
do_ask(struct desk *desk, const struct order *order, bool as_seller)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};
	int64_t ids[DESK_LINES_MAX];

	for (size_t i = 0; i < count; i++)
		if (as_seller ? lines[i].state == LINE_OFFERED &&
				    lines[i].seller_id == desk->from.id
			      : lines[i].state == LINE_ASKED) {
			ids[n] = lines[i].id;
			lines[n++] = lines[i];
		}
	ask_payload_ids(payload, "lines", ids, n, 0);
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    as_seller ? ASK_PROPOSAL : ASK_BUYER, order->id, payload, 0);
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, lines, n);
	letter_send(&letter, PHRASE_CODE_YES_NO,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.total = goods.total},
	    &about);
}

static void
withdraw_reminders(struct desk *desk, const struct proposal *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		store_message_withdraw(
		    desk->store, SUBJECT_REMINDER, p[i].id, p[i].phone_id);
}

static void
do_yes(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, true, p);

	withdraw_reminders(desk, p, count);
	if (agree_seller(desk, order, p, count, &(struct agree_terms){0, -1}) ==
	    0)
		answer_code(desk, order, PHRASE_LATE_CLOSED);
}

static void
do_no(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, true, p);

	withdraw_reminders(desk, p, count);
	answer_code(desk, order, PHRASE_NO_SELLER);
	agree_decline(desk, order, p, count);
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

static void
ask_how_much(struct desk *desk, const struct order *order,
    const struct proposal *p, size_t count)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter letter;
	struct letter_goods goods;
	struct line line;
	int64_t id = p[0].id;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	goods.items[0] = '\0';
	letter_to_sender(&letter, desk);
	if (count > 1 && store_line_get(desk->store, p[0].line_id, &line)) {
		line.qty_milli = p[0].qty_milli;
		letter_goods(&goods, &letter, order, &line, 1);
	}
	ask_payload_ids(payload, "proposals", &id, 1, 0);
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_SOME, order->id, payload, 0);
	letter_send(&letter, PHRASE_SOME_HOW_MUCH,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

/* The quantity said, in the line's measure; 0: not said or not comparable. */
static int64_t
some_milli(struct desk *desk, const struct proposal *p)
{
	const struct intent *intent = &desk->intent;
	const struct intent_item *it = &intent->items[0];
	struct line line;
	int64_t out = 0;

	if (intent->percent > 0 && intent->percent < 100)
		return p->qty_milli * intent->percent / 100;
	if (intent->items_count == 0 || !it->has_qty ||
	    !store_line_get(desk->store, p->line_id, &line))
		return 0;
	if (it->unit[0] == '\0')
		return it->qty_milli;
	return stock_convert(&out, it->qty_milli,
		   stock_unit_of(
		       desk->trade->catalogue, line.product, it->unit),
		   stock_unit_line(&line), false)
		   ? out
		   : 0;
}

static void
do_some(struct desk *desk, const struct order *order)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = proposals_of(desk, order->id, true, p);
	int64_t qty;

	count = narrow(desk, p, count);
	if (count == 0) {
		do_ask(desk, order, true);
		return;
	}
	qty = confirm_in_doubt(&desk->intent) ? 0 : some_milli(desk, &p[0]);
	if (qty > p[0].qty_milli) {
		/* More than was asked for: perhaps it was a price. */
		do_ask(desk, order, true);
		return;
	}
	if (qty <= 0 || count > 1) {
		ask_how_much(desk, order, p, count);
		return;
	}
	withdraw_reminders(desk, p, count);
	(void)agree_seller(desk, order, p, 1, &(struct agree_terms){qty, -1});
}

/* "120" alone: by the unit or for all?  What lies nearer to what was asked. */
static int64_t
counter_price(
    struct desk *desk, const struct proposal *p, const struct line *line)
{
	const struct intent *intent = &desk->intent;
	int64_t minor = amount_minor(desk->market, intent->price_milli), out;
	int64_t total = amount_total(p->qty_milli, p->price_minor);

	if (intent->price_per[0] != '\0')
		return stock_price(&out, minor,
			   stock_unit_of(desk->trade->catalogue, line->product,
			       intent->price_per),
			   stock_unit_line(line))
			   ? out
			   : -1;
	if (p->price_minor > 0 && total > 0 && p->qty_milli > 1000 &&
	    minor / p->price_minor >= total / (minor > 0 ? minor : 1) &&
	    minor < INT64_MAX / 1000)
		return minor * 1000 / p->qty_milli;
	return minor;
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
		price = counter_price(desk, &p[0], &line);
	if (price < 0) {
		do_ask(desk, order, true);
		return;
	}
	withdraw_reminders(desk, p, count);
	(void)agree_seller(
	    desk, order, p, count, &(struct agree_terms){0, price});
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
		do_ask(desk, order, as_seller);
		break;
	case CONFIRM_YES:
		do_yes(desk, order);
		break;
	case CONFIRM_NO:
		do_no(desk, order);
		break;
	case CONFIRM_SOME:
		do_some(desk, order);
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
