/* Turns of a USSD centre, to the gateway and its answer; the screens' way back
 * is in link_smpp_ussd_out.c. */
#include "gateway/link/link_smpp_ussd.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"

#include "gateway/link/link_smpp_ussd_private.h"

#define AGAIN_MS 500
#define RESPONSE_MS 5000
#define DEADLINE_MS 5000
#define NOT_SERVED "Service not available."

/* -- the gateway's answer ---------------------------------------------------
 */

static void
keep_screen(struct ussd_turn *t, const struct session_answer *answer)
{
	bool served = answer->status == SESSION_ANSWERED;
	bool unknown = t->event == SESSION_INPUT && answer->turn <= 1;
	t->session_id = answer->session_id;
	t->turn = answer->turn;
	t->go_on = served && answer->go_on && !t->once && !unknown;
	str_copy(t->text, sizeof(t->text),
	    str_from(served ? answer->text : NOT_SERVED));
	str_copy(t->code, sizeof(t->code), str_from(answer->code));
	if (!served)
		session_hour_add(&t->ussd->refused, link_smpp_now());
	else if (answer->go_on && !t->go_on)
		t->why = unknown ? "session_over" : "one_way";
	/* The word on top; what stands below cannot be chosen. */
	if (unknown && answer->go_on)
		t->text[strcspn(t->text, "\n")] = '\0';
}

static void
on_answer(void *arg, const struct session_answer *answer)
{
	struct ussd_turn *t = arg;
	struct link_smpp_ussd *u = t->ussd;
	PANIC_UNLESS(t->waits == USSD_ASKED);
	if (u->lo == NULL || t->event == SESSION_HANGUP) {
		ussd_turn_release(t);
		return;
	}
	keep_screen(t, answer);
	if (t->downs != u->downs)
		ussd_turn_lose(t, "link_lost", "");
	else
		ussd_turn_send(t);
	link_smpp_ussd_arm(u);
}

/* -- in ---------------------------------------------------------------------
 */

static void
note_odd(struct link_smpp_ussd *u, const struct smpp_ussd_turn *turn)
{
	if (turn->odd == 0 || !link_smpp_ussd_worth(++u->odd))
		return;
	log_event(LOG_WARN, "ussd", "odd_tlv", "link=%s times=%lu%s%s%s",
	    u->lo->link.name, u->odd,
	    turn->odd & SMPP_USSD_ODD_OP ? " ussd_service_op" : "",
	    turn->odd & SMPP_USSD_ODD_SESSION ? " session" : "",
	    turn->odd & SMPP_USSD_ODD_TWICE ? " twice" : "");
}

static void
note_nothing(struct link_smpp_ussd *u, const struct smpp_ussd_turn *turn)
{
	if (link_smpp_ussd_worth(++u->ignored))
		log_event(LOG_INFO, "ussd", "nothing_to_do",
		    "link=%s times=%lu op=%d", u->lo->link.name, u->ignored,
		    turn->op);
}

static void
note_copy(struct link_smpp_ussd *u)
{
	if (link_smpp_ussd_worth(++u->copies))
		log_event(LOG_INFO, "ussd", "copy", "link=%s times=%lu",
		    u->lo->link.name, u->copies);
}

static uint64_t
same_of(const struct smpp_ussd_turn *turn)
{
	char
	    all[SESSION_ID_OCTETS + PARTY_OCTETS + SMPP_TEXT_SHORT_OCTETS + 96];
	int octets =
	    snprintf(all, sizeof(all), "%d|%s|%s|%s|%s", (int)turn->event,
		turn->id, turn->msisdn, turn->place.code.text, turn->text);
	return span_hash(span_of(all, (size_t)octets));
}

/* A copy has another number, and for some centres another sequence in its
 * session's TLV. */
static bool
is_copy(struct link_smpp_ussd *u, uint64_t same)
{
	uint32_t place = u->list[USSD_ASKED].oldest;
	for (; place != 0; place = u->turn[place - 1].newer)
		if (u->turn[place - 1].same == same)
			return true;
	return false;
}

static void
ask(struct link_smpp_ussd *u, struct ussd_turn *t,
    const struct smpp_ussd_turn *turn)
{
	const struct session_channel *channel =
	    turn->by_phone ? &u->by_phone : u->config.channel;
	struct session_ask ask = smpp_ussd_ask(turn, channel, &u->config.rules);
	t->event = turn->event;
	t->once = turn->once;
	t->place = turn->place;
	t->downs = u->downs;
	t->asked_ms = link_smpp_now();
	u->config.sink->on_ask(
	    u->config.sink->arg, channel, &ask, on_answer, t);
}

