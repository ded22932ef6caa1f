#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/http.h"
#include "base/http_client.h"
#include "tests/base/http_peer.h"
#include "tests/base/tls_kit.h"

struct world {
	struct loop *loop;
	struct http_peer *peer;
	struct http_client *client;
	enum http_peer_then then;
	const char *raw; /* the answer, if not the usual one */
	struct buf heard; /* the last request */
	int ends;
	struct http_call_end end;
	int64_t id;
	bool status_only;
	char why[256], body[64];
};

static enum http_peer_then
on_request(void *arg, struct str head, struct str body, struct buf *answer)
{
	struct world *w = arg;
	buf_clear(&w->heard);
	buf_add_str(&w->heard, head);
	buf_add_text(&w->heard, "|");
	buf_add_str(&w->heard, body);
	if (w->raw != NULL)
		buf_add_text(answer, w->raw);
	else
		http_peer_say(answer, 201, "{\"id\":\"a1\"}");
	return w->then;
}

static void
on_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct world *w = arg;
	w->ends++;
	w->id = id;
	w->end = *end;
	str_copy(w->why, sizeof(w->why), str_from(end->why));
	str_copy(w->body, sizeof(w->body), end->body);
}

static int
set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	w->loop = loop_new();
	w->peer = http_peer_new(w->loop, on_request, w);
	w->heard = buf_new(1 << 20);
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;
	http_client_free(&w->client);
	http_peer_free(&w->peer);
	loop_free(&w->loop);
	buf_free(&w->heard);
	free(w);
	return 0;
}

static void
open_client(struct world *w, size_t connections, int64_t ms)
{
	struct http_client_config config = {.host = "127.0.0.1",
	    .port = http_peer_port(w->peer),
	    .connections = connections,
	    .connect_ms = ms,
	    .answer_ms = ms,
	    .answer_cap = 60,
	    .status_only = w->status_only};
	w->client = http_client_new(w->loop, &config);
}

static bool
call(struct world *w, const char *target, const char *body, int64_t id)
{
	struct http_client_request request = {
	    .method = body != NULL ? "POST" : "GET",
	    .target = target,
	    .fields = "apiKey: secret\r\nAccept: application/json\r\n",
	    .body = str_from(body)};
	return http_client_call(w->client, &request, on_end, w, id);
}

static void
until(struct world *w, int ends)
{
	int64_t stop = clock_mono_ms(clock_system()) + 8000;
	while (w->ends < ends && clock_mono_ms(clock_system()) < stop) {
		loop_once(w->loop, false);
		usleep(100);
	}
	assert_int_equal(w->ends, ends);
}

static void
requests_share_a_connection(void **state)
{
	struct world *w = *state;
	char expected[256];
	open_client(w, 2, 5000);
	assert_true(call(w, "/v1/send?x=1", "to=%2B254", 7));
	assert_int_equal(w->ends, 0); /* never from within */
	until(w, 1);
	assert_int_equal(w->end.how, HTTP_CALL_ANSWERED);
	assert_int_equal(w->end.status, 201);
	assert_string_equal(w->body, "{\"id\":\"a1\"}");
	assert_int_equal(w->id, 7);
	snprintf(expected, sizeof(expected),
	    "POST /v1/send?x=1 HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n"
	    "apiKey: secret\r\nAccept: application/json\r\n"
	    "Content-Length: 9\r\n|to=%%2B254",
	    http_peer_port(w->peer));
	assert_string_equal(w->heard.at, expected);
	assert_true(call(w, "/v1/send?x=2", NULL, 8));
	until(w, 2);
	assert_memory_equal(w->heard.at, "GET /v1/send?x=2 ", 17);
	assert_int_equal(http_peer_taken(w->peer), 1);
	/* Closed meanwhile by the server: a new one. */
	http_peer_hang_up(w->peer);
	loop_once(w->loop, false);
	loop_once(w->loop, false);
	assert_true(call(w, "/", NULL, 9));
	until(w, 3);
	assert_int_equal(w->end.how, HTTP_CALL_ANSWERED);
	assert_int_equal(http_peer_taken(w->peer), 2);
}

