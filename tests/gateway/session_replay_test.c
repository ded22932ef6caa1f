/* Old requests, sent once more; and keys that are none. */
#include "tests/gateway/session_world.h"

#define CODE "*384*96#"
#define DAY_MS (INT64_C(24) * 3600 * 1000)

static struct session_answer
buys(struct session_world *w, const char *id, const char *first)
{
	expect_con(say(w, &w->json, ask_start(id, CODE)), "D:");
	say(w, &w->json, ask_input(id, first));
	expect_con(say(w, &w->json, ask_input(id, "sure")), "A:sure");
	return say(w, &w->json, ask_input(id, "buy"));
}

static void
a_dialogue_sent_once_more_does_nothing(void **state)
{
	struct session_world *w = *state;
	expect_end(buys(w, "a", "1"), "A:buy");
	for (int i = 0; i < 3; i++) {
		int turns = w->turns;
		struct session_answer a = buys(w, "a", "1");
		expect_end(a, "A:buy");
		assert_int_equal(w->turns, turns + 3);
		assert_int_equal(row_of(w, &a).life, SESSION_DONE);
		assert_int_equal(a.turn, 4);
		assert_int_equal(effects(w), 1);
		assert_int_equal(sessions_open(w->sessions), 0);
		later(w, DAY_MS / 2);
	}
}

static void
all_answers_so_far_sent_once_more_do_nothing(void **state)
{
	struct session_world *w = *state;
	for (int i = 0; i < 2; i++) {
		expect_con(say(w, &w->whole, ask_whole("a", "")), "D:");
		say(w, &w->whole, ask_whole("a", "1"));
		say(w, &w->whole, ask_whole("a", "1*sure"));
		expect_end(
		    say(w, &w->whole, ask_whole("a", "1*sure*buy")), "A:buy");
		assert_int_equal(effects(w), 1);
	}
}

/* Copies of a gateway use ids again, and people order again. */
static void
who_says_anything_else_is_served(void **state)
{
	struct session_world *w = *state;
	buys(w, "a", "1");
	buys(w, "a", "2");
	assert_int_equal(effects(w), 2);
	buys(w, "b", "1");
	assert_int_equal(effects(w), 3);
	later(w, SESSION_REPLAY_MS + 1);
	buys(w, "a", "2");
	assert_int_equal(effects(w), 4);
}

static void
a_key_that_never_changes_is_none(void **state)
{
	struct session_world *w = *state;
	static const char *const said[] = {"1", "1", "buy"};
	struct session_ask asked = ask_start("a", CODE);
	asked.key = "0";
	expect_con(say(w, &w->json, asked), "D:");
	expect_con(say(w, &w->json, asked), "D:"); /* a repeat it is */
	for (int i = 0; i < 3; i++) {
		asked = ask_input("a", said[i]);
		asked.key = "0";
		assert_int_equal(say(w, &w->json, asked).turn, i + 2);
	}
	assert_int_equal(effects(w), 1);
	expect_end(say(w, &w->json, asked), "A:buy");
	assert_int_equal(effects(w), 1);
}

#define CASE(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    name, session_world_setup, session_world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_dialogue_sent_once_more_does_nothing),
	    CASE(all_answers_so_far_sent_once_more_do_nothing),
	    CASE(who_says_anything_else_is_served),
	    CASE(a_key_that_never_changes_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
