#include "gateway/queue/turnloop.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/fault.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "gateway/queue/alarm_tell.h"
#include "gateway/queue/credit.h"
#include "gateway/queue/enquiry.h"
#include "gateway/queue/inbox.h"
#include "gateway/queue/intake.h"
#include "gateway/queue/outbox.h"
#include "gateway/queue/timekeeper.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_part.h"
#include "gateway/store/store_timer.h"

#define ITEMS_A_TURN 4096
#define TIMERS_A_TURN 64
#define HEADS_A_TURN 256
/* Messages that a start has to read, before each turn writes heads: more come
 * in a county's rush than a look every few seconds could write. */
#define HEADS_BEHIND 131072
#define TURN_EVERY_MS 20000 /* even when nothing happens */
#define TURN_PAUSE_MS 1000 /* before looking at what could not leave */
#define DISK_PAUSE_MS 1000
/* Rows of places that the modem has deleted do no harm: what is read from such
 * a place again is known by its hash.  So they go many at a time. */
#define FORGOTTEN_WAIT_MS 200
#define FORGOTTEN_A_TURN 256

struct turnloop {
	struct turnloop_config config;
	struct link_sink sink;
	struct inbox inbox;
	struct intake intake;
	struct outbox outbox;
	struct timekeeper timekeeper;
	struct alarms alarms;
	struct timer *wake;
	struct timer *forget; /* armed while places wait for a turn */
	struct timer *gather; /* armed while texts and outcomes do */
	int gathered; /* of them since the last turn */
	int forgotten; /* places since the last turn */

	struct inbox_item *batch; /* of the turn that is being committed */
	int64_t now_ms;
	bool committing, paused;
	int careful; /* turns left that work one item only (replay) */
	int timers; /* taken in this turn */
	bool unsettled; /* more than this turn could settle */
	bool timer_poisoned;
	unsigned long turns;
	int64_t begun_us, worked_us; /* of the turn under way */
	struct turnloop_figures figures;
};

static void run_turn(void *arg);

/* -- how long it takes ------------------------------------------------------
 */

static int64_t
now_us(const struct turnloop *t)
{
	return clock_mono_us(t->config.clock);
}

static void
note_span(struct turnloop_span *span, int64_t us)
{
	static const int64_t limits[] = TURNLOOP_LIMITS_US;
	size_t i = 0;
	while (i < TURNLOOP_LIMITS && us > limits[i])
		i++;
	span->count[i]++;
	span->sum_us += us;
}

void
turnloop_request(struct turnloop *t)
{
	loop_later(t->config.loop, run_turn, t);
}

/* With many there is nothing to wait for. */
#define GATHERED_A_TURN 64

static void
gather(struct turnloop *t)
{
	if (t->config.gather_ms <= 0 || ++t->gathered >= GATHERED_A_TURN)
		turnloop_request(t);
	else if (!timer_armed(t->gather))
		timer_arm(t->gather, t->config.gather_ms);
}

/* -- the links' sink ------------------------------------------------------ */

static bool
on_message(void *arg, struct link *link, const struct msg_in *message)
{
	struct turnloop *t = arg;
	gather(t);
	if (!inbox_add_message(&t->inbox, link, message))
		return false;
	if (message->kind == MSG_REPORT)
		link->counts.reports++;
	else
		link->counts.in++;
	return true;
}

static void
count_outcome(struct link_counts *counts, enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_ACCEPTED:
		counts->accepted++;
		return;
	case OUTCOME_REFUSED:
		counts->refused++;
		return;
	case OUTCOME_UNKNOWN:
		counts->unknown++;
		return;
	}
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *outcome)
{
	struct turnloop *t = arg;
	count_outcome(&link->counts, outcome->outcome);
	inbox_add_outcome(&t->inbox, link, outcome);
	gather(t);
}

static void
on_forgotten(void *arg, struct link *link, const struct msg_place *place)
{
	struct turnloop *t = arg;
	inbox_add_forgotten(&t->inbox, link, place);
	if (++t->forgotten >= FORGOTTEN_A_TURN)
		turnloop_request(t);
	else if (!timer_armed(t->forget))
		timer_arm(t->forget, FORGOTTEN_WAIT_MS);
}

static void
on_change(void *arg, struct link *link)
{
	(void)link;
	gather(arg);
}

static void
on_ussd(void *arg, struct link *link, const struct link_ussd_answer *answer)
{
	struct turnloop *t = arg;
	if (t->config.enquiries != NULL)
		enquiries_heard(t->config.enquiries, link, answer);
	turnloop_request(t);
}

void
turnloop_submit(struct turnloop *t, struct job *job)
{
	inbox_add_job(&t->inbox, job);
	turnloop_request(t);
}

