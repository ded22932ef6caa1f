/* What the plans of SIMs allow, and how several SIMs share the work. */
#include "gateway/queue/budget.h"

#include <stdio.h>

#include "gateway/queue/alarm.h"
#include "tests/gateway/queue_world.h"

#define DAY_MS (24 * INT64_C(3600000))

/* -- the plan -------------------------------------------------------------- */

static void
the_judge_warns_at_eight_in_ten(void **state)
{
	(void)state;
	assert_int_equal(budget_judge(1000, 0), BUDGET_OPEN);
	assert_int_equal(budget_judge(79, 100), BUDGET_OPEN);
	assert_int_equal(budget_judge(80, 100), BUDGET_NEAR);
	assert_int_equal(budget_judge(99, 100), BUDGET_NEAR);
	assert_int_equal(budget_judge(100, 100), BUDGET_REACHED);
	assert_int_equal(budget_judge(0, INT64_MAX), BUDGET_OPEN);
	assert_int_equal(budget_judge(INT64_MAX - 1, INT64_MAX), BUDGET_NEAR);
}

static void
a_month_of_texts(void **state)
{
	struct world *w = *state;
	char text[160];
	only(w, 0, 1);
	w->links[0]->budget.texts_per_month = 10;
	w->place[0].room = 8;
	queue(w, 0, 20);
	assert_int_equal(claim(w), 8);
	assert_int_equal(budget_look(&w->turn, w->links[0], text, sizeof(text)),
	    BUDGET_NEAR);
	assert_string_equal(text, "link a: 8 of 10 texts this month");
	/* What the network did not take was not spent. */
	ends(w, 0, w->place[0].got[0], OUTCOME_REFUSED, REFUSAL_RETRY);
	all_taken(w, 0);
	assert_int_equal(claim(w), 3);
	assert_int_equal(budget_look(&w->turn, w->links[0], text, sizeof(text)),
	    BUDGET_REACHED);
	assert_string_equal(text,
	    "link a: 10 of 10 texts this month: nothing more leaves by it");
	all_taken(w, 0);
	assert_int_equal(claim(w), 0);
	/* The queue goes by another, */
	only(w, 0, 2);
	w->place[1].room = 3;
	assert_int_equal(claim(w), 3);
	assert_int_equal(w->place[1].got_count, 3);
	only(w, 0, 1);
	/* … or waits for the next month. */
	w->turn.now_ms = clock_from_civil(2026, 12, 1, 0, 0, 0);
	assert_int_equal(claim(w), 7);
}

static void
a_month_of_numbers(void **state)
{
	struct world *w = *state;
	char text[160];
	only(w, 0, 1);
	w->links[0]->budget.recipients_per_month = 5;
	w->place[0].room = 100;
	queue(w, 0, 5);
	assert_int_equal(claim(w), 5);
	all_taken(w, 0);
	budget_look(&w->turn, w->links[0], text, sizeof(text));
	assert_string_equal(text,
	    "link a: 5 of 5 numbers this month: it writes to no new ones");
	/* New numbers are put off, those that it knows are not. */
	queue(w, 5, 70);
	queue(w, 0, 5);
	size_t left = claim(w) + claim(w);
	assert_int_equal(left, 5);
	all_taken(w, 0);
	assert_int_equal(store_message_count(w->store, MESSAGE_QUEUED), 70);
	/* Another SIM writes to them. */
	only(w, 0, 2);
	w->place[1].room = 100;
	w->turn.now_ms += 16 * 60000;
	for (left = 0; left < 70; all_taken(w, 1)) { /* slowly at first */
		size_t more = claim(w);
		assert_true(more > 0);
		left += more;
	}
	assert_int_equal(w->place[1].got_count, 70);
	/* In the next month they are all new again; old rows go away. */
	only(w, 0, 1);
	w->turn.now_ms = clock_from_civil(2026, 12, 1, 0, 0, 0);
	queue(w, 0, 5);
	assert_int_equal(claim(w), 5);
	int64_t november = clock_from_civil(2026, 11, 1, 0, 0, 0);
	for (int i = 0; i < 5; i++)
		assert_false(store_budget_knows(
		    w->store, w->links[0]->id, november, phone(w, i)));
}

static void
alarms_leave_in_any_case(void **state)
{
	struct world *w = *state;
	only(w, 0, 1);
	w->links[0]->budget.texts_per_month = 1;
	w->links[0]->budget.recipients_per_month = 1;
	queue(w, 0, 2);
	assert_int_equal(claim(w), 1);
	all_taken(w, 0);
	assert_int_equal(claim(w), 0);
	begin(w);
	struct message_out out = {.phone_id = phone(w, 9),
	    .now_ms = w->turn.now_ms,
	    .text = STR("look!"),
	    .class_ = MESSAGE_ALARM,
	    .subject = SUBJECT_ALARM};
	store_message_queue(w->store, &out);
	commit(w);
	assert_int_equal(claim(w), 1);
}

