/* link_smpp_ussd - dialogues by USSD on an SMPP link that is flagged for it.
 *
 * In: those PDUs of the link that are USSD (gateway/link/smpp_ussd); texts and
 * receipts on the same bind go their own way, untouched.  Each is answered
 * with status 0 at once, before the gateway is asked: a centre that waits asks
 * again for minutes.  A copy of a turn that is not answered yet is taken and
 * forgotten: there is one dialogue at the centre, so one screen goes there.
 * Out: a screen leaves as submit_sm or data_sm as soon as the gateway gives
 * it, by the bind that asked (of a pair: its transmitter) if that has room,
 * else by another.  A small share of each window is kept for screens, and they
 * go before texts.
 *
 *   the centre says                    then
 *   taken                              done
 *   ESME_RTHROTTLED                    once more after 500 ms, if that is
 *                                      within the deadline
 *   anything else                      on_lost "submit_failed"
 *   nothing for 5 s                    on_lost "no_response"
 *   no place in the window in time     on_lost "window_full"
 *   the connection breaks              on_lost "link_lost"; with the last one
 *                                      that sends or receives: on_down
 *
 * An answer (op 18) to a session that nobody knows is told so by the last
 * screen (op_end), of which the first line: whatever the gateway would go on
 * with, the dialogue at the centre began for another session.  So is what
 * nobody can answer (op 0). Both sessions are closed at once: on_lost
 * "session_over", "one_way". What the gateway refuses (status not ANSWERED)
 * gets one sober line, for the dialogue is open at the centre. Our own end
 * (ops->stop) ends no session: the next start goes on with them.
 *
 * The sink is never called from within its own answer.
 * Memory: at most LINK_SMPP_USSD_TURNS turns, whatever the peer does; those
 * beyond them are answered ESME_RTHROTTLED. */
#ifndef GATEWAY_LINK_LINK_SMPP_USSD_H
#define GATEWAY_LINK_LINK_SMPP_USSD_H

#include <stdint.h>

#include "gateway/core/link.h"
#include "gateway/core/session.h"
#include "gateway/core/session_figures.h"
#include "gateway/link/smpp_ussd.h"

#define LINK_SMPP_USSD_TURNS 2048

struct link_smpp_ussd_config {
	struct smpp_ussd_rules rules;
	const struct session_channel *channel; /* borrowed */
	const struct session_sink *sink; /* borrowed */
	int64_t again_ms, response_ms; /* 0: 500 ms, 5 s */
};

/* For a link of link_smpp_new, once, before its start.  It goes with the
 * link. */
void link_smpp_ussd_serve(
    struct link *link, const struct link_smpp_ussd_config *config);

/* Adds what the channel itself knows: refused, error, state, detail, kind.
 * Only for a link that serves. */
void link_smpp_ussd_figures(
    const struct link *link, struct session_figures *figures);

#endif
