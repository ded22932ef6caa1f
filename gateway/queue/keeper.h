/* keeper - takes away what is older than its rule of keeping, a slice in a turn
 * and then a rest (store/store_keep.h).
 *
 * Looked for once an hour; not while the clock is unsure.  Behind means: it has
 * not looked through all for two days, or so long since the start. */
#ifndef GATEWAY_QUEUE_KEEPER_H
#define GATEWAY_QUEUE_KEEPER_H

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/core/job.h"

struct keeper_config {
	struct loop *loop;
	const struct clock_source *clock;
	int64_t raw_ms; /* raw forms of texts are kept so long; 0: for ever */
	int64_t look_ms, rest_ms; /* 0: an hour; 200 ms */
	void *arg;
	void (*submit)(void *arg, struct job *job); /* to the turn */
};

struct keeper;

/* NULL: everything is kept for ever. */
struct keeper *keeper_new(const struct keeper_config *config);
/* In words; NULL: it is not behind. */
const char *keeper_trouble(const struct keeper *keeper);
void keeper_free(struct keeper **keeper); /* the turn must have ended */

#endif
