/* One text to very many: nobody twice, nobody left out, nobody else delayed. */
#include "tests/gateway/queue_world.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_broadcast.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

#define MINUTE_MS INT64_C(60000)
#define HOUR_MS (60 * MINUTE_MS)
#define MANY 300

/* -- the world --------------------------------------------------------------
 */

/* The person of phone n (made if need be) with that role and area. */
static int64_t
person(struct world *w, int n, unsigned roles, int64_t area_id)
{
	struct person p;
	int64_t person_id, phone_id = phone(w, n);
	char number[PARTY_OCTETS];
	store_phone_number(w->store, phone_id, number);
	assert_true(store_phone_find(w->store, number, &phone_id, &person_id));
	assert_true(store_person_get(w->store, person_id, &p));
	p.roles = roles;
	p.area_id = area_id;
	store_person_put(w->store, &p);
	return person_id;
}

static void
people(struct world *w, int from, int count)
{
	begin(w);
	for (int i = 0; i < count; i++)
		person(w, from + i, PERSON_SELLER, 0);
	commit(w);
}

static struct broadcast
plan(struct world *w)
{
	return (struct broadcast){
	    .actor = "test",
	    .created_ms = w->turn.now_ms,
	    .due_ms = w->turn.now_ms,
	};
}

static int64_t
start(struct world *w, struct broadcast b)
{
	begin(w);
	int64_t id = store_broadcast_add(w->store, &b);
	store_broadcast_text_put(w->store, id, "", STR("rain is coming"));
	commit(w);
	return id;
}

static struct broadcast
now(struct world *w, int64_t id)
{
	struct broadcast b;
	assert_true(store_broadcast_get(w->store, id, &b));
	return b;
}

static void
put_state(struct world *w, int64_t id, enum broadcast_state state)
{
	struct broadcast b = now(w, id);
	b.state = state;
	begin(w);
	store_broadcast_put(w->store, &b);
	commit(w);
}

/* Turns until nothing leaves any more; how many left. */
static size_t
run(struct world *w)
{
	size_t left = 0;
	for (int idle = 0; idle < 3;) {
		size_t more = claim(w);
		left += more;
		for (size_t i = 0; i < LINKS; i++)
			all_taken(w, i);
		idle = more > 0 || w->outbox.feed.more ? 0 : idle + 1;
		for (size_t i = 0; i < LINKS && more > 0; i++)
			w->place[i].got_count = 0;
	}
	return left;
}

struct texts {
	int64_t broadcast_id;
	int count;
};

static bool
count_text(void *arg, const struct message *m)
{
	struct texts *t = arg;
	t->count +=
	    m->subject == SUBJECT_BROADCAST && m->subject_id == t->broadcast_id;
	return true;
}

static int
texts_to(struct world *w, int64_t broadcast_id, int n)
{
	struct texts t = {.broadcast_id = broadcast_id};
	begin(w);
	int64_t phone_id = phone(w, n);
	commit(w);
	store_message_heads(w->store, phone_id, 1000, count_text, &t);
	return t.count;
}

static void
each_has_one(struct world *w, int64_t id, int from, int count)
{
	for (int i = 0; i < count; i++)
		assert_int_equal(texts_to(w, id, from + i), 1);
}

static int64_t
open_texts(struct world *w)
{
	struct message_counts counts;
	store_message_count_open(w->store, &counts);
	return counts.queued + counts.refused + counts.sending;
}

/* -- stories ----------------------------------------------------------------
 */

static void
everybody_is_told_once_and_few_rows_wait(void **state)
{
	struct world *w = *state;
	people(w, 0, MANY);
	only(w, 0, 1);
	w->place[0].room = 10;
	int64_t id = start(w, plan(w));
	people(w, MANY, 5); /* too late */
	size_t left = 0;
	for (int i = 0; i < 200 && now(w, id).state == BROADCAST_RUNNING; i++) {
		size_t more = claim(w);
		assert_in_range(more, 0, 10);
		assert_in_range(open_texts(w), 0, 10);
		left += more;
		all_taken(w, 0);
		w->place[0].got_count = 0;
	}
	struct broadcast b = now(w, id);
	assert_int_equal(b.state, BROADCAST_DONE);
	assert_int_equal(left, MANY);
	assert_int_equal(b.looked, MANY);
	assert_int_equal(b.made, MANY);
	assert_int_equal(b.sent, MANY);
	assert_int_equal(b.lost, 0);
	assert_int_equal(b.ended_ms, w->turn.now_ms);
	each_has_one(w, id, 0, MANY);
	assert_int_equal(texts_to(w, id, MANY), 0);
	/* Then nothing asks any more. */
	assert_int_equal(claim(w), 0);
	assert_true(outbox_feed_ms(&w->outbox, w->turn.now_ms) == INT64_MAX);
}

