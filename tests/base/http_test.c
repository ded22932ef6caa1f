/* Client and server in one process and one thread: the client's socket does
 * not block, and the loop is turned between looks at it. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/http.h"
#include "base/loop.h"

#define BODY_CAP (8 * 1024 * 1024)
#define SOCKET "http_test.sock"

struct site {
	struct loop *loop;
	struct http_server *server;
	struct http_request *kept; /* answered later */
	struct buf answer;
	size_t body_octets;
	int calls;
};

static void
echo(struct http_request *request)
{
	char text[512];
	const char *q = http_request_query(request, "q");
	const char *word = http_request_header(request, "X-Word");
	snprintf(text, sizeof(text), "%d %s q=%s word=%s body=%zu",
	    (int)http_request_method(request), http_request_path(request),
	    q != NULL ? q : "-", word != NULL ? word : "-",
	    http_request_body(request).octets);
	http_answer_header(request, "X-Back", "yes");
	http_answer_header(request, "X-Split", "a\r\nX-Evil: b");
	http_answer(request, 200, "text/plain", str_from(text));
}

static void
handle(void *arg, struct http_request *request)
{
	struct site *site = arg;
	site->calls++;
	site->body_octets = http_request_body(request).octets;
	if (strcmp(http_request_path(request), "/later") == 0)
		site->kept = request;
	else if (strcmp(http_request_path(request), "/bye") == 0) {
		http_server_free(&site->server);
		site->kept = request;
	} else
		echo(request);
}

static int
set_up(void **state)
{
	struct site *site = calloc(1, sizeof(*site));
	unlink(SOCKET);
	site->loop = loop_new();
	site->server = http_server_new(site->loop, handle, site);
	site->answer = buf_new(1 << 16);
	struct err err;
	assert_int_equal(http_listen_unix(site->server, SOCKET, &err), 0);
	*state = site;
	return 0;
}

static int
tear_down(void **state)
{
	struct site *site = *state;
	http_server_free(&site->server);
	loop_free(&site->loop);
	buf_free(&site->answer);
	assert_int_equal(access(SOCKET, F_OK), -1);
	free(site);
	return 0;
}

static int
dial(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = SOCKET};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
	assert_int_equal(
	    connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	return fd;
}

static void
turn(struct site *site, int passes)
{
	while (passes-- > 0)
		loop_once(site->loop, false);
}

/* All of it, as the server takes it; a server that hangs up meanwhile has
 * heard enough. */
static void
say(struct site *site, int fd, const char *text, size_t octets)
{
	for (size_t at = 0; at < octets;) {
		ssize_t put = write(fd, text + at, octets - at);
		if (put > 0)
			at += (size_t)put;
		else if (put < 0 && errno != EAGAIN)
			return;
		turn(site, 1);
	}
}

/* Until the server closes, or `passes` went by. */
static const char *
hear(struct site *site, int fd, int passes)
{
	buf_clear(&site->answer);
	while (passes-- > 0) {
		char part[4096];
		ssize_t got = read(fd, part, sizeof(part));
		if (got == 0 || (got < 0 && errno != EAGAIN))
			break;
		if (got > 0)
			buf_add(&site->answer, part, (size_t)got);
		turn(site, 1);
	}
	return site->answer.at;
}

static const char *
ask_on(struct site *site, int fd, const char *request)
{
	say(site, fd, request, strlen(request));
	const char *answer = hear(site, fd, 10000);
	close(fd);
	return answer;
}

static const char *
ask(struct site *site, const char *request)
{
	return ask_on(site, dial(), request);
}

static int
status_of(const char *answer)
{
	int status = -1;
	return sscanf(answer, "HTTP/1.1 %d ", &status) == 1 ? status : -1;
}

static const char *
body_of(const char *answer)
{
	const char *end = strstr(answer, "\r\n\r\n");
	return end != NULL ? end + 4 : "(no body)";
}

#define CLOSE "Host: x\r\nConnection: close\r\n"

