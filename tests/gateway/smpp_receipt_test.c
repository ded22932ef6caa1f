/* Delivery receipts, as centres write them. */
#include "gateway/link/smpp_receipt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct row {
	const char *name;
	const char *text;
	const char *tlv_id; /* NULL: none */
	int tlv_state; /* -1: none */
	const char *id;
	enum smpp_state state;
	enum msg_report_class report;
	int code;
	const char *done;
	uint32_t odd;
};

static const struct row rows[] = {
    {"appendix B",
	"id:0123456789 sub:001 dlvrd:001 submit date:1706271624 done "
	"date:1706271625 stat:DELIVRD err:000 text:2 bags of maize",
	NULL, -1, "0123456789", SMPP_STATE_DELIVERED, MSG_REPORT_DELIVERED, 0,
	"1706271625", 0},
    {"capital words, twelve digits",
	"ID:4f2a SUB:001 DLVRD:000 SUBMIT DATE:170609163650 DONE "
	"DATE:170609163657 STAT:UNDELIV ERR:027 TEXT:",
	NULL, -1, "4f2a", SMPP_STATE_UNDELIVERABLE, MSG_REPORT_FAILED, 27,
	"170609163657", 0},
    {"a date of sixteen",
	"id:rdwjwx sub:000 dlvrd:000 submit date:180711070003912+ done "
	"date:180711070000012+ stat:EXPIRED err:000",
	NULL, -1, "rdwjwx", SMPP_STATE_EXPIRED, MSG_REPORT_FAILED, 0,
	"180711070000012+", 0},
    {"no sub, no dlvrd",
	"id:1526758174 submit date:1701240904 done date:1701240904 "
	"stat:DELIVRD err:000 text:hellow",
	NULL, -1, "1526758174", SMPP_STATE_DELIVERED, MSG_REPORT_DELIVERED, 0,
	"1701240904", 0},
    {"another order, blanks, commas",
	"stat: REJECTD, err: 12; done_date: 1701240904  id : 77 ", NULL, -1,
	"77", SMPP_STATE_REJECTED, MSG_REPORT_FAILED, 12, "1701240904", 0},
    {"nothing behind err", "id:77 stat:ACCEPTD err: text:x", NULL, -1, "77",
	SMPP_STATE_ACCEPTED, MSG_REPORT_TRYING, 0, "", 0},
    {"a text that talks like one",
	"id:77 stat:UNDELIV err:001 text:id:99 stat:DELIVRD", NULL, -1, "77",
	SMPP_STATE_UNDELIVERABLE, MSG_REPORT_FAILED, 1, "", 0},
    {"its own words", "id:77 stat:DELIVERED", NULL, -1, "77",
	SMPP_STATE_DELIVERED, MSG_REPORT_DELIVERED, 0, "", 0},
    {"a number", "id:77 stat:5", NULL, -1, "77", SMPP_STATE_UNDELIVERABLE,
	MSG_REPORT_FAILED, 0, "", 0},
    {"no state", "id:77 err:001", NULL, -1, "77", SMPP_STATE_NONE,
	MSG_REPORT_TRYING, 1, "", SMPP_RECEIPT_NO_STATE},
    {"no id", "stat:DELIVRD", NULL, -1, "", SMPP_STATE_DELIVERED,
	MSG_REPORT_DELIVERED, 0, "", SMPP_RECEIPT_NO_ID},
    {"no form at all", "Message 77 has been delivered", NULL, -1, "",
	SMPP_STATE_NONE, MSG_REPORT_TRYING, 0, "",
	SMPP_RECEIPT_NO_ID | SMPP_RECEIPT_NO_STATE | SMPP_RECEIPT_NO_TEXT_FORM},
    {"TLVs only", "", "4F2A", 2, "4F2A", SMPP_STATE_DELIVERED,
	MSG_REPORT_DELIVERED, 0, "", SMPP_RECEIPT_NO_TEXT_FORM},
    {"both", "id:4F2A stat:DELIVRD err:000", "4F2A", 2, "4F2A",
	SMPP_STATE_DELIVERED, MSG_REPORT_DELIVERED, 0, "", 0},
    {"both, they contradict", "id:4F2A stat:DELIVRD", "4F2A", 5, "4F2A",
	SMPP_STATE_UNDELIVERABLE, MSG_REPORT_FAILED, 0, "",
	SMPP_RECEIPT_TWO_STATES},
    {"both, ids of two forms", "id:20266 stat:DELIVRD", "4F2A", 2, "4F2A",
	SMPP_STATE_DELIVERED, MSG_REPORT_DELIVERED, 0, "", 0},
    {"both, two ids", "id:20267 stat:DELIVRD", "4F2A", 2, "4F2A",
	SMPP_STATE_DELIVERED, MSG_REPORT_DELIVERED, 0, "",
	SMPP_RECEIPT_TWO_IDS},
    {"a state of no standard", "id:77 stat:EXPIRED", "77", 99, "77",
	SMPP_STATE_EXPIRED, MSG_REPORT_FAILED, 0, "", 0},
};

