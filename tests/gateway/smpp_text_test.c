/* Texts in SMPP: every data_coding, what centres do wrong, parts by UDH, SAR
 * and payload in both directions. */
#include "gateway/link/smpp_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define OCTETS(literal) literal, sizeof(literal) - 1

static char text_room[SMPP_TEXT_LONG_OCTETS];

static struct msg_in
read_text(const struct smpp_pdu *pdu, enum smpp_coding coding)
{
	static struct smpp_text_room room;
	struct smpp_text_rules rules = {.coding_0 = coding};
	struct msg_in m = {.kind = MSG_CALL};
	room.text = text_room;
	room.text_octets = sizeof(text_room);
	smpp_text_read(&m, pdu, &rules, &room);
	return m;
}

struct in_row {
	const char *name;
	uint8_t coding;
	enum smpp_coding coding_0;
	const char *octets;
	size_t count;
	enum msg_kind kind;
	const char *text;
};

#define GSM SMPP_CODING_GSM7
static const struct in_row in_rows[] = {
    {"GSM alphabet", 0, GSM, OCTETS("\0\x02\x11 2 bags \x1B\x65"), MSG_TEXT,
	"@$_ 2 bags €"},
    {"GSM alphabet by F0", 0xF0, GSM, OCTETS("\0YES"), MSG_TEXT, "@YES"},
    {"class 1 by F1", 0xF1, GSM, OCTETS("YES\x7F"), MSG_TEXT, "YESà"},
    {"data by F5", 0xF5, GSM, OCTETS("\1\2"), MSG_BINARY, ""},
    {"flash UCS2 by 18", 0x18, GSM, OCTETS("\0Y\0o"), MSG_TEXT, "Yo"},
    {"reserved 0B as 0", 0x0B, GSM, OCTETS("\0Yo"), MSG_TEXT, "@Yo"},
    {"Latin-1 in 0", 0, GSM, OCTETS("caf\xE9 2 kg"), MSG_TEXT, "café 2 kg"},
    {"UTF-8 in 0", 0, GSM, OCTETS("caf\xC3\xA9"), MSG_TEXT, "café"},
    {"UCS2 in 0", 0, GSM, OCTETS("\0Y\0E\0S"), MSG_TEXT, "YES"},
    {"packed", 0, SMPP_CODING_GSM7_PACKED,
	OCTETS("\xE8\x32\x9B\xFD\x46\x97\xD9\xEC\x37"), MSG_TEXT, "hellohello"},
    {"packed, seven spare bits", 0, SMPP_CODING_GSM7_PACKED,
	OCTETS("\xE8\x32\x9B\xFD\x06\x09\x01"), MSG_TEXT, "hello B"},
    {"0 is Latin-1", 0, SMPP_CODING_LATIN1, OCTETS("a@b_\xA3"), MSG_TEXT,
	"a@b_£"},
    {"0 is Latin-1 that looks like UTF-8", 0, SMPP_CODING_LATIN1,
	OCTETS("\xE9\xA3\xA3"), MSG_TEXT, "é££"},
    {"0 is ASCII", 0, SMPP_CODING_ASCII, OCTETS("a@b_$"), MSG_TEXT, "a@b_$"},
    {"0 is UTF-8", 0, SMPP_CODING_UTF8, OCTETS("\xE4\xBD\xA0"), MSG_TEXT, "你"},
    {"ASCII", 1, GSM, OCTETS("a@b_$ [1]"), MSG_TEXT, "a@b_$ [1]"},
    {"ASCII that is GSM", 1, GSM, OCTETS("a\0b\x11\x02"), MSG_TEXT, "a@b_$"},
    {"ASCII that is Latin-1", 1, GSM, OCTETS("\xFC"), MSG_TEXT, "ü"},
    {"octets 2", 2, GSM, OCTETS("YES"), MSG_BINARY, ""},
    {"octets 4", 4, GSM, OCTETS("YES"), MSG_BINARY, ""},
    {"Latin-1", 3, GSM,
	OCTETS("ma\xF1"
	       "ana @ \xA3"
	       "5"),
	MSG_TEXT, "mañana @ £5"},
    {"windows-1252", 3, GSM, OCTETS("\x80\x93x\x94"), MSG_TEXT, "€“x”"},
    {"JIS", 5, GSM, OCTETS("\x82\xA0"), MSG_BINARY, ""},
    {"Cyrillic", 6, GSM, OCTETS("\xB4\xD0 \xF1"), MSG_TEXT, "Да ё"},
    {"Hebrew", 7, GSM, OCTETS("\xE0\xFA"), MSG_TEXT, "את"},
    {"UCS2", 8, GSM, OCTETS("\x4F\x60\x59\x7D\xD8\x3D\xDE\x00"), MSG_TEXT,
	"你好😀"},
    {"UCS2 with a mark", 8, GSM, OCTETS("\xFE\xFF\0Y"), MSG_TEXT, "Y"},
    {"the other way round", 8, GSM, OCTETS("Y\0E\0S\0"), MSG_TEXT, "YES"},
    {"so, by its mark", 8, GSM, OCTETS("\xFF\xFE\x60\x4F"), MSG_TEXT, "你"},
    {"half a unit more", 8, GSM, OCTETS("\0Y\0E\0S\0"), MSG_TEXT, "YES"},
    {"ASCII in 8", 8, GSM, OCTETS("2 bags!"), MSG_TEXT, "2 bags!"},
    {"KS C 5601", 14, GSM, OCTETS("\xB0\xA1"), MSG_BINARY, ""},
    {"voicemail", 0xC8, GSM, OCTETS("1"), MSG_BINARY, "1"},
    {"compressed", 0x20, GSM, OCTETS("x"), MSG_BINARY, ""},
    {"nothing", 0, GSM, OCTETS(""), MSG_TEXT, ""},
};

