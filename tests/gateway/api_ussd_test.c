/* Asking an operator over the API: audited first, secrets told to nobody. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "tests/gateway/api_world.h"

#define URL "/api/v1/links/a/ussd"

static const char *
reply(const struct world *w, size_t i)
{
	const json_t *replies = json_object_get(w->reply, "replies");
	const char *text = json_string_value(json_array_get(replies, i));
	return text == NULL ? "" : text;
}

static const char *
last_audit(struct world *w)
{
	world_get(w, "/api/v1/audit");
	const json_t *items = json_object_get(w->reply, "items");
	return json_text(
	    json_array_get(items, json_array_size(items) - 1), "what", "");
}

static void
it_is_asked_and_answered(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, URL, "{\"steps\":[\"*144#\",\"1\"]}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(reply(&w, 0), "menu");
	assert_string_equal(reply(&w, 1), "*144# 1 (,)");
	assert_string_equal(json_text(w.reply, "outcome", ""), "answered");
	assert_int_equal(json_int(w.reply, "left", -1), 0);
	assert_string_equal(last_audit(&w), "a *144# 1");
	world_close(&w);
}

static void
secrets_are_told_to_nobody(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, URL, "{\"script\":\"topup\",\"voucher\":\"12345678\"}");
	assert_string_equal(w.ussd_steps, "(topup,12345678)");
	assert_string_equal(reply(&w, 1), "(topup,\342\200\246)");
	assert_string_equal(last_audit(&w), "a script topup");
	world_post(&w, URL, "{\"steps\":[\"*130*123456789#\",\"4321\",\"1\"]}");
	assert_string_equal(w.ussd_steps, "*130*123456789# 4321 1 (,)");
	assert_string_equal(
	    last_audit(&w), "a *130*\342\200\246# \342\200\246 1");
	world_close(&w);
}

static void
silence_and_refusal_are_told(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, URL, "{\"steps\":[\"*1#\"]}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "outcome", ""), "silent");
	assert_string_equal(
	    json_text(w.reply, "why", ""), "the network did not answer");
	world_post(&w, URL, "{\"steps\":[\"*0#\"]}");
	assert_int_equal(w.http_status, 409);
	assert_string_equal(
	    json_text(w.reply, "detail", ""), "it is being asked");
	world_post(&w, "/api/v1/links/zz/ussd", "{\"steps\":[\"*1#\"]}");
	assert_int_equal(w.http_status, 404);
	w.refuse_jobs = true; /* no audit, no question */
	w.ussd_steps[0] = '\0';
	world_post(&w, URL, "{\"steps\":[\"*144#\"]}");
	assert_int_equal(w.http_status, 500);
	assert_string_equal(w.ussd_steps, "");
	world_close(&w);
}

static void
bad_bodies_are_refused(void **state)
{
	static const char *const bad[] = {
	    "{}",
	    "{\"steps\":[]}",
	    "{\"steps\":\"*144#\"}",
	    "{\"steps\":[7]}",
	    "{\"steps\":[\"\"]}",
	    "{\"steps\":[\"*1#\\r\"]}",
	    "{\"steps\":[\"*1#\\u001a\"]}",
	    "{\"steps\":[\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",\"1\","
	    "\"1\"]}",
	    "{\"steps\":[\"*1#\"],\"script\":\"x\"}",
	    "{\"steps\":[\"*1#\"],\"voucher\":\"12\\\"34\"}",
	};
	struct world w;
	(void)state;
	world_open(&w);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		world_post(&w, URL, bad[i]);
		assert_int_equal(w.http_status, 422);
	}
	world_post(&w, URL, "[]");
	assert_int_equal(w.http_status, 400);
	assert_string_equal(w.ussd_steps, "");
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_asked_and_answered),
	    cmocka_unit_test(secrets_are_told_to_nobody),
	    cmocka_unit_test(silence_and_refusal_are_told),
	    cmocka_unit_test(bad_bodies_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
