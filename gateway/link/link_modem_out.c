/* Messages -> PDUs, part by part, and what came of them. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "gateway/link/link_modem_private.h"
#include "sms/pdu.h"
#include "sms/segment.h"

static void
finish(struct link_modem *lm, enum outcome outcome, const char *why)
{
	lm->out.outcome = outcome;
	if (outcome != OUTCOME_REFUSED)
		lm->out.refusal = REFUSAL_NONE;
	str_copy(lm->out.why, sizeof(lm->out.why), str_from(why));
	lm->busy = false;
	if (outcome == OUTCOME_UNKNOWN)
		lm->unknown = lm->out;
	lm->link.sink->on_outcome(lm->link.sink->arg, &lm->link, &lm->out);
	link_modem_changed(lm);
}

static void
refuse(struct link_modem *lm, enum refusal refusal, const char *why)
{
	lm->out.refusal = refusal;
	finish(lm, OUTCOME_REFUSED, why);
}

/* Cuts the text again, which is cheaper than keeping the parts. */
static int
encode_part(struct link_modem *lm, size_t part, uint8_t pdu[PDU_OCTETS_MAX],
    size_t *tpdu_octets, struct err *err)
{
	struct segment_list list;
	if (segment_split(&list, buf_str(&lm->text), &lm->cutting, err) != 0)
		return err->code;
	lm->out.parts_total = (uint8_t)list.parts;
	if (part >= list.parts)
		return 0;
	struct pdu_submit_spec spec = {
	    .to = str_from(lm->to),
	    .report = lm->report && !lm->plain,
	    .reject_duplicates = lm->repeat && !lm->plain,
	    .validity_minutes =
		lm->plain || lm->no_validity ? 0 : lm->validity_minutes,
	    .content = {.alphabet = list.alphabet,
		.class = PDU_CLASS_NONE,
		.header = {.language = list.language},
		.data = segment_part(&list, part)},
	};
	/* From the id: a later try goes on with the same series. */
	if (list.parts > 1)
		spec.content.header.concat =
		    (struct udh_concat){.present = true,
			.ref = (uint8_t)(lm->out.id & 0xFF),
			.total = (uint8_t)list.parts,
			.seq = (uint8_t)(part + 1)};
	return pdu_encode_submit(pdu, PDU_OCTETS_MAX, tpdu_octets, &spec, err);
}

static int64_t
now_ms(const struct link_modem *lm)
{
	return loop_mono_ms(lm->loop);
}

static void
send_part(struct link_modem *lm)
{
	uint8_t pdu[PDU_OCTETS_MAX];
	char hex[2 * PDU_OCTETS_MAX + 1];
	size_t tpdu_octets = 0;
	struct err err;
	while ((lm->parts_arrived >> lm->out.parts_done & 1) != 0)
		lm->out.parts_done++;
	int octets =
	    encode_part(lm, lm->out.parts_done, pdu, &tpdu_octets, &err);
	if (octets < 0) {
		refuse(lm, octets == PDU_NUMBER ? REFUSAL_DEAD : REFUSAL_TEXT,
		    err.text);
		return;
	}
	if (octets == 0) {
		finish(lm, OUTCOME_ACCEPTED, "accepted before");
		return;
	}
	int digits =
	    span_to_hex(hex, sizeof(hex), span_of(pdu, (size_t)octets));
	if (!modem_send(lm->modem, lm->out.id,
		str_of(hex, digits > 0 ? (size_t)digits : 0), tpdu_octets))
		refuse(lm, REFUSAL_WAIT, "the modem is not ready");
	else
		send_pace_started(&lm->pace, now_ms(lm));
}

/* At once, or when the pace allows it. */
static void
send_next_part(struct link_modem *lm)
{
	int64_t wait_ms = send_pace_due(&lm->pace) - now_ms(lm);
	lm->part_waits = wait_ms > 0;
	if (lm->part_waits)
		timer_arm(lm->pace_timer, wait_ms);
	else
		send_part(lm);
}

