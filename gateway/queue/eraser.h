/* eraser - takes people out of the store and its files, a slice at a time
 * (store/store_erase.h).
 *
 *   STEP   (turn)    some hundreds of rows, then a rest
 *   FILES  (thread)  the files of old months, one after the other; the index
 *                    of words begins anew (search_feed)
 *   END    (turn)    what they were found by is forgotten
 *   JOURNAL          the store's journal is cut off; tried until nobody reads;
 *                    also at the start, if there ever was an erasure
 *
 * A kill at any moment loses nothing: the row of the erasure says where to go
 * on, and every slice may be done twice.  What fails is logged, told by
 * eraser_trouble() and tried again in a minute. */
#ifndef GATEWAY_QUEUE_ERASER_H
#define GATEWAY_QUEUE_ERASER_H

#include "base/loop.h"
#include "gateway/core/job.h"
#include "gateway/queue/search_feed.h"
#include "gateway/store/store.h"

struct eraser_config {
	struct loop *loop;
	struct store *store; /* the writer: only its journal is asked for */
	const char *store_path;
	struct search_feed *search; /* NULL: there is no index of words */
	int slice; /* rows; 0: 500 */
	int64_t rest_ms; /* between two slices; 0: 20 */
	void *arg;
	void (*submit)(void *arg, struct job *job); /* to the turn */
};

struct eraser;

/* Begins with what was not ended.  NULL: no thread is to be had. */
struct eraser *eraser_new(const struct eraser_config *config);
/* An erasure was begun: go on with it now. */
void eraser_wake(struct eraser *eraser);
/* Nothing is left to do; for tests. */
bool eraser_idle(const struct eraser *eraser);
const char *eraser_trouble(const struct eraser *eraser); /* NULL: none */
/* Waits for the file that is being worked.  The turn must have ended. */
void eraser_free(struct eraser **eraser);

#endif
