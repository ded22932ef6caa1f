#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
views_are_compared(void **state)
{
	(void)state;
	assert_int_equal(str_from(NULL).octets, 0);
	assert_true(str_is(STR("abc"), "abc"));
	assert_false(str_is(STR("abc"), "ab"));
	assert_true(str_equal(str_from(NULL), STR("")));
	assert_true(str_equal_nocase(STR("CoDe"), STR("cOdE")));
	/* ASCII only: the octets of É and é differ. */
	assert_false(str_equal_nocase(STR("\xc3\x89"), STR("\xc3\xa9")));
	assert_true(str_starts(STR("+CMGL: 1"), "+CMGL"));
	assert_false(str_starts(STR("+C"), "+CMGL"));
	assert_true(str_starts_nocase(STR("+cmgl: 1"), "+CMGL"));
	assert_true(str_is(str_trim(STR(" \t a b\r\n")), "a b"));
	assert_int_equal(str_trim(STR(" \r\n ")).octets, 0);
	assert_true(str_is_figures(STR("0712")));
	assert_true(str_is_figures(STR("")));
	assert_false(str_is_figures(STR("07 12")));
	assert_false(str_is_figures(STR("-7")));
	assert_false(str_is_figures(STR("\xd9\xa7"))); /* another 7 */
}

static void
cutting_walks_all_parts(void **state)
{
	(void)state;
	struct str rest = STR("a,,b,");
	struct str part;
	static const char *const want[] = {"a", "", "b", ""};
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(str_cut(&part, &rest, ','));
		assert_true(str_is(part, want[i]));
	}
	assert_false(str_cut(&part, &rest, ','));
	assert_int_equal(part.octets, 0);
	rest = STR("");
	assert_true(str_cut(&part, &rest, ','));
	assert_false(str_cut(&part, &rest, ','));
}

static void
whole_numbers(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		int64_t want;
	} rows[] = {
	    {"0", true, 0},
	    {"-0", true, 0},
	    {"+42", true, 42},
	    {"007", true, 7},
	    {"9223372036854775807", true, INT64_MAX},
	    {"-9223372036854775808", true, INT64_MIN},
	    {"9223372036854775808", false, 0},
	    {"-9223372036854775809", false, 0},
	    {"99999999999999999999999", false, 0},
	    {"", false, 0},
	    {"-", false, 0},
	    {"--1", false, 0},
	    {" 1", false, 0},
	    {"1 ", false, 0},
	    {"1.0", false, 0},
	    {"0x10", false, 0},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t got = 77;
		bool ok = str_to_int64(&got, str_from(rows[i].text));
		assert_int_equal(ok, rows[i].ok);
		assert_true(got == rows[i].want);
	}
}

static void
thousandths(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		int64_t want;
	} rows[] = {
	    {"12", true, 12000},
	    {"12.5", true, 12500},
	    {"-0.125", true, -125},
	    {"0.001", true, 1},
	    {"0.0004", true, 0},
	    {"0.0005", true, 0},
	    {"0.0015", true, 2},
	    {"0.0025", true, 2},
	    {"0.00250001", true, 3},
	    {"0.0024999", true, 2},
	    {"0.9996", true, 1000},
	    {"-0.9995", true, -1000},
	    {"999999999999.999", true, 999999999999999},
	    {"1000000000000", false, 0},
	    {"1.", false, 0},
	    {".5", false, 0},
	    {"1,5", false, 0},
	    {"1.2.3", false, 0},
	    {"1.-2", false, 0},
	    {"", false, 0},
	    {"-", false, 0},
	    {".", false, 0},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t got = 77;
		bool ok = str_to_milli(&got, str_from(rows[i].text));
		assert_int_equal(ok, rows[i].ok);
		assert_true(got == rows[i].want);
	}
}

static void
durations(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		int64_t want;
	} rows[] = {
	    {"8s", true, 8000},
	    {"5m", true, 300000},
	    {"2h", true, 7200000},
	    {"1d", true, 86400000},
	    {"250ms", true, 250},
	    {"0s", true, 0},
	    {"3653d", true, INT64_C(3653) * 86400000},
	    {"3654d", false, 0},
	    {"99999999999999999999s", false, 0},
	    {"-1s", false, 0},
	    {"1.5h", false, 0},
	    {"5", false, 0},
	    {"s", false, 0},
	    {"5 s", false, 0},
	    {"5S", false, 0},
	    {"", false, 0},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t got = 77;
		bool ok = str_to_duration_ms(&got, str_from(rows[i].text));
		assert_int_equal(ok, rows[i].ok);
		assert_true(got == rows[i].want);
	}
	int64_t got = 77;
	assert_false(str_to_duration_ms(&got, str_from(NULL)));
}

static void
copies_never_split_a_letter(void **state)
{
	(void)state;
	char out[8];
	assert_int_equal(str_copy(out, sizeof(out), STR("abc")), 3);
	assert_string_equal(out, "abc");
	/* Five octets of room, and an E-acute that would straddle the end. */
	assert_int_equal(str_copy(out, 5, STR("abc\xc3\xa9")), 3);
	assert_string_equal(out, "abc");
	assert_int_equal(str_copy(out, 6, STR("abc\xc3\xa9")), 5);
	assert_int_equal(str_copy(out, 4, STR("\xf0\x9f\x8c\xbe!")), 0);
	assert_string_equal(out, "");
	assert_int_equal(str_copy(out, 1, STR("abc")), 0);
	assert_int_equal(str_copy(out, 0, STR("abc")), 0);
	assert_int_equal(str_copy(out, 8, str_from(NULL)), 0);
}

static void
amounts_as_people_write_them(void **state)
{
	static const struct {
		int64_t milli;
		const char *want;
	} rows[] = {
	    {5000, "5"},
	    {2500, "2.5"},
	    {1, "0.001"},
	    {-125, "-0.125"},
	    {0, "0"},
	    {1010, "1.01"},
	    {INT64_MIN, "-9223372036854775.808"},
	    {INT64_MAX, "9223372036854775.807"},
	};
	(void)state;
	char out[24];
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(
		    str_from_milli(out, sizeof(out), rows[i].milli),
		    rows[i].want);

	assert_string_equal(str_from_minor(out, 24, 4050, 2, true), "40.50");
	assert_string_equal(str_from_minor(out, 24, 4000, 2, true), "40");
	assert_string_equal(str_from_minor(out, 24, 4000, 2, false), "40.00");
	assert_string_equal(str_from_minor(out, 24, -5, 2, true), "-0.05");
	assert_string_equal(str_from_minor(out, 24, 7, 0, false), "7");
	assert_string_equal(str_from_minor(out, 24, 7, 3, false), "0.007");
	assert_string_equal(str_from_minor(out, 24, INT64_MIN, 3, false),
	    "-9223372036854775.808");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(views_are_compared),
	    cmocka_unit_test(cutting_walks_all_parts),
	    cmocka_unit_test(whole_numbers),
	    cmocka_unit_test(thousandths),
	    cmocka_unit_test(durations),
	    cmocka_unit_test(copies_never_split_a_letter),
	    cmocka_unit_test(amounts_as_people_write_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
