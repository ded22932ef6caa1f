/* credit - what is left on the SIMs, asked of their operators on a timetable.
 *
 * The timetable is rows (store_credit, credit_due): a restart asks nobody
 * twice.  One SIM at a time, the first ones apart from each other, and only
 * while its link is up and quiet; who is busy for an hour is asked all the
 * same.  An answer that never came is asked for again after half an hour, then
 * later and later; after a top-up (a secret dialogue) soon.
 * What an answer says is kept as it came; the pattern finds the amount in it.
 * link->credit tells the rest of the gateway: `low` (below `least`: an alarm),
 * `spent` (not enough for one text: outbox_claim gives it none), `unread` (the
 * operator has changed his words, or says none: an alarm, and the amount
 * counts as unknown rather than wrong).  A day of expiry goes to
 * link->budget.expires_ms unless the configuration names one.
 * Loop rule: the loop's thread; credit_turn inside a turn. */
#ifndef GATEWAY_QUEUE_CREDIT_H
#define GATEWAY_QUEUE_CREDIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/loop.h"
#include "gateway/core/handler.h"
#include "gateway/core/link.h"
#include "gateway/queue/enquiry.h"

struct credit_plan {
	const char *code; /* "*144#"; "": never asked */
	const char *balance_pattern, *expiry_pattern; /* "": none */
	int64_t every_ms;
	int64_t least_minor; /* 0: no alarm */
};

struct credit;

/* All borrowed; plans are added before the first turn. */
struct credit *credit_new(struct loop *loop, struct enquiries *enquiries,
    struct link *const *links, size_t links_count);
void credit_free(struct credit **credit); /* before the enquiries */

/* For links[i], in place of an older one; texts are copied.  0, or negative
 * enum credit_read_err: a pattern is none. */
int credit_set(struct credit *credit, size_t i, const struct credit_plan *plan,
    struct err *err);

void credit_turn(struct credit *credit, const struct turn *turn);

/* What link->credit is after that answer. */
void credit_judge(struct link_credit *out, bool wanted, bool read,
    int64_t amount_minor, int64_t least_minor, int64_t cost_minor);

#endif
