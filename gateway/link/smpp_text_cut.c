/* Text -> submit_sms; see smpp_text.h. */
#include <string.h>

#include "base/utf8.h"

#include "gateway/link/smpp_text.h"
#include "sms/udh.h"

#define CODING_DEFAULT 0
#define CODING_UCS2 8

/* The highest letter that data_coding 0 carries, where it is no GSM alphabet.
 * UTF-8 by data_coding 0 is read, never sent: half of the centres that take it
 * count octets as letters. */
static uint32_t
last_letter(enum smpp_coding coding)
{
	switch (coding) {
	case SMPP_CODING_LATIN1:
		return 0xFF;
	case SMPP_CODING_ASCII:
	case SMPP_CODING_UTF8:
		return 0x7F;
	case SMPP_CODING_GSM7:
	case SMPP_CODING_GSM7_PACKED:
		return 0;
	}
	return 0;
}

static bool
is_sayable(const struct segment_list *list, uint32_t last)
{
	for (size_t i = 0; i < list->parts; i++) {
		char text[GSM7_SEPTETS_MAX * GSM7_UTF8_OCTETS + 1];
		int octets = gsm7_to_utf8(text, sizeof(text),
		    segment_part(list, i), list->language, NULL);
		struct str left = str_of(text, octets > 0 ? (size_t)octets : 0);
		while (left.octets > 0) {
			size_t n;
			if (utf8_next(left, &n) > last)
				return false;
			left = str_of(left.at + n, left.octets - n);
		}
	}
	return true;
}

int
smpp_text_cut(struct smpp_text_cut *out, struct str text,
    const struct smpp_text_rules *rules, struct err *err)
{
	struct segment_rules segment = rules->segment;
	uint32_t last = last_letter(rules->coding_0);
	/* National tables are told by a header, which only UDH has here, and
	 * which such a centre would not understand.  The header that a centre
	 * makes of sar_* may be of either width. */
	if (rules->split != SMPP_SPLIT_UDH || last != 0)
		segment.languages = 0;
	if (rules->split == SMPP_SPLIT_SAR)
		segment.wide_reference = true;
	out->split = rules->split;
	out->coding_0 = rules->coding_0;
	out->wide = segment.wide_reference;
	int rc = segment_split(&out->list, text, &segment, err);
	if (rc == 0 && last != 0 && out->list.alphabet == SMS_GSM7 &&
	    !is_sayable(&out->list, last)) {
		segment.ucs2 = true;
		rc = segment_split(&out->list, text, &segment, err);
	}
	bool one = rules->split == SMPP_SPLIT_PAYLOAD && out->list.parts > 1;
	out->pdus = one ? 1 : out->list.parts;
	return rc;
}

/* -- one PDU -------------------------------------------------------------- */

static struct udh
header_of(const struct smpp_text_cut *cut, size_t i, uint16_t reference)
{
	struct udh header = {.language = cut->list.language};
	if (cut->split == SMPP_SPLIT_UDH && cut->list.parts > 1)
		header.concat = (struct udh_concat){.present = true,
		    .wide = cut->wide,
		    .ref = cut->wide ? reference : (uint8_t)reference,
		    .total = (uint8_t)cut->list.parts,
		    .seq = (uint8_t)(i + 1)};
	return header;
}

static bool
write_letters(
    struct span *out, struct span septets, uint8_t *room, size_t room_octets)
{
	bool escape = false;
	size_t count = 0;
	for (size_t i = 0; i < septets.octets; i++) {
		char letter[GSM7_UTF8_OCTETS * 2 + 1];
		size_t n;
		int octets = gsm7_to_utf8(letter, sizeof(letter),
		    span_part(septets, i, 1), GSM7_DEFAULT, &escape);
		if (octets <= 0)
			continue;
		if (count == room_octets)
			return false;
		room[count++] =
		    (uint8_t)utf8_next(str_of(letter, (size_t)octets), &n);
	}
	*out = span_of(room, count);
	return true;
}

/* The octets of a part behind its header of `used` octets. */
static bool
write_part(struct span *out, const struct smpp_text_cut *cut,
    struct span septets, size_t used, uint8_t *room, size_t room_octets)
{
	unsigned fill = (unsigned)(7 * gsm7_header_septets(used) - 8 * used);
	if (last_letter(cut->coding_0) != 0)
		return write_letters(out, septets, room, room_octets);
	*out = septets;
	if (cut->coding_0 != SMPP_CODING_GSM7_PACKED || septets.octets == 0)
		return true;
	*out = span_of(room, gsm7_pack(room, room_octets, septets, fill));
	return out->octets > 0;
}

static bool
write_content(struct span *out, const struct smpp_text_cut *cut,
    struct span data, size_t used, uint8_t *room, size_t room_octets)
{
	struct span content = data;
	if (cut->list.alphabet == SMS_GSM7 &&
	    !write_part(
		&content, cut, data, used, room + used, room_octets - used))
		return false;
	*out = content;
	if (used == 0)
		return true;
	if (content.octets > room_octets - used)
		return false;
	if (content.at != room + used && content.octets > 0)
		memcpy(room + used, content.at, content.octets);
	*out = span_of(room, used + content.octets);
	return true;
}

static void
set_sar(struct smpp_tlvs *tlvs, const struct smpp_text_cut *cut, size_t i,
    uint16_t reference)
{
	if (cut->split != SMPP_SPLIT_SAR || cut->list.parts < 2)
		return;
	tlvs->has |= SMPP_TLV_SAR_REF | SMPP_TLV_SAR_TOTAL | SMPP_TLV_SAR_SEQ;
	tlvs->sar_ref = reference;
	tlvs->sar_total = (uint8_t)cut->list.parts;
	tlvs->sar_seq = (uint8_t)(i + 1);
}

bool
smpp_text_part(struct smpp_pdu *pdu, const struct smpp_text_cut *cut, size_t i,
    uint16_t reference, uint8_t *room, size_t room_octets)
{
	const struct segment_list *list = &cut->list;
	struct udh header = header_of(cut, i, reference);
	bool payload = cut->pdus < list->parts;
	struct span data = segment_part(list, i);
	if (payload)
		data = span_of(list->data, list->end_octet[list->parts - 1]);
	int used = udh_encode(room, room_octets, &header, NULL);
	struct span content;
	if (used < 0 || !write_content(&content, cut, data, (size_t)used, room,
			    room_octets))
		return false;
	pdu->sm.esm_class &= (uint8_t)~SMPP_ESM_UDHI;
	pdu->sm.esm_class |= used > 0 ? SMPP_ESM_UDHI : 0;
	pdu->sm.data_coding =
	    list->alphabet == SMS_UCS2 ? CODING_UCS2 : CODING_DEFAULT;
	pdu->sm.short_message = payload ? span_of(NULL, 0) : content;
	if (payload) {
		pdu->tlvs.has |= SMPP_TLV_MESSAGE_PAYLOAD;
		pdu->tlvs.message_payload = content;
	}
	set_sar(&pdu->tlvs, cut, i, reference);
	return true;
}
