/* One message out: prompt, body, and one of three ways to end. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_private.h"

/* How long to wait for a result: once a modem's pace is known, ten times the
 * longest that it ever took, but never less than networks try (45 s).  A late
 * result still counts, so being wrong here costs an unknown, not a text. */
#define PORT_DENIES                                                            \
	"this port takes no messages (302, 303): try another one of its stick"
#define KNOWN_MIN 5
#define LONGEST_FACTOR 10

/* A reservation of the radio link by +CMMS=1 lasts one to five seconds. */
#define BURST_IDLE_MS 2000

#define PROMPT_GAP_LEARNED_MOST_MS 50
#define PROMPT_GAP_LEAST_MS 2
#define GOOD_BEFORE_SHORTER 3
#define SLOW_LINE_BAUD 38400
#define PIECE_OCTETS 64
#define PIECE_GAP_MS 15

/* So many in a row that speak of the modem, and it is brought back. */
#define FAILURES_MAX 3

static void
tell(struct modem *m, const struct modem_sent *sent)
{
	log_event(sent->how == MODEM_SENT_ACCEPTED ? LOG_DEBUG : LOG_INFO,
	    "modem", "sent", "link=%s id=%" PRId64 " how=%d code=%d why=\"%s\"",
	    m->name, sent->id, (int)sent->how, sent->code, sent->why);
	m->sink->on_sent(m->sink->arg, sent);
}

static void
on_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	struct at_arg args;
	int64_t reference = -1;
	if (!at_arg_begin_hurt(&args, line->text, "+CMGS:"))
		return;
	bool told = at_arg_next_number(&args, &reference);
	m->send_owned = true;
	m->send_refused_reference = told && reference < 0;
	m->send_reference =
	    reference >= 0 && reference <= 255 ? (int)reference : -1;
}

static void
read_ok(struct modem *m, struct modem_sent *sent)
{
	sent->how = MODEM_SENT_ACCEPTED;
	sent->reference = m->send_reference;
	sent->why = m->send_owned ? "accepted" : "accepted without reference";
	/* Seen after a failed send: -1 with OK, and nobody knows. */
	if (m->send_refused_reference) {
		sent->how = MODEM_SENT_UNKNOWN;
		sent->class = AT_ERR_POISON;
		sent->why = "a reference below zero";
	}
}

static void
read_error(
    struct modem *m, const struct at_result *result, struct modem_sent *sent)
{
	bool numbered = result->code >= 0 && result->final != AT_FINAL_ERROR;
	const struct at_err *err =
	    at_err_find(result->final == AT_FINAL_CME ? AT_ERR_CME : AT_ERR_CMS,
		numbered ? result->code : -1);
	sent->class = err->class;
	sent->about = err->about;
	sent->code = numbered ? result->code : 0;
	sent->why = numbered ? err->meaning : "ERROR";
	sent->glitch = !numbered;
	if (m->send_owned) {
		read_ok(m, sent);
	} else if (err->class == AT_ERR_ACCEPTED) {
		sent->how = MODEM_SENT_ACCEPTED;
	} else if (err->class == AT_ERR_UNKNOWN && result->body_written) {
		sent->how = MODEM_SENT_UNKNOWN;
	}
}

static void
read_silence(const struct at_result *result, struct modem_sent *sent)
{
	bool gone = result->final == AT_FINAL_GONE;
	sent->how =
	    result->body_written ? MODEM_SENT_UNKNOWN : MODEM_SENT_REFUSED;
	sent->class = gone ? AT_ERR_WAIT : AT_ERR_RETRY;
	sent->glitch = !gone && !result->body_written;
	sent->why = gone ? "the modem went away"
		    : result->body_written
			? "no result after the text was handed over"
			: "no prompt";
}

static struct modem_sent
read_result(struct modem *m, const struct at_result *result)
{
	struct modem_sent sent = {.id = m->send_id,
	    .how = MODEM_SENT_REFUSED,
	    .reference = -1,
	    .class = AT_ERR_RETRY};
	switch (result->final) {
	case AT_FINAL_OK:
		read_ok(m, &sent);
		break;
	case AT_FINAL_ERROR:
	case AT_FINAL_CME:
	case AT_FINAL_CMS:
		read_error(m, result, &sent);
		break;
	case AT_FINAL_TIMEOUT:
	case AT_FINAL_GONE:
		read_silence(result, &sent);
		break;
	}
	return sent;
}

