/* How fast a SIM sends: told, or learned from what the network says. */
#include "gateway/link/send_pace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MINUTE_MS INT64_C(60000)

/* Sends for so long, each part in take_ms, as fast as it may; how many. */
static int
send_for(struct send_pace *p, int64_t *now, int64_t ms, int64_t take_ms)
{
	int count = 0;
	int64_t until = *now + ms;
	while (*now < until) {
		if (send_pace_due(p) > *now) {
			*now = send_pace_due(p);
			continue;
		}
		send_pace_started(p, *now);
		*now += take_ms;
		send_pace_accepted(p, *now);
		(void)send_pace_pauses(p, *now);
		count++;
	}
	return count;
}

static void
without_a_rate_it_is_the_modem_s(void **state)
{
	(void)state;
	struct send_pace p = {.rate = 0};
	int64_t now = 1000000;
	assert_int_equal(send_for(&p, &now, 4 * MINUTE_MS, 3000), 80);
}

static void
a_rate_holds_but_short_bursts_are_free(void **state)
{
	(void)state;
	struct send_pace p = {.rate = 12};
	int64_t now = 1000000;
	int64_t began = now;
	assert_int_equal(send_for(&p, &now, 600, 100), 6);
	assert_in_range(now - began, 600, 700);
	/* The burst is paid back: twelve a minute from here on. */
	assert_in_range(send_for(&p, &now, 4 * MINUTE_MS, 100), 46, 49);
	/* After a rest the next one is free again. */
	now += MINUTE_MS;
	assert_int_equal(send_for(&p, &now, 600, 100), 6);
	/* Refusals do not change what somebody told. */
	send_pace_started(&p, now);
	send_pace_refused(&p, true, now + 100);
	assert_int_equal(p.gap_ms, 0);
}

static void
a_network_that_refuses_makes_it_slower(void **state)
{
	(void)state;
	struct send_pace p = {.rate = 0};
	int64_t now = 1000000;
	send_for(&p, &now, MINUTE_MS, 3000);
	send_pace_started(&p, now);
	send_pace_refused(&p, false, now + 3000);
	assert_int_equal(p.gap_ms, 0); /* not its pace was wrong */
	send_pace_started(&p, now);
	send_pace_refused(&p, true, now + 3000);
	assert_int_equal(p.gap_ms, 6000);
	assert_int_equal(send_pace_due(&p), now + 6000);
	now += 6000;
	send_pace_started(&p, now);
	send_pace_refused(&p, true, now + 3000);
	assert_int_equal(p.gap_ms, 12000);
	/* Never slower than one a minute … */
	for (int i = 0; i < 10; i++) {
		now = send_pace_due(&p);
		send_pace_started(&p, now);
		send_pace_refused(&p, true, now + 3000);
	}
	assert_int_equal(p.gap_ms, MINUTE_MS);
	/* … and back to the modem's own pace, bit by bit. */
	now = send_pace_due(&p);
	int slow = send_for(&p, &now, 10 * MINUTE_MS, 3000);
	assert_in_range(slow, 9, 14);
	send_for(&p, &now, 60 * MINUTE_MS, 3000);
	assert_int_equal(p.gap_ms, 0);
}

static void
a_deaf_modem_gets_a_pause(void **state)
{
	(void)state;
	struct send_pace p = {.rate = 0};
	int64_t now = 1000000, began = now;
	int pauses = 0;
	while (now - began < 20 * MINUTE_MS) {
		now = send_pace_due(&p) > now ? send_pace_due(&p) : now;
		send_pace_started(&p, now);
		now += 3000;
		send_pace_accepted(&p, now);
		pauses += send_pace_pauses(&p, now);
	}
	assert_int_equal(pauses, 3);
	/* One that receives while it sends needs none. */
	p = (struct send_pace){.rate = 0};
	began = now;
	while (now - began < 20 * MINUTE_MS) {
		send_pace_started(&p, now);
		now += 3000;
		send_pace_accepted(&p, now);
		if (now % 60000 < 3000)
			send_pace_received(&p, now);
		assert_false(send_pace_pauses(&p, now));
	}
	/* Nor one that has breaks. */
	p = (struct send_pace){.rate = 0};
	for (int i = 0; i < 100; i++) {
		send_pace_started(&p, now);
		now += 3000;
		send_pace_accepted(&p, now);
		assert_false(send_pace_pauses(&p, now));
		now += 10000;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_a_rate_it_is_the_modem_s),
	    cmocka_unit_test(a_rate_holds_but_short_bursts_are_free),
	    cmocka_unit_test(a_network_that_refuses_makes_it_slower),
	    cmocka_unit_test(a_deaf_modem_gets_a_pause),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
