/* Reaches smpp_pdu, smpp_pdu_encode, smpp_layout and smpp_tlv.  The first octet
 * says what the rest is: a stream of PDUs, or the body of one whose command it
 * names.  What is decoded is written and read again as the same, and the second
 * writing is the first, octet by octet; what is refused says why.
 * most: 300
 * covers: gateway/link/smpp_pdu.c gateway/link/smpp_pdu_encode.c
 * covers: gateway/link/smpp_tlv.c gateway/link/smpp_layout.c */
#include <stdlib.h>
#include <string.h>

#include "gateway/link/smpp_pdu.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define ROOM 1024u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static bool
same_text(struct str a, struct str b)
{
	return str_equal(a, b);
}

static bool
same_addr(const struct smpp_addr *a, const struct smpp_addr *b)
{
	return a->ton == b->ton && a->npi == b->npi &&
	       same_text(a->text, b->text);
}

static void
check_sm(const struct smpp_sm *a, const struct smpp_sm *b)
{
	must(same_text(a->service_type, b->service_type));
	must(same_text(a->message_id, b->message_id));
	must(same_addr(&a->source, &b->source));
	must(same_addr(&a->dest, &b->dest));
	must(a->dests == b->dests && span_equal(a->dest_list, b->dest_list));
	must(a->esm_class == b->esm_class);
	must(a->protocol_id == b->protocol_id && a->priority == b->priority);
	must(same_text(a->schedule_time, b->schedule_time));
	must(same_text(a->validity, b->validity));
	must(a->registered_delivery == b->registered_delivery);
	must(a->replace_if_present == b->replace_if_present);
	must(a->data_coding == b->data_coding);
	must(a->default_msg_id == b->default_msg_id);
	must(span_equal(a->short_message, b->short_message));
}

static void
check_resp(const struct smpp_resp *a, const struct smpp_resp *b)
{
	must(same_text(a->system_id, b->system_id));
	must(same_text(a->message_id, b->message_id));
	must(same_text(a->final_date, b->final_date));
	must(a->message_state == b->message_state);
	must(a->error_code == b->error_code);
	must(a->unsuccesses == b->unsuccesses);
	must(span_equal(a->unsuccess_list, b->unsuccess_list));
}

static void
check_tlvs(const struct smpp_tlvs *a, const struct smpp_tlvs *b)
{
	must(a->has == b->has && a->sar_ref == b->sar_ref);
	must(a->sar_total == b->sar_total && a->sar_seq == b->sar_seq);
	must(a->source_port == b->source_port);
	must(a->dest_port == b->dest_port);
	must(a->user_reference == b->user_reference);
	must(a->message_state == b->message_state);
	must(a->validity_seconds == b->validity_seconds);
	must(a->network_error.network == b->network_error.network);
	must(a->network_error.code == b->network_error.code);
	must(span_equal(a->message_payload, b->message_payload));
	must(span_equal(a->callback, b->callback));
	must(same_text(a->receipted_id, b->receipted_id));
	must(same_text(a->status_text, b->status_text));
	must(a->congestion == b->congestion && a->ussd_op == b->ussd_op);
}

