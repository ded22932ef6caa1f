/* Reaches pdu, pdu_read, pdu_other, pdu_addr, pdu_time, pdu_dcs, udh, gsm7 and
 * ucs2.  The first octet chooses framing and direction, the rest is the PDU as
 * a modem gives it.
 * most: 200
 * covers: sms/pdu.c sms/pdu_read.c sms/pdu_other.c */
#include "sms/pdu_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static const enum pdu_direction directions[8] = {
	    PDU_DIRECTION_GUESS,
	    PDU_DIRECTION_DELIVER_REPORT,
	    PDU_DIRECTION_SUBMIT_REPORT,
	    PDU_DIRECTION_COMMAND,
	    PDU_DIRECTION_DELIVER,
	    PDU_DIRECTION_SUBMIT,
	    PDU_DIRECTION_STATUS_REPORT,
	};
	struct pdu pdu;
	if (octets == 0)
		return 0;
	decode_framed(&pdu, data[0], span_of(data + 1, octets - 1),
	    directions[data[0] >> 2 & 7]);
	must(pdu_type_name(pdu.type)[0] != '\0');
	must(pdu_status_reason(pdu.status)[0] != '\0');
	must(pdu_status_cause(pdu.cause)[0] != '\0');
	return 0;
}
