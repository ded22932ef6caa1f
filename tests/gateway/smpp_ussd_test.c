/* USSD in SMPP: whose dialogue a PDU belongs to by each profile, what it asks,
 * what the answer repeats of it.  Clauses: SMPP 3.4 5.3.2.44, 5.3.2.17. */
#include "gateway/link/smpp_ussd.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define FROM "254711000001"
#define PHONE "+254711000001"
#define ITS SMPP_USSD_ITS
#define NONE SMPP_USSD_NONE
#define MICA SMPP_USSD_MICA
#define SIXDEE SMPP_USSD_SIXDEE

static const struct session_channel channel = {
    .code = {"384", "384*96", "711"}, .codes = 3};

/* One PDU; octets live in it. */
struct said {
	struct smpp_pdu pdu;
	uint8_t text[1200], tlv[1200];
};

static void
say(struct said *s, const char *service, const char *to, uint8_t coding,
    const char *text_hex, const char *tlv_hex)
{
	uint32_t odd = 0;
	size_t broken;
	int text = span_from_hex(
	    s->text, sizeof(s->text), text_hex, strlen(text_hex), NULL);
	int tlv = span_from_hex(
	    s->tlv, sizeof(s->tlv), tlv_hex, strlen(tlv_hex), NULL);
	assert_true(text >= 0 && tlv >= 0);
	s->pdu = (struct smpp_pdu){.head.command = SMPP_DELIVER_SM,
	    .sm = {.service_type = str_from(service),
		.source = {.ton = 1, .npi = 1, .text = STR(FROM)},
		.dest = {.ton = 0, .npi = 1, .text = str_from(to)},
		.data_coding = coding,
		.short_message = span_of(s->text, (size_t)text)}};
	assert_int_equal(smpp_tlvs_decode(&s->pdu.tlvs,
			     span_of(s->tlv, (size_t)tlv), &odd, &broken),
	    0);
}

/* -- in ---------------------------------------------------------------------
 */

struct in_row {
	const char *name;
	enum smpp_ussd_profile profile;
	const char *service, *to;
	uint8_t coding;
	const char *text, *tlvs; /* hex */
	enum smpp_ussd_kind kind;
	enum session_event event;
	const char *id, *dialled, *input;
	unsigned odd;
};

#define DIAL "2A33383423" /* *384# */
#define OP_1 "0501000101"
#define OP_18 "0501000112"

