/* A connection while it is bound: its PDUs, and what time shows of the peer. */
#include <stdio.h>

#include "base/log.h"
#include "gateway/link/smpp_sess_private.h"

#define SILENT_TIMES 3 /* response_ms without any answer */

/* -- bound: PDUs ------------------------------------------------------------
 */

void
smpp_sess_enter_bound(struct fsm *m)
{
	struct smpp_sess *s = m->owner;
	s->control = 0;
	s->refused = false;
	s->bind_status = SMPP_ROK;
	s->bound_ms = s->heard_ms = s->now_ms;
	s->why[0] = '\0';
	s->counts.binds++;
	log_event(LOG_INFO, "smpp", "bound", "link=%s version=%02x",
	    s->config.label, s->peer_version);
	s->effects->changed(s->arg);
}

static void
take_answer(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	struct smpp_asked asked;
	if (!smpp_window_take(&s->window, pdu->head.sequence, &asked)) {
		smpp_sess_count_unasked(s, pdu);
		return;
	}
	s->silent_since_ms = 0;
	s->effects->ended(s->arg, &asked, SMPP_ENDED_ANSWERED, pdu);
}

static void
take_nack(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	if (smpp_sess_worth_saying(++s->counts.nacked))
		log_event(LOG_WARN, "smpp", "nacked",
		    "link=%s sequence=%u status=%x times=%lu", s->config.label,
		    pdu->head.sequence, pdu->head.status, s->counts.nacked);
	if (pdu->head.sequence == s->enquiry && s->enquiry != 0)
		s->enquiry = 0; /* it is alive, if odd */
	else
		take_answer(s, pdu);
}

static void
note_no_room(struct smpp_sess *s)
{
	s->no_room = true;
	s->counts.held++;
	if (s->held_ms != 0)
		return;
	s->held_ms = s->now_ms;
	if (s->now_ms + SMPP_SESS_HELD_MS < s->tick_due_ms)
		smpp_sess_tick_at(s, s->now_ms + SMPP_SESS_HELD_MS);
}

static void
take_incoming(struct smpp_sess *s, const struct smpp_sess_heard *heard)
{
	switch (s->effects->incoming(
	    s->arg, heard->pdu, heard->octets, s->overdue)) {
	case SMPP_TAKEN:
		s->untold++;
		s->overdue = false;
		s->held_ms = 0;
		return;
	case SMPP_TAKEN_ANSWERED:
		return;
	case SMPP_TAKEN_NO_ROOM:
		note_no_room(s);
		return;
	}
}

void
smpp_sess_pdu_in_bound(struct smpp_sess *s, const struct smpp_sess_heard *heard)
{
	const struct smpp_pdu *pdu = heard->pdu;
	switch (pdu->head.command) {
	case SMPP_DELIVER_SM:
	case SMPP_DATA_SM:
		take_incoming(s, heard);
		return;
	case SMPP_SUBMIT_SM | SMPP_RESP:
	case SMPP_DATA_SM | SMPP_RESP:
		take_answer(s, pdu);
		return;
	case SMPP_ENQUIRE_LINK:
		smpp_sess_reply_or_drop(s, &pdu->head, SMPP_ROK);
		return;
	case SMPP_ENQUIRE_LINK | SMPP_RESP:
		if (s->enquiry != 0 && pdu->head.sequence == s->enquiry)
			s->enquiry = 0;
		else
			smpp_sess_count_unasked(s, pdu);
		return;
	case SMPP_GENERIC_NACK:
		take_nack(s, pdu);
		return;
	case SMPP_UNBIND:
		smpp_sess_peer_unbinds(s, pdu);
		return;
	case SMPP_OUTBIND:
	case SMPP_ALERT_NOTIFICATION:
		smpp_sess_note_alert(s, pdu);
		return;
	default:
		if (smpp_is_resp(pdu->head.command))
			smpp_sess_count_unasked(s, pdu);
		else
			smpp_sess_refuse_request(s, pdu, SMPP_RINVCMDID);
	}
}

/* -- bound: time ------------------------------------------------------------
 */

