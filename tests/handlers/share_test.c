/* share, pool_pay - one quantity over many households: every sum is exact, the
 * weights count, nobody gives more than they have, and nobody is always last.
 */
#include "handlers/share.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "handlers/pool_pay.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define PLENTY (INT64_C(1) << 60)

static int64_t
sum_of(const struct share_part *parts, size_t count)
{
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += parts[i].got;
	return sum;
}

/* -- small splits that one can reckon by hand ------------------------------ */

#define HANDS 4

struct by_hand {
	const char *what;
	struct share_part parts[HANDS];
	size_t count;
	int64_t qty;
	struct share_rule rule;
	int64_t got[HANDS];
	int64_t rest;
};

static const struct by_hand hands[] = {
    {"alike", {{1000, 0, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false}}, 2,
	10000, {1000, 1000}, {5000, 5000}, 0},
    {"an odd one goes to the first",
	{{1000, 0, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false},
	    {1000, 0, PLENTY, 0, false}},
	3, 10000, {1000, 1000}, {4000, 3000, 3000}, 0},
    {"twice the weight, twice the part",
	{{2000, 0, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false}}, 2, 9000,
	{1000, 1000}, {6000, 3000}, 0},
    {"who gave less is filled up first",
	{{1000, 6000, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false}}, 2, 10000,
	{1000, 1000}, {2000, 8000}, 0},
    {"who gave far more waits",
	{{1000, 90000, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false}}, 2,
	10000, {1000, 1000}, {0, 10000}, 0},
    {"no room, no part",
	{{1000, 0, 2000, 0, false}, {1000, 0, PLENTY, 0, false},
	    {1000, 0, 0, 0, false}},
	3, 10000, {1000, 1000}, {2000, 8000, 0}, 0},
    {"what nobody has room for is left",
	{{1000, 0, 2000, 0, false}, {1000, 0, 3000, 0, false}}, 2, 10000,
	{1000, 1000}, {2000, 3000}, 5000},
    {"too little to share: one gives it",
	{{1000, 5000, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false}}, 2, 4000,
	{1000, 10000}, {0, 4000}, 0},
    {"not for less than a worthwhile part",
	{{1000, 0, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false},
	    {1000, 0, PLENTY, 0, false}},
	3, 25000, {1000, 10000}, {13000, 12000, 0}, 0},
    {"the piece below a step stays whole",
	{{1000, 0, PLENTY, 0, false}, {1000, 0, PLENTY, 0, false}}, 2, 4500,
	{1000, 1000}, {2500, 2000}, 0},
    {"room that is no whole step",
	{{1000, 0, 1500, 0, false}, {1000, 0, 1500, 0, false}}, 2, 3000,
	{1000, 1000}, {1500, 1500}, 0},
    {"nobody", {{0, 0, 0, 0, false}}, 0, 3000, {1000, 1000}, {0}, 3000},
    {"nothing", {{1000, 0, PLENTY, 0, false}}, 1, 0, {1000, 1000}, {0}, 0},
    {"a weight of nothing",
	{{0, 0, PLENTY, 0, false}, {-5, 0, PLENTY, 0, false}}, 2, 4000,
	{1000, 1000}, {2000, 2000}, 0},
};

static void
by_hand(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(hands); i++) {
		struct share_part parts[HANDS];
		int64_t rest;

		memcpy(parts, hands[i].parts, sizeof(parts));
		rest = share_split(
		    parts, hands[i].count, hands[i].qty, &hands[i].rule);
		if (rest != hands[i].rest)
			fail_msg(
			    "%s: %lld left", hands[i].what, (long long)rest);
		for (size_t k = 0; k < hands[i].count; k++)
			if (parts[k].got != hands[i].got[k])
				fail_msg("%s: number %zu gives %lld",
				    hands[i].what, k, (long long)parts[k].got);
	}
}

/* -- every number of households -------------------------------------------- */

static uint64_t
next(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return *seed >> 33;
}

/* 1 to 63 households of odd weights, rooms and pasts: exact, within the room,
 * and no more than one part that is not whole steps per full household. */
