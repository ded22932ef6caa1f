#include "gateway/link/smpp_tlv.h"

#include <string.h>

#include "gateway/link/smpp_pdu.h"

#define VALUE_OCTETS_MAX 65535u

/* -- names ---------------------------------------------------------------- */

struct name {
	uint16_t tag;
	const char *name;
};

/* 3.4 table 5-7 and 5.0 table 4-47, by tag. */
static const struct name names[] = {
    {0x0005, "dest_addr_subunit"},
    {0x0006, "dest_network_type"},
    {0x0007, "dest_bearer_type"},
    {0x0008, "dest_telematics_id"},
    {0x000D, "source_addr_subunit"},
    {0x000E, "source_network_type"},
    {0x000F, "source_bearer_type"},
    {0x0010, "source_telematics_id"},
    {0x0017, "qos_time_to_live"},
    {0x0019, "payload_type"},
    {0x001D, "additional_status_info_text"},
    {0x001E, "receipted_message_id"},
    {0x0030, "ms_msg_wait_facilities"},
    {0x0201, "privacy_indicator"},
    {0x0202, "source_subaddress"},
    {0x0203, "dest_subaddress"},
    {0x0204, "user_message_reference"},
    {0x0205, "user_response_code"},
    {0x020A, "source_port"},
    {0x020B, "destination_port"},
    {0x020C, "sar_msg_ref_num"},
    {0x020D, "language_indicator"},
    {0x020E, "sar_total_segments"},
    {0x020F, "sar_segment_seqnum"},
    {0x0210, "sc_interface_version"},
    {0x0302, "callback_num_pres_ind"},
    {0x0303, "callback_num_atag"},
    {0x0304, "number_of_messages"},
    {0x0381, "callback_num"},
    {0x0420, "dpf_result"},
    {0x0421, "set_dpf"},
    {0x0422, "ms_availability_status"},
    {0x0423, "network_error_code"},
    {0x0424, "message_payload"},
    {0x0425, "delivery_failure_reason"},
    {0x0426, "more_messages_to_send"},
    {0x0427, "message_state"},
    {0x0428, "congestion_state"},
    {0x0501, "ussd_service_op"},
    {0x0600, "broadcast_channel_indicator"},
    {0x0601, "broadcast_content_type"},
    {0x0602, "broadcast_content_type_info"},
    {0x0603, "broadcast_message_class"},
    {0x0604, "broadcast_rep_num"},
    {0x0605, "broadcast_frequency_interval"},
    {0x0606, "broadcast_area_identifier"},
    {0x0607, "broadcast_error_status"},
    {0x0608, "broadcast_area_success"},
    {0x0609, "broadcast_end_time"},
    {0x060A, "broadcast_service_group"},
    {0x060B, "billing_identification"},
    {0x060D, "source_network_id"},
    {0x060E, "dest_network_id"},
    {0x060F, "source_node_id"},
    {0x0610, "dest_node_id"},
    {0x0611, "dest_addr_np_resolution"},
    {0x0612, "dest_addr_np_information"},
    {0x0613, "dest_addr_np_country"},
    {0x1201, "display_time"},
    {0x1203, "sms_signal"},
    {0x1204, "ms_validity"},
    {0x130C, "alert_on_message_delivery"},
    {0x1380, "its_reply_type"},
    {0x1383, "its_session_info"},
};

const char *
smpp_tlv_name(uint16_t tag)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (names[i].tag == tag)
			return names[i].name;
	return NULL;
}

/* -- those with a field --------------------------------------------------- */

enum kind { NUMBER_8, NUMBER_16, NUMBER_32, STRING, OCTETS, NETWORK_ERROR };

struct known {
	uint16_t tag;
	enum kind kind;
	enum smpp_tlv_bit bit;
	size_t at; /* in struct smpp_tlvs */
};

#define AT(member) offsetof(struct smpp_tlvs, member)

