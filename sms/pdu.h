/* pdu - one short message as a modem hands it over: SMS-DELIVER, SMS-SUBMIT
 * and SMS-STATUS-REPORT, both ways; and, to be known when they turn up, the
 * answers to them (SMS-DELIVER-REPORT, SMS-SUBMIT-REPORT) and SMS-COMMAND.
 *
 * Clause: 3GPP TS 23.040 9.2.2.  In: octets (hex is undone by base/span),
 * with or without the service centre's address in front.  Out: one flat record
 * with the text as UTF-8; members that the type does not have are zero.
 * Limits: 140 octets of user data, 20 digits.  Octets behind the end are
 * refused unless they are all 0xFF.
 * err->offset counts from the first octet handed in.
 * Owns nothing, allocates nothing, no clock, no log.
 * Not here: joining parts (sms/segment), what a report means to a queue. */
#ifndef SMS_PDU_H
#define SMS_PDU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "sms/gsm7.h"
#include "sms/pdu_addr.h"
#include "sms/pdu_dcs.h"
#include "sms/pdu_err.h"
#include "sms/pdu_status.h"
#include "sms/pdu_time.h"
#include "sms/udh.h"

#define PDU_USER_DATA_OCTETS 140u
/* 160 septets of three octets each, and the NUL. */
#define PDU_TEXT_OCTETS (GSM7_SEPTETS_MAX * GSM7_UTF8_OCTETS + 1u)
/* The longest PDU: SMSC 12, first octet, mr, address 12, pid, dcs, validity 7,
 * length, user data 140; with room for SIM filler. */
#define PDU_OCTETS_MAX 192u

/* The message type bits mean different things on the way to the handset and
 * on the way to the service centre, so the caller says which it is. */
enum pdu_direction {
	PDU_DIRECTION_GUESS, /* 0, 3 deliver; 1 submit; 2 report */
	PDU_DIRECTION_DELIVER, /* from the network: deliver or report */
	PDU_DIRECTION_SUBMIT, /* to the network (stored by the modem) */
	PDU_DIRECTION_STATUS_REPORT, /* from the network: report only */
	PDU_DIRECTION_DELIVER_REPORT, /* to the network, this alone */
	PDU_DIRECTION_SUBMIT_REPORT, /* from the network, this alone */
	PDU_DIRECTION_COMMAND, /* to the network, this alone */
};

enum pdu_type {
	PDU_TYPE_DELIVER,
	PDU_TYPE_SUBMIT,
	PDU_TYPE_STATUS_REPORT,
	PDU_TYPE_DELIVER_REPORT,
	PDU_TYPE_SUBMIT_REPORT,
	PDU_TYPE_COMMAND,
};

/* How the octets are framed. */
#define PDU_WITH_SMSC (-1L) /* SMSC field in front, no length announced */
#define PDU_WITHOUT_SMSC (-2L) /* the TPDU alone */
/* >= 0: TPDU octets as +CMT, +CMGR, +CMGL or +CDS announced.  When that is all
 * there is, the modem left the SMSC field out (seen on Ericsson, Motorola). */

struct pdu {
	enum pdu_type type;
	struct pdu_addr smsc; /* text is "" when not given */
	struct pdu_addr peer; /* sender of a DELIVER, else the recipient */
	bool more_waiting; /* DELIVER, STATUS-REPORT (bit is inverted) */
	bool loop; /* DELIVER, STATUS-REPORT: TP-LP */
	bool report; /* DELIVER: SRI, SUBMIT: SRR, report: SRQ */
	bool reply_path;
	bool reject_duplicates; /* SUBMIT */
	uint8_t reference; /* SUBMIT, STATUS-REPORT, COMMAND: TP-MR */
	uint8_t pid, dcs;
	bool has_pid, has_dcs; /* of reports and COMMAND: they are there */
	struct pdu_dcs coding;
	struct pdu_stamp stamp; /* DELIVER, STATUS-REPORT */
	struct pdu_stamp discharged; /* STATUS-REPORT */
	uint8_t status; /* STATUS-REPORT: TP-ST, see sms/pdu_status */
	bool has_cause; /* DELIVER-REPORT, SUBMIT-REPORT: it is an error */
	uint8_t cause; /* TP-FCS */
	uint8_t command, number; /* COMMAND: TP-CT, TP-MN */
	struct pdu_validity validity; /* SUBMIT */
	bool has_user_data; /* false: a report without text */
	struct udh udh;
	enum sms_alphabet alphabet;
	/* Behind the header: septets one to an octet (gsm7) or octets. */
	uint8_t data[GSM7_SEPTETS_MAX];
	size_t data_count;
	char text[PDU_TEXT_OCTETS]; /* "" for 8 bit data */
	size_t text_octets; /* UCS2 text may hold NULs */
	bool odd_octet; /* UCS2 with half a unit at the end */
	bool escape_at_end; /* the next part's first character belongs to it */
};

/* framing: PDU_WITH_SMSC, PDU_WITHOUT_SMSC or the announced TPDU octets.
 * 0, else *out is zeroed and: PDU_SHORT, PDU_LONG, PDU_TYPE, PDU_HEADER,
 * PDU_TRAILING, PDU_LENGTH. */
int pdu_decode(struct pdu *out, struct span octets,
    enum pdu_direction direction, long framing, struct err *err);

const char *pdu_type_name(enum pdu_type type); /* "status-report" */

/* Text and how it is coded, for the encoders. */
struct pdu_content {
	enum sms_alphabet alphabet;
	int class; /* PDU_CLASS_NONE or 0..3 */
	struct span data; /* septets one to an octet, or octets */
	struct udh header; /* concat and ports count; zero: no header */
	uint8_t pid;
};

struct pdu_submit_spec {
	struct str smsc; /* empty: the modem's own */
	struct str to; /* digits, plus sign in front when international */
	uint8_t reference; /* TP-MR; most modems write their own */
	bool report; /* ask for a status report */
	bool reject_duplicates;
	bool reply_path;
	int64_t validity_minutes; /* 0: as the next member says */
	struct pdu_validity validity; /* none: leave it to the service centre */
	struct pdu_content content;
};

struct pdu_deliver_spec {
	struct str smsc;
	struct str from; /* digits, or a name */
	bool more_waiting;
	bool report;
	bool reply_path;
	struct pdu_stamp stamp;
	struct pdu_content content;
};

struct pdu_report_spec {
	struct str smsc;
	struct str to;
	uint8_t reference;
	bool more_waiting;
	struct pdu_stamp stamp, discharged;
	uint8_t status;
};

/* SMSC field (one octet 00 when empty) and TPDU into dst; PDU_OCTETS_MAX is
 * always enough.  Returns the octets written; *tpdu_octets_out (may be NULL)
 * is the number for AT+CMGS.  Else PDU_NUMBER, PDU_TEXT, PDU_LONG (content
 * beyond 140 octets), PDU_VALUE, PDU_ROOM; *tpdu_octets_out is 0 then. */
int pdu_encode_submit(uint8_t *dst, size_t dst_octets, size_t *tpdu_octets_out,
    const struct pdu_submit_spec *spec, struct err *err);
int pdu_encode_deliver(uint8_t *dst, size_t dst_octets, size_t *tpdu_octets_out,
    const struct pdu_deliver_spec *spec, struct err *err);
int pdu_encode_status_report(uint8_t *dst, size_t dst_octets,
    size_t *tpdu_octets_out, const struct pdu_report_spec *spec,
    struct err *err);

#endif
