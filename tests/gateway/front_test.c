/* The front, asked octet by octet by peers that mean harm. */
#include "tests/gateway/front_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void
hostile_requests_are_problems(void **state)
{
	static const struct {
		const char *clause, *request;
		int want;
	} rows[] = {
	    {"9112 2.2", "GET / HTTP/1.1\nHost: localhost\n\n", 400},
	    {"9112 3.2", "GET / HTTP/1.1\r\n\r\n", 400},
	    {"9112 3.2", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400},
	    {"9112 3.2", "GET / HTTP/1.1\r\nHost: localhost.evil\r\n\r\n", 400},
	    {"9112 3.2.2", "GET http://localhost/ HTTP/1.1\r\n" CLOSE "\r\n",
		400},
	    {"9112 5.2", "GET / HTTP/1.1\r\nX: a\r\n b\r\n" CLOSE "\r\n", 400},
	    {"9112 6.1",
		"POST / HTTP/1.1\r\n" CLOSE
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		411},
	    {"9112 6.3",
		"POST / HTTP/1.1\r\n" CLOSE "Content-Length: 6\r\n"
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
		400},
	    {"9112 6.3",
		"POST / HTTP/1.1\r\n" CLOSE
		"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
		400},
	    {"9110 9.3.1",
		"GET / HTTP/1.1\r\n" CLOSE "Content-Length: 2\r\n\r\nab", 400},
	    {"9110 9.3.8", "TRACE / HTTP/1.1\r\n" CLOSE "\r\n", 405},
	    {"9110 9.1", "BREW / HTTP/1.1\r\n" CLOSE "\r\n", 501},
	    {"9110 15.5.6", "DELETE / HTTP/1.1\r\n" CLOSE "\r\n", 405},
	    {"9110 15.5.6",
		"POST /metrics HTTP/1.1\r\n" CLOSE "Content-Length: 0\r\n\r\n",
		405},
	    {"9110 15.5.5", "GET /nix HTTP/1.1\r\n" CLOSE "\r\n", 404},
	    {"3986 3.3", "GET /lib/../app.js HTTP/1.1\r\n" CLOSE "\r\n", 400},
	    {"3986 2.1", "GET /lib%2fa.css HTTP/1.1\r\n" CLOSE "\r\n", 400},
	    {"3986 2.1", "GET /app.js%00.css HTTP/1.1\r\n" CLOSE "\r\n", 400},
	};
	struct site *site = *state;
	for (size_t i = 0; i < 2 * sizeof(rows) / sizeof(rows[0]); i++) {
		size_t row = i / 2;
		const char *answer = front_ask_in_parts(
		    site, rows[row].request, i % 2 == 0 ? SIZE_MAX : 1);
		if (front_status(answer) != rows[row].want)
			fail_msg("%s: %s", rows[row].clause, answer);
		assert_true(front_says(
		    answer, "Content-Type: application/problem+json\r\n"));
		assert_true(
		    front_says(answer, "Content-Security-Policy: default-src "
				       "'none'; script-src 'self'"));
		assert_true(
		    front_says(answer, "X-Content-Type-Options: nosniff"));
		assert_true(front_says(answer, "Cache-Control: no-store"));
		assert_true(front_says(answer, "\"status\":"));
		assert_false(front_says(answer, "Server:"));
		assert_int_equal(
		    front_says(answer, "\r\nAllow: "), rows[row].want == 405);
	}
	assert_int_equal(site->asked, 0);
}

/* What stands behind a body is not taken for its part, and a refusal comes in
 * its turn. */
static void
one_behind_the_other(void **state)
{
	struct site *site = *state;
	const char *both =
	    "POST /api/v1/x HTTP/1.1\r\nHost: farm.example:1\r\n"
	    "Content-Length: 40\r\n\r\n"
	    "GET /healthz HTTP/1.1\r\nHost: evil\r\n\r\nabc"
	    "GET /healthz HTTP/1.1\r\nHost: [::1]:9\r\n\r\n"
	    "GET //nix HTTP/1.1\r\nHost: localhost\r\n\r\n"
	    "GET /api/v1/never HTTP/1.1\r\nHost: localhost\r\n\r\n";
	for (size_t most = 1; most < 64; most = most * 3) {
		site->asked = 0;
		const char *answer = front_ask_in_parts(site, both, most);
		const char *first = strstr(answer, "body=40");
		const char *second =
		    first != NULL ? strstr(first, "ok\n") : NULL;
		if (second == NULL)
			fail_msg("%zu: %s", most, answer);
		assert_non_null(strstr(second, "HTTP/1.1 400 "));
		assert_int_equal(site->asked, 1);
	}
}

