/* The turn: durable before acknowledged, one commit for everything, and what
 * happens to a message that cannot be worked.
 *
 * A toy trade answers every text with "got: TEXT"; "poison" fails the store,
 * as a bug of a handler would.  The link is in memory, the clock stands still
 * until it is turned, the disk breaks when told to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/panic.h"
#include "gateway/link/link_loop.h"
#include "gateway/queue/turnloop.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_timer.h"
#include "tests/fault/faulty_vfs.h"

#define NOON INT64_C(1790000000000)
#define AMINA "+254711000001"
#define JUMA "+254722000001"

struct toy {
	int texts, over, timers, sent, delivered, lost, outages;
	bool low_trust;
	int64_t proof_link_id;
	int64_t away_ms;
};

struct world {
	struct loop *loop;
	struct store *store;
	struct clock_fake clock;
	struct market market;
	struct toy toy;
	struct link *link;
	struct link *links[1];
	struct turnloop *turnloop;
	enum link_loop_ending ending;
	enum refusal refusal;
	char left[64][160]; /* texts that left, in order */
	size_t left_count;
	char path[64];
};

/* -- the toy trade --------------------------------------------------------- */

static void
on_text(void *trade, const struct turn *turn, const struct handler_text *t)
{
	struct toy *toy = trade;
	char words[80];
	toy->texts++;
	toy->low_trust = t->low_trust;
	toy->proof_link_id = t->proof_link_id;
	if (str_starts(t->text, "poison"))
		store_fail(turn->store, "a handler's nonsense");
	if (str_starts(t->text, "later"))
		store_timer_set(
		    turn->store, 1, t->message_id, turn->now_ms + 60000);
	snprintf(
	    words, sizeof(words), "got: %.*s", (int)t->text.octets, t->text.at);
	struct message_out out = {
	    .phone_id = t->phone_id,
	    .person_id = t->person_id,
	    .now_ms = turn->now_ms,
	    .text = str_from(words),
	    .class_ = str_starts(t->text, "advice") ? MESSAGE_ADVISORY
						    : MESSAGE_CONFIRM,
	    .cause_id = t->message_id,
	    .subject = SUBJECT_LINE,
	    .subject_id = 7,
	};
	store_message_queue(turn->store, &out);
}

static void
on_over(void *trade, const struct turn *turn, const struct handler_text *t)
{
	struct toy *toy = trade;
	(void)turn;
	(void)t;
	toy->over++;
}

static void
on_timer(
    void *trade, const struct turn *turn, enum timer_kind kind, int64_t ref)
{
	struct toy *toy = trade;
	(void)turn;
	(void)kind;
	(void)ref;
	toy->timers++;
}

static void
on_fate(void *trade, const struct turn *turn, int64_t message_id,
    int subject_kind, int64_t subject_id, enum handler_fate fate)
{
	struct toy *toy = trade;
	(void)turn;
	(void)message_id;
	assert_int_equal(subject_kind, SUBJECT_LINE);
	assert_int_equal(subject_id, 7);
	switch (fate) {
	case HANDLER_SENT:
		toy->sent++;
		return;
	case HANDLER_DELIVERED:
		toy->delivered++;
		return;
	case HANDLER_LOST:
		toy->lost++;
		return;
	}
}

static int
on_admin(void *trade, const struct turn *turn, const struct handler_admin *act,
    struct err *err)
{
	(void)trade;
	(void)turn;
	(void)act;
	return err_set(err, -1, 0, "not here");
}

static void
on_outage(void *trade, const struct turn *turn, int64_t away_ms)
{
	struct toy *toy = trade;
	(void)turn;
	toy->outages++;
	toy->away_ms = away_ms;
}

static const struct handler_table toy_table = {
    .on_text = on_text,
    .on_over = on_over,
    .on_timer = on_timer,
    .on_fate = on_fate,
    .on_admin = on_admin,
    .on_outage = on_outage,
};

/* -- the world ------------------------------------------------------------- */

