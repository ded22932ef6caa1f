#include "sms/udh.h"

#include <string.h>

static uint16_t
read_16(const uint8_t *src)
{
	return (uint16_t)(src[0] << 8 | src[1]);
}

/* 9.2.3.24.1: an impossible part number means "not a part of anything". */
static void
take_concat(struct udh *out, struct span data, bool wide)
{
	const uint8_t *at = data.at;
	if (data.octets != (wide ? 4u : 3u))
		return;
	uint16_t ref = wide ? read_16(at) : at[0];
	at += wide ? 2 : 1;
	if (at[0] == 0 || at[1] == 0 || at[1] > at[0])
		return;
	out->concat = (struct udh_concat){true, wide, ref, at[0], at[1]};
}

static void
take_ports(struct udh *out, struct span data, bool wide)
{
	if (data.octets != (wide ? 4u : 2u))
		return;
	const uint8_t *at = data.at;
	out->ports = (struct udh_ports){
	    .present = true,
	    .wide = wide,
	    .dst = wide ? read_16(at) : at[0],
	    .src = wide ? read_16(at + 2) : at[1],
	};
}

static void
take_special(struct udh *out, struct span data)
{
	if (data.octets != 2)
		return;
	out->special = true;
	out->special_store = (data.at[0] & 0x80) != 0;
	out->special_kind = data.at[0] & 0x7F;
	out->special_count = data.at[1];
}

static void
take_reply_address(struct udh *out, struct span data)
{
	struct pdu_addr addr;
	size_t at = 0;
	if (pdu_addr_decode(&addr, data, &at, NULL) == 0)
		out->reply_to = addr;
}

/* The identifier comes from outside, so unknown ones fall through. */
static void
take_element(struct udh *out, uint8_t identifier, struct span data)
{
	switch (identifier) {
	case UDH_CONCAT_8:
		take_concat(out, data, false);
		break;
	case UDH_CONCAT_16:
		take_concat(out, data, true);
		break;
	case UDH_PORTS_8:
		take_ports(out, data, false);
		break;
	case UDH_PORTS_16:
		take_ports(out, data, true);
		break;
	case UDH_SPECIAL:
		take_special(out, data);
		break;
	case UDH_REPLY_ADDRESS:
		take_reply_address(out, data);
		break;
	case UDH_SINGLE_SHIFT:
		if (data.octets == 1)
			out->language.single = data.at[0];
		break;
	case UDH_LOCKING_SHIFT:
		if (data.octets == 1)
			out->language.locking = data.at[0];
		break;
	default:
		break;
	}
}

int
udh_decode(
    struct udh *out, struct span user_data, size_t base_octet, struct err *err)
{
	memset(out, 0, sizeof(*out));
	if (user_data.octets == 0)
		return err_set(
		    err, PDU_HEADER, base_octet, "user data header is missing");
	size_t octets = 1 + (size_t)user_data.at[0];
	if (octets > user_data.octets)
		return err_set(err, PDU_HEADER, base_octet,
		    "header of %zu octets runs past the user data", octets);
	size_t at = 1;
	while (octets - at >= 2) {
		struct span rest =
		    span_of(user_data.at + at + 2, octets - at - 2);
		size_t length = user_data.at[at + 1];
		if (length > rest.octets)
			break;
		rest.octets = length;
		take_element(out, user_data.at[at], rest);
		at += 2 + length;
	}
	out->cut = at < octets;
	out->octets = octets;
	return 0;
}

size_t
udh_encoded_octets(const struct udh *header)
{
	size_t octets = 0;
	if (header->concat.present)
		octets += header->concat.wide ? 6 : 5;
	if (header->ports.present)
		octets += header->ports.wide ? 6 : 4;
	if (header->special)
		octets += 4;
	if (header->language.single != 0)
		octets += 3;
	if (header->language.locking != 0)
		octets += 3;
	return octets == 0 ? 0 : 1 + octets;
}

/* A reference or port in one octet or two. */
static uint8_t *
put_number(uint8_t *dst, uint16_t number, bool wide)
{
	if (wide)
		*dst++ = (uint8_t)(number >> 8);
	*dst++ = (uint8_t)number;
	return dst;
}

static uint8_t *
put_concat(uint8_t *dst, const struct udh_concat *concat)
{
	*dst++ = concat->wide ? UDH_CONCAT_16 : UDH_CONCAT_8;
	*dst++ = concat->wide ? 4 : 3;
	dst = put_number(dst, concat->ref, concat->wide);
	*dst++ = concat->total;
	*dst++ = concat->seq;
	return dst;
}

static uint8_t *
put_ports(uint8_t *dst, const struct udh_ports *ports)
{
	*dst++ = ports->wide ? UDH_PORTS_16 : UDH_PORTS_8;
	*dst++ = ports->wide ? 4 : 2;
	dst = put_number(dst, ports->dst, ports->wide);
	return put_number(dst, ports->src, ports->wide);
}

static uint8_t *
put_special(uint8_t *dst, const struct udh *header)
{
	*dst++ = UDH_SPECIAL;
	*dst++ = 2;
	*dst++ = (uint8_t)((header->special_store ? 0x80u : 0u) |
			   header->special_kind);
	*dst++ = header->special_count;
	return dst;
}

static uint8_t *
put_language(uint8_t *dst, enum udh_ie table, uint8_t language)
{
	if (language == 0)
		return dst;
	*dst++ = (uint8_t)table;
	*dst++ = 1;
	*dst++ = language;
	return dst;
}

static bool
fits(const struct udh *header)
{
	const struct udh_concat *concat = &header->concat;
	const struct udh_ports *ports = &header->ports;
	if (concat->present &&
	    (concat->seq == 0 || concat->seq > concat->total ||
		(!concat->wide && concat->ref > 0xFF)))
		return false;
	if (header->special && header->special_kind > 0x7F)
		return false;
	return !ports->present || ports->wide ||
	       (ports->dst <= 0xFF && ports->src <= 0xFF);
}

int
udh_encode(
    uint8_t *dst, size_t dst_octets, const struct udh *header, struct err *err)
{
	size_t octets = udh_encoded_octets(header);
	if (octets == 0)
		return 0;
	if (!fits(header))
		return err_set(err, PDU_VALUE, 0,
		    "part number, reference or port is out of range");
	if (octets > dst_octets)
		return err_set(err, PDU_ROOM, 0, "no room for the header");
	uint8_t *at = dst;
	*at++ = (uint8_t)(octets - 1);
	if (header->concat.present)
		at = put_concat(at, &header->concat);
	if (header->ports.present)
		at = put_ports(at, &header->ports);
	if (header->special)
		at = put_special(at, header);
	at = put_language(at, UDH_SINGLE_SHIFT, header->language.single);
	put_language(at, UDH_LOCKING_SHIFT, header->language.locking);
	return (int)octets;
}

bool
udh_is_push(const struct udh *header)
{
	if (!header->ports.present || !header->ports.wide)
		return false;
	uint16_t port = header->ports.dst;
	switch (port) {
	case 226: /* business card */
	case 228: /* calendar entry */
	case 2805: /* WTA secure */
	case 2923: /* WTA */
	case 2948: /* WAP push */
	case 2949: /* WAP push secure */
	case 49996: /* SyncML */
	case 49999: /* OTA settings */
		return true;
	default: /* 5505..5514 tones and logos, 9200..9207 WAP */
		return (port >= 5505 && port <= 5514) ||
		       (port >= 9200 && port <= 9207);
	}
}