static void
on_stamp(void *arg, int64_t stamp_ms, int64_t now_ms)
{
	struct turnloop *t = arg;
	timekeeper_stamp(&t->timekeeper, stamp_ms, now_ms);
}

/* -- one turn, inside the transaction -------------------------------------- */

static bool
any_link_up(const struct turnloop *t)
{
	for (size_t i = 0; i < t->config.links_count; i++)
		if (t->config.links[i]->state == LINK_UP)
			return true;
	return t->config.links_count == 0;
}

static struct turn
facts(struct turnloop *t)
{
	t->now_ms = clock_wall_ms(t->config.clock);
	timekeeper_reachable(&t->timekeeper, any_link_up(t), t->now_ms);
	return (struct turn){
	    .store = t->config.store,
	    .market = t->config.market,
	    .now_ms = t->now_ms,
	    .clock_sure = timekeeper_sure(&t->timekeeper, t->now_ms),
	};
}

static void
work_item(struct turnloop *t, const struct turn *turn, struct inbox_item *item)
{
	switch (item->kind) {
	case INBOX_MESSAGE:
		if (item->poisoned)
			intake_quarantine(turn, item->link, &item->message,
			    "working it failed twice");
		else
			intake_take(
			    &t->intake, turn, item->link, &item->message);
		return;
	case INBOX_OUTCOME:
		outbox_outcome(&t->outbox, turn, item->link, &item->outcome);
		return;
	case INBOX_FORGOTTEN:
		store_link_pending_drop(turn->store, item->link->id,
		    item->place.store, item->place.index);
		return;
	case INBOX_JOB:
		item->job->run(item->job, turn);
		return;
	}
}

static void
work_timers(struct turnloop *t, const struct turn *turn, int most)
{
	int kind;
	int64_t ref;
	t->timers = 0;
	/* Nothing expires while the time is unsure, nor while nobody could
	 * have reached us. */
	if (!turn->clock_sure || !t->timekeeper.reachable)
		return;
	while (t->timers < most &&
	       store_timer_take(turn->store, turn->now_ms, &kind, &ref)) {
		t->timers++;
		if (!t->timer_poisoned)
			t->config.handlers->on_timer(
			    t->config.trade, turn, (enum timer_kind)kind, ref);
		else
			log_event(LOG_ERROR, "turn", "timer_dropped",
			    "kind=%d ref=%" PRId64, kind, ref);
	}
}

static void
work_outage(struct turnloop *t, const struct turn *turn)
{
	int64_t away = timekeeper_outage(&t->timekeeper, turn->now_ms);
	if (away > 0) {
		log_event(
		    LOG_WARN, "turn", "outage", "away_s=%" PRId64, away / 1000);
		store_timer_shift(turn->store, away);
		store_part_shift(turn->store, away);
		t->config.handlers->on_outage(t->config.trade, turn, away);
	}
	timekeeper_note(&t->timekeeper, turn->store, turn->now_ms);
}

/* What a turn does besides its items; left out while replaying. */
static void
work_rest(struct turnloop *t, const struct turn *turn)
{
	int64_t mono = clock_mono_ms(t->config.clock);
	work_outage(t, turn);
	work_timers(t, turn, TIMERS_A_TURN);
	intake_overdue(&t->intake, turn);
	t->unsettled = outbox_settle(&t->outbox, turn);
	if (t->config.enquiries != NULL)
		enquiries_turn(t->config.enquiries, turn);
	if (t->config.credit != NULL)
		credit_turn(t->config.credit, turn);
	if (alarms_due(
		&t->alarms, t->config.links, t->config.links_count, mono)) {
		outbox_nowhere(&t->outbox, turn, t->alarms.nowhere);
		alarms_look(&t->alarms, turn, t->config.links,
		    t->config.links_count, mono);
		store_message_sweep_heads(turn->store, HEADS_A_TURN);
	} else if (store_message_heads_behind(turn->store) > HEADS_BEHIND) {
		store_message_sweep_heads(turn->store, HEADS_A_TURN);
	}
	fault_here("turn.handled");
	outbox_claim(&t->outbox, turn);
	fault_here("turn.claimed");
}

static void
work(struct turnloop *t)
{
	struct turn turn = facts(t);
	bool careful = t->careful > 0;
	for (struct inbox_item *i = t->batch; i != NULL; i = i->next)
		work_item(t, &turn, i);
	t->unsettled = false;
	if (!careful)
		work_rest(t, &turn);
	else if (t->batch == NULL)
		work_timers(t, &turn, 1);
}

/* -- after the turn -------------------------------------------------------- */

