#include "sms/pdu.h"

#include <string.h>

#include "sms/ucs2.h"

/* First octet, 23.040 9.2.2; bit 5 is SRI, SRR or SRQ by type. */
#define MTI 0x03u
#define MTI_SUBMIT 1u
#define MTI_STATUS_REPORT 2u
#define NO_MORE_WAITING 0x04u
#define REJECT_DUPLICATES 0x04u
#define LOOP 0x08u
#define REPORT 0x20u
#define HAS_HEADER 0x40u
#define REPLY_PATH 0x80u

/* TP-PI, 9.2.3.27: which of the last fields of a report are there. */
#define PI_PID 0x01u
#define PI_DCS 0x02u
#define PI_USER_DATA 0x04u
#define PI_RESERVED 0x78u
#define PI_EXTENSION 0x80u

#define FILLER 0xFFu

struct reader {
	struct span pdu;
	size_t at;
	struct err *err;
};

static int
read_octet(uint8_t *out, struct reader *in, const char *what)
{
	if (in->at >= in->pdu.octets)
		return err_set(
		    in->err, PDU_SHORT, in->pdu.octets, "%s is missing", what);
	*out = in->pdu.at[in->at++];
	return 0;
}

static int
read_stamp(struct pdu_stamp *out, struct reader *in, const char *what)
{
	if (in->pdu.octets - in->at < PDU_TIME_OCTETS)
		return err_set(
		    in->err, PDU_SHORT, in->pdu.octets, "%s is missing", what);
	*out = pdu_time_decode(in->pdu.at + in->at);
	in->at += PDU_TIME_OCTETS;
	return 0;
}

static int
read_address(struct pdu_addr *out, struct reader *in)
{
	return pdu_addr_decode(out, in->pdu, &in->at, in->err);
}

static int
read_coding(struct pdu *out, struct reader *in)
{
	int rc = read_octet(&out->dcs, in, "data coding scheme");
	out->coding = pdu_dcs_decode(out->dcs);
	out->alphabet = out->coding.alphabet;
	return rc;
}

/* Only filler left?  Modems hand over whole SIM records of 176 octets. */
static bool
only_filler(struct span rest)
{
	for (size_t i = 0; i < rest.octets; i++)
		if (rest.at[i] != FILLER)
			return false;
	return true;
}

static int
read_end(const struct reader *in)
{
	struct span rest = span_part(in->pdu, in->at, in->pdu.octets);
	if (only_filler(rest))
		return 0;
	return err_set(in->err, PDU_TRAILING, in->at,
	    "%zu octets behind the end of the message", rest.octets);
}

/* The header and the fill bits behind it count as septets; unpacking from the
 * very front keeps the quick path whatever the header's length. */
static int
take_septets(struct pdu *out, const struct reader *in, struct span packed,
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
static int
read_user_data(struct pdu *out, struct reader *in, bool has_header)
{
	uint8_t length = 0;
	size_t length_at = in->at;
	int rc = read_octet(&length, in, "user data length");
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

static int
read_deliver(struct pdu *out, struct reader *in, uint8_t first)
{
	out->more_waiting = (first & NO_MORE_WAITING) == 0;
	out->loop = (first & LOOP) != 0;
	int rc = read_address(&out->peer, in);
	if (rc == 0)
		rc = read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0)
		rc = read_coding(out, in);
	if (rc == 0)
		rc = read_stamp(&out->stamp, in, "time stamp");
	if (rc == 0)
		rc = read_user_data(out, in, (first & HAS_HEADER) != 0);
	return rc == 0 ? read_end(in) : rc;
}

static int
read_submit(struct pdu *out, struct reader *in, uint8_t first)
{
	static const enum pdu_validity_form forms[4] = {
	    PDU_VALIDITY_NONE,
	    PDU_VALIDITY_ENHANCED,
	    PDU_VALIDITY_RELATIVE,
	    PDU_VALIDITY_ABSOLUTE,
	};
	out->reject_duplicates = (first & REJECT_DUPLICATES) != 0;
	int rc = read_octet(&out->reference, in, "message reference");
	if (rc == 0)
		rc = read_address(&out->peer, in);
	if (rc == 0)
		rc = read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0)
		rc = read_coding(out, in);
	if (rc == 0)
		rc = pdu_time_validity_decode(&out->validity,
		    forms[first >> 3 & 3], in->pdu, &in->at, in->err);
	if (rc == 0)
		rc = read_user_data(out, in, (first & HAS_HEADER) != 0);
	return rc == 0 ? read_end(in) : rc;
}

/* All behind TP-ST is optional.  Where the indicator says more than this
 * clause knows, what follows the user data is to be discarded. */
static int
read_report_rest(struct pdu *out, struct reader *in, uint8_t first)
{
	struct span rest = span_part(in->pdu, in->at, in->pdu.octets);
	if (only_filler(rest))
		return 0;
	uint8_t present = 0, more;
	int rc = read_octet(&present, in, "parameter indicator");
	for (more = present; rc == 0 && (more & PI_EXTENSION) != 0;)
		rc = read_octet(&more, in, "parameter indicator");
	if (rc == 0 && (present & PI_PID) != 0)
		rc = read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0 && (present & PI_DCS) != 0)
		rc = read_coding(out, in);
	if (rc == 0 && (present & PI_USER_DATA) != 0)
		rc = read_user_data(out, in, (first & HAS_HEADER) != 0);
	if (rc != 0 || (present & (PI_RESERVED | PI_EXTENSION)) != 0)
		return rc;
	return read_end(in);
}

