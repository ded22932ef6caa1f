/* pdu_fuzz - what must hold of every PDU, for the fuzz targets of each type:
 * pdu_deliver_fuzz, pdu_submit_fuzz, pdu_status_report_fuzz, pdu_fuzz. */
#ifndef SMS_PDU_FUZZ_H
#define SMS_PDU_FUZZ_H

#include <stdlib.h>

#include "base/utf8.h"

#include "sms/pdu.h"

static inline void
must(bool promise)
{
	if (!promise)
		abort();
}

static inline void
check_pdu(const struct pdu *pdu)
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

/* frame: bit 0 without the service centre's field, bit 1 with an announced
 * length, which is short of all octets by what its upper three bits say. */
static inline int
decode_framed(struct pdu *out, uint8_t frame, struct span octets,
    enum pdu_direction direction)
{
	struct err err;
	long framing = (frame & 1) != 0 ? PDU_WITHOUT_SMSC : PDU_WITH_SMSC;
	if ((frame & 2) != 0)
		framing = (long)octets.octets - (frame >> 5);
	int rc = pdu_decode(out, octets, direction, framing, &err);
	must(rc <= 0);
	if (rc != 0)
		must(err.offset <= octets.octets && err.text[0] != '\0');
	check_pdu(out);
	return rc;
}

/* Can be written again as it was read: reserved types of number, names and
 * empty fields read as something else. */
static inline bool
is_plain_address(const struct pdu_addr *addr)
{
	struct pdu_addr again;
	return addr->text[0] == '\0' ||
	       (pdu_addr_from_text(&again, str_from(addr->text), NULL) == 0 &&
		   again.ton == addr->ton && again.ton != PDU_TON_ALPHANUMERIC);
}

#endif
