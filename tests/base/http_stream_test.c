/* Answers in pieces: server and peer in one process and one thread, on a loop
 * whose timers are turned by hand. */
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
#include "base/http.h"
#include "base/http_stream.h"
#include "base/loop.h"

#define SOCKET "http_stream_test.sock"
#define CAP 4096

struct site {
	struct loop *loop;
	struct http_server *server;
	struct http_stream *stream;
	struct http_request *kept;
	struct buf heard;
	int drained, gone;
	int pieces_left; /* written one by one, as each has left */
	bool begin_later, end_in_gone;
};

static void
on_drained(void *arg)
{
	struct site *site = arg;
	site->drained++;
	if (site->pieces_left == 0)
		return;
	if (--site->pieces_left == 0)
		http_stream_end(&site->stream);
	else
		assert_true(http_stream_write(site->stream, STR("piece,")));
}

static void
on_gone(void *arg)
{
	struct site *site = arg;
	site->gone++;
	if (site->end_in_gone)
		http_stream_end(&site->stream);
}

static void
begin(struct site *site, struct http_request *request)
{
	struct http_stream_config config = {.cap_octets = CAP,
	    .stall_ms = 5000,
	    .drained = on_drained,
	    .gone = on_gone,
	    .arg = site};
	http_answer_header(request, "Cache-Control", "no-store");
	site->stream = http_stream_begin(request, 200, "text/x", &config);
}

static void
handle(void *arg, struct http_request *request)
{
	struct site *site = arg;
	if (site->begin_later)
		site->kept = request;
	else
		begin(site, request);
}

static int
set_up(void **state)
{
	struct site *site = calloc(1, sizeof(*site));
	struct err err;
	unlink(SOCKET);
	site->loop = loop_new();
	loop_by_hand(site->loop);
	site->server = http_server_new(site->loop, handle, site);
	site->heard = buf_new(1 << 20);
	assert_int_equal(http_listen_unix(site->server, SOCKET, &err), 0);
	*state = site;
	return 0;
}

static int
tear_down(void **state)
{
	struct site *site = *state;
	http_stream_end(&site->stream);
	http_server_free(&site->server);
	loop_once(site->loop, false);
	loop_free(&site->loop);
	buf_free(&site->heard);
	free(site);
	return 0;
}

/* evhttp's own events do not count as something that happens to a loop that is
 * turned by hand. */
static void
pass(struct site *site)
{
	for (int i = 0; i < 6; i++)
		loop_once(site->loop, false);
}

/* Connects, asks, and lets the server take it up. */
static int
ask(struct site *site, const char *version)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = SOCKET};
	char text[64];
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
	int octets = snprintf(
	    text, sizeof(text), "GET /s HTTP/%s\r\nHost: x\r\n\r\n", version);
	assert_int_equal(
	    connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	assert_int_equal(write(fd, text, (size_t)octets), octets);
	pass(site);
	return fd;
}

/* True: the connection has ended. */
static bool
hear(struct site *site, int fd)
{
	char part[8192];
	buf_clear(&site->heard);
	for (int idle = 0; idle < 3;) {
		ssize_t got = read(fd, part, sizeof(part));
		if (got == 0 || (got < 0 && errno != EAGAIN))
			return true;
		if (got > 0)
			buf_add(&site->heard, part, (size_t)got);
		else
			idle++;
		pass(site);
	}
	return false;
}

static void
assert_heard(struct site *site, const char *words)
{
	if (strstr(site->heard.at, words) == NULL)
		fail_msg("no \"%s\" in: %s", words, site->heard.at);
}

static void
pieces_come_as_they_are_written(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.1");
	assert_non_null(site->stream);
	assert_false(hear(site, fd));
	assert_heard(site, "HTTP/1.1 200 OK\r\n");
	assert_heard(site, "Content-Type: text/x\r\n");
	assert_heard(site, "Cache-Control: no-store\r\n");
	assert_heard(site, "Transfer-Encoding: chunked\r\n");
	assert_true(http_stream_write(site->stream, STR("")));
	assert_true(http_stream_write(site->stream, STR("hello")));
	assert_false(hear(site, fd));
	assert_string_equal(site->heard.at, "5\r\nhello\r\n");
	assert_true(http_stream_write(site->stream, STR("bye")));
	http_stream_end(&site->stream);
	assert_null(site->stream);
	assert_true(hear(site, fd));
	assert_string_equal(site->heard.at, "3\r\nbye\r\n0\r\n\r\n");
	assert_int_equal(site->gone, 0);
	close(fd);
}

static void
an_old_peer_gets_plain_octets(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.0");
	assert_true(http_stream_write(site->stream, STR("hello")));
	http_stream_end(&site->stream);
	assert_true(hear(site, fd));
	assert_heard(site, "\r\n\r\nhello");
	assert_null(strstr(site->heard.at, "chunked"));
	close(fd);
}

