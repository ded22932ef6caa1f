#include "gateway/link/smpp_sess.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "gateway/link/smpp_sess_private.h"

#define SMALL_PDU_OCTETS 512
#define CLOSING_MS 1000
#define CONNECT_LEAST_MS 5000

/* -- writing --------------------------------------------------------------- */

static bool
smpp_sess_put(struct smpp_sess *s, struct span octets)
{
	if (!s->effects->write(s->arg, octets))
		return false;
	s->written_octets += octets.octets;
	return true;
}

uint32_t
smpp_sess_sequence(struct smpp_sess *s)
{
	s->sequence = s->sequence % SMPP_SEQUENCE_MAX + 1;
	return s->sequence;
}

/* A request without a text: a bind, unbind, enquire_link.  Its number, 0 when
 * it could not be written. */
static uint32_t
request(struct smpp_sess *s, struct smpp_pdu *pdu)
{
	char octets[SMALL_PDU_OCTETS];
	struct buf out = buf_over(octets, sizeof(octets));
	pdu->head.sequence = smpp_sess_sequence(s);
	if (smpp_pdu_encode(&out, pdu, NULL) != 0 ||
	    !smpp_sess_put(s, buf_span(&out)))
		return 0;
	return pdu->head.sequence;
}

uint32_t
smpp_sess_request(struct smpp_sess *s, uint32_t command)
{
	struct smpp_pdu pdu = {.head.command = command};
	return request(s, &pdu);
}

bool
smpp_sess_reply(
    struct smpp_sess *s, const struct smpp_head *to, uint32_t status)
{
	char octets[SMALL_PDU_OCTETS];
	struct buf out = buf_over(octets, sizeof(octets));
	return smpp_pdu_answer(&out, to, status, STR("")) == 0 &&
	       (out.octets == 0 || smpp_sess_put(s, buf_span(&out)));
}

uint32_t
smpp_sess_bind(struct smpp_sess *s)
{
	static const uint32_t commands[] = {
	    [SMPP_SESS_TRANSCEIVER] = SMPP_BIND_TRANSCEIVER,
	    [SMPP_SESS_TRANSMITTER] = SMPP_BIND_TRANSMITTER,
	    [SMPP_SESS_RECEIVER] = SMPP_BIND_RECEIVER,
	};
	const struct smpp_sess_config *c = &s->config;
	struct smpp_pdu pdu = {.head.command = commands[c->role],
	    .bind = {.system_id = str_from(c->system_id),
		.password = str_from(c->password),
		.system_type = str_from(c->system_type),
		.interface_version = SMPP_VERSION,
		.addr_ton = c->addr_ton,
		.addr_npi = c->addr_npi,
		.address_range = str_from(c->addr_range)}};
	return request(s, &pdu);
}

/* -- how it ends ----------------------------------------------------------- */

void
smpp_sess_say(struct smpp_sess *s, const char *why)
{
	if (why != s->why)
		str_copy(s->why, sizeof(s->why), str_from(why));
}

/* Whoever waits for an answer gets none any more. */
static void
end_all(struct smpp_sess *s, size_t unwritten)
{
	uint64_t left = s->written_octets - unwritten;
	const struct smpp_asked *oldest;
	while ((oldest = smpp_window_oldest(&s->window)) != NULL) {
		struct smpp_asked asked;
		smpp_window_take(&s->window, oldest->sequence, &asked);
		s->effects->ended(s->arg, &asked,
		    asked.after_octets >= left && unwritten > 0
			? SMPP_ENDED_UNSENT
			: SMPP_ENDED_LOST,
		    NULL);
	}
}

/* xorshift64*: only so that a hundred links do not come back together. */
static uint64_t
next_chance(struct smpp_sess *s)
{
	s->chance ^= s->chance >> 12;
	s->chance ^= s->chance << 25;
	s->chance ^= s->chance >> 27;
	return s->chance * UINT64_C(2685821657736338717) >> 16;
}

static int64_t
wait_after_failures(struct smpp_sess *s)
{
	int64_t most = s->config.reconnect_max_ms;
	int64_t ms = s->config.reconnect_min_ms;
	for (int i = 1; i < s->failures && ms < most; i++)
		ms *= 2;
	if (ms > most)
		ms = most;
	int64_t half = ms / 2;
	ms = half + (int64_t)(next_chance(s) % (uint64_t)(half + 1));
	return ms < s->config.reconnect_min_ms ? s->config.reconnect_min_ms
					       : ms;
}

