#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/loop.h"
#include "base/stream.h"

struct owner {
	struct loop *loop;
	struct stream *stream;
	struct buf got;
	int inputs, drained, gone;
	size_t take; /* most octets to take per callback */
	bool free_in_callback;
	bool inside; /* a stream_ call is being made: no callback now */
};

static void
on_event(void *arg, enum stream_event event)
{
	struct owner *o = arg;
	assert_false(o->inside);
	assert_int_equal(o->gone, 0); /* nothing follows STREAM_GONE */
	struct span in = stream_input(o->stream);
	switch (event) {
	case STREAM_INPUT:
		o->inputs++;
		assert_true(in.octets > 0);
		in = span_part(in, 0, o->take);
		buf_add(&o->got, in.at, in.octets);
		stream_used(o->stream, in.octets);
		break;
	case STREAM_DRAINED:
		o->drained++;
		break;
	case STREAM_GONE:
		o->gone++;
		break;
	}
	if (o->free_in_callback)
		stream_free(&o->stream);
}

static int
set_up(void **state)
{
	struct owner *o = calloc(1, sizeof(*o));
	o->loop = loop_new();
	o->got = buf_new(1 << 20);
	o->take = SIZE_MAX;
	*state = o;
	return 0;
}

static int
tear_down(void **state)
{
	struct owner *o = *state;
	stream_free(&o->stream);
	loop_free(&o->loop);
	buf_free(&o->got);
	free(o);
	return 0;
}

/* A pty hands its octets over a little later, in a kernel worker. */
static void
await(int fd)
{
	struct pollfd ready = {.fd = fd, .events = POLLIN};
	assert_int_equal(poll(&ready, 1, 5000), 1);
}

static void
turn(struct owner *o, int passes)
{
	while (passes-- > 0)
		loop_once(o->loop, false);
}

static int
pair(struct owner *o, size_t input_cap, size_t output_cap)
{
	int ends[2];
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	o->stream =
	    stream_new(o->loop, ends[0], input_cap, output_cap, on_event, o);
	return ends[1];
}

static bool
put(struct owner *o, const void *bytes, size_t octets)
{
	o->inside = true;
	bool taken = stream_write(o->stream, bytes, octets);
	o->inside = false;
	return taken;
}

static void
both_ways_over_a_socket(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 100, 100);
	assert_int_equal(write(peer, "hello", 5), 5);
	turn(o, 1);
	assert_string_equal(o->got.at, "hello");
	assert_true(put(o, "AT", 2));
	assert_true(put(o, "+CSQ\r", 5));
	assert_int_equal(stream_unwritten(o->stream), 7);
	turn(o, 1);
	/* One write for the turn, and one DRAINED. */
	char back[16] = "";
	assert_int_equal(read(peer, back, sizeof(back)), 7);
	assert_memory_equal(back, "AT+CSQ\r", 7);
	assert_int_equal(stream_unwritten(o->stream), 0);
	assert_int_equal(o->drained, 1);
	close(peer);
	turn(o, 3);
	assert_int_equal(o->gone, 1);
	assert_false(put(o, "x", 1));
}

static void
last_words_come_before_the_end(void **state)
{
	struct owner *o = *state;
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	o->stream = stream_new(o->loop, ends[0], 1 << 19, 0, on_event, o);
	char part[4096];
	memset(part, 'p', sizeof(part));
	for (int i = 0; i < 16; i++)
		assert_int_equal(
		    write(ends[1], part, sizeof(part)), sizeof(part));
	close(ends[1]);
	turn(o, 1);
	/* 64 KiB in one burst. */
	assert_int_equal(o->inputs, 1);
	assert_int_equal(o->got.octets, 65536);
	assert_int_equal(o->gone, 0);
	turn(o, 3);
	assert_int_equal(o->gone, 1);
}