static enum link_loop_ending
on_sent(void *arg, const struct msg_out *text, enum refusal *refusal, int *code)
{
	struct world *w = arg;
	/* Nothing leaves that is not durably `sending`. */
	struct message m;
	assert_false(store_in_transaction(w->store));
	assert_true(store_message_get(w->store, text->id, &m));
	assert_int_equal(m.state, MESSAGE_SENDING);
	if (w->left_count < 64)
		snprintf(w->left[w->left_count++], sizeof(w->left[0]), "%.*s",
		    (int)text->text.octets, text->text.at);
	*refusal = w->refusal;
	*code = 42;
	return w->ending;
}

static void
start(struct world *w)
{
	struct err err;
	w->loop = loop_new();
	w->store = store_open(w->path, &err);
	if (w->store == NULL)
		fail_msg("%s", err.text);
	struct turnloop_config config = {
	    .loop = w->loop,
	    .store = w->store,
	    .clock = &w->clock.source,
	    .market = &w->market,
	    .handlers = &toy_table,
	    .trade = &w->toy,
	    .links = w->links,
	    .links_count = 1,
	    .machine_vouches = true,
	    .disk_pause_ms = 50,
	};
	w->turnloop = turnloop_new(&config);
	struct link_loop_config loop_config = {
	    .name = "loop",
	    .on_sent = on_sent,
	    .arg = w,
	};
	w->link = w->links[0] =
	    link_loop_new(w->loop, &loop_config, turnloop_sink(w->turnloop));
	w->link->id = store_link_ensure(w->store, "loop", "loop", "");
	w->link->ops->start(w->link);
}

static void
stop(struct world *w)
{
	w->link->ops->free(w->link);
	turnloop_free(&w->turnloop);
	store_close(&w->store);
	loop_free(&w->loop);
}

/* Turns until nothing more happens. */
static void
settle(struct world *w)
{
	for (int i = 0; i < 30; i++)
		loop_once(w->loop, false);
}

/* Time goes by as it does for a daemon: a turn at least every 20 seconds (a
 * longer silence would be an outage). */
static void
pass(struct world *w, int64_t ms)
{
	while (ms > 0) {
		int64_t step = ms < 20000 ? ms : 20000;
		clock_fake_turn(&w->clock, step);
		ms -= step;
		turnloop_request(w->turnloop);
		settle(w);
	}
}

static int64_t
count(struct world *w, enum message_state state)
{
	return store_message_count(w->store, state);
}

static int
setup(void **state)
{
	struct world *w = xcalloc(1, sizeof(*w));
	snprintf(w->path, sizeof(w->path), "furrow-turn-XXXXXX");
	int fd = mkstemp(w->path);
	assert_true(fd >= 0);
	close(fd);
	unlink(w->path);
	clock_fake_init(&w->clock, NOON);
	snprintf(w->market.country, sizeof(w->market.country), "254");
	w->market.unknown_wait_ms = 120000;
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
	start(w);
	settle(w);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	stop(w);
	for (size_t i = 0; i < 4; i++) {
		char path[80];
		snprintf(path, sizeof(path), "%s%s", w->path, ends[i]);
		unlink(path);
	}
	free(w);
	return 0;
}

/* -- stories --------------------------------------------------------------- */

static void
a_text_is_stored_acknowledged_and_answered(void **state)
{
	struct world *w = *state;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_int_equal(w->toy.texts, 1);
	assert_int_equal(link_loop_kept(w->link), 0);
	assert_int_equal(w->left_count, 1);
	assert_string_equal(w->left[0], "got: hello");
	assert_int_equal(count(w, MESSAGE_SENT), 1);
	assert_int_equal(w->toy.sent, 1);
}

static void
many_texts_share_a_turn(void **state)
{
	struct world *w = *state;
	unsigned long before = turnloop_turns(w->turnloop);
	for (int i = 0; i < 50; i++) {
		char from[24];
		snprintf(from, sizeof(from), "+2547110000%02d", i);
		link_loop_text(w->link, from, "hello");
	}
	loop_once(w->loop, false);
	loop_once(w->loop, false);
	assert_int_equal(w->toy.texts, 50);
	assert_true(turnloop_turns(w->turnloop) - before <= 3);
}

