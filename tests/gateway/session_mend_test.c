/* Dialogues where things go wrong in ways that hit somebody else, or later:
 * repeats of what is late, clocks that were wrong, PINs that were dialled. */
#include "tests/gateway/session_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/store/store_inside.h"

#define CODE "*384*96#"
#define LATER_WORDS "It takes long now. We will text you."
#define DAY_MS INT64_C(86400000)

struct impatient {
	struct session_world *w;
	struct session_ask ask;
	struct heard first, again;
};

static void
ask_again(void *arg, const struct session_answer *answer)
{
	struct impatient *i = arg;
	i->first.answer = *answer;
	i->first.times++;
	ask(i->w, &i->w->json, &i->ask, &i->again);
}

/* The deadline speaks when the turn is through and not committed; the gateway
 * has lost patience, too, and asks again.  The screen that the first leads to
 * was shown to nobody, so that it must not be answered. */
static void
a_repeat_of_what_is_late_answers_no_unseen_screen(void **state)
{
	struct session_world *w = *state;
	const struct session_sink *sink = sessions_sink(w->sessions);
	struct impatient i = {.w = w, .ask = ask_input("a", "stall")};
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	sink->on_ask(sink->arg, &w->json, &i.ask, ask_again, &i);
	settle(w);
	assert_int_equal(i.first.times, 1);
	assert_int_equal(i.again.times, 1);
	expect_end(i.first.answer, LATER_WORDS);
	expect_end(i.again.answer, LATER_WORDS);
	assert_int_equal(w->turns, 2);
	assert_int_equal(row_of(w, &a).turns, 2);
	assert_int_equal(row_of(w, &a).life, SESSION_LOST);
}

/* Each time too late, each time taken up again: a turn's place is one of 64. */
static void
one_that_is_always_late_ends_at_thirty(void **state)
{
	struct session_world *w = *state;
	struct heard heard;
	struct session_ask slow = ask_input("a", "1");
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	int64_t next_id = store_session_next(w->store);
	for (int i = 0; i < 70 && store_session_next(w->store) == next_id;
	     i++) {
		heard.times = 0;
		ask(w, &w->json, &slow, &heard);
		later(w, 6000);
		settle(w);
		expect_end(heard.answer, LATER_WORDS);
	}
	assert_int_equal(row_of(w, &a).turns, SESSION_TURNS_MAX);
	assert_int_equal(store_session_next(w->store), next_id + 1);
}

/* An answer to a dialogue that is over and cannot be gone on with, while its
 * phone is in another. */
static void
a_straggler_leaves_the_newer_dialogue_alone(void **state)
{
	struct session_world *w = *state;
	say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "end"));
	struct session_answer b = say(w, &w->json, ask_start("b", CODE));
	struct session_answer late = say(w, &w->json, ask_input("a", "7"));
	assert_false(late.go_on);
	assert_int_equal(row_of(w, &b).life, SESSION_WAIT);
	expect_con(say(w, &w->json, ask_input("b", "1")), "A:1");
	/* Where there is no other, home is shown. */
	say(w, &w->json, ask_input("b", "end"));
	expect_con(say(w, &w->json, ask_input("a", "7")), "O:7");
}

/* -- the clock ------------------------------------------------------------- */

static void
a_clock_that_was_ahead_locks_nobody_out(void **state)
{
	struct session_world *w = *state;
	char id[16];
	w->clock.wall_ms += 30 * DAY_MS;
	for (int i = 0; i < SESSION_PER_MINUTE; i++) {
		snprintf(id, sizeof(id), "%d", i);
		expect_con(
		    say(w, &w->json, ask_start(id, "*384*96*2#")), "D:2");
	}
	assert_false(say(w, &w->json, ask_start("x", CODE)).go_on);
	w->clock.wall_ms -= 30 * DAY_MS;
	expect_con(say(w, &w->json, ask_start("y", CODE)), "D:");
}

/* -- PINs ------------------------------------------------------------------ */

static int64_t
rows_with(struct session_world *w, const char *text)
{
	return db_number(w->store->db, -1,
	    "SELECT (SELECT count(*) FROM ussd_session WHERE"
	    " instr(dial || last_text || vars, ?1) > 0) + (SELECT count(*)"
	    " FROM ussd_turn WHERE instr(input || turn_key, ?1) > 0)",
	    db_text(text));
}

/* They stop before the screen that wants it, but are kept. */
static void
a_pin_among_keys_that_were_dialled_is_hidden(void **state)
{
	struct session_world *w = *state;
	struct session_turn_row turn;
	static const char dial[] = "*384*96*5*4321 #";
	struct session_answer a = say(w, &w->json, ask_start("a", dial));
	assert_string_equal(row_of(w, &a).dial, "5*????");
	assert_true(store_session_turn_get(w->store, a.session_id, 1, &turn));
	assert_string_equal(turn.input, "*384*96*5*???? #");
	/* And is known when it comes again. */
	int worked = w->turns;
	say(w, &w->json, ask_start("a", dial));
	assert_int_equal(w->turns, worked);
	/* All answers of one that is not known, and of one that was left. */
	a = say(w, &w->whole, ask_whole("b", "5*4321"));
	assert_string_equal(row_of(w, &a).last_text, "5*????");
	expect_con(say(w, &w->whole, ask_whole("b", "5*4321*2")), "A:2");
	a = say(w, &w->whole, ask_whole("b", "6*4321*12"));
	assert_string_equal(row_of(w, &a).last_text, "6*????*12");
	say(w, &w->either, ask_start("c", dial));
	say(w, &w->phone, ask_start("", dial));
	assert_int_equal(rows_with(w, "4321"), 0);
	assert_true(rows_with(w, "5*????") > 0);
}

#define TEST(fn)                                                               \
	cmocka_unit_test_setup_teardown(                                       \
	    fn, session_world_setup, session_world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_repeat_of_what_is_late_answers_no_unseen_screen),
	    TEST(one_that_is_always_late_ends_at_thirty),
	    TEST(a_straggler_leaves_the_newer_dialogue_alone),
	    TEST(a_clock_that_was_ahead_locks_nobody_out),
	    TEST(a_pin_among_keys_that_were_dialled_is_hidden),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
