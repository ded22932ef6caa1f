#include "handlers/place.h"

#include <stddef.h>
#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_kept.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

#include "handlers/day.h"
#include "handlers/fair.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/proposal.h"
#include "handlers/quiet.h"
#include "handlers/still.h"
#include "handlers/stock.h"

/* A link that is down must not use up the sellers: the text may wait. */
#define TEXT_WAITS_MS (INT64_C(60) * 60 * 1000)
#define SEEK_ON_MS INT64_C(100)
#define ASKED_MOST 60 /* proposals of one line: store_order's ids */
#define SWEEP_ROWS 200

struct loaded {
	struct line *lines;
	size_t count;
};

static bool
load_add(void *arg, const struct line *line)
{
	struct loaded *loaded = arg;

	if (loaded->count < DESK_LINES_MAX)
		loaded->lines[loaded->count++] = *line;
	return true;
}

size_t
place_load(
    struct desk *desk, int64_t order_id, struct line lines[DESK_LINES_MAX])
{
	struct loaded loaded = {lines, 0};

	store_line_of_order(desk->store, order_id, load_add, &loaded);
	return loaded.count;
}

void
place_touch(struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);
	struct order order;
	bool closed = true;

	if (!store_order_get(desk->store, order_id, &order))
		return;
	for (size_t i = 0; i < count; i++)
		closed = closed && line_is_closed(&lines[i]);
	order.changed_ms = desk->now_ms;
	if (!closed)
		order.closed_ms = 0;
	else if (order.closed_ms == 0)
		order.closed_ms = desk->now_ms;
	store_order_put(desk->store, &order);
}

/* -- one line ------------------------------------------------------------ */

static void
clear_seller(struct line *line)
{
	line->seller_id = 0;
	line->offer_id = 0;
	line->proposal_id = 0;
	line->hold_milli = 0;
	line->price_minor = -1;
}

static void
give_up(struct desk *desk, struct line *line, const struct alloc_choice *choice,
    struct place_result *result)
{
	static const char *const why[] = {
	    [ALLOC_GOOD] = "nobody is left",
	    [ALLOC_NOT_SELLER] = "nobody has it",
	    [ALLOC_NOT_NOW] = "nobody has it",
	    [ALLOC_UNIT] = "nobody sells by that measure",
	    [ALLOC_PRICE] = "nobody sells at that price",
	    [ALLOC_ASKED] = "everybody was asked",
	    [ALLOC_NOBODY] = "nobody has it",
	};

	clear_seller(line);
	if (!line_go(desk, line, LINE_ACT_GIVE_UP, LINE_UNFILLED,
		why[choice->verdict]))
		return;
	if (result->unfilled == 0) {
		result->why = choice->verdict;
		result->lowest_minor = choice->lowest_minor;
		memcpy(result->unit, choice->unit, sizeof(result->unit));
	}
	result->gone[result->unfilled++] = *line;
}

static void
wait_for_day(struct desk *desk, struct line *line, int64_t wakes_ms,
    struct place_result *result)
{
	clear_seller(line);
	if (!line_go(
		desk, line, LINE_ACT_WAIT, LINE_WAITING, "the sellers rest"))
		return;
	store_timer_set(desk->store, TIMER_LINE_WAITING, line->id, wakes_ms);
	if (result->waiting++ == 0 || wakes_ms < result->wakes_ms)
		result->wakes_ms = wakes_ms;
}

/* The phone of the one whose turn it is may be somebody else's by now: asked.
 * True: nobody else has it, and there is time for an answer. */
static bool
wait_for_answer(struct desk *desk, const struct order *order, struct line *line,
    const struct alloc_choice *choice, struct place_result *result)
{
	struct person person;
	struct market scratch;
	int64_t until_ms;

	if (choice->unsure_id == 0 ||
	    !store_person_get(desk->store, choice->unsure_id, &person))
		return false;
	if (quiet_is(desk, person.area_id, &until_ms)) {
		if (choice->verdict == ALLOC_GOOD)
			return false;
		wait_for_day(desk, line, until_ms, result);
		return true;
	}
	still_ask(desk, &person);
	if (choice->verdict == ALLOC_GOOD ||
	    !store_person_get(desk->store, choice->unsure_id, &person))
		return false;
	until_ms = market_waking_after(
	    quiet_market(desk, person.area_id, &scratch), person.still_ms,
	    day_answer_ms(desk->market, person.still_ms, order->day));
	if (person.still_ms == 0 || until_ms <= desk->now_ms)
		return false;
	clear_seller(line);
	if (!line_go(desk, line, LINE_ACT_WAIT, LINE_WAITING,
		"asked whether the phone is still theirs"))
		return false;
	/* A yes wakes it (keep_freed). */
	store_kept_put(desk->store, line->id, line->product, until_ms);
	store_timer_set(desk->store, TIMER_LINE_WAITING, line->id, until_ms);
	result->waiting++;
	result->unsure++;
	return true;
}

