/* Reaches smpp_ussd and smpp_ussd_answer, by way of smpp_tlv and smpp_text.
 * The first four octets say how: profile, settings, how long the text is, its
 * alphabet and who says it; then
 * the text, the destination up to a NUL, and TLVs.  What is read is asked of a
 * channel, and answered by the same words: the answer is a PDU that can be
 * read, marks the dialogue as it came, ends it when it should, and says those
 * words to another reader, written here from the standard.
 * most: 400
 * covers: gateway/link/smpp_ussd.c gateway/link/smpp_ussd_answer.c
 * covers: gateway/link/smpp_address.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "gateway/link/smpp_ussd.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define PDU_OCTETS 4096u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static struct smpp_ussd_rules
rules_of(uint8_t first, uint8_t second)
{
	static const enum smpp_coding codings[] = {
	    SMPP_CODING_GSM7, SMPP_CODING_GSM7_PACKED, SMPP_CODING_LATIN1};
	struct smpp_ussd_rules r = smpp_ussd_usual(
	    (enum smpp_ussd_profile)(first % SMPP_USSD_PROFILES));
	r.code_from = (enum smpp_ussd_code_from)(first / 4 % 3);
	r.newline = (enum smpp_ussd_newline)(first / 16 % 3);
	r.data_sm = first >= 128;
	r.coding = codings[second % 3];
	r.dcs_gsm = second & 4 ? 15 : 0;
	if (second & 8)
		r.service_type[0] = '\0';
	if (second & 16)
		r.ton = r.npi = 1;
	if (second & 32)
		memcpy(r.answer_service_type, "P2", 3);
	return r;
}

/* The rest of the input as a deliver_sm; false: it has no TLVs that one could
 * decode. */
static bool
fill(struct smpp_pdu *pdu, struct span rest, uint8_t text_octets, uint8_t how)
{
	static const uint8_t codings[] = {0, 8, 15, 72, 3, 4, 68, 1};
	uint32_t odd = 0;
	size_t broken;
	struct span text = span_part(rest, 0, text_octets);
	rest = span_part(rest, text.octets, SIZE_MAX);
	const uint8_t *end =
	    rest.octets > 0 ? memchr(rest.at, 0, rest.octets) : NULL;
	size_t dest = end != NULL ? (size_t)(end - rest.at) : 0;
	if (dest > SMPP_ADDRESS_OCTETS)
		return false;
	*pdu = (struct smpp_pdu){.head.command = SMPP_DELIVER_SM,
	    .sm = {.service_type = str_from(how & 1 ? "USSD" : ""),
		.source = {.ton = how & 2     ? 1
				  : how & 128 ? 2
					      : 0,
		    .npi = 1,
		    .text = str_from(how & 128 ? "711000001" : "254711000001")},
		.dest = {.ton = 0,
		    .npi = 1,
		    .text = str_of((const char *)rest.at, dest)},
		.data_coding = codings[how / 4 % 8],
		.short_message = text}};
	if (end != NULL)
		rest = span_part(rest, dest + 1, SIZE_MAX);
	return smpp_tlvs_decode(&pdu->tlvs, rest, &odd, &broken) == 0;
}

static void
check_ask(const struct smpp_ussd_turn *turn, const struct session_ask *ask)
{
	must(ask->event == SESSION_START || ask->event == SESSION_INPUT ||
	     ask->event == SESSION_EITHER || ask->event == SESSION_HANGUP);
	must(turn->by_phone == (ask->id[0] == '\0'));
	must(strlen(ask->id) < SESSION_ID_OCTETS);
	must(strlen(ask->dialled) < SMPP_TEXT_SHORT_OCTETS);
	must(utf8_valid(ask->input));
	must(ask->event != SESSION_START || ask->input.octets == 0);
	must(!turn->once || ask->event == SESSION_START);
}

