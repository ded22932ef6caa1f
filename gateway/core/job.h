/* job - a piece of work that somebody outside the turn wants done inside it.
 *
 * The turn is the only writer.  Who answers people (admin) hands it a job;
 * the turn calls run() inside its transaction, after the inbound texts of the
 * same turn, and done() after the commit: durable before acknowledged.  A
 * struct job is the first member of the submitter's own struct; the submitter
 * gives it with the submit call, and has it back in done(), where it may free
 * it.  Not freed by the turn.
 *
 * run() may be called again for the same job: when a turn fails it is rolled
 * back and replayed one piece a transaction.  So run() starts from its request
 * each time and keeps nothing from an earlier call.  done(job, false): this
 * job's own transaction could not be committed, nothing of it is stored.
 *
 * While the disk fails a job waits and is tried again until it can be done.
 * One of which somebody waits for the answer only for seconds says so (`brief`)
 * and is given back by done(job, false) at once.
 * All in the loop's thread. */
#ifndef GATEWAY_CORE_JOB_H
#define GATEWAY_CORE_JOB_H

#include <stdbool.h>

struct turn;

struct job {
	void (*run)(struct job *job, const struct turn *turn);
	void (*done)(struct job *job, bool committed);
	struct job *next; /* the turn's, while it holds the job */
	bool brief; /* not kept while the disk fails */
};

#endif
