/* `rate` of a link: bursts are free, the minute is not. */
#include "gateway/queue/pace.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NOW_MS INT64_C(1790000000000)

/* As many as go in so long, each as soon as it may. */
static int
in_time(struct pace *p, int rate, int64_t now, int64_t span_ms)
{
	int count = 0;
	for (int64_t until = now + span_ms; now < until;) {
		int64_t due = pace_due(p, rate, now);
		if (due > now) {
			assert_int_equal(pace_room(p, rate, now), 0);
			now = due;
			continue;
		}
		assert_true(pace_room(p, rate, now) > 0);
		pace_left(p, rate, 1, now);
		count++;
	}
	return count;
}

static void
a_minute_has_so_many_and_one_burst(void **state)
{
	(void)state;
	static const struct {
		int rate, least, most;
	} rows[] = {
	    {1, 6, 6},
	    {12, 17, 17},
	    {60, 65, 65},
	    {600, 609, 610},
	    {6000, 6099, 6100},
	    {60000, 60999, 61000},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pace p = {0};
		assert_in_range(in_time(&p, rows[i].rate, NOW_MS, 60000),
		    rows[i].least, rows[i].most);
	}
}

static void
no_rate_is_no_limit(void **state)
{
	(void)state;
	struct pace p = {0};
	pace_left(&p, 0, 1000, NOW_MS);
	assert_int_equal(pace_room(&p, 0, NOW_MS), INT_MAX);
	assert_int_equal(pace_due(&p, 0, NOW_MS), NOW_MS);
}

static void
a_long_text_is_paid_for_afterwards(void **state)
{
	(void)state;
	struct pace p = {0};
	pace_left(&p, 60, 6, NOW_MS);
	assert_int_equal(pace_room(&p, 60, NOW_MS), 0);
	assert_int_equal(pace_due(&p, 60, NOW_MS), NOW_MS + 1000);
	pace_left(&p, 60, 10, NOW_MS + 1000);
	assert_int_equal(pace_due(&p, 60, NOW_MS + 1000), NOW_MS + 11000);
}

static void
a_clock_set_back_holds_nothing_up(void **state)
{
	(void)state;
	struct pace p = {0};
	pace_left(&p, 60, 6, NOW_MS);
	int64_t then = NOW_MS - INT64_C(86400000);
	assert_in_range(pace_due(&p, 60, then), then, then + 1000);
	/* Set forward: it is empty. */
	assert_int_equal(pace_room(&p, 60, NOW_MS + 86400000), 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_minute_has_so_many_and_one_burst),
	    cmocka_unit_test(no_rate_is_no_limit),
	    cmocka_unit_test(a_long_text_is_paid_for_afterwards),
	    cmocka_unit_test(a_clock_set_back_holds_nothing_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