/* Nobody has it now, but somebody may: the line waits for that. */
static bool
keep_for_goods(struct desk *desk, const struct order *order, struct line *line,
    const struct alloc_choice *choice, struct place_result *result)
{
	static const char *const why[] = {
	    [KEEP_NOT] = "",
	    [KEEP_PROMISED] = "all is promised to others",
	    [KEEP_LATER] = "it is on sale from a later day",
	};
	struct keep keep = keep_line(desk, order, line);

	if (keep.why == KEEP_NOT)
		return false;
	clear_seller(line);
	if (line->state != LINE_WAITING || line->created_ms == desk->now_ms) {
		if (!line_go(
			desk, line, LINE_ACT_WAIT, LINE_WAITING, why[keep.why]))
			return false;
	} else {
		store_line_put(desk->store, line);
	}
	/* Who said no to it already has some: others are not held up. */
	if (choice->verdict == ALLOC_ASKED)
		store_kept_last(desk->store, line->id);
	store_timer_set(desk->store, TIMER_LINE_WAITING, line->id, keep.try_ms);
	if (result->kept_count == 0)
		result->keep = keep;
	result->kept[result->kept_count++] = *line;
	return true;
}

/* What waiting can help: not a price, not a measure. */
static bool
may_wait(const struct alloc_choice *choice, const struct alloc_wish *wish)
{
	return wish->only_id == 0 && choice->verdict != ALLOC_GOOD &&
	       choice->verdict != ALLOC_PRICE && choice->verdict != ALLOC_UNIT;
}

/* Not everybody was looked at: nobody may be told that nobody has it. */
static void
seek_on(struct desk *desk, struct line *line, const struct alloc_choice *choice,
    struct place_result *result)
{
	struct turn_seek seek = {.mark = choice->mark,
	    .verdict = (int)choice->verdict,
	    .lowest_minor = choice->lowest_minor};

	memcpy(seek.unit, choice->unit, sizeof(seek.unit));
	clear_seller(line);
	if (line->state == LINE_WAITING)
		store_line_put(desk->store, line);
	else if (!line_go(
		     desk, line, LINE_ACT_WAIT, LINE_WAITING, "looks further"))
		return;
	store_seek_put(desk->store, line->id, &seek);
	store_timer_set(desk->store, TIMER_LINE_WAITING, line->id,
	    desk->now_ms + SEEK_ON_MS);
	result->seeking++;
}

/* Holds the stock and writes the proposal; its text follows (send_batch). */
static bool
propose(struct desk *desk, struct line *line, const struct alloc_choice *choice,
    struct proposal *p)
{
	memset(p, 0, sizeof(*p));
	if (!line_takes(line->state, LINE_ACT_PROPOSE) ||
	    !store_offer_hold(
		desk->store, choice->offer.id, choice->fit.hold_milli))
		return false;
	p->line_id = line->id;
	p->seller_id = choice->seller.id;
	p->phone_id = choice->seller.phone_id;
	p->offer_id = choice->offer.id;
	p->state = PROPOSAL_OPEN;
	p->qty_milli = choice->fit.qty_milli;
	p->price_minor = choice->fit.price_minor;
	p->hold_milli = choice->fit.hold_milli;
	p->asked_ms = desk->now_ms;
	memcpy(p->reason, choice->reason, sizeof(p->reason));
	fair_weigh(desk, p, &choice->offer, choice->seller.weight_milli);
	store_proposal_add(desk->store, p);
	line->seller_id = p->seller_id;
	line->offer_id = p->offer_id;
	line->proposal_id = p->id;
	line->hold_milli = p->hold_milli;
	line->price_minor = p->price_minor;
	line->asked_count++;
	/* Asked anew: what was told of its waiting is over. */
	if (line->created_ms != desk->now_ms)
		store_kept_drop(desk->store, line->id);
	return line_go(desk, line, LINE_ACT_PROPOSE, LINE_OFFERED, p->reason);
}

/* -- the texts ----------------------------------------------------------- */

