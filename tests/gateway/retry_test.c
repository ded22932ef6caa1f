/* Retry is arithmetic: the pause follows the age, the age ends it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/queue/retry.h"

#define S INT64_C(1000)
#define M (60 * S)
#define H (60 * M)
#define BORN INT64_C(1790000000000)

static void
the_pause_grows_with_the_age(void **state)
{
	(void)state;
	static const struct {
		int64_t age_ms, pause_ms;
	} cases[] = {
	    {0, 30 * S}, {10 * S, 30 * S}, {2 * M, 2 * M}, {15 * M, 15 * M},
	    {5 * H, H}, {-3 * H, 30 * S}, /* the clock was set back */
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t now = BORN + cases[i].age_ms;
		assert_true(retry_due(MESSAGE_CONFIRM, BORN, now) ==
			    now + cases[i].pause_ms);
	}
}

static void
every_class_ends(void **state)
{
	(void)state;
	static const enum message_class classes[] = {MESSAGE_CONFIRM,
	    MESSAGE_PROPOSAL, MESSAGE_NOTICE, MESSAGE_ADVISORY};
	for (size_t i = 0; i < 4; i++) {
		int64_t life = retry_lifetime_ms(classes[i]);
		int64_t now = BORN;
		int tries = 0;
		for (int64_t due;
		     (due = retry_due(classes[i], BORN, now)) != RETRY_GIVE_UP;
		     now = due, tries++)
			assert_true(due > now && tries < 100);
		assert_true(now >= BORN + life && now < BORN + life + H);
	}
}

static void
only_what_is_needed_goes_twice(void **state)
{
	(void)state;
	assert_true(retry_again(MESSAGE_CONFIRM, false, false, 1));
	assert_true(retry_again(MESSAGE_PROPOSAL, false, false, 1));
	assert_false(retry_again(MESSAGE_NOTICE, false, false, 1));
	assert_false(retry_again(MESSAGE_ADVISORY, false, false, 1));
	assert_false(retry_again(MESSAGE_CONFIRM, true, false, 2));
}

/* Killed while it went, and killed again while it went once more: it may
 * never have left, and a confirmation must not be missing. */
static void
our_own_end_does_not_count(void **state)
{
	(void)state;
	assert_true(retry_again(MESSAGE_CONFIRM, true, true, 2));
	assert_true(retry_again(MESSAGE_CONFIRM, false, false, 7));
	assert_false(retry_again(MESSAGE_CONFIRM, false, true, 6));
	assert_true(retry_again(MESSAGE_PROPOSAL, true, true, 5));
	assert_false(retry_again(MESSAGE_PROPOSAL, true, true, 6));
	assert_false(retry_again(MESSAGE_NOTICE, false, true, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_pause_grows_with_the_age),
	    cmocka_unit_test(every_class_ends),
	    cmocka_unit_test(only_what_is_needed_goes_twice),
	    cmocka_unit_test(our_own_end_does_not_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
