/* Sales, their sellers, buyers and waiting list; followers and news. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_follow.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_sale.h"

static struct sale
a_sale(struct kit *kit, const char *product, int64_t price_minor,
    enum sale_state state)
{
	struct sale sale = {.opener_id = kit_person(kit, 1),
	    .message_id = 7,
	    .unit = "kg",
	    .price_minor = price_minor,
	    .cap_milli = 50000,
	    .from_ms = T0,
	    .until_ms = T0 + 9,
	    .state = state,
	    .created_ms = T0};

	str_copy(sale.product, sizeof(sale.product), str_from(product));
	store_sale_add(kit->store, &sale, kit_random, kit);
	assert_true(sale.id > 0);
	return sale;
}

static struct sale_part
a_part(struct kit *kit, const struct sale *sale, int seller, int64_t milli)
{
	struct offer offer = {.seller_id = kit_person(kit, seller),
	    .product = "mango",
	    .unit = "kg",
	    .stock_milli = milli,
	    .closed = true};
	struct sale_part part = {
	    .sale_id = sale->id, .seller_id = kit_person(kit, seller)};

	store_offer_put(kit->store, &offer, T0);
	part.offer_id = offer.id;
	store_sale_part_add(kit->store, &part);
	return part;
}

static void
a_sale_comes_back_whole(void **state)
{
	struct kit *kit = *state;
	struct sale in, out;

	kit_begin(kit);
	in = a_sale(kit, "mango", 4000, SALE_PLANNED);
	assert_true(store_sale_get(kit->store, in.id, &out));
	assert_string_equal(out.code, in.code);
	assert_string_equal(out.product, "mango");
	assert_string_equal(out.unit, "kg");
	assert_int_equal(out.price_minor, 4000);
	assert_int_equal(out.cap_milli, 50000);
	assert_int_equal(out.until_ms, T0 + 9);
	assert_int_equal(out.state, SALE_PLANNED);
	assert_int_equal(out.message_id, 7);
	assert_false(store_sale_any_running(kit->store));
	in.state = SALE_RUNNING;
	store_sale_put(kit->store, &in);
	assert_true(store_sale_any_running(kit->store));
	kit_commit(kit);
	kit_check(kit);
}

/* Codes are unlike any order's, in any case, and free again afterwards. */
static void
codes(void **state)
{
	struct kit *kit = *state;
	struct sale sale, found;
	char lower[SALE_CODE_OCTETS];

	kit_begin(kit);
	for (int i = 0; i < 300; i++) {
		sale = a_sale(kit, "mango", 4000, SALE_RUNNING);
		assert_true(strlen(sale.code) >= 3);
		assert_true(strspn(sale.code, "ABCDEFHJKMNPQRTUVWXY") == 2);
		assert_true(
		    strspn(sale.code + 2, "23456789") == strlen(sale.code) - 2);
	}
	for (size_t i = 0; i <= strlen(sale.code); i++)
		lower[i] =
		    sale.code[i] >= 'A' ? sale.code[i] + 32 : sale.code[i];
	assert_true(store_sale_by_code(kit->store, lower, &found));
	assert_int_equal(found.id, sale.id);
	sale.state = SALE_ENDED;
	store_sale_put(kit->store, &sale);
	assert_true(store_sale_by_code(kit->store, lower, &found));
	assert_int_equal(found.state, SALE_ENDED);
	assert_false(store_sale_by_code(kit->store, "ZZ9", &found));
	kit_commit(kit);
}

static void
the_cheapest_runs_first(void **state)
{
	struct kit *kit = *state;
	struct sale cheap, out;

	kit_begin(kit);
	(void)a_sale(kit, "mango", 4000, SALE_RUNNING);
	cheap = a_sale(kit, "mango", 3500, SALE_RUNNING);
	(void)a_sale(kit, "mango", 3000, SALE_PLANNED);
	(void)a_sale(kit, "maize", 1000, SALE_RUNNING);
	assert_true(store_sale_of_product(kit->store, "mango", &out));
	assert_int_equal(out.id, cheap.id);
	assert_false(store_sale_of_product(kit->store, "onion", &out));
	kit_commit(kit);
}

