/* loop - the one thread's event loop; libevent stays behind this door.
 *
 * Input outranks time: when bytes and a timer are ready together, the bytes
 * are handed out first, so a stall never fires the time-out of an answer that
 * already lies in a buffer.  Objects are never freed inside their own
 * callback: loop_reap() frees them at the end of the turn.
 *
 * One pass: all ready input, then the timers that ran out, then what
 * loop_later() was asked for, then the reaper.  Every pass goes through all
 * four, so that constant input cannot starve the timers (libevent's own
 * priorities would let it: they look at lower ones only when idle). */
#ifndef BASE_LOOP_H
#define BASE_LOOP_H

#include <stdbool.h>
#include <stdint.h>

struct loop;
struct event_base;

struct loop *loop_new(void); /* gives; loop_free */
void loop_free(struct loop **loop);

/* Runs until loop_stop() (also one asked for before); true if it ended by that,
 * false when nothing is left that could ever happen. */
bool loop_run(struct loop *loop);
/* One pass: waits for something (or not at all, if !wait), runs it. */
void loop_once(struct loop *loop, bool wait);
void loop_stop(struct loop *loop);

/* Calls fn(arg) once, after the input that is ready now has been handled and
 * before anything waits again.  Asked twice for the same fn and arg before it
 * ran, it runs once. */
void loop_later(struct loop *loop, void (*fn)(void *), void *arg);

/* As above, at the very end of the pass: for freeing.  Calls that are still
 * owed to the object by then are dropped. */
void loop_reap(struct loop *loop, void (*free_fn)(void *), void *object);

/* fn(arg, signal number) in the loop, not in signal context. */
void loop_on_signal(
    struct loop *loop, int signal_number, void (*fn)(void *, int), void *arg);

/* The monotonic time that its timers run by, in milliseconds. */
int64_t loop_mono_ms(const struct loop *loop);

/* For tests: the loop's timers run on a clock that stands still until
 * loop_turn() turns it, so that no test waits and none fails on a busy machine.
 * Asked for before the first timer is armed; the time-outs of base/http and
 * base/tls go on by the machine's clock. */
void loop_by_hand(struct loop *loop);
/* Handles what is ready until nothing happens any more, and lets so much time
 * pass: from timer to timer, handling what is ready behind each.  What other
 * processes and threads have not yet done is not waited for.  True: something
 * happened. */
bool loop_turn(struct loop *loop, int64_t by_ms);

/* Only for base/{timer,stream,http,tls}. */
struct event_base *loop_base(struct loop *loop);
/* Only for base/stream: it had input. */
void loop_stirred(struct loop *loop);
/* Only for base/timer: calls fn(arg) once, after the input of this pass and
 * before the loop_later() calls. */
void loop_due(struct loop *loop, void (*fn)(void *), void *arg);
/* Only for base/timer, by hand: calls fn(arg) when it is time; arg has at most
 * one such call.  False: the machine's clock counts. */
bool loop_hand_arm(
    struct loop *loop, int64_t after_ms, void (*fn)(void *), void *arg);
void loop_hand_stop(struct loop *loop, const void *arg);

#endif
