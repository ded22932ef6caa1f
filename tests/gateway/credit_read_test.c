/* Amounts and days as operators write them. */
#include "gateway/queue/credit_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
test_amounts(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int places;
		int64_t minor;
	} rows[] = {
	    {"152.30", 2, 15230},
	    {"152.30.", 2, 15230},
	    {"1,234.50", 2, 123450},
	    {"1.234,50", 2, 123450},
	    {"KSh12", 2, 1200},
	    {"KSh 12.", 2, 1200},
	    {"12 F CFA", 0, 12},
	    {"1 250 F CFA", 0, 1250},
	    {"-3", 2, -300},
	    {"-KSh 3.00", 2, -300},
	    {"\342\210\222"
	     "3,5",
		2, -350},
	    {"1'234.50", 2, 123450},
	    {"1,234,567", 2, 123456700},
	    {"12,34,567.80", 2, 123456780},
	    {"25.000", 0, 25000},
	    {"1,234", 2, 123400},
	    {"1.234", 2, 123400},
	    {"0,75", 2, 75},
	    {"0.755", 2, 75},
	    {"0.755", 3, 755},
	    {"12.3456", 2, 1234},
	    {"1\302\240"
	     "250,5",
		2, 125050},
	    {"7", 0, 7},
	    {"7.9", 0, 7},
	    {"\331\241\331\242\331\253\331\245", 2, 1250},
	    {"00012.50", 2, 1250},
	    {"\357\274\221\357\274\222", 2, 1200},
	    {"$ 0.00", 2, 0},
	    {"1,000.000", 3, 1000000},
	    {"999999999999.99", 2, 99999999999999},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t minor;
		if (!credit_read_amount(
			&minor, str_from(rows[i].text), rows[i].places) ||
		    minor != rows[i].minor)
			fail_msg("%s: %lld", rows[i].text, (long long)minor);
	}
}

/* No amount is better than a wrong one. */
static void
test_no_amounts(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int places;
	} rows[] = {
	    {"", 2},
	    {"KES", 2},
	    {"12 and 13", 2},
	    {"1,234", 3},
	    {"1.234.56", 2},
	    {"1,2,3", 2},
	    {".50", 2},
	    {"1 23", 2},
	    {"1,234.567.890", 2},
	    {"12345678901234567890", 2},
	    {"12:30", 2},
	    {"1 2345", 0},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t minor;
		if (credit_read_amount(
			&minor, str_from(rows[i].text), rows[i].places))
			fail_msg("%s: %lld", rows[i].text, (long long)minor);
		assert_int_equal(minor, 0);
	}
}

static void
test_days(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int year, month, day;
	} rows[] = {
	    {"31/12/2026", 2026, 12, 31},
	    {"03/04/2026", 2026, 4, 3},
	    {"12/31/2026", 2026, 12, 31},
	    {"31-12-26", 2026, 12, 31},
	    {"31.12.2026 23:59", 2026, 12, 31},
	    {"2026-12-31", 2026, 12, 31},
	    {"2026/1/5 00:00:00", 2026, 1, 5},
	    {"20261231", 2026, 12, 31},
	    {"31122026", 2026, 12, 31},
	    {"31-Dec-2026", 2026, 12, 31},
	    {"31 Dec 26", 2026, 12, 31},
	    {"Dec 31, 2026", 2026, 12, 31},
	    {"until 1st March 2027.", 2027, 3, 1},
	    {"29/02/2028", 2028, 2, 29},
	    {"31 d\303\251cembre 2026", 2026, 12, 31},
	    {"2 ao\303\273t 2026", 2026, 8, 2},
	    {"5 juin 2026", 2026, 6, 5},
	    {"5 de outubro de 2026", 2026, 10, 5},
	    {"2026\345\271\264"
	     "12\346\234\210"
	     "31\346\227\245",
		2026, 12, 31},
	    {"\331\243\331\241/\331\241\331\242/"
	     "\331\242\331\240\331\242\331\246",
		2026, 12, 31},
	    {"hadi 12-Okt-2026", 2026, 10, 12},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct credit_day d;
		if (!credit_read_day(&d, str_from(rows[i].text)) ||
		    d.year != rows[i].year || d.month != rows[i].month ||
		    d.day != rows[i].day)
			fail_msg("%s: %d-%d-%d", rows[i].text, d.year, d.month,
			    d.day);
	}
}

static void
test_no_days(void **state)
{
	(void)state;
	static const char *const rows[] = {"", "soon", "29/02/2026",
	    "31/04/2026", "13/13/2026", "12:30:45", "1/2", "2026-13-01",
	    "00/12/2026", "99999999", "123456789", "1 marchand", "5.50 KES"};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct credit_day d;
		if (credit_read_day(&d, str_from(rows[i])))
			fail_msg(
			    "%s: %d-%d-%d", rows[i], d.year, d.month, d.day);
	}
}

static void
test_patterns(void **state)
{
	(void)state;
	struct err err;
	struct str group;
	struct credit_pattern *p =
	    credit_pattern_new("balance is KES ([0-9.,]+)", &err);
	assert_non_null(p);
	assert_true(credit_pattern_find(
	    p, "Your Balance is kes 1,234.50. Thanks", &group));
	assert_true(str_is(group, "1,234.50."));
	assert_false(credit_pattern_find(p, "Your balance is low", &group));
	assert_int_equal(group.octets, 0);
	credit_pattern_free(&p);
	assert_null(credit_pattern_new("KES [0-9]+", &err));
	assert_int_equal(err.code, CREDIT_READ_GROUPS);
	assert_null(credit_pattern_new("(a)(b)", &err));
	assert_int_equal(err.code, CREDIT_READ_GROUPS);
	assert_null(credit_pattern_new("KES (", &err));
	assert_int_equal(err.code, CREDIT_READ_SYNTAX);
	assert_null(credit_pattern_new("", &err));
	assert_int_equal(err.code, 0);
	credit_pattern_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_amounts),
	    cmocka_unit_test(test_no_amounts),
	    cmocka_unit_test(test_days),
	    cmocka_unit_test(test_no_days),
	    cmocka_unit_test(test_patterns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
