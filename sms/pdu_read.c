#include "sms/pdu_read.h"

#include <string.h>

#include "sms/ucs2.h"

/* TP-PI, 9.2.3.27: which of the last fields of a report are there. */
#define PI_PID 0x01u
#define PI_DCS 0x02u
#define PI_USER_DATA 0x04u
#define PI_RESERVED 0x78u
#define PI_EXTENSION 0x80u

#define FILLER 0xFFu

int
pdu_read_octet(uint8_t *out, struct pdu_reader *in, const char *what)
{
	if (in->at >= in->pdu.octets)
		return err_set(
		    in->err, PDU_SHORT, in->pdu.octets, "%s is missing", what);
	*out = in->pdu.at[in->at++];
	return 0;
}

int
pdu_read_stamp(struct pdu_stamp *out, struct pdu_reader *in, const char *what)
{
	if (in->pdu.octets - in->at < PDU_TIME_OCTETS)
		return err_set(
		    in->err, PDU_SHORT, in->pdu.octets, "%s is missing", what);
	*out = pdu_time_decode(in->pdu.at + in->at);
	in->at += PDU_TIME_OCTETS;
	return 0;
}

int
pdu_read_address(struct pdu_addr *out, struct pdu_reader *in)
{
	return pdu_addr_decode(out, in->pdu, &in->at, in->err);
}

int
pdu_read_coding(struct pdu *out, struct pdu_reader *in)
{
	int rc = pdu_read_octet(&out->dcs, in, "data coding scheme");
	out->coding = pdu_dcs_decode(out->dcs);
	out->alphabet = out->coding.alphabet;
	return rc;
}

/* Only filler left?  Modems hand over whole SIM records of 176 octets. */
bool
pdu_read_only_filler(struct span rest)
{
	for (size_t i = 0; i < rest.octets; i++)
		if (rest.at[i] != FILLER)
			return false;
	return true;
}

int
pdu_read_end(const struct pdu_reader *in)
{
	struct span rest = span_part(in->pdu, in->at, in->pdu.octets);
	if (pdu_read_only_filler(rest))
		return 0;
	return err_set(in->err, PDU_TRAILING, in->at,
	    "%zu octets behind the end of the message", rest.octets);
}

/* The header and the fill bits behind it count as septets; unpacking from the
 * very front keeps the quick path whatever the header's length. */
static int
take_septets(struct pdu *out, const struct pdu_reader *in, struct span packed,
    size_t septets, size_t length_at)
{
	uint8_t all[GSM7_SEPTETS_MAX];
	size_t skip = gsm7_header_septets(out->udh.octets);
	if (skip > septets || !gsm7_unpack(all, sizeof(all), packed, septets))
		return err_set(in->err, PDU_HEADER, length_at,
		    "header of %zu septets in user data of %zu", skip, septets);
	out->data_count = septets - skip;
	memcpy(out->data, all + skip, out->data_count);
	int octets = gsm7_to_utf8(out->text, sizeof(out->text),
	    span_of(out->data, out->data_count), out->udh.language,
	    &out->escape_at_end);
	out->text_octets = octets < 0 ? 0 : (size_t)octets;
	return 0;
}

static void
take_octets(struct pdu *out, struct span user_data)
{
	struct span data =
	    span_part(user_data, out->udh.octets, user_data.octets);
	out->data_count = data.octets;
	if (data.octets > 0)
		memcpy(out->data, data.at, data.octets);
	if (out->alphabet != SMS_UCS2)
		return;
	int octets =
	    ucs2_to_utf8(out->text, sizeof(out->text), data, &out->odd_octet);
	out->text_octets = octets < 0 ? 0 : (size_t)octets;
}

/* TP-UDL counts septets of plain GSM text and octets of all else. */
int
pdu_read_user_data(struct pdu *out, struct pdu_reader *in, bool has_header)
{
	uint8_t length = 0;
	size_t length_at = in->at;
	int rc = pdu_read_octet(&length, in, "user data length");
	if (rc != 0)
		return rc;
	bool septets = out->alphabet == SMS_GSM7;
	size_t octets = septets ? gsm7_packed_octets(length) : length;
	if (octets > PDU_USER_DATA_OCTETS)
		return err_set(in->err, PDU_LONG, length_at,
		    "user data of %u %s, beyond 140 octets", length,
		    septets ? "septets" : "octets");
	if (octets > in->pdu.octets - in->at)
		return err_set(in->err, PDU_SHORT, length_at,
		    "user data of %zu octets, %zu are there", octets,
		    in->pdu.octets - in->at);
	struct span user_data = span_part(in->pdu, in->at, octets);
	if (has_header)
		rc = udh_decode(&out->udh, user_data, in->at, in->err);
	if (rc != 0)
		return rc;
	in->at += octets;
	out->has_user_data = true;
	if (septets)
		return take_septets(out, in, user_data, length, length_at);
	take_octets(out, user_data);
	return 0;
}

int
pdu_read_indicator(uint8_t *out, struct pdu_reader *in)
{
	int rc = pdu_read_octet(out, in, "parameter indicator");
	for (uint8_t more = *out; rc == 0 && (more & PI_EXTENSION) != 0;)
		rc = pdu_read_octet(&more, in, "parameter indicator");
	return rc;
}

/* Where the indicator says more than this clause knows, what follows the user
 * data is to be discarded. */
int
pdu_read_indicated(
    struct pdu *out, struct pdu_reader *in, uint8_t present, bool has_header)
{
	int rc = 0;
	out->has_pid = (present & PI_PID) != 0;
	out->has_dcs = (present & PI_DCS) != 0;
	if (out->has_pid)
		rc = pdu_read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0 && out->has_dcs)
		rc = pdu_read_coding(out, in);
	if (rc == 0 && (present & PI_USER_DATA) != 0)
		rc = pdu_read_user_data(out, in, has_header);
	if (rc != 0 || (present & (PI_RESERVED | PI_EXTENSION)) != 0)
		return rc;
	return pdu_read_end(in);
}
