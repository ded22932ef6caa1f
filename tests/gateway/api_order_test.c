/* Orders over the socket: lists, one whole, acting for people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "gateway/store/store_order.h"

#include "gateway/store/search.h"
#include "tests/gateway/api_world.h"

static json_t *
item(const struct world *w, size_t i)
{
	return json_array_get(json_object_get(w->reply, "items"), i);
}

static size_t
items(const struct world *w)
{
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
a_list_has_one_row_a_line(void **state)
{
	struct world w;
	const json_t *row;
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_get(&w, "/api/v1/orders");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(items(&w), 2);
	row = item(&w, 0);
	assert_int_equal(json_int(row, "line", 0), 1);
	assert_int_equal(json_int(row, "id", 0), 1);
	assert_string_equal(json_text(row, "state", ""), "offered");
	assert_string_equal(json_text(row, "buyer", ""), "+254722000002");
	assert_string_equal(json_text(row, "seller", ""), "+254711000001");
	assert_string_equal(json_text(row, "product", ""), "maize");
	assert_string_equal(json_text(row, "unit", ""), "kg");
	assert_string_equal(json_text(row, "currency", ""), "KES");
	assert_string_equal(json_text(row, "payment", ""), "due");
	assert_string_equal(
	    json_text(row, "created", ""), "2026-09-21T14:13:20.000Z");
	assert_non_null(json_object_get(row, "changed"));
	assert_int_equal(json_int(row, "quantity", 0), 5);
	assert_true(json_real_value(json_object_get(row, "price")) > 35.49);
	assert_true(json_is_null(json_object_get(item(&w, 1), "seller")));
	assert_true(json_is_null(json_object_get(w.reply, "next")));
	world_close(&w);
}

static void
lists_are_filtered_and_paged(void **state)
{
	struct world w;
	char path[64];
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_get(&w, "/api/v1/orders?state=waiting");
	assert_int_equal(items(&w), 1);
	assert_int_equal(json_int(item(&w, 0), "line", 0), 2);
	world_get(&w, "/api/v1/orders?phone=0711000001");
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/orders?phone=%2B254799999999");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/orders?since=2026-09-22");
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/orders?limit=1");
	assert_int_equal(items(&w), 1);
	snprintf(path, sizeof(path), "/api/v1/orders?limit=1&after=%d",
	    (int)json_int(w.reply, "next", 0));
	world_get(&w, path);
	assert_int_equal(json_int(item(&w, 0), "line", 0), 2);
	world_close(&w);
}

static void
feed(struct world *w)
{
	struct err err = {0};
	struct search *search = search_open(w->db, &err);

	assert_non_null(search);
	assert_true(search_feed(search, 100, &err) > 0);
	search_close(&search);
}

/* As they are found by reading lines, and again with the index of who has part
 * in which order. */
static void
orders_of_a_person_are_found_either_way(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	for (int round = 0; round < 2; round++) {
		world_get(&w, "/api/v1/orders?phone=0711000001");
		assert_int_equal(items(&w), 1);
		assert_true(json_is_null(json_object_get(w.reply, "next")));
		world_get(&w, "/api/v1/orders?phone=0722000002");
		size_t upwards = items(&w);
		assert_int_equal(upwards, 2);
		int64_t first = json_int(item(&w, 0), "line", 0);
		world_get(&w, "/api/v1/orders?phone=0722000002&before=99999");
		assert_int_equal(items(&w), upwards);
		assert_int_equal(json_int(item(&w, 1), "line", 0), first);
		world_get(&w, "/api/v1/orders?phone=0722000002&limit=1"
			      "&before=99999");
		assert_int_equal(items(&w), 1);
		char path[96];
		snprintf(path, sizeof(path),
		    "/api/v1/orders?phone=0722000002&limit=1&before=%d",
		    (int)json_int(w.reply, "next", 0));
		world_get(&w, path);
		assert_int_equal(items(&w), 1);
		assert_int_equal(json_int(item(&w, 0), "line", 0), first);
		if (round == 0)
			feed(&w);
	}
	world_close(&w);
}

