/* Households and their numbers, lots first in first out, receipts, shares. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_pool.h"

struct folk {
	struct household row[8];
	size_t count;
};

static bool
note_household(void *arg, const struct household *household)
{
	struct folk *folk = arg;

	if (folk->count < 8)
		folk->row[folk->count++] = *household;
	return true;
}

static struct folk
folk_of(struct kit *kit, int64_t leader_id, const char *product)
{
	struct folk folk = {.count = 0};

	store_household_each(
	    kit->store, leader_id, 1, 8, product, "", note_household, &folk);
	return folk;
}

static void
lead(struct kit *kit, int64_t person_id, int64_t leader_id)
{
	struct person person;

	assert_true(store_person_get(kit->store, person_id, &person));
	person.leader_id = leader_id;
	store_person_put(kit->store, &person);
}

static void
numbers_stay(void **state)
{
	struct kit *kit = *state;
	struct household one;
	struct folk folk;

	kit_begin(kit);
	int64_t leader = kit_person(kit, 1), other = kit_person(kit, 2);
	int64_t a = kit_person(kit, 3), b = kit_person(kit, 4), c;
	lead(kit, b, leader);
	lead(kit, a, leader);
	c = store_household_add(kit->store, leader, "Nekesa", 0, T0);
	/* Written again, and by another leader in between. */
	lead(kit, b, leader);
	folk = folk_of(kit, leader, "");
	assert_int_equal(folk.count, 3);
	assert_int_equal(folk.row[0].person_id, b);
	assert_int_equal(folk.row[1].person_id, a);
	assert_int_equal(folk.row[2].person_id, c);
	assert_int_equal(folk.row[2].number, 3);
	assert_string_equal(folk.row[2].name, "Nekesa");
	assert_int_equal(folk.row[2].phone_id, 0);
	lead(kit, b, other);
	assert_int_equal(folk_of(kit, leader, "").count, 2);
	assert_true(store_household_number(kit->store, other, 1, &one));
	assert_int_equal(one.person_id, b);
	/* The numbers of the others are as they were; a new one is behind. */
	assert_true(store_household_number(kit->store, leader, 2, &one));
	assert_int_equal(one.person_id, a);
	lead(kit, b, leader);
	assert_true(store_household_number(kit->store, leader, 4, &one));
	assert_int_equal(one.person_id, b);
	assert_int_equal(store_household_count(kit->store, leader), 3);
	assert_int_equal(store_household_newest(kit->store, leader), 4);
	assert_false(store_household_number(kit->store, leader, 1, &one));
	assert_false(store_household_number(kit->store, 0, 1, &one));
	kit_commit(kit);
	kit_check(kit);
}

static void
what_was_given_counts_by_goods(void **state)
{
	struct kit *kit = *state;
	struct folk folk;

	kit_begin(kit);
	int64_t leader = kit_person(kit, 1);
	int64_t a = store_household_add(kit->store, leader, "A", 0, T0);
	(void)store_household_add(kit->store, leader, "B", 0, T0);
	store_household_gave(kit->store, leader, "mango", "", a, 70, 30);
	store_household_gave(kit->store, leader, "mango", "", a, 50, 999);
	store_household_gave(kit->store, leader, "egg", "tray", a, 7, 0);
	folk = folk_of(kit, leader, "mango");
	assert_int_equal(folk.row[0].given, 150);
	assert_int_equal(folk.row[1].given, -1);
	/* Never below nothing. */
	store_household_gave(kit->store, leader, "mango", "", a, -500, 0);
	folk = folk_of(kit, leader, "mango");
	assert_int_equal(folk.row[0].given, 0);
	kit_commit(kit);
}

struct lots {
	int64_t id[8], left[8];
	size_t count;
};

static bool
note_lot(void *arg, const struct lot *lot)
{
	struct lots *lots = arg;

	lots->id[lots->count] = lot->id;
	lots->left[lots->count++] = lot->left_milli;
	return lots->count < 8;
}

