/* archiver - moves months of old messages into files of their own, without
 * stopping (store/archive.h).
 *
 *   LOOK  (thread)  is a month old enough, or one half moved?
 *   COPY  (thread)  some thousands of messages, then a rest as long as it took
 *   NOTE  (turn)    the copy is whole and synced
 *   READY (thread)  the next hundreds, copied once more as they are now
 *   DROP  (turn)    those are deleted; and so on, until none is left
 *
 * Looked for once an hour.  No copy is begun or gone on with while less than 64
 * MiB of the disk are free.  What fails (disk full, a file that holds something
 * else, or is gone) is logged, told by archiver_trouble() and tried again in an
 * hour; nothing is deleted that the file has not.  While the clock is unsure
 * nothing is old. */
#ifndef GATEWAY_QUEUE_ARCHIVER_H
#define GATEWAY_QUEUE_ARCHIVER_H

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/core/job.h"
#include "gateway/core/market.h"

struct archiver_config {
	struct loop *loop;
	const struct clock_source *clock;
	const struct market *market; /* outlives */
	const char *store_path;
	int64_t after_ms; /* a month is old so long after its end */
	int64_t look_ms; /* 0: an hour */
	void *arg; /* of both below */
	void (*submit)(void *arg, struct job *job); /* to the turn */
	bool (*clock_sure)(void *arg);
};

struct archiver;

/* NULL: after_ms is 0, or no thread is to be had. */
struct archiver *archiver_new(const struct archiver_config *config);
/* What went wrong when it last looked, in words; NULL: nothing. */
const char *archiver_trouble(const struct archiver *archiver);
/* Waits for the page that is being copied.  The turn must have ended. */
void archiver_free(struct archiver **archiver);

#endif
