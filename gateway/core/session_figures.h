/* session_figures - how a channel of dialogues is doing, for admins.
 *
 * The gateway's part (gateway/queue/session) and the channel's own (an HTTP
 * dialect, an SMPP bind) fill one struct each after the other: counts are
 * added, so that a request refused at the door and one refused by a rule are
 * one figure.
 *
 * session_hour counts what happened within the last hour, in minutes: a ring of
 * sixty, no list that grows.  Times are monotonic milliseconds; a clock that
 * stands still or goes back counts into the newest minute.  Plain data, no
 * allocation; one thread. */
#ifndef GATEWAY_CORE_SESSION_FIGURES_H
#define GATEWAY_CORE_SESSION_FIGURES_H

#include <stdint.h>

#include "gateway/core/link.h"

#define SESSION_MINUTES 60
#define SESSION_ERROR_OCTETS 160

/* Begins zeroed. */
struct session_hour {
	int64_t minute; /* the newest one counted into, since the clock's 0 */
	uint32_t count[SESSION_MINUTES];
};

void session_hour_add(struct session_hour *hour, int64_t mono_ms);
/* Of the last hour up to now. */
int64_t session_hour_sum(const struct session_hour *hour, int64_t mono_ms);

struct session_figures {
	char name[LINK_NAME_OCTETS];
	char kind[16]; /* the dialect's name, "smpp", "sim" */
	/* The channel: LINK_UP when dialogues can come in; its listener failed
	 * or its link is not bound: anything else, and `detail` says why. */
	enum link_state state;
	char detail[SESSION_ERROR_OCTETS];
	/* The gateway. */
	int64_t open; /* sessions that are not over */
	/* Within the last hour. */
	int64_t started, answers; /* dialled; answered, END included */
	int64_t refused; /* at the door and by a rule; both add */
	int64_t late; /* the deadline spoke in place of the trade */
	/* The last thing that went wrong; "" and 0: nothing. */
	char error[SESSION_ERROR_OCTETS];
	int64_t error_ms; /* wall clock */
};

#endif
