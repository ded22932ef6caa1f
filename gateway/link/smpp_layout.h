/* smpp_layout - which fields each SMPP PDU has, in the order of the wire.
 *
 * One table for reading and for writing (smpp_pdu.c, smpp_pdu_encode.c), so
 * that the two cannot differ.  Private to smpp_pdu.
 * Clauses: SMPP 3.4 chapter 4 (the orders), 5.2 (the lengths); 5.0 4.4 and 4.6
 * for broadcasts. */
#ifndef GATEWAY_LINK_SMPP_LAYOUT_H
#define GATEWAY_LINK_SMPP_LAYOUT_H

#include "gateway/link/smpp_pdu.h"

enum smpp_field_kind {
	SMPP_FIELD_OCTET, /* uint8_t */
	SMPP_FIELD_STRING, /* C octet string -> struct str */
	SMPP_FIELD_MESSAGE, /* a length octet, then so many -> struct span */
	SMPP_FIELD_DESTS, /* smpp_sm.dests and .dest_list */
	SMPP_FIELD_UNSUCCESS, /* smpp_resp.unsuccesses and .unsuccess_list */
};

struct smpp_field {
	enum smpp_field_kind kind;
	bool lenient; /* longer than `most` is tolerated */
	uint8_t most; /* of a string, without its NUL */
	uint16_t at; /* its place in struct smpp_pdu */
	uint32_t status; /* that answers a request in which it is wrong */
	const char *name; /* with its clause */
};

struct smpp_layout {
	uint32_t command;
	const char *name;
	const struct smpp_field *fields;
	size_t count;
	bool bare_errors; /* a response of status not 0 has no body */
};

/* NULL: no command of 3.4 or 5.0. */
const struct smpp_layout *smpp_layout_find(uint32_t command);

#endif