static struct smpp_pdu
pdu_of(const struct row *row)
{
	struct smpp_pdu pdu = {.head.command = SMPP_DELIVER_SM,
	    .sm = {.esm_class = SMPP_ESM_RECEIPT,
		.short_message = span_of(row->text, strlen(row->text))}};
	if (row->tlv_id != NULL) {
		pdu.tlvs.has |= SMPP_TLV_RECEIPTED_ID;
		pdu.tlvs.receipted_id = str_from(row->tlv_id);
	}
	if (row->tlv_state >= 0) {
		pdu.tlvs.has |= SMPP_TLV_MESSAGE_STATE;
		pdu.tlvs.message_state = (uint8_t)row->tlv_state;
	}
	return pdu;
}

static void
test_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct row *row = &rows[i];
		struct smpp_pdu pdu = pdu_of(row);
		struct smpp_receipt r;
		assert_true(smpp_receipt_is(&pdu));
		smpp_receipt_read(&r, &pdu, SMPP_ID_TEXT);
		if (!str_is(r.id, row->id) || r.state != row->state ||
		    r.report != row->report || r.code != row->code ||
		    !str_is(r.done_date, row->done) || r.odd != row->odd)
			fail_msg("%s: id \"%.*s\" %s code %d done \"%.*s\" odd "
				 "0x%X",
			    row->name, (int)r.id.octets, r.id.at,
			    smpp_state_word(r.state), r.code,
			    (int)r.done_date.octets, r.done_date.at,
			    (unsigned)r.odd);
		assert_int_equal(r.key, smpp_receipt_key(r.id, SMPP_ID_TEXT));
	}
}

static void
test_second_id(void **state)
{
	static const struct row row = {
	    .text = "id:20266 stat:DELIVRD", .tlv_id = "4F2A", .tlv_state = 2};
	struct smpp_pdu pdu = pdu_of(&row);
	struct smpp_receipt r;
	(void)state;
	smpp_receipt_read(&r, &pdu, SMPP_ID_TEXT);
	assert_int_equal(
	    r.second_key, smpp_receipt_key(STR("20266"), SMPP_ID_TEXT));
	smpp_receipt_read(&r, &pdu, SMPP_ID_HEX);
	assert_int_equal(
	    r.key, smpp_receipt_key(STR("20266"), SMPP_ID_DECIMAL));
}

/* A receipt in UTF-16, and one behind a header. */
static void
test_other_octets(void **state)
{
	struct smpp_pdu pdu = {.head.command = SMPP_DELIVER_SM,
	    .sm = {.esm_class = SMPP_ESM_RECEIPT,
		.data_coding = 8,
		.short_message = span_of("\0i\0d\0:\0"
					 "7\0 \0s\0t\0a\0t\0:"
					 "\0D\0E\0L\0I\0V\0R\0D",
		    34)}};
	struct smpp_receipt r;
	(void)state;
	smpp_receipt_read(&r, &pdu, SMPP_ID_TEXT);
	assert_true(str_is(r.id, "7"));
	assert_int_equal(r.report, MSG_REPORT_DELIVERED);
	pdu.sm.esm_class |= SMPP_ESM_UDHI;
	pdu.sm.short_message = span_of("\5\0\3\1\1\1"
				       "id:8 stat:ENROUTE\0",
	    24);
	smpp_receipt_read(&r, &pdu, SMPP_ID_TEXT);
	assert_true(str_is(r.id, "8"));
	assert_int_equal(r.report, MSG_REPORT_TRYING);
}

