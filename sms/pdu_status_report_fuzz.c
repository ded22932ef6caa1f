/* Reaches SMS-STATUS-REPORT: pdu, pdu_read, pdu_status.  The first octet
 * chooses the framing.  What was read is written and read again as the same.
 * most: 200
 * covers: sms/pdu.c sms/pdu_read.c sms/pdu_addr.c sms/pdu_time.c
 * covers: sms/pdu_dcs.c sms/udh.c sms/pdu_status.c
 * functions: pdu_decode read_frame check_announced read_status_report
 * functions: pdu_read_* take_* pdu_status_* pdu_outcome_name look_up
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
	struct pdu_report_spec spec = {
	    .smsc = str_from(pdu->smsc.text),
	    .to = str_from(pdu->peer.text),
	    .reference = pdu->reference,
	    .more_waiting = pdu->more_waiting,
	    .stamp = pdu->stamp,
	    .discharged = pdu->discharged,
	    .status = pdu->status,
	};
	if (!is_plain_address(&pdu->smsc) || !is_plain_address(&pdu->peer) ||
	    pdu->peer.text[0] == '\0')
		return;
	int n =
	    pdu_encode_status_report(octets, sizeof(octets), NULL, &spec, NULL);
	must(n > 0);
	must(pdu_decode(&back, span_of(octets, (size_t)n),
		 PDU_DIRECTION_STATUS_REPORT, PDU_WITH_SMSC, NULL) == 0);
	must(back.status == pdu->status && back.reference == pdu->reference);
	must(pdu_time_unix_s(&back.discharged) ==
	     pdu_time_unix_s(&pdu->discharged));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct pdu pdu;
	if (octets == 0)
		return 0;
	int rc = decode_framed(&pdu, data[0], span_of(data + 1, octets - 1),
	    PDU_DIRECTION_STATUS_REPORT);
	must(pdu_outcome_name(pdu_status_outcome(pdu.status))[0] != '\0');
	must(pdu_status_reason(pdu.status)[0] != '\0');
	must(pdu_status_cause(pdu.status)[0] != '\0');
	must(!pdu_status_is_temporary(pdu.status) ||
	     pdu_status_outcome(pdu.status) == PDU_OUTCOME_FAILED);
	if (rc == 0)
		check_written(&pdu);
	return 0;
}
