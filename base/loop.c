#include "base/loop.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include <event2/event.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"

struct call {
	void (*fn)(void *);
	void *arg;
};

struct calls {
	struct call *at;
	size_t count;
	size_t room;
};

/* A timer of a loop by hand. */
struct wait {
	int64_t due_ms;
	void (*fn)(void *);
	void *arg;
};

struct hand {
	bool on, stirred;
	int64_t now_ms;
	struct wait *at; /* in the order they were armed */
	size_t count;
	size_t room;
};

struct signal_watch {
	struct signal_watch *next;
	struct event *event;
	void (*fn)(void *, int);
	void *arg;
};

struct loop {
	struct event_base *base;
	struct calls due;
	struct calls later;
	struct calls dead;
	struct hand hand;
	struct signal_watch *signals;
	bool stopped;
};

static void
on_libevent_says(int severity, const char *text)
{
	char quoted[512];
	enum log_level level = LOG_DEBUG;
	if (severity == EVENT_LOG_WARN)
		level = LOG_WARN;
	else if (severity == EVENT_LOG_ERR)
		level = LOG_ERROR;
	log_event(level, "loop", "libevent", "text=%s",
	    log_quote(quoted, sizeof(quoted), text));
}

struct loop *
loop_new(void)
{
	event_set_log_callback(on_libevent_says);
	struct loop *loop = xcalloc(1, sizeof(*loop));
	struct event_config *config = event_config_new();
	PANIC_UNLESS(config != NULL);
	event_config_set_flag(config, EVENT_BASE_FLAG_PRECISE_TIMER);
	loop->base = event_base_new_with_config(config);
	event_config_free(config);
	PANIC_UNLESS(loop->base != NULL);
	/* A peer that closed is an error of write(2), not the end of us. */
	signal(SIGPIPE, SIG_IGN);
	return loop;
}

static void
calls_add(struct calls *calls, void (*fn)(void *), void *arg)
{
	if (calls->count == calls->room) {
		calls->room = calls->room > 0 ? calls->room * 2 : 16;
		calls->at =
		    xrealloc(calls->at, calls->room * sizeof(*calls->at));
	}
	calls->at[calls->count++] = (struct call){fn, arg};
}

/* Runs what is there now; what is added meanwhile waits for the next pass, so
 * that a call that asks for itself again cannot hold up the input. */
static void
calls_run(struct calls *calls)
{
	size_t count = calls->count;
	for (size_t i = 0; i < count; i++) {
		struct call call = calls->at[i];
		calls->at[i].fn = NULL;
		call.fn(call.arg);
	}
	calls->count -= count;
	if (calls->count > 0)
		memmove(calls->at, calls->at + count,
		    calls->count * sizeof(*calls->at));
}

static void
calls_forget(struct calls *calls, const void *object)
{
	size_t kept = 0;
	for (size_t i = 0; i < calls->count; i++)
		if (calls->at[i].arg != object)
			calls->at[kept++] = calls->at[i];
	calls->count = kept;
}

/* By index: a free function may bring more to bury. */
static void
bury(struct loop *loop)
{
	for (size_t i = 0; i < loop->dead.count; i++) {
		struct call call = loop->dead.at[i];
		calls_forget(&loop->due, call.arg);
		calls_forget(&loop->later, call.arg);
		call.fn(call.arg);
	}
	loop->dead.count = 0;
}

void
loop_free(struct loop **loop)
{
	struct loop *l = *loop;
	*loop = NULL;
	if (l == NULL)
		return;
	bury(l);
	while (l->signals != NULL) {
		struct signal_watch *watch = l->signals;
		l->signals = watch->next;
		event_free(watch->event);
		free(watch);
	}
	event_base_free(l->base);
	free(l->due.at);
	free(l->later.at);
	free(l->dead.at);
	free(l->hand.at);
	free(l);
}