void
link_modem_on_pace_timer(void *arg)
{
	struct link_modem *lm = arg;
	if (lm->part_waits) {
		lm->part_waits = false;
		send_part(lm);
	} else {
		link_modem_changed(lm); /* there is room again */
	}
}

void
link_modem_stop_waiting(struct link_modem *lm)
{
	if (!lm->part_waits)
		return;
	lm->part_waits = false;
	refuse(lm, REFUSAL_WAIT, "the link was stopped");
}

/* A modem that sends without a break may be deaf meanwhile. */
static void
note_pace(struct link_modem *lm)
{
	if (send_pace_pauses(&lm->pace, now_ms(lm)))
		modem_mend(lm->modem, MODEM_REMEDY_SWEEP);
	int64_t wait_ms = send_pace_due(&lm->pace) - now_ms(lm);
	if (wait_ms > 0)
		timer_arm(lm->pace_timer, wait_ms);
}

static void
begin(void *arg)
{
	struct link_modem *lm = arg;
	if (lm->busy)
		send_part(lm);
}

/* Not sent from inside: whoever asked is in the middle of his turn. */
void
link_modem_send(struct link *link, const struct msg_out *text)
{
	struct link_modem *lm = (struct link_modem *)link;
	if (lm->busy) { /* there was no room for it */
		struct msg_outcome out = {.id = text->id,
		    .outcome = OUTCOME_REFUSED,
		    .refusal = REFUSAL_WAIT,
		    .why = "the link was busy",
		    .parts_done = text->parts_done};
		lm->link.sink->on_outcome(lm->link.sink->arg, link, &out);
		return;
	}
	lm->busy = true;
	lm->out = (struct msg_outcome){
	    .id = text->id, .parts_done = text->parts_done};
	for (size_t i = 0; i < MSG_PARTS_MAX; i++)
		lm->out.mr[i] = -1;
	memcpy(lm->to, text->to, sizeof(lm->to));
	lm->to[sizeof(lm->to) - 1] = '\0';
	buf_clear(&lm->text);
	buf_add_str(&lm->text, text->text);
	lm->report = text->report;
	lm->repeat = text->repeat;
	lm->parts_arrived = text->parts_arrived;
	lm->plain = false;
	lm->no_validity = lm->judge.no_validity;
	lm->at_once = 0;
	loop_later(lm->loop, begin, lm);
}

static void
part_accepted(struct link_modem *lm, const struct modem_sent *sent)
{
	if (lm->out.parts_done < MSG_PARTS_MAX)
		lm->out.mr[lm->out.parts_done] = sent->reference;
	lm->out.parts_done++;
	send_judge_accepted(&lm->judge, str_from(lm->to));
	link_modem_taken(lm, sent->reference);
	send_pace_accepted(&lm->pace, now_ms(lm));
	note_pace(lm);
	lm->last_mr = sent->reference;
	if (sent->reference >= 0)
		memcpy(lm->sent_to[sent->reference & 0xFF], lm->to,
		    sizeof(lm->to));
	lm->mr_skips = 0;
	if (lm->out.parts_done >= lm->out.parts_total)
		finish(lm, OUTCOME_ACCEPTED, sent->why);
	else
		send_next_part(lm);
}

/* For the alarm and the log: whose fault, and what the network said. */
static void
note_trouble(
    struct link_modem *lm, const char *why, const struct modem_sent *sent)
{
	snprintf(lm->link.trouble, sizeof(lm->link.trouble), "%s (%s%s%.0d)",
	    why, sent->why, sent->code != 0 ? ", error " : "", sent->code);
}

static bool
try_again(struct link_modem *lm, enum send_again again)
{
	if (again == SEND_AGAIN_NO || lm->stopping ||
	    !modem_can_send(lm->modem))
		return false;
	lm->at_once++;
	lm->plain |= again == SEND_AGAIN_PLAIN;
	lm->no_validity |= again == SEND_AGAIN_NO_VALIDITY;
	send_part(lm);
	return true;
}

/* Congestion (42, 47, 192) and rejections (21) say so. */
static bool
is_too_fast(const struct modem_sent *sent)
{
	return sent->class == AT_ERR_REJECTED || sent->code == 42 ||
	       sent->code == 47 || sent->code == 192;
}