static void
a_bounded_number_at_once(void **state)
{
	struct world *w = *state;
	open_client(w, 3, 5000);
	w->then = HTTP_PEER_DRIP;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(http_client_room(w->client), 3 - i);
		assert_true(call(w, "/", "x", i));
	}
	assert_false(call(w, "/", "x", 4));
	until(w, 3);
	assert_int_equal(w->end.status, 201);
	assert_int_equal(http_client_room(w->client), 3);
	assert_int_equal(http_peer_taken(w->peer), 3);
}

static void
what_nobody_knows_of(void **state)
{
	static const struct {
		enum http_peer_then then;
		const char *raw, *why;
	} cases[] = {
	    {HTTP_PEER_CUT, NULL, "no answer: closed by the peer"},
	    {HTTP_PEER_SILENT, NULL, "no answer in time"},
	    {HTTP_PEER_CLOSE,
		"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
		"no answer: closed by the peer"},
	    {HTTP_PEER_KEEP, "SSH-2.0-OpenSSH\r\n",
		"its answer: no HTTP answer"},
	    {HTTP_PEER_KEEP,
		"HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n",
		"its answer: an answer of 900000000 octets"},
	};
	struct world *w = *state;
	open_client(w, 1, 100);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		w->then = cases[i].then;
		w->raw = cases[i].raw;
		assert_true(call(w, "/", "x", 1));
		until(w, (int)i + 1);
		assert_int_equal(w->end.how, HTTP_CALL_LOST);
		assert_string_equal(w->why, cases[i].why);
		assert_int_equal(http_client_room(w->client), 1);
	}
}

static void
what_certainly_did_not_leave(void **state)
{
	struct world *w = *state;
	open_client(w, 1, 5000);
	http_peer_free(&w->peer);
	loop_once(w->loop, false);
	assert_true(call(w, "/", "x", 1));
	until(w, 1);
	assert_int_equal(w->end.how, HTTP_CALL_UNSENT);
	assert_non_null(strstr(w->why, "Connection refused"));
	assert_false(w->end.fault_of_tls);
}

/* With a length, in pieces or without one: for who reads the status alone it is
 * an answer, and the connection goes with the rest of it. */
static void
a_long_answer_may_be_enough(void **state)
{
	struct world *w = *state;
	static const char *const answers[] = {
	    "HTTP/1.1 200 OK\r\nContent-Length: 61\r\n\r\nabc",
	    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
	    "3e\r\n01234567890123456789012345678901234567890123456789"
	    "0123456789ab\r\n0\r\n\r\n",
	    "HTTP/1.1 200 OK\r\n\r\n0123456789012345678901234567890123456789"
	    "0123456789012345678901234567890",
	};
	int ends = 0;
	for (int enough = 0; enough < 2; enough++) {
		w->status_only = enough == 1;
		open_client(w, 1, 5000);
		for (size_t i = 0; i < 3; i++) {
			w->raw = answers[i];
			call(w, "/", "x", 1);
			until(w, ++ends);
			assert_int_equal(w->end.how,
			    enough == 1 ? HTTP_CALL_ANSWERED : HTTP_CALL_LOST);
			assert_int_equal(w->end.status, enough == 1 ? 200 : 0);
		}
		http_client_free(&w->client);
	}
	assert_int_equal(http_peer_taken(w->peer), 6);
}

static void
redirects_and_refusals_are_answers(void **state)
{
	struct world *w = *state;
	open_client(w, 1, 5000);
	w->raw = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
		 "Content-Length: 0\r\n\r\n";
	call(w, "/", "x", 1);
	until(w, 1);
	assert_int_equal(w->end.status, 302);
	w->raw = "HTTP/1.1 429 Slow\r\nRetry-After: 12\r\n\r\nslow down";
	w->then = HTTP_PEER_CLOSE;
	call(w, "/", "x", 2);
	until(w, 2);
	assert_int_equal(w->end.status, 429);
	assert_int_equal(w->end.retry_after_s, 12);
	assert_string_equal(w->body, "slow down");
}