static const struct in_row in_rows[] = {
    {"a text", NONE, "", "20880", 0, "31", "", SMPP_USSD_SMS, 0, "", "", "", 0},
    {"a text with a port", ITS, "", "20880", 0, "31", "020B00020001",
	SMPP_USSD_SMS, 0, "", "", "", 0},
    {"captured: P2, 0F, op only", NONE, "P2", "384", 15, DIAL, OP_1,
	SMPP_USSD_TURN, SESSION_START, "", "*384#", "", 0},
    {"its: dialled", ITS, "USSD", "384", 0, DIAL, OP_1 "138300020700",
	SMPP_USSD_TURN, SESSION_START, FROM "/0700", "*384#", "", 0},
    {"its: the answer, sequence 1", ITS, "USSD", "384", 0, "33",
	OP_18 "138300020702", SMPP_USSD_TURN, SESSION_INPUT, FROM "/0700",
	"384", "3", 0},
    {"its: sequence 127", ITS, "USSD", "", 0, "33", OP_18 "1383000207FE",
	SMPP_USSD_TURN, SESSION_INPUT, FROM "/0700", "", "3", 0},
    {"its: the end bit", ITS, "USSD", "", 0, "", OP_18 "138300020703",
	SMPP_USSD_TURN, SESSION_HANGUP, FROM "/0700", "", "", 0},
    {"its: dialled, end bit", ITS, "USSD", "384", 0, DIAL, OP_1 "138300020701",
	SMPP_USSD_TURN, SESSION_START, FROM "/0700", "*384#", "", 0},
    {"sixdee: 15 bits", SIXDEE, "USSD", "", 0, "33", OP_18 "13830002071A",
	SMPP_USSD_TURN, SESSION_INPUT, FROM "/071a", "", "3", 0},
    {"sixdee: closed", SIXDEE, "USSD", "", 0, "33", OP_18 "13830002071B",
	SMPP_USSD_TURN, SESSION_HANGUP, FROM "/071a", "", "3", 0},
    {"mica: code in the text only", MICA, "", "", 0, DIAL, OP_1 "02040002BEEF",
	SMPP_USSD_TURN, SESSION_START, FROM "/beef", "*384#", "", 0},
    {"mica: no end bit there", MICA, "", "", 0, "33",
	OP_18 "02040002BEEF138300020703", SMPP_USSD_TURN, SESSION_INPUT,
	FROM "/beef", "", "3", 0},
    {"released", MICA, "", "", 0, "", "050100018102040002BEEF", SMPP_USSD_TURN,
	SESSION_HANGUP, FROM "/beef", "", "", 0},
    {"none: an answer", NONE, "", "384", 0, "33", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "384", "3", 0},
    {"none: no text is an empty answer", NONE, "", "384", 0, "", OP_18,
	SMPP_USSD_TURN, SESSION_INPUT, "", "384", "", 0},
    {"one-way", NONE, "", "384", 0, DIAL, "0501000100", SMPP_USSD_TURN,
	SESSION_START, "", "*384#", "", 0},
    {"no op, by service_type", NONE, "ussd", "384", 0, "33", "", SMPP_USSD_TURN,
	SESSION_EITHER, "", "384", "3", 0},
    {"op of two octets", ITS, "", "384", 0, "33", "050100020012138300020702",
	SMPP_USSD_TURN, SESSION_EITHER, FROM "/0700", "384", "3",
	SMPP_USSD_ODD_OP},
    {"op of none", ITS, "", "384", 0, "33", "05010000138300020702",
	SMPP_USSD_TURN, SESSION_EITHER, FROM "/0700", "384", "3",
	SMPP_USSD_ODD_OP},
    {"session of one octet", ITS, "", "384", 0, "33", OP_18 "1383000107",
	SMPP_USSD_TURN, SESSION_INPUT, "", "384", "3", SMPP_USSD_ODD_SESSION},
    {"session of four", SIXDEE, "", "384", 0, "33", OP_18 "1383000400000702",
	SMPP_USSD_TURN, SESSION_INPUT, "", "384", "3", SMPP_USSD_ODD_SESSION},
    {"no session", MICA, "", "384", 0, "33", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "384", "3", SMPP_USSD_ODD_SESSION},
    {"two of a kind: the first", ITS, "", "384", 0, "33",
	OP_18 OP_1 "138300020702138300020902", SMPP_USSD_TURN, SESSION_INPUT,
	FROM "/0700", "384", "3", SMPP_USSD_ODD_TWICE},
    {"notice shown", ITS, "", "384", 0, "", "0501000113138300020702",
	SMPP_USSD_NOTHING, 0, FROM "/0700", "", "", 0},
    {"an op that nobody knows", NONE, "", "384", 0, "", "05010001FE",
	SMPP_USSD_NOTHING, 0, "", "", "", 0},
    {"the longest code: in the text", NONE, "", "384", 0,
	"2A3338342A39362A3123", OP_1, SMPP_USSD_TURN, SESSION_START, "",
	"*384*96*1#", "", 0},
    {"the longest code: in the destination", NONE, "", "*384*96#", 0, DIAL,
	OP_1, SMPP_USSD_TURN, SESSION_START, "", "*384*96#", "", 0},
    {"equal codes: what has more behind", NONE, "", "384", 0, "3338342A312A35",
	OP_1, SMPP_USSD_TURN, SESSION_START, "", "384*1*5", "", 0},
    {"no text: the destination", NONE, "", "711", 0, "", OP_1, SMPP_USSD_TURN,
	SESSION_START, "", "711", "", 0},
    {"no code of ours", NONE, "", "999", 0, "2A35353523", OP_1, SMPP_USSD_TURN,
	SESSION_START, "", "*555#", "", 0},
    {"UCS2 by 8", NONE, "", "", 8, "0031", OP_18, SMPP_USSD_TURN, SESSION_INPUT,
	"", "", "1", 0},
    {"UCS2 by 72", NONE, "", "", 72, "06A906440648", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "", "کلو", 0},
    {"GSM unpacked by 15", NONE, "", "", 15, "0031", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "", "1", 0},
    {"called data by 4", NONE, "", "", 4, "3233", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "", "23", 0},
    {"called data by 68", NONE, "", "", 68, "3233", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "", "23", 0},
    {"Latin-1 by 3", NONE, "", "", 3, "636166E9", OP_18, SMPP_USSD_TURN,
	SESSION_INPUT, "", "", "café", 0},
    {"line end and NUL behind", NONE, "", "", 0, "330D0A", OP_18,
	SMPP_USSD_TURN, SESSION_INPUT, "", "", "3", 0},
    {"message_payload where short_message is empty", NONE, "", "", 0, "",
	OP_18 "0424000135", SMPP_USSD_TURN, SESSION_INPUT, "", "", "5", 0},
    {"both: short_message", NONE, "", "", 0, "33",
	OP_18 "042400033535"
	      "35",
	SMPP_USSD_TURN, SESSION_INPUT, "", "", "3", 0},
};

