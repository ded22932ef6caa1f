/* Who does not see numbers: reads everything without one, can do everything by
 * the ids of people, and is written down when a number is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/panic.h"

#include "gateway/admin/api_impl.h"
#include "gateway/store/store_person.h"

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
as(struct world *w, enum caller_role role)
{
	w->caller = (struct caller){.role = role, .name = "amina"};
}

static int64_t
person_of(struct world *w, const char *number)
{
	int64_t phone_id, person_id = 0;

	assert_true(store_phone_find(w->reader, number, &phone_id, &person_id));
	return person_id;
}

static bool
has_number(json_t *reply)
{
	char *text = json_dumps(reply, JSON_WRITE_FLAGS);
	bool has = strstr(text, "+2547") != NULL ||
		   strstr(text, "7220000") != NULL ||
		   strstr(text, "7110000") != NULL;

	free(text);
	return has;
}

static void
no_list_shows_a_number(void **state)
{
	static const char *const paths[] = {"status", "orders", "messages",
	    "queue", "people", "offers", "pools", "households?person=1",
	    "receipts?person=1", "sessions", "turns", "areas", "catalogue",
	    "consents?person=1", "sales", "weights", "campaigns", "links",
	    "routes", "route?phone=0722000002", "audit", "report/day",
	    "report/income", "report/sales", "people?phone=0722000002",
	    "messages?phone=0722000002", "orders/1", "messages/1",
	    "nothing-at-0722000002", "orders?state=0722000002"};
	char path[96];
	struct world w;

	(void)state;
	world_open(&w);
	world_fill(&w);
	world_text(&w, "+254722000002", "call 0711 000 001 or +254711000001");
	world_post(&w, "/api/v1/messages",
	    "{\"to\":\"+254722000002\",\"text\":\"ask 0711000001\"}");
	as(&w, CALLER_ADMIN);
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		snprintf(path, sizeof(path), "/api/v1/%s", paths[i]);
		world_get(&w, path);
		assert_non_null(w.reply);
		assert_false(has_number(w.reply));
	}
	w.caller.numbers = true;
	world_get(&w, "/api/v1/messages");
	assert_true(has_number(w.reply));
	world_close(&w);
}

static void
a_person_is_asked_for_by_id(void **state)
{
	struct world w;
	char path[96];
	int64_t buyer, seller;

	(void)state;
	world_open(&w);
	world_fill(&w);
	world_text(&w, "+254722000002", "hello");
	as(&w, CALLER_VIEWER);
	buyer = person_of(&w, "+254722000002");
	world_get(&w, "/api/v1/orders");
	assert_int_equal(json_int(item(&w, 0), "buyer_person", 0), buyer);
	seller = json_int(item(&w, 0), "seller_person", 0);
	snprintf(path, sizeof(path), "/api/v1/messages?person=%lld",
	    (long long)buyer);
	world_get(&w, path);
	assert_true(items(&w) >= 1);
	assert_int_equal(json_int(item(&w, 0), "person", 0), buyer);
	snprintf(
	    path, sizeof(path), "/api/v1/people?person=%lld", (long long)buyer);
	world_get(&w, path);
	assert_int_equal(items(&w), 1);
	assert_int_equal(json_int(item(&w, 0), "person", 0), buyer);
	snprintf(path, sizeof(path), "/api/v1/offers?person=%lld",
	    (long long)person_of(&w, "+254711000001"));
	world_get(&w, path);
	assert_true(items(&w) >= 1);
	(void)seller;
	world_get(&w, "/api/v1/messages?person=99999");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/messages?person=x");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

static void
a_person_is_acted_for_by_id(void **state)
{
	struct world w;
	char path[96], body[128];
	int64_t seller, order;

	(void)state;
	world_open(&w);
	order = world_fill(&w);
	as(&w, CALLER_OPERATOR);
	seller = person_of(&w, "+254711000001");
	snprintf(
	    path, sizeof(path), "/api/v1/orders/%lld/accept", (long long)order);
	snprintf(body, sizeof(body), "{\"for_person\":%lld,\"line\":1}",
	    (long long)seller);
	world_post(&w, path, body);
	assert_int_equal(w.http_status, 200);
	assert_string_equal(w.act_for, "+254711000001");
	assert_false(has_number(w.reply));
	snprintf(
	    body, sizeof(body), "{\"for\":\"id:%lld\"}", (long long)seller);
	world_post(&w, path, body);
	assert_string_equal(w.act_for, "+254711000001");
	world_post(&w, path, "{\"for_person\":99999}");
	assert_int_equal(w.http_status, 404);
	snprintf(body, sizeof(body), "{\"person\":%lld,\"text\":\"hello\"}",
	    (long long)seller);
	world_post(&w, "/api/v1/messages", body);
	assert_int_equal(w.http_status, 201);
	assert_false(has_number(w.reply));
	snprintf(path, sizeof(path), "/api/v1/people/id:%lld/phone-add",
	    (long long)seller);
	world_post(&w, path, "{\"phone\":\"0711000099\"}");
	assert_int_equal(w.http_status, 200);
	/* Nor does the audit have one, not even for who may see them. */
	w.caller = (struct caller){.role = CALLER_NOBODY};
	world_get(&w, "/api/v1/audit");
	assert_true(items(&w) >= 3);
	assert_false(has_number(w.reply));
	world_close(&w);
}

