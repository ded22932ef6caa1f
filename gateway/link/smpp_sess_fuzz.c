/* Reaches smpp_sess, smpp_window and smpp_pdu: a centre that says and does
 * anything in any order, while texts leave.
 * most: 600
 * covers: gateway/link/smpp_sess.c gateway/link/smpp_sess_table.c
 * gateway/link/smpp_sess_bound.c gateway/link/smpp_sess_input.c
 * gateway/link/smpp_window.c */
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "gateway/link/smpp_sess.h"

#define WINDOW 5
#define WAITING_OCTETS 1024

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

struct play {
	struct smpp_sess sess;
	int64_t now_ms, timer_ms; /* < 0: not armed */
	bool connected, full, no_room;
	unsigned long asked, ended;
	uint8_t waiting[WAITING_OCTETS]; /* input that was left */
	size_t waits;
	uint32_t last; /* sequence number of our last request */
	uint32_t taken; /* of the centre's last */
};

static void
must(bool promise)
{
	if (!promise)
		abort();
}

/* -- effects ----------------------------------------------------------------
 */

static void
do_connect(void *arg)
{
	struct play *p = arg;
	must(!p->connected);
	p->connected = true;
	p->waits = 0;
}

static void
do_close(void *arg)
{
	struct play *p = arg;
	p->connected = false;
	p->waits = 0;
}

static bool
do_write(void *arg, struct span octets)
{
	struct play *p = arg;
	struct smpp_head head;
	must(p->connected);
	must(smpp_pdu_frame(&head, octets) == SMPP_FRAME_PDU);
	must(head.length == octets.octets);
	if (!smpp_is_resp(head.command))
		p->last = head.sequence;
	return !p->full;
}

static size_t
do_unwritten(void *arg)
{
	return ((struct play *)arg)->full ? 20 : 0;
}

static void
do_arm(void *arg, int64_t ms)
{
	struct play *p = arg;
	p->timer_ms = ms < 0 ? -1 : p->now_ms + ms;
}

static void
do_nothing(void *arg)
{
	(void)arg;
}

static enum smpp_taken
do_incoming(
    void *arg, const struct smpp_pdu *pdu, struct span octets, bool overdue)
{
	struct play *p = arg;
	must(octets.octets == pdu->head.length);
	if (p->no_room && !overdue)
		return SMPP_TAKEN_NO_ROOM;
	if (p->no_room) {
		smpp_sess_answer_now(&p->sess, &pdu->head, SMPP_RMSGQFUL);
		return SMPP_TAKEN_ANSWERED;
	}
	p->taken = pdu->head.sequence;
	return SMPP_TAKEN;
}

static void
do_ended(void *arg, const struct smpp_asked *asked, enum smpp_ending how,
    const struct smpp_pdu *pdu)
{
	struct play *p = arg;
	must((how == SMPP_ENDED_ANSWERED) == (pdu != NULL));
	must(asked->text < p->asked);
	p->ended++;
}

static void
do_unasked(void *arg, const struct smpp_pdu *pdu)
{
	(void)arg;
	must(smpp_is_resp(pdu->head.command));
}

static const struct smpp_sess_effects effects = {do_connect, do_close, do_write,
    do_unwritten, do_arm, do_nothing, do_incoming, do_ended, do_unasked,
    do_nothing};

/* -- what happens -----------------------------------------------------------
 */

static void
hear(struct play *p, const uint8_t *at, size_t octets)
{
	if (!p->connected)
		return;
	if (octets > sizeof(p->waiting) - p->waits)
		octets = sizeof(p->waiting) - p->waits;
	memcpy(p->waiting + p->waits, at, octets);
	p->waits += octets;
	size_t given = p->waits;
	size_t used =
	    smpp_sess_input(&p->sess, p->now_ms, span_of(p->waiting, given));
	must(used <= given);
	if (!p->connected)
		return;
	memmove(p->waiting, p->waiting + used, given - used);
	p->waits = given - used;
}

