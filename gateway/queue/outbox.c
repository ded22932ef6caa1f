#include "gateway/queue/outbox.h"

#include <inttypes.h>
#include <string.h>

#include "base/log.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/queue/retry.h"
#include "gateway/store/store_budget.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#define SETTLE_A_TURN 64
#define WAIT_PAUSE_MS 5000
#define ELSEWHERE_PAUSE_MS 30000

/* Links are few, and nothing is looked up for it. */
static struct link_counts *
counts_of(struct outbox *outbox, int64_t link_id)
{
	for (size_t i = 0; link_id != 0 && i < outbox->links_count; i++)
		if (outbox->links[i]->id == link_id)
			return &outbox->links[i]->counts;
	return &outbox->linkless;
}

static void
count(struct link_counts *counts, enum handler_fate fate)
{
	counts->sent += fate == HANDLER_SENT;
	counts->delivered += fate == HANDLER_DELIVERED;
	counts->lost += fate == HANDLER_LOST;
}

void
outbox_tell(struct outbox *outbox, const struct turn *turn,
    const struct message *m, enum handler_fate fate)
{
	count(counts_of(outbox, m->link_id), fate);
	if (m->subject == SUBJECT_BROADCAST && fate != HANDLER_DELIVERED)
		store_broadcast_ended(
		    turn->store, m->subject_id, fate == HANDLER_SENT);
	else if (m->subject != SUBJECT_BROADCAST &&
		 m->subject != SUBJECT_NONE && m->subject != SUBJECT_ALARM)
		outbox->handlers->on_fate(outbox->trade, turn, m->id,
		    (int)m->subject, m->subject_id, fate);
}

void
outbox_fail(struct outbox *outbox, const struct turn *turn,
    const struct message *m, int code, const char *why)
{
	store_message_failed(turn->store, m->id, turn->now_ms, code, why);
	outbox_tell(outbox, turn, m, HANDLER_LOST);
}

bool
outbox_load(const struct turn *turn, int64_t id, struct message *m)
{
	return store_message_head(turn->store, id, m) && m->out;
}

/* -- outcomes ------------------------------------------------------------ */

static void
note_parts(struct outbox *outbox, const struct turn *turn,
    const struct link *link, const struct message *m,
    const struct msg_outcome *o)
{
	for (int part = 0; part < o->parts_done && part < MSG_PARTS_MAX; part++)
		if (o->mr[part] >= 0)
			store_message_part_sent(turn->store, m->id, link->id,
			    m->phone_id, part, o->mr[part], turn->now_ms);
	for (int part = 0; part < o->parts_done && part < MSG_PARTS_MAX; part++)
		if (o->mr[part] >= 0)
			outbox_use_kept(outbox, turn, link, m, o->mr[part]);
}

static void
accepted(struct outbox *outbox, const struct turn *turn,
    const struct link *link, const struct message *m,
    const struct msg_outcome *o)
{
	bool whole = o->parts_total == 1 && o->parts_done == 1 &&
		     o->mr[0] >= 0 && m->state == MESSAGE_SENDING &&
		     m->tries == 1 && !m->repeated;
	if (whole)
		store_message_sent_whole(
		    turn->store, m->id, turn->now_ms, o->mr[0]);
	else
		store_message_sent(turn->store, m->id, turn->now_ms,
		    o->parts_total, o->parts_done);
	outbox_tell(outbox, turn, m, HANDLER_SENT);
	if (whole)
		outbox_use_kept(outbox, turn, link, m, o->mr[0]);
	else
		note_parts(outbox, turn, link, m, o);
}

/* The text waits: how long, and does that count as a try? */
struct wait {
	int64_t due_ms;
	bool counts;
};

static void
try_again(struct outbox *outbox, const struct turn *turn,
    const struct message *m, const struct msg_outcome *o, struct wait wait)
{
	if (wait.due_ms == RETRY_GIVE_UP) {
		outbox_fail(outbox, turn, m, o->code, o->why);
		return;
	}
	store_message_refused(turn->store, m->id, turn->now_ms, wait.due_ms,
	    o->parts_done, o->code, o->why);
	if (!wait.counts)
		store_message_uncount(turn->store, m->id);
}

