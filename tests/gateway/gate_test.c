/* What a link may be given: its hours, class, rate and window, who goes before
 * whom, and that nobody waits for ever. */
#include "tests/gateway/queue_world.h"

#include <string.h>

#include "gateway/queue/outbox_private.h"

#define MINUTE_MS INT64_C(60000)
#define HOUR_MS (60 * MINUTE_MS)

static int64_t
queue_as(struct world *w, int n, enum message_class class_, bool question)
{
	struct message_out out = {
	    .phone_id = phone(w, n),
	    .now_ms = w->turn.now_ms,
	    .text = STR("hello"),
	    .class_ = class_,
	    .question = question,
	    .subject = SUBJECT_LINE,
	};
	return store_message_queue(w->store, &out);
}

/* Numbers from..from+count-1. */
static void
queue_many(struct world *w, int from, int count, enum message_class class_)
{
	begin(w);
	for (int i = 0; i < count; i++)
		queue_as(w, from + i, class_, false);
	commit(w);
}

static enum message_class
class_of(struct world *w, int64_t id)
{
	struct message m;
	assert_true(store_message_get(w->store, id, &m));
	return m.class_;
}

static int
left_of_class(struct world *w, size_t at, enum message_class class_)
{
	int count = 0;
	for (size_t i = 0; i < w->place[at].got_count; i++)
		count += class_of(w, w->place[at].got[i]) == class_;
	return count;
}

/* -- hours ------------------------------------------------------------------
 */

static void
a_link_sends_only_in_its_hours(void **state)
{
	struct world *w = *state;
	only(w, 0, 1);
	w->links[0]->terms.from_min = 6 * 60;
	w->links[0]->terms.until_min = 12 * 60; /* it is noon */
	queue(w, 0, 3);
	assert_int_equal(claim(w), 0);
	assert_int_equal(outbox_room_ms(&w->outbox, &w->market, w->turn.now_ms),
	    w->turn.now_ms + 18 * HOUR_MS);
	w->turn.now_ms += 18 * HOUR_MS - 1;
	assert_int_equal(claim(w), 0);
	w->turn.now_ms += 1;
	assert_int_equal(claim(w), 1);
	/* Over midnight. */
	all_taken(w, 0);
	w->links[0]->terms.from_min = 22 * 60;
	w->links[0]->terms.until_min = 6 * 60;
	assert_int_equal(claim(w), 0);
	w->turn.now_ms -= MINUTE_MS;
	assert_int_equal(claim(w), 1);
	/* Nobody knows the hour. */
	all_taken(w, 0);
	w->turn.now_ms += HOUR_MS;
	w->turn.clock_sure = false;
	assert_int_equal(claim(w), 1);
}

static void
another_link_takes_what_a_closed_one_would_have(void **state)
{
	struct world *w = *state;
	only(w, 0, 2);
	w->links[0]->terms.from_min = 6 * 60;
	w->links[0]->terms.until_min = 7 * 60;
	/* That person knows the first link, which is closed: no waiting. */
	begin(w);
	struct message_in in = {.link_id = w->links[0]->id,
	    .phone_id = phone(w, 1),
	    .now_ms = w->turn.now_ms,
	    .text = STR("want 5kg"),
	    .state = MESSAGE_RECEIVED};
	store_message_receive(w->store, &in);
	queue_to(w, 1);
	commit(w);
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[1].got_count, 1);
}

/* -- class ------------------------------------------------------------------
 */

static void
a_link_carries_its_class_and_no_other(void **state)
{
	struct world *w = *state;
	w->links[0]->terms.class_ = LINK_TRANSACTIONAL;
	w->links[1]->terms.class_ = LINK_PROMOTIONAL;
	only(w, 0, 2);
	w->place[0].room = w->place[1].room = 20;
	queue_many(w, 0, 5, MESSAGE_ADVISORY);
	queue_many(w, 10, 3, MESSAGE_CONFIRM);
	queue_many(w, 20, 2, MESSAGE_PROPOSAL);
	queue_many(w, 30, 2, MESSAGE_NOTICE);
	assert_int_equal(claim(w), 12);
	assert_int_equal(w->place[0].got_count, 7);
	assert_int_equal(left_of_class(w, 0, MESSAGE_ADVISORY), 0);
	assert_int_equal(w->place[1].got_count, 5);
	assert_int_equal(left_of_class(w, 1, MESSAGE_ADVISORY), 5);
	/* Alone, it does not take the others' either. */
	only(w, 1, 1);
	queue_many(w, 40, 2, MESSAGE_CONFIRM);
	assert_int_equal(claim(w), 0);
}

/* A refusal for a while is left to another link, but not to one that never
 * carries such a text. */
static void
what_is_no_link_for_it_is_not_waited_for(void **state)
{
	struct world *w = *state;
	w->links[0]->terms.class_ = LINK_TRANSACTIONAL;
	w->links[1]->terms.class_ = LINK_PROMOTIONAL;
	only(w, 0, 2);
	queue(w, 0, 1);
	assert_int_equal(claim(w), 1);
	int64_t id = w->place[0].got[0];
	ends(w, 0, id, OUTCOME_REFUSED, REFUSAL_RETRY);
	struct message m;
	assert_true(store_message_get(w->store, id, &m));
	w->turn.now_ms = m.due_ms;
	assert_int_equal(claim(w), 1);
}

/* -- two-way ----------------------------------------------------------------
 */