static void
end_overdue(struct smpp_sess *s)
{
	const struct smpp_asked *oldest;
	while ((oldest = smpp_window_oldest(&s->window)) != NULL &&
	       s->now_ms - oldest->mono_ms >= s->config.response_ms) {
		struct smpp_asked asked;
		smpp_window_take(&s->window, oldest->sequence, &asked);
		if (s->silent_since_ms == 0)
			s->silent_since_ms = asked.mono_ms;
		s->counts.silent++;
		s->effects->ended(s->arg, &asked, SMPP_ENDED_SILENT, NULL);
	}
}

/* Why the connection is of no more use; NULL: it is. */
static const char *
fault_of_time(const struct smpp_sess *s)
{
	int64_t most = s->config.response_ms;
	if (s->silent_since_ms != 0 &&
	    s->now_ms - s->silent_since_ms >= SILENT_TIMES * most)
		return "the centre answers no submit_sm";
	if (s->no_room)
		return NULL; /* it is we who do not listen */
	if (s->partial_ms != 0 && s->now_ms - s->partial_ms >= most)
		return "a PDU did not come whole within the time";
	if (s->enquiry != 0 && s->heard_ms < s->enquiry_ms &&
	    s->now_ms - s->enquiry_ms >= most)
		return "the centre does not answer enquire_link";
	return NULL;
}

static int64_t
sooner(int64_t due, int64_t from, int64_t after)
{
	return from != 0 && from + after < due ? from + after : due;
}

static int64_t
next_due(const struct smpp_sess *s)
{
	int64_t most = s->config.response_ms;
	int64_t due = s->now_ms + s->config.enquire_ms;
	const struct smpp_asked *oldest = smpp_window_oldest(&s->window);
	if (s->enquiry == 0)
		due = sooner(due, s->heard_ms, s->config.enquire_ms);
	else
		due = sooner(due, s->enquiry_ms, most);
	due = sooner(due, s->partial_ms, most);
	if (!s->overdue)
		due = sooner(due, s->held_ms, SMPP_SESS_HELD_MS);
	due = sooner(due, s->silent_since_ms, SILENT_TIMES * most);
	if (oldest != NULL)
		due = sooner(due, oldest->mono_ms, most);
	return due > s->now_ms ? due : s->now_ms + 1;
}

static bool
enquire(struct smpp_sess *s)
{
	if (s->enquiry != 0 && s->heard_ms >= s->enquiry_ms &&
	    s->now_ms - s->enquiry_ms >= s->config.response_ms)
		s->enquiry = 0; /* it speaks, if not to the point */
	if (s->enquiry != 0 || s->no_room ||
	    s->now_ms - s->heard_ms < s->config.enquire_ms)
		return true;
	s->enquiry = smpp_sess_request(s, SMPP_ENQUIRE_LINK);
	s->enquiry_ms = s->now_ms;
	return s->enquiry != 0;
}

static void
tick(struct smpp_sess *s)
{
	end_overdue(s);
	const char *fault = fault_of_time(s);
	if (fault == NULL && !enquire(s))
		fault = "the centre does not read what we send";
	if (fault != NULL) {
		smpp_sess_drop(s, fault);
		return;
	}
	if (s->no_room && !s->overdue &&
	    s->now_ms - s->held_ms >= SMPP_SESS_HELD_MS) {
		s->overdue = true;
		s->no_room = false;
		s->effects->again(s->arg);
	}
	smpp_sess_tick_at(s, next_due(s));
	s->effects->changed(s->arg);
}

void
smpp_sess_in_bound(struct fsm *m, int event, const void *data)
{
	struct smpp_sess *s = m->owner;
	if (event == SMPP_SESS_PDU)
		smpp_sess_pdu_in_bound(s, data);
	else if (event == SMPP_SESS_TIME)
		tick(s);
	else if (event == SMPP_SESS_STOP)
		fsm_go(m, SMPP_SESS_UNBINDING);
	else
		smpp_sess_drop(s,
		    data != NULL ? data : "the centre closed the connection");
}
