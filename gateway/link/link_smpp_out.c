/* Messages -> submit_sm, part by part, and what came of them. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"

#include "gateway/link/link_smpp_private.h"
#include "sms/pdu_err.h"

#define PART_ROOM_OCTETS (sizeof(((struct segment_list *)0)->data))

/* -- the end of a text ------------------------------------------------------
 */

static uint32_t
slot_of(const struct link_smpp *lo, const struct smpp_text_out *t)
{
	return (uint32_t)(t - lo->text);
}

static void
finish(struct link_smpp *lo, struct smpp_text_out *t, enum outcome outcome,
    const char *why)
{
	t->out.outcome = outcome;
	if (outcome != OUTCOME_REFUSED)
		t->out.refusal = REFUSAL_NONE;
	str_copy(t->out.why, sizeof(t->out.why), str_from(why));
	free(t->long_words);
	t->long_words = NULL;
	t->busy = false;
	t->next_free = lo->text_free;
	lo->text_free = slot_of(lo, t) + 1;
	lo->under_way--;
	lo->link.sink->on_outcome(lo->link.sink->arg, &lo->link, &t->out);
}

static void
refuse(struct link_smpp *lo, struct smpp_text_out *t, enum refusal refusal,
    const char *why)
{
	t->out.refusal = refusal;
	finish(lo, t, OUTCOME_REFUSED, why);
}

/* -- one part ---------------------------------------------------------------
 */

/* 5.2.5, 5.2.6.  Telephones' numbers go without their plus sign. */
static struct smpp_addr
address(const char *number, int ton, int npi)
{
	struct smpp_addr a = {.text = str_from(number)};
	enum party_kind kind = party_kind_of(number);
	if (number[0] == '\0')
		return a;
	bool letters = kind != PARTY_PHONE && kind != PARTY_SHORT;
	if (kind == PARTY_PHONE)
		a.ton = SMPP_TON_INTERNATIONAL;
	else if (letters)
		a.ton = SMPP_TON_ALPHANUMERIC;
	a.npi = letters ? SMPP_NPI_UNKNOWN : SMPP_NPI_ISDN;
	if (ton != LINK_SMPP_AUTO && !letters)
		a.ton = (uint8_t)ton;
	if (npi != LINK_SMPP_AUTO && !letters)
		a.npi = (uint8_t)npi;
	if (a.text.at[0] == '+')
		a.text = str_of(a.text.at + 1, a.text.octets - 1);
	return a;
}

static void
fill(const struct link_smpp *lo, const struct smpp_text_out *t,
    struct smpp_pdu *pdu, uint32_t sequence)
{
	const struct link_smpp_config *c = &lo->config;
	bool dated = !t->plain && !lo->judge.no_validity;
	const char *sender = c->sender[0] != '\0' ? c->sender : lo->link.number;
	*pdu = (struct smpp_pdu){
	    .head = {.command = SMPP_SUBMIT_SM, .sequence = sequence},
	    .sm = {.service_type = str_from(c->service_type),
		.source = address(sender, c->source_ton, c->source_npi),
		.dest = address(t->to, c->dest_ton, c->dest_npi),
		.validity = str_from(dated ? lo->own.validity : ""),
		.registered_delivery =
		    t->report && !t->plain ? SMPP_REGISTERED_RECEIPT : 0}};
}

static struct smpp_conn *
pick_conn(struct link_smpp *lo)
{
	struct smpp_conn *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < lo->conns; i++) {
		struct smpp_conn *c = lo->conn[(lo->next_conn + i) % lo->conns];
		size_t room = smpp_conn_text_room(c);
		if (room > most) {
			most = room;
			best = c;
		}
	}
	lo->next_conn++;
	return best;
}

/* False: it ended, and why was told. */
static bool
cut(struct link_smpp *lo, struct smpp_text_out *t, struct str words,
    struct smpp_text_cut *cut)
{
	struct err err;
	if (smpp_text_cut(cut, words, &lo->config.text, &err) != 0) {
		refuse(lo, t, REFUSAL_TEXT, err.text);
		return false;
	}
	t->out.parts_total = (uint8_t)cut->pdus;
	while (t->out.parts_done < cut->pdus &&
	       (t->arrived >> t->out.parts_done & 1) != 0)
		t->out.parts_done++;
	if (t->out.parts_done < cut->pdus)
		return true;
	finish(lo, t, OUTCOME_ACCEPTED, "accepted before");
	return false;
}

static struct str
words_of(const struct smpp_text_out *t)
{
	return str_of(t->long_words != NULL ? t->long_words : t->short_words,
	    t->words_octets);
}