static void
a_pipe_to_write_to(void **state)
{
	struct owner *o = *state;
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	o->stream = stream_new(o->loop, ends[1], 1, 100, on_event, o);
	assert_true(put(o, "out", 3));
	turn(o, 1);
	char back[8];
	assert_int_equal(read(ends[0], back, sizeof(back)), 3);
	assert_int_equal(o->drained, 1);
	close(ends[0]);
	turn(o, 2);
	assert_int_equal(o->gone, 1);
}

static int
open_pty(struct owner *o)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	assert_true(master >= 0);
	assert_int_equal(grantpt(master), 0);
	assert_int_equal(unlockpt(master), 0);
	int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert_true(slave >= 0);
	struct termios raw;
	tcgetattr(slave, &raw);
	cfmakeraw(&raw);
	tcsetattr(slave, TCSANOW, &raw);
	o->stream = stream_new(o->loop, slave, 4096, 4096, on_event, o);
	return master;
}

static void
a_pty_that_hangs_up(void **state)
{
	struct owner *o = *state;
	int master = open_pty(o);
	assert_int_equal(write(master, "\r\nOK\r\n", 6), 6);
	await(stream_fd(o->stream));
	turn(o, 1);
	assert_string_equal(o->got.at, "\r\nOK\r\n");
	assert_true(put(o, "AT\r", 3));
	turn(o, 1);
	char back[8];
	await(master);
	assert_int_equal(read(master, back, sizeof(back)), 3);
	close(master);
	turn(o, 3);
	assert_int_equal(o->gone, 1);
}

static void
the_other_end_of_a_pty(void **state)
{
	struct owner *o = *state;
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	assert_int_equal(grantpt(master), 0);
	assert_int_equal(unlockpt(master), 0);
	int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	o->stream = stream_new(o->loop, master, 4096, 4096, on_event, o);
	assert_int_equal(write(slave, "hi", 2), 2);
	await(master);
	turn(o, 1);
	assert_string_equal(o->got.at, "hi");
	turn(o, 1);
	close(slave); /* the master then reads EIO */
	turn(o, 3);
	assert_int_equal(o->gone, 1);
}

static void
input_stops_at_high_water(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 10, 10);
	o->take = 0;
	assert_int_equal(write(peer, "abcdefghijklmno", 15), 15);
	turn(o, 4);
	assert_int_equal(o->inputs, 1);
	assert_int_equal(stream_input(o->stream).octets, 10);
	close(peer);
	turn(o, 4);
	assert_int_equal(o->gone, 0); /* five octets still wait outside */
	stream_used(o->stream, 4);
	assert_int_equal(stream_input(o->stream).at[0], 'e');
	turn(o, 1);
	assert_int_equal(o->inputs, 2);
	struct span in = stream_input(o->stream);
	assert_int_equal(in.octets, 10);
	assert_memory_equal(in.at, "efghijklmn", 10);
	stream_used(o->stream, SIZE_MAX);
	turn(o, 1);
	assert_memory_equal(stream_input(o->stream).at, "o", 1);
	turn(o, 2);
	assert_int_equal(o->gone, 1);
	/* What was not taken stays readable behind the end. */
	assert_int_equal(stream_input(o->stream).octets, 1);
}

static void
holding_takes_nothing(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 10, 10);
	stream_hold(o->stream, true);
	assert_int_equal(write(peer, "abc", 3), 3);
	close(peer);
	turn(o, 3);
	assert_int_equal(o->inputs, 0);
	assert_int_equal(o->gone, 0);
	stream_hold(o->stream, false);
	turn(o, 3);
	assert_string_equal(o->got.at, "abc");
	assert_int_equal(o->gone, 1);
}

