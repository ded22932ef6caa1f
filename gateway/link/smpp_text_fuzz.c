/* Reaches smpp_text, smpp_text_cut and smpp_charset.  The first octets say how:
 * the rest is what a deliver_sm says, or a text that is cut, made into PDUs and
 * read again as the same.
 * most: 320
 * covers: gateway/link/smpp_text.c gateway/link/smpp_text_cut.c
 * covers: gateway/link/smpp_charset.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "gateway/link/smpp_text.h"
#include "sms/nfc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define TEXT_OCTETS 400u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static struct smpp_text_rules
rules_of(uint8_t octet)
{
	return (struct smpp_text_rules){
	    .coding_0 = octet % (SMPP_CODING_UTF8 + 1u),
	    .split = (octet / 5u) % (SMPP_SPLIT_PAYLOAD + 1u),
	    .segment = {.wide_reference = octet >= 128}};
}

static void
check_message(const struct msg_in *m, const struct smpp_text_room *room)
{
	must(m->kind != MSG_CALL && m->kind != MSG_REPORT);
	must(m->text.octets < room->text_octets);
	must(m->data.octets <= SMPP_TEXT_DATA_OCTETS);
	must(m->part.total == 0 ||
	     (m->part.seq > 0 && m->part.seq <= m->part.total));
	must(m->kind == MSG_GARBLED || utf8_valid(m->text));
	must((m->kind != MSG_BINARY && m->kind != MSG_GARBLED) ||
	     m->why[0] != '\0');
}

static struct msg_in
read_by(const struct smpp_pdu *pdu, const struct smpp_text_rules *rules,
    struct smpp_text_room *room)
{
	struct msg_in m = {.kind = MSG_CALL, .why = ""};
	smpp_text_read(&m, pdu, rules, room);
	check_message(&m, room);
	return m;
}

static void
try_read(const uint8_t *data, size_t octets)
{
	char text[1024], small[64];
	struct smpp_text_rules rules = rules_of(data[0]);
	struct smpp_text_room room = {.text = text, .text_octets = 1024};
	struct smpp_pdu pdu = {.head.command = SMPP_DELIVER_SM,
	    .sm = {.data_coding = data[1],
		.esm_class = data[2] & SMPP_ESM_UDHI,
		.protocol_id = data[3] & 0x7F,
		.short_message = span_of(data + 4, octets - 4)}};
	if ((data[2] & 1) != 0) {
		pdu.tlvs.message_payload = pdu.sm.short_message;
		pdu.sm.short_message.octets /= 2;
	}
	if ((data[2] & 2) != 0)
		pdu.tlvs.has = SMPP_TLV_SAR_REF | SMPP_TLV_SAR_TOTAL |
			       SMPP_TLV_SAR_SEQ | SMPP_TLV_DEST_PORT;
	pdu.tlvs.sar_total = data[2] >> 2 & 3;
	pdu.tlvs.sar_seq = data[2] >> 4 & 3;
	pdu.tlvs.dest_port = data[3] >> 7;
	pdu.tlvs.payload_type = data[3] == 0x7F;
	struct msg_in whole = read_by(&pdu, &rules, &room);
	room.text = small;
	room.text_octets = sizeof(small);
	struct msg_in cut = read_by(&pdu, &rules, &room);
	must(cut.kind == whole.kind && cut.text.octets <= whole.text.octets);
	must(memcmp(small, text, cut.text.octets) == 0);
}

/* What the alphabets or the reader change on purpose: accents join their
 * letters, marks of order are lost, and so is an "@" at the end of a packed
 * text; octets alone do not tell a few odd texts from another alphabet's. */
static bool
is_verbatim(struct str text, const struct smpp_text_rules *rules)
{
	struct nfc in = nfc_of(text);
	size_t at = 0;
	uint32_t point;
	if (rules->coding_0 == SMPP_CODING_GSM7_PACKED && text.octets > 0 &&
	    text.at[text.octets - 1] == '@')
		return false;
	while (nfc_next(&in, &point)) {
		char octets[4];
		size_t n = utf8_put(octets, point);
		bool letter = point == '\n' || (point >= ' ' && point < 0x7F) ||
			      (point >= 0xA0 && point != 0xFEFF &&
				  point != 0xFFFE && (point & 0xFF) != 0);
		if (!letter || point == '@' || n > text.octets - at ||
		    memcmp(text.at + at, octets, n) != 0)
			return false;
		at += n;
	}
	return at == text.octets;
}

static void
check_cut(const struct smpp_text_cut *cut, struct str text,
    const struct smpp_text_rules *rules)
{
	char again[TEXT_OCTETS * 4], part[TEXT_OCTETS * 8];
	uint8_t octets[TEXT_OCTETS * 2];
	size_t at = 0;
	struct smpp_text_room room = {
	    .text = part, .text_octets = sizeof(part)};
	for (size_t i = 0; i < cut->pdus; i++) {
		struct smpp_pdu pdu = {.head.command = SMPP_SUBMIT_SM};
		must(smpp_text_part(
		    &pdu, cut, i, 0x1234, octets, sizeof(octets)));
		must(pdu.sm.short_message.octets <= SMPP_SHORT_MESSAGE_OCTETS);
		struct msg_in m = read_by(&pdu, rules, &room);
		must(m.kind == MSG_TEXT);
		must(cut->pdus == 1
			 ? m.part.total == 0
			 : m.part.seq == i + 1 && m.part.total == cut->pdus);
		must(m.text.octets <= sizeof(again) - at);
		memcpy(again + at, part, m.text.octets);
		at += m.text.octets;
	}
	if (is_verbatim(text, rules))
		must(at == text.octets && memcmp(again, text.at, at) == 0);
}

/* What no text starts with is read as a header that nobody announced: U+0500
 * or U+0608 in UTF-16, and two words of the GSM alphabet. */
static bool
is_like_header(struct str text)
{
	static const char *const starts[] = {
	    "\xD4\x80", "\xD8\x88", "é@¥", "ùòè"};
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (memmem(text.at, text.octets, starts[i], strlen(starts[i])))
			return true;
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static struct smpp_text_cut cut;
	if (octets < 6)
		return 0;
	if ((data[0] & 1) == 0) {
		try_read(data + 1, octets - 1);
		return 0;
	}
	struct smpp_text_rules rules = rules_of(data[1]);
	struct str text = str_of((const char *)data + 2, octets - 2);
	if (text.octets <= TEXT_OCTETS && !is_like_header(text) &&
	    smpp_text_cut(&cut, text, &rules, NULL) == 0)
		check_cut(&cut, text, &rules);
	return 0;
}
