/* What has to be done about dialogues without anybody who waits for it: screens
 * that were not shown, ways that broke, answers that never came, old rows. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/panic.h"
#include "gateway/queue/sessions_private.h"
#include "gateway/store/store_session.h"

#define SWEEP_MS 5000 /* while dialogues are open */
#define SWEEP_SOON_MS 200 /* while there is more than one sweep does */
#define SWEEP_IDLE_MS 60000
#define IDLE_A_SWEEP 512 /* rows looked at, of each channel */
#define LOST_A_TURN 512
#define OLD_A_SWEEP 256
#define FOUND_FOR_MS (INT64_C(24) * 3600 * 1000)
#define KEPT_FOR_MS (INT64_C(90) * 24 * 3600 * 1000)
#define IDLE_MS INT64_C(180000) /* of a channel that is not configured now */

/* A job of ours; the list is for those that no turn has taken at the end. */
struct sessions_errand {
	struct job job; /* first */
	struct sessions *sessions;
	struct sessions_errand *next, **at;
	size_t channel;
	int64_t session_id; /* of LOST; of DOWN: up to that one */
	int turn; /* of LOST */
	char why[STORE_SESSION_REASON_OCTETS];
	int waiting; /* how many fewer of them wait, by the last run */
	bool more;
};

static struct sessions_errand *
errand(struct sessions *s, size_t channel,
    void (*run)(struct job *, const struct turn *),
    void (*done)(struct job *, bool))
{
	struct sessions_errand *e = xcalloc(1, sizeof(*e));
	e->job = (struct job){.run = run, .done = done};
	e->sessions = s;
	e->channel = channel;
	e->next = s->errands;
	e->at = &s->errands;
	if (e->next != NULL)
		e->next->at = &e->next;
	s->errands = e;
	return e;
}

static void
submit(struct sessions_errand *e)
{
	struct sessions *s = e->sessions;
	s->config.submit(s->config.arg, &e->job);
}

static void
errand_end(struct sessions_errand *take)
{
	*take->at = take->next;
	if (take->next != NULL)
		take->next->at = take->at;
	free(take);
}

void
sessions_errands_free(struct sessions *s)
{
	while (s->errands != NULL)
		errand_end(s->errands);
}

/* -- one that was not shown ------------------------------------------------ */

static void
lost_run(struct job *job, const struct turn *turn)
{
	struct sessions_errand *e = (struct sessions_errand *)job;
	e->waiting = session_turn_lost(turn, e->session_id, e->turn, e->why);
}

static void
lost_done(struct job *job, bool committed)
{
	struct sessions_errand *e = (struct sessions_errand *)job;
	if (committed)
		sessions_count(e->sessions, e->channel, -e->waiting);
	errand_end(e);
}

void
sessions_lost(struct sessions *s, size_t channel, int64_t session_id, int turn,
    const char *why)
{
	struct sessions_errand *e = errand(s, channel, lost_run, lost_done);
	e->session_id = session_id;
	e->turn = turn;
	str_copy(e->why, sizeof(e->why), str_from(why));
	submit(e);
}

/* -- all of a channel ------------------------------------------------------ */

/* Those that begin after this run have a way again, so the first one says up to
 * where. */
static void
down_run(struct job *job, const struct turn *turn)
{
	struct sessions_errand *e = (struct sessions_errand *)job;
	struct sessions *s = e->sessions;
	if (e->session_id == 0)
		e->session_id = store_session_next(turn->store) - 1;
	e->waiting =
	    store_session_lose(turn->store, s->channel[e->channel].link_id,
		e->session_id, LOST_A_TURN, "link_lost", turn->now_ms);
}

static void
down_done(struct job *job, bool committed)
{
	struct sessions_errand *e = (struct sessions_errand *)job;
	struct sessions *s = e->sessions;
	if (!committed) {
		errand_end(e);
		return;
	}
	sessions_count(s, e->channel, -e->waiting);
	if (e->waiting > 0)
		log_event(LOG_WARN, "session", "link_lost",
		    "link=%s sessions=%d", s->channel[e->channel].channel->name,
		    e->waiting);
	if (e->waiting == LOST_A_TURN)
		submit(e);
	else
		errand_end(e);
}

void
sessions_down(struct sessions *s, size_t channel)
{
	submit(errand(s, channel, down_run, down_done));
}

/* -- the sweep ------------------------------------------------------------- */

/* A few rows behind those of the last sweep; behind the last begins the first.
 * Returns how many were dropped. */
static int
sweep_idle(struct sessions_channel *c, const struct turn *turn)
{
	struct session_idle idle[IDLE_A_SWEEP];
	int64_t idle_ms = c->channel != NULL ? c->channel->idle_ms : IDLE_MS;
	int dropped = 0;
	size_t count = store_session_idle(
	    turn->store, c->link_id, c->swept_id, idle, IDLE_A_SWEEP);
	for (size_t i = 0; i < count; i++) {
		if (turn->now_ms - idle[i].seen_ms <= idle_ms)
			continue;
		store_session_move(turn->store, idle[i].id, SESSION_DROPPED,
		    "idle", turn->now_ms);
		dropped++;
	}
	c->swept_id = count == IDLE_A_SWEEP ? idle[count - 1].id : 0;
	return dropped;
}

/* One errand a channel, so that each counts its own; the old rows go with the
 * first. */
static void
sweep_run(struct job *job, const struct turn *turn)
{
	struct sessions_errand *e = (struct sessions_errand *)job;
	struct sessions_channel *c = &e->sessions->channel[e->channel];
	int64_t kept_ms = e->sessions->config.kept_ms;
	if (kept_ms == 0)
		kept_ms = KEPT_FOR_MS;
	e->waiting = 0;
	e->more = false;
	/* Nothing expires while the clock is unsure. */
	if (!turn->clock_sure)
		return;
	e->waiting = sweep_idle(c, turn);
	e->more = c->swept_id != 0;
	if (e->channel != 0)
		return;
	e->more |= store_session_unmark(
	    turn->store, turn->now_ms - FOUND_FOR_MS, OLD_A_SWEEP);
	e->more |= store_session_purge(
	    turn->store, turn->now_ms - kept_ms, OLD_A_SWEEP, turn->now_ms);
}

static void
sweep_done(struct job *job, bool committed)
{
	struct sessions_errand *e = (struct sessions_errand *)job;
	struct sessions *s = e->sessions;
	if (committed) {
		sessions_count(s, e->channel, -e->waiting);
		s->sweep_more |= e->more;
	}
	errand_end(e);
	if (--s->sweeping > 0)
		return;
	timer_arm(s->sweep, s->sweep_more ? SWEEP_SOON_MS
			    : s->open > 0 ? SWEEP_MS
					  : SWEEP_IDLE_MS);
}

void
sessions_sweep(struct sessions *s)
{
	if (s->sweeping > 0 || s->channels == 0)
		return;
	s->sweeping = s->channels;
	s->sweep_more = false;
	for (size_t i = 0; i < s->channels; i++)
		submit(errand(s, i, sweep_run, sweep_done));
}

void
sessions_sweep_later(struct sessions *s)
{
	if (s->sweeping == 0 && s->channels > 0 && !timer_armed(s->sweep))
		timer_arm(s->sweep, SWEEP_MS);
}
