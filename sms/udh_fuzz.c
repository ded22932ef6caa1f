/* Reaches udh, and pdu_addr through reply addresses.  What was read of parts
 * and ports is written and read again as the same.
 * covers: sms/udh.c */
#include <stdlib.h>

#include "sms/udh.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
must(bool promise)
{
	if (!promise)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct udh udh, back;
	uint8_t written[UDH_OCTETS_MAX];
	struct err err;
	if (udh_decode(&udh, span_of(data, octets), 3, &err) != 0) {
		must(err.offset == 3);
		return 0;
	}
	must(udh.octets >= 1 && udh.octets <= octets);
	udh_is_push(&udh);
	int n = udh_encode(written, sizeof(written), &udh, NULL);
	must(n >= 0 && (size_t)n == udh_encoded_octets(&udh));
	if (n == 0)
		return 0;
	must(udh_decode(&back, span_of(written, (size_t)n), 0, NULL) == 0);
	must(back.concat.present == udh.concat.present &&
	     back.concat.wide == udh.concat.wide &&
	     back.concat.ref == udh.concat.ref &&
	     back.concat.seq == udh.concat.seq &&
	     back.concat.total == udh.concat.total);
	must(back.language.single == udh.language.single &&
	     back.language.locking == udh.language.locking &&
	     back.special == udh.special);
	must(
	    back.ports.dst == udh.ports.dst && back.ports.src == udh.ports.src);
	return 0;
}
