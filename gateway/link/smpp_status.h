/* smpp_status - what a command_status means, and what it asks of us.
 *
 * Clauses: SMPP 3.4 table 5-2, 5.0 table 4-45, which adds 0x100 and above.
 * 0x400-0x4FF are each vendor's own; all others are reserved, and used by some
 * centres all the same.  Which of these codes a centre chooses is folklore:
 * the class says what they are used for in the field.
 * Pure: const tables. */
#ifndef GATEWAY_LINK_SMPP_STATUS_H
#define GATEWAY_LINK_SMPP_STATUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/core/outcome.h"

enum smpp_status {
	SMPP_ROK = 0x00,
	SMPP_RINVMSGLEN = 0x01,
	SMPP_RINVCMDLEN = 0x02,
	SMPP_RINVCMDID = 0x03,
	SMPP_RINVBNDSTS = 0x04,
	SMPP_RALYBND = 0x05,
	SMPP_RINVPRTFLG = 0x06,
	SMPP_RINVREGDLVFLG = 0x07,
	SMPP_RSYSERR = 0x08,
	SMPP_RINVSRCADR = 0x0A,
	SMPP_RINVDSTADR = 0x0B,
	SMPP_RINVMSGID = 0x0C,
	SMPP_RBINDFAIL = 0x0D,
	SMPP_RINVPASWD = 0x0E,
	SMPP_RINVSYSID = 0x0F,
	SMPP_RCANCELFAIL = 0x11,
	SMPP_RREPLACEFAIL = 0x13,
	SMPP_RMSGQFUL = 0x14,
	SMPP_RINVSERTYP = 0x15,
	SMPP_RINVNUMDESTS = 0x33,
	SMPP_RINVDLNAME = 0x34,
	SMPP_RINVDESTFLAG = 0x40,
	SMPP_RINVSUBREP = 0x42,
	SMPP_RINVESMCLASS = 0x43,
	SMPP_RCNTSUBDL = 0x44,
	SMPP_RSUBMITFAIL = 0x45,
	SMPP_RINVSRCTON = 0x48,
	SMPP_RINVSRCNPI = 0x49,
	SMPP_RINVDSTTON = 0x50,
	SMPP_RINVDSTNPI = 0x51,
	SMPP_RINVSYSTYP = 0x53,
	SMPP_RINVREPFLAG = 0x54,
	SMPP_RINVNUMMSGS = 0x55,
	SMPP_RTHROTTLED = 0x58,
	SMPP_RINVSCHED = 0x61,
	SMPP_RINVEXPIRY = 0x62,
	SMPP_RINVDFTMSGID = 0x63,
	SMPP_RX_T_APPN = 0x64,
	SMPP_RX_P_APPN = 0x65,
	SMPP_RX_R_APPN = 0x66,
	SMPP_RQUERYFAIL = 0x67,
	SMPP_RINVTLVSTREAM = 0xC0, /* 3.4: ESME_RINVOPTPARSTREAM */
	SMPP_RTLVNOTALLWD = 0xC1, /* 3.4: ESME_ROPTPARNOTALLWD */
	SMPP_RINVTLVLEN = 0xC2, /* 3.4: ESME_RINVPARLEN */
	SMPP_RMISSINGTLV = 0xC3, /* 3.4: ESME_RMISSINGOPTPARAM */
	SMPP_RINVTLVVAL = 0xC4, /* 3.4: ESME_RINVOPTPARAMVAL */
	SMPP_RDELIVERYFAILURE = 0xFE,
	SMPP_RUNKNOWNERR = 0xFF,
	SMPP_RSERTYPUNAUTH = 0x100, /* from here on 5.0 */
	SMPP_RPROHIBITED = 0x101,
	SMPP_RSERTYPUNAVAIL = 0x102,
	SMPP_RSERTYPDENIED = 0x103,
	SMPP_RINVDCS = 0x104,
	SMPP_RINVSRCADDRSUBUNIT = 0x105,
	SMPP_RINVDSTADDRSUBUNIT = 0x106,
	SMPP_RINVBCASTFREQINT = 0x107,
	SMPP_RINVBCASTALIAS_NAME = 0x108,
	SMPP_RINVBCASTAREAFMT = 0x109,
	SMPP_RINVNUMBCAST_AREAS = 0x10A,
	SMPP_RINVBCASTCNTTYPE = 0x10B,
	SMPP_RINVBCASTMSGCLASS = 0x10C,
	SMPP_RBCASTFAIL = 0x10D,
	SMPP_RBCASTQUERYFAIL = 0x10E,
	SMPP_RBCASTCANCELFAIL = 0x10F,
	SMPP_RINVBCAST_REP = 0x110,
	SMPP_RINVBCASTSRVGRP = 0x111,
	SMPP_RINVBCASTCHANIND = 0x112,
};

#define SMPP_STATUS_VENDOR_FIRST 0x400u
#define SMPP_STATUS_VENDOR_LAST 0x4FFu

enum smpp_status_class {
	SMPP_CLASS_OK,
	SMPP_CLASS_THROTTLED, /* we are too fast: the link slows down */
	SMPP_CLASS_FULL, /* its queue is: often this recipient's alone */
	SMPP_CLASS_PASSING, /* its own trouble: later, here */
	SMPP_CLASS_NUMBER, /* this number, for ever */
	SMPP_CLASS_TEXT, /* it finds our PDU wrong, and will again */
	SMPP_CLASS_SENDER, /* our number, service or contract: this link cannot
			      send this; another may */
	SMPP_CLASS_SESSION, /* not bound (any more): bind again */
	SMPP_CLASS_LOGIN, /* who we say we are: somebody must look */
	SMPP_CLASS_UNKNOWN, /* vendor's own, or reserved */
};

struct smpp_status_row {
	uint32_t code;
	const char *name; /* "ESME_RTHROTTLED" */
	enum smpp_status_class class;
	enum refusal refusal; /* as the answer to a text; NONE: taken */
	const char *words; /* "we send too fast": for logs and people */
};

/* Never NULL: codes without a row of their own give the vendor's or the
 * reserved row, whose code is not theirs. */
const struct smpp_status_row *smpp_status_find(uint32_t code);

/* "ESME_RTHROTTLED (0x58): we send too fast"; returns dst. */
const char *smpp_status_text(char *dst, size_t dst_octets, uint32_t code);

/* All rows with a code of their own, for tests and listings. */
const struct smpp_status_row *smpp_status_rows(size_t *count_out);

#endif