/* -- places on a modem that are empty again -- */

static struct msg_in
text_at(int index, const char *text)
{
	struct msg_in m = {.kind = MSG_TEXT,
	    .place = {.store = "SM", .index = index},
	    .text = str_from(text),
	    .raw = span_of(text, strlen(text))};
	snprintf(m.from, sizeof(m.from), "+2547110%05d", index);
	return m;
}

static void
stored_on_modem(struct world *w, int index, const char *text)
{
	const struct link_sink *sink = turnloop_sink(w->turnloop);
	struct msg_in m = text_at(index, text);
	assert_true(sink->on_message(sink->arg, w->link, &m));
}

static void
deleted_on_modem(struct world *w, int index)
{
	const struct link_sink *sink = turnloop_sink(w->turnloop);
	struct msg_in m = text_at(index, "");
	sink->on_forgotten(sink->arg, w->link, &m.place);
}

static bool
is_pending(struct world *w, int index, const char *text)
{
	return store_link_pending_is(w->store, w->link->id, "SM", index,
	    span_hash(span_of(text, strlen(text))));
}

static void
a_few_emptied_places_wait_a_little(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 3; i++)
		stored_on_modem(w, i, "hello");
	settle(w);
	unsigned long before = turnloop_turns(w->turnloop);
	for (int i = 0; i < 3; i++) {
		assert_true(is_pending(w, i, "hello"));
		deleted_on_modem(w, i);
		settle(w);
	}
	assert_int_equal(turnloop_turns(w->turnloop), before);
	assert_true(turnloop_idle(w->turnloop));
	for (int i = 0; i < 20 && is_pending(w, 0, "hello"); i++)
		loop_once(w->loop, true); /* the wait is real time */
	assert_int_equal(turnloop_turns(w->turnloop), before + 1);
	for (int i = 0; i < 3; i++)
		assert_false(is_pending(w, i, "hello"));
}

static void
many_emptied_places_share_a_turn(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 300; i++)
		stored_on_modem(w, i, "hello");
	settle(w);
	unsigned long before = turnloop_turns(w->turnloop);
	for (int i = 0; i < 300; i++) {
		assert_true(is_pending(w, i, "hello"));
		deleted_on_modem(w, i);
	}
	loop_once(w->loop, false);
	loop_once(w->loop, false);
	assert_int_equal(turnloop_turns(w->turnloop), before + 1);
	for (int i = 0; i < 300; i++)
		assert_false(is_pending(w, i, "hello"));
}

static void
the_next_text_of_an_emptied_place_is_remembered(void **state)
{
	struct world *w = *state;
	stored_on_modem(w, 1, "hello");
	settle(w);
	deleted_on_modem(w, 1);
	stored_on_modem(w, 1, "again");
	assert_false(turnloop_idle(w->turnloop));
	settle(w);
	assert_int_equal(w->toy.texts, 2);
	assert_true(is_pending(w, 1, "again"));
}

/* We die before the turn: the place is known to be another's by its hash. */
static void
an_emptied_place_may_be_remembered_too_long(void **state)
{
	struct world *w = *state;
	stored_on_modem(w, 1, "hello");
	settle(w);
	deleted_on_modem(w, 1);
	stop(w);
	start(w);
	assert_true(is_pending(w, 1, "hello"));
	stored_on_modem(w, 1, "again");
	settle(w);
	assert_int_equal(w->toy.texts, 2);
	assert_true(is_pending(w, 1, "again"));
	assert_false(is_pending(w, 1, "hello"));
}

/* -- what cannot be worked -- */