static void
any_number(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (size_t count = 1; count <= SHARE_MOST; count++)
		for (int round = 0; round < 40; round++) {
			struct share_part parts[SHARE_MOST];
			struct share_rule rule = {1000, 10000};
			int64_t qty = (int64_t)(next(&seed) % 90000000) + 1,
				rest;

			for (size_t i = 0; i < count; i++)
				parts[i] = (struct share_part){
				    (int64_t)(next(&seed) % 3000),
				    (int64_t)(next(&seed) % 5000000),
				    (int64_t)(next(&seed) % 4000000), 0, false};
			rest = share_split(parts, count, qty, &rule);
			assert_true(rest >= 0);
			assert_true(sum_of(parts, count) + rest == qty);
			for (size_t i = 0; i < count; i++) {
				assert_true(parts[i].got >= 0);
				assert_true(parts[i].got <= parts[i].room);
				if (rest > 0)
					assert_true(
					    parts[i].got == parts[i].room);
			}
		}
}

/* Small orders one after another: each goes to one household, and after as many
 * as there are households everybody had the same. */
static void
nobody_last(void **state)
{
	struct share_part parts[SHARE_MOST];
	struct share_rule rule = {1000, 10000};
	int64_t given[SHARE_MOST];

	(void)state;
	for (size_t i = 0; i < SHARE_MOST; i++)
		given[i] = -1;
	for (int round = 0; round < SHARE_MOST * 8; round++) {
		for (size_t i = 0; i < SHARE_MOST; i++)
			parts[i] = (struct share_part){
			    1000, given[i], PLENTY, 0, false};
		share_level(parts, SHARE_MOST);
		assert_true(share_split(parts, SHARE_MOST, 5000, &rule) == 0);
		for (size_t i = 0; i < SHARE_MOST; i++)
			if (parts[i].got > 0)
				given[i] = parts[i].given + parts[i].got;
	}
	for (size_t i = 1; i < SHARE_MOST; i++)
		assert_true(
		    given[i] - given[0] <= 5000 && given[0] - given[i] <= 5000);
}

/* 85 tonnes over 63: nobody is more than one kilogram off the others. */
static void
eighty_five_tonnes(void **state)
{
	struct share_part parts[SHARE_MOST];
	struct share_rule rule = {1000, 10000};

	(void)state;
	for (size_t i = 0; i < SHARE_MOST; i++)
		parts[i] = (struct share_part){1000, 0, PLENTY, 0, false};
	assert_true(
	    share_split(parts, SHARE_MOST, INT64_C(85000000), &rule) == 0);
	assert_true(sum_of(parts, SHARE_MOST) == INT64_C(85000000));
	for (size_t i = 0; i < SHARE_MOST; i++)
		assert_true(parts[i].got == 1349000 || parts[i].got == 1350000);
}

/* A newcomer is level with the last, not owed years. */
static void
newcomer(void **state)
{
	struct share_part parts[] = {{1000, 500000, PLENTY, 0, false},
	    {2000, 800000, PLENTY, 0, false}, {1000, -1, PLENTY, 0, false}};

	(void)state;
	share_level(parts, COUNT(parts));
	assert_true(parts[2].given == 400000);
}

static void
huge(void **state)
{
	struct share_part parts[SHARE_MOST];
	struct share_rule rule = {1, 1};
	int64_t qty = INT64_C(1) << 61;

	(void)state;
	for (size_t i = 0; i < SHARE_MOST; i++)
		parts[i] = (struct share_part){i % 2 ? 1 : 1000000000,
		    INT64_C(1) << 60, INT64_MAX, 0, false};
	assert_true(share_split(parts, SHARE_MOST, qty, &rule) == 0);
	assert_true(sum_of(parts, SHARE_MOST) == qty);
}

/* -- sums ------------------------------------------------------------------ */