static void
part_refused(struct link_modem *lm, const struct modem_sent *sent)
{
	struct send_failure failure = {
	    .class = sent->class,
	    .glitch = sent->glitch,
	    .plain = lm->plain,
	    .no_validity = lm->no_validity,
	    .at_once = lm->at_once,
	    .to = str_from(lm->to),
	};
	struct send_verdict verdict =
	    send_judge_refused(&lm->judge, &failure, now_ms(lm));
	send_pace_refused(&lm->pace, is_too_fast(sent), now_ms(lm));
	note_pace(lm);
	modem_mend(lm->modem, verdict.remedy);
	if (try_again(lm, verdict.again))
		return;
	lm->out.code = sent->code;
	lm->out.pause_ms = verdict.pause_ms;
	if (verdict.serious)
		note_trouble(lm, verdict.why, sent);
	if (verdict.rest_ms > 0)
		link_modem_rest(lm, verdict.rest_ms, verdict.why);
	refuse(lm, verdict.refusal, sent->why);
}

static void
part_unknown(struct link_modem *lm, const struct modem_sent *sent)
{
	struct send_verdict verdict = send_judge_unknown(&lm->judge,
	    str_from(lm->to), sent->class == AT_ERR_POISON, now_ms(lm));
	modem_mend(lm->modem, verdict.remedy);
	send_pace_refused(&lm->pace, false, now_ms(lm));
	lm->mr_skips++;
	if (verdict.serious)
		note_trouble(lm, verdict.why, sent);
	if (verdict.rest_ms > 0)
		link_modem_rest(lm, verdict.rest_ms, verdict.why);
	finish(lm, OUTCOME_UNKNOWN, sent->why);
}

void
link_modem_name_recipient(const struct link_modem *lm, struct msg_in *report)
{
	const char *to = lm->sent_to[report->report_mr & 0xFF];
	if (to[0] != '\0' && party_same_tail(to, report->from))
		memcpy(report->from, to, sizeof(report->from));
}

/* On fast networks the report overtakes the result, and on a bad wire the
 * result gets lost.  References go up by one: any other is about an earlier
 * text to the same phone. */
void
link_modem_reported(struct link_modem *lm, const struct msg_in *report)
{
	int ahead = ((int)report->report_mr - lm->last_mr) & 0xFF;
	if (!lm->busy || lm->last_mr < 0 || ahead < 1 ||
	    ahead > 1 + lm->mr_skips || !party_same_tail(report->from, lm->to))
		return;
	modem_send_reported(lm->modem, (int)report->report_mr);
}

/* The last part's result came after all: then the whole text has left. */
static void
came_late(struct link_modem *lm, const struct modem_sent *sent)
{
	struct msg_outcome *out = &lm->unknown;
	bool last = out->parts_done + 1 == out->parts_total;
	if (out->id != sent->id || !last)
		return;
	if (out->parts_done < MSG_PARTS_MAX)
		out->mr[out->parts_done] = sent->reference;
	out->parts_done++;
	out->outcome = OUTCOME_ACCEPTED;
	str_copy(out->why, sizeof(out->why), str_from(sent->why));
	struct msg_outcome late = *out;
	lm->unknown.id = 0;
	lm->link.sink->on_outcome(lm->link.sink->arg, &lm->link, &late);
}

void
link_modem_on_sent(void *arg, const struct modem_sent *sent)
{
	struct link_modem *lm = arg;
	if (sent->how == MODEM_SENT_LATE) {
		came_late(lm, sent);
		return;
	}
	if (!lm->busy || sent->id != lm->out.id)
		return;
	switch (sent->how) {
	case MODEM_SENT_ACCEPTED:
		part_accepted(lm, sent);
		return;
	case MODEM_SENT_REFUSED:
		part_refused(lm, sent);
		return;
	case MODEM_SENT_UNKNOWN:
		part_unknown(lm, sent);
		return;
	case MODEM_SENT_LATE:
		return;
	}
}