static void
a_poisoned_text_is_set_aside_and_the_rest_goes_on(void **state)
{
	struct world *w = *state;
	link_loop_text(w->link, AMINA, "one");
	link_loop_text(w->link, JUMA, "poison");
	link_loop_text(w->link, AMINA, "two");
	settle(w);
	assert_int_equal(count(w, MESSAGE_QUARANTINED), 1);
	assert_int_equal(count(w, MESSAGE_SENT), 2);
	assert_int_equal(link_loop_kept(w->link), 0); /* it is kept by us */
	link_loop_text(w->link, AMINA, "three");
	settle(w);
	assert_int_equal(count(w, MESSAGE_SENT), 3);
}

static void
a_broken_disk_loses_nothing(void **state)
{
	struct world *w = *state;
	faulty_vfs_install(
	    &(struct faulty_vfs_plan){.fail_write = 1, .fail_as_full = true});
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_true(faulty_vfs_failed());
	assert_int_equal(w->left_count, 0);
	assert_int_equal(link_loop_kept(w->link), 1); /* not acknowledged */
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
	for (int i = 0; i < 20 && w->left_count == 0; i++)
		loop_once(w->loop, true); /* the pause is real time */
	settle(w);
	assert_int_equal(w->left_count, 1);
	assert_int_equal(link_loop_kept(w->link), 0);
	assert_int_equal(count(w, MESSAGE_RECEIVED), 1);
}

static void
the_nth_write_fails_for_every_n(void **state)
{
	struct world *w = *state;
	bool failed = true;
	int texts = 0;
	for (int n = 1; failed && n < 60; n++) {
		faulty_vfs_install(&(struct faulty_vfs_plan){.fail_write = n});
		char words[32];
		snprintf(words, sizeof(words), "text %d", n);
		link_loop_text(w->link, AMINA, words);
		texts++;
		for (int i = 0; i < 40 && w->left_count < (size_t)texts; i++)
			loop_once(w->loop, i > 5);
		settle(w);
		failed = faulty_vfs_failed();
		faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
		for (int i = 0; i < 40 && link_loop_kept(w->link) > 0; i++)
			loop_once(w->loop, true);
		settle(w);
	}
	assert_int_equal(count(w, MESSAGE_RECEIVED), texts);
	assert_int_equal(count(w, MESSAGE_SENT), texts);
}

static void
what_the_network_repeats_is_one_text(void **state)
{
	struct world *w = *state;
	uint8_t tpdu[] = {4, 12, 0x91, 0x52, 0x74, 0x11, 0, 0, 0x10, 0, 0};
	struct msg_in m = {
	    .kind = MSG_TEXT,
	    .place.index = -1,
	    .stamp_ms = NOON - 5000,
	    .text = STR("hello"),
	    .raw = span_of(tpdu, sizeof(tpdu)),
	};
	snprintf(m.from, sizeof(m.from), AMINA);
	link_loop_inject(w->link, &m);
	settle(w);
	link_loop_inject(w->link, &m);
	settle(w);
	assert_int_equal(w->toy.texts, 1);
	assert_int_equal(count(w, MESSAGE_REPEATED), 1);
	assert_int_equal(link_loop_kept(w->link), 0);
}

static void
parts_are_joined_across_a_restart(void **state)
{
	struct world *w = *state;
	static const char *const parts[] = {"want 5kg ", "tomato ", "today"};
	static const int order[] = {2, 0, 1};
	for (int i = 0; i < 3; i++) {
		const char *text = parts[order[i]];
		struct msg_in m = {
		    .kind = MSG_TEXT,
		    .place.index = -1,
		    .part = {.ref = 9,
			.total = 3,
			.seq = (uint8_t)(order[i] + 1)},
		    .text = str_from(text),
		    .alphabet = MSG_GSM7,
		    .data = span_of(text, strlen(text)),
		    .raw = span_of(text, strlen(text)),
		};
		snprintf(m.from, sizeof(m.from), AMINA);
		link_loop_inject(w->link, &m);
		settle(w);
		if (i == 1) {
			stop(w);
			start(w);
			settle(w);
		}
	}
	assert_int_equal(w->toy.texts, 1);
	assert_string_equal(w->left[0], "got: want 5kg tomato today");
}