/* Octets of the first TLV with that tag; NULL: none of two octets. */
static const uint8_t *
mark_of(const struct smpp_pdu *pdu, uint16_t tag)
{
	struct span rest = pdu->tlvs.all;
	struct smpp_tlv tlv;
	while (smpp_tlv_next(&tlv, &rest) == 1)
		if (tlv.tag == tag)
			return tlv.value.octets == 2 ? tlv.value.at : NULL;
	return NULL;
}

static void
check_marks(const struct smpp_pdu *came, const struct smpp_pdu *back,
    enum smpp_ussd_profile profile, bool go_on)
{
	bool by_info = profile == SMPP_USSD_ITS || profile == SMPP_USSD_SIXDEE;
	const uint8_t *info = by_info ? mark_of(came, 0x1383) : NULL;
	const uint8_t *echo = mark_of(back, 0x1383);
	must((info != NULL) == (echo != NULL));
	if (info != NULL)
		must(echo[0] == info[0] &&
		     echo[1] == ((info[1] & 0xFE) | (go_on ? 0 : 1)));
	info = profile == SMPP_USSD_MICA ? mark_of(came, 0x0204) : NULL;
	echo = mark_of(back, 0x0204);
	must((info != NULL) == (echo != NULL));
	if (info != NULL)
		must(memcmp(info, echo, 2) == 0);
}

/* -- as a centre reads it ---------------------------------------------------
 */

#define LETTERS (2 * SMPP_TEXT_SHORT_OCTETS)

/* 23.038 6.2.1, as it is printed; 1B escapes. */
static const char alphabet[] =
    "@\302\243$\302\245\303\250\303\251\303\271\303\254\303\262\303\207\n"
    "\303\230\303\270\r\303\205\303\245\316\224_\316\246\316\223\316\233"
    "\316\251\316\240\316\250\316\243\316\230\316\236\033\303\206\303\246"
    "\303\237\303\211 !\"#\302\244%&'()*+,-./0123456789:;<=>?\302\241"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ\303\204\303\226\303\221\303\234\302\247\302\277"
    "abcdefghijklmnopqrstuvwxyz\303\244\303\266\303\261\303\274\303\240";

static uint32_t
letter_at(const char *table, size_t index)
{
	struct str rest = str_from(table);
	size_t octets;
	for (; index > 0; index--) {
		(void)utf8_next(rest, &octets);
		rest = str_of(rest.at + octets, rest.octets - octets);
	}
	return utf8_next(rest, &octets);
}