static void
a_question_and_its_answer(void **state)
{
	struct site *site = *state;
	const char *answer = ask(site,
	    "GET /api/v1/or%20der%2f7?a=1&q=%2B254%20x+y HTTP/1.1\r\n" CLOSE
	    "X-Word: hi\r\n\r\n");
	assert_int_equal(status_of(answer), 200);
	assert_non_null(strstr(answer, "Content-Type: text/plain\r\n"));
	assert_non_null(strstr(answer, "X-Back: yes\r\n"));
	assert_null(strstr(answer, "X-Evil"));
	assert_string_equal(
	    body_of(answer), "0 /api/v1/or der/7 q=+254 x y word=hi body=0");
	answer = ask(site,
	    "POST /p HTTP/1.1\r\n" CLOSE "Content-Length: 5\r\n\r\nhello");
	assert_string_equal(body_of(answer), "1 /p q=- word=- body=5");
	answer = ask(site, "DELETE /p? HTTP/1.1\r\n" CLOSE "\r\n");
	assert_string_equal(body_of(answer), "2 /p q=- word=- body=0");
}

static void
the_socket_is_private(void **state)
{
	struct stat st;
	(void)state;
	assert_int_equal(stat(SOCKET, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0660);
}

static void
several_on_one_connection(void **state)
{
	struct site *site = *state;
	int fd = dial();
	for (int i = 0; i < 3; i++) {
		const char *request = "GET /k HTTP/1.1\r\nHost: x\r\n\r\n";
		say(site, fd, request, strlen(request));
		assert_int_equal(status_of(hear(site, fd, 20)), 200);
	}
	assert_int_equal(site->calls, 3);
	close(fd);
	turn(site, 3);
}

static void
the_strict_front(void **state)
{
	static const struct {
		const char *line;
		int want;
	} rows[] = {
	    {"GET /a%00b HTTP/1.1", 400},
	    {"GET /a%0Ab HTTP/1.1", 400},
	    {"GET /a%7fb HTTP/1.1", 400},
	    {"GET /a%zzb HTTP/1.1", 400},
	    {"GET /a% HTTP/1.1", 400},
	    {"GET /a%4 HTTP/1.1", 400},
	    {"GET /a?q=x%00y HTTP/1.1", 400},
	    {"GET /a?%zz=1 HTTP/1.1", 400},
	    {"GET /a?flag HTTP/1.1", 400},
	    {"PUT /a HTTP/1.1", 405},
	    {"PATCH /a HTTP/1.1", 405},
	    {"HEAD /a HTTP/1.1", 405},
	    {"OPTIONS /a HTTP/1.1", 405},
	    {"TRACE /a HTTP/1.1", 405},
	};
	struct site *site = *state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char request[256];
		snprintf(request, sizeof(request), "%s\r\n" CLOSE "\r\n",
		    rows[i].line);
		int got = status_of(ask(site, request));
		if (got != rows[i].want)
			fail_msg("%s: %d", rows[i].line, got);
	}
	/* Names that evhttp does not know, and no HTTP at all. */
	assert_true(
	    status_of(ask(site, "BREW / HTTP/1.1\r\n" CLOSE "\r\n")) >= 400);
	ask(site, "\x16\x03\x01\r\n\r\n");
	assert_int_equal(site->calls, 0);
}

static void
heads_are_capped(void **state)
{
	struct site *site = *state;
	char request[16384];
	int at = snprintf(request, sizeof(request), "GET /");
	memset(request + at, 'x', 9000);
	snprintf(request + at + 9000, sizeof(request) - 9100,
	    " HTTP/1.1\r\n" CLOSE "\r\n");
	int status = status_of(ask(site, request));
	assert_true(status >= 400 && status < 500);
	at = snprintf(request, sizeof(request), "GET / HTTP/1.1\r\nX-Word: ");
	memset(request + at, 'x', 9000);
	snprintf(
	    request + at + 9000, sizeof(request) - 9100, "\r\n" CLOSE "\r\n");
	status = status_of(ask(site, request));
	assert_true(status >= 400 && status < 500);
	assert_int_equal(site->calls, 0);
}