static void
an_answer_leaves_in_the_next_turn(void **state)
{
	struct world *w = *state;
	people(w, 0, 200);
	only(w, 0, 1);
	int64_t id = start(w, plan(w));
	for (int i = 0; i < 20; i++) {
		assert_int_equal(claim(w), 1);
		all_taken(w, 0);
		/* Even to a phone that the broadcast is on its way to. */
		begin(w);
		int64_t answer = queue_to(w, i % 2 == 0 ? 500 + i : i + 1);
		commit(w);
		assert_int_equal(claim(w), 1);
		assert_int_equal(
		    w->place[0].got[w->place[0].got_count - 1], answer);
		all_taken(w, 0);
	}
	assert_int_equal(now(w, id).made, 20);
}

static void
answers_without_end_do_not_stop_it(void **state)
{
	struct world *w = *state;
	people(w, 0, 200);
	only(w, 0, 1);
	int64_t id = start(w, plan(w));
	for (int i = 0; i < 340; i++) {
		begin(w);
		queue_to(w, 1000 + i);
		commit(w);
		assert_int_equal(claim(w), 1);
		all_taken(w, 0);
	}
	assert_in_range(now(w, id).sent, 5, 25);
}

static void
who_does_not_want_it_gets_none(void **state)
{
	struct world *w = *state;
	struct person p;
	begin(w);
	int64_t county = store_area_ensure(w->store, "Siaya", "");
	int64_t ward = store_area_ensure(w->store, "Ugunja", "Siaya");
	int64_t other = store_area_ensure(w->store, "Kisumu", "");
	person(w, 0, PERSON_SELLER, county);
	person(w, 1, PERSON_SELLER | PERSON_BUYER, ward);
	person(w, 2, PERSON_SELLER, other); /* elsewhere */
	person(w, 3, PERSON_BUYER, ward); /* buys */
	int64_t stopped = person(w, 4, PERSON_SELLER, ward);
	person(w, 5, PERSON_SELLER, ward); /* blocked */
	int64_t speaks = person(w, 6, PERSON_SELLER, ward);
	person(w, 7, PERSON_SELLER, 0); /* nobody knows where */
	assert_true(store_person_get(w->store, stopped, &p));
	p.stopped_ms = 1;
	store_person_put(w->store, &p);
	assert_true(store_person_get(w->store, speaks, &p));
	str_copy(p.lang, sizeof(p.lang), STR("sw"));
	store_person_put(w->store, &p);
	commit(w);
	str_copy(
	    w->market.blocked[0], MARKET_BLOCKED_OCTETS, STR("+254711000005"));
	w->market.blocked_count = 1;
	str_copy(w->market.language, sizeof(w->market.language), STR("en"));
	struct broadcast b = plan(w);
	b.roles = PERSON_SELLER;
	b.area_id = county;
	int64_t id = start(w, b);
	begin(w);
	store_broadcast_text_put(w->store, id, "sw", STR("mvua inakuja"));
	commit(w);
	assert_int_equal(run(w), 3);
	assert_int_equal(texts_to(w, id, 0), 1);
	assert_int_equal(texts_to(w, id, 1), 1);
	assert_int_equal(texts_to(w, id, 6), 1);
	/* In their own words. */
	b = plan(w);
	str_copy(b.lang, sizeof(b.lang), STR("sw"));
	id = start(w, b);
	assert_int_equal(run(w), 1);
	assert_int_equal(texts_to(w, id, 6), 1);
	assert_string_equal(
	    store_broadcast_text(w->store, id, "sw", "en"), "rain is coming");
}

static void
a_phone_that_several_share_is_told_once(void **state)
{
	struct world *w = *state;
	people(w, 0, 300);
	begin(w);
	/* Made last, so met long after the first user of that phone. */
	int64_t phone_id = phone(w, 0);
	int64_t second =
	    store_phone_new_person(w->store, phone_id, w->turn.now_ms);
	assert_true(second != 0);
	commit(w);
	w->place[0].room = 3;
	int64_t id = start(w, plan(w));
	assert_int_equal(run(w), 300);
	assert_int_equal(now(w, id).looked, 301);
	assert_int_equal(texts_to(w, id, 0), 1);
}