static void
an_order_is_shown_whole(void **state)
{
	struct world w;
	const json_t *proposal, *event;
	char path[64];
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_get(&w, "/api/v1/orders/1");
	assert_int_equal(w.http_status, 200);
	snprintf(path, sizeof(path), "/api/v1/orders/%s",
	    json_text(w.reply, "code", "?"));
	world_get(&w, path);
	assert_int_equal(w.http_status, 200);
	assert_int_equal(json_array_size(json_object_get(w.reply, "lines")), 2);
	assert_true(json_is_null(json_object_get(w.reply, "settled")));
	proposal = json_array_get(json_object_get(w.reply, "proposals"), 0);
	assert_string_equal(json_text(proposal, "state", ""), "open");
	assert_string_equal(
	    json_text(proposal, "reason", ""), "longest not asked");
	event = json_array_get(json_object_get(w.reply, "history"), 0);
	assert_true(json_is_null(json_object_get(event, "from")));
	assert_string_equal(json_text(event, "to", ""), "offered");
	assert_string_equal(json_text(event, "by", ""), "buyer");
	world_close(&w);
}

static void
an_act_is_done_audited_and_shown(void **state)
{
	struct world w;
	const json_t *row;
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_post(&w, "/api/v1/orders/1/accept",
	    "{\"for\":\"0711 000 001\",\"line\":1,\"quantity\":2.5}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(w.act_for, "+254711000001");
	assert_string_equal(w.act_actor, "admin:amina");
	assert_int_equal(w.act.line, 1);
	assert_int_equal(w.act.quantity_milli, 2500);
	row = json_array_get(json_object_get(w.reply, "lines"), 0);
	assert_string_equal(json_text(row, "state", ""), "confirmed");
	row = json_array_get(json_object_get(w.reply, "history"), 1);
	assert_string_equal(json_text(row, "by", ""), "admin:amina");
	world_get(&w, "/api/v1/audit");
	row = item(&w, 0);
	assert_string_equal(json_text(row, "actor", ""), "admin:amina");
	assert_string_equal(json_text(row, "action", ""), "order.accept");
	assert_non_null(strstr(json_text(row, "what", ""), "for person 1 "));
	world_close(&w);
}

static void
what_is_not_allowed_is_a_problem(void **state)
{
	static const struct {
		const char *path, *body;
		int status;
	} rows[] = {
	    {"/api/v1/orders/1/decline", "{}", 409},
	    {"/api/v1/orders/Z9Z/accept", "{}", 404},
	    {"/api/v1/orders/999/accept", "{}", 404},
	    {"/api/v1/orders/1/accept", "{\"for\":\"nobody\"}", 422},
	    {"/api/v1/orders/1/accept", "{\"quantity\":\"much\"}", 422},
	    {"/api/v1/orders/1/accept", "{\"quantity\":-1}", 422},
	    {"/api/v1/orders/1/accept", "{\"line\":64}", 422},
	    {"/api/v1/orders/1/accept", "{", 400},
	    {"/api/v1/orders/1/accept", "[]", 400},
	    {"/api/v1/orders/1/explode", "{}", 404},
	    {"/api/v1/orders?state=lost", NULL, 400},
	    {"/api/v1/orders?since=yesterday", NULL, 400},
	    {"/api/v1/orders?limit=-1", NULL, 400},
	    {"/api/v1/orders/1/accept", NULL, 405},
	    {"/api/v1/orders", "{}", 405},
	    {"/api/v1/", NULL, 404},
	    {"/api/v1/orders//accept", NULL, 404},
	    {"/api/v1/orders/1/accept/now", NULL, 404},
	    {"/api/v2/orders", NULL, 404},
	    {"/", NULL, 404},
	};
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		world_ask(&w, rows[i].path, "application/json", rows[i].body);
		if (w.http_status != rows[i].status)
			fail_msg("%s: %d", rows[i].path, w.http_status);
		assert_non_null(
		    strstr(w.http_head, "application/problem+json"));
		assert_int_equal(
		    json_int(w.reply, "status", 0), rows[i].status);
		assert_true(strlen(json_text(w.reply, "detail", "")) > 5);
	}
	world_get(&w, "/api/v1/audit");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
a_commit_that_fails_changes_nothing(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	w.refuse_jobs = true;
	world_post(&w, "/api/v1/orders/1/accept", "{}");
	assert_int_equal(w.http_status, 500);
	world_get(&w, "/api/v1/orders?state=offered");
	assert_int_equal(items(&w), 1);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_list_has_one_row_a_line),
	    cmocka_unit_test(lists_are_filtered_and_paged),
	    cmocka_unit_test(orders_of_a_person_are_found_either_way),
	    cmocka_unit_test(an_order_is_shown_whole),
	    cmocka_unit_test(an_act_is_done_audited_and_shown),
	    cmocka_unit_test(what_is_not_allowed_is_a_problem),
	    cmocka_unit_test(a_commit_that_fails_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