/* Does this ending speak against the modem?  A number of an error is judged by
 * whoever knows the recipients (modem_mend()). */
static bool
is_failure(const struct modem_sent *sent)
{
	return sent->how == MODEM_SENT_UNKNOWN ||
	       (sent->how == MODEM_SENT_REFUSED && sent->glitch);
}

static int64_t
result_timeout_ms(const struct modem *m)
{
	int64_t most_ms = modem_ms(m, MODEM_T_SEND);
	if (m->quirk->send_timeout_ms > most_ms)
		most_ms = m->quirk->send_timeout_ms;
	if (m->sends_known < KNOWN_MIN)
		return most_ms;
	int64_t learned_ms = m->send_longest_ms * LONGEST_FACTOR;
	if (learned_ms < modem_ms(m, MODEM_T_SEND_LEARNED))
		learned_ms = modem_ms(m, MODEM_T_SEND_LEARNED);
	return learned_ms < most_ms ? learned_ms : most_ms;
}

static void
learn(struct modem *m, const struct at_result *result)
{
	int64_t took_ms = loop_mono_ms(m->loop) - m->send_began_mono_ms;
	bool answered = result->final != AT_FINAL_TIMEOUT &&
			result->final != AT_FINAL_GONE && result->body_written;
	if (!answered)
		return;
	m->sends_known++;
	if (took_ms > m->send_longest_ms)
		m->send_longest_ms = took_ms;
}

/* The gap behind the prompt is for modems that lose what comes too soon.  Most
 * do not, and at full speed it is the largest loss of time in a send: so it is
 * halved as long as all goes well, and back for good at the first doubt. */
static void
learn_gap(struct modem *m, const struct modem_sent *sent)
{
	bool doubt =
	    sent->how == MODEM_SENT_UNKNOWN || sent->glitch ||
	    (sent->how == MODEM_SENT_REFUSED &&
		(sent->class == AT_ERR_MODE || sent->class == AT_ERR_POISON));
	if (doubt && m->pace.prompt_gap_ms < m->quirk->prompt_gap_ms) {
		m->pace.prompt_gap_ms = m->quirk->prompt_gap_ms;
		m->prompt_gap_fixed = true;
	}
	m->sends_good =
	    sent->how == MODEM_SENT_ACCEPTED ? m->sends_good + 1 : 0;
	if (m->prompt_gap_fixed || m->sends_good < GOOD_BEFORE_SHORTER ||
	    m->quirk->prompt_gap_ms > PROMPT_GAP_LEARNED_MOST_MS)
		return;
	m->sends_good = 0;
	m->pace.prompt_gap_ms = m->pace.prompt_gap_ms / 2 > PROMPT_GAP_LEAST_MS
				    ? m->pace.prompt_gap_ms / 2
				    : PROMPT_GAP_LEAST_MS;
}

/* Slow lines are old modems' with small buffers and seldom with flow control,
 * and those families that want a long gap are such modems, too. */
void
modem_send_identified(struct modem *m)
{
	bool old = m->quirk->prompt_gap_ms > PROMPT_GAP_LEARNED_MOST_MS ||
		   (m->speed_open > 0 && m->speed_open <= SLOW_LINE_BAUD);
	int baud = m->speed_open > 0 ? m->speed_open : SLOW_LINE_BAUD;
	m->pace.prompt_gap_ms = m->quirk->prompt_gap_ms;
	m->prompt_gap_fixed = false;
	m->sends_good = 0;
	m->pace.piece_octets = old ? PIECE_OCTETS : 0;
	m->pace.piece_ms = PIECE_OCTETS * 10 * 1000 / baud + PIECE_GAP_MS;
}

