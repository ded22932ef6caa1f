/* outcome - how a send ended: three ways, never two.
 *
 * ACCEPTED: the network said that it took the text.  REFUSED: it certainly did
 * not, and `enum refusal` says what to do.  UNKNOWN: the text may or may not
 * have left (silence after Ctrl-Z, link lost in mid-submit, our own death);
 * a state of its own with a policy of its own (docs/queue.md). */
#ifndef GATEWAY_CORE_OUTCOME_H
#define GATEWAY_CORE_OUTCOME_H

enum outcome { OUTCOME_ACCEPTED, OUTCOME_REFUSED, OUTCOME_UNKNOWN };

/* What a refusal asks of us.  Only DEAD and TEXT speak of the text itself and
 * end it; the others leave it queued.  WAIT, CREDIT and BLOCKED speak of the
 * link: they use up neither a try nor any of the text's time. */
enum refusal {
	REFUSAL_NONE,
	REFUSAL_RETRY, /* passing fault: here again, with backoff */
	REFUSAL_ELSEWHERE, /* this line cannot: another link, at once */
	REFUSAL_WAIT, /* not ready (no network, busy): soon */
	REFUSAL_DEAD, /* the number does not exist: give up */
	REFUSAL_CREDIT, /* no credit or barred: this link rests */
	REFUSAL_BLOCKED, /* SIM blocked or absent: this link is out */
	REFUSAL_TEXT, /* our PDU was found wrong: give up, keep the raw */
};

const char *outcome_name(enum outcome outcome); /* "accepted" … */
const char *refusal_name(enum refusal refusal); /* "retry" … */

#endif