static void
acknowledge(struct inbox_item *item, bool committed)
{
	if (item->kind == INBOX_JOB)
		item->job->done(item->job, committed);
	else if (item->kind == INBOX_MESSAGE && committed &&
		 item->message.place.index >= 0)
		item->link->ops->acknowledge(item->link, &item->message.place);
}

static void
resume_links(struct turnloop *t)
{
	if (!inbox_resumable(&t->inbox))
		return;
	for (size_t i = 0; i < t->config.links_count; i++)
		t->config.links[i]->ops->resume(t->config.links[i]);
}

static void
finish_batch(struct turnloop *t, bool committed)
{
	struct inbox_item *batch = t->batch;
	t->batch = NULL;
	for (struct inbox_item *i = batch; i != NULL; i = i->next)
		acknowledge(i, committed);
	inbox_done(&t->inbox, batch);
	resume_links(t);
}

/* When the next turn must come although nothing arrives. */
static void
arm_wake(struct turnloop *t)
{
	int64_t due = store_message_next_due(t->config.store);
	int64_t timer = store_timer_next_due(t->config.store);
	int64_t feed = outbox_feed_ms(&t->outbox, t->now_ms);
	if (timekeeper_sure(&t->timekeeper, t->now_ms) &&
	    t->timekeeper.reachable && timer < due)
		due = timer;
	if (feed < due)
		due = feed;
	/* What is due already could not leave now: no link has room, or an
	 * older text to that phone is under way.  Their end brings a turn, but
	 * for a link that waits for its hour or its rate. */
	int64_t after = due - t->now_ms;
	if (due <= t->now_ms) {
		int64_t room =
		    outbox_room_ms(&t->outbox, t->config.market, t->now_ms) -
		    t->now_ms;
		after = room < TURN_PAUSE_MS ? room : TURN_PAUSE_MS;
	}
	if (due == INT64_MAX || after > TURN_EVERY_MS)
		after = TURN_EVERY_MS;
	timer_arm(t->wake, after);
}

static void
pause_for_disk(struct turnloop *t)
{
	struct err err;
	store_failed(t->config.store, &err);
	char why[ERR_TEXT_OCTETS * 2];
	log_event(LOG_ERROR, "turn", "disk", "why=%s",
	    log_quote(why, sizeof(why), err.text));
	alarms_disk(&t->alarms, true);
	t->paused = true;
	timer_arm(t->wake, t->config.disk_pause_ms);
}

/* One item alone failed: it is the offender. */
static void
put_aside(struct turnloop *t)
{
	struct inbox_item *item = t->batch;
	if (item == NULL) {
		t->timer_poisoned = true;
	} else if (item->kind == INBOX_MESSAGE && !item->poisoned) {
		item->poisoned = true;
		t->batch = NULL;
		inbox_put_back(&t->inbox, item);
	} else {
		log_event(LOG_ERROR, "turn", "item_dropped", "kind=%d",
		    (int)item->kind);
		finish_batch(t, false);
		t->careful--;
	}
}

static void
turn_failed(struct turnloop *t)
{
	struct err err;
	int error = store_failed(t->config.store, &err);
	t->figures.failed++;
	outbox_forget(&t->outbox);
	alarm_tell_ended(&t->alarms, false);
	if (error != STORE_RULE) {
		pause_for_disk(t);
		inbox_put_back(&t->inbox, t->batch);
		t->batch = NULL;
		store_rollback(t->config.store);
		inbox_refuse(&t->inbox);
		resume_links(t);
		return;
	}
	char why[ERR_TEXT_OCTETS * 2];
	log_event(LOG_ERROR, "turn", "replay", "why=%s",
	    log_quote(why, sizeof(why), err.text));
	store_rollback(t->config.store);
	if (t->careful > 0) {
		put_aside(t);
	} else {
		t->careful = t->timers;
		for (struct inbox_item *i = t->batch; i != NULL; i = i->next)
			t->careful++;
		inbox_put_back(&t->inbox, t->batch);
		t->batch = NULL;
	}
	/* At once when there is something to isolate; a turn that failed by
	 * itself (no items, no timers) must not spin. */
	if (t->careful > 0)
		turnloop_request(t);
	else
		timer_arm(t->wake, t->config.disk_pause_ms);
}

