/* Who may connect to a server, how many, for how long without a request. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/http.h"
#include "base/loop.h"

#define SOCKET "http_crowd_test.sock"
#define PLACES 3
#define WAIT_MS 40
#define LATE_MS 5000
#define REQUEST "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

struct site {
	struct loop *loop;
	struct http_server *server;
	struct http_request *kept;
	bool keep;
	int calls;
};

static void
handle(void *arg, struct http_request *request)
{
	struct site *site = arg;
	site->calls++;
	if (site->keep)
		site->kept = request;
	else
		http_answer(request, 200, "text/plain", STR("yes"));
}

static int
set_up(void **state)
{
	struct site *site = calloc(1, sizeof(*site));
	struct err err;
	unlink(SOCKET);
	site->loop = loop_new();
	site->server = http_server_new(site->loop, handle, site);
	http_server_crowd(site->server, PLACES, WAIT_MS);
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
	free(site);
	return 0;
}

static int
dial(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = SOCKET};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
	assert_true(fd >= 0);
	assert_int_equal(
	    connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	return fd;
}

static int64_t
now(void)
{
	return clock_mono_ms(clock_system());
}

static void
turn(struct site *site, int64_t ms)
{
	int64_t until = now() + ms;
	do {
		loop_once(site->loop, false);
		usleep(500);
	} while (now() < until);
}

/* What came first: octets of an answer (1), the end (0), nothing (-1). */
static int
heard(struct site *site, int fd, int64_t within_ms)
{
	int64_t until = now() + within_ms;
	char part[512];
	do {
		ssize_t got = read(fd, part, sizeof(part));
		if (got >= 0)
			return got > 0;
		if (errno != EAGAIN)
			return 0;
		turn(site, 0);
	} while (now() < until);
	return -1;
}

static void
ask(int fd)
{
	assert_int_equal(write(fd, REQUEST, strlen(REQUEST)), strlen(REQUEST));
}

static void
the_silent_make_way(void **state)
{
	struct site *site = *state;
	int silent[PLACES * 2];
	for (int i = 0; i < PLACES * 2; i++)
		silent[i] = dial();
	int fd = dial();
	ask(fd);
	assert_int_equal(heard(site, fd, LATE_MS), 1);
	for (int i = 0; i < PLACES * 2; i++) {
		assert_int_equal(heard(site, silent[i], LATE_MS), 0);
		close(silent[i]);
	}
	close(fd);
}

static void
an_octet_now_and_then_is_no_request(void **state)
{
	struct site *site = *state;
	int fd = dial();
	int64_t until = now() + LATE_MS;
	int ended = -1;
	for (size_t i = 0; ended != 0 && now() < until; i++) {
		/* It may have been shut down meanwhile. */
		(void)!send(fd, REQUEST + i % 3, 1, MSG_NOSIGNAL);
		ended = heard(site, fd, WAIT_MS / 4);
	}
	assert_int_equal(ended, 0);
	assert_int_equal(site->calls, 0);
	close(fd);
}

/* Its answer may take long; then it may ask again. */
static void
who_waits_for_an_answer_stays(void **state)
{
	struct site *site = *state;
	int fd = dial();
	site->keep = true;
	ask(fd);
	assert_int_equal(heard(site, fd, WAIT_MS * 3), -1);
	assert_non_null(site->kept);
	http_answer(site->kept, 200, "text/plain", STR("late"));
	assert_int_equal(heard(site, fd, LATE_MS), 1);
	site->keep = false;
	ask(fd);
	assert_int_equal(heard(site, fd, LATE_MS), 1);
	assert_int_equal(heard(site, fd, LATE_MS), 0);
	assert_int_equal(site->calls, 2);
	close(fd);
}

static size_t
any_body(void *arg, struct str target)
{
	(void)arg;
	(void)target;
	return SIZE_MAX / 2;
}

static bool
any_host(void *arg, struct str host)
{
	(void)arg;
	return host.octets > 0;
}

/* A strict server knows how much is to come, and waits for that; the head
 * alone has no more time than anybody's. */
static void
a_body_takes_its_time(void **state)
{
	static const struct http_strict rules = {
	    .head_octets = 512, .body_most = any_body, .host_ok = any_host};
	static const char head[] =
	    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 8000000\r\n\r\n";
	struct site *site = *state;
	http_server_strict(site->server, &rules);
	int slow = dial(), never = dial();
	assert_int_equal(write(slow, head, sizeof(head) - 1), sizeof(head) - 1);
	assert_int_equal(write(never, head, 20), 20);
	turn(site, 0);
	int silent = dial();
	assert_int_equal(heard(site, silent, LATE_MS), 0);
	assert_int_equal(heard(site, never, LATE_MS), 0);
	assert_int_equal(heard(site, slow, 0), -1);
	assert_int_equal(site->calls, 0);
	close(slow);
	close(never);
	close(silent);
}

static void
with_no_descriptor_left(void **state)
{
	struct site *site = *state;
	struct rlimit before, none;
	int first = dial(), second = dial();
	ask(first);
	ask(second);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = before;
	none.rlim_cur = (rlim_t)second + 1;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	int64_t spent = (int64_t)clock();
	assert_int_equal(heard(site, first, 100), -1);
	/* It does not try again and again. */
	spent = (int64_t)clock() - spent;
	assert_true(spent < CLOCKS_PER_SEC / 20);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(heard(site, first, LATE_MS), 1);
	assert_int_equal(heard(site, second, LATE_MS), 1);
	close(first);
	close(second);
}

#define CASE(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(the_silent_make_way),
	    CASE(an_octet_now_and_then_is_no_request),
	    CASE(who_waits_for_an_answer_stays),
	    CASE(a_body_takes_its_time),
	    CASE(with_no_descriptor_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
