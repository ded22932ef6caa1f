/* store_session_inside - what the lists of dialogues share, for them only. */
#ifndef GATEWAY_STORE_STORE_SESSION_INSIDE_H
#define GATEWAY_STORE_STORE_SESSION_INSIDE_H

#include "gateway/store/db.h"
#include "gateway/store/store_session_list.h"

#define SESSION_TURN_IDS 64 /* turn.id = session.id * 64 + number */

#define SESSION_TURN_SELECT                                                    \
	"SELECT t.id, t.time_ms, t.took_ms, t.input, t.screen_before,"         \
	" t.screen_after, t.answer, t.go_on, t.message_id, s.link_id,"         \
	" s.phone_id, s.person_id, s.code, s.dial, s.turns, s.state,"          \
	" p.number, l.name"                                                    \
	" FROM ussd_turn t LEFT JOIN ussd_session s ON s.id = t.id / 64"       \
	" LEFT JOIN phone p ON p.id = s.phone_id"                              \
	" LEFT JOIN link l ON l.id = s.link_id "

void session_turn_read(struct db_query *q, struct session_turn *out);

/* The first session opened at that time or later, or one a little before it; 0:
 * all may be. */
int64_t session_first_since(struct store *store, int64_t since_ms);

#endif
