/* place - lines that look for a seller: ask the next, wait, or give up.
 *
 * Lines of one order that fall to the same seller leave in one text.  A line
 * must be waiting, offered, asked, confirmed or unfilled (the table decides)
 * and hold no stock any more. */
#ifndef HANDLERS_PLACE_H
#define HANDLERS_PLACE_H

#include <stddef.h>

#include "handlers/alloc.h"
#include "handlers/desk.h"
#include "handlers/keep.h"

struct place_result {
	size_t offered, waiting, kept_count, unfilled;
	int64_t wakes_ms; /* of those waiting for the day: the first */
	size_t unsure; /* of those waiting: a seller is asked who they are */
	struct keep keep; /* why the first of `kept` is */
	size_t seeking; /* not everybody was looked at yet: told later */
	/* Of the first line that found nobody. */
	enum alloc_verdict why;
	int64_t lowest_minor;
	char unit[16];
	/* Last, because 2 * 63 lines are too much to clear for each order:
	 * which are kept for goods to come (kept_count), which found nobody
	 * (unfilled). */
	struct line kept[DESK_LINES_MAX];
	struct line gone[DESK_LINES_MAX];
};

void place_lines(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, const struct alloc_wish *wish,
    struct place_result *result);

/* As above, and tells buyer and officer when nobody is left: for everything
 * but the buyer's own first text. */
void place_again(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, const struct alloc_wish *wish);

/* TIMER_LINE_WAITING. */
void place_waiting(struct desk *desk, int64_t line_id);
/* TIMER_OFFER_SWEEP: areas have moved, listings follow, page by page. */
void place_sweep(struct desk *desk, int64_t after_id);

/* Closes the order when no line can change any more, and notes the change. */
void place_touch(struct desk *desk, int64_t order_id);

/* The lines of an order, in order of their numbers. */
size_t place_load(
    struct desk *desk, int64_t order_id, struct line lines[DESK_LINES_MAX]);

#endif
