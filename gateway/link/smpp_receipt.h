/* smpp_receipt - what a delivery receipt says, in any of its forms.
 *
 * Clauses: SMPP 3.4 appendix B (a text: "id:… sub:… dlvrd:… submit date:…
 * done date:… stat:… err:… text:…"), 5.3.2.12 (receipted_message_id), 5.3.2.35
 * (message_state), 5.3.2.31 (network_error_code), 2.11 (which PDUs are one).
 * The text form is each vendor's own: fields in any order and case, some
 * missing, blanks after colons, dates of 10, 12 and 16 characters, trailing NUL
 * or blanks, and plain ASCII whatever data_coding says.  Where both forms
 * are, the TLVs are believed and the text adds what they lack.
 * Message ids are numbers to some centres, and they write them in decimal in
 * one place and in hex in another; a setting per direction makes both one key.
 * In: a deliver_sm or data_sm.  Out: fields and views into it.  Pure. */
#ifndef GATEWAY_LINK_SMPP_RECEIPT_H
#define GATEWAY_LINK_SMPP_RECEIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/msg.h"
#include "gateway/link/smpp_pdu.h"

/* message_state 5.2.28, and 5.0 4.7.15; and the words of appendix B. */
enum smpp_state {
	SMPP_STATE_SCHEDULED = 0, /* 5.0 */
	SMPP_STATE_ENROUTE = 1, /* "ENROUTE" */
	SMPP_STATE_DELIVERED = 2, /* "DELIVRD" */
	SMPP_STATE_EXPIRED = 3, /* "EXPIRED" */
	SMPP_STATE_DELETED = 4, /* "DELETED" */
	SMPP_STATE_UNDELIVERABLE = 5, /* "UNDELIV" */
	SMPP_STATE_ACCEPTED = 6, /* "ACCEPTD": read on behalf of the person */
	SMPP_STATE_UNKNOWN = 7, /* "UNKNOWN" */
	SMPP_STATE_REJECTED = 8, /* "REJECTD" */
	SMPP_STATE_SKIPPED = 9, /* 5.0 */
	SMPP_STATE_NONE = 255, /* none was given */
};

/* "DELIVRD", as appendix B writes it; "-" for what has no word. */
const char *smpp_state_word(enum smpp_state state);

enum smpp_id_form {
	SMPP_ID_TEXT, /* compared as it is, blanks at its ends left out */
	SMPP_ID_DECIMAL,
	SMPP_ID_HEX, /* either case, 0x allowed */
};

/* What recognises a message id: 1..2^63-1; 0 for none (empty).  Numbers of up
 * to 77 digits count by value, so 0x1A2B by HEX is 6699 by DECIMAL and leading
 * zeros do not matter; what is no number of its form counts as text. */
int64_t smpp_receipt_key(struct str id, enum smpp_id_form form);

enum smpp_receipt_odd {
	SMPP_RECEIPT_NO_ID = 0x01, /* nothing to find the text by */
	SMPP_RECEIPT_NO_STATE = 0x02,
	SMPP_RECEIPT_TWO_IDS = 0x04, /* text and TLV differ: not only in form */
	SMPP_RECEIPT_TWO_STATES = 0x08, /* they contradict each other */
	SMPP_RECEIPT_NO_TEXT_FORM = 0x10, /* esm_class says receipt, the words
					     are not appendix B's */
};

#define SMPP_RECEIPT_ROOM 256u

struct smpp_receipt {
	struct str id; /* as written; "" none */
	int64_t key; /* of id; 0 none */
	/* When text and TLV have ids that differ: the text's.  0: none. */
	int64_t second_key;
	enum smpp_state state;
	enum msg_report_class report; /* what it comes to */
	/* TP-ST that says the same (3GPP TS 23.040 9.2.3.15): what
	 * msg_in.report_code carries. */
	uint8_t tp_status;
	struct str err; /* "err:" as written, digits or letters; "" none */
	int code; /* err or network_error_code as a number; 0: none */
	struct str done_date, submit_date; /* digits as written; "" none */
	struct str text; /* the first words of the text, as written */
	uint32_t odd;
	/* Where a text in UTF-16 became octets: views may point here, so a
	 * copy of this record is not one. */
	char room[SMPP_RECEIPT_ROOM];
};

/* esm_class says receipt or intermediate notification (or delivery
 * acknowledgement with a state), or TLVs name a message and its state.  Words
 * alone do only when they are the whole of appendix B from "id:" to "stat:", as
 * some centres write and forget to say so: an answer to each would be answered
 * by a receipt, for ever.  A person who writes it tells of texts to his own
 * number only. */
bool smpp_receipt_is(const struct smpp_pdu *pdu);

/* Fills *out from what smpp_receipt_is is true of.  Never fails: what is
 * missing is told by odd.  Without any state it is "trying", which changes
 * nothing. */
void smpp_receipt_read(struct smpp_receipt *out, const struct smpp_pdu *pdu,
    enum smpp_id_form form);

#endif
