/* smpp_judge - what a refusal by an SMPP centre asks of the text and of the
 * link.
 *
 * The command_status says what happened (gateway/link/smpp_status), the company
 * it keeps whose fault it was: one number that is refused is the number's
 * affair; three different ones with nothing taken in between are ours (a
 * contract that ended, a sender or a type of number that the operator does not
 * want), whatever the code says: then no number is given up, no text uses up a
 * try, the link rests and one text finds out whether that is over.  So it is
 * with a full queue: one number's is that number's and holds up nobody, three
 * numbers' are the centre's own.
 *
 * In: codes, recipients.  Out: a verdict.  One judge a link; lost at a restart.
 * Pure: no clock, no log, no allocation.  Zeroed memory is a fresh one. */
#ifndef GATEWAY_LINK_SMPP_JUDGE_H
#define GATEWAY_LINK_SMPP_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/outcome.h"

#define SMPP_JUDGE_SHARED_BY 3

struct smpp_judge {
	uint32_t tail[SMPP_JUDGE_SHARED_BY]; /* of numbers refused in a row */
	int tails;
	int in_a_row; /* refusals since a text was last taken */
	int rests; /* in a row */
	int rebinds; /* since a text was last taken */
	bool no_validity; /* this centre does not like it */
};

struct smpp_verdict {
	/* Once more and at once, without validity and receipt. */
	bool again_plain;
	bool throttled; /* gateway/link/smpp_flow says for how long */
	bool rebind; /* it does not know us any more */
	enum refusal refusal;
	int64_t pause_ms; /* of the text; 0: as the queue thinks */
	int64_t rest_ms; /* of the link; 0: it goes on */
	bool serious; /* somebody must look */
};

void smpp_judge_taken(struct smpp_judge *judge);
/* plain: it had neither validity nor receipt. */
struct smpp_verdict smpp_judge_refused(
    struct smpp_judge *judge, uint32_t status, struct str to, bool plain);

/* It is about to be bound anew because of such a verdict.  How long the link
 * rests: not at all the first time, longer and longer while no text is taken
 * in between. */
int64_t smpp_judge_rebinds(struct smpp_judge *judge);

#endif
