/* Sets of weights and campaigns, as the socket gives and takes them; and who
 * must not learn of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

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
make_set(struct world *w)
{
	world_post(w, "/api/v1/weights",
	    "{\"name\":\"poor household\",\"factor\":\"1.5\","
	    "\"protected\":true}");
	assert_int_equal(w->http_status, 200);
	world_post(w, "/api/v1/people",
	    "{\"phone\":\"0722000001\",\"name\":\"Akinyi\","
	    "\"roles\":\"seller\"}");
	world_post(w, "/api/v1/weights/poor%20household/join",
	    "{\"phone\":\"0722000001\"}");
	assert_int_equal(w->http_status, 200);
}

static void
a_person_joins_and_leaves(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	make_set(&w);
	world_get(&w, "/api/v1/weights");
	assert_int_equal(items(&w), 1);
	assert_int_equal(json_int(item(&w, 0), "people", 0), 1);
	world_get(&w, "/api/v1/weights?phone=%2B254722000001");
	assert_int_equal(items(&w), 1);
	assert_string_equal(
	    json_text(item(&w, 0), "name", ""), "poor household");
	world_post(&w, "/api/v1/weights/Poor%20household/leave",
	    "{\"phone\":\"0722000001\"}");
	assert_int_equal(w.http_status, 200);
	world_get(&w, "/api/v1/weights?phone=%2B254722000001");
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/weights?phone=%2B254799999999");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

/* Not in the list of people, and not in the audit. */
static void
the_protected_stays_so(void **state)
{
	struct world w;
	char *text;
	(void)state;
	world_open(&w);
	make_set(&w);
	world_get(&w, "/api/v1/people");
	text = json_dumps(w.reply, 0);
	assert_null(strstr(text, "poor"));
	assert_null(strstr(text, "1.5"));
	free(text);
	world_get(&w, "/api/v1/audit");
	assert_true(items(&w) >= 2);
	for (size_t i = 0; i < items(&w); i++)
		if (strcmp(json_text(item(&w, i), "action", ""),
			"weight.join") == 0)
			assert_string_equal(json_text(item(&w, i), "what", ""),
			    "person 1 a protected set");
	world_close(&w);
}

static void
what_is_wrong_is_refused(void **state)
{
	static const struct {
		const char *path, *body;
		int status;
	} cases[] = {
	    {"/api/v1/weights", "{\"name\":\"x\",\"factor\":\"0\"}", 422},
	    {"/api/v1/weights", "{\"name\":\"x\",\"factor\":\"101\"}", 422},
	    {"/api/v1/weights", "{\"name\":\"\",\"factor\":\"2\"}", 422},
	    {"/api/v1/weights/none/join", "{\"phone\":\"0722000001\"}", 404},
	    {"/api/v1/weights/poor%20household/join",
		"{\"phone\":\"0799999999\"}", 404},
	    {"/api/v1/weights/poor%20household/join", "{\"phone\":\"x\"}", 422},
	    {"/api/v1/campaigns", "{\"name\":\"c\"}", 422},
	    {"/api/v1/campaigns",
		"{\"name\":\"c\",\"factor\":\"2\",\"area\":\"Nowhere\"}", 404},
	    {"/api/v1/campaigns",
		"{\"name\":\"c\",\"factor\":\"2\",\"texts\":-1}", 422},
	    {"/api/v1/campaigns",
		"{\"name\":\"c\",\"factor\":\"2\",\"days\":\"many\"}", 422},
	    {"/api/v1/campaigns/7/end", "{}", 404},
	    {"/api/v1/campaigns/x/end", "{}", 404},
	};
	struct world w;
	(void)state;
	world_open(&w);
	make_set(&w);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		world_post(&w, cases[i].path, cases[i].body);
		if (w.http_status != cases[i].status)
			fail_msg("case %zu: %d", i, w.http_status);
	}
	world_get(&w, "/api/v1/campaigns");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
a_campaign_is_reported(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/areas", "{\"area\":\"Siaya\"}");
	world_post(&w, "/api/v1/campaigns",
	    "{\"name\":\"rains\",\"factor\":\"2\",\"area\":\"siaya\","
	    "\"sponsor\":\"County\",\"texts\":500,\"days\":30}");
	assert_int_equal(w.http_status, 201);
	world_get(&w, "/api/v1/campaigns");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "area", ""), "Siaya");
	assert_string_equal(json_text(item(&w, 0), "sponsor", ""), "County");
	assert_int_equal(json_int(item(&w, 0), "left", 0), 500);
	assert_int_equal(json_int(item(&w, 0), "spent", -1), 0);
	assert_true(json_is_null(json_object_get(item(&w, 0), "ended")));
	world_post(&w, "/api/v1/campaigns/1/end", "{}");
	assert_int_equal(w.http_status, 200);
	world_post(&w, "/api/v1/campaigns/1/end", "{}");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/campaigns");
	assert_false(json_is_null(json_object_get(item(&w, 0), "ended")));
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_person_joins_and_leaves),
	    cmocka_unit_test(the_protected_stays_so),
	    cmocka_unit_test(what_is_wrong_is_refused),
	    cmocka_unit_test(a_campaign_is_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