static void
a_writer_goes_on_when_it_has_left(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.0");
	site->pieces_left = 200;
	assert_true(http_stream_write(site->stream, STR("piece,")));
	assert_true(hear(site, fd));
	assert_null(site->stream);
	int found = 0;
	for (const char *at = site->heard.at; (at = strstr(at, "piece,")); at++)
		found++;
	assert_int_equal(found, 200);
	close(fd);
}

/* Until the kernel takes no more and something waits here. */
static void
fill(struct site *site)
{
	static const char text[1024];
	for (int i = 0; i < 100000; i++) {
		if (http_stream_room(site->stream) < sizeof(text) + 16)
			return;
		assert_true(http_stream_write(
		    site->stream, str_of(text, sizeof(text))));
		pass(site);
	}
	fail_msg("the peer has taken 100 MB");
}

static void
who_reads_too_slowly_is_cut_off(void **state)
{
	struct site *site = *state;
	static const char text[2048];
	int fd = ask(site, "1.1");
	fill(site);
	assert_int_equal(site->gone, 0);
	assert_false(
	    http_stream_write(site->stream, str_of(text, sizeof(text))));
	assert_int_equal(http_stream_room(site->stream), 0);
	assert_int_equal(site->gone, 0); /* never from inside */
	pass(site);
	assert_int_equal(site->gone, 1);
	assert_false(http_stream_write(site->stream, STR("more")));
	assert_true(hear(site, fd));
	close(fd);
}

static void
so_is_who_does_not_read_at_all(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.1");
	loop_turn(site->loop, 3600 * 1000); /* silence is no fault */
	assert_int_equal(site->gone, 0);
	fill(site);
	loop_turn(site->loop, 4999);
	assert_int_equal(site->gone, 0);
	site->end_in_gone = true;
	loop_turn(site->loop, 1);
	pass(site);
	assert_int_equal(site->gone, 1);
	assert_null(site->stream);
	assert_true(hear(site, fd));
	close(fd);
}

static void
a_peer_that_goes_is_told_once(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.1");
	assert_true(http_stream_write(site->stream, STR("hello")));
	close(fd);
	pass(site);
	assert_int_equal(site->gone, 1);
	assert_false(http_stream_write(site->stream, STR("hello")));
	pass(site);
	http_stream_end(&site->stream);
	loop_turn(site->loop, 10000);
	assert_int_equal(site->gone, 1);
}

static void
a_broken_answer_does_not_look_whole(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.1");
	assert_true(http_stream_write(site->stream, STR("hello")));
	pass(site);
	http_stream_break(&site->stream);
	assert_null(site->stream);
	assert_true(hear(site, fd));
	assert_heard(site, "5\r\nhello\r\n");
	assert_null(strstr(site->heard.at, "\r\n0\r\n"));
	assert_int_equal(site->gone, 0);
	close(fd);
}

static void
a_server_that_goes_first(void **state)
{
	struct site *site = *state;
	int fd = ask(site, "1.1");
	http_server_free(&site->server);
	pass(site);
	assert_int_equal(site->gone, 1);
	assert_false(http_stream_write(site->stream, STR("hello")));
	http_stream_end(&site->stream);
	close(fd);
}

static void
a_peer_that_left_before_it_began(void **state)
{
	struct site *site = *state;
	site->begin_later = true;
	int fd = ask(site, "1.1");
	assert_non_null(site->kept);
	close(fd);
	pass(site);
	begin(site, site->kept);
	assert_int_equal(site->gone, 0);
	pass(site);
	assert_int_equal(site->gone, 1);
	assert_false(http_stream_write(site->stream, STR("hello")));
}

/* What he says meanwhile is nobody's, and is not heaped up. */
static void
who_keeps_talking_is_not_listened_to(void **state)
{
	struct site *site = *state;
	static const char noise[65536];
	size_t taken = 0;
	int fd = ask(site, "1.1");
	for (int i = 0; i < 200; i++) {
		ssize_t put = write(fd, noise, sizeof(noise));
		taken += put > 0 ? (size_t)put : 0;
		pass(site);
	}
	assert_true(taken < 2 * 1024 * 1024);
	assert_true(http_stream_write(site->stream, STR("hello")));
	assert_false(hear(site, fd));
	assert_heard(site, "hello");
	close(fd);
}

int
main(void)
{
#define STORY(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    STORY(pieces_come_as_they_are_written),
	    STORY(an_old_peer_gets_plain_octets),
	    STORY(a_writer_goes_on_when_it_has_left),
	    STORY(who_reads_too_slowly_is_cut_off),
	    STORY(so_is_who_does_not_read_at_all),
	    STORY(a_peer_that_goes_is_told_once),
	    STORY(a_broken_answer_does_not_look_whole),
	    STORY(a_server_that_goes_first),
	    STORY(a_peer_that_left_before_it_began),
	    STORY(who_keeps_talking_is_not_listened_to),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
