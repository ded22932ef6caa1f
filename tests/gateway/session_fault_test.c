/* Dialogues when something fails: the deadline, a bug of the trade, the disk, a
 * restart.  Whatever happens, everybody is answered once and nothing is done
 * twice or by halves. */
#include "tests/gateway/session_world.h"

#include <stdio.h>
#include <string.h>

#include "tests/fault/faulty_vfs.h"

#define CODE "*384*96#"
#define LATER_WORDS "It takes long now. We will text you."
#define AGAIN_WORDS "Try again later."

static struct session_ask
with_key(struct session_ask ask, const char *key)
{
	ask.key = key;
	return ask;
}

static struct session_answer
repeat(struct session_world *w, const struct session_ask *asked)
{
	return say(w, &w->json, *asked);
}

/* -- the deadline ---------------------------------------------------------- */

static void
the_deadline_speaks_once_and_the_work_goes_on(void **state)
{
	struct session_world *w = *state;
	struct heard first = {.times = 0}, second = {.times = 0};
	struct session_ask buy = with_key(ask_input("a", "buy"), "2");
	struct session_turn_row turn;
	struct session_figures f = {.open = 0};
	struct session_answer a =
	    say(w, &w->json, with_key(ask_start("a", CODE), "1"));
	ask(w, &w->json, &buy, &first);
	ask(w, &w->json, &buy, &second);
	later(w, 4999);
	sessions_deadlines(w->sessions);
	assert_int_equal(first.times, 0);
	later(w, 1);
	sessions_deadlines(w->sessions);
	assert_int_equal(first.times, 1);
	expect_end(first.answer, LATER_WORDS);
	expect_end(second.answer, LATER_WORDS);
	assert_int_equal(effects(w), 0);
	settle(w);
	assert_int_equal(first.times, 1);
	assert_int_equal(second.times, 1);
	assert_int_equal(effects(w), 1);
	struct store_session row = row_of(w, &a);
	assert_int_equal(row.life, SESSION_LOST);
	assert_string_equal(row.reason, "late");
	assert_string_equal(row.made, "K7F");
	assert_true(store_session_turn_get(w->store, a.session_id, 2, &turn));
	assert_string_equal(turn.answer, LATER_WORDS);
	assert_false(turn.go_on);
	/* What was said is what is said again; the next dial tells of it. */
	expect_end(repeat(w, &buy), LATER_WORDS);
	assert_int_equal(effects(w), 1);
	expect_con(say(w, &w->json, ask_start("b", CODE)), "D: #K7F");
	sessions_figures(w->sessions, &w->json, &f);
	assert_int_equal(f.late, 1);
}

static void
a_turn_that_takes_too_long_is_late_and_may_be_gone_on_with(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	struct heard heard = {.times = 0};
	struct session_ask slow = ask_input("a", "1");
	ask(w, &w->json, &slow, &heard);
	later(w, 6000); /* the loop stood still: no timer has run */
	settle(w);
	assert_int_equal(heard.times, 1);
	expect_end(heard.answer, LATER_WORDS);
	assert_string_equal(row_of(w, &a).reason, "late");
	assert_int_equal(sessions_open(w->sessions), 0);
	expect_con(say(w, &w->json, ask_start("b", CODE)), "D: +s2");
}

static void
a_deadline_before_the_commit_closes_it_afterwards(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	struct session_answer b = say(w, &w->json, ask_input("a", "stall"));
	expect_end(b, LATER_WORDS);
	assert_int_equal(row_of(w, &a).life, SESSION_LOST);
	assert_string_equal(row_of(w, &a).reason, "late");
	assert_int_equal(sessions_open(w->sessions), 0);
	expect_con(say(w, &w->json, ask_start("b", CODE)), "D: +s2");
}

/* -- a bug of the trade ---------------------------------------------------- */

static void
a_poisoned_turn_fails_alone(void **state)
{
	struct session_world *w = *state;
	static const char *const said[] = {"1", "poison", "buy"};
	static const char *const ids[] = {"a", "b", "c"};
	static const char *const numbers[] = {
	    "+254711000001", "+254711000002", "+254711000003"};
	struct heard heard[3] = {{.times = 0}};
	struct session_answer started[3];
	for (int i = 0; i < 3; i++) {
		struct session_ask asked = ask_start(ids[i], CODE);
		asked.msisdn = numbers[i];
		started[i] = say(w, &w->json, asked);
	}
	for (int i = 0; i < 3; i++) {
		struct session_ask asked = ask_input(ids[i], said[i]);
		asked.msisdn = numbers[i];
		ask(w, &w->json, &asked, &heard[i]);
	}
	settle(w);
	expect_con(heard[0].answer, "A:1");
	expect_end(heard[1].answer, AGAIN_WORDS);
	expect_end(heard[2].answer, "A:buy");
	for (int i = 0; i < 3; i++)
		assert_int_equal(heard[i].times, 1);
	assert_int_equal(effects(w), 1);
	assert_int_equal(row_of(w, &started[1]).turns, 1);
	assert_int_equal(sessions_open(w->sessions), 2);
}