/* False when nothing was ready and nothing ever will be. */
static bool
pass(struct loop *loop, bool wait)
{
	int flags = EVLOOP_ONCE;
	log_flush();
	if (!wait || loop->due.count > 0 || loop->later.count > 0)
		flags |= EVLOOP_NONBLOCK;
	/* EVLOOP_NONBLOCK alone would go on as long as input comes. */
	bool more = event_base_loop(loop->base, flags) == 0;
	/* Before a time-out is believed, look once more for its answer: the
	 * input just handled may have taken long, and epoll hands out only so
	 * many descriptors at a time. */
	if (loop->due.count > 0)
		event_base_loop(loop->base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
	more = more || loop->due.count > 0 || loop->later.count > 0 ||
	       loop->dead.count > 0;
	calls_run(&loop->due);
	calls_run(&loop->later);
	bury(loop);
	return more;
}

bool
loop_run(struct loop *loop)
{
	while (!loop->stopped)
		if (!pass(loop, true))
			return false;
	loop->stopped = false;
	return true;
}

void
loop_once(struct loop *loop, bool wait)
{
	pass(loop, wait);
}

void
loop_stop(struct loop *loop)
{
	loop->stopped = true;
}

void
loop_later(struct loop *loop, void (*fn)(void *), void *arg)
{
	for (size_t i = 0; i < loop->later.count; i++)
		if (loop->later.at[i].fn == fn && loop->later.at[i].arg == arg)
			return;
	calls_add(&loop->later, fn, arg);
}

void
loop_due(struct loop *loop, void (*fn)(void *), void *arg)
{
	calls_add(&loop->due, fn, arg);
}

void
loop_reap(struct loop *loop, void (*free_fn)(void *), void *object)
{
	calls_add(&loop->dead, free_fn, object);
}

/* -- time by hand ---------------------------------------------------------- */

/* So many passes in which nothing was owed are the end of all that happens. */
#define QUIET_PASSES 2
/* A machine has run for a while. */
#define UP_MS 3600000

void
loop_by_hand(struct loop *loop)
{
	loop->hand.on = true;
	loop->hand.now_ms = UP_MS;
}

int64_t
loop_mono_ms(const struct loop *loop)
{
	return loop->hand.on ? loop->hand.now_ms
			     : clock_mono_ms(clock_system());
}

bool
loop_hand_arm(
    struct loop *loop, int64_t after_ms, void (*fn)(void *), void *arg)
{
	struct hand *hand = &loop->hand;
	if (!hand->on)
		return false;
	loop_hand_stop(loop, arg);
	if (hand->count == hand->room) {
		hand->room = hand->room > 0 ? hand->room * 2 : 16;
		hand->at = xrealloc(hand->at, hand->room * sizeof(*hand->at));
	}
	hand->at[hand->count++] =
	    (struct wait){hand->now_ms + after_ms, fn, arg};
	return true;
}

void
loop_hand_stop(struct loop *loop, const void *arg)
{
	struct hand *hand = &loop->hand;
	size_t kept = 0;
	for (size_t i = 0; i < hand->count; i++)
		if (hand->at[i].arg != arg)
			hand->at[kept++] = hand->at[i];
	hand->count = kept;
}

void
loop_stirred(struct loop *loop)
{
	loop->hand.stirred = true;
}

/* True: something happened. */
static bool
settle(struct loop *loop)
{
	bool any = false;
	for (int quiet = 0; quiet < QUIET_PASSES; quiet++) {
		loop->hand.stirred = loop->later.count > 0;
		pass(loop, false);
		if (loop->hand.stirred) {
			any = true;
			quiet = 0;
		}
	}
	return any;
}

/* The first to run out by `until_ms`; NULL: none. */
static const struct wait *
next_wait(const struct hand *hand, int64_t until_ms)
{
	const struct wait *next = NULL;
	for (size_t i = 0; i < hand->count; i++)
		if (hand->at[i].due_ms <= until_ms &&
		    (next == NULL || hand->at[i].due_ms < next->due_ms))
			next = &hand->at[i];
	return next;
}

bool
loop_turn(struct loop *loop, int64_t by_ms)
{
	struct hand *hand = &loop->hand;
	int64_t until_ms = hand->now_ms + by_ms;
	const struct wait *next;
	bool any = settle(loop);
	while ((next = next_wait(hand, until_ms)) != NULL) {
		struct wait due = *next;
		hand->now_ms = due.due_ms;
		loop_hand_stop(loop, due.arg);
		due.fn(due.arg);
		settle(loop);
		any = true;
	}
	hand->now_ms = until_ms;
	return any;
}

static void
on_signal(evutil_socket_t number, short what, void *arg)
{
	struct signal_watch *watch = arg;
	(void)what;
	watch->fn(watch->arg, (int)number);
}

void
loop_on_signal(
    struct loop *loop, int signal_number, void (*fn)(void *, int), void *arg)
{
	struct signal_watch *watch = xcalloc(1, sizeof(*watch));
	watch->fn = fn;
	watch->arg = arg;
	watch->event =
	    evsignal_new(loop->base, signal_number, on_signal, watch);
	PANIC_UNLESS(watch->event != NULL);
	PANIC_UNLESS(event_add(watch->event, NULL) == 0);
	watch->next = loop->signals;
	loop->signals = watch;
}

struct event_base *
loop_base(struct loop *loop)
{
	return loop->base;
}
