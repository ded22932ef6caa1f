/* session_judge - what is to be done about one ask of a dialogue: a new one, a
 * repeat, an answer, a mistake?
 *
 * In: what happened and what is known about it, as bits.  Out: one verdict.
 * The rules are a table, read from the top; the first that fits decides, and
 * one fits always.  Pure: no store, no clock.
 *
 * A repeat is told by the gateway's key for a turn, where there is one: the
 * same answer twice in a row is often meant ("1" on two screens), so without a
 * key only an answer to what is over already is taken for a repeat (and one
 * that comes while the first is unanswered, which gateway/queue/session_call
 * joins to it before it gets here). */
#ifndef GATEWAY_QUEUE_SESSION_JUDGE_H
#define GATEWAY_QUEUE_SESSION_JUDGE_H

#include "gateway/core/session.h"

enum session_fact {
	/* There is a row with that id on that channel ... */
	SESSION_IS_KNOWN = 1 << 0,
	SESSION_IS_OTHERS = 1 << 1, /* ... but of another phone */
	/* No row here, but a fresh one of another channel waits, with an id too
	 * long to be the same by chance. */
	SESSION_IS_ELSEWHERE = 1 << 2,
	/* Of the row. */
	SESSION_IS_OPEN = 1 << 3, /* waits for an answer */
	SESSION_IS_DONE = 1 << 4, /* came to its end */
	SESSION_IS_REPLACED = 1 << 5, /* they dialled anew since */
	SESSION_IS_IDLE = 1 << 6, /* waits, but for too long */
	/* Broke off (or idle), and its screen may be gone on with. */
	SESSION_IS_FRESH = 1 << 7,
	SESSION_IS_FIRST = 1 << 8, /* at its first turn */
	SESSION_IS_BY_PHONE = 1 << 9, /* the gateway has no ids */
	/* Of what was said. */
	SESSION_HAS_KEY = 1 << 10,
	SESSION_KEY_KNOWN = 1 << 11, /* a turn with that key was answered */
	/* At the first turn: dialled as then; else: said as in the last turn.
	 */
	SESSION_SAID_SAME = 1 << 12,
	/* Of EITHER: nothing, or what begins with a served code; and with an
	 * asterisk, as nobody answers. */
	SESSION_SAID_CODE = 1 << 13,
	SESSION_SAID_STAR = 1 << 14,
	/* Of WHOLE: no answers yet; those of the last turn and one more. */
	SESSION_SAID_NOTHING = 1 << 15,
	SESSION_SAID_MORE = 1 << 16,
};

enum session_verdict {
	SESSION_DO_REFUSE, /* SESSION_OTHER_PHONE */
	SESSION_DO_HANG_UP, /* the row is dropped */
	SESSION_DO_NOTHING, /* a hang-up of what is over or unknown */
	SESSION_DO_REPEAT, /* the stored answer of the turn with that key */
	SESSION_DO_LAST, /* the stored answer of the last turn */
	SESSION_DO_BEGIN, /* a new row: they have dialled */
	SESSION_DO_ANSWER, /* the answer goes to the screen */
	SESSION_DO_RESUME, /* too late an answer: offer to go on */
	SESSION_DO_RETRACE, /* state anew, all answers as if dialled */
	SESSION_DO_OVER, /* a new row: home, and a word that it was over */
	SESSION_DO_ENDED, /* only the word; they are in another dialogue */
};

enum session_verdict session_judge(enum session_event event, unsigned facts);

/* For its test: how many rules there are, and which one decided. */
size_t session_judge_rules(void);
size_t session_judge_rule(enum session_event event, unsigned facts);

#endif