/* Whatever is put into a template: no second field, no second request. */
static void
no_injection(void **state)
{
	static const struct http_client_request bad[] = {
	    {.method = "GET", .target = "/a b"},
	    {.method = "GET", .target = "/a\r\nX: y"},
	    {.method = "GET", .target = "http://elsewhere/"},
	    {.method = "GET", .target = "/", .fields = "X: y"},
	    {.method = "GET", .target = "/", .fields = "X: y\nZ: z\r\n"},
	    {.method = "GET", .target = "/", .fields = "X: y\r\n\r\nGET"},
	};
	struct world *w = *state;
	open_client(w, 1, 5000);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(
		    http_client_call(w->client, &bad[i], on_end, w, 1));
}

static void
freed_at_every_step(void **state)
{
	struct world *w = *state;
	for (int steps = 0; steps < 8; steps++) {
		open_client(w, 2, 5000);
		call(w, "/", "x", 1);
		for (int i = 0; i < steps; i++)
			loop_once(w->loop, false);
		http_client_free(&w->client);
		loop_once(w->loop, false);
	}
}

static void
serve(void *arg, struct http_request *request)
{
	char peer[64];
	(void)arg;
	http_request_peer(request, peer, sizeof(peer));
	http_answer(request, 200, "text/plain", str_from(peer));
}

/* Our own server with TLS at the other end. */
static void
over_tls(void **state)
{
	struct world *w = *state;
	struct tls_kit kit;
	char ca[128], certificate[128], key[128];
	struct err err = {0};
	unsigned short port;
	tls_kit_make(&kit);
	close(tls_kit_listen(&port));
	struct tls_context *ours =
	    tls_client_context(tls_kit_path(&kit, ca, "ca.pem"), &err);
	struct tls_context *theirs =
	    tls_server_context(tls_kit_path(&kit, certificate, "good.pem"),
		tls_kit_path(&kit, key, "good.key"), &err);
	struct http_server *server = http_server_new(w->loop, serve, NULL);
	http_server_tls(server, theirs);
	http_server_body_cap(server, 1000);
	assert_int_equal(http_listen_tcp(server, "127.0.0.1", port, &err), 0);
	struct http_client_config config = {
	    .host = "localhost", .port = port, .tls = ours, .connections = 1};
	w->client = http_client_new(w->loop, &config);
	for (int i = 1; i < 4; i++) {
		assert_true(call(w, "/", "x", i));
		until(w, i);
		assert_string_equal(w->why, "");
		assert_int_equal(w->end.status, 200);
		assert_string_equal(w->body, "127.0.0.1");
	}
	char huge[2000];
	memset(huge, 'x', sizeof(huge));
	huge[sizeof(huge) - 1] = '\0';
	call(w, "/", huge, 4);
	until(w, 4);
	assert_int_equal(w->end.status, 413);
	http_client_free(&w->client);
	config.tls_name = "elsewhere.org";
	w->client = http_client_new(w->loop, &config);
	call(w, "/", "x", 5);
	until(w, 5);
	assert_int_equal(w->end.how, HTTP_CALL_UNSENT);
	assert_true(w->end.fault_of_tls);
	assert_non_null(strstr(w->why, "not for elsewhere.org"));
	http_client_free(&w->client);
	http_server_free(&server);
	loop_once(w->loop, false);
	tls_context_free(&ours);
	tls_context_free(&theirs);
	tls_kit_remove(&kit);
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(requests_share_a_connection),
	    STORY(a_bounded_number_at_once),
	    STORY(what_nobody_knows_of),
	    STORY(what_certainly_did_not_leave),
	    STORY(a_long_answer_may_be_enough),
	    STORY(redirects_and_refusals_are_answers),
	    STORY(no_injection),
	    STORY(freed_at_every_step),
	    STORY(over_tls),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
