/* A screen -> submit_sm or data_sm; see smpp_ussd.h. */
#include <string.h>

#include "base/utf8.h"

#include "gateway/link/smpp_ussd.h"
#include "sms/gsm7.h"
#include "sms/ucs2.h"

#define TAG_SESSION 0x1383
#define LATIN1_LAST 0xFF

/* -- letters ----------------------------------------------------------------
 */

static bool
write_lines(struct str *out, struct str text, enum smpp_ussd_newline newline,
    struct smpp_ussd_room *room)
{
	size_t at = 0;
	if (2 * text.octets > sizeof(room->text))
		return false;
	for (size_t i = 0; i < text.octets; i++) {
		char c = text.at[i];
		if (c == '\n' && newline != SMPP_USSD_LF)
			room->text[at++] = '\r';
		if (c != '\n' || newline != SMPP_USSD_CR)
			room->text[at++] = c;
	}
	*out = str_of(room->text, at);
	return true;
}

/* 23.038 6.1.2.3.1: seven spare bits at the end would be an "@", and a line
 * end on the last septet would be taken for a filler. */
static size_t
fill_up(uint8_t *septets, size_t count)
{
	bool spare = count % 8 == 7;
	bool ambiguous =
	    count % 8 == 0 && count > 0 && septets[count - 1] == '\r';
	if (spare || ambiguous)
		septets[count++] = '\r';
	return count;
}

static bool
write_gsm7(
    struct span *out, struct str text, bool packed, struct smpp_ussd_room *room)
{
	enum { SEPTETS = 2 * SESSION_TEXT_OCTETS };
	uint8_t septets[SEPTETS + 1];
	size_t count;
	if (gsm7_from_utf8(septets, SEPTETS, &count, text, NULL) != 0)
		return false;
	if (!packed) {
		memcpy(room->octets, septets, count);
		*out = span_of(room->octets, count);
		return true;
	}
	count = fill_up(septets, count);
	*out =
	    span_of(room->octets, gsm7_pack(room->octets, sizeof(room->octets),
				      span_of(septets, count), 0));
	return true;
}

static bool
write_latin1(struct span *out, struct str text, struct smpp_ussd_room *room)
{
	size_t count = 0;
	while (text.octets > 0) {
		size_t octets;
		uint32_t point = utf8_next(text, &octets);
		if (point > LATIN1_LAST)
			return false;
		room->octets[count++] = (uint8_t)point;
		text = str_of(text.at + octets, text.octets - octets);
	}
	*out = span_of(room->octets, count);
	return true;
}

static bool
write_short(struct span *out, struct str text, enum smpp_coding coding,
    struct smpp_ussd_room *room)
{
	if (coding == SMPP_CODING_LATIN1)
		return write_latin1(out, text, room);
	return write_gsm7(out, text, coding == SMPP_CODING_GSM7_PACKED, room);
}

/* False: no room. */
static bool
set_text(struct smpp_pdu *out, const struct smpp_ussd_rules *rules,
    struct str text, struct smpp_ussd_room *room)
{
	struct span content;
	struct str lines;
	size_t octets;
	if (!write_lines(&lines, text, rules->newline, room))
		return false;
	out->sm.data_coding = rules->dcs_gsm;
	if (!write_short(&content, lines, rules->coding, room)) {
		out->sm.data_coding = rules->dcs_ucs2;
		if (ucs2_from_utf8(room->octets, sizeof(room->octets), &octets,
			lines, NULL) != 0)
			return false;
		content = span_of(room->octets, octets);
	}
	if (!rules->data_sm && content.octets <= SMPP_SHORT_MESSAGE_OCTETS) {
		out->sm.short_message = content;
		return true;
	}
	out->tlvs.has |= SMPP_TLV_MESSAGE_PAYLOAD;
	out->tlvs.message_payload = content;
	return true;
}

/* -- TLVs -------------------------------------------------------------------
 */

static void
set_session(struct smpp_pdu *out, const struct smpp_ussd_place *place,
    enum smpp_ussd_profile profile, bool go_on, struct smpp_ussd_room *room)
{
	if (profile == SMPP_USSD_MICA && place->has_reference) {
		out->tlvs.has |= SMPP_TLV_USER_REFERENCE;
		out->tlvs.user_reference = place->reference;
	}
	if ((profile != SMPP_USSD_ITS && profile != SMPP_USSD_SIXDEE) ||
	    !place->has_info)
		return;
	unsigned info = (place->info & 0xFFFEu) | (go_on ? 0 : 1);
	const uint8_t tlv[6] = {TAG_SESSION >> 8, TAG_SESSION & 0xFF, 0, 2,
	    (uint8_t)(info >> 8), (uint8_t)info};
	memcpy(room->tlv, tlv, sizeof(tlv));
	out->tlvs.unknown = span_of(room->tlv, sizeof(tlv));
}

/* -- addresses --------------------------------------------------------------
 */

static struct smpp_addr
say_address(const struct smpp_ussd_address *from)
{
	return (struct smpp_addr){
	    .ton = from->ton, .npi = from->npi, .text = str_from(from->text)};
}

static struct smpp_addr
say_code(const struct smpp_ussd_place *place,
    const struct smpp_ussd_rules *rules, const char *code)
{
	struct smpp_addr a = say_address(&place->code);
	if (a.text.octets == 0)
		a.text = str_from(code);
	if (rules->ton != SMPP_USSD_AS_CAME)
		a.ton = (uint8_t)rules->ton;
	if (rules->npi != SMPP_USSD_AS_CAME)
		a.npi = (uint8_t)rules->npi;
	return a;
}

bool
smpp_ussd_answer(struct smpp_pdu *out, const struct smpp_ussd_place *place,
    const struct smpp_ussd_rules *rules, const struct smpp_ussd_say *say,
    struct smpp_ussd_room *room)
{
	const char *service = rules->answer_service_type;
	*out = (struct smpp_pdu){
	    .head.command = rules->data_sm ? SMPP_DATA_SM : SMPP_SUBMIT_SM,
	    .sm = {.service_type = str_from(
		       service[0] != '\0' ? service : place->service_type),
		.source = say_code(place, rules, say->code),
		.dest = say_address(&place->phone)},
	    .tlvs = {.has = SMPP_TLV_USSD_OP,
		.ussd_op = say->go_on ? rules->op_continue : rules->op_end}};
	set_session(out, place, rules->profile, say->go_on, room);
	return set_text(out, rules, say->text, room);
}
