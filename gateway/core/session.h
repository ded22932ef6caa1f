/* session - the contract between whatever carries a USSD dialogue, the gateway
 * that keeps it, and the trade that knows the screens.
 *
 *   channel (an HTTP dialect, an operator's SMPP bind, the terminal)
 *     -> session_sink.on_ask: one turn of one dialogue, as it came
 *   gateway/queue/session: whose session is it, is it a repeat, may it go on?
 *     -> handler_table.on_session: the screen before, the answer, the screen
 *        after, all inside the turn's transaction
 *   after the COMMIT -> session_answer_fn: exactly once, 5 s at the latest
 *
 * Texts are UTF-8.  All calls in the loop's thread. */
#ifndef GATEWAY_CORE_SESSION_H
#define GATEWAY_CORE_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/link.h"
#include "gateway/core/party.h"

#define SESSION_CODES_MAX 16
#define SESSION_CODE_OCTETS 32 /* "384*96" */
#define SESSION_RULES_MAX 16 /* countries, networks */
#define SESSION_ID_OCTETS 128 /* the gateway's own id of a session */
#define SESSION_INPUT_OCTETS 512 /* what is longer is no answer */
#define SESSION_KEY_OCTETS (SESSION_INPUT_OCTETS + 8)
#define SESSION_TOKENS_MAX 40 /* in one input, between asterisks */
#define SESSION_TEXT_OCTETS 384 /* 182 septets or 80 units in UTF-8 */
#define SESSION_TURNS_MAX                                                      \
	30 /* then the dialogue ends, whatever it is about                     \
	    */

/* -- where dialogues come in ----------------------------------------------- */

/* A section `ussd` of furrow.conf, as everybody below the configuration sees
 * it.  Plain data; constant while the daemon runs. */
struct session_channel {
	char name[LINK_NAME_OCTETS];
	int64_t id; /* the store's row (store_link_ensure) */
	/* Served codes as session_code_write() writes them. */
	char code[SESSION_CODES_MAX][SESSION_CODE_OCTETS];
	size_t codes;
	/* Whose numbers may dial it ("+254"); none: all. */
	char country[SESSION_RULES_MAX][8];
	size_t countries;
	/* By which networks (MCC and MNC in digits, or a name); none: all. */
	char network[SESSION_RULES_MAX][16];
	size_t networks;
	/* The most of a screen; a gateway may take less than the standard's
	 * 182 septets and 80 units. */
	int septets, units; /* 160, 70 */
	int64_t idle_ms; /* without an answer it counts as dropped: 180 s */
	int64_t resume_ms; /* and may be taken up again for so long: 15 min */
	int64_t deadline_ms; /* an answer leaves by then: 5 s */
	/* The gateway has no id of sessions: a phone and a code are one. */
	bool by_phone;
	bool low_trust; /* as link.low_trust */
};

/* -- one turn ---------------------------------------------------------------
 */

enum session_event {
	SESSION_START, /* dialled, for certain */
	SESSION_INPUT, /* an answer, for certain */
	/* The dialect does not tell: a session that is known and open gets an
	 * answer, any other begins. */
	SESSION_EITHER,
	/* All answers so far joined by asterisks (africastalking): what is new
	 * in it is the answer; "" or an unknown session: dialled. */
	SESSION_WHOLE,
	SESSION_HANGUP, /* they are gone; nobody reads the answer */
};

/* What a channel was told.  Borrowed for the call. */
struct session_ask {
	enum session_event event;
	const char *id; /* the gateway's own; "" with channel->by_phone */
	const char *msisdn; /* as it came; of HANGUP with an id: or "" */
	/* What was dialled, as it came ("*384*96*1#", "384*96"); "" when the
	 * dialect does not tell, or not on this turn. */
	const char *dialled;
	struct str input; /* the answer; of WHOLE all of them */
	/* Equal for repeats of one turn and for nothing else in that session;
	 * "": the dialect has none. */
	const char *key;
	const char *network; /* MCC and MNC, or a name; "" */
	const char *lang; /* the operator's word for it; "" */
	const char *why; /* of HANGUP: for the log; "" */
};

enum session_status {
	SESSION_ANSWERED, /* text, go_on */
	SESSION_BAD_NUMBER, /* the msisdn is none */
	SESSION_BAD_ID, /* none, and the dialect has one */
	SESSION_OTHER_PHONE, /* that session is somebody else's: 403 */
	SESSION_NOT_ALLOWED, /* country or network: 403 */
};

struct session_answer {
	enum session_status status;
	bool go_on; /* an answer is wanted */
	char text[SESSION_TEXT_OCTETS]; /* "" unless ANSWERED */
	int64_t session_id; /* the store's row; 0: none */
	int turn; /* from 1 */
	char code[SESSION_CODE_OCTETS]; /* the one that was served, or "" */
};

