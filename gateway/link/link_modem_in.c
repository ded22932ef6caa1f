/* Records of a modem -> messages. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "gateway/link/link_modem_private.h"
#include "gateway/link/pdu_kind.h"
#include "sms/pdu.h"

/* 23.040 9.2.2.1: more waiting, loop prevention, report wanted. */
#define FLAGS_OF_THE_WAY 0x2C

static bool
offer(struct link_modem *lm, const struct msg_in *message)
{
	return lm->link.sink->on_message(
	    lm->link.sink->arg, &lm->link, message);
}

/* The TPDU behind the service centre's field; the same text read again, or
 * given again by the network, has the same. */
static struct span
tpdu_of(const struct modem_record *record)
{
	struct span pdu = record->pdu;
	if (pdu.octets == 0)
		return span_of(record->line.at, record->line.octets);
	if ((int64_t)pdu.octets == record->announced_octets)
		return pdu;
	return span_part(pdu, (size_t)pdu.at[0] + 1, pdu.octets);
}

static enum msg_alphabet
alphabet_of(enum sms_alphabet alphabet)
{
	switch (alphabet) {
	case SMS_GSM7:
		return MSG_GSM7;
	case SMS_8BIT:
		return MSG_8BIT;
	case SMS_UCS2:
		return MSG_UCS2;
	}
	return MSG_8BIT;
}

static enum msg_report_class
report_class(uint8_t status)
{
	switch (pdu_status_outcome(status)) {
	case PDU_OUTCOME_DELIVERED:
		return MSG_REPORT_DELIVERED;
	case PDU_OUTCOME_TRYING:
		return MSG_REPORT_TRYING;
	case PDU_OUTCOME_FAILED:
		return MSG_REPORT_FAILED;
	}
	return MSG_REPORT_FAILED;
}

/* A text that the network gives twice has the same stamp, but perhaps fewer
 * waiting behind it. */
static uint64_t
same_of(struct span tpdu)
{
	uint8_t copy[HELD_OCTETS / 2];
	if (tpdu.octets == 0 || tpdu.octets > sizeof(copy))
		return 0;
	memcpy(copy, tpdu.at, tpdu.octets);
	copy[0] &= (uint8_t)~FLAGS_OF_THE_WAY;
	return span_hash(span_of(copy, tpdu.octets));
}

static void
fill_text(struct msg_in *m, const struct pdu *pdu)
{
	m->same = same_of(m->raw);
	m->text = str_of(pdu->text, pdu->text_octets);
	m->alphabet = alphabet_of(pdu->alphabet);
	m->data = span_of(pdu->data, pdu->data_count);
	m->locking = pdu->udh.language.locking;
	m->single = pdu->udh.language.single;
	m->replaces = (uint8_t)pdu_kind_replaces(pdu);
	str_copy(
	    m->reply_to, sizeof(m->reply_to), str_from(pdu->udh.reply_to.text));
	if (pdu->udh.concat.present && pdu->udh.concat.total > 1)
		m->part = (struct msg_part){.ref = pdu->udh.concat.ref,
		    .wide = pdu->udh.concat.wide,
		    .total = pdu->udh.concat.total,
		    .seq = pdu->udh.concat.seq};
}

static void
fill(struct msg_in *m, const struct pdu *pdu)
{
	m->kind = pdu_kind(pdu, &m->why);
	str_copy(m->from, sizeof(m->from), str_from(pdu->peer.text));
	m->stamp_ms = pdu_time_unix_s(&pdu->stamp) * 1000;
	m->stamp_offset_minutes = pdu->stamp.zone_minutes;
	if (m->kind != MSG_REPORT) {
		fill_text(m, pdu);
		return;
	}
	m->report_mr = pdu->reference;
	m->report = report_class(pdu->status);
	m->report_code = pdu->status;
}