/* Only a bind that held counts as a success. */
static void
count_failure(struct smpp_sess *s)
{
	bool held = s->bound_ms != 0 &&
		    s->now_ms - s->bound_ms >= s->config.reconnect_max_ms;
	s->failures = held ? 1 : s->failures + (s->failures < 64);
}

/* A centre that is away for days is worth a line now and then. */
static void
log_down(const struct smpp_sess *s, bool was_bound)
{
	char why[SMPP_SESS_WHY_OCTETS * 2];
	enum log_level level = was_bound ? LOG_WARN : LOG_INFO;
	if (!was_bound && smpp_sess_worth_saying((unsigned long)s->failures))
		level = LOG_WARN;
	log_event(level, "smpp", "down", "link=%s next_ms=%lld why=%s",
	    s->config.label, (long long)s->wait_ms,
	    log_quote(why, sizeof(why), s->why));
}

void
smpp_sess_leave(struct smpp_sess *s)
{
	size_t unwritten = s->effects->unwritten(s->arg);
	bool was_bound = s->bound_ms != 0;
	s->effects->close(s->arg);
	count_failure(s);
	s->wait_ms = wait_after_failures(s);
	if (s->refused &&
	    smpp_status_find(s->bind_status)->class == SMPP_CLASS_LOGIN)
		s->wait_ms = s->config.reconnect_max_ms;
	if (s->reset_wanted)
		s->wait_ms = 0;
	s->bound_ms = 0;
	s->counts.losses += was_bound;
	int next = s->stop_wanted ? SMPP_SESS_STOPPED : SMPP_SESS_WAITING;
	fsm_go(&s->fsm, next);
	if (!s->stop_wanted)
		log_down(s, was_bound);
	s->reset_wanted = false;
	end_all(s, unwritten);
	s->effects->changed(s->arg);
}

void
smpp_sess_drop(struct smpp_sess *s, const char *why)
{
	smpp_sess_say(s, why);
	smpp_sess_leave(s);
}

/* -- the machine's time ---------------------------------------------------- */

static int64_t
time_of_state(const struct smpp_sess *s)
{
	const struct smpp_sess_config *c = &s->config;
	switch (smpp_sess_state(s)) {
	case SMPP_SESS_STOPPED:
	case SMPP_SESS_STATES:
		return -1;
	case SMPP_SESS_WAITING:
		return s->wait_ms;
	case SMPP_SESS_CONNECTING:
		return c->response_ms > CONNECT_LEAST_MS ? c->response_ms
							 : CONNECT_LEAST_MS;
	case SMPP_SESS_BINDING:
		return c->response_ms;
	case SMPP_SESS_BOUND:
		return c->response_ms < c->enquire_ms ? c->response_ms
						      : c->enquire_ms;
	case SMPP_SESS_UNBINDING:
		return s->grace_ms / 2;
	case SMPP_SESS_CLOSING:
		return s->stop_wanted && s->grace_ms < CLOSING_MS ? s->grace_ms
								  : CLOSING_MS;
	}
	return -1;
}

static void
arm(struct fsm *m, int64_t ms)
{
	struct smpp_sess *s = m->owner;
	(void)ms; /* the table's are only those of the manual */
	s->entered_ms = s->now_ms;
	int64_t own = time_of_state(s);
	s->tick_due_ms = s->now_ms + own;
	s->effects->arm(s->arg, own);
}

void
smpp_sess_tick_at(struct smpp_sess *s, int64_t due_ms)
{
	s->tick_due_ms = due_ms;
	s->effects->arm(s->arg, due_ms > s->now_ms ? due_ms - s->now_ms : 0);
}

/* -- from outside ---------------------------------------------------------- */

void
smpp_sess_init(struct smpp_sess *s, const struct smpp_sess_config *config,
    const struct smpp_sess_effects *effects, void *arg)
{
	*s = (struct smpp_sess){
	    .config = *config, .effects = effects, .arg = arg};
	s->chance = config->seed | 1;
	smpp_window_init(&s->window, config->window);
	s->fsm.state = SMPP_SESS_STOPPED;
	fsm_start(&s->fsm, &smpp_sess_table, SMPP_SESS_STOPPED, config->label,
	    s, arm);
}

void
smpp_sess_free(struct smpp_sess *s)
{
	smpp_window_free(&s->window);
}