/* In the order in which they are written. */
static const struct known knowns[] = {
    {0x001E, STRING, SMPP_TLV_RECEIPTED_ID, AT(receipted_id)},
    {0x0427, NUMBER_8, SMPP_TLV_MESSAGE_STATE, AT(message_state)},
    {0x0423, NETWORK_ERROR, SMPP_TLV_NETWORK_ERROR, AT(network_error)},
    {0x020C, NUMBER_16, SMPP_TLV_SAR_REF, AT(sar_ref)},
    {0x020E, NUMBER_8, SMPP_TLV_SAR_TOTAL, AT(sar_total)},
    {0x020F, NUMBER_8, SMPP_TLV_SAR_SEQ, AT(sar_seq)},
    {0x0424, OCTETS, SMPP_TLV_MESSAGE_PAYLOAD, AT(message_payload)},
    {0x0204, NUMBER_16, SMPP_TLV_USER_REFERENCE, AT(user_reference)},
    {0x020A, NUMBER_16, SMPP_TLV_SOURCE_PORT, AT(source_port)},
    {0x020B, NUMBER_16, SMPP_TLV_DEST_PORT, AT(dest_port)},
    {0x0426, NUMBER_8, SMPP_TLV_MORE_MESSAGES, AT(more_messages)},
    {0x0210, NUMBER_8, SMPP_TLV_SC_VERSION, AT(sc_version)},
    {0x001D, STRING, SMPP_TLV_STATUS_TEXT, AT(status_text)},
    {0x0428, NUMBER_8, SMPP_TLV_CONGESTION, AT(congestion)},
    {0x0381, OCTETS, SMPP_TLV_CALLBACK, AT(callback)},
    {0x0019, NUMBER_8, SMPP_TLV_PAYLOAD_TYPE, AT(payload_type)},
    {0x020D, NUMBER_8, SMPP_TLV_LANGUAGE, AT(language)},
    {0x0425, NUMBER_8, SMPP_TLV_FAILURE_REASON, AT(failure_reason)},
    {0x0422, NUMBER_8, SMPP_TLV_AVAILABILITY, AT(availability)},
    {0x0017, NUMBER_32, SMPP_TLV_VALIDITY_SECONDS, AT(validity_seconds)},
    {0x0501, NUMBER_8, SMPP_TLV_USSD_OP, AT(ussd_op)},
};

#define KNOWNS (sizeof(knowns) / sizeof(knowns[0]))

static const struct known *
find_known(uint16_t tag)
{
	for (size_t i = 0; i < KNOWNS; i++)
		if (knowns[i].tag == tag)
			return &knowns[i];
	return NULL;
}

bool
smpp_tlv_is_known(uint16_t tag)
{
	return find_known(tag) != NULL;
}

static size_t
octets_of(enum kind kind)
{
	switch (kind) {
	case NUMBER_8:
		return 1;
	case NUMBER_16:
		return 2;
	case NUMBER_32:
		return 4;
	case NETWORK_ERROR:
		return 3;
	case STRING:
	case OCTETS:
		return 0;
	}
	return 0;
}

/* -- reading -------------------------------------------------------------- */

static uint16_t
read_16(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}

int
smpp_tlv_next(struct smpp_tlv *out, struct span *rest)
{
	*out = (struct smpp_tlv){0};
	if (rest->octets == 0)
		return 0;
	if (rest->octets < SMPP_TLV_HEAD_OCTETS)
		return -1;
	size_t octets = read_16(rest->at + 2);
	if (octets > rest->octets - SMPP_TLV_HEAD_OCTETS)
		return -1;
	out->tag = read_16(rest->at);
	out->value = span_part(*rest, SMPP_TLV_HEAD_OCTETS, octets);
	*rest = span_part(*rest, SMPP_TLV_HEAD_OCTETS + octets, rest->octets);
	return 1;
}

static bool
store_number(void *place, enum kind kind, struct span value)
{
	uint64_t number = 0;
	uint64_t most = UINT64_MAX >> (64 - 8 * octets_of(kind));
	if (value.octets == 0 || value.octets > 8)
		return false;
	for (size_t i = 0; i < value.octets; i++)
		number = number << 8 | value.at[i];
	if (number > most)
		return false;
	if (kind == NUMBER_8)
		*(uint8_t *)place = (uint8_t)number;
	else if (kind == NUMBER_16)
		*(uint16_t *)place = (uint16_t)number;
	else
		*(uint32_t *)place = (uint32_t)number;
	return true;
}

/* With its NUL, as the standard wants it, or without, as many write it. */
static void
store_string(struct str *place, struct span value)
{
	const uint8_t *end =
	    value.octets == 0 ? NULL : memchr(value.at, 0, value.octets);
	*place = str_of((const char *)value.at,
	    end == NULL ? value.octets : (size_t)(end - value.at));
}

static bool
store_network_error(struct smpp_network_error *place, struct span value)
{
	if (value.octets != 3)
		return false;
	*place =
	    (struct smpp_network_error){value.at[0], read_16(value.at + 1)};
	return true;
}

