/* timer - one shot after so many milliseconds, in the loop.
 *
 * Arming again moves it.  The callback may arm, stop, but not free its timer.
 * Runs on the loop's monotonic clock; days-long waits are rows in the store,
 * not timers. */
#ifndef BASE_TIMER_H
#define BASE_TIMER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/loop.h"

struct timer;

struct timer *timer_new(struct loop *loop, void (*fn)(void *), void *arg);
void timer_free(struct timer **timer);
void timer_arm(struct timer *timer, int64_t after_ms); /* 0: next pass */
void timer_stop(struct timer *timer);
bool timer_armed(const struct timer *timer);

#endif
