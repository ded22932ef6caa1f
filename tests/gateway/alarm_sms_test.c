/* Alarms as texts: what is wrong, what to do, one SMS. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/queue/alarm.h"
#include "gateway/queue/alarm_sms.h"
#include "sms/segment.h"

static void
each_says_what_to_do(void **state)
{
	(void)state;
	static const struct {
		const char *key, *what, *text;
	} cases[] = {
	    {"link a", "link a is down: no answer",
		"furrow: link a is down: no answer. See to power, cable, SIM "
		"or line; then: furrow link reset a"},
	    {"store a",
		"store SM of link a is nearly full: 9 of 10; soon no text "
		"comes in",
		"furrow: store SM of link a is nearly full: 9 of 10; soon no "
		"text comes in. Put its SIM into a phone and delete texts"},
	    {"sends b", "link b has trouble: no credit",
		"furrow: link b has trouble: no credit. Top it up or ask the "
		"operator. More: furrow link show b"},
	    {"plan near b", "link b: 90 of 100 texts this month",
		"furrow: link b: 90 of 100 texts this month. Buy a larger "
		"plan, or give texts to another link"},
	    {"disk", "disk is filling: 40 MiB free",
		"furrow: disk is filling: 40 MiB free. Make room on it or put "
		"in a larger one; orders need it"},
	    {"clock", "clock is unsure: nothing expires until it is set",
		"furrow: clock is unsure: nothing expires until it is set. "
		"Set the machine's clock (timedatectl)"},
	    /* These say it themselves. */
	    {"route", "no link may carry texts to +49: add a route",
		"furrow: no link may carry texts to +49: add a route"},
	    {"disk ", "of another kind", "furrow: of another kind"},
	    {"unheard-of", "something", "furrow: something"},
	};
	char text[ALARM_SMS_OCTETS];
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(
		    alarm_sms_write(text, cases[i].key, cases[i].what),
		    cases[i].text);
}

static const char *const keys[] = {"link a", "store a", "sim a", "sends a",
    "airtime a", "balance a", "plan near a", "plan a", "expires a", "near all",
    "spent all", "disk", "queue", "route", "robots", "clock", "backup-failed",
    "backup-old", "webhook", "webhook-behind", "restore-held"};

/* Whatever an operator calls its fault, in whatever letters. */
static void
each_is_one_sms(void **state)
{
	static const char *const letters[] = {"x", "[", "é", "हि", "😀", "\xFF"};
	(void)state;
	for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++)
		for (size_t l = 0; l < sizeof(letters) / sizeof(letters[0]);
		     l++) {
			char what[ALARM_TEXT_OCTETS] = "link is parked: ";
			char text[ALARM_SMS_OCTETS];
			const char *advice = alarm_sms_advice(keys[k]);
			assert_non_null(advice);
			while (strlen(what) + 8 < sizeof(what))
				strcat(what, letters[l]);
			alarm_sms_write(text, keys[k], what);
			assert_int_equal(
			    segment_count(str_from(text), true), 1);
			advice = strrchr(advice, ' ');
			if (advice != NULL && strchr(advice, '@') == NULL)
				assert_non_null(strstr(text, advice));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_says_what_to_do),
	    cmocka_unit_test(each_is_one_sms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