static void
test_which_are_receipts(void **state)
{
	static const struct {
		uint32_t command;
		uint8_t esm;
		uint32_t has;
		bool is;
	} kinds[] = {
	    {SMPP_DELIVER_SM, 0x00, 0, false},
	    {SMPP_DELIVER_SM, 0x04, 0, true},
	    {SMPP_DELIVER_SM, 0x44, 0, true},
	    {SMPP_DELIVER_SM, 0x20, 0, true},
	    {SMPP_DELIVER_SM, 0x08, 0, false},
	    {SMPP_DELIVER_SM, 0x08, SMPP_TLV_MESSAGE_STATE, true},
	    {SMPP_DELIVER_SM, 0x10, 0, false},
	    {SMPP_DELIVER_SM, 0x00, SMPP_TLV_RECEIPTED_ID, false},
	    {SMPP_DELIVER_SM, 0x00,
		SMPP_TLV_RECEIPTED_ID | SMPP_TLV_MESSAGE_STATE, true},
	    {SMPP_DATA_SM, 0x04, 0, true},
	    {SMPP_SUBMIT_SM, 0x04, 0, false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct smpp_pdu pdu = {.head.command = kinds[i].command,
		    .sm = {.esm_class = kinds[i].esm,
			.short_message = span_of("id:1 stat:DELIVRD", 17)},
		    .tlvs.has = kinds[i].has};
		assert_int_equal(smpp_receipt_is(&pdu), kinds[i].is);
	}
}

/* Appendix B by a centre that forgets the esm_class; and what people write. */
static void
test_words_alone(void **state)
{
	static const struct {
		const char *text;
		bool is;
	} said[] = {
	    {"id:0123456789 sub:001 dlvrd:001 submit date:1706271624 done "
	     "date:1706271625 stat:DELIVRD err:000 text:2 bags of maize",
		true},
	    {"ID:4f2a SUB:001 DLVRD:000 SUBMIT DATE:170609163650 DONE "
	     "DATE:170609163657 STAT:UNDELIV ERR:027 TEXT:",
		true},
	    {"id: sub:001 dlvrd:001 done date:1706271625 stat:DELIVRD", false},
	    {"id:7 sub:001 dlvrd:001 done date:1706271625 stat:gone", false},
	    {"id:7 stat:DELIVRD", false},
	    {"what is id:7 sub:001 dlvrd:001 done date:1 stat:DELIVRD", false},
	    {"id", false},
	    {"", false},
	};
	static const uint8_t classes[] = {0x00, 0x08, 0x10};
	(void)state;
	for (size_t i = 0; i < 3 * sizeof(said) / sizeof(said[0]); i++) {
		const char *text = said[i / 3].text;
		struct smpp_pdu pdu = {.head.command = SMPP_DELIVER_SM,
		    .sm = {.esm_class = classes[i % 3],
			.short_message = span_of(text, strlen(text))}};
		assert_int_equal(smpp_receipt_is(&pdu), said[i / 3].is);
	}
}

static int64_t
key(const char *id, enum smpp_id_form form)
{
	return smpp_receipt_key(str_from(id), form);
}

static void
test_keys(void **state)
{
	(void)state;
	assert_int_equal(key("", SMPP_ID_TEXT), 0);
	assert_int_equal(key("  ", SMPP_ID_HEX), 0);
	assert_true(key("a", SMPP_ID_TEXT) > 0);
	assert_int_equal(key(" a ", SMPP_ID_TEXT), key("a", SMPP_ID_TEXT));
	assert_int_not_equal(key("a", SMPP_ID_TEXT), key("A", SMPP_ID_TEXT));
	assert_int_not_equal(key("01", SMPP_ID_TEXT), key("1", SMPP_ID_TEXT));
	assert_int_equal(
	    key("1A2B", SMPP_ID_HEX), key("6699", SMPP_ID_DECIMAL));
	assert_int_equal(
	    key("0x1a2b", SMPP_ID_HEX), key("0006699", SMPP_ID_DECIMAL));
	assert_int_equal(key("0", SMPP_ID_HEX), key("000", SMPP_ID_DECIMAL));
	assert_int_not_equal(
	    key("6699", SMPP_ID_TEXT), key("6699", SMPP_ID_DECIMAL));
	/* Longer than a machine's numbers. */
	assert_int_equal(key("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", SMPP_ID_HEX),
	    key("340282366920938463463374607431768211455", SMPP_ID_DECIMAL));
	/* No number of that form: as a text. */
	assert_int_equal(key("12-34", SMPP_ID_HEX), key("12-34", SMPP_ID_TEXT));
	assert_int_equal(key("12A", SMPP_ID_DECIMAL), key("12A", SMPP_ID_TEXT));
	assert_int_equal(key("0x", SMPP_ID_HEX), key("0x", SMPP_ID_TEXT));
	static const char long_id[] = "1234567890123456789012345678901234567890"
				      "12345678901234567890123456789012345678";
	assert_int_equal(
	    key(long_id, SMPP_ID_DECIMAL), key(long_id, SMPP_ID_TEXT));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_second_id),
	    cmocka_unit_test(test_other_octets),
	    cmocka_unit_test(test_which_are_receipts),
	    cmocka_unit_test(test_words_alone),
	    cmocka_unit_test(test_keys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
