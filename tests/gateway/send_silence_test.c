/* Is the SIM silent?  Stories of texts that are taken and of reports. */
#include "gateway/link/send_silence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct world {
	struct send_silence silence;
	int64_t now_ms;
	int reference;
};

/* To that phone; the report after report_s seconds, -1: never. */
static void
text(struct world *w, int phone, int report_s)
{
	char number[24];
	int n = snprintf(number, sizeof(number), "+2547110000%02d", phone);
	int reference = w->reference++ & 0xFF;
	send_silence_taken(
	    &w->silence, str_of(number, (size_t)n), reference, w->now_ms);
	if (report_s >= 0)
		send_silence_reported(&w->silence, reference,
		    w->now_ms + report_s * INT64_C(1000));
	w->now_ms += 5000;
}

static bool
after(struct world *w, int seconds)
{
	w->now_ms += seconds * INT64_C(1000);
	return send_silence_look(&w->silence, w->now_ms);
}

static void
texts(struct world *w, int count, int every_reported)
{
	for (int i = 0; i < count; i++)
		text(w, i % 20, i % every_reported == 0 ? 2 : -1);
}

static void
without_any_report_nothing_is_said(void **state)
{
	(void)state;
	struct world w = {.now_ms = 1000};
	for (int i = 0; i < 200; i++)
		text(&w, i % 50, -1);
	assert_false(after(&w, 86400));
	assert_int_equal(
	    send_silence_due(&w.silence, w.now_ms), SEND_SILENCE_NEVER);
}

static void
where_all_are_reported_four_will_do(void **state)
{
	(void)state;
	struct world w = {.now_ms = 1000};
	texts(&w, 30, 1);
	for (int i = 0; i < 3; i++)
		text(&w, i, -1);
	assert_false(after(&w, 3600));
	text(&w, 3, -1);
	/* Not before it is overdue, and then it is worth looking. */
	assert_false(after(&w, 5));
	int64_t due_ms = send_silence_due(&w.silence, w.now_ms);
	assert_int_equal(due_ms, w.now_ms - 10000 + 10000 + 3 * 2000);
	w.now_ms = due_ms;
	assert_true(after(&w, 0));
	assert_int_equal(w.silence.unreported, 4);
}

static void
where_half_are_reported_it_takes_more(void **state)
{
	(void)state;
	struct world w = {.now_ms = 1000};
	texts(&w, 60, 2);
	assert_false(after(&w, 60));
	for (int i = 0; i < 5; i++)
		text(&w, i, -1);
	assert_false(after(&w, 60));
	for (int i = 5; i < 10; i++)
		text(&w, i, -1);
	assert_true(after(&w, 60));
}

static void
one_phone_that_is_off_is_no_sim(void **state)
{
	(void)state;
	struct world w = {.now_ms = 1000};
	texts(&w, 30, 1);
	for (int i = 0; i < 20; i++)
		text(&w, i % 2, -1);
	assert_false(after(&w, 3600));
}

static void
slow_networks_are_waited_for(void **state)
{
	(void)state;
	struct world w = {.now_ms = 1000};
	for (int i = 0; i < 20; i++)
		text(&w, i, 60);
	for (int i = 0; i < 6; i++)
		text(&w, i, -1);
	assert_false(after(&w, 60));
	assert_true(after(&w, 150));
}

static void
silent(struct world *w)
{
	*w = (struct world){.now_ms = 1000};
	texts(w, 30, 1);
	for (int i = 1; i < 7; i++)
		text(w, i, -1);
	assert_true(after(w, 60));
}

static void
a_new_text_s_report_ends_it(void **state)
{
	(void)state;
	struct world w;
	silent(&w);
	text(&w, 9, 2);
	assert_false(w.silence.silent);
	assert_false(after(&w, 3600));
	/* And it was nobody's habit to be without reports. */
	assert_int_equal(w.silence.missed, 0);
}

static void
an_old_text_s_report_does_not(void **state)
{
	(void)state;
	struct world w;
	silent(&w);
	send_silence_reported(&w.silence, 30, w.now_ms);
	assert_true(after(&w, 0));
	assert_int_equal(w.silence.unreported, 5);
	/* Of one that nobody remembers, nor does it count later. */
	send_silence_reported(&w.silence, 5, w.now_ms);
	w.now_ms += 60000;
	text(&w, 9, -1);
	assert_true(after(&w, 60));
}

static void
reports_may_overtake_results(void **state)
{
	(void)state;
	struct world w = {.now_ms = 1000};
	for (int i = 0; i < 40; i++) {
		send_silence_reported(
		    &w.silence, w.reference & 0xFF, w.now_ms - 500);
		text(&w, i % 20, -1);
	}
	assert_int_equal(w.silence.texts, 0);
	assert_int_equal(w.silence.missed, 0);
	for (int i = 0; i < 4; i++)
		text(&w, i, -1);
	assert_true(after(&w, 60));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_any_report_nothing_is_said),
	    cmocka_unit_test(where_all_are_reported_four_will_do),
	    cmocka_unit_test(where_half_are_reported_it_takes_more),
	    cmocka_unit_test(one_phone_that_is_off_is_no_sim),
	    cmocka_unit_test(slow_networks_are_waited_for),
	    cmocka_unit_test(a_new_text_s_report_ends_it),
	    cmocka_unit_test(an_old_text_s_report_does_not),
	    cmocka_unit_test(reports_may_overtake_results),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