static void
lots_are_read_as_they_came(void **state)
{
	struct kit *kit = *state;
	struct lots lots = {.count = 0};
	struct lot a = {.offer_id = 5,
	    .leader_id = 1,
	    .household_id = 2,
	    .terms = LOT_COMMISSION,
	    .price_minor = -1,
	    .rate = 1000,
	    .left_milli = 100};
	struct lot b = a, more = a, got;

	b.household_id = 3;
	kit_begin(kit);
	store_lot_put(kit->store, &a);
	store_lot_put(kit->store, &b);
	store_lot_put(kit->store, &more);
	assert_int_equal(more.id, a.id); /* the same terms: the same lot */
	more.rate = 500;
	more.left_milli = 7;
	store_lot_put(kit->store, &more);
	assert_true(more.id > b.id);
	store_lot_open(kit->store, 5, 8, note_lot, &lots);
	assert_int_equal(lots.count, 3);
	assert_int_equal(lots.id[0], a.id);
	assert_int_equal(lots.left[0], 200);
	assert_int_equal(lots.left[2], 7);
	assert_false(store_lot_change(kit->store, a.id, -201));
	assert_true(store_lot_change(kit->store, a.id, -200));
	assert_true(store_lot_get(kit->store, a.id, &got));
	assert_int_equal(got.left_milli, 0);
	/* Empty: out of the way, and the next one of these terms is new. */
	lots.count = 0;
	store_lot_open(kit->store, 5, 8, note_lot, &lots);
	assert_int_equal(lots.count, 2);
	a.left_milli = 9;
	store_lot_put(kit->store, &a);
	assert_true(a.id > more.id);
	assert_false(store_lot_get(kit->store, 999, &got));
	kit_commit(kit);
}

static void
the_last_receipt_that_stands(void **state)
{
	struct kit *kit = *state;
	struct took took = {.leader_id = 1,
	    .household_id = 2,
	    .product = "mango",
	    .unit = "kg",
	    .qty_milli = 120000,
	    .lot_milli = 120000,
	    .grade = "A",
	    .terms = LOT_BOUGHT,
	    .price_minor = 3000,
	    .due_minor = 360000,
	    .message_id = 9,
	    .time_ms = T0};
	struct took second = took, out;

	second.household_id = 3;
	second.time_ms = T0 + 1000;
	kit_begin(kit);
	store_took_add(kit->store, &took);
	store_took_add(kit->store, &second);
	assert_true(store_took_last(kit->store, 1, 0, T0, &out));
	assert_int_equal(out.id, second.id);
	assert_string_equal(out.grade, "A");
	assert_int_equal(out.due_minor, 360000);
	assert_true(store_took_last(kit->store, 1, 2, T0, &out));
	assert_int_equal(out.id, took.id);
	assert_false(store_took_last(kit->store, 1, 2, T0 + 1, &out));
	assert_false(store_took_last(kit->store, 7, 0, T0, &out));
	store_took_undo(kit->store, second.id, T0 + 5000);
	store_took_undo(kit->store, second.id, T0 + 9000);
	assert_true(store_took_last(kit->store, 1, 0, T0, &out));
	assert_int_equal(out.id, took.id);
	kit_commit(kit);
}

static bool
note_share(void *arg, const struct share *share)
{
	struct share *out = arg;

	*out = *share;
	return true;
}

static void
a_line_and_its_parts(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	struct line line = {.order_id = 1, .qty_milli = 100000};
	struct order order = {.buyer_id = 1};
	struct share share = {.household_id = 4,
	    .leader_id = 1,
	    .qty_milli = 60000,
	    .grade = "B",
	    .state = SHARE_OPEN,
	    .price_minor = 3500,
	    .time_ms = T0};
	struct share own = share, out = {0};

	kit_begin(kit);
	store_order_add(kit->store, &order, kit_random, kit);
	line.order_id = order.id;
	store_line_add(kit->store, &line);
	share.line_id = own.line_id = line.id;
	own.household_id = 1;
	own.qty_milli = 40000;
	store_share_put(kit->store, &share);
	store_share_put(kit->store, &own);
	kit_commit(kit);
	kit_check(kit);
	kit_begin(kit);
	store_share_open_of(kit->store, 4, 8, note_share, &out);
	assert_int_equal(out.qty_milli, 60000);
	assert_string_equal(out.grade, "B");
	/* Parts that are not the whole are found. */
	share.qty_milli = 50000;
	store_share_put(kit->store, &share);
	kit_commit(kit);
	assert_int_not_equal(store_check(kit->store, &err), 0);
	assert_non_null(strstr(err.text, "open parts"));
	kit_begin(kit);
	share.state = SHARE_DROPPED;
	store_share_put(kit->store, &share);
	own.qty_milli = 100000;
	store_share_put(kit->store, &own);
	out.qty_milli = 0;
	store_share_open_of(kit->store, 4, 8, note_share, &out);
	assert_int_equal(out.qty_milli, 0);
	kit_commit(kit);
	kit_check(kit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(numbers_stay, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_was_given_counts_by_goods, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		lots_are_read_as_they_came, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_last_receipt_that_stands, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_line_and_its_parts, kit_open, kit_close),
	};

	return cmocka_run_group_tests_name("store_pool", tests, NULL, NULL);
}
