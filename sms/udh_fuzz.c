/* Reaches udh, and pdu_addr through reply addresses.  What was read of parts
 * and ports is written and read again as the same.
 * most: 142
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

/* A header that nobody read: what is impossible is refused, what is written
 * fits. */
static void
check_wish(const uint8_t *at)
{
	uint8_t written[32];
	struct udh back, wish = {
			     .concat = {(at[0] & 1) != 0, (at[0] & 2) != 0,
				 (uint16_t)(at[1] << 8 | at[2]), at[3], at[4]},
			     .ports = {(at[0] & 4) != 0, (at[0] & 8) != 0,
				 (uint16_t)(at[5] << 8 | at[6]), at[7]},
			     .language = {at[8] & 0xF, at[8] >> 4},
			     .special = (at[0] & 16) != 0,
			     .special_kind = at[9],
			 };
	size_t room = at[0] >> 5 < 7 ? sizeof(written) : at[9] % 32u;
	int n = udh_encode(written, room, &wish, NULL);
	must(n == PDU_VALUE || n == PDU_ROOM ||
	     (size_t)n == udh_encoded_octets(&wish));
	must(n <= (int)room);
	if (n <= 0)
		return;
	must(udh_decode(&back, span_of(written, (size_t)n), 0, NULL) == 0);
	must(!back.cut &&
	     back.concat.ref == wish.concat.ref * back.concat.present);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct udh udh, back;
	uint8_t written[UDH_OCTETS_MAX];
	struct err err;
	if (octets >= 10)
		check_wish(data);
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
