#include "gateway/link/smpp_status.h"

#include <stdio.h>

#define OK SMPP_CLASS_OK, REFUSAL_NONE
#define SLOWER SMPP_CLASS_THROTTLED, REFUSAL_WAIT
/* Whose queue, it does not say.  As a passing fault of the text it neither
 * holds up the others for ever nor is it tried without end. */
#define FULL SMPP_CLASS_FULL, REFUSAL_RETRY
#define PASSING SMPP_CLASS_PASSING, REFUSAL_RETRY
#define NUMBER SMPP_CLASS_NUMBER, REFUSAL_DEAD
#define TEXT SMPP_CLASS_TEXT, REFUSAL_TEXT
#define SENDER SMPP_CLASS_SENDER, REFUSAL_ELSEWHERE
#define SESSION SMPP_CLASS_SESSION, REFUSAL_WAIT
#define LOGIN SMPP_CLASS_LOGIN, REFUSAL_BLOCKED

static const struct smpp_status_row rows[] = {
    {SMPP_ROK, "ESME_ROK", OK, "taken"},
    {SMPP_RINVMSGLEN, "ESME_RINVMSGLEN", TEXT, "the text is too long for it"},
    {SMPP_RINVCMDLEN, "ESME_RINVCMDLEN", TEXT,
	"it finds the PDU's length wrong"},
    {SMPP_RINVCMDID, "ESME_RINVCMDID", SENDER, "it does not know the command"},
    {SMPP_RINVBNDSTS, "ESME_RINVBNDSTS", SESSION,
	"we are not bound for this, it says"},
    {SMPP_RALYBND, "ESME_RALYBND", SESSION, "we are bound already, it says"},
    {SMPP_RINVPRTFLG, "ESME_RINVPRTFLG", TEXT, "it does not like the priority"},
    {SMPP_RINVREGDLVFLG, "ESME_RINVREGDLVFLG", TEXT,
	"it does not like the wish for a receipt"},
    {SMPP_RSYSERR, "ESME_RSYSERR", PASSING, "its system has an error"},
    {SMPP_RINVSRCADR, "ESME_RINVSRCADR", SENDER,
	"it does not let us send from this number"},
    {SMPP_RINVDSTADR, "ESME_RINVDSTADR", NUMBER,
	"the recipient's number is none"},
    {SMPP_RINVMSGID, "ESME_RINVMSGID", TEXT, "it does not know the message id"},
    {SMPP_RBINDFAIL, "ESME_RBINDFAIL", LOGIN, "it refuses the bind"},
    {SMPP_RINVPASWD, "ESME_RINVPASWD", LOGIN, "the password is wrong"},
    {SMPP_RINVSYSID, "ESME_RINVSYSID", LOGIN, "the system_id is wrong"},
    {SMPP_RCANCELFAIL, "ESME_RCANCELFAIL", PASSING, "it cannot take it back"},
    {SMPP_RREPLACEFAIL, "ESME_RREPLACEFAIL", PASSING, "it cannot replace it"},
    {SMPP_RMSGQFUL, "ESME_RMSGQFUL", FULL, "its queue is full"},
    {SMPP_RINVSERTYP, "ESME_RINVSERTYP", SENDER,
	"it does not like the service_type"},
    {SMPP_RINVNUMDESTS, "ESME_RINVNUMDESTS", TEXT,
	"the number of destinations is wrong"},
    {SMPP_RINVDLNAME, "ESME_RINVDLNAME", TEXT,
	"the distribution list is unknown"},
    {SMPP_RINVDESTFLAG, "ESME_RINVDESTFLAG", TEXT,
	"a destination is neither number nor list"},
    {SMPP_RINVSUBREP, "ESME_RINVSUBREP", TEXT, "it does not replace texts"},
    {SMPP_RINVESMCLASS, "ESME_RINVESMCLASS", TEXT,
	"it does not like the esm_class"},
    {SMPP_RCNTSUBDL, "ESME_RCNTSUBDL", SENDER,
	"it does not send to distribution lists"},
    {SMPP_RSUBMITFAIL, "ESME_RSUBMITFAIL", PASSING, "it could not take it"},
    {SMPP_RINVSRCTON, "ESME_RINVSRCTON", SENDER,
	"our number's type (source-ton) is wrong"},
    {SMPP_RINVSRCNPI, "ESME_RINVSRCNPI", SENDER,
	"our number's plan (source-npi) is wrong"},
    {SMPP_RINVDSTTON, "ESME_RINVDSTTON", NUMBER,
	"the recipient's type of number is wrong"},
    {SMPP_RINVDSTNPI, "ESME_RINVDSTNPI", NUMBER,
	"the recipient's numbering plan is wrong"},
    {SMPP_RINVSYSTYP, "ESME_RINVSYSTYP", LOGIN, "the system_type is wrong"},
    {SMPP_RINVREPFLAG, "ESME_RINVREPFLAG", TEXT,
	"it does not like replace_if_present"},
    {SMPP_RINVNUMMSGS, "ESME_RINVNUMMSGS", TEXT,
	"the number of messages is wrong"},
    {SMPP_RTHROTTLED, "ESME_RTHROTTLED", SLOWER, "we send too fast for it"},
    {SMPP_RINVSCHED, "ESME_RINVSCHED", TEXT,
	"it does not like the delivery time"},
    {SMPP_RINVEXPIRY, "ESME_RINVEXPIRY", TEXT,
	"it does not like the validity period"},
    {SMPP_RINVDFTMSGID, "ESME_RINVDFTMSGID", TEXT,
	"it does not have that message"},
    {SMPP_RX_T_APPN, "ESME_RX_T_APPN", PASSING,
	"the receiver cannot take it now"},
    {SMPP_RX_P_APPN, "ESME_RX_P_APPN", NUMBER,
	"the receiver will never take it"},
    {SMPP_RX_R_APPN, "ESME_RX_R_APPN", TEXT, "the receiver rejects it"},
    {SMPP_RQUERYFAIL, "ESME_RQUERYFAIL", PASSING, "it cannot tell"},
    {SMPP_RINVTLVSTREAM, "ESME_RINVTLVSTREAM", TEXT,
	"it cannot read the optional parameters"},
    {SMPP_RTLVNOTALLWD, "ESME_RTLVNOTALLWD", TEXT,
	"it does not allow an optional parameter"},
    {SMPP_RINVTLVLEN, "ESME_RINVTLVLEN", TEXT,
	"an optional parameter's length is wrong"},
    {SMPP_RMISSINGTLV, "ESME_RMISSINGTLV", TEXT,
	"it wants an optional parameter that is not there"},
    {SMPP_RINVTLVVAL, "ESME_RINVTLVVAL", TEXT,
	"an optional parameter's value is wrong"},
    {SMPP_RDELIVERYFAILURE, "ESME_RDELIVERYFAILURE", PASSING,
	"it could not be delivered"},
    {SMPP_RUNKNOWNERR, "ESME_RUNKNOWNERR", PASSING,
	"an error that it does not know itself"},
    {SMPP_RSERTYPUNAUTH, "ESME_RSERTYPUNAUTH", SENDER,
	"our contract does not have this service"},
    {SMPP_RPROHIBITED, "ESME_RPROHIBITED", SENDER,
	"our contract does not allow it"},
    {SMPP_RSERTYPUNAVAIL, "ESME_RSERTYPUNAVAIL", PASSING,
	"the service is not there now"},
    {SMPP_RSERTYPDENIED, "ESME_RSERTYPDENIED", SENDER,
	"it denies us the service"},
    {SMPP_RINVDCS, "ESME_RINVDCS", TEXT, "it does not like the data_coding"},
    {SMPP_RINVSRCADDRSUBUNIT, "ESME_RINVSRCADDRSUBUNIT", TEXT,
	"source_addr_subunit is wrong"},
    {SMPP_RINVDSTADDRSUBUNIT, "ESME_RINVDSTADDRSUBUNIT", TEXT,
	"dest_addr_subunit is wrong"},
    {SMPP_RINVBCASTFREQINT, "ESME_RINVBCASTFREQINT", TEXT,
	"the broadcast's frequency is wrong"},
    {SMPP_RINVBCASTALIAS_NAME, "ESME_RINVBCASTALIAS_NAME", TEXT,
	"the broadcast's alias is wrong"},
    {SMPP_RINVBCASTAREAFMT, "ESME_RINVBCASTAREAFMT", TEXT,
	"the broadcast's area is wrong"},
    {SMPP_RINVNUMBCAST_AREAS, "ESME_RINVNUMBCAST_AREAS", TEXT,
	"the number of areas is wrong"},
    {SMPP_RINVBCASTCNTTYPE, "ESME_RINVBCASTCNTTYPE", TEXT,
	"the broadcast's content type is wrong"},
    {SMPP_RINVBCASTMSGCLASS, "ESME_RINVBCASTMSGCLASS", TEXT,
	"the broadcast's class is wrong"},
    {SMPP_RBCASTFAIL, "ESME_RBCASTFAIL", PASSING, "the broadcast failed"},
    {SMPP_RBCASTQUERYFAIL, "ESME_RBCASTQUERYFAIL", PASSING,
	"it cannot tell of the broadcast"},
    {SMPP_RBCASTCANCELFAIL, "ESME_RBCASTCANCELFAIL", PASSING,
	"it cannot take the broadcast back"},
    {SMPP_RINVBCAST_REP, "ESME_RINVBCAST_REP", TEXT,
	"the broadcast's repeats are wrong"},
    {SMPP_RINVBCASTSRVGRP, "ESME_RINVBCASTSRVGRP", TEXT,
	"the broadcast's service group is wrong"},
    {SMPP_RINVBCASTCHANIND, "ESME_RINVBCASTCHANIND", TEXT,
	"the broadcast's channel is wrong"},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

static const struct smpp_status_row vendor_row = {SMPP_STATUS_VENDOR_FIRST,
    "vendor's own", SMPP_CLASS_UNKNOWN, REFUSAL_RETRY,
    "its maker's own code: ask the operator what it means"};
static const struct smpp_status_row reserved_row = {UINT32_MAX, "reserved",
    SMPP_CLASS_UNKNOWN, REFUSAL_RETRY,
    "a code of no standard: ask the operator what it means"};

const struct smpp_status_row *
smpp_status_find(uint32_t code)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].code == code)
			return &rows[i];
	bool vendors =
	    code >= SMPP_STATUS_VENDOR_FIRST && code <= SMPP_STATUS_VENDOR_LAST;
	return vendors ? &vendor_row : &reserved_row;
}

const char *
smpp_status_text(char *dst, size_t dst_octets, uint32_t code)
{
	const struct smpp_status_row *row = smpp_status_find(code);
	snprintf(dst, dst_octets, "%s (0x%02X): %s", row->name, (unsigned)code,
	    row->words);
	return dst;
}

const struct smpp_status_row *
smpp_status_rows(size_t *count_out)
{
	*count_out = ROWS;
	return rows;
}
