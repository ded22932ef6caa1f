#include "handlers/handover_late.h"

#include "base/buf.h"

#include "gateway/store/store_timer.h"

#include "handlers/handover_tell.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)

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
