/* Dialogues over the socket: lists, one whole, the log of turns, channels. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "tests/gateway/api_world.h"
#include "tests/gateway/session_kit.h"

#define T WORLD_START_MS
#define AMINA "+254722000002"

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
done(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

/* One that made an order, and one that waits for an answer. */
static void
fill(struct world *w)
{
	struct session_kit_row row = {AMINA, "at", T, SESSION_DONE, "K7F", ""};
	int64_t id;

	store_begin(w->store);
	id = session_kit_open(w->store, &row);
	session_kit_turn(w->store, id, T, "", "1 Buy\n2 Sell", true);
	session_kit_turn(w->store, id, T + 2000, "****", "Sent.", false);
	row = (struct session_kit_row){
	    "+254722000003", "op", T + 1000, SESSION_WAIT, NULL, NULL};
	id = session_kit_open(w->store, &row);
	session_kit_turn(w->store, id, T + 1000, "", "1 Buy", true);
	store_commit(w->store, done, NULL);
}

static void
sessions_are_listed(void **state)
{
	static const struct {
		const char *query;
		size_t count;
	} rows[] = {
	    {"", 2},
	    {"?phone=0722000002", 1},
	    {"?phone=0722999999", 0},
	    {"?open=1", 1},
	    {"?open=0", 2},
	    {"?channel=at", 1},
	    {"?limit=1", 1},
	    {"?after=2", 1},
	    {"?since=2026-09-21T14:13:21Z", 1},
	    {"?until=2026-09-21T14:13:21Z", 1},
	};
	struct world w;
	char path[128];
	(void)state;
	world_open(&w);
	fill(&w);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(
		    path, sizeof(path), "/api/v1/sessions%s", rows[i].query);
		world_get(&w, path);
		if (w.http_status != 200 || items(&w) != rows[i].count)
			fail_msg("%s: %d, %zu", rows[i].query, w.http_status,
			    items(&w));
	}
	world_get(&w, "/api/v1/sessions?limit=1");
	assert_int_equal(json_int(item(&w, 0), "id", 0), 2);
	assert_int_equal(json_int(w.reply, "next", 0), 2);
	assert_string_equal(json_text(item(&w, 0), "state", ""), "waiting");
	world_get(&w, "/api/v1/sessions?channel=zz");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

static void
one_session_whole(void **state)
{
	struct world w;
	const json_t *steps;
	(void)state;
	world_open(&w);
	fill(&w);
	world_get(&w, "/api/v1/sessions/1");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "phone", ""), AMINA);
	assert_string_equal(json_text(w.reply, "channel", ""), "at");
	assert_string_equal(json_text(w.reply, "dialled", ""), "*384*96#");
	assert_string_equal(json_text(w.reply, "order", ""), "K7F");
	assert_string_equal(json_text(w.reply, "gateway_id", ""), "AT-77");
	steps = json_object_get(w.reply, "steps");
	assert_int_equal(json_array_size(steps), 2);
	/* A secret stays what the store made of it. */
	assert_string_equal(
	    json_text(json_array_get(steps, 1), "input", ""), "****");
	assert_string_equal(
	    json_text(json_array_get(steps, 1), "answer", ""), "Sent.");
	world_get(&w, "/api/v1/sessions/9");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/sessions/x");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

/* All texts that the query gives, page after page. */
static void
read_log(struct world *w, const char *query, char *dst, size_t dst_octets)
{
	char path[256], place[64] = "";
	const char *key = strstr(query, "before=") != NULL ? "before" : "after";
	size_t at = 0;

	do {
		snprintf(path, sizeof(path), "/api/v1/turns?%s&%s%s%s", query,
		    place[0] != '\0' ? key : "x", "=", place);
		world_get(w, path);
		assert_int_equal(w->http_status, 200);
		for (size_t i = 0; i < items(w); i++)
			at += (size_t)snprintf(dst + at, dst_octets - at,
			    "%s%s|", json_text(item(w, i), "direction", ""),
			    json_text(item(w, i), "text", ""));
		snprintf(place, sizeof(place), "%s",
		    json_text(w->reply, "next", ""));
	} while (place[0] != '\0');
}

static void
turns_as_rows_of_the_log(void **state)
{
	struct world w;
	char said[512];
	(void)state;
	world_open(&w);
	fill(&w);
	for (int limit = 1; limit < 5; limit++) {
		char query[64];

		snprintf(query, sizeof(query), "limit=%d", limit);
		read_log(&w, query, said, sizeof(said));
		assert_string_equal(said,
		    "in*384*96#|out1 Buy\n2 Sell|in*384*96#|out1 Buy|"
		    "in****|outSent.|");
	}
	read_log(&w, "phone=0722000003", said, sizeof(said));
	assert_string_equal(said, "in*384*96#|out1 Buy|");
	read_log(&w, "link=op", said, sizeof(said));
	assert_string_equal(said, "in*384*96#|out1 Buy|");
	world_get(&w, "/api/v1/turns?before=9223372036854775807.0&limit=1");
	assert_string_equal(json_text(item(&w, 1), "text", ""), "****");
	assert_int_equal(json_int(item(&w, 0), "id", 0), -(66 * 2 + 1));
	assert_int_equal(json_int(item(&w, 1), "id", 0), -66 * 2);
	assert_string_equal(json_text(item(&w, 0), "kind", ""), "ussd");
	assert_string_equal(json_text(item(&w, 0), "state", ""), "shown");
	assert_string_equal(
	    json_text(w.reply, "newest", ""), "1790000002000.66");
	world_get(&w, "/api/v1/turns?after=7");
	assert_int_equal(w.http_status, 400);
	world_get(&w, "/api/v1/turns?after=7.x");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

static void
channels_in_the_status(void **state)
{
	struct world w;
	const json_t *c;
	(void)state;
	world_open(&w);
	w.status.channels_count = 1;
	w.status.channels[0] = (struct session_figures){.name = "at",
	    .kind = "hubtel",
	    .state = LINK_UP,
	    .open = 3,
	    .answers = 40,
	    .refused = 2};
	world_get(&w, "/api/v1/status");
	c = json_array_get(json_object_get(w.reply, "channels"), 0);
	assert_string_equal(json_text(c, "kind", ""), "hubtel");
	assert_int_equal(json_int(c, "open", 0), 3);
	assert_int_equal(json_int(c, "answers_hour", 0), 40);
	assert_int_equal(json_int(c, "refused_hour", 0), 2);
	assert_true(json_is_true(json_object_get(w.reply, "ok")));
	w.status.channels[0].state = LINK_DOWN;
	snprintf(w.status.channels[0].detail,
	    sizeof(w.status.channels[0].detail), "port 8643 is in use");
	world_get(&w, "/api/v1/status");
	assert_true(json_is_false(json_object_get(w.reply, "ok")));
	assert_string_equal(
	    json_text(json_array_get(json_object_get(w.reply, "alarms"), 0),
		"text", ""),
	    "channel at is down: port 8643 is in use");
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sessions_are_listed),
	    cmocka_unit_test(one_session_whole),
	    cmocka_unit_test(turns_as_rows_of_the_log),
	    cmocka_unit_test(channels_in_the_status),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
