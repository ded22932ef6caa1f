/* handler - the contract between the turn and the trade.
 *
 * The turn owns the transaction; the trade (handlers/) is told what happened
 * and answers by rows: changed orders, queued texts, timers.  Nothing is sent
 * from inside a handler.  The trade has no clock: `now_ms` is the turn's.
 * A handler returns nothing: a store failure sticks to the store
 * (store_failed), and the turn rolls back and replays. */
#ifndef GATEWAY_CORE_HANDLER_H
#define GATEWAY_CORE_HANDLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "gateway/core/market.h"
#include "gateway/core/msg.h"
#include "gateway/core/session_word.h"

struct handler_session; /* core/session.h */
struct store;

/* What every call is given. */
struct turn {
	struct store *store;
	const struct market *market;
	int64_t now_ms; /* wall clock, one value for the whole turn */
	bool clock_sure; /* false: nothing expires, no dates are told */
};

/* An inbound text that is already a row of `message`, whole and not a repeat
 * of the network's. */
struct handler_text {
	int64_t message_id;
	int64_t phone_id;
	int64_t person_id; /* always there: a stranger is a person too */
	int64_t link_id;
	const char *number; /* E.164 */
	struct str text; /* UTF-8, clean */
	bool incomplete; /* parts of it never came */
	bool call; /* a missed call; text is empty */
	bool low_trust; /* its link's network does not vouch for the number */
	int64_t proof_link_id; /* by which a word may go; 0: by any */
};

/* What became of a text that the trade had queued (subject as it was given
 * to store_message_queue). */
enum handler_fate {
	HANDLER_SENT, /* the network took it */
	HANDLER_DELIVERED, /* on the phone */
	HANDLER_LOST, /* failed, stale or unknown for good */
};

/* Timers of the trade, rows of `timer`; `ref` is what `kind` says. */
enum timer_kind {
	TIMER_PROPOSAL_REMIND = 1, /* ref: proposal */
	TIMER_PROPOSAL_EXPIRE, /* ref: proposal */
	TIMER_QUESTION, /* ref: question */
	TIMER_LINE_WAITING, /* ref: line; try to place it again */
	TIMER_LINE_SETTLE, /* ref: line; 24 h after fulfilled */
	TIMER_DISPUTE, /* ref: line; the officer's due date */
	TIMER_HANDOVER, /* ref: line; the day has passed: ask */
	TIMER_FEEDBACK, /* ref: feedback; not answered yet: remind */
	TIMER_SALE_START, /* ref: sale; its time has come */
	TIMER_SALE_END, /* ref: sale; its time is over, or all is taken */
	TIMER_SALE_TELL, /* ref: a seller's part of it; sums so far */
	TIMER_SALE_FREE, /* ref: sale; something for those who wait */
	TIMER_NEWS, /* ref: news; the next batch of followers */
	TIMER_OFFER_DATE, /* ref: listing; its time begins or is over */
	TIMER_OFFER_SWEEP, /* ref: listing to go on after; areas have moved */
};

/* What an admin does for a person who called. */
enum handler_act {
	HANDLER_ACCEPT,
	HANDLER_DECLINE,
	HANDLER_CANCEL,
	HANDLER_REASSIGN,
	HANDLER_DONE,
};

struct handler_admin {
	enum handler_act act;
	const char *code; /* order */
	int line; /* from 1; 0: all lines it can mean */
	const char *for_phone; /* E.164, "" when not given */
	const char *to_phone; /* reassign --to, "" when not given */
	const char *actor; /* for the history: "admin:amina" */
	int64_t quantity_milli; /* accept: only so much; 0: all */
};

/* What the trade may know of the links that it never sees: told by the daemon,
 * as they are now.  All NULL: nothing. */
struct handler_link {
	char name[32];
	const char *state; /* "up" … */
	int signal_percent; /* -1: unknown */
};
struct handler_links {
	/* The i-th; false behind the last. */
	bool (*link)(void *arg, size_t i, struct handler_link *out);
	size_t (*alarms)(void *arg); /* that are on */
	void *arg;
};

/* Six digits behind a command: are they of that person's second factor, now?
 * In the turn's transaction: a code counts once, a wrong one is counted. */
enum handler_code {
	HANDLER_CODE_NONE, /* they have none, or it does not count just now */
	HANDLER_CODE_WRONG,
	HANDLER_CODE_RIGHT,
};

struct handler_table {
	void (*on_text)(void *trade, const struct turn *turn,
	    const struct handler_text *text);
	/* More texts an hour than are answered: this is the first of them. */
	void (*on_over)(void *trade, const struct turn *turn,
	    const struct handler_text *text);
	void (*on_timer)(void *trade, const struct turn *turn,
	    enum timer_kind kind, int64_t ref);
	void (*on_fate)(void *trade, const struct turn *turn,
	    int64_t message_id, int subject_kind, int64_t subject_id,
	    enum handler_fate fate);
	/* 0, or negative with err->text for the admin. */
	int (*on_admin)(void *trade, const struct turn *turn,
	    const struct handler_admin *act, struct err *err);
	/* One turn of a USSD dialogue (core/session.h): from the state and the
	 * answer to the next screen.  Whatever it does is rows of this turn;
	 * what must be read again goes by text, too. */
	void (*on_session)(void *trade, const struct turn *turn,
	    struct handler_session *session);
	/* What the gateway says itself in that language (any form, "" the
	 * market's); outside of turns, too.  NULL, the function or what it
	 * gives: it is said in English (core/session_word.h). */
	const char *(*session_words)(
	    void *trade, enum session_word word, const char *lang);
	/* The whole system was away that long; deadlines have been moved
	 * already, open orders whose day passed are asked about. */
	void (*on_outage)(
	    void *trade, const struct turn *turn, int64_t away_ms);
};

#endif
