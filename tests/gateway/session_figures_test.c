/* What happened within the last hour (core/session_figures). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/core/session.h"
#include "gateway/core/session_figures.h"

#define MINUTE INT64_C(60000)

static void
test_an_hour_ago_is_forgotten(void **state)
{
	struct session_hour hour = {.minute = 0};
	(void)state;
	assert_int_equal(session_hour_sum(&hour, 5), 0);
	for (int i = 0; i < 10; i++)
		session_hour_add(&hour, 5 + i);
	session_hour_add(&hour, 30 * MINUTE);
	assert_int_equal(session_hour_sum(&hour, 30 * MINUTE), 11);
	assert_int_equal(session_hour_sum(&hour, 59 * MINUTE), 11);
	assert_int_equal(session_hour_sum(&hour, 60 * MINUTE), 1);
	assert_int_equal(session_hour_sum(&hour, 89 * MINUTE), 1);
	assert_int_equal(session_hour_sum(&hour, 90 * MINUTE), 0);
	/* Asking changed nothing. */
	assert_int_equal(session_hour_sum(&hour, 31 * MINUTE), 11);
}

static void
test_a_long_silence_and_a_clock_set_back(void **state)
{
	struct session_hour hour = {.minute = 0};
	(void)state;
	session_hour_add(&hour, 1000 * MINUTE);
	session_hour_add(&hour, 5000 * MINUTE);
	assert_int_equal(session_hour_sum(&hour, 5000 * MINUTE), 1);
	session_hour_add(&hour, 4000 * MINUTE);
	assert_int_equal(session_hour_sum(&hour, 5000 * MINUTE), 2);
	assert_int_equal(session_hour_sum(&hour, 3000 * MINUTE), 2);
}

/* One a minute for a day: an hour of it is sixty. */
static void
test_a_steady_stream(void **state)
{
	struct session_hour hour = {.minute = 0};
	(void)state;
	for (int64_t m = 0; m < 1440; m++)
		session_hour_add(&hour, m * MINUTE);
	assert_int_equal(session_hour_sum(&hour, 1439 * MINUTE), 60);
}

static void
test_names_of_a_life(void **state)
{
	(void)state;
	assert_string_equal(session_life_name(SESSION_WAIT), "waiting");
	assert_string_equal(session_life_name(SESSION_LOST), "lost");
	assert_string_equal(session_life_name((enum session_life)0), "?");
	assert_string_equal(session_life_name((enum session_life)77), "?");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_an_hour_ago_is_forgotten),
	    cmocka_unit_test(test_a_long_silence_and_a_clock_set_back),
	    cmocka_unit_test(test_a_steady_stream),
	    cmocka_unit_test(test_names_of_a_life),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
