/* workers - a few threads for work that would hold up the loop: questions that
 * read much, never changes.
 *
 * A piece of work is the first member of its owner's struct.  run() is called
 * in one of the threads and touches nothing but that struct and what the
 * thread of that number has of its own; done() follows in the loop, in the
 * order in which they ended.  No piece is dropped: those that no thread has
 * begun when the workers are freed get done() with `ran` false.  The threads
 * run at a lower priority than the loop. */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stdbool.h>

#include "base/loop.h"

#define WORKERS_MOST 8
/* More than these waiting, and it is better to say so than to queue up. */
#define WORKERS_WAITING_MOST 64

struct work {
	void (*run)(struct work *work, int thread); /* thread: from 0 */
	void (*done)(struct work *work, bool ran);
	struct work *next; /* the workers', while they have it */
};

struct workers;

/* NULL: no thread or pipe is to be had.  Threads begin as work comes. */
struct workers *workers_new(struct loop *loop, int threads);
/* Waits for the pieces that run. */
void workers_free(struct workers **workers);

/* False: too many wait, or no thread can be begun; the work stays the
 * caller's. */
bool workers_give(struct workers *workers, struct work *work);

#endif