static int64_t
later(const struct turn *turn, const struct msg_outcome *o, int64_t usual_ms)
{
	return turn->now_ms + (o->pause_ms > 0 ? o->pause_ms : usual_ms);
}

static struct wait
wait_of(const struct outbox *outbox, const struct turn *turn,
    const struct link *link, const struct message *m,
    const struct msg_outcome *o)
{
	int64_t first_ms = m->first_ms != 0 ? m->first_ms : turn->now_ms;
	int64_t due_ms = retry_due(m->class_, first_ms, turn->now_ms);
	/* Behind what is due already: another text finds out whether the link
	 * takes any, and one number does not hold up the others. */
	int64_t at_once_ms = turn->now_ms + 1;
	/* What waits for a link that rests or is down leaves as soon as that
	 * is over, by itself or because somebody has paid. */
	bool another = link->state != LINK_UP ||
		       outbox_another_carries(outbox, turn, link, m);
	switch (o->refusal) {
	case REFUSAL_WAIT:
		return (struct wait){
		    another ? at_once_ms : later(turn, o, WAIT_PAUSE_MS),
		    false};
	case REFUSAL_CREDIT:
	case REFUSAL_BLOCKED:
		return (struct wait){
		    another ? at_once_ms : later(turn, o, ELSEWHERE_PAUSE_MS),
		    false};
	case REFUSAL_ELSEWHERE:
		if (due_ms != RETRY_GIVE_UP)
			due_ms = another ? at_once_ms
					 : later(turn, o, ELSEWHERE_PAUSE_MS);
		return (struct wait){due_ms, true};
	case REFUSAL_NONE:
	case REFUSAL_RETRY:
	case REFUSAL_DEAD:
	case REFUSAL_TEXT:
		break;
	}
	return (struct wait){due_ms, true};
}

static void
refused(struct outbox *outbox, const struct turn *turn, const struct link *link,
    const struct message *m, const struct msg_outcome *o)
{
	if (o->refusal == REFUSAL_DEAD || o->refusal == REFUSAL_TEXT)
		outbox_fail(outbox, turn, m, o->code, o->why);
	else
		try_again(
		    outbox, turn, m, o, wait_of(outbox, turn, link, m, o));
}

static void
log_outcome(const struct link *link, const struct message *m,
    const struct msg_outcome *o)
{
	enum log_level level =
	    o->outcome == OUTCOME_ACCEPTED ? LOG_INFO : LOG_WARN;
	char why[200];
	if (!log_wants(level))
		return; /* three calls a life would fill it for nothing */
	log_event(level, "outbox", outcome_name(o->outcome),
	    "msg=%" PRId64 " link=%s tries=%d parts=%d/%d mr=%" PRId64
	    " code=%d "
	    "refusal=%s why=%s",
	    m->id, link->name, m->tries, o->parts_done, o->parts_total,
	    o->parts_done > 0 && o->parts_done <= MSG_PARTS_MAX
		? o->mr[o->parts_done - 1]
		: INT64_C(-1),
	    o->code, refusal_name(o->refusal),
	    log_quote(why, sizeof(why), o->why));
}

static void
note_end(
    struct outbox *outbox, const struct link *link, const struct msg_outcome *o)
{
	for (size_t i = 0; i < outbox->links_count; i++)
		if (outbox->links[i] == link)
			gate_ended(&outbox->share[i].gate, o);
}