/* By what the command has; an error's body is not written again. */
static void
check_same(const struct smpp_pdu *a, const struct smpp_pdu *b)
{
	must(a->head.command == b->head.command);
	must(a->head.status == b->head.status);
	must(a->head.sequence == b->head.sequence);
	check_tlvs(&a->tlvs, &b->tlvs);
	switch (a->head.command) {
	case SMPP_BIND_RECEIVER:
	case SMPP_BIND_TRANSMITTER:
	case SMPP_BIND_TRANSCEIVER:
	case SMPP_OUTBIND:
		must(same_text(a->bind.system_id, b->bind.system_id));
		must(same_text(a->bind.password, b->bind.password));
		must(same_text(a->bind.system_type, b->bind.system_type));
		must(same_text(a->bind.address_range, b->bind.address_range));
		must(a->bind.interface_version == b->bind.interface_version);
		break;
	case SMPP_QUERY_SM:
	case SMPP_CANCEL_SM:
	case SMPP_QUERY_BROADCAST_SM:
	case SMPP_CANCEL_BROADCAST_SM:
		must(same_text(a->about.message_id, b->about.message_id));
		must(same_text(a->about.service_type, b->about.service_type));
		must(same_addr(&a->about.source, &b->about.source));
		must(same_addr(&a->about.dest, &b->about.dest));
		break;
	case SMPP_ALERT_NOTIFICATION:
		must(same_addr(&a->alert.source, &b->alert.source));
		must(same_addr(&a->alert.esme, &b->alert.esme));
		break;
	default:
		if (!smpp_is_resp(a->head.command))
			check_sm(&a->sm, &b->sm);
		else if (a->head.status == SMPP_ROK)
			check_resp(&a->resp, &b->resp);
	}
}

static bool
write_pdu(char room[ROOM], struct span *out, const struct smpp_pdu *pdu)
{
	struct buf buf = buf_over(room, ROOM);
	if (smpp_pdu_encode(&buf, pdu, NULL) != 0) {
		must(buf.octets == 0 && !buf.full);
		return false;
	}
	*out = buf_span(&buf);
	return true;
}

static void
check_lists(const struct smpp_pdu *pdu)
{
	struct span rest = pdu->sm.dest_list;
	struct smpp_dest dest;
	unsigned count = 0;
	if (pdu->head.command != SMPP_SUBMIT_MULTI)
		return;
	while (smpp_dest_next(&dest, &rest))
		count++;
	must(count == pdu->sm.dests && rest.octets == 0);
}

static void
check_unknown(const struct smpp_pdu *pdu)
{
	struct span rest = pdu->tlvs.all;
	struct smpp_tlv tlv;
	unsigned strangers = 0;
	while (smpp_tlv_next(&tlv, &rest) == 1)
		strangers += !smpp_tlv_is_known(tlv.tag);
	must(rest.octets == 0 && strangers <= pdu->tlvs.unknowns);
}

/* An error's strings may be taken for TLVs once those behind them are written
 * in another order, or without a broken one. */
static bool
is_vague(const struct smpp_pdu *pdu)
{
	return smpp_is_resp(pdu->head.command) &&
	       pdu->head.status != SMPP_ROK && pdu->tlvs.all.octets > 0;
}

/* What must not be written is not, and nothing of it stays. */
static void
check_spoiled(const struct smpp_pdu *pdu)
{
	static const char many[300] = "254711000001";
	char room[ROOM], small[64];
	struct smpp_pdu bad = *pdu;
	struct span octets;
	struct buf buf = buf_over(small, sizeof(small));
	int rc = smpp_pdu_encode(&buf, pdu, NULL);
	must(rc == 0 || (rc == SMPP_PDU_ROOM && buf.octets == 0));
	if (pdu->head.command == (SMPP_SUBMIT_MULTI | SMPP_RESP) &&
	    pdu->head.status == SMPP_ROK) {
		bad.resp.unsuccesses++;
		must(!write_pdu(room, &octets, &bad));
	}
	if (pdu->head.command != SMPP_SUBMIT_MULTI)
		return;
	bad.sm.dests++;
	must(!write_pdu(room, &octets, &bad));
	bad.sm.dests--;
	bad.sm.short_message = span_of(many, 256);
	must(!write_pdu(room, &octets, &bad));
	bad.sm.short_message.octets = 1;
	bad.sm.source.text = str_of(many, 13);
	must(!write_pdu(room, &octets, &bad));
	bad.sm.source.text = STR("123456789012345678901");
	must(!write_pdu(room, &octets, &bad));
}

