/* Whole lists as files. */
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

#include "tests/gateway/api_world.h"

/* What came, without the head and the frames of its chunks; free(). */
static char *
file_of(const struct world *w)
{
	const char *at = strstr(w->http_head, "\r\n\r\n") + 4;
	size_t used = 0;
	if (strstr(w->http_head, "Transfer-Encoding: chunked") == NULL)
		return xstrdup(at);
	char *file = xcalloc(1, strlen(at) + 1);
	for (;;) {
		char *end;
		size_t octets = strtoul(at, &end, 16);
		assert_memory_equal(end, "\r\n", 2);
		if (octets == 0)
			break;
		assert_true(strlen(end + 2) >= octets + 2);
		memcpy(file + used, end + 2, octets);
		used += octets;
		at = end + 2 + octets + 2;
	}
	return file;
}

/* A turn for the row of the audit. */
static const char *
last_audit(struct world *w)
{
	static char what[128];
	world_turn(w);
	json_t *items = json_object_get(world_get(w, "/api/v1/audit"), "items");
	const json_t *row = json_array_get(items, json_array_size(items) - 1);
	snprintf(what, sizeof(what), "%s %s %s", json_text(row, "actor", ""),
	    json_text(row, "action", ""), json_text(row, "what", ""));
	return what;
}

static int
lines_of(const char *text)
{
	int count = 0;
	for (; (text = strstr(text, "\r\n")) != NULL; text += 2)
		count++;
	return count;
}

static void
every_page_of_it(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_texts(&w, 1300, 100, "=1+1, \"now\"");
	world_ask(&w, "/api/v1/messages.csv", NULL, NULL);
	assert_int_equal(w.http_status, 200);
	assert_non_null(strstr(w.http_head, "text/csv; charset=utf-8"));
	assert_non_null(
	    strstr(w.http_head, "filename=\"furrow-messages.csv\""));
	char *file = file_of(&w);
	assert_memory_equal(
	    file, "\xef\xbb\xbfid,time,direction,link,phone,text,", 37);
	assert_int_equal(lines_of(file), 1301);
	assert_non_null(strstr(file, ",\"'=1+1, \"\"now\"\"\","));
	assert_null(strstr(file, ",+254"));
	free(file);
	assert_string_equal(
	    last_audit(&w), "admin:amina export messages.csv, 1300 rows");

	world_ask(&w, "/api/v1/messages.json", NULL, NULL);
	file = file_of(&w);
	json_t *rows = json_read(str_from(file), 1 << 24, NULL);
	assert_int_equal(json_array_size(rows), 1300);
	json_decref(rows);
	free(file);
	world_close(&w);
}

static void
filters_are_those_of_the_list(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_texts(&w, 20, 5, "want maize");
	world_text(&w, "+254733000003", "only this");
	world_ask(&w, "/api/v1/messages.csv?phone=%2B254733000003&limit=3",
	    NULL, NULL);
	char *file = file_of(&w);
	assert_int_equal(lines_of(file), 2);
	free(file);
	world_ask(&w, "/api/v1/messages.csv?since=yesterday", NULL, NULL);
	assert_int_equal(w.http_status, 400);
	assert_non_null(strstr(w.http_head, "application/problem+json"));
	/* Nobody of that number: a file with a head, and nothing else. */
	world_ask(&w, "/api/v1/messages.csv?phone=%2B254799999999", NULL, NULL);
	file = file_of(&w);
	assert_int_equal(w.http_status, 200);
	assert_int_equal(lines_of(file), 1);
	free(file);
	world_ask(
	    &w, "/api/v1/messages.json?phone=%2B254799999999", NULL, NULL);
	file = file_of(&w);
	assert_string_equal(file, "[]\n");
	free(file);
	world_close(&w);
}

static void
every_list_is_one(void **state)
{
	static const char *const lists[] = {"orders", "queue", "held", "people",
	    "offers", "areas", "pools", "sales", "sessions", "turns", "links",
	    "audit", "words", "aliases", "weights", "campaigns", "broadcasts",
	    "report/sales", "report/day", "report/fairness"};
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		char path[64];
		snprintf(path, sizeof(path), "/api/v1/%s.csv", lists[i]);
		world_ask(&w, path, NULL, NULL);
		if (w.http_status != 200)
			fail_msg("%s: %d", path, w.http_status);
		snprintf(path, sizeof(path), "/api/v1/%s.json", lists[i]);
		world_ask(&w, path, NULL, NULL);
		char *file = file_of(&w);
		json_t *rows = json_read(str_from(file), 1 << 24, NULL);
		if (!json_is_array(rows))
			fail_msg("%s: %s", path, file);
		json_decref(rows);
		free(file);
	}
	world_ask(&w, "/api/v1/status.csv", NULL, NULL);
	assert_int_equal(w.http_status, 404);
	world_ask(&w, "/api/v1/nothing.csv", NULL, NULL);
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/orders.csv", "{}");
	assert_int_equal(w.http_status, 405);
	world_close(&w);
}

static void
numbers_are_masked_for_who_may_not_see_them(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_text(&w, "+254722000002", "ring me on 0722000002");
	w.caller = (struct caller){.role = CALLER_VIEWER, .name = "vera"};
	world_ask(&w, "/api/v1/messages.csv", NULL, NULL);
	char *file = file_of(&w);
	assert_null(strstr(file, "722000002"));
	assert_int_equal(lines_of(file), 2);
	free(file);
	world_ask(&w, "/api/v1/audit.csv", NULL, NULL);
	assert_int_equal(w.http_status, 403);
	w.caller = (struct caller){.role = CALLER_NOBODY};
	assert_string_equal(last_audit(&w),
	    "admin:vera export messages.csv, 1 rows, numbers masked");
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_page_of_it),
	    cmocka_unit_test(filters_are_those_of_the_list),
	    cmocka_unit_test(every_list_is_one),
	    cmocka_unit_test(numbers_are_masked_for_who_may_not_see_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
