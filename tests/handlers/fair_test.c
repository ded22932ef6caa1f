/* Shares, rings and bands: the pure halves of whose turn it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/core/area.h"
#include "gateway/core/market.h"

#include "handlers/alloc.h"
#include "handlers/fair.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static const struct {
	const char *name;
	int64_t value, weight, usual, charge;
} charges[] = {
    {"a plain share", 20000, 1000, 0, 20000},
    {"twice the weight, half the charge", 20000, 2000, 0, 10000},
    {"half the weight", 20000, 500, 0, 40000},
    {"no price: as usual", -1, 1000, 7000, 7000},
    {"no price, and none known", -1, 1000, 0, 1000},
    {"next to nothing counts an eighth", 1, 1000, 8000, 1000},
    {"nothing still counts", 0, 1000, 0, 1},
    {"a weight that cannot be is a plain one", 20000, 0, 0, 20000},
    {"however much", INT64_MAX, 1, 0, INT64_C(1) << 40},
};

static void
charges_are_value_by_weight(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(charges); i++) {
		int64_t charge = fair_charge(
		    charges[i].value, charges[i].weight, charges[i].usual);

		if (charge != charges[i].charge)
			fail_msg(
			    "%s: %lld", charges[i].name, (long long)charge);
	}
}

static void
what_is_owed_follows_the_state(void **state)
{
	(void)state;
	assert_int_equal(fair_owed(PROPOSAL_OPEN, 800), 800);
	assert_int_equal(fair_owed(PROPOSAL_ACCEPTED, 800), 800);
	assert_int_equal(fair_owed(PROPOSAL_EXPIRED, 800), 400);
	assert_int_equal(fair_owed(PROPOSAL_DECLINED, 800), 200);
	assert_int_equal(fair_owed(PROPOSAL_WITHDRAWN, 800), 1);
	assert_int_equal(fair_owed(PROPOSAL_WITHDRAWN, 0), 0);
}

/* -- rings --------------------------------------------------------------- */

static bool
lies_in(const struct alloc_ring *ring, int64_t no)
{
	return (no >= ring->from[0] && no <= ring->to[0]) ||
	       (no >= ring->from[1] && no <= ring->to[1]);
}

/* The ring that a place lies in; -1 none; two at once is an error. */
static int
ring_with(const struct market_fair *fair, int64_t buyer, int64_t no)
{
	struct alloc_ring rings[ALLOC_RINGS];
	size_t count = alloc_rings(rings, fair, buyer);
	int found = -1;

	for (size_t i = 0; i < count; i++)
		if (lies_in(&rings[i], no)) {
			assert_int_equal(found, -1);
			found = (int)i;
		}
	return found;
}

static void
rings_widen_step_by_step(void **state)
{
	int64_t county = area_child(0, 3), ward = area_child(county, 2);
	int64_t own = area_child(ward, 7), next = area_child(ward, 8);
	int64_t ward2 = area_child(county, 9), far = area_child(0, 4);
	const struct market_fair nearest = {.distance = true};
	const struct market_fair one = {.distance = true, .distance_band = 1};
	const struct market_fair reach = {
	    .distance = true, .reach = true, .reach_steps = 2};
	const struct market_fair all = {.distance = false};

	(void)state;
	assert_int_equal(ring_with(&nearest, own, own), 0);
	assert_int_equal(ring_with(&nearest, own, next), 1);
	assert_int_equal(ring_with(&nearest, own, ward), 1);
	assert_int_equal(ring_with(&nearest, own, ward2), 2);
	assert_int_equal(ring_with(&nearest, own, far), 3);
	assert_int_equal(ring_with(&nearest, own, 0), 4);
	assert_int_equal(ring_with(&one, own, next), 0);
	assert_int_equal(ring_with(&one, own, ward2), 1);
	assert_int_equal(ring_with(&reach, own, ward2), 2);
	assert_int_equal(ring_with(&reach, own, far), -1);
	assert_int_equal(ring_with(&reach, own, 0), 3);
	assert_int_equal(ring_with(&all, own, own), 0);
	assert_int_equal(ring_with(&all, own, far), 0);
	assert_int_equal(ring_with(&all, own, 0), 0);
	/* A buyer from nowhere: the whole market at once. */
	assert_int_equal(ring_with(&nearest, 0, far), 0);
	assert_int_equal(ring_with(&reach, 0, far), 0);
}

/* The deepest tree there is still fits. */
static void
rings_end_at_the_top(void **state)
{
	struct alloc_ring rings[ALLOC_RINGS];
	const struct market_fair nearest = {.distance = true};
	int64_t no = 0;
	size_t count;

	(void)state;
	for (int i = 0; i < AREA_LEVELS; i++)
		no = area_child(no, 5);
	count = alloc_rings(rings, &nearest, no);
	assert_true(count <= ALLOC_RINGS);
	assert_int_equal(
	    ring_with(&nearest, no, area_child(0, 9)), (int)count - 2);
	assert_int_equal(ring_with(&nearest, no, 0), (int)count - 1);
}

/* -- bands --------------------------------------------------------------- */

static void
the_turn_decides_within_the_bands(void **state)
{
	const struct alloc_candidate c[] = {
	    {5000, 1000}, {4300, 500}, {4400, 950}, {4000, 900}, {-1, 100}};
	const struct market_fair none = {.price = false};
	const struct market_fair tenth = {
	    .price = true, .price_band_milli = 100};
	const struct market_fair lowest = {.price = true};
	const struct market_fair both = {.price = true,
	    .price_band_milli = 100,
	    .reliability = true,
	    .reliability_band_milli = 200};
	const struct market_fair word = {
	    .reliability = true, .reliability_band_milli = 0};

	(void)state;
	assert_int_equal(alloc_pick(c, 5, &none), 0);
	assert_int_equal(alloc_pick(c, 5, &tenth), 1);
	assert_int_equal(alloc_pick(c, 5, &lowest), 3);
	assert_int_equal(alloc_pick(c, 5, &both), 2);
	assert_int_equal(alloc_pick(c, 5, &word), 0);
	assert_int_equal(alloc_pick(&c[4], 1, &lowest), 0);
	assert_int_equal(alloc_pick(&c[1], 4, &word), 1);
}

static void
reasons_are_read_again(void **state)
{
	(void)state;
	assert_int_equal(alloc_reason_of("furthest behind its share: 3 so far"),
	    ALLOC_REASON_TURN);
	assert_int_equal(
	    alloc_reason_of("chosen by the buyer, has only a part"),
	    ALLOC_REASON_BUYER);
	assert_int_equal(
	    alloc_reason_of("never asked before"), ALLOC_REASON_FIRST);
	/* Of an older program. */
	assert_int_equal(
	    alloc_reason_of("asked longest ago"), ALLOC_REASON_TURN);
	assert_int_equal(alloc_reason_of(""), ALLOC_REASON_TURN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(charges_are_value_by_weight),
	    cmocka_unit_test(what_is_owed_follows_the_state),
	    cmocka_unit_test(rings_widen_step_by_step),
	    cmocka_unit_test(rings_end_at_the_top),
	    cmocka_unit_test(the_turn_decides_within_the_bands),
	    cmocka_unit_test(reasons_are_read_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