static void
a_date_is_told_a_week_before(void **state)
{
	struct world *w = *state;
	char text[160];
	struct link *link = w->links[0];
	assert_false(budget_expires(&w->turn, link, text, sizeof(text)));
	link->budget.expires_ms = clock_from_civil(2026, 12, 3, 0, 0, 0);
	assert_false(budget_expires(&w->turn, link, text, sizeof(text)));
	w->turn.now_ms += DAY_MS;
	assert_true(budget_expires(&w->turn, link, text, sizeof(text)));
	assert_string_equal(
	    text, "link a: its SIM or airtime expires on 2026-12-03");
	w->turn.now_ms += 10 * DAY_MS;
	assert_true(budget_expires(&w->turn, link, text, sizeof(text)));
	assert_string_equal(
	    text, "link a: its SIM or airtime expired on 2026-12-03");
	w->turn.clock_sure = false;
	assert_false(budget_expires(&w->turn, link, text, sizeof(text)));
}

static void
an_idle_sim_sends_one_text(void **state)
{
	struct world *w = *state;
	struct alarms alarms;
	int64_t mono_ms = 0;
	only(w, 0, 2);
	begin(w);
	str_copy(w->market.admin_phone, sizeof(w->market.admin_phone),
	    STR("+254711000099"));
	phone(w, 99);
	commit(w);
	w->links[0]->budget.keepalive_days = 60;
	alarms_init(&alarms);
	for (int day = 0; day <= 130; day++) {
		begin(w);
		alarms_look(&alarms, &w->turn, w->links, 2, mono_ms += 5000);
		commit(w);
		claim(w);
		all_taken(w, 0);
		all_taken(w, 1);
		w->turn.now_ms += DAY_MS;
	}
	/* By that SIM and no other, on the 60th and on the 120th day. */
	assert_int_equal(w->place[0].got_count, 2);
	assert_int_equal(w->place[1].got_count, 0);
	struct message m;
	assert_true(store_message_get(w->store, w->place[0].got[0], &m));
	assert_string_equal(m.text,
	    "furrow: the SIM of link a sent nothing for 60 days; this text "
	    "keeps it alive");
}

/* -- the pool -------------------------------------------------------------- */

static void
work_is_shared_by_what_is_left(void **state)
{
	struct world *w = *state;
	w->links[0]->budget.texts_per_month = 300;
	w->links[1]->budget.texts_per_month = 100;
	w->links[2]->texts_per_day = 50;
	for (int i = 0; i < 90; i++) {
		queue(w, i, 1);
		assert_int_equal(claim(w), 1);
		for (size_t k = 0; k < LINKS; k++)
			all_taken(w, k);
	}
	/* 6 : 2 : 1. */
	assert_in_range(w->place[0].got_count, 58, 62);
	assert_in_range(w->place[1].got_count, 19, 21);
	assert_in_range(w->place[2].got_count, 9, 11);
}

static void
equals_take_turns(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 30; i++) {
		queue(w, i, 1);
		assert_int_equal(claim(w), 1);
		for (size_t k = 0; k < LINKS; k++)
			all_taken(w, k);
	}
	for (size_t k = 0; k < LINKS; k++)
		assert_int_equal(w->place[k].got_count, 10);
}

static void
answers_leave_by_the_number_that_was_written_to(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 12; i++) {
		begin(w);
		struct message_in in = {.link_id = w->links[i % 3]->id,
		    .phone_id = phone(w, i),
		    .now_ms = w->turn.now_ms,
		    .text = STR("5kg tomato"),
		    .state = MESSAGE_RECEIVED};
		store_message_receive(w->store, &in);
		queue_to(w, i);
		commit(w);
	}
	for (int i = 0; i < 4; i++) {
		claim(w);
		for (size_t k = 0; k < LINKS; k++)
			all_taken(w, k);
	}
	for (size_t k = 0; k < LINKS; k++) {
		assert_int_equal(w->place[k].got_count, 4);
		for (size_t i = 0; i < 4; i++) {
			struct message m;
			assert_true(store_message_get(
			    w->store, w->place[k].got[i], &m));
			assert_int_equal(
			    m.phone_id, phone(w, (int)(i * 3 + k)));
		}
	}
	/* It is busy: a few seconds are waited for it. */
	queue(w, 0, 1);
	w->place[0].room = 0;
	assert_int_equal(claim(w), 0);
	w->turn.now_ms += 7000;
	assert_int_equal(claim(w), 0);
	w->turn.now_ms += 1000;
	assert_int_equal(claim(w), 1);
	all_taken(w, 1);
	all_taken(w, 2);
	/* It is gone: nothing is waited for. */
	queue(w, 3, 1);
	w->links[0]->state = LINK_DOWN;
	assert_int_equal(claim(w), 1);
	all_taken(w, 1);
	all_taken(w, 2);
	/* It has no texts left this month: neither. */
	w->links[1]->budget.texts_per_month = 1;
	claim(w);
	queue(w, 1, 1);
	assert_int_equal(claim(w), 1);
}