static void
what_comes_in(void **state)
{
	static struct said s;
	(void)state;
	for (size_t i = 0; i < sizeof(in_rows) / sizeof(in_rows[0]); i++) {
		const struct in_row *row = &in_rows[i];
		struct smpp_ussd_rules rules = smpp_ussd_usual(row->profile);
		struct smpp_ussd_turn turn;
		say(&s, row->service, row->to, row->coding, row->text,
		    row->tlvs);
		enum smpp_ussd_kind kind =
		    smpp_ussd_read(&turn, &s.pdu, &rules);
		print_message("%s\n", row->name);
		assert_int_equal(kind, row->kind);
		if (kind == SMPP_USSD_SMS)
			continue;
		assert_int_equal(turn.odd, row->odd);
		assert_string_equal(turn.id, row->id);
		assert_int_equal(turn.by_phone, row->id[0] == '\0');
		if (kind == SMPP_USSD_NOTHING)
			continue;
		struct session_ask ask = smpp_ussd_ask(&turn, &channel, &rules);
		assert_int_equal(ask.event, row->event);
		assert_string_equal(ask.msisdn, PHONE);
		assert_string_equal(ask.dialled, row->dialled);
		assert_true(str_is(ask.input, row->input));
		assert_string_equal(ask.key, "");
		assert_int_equal(turn.once, strstr(row->name, "one-way") != 0);
	}
}

/* The code is looked for where the operator says that it is. */
static void
where_the_code_stands(void **state)
{
	static struct said s;
	struct smpp_ussd_rules rules = smpp_ussd_usual(NONE);
	struct smpp_ussd_turn turn;
	(void)state;
	say(&s, "", "711", 0, DIAL, OP_1);
	smpp_ussd_read(&turn, &s.pdu, &rules);
	rules.code_from = SMPP_USSD_FROM_DESTINATION;
	assert_string_equal(
	    smpp_ussd_ask(&turn, &channel, &rules).dialled, "711");
	rules.code_from = SMPP_USSD_FROM_SHORT_MESSAGE;
	assert_string_equal(
	    smpp_ussd_ask(&turn, &channel, &rules).dialled, "*384#");
}

static void
other_settings_in(void **state)
{
	static struct said s;
	struct smpp_ussd_rules rules = smpp_ussd_usual(NONE);
	struct smpp_ussd_turn turn;
	(void)state;
	rules.abort_op[rules.abort_ops++] = 32;
	say(&s, "", "711", 0, "", "0501000120");
	assert_int_equal(smpp_ussd_read(&turn, &s.pdu, &rules), SMPP_USSD_TURN);
	assert_int_equal(turn.event, SESSION_HANGUP);
	assert_string_equal(turn.why, "released");
	/* No type of number: the market's country does the rest. */
	s.pdu.sm.source.ton = 0;
	smpp_ussd_read(&turn, &s.pdu, &rules);
	assert_string_equal(turn.msisdn, FROM);
	/* Packed: 7 characters and their filler. */
	rules.coding = SMPP_CODING_GSM7_PACKED;
	say(&s, "", "", 15, "AA198EA6B28D1A", OP_18);
	smpp_ussd_read(&turn, &s.pdu, &rules);
	assert_string_equal(turn.text, "*384*6#");
	rules.service_type[0] = '\0';
	say(&s, "USSD", "711", 0, "31", "");
	assert_int_equal(smpp_ussd_read(&turn, &s.pdu, &rules), SMPP_USSD_SMS);
	/* A receipt that is marked as USSD goes its way. */
	rules.service_type[0] = 'U';
	s.pdu.sm.esm_class = SMPP_ESM_RECEIPT;
	assert_int_equal(smpp_ussd_read(&turn, &s.pdu, &rules), SMPP_USSD_SMS);
}

/* Longer than an answer may be: it stays so, for the gateway refuses it. */
static void
a_long_payload(void **state)
{
	static struct said s;
	static char hex[2401];
	struct smpp_ussd_rules rules = smpp_ussd_usual(NONE);
	struct smpp_ussd_turn turn;
	(void)state;
	memset(hex, '3', 2400);
	memcpy(hex,
	    "05010001120424"
	    "04A7",
	    18);
	say(&s, "", "", 0, "", hex);
	assert_int_equal(smpp_ussd_read(&turn, &s.pdu, &rules), SMPP_USSD_TURN);
	assert_true(strlen(turn.text) > 182);
}