static void
relay(void **state)
{
	struct kit *kit = *state;
	struct sale_part parts[SALE_PARTS_MAX], part;
	struct sale sale;
	struct offer found;

	kit_begin(kit);
	sale = a_sale(kit, "mango", 4000, SALE_RUNNING);
	for (int i = 0; i < SALE_PARTS_MAX; i++)
		assert_int_equal(
		    a_part(kit, &sale, 2 + i, 1000).id, sale.id * 64 + i + 1);
	part = a_part(kit, &sale, 30, 1000);
	assert_int_equal(part.id, 0); /* no room */
	assert_int_equal(
	    store_sale_parts(kit->store, sale.id, parts), SALE_PARTS_MAX);
	assert_int_equal(parts[0].free_milli, 1000);
	assert_true(store_offer_hold(kit->store, parts[0].offer_id, 400));
	assert_false(store_offer_hold(kit->store, parts[0].offer_id, 601));
	assert_true(store_sale_part_get(kit->store, parts[0].id, &part));
	assert_int_equal(part.free_milli, 600);
	/* Given to a sale, it is nobody's ordinary offer. */
	assert_false(store_offer_find(
	    kit->store, parts[0].seller_id, "mango", "kg", &found));
	kit_commit(kit);
	kit_check(kit);
}

static void
counts_go_up_and_down(void **state)
{
	struct kit *kit = *state;
	struct sale sale, out;
	struct sale_part part;
	struct sale_line line = {.line_id = 65,
			     .qty_milli = 400,
			     .sum_minor = 1600,
			     .promoter_id = 9},
			 gone;

	kit_begin(kit);
	sale = a_sale(kit, "mango", 4000, SALE_RUNNING);
	part = a_part(kit, &sale, 2, 1000);
	line.part_id = part.id;
	line.buyer_id = kit_person(kit, 3);
	store_sale_line_add(kit->store, &line);
	line.line_id = 66;
	store_sale_line_add(kit->store, &line);
	assert_int_equal(
	    store_sale_bought(kit->store, sale.id, line.buyer_id), 800);
	assert_int_equal(store_sale_bought(kit->store, sale.id, 999), 0);
	assert_int_equal(
	    store_sale_bought(kit->store, sale.id + 1, line.buyer_id), 0);
	assert_true(store_sale_line_gone(kit->store, 66, &gone));
	assert_int_equal(gone.qty_milli, 400);
	assert_false(store_sale_line_gone(kit->store, 66, &gone)); /* once */
	assert_false(store_sale_line_gone(kit->store, 67, &gone));
	assert_int_equal(
	    store_sale_bought(kit->store, sale.id, line.buyer_id), 400);
	assert_true(store_sale_get(kit->store, sale.id, &out));
	assert_int_equal(out.orders, 1);
	assert_int_equal(out.sold_milli, 400);
	assert_int_equal(out.sum_minor, 1600);
	assert_true(store_sale_part_get(kit->store, part.id, &part));
	assert_int_equal(part.orders, 1);
	kit_commit(kit);
}

static struct sale_wait
waits(struct kit *kit, const struct sale *sale, int buyer, int64_t milli)
{
	struct sale_wait wait = {.sale_id = sale->id,
	    .buyer_id = kit_person(kit, buyer),
	    .phone_id = kit_phone(kit, buyer),
	    .qty_milli = milli,
	    .unit = "kg",
	    .need_milli = milli};

	store_sale_wait_put(kit->store, &wait);
	return wait;
}

