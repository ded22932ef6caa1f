#include "bench/smsc_wire.h"

#include <string.h>

#define TLV_PAYLOAD 0x0424
#define TLV_SAR_TOTAL 0x020e
#define TLV_SAR_NUMBER 0x020f
#define ESM_HAS_UDH 0x40

static uint32_t
read32(const uint8_t *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
	       (uint32_t)at[2] << 8 | at[3];
}

static void
write32(uint8_t *at, uint32_t value)
{
	at[0] = (uint8_t)(value >> 24);
	at[1] = (uint8_t)(value >> 16);
	at[2] = (uint8_t)(value >> 8);
	at[3] = (uint8_t)value;
}

void
smsc_wire_header(struct smsc_header *out, const uint8_t *at)
{
	out->octets = read32(at);
	out->command = read32(at + 4);
	out->status = read32(at + 8);
	out->sequence = read32(at + 12);
}

size_t
smsc_wire_put_header(uint8_t *at, uint32_t command, uint32_t status,
    uint32_t sequence, size_t body_octets)
{
	write32(at, (uint32_t)(SMSC_HEADER_OCTETS + body_octets));
	write32(at + 4, command);
	write32(at + 8, status);
	write32(at + 12, sequence);
	return SMSC_HEADER_OCTETS;
}

/* What is left of a body. */
struct rest {
	const uint8_t *at, *end;
	bool bad;
};

static const char *
take_text(struct rest *r)
{
	const uint8_t *from = r->at;
	const uint8_t *nul =
	    r->bad ? NULL : memchr(from, 0, (size_t)(r->end - from));
	if (nul == NULL) {
		r->bad = true;
		return "";
	}
	r->at = nul + 1;
	return (const char *)from;
}

static const uint8_t *
take(struct rest *r, size_t octets)
{
	static const uint8_t none[1];
	if (r->bad || (size_t)(r->end - r->at) < octets) {
		r->bad = true;
		return none;
	}
	r->at += octets;
	return r->at - octets;
}

static uint8_t
take_octet(struct rest *r)
{
	return *take(r, 1);
}

static void
read_tlvs(struct smsc_text *out, struct rest *r)
{
	while (!r->bad && r->at < r->end) {
		const uint8_t *head = take(r, 4);
		if (r->bad)
			return;
		unsigned tag = (unsigned)(head[0] << 8 | head[1]);
		size_t octets = (size_t)(head[2] << 8 | head[3]);
		const uint8_t *value = take(r, octets);
		if (r->bad)
			return;
		if (tag == TLV_PAYLOAD) {
			out->octets = value;
			out->count = octets;
		} else if (tag == TLV_SAR_TOTAL && octets == 1) {
			out->parts = value[0];
		} else if (tag == TLV_SAR_NUMBER && octets == 1) {
			out->part = value[0];
		}
	}
}

/* The user data header in front of the text (TS 23.040 9.2.3.24): which part
 * this is. */
static bool
read_udh(struct smsc_text *out)
{
	if ((out->esm_class & ESM_HAS_UDH) == 0)
		return true;
	if (out->count == 0 || out->octets[0] >= out->count)
		return false;
	size_t octets = (size_t)out->octets[0] + 1;
	const uint8_t *ie = out->octets + 1, *end = out->octets + octets;
	while (end - ie >= 2 && end - ie >= 2 + ie[1]) {
		if (ie[0] == 0 && ie[1] == 3) {
			out->parts = ie[3];
			out->part = ie[4];
		} else if (ie[0] == 8 && ie[1] == 4) {
			out->parts = ie[4];
			out->part = ie[5];
		}
		ie += 2 + ie[1];
	}
	out->octets += octets;
	out->count -= octets;
	return true;
}

bool
smsc_wire_submit(struct smsc_text *out, const uint8_t *body, size_t octets)
{
	struct rest r = {body, body + octets, false};
	*out = (struct smsc_text){.part = 1, .parts = 1};
	(void)take_text(&r); /* service_type */
	(void)take(&r, 2); /* source_addr_ton, _npi */
	out->from = take_text(&r);
	(void)take(&r, 2);
	out->to = take_text(&r);
	out->esm_class = take_octet(&r);
	(void)take(&r, 2); /* protocol_id, priority_flag */
	(void)take_text(&r); /* schedule_delivery_time */
	(void)take_text(&r); /* validity_period */
	out->report = (take_octet(&r) & 1) != 0;
	(void)take_octet(&r); /* replace_if_present_flag */
	out->data_coding = take_octet(&r);
	(void)take_octet(&r); /* sm_default_msg_id */
	out->count = take_octet(&r);
	out->octets = take(&r, out->count);
	read_tlvs(out, &r);
	return !r.bad && read_udh(out) && strlen(out->to) < SMSC_ADDRESS_OCTETS;
}

static uint8_t *
put_text(uint8_t *at, const char *text)
{
	size_t octets = strlen(text) + 1;
	memcpy(at, text, octets);
	return at + octets;
}

static uint8_t *
put_address(uint8_t *at, const char *number)
{
	*at++ = strlen(number) > 7 ? 1 : 3; /* international, network's own */
	*at++ = 1; /* ISDN */
	return put_text(at, number);
}

size_t
smsc_wire_deliver(uint8_t *at, uint32_t sequence, const char *from,
    const char *to, const char *text, uint8_t esm_class)
{
	size_t octets = strlen(text);
	uint8_t *p = at + SMSC_HEADER_OCTETS;
	*p++ = 0; /* service_type "" */
	p = put_address(p, from);
	p = put_address(p, to);
	*p++ = esm_class;
	/* protocol_id, priority_flag, two times that a deliver_sm never has,
	 * registered_delivery, replace_if_present_flag, data_coding,
	 * sm_default_msg_id */
	memset(p, 0, 8);
	p += 8;
	*p++ = (uint8_t)octets;
	memcpy(p, text, octets);
	p += octets;
	smsc_wire_put_header(at, SMSC_DELIVER, 0, sequence,
	    (size_t)(p - at) - SMSC_HEADER_OCTETS);
	return (size_t)(p - at);
}
