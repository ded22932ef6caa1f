/* Sales over the socket: the list, and one whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "gateway/store/store_offer.h"
#include "gateway/store/store_sale.h"

#include "tests/gateway/api_world.h"

static uint64_t
seven(void *arg)
{
	(void)arg;
	return 7;
}

static void
nothing(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

/* A running sale of seller 1 with one order, by a promoter's code. */
static struct sale
add_sale(struct world *w)
{
	struct sale sale = {.opener_id = 1,
	    .product = "maize",
	    .unit = "kg",
	    .price_minor = 3050,
	    .cap_milli = 50000,
	    .from_ms = WORLD_START_MS,
	    .until_ms = WORLD_START_MS + 3600000,
	    .state = SALE_RUNNING,
	    .created_ms = WORLD_START_MS};
	struct offer offer = {.seller_id = 1,
	    .product = "maize",
	    .unit = "kg",
	    .stock_milli = 100000,
	    .closed = true};
	struct sale_part part = {.seller_id = 1};
	struct sale_line line = {.line_id = 77,
	    .buyer_id = 2,
	    .promoter_id = 2,
	    .qty_milli = 20000,
	    .sum_minor = 61000};
	struct promoter jane = {"JANE", 2, 25};

	store_begin(w->store);
	store_sale_add(w->store, &sale, seven, NULL);
	store_offer_put(w->store, &offer, WORLD_START_MS);
	part.sale_id = sale.id;
	part.offer_id = offer.id;
	store_sale_part_add(w->store, &part);
	assert_true(store_offer_hold(w->store, offer.id, 20000));
	line.part_id = part.id;
	store_sale_line_add(w->store, &line);
	store_promoter_put(w->store, &jane);
	store_commit(w->store, nothing, NULL);
	return sale;
}

static void
a_list_of_sales(void **state)
{
	struct world w;
	struct sale sale;
	const json_t *row;

	(void)state;
	world_open(&w);
	world_fill(&w);
	world_get(&w, "/api/v1/sales");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(json_array_size(json_object_get(w.reply, "items")), 0);
	sale = add_sale(&w);
	world_get(&w, "/api/v1/sales");
	row = json_array_get(json_object_get(w.reply, "items"), 0);
	assert_string_equal(json_text(row, "code", ""), sale.code);
	assert_string_equal(json_text(row, "state", ""), "running");
	assert_string_equal(json_text(row, "product", ""), "maize");
	assert_true(json_real_value(json_object_get(row, "price")) > 30.49);
	assert_int_equal(json_int(row, "cap", 0), 50);
	assert_int_equal(json_int(row, "orders", 0), 1);
	assert_int_equal(json_int(row, "sold", 0), 20);
	assert_int_equal(json_int(row, "sum", 0), 610);
	assert_int_equal(json_int(row, "left", 0), 80);
	assert_int_equal(json_int(row, "waiting", -1), 0);
	assert_true(json_is_null(json_object_get(row, "ended")));
	world_close(&w);
}

static void
one_sale_whole(void **state)
{
	struct world w;
	struct sale sale;
	const json_t *row;
	char path[64];

	(void)state;
	world_open(&w);
	world_fill(&w);
	sale = add_sale(&w);
	snprintf(path, sizeof(path), "/api/v1/sales/%s", sale.code);
	world_get(&w, path);
	assert_int_equal(w.http_status, 200);
	row = json_array_get(json_object_get(w.reply, "sellers"), 0);
	assert_int_equal(json_int(row, "quantity", 0), 100);
	assert_int_equal(json_int(row, "left", 0), 80);
	assert_int_equal(json_int(row, "orders", 0), 1);
	row = json_array_get(json_object_get(w.reply, "promoters"), 0);
	assert_string_equal(json_text(row, "code", ""), "JANE");
	assert_int_equal(json_int(row, "sum", 0), 610);
	assert_true(json_real_value(json_object_get(row, "percent")) > 2.49);
	world_get(&w, "/api/v1/sales/1");
	assert_int_equal(w.http_status, 200);
	world_get(&w, "/api/v1/sales/ZZ9");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/sales/aVeryLongNameOfNothing");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_list_of_sales),
	    cmocka_unit_test(one_sale_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
