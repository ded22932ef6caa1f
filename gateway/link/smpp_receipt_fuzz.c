/* Reaches smpp_receipt.  The first octets give esm_class and TLVs; the rest is
 * the receipt's text, whose first word is a message id, too.
 * most: 280
 * covers: gateway/link/smpp_receipt.c */
#include <stdlib.h>
#include <string.h>

#include "gateway/link/smpp_receipt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static bool
is_inside(struct str view, const struct smpp_receipt *r, struct span data)
{
	uintptr_t at = (uintptr_t)view.at, room = (uintptr_t)r->room;
	uintptr_t octets = (uintptr_t)data.at;
	return view.octets == 0 ||
	       (at >= octets && at + view.octets <= octets + data.octets) ||
	       (at >= room && at + view.octets <= room + sizeof(r->room));
}

static void
check_receipt(const struct smpp_pdu *pdu, struct span data)
{
	for (enum smpp_id_form form = SMPP_ID_TEXT; form <= SMPP_ID_HEX;
	     form++) {
		struct smpp_receipt r;
		smpp_receipt_read(&r, pdu, form);
		must(r.key >= 0 && r.second_key >= 0);
		must((r.key == 0) == ((r.odd & SMPP_RECEIPT_NO_ID) != 0));
		must(r.key == smpp_receipt_key(r.id, form));
		must((r.state == SMPP_STATE_NONE) ==
		     ((r.odd & SMPP_RECEIPT_NO_STATE) != 0));
		must((r.report == MSG_REPORT_DELIVERED) ==
		     (r.state == SMPP_STATE_DELIVERED));
		must(
		    (r.report == MSG_REPORT_DELIVERED) == (r.tp_status < 0x20));
		must((r.report == MSG_REPORT_FAILED) == (r.tp_status >= 0x40));
		must(smpp_state_word(r.state)[0] != '\0');
		must(is_inside(r.id, &r, data) && is_inside(r.err, &r, data));
		must(is_inside(r.done_date, &r, data));
		must(is_inside(r.submit_date, &r, data));
		must(is_inside(r.text, &r, data) && r.code >= 0);
	}
}

/* A number and the same with zeros before it are one. */
static void
check_key(struct str id)
{
	char padded[64];
	if (id.octets == 0 || id.octets > 40 || memchr(id.at, 0, id.octets))
		return;
	memcpy(padded, "00", 2);
	memcpy(padded + 2, id.at, id.octets);
	struct str zeros = str_of(padded, id.octets + 2);
	int64_t number;
	if (str_to_int64(&number, id) && id.at[0] >= '0' && id.at[0] <= '9') {
		must(smpp_receipt_key(id, SMPP_ID_DECIMAL) ==
		     smpp_receipt_key(zeros, SMPP_ID_DECIMAL));
		must(smpp_receipt_key(id, SMPP_ID_HEX) ==
		     smpp_receipt_key(zeros, SMPP_ID_HEX));
	}
	must(
	    str_trim(id).octets == 0 || smpp_receipt_key(id, SMPP_ID_TEXT) > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets < 4)
		return 0;
	struct span all = span_of(data, octets);
	struct smpp_pdu pdu = {
	    .head.command = (data[0] & 1) != 0 ? SMPP_DATA_SM : SMPP_DELIVER_SM,
	    .sm = {.esm_class = data[1]},
	    .tlvs = {.message_state = data[2], .network_error = {3, data[3]}},
	};
	struct span said = span_part(all, 4, octets);
	size_t word = 0;
	while (word < said.octets && said.at[word] > ' ')
		word++;
	struct str id = str_of((const char *)said.at, word);
	check_key(id);
	pdu.tlvs.has |= (data[0] & 2) != 0 ? SMPP_TLV_MESSAGE_STATE : 0;
	pdu.tlvs.has |= (data[0] & 4) != 0 ? SMPP_TLV_NETWORK_ERROR : 0;
	if ((data[0] & 8) != 0) {
		pdu.tlvs.has |= SMPP_TLV_RECEIPTED_ID;
		pdu.tlvs.receipted_id = id;
		said = span_part(said, word, said.octets);
	}
	if ((data[0] & 16) != 0)
		pdu.tlvs.message_payload = said;
	else
		pdu.sm.short_message = said;
	if (smpp_receipt_is(&pdu))
		check_receipt(&pdu, all);
	return 0;
}
