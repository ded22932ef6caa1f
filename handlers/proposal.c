#include "handlers/proposal.h"

#include "base/log.h"

#include "gateway/store/store_timer.h"

#include "handlers/fair.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/quiet.h"
#include "handlers/stock.h"

#define APART_MS (INT64_C(60) * 1000)
#define TO(name) FSM_BIT(PROPOSAL_##name)
#define ACT(name) FSM_BIT(PROPOSAL_ACT_##name)

static const struct fsm_state states[] = {
    {"new", 0, TO(OPEN), NULL, NULL, NULL},
    {"open", ACT(ACCEPT) | ACT(DECLINE) | ACT(EXPIRE) | ACT(WITHDRAW),
	TO(ACCEPTED) | TO(DECLINED) | TO(EXPIRED) | TO(WITHDRAWN), NULL, NULL,
	NULL},
    /* Given back by the seller, or not wanted by the buyer after all. */
    {"accepted", ACT(DECLINE) | ACT(WITHDRAW), TO(DECLINED) | TO(WITHDRAWN),
	NULL, NULL, NULL},
    /* A late yes, or a second thought, while the line is still free. */
    {"declined", ACT(ACCEPT), TO(ACCEPTED), NULL, NULL, NULL},
    {"expired", ACT(ACCEPT), TO(ACCEPTED), NULL, NULL, NULL},
    {"withdrawn", ACT(ACCEPT), TO(ACCEPTED), NULL, NULL, NULL},
};

static const char *const act_names[] = {
    "accept", "decline", "expire", "withdraw"};

static const struct fsm_table table = {
    "proposal",
    states,
    sizeof(states) / sizeof(states[0]),
    act_names,
    sizeof(act_names) / sizeof(act_names[0]),
    -1,
};

const struct fsm_table *
proposal_table(void)
{
	return &table;
}

bool
proposal_allows(enum proposal_state from, enum proposal_state to)
{
	return fsm_allows(&table, (int)from, (int)to);
}

/* It has one timer at most: until the reminder, then until the end. */
static void
clock_stop(struct desk *desk, const struct proposal *proposal)
{
	if (proposal->sent_ms == 0)
		return; /* its time never began */
	if (proposal->reminded ||
	    !store_timer_drop(desk->store, TIMER_PROPOSAL_REMIND, proposal->id))
		store_timer_drop(
		    desk->store, TIMER_PROPOSAL_EXPIRE, proposal->id);
}

bool
proposal_go(struct desk *desk, struct proposal *proposal, enum proposal_act act,
    enum proposal_state to)
{
	enum proposal_state was = proposal->state;

	if ((states[proposal->state].events & FSM_BIT(act)) == 0 ||
	    !proposal_allows(proposal->state, to)) {
		log_event(LOG_WARN, "trade", "proposal_refused",
		    "proposal=%lld state=%s act=%s to=%s",
		    (long long)proposal->id,
		    proposal_state_name(proposal->state), act_names[act],
		    proposal_state_name(to));
		return false;
	}
	proposal->state = to;
	proposal->answered_ms = desk->now_ms;
	clock_stop(desk, proposal);
	store_proposal_put(desk->store, proposal);
	fair_moved(desk, proposal, was);
	return true;
}

struct proposal_clock
proposal_clock(const struct market *market, int64_t from_ms, int64_t answer_ms)
{
	struct proposal_clock clock = {
	    0, market_waking_after(market, from_ms, answer_ms)};

	if (answer_ms / 2 >= APART_MS)
		clock.remind_ms =
		    market_waking_after(market, from_ms, answer_ms / 2);
	return clock;
}

struct opened {
	struct proposal *dst;
	size_t dst_count, count;
};

static bool
opened_add(void *arg, const struct proposal *p)
{
	struct opened *o = arg;

	if (o->count < o->dst_count)
		o->dst[o->count++] = *p;
	return o->count < o->dst_count;
}

size_t
proposal_open(struct desk *desk, int64_t seller_id, struct proposal *dst,
    size_t dst_count)
{
	struct opened o = {dst, dst_count, 0};

	store_proposal_open_of(desk->store, seller_id, opened_add, &o);
	return o.count;
}

/* -- batches ------------------------------------------------------------- */

struct gather {
	int64_t message_id, seller_id;
	struct proposal *dst;
	size_t count, room;
};

static bool
gather_add(void *arg, const struct proposal *p)
{
	struct gather *g = arg;

	if (p->state == PROPOSAL_OPEN && p->seller_id == g->seller_id &&
	    p->message_id == g->message_id && g->count < g->room)
		g->dst[g->count++] = *p;
	return true;
}

size_t
proposal_batch(struct desk *desk, const struct proposal *proposal,
    struct proposal *dst, size_t dst_count)
{
	struct gather g = {
	    proposal->message_id, proposal->seller_id, dst, 0, dst_count};
	struct line line, lines[DESK_LINES_MAX];
	size_t count;

	if (!store_line_get(desk->store, proposal->line_id, &line))
		return 0;
	count = place_load(desk, line.order_id, lines);
	for (size_t i = 0; i < count; i++)
		store_proposal_of_line(
		    desk->store, lines[i].id, gather_add, &g);
	return g.count;
}

/* -- the clock ----------------------------------------------------------- */