/* 23.038 annex A: each part is read with the tables that its header named,
 * also where the first one ends in an escape. */
static void
parts_keep_their_alphabets(void **state)
{
	struct world *w = *state;
	static const uint8_t septets[2][4] = {
	    {0x1B, 0x73, 'a', 0x1B}, {0x67, ' ', 0x07, '!'}};
	for (uint8_t i = 0; i < 2; i++) {
		struct msg_in m = {
		    .kind = MSG_TEXT,
		    .place.index = -1,
		    .part = {.ref = 9, .total = 2, .seq = (uint8_t)(i + 1)},
		    .locking = i,
		    .single = 1,
		    .text = STR("as it stands alone"),
		    .alphabet = MSG_GSM7,
		    .data = span_of(septets[i], 4),
		    .raw = span_of(septets[i], 4),
		};
		snprintf(m.from, sizeof(m.from), AMINA);
		link_loop_inject(w->link, &m);
		settle(w);
	}
	assert_int_equal(w->toy.texts, 1);
	assert_string_equal(w->left[0], "got: şağ ı!");
}

static void
a_long_wait_hands_on_what_came(void **state)
{
	struct world *w = *state;
	struct msg_in m = {
	    .kind = MSG_TEXT,
	    .place.index = -1,
	    .part = {.ref = 9, .total = 3, .seq = 1},
	    .text = STR("want"),
	    .alphabet = MSG_GSM7,
	    .data = span_of("want", 4),
	    .raw = span_of("want", 4),
	};
	snprintf(m.from, sizeof(m.from), AMINA);
	link_loop_inject(w->link, &m);
	settle(w);
	assert_int_equal(w->toy.texts, 0);
	pass(w, INT64_C(25) * 3600 * 1000);
	assert_int_equal(w->toy.texts, 1);
	assert_string_equal(w->left[0], "got: want...");
}

static void
silence_after_a_send_is_unknown_and_settled_once(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_UNKNOWN;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_int_equal(count(w, MESSAGE_UNKNOWN), 1);
	pass(w, 60000);
	assert_int_equal(w->left_count, 1);
	pass(w, 61000); /* policy: a confirmation goes once more */
	assert_int_equal(w->left_count, 2);
	assert_int_equal(count(w, MESSAGE_UNKNOWN), 1);
	pass(w, 121000);
	pass(w, 121000);
	assert_int_equal(w->left_count, 2); /* and never a third time */
	struct message m;
	assert_true(store_message_get(w->store, 2, &m));
	assert_int_equal(m.state, MESSAGE_UNKNOWN); /* and left so */
	assert_int_equal(count(w, MESSAGE_UNKNOWN), 0); /* none unsettled */
	assert_int_equal(w->toy.sent, 1);
}

static void
advice_is_never_sent_twice(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_UNKNOWN;
	link_loop_text(w->link, AMINA, "advice");
	settle(w);
	pass(w, 121000);
	pass(w, 121000);
	assert_int_equal(w->left_count, 1);
}

static void
a_report_settles_an_unknown(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_UNKNOWN;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	link_loop_report(w->link, AMINA, 99, MSG_REPORT_DELIVERED, 0);
	settle(w);
	assert_int_equal(count(w, MESSAGE_DELIVERED), 1);
	assert_int_equal(w->toy.delivered, 1);
	assert_int_equal(w->link->counts.unknown, 1);
	assert_int_equal(w->link->counts.delivered, 1);
	assert_int_equal(w->link->counts.lost, 0);
	pass(w, 130000);
	assert_int_equal(w->left_count, 1);
}

static void
our_own_death_makes_sends_unknown(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_NEVER;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_int_equal(count(w, MESSAGE_SENDING), 1);
	/* Killed: the link says nothing any more, the store is just closed. */
	stop(w);
	w->ending = LINK_LOOP_ACCEPT;
	start(w);
	settle(w);
	assert_int_equal(count(w, MESSAGE_UNKNOWN), 1);
	pass(w, 121000);
	assert_int_equal(count(w, MESSAGE_SENT), 1);
	assert_int_equal(w->left_count, 2);
}

