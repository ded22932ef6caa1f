/* GET /api/v1/events over a real socket, in one thread with its server. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "gateway/admin/events.h"
#include "gateway/admin/events_private.h"
#include "gateway/store/store_login.h"
#include "gateway/store/store_user.h"
#include "tests/gateway/api_world.h"

#define PASSES_MOST 200000

struct ear {
	int fd;
	struct buf heard;
	bool over;
};

static int
set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	world_open(w);
	loop_by_hand(w->loop);
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

static void
listen_in(struct world *w, struct ear *ear, const char *fields)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX};
	char text[256];
	int octets = snprintf(text, sizeof(text),
	    "GET /api/v1/events HTTP/1.1\r\nHost: furrow\r\n%s\r\n", fields);
	str_copy(name.sun_path, sizeof(name.sun_path), str_from(w->socket));
	ear->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
	ear->heard = buf_new(1 << 20);
	ear->over = false;
	assert_int_equal(
	    connect(ear->fd, (struct sockaddr *)&name, sizeof(name)), 0);
	assert_int_equal(write(ear->fd, text, (size_t)octets), octets);
}

static void
hear(struct world *w, struct ear *ear)
{
	char part[4096];
	ssize_t got = read(ear->fd, part, sizeof(part));
	if (got > 0)
		buf_add(&ear->heard, part, (size_t)got);
	else if (got == 0 || errno != EAGAIN)
		ear->over = true;
	loop_once(w->loop, false);
}

/* Now and then it is time for events to look; what a thread reads takes time of
 * its own. */
static void
look(struct world *w, int pass)
{
	if (pass % 16 == 15)
		loop_turn(w->loop, EVENTS_LOOK_MS);
	if (pass % 64 == 63)
		usleep(500);
}

/* Until he has heard that. */
static void
await(struct world *w, struct ear *ear, const char *words)
{
	for (int i = 0; i < PASSES_MOST && !ear->over; i++) {
		if (ear->heard.octets > 0 && strstr(ear->heard.at, words))
			return;
		hear(w, ear);
		look(w, i);
	}
	fail_msg("no \"%s\" in: %s", words, ear->heard.at);
}

static void
await_end(struct world *w, struct ear *ear)
{
	for (int i = 0; i < PASSES_MOST && !ear->over; i++) {
		hear(w, ear);
		look(w, i);
	}
	assert_true(ear->over);
}

static void
leave(struct ear *ear)
{
	close(ear->fd);
	buf_free(&ear->heard);
}

static void
what_happens_is_told(void **state)
{
	struct world *w = *state;
	struct ear ear;
	world_text(w, "+254711000001", "before he listens");
	listen_in(w, &ear, "");
	await(w, &ear, "event: status\ndata: {\"ok\":");
	assert_non_null(
	    strstr(ear.heard.at, "Content-Type: text/event-stream\r\n"));
	assert_null(strstr(ear.heard.at, "event: message"));
	world_text(w, "+254711000001", "hello there");
	await(w, &ear, "event: message\ndata: {\"id\":");
	await(w, &ear, "hello there");
	await(w, &ear, "+254711000001");
	world_fill(w);
	await(w, &ear, "event: order\ndata: {\"id\":");
	leave(&ear);
}

static void
numbers_are_masked_for_whom_they_are_not(void **state)
{
	struct world *w = *state;
	struct ear ear;
	w->caller = (struct caller){.role = CALLER_VIEWER, .name = "wanjiru"};
	listen_in(w, &ear, "");
	await(w, &ear, "event: status");
	world_text(w, "+254711000001", "call 0711000002");
	await(w, &ear, "event: message");
	await(w, &ear, "call ");
	assert_null(strstr(ear.heard.at, "711000001"));
	assert_null(strstr(ear.heard.at, "711000002"));
	leave(&ear);
}

static void
what_was_missed_is_told_to_who_comes_back(void **state)
{
	struct world *w = *state;
	struct ear ear, again;
	char id[64] = "", field[128];
	listen_in(w, &ear, "");
	await(w, &ear, "event: status");
	world_text(w, "+254711000001", "first words");
	await(w, &ear, "first words");
	const char *at = strstr(ear.heard.at, "\nevent: message");
	while (at > ear.heard.at && at[-1] != ' ')
		at--;
	sscanf(at, "%63[0-9-]", id);
	world_text(w, "+254711000001", "second words");
	await(w, &ear, "second words");
	leave(&ear);
	snprintf(field, sizeof(field), "Last-Event-ID: %s\r\n", id);
	listen_in(w, &again, field);
	await(w, &again, "second words");
	assert_null(strstr(again.heard.at, "first words"));
	assert_null(strstr(again.heard.at, "event: skipped"));
	leave(&again);
	/* Of another run, or nonsense: he is told that he must look himself. */
	listen_in(w, &again, "Last-Event-ID: 17-4\r\n");
	await(w, &again, "event: skipped\ndata: {\"count\":null}");
	leave(&again);
}

