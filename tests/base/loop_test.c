#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/loop.h"
#include "base/stream.h"
#include "base/timer.h"

/* What happened, in order, one letter each. */
struct story {
	char storage[64];
	struct buf text;
	struct loop *loop;
	struct timer *timer;
	struct stream *stream;
	int count;
};

static int
set_up(void **state)
{
	struct story *story = calloc(1, sizeof(*story));
	story->text = buf_over(story->storage, sizeof(story->storage));
	story->loop = loop_new();
	*state = story;
	return 0;
}

static int
tear_down(void **state)
{
	struct story *story = *state;
	timer_free(&story->timer);
	stream_free(&story->stream);
	loop_free(&story->loop);
	free(story);
	return 0;
}

static void
wait_ms(int ms)
{
	struct timespec pause = {.tv_nsec = ms * 1000000L};
	nanosleep(&pause, NULL);
}

static void
say_timer(void *arg)
{
	struct story *story = arg;
	buf_add_char(&story->text, 'T');
}

static void
say_later(void *arg)
{
	struct story *story = arg;
	buf_add_char(&story->text, 'L');
}

static void
say_input(void *owner, enum stream_event event)
{
	struct story *story = owner;
	if (event != STREAM_INPUT)
		return;
	buf_add_char(&story->text, 'I');
	stream_used(story->stream, SIZE_MAX);
	loop_later(story->loop, say_later, story);
	loop_later(story->loop, say_later, story);
}

static void
stop_timer_on_input(void *owner, enum stream_event event)
{
	struct story *story = owner;
	if (event == STREAM_INPUT) {
		buf_add_char(&story->text, 'I');
		timer_stop(story->timer);
	}
}

