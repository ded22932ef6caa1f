#include "modem/trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
test_mask(void **state)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
	    {"+CNMI: (0-2),(0-3)", "+CNMI: (0-2),(0-3)"},
	    {"353142030000001", "...0001"},
	    {"+CSCA: \"+254722500029\",145", "+CSCA: \"+...0029\",145"},
	    {"AT+IPR=115200", "AT+IPR=115200"},
	    {"12345678", "12345678"},
	    {"123456789", "...6789"},
	    {"a\r\nb\x80", "a..b."},
	    {"", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char dst[64];
		assert_string_equal(
		    trace_mask(dst, sizeof(dst), str_from(cases[i].text)),
		    cases[i].expected);
	}
}

/* However little room there is, no more than four digits of a number show. */
static void
test_mask_is_cut(void **state)
{
	(void)state;
	for (size_t room = 1; room < 24; room++) {
		char dst[24];
		memset(dst, 'x', sizeof(dst));
		trace_mask(dst, room, STR("353142030000001"));
		assert_true(strlen(dst) < room);
		assert_null(strstr(dst, "3531"));
	}
}

static void
test_steps(void **state)
{
	(void)state;
	static struct trace t;
	trace_clear(&t);
	trace_answer(&t, STR("nobody asked"));
	assert_null(trace_at(&t, 0));
	trace_ask(&t, 5, "AT+CNMI=?");
	trace_answer(&t, STR("+CNMI: (1)"));
	trace_answer(&t, STR("OK"));
	trace_choose(&t, 6, "news 1,1", "only");
	trace_choose(&t, 7, "more", "why");
	trace_answer(&t, STR("nobody asked"));
	assert_string_equal(trace_at(&t, 0)->answered, "+CNMI: (1) | OK");
	assert_string_equal(trace_at(&t, 0)->chosen, "news 1,1");
	assert_string_equal(trace_at(&t, 1)->asked, "");
	assert_string_equal(trace_at(&t, 1)->answered, "");
	assert_string_equal(trace_at(&t, 1)->why, "why");
	assert_int_equal(trace_at(&t, 1)->wall_ms, 7);
	assert_null(trace_at(&t, 2));
	assert_null(trace_at(&t, -1));
}

static void
test_repeats_take_no_room(void **state)
{
	(void)state;
	static struct trace t;
	trace_clear(&t);
	for (int i = 0; i < 100; i++) {
		trace_ask(&t, i, "AT+CPIN?");
		trace_answer(&t, i < 99 ? STR("CME 14") : STR("OK"));
	}
	assert_int_equal(trace_at(&t, 0)->times, 100);
	assert_string_equal(trace_at(&t, 0)->answered, "OK");
	assert_null(trace_at(&t, 1));
}

static void
test_the_oldest_goes(void **state)
{
	(void)state;
	static struct trace t;
	char asked[16];
	trace_clear(&t);
	for (int i = 0; i < TRACE_STEPS + 3; i++) {
		snprintf(asked, sizeof(asked), "AT%d", i);
		trace_ask(&t, i, asked);
	}
	assert_string_equal(trace_at(&t, 0)->asked, "AT3");
	snprintf(asked, sizeof(asked), "AT%d", TRACE_STEPS + 2);
	assert_string_equal(trace_at(&t, TRACE_STEPS - 1)->asked, asked);
	assert_null(trace_at(&t, TRACE_STEPS));
}

/* Long answers are cut, never run over. */
static void
test_long_answers(void **state)
{
	(void)state;
	static struct trace t;
	trace_clear(&t);
	trace_ask(&t, 0, "AT+CLAC");
	for (int i = 0; i < 300; i++)
		trace_answer(&t, STR("+ABCDEFGH"));
	assert_true(strlen(trace_at(&t, 0)->answered) <
		    sizeof(trace_at(&t, 0)->answered));
	trace_ask(&t, 1, "AT");
	assert_string_equal(trace_at(&t, 1)->asked, "AT");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_mask),
	    cmocka_unit_test(test_mask_is_cut),
	    cmocka_unit_test(test_steps),
	    cmocka_unit_test(test_repeats_take_no_room),
	    cmocka_unit_test(test_the_oldest_goes),
	    cmocka_unit_test(test_long_answers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
