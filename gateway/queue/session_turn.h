/* session_turn - one ask of a dialogue, inside the turn's transaction.
 *
 * In: what the channel was told, made comparable.  Out: what is answered once
 *     the transaction is through, and how many dialogues wait more or less.
 * Whose session it is, whether it is a repeat and what becomes of it is
 * gateway/queue/session_judge's table; the screens are the trade's
 * (handler_table.on_session).  Rows: ussd_session, ussd_turn, and what the
 * trade does.  Failures stick to turn->store; called again after a rollback it
 * begins anew.
 *
 * Nothing is done for a number that the market has blocked, for a code that the
 * channel does not serve, for who dials more than SESSION_PER_MINUTE or
 * SESSION_PER_HOUR times, or when too many dialogues are open: they get an END
 * and no row.  A dialogue of 30 turns ends, whatever the trade says. */
#ifndef GATEWAY_QUEUE_SESSION_TURN_H
#define GATEWAY_QUEUE_SESSION_TURN_H

#include "gateway/core/handler.h"
#include "gateway/core/session.h"

#define SESSION_PER_MINUTE 6
#define SESSION_PER_HOUR 60
/* An id of the gateway with which somebody says word for word what was said
 * with it before, up to a screen that does something: within two days that is
 * the old dialogue sent once more, and nothing is done. */
#define SESSION_REPLAY_MS (INT64_C(48) * 3600 * 1000)
/* What an admin reads as the reason of one that was left for another. */
#define SESSION_REPLACED "dialled anew"

/* Who answers: the trade's functions, borrowed. */
struct session_trade {
	const struct handler_table *handlers;
	void *trade;
};

/* Views and strings live as long as the call. */
struct session_told {
	const struct session_channel *channel;
	enum session_event event;
	const char *id; /* "" with channel->by_phone */
	const char *number; /* E.164; "": a hang-up that does not tell */
	struct str dialled, input; /* clean UTF-8 */
	const char *key, *network, *lang, *why;
	bool too_long; /* more octets or tokens than any answer has */
	bool full; /* no more dialogues than there are */
	bool late; /* the deadline is over: they were told that we will text */
	int64_t waited_ms; /* since the ask */
	uint64_t random;
};

struct session_result {
	struct session_answer answer;
	int waiting; /* dialogues of that channel that wait now, and did not */
	bool began, repeated, refused;
};

void session_turn(const struct session_trade *trade, const struct turn *turn,
    const struct session_told *told, struct session_result *out);

/* What the gateway says itself.  Lives as long as the trade. */
const char *session_turn_word(const struct session_trade *trade,
    enum session_word word, const char *lang);

/* The screen of that turn of the dialogue was not shown: it is lost for that
 * reason, unless they are further by now.  How many fewer wait: 1 or 0. */
int session_turn_lost(
    const struct turn *turn, int64_t session_id, int number, const char *why);

#endif