static void
apportion(void **state)
{
	static const struct {
		int64_t weights[3], whole, out[3];
	} rows[] = {
	    {{1, 1, 1}, 10, {4, 3, 3}},
	    {{0, 0, 0}, 10, {10, 0, 0}},
	    {{5, 0, 5}, 7, {4, 0, 3}},
	    {{1, 2, 3}, 100, {17, 33, 50}},
	    {{INT64_C(1) << 60, INT64_C(1) << 60, 0}, INT64_MAX,
		{(INT64_MAX >> 1) + 1, INT64_MAX >> 1, 0}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t out[3];

		share_apportion(out, rows[i].weights, 3, rows[i].whole);
		assert_memory_equal(out, rows[i].out, sizeof(out));
	}
}

#define LEADER 99

static int64_t
paid(const struct pool_pay *pay, size_t count, int64_t person, bool money)
{
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		if (person == 0 || pay[i].person_id == person)
			sum += money ? pay[i].amount_minor : pay[i].qty_milli;
	return sum;
}

/* 100 kg at 40: one commission lot at 10 %, one bought at 30, one that a
 * household brings, and the leader's own 10 kg. */
static void
pays(void **state)
{
	struct pool_pay pay[65] = {
	    {.person_id = 1, .qty_milli = 30000, .rate = 1000},
	    {.person_id = 2,
		.qty_milli = 40000,
		.bought = true,
		.price_minor = 3000},
	    {.person_id = 3, .qty_milli = 20000},
	    {.person_id = LEADER, .qty_milli = 10000},
	};
	size_t n = pool_pay_out(pay, 4, LEADER, 100000, 400000);

	(void)state;
	assert_int_equal(n, 5);
	assert_true(paid(pay, n, 1, true) == 108000);
	assert_true(paid(pay, n, 2, true) == 120000);
	assert_true(paid(pay, n, 3, true) == 80000);
	assert_true(paid(pay, n, LEADER, true) == 40000 + 12000 + 40000);
	assert_true(paid(pay, n, 0, true) == 400000);
	assert_true(paid(pay, n, 0, false) == 100000);
}

/* Accepted less, at an odd price: still exact; bought dear, the leader loses.
 */
static void
pays_less(void **state)
{
	struct pool_pay pay[65] = {
	    {.person_id = 1, .qty_milli = 33333, .rate = 333},
	    {.person_id = 2,
		.qty_milli = 33333,
		.bought = true,
		.price_minor = 9000},
	    {.person_id = 3, .qty_milli = 33334, .rate = 10000},
	};
	size_t n = pool_pay_out(pay, 3, LEADER, 71000, 283717);

	(void)state;
	assert_true(paid(pay, n, 0, true) == 283717);
	assert_true(paid(pay, n, 0, false) == 71000);
	assert_true(paid(pay, n, 3, true) == 0);
	assert_true(paid(pay, n, LEADER, true) < 0);
}

static void
pays_any(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (size_t count = 1; count <= 64; count++) {
		struct pool_pay pay[65] = {{0}};
		int64_t total = (int64_t)(next(&seed) % 1000000007);
		int64_t accepted = (int64_t)(next(&seed) % 85000000);
		size_t n;

		for (size_t i = 0; i < count; i++)
			pay[i] = (struct pool_pay){.person_id = (int64_t)i + 1,
			    .qty_milli = (int64_t)(next(&seed) % 2000000) + 1,
			    .bought = i % 3 == 0,
			    .price_minor = (int64_t)(next(&seed) % 5000),
			    .rate = (int64_t)(next(&seed) % 2000)};
		n = pool_pay_out(pay, count, LEADER, accepted, total);
		assert_true(paid(pay, n, 0, true) == total);
		assert_true(paid(pay, n, 0, false) == accepted);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(by_hand),
	    cmocka_unit_test(any_number),
	    cmocka_unit_test(nobody_last),
	    cmocka_unit_test(eighty_five_tonnes),
	    cmocka_unit_test(newcomer),
	    cmocka_unit_test(huge),
	    cmocka_unit_test(apportion),
	    cmocka_unit_test(pays),
	    cmocka_unit_test(pays_less),
	    cmocka_unit_test(pays_any),
	};

	return cmocka_run_group_tests_name("share", tests, NULL, NULL);
}
