/* store_held - texts of a restored store that wait for a person's word.
 *
 * A restore (restore_mark.h) takes every text that had not left out of the
 * queue: state `held`, a row of the table `held`.  Others to the same phone go
 * past them.  Released, a text takes its place in the queue again, and goes
 * stale like any other; dropped, it is stale.  When none is left the restore is
 * looked through: the timers that stood still go on, later by the time since.
 *
 * All in a turn, but the questions at the top, which readers ask, too. */
#ifndef GATEWAY_STORE_STORE_HELD_H
#define GATEWAY_STORE_STORE_HELD_H

#include "gateway/store/store.h"

/* A timer that stands still is due so much later. */
#define HELD_TIMER_MS (INT64_C(10) * 366 * 24 * 3600 * 1000)

struct held_state {
	int64_t restored_ms; /* 0: it never was */
	int64_t made_ms; /* of the backup */
	bool open; /* nobody has looked through it yet */
	int64_t texts; /* held */
	int64_t timers; /* that stand still */
};
void store_held_state(struct store *store, struct held_state *out);
/* Their ids behind after_id, ascending; how many. */
int store_held_list(
    struct store *store, int64_t after_id, int64_t *ids, int most);

/* False: that text is not held. */
bool store_held_release(struct store *store, int64_t id, int64_t now_ms);
bool store_held_drop(struct store *store, int64_t id, int64_t now_ms);
/* If no text is held any more: it is looked through, timers go on.  True when
 * that is so now. */
bool store_held_end(struct store *store, int64_t now_ms);

#endif