/* -- out --------------------------------------------------------------------
 */

struct out_row {
	const char *name;
	enum smpp_ussd_profile profile;
	const char *tlvs; /* that came */
	bool go_on;
	const char *tlvs_out;
};

static const struct out_row out_rows[] = {
    {"its: go on", ITS, OP_1 "138300020704", true,
	"0501000102"
	"138300020704"},
    {"its: end", ITS, OP_18 "138300020704", false,
	"0501000111"
	"138300020705"},
    {"its: none came", ITS, OP_18, false, "0501000111"},
    {"sixdee: go on", SIXDEE, OP_1 "13830002FFFE", true,
	"0501000102"
	"13830002FFFE"},
    {"sixdee: end", SIXDEE, OP_18 "13830002FFFE", false,
	"0501000111"
	"13830002FFFF"},
    {"sixdee: dialled with the low bit", SIXDEE, OP_1 "138300020001", true,
	"0501000102"
	"138300020000"},
    {"mica: go on", MICA, OP_1 "02040002BEEF", true,
	"02040002BEEF"
	"0501000102"},
    {"mica: end", MICA, OP_18 "02040002BEEF", false,
	"02040002BEEF"
	"0501000111"},
    {"none", NONE, OP_18 "02040002BEEF138300020704", true, "0501000102"},
};

static void
assert_tlvs(const struct smpp_pdu *pdu, const char *hex)
{
	char octets[256], got[513];
	struct buf out = buf_over(octets, sizeof(octets));
	assert_true(smpp_tlvs_encode(&out, &pdu->tlvs));
	span_to_hex(got, sizeof(got), buf_span(&out));
	assert_string_equal(got, hex);
}

static void
what_goes_out(void **state)
{
	static struct said s;
	struct smpp_ussd_room room;
	(void)state;
	for (size_t i = 0; i < sizeof(out_rows) / sizeof(out_rows[0]); i++) {
		const struct out_row *row = &out_rows[i];
		struct smpp_ussd_rules rules = smpp_ussd_usual(row->profile);
		struct smpp_ussd_say words = {
		    .text = STR("Hi"), .go_on = row->go_on, .code = ""};
		struct smpp_ussd_turn turn;
		struct smpp_pdu pdu;
		say(&s, "P2", "384", 0, "33", row->tlvs);
		smpp_ussd_read(&turn, &s.pdu, &rules);
		assert_true(
		    smpp_ussd_answer(&pdu, &turn.place, &rules, &words, &room));
		print_message("%s\n", row->name);
		assert_int_equal(pdu.head.command, SMPP_SUBMIT_SM);
		assert_true(str_is(pdu.sm.service_type, "P2"));
		assert_true(str_is(pdu.sm.source.text, "384"));
		assert_int_equal(pdu.sm.source.npi, 1);
		assert_true(str_is(pdu.sm.dest.text, FROM));
		assert_int_equal(pdu.sm.dest.ton, 1);
		assert_int_equal(pdu.sm.registered_delivery, 0);
		assert_tlvs(&pdu, row->tlvs_out);
	}
}

struct text_row {
	const char *name;
	enum smpp_coding coding;
	enum smpp_ussd_newline newline;
	const char *text;
	uint8_t data_coding;
	const char *hex;
};

static const struct text_row text_rows[] = {
    {"GSM", SMPP_CODING_GSM7, SMPP_USSD_LF, "@1\n{", 0, "00310A1B28"},
    {"UCS2", SMPP_CODING_GSM7, SMPP_USSD_LF, "1کل", 8, "003106A90644"},
    {"CR", SMPP_CODING_GSM7, SMPP_USSD_CR, "1\n2", 0, "310D32"},
    {"CR LF", SMPP_CODING_GSM7, SMPP_USSD_CRLF, "1\n2", 0, "310D0A32"},
    {"UCS2, CR LF", SMPP_CODING_GSM7, SMPP_USSD_CRLF, "ش\n", 8, "0634000D000A"},
    {"Latin-1", SMPP_CODING_LATIN1, SMPP_USSD_LF, "@é", 0, "40E9"},
    {"no Latin-1", SMPP_CODING_LATIN1, SMPP_USSD_LF, "€", 8, "20AC"},
    {"packed", SMPP_CODING_GSM7_PACKED, SMPP_USSD_LF, "*100#", 0, "AA180C3602"},
    {"packed, 7 letters: filled by CR", SMPP_CODING_GSM7_PACKED, SMPP_USSD_LF,
	"1111111", 0, "B1582C168BC51A"},
    {"packed, 8 letters", SMPP_CODING_GSM7_PACKED, SMPP_USSD_LF, "11111111", 0,
	"B1582C168BC562"},
    {"packed, 8 with CR at the end: one more", SMPP_CODING_GSM7_PACKED,
	SMPP_USSD_CR, "1111111\n", 0, "B1582C168BC51A0D"},
    {"nothing", SMPP_CODING_GSM7, SMPP_USSD_LF, "", 0, ""},
};