static uint32_t
letter_escaped(uint8_t septet)
{
	static const uint8_t from[] = {
	    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
	for (size_t i = 0; i < sizeof(from); i++)
		if (from[i] == septet)
			return letter_at("\f^{}\\[~]|\342\202\254", i);
	return 0;
}

static size_t
read_gsm7(uint32_t *out, struct span in, bool packed)
{
	size_t count = 0, septets = packed ? in.octets * 8 / 7 : in.octets;
	bool escaped = false;
	for (size_t i = 0; i < septets; i++) {
		uint8_t septet = packed ? 0 : in.at[i];
		for (size_t bit = 7 * i; packed && bit < 7 * i + 7; bit++)
			septet |= (uint8_t)((in.at[bit / 8] >> bit % 8 & 1)
					    << (bit - 7 * i));
		must(septet < 128);
		/* The filler of a last octet. */
		if (packed && i % 8 == 7 && i + 1 == septets && septet == '\r')
			break;
		if (escaped)
			out[count++] = letter_escaped(septet);
		else if (septet != 0x1B)
			out[count++] = letter_at(alphabet, septet);
		escaped = !escaped && septet == 0x1B;
	}
	must(!escaped);
	return count;
}

static size_t
read_ucs2(uint32_t *out, struct span in)
{
	size_t count = 0;
	must(in.octets % 2 == 0);
	for (size_t i = 0; i < in.octets; i += 2) {
		uint32_t unit = (uint32_t)in.at[i] << 8 | in.at[i + 1];
		bool low = unit >= 0xDC00 && unit <= 0xDFFF;
		must(!low || (count > 0 && out[count - 1] >= 0xD800 &&
				 out[count - 1] <= 0xDBFF));
		if (low)
			out[count - 1] = 0x10000 +
					 ((out[count - 1] - 0xD800) << 10) +
					 (unit - 0xDC00);
		else
			out[count++] = unit;
	}
	return count;
}

static size_t
read_as_centre(uint32_t *out, const struct smpp_pdu *pdu,
    const struct smpp_ussd_rules *rules)
{
	struct span in = pdu->sm.short_message.octets > 0
			     ? pdu->sm.short_message
			     : pdu->tlvs.message_payload;
	size_t count = 0;
	if (pdu->sm.data_coding == rules->dcs_ucs2)
		return read_ucs2(out, in);
	must(pdu->sm.data_coding == rules->dcs_gsm);
	if (rules->coding != SMPP_CODING_LATIN1)
		return read_gsm7(
		    out, in, rules->coding == SMPP_CODING_GSM7_PACKED);
	for (; count < in.octets; count++)
		out[count] = in.at[count];
	return count;
}

/* The words that were said, each line ended as the centre has it. */
static void
check_words(const struct smpp_pdu *back, const struct smpp_ussd_rules *rules,
    struct str text)
{
	static uint32_t letter[LETTERS];
	size_t count = read_as_centre(letter, back, rules), at = 0, octets;
	for (; text.octets > 0;
	     text = str_of(text.at + octets, text.octets - octets)) {
		uint32_t want = utf8_next(text, &octets);
		if (want == '\n' && rules->newline != SMPP_USSD_LF)
			must(at < count && letter[at++] == '\r');
		if (want != '\n' || rules->newline != SMPP_USSD_CR)
			must(at < count && letter[at++] == want);
	}
	must(at == count);
}

/* -- answers ----------------------------------------------------------------
 */

static void
answer(const struct smpp_ussd_turn *turn, const struct smpp_pdu *came,
    const struct smpp_ussd_rules *rules, bool go_on)
{
	static struct smpp_ussd_room room;
	static char octets[PDU_OCTETS];
	struct smpp_ussd_say say = {
	    .text = str_from(turn->text), .go_on = go_on, .code = "384"};
	struct buf out = buf_over(octets, sizeof(octets));
	struct smpp_pdu pdu, back;
	struct err err;
	if (!smpp_ussd_answer(&pdu, &turn->place, rules, &say, &room)) {
		must(say.text.octets > SESSION_TEXT_OCTETS);
		return;
	}
	must(smpp_pdu_encode(&out, &pdu, &err) == 0);
	must(smpp_pdu_decode(&back, buf_span(&out), &err) == 0);
	must(back.tlvs.ussd_op == (go_on ? rules->op_continue : rules->op_end));
	must(str_is(back.sm.dest.text, turn->place.phone.text));
	must(back.sm.registered_delivery == 0);
	check_marks(came, &back, rules->profile, go_on);
	check_words(&back, rules, say.text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static const struct session_channel channel = {
	    .code = {"384", "384*96"}, .codes = 2};
	struct smpp_ussd_turn turn;
	enum smpp_ussd_profile found;
	struct smpp_pdu pdu;
	if (octets < 4)
		return 0;
	struct smpp_ussd_rules rules = rules_of(data[0], data[1]);
	must(smpp_ussd_profile_find(
		 &found, smpp_ussd_profile_name(rules.profile)) &&
	     found == rules.profile);
	if (!fill(&pdu, span_of(data + 4, octets - 4), data[2], data[3]))
		return 0;
	if (smpp_ussd_read(&turn, &pdu, &rules) != SMPP_USSD_TURN)
		return 0;
	struct session_ask ask = smpp_ussd_ask(&turn, &channel, &rules);
	check_ask(&turn, &ask);
	answer(&turn, &pdu, &rules, true);
	answer(&turn, &pdu, &rules, false);
	return 0;
}
