/* Screens -> PDUs, and what the centre says of them. */
#include "base/panic.h"

#include "gateway/link/link_smpp_ussd_private.h"

/* -- out --------------------------------------------------------------------
 */

void
link_smpp_ussd_arm(struct link_smpp_ussd *u)
{
	static const enum ussd_waits timed[] = {
	    USSD_WINDOW, USSD_AGAIN, USSD_SENT};
	int64_t due = INT64_MAX;
	for (size_t i = 0; i < sizeof(timed) / sizeof(timed[0]); i++) {
		const struct ussd_turn *t = ussd_turn_oldest(u, timed[i]);
		if (t != NULL && t->due_ms < due)
			due = t->due_ms;
	}
	int64_t now = link_smpp_now();
	if (due == INT64_MAX)
		timer_stop(u->timer);
	else
		timer_arm(u->timer, due > now ? due - now : 0);
}

static bool
sends(const struct smpp_conn *c)
{
	return smpp_conn_room(c) > 0;
}

/* A pair is two connections, the transmitter first. */
static struct smpp_conn *
pick_conn(const struct link_smpp *lo, uint32_t came_by)
{
	if (lo->config.pair)
		came_by &= ~1u;
	for (size_t i = 0; i < lo->conns; i++) {
		struct smpp_conn *c = lo->conn[(came_by + i) % lo->conns];
		if (sends(c))
			return c;
	}
	return NULL;
}

/* -1: it has no such form; 0: no connection took it; 1: it left. */
static int
submit(struct ussd_turn *t, struct smpp_conn *c)
{
	struct link_smpp_ussd *u = t->ussd;
	struct link_smpp *lo = u->lo;
	struct smpp_ussd_say say = {
	    .text = str_from(t->text), .go_on = t->go_on, .code = t->code};
	struct smpp_ussd_room room;
	struct smpp_pdu pdu;
	struct err err;
	if (!smpp_ussd_answer(&pdu, &t->place, &u->config.rules, &say, &room))
		return -1;
	pdu.head.sequence = smpp_sess_sequence(&c->sess);
	buf_clear(&lo->out);
	if (smpp_pdu_encode(&lo->out, &pdu, &err) != 0)
		return -1;
	uint32_t slot = (uint32_t)(lo->texts + (size_t)(t - u->turn));
	return smpp_sess_ask(&c->sess, link_smpp_now(), pdu.head.sequence, slot,
		   buf_span(&lo->out))
		   ? 1
		   : 0;
}

void
ussd_turn_send(struct ussd_turn *t)
{
	struct link_smpp_ussd *u = t->ussd;
	struct smpp_conn *c = pick_conn(u->lo, t->conn);
	if (c == NULL) {
		t->due_ms = t->asked_ms + u->by_phone.deadline_ms;
		ussd_turn_move(t, USSD_WINDOW);
		return;
	}
	/* Before it is written: a connection may break in that. */
	t->due_ms = link_smpp_now() + u->config.response_ms;
	ussd_turn_move(t, USSD_SENT);
	int rc = submit(t, c);
	if (rc < 0)
		ussd_turn_lose(t, "submit_failed", "it does not fit");
	else if (rc == 0)
		ussd_turn_lose(t, "link_lost", "");
}

static void
send_waiting(struct link_smpp_ussd *u)
{
	struct ussd_turn *t;
	while ((t = ussd_turn_oldest(u, USSD_WINDOW)) != NULL &&
	       pick_conn(u->lo, t->conn))
		ussd_turn_send(t);
	link_smpp_ussd_arm(u);
}

void
link_smpp_ussd_due(void *arg)
{
	struct link_smpp_ussd *u = arg;
	int64_t now = link_smpp_now();
	struct ussd_turn *t;
	while (
	    (t = ussd_turn_oldest(u, USSD_SENT)) != NULL && t->due_ms <= now) {
		link_smpp_ussd_lost(u, "no_response", "");
		t->why = "no_response";
		ussd_turn_move(t, USSD_GIVEN_UP);
		if (t->session_id != 0)
			u->config.sink->on_lost(u->config.sink->arg,
			    u->config.channel, t->session_id, t->turn, t->why);
	}
	while (
	    (t = ussd_turn_oldest(u, USSD_WINDOW)) != NULL && t->due_ms <= now)
		ussd_turn_lose(t, "window_full", "");
	while (
	    (t = ussd_turn_oldest(u, USSD_AGAIN)) != NULL && t->due_ms <= now)
		ussd_turn_send(t);
	link_smpp_ussd_arm(u);
}

/* -- what the centre says of it ---------------------------------------------
 */

static void
refused(struct ussd_turn *t, uint32_t status)
{
	struct link_smpp_ussd *u = t->ussd;
	char words[96];
	int64_t again_ms = link_smpp_now() + u->config.again_ms;
	if (status == SMPP_RTHROTTLED && !t->thrown_back &&
	    again_ms < t->asked_ms + u->by_phone.deadline_ms) {
		t->thrown_back = true;
		t->due_ms = again_ms;
		ussd_turn_move(t, USSD_AGAIN);
		return;
	}
	ussd_turn_lose(
	    t, "submit_failed", smpp_status_text(words, sizeof(words), status));
}

static void
answered(struct ussd_turn *t, const struct smpp_pdu *pdu)
{
	uint32_t status = pdu->head.status;
	if (status == SMPP_ROK && pdu->head.command == SMPP_GENERIC_NACK)
		status = SMPP_RUNKNOWNERR;
	if (status == SMPP_ROK)
		ussd_turn_shown(t);
	else
		refused(t, status);
}

void
link_smpp_ussd_ended(struct link_smpp *lo, const struct smpp_asked *asked,
    enum smpp_ending how, const struct smpp_pdu *pdu)
{
	struct link_smpp_ussd *u = lo->ussd;
	PANIC_UNLESS(u != NULL && asked->text - lo->texts < u->turns);
	struct ussd_turn *t = &u->turn[asked->text - lo->texts];
	if (t->waits == USSD_GIVEN_UP)
		ussd_turn_release(t);
	else if (how == SMPP_ENDED_ANSWERED)
		answered(t, pdu);
	else if (how == SMPP_ENDED_SILENT)
		ussd_turn_lose(t, "no_response", "");
	else
		ussd_turn_lose(t, "link_lost", "");
	link_smpp_ussd_arm(u);
}

void
link_smpp_ussd_room(struct link_smpp *lo)
{
	if (lo->ussd != NULL && ussd_turn_oldest(lo->ussd, USSD_WINDOW) != NULL)
		send_waiting(lo->ussd);
}
