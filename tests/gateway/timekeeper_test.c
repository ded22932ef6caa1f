/* May we believe the clock, and how long were we away? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"
#include "gateway/queue/timekeeper.h"

#define S INT64_C(1000)
#define M (60 * S)
#define H (60 * M)
#define NOON INT64_C(1790000000000)

static void
a_board_without_chip_waits_for_a_stamp(void **state)
{
	(void)state;
	struct timekeeper t = {.machine_vouches = false};
	assert_false(timekeeper_sure(&t, NOON));
	timekeeper_stamp(&t, NOON - 3 * H, NOON); /* lay in the network */
	assert_false(timekeeper_sure(&t, NOON));
	timekeeper_stamp(&t, NOON - 2 * S, NOON);
	assert_true(timekeeper_sure(&t, NOON));
	timekeeper_stamp(&t, NOON - 3 * H, NOON); /* proves nothing */
	assert_true(timekeeper_sure(&t, NOON));
}

static void
a_stamp_from_the_future_takes_the_trust_away(void **state)
{
	(void)state;
	struct timekeeper t = {.machine_vouches = true};
	assert_true(timekeeper_sure(&t, NOON));
	timekeeper_stamp(&t, NOON + H, NOON);
	assert_false(timekeeper_sure(&t, NOON));
	timekeeper_stamp(&t, NOON - 3 * H, NOON); /* old: no cure */
	assert_false(timekeeper_sure(&t, NOON));
	timekeeper_stamp(&t, NOON + H, NOON + H); /* somebody set the clock */
	assert_true(timekeeper_sure(&t, NOON + H));
}

static void
a_clock_set_back_behind_the_ledger_is_unsure(void **state)
{
	(void)state;
	struct timekeeper t = {.machine_vouches = true, .known_ms = NOON};
	assert_true(timekeeper_sure(&t, NOON - M));
	assert_false(timekeeper_sure(&t, NOON - 24 * H));
}

static void
the_configuration_can_force_it(void **state)
{
	(void)state;
	struct timekeeper t = {.machine_vouches = true, .forced_unsure = true};
	timekeeper_stamp(&t, NOON, NOON);
	assert_false(timekeeper_sure(&t, NOON));
}

static void
time_without_a_link_is_an_outage(void **state)
{
	(void)state;
	struct timekeeper t = {.machine_vouches = true};
	timekeeper_reachable(&t, true, NOON);
	assert_true(timekeeper_outage(&t, NOON) == 0); /* the first start */
	timekeeper_reachable(&t, true, NOON + 20 * S);
	assert_true(timekeeper_outage(&t, NOON + 20 * S) == 0);
	timekeeper_reachable(&t, false, NOON + M);
	assert_true(timekeeper_outage(&t, NOON + H) == 0); /* still away */
	timekeeper_reachable(&t, true, NOON + 2 * H);
	assert_true(timekeeper_outage(&t, NOON + 2 * H) == 2 * H - M);
	assert_true(timekeeper_outage(&t, NOON + 2 * H) == 0); /* once */
}

static void
a_restart_is_an_outage_once_the_clock_is_sure(void **state)
{
	(void)state;
	struct timekeeper t = {.alive_ms = NOON, .known_ms = NOON};
	timekeeper_reachable(&t, true, NOON + H);
	assert_true(timekeeper_outage(&t, NOON + H) == 0); /* unsure yet */
	timekeeper_stamp(&t, NOON + H, NOON + H);
	assert_true(timekeeper_outage(&t, NOON + H + S) == H + S);
	assert_true(timekeeper_outage(&t, NOON + H + 2 * S) == 0);
}

static void
no_line(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

int
main(void)
{
	log_set_sink(no_line, NULL);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_board_without_chip_waits_for_a_stamp),
	    cmocka_unit_test(a_stamp_from_the_future_takes_the_trust_away),
	    cmocka_unit_test(a_clock_set_back_behind_the_ledger_is_unsure),
	    cmocka_unit_test(the_configuration_can_force_it),
	    cmocka_unit_test(time_without_a_link_is_an_outage),
	    cmocka_unit_test(a_restart_is_an_outage_once_the_clock_is_sure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
