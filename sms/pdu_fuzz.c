/* Reaches pdu, pdu_addr, pdu_time, pdu_dcs, udh, gsm7 and ucs2.  The first
 * octet chooses direction and framing, the rest is the PDU as a modem gives
 * it. */
#include <stdlib.h>

#include "base/utf8.h"

#include "sms/pdu.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static void
check(const struct pdu *pdu)
{
	must(pdu->data_count <= GSM7_SEPTETS_MAX);
	must(pdu->text_octets < PDU_TEXT_OCTETS);
	must(pdu->text[pdu->text_octets] == '\0');
	must(utf8_valid(str_of(pdu->text, pdu->text_octets)));
	must(utf8_valid(str_from(pdu->peer.text)));
	must(pdu->udh.octets <= UDH_OCTETS_MAX);
	if (pdu->udh.concat.present)
		must(pdu->udh.concat.seq >= 1 &&
		     pdu->udh.concat.seq <= pdu->udh.concat.total);
	if (pdu->alphabet == SMS_GSM7)
		for (size_t i = 0; i < pdu->data_count; i++)
			must(pdu->data[i] <= 0x7F);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static const long framings[4] = {PDU_WITH_SMSC, PDU_WITHOUT_SMSC};
	struct pdu pdu;
	struct err err;
	if (octets == 0)
		return 0;
	struct span whole = span_of(data + 1, octets - 1);
	long framing = framings[data[0] >> 2 & 1];
	if ((data[0] & 0x08) != 0)
		framing = (long)(octets - 1) - (data[0] >> 4);
	enum pdu_direction direction = (enum pdu_direction)(data[0] & 3);
	int rc = pdu_decode(&pdu, whole, direction, framing, &err);
	must(rc <= 0);
	if (rc != 0)
		must(err.offset <= whole.octets && err.text[0] != '\0');
	check(&pdu);
	return 0;
}