/* RFC 9112 6.3: without a word about its length there is no body. */
static void
a_body_that_is_not_spoken_of(void **state)
{
	struct site *site = *state;
	const char *answer = front_ask(site,
	    "POST /api/v1/logout HTTP/1.1\r\nHost: localhost\r\n"
	    "Connection: keep-alive\r\n\r\n"
	    "GET /healthz HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(front_status(answer), 200);
	assert_true(front_says(answer, "body=0"));
	assert_true(front_says(answer, "ok\n"));
}

static void
acts(void *arg, struct http_request *request)
{
	(void)arg;
	http_answer(request, 200, "text/plain", STR("done"));
}

static void
a_head_does_nothing_where_get_acts(void **state)
{
	struct site *site = *state;
	assert_true(front_add(site->front, "/send", true, acts, site));
	const char *answer =
	    front_ask(site, "HEAD /send HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(front_status(answer), 405);
	assert_true(front_says(answer, "Allow: GET, POST\r\n"));
	answer = front_ask(site, "GET /send HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(front_status(answer), 200);
}

/* Kannel's clients read no JSON, whoever refuses them. */
static void
kannels_path_is_answered_in_plain_words(void **state)
{
	static const char *const requests[] = {
	    "HEAD /cgi-bin/sendsms HTTP/1.1\r\n" CLOSE "\r\n",
	    "DELETE /cgi-bin/sendsms HTTP/1.1\r\n" CLOSE "\r\n",
	    "GET /cgi-bin/sendsms?text=%zz HTTP/1.1\r\n" CLOSE "\r\n",
	    "GET /cgi-bin/sendsms?text=a%00b HTTP/1.1\r\n" CLOSE "\r\n",
	    "POST /cgi-bin/sendsms HTTP/1.1\r\n" CLOSE
	    "Content-Length: 99999999\r\n\r\n",
	};
	struct site *site = *state;
	assert_true(
	    front_add(site->front, "/cgi-bin/sendsms", true, acts, site));
	for (size_t i = 0; i < sizeof(requests) / sizeof(requests[0]); i++) {
		const char *answer = front_ask(site, requests[i]);
		if (front_status(answer) < 400 ||
		    !front_says(
			answer, "Content-Type: text/plain; charset=utf-8\r\n"))
			fail_msg("%s%s", requests[i], answer);
		assert_false(front_says(answer, "{"));
	}
}

static void
a_head_of_an_answer_in_pieces(void **state)
{
	struct site *site = *state;
	assert_true(front_add(site->front, "/pour", false, front_pour, site));
	const char *answer =
	    front_ask(site, "HEAD /pour HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(front_status(answer), 200);
	assert_false(front_says(answer, "a piece"));
	assert_false(http_stream_write(site->stream, STR("more")));
	http_stream_break(&site->stream);
	answer = front_ask(site, "GET /pour HTTP/1.1\r\n" CLOSE "\r\n");
	assert_true(front_says(answer, "a piece"));
	assert_true(front_says(answer, "X-Content-Type-Options: nosniff"));
	http_stream_end(&site->stream);
}

static int
post(struct site *site, const char *path, size_t octets, const char *more)
{
	char head[256];
	char *body = calloc(1, octets + 1);
	int fd = front_dial(site);
	memset(body, 'b', octets);
	snprintf(head, sizeof(head),
	    "POST %s HTTP/1.1\r\n" CLOSE "Content-Length: %zu\r\n%s\r\n", path,
	    octets, more);
	front_say(site, fd, head, strlen(head), SIZE_MAX);
	if (more[0] == '\0')
		front_say(site, fd, body, octets, SIZE_MAX);
	int status = front_status(front_hear(site, fd));
	close(fd);
	free(body);
	return status;
}

static void
bodies_have_their_measure(void **state)
{
	struct site *site = *state;
	assert_int_equal(post(site, "/api/v1/login", 4096, ""), 200);
	assert_int_equal(post(site, "/api/v1/login", 4097, ""), 413);
	assert_int_equal(post(site, "/api/v1/login?x=/import", 4097, ""), 413);
	assert_int_equal(post(site, "/api/v1/orders", 65536, ""), 200);
	assert_int_equal(post(site, "/api/v1/orders", 65537, ""), 413);
	assert_int_equal(
	    post(site, "/api/v1/people/import", 8 * 1024 * 1024, ""), 200);
	/* He hears it, although he sends all of it first. */
	assert_int_equal(
	    post(site, "/api/v1/people/import", 8 * 1024 * 1024 + 1, ""), 413);
	assert_int_equal(site->asked, 3);
	/* And at once, if he asks first (9110 10.1.1). */
	assert_int_equal(
	    post(site, "/api/v1/login", 9000, "Expect: 100-continue\r\n"), 413);
	assert_int_equal(
	    post(site, "/api/v1/login", 90, "Expect: 100-continue\r\n"), 100);
}

static void
heads_have_theirs(void **state)
{
	static char request[400000];
	struct site *site = *state;
	static const size_t lengths[] = {5000, 9000, 100000};
	for (size_t i = 0; i < 3; i++) {
		int at = snprintf(request, sizeof(request), "GET /");
		memset(request + at, 'a', lengths[i]);
		snprintf(request + at + lengths[i], 100,
		    " HTTP/1.1\r\n" CLOSE "\r\n");
		assert_int_equal(front_status(front_ask(site, request)), 414);
	}
	int at = snprintf(request, sizeof(request), "GET / HTTP/1.1\r\nX: ");
	memset(request + at, 'a', 390000);
	request[at + 390000] = '\0';
	/* One that never ends is not read for ever. */
	assert_int_equal(front_status(front_ask(site, request)), 431);
}

int
main(void)
{
#define STORY(name)                                                            \
	cmocka_unit_test_setup_teardown(name, front_set_up, front_tear_down)
	const struct CMUnitTest tests[] = {
	    STORY(hostile_requests_are_problems),
	    STORY(one_behind_the_other),
	    STORY(a_body_that_is_not_spoken_of),
	    STORY(a_head_does_nothing_where_get_acts),
	    STORY(kannels_path_is_answered_in_plain_words),
	    STORY(a_head_of_an_answer_in_pieces),
	    STORY(bodies_have_their_measure),
	    STORY(heads_have_theirs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
