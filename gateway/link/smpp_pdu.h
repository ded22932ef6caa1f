/* smpp_pdu - one SMPP PDU, octets <-> fields, for either side of a link.
 *
 * Standards: SMPP 3.4 (clauses named here are its), and what peers of 5.0 send.
 * In: what a socket gave.  Out: one PDU, with views into those octets; nothing
 * is copied, so a PDU dies with the octets it was read from.
 * Three steps, each of which can fail alone:
 *   frame   16 octets of header say how long it is (smpp_pdu_frame)
 *   decode  the body by its command's table of fields (smpp_pdu_decode)
 *   TLVs    the optional parameters behind them (gateway/link/smpp_tlv)
 * What is wrong in a request is an error that says which field, at which octet,
 * and which command_status answers it; the link goes on.  What is wrong in a
 * response is read as far as it goes: a peer that said "accepted" in a clumsy
 * way has accepted.  What we tolerated stands in `odd`.
 * Values are not judged: which priority, coding or state may be is asked by
 * those who use them.
 * Owns nothing, allocates nothing, no clock, no log. */
#ifndef GATEWAY_LINK_SMPP_PDU_H
#define GATEWAY_LINK_SMPP_PDU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "gateway/link/smpp_status.h"
#include "gateway/link/smpp_tlv.h"

/* 3.2: command_length counts itself. */
#define SMPP_HEAD_OCTETS 16u
/* 64 KiB of message_payload, and the rest. */
#define SMPP_LENGTH_MAX 70000u
#define SMPP_VERSION 0x34u /* interface_version, 5.2.4 */
/* 5.1.4: what a sender of requests may use; 0 and the rest are echoed. */
#define SMPP_SEQUENCE_MAX 0x7FFFFFFFu
#define SMPP_SHORT_MESSAGE_OCTETS 254u /* 5.2.22 */
#define SMPP_ADDRESS_OCTETS 20u /* 5.2.8, without NUL; 64 in data_sm */
#define SMPP_MESSAGE_ID_OCTETS 64u /* 5.2.23, without NUL */

/* 5.1.2.1, and 5.0 table 4-2.  A response is its request's with SMPP_RESP. */
#define SMPP_RESP 0x80000000u
#define SMPP_GENERIC_NACK 0x80000000u
enum smpp_command {
	SMPP_BIND_RECEIVER = 0x001,
	SMPP_BIND_TRANSMITTER = 0x002,
	SMPP_QUERY_SM = 0x003,
	SMPP_SUBMIT_SM = 0x004,
	SMPP_DELIVER_SM = 0x005,
	SMPP_UNBIND = 0x006,
	SMPP_REPLACE_SM = 0x007,
	SMPP_CANCEL_SM = 0x008,
	SMPP_BIND_TRANSCEIVER = 0x009,
	SMPP_OUTBIND = 0x00B,
	SMPP_ENQUIRE_LINK = 0x015,
	SMPP_SUBMIT_MULTI = 0x021,
	SMPP_ALERT_NOTIFICATION = 0x102,
	SMPP_DATA_SM = 0x103,
	SMPP_BROADCAST_SM = 0x111, /* 5.0 */
	SMPP_QUERY_BROADCAST_SM = 0x112, /* 5.0 */
	SMPP_CANCEL_BROADCAST_SM = 0x113, /* 5.0 */
};

/* "deliver_sm", "submit_sm_resp"; NULL: no command of 3.4 or 5.0. */
const char *smpp_command_name(uint32_t command);
/* Also generic_nack: it answers, and nothing answers it. */
static inline bool
smpp_is_resp(uint32_t command)
{
	return (command & SMPP_RESP) != 0;
}

/* As on the wire, in our byte order. */
struct smpp_head {
	uint32_t length; /* of the whole PDU; encoding finds it out */
	uint32_t command;
	uint32_t status; /* enum smpp_status; 0 in requests */
	uint32_t sequence;
};

enum smpp_frame {
	SMPP_FRAME_MORE, /* not all there: read on */
	SMPP_FRAME_PDU, /* head->length octets at the front are one PDU */
	/* command_length below 16 or above 70,000: where the next PDU starts
	 * is not known.  generic_nack (RINVCMDLEN) and close. */
	SMPP_FRAME_BAD,
};

/* What stands at the front of the stream.  *head_out is filled as soon as 16
 * octets are there; with 4..15 only its length, with fewer it is zero.
 * BAD is told as soon as the length is there. */
