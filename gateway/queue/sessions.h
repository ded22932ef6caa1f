/* sessions - dialogues by USSD between the channels that carry them and the
 * turn: who waits for an answer, and until when.
 *
 * In: struct session_sink (gateway/core/session.h), from any channel.  Each ask
 *     is a job of the next turn, where gateway/queue/session_turn works it.
 * Out: session_answer_fn, exactly once, after the COMMIT; at the channel's
 *     deadline_ms at the latest, with an END that says that a text will follow:
 *     the work goes on, and the dialogue is then LOST ("late"), so that the
 *     next dial may go on with it.
 * At once, without a turn: a number that is none, no id, a country or network
 *     that the channel does not serve; and BUSY, when too many are in work.
 *     Those that seem to begin a dialogue get it at half of that, so that open
 *     ones do not suffer.
 * Where the gateway has no key, a repeat is told by coming before the answer
 *     leaves: so it leaves once nothing more of the kind came for linger_ms.
 * The disk fails, or the trade does: END "Try again later.", nothing is done.
 * Limits: `open_max` dialogues that wait (50,000), `calls_max` asks in work
 *     (4,096).
 * Sweeps: dialogues whose answer did not come within idle_ms become DROPPED,
 *     found by their id for a day, kept for 90 days; few rows a turn.
 * All in the loop's thread.  Channels outlive it. */
#ifndef GATEWAY_QUEUE_SESSIONS_H
#define GATEWAY_QUEUE_SESSIONS_H

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/core/handler.h"
#include "gateway/core/job.h"
#include "gateway/core/session.h"
#include "gateway/core/session_figures.h"

#define SESSIONS_LINGER_MS 5 /* as a daemon has it */

struct sessions;

struct sessions_config {
	struct loop *loop;
	const struct clock_source *clock;
	struct store *store; /* read at the start only */
	const struct market *market; /* outlives */
	const struct handler_table *handlers;
	void *trade;
	uint64_t (*random)(void *arg);
	/* A job of the next turn (turnloop_submit). */
	void (*submit)(void *arg, struct job *job);
	void *arg; /* of both */
	int64_t open_max; /* 0: 50,000 */
	size_t calls_max; /* 0: 4,096 */
	int64_t kept_ms; /* rows of dialogues; 0: 90 days */
	int64_t linger_ms; /* an answer without a key waits; 0: none does */
};

/* Counts what waits in the store.  Gives; sessions_free. */
struct sessions *sessions_new(const struct sessions_config *config);
/* Whoever waits is told to try again.  The turn must work no jobs any more. */
void sessions_free(struct sessions **sessions);

/* Where every channel's asks go; lives as long as the sessions. */
const struct session_sink *sessions_sink(struct sessions *sessions);

/* Adds the gateway's part: open, started, answers, refused, late. */
void sessions_figures(struct sessions *sessions,
    const struct session_channel *channel, struct session_figures *out);
/* Of all channels: dialogues that wait, asks in work. */
int64_t sessions_open(const struct sessions *sessions);
size_t sessions_in_work(const struct sessions *sessions);

/* What the three timers do; for tests, whose clock is turned by hand. */
void sessions_deadlines(struct sessions *sessions);
void sessions_sweep(struct sessions *sessions);
void sessions_linger(struct sessions *sessions);

#endif
