/* proposal - the machine of one seller asked for one line (docs/machines.md),
 * and its clock.
 *
 * The clock starts when the text was sent and is set again by its delivery
 * report; it runs in waking hours; half way the seller is reminded once; at
 * its end the line goes to the next seller (handlers/place).  Proposals that
 * went out in one text share it: what happens to one happens to all. */
#ifndef HANDLERS_PROPOSAL_H
#define HANDLERS_PROPOSAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fsm.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_order.h"

struct desk;

enum proposal_act {
	PROPOSAL_ACT_ACCEPT,
	PROPOSAL_ACT_DECLINE,
	PROPOSAL_ACT_EXPIRE,
	PROPOSAL_ACT_WITHDRAW,
};

const struct fsm_table *proposal_table(void);
bool proposal_allows(enum proposal_state from, enum proposal_state to);

/* Moves and writes; stops the clock when it is no longer open.  False when
 * the table refuses (one line is logged). */
bool proposal_go(struct desk *desk, struct proposal *proposal,
    enum proposal_act act, enum proposal_state to);

/* Pure: when to remind (0: not at all) and when the time is over.  A reminder
 * must stand at least a minute from both ends. */
struct proposal_clock {
	int64_t remind_ms, due_ms;
};
struct proposal_clock proposal_clock(
    const struct market *market, int64_t from_ms, int64_t answer_ms);

/* The text left, or arrived on the phone. */
void proposal_sent(struct desk *desk, struct proposal *proposal);
/* The text will never arrive. */
void proposal_lost(
    struct desk *desk, struct proposal *proposal, int64_t message_id);
void proposal_remind(struct desk *desk, struct proposal *proposal);
/* Once more with its whole batch, on a new phone: the clock starts anew. */
void proposal_put_again(struct desk *desk, const struct proposal *proposal);
void proposal_expire(struct desk *desk, struct proposal *proposal);

/* What is open with a seller, oldest first, as it stands: it may be changed
 * while it is walked. */
size_t proposal_open(struct desk *desk, int64_t seller_id, struct proposal *dst,
    size_t dst_count);

/* All of one order that went out in the text of `proposal` and are open. */
size_t proposal_batch(struct desk *desk, const struct proposal *proposal,
    struct proposal *dst, size_t dst_count);

#endif
