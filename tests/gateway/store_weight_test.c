/* Sets of weights, campaigns and their budgets. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/core/area.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_weight.h"

struct seen {
	struct weight_set sets[8];
	struct campaign campaigns[CAMPAIGNS_MAX + 2];
	int count;
};

static bool
note_set(void *arg, const struct weight_set *set)
{
	struct seen *seen = arg;

	seen->sets[seen->count++] = *set;
	return true;
}

static bool
note_campaign(void *arg, const struct campaign *campaign)
{
	struct seen *seen = arg;

	seen->campaigns[seen->count++] = *campaign;
	return true;
}

static int64_t
factor(struct kit *kit, int person, int64_t area_no, int64_t now_ms)
{
	return store_weight_spend(
	    kit->store, kit_person(kit, person), area_no, now_ms);
}

static void
sets_multiply(void **state)
{
	struct kit *kit = *state;
	struct weight_set set;
	struct seen seen = {.count = 0};
	int64_t poor, course;

	kit_begin(kit);
	poor = store_weight_put(kit->store, "poor household", 1500, true);
	course = store_weight_put(kit->store, "course", 1200, false);
	assert_int_equal(
	    store_weight_put(kit->store, "COURSE", 1100, false), course);
	assert_true(store_weight_find(kit->store, "Course", &set));
	assert_int_equal(set.factor_milli, 1100);
	assert_false(set.is_protected);
	assert_false(store_weight_find(kit->store, "cours", &set));
	assert_int_equal(factor(kit, 1, 0, T0), 1000);
	assert_true(
	    store_weight_join(kit->store, kit_person(kit, 1), poor, true));
	assert_false(
	    store_weight_join(kit->store, kit_person(kit, 1), poor, true));
	assert_true(
	    store_weight_join(kit->store, kit_person(kit, 1), course, true));
	assert_int_equal(factor(kit, 1, 0, T0), 1650);
	assert_int_equal(factor(kit, 2, 0, T0), 1000);
	store_weight_of(kit->store, kit_person(kit, 1), note_set, &seen);
	assert_int_equal(seen.count, 2);
	seen.count = 0;
	store_weight_each(kit->store, note_set, &seen);
	assert_int_equal(seen.count, 2);
	assert_string_equal(seen.sets[1].name, "poor household");
	assert_int_equal(seen.sets[1].people, 1);
	assert_true(seen.sets[1].is_protected);
	assert_true(
	    store_weight_join(kit->store, kit_person(kit, 1), poor, false));
	assert_false(
	    store_weight_join(kit->store, kit_person(kit, 1), poor, false));
	assert_int_equal(factor(kit, 1, 0, T0), 1100);
	kit_commit(kit);
}

static void
a_campaign_is_for_its_area_and_time(void **state)
{
	struct kit *kit = *state;
	struct campaign c = {.name = "rains",
	    .sponsor = "WFP",
	    .factor_milli = 2000,
	    .from_ms = T0,
	    .until_ms = T0 + 1000};
	struct seen seen = {.count = 0};
	int64_t in, out;

	kit_begin(kit);
	c.area_id = store_area_ensure(kit->store, "Siaya", "");
	in = store_area_no(
	    kit->store, store_area_ensure(kit->store, "Yala", "Siaya"));
	out = store_area_no(
	    kit->store, store_area_ensure(kit->store, "Kisumu", ""));
	assert_true(store_campaign_add(kit->store, &c));
	assert_int_equal(factor(kit, 1, in, T0 - 1), 1000);
	assert_int_equal(factor(kit, 1, in, T0), 2000);
	assert_int_equal(factor(kit, 1, out, T0), 1000);
	assert_int_equal(factor(kit, 1, 0, T0), 1000);
	assert_int_equal(factor(kit, 1, in, T0 + 1000), 1000);
	store_campaign_each(kit->store, 9, note_campaign, &seen);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.campaigns[0].spent, 1);
	assert_int_equal(seen.campaigns[0].ended_ms, T0 + 1000);
	assert_string_equal(seen.campaigns[0].sponsor, "WFP");
	assert_false(store_campaign_end(kit->store, c.id, T0));
	kit_commit(kit);
}

static void
a_budget_ends_a_campaign(void **state)
{
	struct kit *kit = *state;
	struct campaign c = {.name = "trial", .factor_milli = 3000, .texts = 3};
	struct seen seen = {.count = 0};

	kit_begin(kit);
	assert_true(store_campaign_add(kit->store, &c));
	for (int i = 0; i < 3; i++)
		assert_int_equal(factor(kit, 1, 0, T0 + i), 3000);
	assert_int_equal(factor(kit, 1, 0, T0 + 3), 1000);
	store_campaign_each(kit->store, 9, note_campaign, &seen);
	assert_int_equal(seen.campaigns[0].spent, 3);
	assert_int_equal(seen.campaigns[0].ended_ms, T0 + 2);
	kit_commit(kit);
}

static void
so_many_run_and_no_more(void **state)
{
	struct kit *kit = *state;
	struct campaign c = {.name = "more", .factor_milli = WEIGHT_FACTOR_MAX};

	kit_begin(kit);
	for (int i = 0; i < CAMPAIGNS_MAX; i++)
		assert_true(store_campaign_add(kit->store, &c));
	assert_false(store_campaign_add(kit->store, &c));
	/* However much is multiplied. */
	assert_int_equal(factor(kit, 1, 0, T0), WEIGHT_FACTOR_MAX);
	assert_true(store_campaign_end(kit->store, 1, T0));
	assert_true(store_campaign_add(kit->store, &c));
	kit_commit(kit);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)
	const struct CMUnitTest tests[] = {
	    TEST(sets_multiply),
	    TEST(a_campaign_is_for_its_area_and_time),
	    TEST(a_budget_ends_a_campaign),
	    TEST(so_many_run_and_no_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
