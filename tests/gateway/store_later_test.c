/* Rows that are held back: written once, in their last state, and before any
 * statement that could miss them; gone with the transaction. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

static struct order
add_order(struct kit *kit)
{
	struct order order = {.buyer_id = 1, .phone_id = 1, .created_ms = T0};
	store_order_add(kit->store, &order, kit_random, kit);
	assert_true(order.id > 0);
	return order;
}

static struct line
add_line(struct kit *kit, int64_t order_id)
{
	struct line line = {.order_id = order_id,
	    .product = "maize",
	    .unit = "kg",
	    .qty_milli = 5000,
	    .state = LINE_WAITING};
	store_line_add(kit->store, &line);
	assert_true(line.id > 0);
	return line;
}

static int64_t
statements(struct kit *kit)
{
	int64_t count, rows;
	store_work(kit->store, &count, &rows);
	return count;
}

static void
a_row_is_written_once(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct order order = add_order(kit);
	int64_t before = statements(kit);
	struct line line = add_line(kit, order.id), out;
	for (int i = 1; i <= 9; i++) {
		line.qty_milli = i;
		store_line_put(kit->store, &line);
	}
	order.changed_ms = T0 + 5;
	store_order_put(kit->store, &order);
	assert_int_equal(statements(kit), before);
	assert_true(store_line_get(kit->store, line.id, &out));
	assert_int_equal(out.qty_milli, 9);
	store_settle(kit->store);
	assert_int_equal(statements(kit), before + 2);
	store_settle(kit->store);
	assert_int_equal(statements(kit), before + 2);
	kit_commit(kit);
	kit_check(kit);
	kit_reopen(kit);
	assert_true(store_line_get(kit->store, line.id, &out));
	assert_int_equal(out.qty_milli, 9);
	assert_true(store_order_get(kit->store, order.id, &order));
	assert_int_equal(order.changed_ms, T0 + 5);
}

/* SQL that knows nothing of it, with the table anywhere in its words. */
static void
no_statement_misses_them(void **state)
{
	struct kit *kit = *state;
	struct db *db = kit->store->db;
	kit_begin(kit);
	int64_t person = kit_person(kit, 4); /* who orders */
	struct line line = add_line(kit, add_order(kit).id);
	assert_int_equal(db_number(db, 0,
			     "SELECT l.qty_milli FROM order_ o"
			     " JOIN line l ON l.id / 64 = o.id"),
	    5000);
	line.qty_milli = 7000;
	store_line_put(kit->store, &line);
	assert_int_equal(
	    db_run(db, "UPDATE line SET qty_milli=qty_milli+1"), 1);
	assert_true(store_line_get(kit->store, line.id, &line));
	assert_int_equal(line.qty_milli, 7001);
	store_person_heard(kit->store, person, T0 + 1);
	assert_int_equal(
	    db_number(db, 0, "SELECT heard_ms FROM phone, person"), T0 + 1);
	store_person_heard(kit->store, person, T0 + 2);
	assert_int_equal(db_run(db, "DELETE FROM line WHERE id > 0"), 1);
	kit_commit(kit);
	assert_int_equal(store_line_count(kit->store, 0), 0);
	kit_check(kit);
}

static void
more_than_wait_are_written(void **state)
{
	struct kit *kit = *state;
	struct line line;
	kit_begin(kit);
	for (int i = 0; i < 3 * LATER_ROWS; i++) {
		struct order order = add_order(kit);
		for (int k = 1; k <= 3; k++) {
			line = add_line(kit, order.id);
			assert_int_equal(line.number, k);
		}
	}
	kit_commit(kit);
	assert_int_equal(store_line_count(kit->store, 0), 9 * LATER_ROWS);
	kit_check(kit);
}

static void
a_rollback_drops_them(void **state)
{
	struct kit *kit = *state;
	struct line out;
	kit_begin(kit);
	struct order order = add_order(kit);
	struct line line = add_line(kit, order.id);
	store_rollback(kit->store);
	assert_false(store_line_get(kit->store, line.id, &out));
	kit_begin(kit);
	/* The same id again: it was never told to anybody. */
	assert_int_equal(add_order(kit).id, order.id);
	kit_commit(kit);
	assert_int_equal(store_line_count(kit->store, 0), 0);
	kit_check(kit);
}

static void
a_broken_rule_fails_the_turn(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct line line = add_line(kit, add_order(kit).id);
	for (int i = 0; i < 2; i++) {
		struct proposal p = {.line_id = line.id,
		    .seller_id = kit_person(kit, 3),
		    .state = PROPOSAL_OPEN};
		store_proposal_add(kit->store, &p);
	}
	assert_false(kit_try_commit(kit));
	assert_int_equal(store_failed(kit->store, NULL), STORE_RULE);
	store_rollback(kit->store);
	assert_int_equal(store_line_count(kit->store, 0), 0);
	kit_check(kit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_row_is_written_once, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		no_statement_misses_them, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		more_than_wait_are_written, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_rollback_drops_them, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_broken_rule_fails_the_turn, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
