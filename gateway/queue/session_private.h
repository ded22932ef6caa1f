/* session_private - what session_turn and session_screen share. */
#ifndef GATEWAY_QUEUE_SESSION_PRIVATE_H
#define GATEWAY_QUEUE_SESSION_PRIVATE_H

#include "gateway/queue/session_judge.h"
#include "gateway/queue/session_turn.h"
#include "gateway/store/store_session.h"
#include "gateway/store/store_session_turn.h"

#define SESSION_MASKED "****" /* in place of a whole input */

/* One ask while it is worked. */
struct session_work {
	const struct session_trade *trade;
	const struct turn *turn;
	const struct session_told *told;
	struct session_result *out;

	int64_t mark;
	int64_t phone_id, person_id; /* 0: nobody yet */
	bool known;
	struct store_session row; /* the one with that id, then the new one */
	int64_t elsewhere_ms;
	int64_t taken_id; /* another phone's row, whose id is used again; 0 */
	char key[SESSION_KEY_OCTETS]; /* of this turn; "" none */
	int keyed; /* the turn that has it; 0 none */
	struct str said; /* as it is kept and compared */
	const char *code; /* the served one that was dialled; NULL */
	struct str rest; /* behind it */
	struct str answer; /* what is new in the input */
	bool in_turn; /* a screen is being found for the row */
};

/* The row's life goes on, within a turn of it by way of SESSION_OPEN; counts
 * those that wait.  A move that the table does not allow is a log line, and
 * nothing moves. */
void session_work_move(
    struct session_work *w, enum session_life to, const char *reason);
void session_work_say(struct session_work *w, enum session_word word);

/* What the verdicts do that lead to a screen. */
void session_screen_begin(struct session_work *w, enum session_step step);
void session_screen_answer(struct session_work *w);
void session_screen_resume(struct session_work *w);
void session_screen_retrace(struct session_work *w);

#endif