static void
it_rests_until_its_time_and_at_night(void **state)
{
	struct world *w = *state;
	people(w, 0, 30);
	w->market.quiet_from_min = 20 * 60;
	w->market.quiet_until_min = 6 * 60;
	struct broadcast b = plan(w);
	int64_t noon = w->turn.now_ms;
	b.due_ms = noon + 8 * HOUR_MS - MINUTE_MS; /* 19:59 */
	int64_t id = start(w, b);
	only(w, 0, 1);
	w->place[0].room = 10;
	assert_int_equal(claim(w), 0);
	assert_int_equal(outbox_feed_ms(&w->outbox, noon), b.due_ms);
	w->turn.now_ms = b.due_ms;
	assert_int_equal(claim(w), 10);
	all_taken(w, 0);
	w->turn.now_ms += MINUTE_MS; /* 20:00 */
	assert_int_equal(claim(w), 0);
	assert_in_range(outbox_feed_ms(&w->outbox, w->turn.now_ms),
	    noon + 18 * HOUR_MS, noon + 18 * HOUR_MS + 1);
	/* Nobody knows what time it is. */
	w->turn.clock_sure = false;
	assert_int_equal(claim(w), 0);
	w->turn.clock_sure = true;
	w->turn.now_ms = noon + 18 * HOUR_MS + 1;
	assert_int_equal(claim(w), 10);
	all_taken(w, 0);
	/* One that may ring at night, beside it. */
	w->turn.now_ms = noon + 32 * HOUR_MS;
	b = plan(w);
	b.night = true;
	int64_t night = start(w, b);
	assert_int_equal(claim(w), 10);
	assert_int_equal(now(w, night).made, 10);
	assert_int_equal(now(w, id).made, 20);
}

static void
what_is_too_late_ends_it(void **state)
{
	struct world *w = *state;
	people(w, 0, 30);
	struct broadcast b = plan(w);
	b.stale_ms = w->turn.now_ms + HOUR_MS;
	int64_t id = start(w, b);
	only(w, 0, 1);
	w->place[0].room = 10;
	assert_int_equal(claim(w), 10);
	w->turn.now_ms = b.stale_ms;
	all_taken(w, 0);
	assert_int_equal(claim(w), 0);
	assert_int_equal(now(w, id).state, BROADCAST_STALE);
	assert_int_equal(now(w, id).made, 10);
}

static void
its_rate_holds(void **state)
{
	struct world *w = *state;
	people(w, 0, 300);
	struct broadcast b = plan(w);
	b.rate = 60;
	int64_t id = start(w, b), began = w->turn.now_ms;
	only(w, 0, 1);
	w->place[0].room = 50;
	while (w->turn.now_ms < began + MINUTE_MS) {
		(void)claim(w);
		all_taken(w, 0);
		int64_t next = outbox_feed_ms(&w->outbox, w->turn.now_ms);
		assert_true(next > w->turn.now_ms);
		w->turn.now_ms = next;
	}
	assert_in_range(now(w, id).made, 58, 62);
	/* What could not leave for a while is not made up for. */
	w->turn.now_ms += HOUR_MS;
	assert_in_range(claim(w), 1, 2);
}

static void
paused_it_waits_dropped_it_ends(void **state)
{
	struct world *w = *state;
	people(w, 0, 100);
	only(w, 0, 1);
	w->place[0].room = 10;
	int64_t id = start(w, plan(w));
	assert_int_equal(claim(w), 10);
	/* One is refused, and waits. */
	ends(w, 0, w->place[0].got[0], OUTCOME_REFUSED, REFUSAL_WAIT);
	all_taken(w, 0);
	put_state(w, id, BROADCAST_PAUSED);
	w->turn.now_ms += HOUR_MS;
	assert_int_equal(claim(w), 0);
	put_state(w, id, BROADCAST_RUNNING);
	w->turn.now_ms += MINUTE_MS;
	assert_true(claim(w) > 0);
	size_t made = (size_t)now(w, id).made;
	int64_t last = w->place[0].got[w->place[0].got_count - 1];
	ends(w, 0, last, OUTCOME_REFUSED, REFUSAL_WAIT);
	all_taken(w, 0);
	put_state(w, id, BROADCAST_DROPPED);
	w->turn.now_ms += HOUR_MS;
	assert_int_equal(claim(w), 0);
	assert_int_equal(now(w, id).made, made);
	struct message m;
	assert_true(store_message_get(w->store, last, &m));
	assert_int_equal(m.state, MESSAGE_STALE);
	assert_int_equal(open_texts(w), 0);
}

static void
several_take_turns(void **state)
{
	struct world *w = *state;
	people(w, 0, 100);
	only(w, 0, 1);
	w->place[0].room = 10;
	int64_t a = start(w, plan(w)), b = start(w, plan(w)),
		c = start(w, plan(w));
	for (int i = 0; i < 6; i++) {
		assert_int_equal(claim(w), 10);
		all_taken(w, 0);
	}
	assert_int_equal(now(w, a).made, 20);
	assert_int_equal(now(w, b).made, 20);
	assert_int_equal(now(w, c).made, 20);
	assert_int_equal(run(w), 240);
	each_has_one(w, a, 0, 100);
	each_has_one(w, b, 0, 100);
	each_has_one(w, c, 0, 100);
}