/* One text for the proposals of one seller; lines[i] belongs to p[i]. */
static void
send_batch(struct desk *desk, const struct order *order, struct proposal *p,
    const struct line *lines, size_t count)
{
	struct letter letter;
	struct letter_goods goods;
	struct line shown[DESK_LINES_MAX];
	struct person buyer;
	struct market scratch;
	char name[64];
	int64_t answer = day_answer_ms(desk->market, desk->now_ms, order->day);
	int64_t id;
	struct letter_about about = {.class_ = MESSAGE_PROPOSAL,
	    .subject = SUBJECT_PROPOSAL,
	    .subject_id = p[0].id,
	    .order_id = order->id,
	    .question = true,
	    .stale_ms = market_waking_after(
		quiet_market_of(desk, p[0].seller_id, &scratch), desk->now_ms,
		answer > TEXT_WAITS_MS ? answer : TEXT_WAITS_MS)};

	for (size_t i = 0; i < count; i++) {
		shown[i] = lines[i];
		shown[i].qty_milli = p[i].qty_milli;
	}
	letter_to(&letter, desk, p[0].seller_id, p[0].phone_id);
	letter_goods_priced(&goods, &letter, order, shown, count);
	store_person_get(desk->store, order->buyer_id, &buyer);
	letter_name(name, &buyer);
	id = letter_send(&letter,
	    p[0].price_minor < 0 ? PHRASE_PROPOSAL_ANY_PRICE : PHRASE_PROPOSAL,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total,
		.day = goods.day,
		.name = *order->on_behalf ? order->on_behalf
					  : (*buyer.name ? name : ""),
		.place = *order->place ? order->place : buyer.place},
	    &about);
	for (size_t i = 0; i < count; i++) {
		p[i].message_id = id;
		store_proposal_put(desk->store, &p[i]);
	}
}

/* The seller's turn moves on by all of them. */
static void
charge(struct desk *desk, const struct proposal *p, size_t count)
{
	struct offer offer;
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += p[i].charge;
	if (store_offer_get(desk->store, p[0].offer_id, &offer))
		store_turn_asked(desk->store, &offer, sum, desk->now_ms);
}

/* Proposals of one go, gathered by seller.  Charging a seller comes last, so
 * that several lines fall to the same one. */
static void
send_all(struct desk *desk, const struct order *order, struct proposal *p,
    struct line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct proposal batch[DESK_LINES_MAX];
		struct line theirs[DESK_LINES_MAX];
		size_t n = 0;

		if (p[i].message_id != 0)
			continue;
		for (size_t k = i; k < count; k++)
			if (p[k].seller_id == p[i].seller_id) {
				batch[n] = p[k];
				theirs[n++] = lines[k];
				p[k].message_id = -1;
			}
		send_batch(desk, order, batch, theirs, n);
		charge(desk, batch, n);
	}
}

/* A waiting line may be one whose search is to go on. */
static void
choose(struct desk *desk, const struct order *order, const struct line *line,
    const struct alloc_wish *wish, struct alloc_choice *choice)
{
	struct turn_seek seek;

	if (line->state == LINE_WAITING &&
	    store_seek_get(desk->store, line->id, &seek)) {
		alloc_go_on(choice, desk, order, line, &seek);
		if (choice->verdict == ALLOC_GOOD || !choice->more)
			store_seek_drop(desk->store, line->id);
	} else {
		alloc_choose(choice, desk, order, line, wish);
	}
	if (choice->verdict == ALLOC_GOOD && line->asked_count >= ASKED_MOST)
		choice->verdict = ALLOC_ASKED;
}

void
place_lines(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, const struct alloc_wish *wish, struct place_result *result)
{
	struct alloc_wish wanted = {.only_id = 0};
	struct proposal p[DESK_LINES_MAX];
	struct line offered[DESK_LINES_MAX];

	memset(result, 0, offsetof(struct place_result, kept));
	if (wish != NULL)
		wanted = *wish;
	for (size_t i = 0; i < count; i++) {
		struct alloc_choice choice;

		if (result->offered > 0)
			wanted.near_id = p[result->offered - 1].seller_id;
		choose(desk, order, &lines[i], &wanted, &choice);
		if (choice.verdict != ALLOC_GOOD && choice.more) {
			seek_on(desk, &lines[i], &choice, result);
			continue;
		}
		if (wait_for_answer(desk, order, &lines[i], &choice, result))
			continue;
		if (may_wait(&choice, &wanted) &&
		    keep_for_goods(desk, order, &lines[i], &choice, result))
			continue;
		if (choice.verdict != ALLOC_GOOD) {
			give_up(desk, &lines[i], &choice, result);
		} else if (choice.asleep && wanted.only_id == 0) {
			wait_for_day(desk, &lines[i], choice.wakes_ms, result);
		} else if (propose(
			       desk, &lines[i], &choice, &p[result->offered])) {
			offered[result->offered++] = lines[i];
		}
	}
	send_all(desk, order, p, offered, result->offered);
	place_touch(desk, order->id);
}