/* A centre that does as it should, so that all states are reached. */
static void
hear_answer(struct play *p, uint32_t command, uint32_t status)
{
	uint8_t pdu[17] = {0, 0, 0, 17, (uint8_t)(command >> 24), 0, 0,
	    (uint8_t)command, 0, 0, 0, (uint8_t)status,
	    (uint8_t)(p->last >> 24), (uint8_t)(p->last >> 16),
	    (uint8_t)(p->last >> 8), (uint8_t)p->last};
	hear(p, pdu, sizeof(pdu));
}

static void
submit(struct play *p)
{
	static const uint8_t body[20] = {0, 0, 0, 20, 0, 0, 0, SMPP_SUBMIT_SM};
	uint32_t sequence = smpp_sess_sequence(&p->sess);
	unsigned long text = p->asked++;
	if (!smpp_sess_ask(&p->sess, p->now_ms, sequence, (uint32_t)text,
		span_of(body, sizeof(body))))
		p->ended++; /* nobody will tell */
}

static void
time_passes(struct play *p, unsigned much)
{
	p->now_ms += much * much;
	if (p->timer_ms < 0 || p->timer_ms > p->now_ms)
		return;
	p->timer_ms = -1;
	smpp_sess_time_up(&p->sess, p->now_ms);
}

static void
one(struct play *p, uint8_t what, uint8_t much)
{
	switch (what % 12) {
	case 0:
		if (p->connected &&
		    smpp_sess_state(&p->sess) == SMPP_SESS_CONNECTING)
			smpp_sess_opened(&p->sess, p->now_ms);
		return;
	case 1:
		hear_answer(p, SMPP_BIND_TRANSCEIVER | SMPP_RESP, much % 2);
		return;
	case 2:
	case 3:
		time_passes(p, much);
		return;
	case 4:
		submit(p);
		return;
	case 5:
		hear_answer(p, SMPP_SUBMIT_SM | SMPP_RESP, much % 3);
		return;
	case 6:
		if (p->connected)
			smpp_sess_lost(&p->sess, p->now_ms, NULL);
		return;
	case 7:
		p->no_room = much % 2 == 0;
		if (!p->no_room && smpp_sess_resume(&p->sess))
			hear(p, NULL, 0);
		return;
	case 8:
		smpp_sess_answer(
		    &p->sess, p->now_ms, SMPP_DELIVER_SM, p->taken, SMPP_ROK);
		return;
	case 9:
		p->full = much % 4 == 0;
		return;
	case 10:
		smpp_sess_reset(&p->sess, p->now_ms);
		return;
	default:
		hear_answer(p, SMPP_UNBIND | SMPP_RESP, 0);
		return;
	}
}

static void
play(struct play *p, const uint8_t *data, size_t octets)
{
	while (octets >= 2) {
		size_t said = data[0] >= 128 ? data[1] : 0;
		if (data[0] < 128)
			one(p, data[0], data[1]);
		data += 2;
		octets -= 2;
		said = said < octets ? said : octets;
		if (said > 0)
			hear(p, data, said);
		data += said;
		octets -= said;
		must(p->sess.window.count <= WINDOW);
		must(p->asked == p->ended + p->sess.window.count);
	}
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct smpp_sess_config config = {.label = "fuzz",
	    .system_id = "furrow",
	    .password = "secret",
	    .system_type = "",
	    .addr_range = "",
	    .window = WINDOW,
	    .response_ms = 10000,
	    .enquire_ms = 30000,
	    .reconnect_min_ms = 1000,
	    .reconnect_max_ms = 60000,
	    .seed = 1};
	struct play p = {.now_ms = 100000, .timer_ms = -1};
	log_set_sink(discard, NULL);
	log_set_level(LOG_ERROR); /* a line costs more than a PDU */
	smpp_sess_init(&p.sess, &config, &effects, &p);
	smpp_sess_start(&p.sess, p.now_ms);
	play(&p, data, octets);
	p.full = false;
	smpp_sess_stop(&p.sess, p.now_ms, 2000);
	for (int i = 0; i < 8; i++)
		time_passes(&p, 60);
	must(smpp_sess_state(&p.sess) == SMPP_SESS_STOPPED);
	must(p.asked == p.ended);
	smpp_sess_free(&p.sess);
	return 0;
}
