/* One text to very many, as the socket gives and takes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "gateway/store/store_broadcast.h"
#include "gateway/store/store_person.h"

#include "tests/gateway/api_world.h"

static json_t *
item(const struct world *w, size_t i)
{
	return json_array_get(json_object_get(w->reply, "items"), i);
}

static int64_t
begun(struct world *w, const char *body)
{
	world_post(w, "/api/v1/broadcasts", body);
	assert_int_equal(w->http_status, 201);
	assert_string_equal(json_text(w->reply, "state", ""), "running");
	return json_int(w->reply, "id", 0);
}

static void
one_is_begun_and_listed(void **state)
{
	struct world w;
	struct broadcast b;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/areas", "{\"area\":\"Siaya\"}");
	world_post(&w, "/api/v1/people",
	    "{\"phone\":\"0722000001\",\"roles\":\"seller\"}");
	int64_t id = begun(&w,
	    "{\"text\":\"rain is coming\",\"texts\":{\"sw\":\"mvua inakuja\"},"
	    "\"roles\":\"seller|leader\",\"area\":\"siaya\",\"rate\":60,"
	    "\"night\":true,\"until\":\"2027-01-01T00:00:00Z\"}");
	assert_true(store_broadcast_get(w.reader, id, &b));
	assert_int_equal(b.roles, PERSON_SELLER | PERSON_LEADER);
	assert_true(b.area_id != 0 && b.night && b.last_id > 0);
	assert_int_equal(b.rate, 60);
	assert_int_equal(b.due_ms, WORLD_START_MS);
	assert_string_equal(
	    store_broadcast_text(w.reader, id, "sw", "en"), "mvua inakuja");
	assert_string_equal(
	    store_broadcast_text(w.reader, id, "fr", "en"), "rain is coming");
	world_get(&w, "/api/v1/broadcasts");
	assert_string_equal(
	    json_text(item(&w, 0), "text", ""), "rain is coming");
	assert_string_equal(json_text(item(&w, 0), "area", ""), "Siaya");
	assert_int_equal(
	    json_array_size(json_object_get(item(&w, 0), "roles")), 2);
	assert_int_equal(json_int(item(&w, 0), "percent", -1), 0);
	world_get(&w, "/api/v1/status");
	json_t *list = json_object_get(w.reply, "broadcasts");
	assert_int_equal(json_array_size(list), 1);
	assert_int_equal(json_int(json_array_get(list, 0), "id", 0), id);
	world_get(&w, "/api/v1/audit?after=2");
	assert_string_equal(
	    json_text(item(&w, 0), "action", ""), "broadcast.start");
	world_close(&w);
}

static void
pages_of_it_are_whole(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	for (int i = 0; i < 5; i++)
		begun(&w, "{\"text\":\"hello\",\"again\":true}");
	world_get(&w, "/api/v1/broadcasts?limit=2");
	assert_int_equal(json_int(item(&w, 1), "id", 0), 2);
	world_get(&w, "/api/v1/broadcasts?limit=2&after=4");
	assert_int_equal(json_int(item(&w, 0), "id", 0), 5);
	assert_null(item(&w, 1));
	world_close(&w);
}

static void
what_makes_no_sense_is_refused(void **state)
{
	static const struct {
		const char *body;
		int status;
		const char *says;
	} rows[] = {
	    {"{}", 422, "the text is empty"},
	    {"{\"text\":\"\",\"texts\":{}}", 422, "the text is empty"},
	    {"{\"texts\":{\"sw\":\"\"}}", 422, "the text is empty"},
	    {"{\"texts\":{\"sw\":7}}", 422, "texts has a text"},
	    {"{\"texts\":[\"a\"]}", 422, "texts is an object"},
	    {"{\"text\":\"a\",\"roles\":\"farmer\"}", 422, "roles are"},
	    {"{\"text\":\"a\",\"area\":\"Nowhere\"}", 404, "no area is named"},
	    {"{\"text\":\"a\",\"lang\":\"very-long-language\"}", 422,
		"lang is a code"},
	    {"{\"text\":\"a\",\"rate\":-1}", 422, "rate is"},
	    {"{\"text\":\"a\",\"at\":\"tomorrow\"}", 422, "at is a time"},
	    {"{\"text\":\"a\",\"until\":\"2020-01-01T00:00:00Z\"}", 422,
		"until is over"},
	};
	struct world w;
	(void)state;
	world_open(&w);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		world_post(&w, "/api/v1/broadcasts", rows[i].body);
		assert_int_equal(w.http_status, rows[i].status);
		const char *says = json_text(w.reply, "detail", "");
		if (strstr(says, rows[i].says) == NULL)
			fail_msg("%s: %s", rows[i].body, says);
	}
	world_get(&w, "/api/v1/broadcasts");
	assert_null(item(&w, 0));
	world_close(&w);
}

static void
begun_twice_by_mistake_is_one(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	int64_t id = begun(&w, "{\"text\":\"hello\"}");
	world_post(&w, "/api/v1/broadcasts", "{\"text\":\"hello\"}");
	assert_int_equal(w.http_status, 409);
	begun(&w, "{\"texts\":{\"sw\":\"habari\"}}");
	world_post(&w, "/api/v1/broadcasts", "{\"texts\":{\"sw\":\"habari\"}}");
	assert_int_equal(w.http_status, 409);
	/* Other people, other words, on purpose, or after the first. */
	begun(&w, "{\"text\":\"hello\",\"roles\":\"buyer\"}");
	begun(&w, "{\"text\":\"hallo\"}");
	int64_t again = begun(&w, "{\"text\":\"hello\",\"again\":true}");
	char path[80];
	snprintf(path, sizeof(path), "/api/v1/broadcasts/%d/drop", (int)id);
	world_post(&w, path, "{}");
	snprintf(path, sizeof(path), "/api/v1/broadcasts/%d/drop", (int)again);
	world_post(&w, path, "{}");
	begun(&w, "{\"text\":\"hello\"}");
	world_close(&w);
}

static void
paused_resumed_dropped(void **state)
{
	static const struct {
		const char *act;
		int status;
		const char *state;
	} steps[] = {
	    {"resume", 409, NULL},
	    {"pause", 200, "paused"},
	    {"pause", 409, NULL},
	    {"resume", 200, "running"},
	    {"pause", 200, "paused"},
	    {"drop", 200, "dropped"},
	    {"resume", 409, NULL},
	    {"drop", 409, NULL},
	};
	struct world w;
	char path[80];
	(void)state;
	world_open(&w);
	int64_t id = begun(&w, "{\"text\":\"hello\"}");
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		snprintf(path, sizeof(path), "/api/v1/broadcasts/%d/%s",
		    (int)id, steps[i].act);
		world_post(&w, path, "{}");
		assert_int_equal(w.http_status, steps[i].status);
		if (steps[i].state != NULL)
			assert_string_equal(
			    json_text(w.reply, "state", ""), steps[i].state);
	}
	world_post(&w, "/api/v1/broadcasts/77/drop", "{}");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/broadcasts/x/drop", "{}");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_is_begun_and_listed),
	    cmocka_unit_test(pages_of_it_are_whole),
	    cmocka_unit_test(what_makes_no_sense_is_refused),
	    cmocka_unit_test(begun_twice_by_mistake_is_one),
	    cmocka_unit_test(paused_resumed_dropped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
