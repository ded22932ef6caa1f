/* What a program that speaks to Kannel says, read; and how many it may send. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/admin/sendsms.h"
#include "gateway/admin/sendsms_pace.h"

struct asked {
	struct sendsms_said said;
	struct sendsms read;
};

static int
set_up(void **state)
{
	*state = calloc(1, sizeof(struct asked));
	return *state == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	free(*state);
	return 0;
}

static const char *
read_both(struct asked *a, const char *query, const char *body)
{
	memset(&a->said, 0, sizeof(a->said));
	const char *wrong = sendsms_said_read(&a->said, str_from(query));
	return wrong != NULL ? wrong
			     : sendsms_read(&a->read, &a->said, str_from(body));
}

/* As these programs' own sources write their requests. */
static void
what_programs_send_is_read(void **state)
{
	struct asked *a = *state;
	static const struct {
		const char *who, *query, *to, *text;
	} rows[] = {
	    {"PlaySMS",
		"username=shop&password=x&from=shop&to=254711000001"
		"&dlr-mask=31&dlr-url=http%3A%2F%2F127.0.0.1%2F&mclass=0"
		"&charset=UTF-16BE&coding=2&account=1-shop"
		"&text=O%60Y%7D%00+%002%D8%3D%DE%00",
		"254711000001", "\xe4\xbd\xa0\xe5\xa5\xbd 2\xf0\x9f\x98\x80"},
	    {"the same in UTF-8",
		"user=shop&pass=x&to=254711000001&charset=UTF-8&coding=2"
		"&text=%E4%BD%A0%E5%A5%BD",
		"254711000001", "\xe4\xbd\xa0\xe5\xa5\xbd"},
	    {"a shell script with curl -G",
		"username=shop&password=x&to=%2B254711000001"
		"&text=Habari%20ya%20leo%2C%2050%25",
		"+254711000001", "Habari ya leo, 50%"},
	    {"PHP's http_build_query",
		"username=shop&password=x&to=00254711000001&text=a+%2B+b",
		"00254711000001", "a + b"},
	    {"a plus that nobody escaped", "to=+254711000001&text=a",
		"254711000001", "a"},
	    {"old Perl, in ISO 8859-1", "to=0711000001&text=%E9t%E9",
		"0711000001", "\xc3\xa9t\xc3\xa9"},
	    {"the same, as it says",
		"to=0711000001&charset=ISO-8859-1&text=%C3%A9", "0711000001",
		"\xc3\x83\xc2\xa9"},
	    {"Windows' quotes", "to=0711000001&text=%93a%94+%80", "0711000001",
		"\xe2\x80\x9c"
		"a\xe2\x80\x9d \xe2\x82\xac"},
	    {"a number with blanks", "to=%2B254+711+000+001&text=a",
		"+254 711 000 001", "a"},
	    {"the first counts", "to=0711000001&text=a&to=0711000002&text=b",
		"0711000001", "a"},
	    {"odd pairs", "&&=&x=1&to=0711000001&text&dlr-mask=0", "0711000001",
		""},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *wrong = read_both(a, rows[i].query, "");
		if (wrong != NULL)
			fail_msg("%s: %s", rows[i].who, wrong);
		assert_int_equal(a->read.receivers, 1);
		assert_true(str_is(a->read.to[0], rows[i].to));
		assert_string_equal(a->read.text, rows[i].text);
	}
}

static void
the_text_may_be_the_body(void **state)
{
	struct asked *a = *state;
	assert_null(read_both(a, "to=0711000001", "50% + 1"));
	assert_string_equal(a->read.text, "50% + 1");
	assert_null(sendsms_said_read(&a->said, STR("")));
	assert_non_null(
	    strstr(sendsms_read(&a->read, &a->said, str_of("a\0b", 3)), "%00"));
	assert_null(read_both(a, "to=0711000001&text=said", "50% + 1"));
	assert_string_equal(a->read.text, "said");
}

