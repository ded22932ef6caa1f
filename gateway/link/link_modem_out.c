/* Messages -> PDUs, part by part, and what came of them. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "gateway/link/link_modem_private.h"
#include "sms/pdu.h"
#include "sms/segment.h"

#define GLITCHES_MAX 2
#define REJECTED_MAX 3
#define REST_CREDIT_MS INT64_C(900000) /* somebody may buy airtime */
#define REST_BLOCKED_MS INT64_C(60000)

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
	const struct segment_rules rules = {
	    .transliterate = true, .parts_max = MSG_PARTS_MAX};
	struct segment_list list;
	if (segment_split(&list, buf_str(&lm->text), &rules, err) != 0)
		return err->code;
	lm->out.parts_total = (uint8_t)list.parts;
	if (part >= list.parts)
		return 0;
	struct pdu_submit_spec spec = {
	    .to = str_from(lm->to),
	    .report = lm->report && !lm->plain,
	    .reject_duplicates = lm->repeat && !lm->plain,
	    .validity_minutes = lm->plain ? 0 : lm->validity_minutes,
	    .content = {.alphabet = list.alphabet,
		.class = PDU_CLASS_NONE,
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

static void
send_part(struct link_modem *lm)
{
	uint8_t pdu[PDU_OCTETS_MAX];
	char hex[2 * PDU_OCTETS_MAX + 1];
	size_t tpdu_octets = 0;
	struct err err;
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
	lm->plain = false;
	lm->glitches = 0;
	loop_later(lm->loop, begin, lm);
}

static void
part_accepted(struct link_modem *lm, const struct modem_sent *sent)
{
	if (lm->out.parts_done < MSG_PARTS_MAX)
		lm->out.mr[lm->out.parts_done] = (int16_t)sent->reference;
	lm->out.parts_done++;
	lm->rejected = 0;
	lm->last_mr = sent->reference;
	lm->mr_skips = 0;
	if (lm->out.parts_done >= lm->out.parts_total)
		finish(lm, OUTCOME_ACCEPTED, sent->why);
	else
		send_part(lm);
}

static enum refusal
refusal_of(struct link_modem *lm, enum at_err_class class)
{
	lm->rejected = class == AT_ERR_REJECTED ? lm->rejected + 1 : 0;
	switch (class) {
	case AT_ERR_WAIT:
		return REFUSAL_WAIT;
	case AT_ERR_REJECTED:
		return lm->rejected >= REJECTED_MAX ? REFUSAL_CREDIT
						    : REFUSAL_RETRY;
	case AT_ERR_ELSEWHERE:
		return REFUSAL_ELSEWHERE;
	case AT_ERR_DEAD:
		return REFUSAL_DEAD;
	case AT_ERR_CREDIT:
		return REFUSAL_CREDIT;
	case AT_ERR_BLOCKED:
		return REFUSAL_BLOCKED;
	case AT_ERR_TEXT:
		return REFUSAL_TEXT;
	case AT_ERR_RETRY:
	case AT_ERR_MODE:
	case AT_ERR_FULL:
	case AT_ERR_GONE:
	case AT_ERR_UNKNOWN:
	case AT_ERR_ACCEPTED:
		break;
	}
	return REFUSAL_RETRY;
}

/* Worth another try at once?  A slip of the modem or of the wire, twice; and
 * once without the options that some networks refuse. */
static bool
try_again(struct link_modem *lm, const struct modem_sent *sent)
{
	if (lm->stopping || !modem_can_send(lm->modem))
		return false;
	bool slip = sent->glitch || sent->class == AT_ERR_MODE;
	if (slip && lm->glitches < GLITCHES_MAX) {
		lm->glitches++;
		return true;
	}
	if (sent->class == AT_ERR_TEXT && !lm->plain) {
		lm->plain = true;
		return true;
	}
	return false;
}

static void
part_refused(struct link_modem *lm, const struct modem_sent *sent)
{
	if (try_again(lm, sent)) {
		send_part(lm);
		return;
	}
	enum refusal refusal = refusal_of(lm, sent->class);
	lm->out.code = sent->code;
	if (refusal == REFUSAL_CREDIT)
		link_modem_rest(lm, REST_CREDIT_MS);
	if (refusal == REFUSAL_BLOCKED)
		link_modem_rest(lm, REST_BLOCKED_MS);
	refuse(lm, refusal, sent->why);
}

/* On fast networks the report overtakes the result, and on a bad wire the
 * result gets lost.  References go up by one: any other is about an earlier
 * text to the same phone. */
void
link_modem_reported(struct link_modem *lm, const struct msg_in *report)
{
	int ahead = (report->report_mr - lm->last_mr) & 0xFF;
	if (!lm->busy || lm->last_mr < 0 || ahead < 1 ||
	    ahead > 1 + lm->mr_skips || !party_same_tail(report->from, lm->to))
		return;
	modem_send_reported(lm->modem, report->report_mr);
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
		out->mr[out->parts_done] = (int16_t)sent->reference;
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
		lm->mr_skips++;
		finish(lm, OUTCOME_UNKNOWN, sent->why);
		return;
	case MODEM_SENT_LATE:
		return;
	}
}
