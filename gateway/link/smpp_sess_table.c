/* What each state of a connection does with each event, but for the bound one
 * (smpp_sess_bound). */
#include <stdio.h>

#include "base/log.h"
#include "gateway/link/smpp_sess_private.h"

/* -- stopped, waiting, connecting -------------------------------------------
 */

static void
enter_connecting(struct fsm *m)
{
	struct smpp_sess *s = m->owner;
	s->control = s->enquiry = 0;
	s->partial_ms = s->held_ms = s->silent_since_ms = s->bound_ms = 0;
	s->no_room = s->overdue = s->reset_wanted = s->peer_unbinds = false;
	s->untold = 0;
	s->written_octets = 0;
	s->effects->connect(s->arg);
	s->effects->changed(s->arg);
}

static void
in_stopped(struct fsm *m, int event, const void *data)
{
	(void)data;
	if (event == SMPP_SESS_START)
		fsm_go(m, SMPP_SESS_CONNECTING);
}

static void
in_waiting(struct fsm *m, int event, const void *data)
{
	struct smpp_sess *s = m->owner;
	(void)data;
	if (event != SMPP_SESS_STOP || s->reset_wanted) {
		fsm_go(m, SMPP_SESS_CONNECTING);
		return;
	}
	fsm_go(m, SMPP_SESS_STOPPED);
	s->effects->changed(s->arg);
}

static void
in_connecting(struct fsm *m, int event, const void *data)
{
	struct smpp_sess *s = m->owner;
	if (event == SMPP_SESS_OPENED)
		fsm_go(m, SMPP_SESS_BINDING);
	else if (event == SMPP_SESS_TIME)
		smpp_sess_drop(s, "no connection within the time");
	else if (event == SMPP_SESS_STOP)
		smpp_sess_leave(s);
	else
		smpp_sess_drop(s, data != NULL ? data : "no connection");
}

/* -- binding ----------------------------------------------------------------
 */

static void
enter_binding(struct fsm *m)
{
	struct smpp_sess *s = m->owner;
	s->heard_ms = s->now_ms;
	s->control = smpp_sess_bind(s);
	s->effects->changed(s->arg);
}

/* With the code's own words it has to fit into a line of `furrow status`. */
static const char *
advice(uint32_t status)
{
	switch (status) {
	case SMPP_RINVPASWD:
	case SMPP_RINVSYSID:
		return "; check system-id and password-file";
	case SMPP_RBINDFAIL:
		return "; check system-id, password-file; is our address "
		       "known?";
	case SMPP_RALYBND:
		return "; by another program, or by our last connection";
	case SMPP_RINVSYSTYP:
		return "; check system-type with the operator";
	case SMPP_RINVCMDID:
	case SMPP_RINVBNDSTS:
		return "; no transceivers? set bind = \"pair\"";
	default:
		return "";
	}
}

static void
bind_refused(struct smpp_sess *s, uint32_t status)
{
	char words[100];
	s->refused = true;
	s->bind_status = status;
	snprintf(s->why, sizeof(s->why), "bind refused: %s%s",
	    smpp_status_text(words, sizeof(words), status), advice(status));
	smpp_sess_go_closing(s, s->why);
}

static void
bind_answered(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	if (pdu->head.status != SMPP_ROK) {
		bind_refused(s, pdu->head.status);
		return;
	}
	str_copy(s->peer_id, sizeof(s->peer_id), pdu->resp.system_id);
	s->peer_version = pdu->tlvs.sc_version;
	fsm_go(&s->fsm, SMPP_SESS_BOUND);
}

static bool
is_bind_resp(uint32_t command)
{
	return command == (SMPP_BIND_TRANSCEIVER | SMPP_RESP) ||
	       command == (SMPP_BIND_TRANSMITTER | SMPP_RESP) ||
	       command == (SMPP_BIND_RECEIVER | SMPP_RESP);
}

static void
pdu_in_binding(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	uint32_t command = pdu->head.command;
	bool ours = pdu->head.sequence == s->control && s->control != 0;
	if (is_bind_resp(command) && ours)
		bind_answered(s, pdu);
	else if (command == SMPP_GENERIC_NACK &&
		 (ours || pdu->head.sequence == 0))
		bind_refused(s, pdu->head.status);
	else if (smpp_is_resp(command))
		smpp_sess_count_unasked(s, pdu);
	else if (command == SMPP_ENQUIRE_LINK)
		smpp_sess_reply_or_drop(s, &pdu->head, SMPP_ROK);
	else if (command == SMPP_UNBIND)
		smpp_sess_peer_unbinds(s, pdu);
	else if (command == SMPP_OUTBIND || command == SMPP_ALERT_NOTIFICATION)
		smpp_sess_note_alert(s, pdu);
	else
		smpp_sess_refuse_request(s, pdu, SMPP_RINVBNDSTS);
}

static void
in_binding(struct fsm *m, int event, const void *data)
{
	struct smpp_sess *s = m->owner;
	const struct smpp_sess_heard *heard = data;
	if (event == SMPP_SESS_PDU)
		pdu_in_binding(s, heard->pdu);
	else if (event == SMPP_SESS_TIME)
		smpp_sess_drop(s, "the bind was not answered within the time");
	else if (event == SMPP_SESS_STOP)
		smpp_sess_leave(s);
	else if (data == NULL)
		smpp_sess_drop(s,
		    "the centre closed the connection instead of answering "
		    "the bind: does the operator know this address?");
	else
		smpp_sess_drop(s, data);
}