/* The centre's rate, or its pause: nobody else looks when it is over. */
void
link_smpp_pace(struct link_smpp *lo)
{
	int64_t ms = smpp_flow_wait_ms(&lo->flow, link_smpp_now());
	if (ms > 0 && !timer_armed(lo->pause_timer))
		timer_arm(lo->pause_timer, ms);
}

static void
send_part(struct link_smpp *lo, struct smpp_text_out *t)
{
	struct smpp_text_cut pieces;
	struct smpp_pdu pdu;
	struct err err;
	if (!cut(lo, t, words_of(t), &pieces))
		return;
	struct smpp_conn *c = pick_conn(lo);
	if (c == NULL) {
		refuse(lo, t, REFUSAL_WAIT, "the link is not ready");
		return;
	}
	uint32_t sequence = smpp_sess_sequence(&c->sess);
	fill(lo, t, &pdu, sequence);
	buf_clear(&lo->out);
	/* From the id: a later try goes on with the same series. */
	if (!smpp_text_part(&pdu, &pieces, t->out.parts_done,
		(uint16_t)(t->out.id & 0xFFFF), lo->part_room,
		PART_ROOM_OCTETS) ||
	    smpp_pdu_encode(&lo->out, &pdu, &err) != 0) {
		refuse(lo, t, REFUSAL_TEXT, "it does not fit into a submit_sm");
		return;
	}
	smpp_flow_left(&lo->flow, link_smpp_now());
	if (!smpp_sess_ask(&c->sess, link_smpp_now(), sequence, slot_of(lo, t),
		buf_span(&lo->out)))
		refuse(lo, t, REFUSAL_WAIT, "the connection broke");
	link_smpp_pace(lo);
}

static void
keep_words(struct smpp_text_out *t, struct str words)
{
	char *dst = t->short_words;
	if (words.octets > sizeof(t->short_words))
		dst = t->long_words = xcalloc(1, words.octets);
	memcpy(dst, words.at, words.octets);
	t->words_octets = words.octets;
}

void
link_smpp_send(struct link *link, const struct msg_out *text)
{
	struct link_smpp *lo = (struct link_smpp *)link;
	if (lo->text_free == 0) { /* there was no room for it */
		struct msg_outcome out = {.id = text->id,
		    .outcome = OUTCOME_REFUSED,
		    .refusal = REFUSAL_WAIT,
		    .why = "the link was busy",
		    .parts_done = text->parts_done};
		lo->link.sink->on_outcome(lo->link.sink->arg, link, &out);
		return;
	}
	struct smpp_text_out *t = &lo->text[lo->text_free - 1];
	lo->text_free = t->next_free;
	lo->under_way++;
	t->out = (struct msg_outcome){
	    .id = text->id, .parts_done = text->parts_done};
	t->report = text->report && !lo->config.no_receipts;
	t->arrived = text->parts_arrived;
	t->plain = false;
	t->busy = true;
	for (size_t i = 0; i < MSG_PARTS_MAX; i++)
		t->out.mr[i] = -1;
	str_copy(t->to, sizeof(t->to), str_from(text->to));
	keep_words(t, text->text);
	send_part(lo, t);
}

/* -- answers ----------------------------------------------------------------
 */

static void
part_taken(
    struct link_smpp *lo, struct smpp_text_out *t, const struct smpp_pdu *pdu)
{
	int64_t key =
	    smpp_receipt_key(pdu->resp.message_id, lo->config.id_in_response);
	smpp_flow_taken(&lo->flow, link_smpp_now());
	smpp_judge_taken(&lo->judge);
	lo->link.trouble[0] = '\0';
	if (t->out.parts_done < MSG_PARTS_MAX)
		t->out.mr[t->out.parts_done] = key != 0 ? key : -1;
	t->out.parts_done++;
	if (t->out.parts_done >= t->out.parts_total)
		finish(lo, t, OUTCOME_ACCEPTED, "");
	else
		send_part(lo, t);
}

/* Of the refused ones of one burst only the first is judged as the link's. */
static bool
is_resting(const struct link_smpp *lo)
{
	return timer_armed(lo->rest_timer);
}

/* A centre that takes the bind and no text is not asked in a circle. */
static void
bind_anew(struct smpp_conn *c, const char *words)
{
	struct link_smpp *lo = c->lo;
	int64_t rest_ms = smpp_judge_rebinds(&lo->judge);
	if (rest_ms > 0) {
		str_copy(lo->link.trouble, sizeof(lo->link.trouble),
		    str_from(words));
		link_smpp_rest(lo, rest_ms);
	}
	smpp_sess_reset(&c->sess, link_smpp_now());
}