static void
output_waits_for_a_slow_reader(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 10, 1 << 20);
	char *many = malloc(1 << 20);
	for (size_t i = 0; i < 1 << 20; i++)
		many[i] = (char)(i % 251);
	assert_true(put(o, many, 1 << 20));
	assert_false(put(o, "x", 1)); /* over the cap: nothing is queued */
	turn(o, 3);
	size_t left = stream_unwritten(o->stream);
	assert_true(left > 0 && left < 1 << 20);
	assert_int_equal(o->drained, 0);
	assert_true(put(o, "!", 1)); /* the front has made room */

	char *back = malloc((1 << 20) + 16);
	size_t total = 0;
	while (total < (1 << 20) + 1) {
		ssize_t got = read(peer, back + total, (1 << 20) + 16 - total);
		if (got > 0)
			total += (size_t)got;
		turn(o, 1);
	}
	assert_int_equal(total, (1 << 20) + 1);
	assert_memory_equal(back, many, 1 << 20);
	assert_int_equal(back[1 << 20], '!');
	assert_int_equal(o->drained, 1);
	free(many);
	free(back);
	close(peer);
}

static void
a_failed_write_ends_it(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 100, 100);
	assert_int_equal(write(peer, "bye", 3), 3);
	close(peer);
	assert_true(put(o, "anybody?", 8));
	/* Written before the input was looked at. */
	stream_hold(o->stream, true);
	turn(o, 2);
	assert_false(put(o, "x", 1));
	assert_int_equal(o->gone, 0);
	stream_hold(o->stream, false);
	turn(o, 4);
	assert_string_equal(o->got.at, "bye");
	assert_int_equal(o->gone, 1);
	assert_int_equal(o->drained, 0);
}

/* The peer reads no more but has not closed: its end never shows on input. */
static void
a_peer_that_only_stops_reading(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 100, 100);
	shutdown(peer, SHUT_RD);
	assert_true(put(o, "x", 1));
	turn(o, 4);
	assert_int_equal(o->gone, 1);
	close(peer);
}

static void
freed_in_each_callback(void **state)
{
	struct owner *o = *state;
	o->free_in_callback = true;
	int peer = pair(o, 100, 100);
	assert_int_equal(write(peer, "abc", 3), 3);
	close(peer);
	turn(o, 3);
	assert_null(o->stream);
	assert_int_equal(o->inputs, 1);
	assert_int_equal(o->gone, 0);

	peer = pair(o, 100, 100);
	assert_true(put(o, "x", 1));
	turn(o, 2);
	assert_null(o->stream);
	assert_int_equal(o->drained, 1);
	close(peer);

	peer = pair(o, 100, 100);
	close(peer);
	turn(o, 2);
	assert_null(o->stream);
	assert_int_equal(o->gone, 1);
}

static void
freed_with_work_undone(void **state)
{
	struct owner *o = *state;
	int peer = pair(o, 100, 100);
	int fd = stream_fd(o->stream);
	assert_true(put(o, "never sent", 10));
	stream_free(&o->stream);
	assert_int_equal(fcntl(fd, F_GETFD), -1); /* closed at once */
	turn(o, 3);
	char back[16];
	assert_int_equal(read(peer, back, sizeof(back)), 0);
	assert_int_equal(o->inputs + o->drained + o->gone, 0);
	close(peer);
}

static void
what_cannot_be_polled_is_gone(void **state)
{
	struct owner *o = *state;
	char path[] = "stream_test-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	unlink(path);
	o->stream = stream_new(o->loop, fd, 10, 10, on_event, o);
	turn(o, 3);
	assert_int_equal(o->gone, 1);
}

int
main(void)
{
#define CASE(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    CASE(both_ways_over_a_socket),
	    CASE(last_words_come_before_the_end),
	    CASE(a_pipe_to_write_to),
	    CASE(a_pty_that_hangs_up),
	    CASE(the_other_end_of_a_pty),
	    CASE(input_stops_at_high_water),
	    CASE(holding_takes_nothing),
	    CASE(output_waits_for_a_slow_reader),
	    CASE(a_failed_write_ends_it),
	    CASE(a_peer_that_only_stops_reading),
	    CASE(freed_in_each_callback),
	    CASE(freed_with_work_undone),
	    CASE(what_cannot_be_polled_is_gone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
