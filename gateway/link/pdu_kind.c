#include "gateway/link/pdu_kind.h"

#define PID_SILENT 0x40
#define PID_REPLACE_FIRST 0x41
#define PID_REPLACE_LAST 0x47
#define PID_RETURN_CALL 0x5F
#define PID_DOWNLOAD_FIRST 0x7C /* ANSI-136, ME, ME de-personalisation, SIM */
#define PID_DOWNLOAD_LAST 0x7F

static const char *
why_no_text(const struct pdu *pdu)
{
	if (pdu->pid >= PID_DOWNLOAD_FIRST && pdu->pid <= PID_DOWNLOAD_LAST)
		return "a download to the SIM or the phone";
	if (pdu->udh.ports.present)
		return udh_is_push(&pdu->udh) ? "WAP push or MMS notice"
					      : "for a program on the phone";
	if (pdu->coding.waiting || pdu->udh.special)
		return "message waiting";
	if (pdu->pid == PID_RETURN_CALL)
		return "a wish to be called";
	if (pdu->coding.compressed)
		return "compressed text";
	return pdu->alphabet == SMS_8BIT ? "binary message" : "";
}

enum msg_kind
pdu_kind(const struct pdu *pdu, const char **why_out)
{
	*why_out = "";
	if (pdu->type != PDU_TYPE_DELIVER)
		return MSG_REPORT;
	if (pdu->pid == PID_SILENT)
		return MSG_SILENT;
	*why_out = why_no_text(pdu);
	return (*why_out)[0] != '\0' ? MSG_BINARY : MSG_TEXT;
}

int
pdu_kind_replaces(const struct pdu *pdu)
{
	bool does = pdu->type == PDU_TYPE_DELIVER &&
		    pdu->pid >= PID_REPLACE_FIRST &&
		    pdu->pid <= PID_REPLACE_LAST;
	return does ? pdu->pid - PID_REPLACE_FIRST + 1 : 0;
}