static void
a_number_that_is_shown_is_written_down(void **state)
{
	struct world w;
	char body[128], wanted[96];
	int64_t seller;

	(void)state;
	world_open(&w);
	world_fill(&w);
	seller = person_of(&w, "+254711000001");
	snprintf(body, sizeof(body),
	    "{\"person\":%lld,\"why\":\"lorry waits, not 0722000002\"}",
	    (long long)seller);
	as(&w, CALLER_VIEWER);
	world_post(&w, "/api/v1/reveal", body);
	assert_int_equal(w.http_status, 403);
	as(&w, CALLER_OPERATOR);
	world_post(&w, "/api/v1/reveal", "{\"person\":99999}");
	assert_int_equal(w.http_status, 404);
	w.refuse_jobs = true;
	world_post(&w, "/api/v1/reveal", body);
	assert_int_equal(w.http_status, 500);
	assert_false(has_number(w.reply));
	w.refuse_jobs = false;
	world_post(&w, "/api/v1/reveal", body);
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "phone", ""), "+254711000001");
	as(&w, CALLER_ADMIN);
	world_get(&w, "/api/v1/audit");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "action", ""), "reveal");
	assert_string_equal(json_text(item(&w, 0), "actor", ""), "admin:amina");
	snprintf(wanted, sizeof(wanted),
	    "person %lld: lorry waits, not •••••002", (long long)seller);
	assert_string_equal(json_text(item(&w, 0), "what", ""), wanted);
	world_close(&w);
}

/* Digit by digit, by asking which texts have them. */
static void
no_search_tells_a_number(void **state)
{
	static const struct {
		const char *words;
		bool found, found_masked;
	} cases[] = {
	    {"0722000009", true, false}, {"22000", true, false},
	    {"call%2007", true, false}, {"9%20722", true, false},
	    {"009", true, true}, /* which it shows */
	    {"%22call%200722000009%22", true, false}, {"%220722", true, false},
	    {"%22for%2012%22", true, true}, {"CALL", true, true},
	    {"12", true, true}, /* no number's */
	};
	struct world w;
	char path[96];

	(void)state;
	world_open(&w);
	world_text(&w, "+254722000002", "call 0722000009 for 12 bags");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		snprintf(path, sizeof(path), "/api/v1/messages?words=%s",
		    cases[i].words);
		w.caller = (struct caller){.role = CALLER_NOBODY};
		world_get(&w, path);
		assert_int_equal(items(&w), cases[i].found);
		as(&w, CALLER_VIEWER);
		world_get(&w, path);
		assert_int_equal(items(&w), cases[i].found_masked);
	}
	world_close(&w);
}

/* -- the whole table: resource, form and role -------------------------------
 */

static bool
is_in_answer(const char *answer)
{
	return strstr(answer, "7220000") != NULL ||
	       strstr(answer, "7110000") != NULL ||
	       strstr(answer, "722 000") != NULL;
}

/* "GET people" in one of its forms.  False: that role may not, or there is
 * nothing to be had in this form. */
static bool
read_as(struct world *w, enum caller_role role, bool numbers, const char *path)
{
	as(w, role);
	w->caller.numbers = numbers;
	world_ask(w, path, NULL, NULL);
	return w->http_status == 200;
}

/* One row of the table; how often who sees no numbers got an answer, and who
 * does got one with a number. */
static void
check_row(
    struct world *w, const struct api_route *r, size_t *read, size_t *shown)
{
	static const char *const ends[] = {"", ".csv", ".json", "/1",
	    "?person=1", ".csv?person=1", ".json?phone=0722000002",
	    "?phone=0722000002", "/0722000002"};
	char path[96];

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		for (int role = CALLER_VIEWER; role <= CALLER_ADMIN; role++) {
			snprintf(path, sizeof(path), "/api/v1/%s%s",
			    r->resource, ends[i]);
			if (read_as(w, role, false, path)) {
				assert_true(role >= (int)r->role);
				++*read;
			}
			if (is_in_answer(w->http_head))
				fail_msg("%s, %s: %s", path,
				    caller_role_name(role), w->http_head);
			if (read_as(w, role, true, path) &&
			    is_in_answer(w->http_head))
				++*shown;
		}
}

static void
no_form_of_any_resource_shows_a_number(void **state)
{
	struct api_route r;
	struct world w;
	size_t read = 0, shown = 0;

	(void)state;
	world_open(&w);
	world_fill(&w);
	world_earn(&w);
	world_text(&w, "+254722000002", "call 0711 000 001 or +254711000001");
	world_text(&w, "+254722000002", "0722 000 002 is mine");
	world_post(&w, "/api/v1/messages",
	    "{\"to\":\"+254722000002\",\"text\":\"ask 0711000001\"}");
	for (size_t i = 0; api_route_at(i, &r); i++)
		if (r.method == HTTP_GET && strcmp(r.resource, "events") != 0)
			check_row(&w, &r, &read, &shown);
	/* It was no test of refusals, nor of a market without numbers. */
	assert_true(read > 200);
	assert_true(shown > 50);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_list_shows_a_number),
	    cmocka_unit_test(no_form_of_any_resource_shows_a_number),
	    cmocka_unit_test(no_search_tells_a_number),
	    cmocka_unit_test(a_person_is_asked_for_by_id),
	    cmocka_unit_test(a_person_is_acted_for_by_id),
	    cmocka_unit_test(a_number_that_is_shown_is_written_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