void
outbox_outcome(struct outbox *outbox, const struct turn *turn,
    struct link *link, const struct msg_outcome *o)
{
	struct message m;
	note_end(outbox, link, o);
	if (!outbox_load(turn, o->id, &m))
		return;
	log_outcome(link, &m, o);
	bool open =
	    m.state == MESSAGE_SENDING ||
	    (m.state == MESSAGE_UNKNOWN && o->outcome == OUTCOME_ACCEPTED);
	if (!open)
		return; /* a report was quicker, or it was settled */
	switch (o->outcome) {
	case OUTCOME_ACCEPTED:
		accepted(outbox, turn, link, &m, o);
		return;
	case OUTCOME_REFUSED:
		outbox_give_back(turn, link, &m, o->parts_done);
		note_parts(outbox, turn, link, &m, o);
		if (o->refusal == REFUSAL_RETRY ||
		    o->refusal == REFUSAL_ELSEWHERE)
			outbox_quality(outbox, link->id, false, turn->now_ms);
		refused(outbox, turn, link, &m, o);
		return;
	case OUTCOME_UNKNOWN:
		note_parts(outbox, turn, link, &m, o);
		store_message_unknown(turn->store, m.id, turn->now_ms,
		    turn->now_ms + turn->market->unknown_wait_ms,
		    o->parts_total, o->parts_done, o->why);
		/* No mr was told; a report for that phone settles it. */
		store_message_part_sent(turn->store, m.id, link->id, m.phone_id,
		    o->parts_done, -1, turn->now_ms);
		return;
	}
}

/* -- settling ------------------------------------------------------------ */

struct gathered {
	struct message rows[SETTLE_A_TURN];
	int count;
};

static void
gather(void *arg, const struct message *m)
{
	struct gathered *g = arg;
	if (g->count < SETTLE_A_TURN)
		g->rows[g->count++] = *m;
}

/* It may go twice now: how many do is told by `furrow status`. */
static void
count_doubled(const struct turn *turn, const struct message *m)
{
	struct budget_used add = {.doubled = 1};
	store_budget_add(turn->store, m->link_id,
	    market_month_begin(turn->market, turn->now_ms), &add);
}

static void
settle(struct outbox *outbox, const struct turn *turn, const struct message *m)
{
	struct message now;
	outbox_use_early(outbox, turn, m);
	/* That may have settled this one, or one that comes later here. */
	if (!outbox_load(turn, m->id, &now) || now.state != MESSAGE_UNKNOWN)
		return;
	if (retry_again(m->class_, m->repeated_spent,
		m->code == MESSAGE_CODE_STOPPED, m->tries)) {
		store_message_again(turn->store, m->id, turn->now_ms);
		count_doubled(turn, m);
		log_event(
		    LOG_WARN, "outbox", "once_more", "msg=%" PRId64, m->id);
		return;
	}
	/* It may have arrived: it stays `unknown`, and the trade goes on as if
	 * it had, because a proposal's clock must run. */
	store_message_settled(turn->store, m->id, turn->now_ms);
	log_event(LOG_WARN, "outbox", "settled_unknown", "msg=%" PRId64, m->id);
	outbox_tell(outbox, turn, m, HANDLER_SENT);
}

bool
outbox_settle(struct outbox *outbox, const struct turn *turn)
{
	struct gathered g = {.count = 0};
	store_message_unsettled(
	    turn->store, turn->now_ms, SETTLE_A_TURN, gather, &g);
	for (int i = 0; i < g.count; i++)
		settle(outbox, turn, &g.rows[i]);
	bool more = g.count == SETTLE_A_TURN;
	g.count = 0;
	store_message_take_stale(
	    turn->store, turn->now_ms, SETTLE_A_TURN, gather, &g);
	for (int i = 0; i < g.count; i++) {
		log_event(
		    LOG_INFO, "outbox", "stale", "msg=%" PRId64, g.rows[i].id);
		outbox_tell(outbox, turn, &g.rows[i], HANDLER_LOST);
	}
	return more || g.count == SETTLE_A_TURN;
}

static void
recovered(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

void
outbox_recover(struct store *store, const struct market *market, int64_t now_ms)
{
	bool ok = false;
	store_begin(store);
	int count = store_message_recover(
	    store, now_ms, now_ms + market->unknown_wait_ms);
	if (store_failed(store, NULL) == 0)
		store_commit(store, recovered, &ok);
	if (!ok)
		store_rollback(store); /* tried again at the next start */
	if (count > 0)
		log_event(LOG_WARN, "outbox", "recovered", "unknown=%d", count);
}
