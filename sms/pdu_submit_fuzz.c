/* Reaches SMS-SUBMIT: pdu, pdu_read, pdu_encode and the fields' codecs.  The
 * first octet chooses the framing.  What was read is written and read again as
 * the same.
 * most: 200
 * covers: sms/pdu.c sms/pdu_read.c sms/pdu_addr.c sms/pdu_time.c
 * covers: sms/pdu_dcs.c sms/udh.c
 * functions: pdu_decode read_frame check_announced read_submit
 * functions: pdu_read_octet pdu_read_address pdu_read_coding
 * functions: pdu_read_user_data pdu_read_only_filler pdu_read_end take_*
 * functions: pdu_addr_decode* decode_value decode_digits decode_name
 * functions: pdu_time_validity_decode decode_enhanced pdu_time_relative_s
 * functions: pdu_time_decode decode_two is_date days_of_month
 * functions: pdu_dcs_decode decode_general decode_waiting udh_decode read_16 */
#include <string.h>

#include "sms/pdu_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static struct pdu_submit_spec
spec_of(const struct pdu *pdu)
{
	struct pdu_submit_spec spec = {
	    .smsc = str_from(pdu->smsc.text),
	    .to = str_from(pdu->peer.text),
	    .reference = pdu->reference,
	    .report = pdu->report,
	    .reject_duplicates = pdu->reject_duplicates,
	    .reply_path = pdu->reply_path,
	    .validity = pdu->validity,
	    .content = {.alphabet = pdu->alphabet,
		.class = pdu->coding.class,
		.data = span_of(pdu->data, pdu->data_count),
		.header = pdu->udh,
		.pid = pdu->pid},
	};
	return spec;
}

static void
check_written(const struct pdu *pdu)
{
	uint8_t octets[PDU_OCTETS_MAX];
	struct pdu back;
	struct pdu_submit_spec spec = spec_of(pdu);
	size_t tpdu;
	if (!is_plain_address(&pdu->smsc) || !is_plain_address(&pdu->peer) ||
	    pdu->peer.text[0] == '\0')
		return;
	int n = pdu_encode_submit(octets, sizeof(octets), &tpdu, &spec, NULL);
	if (n < 0) /* a header of two like elements is longer when written */
		return;
	must(pdu_decode(&back, span_of(octets, (size_t)n), PDU_DIRECTION_SUBMIT,
		 (long)tpdu, NULL) == 0);
	must(back.data_count == pdu->data_count &&
	     memcmp(back.data, pdu->data, back.data_count) == 0);
	must(back.text_octets == pdu->text_octets &&
	     memcmp(back.text, pdu->text, back.text_octets) == 0);
	must(strcmp(back.peer.text, pdu->peer.text) == 0);
	must(back.validity.for_s >= pdu->validity.for_s);
	must(back.udh.ports.dst == pdu->udh.ports.dst);
	must(back.udh.language.single == pdu->udh.language.single);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct pdu pdu;
	if (octets == 0)
		return 0;
	int rc = decode_framed(
	    &pdu, data[0], span_of(data + 1, octets - 1), PDU_DIRECTION_SUBMIT);
	if (rc == 0)
		check_written(&pdu);
	return 0;
}
