/* Leaders, households, receipts and shares, as the API tells them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/json.h"

#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_pool.h"

#include "tests/gateway/api_world.h"

#define LEADER "%2B254711000009"

static void
committed(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

/* A leader, a household by the table, one without a phone, a receipt. */
static void
fill(struct world *w)
{
	struct took took = {.product = "mango",
	    .unit = "kg",
	    .qty_milli = 120000,
	    .grade = "A",
	    .terms = LOT_COMMISSION,
	    .rate = 750,
	    .price_minor = -1,
	    .due_minor = -1,
	    .time_ms = WORLD_START_MS};
	int64_t phone_id;

	world_csv(w, "/api/v1/people/import",
	    "phone,name,roles,leader\n"
	    "0711000009,Otieno,seller|leader,\n"
	    "0711000010,Akinyi,seller,0711000009\n");
	store_begin(w->store);
	assert_true(store_phone_find(
	    w->store, "+254711000009", &phone_id, &took.leader_id));
	took.household_id = store_household_add(
	    w->store, took.leader_id, "Nekesa", 0, WORLD_START_MS);
	store_took_add(w->store, &took);
	store_commit(w->store, committed, NULL);
}

static const json_t *
item(const struct world *w, size_t at)
{
	return json_array_get(json_object_get(w->reply, "items"), at);
}

static size_t
items(const struct world *w)
{
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
households_and_receipts(void **state)
{
	struct world w;

	(void)state;
	world_open(&w);
	fill(&w);
	world_get(&w, "/api/v1/pools");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "leader", ""), "Otieno");
	assert_int_equal(json_int(item(&w, 0), "households", 0), 2);
	world_get(&w, "/api/v1/households?phone=" LEADER);
	assert_int_equal(items(&w), 2);
	assert_string_equal(
	    json_text(item(&w, 0), "phone", ""), "+254711000010");
	assert_int_equal(json_int(item(&w, 1), "number", 0), 2);
	assert_true(json_is_null(json_object_get(item(&w, 1), "phone")));
	world_get(&w, "/api/v1/households?limit=1&phone=" LEADER);
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/households?after=1&phone=" LEADER);
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "household", ""), "Nekesa");
	world_get(&w, "/api/v1/receipts?phone=" LEADER);
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "terms", ""), "commission");
	assert_true(json_is_null(json_object_get(item(&w, 0), "due")));
	world_close(&w);
}

static void
what_is_asked_wrong(void **state)
{
	struct world w;

	(void)state;
	world_open(&w);
	world_get(&w, "/api/v1/households");
	assert_int_equal(w.http_status, 400);
	world_get(&w, "/api/v1/receipts?phone=%00");
	assert_int_equal(w.http_status, 400);
	world_get(&w, "/api/v1/households?phone=0799999999");
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/shares");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/shares?code=Z9Z");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

static void
shares_of_an_order(void **state)
{
	struct world w;
	struct order order;
	struct share share = {.household_id = 1,
	    .leader_id = 2,
	    .qty_milli = 2500,
	    .grade = "A",
	    .state = SHARE_OPEN,
	    .price_minor = 4000};
	char path[64];
	struct buf b = buf_over(path, sizeof(path));

	(void)state;
	world_open(&w);
	int64_t id = world_fill(&w);
	store_begin(w.store);
	assert_true(store_order_get(w.store, id, &order));
	share.line_id = id * 64 + 1;
	store_share_put(w.store, &share);
	store_commit(w.store, committed, NULL);
	buf_add_format(&b, "/api/v1/shares?code=%s", order.code);
	world_get(&w, path);
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "state", ""), "open");
	assert_string_equal(json_text(item(&w, 0), "grade", ""), "A");
	assert_int_equal(json_int(item(&w, 0), "line", 0), 1);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(households_and_receipts),
	    cmocka_unit_test(what_is_asked_wrong),
	    cmocka_unit_test(shares_of_an_order),
	};

	return cmocka_run_group_tests_name("api_pool", tests, NULL, NULL);
}
