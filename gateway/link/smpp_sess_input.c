/* Octets -> PDUs -> events; and what is done with a PDU whatever the state. */
#include <stdio.h>

#include "base/log.h"
#include "gateway/link/smpp_sess_private.h"

/* Names no command, so that its answer is a generic_nack. */
#define NO_COMMAND 0x7FFFFFFFu
/* So long its unbind waits for what is unanswered. */
#define PEER_UNBINDS_MS 1000

/* -- PDUs of any state ------------------------------------------------------
 */

void
smpp_sess_count_unasked(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	if (smpp_sess_worth_saying(++s->counts.unasked))
		log_event(LOG_WARN, "smpp", "unasked",
		    "link=%s command=%08x sequence=%u status=%x times=%lu",
		    s->config.label, pdu->head.command, pdu->head.sequence,
		    pdu->head.status, s->counts.unasked);
	s->effects->unasked(s->arg, pdu);
}

bool
smpp_sess_reply_or_drop(
    struct smpp_sess *s, const struct smpp_head *head, uint32_t status)
{
	if (smpp_sess_reply(s, head, status))
		return true;
	smpp_sess_drop(s, "the centre does not read what we send");
	return false;
}

void
smpp_sess_go_closing(struct smpp_sess *s, const char *why)
{
	smpp_sess_say(s, why);
	if (s->effects->unwritten(s->arg) == 0)
		smpp_sess_leave(s);
	else
		fsm_go(&s->fsm, SMPP_SESS_CLOSING);
}

void
smpp_sess_let_go(struct smpp_sess *s)
{
	struct smpp_head head = {
	    .command = SMPP_UNBIND, .sequence = s->peer_unbind};
	if (smpp_sess_reply_or_drop(s, &head, SMPP_ROK))
		smpp_sess_go_closing(s, "the centre unbound us");
}

/* A centre that is restarted answers what it has, and so do we: what is closed
 * over becomes unknown, or is given again. */
void
smpp_sess_peer_unbinds(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	bool waits = s->window.count > 0 || s->untold > 0;
	s->peer_unbind = pdu->head.sequence;
	if (!waits || smpp_sess_state(s) != SMPP_SESS_BOUND) {
		smpp_sess_let_go(s);
		return;
	}
	s->peer_unbinds = true;
	s->grace_ms = 2 * PEER_UNBINDS_MS;
	fsm_go(&s->fsm, SMPP_SESS_UNBINDING);
}

/* 4.1.7, 4.12: neither is answered. */
void
smpp_sess_note_alert(struct smpp_sess *s, const struct smpp_pdu *pdu)
{
	if (smpp_sess_worth_saying(++s->counts.alerts))
		log_event(LOG_INFO, "smpp",
		    pdu->head.command == SMPP_OUTBIND ? "outbind" : "alert",
		    "link=%s times=%lu", s->config.label, s->counts.alerts);
}

void
smpp_sess_refuse_request(
    struct smpp_sess *s, const struct smpp_pdu *pdu, uint32_t status)
{
	if (smpp_sess_worth_saying(++s->counts.unknown))
		log_event(LOG_WARN, "smpp", "not-served",
		    "link=%s command=%08x times=%lu", s->config.label,
		    pdu->head.command, s->counts.unknown);
	smpp_sess_reply_or_drop(s, &pdu->head, status);
}

/* -- octets -----------------------------------------------------------------
 */

static bool
listens(const struct smpp_sess *s)
{
	return !s->no_room && (smpp_sess_state(s) == SMPP_SESS_BINDING ||
				  smpp_sess_state(s) == SMPP_SESS_BOUND ||
				  smpp_sess_state(s) == SMPP_SESS_UNBINDING);
}

static void
bad_length(struct smpp_sess *s, const struct smpp_head *head)
{
	char why[80];
	struct smpp_head nack = {
	    .command = NO_COMMAND, .sequence = head->sequence};
	snprintf(why, sizeof(why), "the centre sent a command_length of %u",
	    head->length);
	s->counts.malformed++;
	if (smpp_sess_reply_or_drop(s, &nack, SMPP_RINVCMDLEN))
		smpp_sess_go_closing(s, why);
}

static void
malformed(
    struct smpp_sess *s, const struct smpp_pdu *pdu, const struct err *err)
{
	char why[ERR_TEXT_OCTETS * 2];
	if (smpp_sess_worth_saying(++s->counts.malformed))
		log_event(LOG_WARN, "smpp", "malformed",
		    "link=%s command=%08x octet=%zu times=%lu why=%s",
		    s->config.label, pdu->head.command, err->offset,
		    s->counts.malformed,
		    log_quote(why, sizeof(why), err->text));
	struct smpp_head head = pdu->head;
	if (pdu->nack)
		head.command = NO_COMMAND;
	if (smpp_is_resp(pdu->head.command))
		smpp_sess_count_unasked(s, pdu);
	else
		smpp_sess_reply_or_drop(s, &head, pdu->answer);
}

static void
take(struct smpp_sess *s, struct span octets)
{
	struct smpp_pdu pdu;
	struct err err;
	s->heard_ms = s->now_ms;
	if (smpp_pdu_decode(&pdu, octets, &err) != 0) {
		malformed(s, &pdu, &err);
		return;
	}
	struct smpp_sess_heard heard = {&pdu, octets};
	fsm_event(&s->fsm, SMPP_SESS_PDU, &heard);
}

static void
note_partial(struct smpp_sess *s)
{
	if (s->partial_ms != 0)
		return;
	s->partial_ms = s->now_ms;
	if (smpp_sess_state(s) == SMPP_SESS_BOUND &&
	    s->now_ms + s->config.response_ms < s->tick_due_ms)
		smpp_sess_tick_at(s, s->now_ms + s->config.response_ms);
}

size_t
smpp_sess_input(struct smpp_sess *s, int64_t now_ms, struct span octets)
{
	size_t used = 0;
	s->now_ms = now_ms;
	while (listens(s)) {
		struct span rest = span_part(octets, used, SIZE_MAX);
		struct smpp_head head;
		switch (smpp_pdu_frame(&head, rest)) {
		case SMPP_FRAME_MORE:
			if (rest.octets > 0)
				note_partial(s);
			return used;
		case SMPP_FRAME_BAD:
			bad_length(s, &head);
			return octets.octets;
		case SMPP_FRAME_PDU:
			break;
		}
		s->partial_ms = 0;
		take(s, span_part(rest, 0, head.length));
		if (!s->no_room)
			used += head.length;
	}
	return s->no_room ? used : octets.octets;
}