static void
test_codings(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(in_rows) / sizeof(in_rows[0]); i++) {
		const struct in_row *row = &in_rows[i];
		struct smpp_pdu pdu = {.head.command = SMPP_DELIVER_SM,
		    .sm = {.data_coding = row->coding,
			.short_message = span_of(row->octets, row->count)}};
		struct msg_in m = read_text(&pdu, row->coding_0);
		if (m.kind != row->kind || !str_is(m.text, row->text))
			fail_msg("%s: kind %d, \"%.*s\"", row->name, m.kind,
			    (int)m.text.octets, m.text.at);
		/* From where else it may come. */
		pdu.tlvs.message_payload = pdu.sm.short_message;
		pdu.sm.short_message.octets = 0;
		m = read_text(&pdu, row->coding_0);
		assert_true(str_is(m.text, row->text));
	}
}

static void
test_reasons(void **state)
{
	struct smpp_pdu pdu = {
	    .sm = {.data_coding = 14, .short_message = span_of("x", 1)}};
	(void)state;
	assert_string_equal(
	    read_text(&pdu, GSM).why, "text in KS C 5601 (data_coding 14)");
	pdu.sm.data_coding = 0;
	pdu.tlvs.has = SMPP_TLV_DEST_PORT;
	pdu.tlvs.dest_port = 2948;
	assert_string_equal(read_text(&pdu, GSM).why, "WAP push or MMS notice");
	pdu.tlvs.dest_port = 0;
	pdu.tlvs.payload_type = 1;
	assert_string_equal(read_text(&pdu, GSM).why, "a WCMP message");
	pdu.tlvs.payload_type = 0;
	pdu.sm.protocol_id = 0x40;
	assert_int_equal(read_text(&pdu, GSM).kind, MSG_SILENT);
	pdu.sm.protocol_id = 0x42;
	assert_int_equal(read_text(&pdu, GSM).replaces, 2);
	pdu.sm.esm_class = SMPP_ESM_UDHI;
	pdu.sm.short_message = span_of("\5\0\3", 3);
	struct msg_in m = read_text(&pdu, GSM);
	assert_int_equal(m.kind, MSG_GARBLED);
	assert_non_null(strstr(m.why, "(octet 0 of the text)"));
}

static void
check_part(const struct msg_in *m, uint16_t ref, bool wide, int total, int seq,
    const char *text)
{
	assert_int_equal(m->kind, MSG_TEXT);
	assert_int_equal(m->part.ref, ref);
	assert_int_equal(m->part.wide, wide);
	assert_int_equal(m->part.total, total);
	assert_int_equal(m->part.seq, seq);
	if (!str_is(m->text, text))
		fail_msg("\"%.*s\"", (int)m->text.octets, m->text.at);
}

