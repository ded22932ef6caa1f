#include "handlers/handover_late.h"

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/complaint.h"
#include "handlers/handover.h"
#include "handlers/handover_tell.h"
#include "handlers/letter.h"
#include "handlers/lexicon_role.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/terms.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define ANSWER_TEXTS 4 /* back to the question */

enum step { STEP_BUYER, STEP_SELLER, STEP_OFFICER };

static bool
count_step(void *arg, const struct line_event *event)
{
	int *steps = arg;

	if (event->to != (int)LINE_CONFIRMED ||
	    event->from != (int)LINE_CONFIRMED)
		*steps = 0; /* agreed anew */
	else
		(*steps)++;
	return true;
}

static int
steps_of(struct desk *desk, const struct line *line)
{
	int steps = 0;

	store_event_of_line(desk->store, line->id, count_step, &steps);
	return steps;
}

bool
handover_late_is_officers(struct desk *desk, const struct line *line)
{
	return line->state == LINE_CONFIRMED &&
	       steps_of(desk, line) > STEP_OFFICER;
}

static void
tell_officer(
    struct desk *desk, const struct order *order, const struct line *line)
{
	struct letter letter;
	struct letter_goods goods;
	struct person buyer, seller;
	char name[64], seller_name[64], other[100];
	struct buf both = buf_over(other, sizeof(other));
	struct letter_about about = {.order_id = order->id,
	    .subject = SUBJECT_LINE,
	    .subject_id = line->id};
	int64_t officer;

	if (!store_person_get(desk->store, order->buyer_id, &buyer) ||
	    !store_person_get(desk->store, line->seller_id, &seller))
		return;
	officer = officer_for(desk, buyer.area_id);
	if (officer == 0)
		return;
	letter_to(&letter, desk, officer, 0);
	letter_goods(&goods, &letter, order, line, 1);
	letter_name(name, &buyer);
	letter_name(seller_name, &seller);
	buf_add_format(&both, "%s %s", seller_name, seller.number);
	letter_send(&letter, PHRASE_LATE_OFFICER,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.name = *buyer.name ? name : "",
		.phone = buyer.number,
		.other = other},
	    &about);
}

void
handover_late(struct desk *desk, int64_t line_id)
{
	struct line line;
	struct order order;
	int step;

	if (!store_line_get(desk->store, line_id, &line) ||
	    line.state != LINE_CONFIRMED ||
	    !store_order_get(desk->store, line.order_id, &order))
		return;
	step = steps_of(desk, &line);
	store_timer_set(desk->store, TIMER_HANDOVER, line.id,
	    desk->now_ms + (step < STEP_OFFICER ? 2 : 7) * DAY_MS);
	if (step == STEP_BUYER) {
		handover_tell(desk, order.buyer_id, order.phone_id,
		    PHRASE_GOT_ASK, &order, &line, 1, 0, NULL);
		(void)line_go(desk, &line, LINE_ACT_REMIND, LINE_CONFIRMED,
		    "the buyer is asked whether it came");
	} else if (step == STEP_SELLER) {
		handover_tell(desk, line.seller_id, 0, PHRASE_LATE_SELLER,
		    &order, &line, 1, 0, NULL);
		(void)line_go(desk, &line, LINE_ACT_REMIND, LINE_CONFIRMED,
		    "the farmer is asked whether it was handed over");
	} else {
		tell_officer(desk, &order, &line);
		(void)line_go(desk, &line, LINE_ACT_REMIND, LINE_CONFIRMED,
		    "the officer is asked to find out");
	}
}

/* -- what they say to it ----------------------------------------------------
 */

enum answer {
	ANSWER_OTHER,
	ANSWER_YES,
	ANSWER_NO,
	ANSWER_NO_AND_MORE, /* "no, I sold it": not only not yet */
};

/* "Yes I did", "not yet, friday": the first word says it. */
static enum answer
by_first_word(const struct desk *desk)
{
	static const uint64_t later =
	    ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_CANCEL);
	uint64_t roles = terms_first_roles(desk);

	if ((roles & ROLE_BIT(ROLE_YES)) != 0)
		return ANSWER_YES;
	if ((roles & later) != 0)
		return ANSWER_NO;
	return (roles & ROLE_BIT(ROLE_NO)) != 0 ? ANSWER_NO_AND_MORE
						: ANSWER_OTHER;
}

