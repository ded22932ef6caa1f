/* keeper - takes away what is older than its rule of keeping
 * (store/store_keep.h).
 *
 *   ROWS   (turn)    some hundreds of rows of a kind, then a rest; kind by
 *                    kind; at last who signed in to the console long ago
 *   RAW    (thread)  raw forms leave the file of an old month …
 *          (turn)    … and that is noted; month by month
 *   FILE   (thread)  the file of an old month is deleted …
 *   MONTH  (turn)    … and then it is forgotten; month by month
 *   INDEX            the index of words begins anew (search_feed), at most once
 *                    in 30 days
 *
 * Looked for once an hour; not while the clock is unsure.  A kill at any moment
 * loses nothing.  Behind means: it has not looked through all for two days, or
 * so long since the start; a file that cannot be deleted is logged, and tried
 * again with the next look. */
#ifndef GATEWAY_QUEUE_KEEPER_H
#define GATEWAY_QUEUE_KEEPER_H

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/core/job.h"
#include "gateway/queue/search_feed.h"
#include "gateway/store/store_keep.h"

struct keeper_config {
	struct loop *loop;
	const struct clock_source *clock;
	const char *store_path;
	struct search_feed *search; /* NULL: there is no index of words */
	struct keep_rules rules;
	int64_t look_ms, rest_ms; /* 0: an hour; 200 ms */
	void *arg;
	void (*submit)(void *arg, struct job *job); /* to the turn */
};

struct keeper;

/* NULL: no thread is to be had. */
struct keeper *keeper_new(const struct keeper_config *config);
/* In words; NULL: it is not behind. */
const char *keeper_trouble(const struct keeper *keeper);
/* Waits for the file that is being deleted.  The turn must have ended. */
void keeper_free(struct keeper **keeper);

#endif