typedef void (*session_answer_fn)(
    void *arg, const struct session_answer *answer);

struct session_sink {
	void *arg;
	/* `done` is called exactly once: in this call (a refusal, an answer
	 * known already, too busy) or later. */
	void (*on_ask)(void *arg, const struct session_channel *channel,
	    const struct session_ask *ask, session_answer_fn done,
	    void *done_arg);
	/* The answer of that turn of the session could not be shown.  When a
	 * later turn has come meanwhile it was shown after all. */
	void (*on_lost)(void *arg, const struct session_channel *channel,
	    int64_t session_id, int turn, const char *why);
	/* The way to the subscribers broke: all its dialogues are over. */
	void (*on_down)(void *arg, const struct session_channel *channel);
};

/* -- a dialogue's life ------------------------------------------------------
 */

/* As ussd_session.state has it.  0 is none of them. */
enum session_life {
	SESSION_OPEN = 1, /* a turn of it is in work */
	SESSION_WAIT, /* its screen is shown, their answer is waited for */
	SESSION_DONE, /* it came to its end */
	SESSION_DROPPED, /* they are gone: hung up, idle, dialled anew */
	SESSION_LOST, /* the network's or our fault: link, submit, too late */
};

/* "open", "waiting", "done", "dropped", "lost"; "?" of anything else. */
const char *session_life_name(enum session_life life);

/* -- what the trade is given ------------------------------------------------
 */

#define SESSION_SCREEN_OCTETS 24
#define SESSION_STACK_OCTETS 200
#define SESSION_VARS_OCTETS 1024
#define SESSION_MADE_OCTETS 12

/* Where somebody stands.  The trade's own: the gateway keeps it as it is. */
struct session_state {
	char screen[SESSION_SCREEN_OCTETS]; /* "" before the first */
	char stack[SESSION_STACK_OCTETS]; /* screens behind it */
	char vars[SESSION_VARS_OCTETS];
	int bad; /* answers in a row that were none */
	int page; /* from 0 */
	int64_t token; /* of the confirm screen that is shown; 0: none */
	char lang[12]; /* chosen or told; "" not yet */
};

enum session_step {
	/* Dialled: `dial` has what stood behind the code.  `earlier`, if there
	 * is one, may be offered to go on with. */
	SESSION_STEP_DIAL,
	SESSION_STEP_ANSWER, /* `input` to state->screen */
	/* An answer to a session that is over: home, and a word about it. */
	SESSION_STEP_OVER,
};

/* In and out of handler_table.on_session. */
struct handler_session {
	const struct session_channel *channel;
	enum session_step step;
	int64_t session_id;
	int64_t person_id, phone_id;
	const char *number; /* E.164 */
	const char *code; /* "384*96" */
	const char *lang; /* the operator's word; "" */
	struct str dial; /* "1*5" */
	struct str input;
	bool last; /* the last turn there is: it must end */
	/* They were told already that a text follows: what is shown now they do
	 * not see. */
	bool late;
	/* With DIAL and nothing dialled behind the code: where they stood when
	 * the last dialogue broke off.  NULL: none to go on with. */
	const struct session_state *earlier;
	/* The order which that one had made, or ""; also without `earlier`, for
	 * the screen with its code may never have been shown. */
	const char *earlier_made;
	uint64_t random; /* of this turn: for a token */

	struct session_state state;

	/* Out. */
	char text[SESSION_TEXT_OCTETS];
	bool go_on;
	bool secret; /* the input is masked wherever it is kept */
	bool resumable; /* the screen that is shown may be gone on with */
	int64_t message_id; /* the row of what was done; 0: nothing */
	char made[SESSION_MADE_OCTETS]; /* code of the order made; "" */
};

/* -- what is kept -----------------------------------------------------------
 */

#define SESSION_HIDDEN '?' /* in place of each octet of a secret */

/* Is it what was kept?  What is hidden there stands for any octet. */
bool session_kept_is(struct str kept, struct str told);

/* -- codes ------------------------------------------------------------------
 */

/* "*384*96#", "384*96#", " 384*96 " -> "384*96".  False: no digits, others
 * than digits, or too long. */
bool session_code_write(char dst[SESSION_CODE_OCTETS], struct str written);

/* The longest served code that `dialled` begins with; what stands behind it,
 * without marks at its ends, is *rest_out ("1*5"; a view into dialled).
 * NULL: none of them. */
const char *session_code_match(const struct session_channel *channel,
    struct str dialled, struct str *rest_out);

#endif