static bool
store(struct smpp_tlvs *out, const struct known *known, struct span value)
{
	void *place = (char *)out + known->at;
	switch (known->kind) {
	case NUMBER_8:
	case NUMBER_16:
	case NUMBER_32:
		return store_number(place, known->kind, value);
	case STRING:
		store_string(place, value);
		return true;
	case OCTETS:
		*(struct span *)place = value;
		return true;
	case NETWORK_ERROR:
		return store_network_error(place, value);
	}
	return false;
}

static void
take(struct smpp_tlvs *out, const struct smpp_tlv *tlv, uint32_t *odd)
{
	const struct known *known = find_known(tlv->tag);
	if (known == NULL) {
		out->unknowns++;
		return;
	}
	size_t octets = octets_of(known->kind);
	if (octets != 0 && tlv->value.octets != octets)
		*odd |= SMPP_ODD_TLV_LENGTH;
	if (!store(out, known, tlv->value)) {
		out->unknowns++;
		return;
	}
	if ((out->has & known->bit) != 0)
		*odd |= SMPP_ODD_TLV_TWICE;
	out->has |= known->bit;
}

int
smpp_tlvs_decode(struct smpp_tlvs *out, struct span octets, uint32_t *odd,
    size_t *broken_out)
{
	struct span rest = octets;
	struct smpp_tlv tlv;
	int rc;
	*out = (struct smpp_tlvs){0};
	while ((rc = smpp_tlv_next(&tlv, &rest)) == 1)
		take(out, &tlv, odd);
	*broken_out = octets.octets - rest.octets;
	out->all = out->unknown = span_part(octets, 0, *broken_out);
	return rc;
}

/* -- writing -------------------------------------------------------------- */

static bool
put_head(struct buf *out, uint16_t tag, size_t octets)
{
	uint8_t head[SMPP_TLV_HEAD_OCTETS] = {(uint8_t)(tag >> 8), (uint8_t)tag,
	    (uint8_t)(octets >> 8), (uint8_t)octets};
	if (octets > VALUE_OCTETS_MAX)
		out->full = true;
	return buf_add(out, head, sizeof(head));
}

/* Appends one; for what has no field. */
static bool
smpp_tlv_add(struct buf *out, uint16_t tag, struct span value)
{
	return put_head(out, tag, value.octets) &&
	       buf_add(out, value.at, value.octets);
}

static void
put_number(struct buf *out, uint16_t tag, uint32_t number, size_t octets)
{
	uint8_t value[4];
	for (size_t i = 0; i < octets; i++)
		value[i] = (uint8_t)(number >> (8 * (octets - 1 - i)));
	smpp_tlv_add(out, tag, span_of(value, octets));
}

static void
put_string(struct buf *out, uint16_t tag, struct str text)
{
	put_head(out, tag, text.octets + 1);
	buf_add_str(out, text);
	buf_add(out, "", 1);
}

static void
put(struct buf *out, const struct known *known, const struct smpp_tlvs *tlvs)
{
	const void *place = (const char *)tlvs + known->at;
	const struct smpp_network_error *error;
	switch (known->kind) {
	case NUMBER_8:
		put_number(out, known->tag, *(const uint8_t *)place, 1);
		break;
	case NUMBER_16:
		put_number(out, known->tag, *(const uint16_t *)place, 2);
		break;
	case NUMBER_32:
		put_number(out, known->tag, *(const uint32_t *)place, 4);
		break;
	case STRING:
		put_string(out, known->tag, *(const struct str *)place);
		break;
	case OCTETS:
		smpp_tlv_add(out, known->tag, *(const struct span *)place);
		break;
	case NETWORK_ERROR:
		error = place;
		put_number(out, known->tag,
		    (uint32_t)error->network << 16 | error->code, 3);
		break;
	}
}

bool
smpp_tlvs_encode(struct buf *out, const struct smpp_tlvs *tlvs)
{
	struct span rest = tlvs->unknown;
	struct smpp_tlv tlv;
	for (size_t i = 0; i < KNOWNS && tlvs->has != 0; i++)
		if ((tlvs->has & knowns[i].bit) != 0)
			put(out, &knowns[i], tlvs);
	while (smpp_tlv_next(&tlv, &rest) == 1) {
		const struct known *known = find_known(tlv.tag);
		if (known == NULL || (tlvs->has & known->bit) == 0)
			smpp_tlv_add(out, tlv.tag, tlv.value);
	}
	return !out->full;
}
