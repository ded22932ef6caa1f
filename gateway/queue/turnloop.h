/* turnloop - the turn of the loop: one transaction for everything that
 * happened, then the acknowledgements, then the sends.
 *
 *   links -> inbox -> [ BEGIN
 *                       outcomes, forgotten places, messages, jobs  (inbox)
 *                       due timers -> trade
 *                       unsettled and stale texts
 *                       claims for the links' free places
 *                       COMMIT ] -> acknowledge, answer jobs, send the claims
 *
 * A text is durably `sending` before its first octet leaves, and a message is
 * durable before the network is told that it was taken; outcome n and claim
 * n+1 share a commit.  Between store_commit() and its `done` no other store
 * call is made; links go on filling the inbox.
 *
 * Places that a modem has emptied bring no turn of their own, for a turn costs
 * a sync and one comes for each deleted text: they wait for the next one, for
 * 200 ms or for 256 of them.  Until then a row of pending_delete names a place
 * that is empty, or holds another text by now, which its hash tells.
 *
 * No savepoints.  When a turn fails over a rule of the store, it is rolled
 * back and replayed one item a transaction; the offender is stored raw, in
 * quarantine.  When it fails over the disk, nothing is acknowledged, and the
 * same items are tried again after a pause. */
#ifndef GATEWAY_QUEUE_TURNLOOP_H
#define GATEWAY_QUEUE_TURNLOOP_H

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/core/handler.h"
#include "gateway/core/job.h"
#include "gateway/core/link.h"
#include "gateway/queue/alarm.h"
#include "gateway/queue/outbox_explain.h"

struct turnloop;

struct turnloop_config {
	struct loop *loop;
	struct store *store;
	const struct clock_source *clock;
	const struct market *market; /* outlives; reload: turnloop_market() */
	const struct handler_table *handlers;
	void *trade;
	struct link **links; /* outlives */
	size_t links_count;
	bool machine_vouches; /* timekeeper_ask_machine() */
	struct enquiries *enquiries; /* outlives; NULL: nobody asks */
	struct credit *credit; /* the same */
	/* How long a turn waits for more after the first text or outcome,
	 * unless many came; 0: not at all (docs/performance.md, "Gathering").
	 */
	int64_t gather_ms;
	int64_t disk_pause_ms; /* after a turn that failed; 0: a second */
};

/* Takes up where the last run ended: texts that were `sending` become
 * unknown.  Gives; turnloop_free. */
struct turnloop *turnloop_new(const struct turnloop_config *config);
void turnloop_free(struct turnloop **turnloop);

/* Where every link's events go; lives as long as the turnloop. */
const struct link_sink *turnloop_sink(struct turnloop *turnloop);

/* Work for the next turn (core/job.h). */
void turnloop_submit(struct turnloop *turnloop, struct job *job);
/* A turn soon, even if nothing came. */
void turnloop_request(struct turnloop *turnloop);

/* In a turn (a job's run): what would happen to a text. */
void turnloop_explain(const struct turnloop *turnloop, const struct turn *turn,
    const struct outbox_question *asked, struct outbox_answer *out);

bool turnloop_clock_sure(const struct turnloop *turnloop);
const struct alarms *turnloop_alarms(const struct turnloop *turnloop);
/* For the next look at the alarms. */
void turnloop_said(
    struct turnloop *turnloop, enum alarm_said which, const char *text);
unsigned long turnloop_turns(const struct turnloop *turnloop);

/* How long turns took, since the start: so many up to each limit and above the
 * one before it; the last stands for all that took longer. */
#define TURNLOOP_LIMITS 11
#define TURNLOOP_LIMITS_US                                                     \
	{                                                                      \
		500, 1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000,    \
		    1000000, 5000000                                           \
	}
struct turnloop_span {
	int64_t count[TURNLOOP_LIMITS + 1];
	int64_t sum_us;
};
struct turnloop_figures {
	struct turnloop_span turn; /* from begin to the end of its commit */
	struct turnloop_span commit; /* of that, the commit */
	int64_t failed; /* turns that were rolled back */
};
const struct turnloop_figures *turnloop_figures(
    const struct turnloop *turnloop);

/* What became of texts that no link took. */
const struct link_counts *turnloop_linkless(const struct turnloop *turnloop);

/* Nothing but emptied places is in the inbox and no commit is under way. */
bool turnloop_idle(const struct turnloop *turnloop);

#endif