void
proposal_sent(struct desk *desk, struct proposal *proposal)
{
	struct proposal batch[DESK_LINES_MAX];
	size_t count = proposal_batch(desk, proposal, batch, DESK_LINES_MAX);
	struct line line;
	struct order order;
	struct market scratch;
	struct proposal_clock clock;

	if (!store_line_get(desk->store, proposal->line_id, &line) ||
	    !store_order_get(desk->store, line.order_id, &order))
		return;
	clock = proposal_clock(
	    quiet_market_of(desk, proposal->seller_id, &scratch), desk->now_ms,
	    day_answer_ms(desk->market, desk->now_ms, order.day));
	for (size_t i = 0; i < count; i++) {
		batch[i].sent_ms = desk->now_ms;
		batch[i].due_ms = clock.due_ms;
		store_proposal_put(desk->store, &batch[i]);
		if (clock.remind_ms != 0 && !batch[i].reminded)
			store_timer_set(desk->store, TIMER_PROPOSAL_REMIND,
			    batch[i].id, clock.remind_ms);
		else
			store_timer_set(desk->store, TIMER_PROPOSAL_EXPIRE,
			    batch[i].id, clock.due_ms);
	}
}

/* Ends every open proposal of the text and gives their lines to `place`. */
static void
batch_end(struct desk *desk, const struct proposal *proposal,
    enum proposal_act act, enum proposal_state to, bool asked)
{
	struct proposal batch[DESK_LINES_MAX];
	struct line lines[DESK_LINES_MAX];
	size_t count = proposal_batch(desk, proposal, batch, DESK_LINES_MAX),
	       n = 0;
	struct order order;

	for (size_t i = 0; i < count; i++) {
		struct line *line = &lines[n];

		if (!proposal_go(desk, &batch[i], act, to) ||
		    !store_line_get(desk->store, batch[i].line_id, line) ||
		    line->proposal_id != batch[i].id)
			continue;
		if (!asked) {
			batch[i].answered_ms = 0;
			store_proposal_put(desk->store, &batch[i]);
		} else if (to == PROPOSAL_WITHDRAWN) {
			fair_unreached(desk, &batch[i]);
		}
		stock_release(desk->store, line);
		keep_freed(desk, line->product);
		n++;
	}
	if (n > 0 && store_order_get(desk->store, lines[0].order_id, &order))
		place_again(desk, &order, lines, n, NULL);
}

void
proposal_expire(struct desk *desk, struct proposal *proposal)
{
	batch_end(desk, proposal, PROPOSAL_ACT_EXPIRE, PROPOSAL_EXPIRED, true);
}

/* Too long in our own house: that seller was not asked and may be, later.
 * Given up by the network: that phone is dead, the next one is asked. */
void
proposal_lost(struct desk *desk, struct proposal *proposal, int64_t message_id)
{
	struct message message;
	struct line line;
	bool ours = store_message_get(desk->store, message_id, &message) &&
		    message.state == MESSAGE_STALE;

	if (proposal->state != PROPOSAL_OPEN)
		return;
	if (!ours || !store_line_get(desk->store, proposal->line_id, &line)) {
		batch_end(desk, proposal, PROPOSAL_ACT_WITHDRAW,
		    PROPOSAL_WITHDRAWN, true);
		return;
	}
	batch_end(
	    desk, proposal, PROPOSAL_ACT_WITHDRAW, PROPOSAL_WITHDRAWN, false);
}

/* The batch in the words of a reminder; returns the text, 0 on failure. */
static int64_t
send_again(struct desk *desk, const struct proposal *batch, size_t count,
    struct letter_about *about)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	struct person buyer;
	struct letter letter;
	struct letter_goods goods;

	for (size_t i = 0; i < count; i++) {
		if (!store_line_get(desk->store, batch[i].line_id, &lines[i]))
			return 0;
		lines[i].qty_milli = batch[i].qty_milli;
	}
	if (count == 0 ||
	    !store_order_get(desk->store, lines[0].order_id, &order) ||
	    !store_person_get(desk->store, order.buyer_id, &buyer))
		return 0;
	about->order_id = order.id;
	letter_to(&letter, desk, batch[0].seller_id, batch[0].phone_id);
	letter_goods(&goods, &letter, &order, lines, count);
	return letter_send(&letter, PHRASE_PROPOSAL_REMIND,
	    &(struct words){.code = order.code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total,
		.day = goods.day,
		.place = *order.place ? order.place : buyer.place},
	    about);
}

void
proposal_remind(struct desk *desk, struct proposal *proposal)
{
	struct proposal batch[DESK_LINES_MAX];
	size_t count = proposal_batch(desk, proposal, batch, DESK_LINES_MAX);
	struct letter_about about = {.class_ = MESSAGE_PROPOSAL,
	    .subject = SUBJECT_REMINDER,
	    .subject_id = proposal->id,
	    .question = true,
	    .stale_ms = proposal->due_ms};

	if (proposal->state != PROPOSAL_OPEN)
		return;
	store_timer_set(
	    desk->store, TIMER_PROPOSAL_EXPIRE, proposal->id, proposal->due_ms);
	if (proposal->reminded)
		return;
	for (size_t i = 0; i < count; i++) {
		batch[i].reminded = 1;
		store_proposal_put(desk->store, &batch[i]);
	}
	(void)send_again(desk, batch, count, &about);
}

void
proposal_put_again(struct desk *desk, const struct proposal *proposal)
{
	struct proposal batch[DESK_LINES_MAX];
	size_t count = proposal_batch(desk, proposal, batch, DESK_LINES_MAX);
	struct letter_about about = {.class_ = MESSAGE_PROPOSAL,
	    .subject = SUBJECT_PROPOSAL,
	    .subject_id = proposal->id,
	    .question = true};
	int64_t id;

	if (count == 0 || batch[0].id != proposal->id)
		return; /* goes with the first of its batch */
	id = send_again(desk, batch, count, &about);
	for (size_t i = 0; id != 0 && i < count; i++) {
		batch[i].message_id = id;
		store_proposal_put(desk->store, &batch[i]);
	}
}