enum smpp_frame smpp_pdu_frame(struct smpp_head *head_out, struct span stream);

struct smpp_addr {
	uint8_t ton, npi; /* 5.2.5, 5.2.6 */
	struct str text; /* as it came: not cleaned, not normalised */
};

/* 5.2.5, 5.2.6: those that telephones' numbers have. */
enum smpp_ton {
	SMPP_TON_UNKNOWN = 0,
	SMPP_TON_INTERNATIONAL = 1,
	SMPP_TON_NATIONAL = 2,
	SMPP_TON_NETWORK = 3, /* short codes, at some centres */
	SMPP_TON_SUBSCRIBER = 4,
	SMPP_TON_ALPHANUMERIC = 5,
	SMPP_TON_ABBREVIATED = 6,
};
enum smpp_npi { SMPP_NPI_UNKNOWN = 0, SMPP_NPI_ISDN = 1 };

/* bind_receiver, bind_transmitter, bind_transceiver (4.1.1, 4.1.3, 4.1.5);
 * outbind (4.1.7) has the first two fields only. */
struct smpp_bind {
	struct str system_id, password, system_type;
	uint8_t interface_version; /* SMPP_VERSION */
	uint8_t addr_ton, addr_npi;
	struct str address_range;
};

/* Every PDU that carries a text.  Fields that the command lacks are empty when
 * read and not looked at when written. */
struct smpp_sm {
	/* submit_sm 4.4.1, deliver_sm 4.6.1, data_sm 4.7.1, submit_multi 4.5.1,
	 * broadcast_sm (5.0 4.4.1); not in replace_sm */
	struct str service_type;
	struct str message_id; /* replace_sm 4.10.1, broadcast_sm */
	struct smpp_addr source;
	struct smpp_addr dest; /* not in submit_multi, replace_sm, broadcast */
	/* submit_multi: dest_address(es), and how many; step with
	 * smpp_dest_next, which cannot fail on what was decoded. */
	uint8_t dests;
	struct span dest_list;
	uint8_t esm_class; /* 5.2.12, SMPP_ESM_x */
	uint8_t protocol_id;
	uint8_t priority;
	struct str schedule_time, validity; /* 7.1.1; "" = none */
	uint8_t registered_delivery; /* 5.2.17 */
	uint8_t replace_if_present;
	uint8_t data_coding; /* 5.2.19 */
	uint8_t default_msg_id;
	struct span short_message; /* with its UDH; not in data_sm */
};

/* 5.2.12.  In deliver_sm the type tells texts from receipts. */
enum smpp_esm {
	SMPP_ESM_TYPE = 0x3C, /* mask; of these: */
	SMPP_ESM_RECEIPT = 0x04, /* what became of a text */
	SMPP_ESM_DELIVERY_ACK = 0x08, /* the telephone's own word */
	SMPP_ESM_USER_ACK = 0x10, /* the person's */
	SMPP_ESM_CONVERSATION_ABORT = 0x18,
	SMPP_ESM_INTERMEDIATE = 0x20, /* not final yet */
	SMPP_ESM_UDHI = 0x40, /* the text begins with a user data header */
	SMPP_ESM_REPLY_PATH = 0x80,
	SMPP_ESM_MODE = 0x03, /* mask, submit_sm: 3 = store and forward */
};

/* 5.2.17, submit_sm and data_sm: a receipt for either end, please. */
#define SMPP_REGISTERED_RECEIPT 0x01u
#define SMPP_REGISTERED_FAILURE_ONLY 0x02u
#define SMPP_REGISTERED_INTERMEDIATE 0x10u

/* query_sm 4.8.1, cancel_sm 4.9.1, query_broadcast_sm and cancel_broadcast_sm
 * (5.0 4.6.1.1, 4.6.2.1). */
struct smpp_about {
	struct str service_type; /* cancel_sm, cancel_broadcast_sm */
	struct str message_id;
	struct smpp_addr source;
	struct smpp_addr dest; /* cancel_sm */
};

/* All responses that say something.  Any field may be empty: peers leave out
 * the body of errors (as 4.4.2 asks), and others, too. */
struct smpp_resp {
	struct str system_id; /* bind_*_resp */
	struct str message_id; /* of sm's, query's, broadcasts' */
	/* query_sm_resp 4.8.2 */
	struct str final_date;
	uint8_t message_state; /* enum smpp_state, gateway/link/smpp_receipt */
	uint8_t error_code;
	/* submit_multi_resp 4.5.2: unsuccess_sme(s); smpp_unsuccess_next */
	uint8_t unsuccesses;
	struct span unsuccess_list;
};

