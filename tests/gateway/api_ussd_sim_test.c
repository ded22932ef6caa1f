/* Dialling from the command line: a turn a request, the dial audited. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "tests/gateway/api_world.h"

#define URL "/api/v1/ussd-sim"

static size_t
audit_rows(struct world *w)
{
	world_get(w, "/api/v1/audit");
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
a_dialogue_by_hand(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(
	    &w, URL, "{\"phone\":\"0722\",\"session\":\"s1\",\"lang\":\"sw\"}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "status", ""), "answered");
	assert_string_equal(json_text(w.reply, "text", ""), "You said\n384*96");
	assert_true(json_is_true(json_object_get(w.reply, "go_on")));
	assert_int_equal(json_int(w.reply, "septets", 0), 160);
	assert_int_equal(json_int(w.reply, "session_id", 0), 7);
	assert_string_equal(w.dialled, "0 0722 384*96 sw ");
	world_post(
	    &w, URL, "{\"phone\":\"0722\",\"session\":\"s1\",\"input\":\"1\"}");
	assert_string_equal(w.dialled, "1 0722   1");
	world_post(
	    &w, URL, "{\"phone\":\"0722\",\"session\":\"s1\",\"input\":\"9\"}");
	assert_true(json_is_false(json_object_get(w.reply, "go_on")));
	world_post(
	    &w, URL, "{\"phone\":\"0722\",\"session\":\"s1\",\"hangup\":true}");
	assert_string_equal(w.dialled, "4 0722   ");
	/* Of all that, the dial is a row of the audit. */
	assert_int_equal(audit_rows(&w), 1);
	assert_string_equal(
	    json_text(json_array_get(json_object_get(w.reply, "items"), 0),
		"what", ""),
	    "384*96 as nobody");
	world_close(&w);
}

static void
what_is_refused(void **state)
{
	static const char *const bad[] = {
	    "{}",
	    "{\"phone\":\"0722\"}",
	    "{\"session\":\"s1\"}",
	    "{\"phone\":\"0722\",\"session\":\"s\",\"input\":1}",
	    "{\"phone\":\"0722\",\"session\":\"s\",\"input\":\"a\\u0000\"}",
	    "{\"phone\":\"0722\",\"session\":\"s\",\"input\":\"1\","
	    "\"dialled\":\"*1#\"}",
	};
	struct world w;
	(void)state;
	world_open(&w);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		world_post(&w, URL, bad[i]);
		if (w.http_status != 422 && w.http_status != 400)
			fail_msg("%s: %d", bad[i], w.http_status);
	}
	assert_int_equal(w.dial_turns, 0);
	assert_int_equal(audit_rows(&w), 0);
	world_post(&w, URL, "{\"phone\":\"12\",\"session\":\"s1\"}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "status", ""), "bad-number");
	/* No audit, no dial. */
	w.refuse_jobs = true;
	w.dial_turns = 0;
	world_post(&w, URL, "{\"phone\":\"0722\",\"session\":\"s1\"}");
	assert_int_equal(w.http_status, 500);
	assert_int_equal(w.dial_turns, 0);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_dialogue_by_hand),
	    cmocka_unit_test(what_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
