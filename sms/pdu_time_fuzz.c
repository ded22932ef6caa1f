/* Reaches pdu_time: the first octet chooses a validity form, the rest is the
 * field and, when long enough, a stamp that must survive every round.
 * most: 40
 * covers: sms/pdu_time.c */
#include <stdlib.h>
#include <string.h>

#include "sms/pdu_time.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static void
check_stamp(const uint8_t *octets)
{
	struct pdu_stamp stamp = pdu_time_decode(octets);
	char text[PDU_TIME_TEXT_OCTETS], again[PDU_TIME_TEXT_OCTETS];
	uint8_t written[PDU_TIME_OCTETS];
	pdu_time_text(text, &stamp);
	must(strlen(text) == (stamp.valid ? 25 : 0));
	if (!stamp.valid)
		return;
	pdu_time_encode(written, &stamp);
	must(memcmp(written, octets, 6) == 0);
	struct pdu_stamp back =
	    pdu_time_from_unix_s(pdu_time_unix_s(&stamp), stamp.zone_minutes);
	must(strcmp(pdu_time_text(again, &back), text) == 0);
}

/* A relative period may become longer, never shorter. */
static void
check_period(const struct pdu_validity *validity)
{
	uint8_t written[PDU_VALIDITY_OCTETS];
	struct pdu_validity back;
	size_t at = 0, n = pdu_time_validity_encode(written, validity);
	must(pdu_time_validity_decode(
		 &back, validity->form, span_of(written, n), &at, NULL) == 0);
	must(at == n && back.for_s >= validity->for_s);
	must(back.single_shot == validity->single_shot);
	must(pdu_time_unix_s(&back.until) == pdu_time_unix_s(&validity->until));
}

/* Any second in any zone: a stamp that says the same, or none. */
static void
check_second(const uint8_t *at)
{
	uint64_t bits = 0;
	for (size_t i = 0; i < 6; i++)
		bits = bits << 8 | at[i];
	int64_t unix_s = (int64_t)bits >> (at[6] & 31);
	int zone = (at[7] - 128) * ((at[6] & 32) != 0 ? 15 : 11);
	struct pdu_stamp stamp =
	    pdu_time_from_unix_s((at[6] & 64) != 0 ? unix_s : -unix_s, zone);
	if (stamp.valid)
		must(pdu_time_unix_s(&stamp) == unix_s &&
		     stamp.zone_minutes == zone);
	stamp.month = at[0];
	stamp.day = at[1];
	must(pdu_time_unix_s(&stamp) >= 0 || stamp.valid);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct pdu_validity validity;
	size_t at = 0;
	if (octets == 0)
		return 0;
	struct span rest = span_of(data + 1, octets - 1);
	enum pdu_validity_form form = (enum pdu_validity_form)(data[0] & 3);
	if (pdu_time_validity_decode(&validity, form, rest, &at, NULL) == 0) {
		must(at <= rest.octets && validity.for_s >= 0);
		check_period(&validity);
	}
	struct pdu_stamp stamp;
	if (pdu_time_from_text(
		&stamp, str_of((const char *)rest.at, rest.octets)))
		must(stamp.valid && pdu_time_unix_s(&stamp) > 0);
	if (rest.octets >= 8)
		check_second(rest.at);
	if (rest.octets >= PDU_TIME_OCTETS)
		check_stamp(rest.at);
	return 0;
}
