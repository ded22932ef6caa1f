/* Where a gateway has no key for a turn, repeats that are on their way when the
 * first is done get its answer; what comes behind the answer is a new one. */
#include "tests/gateway/session_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/queue/turnloop.h"

#define CODE "*384*96#"
#define LINGER_MS 50

/* An answer may come when a test is over: what hears it is static.  Its timer
 * is this test's hand, and its clock stands. */
static int
setup(void **state)
{
	int rc = session_world_setup(state);
	struct session_world *w = *state;
	if (rc != 0)
		return rc;
	w->linger_ms = LINGER_MS;
	session_world_restart(w);
	loop_by_hand(w->loop);
	return 0;
}

static void
work(struct session_world *w)
{
	for (int i = 0; i < 4 || !turnloop_idle(w->turnloop); i++) {
		assert_true(i < 20000);
		loop_once(w->loop, false);
	}
}

static void
repeats_behind_the_commit_get_its_answer(void **state)
{
	struct session_world *w = *state;
	static struct heard heard[4];
	struct session_ask asked = ask_input("a", "1");
	expect_con(say(w, &w->json, ask_start("a", CODE)), "D:");
	ask(w, &w->json, &asked, &heard[0]);
	work(w);
	assert_int_equal(w->turns, 2);
	assert_int_equal(heard[0].times, 0);
	ask(w, &w->json, &asked, &heard[1]);
	later(w, LINGER_MS);
	sessions_linger(w->sessions); /* one came: more may */
	ask(w, &w->json, &asked, &heard[2]);
	sessions_linger(w->sessions);
	assert_int_equal(heard[0].times, 0);
	later(w, 5 * LINGER_MS - 1); /* none came */
	sessions_linger(w->sessions);
	assert_int_equal(heard[0].times, 0);
	later(w, 1);
	sessions_linger(w->sessions);
	ask(w, &w->json, &asked, &heard[3]);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(heard[i].times, 1);
		assert_int_equal(heard[i].answer.turn, 2);
		assert_memory_equal(&heard[i].answer, &heard[0].answer,
		    sizeof(heard[0].answer));
	}
	work(w);
	assert_int_equal(w->turns, 3);
	later(w, LINGER_MS);
	sessions_linger(w->sessions);
	assert_int_equal(heard[3].times, 1);
	assert_int_equal(heard[3].answer.turn, 3);
}

static void
it_stays_for_a_moment_only(void **state)
{
	struct session_world *w = *state;
	static struct heard heard[3];
	struct session_ask asked = ask_input("a", "1");
	say(w, &w->json, ask_start("a", CODE));
	ask(w, &w->json, &asked, &heard[0]);
	work(w);
	sessions_linger(w->sessions); /* it is here only just */
	assert_int_equal(heard[0].times, 0);
	ask(w, &w->json, &asked, &heard[1]);
	for (int64_t ms = 0; ms < 800 - 100; ms += 100) {
		later(w, 100);
		ask(w, &w->json, &asked, &heard[2]);
		sessions_linger(w->sessions);
		assert_int_equal(heard[0].times, 0);
	}
	ask(w, &w->json, &asked, &heard[2]);
	later(w, 100);
	sessions_linger(w->sessions);
	assert_int_equal(heard[0].times, 1);
	assert_int_equal(heard[1].times, 1);
	assert_int_equal(sessions_in_work(w->sessions), 0);
}

/* Neither a start, nor a key, which tell a repeat at any time. */
static void
what_can_be_told_leaves_at_once(void **state)
{
	struct session_world *w = *state;
	static struct heard heard;
	struct session_ask asked = ask_input("a", "1");
	asked.key = "2";
	expect_con(say(w, &w->json, ask_start("a", CODE)), "D:");
	ask(w, &w->json, &asked, &heard);
	work(w);
	assert_int_equal(heard.times, 1);
	expect_con(say(w, &w->whole, ask_whole("b", "")), "D:");
	expect_con(say(w, &w->whole, ask_whole("b", "1")), "A:1");
}

/* The deadline is that of the work, and that is done. */
static void
neither_late_nor_lost(void **state)
{
	struct session_world *w = *state;
	static struct heard heard;
	struct session_ask asked = ask_input("a", "1");
	say(w, &w->json, ask_start("a", CODE));
	ask(w, &w->json, &asked, &heard);
	work(w);
	later(w, 10000);
	sessions_deadlines(w->sessions);
	assert_int_equal(heard.times, 0);
	session_world_restart(w);
	assert_int_equal(heard.times, 1);
	expect_con(heard.answer, "A:1");
}

#define CASE(name)                                                             \
	cmocka_unit_test_setup_teardown(name, setup, session_world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(repeats_behind_the_commit_get_its_answer),
	    CASE(it_stays_for_a_moment_only),
	    CASE(what_can_be_told_leaves_at_once),
	    CASE(neither_late_nor_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