static int
open_stream(struct story *story, stream_event_fn fn)
{
	int ends[2];
	assert_int_equal(
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
	story->stream = stream_new(story->loop, ends[0], 1024, 1024, fn, story);
	return ends[1];
}

static void
input_then_time_then_later(void **state)
{
	struct story *story = *state;
	int peer = open_stream(story, say_input);
	story->timer = timer_new(story->loop, say_timer, story);
	timer_arm(story->timer, 1);
	wait_ms(3);
	assert_int_equal(write(peer, "x", 1), 1);
	loop_once(story->loop, true);
	assert_string_equal(story->storage, "ITL");
	close(peer);
}

/* The answer lies in the buffer although its time is over: no time-out. */
static void
a_stall_is_no_time_out(void **state)
{
	struct story *story = *state;
	int peer = open_stream(story, stop_timer_on_input);
	story->timer = timer_new(story->loop, say_timer, story);
	timer_arm(story->timer, 1);
	assert_int_equal(write(peer, "OK", 2), 2);
	wait_ms(5);
	for (int i = 0; i < 3; i++)
		loop_once(story->loop, false);
	assert_string_equal(story->storage, "I");
	close(peer);
}

static void
answer_late(void *arg)
{
	struct story *story = arg;
	wait_ms(4); /* a slow commit; meanwhile the answer comes */
	assert_int_equal(write(story->count, "OK", 2), 2);
}

static void
a_stall_in_the_loop_is_none_either(void **state)
{
	struct story *story = *state;
	story->count = open_stream(story, stop_timer_on_input);
	story->timer = timer_new(story->loop, say_timer, story);
	timer_arm(story->timer, 2);
	loop_later(story->loop, answer_late, story);
	for (int i = 0; i < 4; i++)
		loop_once(story->loop, false);
	assert_string_equal(story->storage, "I");
	close(story->count);
}

static void
more_input(void *owner, enum stream_event event)
{
	struct story *story = owner;
	if (event != STREAM_INPUT)
		return;
	stream_used(story->stream, SIZE_MAX);
	assert_int_equal(write(story->count, "x", 1), 1);
}

/* A peer that never pauses must not stop the clock. */
static void
constant_input_starves_no_timer(void **state)
{
	struct story *story = *state;
	story->count = open_stream(story, more_input);
	story->timer = timer_new(story->loop, say_timer, story);
	timer_arm(story->timer, 5);
	assert_int_equal(write(story->count, "x", 1), 1);
	int64_t end_ms = clock_mono_ms(clock_system()) + 2000;
	while (
	    story->text.octets == 0 && clock_mono_ms(clock_system()) < end_ms)
		loop_once(story->loop, true);
	assert_string_equal(story->storage, "T");
	close(story->count);
}

static void
again(void *arg)
{
	struct story *story = arg;
	buf_add_char(&story->text, 'A');
	if (++story->count < 3)
		loop_later(story->loop, again, story);
}

static void
later_is_once_and_may_ask_again(void **state)
{
	struct story *story = *state;
	loop_later(story->loop, again, story);
	loop_later(story->loop, again, story);
	loop_once(story->loop, true);
	assert_string_equal(story->storage, "A");
	/* Nothing else is there to wait for, and still it does not wait. */
	assert_false(loop_run(story->loop));
	assert_string_equal(story->storage, "AAA");
}

struct thing {
	struct story *story;
};

static void
touch(void *arg)
{
	struct thing *thing = arg;
	buf_add_char(&thing->story->text, 't');
}

static void
free_thing(void *arg)
{
	struct thing *thing = arg;
	buf_add_char(&thing->story->text, 'f');
	free(thing);
}

static void
die(void *arg)
{
	struct thing *thing = arg;
	buf_add_char(&thing->story->text, 'd');
	loop_reap(thing->story->loop, free_thing, thing);
	/* Owed from here on, for the next pass: dropped by the reaper. */
	loop_later(thing->story->loop, die, thing);
}

static void
the_reaper_comes_last(void **state)
{
	struct story *story = *state;
	struct thing *thing = calloc(1, sizeof(*thing));
	thing->story = story;
	loop_later(story->loop, die, thing);
	loop_later(story->loop, touch, thing);
	for (int i = 0; i < 3; i++)
		loop_once(story->loop, false);
	assert_string_equal(story->storage, "dtf");
}

static void
rearm(void *arg)
{
	struct story *story = arg;
	buf_add_char(&story->text, 'R');
	assert_false(timer_armed(story->timer));
	if (++story->count < 3)
		timer_arm(story->timer, 0);
	else
		loop_stop(story->loop);
}

static void
timers_arm_move_and_stop(void **state)
{
	struct story *story = *state;
	story->timer = timer_new(story->loop, rearm, story);
	assert_false(timer_armed(story->timer));
	timer_arm(story->timer, 3600000);
	timer_arm(story->timer, 1);
	assert_true(timer_armed(story->timer));
	assert_true(loop_run(story->loop));
	assert_string_equal(story->storage, "RRR");
	timer_arm(story->timer, 0);
	timer_stop(story->timer);
	assert_false(timer_armed(story->timer));
	assert_false(loop_run(story->loop));
	timer_arm(story->timer, INT64_MAX);
	timer_arm(story->timer, -5);
	timer_free(&story->timer);
	assert_false(loop_run(story->loop));
	assert_string_equal(story->storage, "RRR");
}

static void
on_signal(void *arg, int number)
{
	struct story *story = arg;
	buf_add_format(&story->text, "S%d", number == SIGTERM);
	loop_stop(story->loop);
}

static void
signals_come_through_the_loop(void **state)
{
	struct story *story = *state;
	loop_on_signal(story->loop, SIGTERM, on_signal, story);
	raise(SIGTERM);
	assert_string_equal(story->storage, "");
	assert_true(loop_run(story->loop));
	assert_string_equal(story->storage, "S1");
}

static void
a_stop_asked_for_before_counts(void **state)
{
	struct story *story = *state;
	loop_stop(story->loop);
	assert_true(loop_run(story->loop));
}

static void
echo(void *owner, enum stream_event event)
{
	struct story *story = owner;
	if (event != STREAM_INPUT)
		return;
	buf_add_char(&story->text, 'I');
	stream_used(story->stream, SIZE_MAX);
	timer_arm(story->timer, 3600000);
	stream_write(story->stream, "x", 1);
}

/* An hour passes at once, and not a moment more; input is older than time. */
static void
time_by_hand(void **state)
{
	struct story *story = *state;
	char got[8];
	loop_by_hand(story->loop);
	int peer = open_stream(story, echo);
	story->timer = timer_new(story->loop, say_timer, story);
	timer_arm(story->timer, 5);
	loop_turn(story->loop, 4);
	wait_ms(3);
	loop_once(story->loop, false);
	assert_string_equal(story->storage, "");
	assert_int_equal(write(peer, "x", 1), 1);
	loop_turn(story->loop, 3599999);
	assert_int_equal(read(peer, got, sizeof(got)), 1);
	assert_string_equal(story->storage, "I");
	loop_turn(story->loop, 1);
	assert_string_equal(story->storage, "IT");
	timer_arm(story->timer, 0);
	timer_stop(story->timer);
	loop_turn(story->loop, 1);
	timer_arm(story->timer, 1);
	timer_free(&story->timer);
	loop_turn(story->loop, 1);
	assert_string_equal(story->storage, "IT");
	close(peer);
}

/* Each behind the other, though all are over when the clock stops. */
static void
timers_by_hand_arm_again(void **state)
{
	struct story *story = *state;
	loop_by_hand(story->loop);
	struct timer *slow = timer_new(story->loop, say_timer, story);
	story->timer = timer_new(story->loop, rearm, story);
	timer_arm(story->timer, 2);
	timer_arm(slow, 3);
	loop_turn(story->loop, 10);
	assert_string_equal(story->storage, "RRRT");
	timer_free(&slow);
}

int
main(void)
{
#define CASE(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    CASE(input_then_time_then_later),
	    CASE(a_stall_is_no_time_out),
	    CASE(a_stall_in_the_loop_is_none_either),
	    CASE(constant_input_starves_no_timer),
	    CASE(later_is_once_and_may_ask_again),
	    CASE(the_reaper_comes_last),
	    CASE(timers_arm_move_and_stop),
	    CASE(signals_come_through_the_loop),
	    CASE(a_stop_asked_for_before_counts),
	    CASE(time_by_hand),
	    CASE(timers_by_hand_arm_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