static void
part_refused(struct smpp_conn *c, struct smpp_text_out *t, uint32_t status)
{
	struct link_smpp *lo = c->lo;
	char words[96];
	smpp_status_text(words, sizeof(words), status);
	t->out.code = (int)status;
	if (is_resting(lo)) {
		refuse(lo, t, REFUSAL_CREDIT, words);
		return;
	}
	struct smpp_verdict v =
	    smpp_judge_refused(&lo->judge, status, str_from(t->to), t->plain);
	if (v.again_plain) {
		t->plain = true;
		send_part(lo, t);
		return;
	}
	t->out.pause_ms = v.pause_ms;
	if (v.throttled)
		t->out.pause_ms =
		    smpp_flow_throttled(&lo->flow, link_smpp_now());
	link_smpp_pace(lo);
	if (v.serious)
		str_copy(lo->link.trouble, sizeof(lo->link.trouble),
		    str_from(words));
	refuse(lo, t, v.refusal, words);
	if (v.rest_ms > 0)
		link_smpp_rest(lo, v.rest_ms);
	if (v.rebind && smpp_sess_is_up(&c->sess))
		bind_anew(c, words);
}

/* -- no answer --------------------------------------------------------------
 */

static void
remember_late(
    const struct smpp_conn *c, const struct smpp_text_out *t, uint32_t sequence)
{
	struct link_smpp *lo = c->lo;
	if (t->out.parts_done + 1 != t->out.parts_total)
		return;
	lo->late[lo->late_next++ % LINK_SMPP_LATE] =
	    (struct smpp_late){.conn = c->index,
		.generation = c->generation,
		.sequence = sequence,
		.out = t->out};
}

static void
ended(struct smpp_conn *c, const struct smpp_asked *asked, enum smpp_ending how,
    const struct smpp_pdu *pdu)
{
	struct link_smpp *lo = c->lo;
	struct smpp_text_out *t = &lo->text[asked->text];
	uint32_t status = 0;
	PANIC_UNLESS(t->busy);
	switch (how) {
	case SMPP_ENDED_ANSWERED:
		status = pdu->head.status;
		if (status == SMPP_ROK &&
		    pdu->head.command == SMPP_GENERIC_NACK)
			status = SMPP_RUNKNOWNERR;
		if (status == SMPP_ROK)
			part_taken(lo, t, pdu);
		else
			part_refused(c, t, status);
		return;
	case SMPP_ENDED_SILENT:
		smpp_flow_silent(&lo->flow);
		remember_late(c, t, asked->sequence);
		finish(lo, t, OUTCOME_UNKNOWN,
		    "the centre did not answer in time");
		return;
	case SMPP_ENDED_LOST:
		finish(lo, t, OUTCOME_UNKNOWN,
		    "the connection broke before the answer");
		return;
	case SMPP_ENDED_UNSENT:
		refuse(lo, t, REFUSAL_WAIT, "the connection broke before it");
		return;
	}
}

void
link_smpp_ended(struct smpp_conn *c, const struct smpp_asked *asked,
    enum smpp_ending how, const struct smpp_pdu *pdu)
{
	if (asked->text < c->lo->texts)
		ended(c, asked, how, pdu);
	else
		link_smpp_ussd_ended(c->lo, asked, how, pdu);
	link_smpp_ussd_room(c->lo);
}

/* The last part's answer came after all: then the whole text has left. */
void
link_smpp_unasked(struct smpp_conn *c, const struct smpp_pdu *pdu)
{
	struct link_smpp *lo = c->lo;
	bool taken = pdu->head.command == (SMPP_SUBMIT_SM | SMPP_RESP) &&
		     pdu->head.status == SMPP_ROK;
	for (size_t i = 0; taken && i < LINK_SMPP_LATE; i++) {
		struct smpp_late *late = &lo->late[i];
		if (late->out.id == 0 || late->conn != c->index ||
		    late->generation != c->generation ||
		    late->sequence != pdu->head.sequence)
			continue;
		struct msg_outcome out = late->out;
		int64_t key = smpp_receipt_key(
		    pdu->resp.message_id, lo->config.id_in_response);
		late->out.id = 0;
		if (out.parts_done < MSG_PARTS_MAX)
			out.mr[out.parts_done] = key != 0 ? key : -1;
		out.parts_done++;
		out.outcome = OUTCOME_ACCEPTED;
		str_copy(out.why, sizeof(out.why), STR("answered late"));
		lo->link.sink->on_outcome(lo->link.sink->arg, &lo->link, &out);
		return;
	}
}