static bool
offer_record(struct link_modem *lm, const struct modem_record *record)
{
	struct msg_in m = {.kind = MSG_GARBLED,
	    .place = {.index = record->place.index},
	    .raw = tpdu_of(record)};
	struct pdu pdu;
	struct err err;
	char why[ERR_TEXT_OCTETS + 32] = "not a PDU in hex";
	memcpy(m.place.store, record->place.store, sizeof(m.place.store));
	long framing =
	    record->fits ? (long)record->announced_octets : PDU_WITH_SMSC;
	bool read = record->pdu.octets > 0 &&
		    pdu_decode(&pdu, record->pdu, PDU_DIRECTION_DELIVER,
			framing, &err) == 0;
	if (read) {
		fill(&m, &pdu);
	} else {
		if (record->pdu.octets > 0)
			snprintf(why, sizeof(why), "%s (octet %zu)", err.text,
			    err.offset);
		m.why = why;
		m.text = record->line;
	}
	if (m.kind == MSG_TEXT)
		send_pace_received(&lm->pace, loop_mono_ms(lm->loop));
	if (m.kind == MSG_REPORT) {
		link_modem_heard_report(lm, &m);
		link_modem_name_recipient(lm, &m);
		link_modem_reported(lm, &m);
	}
	return offer(lm, &m);
}

/* What is stored waits in the modem; what is not, here. */
static void
hold(struct link_modem *lm, const struct modem_record *record)
{
	if (lm->held_count == HELD_MAX || record->line.octets > HELD_OCTETS) {
		log_event(LOG_WARN, "link", "direct-lost", "link=%s report=%d",
		    lm->link.name, record->report);
		return;
	}
	struct held *held = &lm->held[lm->held_count++];
	*held = (struct held){.place = record->place,
	    .octets = record->line.octets,
	    .announced_octets = record->announced_octets,
	    .fits = record->fits,
	    .report = record->report};
	memcpy(held->line, record->line.at, record->line.octets);
}

bool
link_modem_on_record(void *arg, const struct modem_record *record)
{
	struct link_modem *lm = arg;
	if (lm->held_count == 0 && offer_record(lm, record))
		return true;
	if (record->stored)
		return false;
	hold(lm, record);
	return true;
}

static bool
offer_one_held(struct link_modem *lm, const struct held *held)
{
	uint8_t octets[HELD_OCTETS / 2];
	int count = span_from_hex(
	    octets, sizeof(octets), held->line, held->octets, NULL);
	struct modem_record record = {.place = held->place,
	    .line = str_of(held->line, held->octets),
	    .pdu = span_of(octets, count > 0 ? (size_t)count : 0),
	    .announced_octets = held->announced_octets,
	    .fits = held->fits,
	    .report = held->report};
	return offer_record(lm, &record);
}

static bool
offer_call(struct link_modem *lm, const char *number)
{
	struct msg_in m = {.kind = MSG_CALL, .place = {.index = -1}};
	str_copy(m.from, sizeof(m.from), str_from(number));
	return offer(lm, &m);
}

static void
offer_calls(struct link_modem *lm)
{
	size_t taken = 0;
	while (taken < lm->calls_count && offer_call(lm, lm->calls[taken]))
		taken++;
	lm->calls_count -= taken;
	memmove(lm->calls, lm->calls + taken,
	    lm->calls_count * sizeof(lm->calls[0]));
}

void
link_modem_offer_held(struct link_modem *lm)
{
	size_t taken = 0;
	while (taken < lm->held_count && offer_one_held(lm, &lm->held[taken]))
		taken++;
	lm->held_count -= taken;
	memmove(
	    lm->held, lm->held + taken, lm->held_count * sizeof(lm->held[0]));
	offer_calls(lm);
}

void
link_modem_on_call(void *arg, const char *number)
{
	struct link_modem *lm = arg;
	if (lm->calls_count == 0 && offer_call(lm, number))
		return;
	if (lm->calls_count == HELD_MAX) {
		log_event(
		    LOG_WARN, "link", "call-lost", "link=%s", lm->link.name);
		return;
	}
	str_copy(lm->calls[lm->calls_count++], sizeof(lm->calls[0]),
	    str_from(number));
}
