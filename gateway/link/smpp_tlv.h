/* smpp_tlv - the optional parameters of a PDU: tag, length, value.
 *
 * Clause: SMPP 3.4 5.3, and 5.0 4.8.4.  Those that furrow acts on are read
 * into fields; all others stay views that can be stepped through, named and
 * counted.  A number of another length than its own is read all the same when
 * its value fits (peers write one octet where two belong, and four where one
 * does); when it does not fit, or a string is too long, the TLV counts among
 * the unknown ones.  Of repeated ones the last counts.
 * Pure.  Views point into the octets that were read. */
#ifndef GATEWAY_LINK_SMPP_TLV_H
#define GATEWAY_LINK_SMPP_TLV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "base/str.h"

#define SMPP_TLV_HEAD_OCTETS 4u

/* Bits of smpp_tlvs.has. */
enum smpp_tlv_bit {
	SMPP_TLV_MESSAGE_PAYLOAD = 1u << 0,
	SMPP_TLV_SAR_REF = 1u << 1,
	SMPP_TLV_SAR_TOTAL = 1u << 2,
	SMPP_TLV_SAR_SEQ = 1u << 3,
	SMPP_TLV_RECEIPTED_ID = 1u << 4,
	SMPP_TLV_MESSAGE_STATE = 1u << 5,
	SMPP_TLV_NETWORK_ERROR = 1u << 6,
	SMPP_TLV_SOURCE_PORT = 1u << 7,
	SMPP_TLV_DEST_PORT = 1u << 8,
	SMPP_TLV_USER_REFERENCE = 1u << 9,
	SMPP_TLV_MORE_MESSAGES = 1u << 10,
	SMPP_TLV_SC_VERSION = 1u << 11,
	SMPP_TLV_STATUS_TEXT = 1u << 12,
	SMPP_TLV_CONGESTION = 1u << 13,
	SMPP_TLV_CALLBACK = 1u << 14,
	SMPP_TLV_PAYLOAD_TYPE = 1u << 15,
	SMPP_TLV_LANGUAGE = 1u << 16,
	SMPP_TLV_FAILURE_REASON = 1u << 17,
	SMPP_TLV_AVAILABILITY = 1u << 18,
	SMPP_TLV_VALIDITY_SECONDS = 1u << 19,
	SMPP_TLV_USSD_OP = 1u << 20,
};

/* network_error_code 5.3.2.31: which network's, and its code. */
struct smpp_network_error {
	uint8_t network; /* 1 ANSI-136, 2 IS-95, 3 GSM; others seen */
	uint16_t code;
};

struct smpp_tlvs {
	uint32_t has; /* enum smpp_tlv_bit; a field without its bit is zero */
	uint16_t sar_ref; /* sar_msg_ref_num */
	uint8_t sar_total; /* sar_total_segments */
	uint8_t sar_seq; /* sar_segment_seqnum, from 1 */
	uint16_t source_port, dest_port;
	uint16_t user_reference; /* user_message_reference */
	uint8_t message_state; /* enum smpp_state */
	uint8_t more_messages; /* more_messages_to_send */
	uint8_t sc_version; /* sc_interface_version */
	uint8_t congestion; /* congestion_state, 5.0: 0..99 */
	uint8_t payload_type; /* 0 text, 1 WCMP */
	uint8_t language; /* language_indicator */
	uint8_t failure_reason; /* delivery_failure_reason */
	uint8_t availability; /* ms_availability_status, alerts */
	uint8_t ussd_op; /* ussd_service_op */
	uint32_t validity_seconds; /* qos_time_to_live */
	struct smpp_network_error network_error;
	struct span message_payload;
	struct str receipted_id; /* receipted_message_id, without its NUL */
	struct str status_text; /* additional_status_info_text */
	struct span callback; /* callback_num */

	struct span all; /* the TLVs as they came (decoding) */
	/* Encoding: written as they are, those among them that we know left
	 * out; decoding: the same view as all. */
	struct span unknown;
	unsigned unknowns; /* decoding: how many of those we do not know */
};

struct smpp_tlv {
	uint16_t tag;
	struct span value;
};

/* Cuts one off the front of *rest: 1; 0 at the end; -1 when what is left is
 * no TLV (fewer than 4 octets, or its length runs past the end) and *rest
 * stays. */
int smpp_tlv_next(struct smpp_tlv *out, struct span *rest);

/* All of them.  *odd gets bits of enum smpp_odd.  0, or -1 when the stream
 * broke: out has what stood before, *broken_out is the index of the octet. */
int smpp_tlvs_decode(struct smpp_tlvs *out, struct span octets, uint32_t *odd,
    size_t *broken_out);

/* False: out is full (buf keeps `full`), or a value is longer than 65,535. */
bool smpp_tlvs_encode(struct buf *out, const struct smpp_tlvs *tlvs);

/* "message_payload"; NULL when neither 3.4 nor 5.0 names it.  Known to us or
 * not: the log names more than we read. */
const char *smpp_tlv_name(uint16_t tag);
/* One of those read into fields. */
bool smpp_tlv_is_known(uint16_t tag);

#endif