/* -- unbinding, closing -----------------------------------------------------
 */

static void
unbind(struct smpp_sess *s)
{
	if (s->peer_unbinds) {
		smpp_sess_let_go(s);
		return;
	}
	s->control = smpp_sess_request(s, SMPP_UNBIND);
	if (s->control == 0)
		smpp_sess_leave(s);
}

void
smpp_sess_try_unbind(struct smpp_sess *s)
{
	if (s->control == 0 && s->window.count == 0 && s->untold == 0)
		unbind(s);
}

static void
enter_unbinding(struct fsm *m)
{
	struct smpp_sess *s = m->owner;
	s->control = 0;
	if (s->stop_wanted)
		smpp_sess_say(s, "stopped");
	s->effects->changed(s->arg);
	smpp_sess_try_unbind(s);
}

static void
pdu_in_unbinding(struct smpp_sess *s, const struct smpp_sess_heard *heard)
{
	const struct smpp_head *head = &heard->pdu->head;
	bool text =
	    head->command == SMPP_DELIVER_SM || head->command == SMPP_DATA_SM;
	if (head->command == (SMPP_UNBIND | SMPP_RESP) && s->control != 0 &&
	    head->sequence == s->control)
		smpp_sess_leave(s);
	else if (text && (s->control != 0 || s->peer_unbinds))
		smpp_sess_reply_or_drop(
		    s, head, SMPP_RMSGQFUL); /* another time */
	else
		smpp_sess_pdu_in_bound(s, heard);
	if (smpp_sess_state(s) == SMPP_SESS_UNBINDING)
		smpp_sess_try_unbind(s);
}

static void
in_unbinding(struct fsm *m, int event, const void *data)
{
	struct smpp_sess *s = m->owner;
	if (event == SMPP_SESS_PDU) {
		pdu_in_unbinding(s, data);
	} else if (event == SMPP_SESS_TIME && s->control == 0) {
		unbind(s);
		if (smpp_sess_state(s) == SMPP_SESS_UNBINDING)
			smpp_sess_tick_at(s, s->now_ms + s->grace_ms / 2);
	} else if (event != SMPP_SESS_STOP) {
		smpp_sess_leave(s);
	}
}

static void
in_closing(struct fsm *m, int event, const void *data)
{
	(void)data;
	if (event != SMPP_SESS_STOP && event != SMPP_SESS_PDU)
		smpp_sess_leave(m->owner);
}

/* -- the table --------------------------------------------------------------
 */

#define ON(event) FSM_BIT(SMPP_SESS_##event)

static const struct fsm_timer timers[] = {
    {"reconnect", 1000, "until the next try"},
    {"connect", 10000, "TCP and TLS"},
    {"bind", 10000, "for the answer to the bind"},
    {"look", 10000, "for overdue answers, silence, half a PDU"},
    {"unbind", 1000, "for outstanding answers, then for unbind's"},
    {"close", 1000, "for the last words to leave"},
};

static const struct fsm_state states[SMPP_SESS_STATES] = {
    [SMPP_SESS_STOPPED] = {"stopped", ON(START), ON(CONNECTING), in_stopped,
	NULL, NULL},
    [SMPP_SESS_WAITING] = {"waiting", ON(START) | ON(TIME) | ON(STOP),
	ON(STOPPED) | ON(CONNECTING), in_waiting, NULL, &timers[0]},
    [SMPP_SESS_CONNECTING] = {"connecting",
	ON(OPENED) | ON(LOST) | ON(TIME) | ON(STOP),
	ON(STOPPED) | ON(WAITING) | ON(BINDING), in_connecting,
	enter_connecting, &timers[1]},
    [SMPP_SESS_BINDING] = {"binding", ON(LOST) | ON(PDU) | ON(TIME) | ON(STOP),
	ON(STOPPED) | ON(WAITING) | ON(BOUND) | ON(CLOSING), in_binding,
	enter_binding, &timers[2]},
    [SMPP_SESS_BOUND] = {"bound", ON(LOST) | ON(PDU) | ON(TIME) | ON(STOP),
	ON(STOPPED) | ON(WAITING) | ON(UNBINDING) | ON(CLOSING),
	smpp_sess_in_bound, smpp_sess_enter_bound, &timers[3]},
    [SMPP_SESS_UNBINDING] = {"unbinding",
	ON(LOST) | ON(PDU) | ON(TIME) | ON(STOP),
	ON(STOPPED) | ON(WAITING) | ON(CLOSING), in_unbinding, enter_unbinding,
	&timers[4]},
    [SMPP_SESS_CLOSING] = {"closing",
	ON(LOST) | ON(PDU) | ON(TIME) | ON(WRITTEN) | ON(STOP),
	ON(STOPPED) | ON(WAITING), in_closing, NULL, &timers[5]},
};

static const char *const event_names[SMPP_SESS_EVENTS] = {
    [SMPP_SESS_START] = "start",
    [SMPP_SESS_OPENED] = "opened",
    [SMPP_SESS_LOST] = "lost",
    [SMPP_SESS_PDU] = "pdu",
    [SMPP_SESS_TIME] = "time",
    [SMPP_SESS_WRITTEN] = "written",
    [SMPP_SESS_STOP] = "stop",
};

const struct fsm_table smpp_sess_table = {"smpp_sess", states, SMPP_SESS_STATES,
    event_names, SMPP_SESS_EVENTS, SMPP_SESS_TIME};