/* alert_notification 4.12.1 */
struct smpp_alert {
	struct smpp_addr source, esme;
};

/* What was not as it ought to be and was tolerated; bits of smpp_pdu.odd. */
enum smpp_odd {
	SMPP_ODD_NO_BODY = 0x01, /* a response of status 0 without its body */
	SMPP_ODD_UNTERMINATED = 0x02, /* string ended with the PDU, not by NUL
				       */
	SMPP_ODD_LONG = 0x04, /* bind's strings, a response's: beyond 5.2 */
	SMPP_ODD_TRAILING = 0x08, /* octets behind the body that are no TLV */
	SMPP_ODD_TLV_LENGTH = 0x10, /* a known TLV of a length that is not its
				       own: read as a number, or unknown */
	SMPP_ODD_TLV_TWICE = 0x20, /* the last of them counts */
	SMPP_ODD_TLV_STREAM = 0x40, /* a response's TLVs ran past its end */
};
/* "no body, string not terminated" for the log; dst may be short. */
const char *smpp_odd_names(char *dst, size_t dst_octets, uint32_t odd);

struct smpp_pdu {
	struct smpp_head head;
	union { /* by head.command; zero where it has no body */
		struct smpp_bind bind;
		struct smpp_sm sm;
		struct smpp_about about;
		struct smpp_resp resp;
		struct smpp_alert alert;
	};
	struct smpp_tlvs tlvs; /* those we know, and a view of all */
	uint32_t odd; /* decoding: enum smpp_odd */
	/* Decoding failed: the command_status that says so, for the response,
	 * or for generic_nack when `nack`.  0 otherwise. */
	uint32_t answer;
	bool nack;
};

enum smpp_pdu_err {
	SMPP_PDU_SHORT = -1, /* a field runs past the end of the body */
	SMPP_PDU_LONG = -2, /* a string beyond the length that 5.2 gives it */
	SMPP_PDU_TLV = -3, /* a TLV's length runs past the end, or leaves 1 to
			      3 octets behind */
	SMPP_PDU_COMMAND = -4, /* command_id of no command */
	SMPP_PDU_VALUE = -5, /* a destination that is neither number nor list;
				encoding: a string with NUL inside it */
	SMPP_PDU_ROOM = -6, /* encoding: out is full, or above 70,000 octets */
	SMPP_PDU_FRAME = -7, /* the view is not the one PDU its header says */
};

/* octets: exactly one PDU, as framed.  0, or the error; err->offset is the
 * octet (from command_length on) where the field at fault begins and
 * err->text names it with its clause.  On error out->head, ->answer and
 * ->nack are what counts, and all else is zero.  A response is refused only as
 * COMMAND or FRAME. */
int smpp_pdu_decode(struct smpp_pdu *out, struct span octets, struct err *err);

/* Appends the PDU to out.  head.length, odd, answer, nack are not looked at;
 * known TLVs are written in the order of their table, then the views of
 * pdu->tlvs.unknown.  Of a response with status and without TLVs the body
 * is left out where the standard leaves it out (bind, submit_sm, submit_multi,
 * broadcasts); a deliver_sm_resp and data_sm_resp always have their
 * message_id.
 * 0, else LONG, VALUE, COMMAND or ROOM and *out is as it was. */
int smpp_pdu_encode(
    struct buf *out, const struct smpp_pdu *pdu, struct err *err);

/* The response to a request: message_id may be empty and is only for those
 * commands that have one.  To what cannot be answered in its own kind
 * (unknown commands) it is generic_nack.  Nothing is written in answer to
 * responses, alert_notification and outbind: 0. */
int smpp_pdu_answer(struct buf *out, const struct smpp_head *request,
    uint32_t status, struct str message_id);

/* One destination of submit_multi (4.5.1.1): a number, or the name of a
 * distribution list in addr.text. */
struct smpp_dest {
	bool is_list;
	struct smpp_addr addr;
};
/* Cuts one off the front; false at the end, or when the rest is none. */
bool smpp_dest_next(struct smpp_dest *out, struct span *rest);

/* One of submit_multi_resp's (4.5.2.1). */
struct smpp_unsuccess {
	struct smpp_addr addr;
	uint32_t status;
};
bool smpp_unsuccess_next(struct smpp_unsuccess *out, struct span *rest);

#endif
