/* intake - one inbound message becomes rows, inside the turn's transaction.
 *
 * Recognises repeats (our own crash between commit and delete; the network's
 * second copy), joins parts, stores the text, and hands whole texts to the
 * trade.  The person's own repeat is the trade's business.  After the call
 * the message may be acknowledged as soon as the commit is through. */
#ifndef GATEWAY_QUEUE_INTAKE_H
#define GATEWAY_QUEUE_INTAKE_H

#include "gateway/core/handler.h"
#include "gateway/core/link.h"

struct intake {
	const struct handler_table *handlers;
	void *trade;
	struct link *const *links; /* owned by wire */
	size_t links_count;
	/* Told of every service-centre stamp (queue/timekeeper). */
	void (*on_stamp)(void *arg, int64_t stamp_ms, int64_t now_ms);
	void *stamp_arg;
	/* A delivery report; returns nothing, failures stick to the store. */
	void (*on_report)(void *arg, const struct turn *turn, struct link *link,
	    int64_t phone_id, const struct msg_in *report);
	void *report_arg;
};

/* Works the message completely; failures stick to turn->store. */
void intake_take(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct msg_in *message);

/* The message's own transaction failed before: keep it raw with `why`, call
 * nobody. */
void intake_quarantine(const struct turn *turn, struct link *link,
    const struct msg_in *message, const char *why);

/* Parts and stand-ins that waited too long for the rest: what came of them is
 * handed on. */
void intake_overdue(const struct intake *intake, const struct turn *turn);

#endif