static int
post_octets(struct site *site, size_t octets)
{
	char head[128];
	char *body = calloc(octets, 1);
	int fd = dial();
	int head_octets = snprintf(head, sizeof(head),
	    "POST / HTTP/1.1\r\n" CLOSE "Content-Length: %zu\r\n\r\n", octets);
	say(site, fd, head, (size_t)head_octets);
	say(site, fd, body, octets);
	int status = status_of(hear(site, fd, 1000));
	close(fd);
	free(body);
	return status;
}

static void
bodies_are_capped(void **state)
{
	struct site *site = *state;
	assert_int_equal(post_octets(site, BODY_CAP), 200);
	assert_int_equal(site->body_octets, BODY_CAP);
	assert_int_equal(site->calls, 1);
	assert_int_equal(post_octets(site, BODY_CAP + 1), 413);
	assert_int_equal(site->calls, 1);
}

static void
chunked_bodies_are_capped_too(void **state)
{
	struct site *site = *state;
	const char *head =
	    "POST / HTTP/1.1\r\n" CLOSE "Transfer-Encoding: chunked\r\n\r\n";
	int fd = dial();
	say(site, fd, head, strlen(head));
	static char chunk[65536 + 9];
	memcpy(chunk, "10000\r\n", 7);
	memset(chunk + 7, 'c', 65536);
	memcpy(chunk + 7 + 65536, "\r\n", 2);
	for (int i = 0; i < 130; i++)
		say(site, fd, chunk, sizeof(chunk));
	say(site, fd, "0\r\n\r\n", 5);
	int status = status_of(hear(site, fd, 1000));
	assert_true(status == 413 || status == -1);
	assert_int_equal(site->calls, 0);
	close(fd);
	assert_string_equal(
	    body_of(ask(site,
		"POST / HTTP/1.1\r\n" CLOSE "Transfer-Encoding: chunked\r\n\r\n"
		"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")),
	    "1 / q=- word=- body=5");
}

static int
ask_later(struct site *site)
{
	const char *request =
	    "POST /later HTTP/1.1\r\n" CLOSE "Content-Length: 3\r\n\r\nabc";
	int fd = dial();
	say(site, fd, request, strlen(request));
	turn(site, 5);
	assert_non_null(site->kept);
	return fd;
}

static void
an_answer_may_come_later(void **state)
{
	struct site *site = *state;
	int fd = ask_later(site);
	assert_string_equal(hear(site, fd, 5), "");
	assert_true(str_is(http_request_body(site->kept), "abc"));
	http_answer(site->kept, 202, "text/plain", STR("done"));
	const char *answer = hear(site, fd, 100);
	assert_int_equal(status_of(answer), 202);
	assert_string_equal(body_of(answer), "done");
	close(fd);
}

static void
a_peer_that_left_before_the_answer(void **state)
{
	struct site *site = *state;
	int fd = ask_later(site);
	close(fd);
	turn(site, 5);
	assert_string_equal(http_request_path(site->kept), "/later");
	assert_true(http_request_body(site->kept).octets <= 3);
	http_answer(site->kept, 200, "text/plain", STR("to nobody"));
	turn(site, 5);

	/* And one that resets with unread input behind it. */
	fd = ask_later(site);
	say(site, fd, "GET /next HTTP/1.1\r\n", 20);
	struct linger hard = {.l_onoff = 1};
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
	close(fd);
	turn(site, 5);
	http_answer(site->kept, 200, "text/plain", STR("to nobody"));
	turn(site, 5);
	assert_int_equal(
	    status_of(ask(site, "GET / HTTP/1.1\r\n" CLOSE "\r\n")), 200);
}

static void
a_server_that_left_before_the_answer(void **state)
{
	struct site *site = *state;
	int fd = ask_later(site);
	http_server_free(&site->server);
	turn(site, 2);
	assert_string_equal(http_request_path(site->kept), "/later");
	assert_null(http_request_header(site->kept, "Host"));
	assert_int_equal(http_request_body(site->kept).octets, 0);
	http_answer(site->kept, 200, "text/plain", STR("too late"));
	assert_string_equal(hear(site, fd, 5), "");
	close(fd);
}

static void
a_server_freed_by_its_handler(void **state)
{
	struct site *site = *state;
	int fd = dial();
	say(site, fd, "GET /bye HTTP/1.1\r\n\r\n", 21);
	turn(site, 5);
	assert_null(site->server);
	http_answer(site->kept, 200, "text/plain", STR("too late"));
	close(fd);
}