static void
committed(void *arg, bool ok)
{
	struct turnloop *t = arg;
	t->committing = false;
	if (!ok) {
		turn_failed(t);
		return;
	}
	t->turns++;
	int64_t ended_us = now_us(t);
	note_span(&t->figures.commit, ended_us - t->worked_us);
	note_span(&t->figures.turn, ended_us - t->begun_us);
	alarm_tell_ended(&t->alarms, true);
	if (t->alarms.disk_failed)
		turnloop_request(t); /* so that the alarm goes at once */
	alarms_disk(&t->alarms, false);
	t->timer_poisoned = false;
	if (t->careful > 0)
		t->careful--;
	fault_here("ack.before");
	bool more = t->batch != NULL || t->timers > 0;
	finish_batch(t, true);
	fault_here("ack.after");
	outbox_send(&t->outbox, t->now_ms);
	arm_wake(t);
	if ((more && t->inbox.first != NULL) || t->careful > 0 ||
	    t->timers == TIMERS_A_TURN || t->outbox.moving ||
	    t->outbox.feed.more || t->unsettled)
		turnloop_request(t);
}

static void
run_turn(void *arg)
{
	struct turnloop *t = arg;
	if (t->committing || t->paused)
		return;
	t->batch = inbox_take(&t->inbox, t->careful > 0 ? 1 : ITEMS_A_TURN);
	t->forgotten = t->gathered = 0;
	t->begun_us = now_us(t);
	store_begin(t->config.store);
	fault_here("turn.begin");
	work(t);
	store_settle(t->config.store);
	if (store_failed(t->config.store, NULL) != 0) {
		turn_failed(t);
		return;
	}
	t->committing = true;
	t->worked_us = now_us(t);
	store_commit(t->config.store, committed, t);
}

static void
on_wake(void *arg)
{
	struct turnloop *t = arg;
	t->paused = false;
	run_turn(t);
}

/* -- life ------------------------------------------------------------------ */

struct turnloop *
turnloop_new(const struct turnloop_config *config)
{
	struct turnloop *t = xcalloc(1, sizeof(*t));
	t->config = *config;
	if (t->config.disk_pause_ms <= 0)
		t->config.disk_pause_ms = DISK_PAUSE_MS;
	t->sink = (struct link_sink){
	    .arg = t,
	    .on_message = on_message,
	    .on_outcome = on_outcome,
	    .on_forgotten = on_forgotten,
	    .on_change = on_change,
	    .on_ussd = on_ussd,
	};
	inbox_init(&t->inbox);
	outbox_init(&t->outbox, config->handlers, config->trade, config->links,
	    config->links_count);
	t->intake = (struct intake){
	    .handlers = config->handlers,
	    .trade = config->trade,
	    .links = config->links,
	    .links_count = config->links_count,
	    .on_stamp = on_stamp,
	    .stamp_arg = t,
	    .on_report = outbox_report,
	    .report_arg = &t->outbox,
	};
	timekeeper_init(&t->timekeeper, config->store, config->market,
	    config->machine_vouches);
	alarms_init(&t->alarms);
	t->wake = timer_new(config->loop, on_wake, t);
	t->forget = timer_new(config->loop, run_turn, t);
	t->gather = timer_new(config->loop, run_turn, t);
	outbox_recover(
	    config->store, config->market, clock_wall_ms(config->clock));
	turnloop_request(t);
	return t;
}

void
turnloop_free(struct turnloop **turnloop)
{
	struct turnloop *t = *turnloop;
	if (t == NULL)
		return;
	timer_free(&t->wake);
	timer_free(&t->forget);
	timer_free(&t->gather);
	outbox_free(&t->outbox);
	inbox_free(&t->inbox);
	free(t);
	*turnloop = NULL;
}

const struct link_sink *
turnloop_sink(struct turnloop *t)
{
	return &t->sink;
}

void
turnloop_explain(const struct turnloop *t, const struct turn *turn,
    const struct outbox_question *asked, struct outbox_answer *out)
{
	outbox_explain(out, &t->outbox, turn, asked);
}

bool
turnloop_clock_sure(const struct turnloop *t)
{
	return timekeeper_sure(&t->timekeeper, clock_wall_ms(t->config.clock));
}

void
turnloop_said(struct turnloop *t, enum alarm_said which, const char *text)
{
	alarms_say(&t->alarms, which, text);
}

const struct alarms *
turnloop_alarms(const struct turnloop *t)
{
	return &t->alarms;
}

const struct link_counts *
turnloop_linkless(const struct turnloop *t)
{
	return &t->outbox.linkless;
}

const struct turnloop_figures *
turnloop_figures(const struct turnloop *t)
{
	return &t->figures;
}

unsigned long
turnloop_turns(const struct turnloop *t)
{
	return t->turns;
}

bool
turnloop_idle(const struct turnloop *t)
{
	for (struct inbox_item *i = t->inbox.first; i != NULL; i = i->next)
		if (i->kind != INBOX_FORGOTTEN)
			return false;
	return t->batch == NULL && !t->committing;
}
