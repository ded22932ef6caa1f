#include "base/timer.h"

#include <stdlib.h>

#include <event2/event.h>

#include "base/panic.h"

struct timer {
	struct loop *loop;
	struct event *event;
	void (*fn)(void *);
	void *arg;
	bool armed;
	bool due; /* ran out in this pass, the callback is still owed */
};

static void
run(void *arg)
{
	struct timer *timer = arg;
	if (!timer->due)
		return; /* stopped or moved by the input of this pass */
	timer->due = false;
	timer->armed = false;
	timer->fn(timer->arg);
}

static void
ran_out(void *arg)
{
	struct timer *timer = arg;
	timer->due = true;
	loop_due(timer->loop, run, timer);
}

static void
on_timeout(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	ran_out(arg);
}

struct timer *
timer_new(struct loop *loop, void (*fn)(void *), void *arg)
{
	struct timer *timer = xcalloc(1, sizeof(*timer));
	timer->loop = loop;
	timer->fn = fn;
	timer->arg = arg;
	timer->event = evtimer_new(loop_base(loop), on_timeout, timer);
	PANIC_UNLESS(timer->event != NULL);
	return timer;
}

void
timer_free(struct timer **timer)
{
	struct timer *t = *timer;
	*timer = NULL;
	if (t == NULL)
		return;
	t->due = false;
	loop_hand_stop(t->loop, t);
	event_free(t->event);
	loop_reap(t->loop, free, t);
}

void
timer_arm(struct timer *timer, int64_t after_ms)
{
	const int64_t most_ms = INT64_C(10) * 365 * 86400 * 1000;
	if (after_ms < 0)
		after_ms = 0;
	if (after_ms > most_ms)
		after_ms = most_ms;
	struct timeval after = {
	    .tv_sec = (time_t)(after_ms / 1000),
	    .tv_usec = (suseconds_t)(after_ms % 1000 * 1000),
	};
	timer->due = false;
	timer->armed = true;
	if (loop_hand_arm(timer->loop, after_ms, ran_out, timer))
		return;
	/* libevent counts from the start of the pass, which may be long ago
	 * when a commit was slow. */
	event_base_update_cache_time(loop_base(timer->loop));
	PANIC_UNLESS(event_add(timer->event, &after) == 0);
}

void
timer_stop(struct timer *timer)
{
	timer->due = false;
	timer->armed = false;
	loop_hand_stop(timer->loop, timer);
	event_del(timer->event);
}

bool
timer_armed(const struct timer *timer)
{
	return timer->armed;
}
