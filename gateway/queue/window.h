/* window - how many texts may be under way by one link at once.
 *
 * Slow start, as TCP does it (RFC 5681, 3.1): a link that has just come up, or
 * whose network has just said that it was too much, gets a few texts; each
 * window that was taken whole doubles the next one, until it is as large as the
 * link's own room.  After throttling it grows so only up to half of what was
 * too much, and then by one text a window.
 *
 * In: texts that were given to the link, and how each ended.  Out: how many
 * more it may be given.  A link that sends one text at a time never notices.
 * Pure: no clock, no log, no allocation.  Zeroed memory is a link that has just
 * come up. */
#ifndef GATEWAY_QUEUE_WINDOW_H
#define GATEWAY_QUEUE_WINDOW_H

#include <stddef.h>

#define WINDOW_FIRST 8

enum window_end {
	WINDOW_TAKEN, /* by the network, or refused for the text's own sake */
	WINDOW_TOO_FAST, /* refused, for it was too much just now */
	WINDOW_LOST, /* nobody knows: says nothing of the pace */
};

struct window {
	size_t size; /* texts; 0: WINDOW_FIRST */
	size_t flying; /* under way */
	size_t good; /* taken since the size last changed */
	size_t steady; /* from here on it grows by one; 0: not yet met */
	size_t deaf; /* so many ends still speak of the window that was */
};

/* The link came up: what was under way before has ended. */
void window_fresh(struct window *window);
/* room: the link's own free places. */
size_t window_room(const struct window *window, size_t room);
void window_given(struct window *window, size_t texts);
void window_ended(struct window *window, enum window_end end);

#endif
