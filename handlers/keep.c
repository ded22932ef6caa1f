#include "handlers/keep.h"

#include "base/buf.h"

#include "gateway/store/store_kept.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_timer.h"

#include "handlers/alloc.h"
#include "handlers/letter.h"
#include "handlers/quiet.h"

#define MINUTE_MS INT64_C(60000)
#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define LATER_MOST_MS (3 * DAY_MS) /* without a wanted day */
#define LATER_ANSWER_MS (6 * 60 * MINUTE_MS)
#define UNSURE_MS (10 * MINUTE_MS)
#define SOON_MS INT64_C(1000)
#define TRIED_AT_ONCE 8
#define PROPOSALS_READ 32

static int64_t
sooner(int64_t a, int64_t b)
{
	return b != 0 && b < a ? b : a;
}

struct keep
keep_judge(const struct keep_facts *f)
{
	struct keep keep = {.why = KEEP_NOT};

	if (f->told_ms != 0 && f->told_ms <= f->now_ms)
		return keep;
	if (f->promised) {
		keep.why = KEEP_PROMISED;
		keep.until_ms = f->told_ms
				    ? f->told_ms
				    : sooner(f->answer_due_ms, f->day_end_ms);
		keep.try_ms = keep.until_ms;
	} else if (f->from_ms != 0 &&
		   f->from_ms < (f->day_end_ms ? f->day_end_ms
					       : f->now_ms + LATER_MOST_MS)) {
		keep.why = KEEP_LATER;
		keep.from_ms = f->from_ms;
		keep.try_ms = f->from_ms;
		keep.until_ms =
		    f->told_ms ? f->told_ms : f->from_ms + LATER_ANSWER_MS;
	}
	if (keep.until_ms <= f->now_ms)
		keep.why = KEEP_NOT;
	return keep;
}

/* -- what there is -------------------------------------------------------- */

struct looking {
	struct desk *desk;
	const struct order *order;
	const struct line *line;
	bool promised;
	int64_t from_ms;
};

struct open_for {
	int64_t offer_id;
	int read;
	bool found;
};

static bool
is_for(void *arg, const struct proposal *p)
{
	struct open_for *o = arg;

	o->found = p->offer_id == o->offer_id;
	return !o->found && ++o->read < PROPOSALS_READ;
}

/* Somebody who has it was asked and may say no. */
static bool
may_come_free(struct desk *desk, const struct offer *offer)
{
	struct open_for o = {offer->id, 0, false};

	store_proposal_open_of(desk->store, offer->seller_id, is_for, &o);
	return o.found;
}

struct asked_before {
	int64_t seller_id;
	bool found;
};

static bool
is_theirs(void *arg, const struct proposal *p)
{
	struct asked_before *a = arg;

	a->found = p->seller_id == a->seller_id &&
		   !(p->state == PROPOSAL_WITHDRAWN && p->answered_ms == 0);
	return !a->found;
}

/* As if it were free and its day had come. */
static bool
would_do(const struct looking *look, const struct offer *offer)
{
	struct desk *desk = look->desk;
	struct asked_before asked = {offer->seller_id, false};
	struct offer free = *offer;
	struct alloc_fit fit;
	struct person seller;

	free.held_milli = 0;
	if (!store_person_get(desk->store, offer->seller_id, &seller) ||
	    alloc_judge(&fit, desk->trade->catalogue, look->line, &free,
		&seller, look->order->buyer_id,
		offer->from_ms > desk->now_ms ? offer->from_ms
					      : desk->now_ms) != ALLOC_GOOD)
		return false;
	store_proposal_of_line(desk->store, look->line->id, is_theirs, &asked);
	return !asked.found;
}

static bool
look_promised(void *arg, const struct offer *offer)
{
	struct looking *look = arg;

	look->promised = offer->from_ms <= look->desk->now_ms &&
			 would_do(look, offer) &&
			 may_come_free(look->desk, offer);
	return !look->promised;
}

