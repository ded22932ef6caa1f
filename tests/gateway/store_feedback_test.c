/* What people told us: kept whole, the open one found, read in slices. */
#include "tests/gateway/store_kit.h"

#include "gateway/store/store_feedback.h"

static struct feedback
add(struct kit *kit, int64_t person_id)
{
	struct feedback f = {.person_id = person_id,
	    .phone_id = 2,
	    .area_id = 3,
	    .message_id = 4,
	    .officer_id = 5,
	    .time_ms = T0};
	store_feedback_add(kit->store, &f);
	return f;
}

static void
it_comes_back_as_it_was_put(void **state)
{
	struct kit *kit = *state;
	struct feedback f, out;
	kit_begin(kit);
	f = add(kit, 1);
	f.officer_id = 6;
	f.answered_ms = T0 + 1;
	f.closed_ms = T0 + 2;
	f.reminded = 3;
	store_feedback_put(kit->store, &f);
	kit_commit(kit);
	assert_true(store_feedback_get(kit->store, f.id, &out));
	assert_int_equal(out.id, f.id);
	assert_int_equal(out.person_id, 1);
	assert_int_equal(out.phone_id, 2);
	assert_int_equal(out.area_id, 3);
	assert_int_equal(out.message_id, 4);
	assert_int_equal(out.officer_id, 6);
	assert_int_equal(out.time_ms, T0);
	assert_int_equal(out.answered_ms, T0 + 1);
	assert_int_equal(out.closed_ms, T0 + 2);
	assert_int_equal(out.reminded, 3);
	assert_false(store_feedback_get(kit->store, f.id + 1, &out));
}

static void
the_newest_open_one_is_found(void **state)
{
	struct kit *kit = *state;
	struct feedback first, second, out;
	kit_begin(kit);
	first = add(kit, 1);
	second = add(kit, 1);
	add(kit, 2);
	assert_true(store_feedback_open_of(kit->store, 1, &out));
	assert_int_equal(out.id, second.id);
	second.closed_ms = T0;
	store_feedback_put(kit->store, &second);
	assert_true(store_feedback_open_of(kit->store, 1, &out));
	assert_int_equal(out.id, first.id);
	first.closed_ms = T0;
	store_feedback_put(kit->store, &first);
	assert_false(store_feedback_open_of(kit->store, 1, &out));
	kit_commit(kit);
}

static void
count_one(void *arg, const struct feedback *f)
{
	int64_t *last = arg;
	assert_int_equal(f->id, last[0] + 1);
	last[0] = f->id;
}

static void
slices_give_each_once(void **state)
{
	struct kit *kit = *state;
	int64_t after_id = 0, last = 0;
	int slices = 1;
	kit_begin(kit);
	for (int i = 0; i < 12000; i++)
		add(kit, 1);
	kit_commit(kit);
	while (store_feedback_each(kit->store, &after_id, count_one, &last))
		slices++;
	assert_int_equal(last, 12000);
	assert_int_equal(after_id, 12000);
	assert_int_equal(slices, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		it_comes_back_as_it_was_put, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_newest_open_one_is_found, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		slices_give_each_once, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
