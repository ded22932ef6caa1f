/* Reaches pdu_addr, and gsm7 through names.  A number that was read is
 * written and read again as the same.
 * most: 40
 * covers: sms/pdu_addr.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "sms/pdu_addr.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static void
check_number(const struct pdu_addr *addr)
{
	uint8_t field[PDU_ADDR_OCTETS];
	struct pdu_addr back;
	size_t at = 0;
	must(utf8_valid(str_from(addr->text)));
	if (addr->ton == PDU_TON_ALPHANUMERIC)
		return;
	int n = pdu_addr_encode(field, sizeof(field), addr, NULL);
	must(n >= 2);
	must(pdu_addr_decode(&back, span_of(field, (size_t)n), &at, NULL) == 0);
	must(at == (size_t)n && back.ton == addr->ton);
	must(strcmp(back.text, addr->text) == 0);
}

/* A record that nobody read: any type, any text, any room. */
static void
check_wish(const uint8_t *data, size_t octets)
{
	uint8_t field[PDU_ADDR_OCTETS];
	struct pdu_addr addr = {
	    .ton = (enum pdu_ton)(data[0] & 7), .npi = data[0] >> 3 & 0xF};
	size_t room = data[1] % (sizeof(field) + 1);
	if (octets - 2 > 0)
		memcpy(addr.text, data + 2,
		    octets - 2 < sizeof(addr.text) ? octets - 2
						   : sizeof(addr.text));
	must(pdu_addr_encode(field, room, &addr, NULL) <= (int)room);
	must(pdu_addr_encode_smsc(field, room, &addr, NULL) <= (int)room);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct span whole = span_of(data, octets);
	if (octets >= 2)
		check_wish(data, octets);
	struct pdu_addr addr;
	size_t at = 0;
	if (pdu_addr_decode(&addr, whole, &at, NULL) == 0)
		check_number(&addr);
	must(at <= octets);
	at = 0;
	if (pdu_addr_decode_smsc(&addr, whole, &at, NULL) == 0)
		check_number(&addr);
	must(at <= octets);
	struct str text = str_of((const char *)data, octets);
	if (pdu_addr_from_text(&addr, text, NULL) == 0)
		check_number(&addr);
	return 0;
}