static bool
look_later(void *arg, const struct offer *offer)
{
	struct looking *look = arg;

	if (would_do(look, offer))
		look->from_ms = offer->from_ms;
	return look->from_ms == 0;
}

static int64_t
day_end_ms(struct desk *desk, const struct order *order)
{
	int64_t day = day_number(order->day);

	return day < 0 ? 0 : day_start_ms(desk->market, desk->now_ms, day + 1);
}

struct keep
keep_line(struct desk *desk, const struct order *order, const struct line *line)
{
	struct looking look = {desk, order, line, false, 0};
	struct keep_facts facts = {.now_ms = desk->now_ms,
	    .told_ms = store_kept_until(desk->store, line->id)};
	struct keep keep;

	store_offer_promised(
	    desk->store, line->product, KEEP_ROWS, look_promised, &look);
	if (!look.promised && desk->clock_sure)
		store_offer_later(desk->store, line->product, desk->now_ms,
		    KEEP_ROWS, look_later, &look);
	facts.promised = look.promised;
	facts.from_ms = look.from_ms;
	facts.day_end_ms = day_end_ms(desk, order);
	facts.answer_due_ms = market_waking_after(desk->market, desk->now_ms,
	    day_answer_ms(desk->market, desk->now_ms, order->day));
	/* Nothing is over while nobody knows what time it is. */
	if (!desk->clock_sure) {
		facts.told_ms = 0;
		facts.day_end_ms = 0;
		facts.answer_due_ms = desk->now_ms + DAY_MS;
	}
	keep = keep_judge(&facts);
	if (keep.why == KEEP_NOT)
		return keep;
	if (!desk->clock_sure)
		keep.try_ms = desk->now_ms + UNSURE_MS;
	store_kept_put(desk->store, line->id, line->product, keep.until_ms);
	return keep;
}

/* -- and later ------------------------------------------------------------ */

/* Where areas sleep at their own hours somebody may be awake. */
static int64_t
soon(struct desk *desk)
{
	if (quiet_differs(desk))
		return desk->now_ms + SOON_MS;
	return market_waking_after(desk->market, desk->now_ms, SOON_MS);
}

void
keep_freed(struct desk *desk, const char *product)
{
	int64_t ids[TRIED_AT_ONCE];
	size_t count =
	    store_kept_first(desk->store, product, ids, TRIED_AT_ONCE);

	for (size_t i = 0; i < count; i++) {
		struct line line;

		if (store_line_get(desk->store, ids[i], &line) &&
		    line.state == LINE_WAITING)
			store_timer_set(desk->store, TIMER_LINE_WAITING,
			    line.id, soon(desk));
		else
			store_kept_drop(desk->store, ids[i]);
	}
}

/* "14:30" today, else the day. */
static void
when(char dst[DAY_TEXT_OCTETS], const struct letter *letter, int64_t at_ms)
{
	struct desk *desk = letter->desk;
	int64_t day = market_local_day(desk->market, at_ms);
	int minute = market_local_minute(desk->market, at_ms);
	struct buf out = buf_over(dst, DAY_TEXT_OCTETS);

	dst[0] = '\0';
	if (!desk->clock_sure)
		return;
	if (day != market_local_day(desk->market, desk->now_ms))
		day_text_of(dst, desk->trade->phrases, letter->lang, day);
	else
		buf_add_format(&out, "%02d:%02d", minute / 60, minute % 60);
}

void
keep_tell(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, const struct keep *keep)
{
	bool later = keep->why == KEEP_LATER;
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};
	char time[DAY_TEXT_OCTETS];

	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	when(time, &letter, later ? keep->from_ms : keep->until_ms);
	letter_send(&letter, later ? PHRASE_ORDER_LATER : PHRASE_ORDER_PROMISED,
	    &(struct words){
		.code = order->code, .items = goods.items, .time = time},
	    &about);
}
