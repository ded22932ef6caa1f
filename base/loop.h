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

/* Only for base/{timer,stream,http,tls}. */
struct event_base *loop_base(struct loop *loop);
/* Only for base/timer: calls fn(arg) once, after the input of this pass and
 * before the loop_later() calls. */
void loop_due(struct loop *loop, void (*fn)(void *), void *arg);

#endif
