/* store_session_list - dialogues and their turns as people look at them.
 *
 * Reads only: what writes these rows is store_session.  Every question is a
 * search by the primary key or an index, bounded by `limit` rows given and
 * `look` rows looked at, so that no list holds up a reader for a whole table.
 * Ids of sessions ascend with time, so a time is found by halving; after a
 * clock that was set back the newest rows may look a little younger or older
 * than they are. */
#ifndef GATEWAY_STORE_STORE_SESSION_LIST_H
#define GATEWAY_STORE_STORE_SESSION_LIST_H

#include "gateway/core/link.h"
#include "gateway/core/party.h"
#include "gateway/core/session.h"
#include "gateway/store/store.h"

#define SESSION_REASON_OCTETS 64

struct session_row {
	int64_t id, link_id, phone_id, person_id;
	char link[LINK_NAME_OCTETS], number[PARTY_OCTETS];
	char ext[SESSION_ID_OCTETS]; /* the gateway's own id; "" none */
	char code[SESSION_CODE_OCTETS], dial[SESSION_INPUT_OCTETS];
	char network[16], lang[12];
	enum session_life state;
	char reason[SESSION_REASON_OCTETS]; /* why it is over */
	int64_t opened_ms, seen_ms, closed_ms; /* closed 0: it is not */
	int turns;
	char screen[SESSION_SCREEN_OCTETS]; /* where they stand */
	char made[SESSION_MADE_OCTETS]; /* the order's code; "" none */
};

struct session_filter {
	int64_t phone_id, link_id; /* 0: any */
	bool open; /* only those that are not over */
	int64_t since_ms, until_ms; /* opened; 0: any */
	int64_t before_id; /* 0: from the newest */
	int limit, look; /* 0: no bound */
};

/* Newest first.  What is told is where to go on: the id of the last one looked
 * at when a bound ended the list, 0 when there are no more. */
int64_t store_session_list(struct store *store, const struct session_filter *f,
    bool (*fn)(void *arg, const struct session_row *row), void *arg);
bool store_session_row(
    struct store *store, int64_t session_id, struct session_row *out);

struct session_turn {
	int64_t id, session_id;
	int number; /* from 1 */
	int64_t time_ms, took_ms;
	/* What they answered, masked where it was a secret; of the first turn
	 * what was dialled ("*384*96*1#"). */
	char input[SESSION_INPUT_OCTETS + SESSION_CODE_OCTETS + 4];
	char screen_before[SESSION_SCREEN_OCTETS];
	char screen_after[SESSION_SCREEN_OCTETS];
	char answer[SESSION_TEXT_OCTETS];
	bool go_on;
	bool lost; /* the dialogue was lost with this answer */
	int64_t message_id; /* what it did; 0: nothing */
	int64_t link_id, phone_id, person_id; /* the session's, as below */
	char link[LINK_NAME_OCTETS], number_of[PARTY_OCTETS]; /* E.164 */
};

/* Of one session, in order. */
void store_session_turns(struct store *store, int64_t session_id,
    bool (*fn)(void *arg, const struct session_turn *turn), void *arg);

/* -- the log ----------------------------------------------------------------
 * All turns as they came.  A place is a turn's time and, among those of one
 * millisecond, its id. */

struct session_place {
	int64_t ms, id;
};

struct session_log_filter {
	int64_t phone_id, link_id; /* 0: any */
	int64_t since_ms, until_ms; /* 0: any */
	struct session_place after; /* zero: from the first */
	struct session_place before; /* not zero: from there, newest first */
	int limit, look; /* at least 1 each */
};

/* Where to go on when a bound ended it; zero when there are no more. */
struct session_place store_session_log(struct store *store,
    const struct session_log_filter *f,
    bool (*fn)(void *arg, const struct session_turn *turn), void *arg);
/* The newest turn's; zero when there is none. */
struct session_place store_session_newest(struct store *store);

#endif