/* The second copy may never have left either. */
static void
dying_twice_over_a_text_does_not_lose_it(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_NEVER;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	stop(w);
	start(w);
	settle(w);
	pass(w, 121000);
	assert_int_equal(w->left_count, 2);
	assert_int_equal(count(w, MESSAGE_SENDING), 1);
	stop(w);
	w->ending = LINK_LOOP_ACCEPT;
	start(w);
	settle(w);
	pass(w, 121000);
	assert_int_equal(w->left_count, 3);
	assert_int_equal(count(w, MESSAGE_SENT), 1);
}

/* It had one more copy to its name, and still has it. */
static void
dying_spends_nothing(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_NEVER;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	stop(w);
	w->ending = LINK_LOOP_UNKNOWN;
	start(w);
	settle(w);
	pass(w, 121000);
	assert_int_equal(w->left_count, 2);
	pass(w, 121000);
	assert_int_equal(w->left_count, 3);
	pass(w, 121000);
	pass(w, 121000);
	assert_int_equal(w->left_count, 3);
}

static void
a_report_before_our_death_settles_it(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_NEVER;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	link_loop_report(w->link, AMINA, 99, MSG_REPORT_DELIVERED, 0);
	settle(w);
	assert_int_equal(count(w, MESSAGE_SENDING), 1);
	stop(w);
	w->ending = LINK_LOOP_ACCEPT;
	start(w);
	settle(w);
	pass(w, 121000);
	assert_int_equal(count(w, MESSAGE_DELIVERED), 1);
	assert_int_equal(w->toy.delivered, 1);
	assert_int_equal(w->left_count, 1);
}

static void
refusals_follow_their_kind(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_REFUSE;
	w->refusal = REFUSAL_RETRY;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_int_equal(count(w, MESSAGE_REFUSED), 1);
	pass(w, 29000);
	assert_int_equal(w->left_count, 1);
	w->ending = LINK_LOOP_ACCEPT;
	pass(w, 2000);
	assert_int_equal(w->left_count, 2);
	assert_int_equal(count(w, MESSAGE_SENT), 1);

	w->ending = LINK_LOOP_REFUSE;
	w->refusal = REFUSAL_DEAD;
	link_loop_text(w->link, JUMA, "hello");
	settle(w);
	assert_int_equal(count(w, MESSAGE_FAILED), 1);
	assert_int_equal(w->toy.lost, 1);
	assert_int_equal(w->link->counts.sent, 1);
	assert_int_equal(w->link->counts.lost, 1);
	assert_int_equal(turnloop_linkless(w->turnloop)->lost, 0);
}

/* One phone that cannot be reached holds back its own texts, no others. */
static void
texts_to_one_person_keep_their_order(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_REFUSE;
	w->refusal = REFUSAL_RETRY;
	link_loop_text(w->link, AMINA, "first");
	settle(w);
	w->ending = LINK_LOOP_ACCEPT;
	link_loop_text(w->link, AMINA, "second");
	link_loop_text(w->link, JUMA, "other");
	settle(w);
	assert_int_equal(w->left_count, 2);
	assert_string_equal(w->left[1], "got: other");
	pass(w, 31000);
	assert_string_equal(w->left[2], "got: first");
	assert_string_equal(w->left[3], "got: second");
}

static void
timers_fire_once_and_never_while_the_clock_is_unsure(void **state)
{
	struct world *w = *state;
	w->market.clock_unsure = true;
	stop(w);
	start(w);
	link_loop_text(w->link, AMINA, "later");
	settle(w);
	pass(w, 120000);
	assert_int_equal(w->toy.timers, 0);
	assert_false(turnloop_clock_sure(w->turnloop));
	w->market.clock_unsure = false;
	stop(w);
	start(w);
	settle(w);
	/* The time of doubt did not count: the deadline moved by it. */
	assert_int_equal(w->toy.outages, 1);
	assert_int_equal(w->toy.timers, 0);
	pass(w, 61000);
	assert_int_equal(w->toy.timers, 1);
	pass(w, 120000);
	assert_int_equal(w->toy.timers, 1);
}