/* What is tried twice is counted once. */
static void
a_turn_that_is_worked_again_opens_no_more(void **state)
{
	struct session_world *w = *state;
	static const char *const dialled[] = {
	    CODE, "*384*96*poison#", CODE, CODE, CODE};
	struct heard heard[5] = {{.times = 0}};
	char id[16], number[PARTY_OCTETS];
	w->open_max = 3;
	session_world_restart(w);
	for (int i = 0; i < 5; i++) {
		snprintf(id, sizeof(id), "id%d", i);
		snprintf(number, sizeof(number), "+2547110%05d", i);
		struct session_ask asked = ask_start(id, dialled[i]);
		asked.msisdn = number;
		ask(w, &w->json, &asked, &heard[i]);
		if (i > 1)
			settle(w);
	}
	expect_end(heard[1].answer, AGAIN_WORDS);
	assert_true(heard[0].answer.go_on);
	assert_true(heard[2].answer.go_on);
	assert_true(heard[3].answer.go_on);
	expect_end(heard[4].answer, "Busy. Please try again later.");
	assert_int_equal(sessions_open(w->sessions), 3);
}

/* -- the disk -------------------------------------------------------------- */

/* One dialogue while the n-th write fails; false: it did not come. */
static bool
dialogue_with_a_failing_write(struct session_world *w, int n)
{
	char id[16], number[PARTY_OCTETS];
	snprintf(id, sizeof(id), "id%d", n);
	snprintf(number, sizeof(number), "+2547220%05d", n);
	struct session_ask asked = with_key(ask_start(id, CODE), "1");
	struct session_ask buy = with_key(ask_input(id, "buy"), "2");
	asked.msisdn = buy.msisdn = number;
	struct session_answer a = say(w, &w->json, asked);
	expect_con(a, "D:");
	int64_t before = effects(w);
	faulty_vfs_install(
	    &(struct faulty_vfs_plan){.fail_write = n, .fail_as_full = n % 2});
	struct session_answer b = say(w, &w->json, buy);
	bool failed = faulty_vfs_failed();
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
	if (strcmp(b.text, AGAIN_WORDS) == 0) {
		/* Nothing half done. */
		assert_true(failed);
		assert_false(b.go_on);
		assert_int_equal(effects(w), before);
		assert_int_equal(row_of(w, &a).turns, 1);
		b = say(w, &w->json, buy);
	}
	expect_end(b, "A:buy");
	expect_end(say(w, &w->json, buy), "A:buy");
	assert_int_equal(effects(w), before + 1);
	assert_int_equal(row_of(w, &a).turns, 2);
	return failed;
}

static void
whichever_write_fails_it_is_done_once_or_not_at_all(void **state)
{
	struct session_world *w = *state;
	int n = 1;
	while (dialogue_with_a_failing_write(w, n))
		n++;
	assert_true(n > 2);
	assert_int_equal(sessions_open(w->sessions), 0);
}

static void
a_full_disk_ends_a_dialogue_at_once(void **state)
{
	struct session_world *w = *state;
	struct heard heard = {.times = 0};
	struct session_ask one = ask_input("a", "1");
	say(w, &w->json, ask_start("a", CODE));
	faulty_vfs_install(&(struct faulty_vfs_plan){.full_after = 1});
	ask(w, &w->json, &one, &heard);
	for (int i = 0; i < 20; i++)
		loop_once(w->loop, false);
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
	assert_int_equal(heard.times, 1);
	expect_end(heard.answer, AGAIN_WORDS);
	settle(w);
	expect_con(say(w, &w->json, ask_input("a", "1")), "A:1");
}

/* -- a restart ------------------------------------------------------------- */

#define SESSIONS 100

static struct session_ask
turn_of(int i, int turn, char id[16], char number[PARTY_OCTETS], char key[12])
{
	static const char *const said[] = {"", "1", "2", "buy"};
	snprintf(id, 16, "id%d", i);
	snprintf(number, PARTY_OCTETS, "+2547110%05d", i);
	snprintf(key, 12, "%d", turn);
	struct session_ask asked =
	    turn == 1 ? ask_start(id, CODE) : ask_input(id, said[turn - 1]);
	asked.msisdn = number;
	/* Of every other one the gateway has keys. */
	asked.key = i % 2 == 0 ? key : "";
	return asked;
}

