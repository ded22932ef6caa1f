/* What the network says of texts that it took: delivery reports.
 *
 * A text is delivered when all its parts are.  A part that the service centre
 * goes on trying stays open; the text is judged when no part is open any more,
 * at once when one has failed for good.  What was only given up for a time (the
 * phone was off too long, TS 23.040 9.2.3.15: 46, 60-7F) goes once more if it
 * still makes sense: only the parts that did not arrive, as parts of the same
 * text, so that the phone can join them. */
#include "gateway/queue/outbox.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/log.h"
#include "gateway/core/report.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/queue/retry.h"
#include "gateway/store/store_link.h"

struct parts {
	struct message_part part[MSG_PARTS_MAX];
	int count, open, delivered, lost, put_off;
	int code; /* of a part that was lost, or else put off */
};

static void
count_parts(const struct turn *turn, int64_t message_id, struct parts *p)
{
	*p = (struct parts){.code = 0};
	p->count = store_message_parts(turn->store, message_id, p->part);
	for (int i = 0; i < p->count; i++) {
		const struct message_part *part = &p->part[i];
		bool failed = part->state == MESSAGE_PART_FAILED;
		bool for_good = failed && !report_may_come_back(part->code);
		p->delivered += part->state == MESSAGE_PART_DELIVERED;
		p->lost += for_good;
		p->put_off += failed && !for_good;
		p->open += !failed && part->state != MESSAGE_PART_DELIVERED;
		if (for_good || (failed && p->lost == 0))
			p->code = part->code;
	}
}

static void
deliver(struct outbox *outbox, const struct turn *turn, const struct message *m)
{
	if (m->state == MESSAGE_DELIVERED)
		return;
	if (m->state != MESSAGE_SENT)
		store_message_sent(turn->store, m->id, turn->now_ms,
		    m->parts_total, m->parts_done);
	store_message_delivered(turn->store, m->id, turn->now_ms);
	outbox_quality(outbox, m->link_id, true, turn->now_ms);
	outbox_tell(outbox, turn, m, HANDLER_DELIVERED);
}

static void
give_up(struct outbox *outbox, const struct turn *turn, const struct message *m,
    const struct parts *p)
{
	char why[120];
	if (p->count > 1)
		snprintf(why, sizeof(why), "%d of %d parts arrived: %s",
		    p->delivered, p->count, report_words(p->code));
	else
		snprintf(why, sizeof(why), "%s", report_words(p->code));
	outbox_fail(outbox, turn, m, p->code, why);
}

/* Once, and nobody can be told twice by it: what arrived is not sent again. */
static bool
makes_sense(const struct turn *turn, const struct message *m)
{
	return m->state == MESSAGE_SENT && !m->repeated_spent &&
	       m->class_ != MESSAGE_ADVISORY && m->class_ != MESSAGE_ALARM &&
	       (m->stale_ms == 0 || turn->now_ms < m->stale_ms) &&
	       turn->now_ms - m->first_ms < retry_lifetime_ms(m->class_);
}

/* The route says so, and there is another link.  Parts that arrived are sent
 * again, for a phone does not join what comes from two numbers. */
static bool
goes_elsewhere(
    struct outbox *outbox, const struct turn *turn, const struct message *m)
{
	const struct link *by = NULL;
	for (size_t i = 0; i < outbox->links_count; i++)
		if (outbox->links[i]->id == m->link_id)
			by = outbox->links[i];
	return by != NULL && makes_sense(turn, m) &&
	       (m->class_ == MESSAGE_CONFIRM ||
		   m->class_ == MESSAGE_PROPOSAL) &&
	       outbox_route_resends(turn, m) &&
	       outbox_another_carries(outbox, turn, by, m);
}

static void
send_elsewhere(
    const struct turn *turn, const struct message *m, const struct parts *p)
{
	char name[LINK_NAME_OCTETS], why[160];
	store_link_name(turn->store, m->link_id, name, sizeof(name));
	snprintf(why, sizeof(why),
	    MESSAGE_FAILED_BY " %s: %s; once more by another link", name,
	    report_words(p->code));
	store_message_elsewhere(turn->store, m->id, turn->now_ms, p->code, why);
	log_event(LOG_WARN, "outbox", "once_more_elsewhere",
	    "msg=%" PRId64 " failed_by=%s code=%d", m->id, name, p->code);
}

