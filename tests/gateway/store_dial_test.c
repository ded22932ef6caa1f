/* What dialogues read: what is on sale, areas within areas, tokens. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_area.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_onsale.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_token.h"

static struct offer
sell(struct kit *kit, int seller, const char *product, int64_t stock_milli)
{
	struct offer offer = {.seller_id = kit_person(kit, seller),
	    .stock_milli = stock_milli,
	    .price_minor = 4000};
	strcpy(offer.product, product);
	strcpy(offer.unit, "kg");
	store_offer_put(kit->store, &offer, T0);
	return offer;
}

/* Only what can be chosen, and no further than somebody looks. */
static void
what_is_on_sale_is_counted(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	for (int i = 1; i <= 7; i++)
		sell(kit, i, "tomato", 5000);
	struct offer closed = sell(kit, 8, "tomato", 5000);
	closed.closed = true;
	store_offer_put(kit->store, &closed, T0);
	struct offer all = sell(kit, 9, "egg", 3000);
	sell(kit, 9, "kale", 0);
	assert_int_equal(store_onsale_count(kit->store, "tomato", 30), 7);
	assert_int_equal(store_onsale_count(kit->store, "tomato", 3), 3);
	assert_int_equal(store_onsale_count(kit->store, "egg", 30), 1);
	assert_int_equal(store_onsale_count(kit->store, "kale", 30), 0);
	assert_int_equal(store_onsale_count(kit->store, "none", 30), 0);
	/* All of it held: the row is written with the commit. */
	assert_true(store_offer_hold(kit->store, all.id, 3000));
	kit_commit(kit);
	assert_int_equal(store_onsale_count(kit->store, "egg", 30), 0);
}

static void
changes_tell_their_product(void **state)
{
	struct kit *kit = *state;
	int64_t first = store_onsale_changes(kit->store);
	kit_begin(kit);
	struct offer egg = sell(kit, 1, "egg", 3000);
	sell(kit, 2, "kale", 2000);
	egg.price_minor = 20;
	store_offer_put(kit->store, &egg, T0 + 1);
	assert_int_equal(store_onsale_changes(kit->store), first + 3);
	assert_string_equal(store_onsale_changed(kit->store, first + 1), "egg");
	assert_string_equal(
	    store_onsale_changed(kit->store, first + 2), "kale");
	assert_string_equal(store_onsale_changed(kit->store, first + 3), "egg");
	assert_null(store_onsale_changed(kit->store, first + 4));
	assert_null(store_onsale_changed(kit->store, 0));
	for (int i = 0; i < STORE_ONSALE_KEPT - 1; i++)
		store_onsale_note(kit->store, "maize");
	assert_null(store_onsale_changed(kit->store, first + 2));
	assert_string_equal(store_onsale_changed(kit->store, first + 3), "egg");
	kit_commit(kit);
}

struct names {
	char all[256];
	int most;
};

static bool
add(void *arg, int64_t area_id, const char *name)
{
	struct names *names = arg;
	assert_true(area_id > 0);
	strcat(strcat(names->all, name), " ");
	return --names->most != 0;
}

static void
areas_are_listed_as_they_came(void **state)
{
	struct kit *kit = *state;
	struct names names = {.most = -1};
	kit_begin(kit);
	int64_t siaya = store_area_ensure(kit->store, "Siaya", "");
	int64_t yala = store_area_ensure(kit->store, "Yala", "Siaya");
	store_area_ensure(kit->store, "Kisumu", "");
	store_area_ensure(kit->store, "Alego", "Siaya");
	kit_commit(kit);
	assert_int_equal(store_area_below(kit->store, 0, 9, add, &names), 2);
	assert_string_equal(names.all, "Siaya Kisumu ");
	names = (struct names){.most = -1};
	assert_int_equal(
	    store_area_below(kit->store, siaya, 9, add, &names), 2);
	assert_string_equal(names.all, "Yala Alego ");
	names = (struct names){.most = -1};
	assert_int_equal(
	    store_area_below(kit->store, siaya, 1, add, &names), 1);
	assert_string_equal(names.all, "Yala ");
	names = (struct names){.most = 1};
	assert_int_equal(
	    store_area_below(kit->store, siaya, 9, add, &names), 1);
	assert_string_equal(names.all, "Yala ");
	names = (struct names){.most = -1};
	assert_int_equal(store_area_below(kit->store, yala, 9, add, &names), 0);
}

/* For ever, also over a start, and the first one stays. */
static void
a_token_is_taken_once(void **state)
{
	struct kit *kit = *state;
	int64_t message_id = 7;
	assert_false(store_token_find(kit->store, 42, &message_id));
	assert_int_equal(message_id, 0);
	kit_begin(kit);
	assert_true(store_token_take(kit->store, 42, 1, 11));
	assert_false(store_token_take(kit->store, 42, 2, 12));
	assert_true(store_token_take(kit->store, INT64_MAX, 2, 13));
	kit_commit(kit);
	kit_reopen(kit);
	assert_true(store_token_find(kit->store, 42, &message_id));
	assert_int_equal(message_id, 11);
	assert_true(store_token_find(kit->store, INT64_MAX, &message_id));
	assert_int_equal(message_id, 13);
	assert_false(store_token_find(kit->store, 43, &message_id));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		what_is_on_sale_is_counted, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		changes_tell_their_product, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		areas_are_listed_as_they_came, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_token_is_taken_once, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
