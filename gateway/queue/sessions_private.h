/* sessions_private - what sessions and sessions_sweep share. */
#ifndef GATEWAY_QUEUE_SESSIONS_PRIVATE_H
#define GATEWAY_QUEUE_SESSIONS_PRIVATE_H

#include "base/timer.h"
#include "gateway/queue/session_call.h"
#include "gateway/queue/sessions.h"

/* One channel's counts. */
struct sessions_channel {
	int64_t link_id;
	const struct session_channel *channel; /* NULL: not heard of yet */
	int64_t open; /* that wait, as committed */
	int64_t swept_id; /* looked at up to here for being idle */
	struct session_hour started, answers, refused, late;
};

struct sessions_errand;

struct sessions {
	struct sessions_config config;
	struct session_sink sink;
	struct session_trade trade;
	struct session_calls calls;
	struct timer *deadline, *sweep, *linger;
	int64_t deadline_mono_ms; /* the timer is armed for; 0: it is not */
	struct sessions_channel *channel;
	size_t channels;
	int64_t open; /* of all channels, as committed */
	int64_t opening; /* by jobs that ran and are not committed yet */
	struct sessions_errand *errands; /* submitted and not done */
	size_t sweeping; /* of them, one a channel */
	bool sweep_more; /* there was more than they could do */
};

/* As committed: so many more of them wait. */
void sessions_count(struct sessions *s, size_t channel, int64_t waiting);
/* To all who wait, and counts them. */
void sessions_answer(struct sessions *s, struct session_call *call,
    const struct session_answer *a);
/* True: the answer of this call leaves later. */
bool sessions_linger_begin(struct sessions *s, struct session_call *call);
/* Work without anybody who waits for it. */
void sessions_lost(struct sessions *s, size_t channel, int64_t session_id,
    int turn, const char *why);
void sessions_down(struct sessions *s, size_t channel);
void sessions_sweep_later(struct sessions *s);
void sessions_errands_free(struct sessions *s);

#endif
