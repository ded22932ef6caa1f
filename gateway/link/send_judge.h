/* send_judge - what a refused text asks of us: of the text, of its number, of
 * the SIM, of the modem.
 *
 * One code alone rarely tells whose fault it was: "unknown subscriber" kills a
 * number, or says that our own SIM was barred; "unknown error" is a number that
 * is off, a modem that is confused, or credit that has run out.  What tells
 * them apart is the company it keeps:
 *   - a number that fails again although others were taken meanwhile fails by
 *     itself: it waits, or is dead, and nobody else is held up;
 *   - a failure that several numbers share, with nothing taken in between, is
 *     the line's: the SIM rests, is tried with one text when the rest is over,
 *     and no number is killed and no text uses up a try.
 *
 * In: what the modem said of a send, whose text it was, monotonic time.  Out:
 * a verdict.  One judge a SIM; lost at a restart, which costs one more try.
 * Pure: no clock, no log, no allocation.
 * Clauses: those of modem/at_err. */
#ifndef GATEWAY_LINK_SEND_JUDGE_H
#define GATEWAY_LINK_SEND_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/outcome.h"
#include "modem/modem.h"

#define SEND_JUDGE_NUMBERS 16

/* The same part, once more and at once? */
enum send_again {
	SEND_AGAIN_NO,
	SEND_AGAIN_AS_IS, /* a slip of the modem or of the wire */
	SEND_AGAIN_NO_VALIDITY,
	SEND_AGAIN_PLAIN, /* no report, no validity, no repeat bit */
};

struct send_failure {
	enum at_err_class class;
	bool glitch; /* no number: no prompt, or a bare ERROR */
	bool plain; /* the options were left out already */
	bool no_validity; /* the validity period was */
	int at_once; /* tries at once of this part so far */
	struct str to; /* the recipient; only its last digits count */
};

struct send_verdict {
	enum send_again again;
	/* When not again: */
	enum refusal refusal;
	int64_t pause_ms; /* of the text; 0: as the queue thinks */
	int64_t rest_ms; /* of the SIM; 0: it goes on */
	bool serious; /* somebody must look at that SIM */
	const char *why; /* it rests, in words for people; static */
	enum modem_remedy remedy;
};

struct send_judge {
	unsigned accepted; /* texts that were taken */
	int strikes; /* failures of the line in a row */
	int rests; /* serious ones in a row */
	int unknowns; /* in a row: nobody knows whether they left */
	bool no_validity; /* this network does not like it */
	struct send_judge_number {
		uint32_t tail; /* of the number; 0: free */
		enum at_err_class class;
		int times;
		unsigned accepted; /* the judge's count then */
		int64_t mono_ms; /* the last time */
	} number[SEND_JUDGE_NUMBERS];
};

/* Zeroed memory is a fresh judge; so it becomes when somebody has mended the
 * line (new credit, another SIM). */
void send_judge_reset(struct send_judge *judge);
void send_judge_accepted(struct send_judge *judge, struct str to);
/* No result came.  Once it is the modem's or the network's affair; several in
 * a row, to more than one number, are a SIM without credit as often as not, and
 * each of them is a text of which nobody knows.  The verdict has a rest, or
 * none. */
struct send_verdict send_judge_unknown(
    struct send_judge *judge, struct str to, bool nonsense, int64_t mono_ms);
struct send_verdict send_judge_refused(struct send_judge *judge,
    const struct send_failure *failure, int64_t mono_ms);

#endif