static struct session_answer
do_turn(struct session_world *w, int i, int turn)
{
	char id[16], number[PARTY_OCTETS], key[12];
	return say(w, &w->json, turn_of(i, turn, id, number, key));
}

/* Each at another step, some with an ask under way: all go on. */
static void
a_restart_in_the_middle_of_a_hundred(void **state)
{
	struct session_world *w = *state;
	static struct heard heard[SESSIONS];
	int reached[SESSIONS];
	char id[16], number[PARTY_OCTETS], key[12];
	memset(heard, 0, sizeof(heard));
	for (int i = 0; i < SESSIONS; i++) {
		reached[i] = 1 + i % 3;
		for (int turn = 1; turn <= reached[i]; turn++)
			do_turn(w, i, turn);
	}
	assert_int_equal(sessions_open(w->sessions), SESSIONS);
	for (int i = 0; i < SESSIONS; i += 7) {
		struct session_ask asked =
		    turn_of(i, reached[i] + 1, id, number, key);
		ask(w, &w->json, &asked, &heard[i]);
	}
	session_world_restart(w);
	assert_int_equal(sessions_open(w->sessions), SESSIONS);
	for (int i = 0; i < SESSIONS; i++) {
		assert_int_equal(heard[i].times, i % 7 == 0);
		if (i % 7 == 0)
			expect_end(heard[i].answer, AGAIN_WORDS);
		/* A repeat of what was answered before, where it has a key. */
		if (i % 2 == 0)
			assert_int_equal(
			    do_turn(w, i, reached[i]).turn, reached[i]);
		for (int turn = reached[i] + 1; turn <= 4; turn++)
			assert_int_equal(do_turn(w, i, turn).turn, turn);
	}
	assert_int_equal(effects(w), SESSIONS);
	assert_int_equal(sessions_open(w->sessions), 0);
}

/* -- what a turn costs ----------------------------------------------------- */

static int64_t
statements(struct session_world *w)
{
	int64_t count, rows;
	store_work(w->store, &count, &rows);
	return count;
}

/* Of one answer, without what a turn does anyway. */
static int64_t
cost(struct session_world *w, int i, int turn, int64_t *steps_out)
{
	int64_t before = statements(w);
	turnloop_request(w->turnloop);
	settle(w);
	int64_t idle = statements(w) - before;
	store_steps(w->store);
	turnloop_request(w->turnloop);
	settle(w);
	int64_t idle_steps = store_steps(w->store);
	before = statements(w);
	do_turn(w, i, turn);
	*steps_out = store_steps(w->store) - idle_steps;
	return statements(w) - before - idle;
}

static void
an_answer_costs_four_statements_however_many_are_open(void **state)
{
	struct session_world *w = *state;
	int64_t few, many, begun_few, begun_many;
	for (int i = 0; i < 3; i++)
		do_turn(w, i, 1);
	assert_in_range(cost(w, 0, 2, &few), 1, 4);
	cost(w, 9, 1, &begun_few);
	static struct heard heard[2000];
	char id[16], number[PARTY_OCTETS], key[12];
	for (int i = 0; i < 2000; i++) {
		struct session_ask asked = turn_of(100 + i, 1, id, number, key);
		ask(w, &w->json, &asked, &heard[i]);
	}
	settle(w);
	assert_in_range(cost(w, 2, 2, &many), 1, 4);
	assert_in_range(many, few - 10, few + 10);
	/* The phone's and the person's row are new, too. */
	assert_in_range(cost(w, 5000, 1, &begun_many), 1, 9);
	assert_in_range(begun_many, begun_few - 20, begun_few + 20);
}

#define CASE(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    name, session_world_setup, session_world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(the_deadline_speaks_once_and_the_work_goes_on),
	    CASE(a_turn_that_takes_too_long_is_late_and_may_be_gone_on_with),
	    CASE(a_deadline_before_the_commit_closes_it_afterwards),
	    CASE(a_poisoned_turn_fails_alone),
	    CASE(a_turn_that_is_worked_again_opens_no_more),
	    CASE(whichever_write_fails_it_is_done_once_or_not_at_all),
	    CASE(a_full_disk_ends_a_dialogue_at_once),
	    CASE(a_restart_in_the_middle_of_a_hundred),
	    CASE(an_answer_costs_four_statements_however_many_are_open),
	};
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 0});
	return cmocka_run_group_tests(tests, NULL, NULL);
}
