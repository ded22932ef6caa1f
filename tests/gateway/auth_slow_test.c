/* How long somebody waits who has been wrong too often. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/admin/auth_slow.h"

static const struct auth_slow_rule rule = {3, 1000, 8000, 60000};

static void
the_wait_doubles_and_ends(void **state)
{
	static const struct {
		int64_t tries, passed, left;
	} cases[] = {
	    {0, 0, 0}, {3, 0, 0}, {4, 0, 1000}, {4, 999, 1}, {4, 1000, 0},
	    {5, 0, 2000}, {6, 500, 3500}, {7, 0, 8000}, {1000000, 0, 8000},
	    {1000000, 8000, 0}, {1000000, 60000, 0},
	    {4, -5000, 1000}, /* the clock was put back */
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(auth_slow_left(&rule, cases[i].tries, 100000,
				     100000 + cases[i].passed),
		    cases[i].left);
}

static void
tries_are_counted_taken_back_and_forgotten(void **state)
{
	struct auth_slow *slow = calloc(1, sizeof(*slow));
	(void)state;
	for (int i = 1; i <= 4; i++)
		assert_int_equal(auth_slow_count(slow, &rule, 7, 0), i);
	assert_int_equal(auth_slow_wait(slow, &rule, 7, 0), 1000);
	assert_int_equal(auth_slow_wait(slow, &rule, 8, 0), 0);
	auth_slow_take_back(slow, 7);
	assert_int_equal(auth_slow_wait(slow, &rule, 7, 0), 0);
	assert_int_equal(auth_slow_count(slow, &rule, 7, 0), 4);
	assert_int_equal(auth_slow_count(slow, &rule, 7, 60000), 1);
	auth_slow_forget(slow, 7);
	assert_int_equal(auth_slow_count(slow, &rule, 7, 60000), 1);
	free(slow);
}

/* Whoever comes from a thousand places does not wash the guilty one out. */
static void
a_flood_takes_the_least(void **state)
{
	struct auth_slow *slow = calloc(1, sizeof(*slow));
	(void)state;
	for (int i = 0; i < 6; i++)
		auth_slow_count(slow, &rule, 5, 0);
	for (uint64_t other = 1; other < 1000; other++)
		auth_slow_count(slow, &rule, 5 + other * AUTH_SLOW_BUCKETS, 1);
	assert_int_equal(auth_slow_wait(slow, &rule, 5, 0), 4000);
	free(slow);
}

static void
what_is_one_place(void **state)
{
	static const char *const cases[][2] = {{"192.168.1.7", "192.168.1.7"},
	    {"::ffff:10.0.0.1", "10.0.0.1"}, {"", ""},
	    {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2"},
	    {"2001:db8:1:2::9", "2001:db8:1:2"}, {"2001:db8::9", "2001:db8"},
	    {"fe80::1%eth0", "fe80"}};
	char dst[48];
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		auth_slow_address(dst, cases[i][0]);
		assert_string_equal(dst, cases[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_wait_doubles_and_ends),
	    cmocka_unit_test(tries_are_counted_taken_back_and_forgotten),
	    cmocka_unit_test(a_flood_takes_the_least),
	    cmocka_unit_test(what_is_one_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
