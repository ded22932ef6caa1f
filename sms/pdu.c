#include "sms/pdu.h"

#include <string.h>

#include "sms/pdu_read.h"

/* First octet, 23.040 9.2.2; bit 5 is SRI, SRR or SRQ by type. */
#define MTI 0x03u
#define MTI_SUBMIT 1u
#define MTI_RESERVED 3u
#define NO_MORE_WAITING 0x04u
#define REJECT_DUPLICATES 0x04u
#define LOOP 0x08u
#define REPORT 0x20u
#define HAS_HEADER 0x40u
#define REPLY_PATH 0x80u

static int
read_deliver(struct pdu *out, struct pdu_reader *in, uint8_t first)
{
	out->more_waiting = (first & NO_MORE_WAITING) == 0;
	out->loop = (first & LOOP) != 0;
	int rc = pdu_read_address(&out->peer, in);
	if (rc == 0)
		rc = pdu_read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0)
		rc = pdu_read_coding(out, in);
	if (rc == 0)
		rc = pdu_read_stamp(&out->stamp, in, "time stamp");
	if (rc == 0)
		rc = pdu_read_user_data(out, in, (first & HAS_HEADER) != 0);
	return rc == 0 ? pdu_read_end(in) : rc;
}

static int
read_submit(struct pdu *out, struct pdu_reader *in, uint8_t first)
{
	static const enum pdu_validity_form forms[4] = {
	    PDU_VALIDITY_NONE,
	    PDU_VALIDITY_ENHANCED,
	    PDU_VALIDITY_RELATIVE,
	    PDU_VALIDITY_ABSOLUTE,
	};
	out->reject_duplicates = (first & REJECT_DUPLICATES) != 0;
	int rc = pdu_read_octet(&out->reference, in, "message reference");
	if (rc == 0)
		rc = pdu_read_address(&out->peer, in);
	if (rc == 0)
		rc = pdu_read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0)
		rc = pdu_read_coding(out, in);
	if (rc == 0)
		rc = pdu_time_validity_decode(&out->validity,
		    forms[first >> 3 & 3], in->pdu, &in->at, in->err);
	if (rc == 0)
		rc = pdu_read_user_data(out, in, (first & HAS_HEADER) != 0);
	return rc == 0 ? pdu_read_end(in) : rc;
}

static int
read_status_report(struct pdu *out, struct pdu_reader *in, uint8_t first)
{
	out->more_waiting = (first & NO_MORE_WAITING) == 0;
	out->loop = (first & LOOP) != 0;
	int rc = pdu_read_octet(&out->reference, in, "message reference");
	if (rc == 0)
		rc = pdu_read_address(&out->peer, in);
	if (rc == 0)
		rc = pdu_read_stamp(&out->stamp, in, "time stamp");
	if (rc == 0)
		rc = pdu_read_stamp(&out->discharged, in, "discharge time");
	if (rc == 0)
		rc = pdu_read_octet(&out->status, in, "status");
	if (rc != 0)
		return rc;
	/* All behind TP-ST is optional. */
	if (pdu_read_only_filler(span_part(in->pdu, in->at, in->pdu.octets)))
		return 0;
	uint8_t present = 0;
	rc = pdu_read_indicator(&present, in);
	return rc == 0 ? pdu_read_indicated(
			     out, in, present, (first & HAS_HEADER) != 0)
		       : rc;
}

static bool
from_network(enum pdu_direction direction)
{
	switch (direction) {
	case PDU_DIRECTION_SUBMIT:
	case PDU_DIRECTION_DELIVER_REPORT:
	case PDU_DIRECTION_COMMAND:
		return false;
	case PDU_DIRECTION_GUESS:
	case PDU_DIRECTION_DELIVER:
	case PDU_DIRECTION_STATUS_REPORT:
	case PDU_DIRECTION_SUBMIT_REPORT:
		break;
	}
	return true;
}