static void
a_live_socket_is_refused(void **state)
{
	struct site *site = *state;
	struct http_server *second = http_server_new(site->loop, handle, site);
	struct err err = {0};
	assert_int_equal(http_listen_unix(second, SOCKET, &err), HTTP_ERR_LIVE);
	assert_string_equal(err.text, "another daemon is listening on " SOCKET);
	http_server_free(&second);
	turn(site, 2);
	/* The first is none the worse for it. */
	assert_int_equal(
	    status_of(ask(site, "GET / HTTP/1.1\r\n" CLOSE "\r\n")), 200);
}

static void
a_stale_socket_is_replaced(void **state)
{
	struct site *site = *state;
	http_server_free(&site->server);
	turn(site, 1);
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = SOCKET};
	int dead = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(dead, (struct sockaddr *)&name, sizeof(name)), 0);
	close(dead);
	assert_int_equal(access(SOCKET, F_OK), 0);
	site->server = http_server_new(site->loop, handle, site);
	struct err err = {0};
	assert_int_equal(http_listen_unix(site->server, SOCKET, &err), 0);
	assert_int_equal(
	    status_of(ask(site, "GET / HTTP/1.1\r\n" CLOSE "\r\n")), 200);
}

static void
what_is_no_socket_is_left_alone(void **state)
{
	struct site *site = *state;
	struct err err = {0};
	int fd = open("http_test.file", O_CREAT | O_WRONLY, 0600);
	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(http_listen_unix(site->server, "http_test.file", &err),
	    HTTP_ERR_SOCKET);
	assert_int_equal(access("http_test.file", F_OK), 0);
	unlink("http_test.file");
	assert_int_equal(
	    http_listen_unix(site->server, "", &err), HTTP_ERR_SOCKET);
	assert_int_equal(
	    http_listen_unix(site->server, "no/such/folder.sock", &err),
	    HTTP_ERR_SOCKET);
	char longer[200];
	memset(longer, 'x', sizeof(longer));
	longer[199] = '\0';
	assert_int_equal(
	    http_listen_unix(site->server, longer, &err), HTTP_ERR_SOCKET);
}

/* A port that was free a moment ago. */
static unsigned short
free_port(void)
{
	struct sockaddr_in name = {.sin_family = AF_INET};
	socklen_t octets = sizeof(name);
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&name, octets), 0);
	getsockname(fd, (struct sockaddr *)&name, &octets);
	close(fd);
	return ntohs(name.sin_port);
}

static void
over_tcp_as_well(void **state)
{
	struct site *site = *state;
	struct err err = {0};
	unsigned short port = free_port();
	assert_int_equal(
	    http_listen_tcp(site->server, "127.0.0.1", port, &err), 0);
	assert_int_equal(http_listen_tcp(site->server, "127.0.0.1", port, &err),
	    HTTP_ERR_SOCKET);
	assert_int_equal(http_listen_tcp(site->server, "localhost", port, &err),
	    HTTP_ERR_SOCKET);
	struct sockaddr_in name = {.sin_family = AF_INET};
	name.sin_port = htons(port);
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(
	    connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	fcntl(fd, F_SETFL, O_NONBLOCK);
	assert_int_equal(
	    status_of(ask_on(site, fd, "GET / HTTP/1.1\r\n" CLOSE "\r\n")),
	    200);
}

int
main(void)
{
#define CASE(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    CASE(a_question_and_its_answer),
	    CASE(the_socket_is_private),
	    CASE(several_on_one_connection),
	    CASE(the_strict_front),
	    CASE(heads_are_capped),
	    CASE(bodies_are_capped),
	    CASE(chunked_bodies_are_capped_too),
	    CASE(an_answer_may_come_later),
	    CASE(a_peer_that_left_before_the_answer),
	    CASE(a_server_that_left_before_the_answer),
	    CASE(a_server_freed_by_its_handler),
	    CASE(a_live_socket_is_refused),
	    CASE(a_stale_socket_is_replaced),
	    CASE(what_is_no_socket_is_left_alone),
	    CASE(over_tcp_as_well),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
