/* A centre that says that it is too much, second by second. */
#include "gateway/link/smpp_flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define START_MS INT64_C(1000000)
#define FLYING_MOST 128

/* A centre that takes what its bucket holds, and answers after a while. */
struct centre {
	struct smpp_flow flow;
	int64_t now_ms;
	int64_t rtt_ms;
	double rate, bucket, held; /* of a second; most at once; now */
	int every; /* each so manieth is thrown back; 0: none */
	int asked, taken, refused;
	struct {
		int64_t at_ms;
		int ok;
	} flying[FLYING_MOST];
	int first, count;
};

static int
takes(struct centre *c)
{
	c->asked++;
	if (c->every > 0 && c->asked % c->every == 0)
		return 0;
	if (c->rate == 0)
		return 1;
	if (c->held < 1)
		return 0;
	c->held -= 1;
	return 1;
}

static void
answers(struct centre *c)
{
	while (c->count > 0 && c->flying[c->first].at_ms <= c->now_ms) {
		int ok = c->flying[c->first].ok;
		c->first = (c->first + 1) % FLYING_MOST;
		c->count--;
		c->taken += ok;
		c->refused += !ok;
		if (ok)
			smpp_flow_taken(&c->flow, c->now_ms);
		else
			smpp_flow_throttled(&c->flow, c->now_ms);
	}
}

/* More waits than may ever leave. */
static void
run(struct centre *c, int ms)
{
	c->asked = c->taken = c->refused = 0;
	for (int i = 0; i < ms; i++, c->now_ms++) {
		c->held += c->rate / 1000;
		if (c->held > c->bucket)
			c->held = c->bucket;
		answers(c);
		while (
		    smpp_flow_room(&c->flow, (size_t)c->count, c->now_ms) > 0) {
			int at = (c->first + c->count++) % FLYING_MOST;
			smpp_flow_left(&c->flow, c->now_ms);
			c->flying[at].ok = takes(c);
			c->flying[at].at_ms = c->now_ms + c->rtt_ms;
		}
	}
}

static void
open_centre(struct centre *c, double rate, double bucket, int rtt_ms)
{
	memset(c, 0, sizeof(*c));
	c->now_ms = START_MS;
	c->rate = rate;
	c->bucket = c->held = bucket;
	c->rtt_ms = rtt_ms;
	smpp_flow_init(&c->flow, 100);
}

/* What it allows, or most of it where it allows no burst; and one in five
 * thrown back at most. */
static void
settles_at_the_rate_that_is_allowed(void **state)
{
	static const struct {
		double rate, bucket;
		int rtt_ms;
	} centres[] = {{5, 1, 10}, {5, 5, 200}, {20, 20, 50}, {50, 1, 5},
	    {50, 50, 20}, {300, 30, 100}, {2, 50, 20}};
	(void)state;
	for (size_t i = 0; i < sizeof(centres) / sizeof(centres[0]); i++) {
		struct centre c;
		open_centre(
		    &c, centres[i].rate, centres[i].bucket, centres[i].rtt_ms);
		run(&c, 30000);
		run(&c, 60000);
		assert_true(
		    c.taken >= centres[i].rate * 60 *
				   (centres[i].bucket > 1 ? 0.95 : 0.7));
		assert_true(c.refused * 4 <= c.taken);
	}
}

static void
one_in_seven_slows_nothing(void **state)
{
	struct centre c;
	(void)state;
	open_centre(&c, 0, 0, 20);
	c.every = 7;
	run(&c, 5000);
	int64_t milli = c.flow.rate_milli;
	run(&c, 60000);
	assert_true(c.flow.rate_milli >= milli * 9 / 10);
	assert_true(c.taken >= 60 * milli / 1000 * 3 / 4);
}

static void
a_centre_that_takes_nothing_is_left_alone(void **state)
{
	struct centre c;
	(void)state;
	open_centre(&c, 0, 0, 5);
	c.every = 1;
	run(&c, 600000);
	/* A whole window, then one after 1, 2, 4 ... 60 seconds. */
	assert_true(c.asked >= 100 + 10);
	assert_true(c.asked <= 100 + 16);
	c.every = 0;
	run(&c, 61000);
	assert_int_equal(c.flow.starved, 0);
	run(&c, 60000);
	assert_true(c.taken > 1000);
}

/* The rest of the window comes back: it counts once. */
static void
a_window_thrown_back_counts_once(void **state)
{
	struct smpp_flow f;
	(void)state;
	smpp_flow_init(&f, 100);
	assert_int_equal(smpp_flow_room(&f, 30, START_MS), 70);
	assert_int_equal(smpp_flow_wait_ms(&f, START_MS), 0);
	assert_int_equal(smpp_flow_throttled(&f, START_MS), 1000);
	assert_int_equal(smpp_flow_throttled(&f, START_MS + 400), 600);
	assert_int_equal(smpp_flow_room(&f, 0, START_MS + 999), 0);
	assert_int_equal(smpp_flow_wait_ms(&f, START_MS + 999), 1);
	assert_int_equal(smpp_flow_room(&f, 0, START_MS + 1000), 1);
	assert_int_equal(smpp_flow_throttled(&f, START_MS + 1001), 2000);
}

static void
forgotten_after_five_quiet_minutes(void **state)
{
	struct smpp_flow f;
	(void)state;
	smpp_flow_init(&f, 100);
	smpp_flow_throttled(&f, START_MS);
	assert_int_equal(f.rate_milli, 10000);
	smpp_flow_taken(&f, START_MS + 301000);
	assert_int_equal(f.rate_milli, 0);
	assert_int_equal(smpp_flow_room(&f, 0, START_MS + 301000), 100);
}

/* Later parts do not wait for the rate, but what follows them does. */
static void
a_long_text_is_paid_for(void **state)
{
	struct smpp_flow f;
	int64_t now_ms = START_MS + 1000;
	(void)state;
	smpp_flow_init(&f, 100);
	smpp_flow_throttled(&f, START_MS);
	for (int i = 0; i < 20; i++)
		smpp_flow_left(&f, now_ms);
	assert_int_equal(smpp_flow_room(&f, 0, now_ms + 1000), 0);
	assert_int_equal(smpp_flow_room(&f, 0, now_ms + 2000), 1);
}

static void
silence(void **state)
{
	struct smpp_flow f;
	(void)state;
	smpp_flow_init(&f, 100);
	for (int i = 0; i < 100; i++)
		smpp_flow_silent(&f);
	assert_int_equal(smpp_flow_room(&f, 0, 1), 1);
	for (int i = 0; i < 49; i++)
		smpp_flow_taken(&f, 1);
	assert_int_equal(smpp_flow_room(&f, 0, 1), 50);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(settles_at_the_rate_that_is_allowed),
	    cmocka_unit_test(one_in_seven_slows_nothing),
	    cmocka_unit_test(a_centre_that_takes_nothing_is_left_alone),
	    cmocka_unit_test(a_window_thrown_back_counts_once),
	    cmocka_unit_test(forgotten_after_five_quiet_minutes),
	    cmocka_unit_test(a_long_text_is_paid_for),
	    cmocka_unit_test(silence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
