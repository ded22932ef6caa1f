/* That there is none is remembered until there is one, and the clock of the
 * turn is written once; both go with a rollback.  kit_check() asks again. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/store_bought.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_turn.h"

static int64_t
statements(struct kit *kit)
{
	int64_t count, rows;

	store_work(kit->store, &count, &rows);
	return count;
}

static bool
count_order(void *arg, const struct order *order)
{
	(void)order;
	++*(int *)arg;
	return true;
}

static int
open_orders(struct kit *kit, int64_t person_id)
{
	int count = 0;

	store_order_open_of(kit->store, person_id, count_order, &count);
	return count;
}

static struct order
add_order(struct kit *kit, int64_t buyer_id)
{
	struct order order = {.buyer_id = buyer_id, .created_ms = T0};

	store_order_add(kit->store, &order, kit_random, kit);
	assert_true(order.id > 0);
	return order;
}

static int64_t
person_of(struct kit *kit, int64_t phone_id)
{
	struct phone_row row;

	assert_true(store_seen_get(kit->store, SEEN_PHONE, phone_id, &row));
	return row.person_id;
}

static void
a_newcomer_costs_no_question(void **state)
{
	struct kit *kit = *state;
	int64_t ids[4], person;
	struct question q;

	kit_begin(kit);
	int64_t phone = store_phone_ensure(
	    kit->store, "+254700000001", PARTY_PHONE, T0, &person);
	assert_int_equal(person_of(kit, phone), person);
	int64_t before = statements(kit);
	assert_int_equal(open_orders(kit, person), 0);
	assert_int_equal(
	    store_line_orders_of_seller(kit->store, person, 4, ids), 0);
	assert_false(store_question_open(kit->store, phone, &q));
	assert_int_equal(
	    store_bought_most(kit->store, person, "maize", "kg"), 0);
	assert_int_equal(statements(kit), before);
	kit_commit(kit);
	kit_check(kit);
}

static void
an_order_is_found_and_its_end_is(void **state)
{
	struct kit *kit = *state;

	kit_begin(kit);
	int64_t buyer = kit_person(kit, 1);
	assert_int_equal(open_orders(kit, buyer), 0);
	struct order order = add_order(kit, buyer);
	assert_int_equal(open_orders(kit, buyer), 1);
	order.closed_ms = T0 + 1;
	store_order_put(kit->store, &order);
	assert_int_equal(open_orders(kit, buyer), 0);
	order.closed_ms = 0;
	store_order_put(kit->store, &order);
	assert_int_equal(open_orders(kit, buyer), 1);
	kit_commit(kit);
	kit_check(kit);
}

/* Orders and questions may become somebody else's. */
static void
what_is_moved_is_found(void **state)
{
	struct kit *kit = *state;
	int64_t from, to;
	struct question q = {.created_ms = T0, .due_ms = T0 + 9, .kind = 1};

	kit_begin(kit);
	int64_t here = store_phone_ensure(
	    kit->store, "+254700000001", PARTY_PHONE, T0, &from);
	int64_t there = store_phone_ensure(
	    kit->store, "+254700000002", PARTY_PHONE, T0, &to);
	(void)add_order(kit, from);
	assert_int_equal(open_orders(kit, to), 0);
	store_phone_merge(kit->store, from, to);
	assert_int_equal(open_orders(kit, to), 1);
	q.phone_id = here;
	q.person_id = from;
	assert_true(store_question_ask(kit->store, &q) > 0);
	assert_false(store_question_open(kit->store, there, &q));
	store_phone_carry_question(kit->store, from, here, there);
	assert_true(store_question_open(kit->store, there, &q));
	assert_false(store_question_open(kit->store, here, &q));
	kit_commit(kit);
	kit_check(kit);
}

static void
lines_and_goods_are_found(void **state)
{
	struct kit *kit = *state;
	int64_t ids[4];

	kit_begin(kit);
	int64_t buyer = kit_person(kit, 1), seller = kit_person(kit, 2);
	struct order order = add_order(kit, buyer);
	struct line line = {.order_id = order.id,
	    .product = "maize",
	    .unit = "kg",
	    .seller_id = seller,
	    .state = LINE_OFFERED};
	store_line_add(kit->store, &line);
	assert_int_equal(
	    store_line_orders_of_seller(kit->store, seller, 4, ids), 0);
	line.state = LINE_CONFIRMED;
	store_line_put(kit->store, &line);
	assert_int_equal(
	    store_line_orders_of_seller(kit->store, seller, 4, ids), 1);
	assert_int_equal(ids[0], order.id);
	store_bought_note(kit->store, buyer, "maize", "kg", 7);
	assert_int_equal(
	    store_bought_most(kit->store, buyer, "maize", "kg"), 7);
	kit_commit(kit);
	kit_check(kit);
}

static void
a_rollback_forgets(void **state)
{
	struct kit *kit = *state;

	kit_begin(kit);
	int64_t buyer = kit_person(kit, 1);
	struct order order = add_order(kit, buyer);
	kit_commit(kit);
	kit_begin(kit);
	order.closed_ms = T0 + 1;
	store_order_put(kit->store, &order);
	assert_int_equal(open_orders(kit, buyer), 0);
	store_rollback(kit->store);
	assert_int_equal(open_orders(kit, buyer), 1);
	kit_check(kit);
}