void
smpp_sess_start(struct smpp_sess *s, int64_t now_ms)
{
	s->now_ms = now_ms;
	s->stop_wanted = s->reset_wanted = false;
	fsm_event(&s->fsm, SMPP_SESS_START, NULL);
}

void
smpp_sess_stop(struct smpp_sess *s, int64_t now_ms, int64_t grace_ms)
{
	s->now_ms = now_ms;
	s->stop_wanted = true;
	s->grace_ms = grace_ms > 0 ? grace_ms : 0;
	if (smpp_sess_state(s) != SMPP_SESS_STOPPED)
		fsm_event(&s->fsm, SMPP_SESS_STOP, NULL);
}

void
smpp_sess_reset(struct smpp_sess *s, int64_t now_ms)
{
	s->now_ms = now_ms;
	s->failures = 0;
	s->grace_ms = s->config.response_ms;
	if (s->stop_wanted || smpp_sess_state(s) == SMPP_SESS_STOPPED)
		return;
	s->reset_wanted = true;
	smpp_sess_say(s, "it was reset");
	fsm_event(&s->fsm, SMPP_SESS_STOP, NULL);
}

void
smpp_sess_opened(struct smpp_sess *s, int64_t now_ms)
{
	s->now_ms = now_ms;
	fsm_event(&s->fsm, SMPP_SESS_OPENED, NULL);
}

void
smpp_sess_lost(struct smpp_sess *s, int64_t now_ms, const char *why)
{
	s->now_ms = now_ms;
	fsm_event(&s->fsm, SMPP_SESS_LOST, why);
}

void
smpp_sess_time_up(struct smpp_sess *s, int64_t now_ms)
{
	s->now_ms = now_ms;
	if (smpp_sess_state(s) != SMPP_SESS_STOPPED)
		fsm_event(&s->fsm, SMPP_SESS_TIME, NULL);
}

void
smpp_sess_written(struct smpp_sess *s, int64_t now_ms)
{
	s->now_ms = now_ms;
	if (smpp_sess_state(s) == SMPP_SESS_CLOSING)
		fsm_event(&s->fsm, SMPP_SESS_WRITTEN, NULL);
}

bool
smpp_sess_is_up(const struct smpp_sess *s)
{
	return smpp_sess_state(s) == SMPP_SESS_BOUND;
}

size_t
smpp_sess_room(const struct smpp_sess *s)
{
	if (!smpp_sess_is_up(s) || s->config.role == SMPP_SESS_RECEIVER)
		return 0;
	return s->window.most - s->window.count;
}

bool
smpp_sess_resume(struct smpp_sess *s)
{
	bool left = s->no_room;
	s->no_room = s->overdue = false;
	s->held_ms = 0;
	return left;
}

bool
smpp_sess_ask(struct smpp_sess *s, int64_t now_ms, uint32_t sequence,
    uint32_t text, struct span octets)
{
	s->now_ms = now_ms;
	struct smpp_asked asked = {.sequence = sequence,
	    .text = text,
	    .mono_ms = now_ms,
	    .after_octets = s->written_octets};
	if (smpp_sess_room(s) == 0 || !smpp_window_put(&s->window, &asked))
		return false;
	if (!smpp_sess_put(s, octets)) {
		smpp_window_take(&s->window, sequence, &asked);
		smpp_sess_drop(s, "the centre does not read what we send");
		return false;
	}
	if (now_ms + s->config.response_ms < s->tick_due_ms)
		smpp_sess_tick_at(s, now_ms + s->config.response_ms);
	return true;
}

void
smpp_sess_answer_now(
    struct smpp_sess *s, const struct smpp_head *request, uint32_t status)
{
	smpp_sess_reply_or_drop(s, request, status);
}

void
smpp_sess_answer(struct smpp_sess *s, int64_t now_ms, uint32_t command,
    uint32_t sequence, uint32_t status)
{
	s->now_ms = now_ms;
	if (s->untold > 0)
		s->untold--;
	bool open = smpp_sess_state(s) == SMPP_SESS_BOUND ||
		    smpp_sess_state(s) == SMPP_SESS_UNBINDING;
	if (!open)
		return;
	struct smpp_head head = {.command = command, .sequence = sequence};
	if (!smpp_sess_reply(s, &head, status))
		smpp_sess_drop(s, "the centre does not read what we send");
	else if (smpp_sess_state(s) == SMPP_SESS_UNBINDING)
		smpp_sess_try_unbind(s);
}
