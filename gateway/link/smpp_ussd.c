/* deliver_sm -> a turn; see smpp_ussd.h.  Answers are in smpp_ussd_answer.c. */
#include "gateway/link/smpp_ussd.h"

#include <stdio.h>
#include <string.h>

#include "gateway/link/smpp_address.h"
#include "gateway/link/smpp_receipt.h"

#define TAG_OP 0x0501
#define TAG_SESSION 0x1383
#define TAG_REFERENCE 0x0204
#define TAG_PAYLOAD 0x0424
#define END_BIT 0x0001u
#define OP_NONE (-1)

/* -- profiles ---------------------------------------------------------------
 */

static const struct row {
	const char *name;
	uint16_t tag; /* tells dialogues apart; 0: the phone does */
	uint16_t mask; /* of its value, what stays all the dialogue long */
	bool end_bit;
} rows[] = {
    [SMPP_USSD_ITS] = {"its", TAG_SESSION, 0xFF00, true},
    [SMPP_USSD_NONE] = {"none", 0, 0, false},
    [SMPP_USSD_MICA] = {"mica", TAG_REFERENCE, 0xFFFF, false},
    [SMPP_USSD_SIXDEE] = {"sixdee", TAG_SESSION, 0xFFFE, true},
};

const char *
smpp_ussd_profile_name(enum smpp_ussd_profile profile)
{
	return rows[profile].name;
}

bool
smpp_ussd_profile_find(enum smpp_ussd_profile *out, const char *name)
{
	for (int i = 0; i < SMPP_USSD_PROFILES; i++)
		if (strcmp(rows[i].name, name) == 0) {
			*out = (enum smpp_ussd_profile)i;
			return true;
		}
	return false;
}

struct smpp_ussd_rules
smpp_ussd_usual(enum smpp_ussd_profile profile)
{
	return (struct smpp_ussd_rules){.profile = profile,
	    .op_continue = 2,
	    .op_end = 17,
	    .abort_op = {129},
	    .abort_ops = 1,
	    .service_type = "USSD",
	    .dcs_gsm = 0,
	    .dcs_ucs2 = 8,
	    .ton = SMPP_USSD_AS_CAME,
	    .npi = SMPP_USSD_AS_CAME};
}

/* -- ussd_service_op --------------------------------------------------------
 */

static const struct op {
	int op;
	enum session_event event;
	bool once;
} ops[] = {
    {OP_NONE, SESSION_EITHER, false},
    {0, SESSION_START, true},
    {1, SESSION_START, false},
    {18, SESSION_INPUT, false},
};

static bool
aborts(const struct smpp_ussd_rules *rules, int op)
{
	for (size_t i = 0; i < rules->abort_ops; i++)
		if (rules->abort_op[i] == op)
			return true;
	return false;
}

/* False: an op that asks nothing of us. */
static bool
set_event(struct smpp_ussd_turn *out, const struct smpp_ussd_rules *rules)
{
	bool ended = rows[rules->profile].end_bit && out->place.has_info &&
		     (out->place.info & END_BIT) != 0;
	if (aborts(rules, out->op) || (ended && out->op != 0 && out->op != 1)) {
		out->event = SESSION_HANGUP;
		out->why = ended ? "end_bit" : "released";
		return true;
	}
	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		if (ops[i].op == out->op) {
			out->event = ops[i].event;
			out->once = ops[i].once;
			return true;
		}
	return false;
}

/* -- TLVs -------------------------------------------------------------------
 */

/* The first with that tag: our reader of TLVs keeps the last, and takes
 * numbers of any length. */
static bool
first_tlv(struct span *value_out, unsigned *odd, const struct smpp_pdu *pdu,
    uint16_t tag)
{
	struct span rest = pdu->tlvs.all;
	struct smpp_tlv tlv;
	bool found = false;
	while (smpp_tlv_next(&tlv, &rest) == 1) {
		if (tlv.tag != tag)
			continue;
		if (found) {
			*odd |= SMPP_USSD_ODD_TWICE;
			return true;
		}
		*value_out = tlv.value;
		found = true;
	}
	return found;
}

static bool
number_16(uint16_t *number_out, struct smpp_ussd_turn *out,
    const struct smpp_pdu *pdu, uint16_t tag)
{
	struct span value;
	*number_out = 0;
	if (!first_tlv(&value, &out->odd, pdu, tag))
		return false;
	if (value.octets != 2)
		return false;
	*number_out = (uint16_t)(value.at[0] << 8 | value.at[1]);
	return true;
}

static void
read_tlvs(struct smpp_ussd_turn *out, const struct smpp_pdu *pdu)
{
	struct span value;
	out->op = OP_NONE;
	if (first_tlv(&value, &out->odd, pdu, TAG_OP)) {
		if (value.octets == 1)
			out->op = value.at[0];
		else
			out->odd |= SMPP_USSD_ODD_OP;
	}
	out->place.has_info =
	    number_16(&out->place.info, out, pdu, TAG_SESSION);
	out->place.has_reference =
	    number_16(&out->place.reference, out, pdu, TAG_REFERENCE);
}

/* -- whose dialogue ---------------------------------------------------------
 */