/* Nobody hears of what it sent: others go first, even for those who know it;
 * but if all are like that, it is as good as any. */
static void
a_silent_one_goes_last(void **state)
{
	struct world *w = *state;
	only(w, 0, 2);
	begin(w);
	struct message_in in = {.link_id = w->links[0]->id,
	    .phone_id = phone(w, 0),
	    .now_ms = w->turn.now_ms,
	    .text = STR("5kg tomato"),
	    .state = MESSAGE_RECEIVED};
	store_message_receive(w->store, &in);
	commit(w);
	w->links[0]->silent = true;
	for (size_t i = 1; i <= 3; i++) {
		queue(w, 0, 1);
		assert_int_equal(claim(w), 1);
		assert_int_equal(w->place[1].got_count, i);
		all_taken(w, 1);
	}
	w->links[1]->silent = true;
	queue(w, 0, 1);
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[0].got_count, 1);
	all_taken(w, 0);
	w->links[0]->silent = w->links[1]->silent = false;
	queue(w, 0, 1);
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[0].got_count, 2);
}

/* No credit on one SIM: nothing is lost or late, and no text grows old. */
static void
no_credit_burns_no_text(void **state)
{
	struct world *w = *state;
	struct message m;
	only(w, 0, 2);
	queue(w, 0, 6);
	assert_int_equal(claim(w), 2);
	ends(w, 0, w->place[0].got[0], OUTCOME_REFUSED, REFUSAL_CREDIT);
	w->links[0]->state = LINK_RESTING;
	all_taken(w, 1);
	assert_true(store_message_get(w->store, w->place[0].got[0], &m));
	assert_int_equal(m.tries, 0);
	assert_int_equal(m.state, MESSAGE_REFUSED);
	w->turn.now_ms += 10;
	for (int i = 0; i < 5; i++) {
		assert_int_equal(claim(w), 1);
		all_taken(w, 1);
	}
	assert_int_equal(store_message_count(w->store, MESSAGE_SENT), 6);
	/* Days without any credit anywhere: they wait, and leave then. */
	only(w, 0, 1);
	queue(w, 0, 3);
	for (int day = 0; day < 5; day++) {
		w->turn.now_ms += DAY_MS;
		assert_int_equal(claim(w), 1);
		struct place *place = &w->place[0];
		ends(w, 0, place->got[place->got_count - 1], OUTCOME_REFUSED,
		    REFUSAL_CREDIT);
	}
	w->turn.now_ms += DAY_MS;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(claim(w), 1);
		all_taken(w, 0);
	}
	assert_int_equal(store_message_count(w->store, MESSAGE_SENT), 9);
	assert_int_equal(w->lost, 0);
}

/* A number that one network does not reach, another may. */
static void
what_one_link_cannot_another_may(void **state)
{
	struct world *w = *state;
	only(w, 0, 2);
	queue(w, 0, 1);
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[0].got_count, 1);
	int64_t id = w->place[0].got[0];
	ends(w, 0, id, OUTCOME_REFUSED, REFUSAL_ELSEWHERE);
	w->turn.now_ms += 10;
	w->place[1].room = 0; /* busy: it is waited for */
	assert_int_equal(claim(w), 0);
	w->place[1].room = 1;
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[1].got[0], id);
	ends(w, 1, id, OUTCOME_ACCEPTED, REFUSAL_NONE);
	/* What is tried later is tried by another, too; if that stays busy,
	 * by the same one again. */
	queue(w, 1, 1);
	w->place[1].room = 0;
	assert_int_equal(claim(w), 1);
	id = w->place[0].got[w->place[0].got_count - 1];
	ends(w, 0, id, OUTCOME_REFUSED, REFUSAL_RETRY);
	w->turn.now_ms += 31000;
	assert_int_equal(claim(w), 0);
	w->turn.now_ms += 30000;
	assert_int_equal(claim(w), 1);
	ends(w, 0, id, OUTCOME_REFUSED, REFUSAL_RETRY);
	w->turn.now_ms += 70000;
	w->place[1].room = 1;
	assert_int_equal(claim(w), 1);
	assert_int_equal(w->place[1].got[w->place[1].got_count - 1], id);
}

#define STORY(name)                                                            \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int
main(void)
{
	world_quiet();
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_judge_warns_at_eight_in_ten),
	    STORY(a_month_of_texts),
	    STORY(a_month_of_numbers),
	    STORY(alarms_leave_in_any_case),
	    STORY(a_date_is_told_a_week_before),
	    STORY(an_idle_sim_sends_one_text),
	    STORY(work_is_shared_by_what_is_left),
	    STORY(equals_take_turns),
	    STORY(answers_leave_by_the_number_that_was_written_to),
	    STORY(a_silent_one_goes_last),
	    STORY(no_credit_burns_no_text),
	    STORY(what_one_link_cannot_another_may),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