static void
receivers_are_counted(void **state)
{
	struct asked *a = *state;
	static const struct {
		const char *to;
		size_t receivers;
	} rows[] = {
	    {"0711000001+0711000002", 2},
	    {"++0711000001+++0711000002+", 2},
	    {"20880", 1},
	    {"0711000001+nobody", 2}, /* one of them is told to be none */
	    {"+254+711+000001", 1},
	    {"7110001+7110002", 2}, /* two short ones, but whole */
	    {"254711000001+711",
		1}, /* as long as one number: none is guessed */
	    {"254711000001+25471", 2},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char query[128] = "text=a&to=";
		strcat(query, rows[i].to);
		assert_null(read_both(a, query, ""));
		assert_int_equal(a->read.receivers, rows[i].receivers);
	}
}

static void
more_receivers_than_that_are_refused(void **state)
{
	struct asked *a = *state;
	char *query = calloc(1, 4096);
	strcpy(query, "text=a&to=");
	for (int i = 0; i < SENDSMS_MOST; i++)
		strcat(query, "0711000001+");
	assert_null(read_both(a, query, ""));
	assert_int_equal(a->read.receivers, SENDSMS_MOST);
	strcat(query, "0711000001");
	assert_string_equal(
	    read_both(a, query, ""), "Too many receivers, rejected");
	free(query);
}

static void
times_and_masks_are_numbers(void **state)
{
	struct asked *a = *state;
	assert_null(read_both(a,
	    "to=0711000001&deferred=10&validity=5&dlr-mask=19&dlr-url=u", ""));
	assert_int_equal(a->read.after_ms, 600000);
	assert_int_equal(a->read.within_ms, 300000);
	assert_int_equal(a->read.dlr_mask, 19);
	/* Nowhere to tell it, or nothing to tell. */
	assert_null(read_both(a, "to=0711000001&dlr-mask=31", ""));
	assert_int_equal(a->read.dlr_mask, 0);
	assert_null(read_both(a, "to=0711000001&dlr-url=u", ""));
	assert_int_equal(a->read.dlr_mask, 0);
}