/* Numbers of sessions are few and used again: they are the phone's own. */
static void
set_id(struct smpp_ussd_turn *out, const struct smpp_ussd_rules *rules)
{
	const struct row *row = &rows[rules->profile];
	const struct smpp_ussd_place *place = &out->place;
	bool by_info = row->tag == TAG_SESSION;
	bool there = by_info ? place->has_info : place->has_reference;
	const char *phone = place->phone.text;
	phone += phone[0] == '+';
	out->by_phone = row->tag == 0 || !there;
	if (row->tag != 0 && !there)
		out->odd |= SMPP_USSD_ODD_SESSION;
	if (out->by_phone)
		return;
	unsigned number = by_info ? place->info : place->reference;
	snprintf(
	    out->id, sizeof(out->id), "%s/%04x", phone, number & row->mask);
}

static struct smpp_ussd_address
keep_address(const struct smpp_addr *from)
{
	struct smpp_ussd_address a = {.ton = from->ton, .npi = from->npi};
	str_copy(a.text, sizeof(a.text), str_trim(from->text));
	return a;
}

static void
keep_place(struct smpp_ussd_place *place, const struct smpp_sm *sm)
{
	place->phone = keep_address(&sm->source);
	place->code = keep_address(&sm->dest);
	str_copy(
	    place->service_type, sizeof(place->service_type), sm->service_type);
}

/* -- the text ---------------------------------------------------------------
 */

/* Digits are digits, whatever a centre calls their alphabet. */
static void
read_text(struct smpp_ussd_turn *out, struct smpp_pdu *pdu,
    const struct smpp_ussd_rules *rules)
{
	struct smpp_text_rules text = {.coding_0 = rules->coding};
	struct smpp_text_room room = {
	    .text = out->text, .text_octets = sizeof(out->text)};
	struct msg_in m = {.why = ""};
	smpp_text_read(&m, pdu, &text, &room);
	if (m.kind != MSG_TEXT) {
		pdu->sm.data_coding = 0;
		smpp_text_read(&m, pdu, &text, &room);
	}
	struct str s = str_of(out->text, strlen(out->text));
	struct str trimmed = str_trim(s);
	memmove(out->text, trimmed.at, trimmed.octets);
	out->text[trimmed.octets] = '\0';
}

static void
set_text(struct smpp_ussd_turn *out, const struct smpp_pdu *pdu,
    const struct smpp_ussd_rules *rules)
{
	struct smpp_pdu plain = {.sm = {.data_coding = pdu->sm.data_coding,
				     .short_message = pdu->sm.short_message}};
	if (pdu->sm.short_message.octets == 0)
		first_tlv(&plain.sm.short_message, &out->odd, pdu, TAG_PAYLOAD);
	if (plain.sm.short_message.octets > 0)
		read_text(out, &plain, rules);
}

/* -- the whole --------------------------------------------------------------
 */

static bool
is_ussd(const struct smpp_pdu *pdu, const struct smpp_ussd_rules *rules)
{
	unsigned odd = 0;
	struct span value;
	if (smpp_receipt_is(pdu))
		return false;
	return (rules->service_type[0] != '\0' &&
		   str_equal_nocase(
		       pdu->sm.service_type, str_from(rules->service_type))) ||
	       first_tlv(&value, &odd, pdu, TAG_OP);
}

enum smpp_ussd_kind
smpp_ussd_read(struct smpp_ussd_turn *out, const struct smpp_pdu *pdu,
    const struct smpp_ussd_rules *rules)
{
	if (!is_ussd(pdu, rules))
		return SMPP_USSD_SMS;
	memset(out, 0, sizeof(*out));
	out->why = "";
	read_tlvs(out, pdu);
	keep_place(&out->place, &pdu->sm);
	smpp_address_write(out->msisdn, &pdu->sm.source);
	set_id(out, rules);
	set_text(out, pdu, rules);
	return set_event(out, rules) ? SMPP_USSD_TURN : SMPP_USSD_NOTHING;
}

/* -- as the gateway wants it ------------------------------------------------
 */

/* How much of a served code stands there. */
static size_t
code_octets(const struct session_channel *channel, const char *dialled)
{
	struct str rest;
	const char *code =
	    session_code_match(channel, str_from(dialled), &rest);
	return code != NULL ? strlen(code) : 0;
}

static const char *
dialled(const struct smpp_ussd_turn *turn,
    const struct session_channel *channel, enum smpp_ussd_code_from from)
{
	const char *text = turn->text, *destination = turn->place.code.text;
	if (from == SMPP_USSD_FROM_SHORT_MESSAGE)
		return text;
	if (from == SMPP_USSD_FROM_DESTINATION)
		return destination;
	size_t in_text = code_octets(channel, text);
	size_t in_destination = code_octets(channel, destination);
	/* The text may have more behind the code. */
	if (in_text != in_destination)
		return in_text > in_destination ? text : destination;
	return text[0] != '\0' ? text : destination;
}

struct session_ask
smpp_ussd_ask(const struct smpp_ussd_turn *turn,
    const struct session_channel *channel, const struct smpp_ussd_rules *rules)
{
	struct session_ask ask = {.event = turn->event,
	    .id = turn->id,
	    .msisdn = turn->msisdn,
	    .dialled = "",
	    .key = "",
	    .network = "",
	    .lang = "",
	    .why = turn->why};
	if (turn->event == SESSION_START || turn->event == SESSION_EITHER)
		ask.dialled = dialled(turn, channel, rules->code_from);
	else if (code_octets(channel, turn->place.code.text) > 0)
		ask.dialled = turn->place.code.text;
	if (turn->event != SESSION_START)
		ask.input = str_from(turn->text);
	return ask;
}
