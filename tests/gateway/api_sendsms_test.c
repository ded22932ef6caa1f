/* /cgi-bin/sendsms, as programs that speak to Kannel call it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/store/store_message.h"
#include "tests/gateway/api_world.h"

static int
set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	world_open(w);
	struct api_link *l = &w->status.links[w->status.links_count++];
	snprintf(l->name, sizeof(l->name), "a");
	snprintf(l->number, sizeof(l->number), "+254700000099");
	l->id = 3;
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	world_close(*state);
	free(*state);
	return 0;
}

struct seen {
	int count;
	char text[200], number[32];
	int64_t due_ms, stale_ms;
};

static bool
note(void *arg, const struct message *m)
{
	struct seen *seen = arg;
	seen->count++;
	str_copy(seen->text, sizeof(seen->text), str_from(m->text));
	str_copy(seen->number, sizeof(seen->number), str_from(m->number));
	seen->due_ms = m->due_ms;
	seen->stale_ms = m->stale_ms;
	return true;
}

/* The status, and what is queued by then. */
static int
sends(struct world *w, const char *query, struct seen *seen)
{
	char path[1024];
	struct message_filter all = {.after_id = 0};
	snprintf(path, sizeof(path), "/cgi-bin/sendsms?%s", query);
	world_ask(w, path, NULL, NULL);
	memset(seen, 0, sizeof(*seen));
	store_message_list(w->reader, &all, note, seen);
	return w->http_status;
}

static void
a_text_is_queued(void **state)
{
	struct world *w = *state;
	struct seen seen;
	assert_int_equal(
	    sends(w, "username=u&password=p&to=0711000001&text=Habari+%C3%A9",
		&seen),
	    202);
	assert_int_equal(seen.count, 1);
	assert_string_equal(seen.number, "+254711000001");
	assert_string_equal(seen.text, "Habari \xc3\xa9");
	assert_int_equal(seen.stale_ms, 0);
	assert_non_null(strstr(w->http_head, "X-Furrow-Message: 1\r\n"));
}

static void
the_text_may_be_the_body(void **state)
{
	struct world *w = *state;
	struct message_filter all = {.after_id = 0};
	struct seen seen = {.count = 0};
	world_ask(
	    w, "/cgi-bin/sendsms?to=0711000001", "text/plain", "as a body");
	assert_int_equal(w->http_status, 202);
	store_message_list(w->reader, &all, note, &seen);
	assert_string_equal(seen.text, "as a body");
}

/* They would reach a phone as they are. */
static void
other_kinds_of_body_are_no_text(void **state)
{
	static const char *const types[] = {"text/xml", "application/json",
	    "multipart/form-data; boundary=x", "application/octet-stream"};
	struct world *w = *state;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		world_ask(
		    w, "/cgi-bin/sendsms?to=0711000001", types[i], "<a/>");
		assert_int_equal(w->http_status, 400);
		assert_non_null(strstr(w->http_head, "The body is to be"));
	}
}

static void
charsets_are_read(void **state)
{
	static const struct {
		const char *query, *want;
	} rows[] = {
	    {"text=%E9t%E9", "\xc3\xa9t\xc3\xa9"}, /* as old clients write */
	    {"charset=ISO-8859-1&text=%C3%A9", "\xc3\x83\xc2\xa9"},
	    {"charset=windows-1252&text=%80", "\xe2\x82\xac"},
	    {"charset=UTF-8&coding=2&text=%E4%BD%A0", "\xe4\xbd\xa0"},
	    {"charset=UTF-16BE&coding=2&text=O%60Y%7D",
		"\xe4\xbd\xa0\xe5\xa5\xbd"},
	};
	struct world *w = *state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char query[256];
		struct seen seen;
		snprintf(
		    query, sizeof(query), "to=0711000001&%s", rows[i].query);
		assert_int_equal(sends(w, query, &seen), 202);
		assert_string_equal(seen.text, rows[i].want);
	}
}

static void
what_cannot_be_sent_is_refused_for_good(void **state)
{
	static const char *const queries[] = {
	    "text=hello", /* to nobody */
	    "to=0711000001&text=", /* nothing */
	    "to=nobody&text=hello",
	    "to=0711000001&text=hello&coding=1",
	    "to=0711000001&text=%4F%60&coding=2", /* in what? */
	    "to=0711000001&text=hello&udh=050003010201",
	    "to=0711000001&text=hello&charset=koi8-r",
	    "to=0711000001&text=hello&smsc=nowhere",
	    "to=0711000001&text=hello&deferred=soon",
	    "to=0711000001&text=hello&validity=-1",
	};
	struct world *w = *state;
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		struct seen seen;
		int status = sends(w, queries[i], &seen);
		if (status < 400 || status > 499 || seen.count != 0)
			fail_msg("%s: %d", queries[i], status);
	}
}

static void
several_at_once(void **state)
{
	struct world *w = *state;
	struct seen seen;
	assert_int_equal(
	    sends(w, "to=0711000001+nobody+0711000002&text=hello", &seen), 202);
	assert_int_equal(seen.count, 2);
	assert_non_null(strstr(w->http_head, "X-Furrow-Refused: 2\r\n"));
	assert_int_equal(
	    sends(w, "to=0711000001+0711000002&text=hello", &seen), 202);
	assert_null(strstr(w->http_head, "X-Furrow-Refused"));
}

static void
later_and_not_too_late(void **state)
{
	struct world *w = *state;
	struct seen seen;
	assert_int_equal(sends(w,
			     "to=0711000001&text=hello&deferred=10&validity=5"
			     "&smsc=a",
			     &seen),
	    202);
	assert_int_equal(seen.due_ms, WORLD_START_MS + 10 * 60000);
	assert_int_equal(seen.stale_ms, WORLD_START_MS + 15 * 60000);
}

static void
without_a_token_nobody_sends(void **state)
{
	struct world *w = *state;
	struct seen seen;
	w->caller = (struct caller){.role = CALLER_VIEWER, .name = "v"};
	/* By the front: this world has nobody who could know a token. */
	assert_int_equal(
	    sends(w, "password=furrow_x&to=0711000001&text=a", &seen), 403);
	assert_int_equal(seen.count, 0);
}

int
main(void)
{
#define STORY(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    STORY(a_text_is_queued),
	    STORY(the_text_may_be_the_body),
	    STORY(other_kinds_of_body_are_no_text),
	    STORY(charsets_are_read),
	    STORY(what_cannot_be_sent_is_refused_for_good),
	    STORY(several_at_once),
	    STORY(later_and_not_too_late),
	    STORY(without_a_token_nobody_sends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