static void
deadlines_grow_by_an_outage(void **state)
{
	struct world *w = *state;
	link_loop_text(w->link, AMINA, "later");
	settle(w);
	link_loop_set_state(w->link, LINK_DOWN);
	pass(w, 1000);
	pass(w, INT64_C(3600) * 1000);
	link_loop_set_state(w->link, LINK_UP);
	pass(w, 1000);
	assert_int_equal(w->toy.outages, 1);
	assert_true(w->toy.away_ms >= 3600 * 1000);
	assert_int_equal(w->toy.timers, 0); /* not expired meanwhile */
	pass(w, 61000);
	assert_int_equal(w->toy.timers, 1);
}

static void
letters_and_short_codes_are_never_answered(void **state)
{
	struct world *w = *state;
	link_loop_text(w->link, "SAFARICOM", "You have won");
	link_loop_text(w->link, "20880", "You have won");
	settle(w);
	assert_int_equal(w->toy.texts, 0);
	assert_int_equal(count(w, MESSAGE_RECEIVED), 2);
	assert_int_equal(w->left_count, 0);
}

/* The trade is told whether to believe the number, and how to ask it. */
static void
trust_goes_with_the_text(void **state)
{
	struct world *w = *state;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_false(w->toy.low_trust);
	assert_int_equal(w->toy.proof_link_id, w->link->id);
	w->link->low_trust = true;
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_true(w->toy.low_trust);
	assert_int_equal(w->toy.proof_link_id, 0);
}

static void
a_phone_in_a_pocket_is_not_answered_for_ever(void **state)
{
	struct world *w = *state;
	w->market.texts_per_person_hour = 3;
	for (int i = 0; i < 6; i++) {
		link_loop_text(w->link, AMINA, "hello");
		settle(w);
	}
	assert_int_equal(w->toy.texts, 3);
	assert_int_equal(w->toy.over, 1); /* of three */
	assert_int_equal(count(w, MESSAGE_RECEIVED), 6);
	pass(w, INT64_C(3601) * 1000);
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	assert_int_equal(w->toy.texts, 4);
}

static void
a_lost_link_is_an_alarm_and_a_text_to_the_admin(void **state)
{
	struct world *w = *state;
	snprintf(w->market.admin_phone, sizeof(w->market.admin_phone), JUMA);
	link_loop_text(w->link, JUMA, "hello"); /* the admin is known */
	settle(w);
	link_loop_set_state(w->link, LINK_DOWN);
	pass(w, 6000);
	pass(w, 61000);
	pass(w, 6000);
	const struct alarms *alarms = turnloop_alarms(w->turnloop);
	bool on = false;
	for (size_t i = 0; i < alarms->count; i++)
		on = on || (alarms->alarm[i].on &&
			       strcmp(alarms->alarm[i].key, "link loop") == 0);
	assert_true(on);
	link_loop_set_state(w->link, LINK_UP);
	pass(w, 6000);
	assert_int_equal(w->left_count, 2); /* once */
	assert_non_null(strstr(w->left[1], "link loop"));
}

