/* What must happen later, and what we asked. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

/* Field by field: what lies between them is nobody's. */
static void
assert_same_question(const struct question *a, const struct question *b)
{
	assert_int_equal(a->id, b->id);
	assert_int_equal(a->phone_id, b->phone_id);
	assert_int_equal(a->person_id, b->person_id);
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->order_id, b->order_id);
	assert_int_equal(a->created_ms, b->created_ms);
	assert_int_equal(a->due_ms, b->due_ms);
	assert_int_equal(a->open, b->open);
	assert_string_equal(a->payload, b->payload);
}

static void
timers_come_in_order_and_once(void **state)
{
	struct kit *kit = *state;
	int kind;
	int64_t ref;
	kit_begin(kit);
	assert_true(store_timer_next_due(kit->store) == INT64_MAX);
	store_timer_set(kit->store, 2, 7, T0 + 50);
	store_timer_set(kit->store, 1, 7, T0 + 40);
	store_timer_set(kit->store, 1, 8, T0 + 10);
	store_timer_set(kit->store, 1, 8, T0 + 60); /* moves */
	assert_int_equal(store_timer_next_due(kit->store), T0 + 40);
	assert_int_equal(store_timer_get(kit->store, 1, 8), T0 + 60);
	assert_false(store_timer_take(kit->store, T0 + 39, &kind, &ref));
	assert_true(store_timer_take(kit->store, T0 + 100, &kind, &ref));
	assert_true(kind == 1 && ref == 7);
	store_timer_drop(kit->store, 1, 8);
	store_timer_drop(kit->store, 1, 8);
	assert_int_equal(store_timer_get(kit->store, 1, 8), 0);
	assert_true(store_timer_take(kit->store, T0 + 100, &kind, &ref));
	assert_true(kind == 2 && ref == 7);
	assert_false(store_timer_take(kit->store, T0 + 100, &kind, &ref));
	kit_commit(kit);
}

static void
an_outage_moves_all_deadlines(void **state)
{
	struct kit *kit = *state;
	struct question q = {
	    .phone_id = 1, .kind = 3, .due_ms = T0 + 5, .payload = "{}"};
	kit_begin(kit);
	store_timer_set(kit->store, 1, 1, T0);
	store_timer_set(kit->store, 1, 2, T0 + 1);
	int64_t id = store_question_ask(kit->store, &q);
	store_timer_shift(kit->store, 3600000);
	assert_int_equal(store_timer_get(kit->store, 1, 1), T0 + 3600000);
	assert_int_equal(store_timer_next_due(kit->store), T0 + 3600000);
	assert_true(store_question_get(kit->store, id, &q));
	assert_int_equal(q.due_ms, T0 + 5 + 3600000);
	kit_commit(kit);
}

static void
a_new_question_closes_the_old(void **state)
{
	struct kit *kit = *state;
	struct question out, q = {
				 .phone_id = 1,
				 .person_id = 2,
				 .kind = 3,
				 .order_id = 4,
				 .created_ms = T0,
				 .due_ms = T0 + 5,
				 .payload = "{\"items\":[\"nyanya\"]}",
			     };
	kit_begin(kit);
	assert_false(store_question_open(kit->store, 1, &out));
	int64_t first = store_question_ask(kit->store, &q);
	q.id = first;
	q.open = true;
	assert_true(store_question_open(kit->store, 1, &out));
	assert_same_question(&q, &out);
	q.kind = 9;
	int64_t second = store_question_ask(kit->store, &q);
	assert_true(second > first);
	assert_true(store_question_get(kit->store, first, &out));
	assert_false(out.open);
	assert_true(store_question_open(kit->store, 1, &out));
	assert_int_equal(out.id, second);
	assert_false(store_question_open(kit->store, 2, &out));
	store_question_close(kit->store, second);
	assert_false(store_question_open(kit->store, 1, &out));
	assert_int_equal(out.id, 0);
	kit_commit(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(timers_come_in_order_and_once),
	    TEST(an_outage_moves_all_deadlines),
	    TEST(a_new_question_closes_the_old),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