static void
on_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	learn(m, result);
	struct modem_sent sent = read_result(m, result);
	m->send_running = m->send_wanted = false;
	m->since_send = 0;
	m->send_ended_mono_ms = loop_mono_ms(m->loop);
	if (sent.how == MODEM_SENT_UNKNOWN)
		m->late_id = m->send_id;
	if (sent.how == MODEM_SENT_ACCEPTED) {
		modem_note_good(m);
		modem_note_work(m);
	}
	if (sent.how == MODEM_SENT_REFUSED && sent.class == AT_ERR_FULL)
		modem_list_soon(m, MODEM_T_DEBOUNCE);
	if (sent.how == MODEM_SENT_REFUSED &&
	    (sent.class == AT_ERR_WAIT || sent.class == AT_ERR_BLOCKED))
		m->network_due = true;
	if (m->send_refused_reference ||
	    (sent.how == MODEM_SENT_REFUSED && sent.class == AT_ERR_MODE))
		m->check_due = true;
	learn_gap(m, &sent);
	m->send_failures = is_failure(&sent) ? m->send_failures + 1 : 0;
	bool broken =
	    m->send_failures >= FAILURES_MAX && result->final != AT_FINAL_GONE;
	bool denied = modem_poor_sent(m, &sent, result->final);
	tell(m, &sent);
	if (denied && modem_leave_poor(m, PORT_DENIES))
		return;
	if (denied)
		modem_event(m, MODEM_EV_FAILED, PORT_DENIES);
	else if (broken)
		modem_event(m, MODEM_EV_FAILED, "sends fail in a row");
	else
		modem_act_done(m);
}

static void
start_message(struct modem *m)
{
	char text[40];
	snprintf(text, sizeof(text), "AT+CMGS=%zu", m->send_tpdu_octets);
	struct at_command command =
	    modem_command(m, text, "+CMGS:", MODEM_T_SEND);
	command.timeout_ms = result_timeout_ms(m);
	command.body = m->send_hex;
	command.prompt_ms = modem_ms(m, MODEM_T_PROMPT);
	command.on_line = on_line;
	command.on_done = on_done;
	m->activity = MODEM_ACT_SEND;
	m->send_running = true;
	m->send_owned = m->send_refused_reference = false;
	m->send_reference = -1;
	m->send_began_mono_ms = loop_mono_ms(m->loop);
	if (!modem_submit(m, &command)) {
		m->send_running = false;
		m->activity = MODEM_ACT_NONE;
	}
}

static void
burst_begun(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	m->send_ended_mono_ms = loop_mono_ms(m->loop);
	if (m->send_wanted && result->final != AT_FINAL_TIMEOUT)
		start_message(m);
	else
		modem_act_done(m);
}

/* 27.005 3.5.6: +CMMS=1 keeps the radio link from one text to the next, and
 * falls back to 0 when it was idle for some seconds. */
void
modem_send_start(struct modem *m)
{
	int64_t idle_ms = loop_mono_ms(m->loop) - m->send_ended_mono_ms;
	if (m->quirk->burst != QUIRK_BURST_EACH || idle_ms < BURST_IDLE_MS) {
		start_message(m);
		return;
	}
	struct at_command command =
	    modem_command(m, "AT+CMMS=1", NULL, MODEM_T_COMMAND);
	command.on_done = burst_begun;
	m->activity = MODEM_ACT_SEND;
	if (!modem_submit(m, &command))
		m->activity = MODEM_ACT_NONE;
}

bool
modem_send(
    struct modem *modem, int64_t id, struct str pdu_hex, size_t tpdu_octets)
{
	if (!modem_can_send(modem) || pdu_hex.octets >= PDU_HEX_OCTETS)
		return false;
	str_copy(modem->send_hex, sizeof(modem->send_hex), pdu_hex);
	modem->send_id = id;
	modem->send_tpdu_octets = tpdu_octets;
	modem->send_wanted = true;
	modem_turn(modem);
	return true;
}

void
modem_send_reported(struct modem *modem, int reference)
{
	if (!modem->send_running || modem->chan == NULL || modem->send_owned ||
	    !at_chan_sending(modem->chan))
		return;
	modem->send_owned = true;
	modem->send_reference = reference;
	at_chan_body_known(modem->chan);
}

void
modem_send_abort(struct modem *m, const char *why)
{
	m->reset_due = m->register_due = false; /* it is mended otherwise */
	if (!m->send_wanted || m->send_running)
		return;
	m->send_wanted = false;
	struct modem_sent sent = {.id = m->send_id,
	    .how = MODEM_SENT_REFUSED,
	    .reference = -1,
	    .class = AT_ERR_WAIT,
	    .why = why};
	tell(m, &sent);
}

void
modem_send_late(void *arg, int64_t reference)
{
	struct modem *m = arg;
	struct modem_sent sent = {.id = m->late_id,
	    .how = MODEM_SENT_LATE,
	    .reference =
		reference >= 0 && reference <= 255 ? (int)reference : -1,
	    .why = "its result came late"};
	m->send_longest_ms = modem_ms(m, MODEM_T_SEND); /* it needs that long */
	if (m->late_id != 0 && reference >= 0)
		tell(m, &sent);
	m->late_id = 0;
}