/* Of a receiver that is down, and of events that wait: once each. */
static void
what_the_daemon_says_is_an_alarm_too(void **state)
{
	struct world *w = *state;
	snprintf(w->market.admin_phone, sizeof(w->market.admin_phone), JUMA);
	link_loop_text(w->link, JUMA, "hello"); /* the admin is known */
	settle(w);
	turnloop_said(w->turnloop, ALARM_WEBHOOK,
	    "shop took nothing in 6 tries: it answered 500");
	pass(w, 6000);
	turnloop_said(w->turnloop, ALARM_WEBHOOK,
	    "shop took nothing in 7 tries: it answered 500");
	pass(w, 6000);
	assert_int_equal(w->left_count, 2);
	assert_string_equal(w->left[1],
	    "furrow: webhook: shop took nothing in 6 tries: it answered 500. "
	    "Does its server answer? More: furrow webhook list");
	turnloop_said(w->turnloop, ALARM_WEBHOOK, "");
	turnloop_said(w->turnloop, ALARM_WEBHOOK_BEHIND,
	    "shop is behind by 61 min (events waiting: 12)");
	pass(w, 6000);
	assert_int_equal(w->left_count, 3);
	assert_string_equal(w->left[2],
	    "furrow: webhook-behind: shop is behind by 61 min (events waiting: "
	    "12). Does its server answer? More: furrow webhook list");
}

/* Its text cannot be stored while the disk is full: it comes afterwards. */
static void
a_full_disk_is_told_of_once_it_takes_a_row(void **state)
{
	struct world *w = *state;
	snprintf(w->market.admin_phone, sizeof(w->market.admin_phone), JUMA);
	link_loop_text(w->link, JUMA, "hello"); /* the admin is known */
	settle(w);
	faulty_vfs_install(
	    &(struct faulty_vfs_plan){.full_after = 1, .fail_as_full = true});
	link_loop_text(w->link, AMINA, "hello");
	settle(w);
	pass(w, 6000);
	assert_int_equal(w->left_count, 1);
	for (int i = 0; i < 3; i++)
		loop_once(w->loop, true); /* still full: the pause is real */
	pass(w, 6000);
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
	for (int i = 0; i < 20 && w->left_count < 3; i++) {
		loop_once(w->loop, true);
		pass(w, 6000);
	}
	assert_int_equal(w->left_count, 3); /* Amina's answer, and the alarm */
	assert_true(strstr(w->left[1], "disk") != NULL ||
		    strstr(w->left[2], "disk") != NULL);
	pass(w, 60000);
	assert_int_equal(w->left_count, 3);
}

static void
no_line(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	log_set_sink(no_line, NULL);
	const struct CMUnitTest tests[] = {
	    STORY(a_text_is_stored_acknowledged_and_answered),
	    STORY(many_texts_share_a_turn),
	    STORY(a_few_emptied_places_wait_a_little),
	    STORY(many_emptied_places_share_a_turn),
	    STORY(the_next_text_of_an_emptied_place_is_remembered),
	    STORY(an_emptied_place_may_be_remembered_too_long),
	    STORY(a_poisoned_text_is_set_aside_and_the_rest_goes_on),
	    STORY(a_broken_disk_loses_nothing),
	    STORY(the_nth_write_fails_for_every_n),
	    STORY(what_the_network_repeats_is_one_text),
	    STORY(parts_are_joined_across_a_restart),
	    STORY(parts_keep_their_alphabets),
	    STORY(a_long_wait_hands_on_what_came),
	    STORY(silence_after_a_send_is_unknown_and_settled_once),
	    STORY(advice_is_never_sent_twice),
	    STORY(a_report_settles_an_unknown),
	    STORY(our_own_death_makes_sends_unknown),
	    STORY(dying_twice_over_a_text_does_not_lose_it),
	    STORY(dying_spends_nothing),
	    STORY(a_report_before_our_death_settles_it),
	    STORY(refusals_follow_their_kind),
	    STORY(texts_to_one_person_keep_their_order),
	    STORY(timers_fire_once_and_never_while_the_clock_is_unsure),
	    STORY(deadlines_grow_by_an_outage),
	    STORY(letters_and_short_codes_are_never_answered),
	    STORY(trust_goes_with_the_text),
	    STORY(a_phone_in_a_pocket_is_not_answered_for_ever),
	    STORY(a_lost_link_is_an_alarm_and_a_text_to_the_admin),
	    STORY(what_the_daemon_says_is_an_alarm_too),
	    STORY(a_full_disk_is_told_of_once_it_takes_a_row),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
