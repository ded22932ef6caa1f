/* Reaches SMS-DELIVER: pdu, pdu_read and the fields' codecs.  The first octet
 * chooses the framing.  What was read is written and read again as the same.
 * most: 200
 * covers: sms/pdu.c sms/pdu_read.c sms/pdu_addr.c sms/pdu_time.c
 * covers: sms/pdu_dcs.c sms/udh.c
 * functions: pdu_decode read_frame check_announced read_deliver
 * functions: pdu_read_octet pdu_read_stamp pdu_read_address pdu_read_coding
 * functions: pdu_read_user_data pdu_read_only_filler pdu_read_end take_*
 * functions: pdu_addr_decode* decode_value decode_digits decode_name
 * functions: pdu_time_decode decode_two is_date days_of_month
 * functions: pdu_dcs_decode decode_general decode_waiting udh_decode read_16 */
#include <string.h>

#include "sms/pdu_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
check_written(const struct pdu *pdu)
{
	uint8_t octets[PDU_OCTETS_MAX];
	struct pdu back;
	struct pdu_deliver_spec spec = {
	    .smsc = str_from(pdu->smsc.text),
	    .from = str_from(pdu->peer.text),
	    .more_waiting = pdu->more_waiting,
	    .report = pdu->report,
	    .reply_path = pdu->reply_path,
	    .stamp = pdu->stamp,
	    .content = {.alphabet = pdu->alphabet,
		.class = pdu->coding.class,
		.data = span_of(pdu->data, pdu->data_count),
		.pid = pdu->pid},
	};
	if (!is_plain_address(&pdu->smsc) || !is_plain_address(&pdu->peer) ||
	    pdu->peer.text[0] == '\0' || pdu->udh.octets > 0)
		return;
	int n = pdu_encode_deliver(octets, sizeof(octets), NULL, &spec, NULL);
	must(n > 0);
	must(pdu_decode(&back, span_of(octets, (size_t)n),
		 PDU_DIRECTION_DELIVER, PDU_WITH_SMSC, NULL) == 0);
	must(back.text_octets == pdu->text_octets &&
	     memcmp(back.text, pdu->text, back.text_octets) == 0);
	must(strcmp(back.peer.text, pdu->peer.text) == 0);
	must(pdu_time_unix_s(&back.stamp) == pdu_time_unix_s(&pdu->stamp));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct pdu pdu;
	if (octets == 0)
		return 0;
	int rc = decode_framed(&pdu, data[0], span_of(data + 1, octets - 1),
	    PDU_DIRECTION_DELIVER);
	if (rc == 0 && pdu.type == PDU_TYPE_DELIVER)
		check_written(&pdu);
	return 0;
}