static void
test_parts_in(void **state)
{
	struct smpp_pdu pdu = {.sm = {.esm_class = SMPP_ESM_UDHI}};
	struct msg_in m;
	(void)state;
	pdu.sm.short_message = span_of("\5\0\3\x2A\2\1"
				       "2 bags",
	    12);
	m = read_text(&pdu, GSM);
	check_part(&m, 0x2A, false, 2, 1, "2 bags");
	assert_int_equal(m.alphabet, MSG_GSM7);
	assert_true(span_equal(m.data, span_of("2 bags", 6)));
	/* The bit was forgotten on the way. */
	pdu.sm.esm_class = 0;
	m = read_text(&pdu, GSM);
	check_part(&m, 0x2A, false, 2, 1, "2 bags");
	pdu.sm.short_message = span_of("\6\x08\4\1\x2A\3\2"
				       "YES",
	    10);
	m = read_text(&pdu, GSM);
	check_part(&m, 0x12A, true, 3, 2, "YES");
	/* Packed, with a fill bit behind the header. */
	pdu.sm.esm_class = SMPP_ESM_UDHI;
	pdu.sm.short_message =
	    span_of("\5\0\3\x2A\2\1\xD0\x65\x36\xFB\x0D", 11);
	m = read_text(&pdu, SMPP_CODING_GSM7_PACKED);
	check_part(&m, 0x2A, false, 2, 1, "hello");
	/* TLVs. */
	pdu.sm.esm_class = 0;
	pdu.sm.short_message = span_of("caf\xE9", 4);
	pdu.sm.data_coding = 3;
	pdu.tlvs = (struct smpp_tlvs){
	    .has = SMPP_TLV_SAR_REF | SMPP_TLV_SAR_TOTAL | SMPP_TLV_SAR_SEQ,
	    .sar_ref = 0xABCD,
	    .sar_total = 3,
	    .sar_seq = 3};
	m = read_text(&pdu, GSM);
	check_part(&m, 0xABCD, true, 3, 3, "café");
	assert_int_equal(m.alphabet, MSG_UCS2);
	assert_true(span_equal(m.data, span_of("\0c\0a\0f\0\xE9", 8)));
	pdu.tlvs.sar_seq = 4; /* of 3: no part at all */
	m = read_text(&pdu, GSM);
	check_part(&m, 0, false, 0, 0, "café");
	/* A national table, named by the header (23.040 9.2.3.24.15). */
	pdu.tlvs.has = 0;
	pdu.sm.esm_class = SMPP_ESM_UDHI;
	pdu.sm.data_coding = 0;
	pdu.sm.short_message = span_of("\3\x25\1\1\x07", 5);
	m = read_text(&pdu, GSM);
	assert_int_equal(m.locking, 1);
	assert_string_equal(text_room, "ı");
}

/* A payload as long as they get, and a room that is too small for it. */
static void
test_long_payload(void **state)
{
	static uint8_t payload[65534];
	static const uint8_t codings[] = {0, 3, 8};
	struct smpp_pdu pdu = {
	    .tlvs.message_payload = span_of(payload, sizeof(payload))};
	(void)state;
	for (size_t i = 0; i < sizeof(payload); i++)
		payload[i] = i % 2 == 0 ? 0x20 : 0x41;
	for (size_t i = 0; i < sizeof(codings); i++) {
		pdu.sm.data_coding = codings[i];
		struct msg_in m = read_text(&pdu, GSM);
		assert_int_equal(
		    m.text.octets, codings[i] == 8 ? 32767 * 3 : 65534);
		assert_int_equal(m.data.octets, SMPP_TEXT_DATA_OCTETS);
		struct smpp_text_rules rules = {.coding_0 = GSM};
		char small[40];
		struct smpp_text_room room = {.text = small, .text_octets = 40};
		smpp_text_read(&m, &pdu, &rules, &room);
		assert_in_range(m.text.octets, 9, 39);
	}
	pdu.sm.data_coding = 0;
	struct msg_in m = read_text(&pdu, SMPP_CODING_GSM7_PACKED);
	assert_int_equal(m.text.octets, strlen(text_room));
	assert_in_range(m.text.octets, 65534 * 8 / 7, 3 * 65534 * 8 / 7);
}

/* -- out ------------------------------------------------------------------ */

static void
long_text(char *dst, size_t letters, const char *letter)
{
	for (size_t i = 0; i < letters; i++, dst += strlen(letter))
		memcpy(dst, letter, strlen(letter) + 1);
}

struct out_row {
	const char *name;
	enum smpp_coding coding;
	enum smpp_split split;
	bool wide;
	const char *letter;
	size_t letters;
	size_t pdus;
	size_t first; /* octets of the first PDU's text, with header */
	uint8_t data_coding;
};