static void
the_list_is_in_order(void **state)
{
	struct kit *kit = *state;
	struct sale sale, out;
	struct sale_wait first, second, third, got;

	kit_begin(kit);
	sale = a_sale(kit, "mango", 4000, SALE_RUNNING);
	first = waits(kit, &sale, 2, 900);
	second = waits(kit, &sale, 3, 300);
	third = waits(kit, &sale, 4, 100);
	assert_int_equal(store_sale_wait_place(kit->store, &third), 3);
	/* Another wish keeps the place. */
	second = waits(kit, &sale, 3, 250);
	assert_int_equal(store_sale_wait_place(kit->store, &second), 2);
	/* The first that fits. */
	assert_true(store_sale_wait_first(kit->store, sale.id, 260, &got));
	assert_int_equal(got.number, second.number);
	assert_true(store_sale_wait_first(kit->store, sale.id, 1000, &got));
	assert_int_equal(got.number, first.number);
	assert_false(store_sale_wait_first(kit->store, sale.id, 50, &got));
	store_sale_wait_drop(kit->store, &first);
	store_sale_wait_drop(kit->store, &first); /* once */
	assert_int_equal(store_sale_wait_place(kit->store, &third), 2);
	assert_true(store_sale_get(kit->store, sale.id, &out));
	assert_int_equal(out.waiting, 2);
	/* Who leaves and comes again stands at the end. */
	first = waits(kit, &sale, 2, 100);
	assert_int_equal(store_sale_wait_place(kit->store, &first), 3);
	assert_true(
	    store_sale_wait_next(kit->store, sale.id, second.number, &got));
	assert_int_equal(got.number, third.number);
	kit_commit(kit);
}

static void
promoters(void **state)
{
	struct kit *kit = *state;
	struct promoter in = {"JANE", 5, 50}, out;

	kit_begin(kit);
	store_promoter_put(kit->store, &in);
	in.permille = 30;
	store_promoter_put(kit->store, &in);
	assert_true(store_promoter_find(kit->store, "jane", &out));
	assert_string_equal(out.code, "JANE");
	assert_int_equal(out.permille, 30);
	assert_false(store_promoter_find(kit->store, "jan", &out));
	kit_commit(kit);
}

/* -- followers ------------------------------------------------------------- */

static void
followers_come_in_batches(void **state)
{
	struct kit *kit = *state;
	struct follower batch[7];
	char topics[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS];
	int64_t after = 0;
	size_t count, all = 0;

	kit_begin(kit);
	for (int i = 0; i < 20; i++)
		store_follow_add(kit->store, 100 - i, i + 1, "sales", T0);
	store_follow_add(kit->store, 100, 77, "sales", T0 + 1); /* again */
	store_follow_add(kit->store, 100, 77, "product:mango", T0 + 2);
	while ((count = store_follow_after(
		    kit->store, "sales", after, batch, 7)) > 0) {
		for (size_t i = 0; i < count; i++) {
			assert_true(batch[i].person_id > after);
			after = batch[i].person_id;
		}
		all += count;
	}
	assert_int_equal(all, 20);
	assert_int_equal(store_follow_of(kit->store, 100, topics), 2);
	assert_string_equal(topics[0], "sales");
	assert_true(store_follow_has(kit->store, 100, "product:mango"));
	assert_true(store_follow_drop(kit->store, 100, "product:mango"));
	assert_false(store_follow_drop(kit->store, 100, "product:mango"));
	kit_commit(kit);
}

static void
one_row_of_news(void **state)
{
	struct kit *kit = *state;
	struct news news = {.kind = NEWS_SALE, .ref = 4, .day = 3}, out;

	kit_begin(kit);
	store_news_put(kit->store, &news);
	news.after_id = 55;
	news.told = 9;
	news.done = true;
	store_news_put(kit->store, &news);
	assert_true(store_news_find(kit->store, NEWS_SALE, 4, &out));
	assert_int_equal(out.id, news.id);
	assert_int_equal(out.after_id, 55);
	assert_int_equal(out.told, 9);
	assert_true(out.done);
	assert_false(store_news_find(kit->store, NEWS_OVER, 4, &out));
	kit_commit(kit);
	kit_check(kit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_sale_comes_back_whole, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(codes, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_cheapest_runs_first, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(relay, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		counts_go_up_and_down, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_list_is_in_order, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(promoters, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		followers_come_in_batches, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		one_row_of_news, kit_open, kit_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