static void
a_question_never_leaves_by_a_one_way_link(void **state)
{
	struct world *w = *state;
	only(w, 0, 1);
	w->links[0]->two_way = false;
	w->place[0].room = 20;
	begin(w);
	for (int i = 0; i < 5; i++)
		queue_as(w, i, MESSAGE_PROPOSAL, true);
	int64_t told = queue_as(w, 9, MESSAGE_CONFIRM, false);
	commit(w);
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[0].got[0], told);
	/* Not even the one that the person wrote by, nor after a long time. */
	w->turn.now_ms += HOUR_MS;
	assert_int_equal(claim(w), 0);
	only(w, 0, 2);
	w->place[1].room = 20;
	assert_int_equal(claim(w), 5);
	assert_int_equal(w->place[1].got_count, 5);
}

/* -- rate -------------------------------------------------------------------
 */

static void
a_rate_holds_for_any_link(void **state)
{
	struct world *w = *state;
	int64_t began = w->turn.now_ms;
	size_t count = 0;
	only(w, 0, 1);
	w->place[0].room = 50;
	w->links[0]->terms.rate = 60;
	queue(w, 0, 100);
	while (w->turn.now_ms < began + MINUTE_MS) {
		count += claim(w);
		all_taken(w, 0);
		int64_t next =
		    outbox_room_ms(&w->outbox, &w->market, w->turn.now_ms);
		assert_true(next > w->turn.now_ms);
		w->turn.now_ms = next;
	}
	/* A minute's worth and the burst. */
	assert_in_range(count, 64, 66);
}

/* -- window -----------------------------------------------------------------
 */

static void
a_link_that_came_up_starts_slowly(void **state)
{
	struct world *w = *state;
	static const size_t sizes[] = {8, 16, 32, 40, 40};
	only(w, 0, 1);
	w->place[0].room = 40;
	queue(w, 0, 300);
	w->links[0]->state = LINK_DOWN;
	assert_int_equal(claim(w), 0);
	w->links[0]->state = LINK_UP;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		assert_int_equal(claim(w), sizes[i]);
		all_taken(w, 0);
	}
	/* Throttled: one at a time, and others are not held up by it. */
	assert_int_equal(claim(w), 40);
	for (size_t i = w->place[0].got_count - 40; i < w->place[0].got_count;
	     i++)
		ends(w, 0, w->place[0].got[i], OUTCOME_REFUSED, REFUSAL_WAIT);
	w->turn.now_ms += MINUTE_MS;
	assert_int_equal(claim(w), 1);
	all_taken(w, 0);
	assert_int_equal(claim(w), 2);
}

static void
what_did_not_commit_was_never_given(void **state)
{
	struct world *w = *state;
	only(w, 0, 1);
	w->place[0].room = 10;
	w->links[0]->terms.rate = 60;
	queue(w, 0, 20);
	for (int i = 0; i < 5; i++) {
		begin(w);
		outbox_claim(&w->outbox, &w->turn);
		assert_int_equal(w->outbox.claims_count, 6);
		outbox_forget(&w->outbox);
		store_rollback(w->store);
	}
	assert_int_equal(claim(w), 6);
	assert_int_equal(w->outbox.share[0].gate.window.flying, 6);
}

/* -- classes ----------------------------------------------------------------
 */

/* Answers without end: what is less urgent goes on in a small share, whichever
 * class it is of. */
static void
nobody_waits_for_ever(void **state)
{
	struct world *w = *state;
	only(w, 0, 1);
	queue_many(w, 1000, 20, MESSAGE_ADVISORY);
	queue_many(w, 2000, 20, MESSAGE_NOTICE);
	for (int i = 0; i < 340; i++) {
		queue_many(w, i, 1, MESSAGE_CONFIRM);
		assert_int_equal(claim(w), 1);
		all_taken(w, 0);
	}
	assert_in_range(left_of_class(w, 0, MESSAGE_ADVISORY), 10, 14);
	assert_in_range(left_of_class(w, 0, MESSAGE_NOTICE), 6, 10);
	assert_in_range(left_of_class(w, 0, MESSAGE_CONFIRM), 318, 322);
}

static void
urgent_goes_first_and_alarms_before_all(void **state)
{
	struct world *w = *state;
	static const enum message_class order[] = {MESSAGE_ALARM,
	    MESSAGE_CONFIRM, MESSAGE_PROPOSAL, MESSAGE_NOTICE,
	    MESSAGE_ADVISORY};
	only(w, 0, 1);
	w->outbox.share[0].urgent = 16; /* a share is owed */
	queue_many(w, 1, 1, MESSAGE_ADVISORY);
	queue_many(w, 2, 1, MESSAGE_NOTICE);
	queue_many(w, 3, 1, MESSAGE_PROPOSAL);
	queue_many(w, 4, 1, MESSAGE_CONFIRM);
	queue_many(w, 5, 1, MESSAGE_ALARM);
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(claim(w), 1);
		assert_int_equal(class_of(w, w->place[0].got[i]), order[i]);
		all_taken(w, 0);
	}
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_link_sends_only_in_its_hours),
	    TEST(another_link_takes_what_a_closed_one_would_have),
	    TEST(a_link_carries_its_class_and_no_other),
	    TEST(what_is_no_link_for_it_is_not_waited_for),
	    TEST(a_question_never_leaves_by_a_one_way_link),
	    TEST(a_rate_holds_for_any_link),
	    TEST(a_link_that_came_up_starts_slowly),
	    TEST(what_did_not_commit_was_never_given),
	    TEST(nobody_waits_for_ever),
	    TEST(urgent_goes_first_and_alarms_before_all),
	};
	world_quiet();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