static bool
is_digit(const struct intent *intent, int64_t number)
{
	return intent->kind == INTENT_DIGIT && intent->number == number;
}

static enum answer
answer_of(const struct desk *desk)
{
	const struct intent *intent = &desk->intent;

	if (intent->items_count > 0)
		return ANSWER_OTHER;
	if (intent->kind == INTENT_ACCEPT || is_digit(intent, 1))
		return ANSWER_YES;
	if ((intent->kind == INTENT_REJECT && !intent->ask) ||
	    is_digit(intent, 2))
		return ANSWER_NO;
	return intent->kind == INTENT_NONE || intent->kind == INTENT_REJECT ||
		       (intent->kind == INTENT_CANCEL && intent->ask)
		   ? by_first_word(desk)
		   : ANSWER_OTHER;
}

static bool
last_told(void *arg, const struct message *m)
{
	int64_t *order_id = arg;

	if (m->out)
		*order_id = m->order_id;
	return !m->out;
}

/* A line of that order of which the sender was just asked. */
static bool
find_asked(struct desk *desk, const struct order *order, struct line *out)
{
	struct line lines[DESK_LINES_MAX];
	bool buyer = order->buyer_id == desk->from.id;
	size_t count = handover_lines_in(desk, order->id,
	    buyer ? 0 : desk->from.id, HANDOVER_STATE(CONFIRMED), lines);

	for (size_t i = 0; i < count; i++)
		if (steps_of(desk, &lines[i]) ==
		    (buyer ? STEP_BUYER : STEP_SELLER) + 1) {
			*out = lines[i];
			return true;
		}
	return false;
}

/* "Juma says it is handed over": a line of which the buyer says nothing yet. */
static bool
find_brought(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = handover_lines_in(
	    desk, order->id, 0, HANDOVER_STATE(FULFILLED), lines);

	for (size_t i = 0; i < count; i++)
		if (lines[i].done_ms != 0 && lines[i].got_ms == 0 &&
		    lines[i].settled_ms == 0)
			return order->buyer_id == desk->from.id;
	return false;
}

static void
answer_brought(struct desk *desk, const struct book *book,
    const struct order *order, bool yes)
{
	desk->intent.kind = yes ? INTENT_GOT : INTENT_PROBLEM;
	if (!yes)
		desk->intent.rest = desk->text->text;
	str_copy(desk->intent.code, sizeof(desk->intent.code),
	    str_from(order->code));
	if (yes)
		handover_got(desk, book);
	else
		complaint_text(desk, book);
}

bool
handover_late_answer(struct desk *desk, const struct book *book)
{
	enum answer answer = answer_of(desk);
	int64_t order_id = 0;
	struct order order;
	struct line line;
	bool buyer;

	if (answer == ANSWER_OTHER || desk->intent.code[0] != '\0')
		return false;
	store_message_chain(desk->store, desk->text->phone_id, ANSWER_TEXTS,
	    last_told, &order_id);
	if (order_id == 0 || !store_order_get(desk->store, order_id, &order))
		return false;
	if (find_brought(desk, &order)) {
		answer_brought(desk, book, &order, answer == ANSWER_YES);
		return true;
	}
	if (!find_asked(desk, &order, &line))
		return false;
	buyer = order.buyer_id == desk->from.id;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	if (answer == ANSWER_YES) {
		desk->intent.kind = buyer ? INTENT_GOT : INTENT_DONE;
		str_copy(desk->intent.code, sizeof(desk->intent.code),
		    str_from(order.code));
		if (buyer)
			handover_got(desk, book);
		else
			handover_done(desk, book);
	} else if (buyer) {
		handover_tell(desk, desk->from.id, 0, PHRASE_YES_BUYER, &order,
		    &line, 1, line.seller_id, NULL);
	} else if (answer == ANSWER_NO_AND_MORE) {
		handover_tell(desk, desk->from.id, 0, PHRASE_LATE_SELLER,
		    &order, &line, 1, 0, NULL); /* what to text for which */
	} else {
		letter_answer(desk, PHRASE_DONE_LATER,
		    &(struct words){.code = order.code}, order.id);
	}
	return true;
}
