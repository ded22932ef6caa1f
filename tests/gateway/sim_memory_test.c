/* A SIM that was changed is told of, over restarts, for a day. */
#include "gateway/queue/sim_memory.h"

#include "tests/gateway/store_kit.h"

#define HOUR_MS INT64_C(3600000)
#define OLD 1111
#define NEW 2222

static bool
is_other(struct kit *kit, const char *link, int64_t sim, int64_t hours)
{
	kit_begin(kit);
	bool other =
	    sim_memory_is_other(kit->store, link, sim, T0 + hours * HOUR_MS);
	kit_commit(kit);
	return other;
}

static void
test_the_first_is_its_own(void **state)
{
	struct kit *kit = *state;
	assert_false(is_other(kit, "a", 0, 0)); /* not told yet */
	assert_false(is_other(kit, "a", OLD, 0));
	assert_false(is_other(kit, "b", NEW, 0));
	assert_false(is_other(kit, "a", OLD, 1));
}

static void
test_another_is_told_of_for_a_day(void **state)
{
	struct kit *kit = *state;
	assert_false(is_other(kit, "a", OLD, 0));
	assert_true(is_other(kit, "a", NEW, 1));
	kit_reopen(kit);
	assert_true(is_other(kit, "a", NEW, 2));
	assert_false(is_other(kit, "a", 0, 3)); /* it is being set up */
	assert_true(is_other(kit, "a", NEW, 24));
	assert_false(is_other(kit, "a", NEW, 25));
	assert_true(is_other(kit, "a", OLD, 26)); /* the new one is its own */
}

/* Until the link is up, with whatever PIN. */
static void
test_a_refused_pin_is_remembered(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	sim_memory_note_pin(kit->store, "a", 0, false);
	sim_memory_note_pin(kit->store, "a", 77, false);
	sim_memory_note_pin(kit->store, "a", 0, false); /* not asked yet */
	kit_commit(kit);
	kit_reopen(kit);
	assert_int_equal(sim_memory_refused_pin(kit->store, "a"), 77);
	assert_int_equal(sim_memory_refused_pin(kit->store, "b"), 0);
	kit_begin(kit);
	sim_memory_note_pin(kit->store, "a", 0, true);
	kit_commit(kit);
	assert_int_equal(sim_memory_refused_pin(kit->store, "a"), 0);
}

static void
test_the_old_one_is_back(void **state)
{
	struct kit *kit = *state;
	assert_false(is_other(kit, "a", OLD, 0));
	assert_true(is_other(kit, "a", NEW, 1));
	assert_false(is_other(kit, "a", OLD, 2));
	/* And the day begins anew. */
	assert_true(is_other(kit, "a", NEW, 30));
	assert_true(is_other(kit, "a", NEW, 31));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_the_first_is_its_own, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_another_is_told_of_for_a_day, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_the_old_one_is_back, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_a_refused_pin_is_remembered, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
