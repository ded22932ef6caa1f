/* pace - how many parts a minute leave by one link (`rate`).
 *
 * A leaky bucket: what a second brings, and no less than six parts, may go at
 * once, so that conversations are not slow; beyond, the rate holds.
 *
 * Modems have their own (gateway/link/send_pace), which also learns, and give
 * no room while it waits; this one is for links that are only told.
 *
 * In: parts that leave, wall time.  Out: how many more, and when.  A clock that
 * is set back costs at most one burst, never a wait until it is back there.
 * Pure.  Zeroed memory is a fresh one. */
#ifndef GATEWAY_QUEUE_PACE_H
#define GATEWAY_QUEUE_PACE_H

#include <stdint.h>

#define PACE_BURST_LEAST 6

struct pace {
	int64_t full_us; /* when the bucket is empty again; wall time */
};

/* rate: parts a minute; 0: no limit.  At most INT_MAX; 0: not now. */
int pace_room(const struct pace *pace, int rate, int64_t now_ms);
/* May bring it below nothing: a long text is not cut in two. */
void pace_left(struct pace *pace, int rate, int parts, int64_t now_ms);
/* The earliest time (ms, not before now_ms) at which there is room. */
int64_t pace_due(const struct pace *pace, int rate, int64_t now_ms);

#endif