/* Behind a held PDU lie the answers that make room, so nothing is held. */
static uint32_t
take(struct smpp_conn *c, const struct smpp_ussd_turn *turn,
    struct ussd_turn **turn_out)
{
	struct link_smpp_ussd *u = c->lo->ussd;
	uint64_t same = same_of(turn);
	*turn_out = NULL;
	if (is_copy(u, same)) {
		note_copy(u);
		return SMPP_ROK;
	}
	struct ussd_turn *t = ussd_turn_new(u);
	if (t == NULL) {
		link_smpp_ussd_lost(u, "too_many", "");
		return SMPP_RTHROTTLED;
	}
	t->same = same;
	t->conn = c->index;
	*turn_out = t;
	return SMPP_ROK;
}

bool
link_smpp_ussd_incoming(struct smpp_conn *c, const struct smpp_pdu *pdu)
{
	struct link_smpp_ussd *u = c->lo->ussd;
	struct smpp_ussd_turn turn;
	struct ussd_turn *t = NULL;
	uint32_t status = SMPP_ROK;
	if (u == NULL)
		return false;
	switch (smpp_ussd_read(&turn, pdu, &u->config.rules)) {
	case SMPP_USSD_SMS:
		return false;
	case SMPP_USSD_TURN:
		status = take(c, &turn, &t);
		break;
	case SMPP_USSD_NOTHING:
		note_nothing(u, &turn);
		break;
	}
	note_odd(u, &turn);
	smpp_sess_answer_now(&c->sess, &pdu->head, status);
	if (t != NULL)
		ask(u, t, &turn);
	return true;
}

/* -- life -------------------------------------------------------------------
 */

size_t
link_smpp_ussd_share(const struct link_smpp *lo)
{
	size_t window = lo->config.window;
	if (lo->ussd == NULL || window < 2)
		return 0;
	return window < 8 ? 1 : window / 8;
}

/* Dialogues at the centre end with the connection. */
static void
break_off(struct link_smpp_ussd *u)
{
	static const enum ussd_waits waiting[] = {USSD_WINDOW, USSD_AGAIN};
	struct ussd_turn *t;
	for (size_t i = 0; i < sizeof(waiting) / sizeof(waiting[0]); i++)
		while ((t = ussd_turn_oldest(u, waiting[i])) != NULL)
			ussd_turn_lose(t, "link_lost", "");
	u->downs++;
	u->down_owed = true;
	loop_later(u->lo->loop, link_smpp_ussd_tell, u);
}

void
link_smpp_ussd_changed(struct link_smpp *lo, bool bound)
{
	struct link_smpp_ussd *u = lo->ussd;
	if (u == NULL)
		return;
	/* Of our own will: the next start goes on with them. */
	if (u->bound && !bound && !lo->stopping)
		break_off(u);
	u->bound = bound;
}

void
link_smpp_ussd_serve(
    struct link *link, const struct link_smpp_ussd_config *config)
{
	struct link_smpp *lo = (struct link_smpp *)link;
	struct link_smpp_ussd *u = xcalloc(1, sizeof(*u));
	PANIC_UNLESS(lo->ussd == NULL);
	u->lo = lo;
	u->loop = lo->loop;
	u->config = *config;
	if (u->config.again_ms <= 0)
		u->config.again_ms = AGAIN_MS;
	if (u->config.response_ms <= 0)
		u->config.response_ms = RESPONSE_MS;
	u->by_phone = *config->channel;
	u->by_phone.by_phone = true;
	if (u->by_phone.deadline_ms <= 0)
		u->by_phone.deadline_ms = DEADLINE_MS;
	/* Untouched until as many are under way. */
	u->turn = xcalloc(LINK_SMPP_USSD_TURNS, sizeof(*u->turn));
	u->timer = timer_new(lo->loop, link_smpp_ussd_due, u);
	lo->ussd = u;
}

void
link_smpp_ussd_free(struct link_smpp *lo)
{
	struct link_smpp_ussd *u = lo->ussd;
	lo->ussd = NULL;
	if (u == NULL)
		return;
	timer_free(&u->timer);
	u->lo = NULL;
	/* Answers that are owed still name their turns. */
	if (ussd_turn_oldest(u, USSD_ASKED) == NULL)
		loop_reap(lo->loop, link_smpp_ussd_destroy, u);
}

void
link_smpp_ussd_figures(const struct link *link, struct session_figures *figures)
{
	const struct link_smpp *lo = (const struct link_smpp *)link;
	const struct link_smpp_ussd *u = lo->ussd;
	struct link_description about;
	link->ops->describe(link, &about);
	str_copy(figures->kind, sizeof(figures->kind), STR("smpp"));
	figures->state = link->state;
	str_copy(
	    figures->detail, sizeof(figures->detail), str_from(about.detail));
	figures->refused += session_hour_sum(&u->refused, link_smpp_now());
	if (u->error_ms <= figures->error_ms)
		return;
	figures->error_ms = u->error_ms;
	str_copy(figures->error, sizeof(figures->error), str_from(u->error));
}
