/* Figures as people type them into a screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "handlers/ussd_number.h"

#define MOST INT64_C(999999000)

static const struct {
	const char *typed;
	int rc;
	int64_t milli;
	const char *behind;
} cases[] = {
    {"3", 0, 3000, ""},
    {" 3 ", 0, 3000, ""},
    {"3.0", 0, 3000, ""},
    {"2.5", 0, 2500, ""},
    {"2,5", 0, 2500, ""},
    {"0.25", 0, 250, ""},
    {"0.125", 0, 125, ""},
    {"003", 0, 3000, ""},
    {"3kg", 0, 3000, "kg"},
    {"3 kg", 0, 3000, "kg"},
    {"3 egg", 0, 3000, "egg"},
    {"999999", 0, 999999000, ""},
    {"٣", 0, 3000, ""},
    {"۲٫۵", 0, 2500, ""},
    {"३", 0, 3000, ""},
    {"१२.५", 0, 12500, ""},
    {"３０", 0, 30000, ""},
    {"３．５", 0, 3500, ""},
    {"၅", 0, 5000, ""},
    {"៣", 0, 3000, ""},
    {"௧௦", 0, 10000, ""},
    {"", USSD_NUMBER_NONE, 0, ""},
    {" ", USSD_NUMBER_NONE, 0, ""},
    {"0", USSD_NUMBER_NONE, 0, ""},
    {"0.0", USSD_NUMBER_NONE, 0, ""},
    {"kg", USSD_NUMBER_NONE, 0, ""},
    {"kg 3", USSD_NUMBER_NONE, 0, ""},
    {"+3", USSD_NUMBER_NONE, 0, ""},
    {"-3", USSD_NUMBER_NONE, 0, ""},
    {"3-", USSD_NUMBER_NONE, 0, ""},
    {"3+2", USSD_NUMBER_NONE, 0, ""},
    {"1/2", USSD_NUMBER_NONE, 0, ""},
    {"3e5", USSD_NUMBER_NONE, 0, ""},
    {"3E", USSD_NUMBER_NONE, 0, ""},
    {".5", USSD_NUMBER_NONE, 0, ""},
    {"3.", USSD_NUMBER_NONE, 0, ""},
    {"1.2.3", USSD_NUMBER_NONE, 0, ""},
    {"1,2,3", USSD_NUMBER_NONE, 0, ""},
    {"*", USSD_NUMBER_NONE, 0, ""},
    {"3*4", USSD_NUMBER_NONE, 0, ""},
    {"3#", USSD_NUMBER_NONE, 0, ""},
    {"\xff", USSD_NUMBER_NONE, 0, ""},
    {"1,500", USSD_NUMBER_PARTS, 0, ""},
    {"1.500", USSD_NUMBER_PARTS, 0, ""},
    {"1.0000", USSD_NUMBER_PARTS, 0, ""},
    {"0.0005", USSD_NUMBER_PARTS, 0, ""},
    {"1000000", USSD_NUMBER_MUCH, 0, ""},
    {"99999999999999999999999999", USSD_NUMBER_MUCH, 0, ""},
    {"999999.5", USSD_NUMBER_MUCH, 0, ""},
};

static void
figures(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t milli = -1;
		struct str behind;
		int rc = ussd_number_read(
		    &milli, &behind, str_from(cases[i].typed), MOST);

		if (rc != cases[i].rc || milli != cases[i].milli ||
		    !str_is(behind, cases[i].behind))
			fail_msg("\"%s\": rc %d, %lld, \"%.*s\"",
			    cases[i].typed, rc, (long long)milli,
			    (int)behind.octets, behind.at);
	}
}

static void
two_hundred_characters(void **state)
{
	char text[201];
	struct str behind;
	int64_t milli;

	(void)state;
	memset(text, '9', sizeof(text));
	assert_int_equal(
	    ussd_number_read(&milli, &behind, str_of(text, sizeof(text)), MOST),
	    USSD_NUMBER_MUCH);
	memset(text, '0', sizeof(text) - 1);
	assert_int_equal(
	    ussd_number_read(&milli, &behind, str_of(text, sizeof(text)), MOST),
	    0);
	assert_int_equal(milli, 9000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(figures),
	    cmocka_unit_test(two_hundred_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