/* Were it ever wrong, the check would say so. */
static void
the_check_asks_again(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};

	kit_begin(kit);
	int64_t buyer = kit_person(kit, 1);
	(void)add_order(kit, buyer);
	kit_commit(kit);
	store_none_note(kit->store, NONE_ORDER, buyer);
	assert_int_equal(store_check(kit->store, &err), STORE_BROKEN);
	assert_non_null(strstr(err.text, "none is remembered"));
}

/* -- the clock of the turn ------------------------------------------------- */

static struct offer
add_listing(struct kit *kit, int who, const char *product)
{
	struct offer offer = {.seller_id = kit_person(kit, who),
	    .unit = "kg",
	    .stock_milli = 1000000};

	str_copy(offer.product, sizeof(offer.product), str_from(product));
	store_offer_put(kit->store, &offer, T0);
	return offer;
}

static int64_t
stored_key(struct kit *kit)
{
	return db_number(kit->store->db, -1,
	    "SELECT key FROM turn_clock WHERE product = 'maize'");
}

static void
the_clock_is_written_once(void **state)
{
	struct kit *kit = *state;
	struct offer offer;

	kit_begin(kit);
	int64_t id = add_listing(kit, 1, "maize").id;
	assert_true(store_offer_get(kit->store, id, &offer));
	store_turn_asked(kit->store, &offer, 100, T0); /* all is known now */
	store_settle(kit->store);
	int64_t before = statements(kit);
	for (int i = 0; i < 9; i++) {
		assert_true(store_offer_get(kit->store, id, &offer));
		store_turn_asked(kit->store, &offer, 100, T0);
	}
	assert_int_equal(statements(kit), before);
	store_settle(kit->store); /* person, listing, clock */
	assert_int_equal(statements(kit), before + 3);
	kit_commit(kit);
	assert_int_equal(stored_key(kit), 900);
	kit_check(kit);
	kit_reopen(kit);
	assert_true(store_offer_get(kit->store, id, &offer));
	assert_int_equal(offer.turn_key, 1000);
	assert_int_equal(store_turn_usual(kit->store, "maize", 0), 100);
	kit_check(kit);
}

static void
the_clock_goes_back_with_a_rollback(void **state)
{
	struct kit *kit = *state;

	kit_begin(kit);
	struct offer offer = add_listing(kit, 1, "maize");
	kit_commit(kit);
	kit_begin(kit);
	store_turn_asked(kit->store, &offer, 100, T0);
	store_rollback(kit->store);
	assert_int_equal(store_turn_usual(kit->store, "maize", 0), 0);
	assert_int_equal(stored_key(kit), -1);
	kit_check(kit);
}

/* More products than places: none is lost. */
static void
many_clocks(void **state)
{
	struct kit *kit = *state;
	char name[16];

	kit_begin(kit);
	for (int i = 0; i < 3 * TURN_CLOCK_PLACES; i++) {
		snprintf(name, sizeof(name), "p%d", i);
		struct offer offer = add_listing(kit, i, name);
		store_turn_asked(kit->store, &offer, 10 + i, T0);
	}
	kit_commit(kit);
	for (int i = 0; i < 3 * TURN_CLOCK_PLACES; i++) {
		snprintf(name, sizeof(name), "p%d", i);
		assert_int_equal(store_turn_usual(kit->store, name, 0), 10 + i);
	}
	kit_check(kit);
}

/* A second listing moves along, and so does one that became somebody's. */
static void
a_seller_with_more_than_one(void **state)
{
	struct kit *kit = *state;
	struct offer one, other;

	kit_begin(kit);
	one = add_listing(kit, 1, "maize");
	store_turn_asked(kit->store, &one, 50, T0);
	other = add_listing(kit, 2, "beans");
	other.seller_id = one.seller_id;
	store_offer_put(kit->store, &other, T0);
	assert_true(store_offer_get(kit->store, other.id, &other));
	int64_t key = other.turn_key;
	store_turn_move(kit->store, one.seller_id, 30);
	assert_true(store_offer_get(kit->store, one.id, &one));
	assert_true(store_offer_get(kit->store, other.id, &other));
	assert_int_equal(one.turn_key, 80);
	assert_int_equal(other.turn_key, key + 30);
	kit_commit(kit);
	kit_check(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_newcomer_costs_no_question),
	    TEST(an_order_is_found_and_its_end_is),
	    TEST(what_is_moved_is_found),
	    TEST(lines_and_goods_are_found),
	    TEST(a_rollback_forgets),
	    TEST(the_check_asks_again),
	    TEST(the_clock_is_written_once),
	    TEST(the_clock_goes_back_with_a_rollback),
	    TEST(many_clocks),
	    TEST(a_seller_with_more_than_one),
	};
	return cmocka_run_group_tests_name("store_none", tests, NULL, NULL);
}