static void
what_is_wrong_is_said(void **state)
{
	struct asked *a = *state;
	static const struct {
		const char *query, *words;
	} rows[] = {
	    {"text=a", "Missing receiver"},
	    {"to=+&text=a", "Missing receiver"},
	    {"to=1&text=50%", "% is not followed"},
	    {"to=1&text=%4", "% is not followed"},
	    {"to=1&text=%zz", "% is not followed"},
	    {"to=1&text=a%00b", "octet 0"},
	    {"to=1&text=a&charset=koi8-r", "Charset"},
	    {"to=1&text=a&charset=utf", "Charset"},
	    {"to=1&text=a&coding=1", "no data"},
	    {"to=1&text=a&udh=%05", "no data"},
	    {"to=1&text=%4F%60&coding=2", "coding=2"},
	    {"to=1&text=%4F%60%00&coding=2&charset=UTF-16BE", "UTF-16BE"},
	    {"to=1&text=%D8%3D%00a&coding=2&charset=UTF-16BE", "UTF-16BE"},
	    {"to=1&text=%DE%00%00a&coding=2&charset=UTF-16BE", "UTF-16BE"},
	    {"to=1&text=%00a%00%00&coding=2&charset=UTF-16BE", "UTF-16BE"},
	    {"to=1%00&text=a", "octet 0"},
	    {"to=1&text=a&deferred=soon", "deferred"},
	    {"to=1&text=a&validity=-1", "validity"},
	    {"to=1&text=a&validity=10081", "validity"},
	    {"to=1&text=a&dlr-mask=all", "dlr-mask"},
	    {"to=1&text=a&dlr-mask=256", "dlr-mask"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *wrong = read_both(a, rows[i].query, "");
		if (wrong == NULL || strstr(wrong, rows[i].words) == NULL)
			fail_msg("%s: %s", rows[i].query,
			    wrong != NULL ? wrong : "taken");
	}
}

static void
nothing_grows_beyond_its_room(void **state)
{
	struct asked *a = *state;
	char *long_one = calloc(1, SENDSMS_SAID_OCTETS + 64);
	strcpy(long_one, "to=0711000001&text=");
	memset(long_one + 19, 'a', SENDSMS_TEXT_OCTETS - 1);
	assert_null(read_both(a, long_one, ""));
	long_one[19 + SENDSMS_TEXT_OCTETS - 1] = 'a';
	assert_string_equal(
	    read_both(a, long_one, ""), "Message too long, rejected");
	memset(long_one + 19, 'a', SENDSMS_SAID_OCTETS);
	assert_string_equal(
	    read_both(a, long_one, ""), "Request too long, rejected");
	free(long_one);
}

/* -- how many ---------------------------------------------------------------
 */

static void
a_minute_brings_what_is_allowed(void **state)
{
	(void)state;
	struct sendsms_pace pace = {.row = {{0}}};
	int taken = 0;
	/* A full bucket at first, and then one a second. */
	for (int64_t ms = 0; ms < 60000; ms += 10)
		taken += sendsms_pace_take(&pace, 7, 1, 60, ms) == 0;
	assert_int_equal(taken, 60 + 59);
	assert_int_equal(sendsms_pace_take(&pace, 8, 1, 60, 60000), 0);
}

static void
who_waits_as_long_as_told_gets_in(void **state)
{
	(void)state;
	struct sendsms_pace pace = {.row = {{0}}};
	int64_t now_ms = 1000;
	/* More than a minute's at once: owed, not refused for ever. */
	assert_int_equal(sendsms_pace_take(&pace, 7, 100, 10, now_ms), 0);
	int64_t wait_ms = sendsms_pace_take(&pace, 7, 1, 10, now_ms);
	assert_int_equal(wait_ms, 91 * 6000);
	assert_true(
	    sendsms_pace_take(&pace, 7, 1, 10, now_ms + wait_ms - 10) > 0);
	assert_int_equal(
	    sendsms_pace_take(&pace, 7, 1, 10, now_ms + wait_ms), 0);
	assert_int_equal(
	    sendsms_pace_take(&pace, 7, 10, 10, INT64_C(400) * 86400000), 0);
}

static void
without_a_limit_nobody_waits(void **state)
{
	(void)state;
	struct sendsms_pace pace = {.row = {{0}}};
	for (int i = 0; i < 1000; i++)
		assert_int_equal(sendsms_pace_take(&pace, 7, 100, 0, 1), 0);
}

static void
the_idle_make_way(void **state)
{
	(void)state;
	struct sendsms_pace pace = {.row = {{0}}};
	for (int64_t token = 1; token <= SENDSMS_PACE_TOKENS + 1; token++)
		assert_int_equal(
		    sendsms_pace_take(&pace, token, 1, 1, token), 0);
	/* The second is remembered, the first was idle longest. */
	int64_t now_ms = SENDSMS_PACE_TOKENS + 2;
	assert_true(sendsms_pace_take(&pace, 2, 1, 1, now_ms) > 0);
	assert_int_equal(sendsms_pace_take(&pace, 1, 1, 1, now_ms), 0);
}

#define STORY(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(what_programs_send_is_read),
	    STORY(the_text_may_be_the_body),
	    STORY(receivers_are_counted),
	    STORY(more_receivers_than_that_are_refused),
	    STORY(times_and_masks_are_numbers),
	    STORY(what_is_wrong_is_said),
	    STORY(nothing_grows_beyond_its_room),
	    cmocka_unit_test(a_minute_brings_what_is_allowed),
	    cmocka_unit_test(who_waits_as_long_as_told_gets_in),
	    cmocka_unit_test(without_a_limit_nobody_waits),
	    cmocka_unit_test(the_idle_make_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
