/* SMS-DELIVER-REPORT, SMS-SUBMIT-REPORT and SMS-COMMAND: no modem hands these
 * over as messages, but traces have them. */
#include <string.h>

#include "sms/pdu_read.h"

#define CAUSE_FIRST 0x80u

/* 23.040 9.2.2.1a: an error has a cause in front of the parameter indicator.
 * Causes start at 80, and an indicator has that bit only when it goes on,
 * which no release has needed. */
static int
read_cause(struct pdu *out, struct pdu_reader *in)
{
	if (in->at >= in->pdu.octets || in->pdu.at[in->at] < CAUSE_FIRST)
		return 0;
	out->has_cause = true;
	return pdu_read_octet(&out->cause, in, "failure cause");
}

int
pdu_read_deliver_report(struct pdu *out, struct pdu_reader *in, bool has_header)
{
	uint8_t present = 0;
	int rc = read_cause(out, in);
	if (rc == 0)
		rc = pdu_read_indicator(&present, in);
	return rc == 0 ? pdu_read_indicated(out, in, present, has_header) : rc;
}

/* 9.2.2.2a */
int
pdu_read_submit_report(struct pdu *out, struct pdu_reader *in, bool has_header)
{
	uint8_t present = 0;
	int rc = read_cause(out, in);
	if (rc == 0)
		rc = pdu_read_indicator(&present, in);
	if (rc == 0)
		rc = pdu_read_stamp(&out->stamp, in, "time stamp");
	return rc == 0 ? pdu_read_indicated(out, in, present, has_header) : rc;
}

/* 9.2.3.20, 9.2.3.21: the length counts octets, whatever they are. */
static int
read_command_data(struct pdu *out, struct pdu_reader *in, bool has_header)
{
	uint8_t length = 0;
	size_t length_at = in->at;
	int rc = pdu_read_octet(&length, in, "command data length");
	if (rc != 0 || length == 0)
		return rc;
	in->at = length_at; /* the same shape as 8 bit user data */
	out->alphabet = SMS_8BIT;
	return pdu_read_user_data(out, in, has_header);
}

/* 9.2.2.4 */
int
pdu_read_command(struct pdu *out, struct pdu_reader *in, bool has_header)
{
	int rc = pdu_read_octet(&out->reference, in, "message reference");
	out->has_pid = true;
	if (rc == 0)
		rc = pdu_read_octet(&out->pid, in, "protocol identifier");
	if (rc == 0)
		rc = pdu_read_octet(&out->command, in, "command type");
	if (rc == 0)
		rc = pdu_read_octet(&out->number, in, "message number");
	if (rc == 0)
		rc = pdu_read_address(&out->peer, in);
	if (rc == 0)
		rc = read_command_data(out, in, has_header);
	return rc == 0 ? pdu_read_end(in) : rc;
}