/* 9.2.3.1; 3 is reserved, and from the network to be taken as DELIVER. */
static enum pdu_type
type_of(unsigned mti, bool incoming)
{
	static const enum pdu_type types[2][4] = {
	    {PDU_TYPE_DELIVER_REPORT, PDU_TYPE_SUBMIT, PDU_TYPE_COMMAND,
		PDU_TYPE_SUBMIT},
	    {PDU_TYPE_DELIVER, PDU_TYPE_SUBMIT_REPORT, PDU_TYPE_STATUS_REPORT,
		PDU_TYPE_DELIVER},
	};
	return types[incoming][mti];
}

static bool
wanted(enum pdu_type type, enum pdu_direction direction)
{
	switch (direction) {
	case PDU_DIRECTION_GUESS:
		return true;
	case PDU_DIRECTION_DELIVER:
		return type == PDU_TYPE_DELIVER ||
		       type == PDU_TYPE_STATUS_REPORT;
	case PDU_DIRECTION_SUBMIT:
		return type == PDU_TYPE_SUBMIT;
	case PDU_DIRECTION_STATUS_REPORT:
		return type == PDU_TYPE_STATUS_REPORT;
	case PDU_DIRECTION_DELIVER_REPORT:
		return type == PDU_TYPE_DELIVER_REPORT;
	case PDU_DIRECTION_SUBMIT_REPORT:
		return type == PDU_TYPE_SUBMIT_REPORT;
	case PDU_DIRECTION_COMMAND:
		return type == PDU_TYPE_COMMAND;
	}
	return false;
}

/* Who does not know the direction has a text: one that came, one that is
 * stored to be sent, or a report. */
static int
choose_type(struct pdu *out, const struct pdu_reader *in, uint8_t first,
    enum pdu_direction direction)
{
	unsigned mti = first & MTI;
	bool incoming = from_network(direction);
	out->type = type_of(mti, incoming);
	if (direction == PDU_DIRECTION_GUESS && mti == MTI_SUBMIT)
		out->type = PDU_TYPE_SUBMIT;
	if (wanted(out->type, direction) && (incoming || mti != MTI_RESERVED))
		return 0;
	return err_set(in->err, PDU_TYPE, in->at - 1,
	    "message type %u %s the network is %s, which is not asked for", mti,
	    incoming ? "from" : "to",
	    mti == MTI_RESERVED && !incoming ? "reserved"
					     : pdu_type_name(out->type));
}

static int
read_message(
    struct pdu *out, struct pdu_reader *in, enum pdu_direction direction)
{
	uint8_t first = 0;
	int rc = pdu_read_octet(&first, in, "first octet of the message");
	if (rc == 0)
		rc = choose_type(out, in, first, direction);
	if (rc != 0)
		return rc;
	bool has_header = (first & HAS_HEADER) != 0;
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
	case PDU_TYPE_DELIVER_REPORT:
		return pdu_read_deliver_report(out, in, has_header);
	case PDU_TYPE_SUBMIT_REPORT:
		return pdu_read_submit_report(out, in, has_header);
	case PDU_TYPE_COMMAND:
		return pdu_read_command(out, in, has_header);
	}
	return 0;
}

/* Cuts filler behind the announced length away; anything else of another
 * length is no PDU of that announcement. */
static int
check_announced(struct pdu_reader *in, size_t announced)
{
	size_t octets = in->pdu.octets - in->at;
	struct span rest =
	    span_part(in->pdu, in->at + announced, in->pdu.octets);
	if (octets < announced || !pdu_read_only_filler(rest))
		return err_set(in->err, PDU_LENGTH, in->at,
		    "%zu octets of message, %zu announced", octets, announced);
	in->pdu.octets -= rest.octets;
	return 0;
}

static int
read_frame(struct pdu *out, struct pdu_reader *in, long framing)
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
	struct pdu_reader in = {.pdu = octets, .err = err};
	memset(out, 0, sizeof(*out));
	int rc = read_frame(out, &in, framing);
	if (rc == 0)
		rc = read_message(out, &in, direction);
	if (rc != 0)
		memset(out, 0, sizeof(*out));
	return rc;
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
	case PDU_TYPE_DELIVER_REPORT:
		return "deliver-report";
	case PDU_TYPE_SUBMIT_REPORT:
		return "submit-report";
	case PDU_TYPE_COMMAND:
		return "command";
	}
	return "";
}
