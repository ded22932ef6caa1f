/* Reaches pdu_addr, and gsm7 through names.  A number that was read is
 * written and read again as the same.
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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct span whole = span_of(data, octets);
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