static const struct out_row out_rows[] = {
    {"one", GSM, SMPP_SPLIT_UDH, false, "a", 160, 1, 160, 0},
    {"one packed", SMPP_CODING_GSM7_PACKED, SMPP_SPLIT_UDH, false, "a", 160, 1,
	140, 0},
    {"two", GSM, SMPP_SPLIT_UDH, false, "a", 161, 2, 159, 0},
    {"two wide", GSM, SMPP_SPLIT_UDH, true, "a", 161, 2, 159, 0},
    {"two packed", SMPP_CODING_GSM7_PACKED, SMPP_SPLIT_UDH, false, "a", 161, 2,
	140, 0},
    {"two UCS2", GSM, SMPP_SPLIT_UDH, false, "ж", 71, 2, 140, 8},
    {"SAR", GSM, SMPP_SPLIT_SAR, false, "a", 161, 2, 152, 0},
    {"SAR UCS2", GSM, SMPP_SPLIT_SAR, false, "ж", 71, 2, 132, 8},
    {"payload", GSM, SMPP_SPLIT_PAYLOAD, false, "a", 400, 1, 400, 0},
    {"payload packed", SMPP_CODING_GSM7_PACKED, SMPP_SPLIT_PAYLOAD, false, "a",
	400, 1, 350, 0},
    {"short payload", GSM, SMPP_SPLIT_PAYLOAD, false, "a", 10, 1, 10, 0},
    {"Latin-1", SMPP_CODING_LATIN1, SMPP_SPLIT_UDH, false, "é", 161, 2, 159, 0},
    {"not Latin-1", SMPP_CODING_LATIN1, SMPP_SPLIT_UDH, false, "€", 70, 1, 140,
	8},
    {"not ASCII", SMPP_CODING_ASCII, SMPP_SPLIT_SAR, false, "é", 71, 2, 132, 8},
    {"as ASCII", SMPP_CODING_UTF8, SMPP_SPLIT_UDH, false, "_", 10, 1, 10, 0},
};

/* What was cut reads as it was, part by part, by the same rules. */
static void
test_out_and_in_again(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(out_rows) / sizeof(out_rows[0]); i++) {
		const struct out_row *row = &out_rows[i];
		struct smpp_text_rules rules = {.coding_0 = row->coding,
		    .split = row->split,
		    .segment.wide_reference = row->wide};
		static struct smpp_text_cut cut;
		char text[1024], again[2048] = "";
		long_text(text, row->letters, row->letter);
		assert_int_equal(
		    smpp_text_cut(&cut, str_from(text), &rules, NULL), 0);
		if (cut.pdus != row->pdus)
			fail_msg("%s: %zu PDUs", row->name, cut.pdus);
		for (size_t k = 0; k < cut.pdus; k++) {
			uint8_t room[1024];
			struct smpp_pdu pdu = {.sm.esm_class = 0x43};
			assert_true(smpp_text_part(&pdu, &cut, k, 0x1234, room,
			    row->split == SMPP_SPLIT_PAYLOAD
				? sizeof(room)
				: SMPP_TEXT_PART_OCTETS));
			struct span said = pdu.sm.short_message;
			if (said.octets == 0)
				said = pdu.tlvs.message_payload;
			if (k == 0 &&
			    (said.octets != row->first ||
				pdu.sm.data_coding != row->data_coding))
				fail_msg("%s: %zu octets, coding %d", row->name,
				    said.octets, pdu.sm.data_coding);
			struct msg_in m = read_text(&pdu, row->coding);
			strncat(again, text_room, m.text.octets);
			assert_int_equal(
			    m.part.total, cut.pdus > 1 ? cut.pdus : 0);
			assert_int_equal(pdu.sm.esm_class & 3, 3);
			if (cut.pdus == 1)
				continue;
			assert_int_equal(m.part.seq, k + 1);
			bool wide = row->wide || row->split == SMPP_SPLIT_SAR;
			assert_int_equal(m.part.ref, wide ? 0x1234 : 0x34);
		}
		assert_string_equal(again, text);
	}
}

static void
test_out_golden(void **state)
{
	static struct smpp_text_cut cut;
	struct smpp_text_rules rules = {.coding_0 = GSM};
	uint8_t room[SMPP_TEXT_PART_OCTETS];
	struct smpp_pdu pdu = {.head.command = SMPP_SUBMIT_SM};
	(void)state;
	assert_int_equal(smpp_text_cut(&cut, STR("1@2 {€}"), &rules, NULL), 0);
	assert_true(smpp_text_part(&pdu, &cut, 0, 1, room, sizeof(room)));
	assert_true(span_equal(
	    pdu.sm.short_message, span_of("1\0"
					  "2 \x1B\x28\x1B\x65\x1B\x29",
				      10)));
	assert_int_equal(pdu.sm.esm_class, 0);
	/* No room for what must be made. */
	rules.coding_0 = SMPP_CODING_GSM7_PACKED;
	assert_int_equal(smpp_text_cut(&cut, STR("1@2 {€}"), &rules, NULL), 0);
	assert_false(smpp_text_part(&pdu, &cut, 0, 1, room, 8));
	assert_true(smpp_text_part(&pdu, &cut, 0, 1, room, 9));
	struct err err;
	static char text[2000];
	long_text(text, 1600, "a");
	assert_int_equal(
	    smpp_text_cut(&cut, str_from(text), &rules, &err), PDU_LONG);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_codings),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_parts_in),
	    cmocka_unit_test(test_long_payload),
	    cmocka_unit_test(test_out_and_in_again),
	    cmocka_unit_test(test_out_golden),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