static void
one_name_does_not_take_all_places(void **state)
{
	struct world *w = *state;
	struct ear ear[EVENTS_OF_ONE + 1];
	for (int i = 0; i < EVENTS_OF_ONE; i++) {
		listen_in(w, &ear[i], "Furrow-Actor: amina\r\n");
		await(w, &ear[i], "event: status");
	}
	listen_in(w, &ear[EVENTS_OF_ONE], "Furrow-Actor: amina\r\n");
	await(w, &ear[EVENTS_OF_ONE], "HTTP/1.1 429 ");
	leave(&ear[EVENTS_OF_ONE]);
	leave(&ear[0]); /* one goes, and there is a place */
	for (int i = 0; i < 20; i++)
		loop_once(w->loop, false);
	listen_in(w, &ear[0], "Furrow-Actor: amina\r\n");
	await(w, &ear[0], "event: status");
	for (int i = 0; i < EVENTS_OF_ONE; i++)
		leave(&ear[i]);
}

static void
committed(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

static void
begin_session(struct world *w, struct user *user, struct login *login)
{
	static const uint8_t hash[32] = {1};
	store_begin(w->store);
	store_user_add(w->store, user);
	login->user_id = user->id;
	store_login_add(w->store, span_of(hash, sizeof(hash)), login);
	store_commit(w->store, committed, NULL);
}

static void
it_ends_with_the_session(void **state)
{
	struct world *w = *state;
	struct user user = {.name = "otieno", .role = CALLER_VIEWER};
	struct login login = {.made_ms = WORLD_START_MS};
	struct ear ear;
	begin_session(w, &user, &login);
	w->caller = (struct caller){.role = CALLER_VIEWER,
	    .name = "otieno",
	    .user_id = user.id,
	    .session_id = login.id};
	listen_in(w, &ear, "");
	await(w, &ear, "event: status");
	buf_clear(&ear.heard);
	clock_fake_turn(&w->clock, EVENTS_STATUS_MS);
	await(w, &ear, "event: status"); /* it goes on while the session does */
	store_begin(w->store);
	assert_true(store_login_end(w->store, user.id, login.id, 1));
	store_commit(w->store, committed, NULL);
	clock_fake_turn(&w->clock, EVENTS_STATUS_MS);
	await_end(w, &ear);
	leave(&ear);
}

static void
silence_is_broken_now_and_then(void **state)
{
	struct world *w = *state;
	struct ear ear;
	listen_in(w, &ear, "");
	await(w, &ear, "event: status");
	clock_fake_turn(&w->clock, EVENTS_QUIET_MS);
	await(w, &ear, "\n: quiet\n\n");
	clock_fake_turn(&w->clock, EVENTS_LIFE_MS);
	await_end(w, &ear);
	leave(&ear);
}

/* -- links and alarms: pure ------------------------------------------------ */

static void
note(void *arg, const char *kind, json_t *take)
{
	struct buf *out = arg;
	buf_add_format(out, "%s %s %s;", kind, json_text(take, "name", "?"),
	    json_is_true(json_object_get(take, "on"))
		? "on"
		: json_text(take, "state", "-"));
	json_decref(take);
}

static void
news_is_what_has_changed(void **state)
{
	static const struct {
		const char *before, *now, *want;
	} rows[] = {
	    {"{'links':[],'alarms':[]}", "{'links':[],'alarms':[]}", ""},
	    {"{'links':[{'name':'a','state':'up','signal':3}],'alarms':[]}",
		"{'links':[{'name':'a','state':'up','signal':4}],'alarms':[]}",
		""},
	    {"{'links':[{'name':'a','state':'up'}],'alarms':[]}",
		"{'links':[{'name':'a','state':'down'}],'alarms':[]}",
		"link a down;"},
	    {"{'links':[],'alarms':[]}",
		"{'links':[{'name':'b','state':'up'}],'alarms':[]}",
		"link b up;"},
	    {"{'links':[],'alarms':[{'name':'disk','text':'x'}]}",
		"{'links':[],'alarms':[{'name':'link','text':'y'}]}",
		"alarm link on;alarm disk -;"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[256];
		struct buf out = buf_over(text, sizeof(text));
		char pair[2][256];
		for (int k = 0; k < 2; k++) {
			str_copy(pair[k], sizeof(pair[k]),
			    str_from(k == 0 ? rows[i].before : rows[i].now));
			for (char *c = pair[k]; *c != '\0'; c++)
				*c = *c == '\'' ? '"' : *c;
		}
		json_t *before = json_read(str_from(pair[0]), 1024, NULL);
		json_t *now = json_read(str_from(pair[1]), 1024, NULL);
		events_news(before, now, note, &out);
		assert_string_equal(text, rows[i].want);
		events_news(NULL, now, note, &out); /* the first look */
		assert_string_equal(text, rows[i].want);
		json_decref(before);
		json_decref(now);
	}
}

int
main(void)
{
#define STORY(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    STORY(what_happens_is_told),
	    STORY(numbers_are_masked_for_whom_they_are_not),
	    STORY(what_was_missed_is_told_to_who_comes_back),
	    STORY(one_name_does_not_take_all_places),
	    STORY(it_ends_with_the_session),
	    STORY(silence_is_broken_now_and_then),
	    cmocka_unit_test(news_is_what_has_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
