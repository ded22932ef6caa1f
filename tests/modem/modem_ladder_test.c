/* The ladder's table: which rung follows, and what is passed by. */
#include "modem/modem_ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* "a r R U C" of what can be done: answers, radio, restart, usb, command. */
static struct ladder_means
means_of(const char *letters)
{
	return (struct ladder_means){
	    .answers = strchr(letters, 'a') != NULL,
	    .radio = strchr(letters, 'r') != NULL,
	    .restart = strchr(letters, 'R') != NULL,
	    .usb = strchr(letters, 'U') != NULL,
	    .command = strchr(letters, 'C') != NULL,
	};
}

/* Climbs until nothing new comes. */
static void
check_climb(const char *letters, const char *wanted)
{
	struct ladder_means means = means_of(letters);
	struct ladder ladder = {0};
	char got[256] = "";
	for (int i = 0; i < 8; i++) {
		enum modem_rung rung = ladder_climb(&ladder, &means);
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s ",
		    modem_rung_name(rung));
		if (rung == MODEM_RUNG_PARK)
			break;
	}
	assert_string_equal(got, wanted);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_PARK);
	assert_int_equal(ladder.climbs[MODEM_RUNG_PARK], 1);
}

static void
test_each_rung_once(void **state)
{
	(void)state;
	check_climb("arRUC", "reopen radio restart usb command park ");
}

static void
test_what_cannot_be_done_is_passed_by(void **state)
{
	(void)state;
	check_climb("arR", "reopen radio restart park ");
	check_climb("aR", "reopen restart park ");
	check_climb("rRUC", "reopen usb command park "); /* it hears nothing */
	check_climb("rRC", "reopen command park ");
	check_climb("", "reopen park ");
}

static void
test_what_helped_is_done_again(void **state)
{
	(void)state;
	struct ladder_means means = means_of("arRUC");
	struct ladder ladder = {0};
	ladder_note_work(&ladder);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_REOPEN);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_RADIO);
	ladder_note_work(&ladder);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_RADIO);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_RESTART);
	ladder_reset(&ladder);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_REOPEN);
	assert_int_equal(ladder.climbs[MODEM_RUNG_REOPEN], 2);
	assert_int_equal(ladder.climbs[MODEM_RUNG_RADIO], 2);
}

/* No network: the radio first, and never anything that costs power. */
static void
test_between(void **state)
{
	(void)state;
	struct ladder_means means = means_of("arRUC");
	struct ladder ladder = {0};
	means.least = MODEM_RUNG_RADIO;
	means.most = MODEM_RUNG_RESTART;
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_RADIO);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_RESTART);
	assert_int_equal(ladder_climb(&ladder, &means), MODEM_RUNG_NONE);
	assert_int_equal(ladder.rung, MODEM_RUNG_RESTART);
}

static void
test_every_rung_is_told(void **state)
{
	(void)state;
	for (int i = 0; i < MODEM_RUNGS; i++) {
		const struct ladder_row *row = ladder_row((enum modem_rung)i);
		assert_non_null(row->name);
		assert_non_null(row->does);
		assert_true(modem_time_row(row->wait)->default_ms > 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_rung_once),
	    cmocka_unit_test(test_what_cannot_be_done_is_passed_by),
	    cmocka_unit_test(test_what_helped_is_done_again),
	    cmocka_unit_test(test_between),
	    cmocka_unit_test(test_every_rung_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
