/* session_call - the asks of dialogues that are not answered yet, in memory.
 *
 * A call holds a copy of what the channel told, is a job of the turn, and knows
 * everybody who waits for its answer: an ask that comes again while the first
 * is unanswered is joined to it, and both get the same.  Each who waits is told
 * exactly once.
 * Bounded by its owner (gateway/queue/sessions).  No store, no clock. */
#ifndef GATEWAY_QUEUE_SESSION_CALL_H
#define GATEWAY_QUEUE_SESSION_CALL_H

#include "gateway/core/job.h"
#include "gateway/queue/session_turn.h"

struct session_wait {
	session_answer_fn done;
	void *arg;
	struct session_wait *next;
};

struct session_call {
	struct job job; /* first */
	void *owner;
	struct session_told told; /* its views point into `bytes` */
	size_t counted; /* its channel, the owner's number */
	int64_t asked_mono_ms, due_mono_ms;
	struct session_wait first; /* who asked first */
	bool answered;
	/* Done and committed, but the answer waits for repeats that are on
	 * their way (gateway/queue/sessions_linger). */
	bool lingers;
	int64_t linger_mono_ms; /* since then */
	int64_t joined_mono_ms; /* when a look last saw one more */
	size_t joined, joined_before; /* who waits; at the last look */
	bool late; /* the turn was told that the deadline is over */
	struct session_result result; /* of the last run */
	/* The table's. */
	struct session_call *same; /* next in its bucket */
	struct session_call *before, *after; /* in the order they came */
	char bytes[];
};

#define SESSION_CALL_BUCKETS 1024

struct session_calls {
	struct session_call *bucket[SESSION_CALL_BUCKETS];
	struct session_call *oldest, *newest;
	size_t count;
};

/* Copies what is told, puts it at the end.  Lives until session_call_end(). */
struct session_call *session_call_begin(
    struct session_calls *calls, const struct session_told *told);
/* The same ask, unanswered; NULL: there is none.  Two keys that differ are two
 * turns, whatever they say. */
struct session_call *session_call_find(
    const struct session_calls *calls, const struct session_told *told);
/* The same ask is still in work, but the deadline has answered it. */
bool session_call_is_late(
    const struct session_calls *calls, const struct session_told *told);
void session_call_join(
    struct session_call *call, session_answer_fn done, void *arg);
/* Tells everybody who waits, once; later calls do nothing.  How many. */
int session_call_answer(
    struct session_call *call, const struct session_answer *answer);
/* Takes it out and frees it. */
void session_call_end(struct session_calls *calls, struct session_call *take);

#endif
