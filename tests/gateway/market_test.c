/* The market's day: quiet hours and waking time, in Nairobi (UTC+3). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "gateway/core/market.h"

#define HOUR_MS INT64_C(3600000)

static struct market
kenya(void)
{
	struct market m = {.country = "254", .currency = "KES"};
	m.quiet_from_min = 20 * 60 + 30;
	m.quiet_until_min = 6 * 60 + 30;
	return m;
}

static int64_t
at(const char *text)
{
	int64_t ms = 0;
	assert_true(clock_parse(&ms, text));
	return ms;
}

static void
nights_are_quiet(void **state)
{
	(void)state;
	struct market m = kenya();
	assert_false(market_is_quiet(&m, at("2026-11-25T20:29:59+03:00")));
	assert_true(market_is_quiet(&m, at("2026-11-25T20:30:00+03:00")));
	assert_true(market_is_quiet(&m, at("2026-11-26T06:29:59+03:00")));
	assert_false(market_is_quiet(&m, at("2026-11-26T06:30:00+03:00")));
	m.quiet_from_min = m.quiet_until_min = 0;
	assert_false(market_is_quiet(&m, at("2026-11-26T03:00:00+03:00")));
}

static void
nobody_answers_while_asleep(void **state)
{
	(void)state;
	struct market m = kenya();
	/* Asked at 19:30 with two hours: one this evening, one tomorrow. */
	assert_true(market_waking_after(&m, at("2026-11-25T19:30:00+03:00"),
			2 * HOUR_MS) == at("2026-11-26T07:30:00+03:00"));
	/* Asked at night: counted from the morning. */
	assert_true(market_waking_after(&m, at("2026-11-25T23:00:30+03:00"),
			HOUR_MS) == at("2026-11-26T07:30:00+03:00"));
	assert_true(market_waking_after(&m, at("2026-11-25T10:00:00+03:00"),
			HOUR_MS) == at("2026-11-25T11:00:00+03:00"));
	/* Three waking days of fourteen hours. */
	assert_true(market_waking_after(&m, at("2026-11-25T06:30:00+03:00"),
			42 * HOUR_MS) == at("2026-11-27T20:30:00+03:00"));
}

static void
days_follow_the_zone(void **state)
{
	(void)state;
	struct market m = kenya();
	assert_int_equal(market_local_day(&m, at("2026-11-25T23:30:00+03:00")),
	    market_local_day(&m, at("2026-11-25T00:30:00+03:00")));
	assert_int_equal(
	    market_local_minute(&m, at("2026-11-25T00:30:00+03:00")), 30);
}

static void
minor_units_follow_the_currency(void **state)
{
	(void)state;
	assert_int_equal(market_currency_places("KES"), 2);
	assert_int_equal(market_currency_places("CNY"), 2);
	assert_int_equal(market_currency_places("UGX"), 0);
	assert_int_equal(market_currency_places("TND"), 3);
}

int
main(void)
{
	setenv("TZ", "EAT-3", 1);
	tzset();
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nights_are_quiet),
	    cmocka_unit_test(nobody_answers_while_asleep),
	    cmocka_unit_test(days_follow_the_zone),
	    cmocka_unit_test(minor_units_follow_the_currency),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