static void
check_names(const struct smpp_pdu *pdu)
{
	char words[200];
	must(smpp_command_name(pdu->head.command) != NULL);
	smpp_odd_names(words, sizeof(words), pdu->odd);
	must((words[0] == '\0') == (pdu->odd == 0));
}

static void
check_decoded(const struct smpp_pdu *pdu)
{
	char first_room[ROOM], second_room[ROOM];
	struct span first, second;
	struct smpp_pdu back;
	struct err err;
	check_lists(pdu);
	check_unknown(pdu);
	check_spoiled(pdu);
	check_names(pdu);
	must(write_pdu(first_room, &first, pdu));
	if (is_vague(pdu))
		return;
	must(smpp_pdu_decode(&back, first, &err) == 0);
	check_same(pdu, &back);
	must(write_pdu(second_room, &second, &back));
	must(span_equal(first, second));
}

static void
check_refused(
    const struct smpp_pdu *pdu, int rc, const struct err *err, size_t octets)
{
	must(pdu->answer != SMPP_ROK && err->text[0] != '\0');
	must(err->code == rc && err->offset <= octets);
	must(!smpp_is_resp(pdu->head.command) || pdu->nack);
	must(pdu->tlvs.has == 0 && pdu->sm.source.text.octets == 0);
}

static void
check_answer(const struct smpp_head *request, uint32_t status)
{
	char room[128];
	struct buf out = buf_over(room, sizeof(room));
	struct smpp_pdu back;
	must(smpp_pdu_answer(&out, request, status, STR("4F2A")) == 0);
	if (out.octets == 0)
		return;
	must(smpp_pdu_decode(&back, buf_span(&out), NULL) == 0);
	must(smpp_is_resp(back.head.command));
	must(back.head.sequence == request->sequence);
	must(back.head.status == status);
}

static void
try_pdu(struct span one)
{
	struct smpp_pdu pdu;
	struct err err;
	int rc = smpp_pdu_decode(&pdu, one, &err);
	if (rc == 0)
		check_decoded(&pdu);
	else
		check_refused(&pdu, rc, &err, one.octets);
	check_answer(&pdu.head, pdu.answer);
}

static void
try_stream(struct span stream)
{
	struct smpp_head head;
	while (smpp_pdu_frame(&head, stream) == SMPP_FRAME_PDU) {
		try_pdu(span_part(stream, 0, head.length));
		stream = span_part(stream, head.length, stream.octets);
	}
}

/* At the end of its room, so that the sanitizer sees an octet too far. */
static void
try_body(uint8_t choice, struct span body)
{
	static const uint16_t requests[] = {0x001, 0x002, 0x003, 0x004, 0x005,
	    0x006, 0x007, 0x008, 0x009, 0x00B, 0x015, 0x021, 0x102, 0x103,
	    0x111, 0x112, 0x113, 0x000, 0x077};
	uint8_t room[512];
	size_t octets = SMPP_HEAD_OCTETS + body.octets;
	size_t which = (choice >> 3) % (sizeof(requests) / sizeof(requests[0]));
	if (octets > sizeof(room))
		return;
	uint8_t *at = room + sizeof(room) - octets;
	memset(at, 0, SMPP_HEAD_OCTETS);
	at[2] = (uint8_t)(octets >> 8);
	at[3] = (uint8_t)octets;
	at[4] = (choice & 2) != 0 ? 0x80 : 0;
	at[6] = (uint8_t)(requests[which] >> 8);
	at[7] = (uint8_t)requests[which];
	at[11] = (choice & 4) != 0 ? SMPP_RSYSERR : SMPP_ROK;
	at[15] = 1;
	memcpy(at + SMPP_HEAD_OCTETS, body.at, body.octets);
	try_pdu(span_of(at, octets));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets < 2)
		return 0;
	struct span rest = span_of(data + 1, octets - 1);
	if ((data[0] & 1) != 0)
		try_stream(rest);
	else
		try_body(data[0], rest);
	return 0;
}
