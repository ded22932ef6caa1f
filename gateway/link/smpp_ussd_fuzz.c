/* Reaches smpp_ussd and smpp_ussd_answer, by way of smpp_tlv and smpp_text.
 * The first four octets say how: profile, settings, how long the text is, its
 * alphabet and who says it; then
 * the text, the destination up to a NUL, and TLVs.  What is read is asked of a
 * channel, and answered by the same words: the answer is a PDU that can be
 * read, marks the dialogue as it came, and ends it when it should.
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
