/* gate - what lies between the queue and one link: its hours, its class, its
 * rate, its window.
 *
 * In: the link as it is (state, terms, room), the wall time in the market's
 * zone, what left and how it ended.  Out: how many texts it may be given now,
 * of which classes, and when that changes by itself.  Asked once a link and
 * turn, never for each text that waits, so a million that wait for the morning
 * cost nothing.
 *
 * While the clock is unsure the hours do not hold: nobody knows what time it
 * is, and an answer that never comes is worse than one that comes at night.
 *
 * No store, no clock, no log. */
#ifndef GATEWAY_QUEUE_GATE_H
#define GATEWAY_QUEUE_GATE_H

#include "gateway/core/link.h"
#include "gateway/core/market.h"
#include "gateway/queue/pace.h"
#include "gateway/queue/window.h"

struct gate {
	struct window window;
	struct pace pace;
	bool up; /* as it was in the turn before */
};

/* Is it one of the link's hours? */
bool gate_open(const struct link *link, const struct market *market,
    bool clock_sure, int64_t now_ms);
/* Which classes may leave by it, as message_claim.classes. */
unsigned gate_classes(const struct link *link);
bool gate_takes(const struct link *link, int message_class, bool question);

/* Once a turn: has it just come up? */
void gate_look(struct gate *gate, const struct link *link);
/* Texts that it may be given now; 0: none. */
size_t gate_room(const struct gate *gate, const struct link *link,
    const struct market *market, bool clock_sure, int64_t now_ms);
/* When there may be room again although nothing happens; INT64_MAX: not before
 * something does. */
int64_t gate_due(const struct gate *gate, const struct link *link,
    const struct market *market, int64_t now_ms);

/* After the commit. */
void gate_given(struct gate *gate, const struct link *link, size_t texts,
    int64_t parts, int64_t now_ms);
/* One that was given has ended. */
void gate_ended(struct gate *gate, const struct msg_outcome *outcome);

#endif