/* -- later --------------------------------------------------------------- */

static void
tell_officer(struct desk *desk, const struct order *order,
    const struct line *gone, size_t count)
{
	struct letter letter;
	struct letter_goods goods;
	struct person buyer;
	char name[64];
	struct letter_about about = {
	    .class_ = MESSAGE_NOTICE, .order_id = order->id};
	int64_t officer;

	if (!store_person_get(desk->store, order->buyer_id, &buyer))
		return;
	officer = officer_for(desk, buyer.area_id);
	if (officer == 0 || officer == buyer.id)
		return;
	letter_to(&letter, desk, officer, 0);
	letter_goods(&goods, &letter, order, gone, count);
	letter_name(name, &buyer);
	letter_send(&letter, PHRASE_OFFICER_NOBODY,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.day = goods.day,
		.name = *buyer.name ? name : "",
		.phone = buyer.number,
		.place = *order->place ? order->place : buyer.place},
	    &about);
}

static bool
was_agreed(void *arg, const struct line_event *event)
{
	bool *agreed = arg;

	*agreed = *agreed || event->to == (int)LINE_CONFIRMED;
	return true;
}

/* Somebody was asked for it, or had promised it (as in a sale). */
static bool
had_seller(struct desk *desk, const struct line *line)
{
	bool agreed = line->asked_count > 0;

	if (!agreed)
		store_event_of_line(desk->store, line->id, was_agreed, &agreed);
	return agreed;
}

static void
tell_nobody(struct desk *desk, const struct order *order,
    const struct place_result *result)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id,
	    .subject = SUBJECT_LINE,
	    .subject_id = result->gone[0].id};

	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods(&goods, &letter, order, result->gone, result->unfilled);
	letter_send(&letter, PHRASE_LINE_NOBODY,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
	/* Who was put off and then had nothing: the officer has no seller to
	 * talk to either, and there may be hundreds. */
	if (had_seller(desk, &result->gone[0]))
		tell_officer(desk, order, result->gone, result->unfilled);
}

void
place_again(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, const struct alloc_wish *wish)
{
	struct place_result result;

	if (count == 0)
		return;
	place_lines(desk, order, lines, count, wish, &result);
	if (result.unfilled > 0)
		tell_nobody(desk, order, &result);
}

/* Who waited for goods and got some makes room for the next who waits: there
 * may be more of it. */
static void
after_waiting(
    struct desk *desk, const struct line *lines, const bool *kept, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (lines[i].state == LINE_WAITING || !kept[i])
			continue;
		store_kept_drop(desk->store, lines[i].id);
		if (lines[i].state == LINE_OFFERED)
			keep_freed(desk, lines[i].product);
	}
}

void
place_waiting(struct desk *desk, int64_t line_id)
{
	struct line first, lines[DESK_LINES_MAX];
	struct order order;
	size_t count, n = 0;
	bool kept[DESK_LINES_MAX];

	if (!store_line_get(desk->store, line_id, &first) ||
	    first.state != LINE_WAITING ||
	    !store_order_get(desk->store, first.order_id, &order))
		return;
	count = place_load(desk, order.id, lines);
	for (size_t i = 0; i < count; i++)
		if (lines[i].state == LINE_WAITING) {
			store_timer_drop(
			    desk->store, TIMER_LINE_WAITING, lines[i].id);
			kept[n] =
			    store_kept_until(desk->store, lines[i].id) != 0;
			lines[n++] = lines[i];
		}
	place_again(desk, &order, lines, n, NULL);
	after_waiting(desk, lines, kept, n);
}

/* -- areas that moved ---------------------------------------------------- */

void
place_sweep(struct desk *desk, int64_t after_id)
{
	int64_t last = store_turn_sweep(desk->store, after_id, SWEEP_ROWS);

	if (last != 0)
		store_timer_set(
		    desk->store, TIMER_OFFER_SWEEP, last, desk->now_ms);
}