static void
judge(struct outbox *outbox, const struct turn *turn, const struct message *m)
{
	struct parts p;
	count_parts(turn, m->id, &p);
	if (m->state == MESSAGE_DELIVERED || m->state == MESSAGE_FAILED ||
	    (p.lost == 0 && (p.open > 0 || p.put_off == 0)))
		return;
	outbox_quality(outbox, m->link_id, false, turn->now_ms);
	if (goes_elsewhere(outbox, turn, m)) {
		send_elsewhere(turn, m, &p);
	} else if (p.lost == 0 && makes_sense(turn, m)) {
		store_message_again(turn->store, m->id, turn->now_ms);
		log_event(LOG_INFO, "outbox", "rest_once_more",
		    "msg=%" PRId64 " parts=%d/%d code=%d", m->id, p.put_off,
		    p.count, p.code);
	} else if (m->state == MESSAGE_SENT || m->state == MESSAGE_UNKNOWN) {
		give_up(outbox, turn, m, &p);
	}
}

/* Whatever a report says of the part that nobody knew of: it has left.  What is
 * left of that text follows; a second copy need not. */
static void
has_left(struct outbox *outbox, const struct turn *turn, struct message *m)
{
	bool second =
	    m->state == MESSAGE_QUEUED && m->repeated && m->parts_total <= 1;
	if (m->state != MESSAGE_UNKNOWN && !second)
		return;
	if (m->parts_total > 1 && m->parts_done + 1 < m->parts_total) {
		store_message_go_on(turn->store, m->id, turn->now_ms);
		m->state = MESSAGE_QUEUED;
		return;
	}
	int parts = m->parts_total > 0 ? m->parts_total : 1;
	store_message_sent(turn->store, m->id, turn->now_ms, parts, parts);
	m->state = MESSAGE_SENT;
	m->parts_total = m->parts_done = parts;
	outbox_tell(outbox, turn, m, HANDLER_SENT);
}

static void
report_ends(struct outbox *outbox, const struct turn *turn, int64_t message_id,
    bool whole, bool guessed)
{
	struct message m;
	if (!outbox_load(turn, message_id, &m))
		return;
	if (guessed)
		has_left(outbox, turn, &m);
	if (whole)
		deliver(outbox, turn, &m);
	else
		judge(outbox, turn, &m);
}

void
outbox_report(void *arg, const struct turn *turn, struct link *link,
    int64_t phone_id, const struct msg_in *report)
{
	struct outbox *outbox = arg;
	bool whole = false;
	int64_t id = store_message_report(turn->store, link->id,
	    report->report_mr, phone_id, report->report, report->report_code,
	    turn->now_ms, &whole);
	bool guessed = id == 0;
	if (guessed) {
		id = store_message_report(turn->store, link->id, -1, phone_id,
		    report->report, report->report_code, turn->now_ms, &whole);
		if (id != 0)
			store_message_learned(
			    turn->store, id, report->report_mr);
	}
	log_event(LOG_INFO, "outbox", id != 0 ? "report" : "report_kept",
	    "msg=%" PRId64 " link=%s mr=%" PRId64 " code=%d", id, link->name,
	    report->report_mr, report->report_code);
	if (id != 0)
		report_ends(outbox, turn, id, whole, guessed);
	else
		store_message_report_keep(turn->store, link->id,
		    report->report_mr, phone_id, report->report,
		    report->report_code, turn->now_ms);
}

void
outbox_use_kept(struct outbox *outbox, const struct turn *turn,
    const struct link *link, const struct message *m, int64_t mr)
{
	struct message_report kept;
	bool whole = false;
	if (!store_message_report_kept(
		turn->store, link->id, mr, m->phone_id, 0, turn->now_ms, &kept))
		return;
	int64_t id = store_message_report(turn->store, link->id, mr,
	    m->phone_id, kept.report, kept.code, kept.time_ms, &whole);
	if (id != 0)
		report_ends(outbox, turn, id, whole, false);
}

/* No other text to that phone was waiting for it. */
void
outbox_use_early(
    struct outbox *outbox, const struct turn *turn, const struct message *m)
{
	struct message_report kept;
	bool whole = false;
	if (!store_message_report_kept(turn->store, m->link_id, -1, m->phone_id,
		m->first_ms, turn->now_ms, &kept))
		return;
	int64_t id = store_message_report(turn->store, m->link_id, -1,
	    m->phone_id, kept.report, kept.code, kept.time_ms, &whole);
	if (id != 0)
		report_ends(outbox, turn, id, whole, true);
}