static int
read_status_report(struct pdu *out, struct reader *in, uint8_t first)
{
	out->more_waiting = (first & NO_MORE_WAITING) == 0;
	out->loop = (first & LOOP) != 0;
	int rc = read_octet(&out->reference, in, "message reference");
	if (rc == 0)
		rc = read_address(&out->peer, in);
	if (rc == 0)
		rc = read_stamp(&out->stamp, in, "time stamp");
	if (rc == 0)
		rc = read_stamp(&out->discharged, in, "discharge time");
	if (rc == 0)
		rc = read_octet(&out->status, in, "status");
	return rc == 0 ? read_report_rest(out, in, first) : rc;
}

/* 9.2.3.1.  From the network 1 is SUBMIT-REPORT and 3, reserved, is to be
 * taken as DELIVER; towards it 0 is DELIVER-REPORT and 2 is COMMAND. */
static int
choose_type(struct pdu *out, const struct reader *in, uint8_t first,
    enum pdu_direction direction)
{
	unsigned mti = first & MTI;
	bool fits = true;
	out->type = PDU_TYPE_DELIVER;
	if (mti == MTI_SUBMIT)
		out->type = PDU_TYPE_SUBMIT;
	if (mti == MTI_STATUS_REPORT)
		out->type = PDU_TYPE_STATUS_REPORT;
	switch (direction) {
	case PDU_DIRECTION_GUESS:
		break;
	case PDU_DIRECTION_DELIVER:
		fits = out->type != PDU_TYPE_SUBMIT;
		break;
	case PDU_DIRECTION_SUBMIT:
		fits = out->type == PDU_TYPE_SUBMIT;
		break;
	case PDU_DIRECTION_STATUS_REPORT:
		fits = out->type == PDU_TYPE_STATUS_REPORT;
		break;
	}
	if (fits)
		return 0;
	return err_set(in->err, PDU_TYPE, in->at - 1,
	    "message type %u is none of this direction", mti);
}

static int
read_message(struct pdu *out, struct reader *in, enum pdu_direction direction)
{
	uint8_t first = 0;
	int rc = read_octet(&first, in, "first octet of the message");
	if (rc == 0)
		rc = choose_type(out, in, first, direction);
	if (rc != 0)
		return rc;
	out->report = (first & REPORT) != 0;
	out->coding = pdu_dcs_decode(0);
	switch (out->type) {
	case PDU_TYPE_DELIVER:
		out->reply_path = (first & REPLY_PATH) != 0;
		return read_deliver(out, in, first);
	case PDU_TYPE_SUBMIT:
		out->reply_path = (first & REPLY_PATH) != 0;
		return read_submit(out, in, first);
	case PDU_TYPE_STATUS_REPORT:
		return read_status_report(out, in, first);
	}
	return 0;
}

/* Cuts filler behind the announced length away; anything else of another
 * length is no PDU of that announcement. */
static int
check_announced(struct reader *in, size_t announced)
{
	size_t octets = in->pdu.octets - in->at;
	struct span rest =
	    span_part(in->pdu, in->at + announced, in->pdu.octets);
	if (octets < announced || !only_filler(rest))
		return err_set(in->err, PDU_LENGTH, in->at,
		    "%zu octets of message, %zu announced", octets, announced);
	in->pdu.octets -= rest.octets;
	return 0;
}

static int
read_frame(struct pdu *out, struct reader *in, long framing)
{
	if (framing == PDU_WITHOUT_SMSC)
		return 0;
	if (framing >= 0 && (size_t)framing == in->pdu.octets)
		return 0;
	int rc = pdu_addr_decode_smsc(&out->smsc, in->pdu, &in->at, in->err);
	if (rc == 0 && framing >= 0)
		rc = check_announced(in, (size_t)framing);
	return rc;
}

int
pdu_decode(struct pdu *out, struct span octets, enum pdu_direction direction,
    long framing, struct err *err)
{
	struct reader in = {.pdu = octets, .err = err};
	memset(out, 0, sizeof(*out));
	int rc = read_frame(out, &in, framing);
	if (rc == 0)
		rc = read_message(out, &in, direction);
	if (rc != 0)
		memset(out, 0, sizeof(*out));
	return rc;
}

enum pdu_outcome
pdu_status_outcome(uint8_t status)
{
	if (status < 0x20)
		return PDU_OUTCOME_DELIVERED;
	return status < 0x40 ? PDU_OUTCOME_TRYING : PDU_OUTCOME_FAILED;
}

bool
pdu_status_is_temporary(uint8_t status)
{
	return status >= 0x60 && status < 0x80;
}

const char *
pdu_type_name(enum pdu_type type)
{
	switch (type) {
	case PDU_TYPE_DELIVER:
		return "deliver";
	case PDU_TYPE_SUBMIT:
		return "submit";
	case PDU_TYPE_STATUS_REPORT:
		return "status-report";
	}
	return "";
}

const char *
pdu_outcome_name(enum pdu_outcome outcome)
{
	switch (outcome) {
	case PDU_OUTCOME_DELIVERED:
		return "delivered";
	case PDU_OUTCOME_TRYING:
		return "trying";
	case PDU_OUTCOME_FAILED:
		return "failed";
	}
	return "";
}