static void
how_texts_are_written(void **state)
{
	struct smpp_ussd_place place = {.phone = {1, 1, FROM}};
	struct smpp_ussd_room room;
	(void)state;
	for (size_t i = 0; i < sizeof(text_rows) / sizeof(text_rows[0]); i++) {
		const struct text_row *row = &text_rows[i];
		struct smpp_ussd_rules rules = smpp_ussd_usual(NONE);
		struct smpp_ussd_say words = {
		    .text = str_from(row->text), .go_on = true, .code = "384"};
		struct smpp_pdu pdu;
		char hex[513];
		rules.coding = row->coding;
		rules.newline = row->newline;
		assert_true(
		    smpp_ussd_answer(&pdu, &place, &rules, &words, &room));
		span_to_hex(hex, sizeof(hex), pdu.sm.short_message);
		print_message("%s\n", row->name);
		assert_string_equal(hex, row->hex);
		assert_int_equal(pdu.sm.data_coding, row->data_coding);
		/* No destination came: the code stands for us. */
		assert_true(str_is(pdu.sm.source.text, "384"));
	}
}

static void
other_settings_out(void **state)
{
	struct smpp_ussd_place place = {
	    .phone = {1, 1, FROM}, .code = {0, 1, "384"}};
	struct smpp_ussd_rules rules = smpp_ussd_usual(NONE);
	struct smpp_ussd_say words = {
	    .text = STR("Hi"), .go_on = false, .code = "384"};
	struct smpp_ussd_room room;
	struct smpp_pdu pdu;
	(void)state;
	rules.op_end = 23;
	rules.data_sm = true;
	rules.dcs_gsm = 15;
	rules.dcs_ucs2 = 72;
	rules.ton = 3;
	rules.npi = 0;
	memcpy(rules.answer_service_type, "USSRC", 6);
	assert_true(smpp_ussd_answer(&pdu, &place, &rules, &words, &room));
	assert_int_equal(pdu.head.command, SMPP_DATA_SM);
	assert_int_equal(pdu.sm.data_coding, 15);
	assert_int_equal(pdu.sm.source.ton, 3);
	assert_int_equal(pdu.sm.source.npi, 0);
	assert_true(str_is(pdu.sm.service_type, "USSRC"));
	assert_tlvs(&pdu, "042400024869"
			  "0501000117");
	words.text = STR("ش");
	assert_true(smpp_ussd_answer(&pdu, &place, &rules, &words, &room));
	assert_int_equal(pdu.sm.data_coding, 72);
}

/* 182 septets fit a short_message, two octets a letter may not. */
static void
the_longest_screens(void **state)
{
	struct smpp_ussd_place place = {.phone = {1, 1, FROM}};
	struct smpp_ussd_rules rules = smpp_ussd_usual(NONE);
	struct smpp_ussd_room room;
	struct smpp_pdu pdu;
	char text[SESSION_TEXT_OCTETS + 2];
	(void)state;
	memset(text, 'x', sizeof(text));
	struct smpp_ussd_say words = {.text = str_of(text, 182), .code = ""};
	assert_true(smpp_ussd_answer(&pdu, &place, &rules, &words, &room));
	assert_int_equal(pdu.sm.short_message.octets, 182);
	words.text.octets = 255;
	assert_true(smpp_ussd_answer(&pdu, &place, &rules, &words, &room));
	assert_int_equal(pdu.sm.short_message.octets, 0);
	assert_int_equal(pdu.tlvs.message_payload.octets, 255);
	words.text.octets = SESSION_TEXT_OCTETS + 1;
	assert_false(smpp_ussd_answer(&pdu, &place, &rules, &words, &room));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_comes_in),
	    cmocka_unit_test(where_the_code_stands),
	    cmocka_unit_test(other_settings_in),
	    cmocka_unit_test(a_long_payload),
	    cmocka_unit_test(what_goes_out),
	    cmocka_unit_test(how_texts_are_written),
	    cmocka_unit_test(other_settings_out),
	    cmocka_unit_test(the_longest_screens),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
