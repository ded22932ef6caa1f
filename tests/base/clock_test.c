#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
texts_and_back(void **state)
{
	static const struct {
		const char *text;
		int64_t wall_ms;
	} rows[] = {
	    {"1970-01-01T00:00:00Z", 0},
	    {"1969-12-31T23:59:59Z", -1000},
	    {"2026-11-25T13:30:13Z", INT64_C(1795613413000)},
	    {"2000-02-29T00:00:00Z", INT64_C(951782400000)},
	    {"2100-03-01T00:00:00Z", INT64_C(4107542400000)},
	    {"0001-01-01T00:00:00Z", INT64_C(-62135596800000)},
	    {"9999-12-31T23:59:59Z", INT64_C(253402300799000)},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[32];
		int64_t back;
		assert_string_equal(
		    clock_rfc3339(out, sizeof(out), rows[i].wall_ms, 0),
		    rows[i].text);
		assert_true(clock_parse(&back, rows[i].text));
		assert_true(back == rows[i].wall_ms);
	}
}

static void
texts_of_all_kinds(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		int64_t wall_ms;
	} rows[] = {
	    {"1970-01-02", true, 86400000},
	    {"1970-01-01T03:00:00+03:00", true, 0},
	    {"1970-01-01T00:00:00-05:30", true, 19800000},
	    {"1970-01-01T00:00:00.250Z", true, 250},
	    {"1970-01-01T00:00:00.5Z", true, 500},
	    {"1970-01-01T00:00:00.123456789Z", true, 123},
	    {"", false, 0},
	    {"1970-02-29", false, 0},
	    {"1900-02-29", false, 0},
	    {"1970-13-01", false, 0},
	    {"1970-00-01", false, 0},
	    {"1970-01-32", false, 0},
	    {"0000-01-01", false, 0},
	    {"70-01-01", false, 0},
	    {"1970-1-1", false, 0},
	    {"1970-01-01 ", false, 0},
	    {"1970-01-01T", false, 0},
	    {"1970-01-01T00:00Z", false, 0},
	    {"1970-01-01T24:00:00Z", false, 0},
	    {"1970-01-01T00:60:00Z", false, 0},
	    {"1970-01-01T00:00:60Z", false, 0},
	    {"1970-01-01T00:00:00", false, 0},
	    {"1970-01-01T00:00:00.Z", false, 0},
	    {"1970-01-01T00:00:00+0300", false, 0},
	    {"1970-01-01T00:00:00+24:00", false, 0},
	    {"1970-01-01T00:00:00Z!", false, 0},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t got = 77;
		if (clock_parse(&got, rows[i].text) != rows[i].ok ||
		    got != rows[i].wall_ms)
			fail_msg(
			    "\"%s\" gave %lld", rows[i].text, (long long)got);
	}
}

static void
shapes_of_output(void **state)
{
	(void)state;
	char out[32];
	const int64_t at = INT64_C(1795613413250);
	assert_string_equal(
	    clock_rfc3339(out, 25, at, 1), "2026-11-25T13:30:13.250Z");
	/* Beyond the years of four digits: their nearest end. */
	assert_string_equal(
	    clock_rfc3339(out, 21, INT64_MAX, 0), "9999-12-31T23:59:59Z");
	assert_string_equal(
	    clock_rfc3339(out, 21, INT64_MIN, 0), "0001-01-01T00:00:00Z");
	assert_string_equal(clock_rfc3339(out, 5, 0, 0), "1970");
}

/* Every day of 800 years against libc. */
static void
days_agree_with_libc(void **state)
{
	(void)state;
	for (int64_t day = -150000; day < 150000; day++) {
		time_t seconds = (time_t)(day * 86400 + 45296);
		struct tm tm;
		gmtime_r(&seconds, &tm);
		char want[32], got[32];
		strftime(want, sizeof(want), "%Y-%m-%dT%H:%M:%SZ", &tm);
		clock_rfc3339(got, sizeof(got), (int64_t)seconds * 1000, 0);
		assert_string_equal(got, want);
		int64_t civil =
		    clock_from_civil(tm.tm_year + 1900, tm.tm_mon + 1,
			tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
		assert_true(civil == (int64_t)seconds * 1000);
	}
}

static void
the_zone_of_the_machine_is_nothing_to_us(void **state)
{
	(void)state;
	char out[32];
	setenv("TZ", "Africa/Nairobi", 1);
	tzset();
	assert_string_equal(
	    clock_rfc3339(out, sizeof(out), 0, 0), "1970-01-01T00:00:00Z");
	assert_true(clock_from_civil(1970, 1, 1, 0, 0, 0) == 0);
	unsetenv("TZ");
	tzset();
}

static void
clocks_turn(void **state)
{
	(void)state;
	struct clock_fake fake;
	clock_fake_init(&fake, 1000);
	assert_true(clock_wall_ms(&fake.source) == 1000);
	int64_t mono_ms = clock_mono_ms(&fake.source);
	clock_fake_turn(&fake, 250);
	assert_true(clock_wall_ms(&fake.source) == 1250);
	assert_true(clock_mono_ms(&fake.source) == mono_ms + 250);

	int64_t before_ms = clock_mono_ms(clock_system());
	assert_true(clock_mono_ms(clock_system()) >= before_ms);
	assert_true(clock_wall_ms(clock_system()) > INT64_C(1700000000000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(texts_and_back),
	    cmocka_unit_test(texts_of_all_kinds),
	    cmocka_unit_test(shapes_of_output),
	    cmocka_unit_test(days_agree_with_libc),
	    cmocka_unit_test(the_zone_of_the_machine_is_nothing_to_us),
	    cmocka_unit_test(clocks_turn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