/* A link that may carry none of it, and one that has no room. */
static void
without_room_nothing_is_made(void **state)
{
	struct world *w = *state;
	people(w, 0, 100);
	int64_t id = start(w, plan(w));
	only(w, 0, 0);
	assert_int_equal(claim(w), 0);
	only(w, 0, 1);
	w->links[0]->terms.class_ = LINK_TRANSACTIONAL;
	assert_int_equal(claim(w), 0);
	w->links[0]->terms.class_ = LINK_ANY;
	w->links[0]->texts_per_day = 10;
	w->place[0].room = 100;
	/* From nine tenths on advisories wait. */
	for (int i = 0; i < 20; i++) {
		(void)claim(w);
		all_taken(w, 0);
	}
	assert_in_range(now(w, id).sent, 8, 10);
	assert_in_range(open_texts(w), 0, BROADCAST_A_TURN);
}

/* -- being killed -----------------------------------------------------------
 */

/* The store is opened anew; what the links had is lost to us. */
static void
die_and_rise(struct world *w)
{
	struct err err;
	store_close(&w->store);
	w->store = store_open(w->path, &err);
	if (w->store == NULL)
		fail_msg("%s", err.text);
	w->turn.store = w->store;
	outbox_forget(&w->outbox);
	memset(&w->outbox.feed, 0, sizeof(w->outbox.feed));
	for (size_t i = 0; i < LINKS; i++) {
		w->place[i].got_count = 0;
		window_fresh(&w->outbox.share[i].gate.window);
	}
	outbox_recover(w->store, &w->market, w->turn.now_ms);
}

/* At each of three places of a turn in turn: before its commit, after it and
 * before anything was sent, after that. */
static void
killed_at_every_turn_it_goes_on_where_it_was(void **state)
{
	struct world *w = *state;
	people(w, 0, 150);
	only(w, 0, 1);
	w->place[0].room = 7;
	w->market.unknown_wait_ms = 1;
	int64_t id = start(w, plan(w));
	size_t took = 0; /* by the network */
	for (int i = 0; i < 200 && now(w, id).state == BROADCAST_RUNNING; i++) {
		w->turn.now_ms += 10;
		begin(w);
		(void)outbox_settle(&w->outbox, &w->turn);
		outbox_claim(&w->outbox, &w->turn);
		if (i % 3 == 0) {
			store_rollback(w->store);
			die_and_rise(w);
			continue;
		}
		commit(w);
		if (i % 3 == 1) {
			die_and_rise(w);
			continue;
		}
		outbox_send(&w->outbox, w->turn.now_ms);
		took += w->place[0].got_count;
		if (i % 2 == 0)
			all_taken(w, 0);
		die_and_rise(w);
	}
	assert_int_equal(now(w, id).state, BROADCAST_DONE);
	each_has_one(w, id, 0, 150);
	assert_int_equal(now(w, id).made, 150);
	/* None of those that may have left goes once more. */
	assert_in_range(took, 1, 150);
	w->turn.now_ms += HOUR_MS;
	assert_int_equal(run(w), 0);
	assert_int_equal(open_texts(w), 0);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

/* It was an hour ahead: nobody waits for that hour. */
static void
a_clock_set_back_holds_nobody_up(void **state)
{
	struct broadcast b = {.rate = 60, .next_ms = HOUR_MS + 1000};
	(void)state;
	assert_int_equal(broadcast_allowed(&b, HOUR_MS), 0);
	assert_int_equal(broadcast_allowed(&b, 1000), 1);
	broadcast_paced(&b, 1, 1000);
	assert_true(b.next_ms <= 1000 + MINUTE_MS);
	assert_int_equal(broadcast_allowed(&b, 1000 + MINUTE_MS), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(everybody_is_told_once_and_few_rows_wait),
	    TEST(an_answer_leaves_in_the_next_turn),
	    TEST(answers_without_end_do_not_stop_it),
	    TEST(who_does_not_want_it_gets_none),
	    TEST(a_phone_that_several_share_is_told_once),
	    TEST(it_rests_until_its_time_and_at_night),
	    TEST(what_is_too_late_ends_it),
	    TEST(its_rate_holds),
	    TEST(paused_it_waits_dropped_it_ends),
	    TEST(several_take_turns),
	    TEST(without_room_nothing_is_made),
	    TEST(killed_at_every_turn_it_goes_on_where_it_was),
	    cmocka_unit_test(a_clock_set_back_holds_nobody_up),
	};
	world_quiet();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
