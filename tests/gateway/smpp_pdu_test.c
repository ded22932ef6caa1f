/* SMPP PDUs: framing, every way a body can lie, what is tolerated, and that
 * what we write reads as the same. */
#include "gateway/link/smpp_pdu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ROOM 1024
#define BODY(octets) octets, sizeof(octets) - 1

static struct span
pdu_of(uint8_t room[ROOM], uint32_t command, uint32_t status, const char *body,
    size_t octets)
{
	uint32_t words[4] = {
	    (uint32_t)(SMPP_HEAD_OCTETS + octets), command, status, 7};
	for (size_t i = 0; i < 16; i++)
		room[i] = (uint8_t)(words[i / 4] >> (24 - 8 * (i % 4)));
	memcpy(room + SMPP_HEAD_OCTETS, body, octets);
	return span_of(room, SMPP_HEAD_OCTETS + octets);
}

static void
check_text(struct str got, const char *expected)
{
	if (!str_is(got, expected))
		fail_msg(
		    "\"%.*s\" for \"%s\"", (int)got.octets, got.at, expected);
}

/* 4.6.1, as a centre writes it: "2 bags" from 254711000001 to 20880. */
#define ADDRESSES                                                              \
	"\0\1\1"                                                               \
	"254711000001\0"                                                       \
	"\0\1"                                                                 \
	"20880\0"
#define DELIVER                                                                \
	ADDRESSES "\0\0\0\0\0\0\0\0\0\6"                                       \
		  "2 bags"

static void
test_golden_deliver_sm(void **state)
{
	static const char hex[] = "00000044000000050000000000000007"
				  "00010132353437313130303030303100"
				  "000132303838300000000000000000000006"
				  "322062616773"
				  "0204000200051403000101020C00021234";
	uint8_t octets[ROOM];
	char again[ROOM];
	(void)state;
	int count =
	    span_from_hex(octets, sizeof(octets), hex, sizeof(hex) - 1, NULL);
	assert_true(count > 0);
	octets[3] = (uint8_t)count;
	struct span whole = span_of(octets, (size_t)count);
	struct smpp_pdu pdu;
	assert_int_equal(smpp_pdu_decode(&pdu, whole, NULL), 0);
	assert_int_equal(pdu.head.sequence, 7);
	check_text(pdu.sm.source.text, "254711000001");
	assert_int_equal(pdu.sm.source.ton, SMPP_TON_INTERNATIONAL);
	assert_int_equal(pdu.sm.dest.npi, SMPP_NPI_ISDN);
	check_text(pdu.sm.dest.text, "20880");
	assert_true(span_equal(pdu.sm.short_message, span_of("2 bags", 6)));
	assert_int_equal(pdu.tlvs.user_reference, 5);
	assert_int_equal(pdu.tlvs.sar_ref, 0x1234);
	assert_int_equal(pdu.tlvs.unknowns, 1);
	assert_int_equal(pdu.odd, 0);

	struct buf out = buf_over(again, sizeof(again));
	struct smpp_pdu back;
	assert_int_equal(smpp_pdu_encode(&out, &pdu, NULL), 0);
	assert_int_equal(out.octets, count);
	assert_int_equal(smpp_pdu_decode(&back, buf_span(&out), NULL), 0);
	assert_int_equal(back.tlvs.sar_ref, 0x1234);
	assert_int_equal(back.tlvs.unknowns, 1);
}

/* Every octet that the socket may stop at. */
static void
test_frames(void **state)
{
	uint8_t room[ROOM];
	struct smpp_head head;
	(void)state;
	struct span whole = pdu_of(room, SMPP_DELIVER_SM, 0, BODY(DELIVER));
	for (size_t n = 0; n < whole.octets; n++) {
		assert_int_equal(smpp_pdu_frame(&head, span_part(whole, 0, n)),
		    SMPP_FRAME_MORE);
		assert_int_equal(head.sequence, n < SMPP_HEAD_OCTETS ? 0 : 7);
	}
	assert_int_equal(smpp_pdu_frame(&head, whole), SMPP_FRAME_PDU);
	assert_int_equal(head.length, whole.octets);
	static const struct {
		const char *length;
		enum smpp_frame frame;
	} rows[] = {
	    {"\0\0\0\0", SMPP_FRAME_BAD},
	    {"\0\0\0\x0F", SMPP_FRAME_BAD},
	    {"\0\0\0\x10", SMPP_FRAME_MORE},
	    {"\0\1\x11\x70", SMPP_FRAME_MORE},
	    {"\0\1\x11\x71", SMPP_FRAME_BAD},
	    {"\xFF\xFF\xFF\xFF", SMPP_FRAME_BAD},
	    {"GET ", SMPP_FRAME_BAD},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(
		    smpp_pdu_frame(&head, span_of(rows[i].length, 4)),
		    rows[i].frame);
}

static void
test_requests_that_lie(void **state)
{
	static const struct {
		const char *name;
		uint32_t command;
		const char *body;
		size_t octets;
		int code;
		uint32_t answer;
		size_t offset;
		const char *words;
	} rows[] = {
	    {"nothing", SMPP_DELIVER_SM, BODY(""), SMPP_PDU_SHORT,
		SMPP_RINVCMDLEN, 16, "service_type (5.2.11)"},
	    {"service unended", SMPP_DELIVER_SM, BODY("CMT"), SMPP_PDU_SHORT,
		SMPP_RINVSERTYP, 16, "service_type"},
	    {"ends at a number's type", SMPP_DELIVER_SM, BODY("\0"),
		SMPP_PDU_SHORT, SMPP_RINVCMDLEN, 17, "source_addr_ton"},
	    {"source unended", SMPP_DELIVER_SM,
		BODY("\0\1\1"
		     "2547"),
		SMPP_PDU_SHORT, SMPP_RINVSRCADR, 19, "source_addr (5.2.8)"},
	    {"source of 21", SMPP_DELIVER_SM,
		BODY("\0\1\1"
		     "123456789012345678901\0"
		     "\0\0\0\0\0\0"),
		SMPP_PDU_LONG, SMPP_RINVSRCADR, 19, "source_addr (5.2.8)"},
	    {"dest unended", SMPP_DELIVER_SM,
		BODY("\0\1\1"
		     "1\0"
		     "\1\1"
		     "20880"),
		SMPP_PDU_SHORT, SMPP_RINVDSTADR, 23, "destination_addr"},
	    {"dest of 21", SMPP_SUBMIT_SM,
		BODY("\0\1\1"
		     "1\0"
		     "\1\1"
		     "123456789012345678901\0"),
		SMPP_PDU_LONG, SMPP_RINVDSTADR, 23, "destination_addr"},
	    {"schedule unended", SMPP_SUBMIT_SM,
		BODY(ADDRESSES "\0\0\0"
			       "2401"),
		SMPP_PDU_SHORT, SMPP_RINVSCHED, 43, "schedule_delivery_time"},
	    {"validity unended", SMPP_SUBMIT_SM,
		BODY(ADDRESSES "\0\0\0\0"
			       "2401"),
		SMPP_PDU_SHORT, SMPP_RINVEXPIRY, 44, "validity_period"},
	    {"sm_length beyond", SMPP_DELIVER_SM,
		BODY(ADDRESSES "\0\0\0\0\0\0\0\0\0\7"
			       "2 bags"),
		SMPP_PDU_SHORT, SMPP_RINVMSGLEN, 49, "short_message (5.2.22)"},
	    {"sm_length 255 of nothing", SMPP_DELIVER_SM,
		BODY(ADDRESSES "\0\0\0\0\0\0\0\0\0\xFF"), SMPP_PDU_SHORT,
		SMPP_RINVMSGLEN, 49, "short_message"},
	    {"no sm_length", SMPP_DELIVER_SM,
		BODY(ADDRESSES "\0\0\0\0\0\0\0\0\0"), SMPP_PDU_SHORT,
		SMPP_RINVCMDLEN, 49, "short_message"},
	    {"sm_length too small", SMPP_DELIVER_SM,
		BODY(ADDRESSES "\0\0\0\0\0\0\0\0\0\1"
			       "2 bags"),
		SMPP_PDU_TLV, SMPP_RINVTLVSTREAM, 51, "optional parameter"},
	    {"TLV beyond", SMPP_DELIVER_SM, BODY(DELIVER "\x02\x04\0\3\0\5"),
		SMPP_PDU_TLV, SMPP_RINVTLVSTREAM, 56, "optional parameter"},
	    {"second TLV beyond", SMPP_DELIVER_SM,
		BODY(DELIVER "\x02\x04\0\2\0\5\x04\x24\xFF\xFFx"), SMPP_PDU_TLV,
		SMPP_RINVTLVSTREAM, 62, "optional parameter"},
	    {"half a TLV", SMPP_DELIVER_SM, BODY(DELIVER "\x02\x04\0"),
		SMPP_PDU_TLV, SMPP_RINVTLVSTREAM, 56, "optional parameter"},
	    {"message_id of 65", SMPP_CANCEL_SM,
		BODY("\0"
		     "12345678901234567890123456789012345678901234567890"
		     "123456789012345\0"
		     "\0\0\0\0\0\0"),
		SMPP_PDU_LONG, SMPP_RINVMSGID, 17, "message_id (5.2.23)"},
	    {"a destination of flag 3", SMPP_SUBMIT_MULTI,
		BODY("\0\0\0\0"
		     "\2"
		     "\1\1\1"
		     "2547\0"
		     "\3"
		     "x\0"),
		SMPP_PDU_VALUE, SMPP_RINVDESTFLAG, 29, "dest_address(es)"},
	    {"fewer destinations", SMPP_SUBMIT_MULTI,
		BODY("\0\0\0\0"
		     "\2"
		     "\1\1\1"
		     "2547\0"),
		SMPP_PDU_VALUE, SMPP_RINVDESTFLAG, 29, "dest_address(es)"},
	    {"system_id unended", SMPP_BIND_TRANSCEIVER, BODY("furrow"),
		SMPP_PDU_SHORT, SMPP_RINVSYSID, 16, "system_id (5.2.1)"},
	    {"password unended", SMPP_BIND_RECEIVER, BODY("furrow\0secret"),
		SMPP_PDU_SHORT, SMPP_RINVPASWD, 23, "password (5.2.2)"},
	    {"no such command", 0x00000010, BODY("anything"), SMPP_PDU_COMMAND,
		SMPP_RINVCMDID, 4, "command_id 0x00000010"},
	    {"the network's own bytes", 0x01010101, BODY(""), SMPP_PDU_COMMAND,
		SMPP_RINVCMDID, 4, "command_id"},
	};
	uint8_t room[ROOM];
	struct smpp_pdu pdu;
	struct err err;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct span whole = pdu_of(
		    room, rows[i].command, 0, rows[i].body, rows[i].octets);
		int rc = smpp_pdu_decode(&pdu, whole, &err);
		if (rc != rows[i].code || pdu.answer != rows[i].answer ||
		    err.offset != rows[i].offset ||
		    strstr(err.text, rows[i].words) == NULL)
			fail_msg("%s: %d, 0x%X, octet %zu: %s", rows[i].name,
			    rc, (unsigned)pdu.answer, err.offset, err.text);
		assert_int_equal(pdu.nack, rc == SMPP_PDU_COMMAND);
		assert_int_equal(pdu.head.sequence, 7);
		assert_int_equal(pdu.sm.source.text.octets, 0);
	}
}

/* A body cut at every octet never reads beyond its end, and always says
 * something: the sanitizer watches the copy of exact size. */
static void
test_cut_everywhere(void **state)
{
	uint8_t room[ROOM];
	struct smpp_pdu pdu;
	struct err err;
	(void)state;
	static const char body[] = DELIVER "\x02\x04\0\2\0\5";
	for (size_t n = 0; n < sizeof(body) - 1; n++) {
		struct span whole = pdu_of(room, SMPP_DELIVER_SM, 0, body, n);
		int rc = smpp_pdu_decode(&pdu, whole, &err);
		bool is_whole = n == sizeof(DELIVER) - 1;
		assert_int_equal(rc == 0, is_whole);
		assert_int_equal(pdu.answer == 0, is_whole);
	}
}

static void
test_frame_of_another_length(void **state)
{
	uint8_t room[ROOM];
	struct smpp_pdu pdu;
	(void)state;
	struct span whole = pdu_of(room, SMPP_DELIVER_SM, 0, BODY(DELIVER));
	assert_int_equal(
	    smpp_pdu_decode(&pdu, span_part(whole, 0, whole.octets - 1), NULL),
	    SMPP_PDU_FRAME);
	assert_true(pdu.nack);
	assert_int_equal(pdu.answer, SMPP_RINVCMDLEN);
	whole.octets++;
	assert_int_equal(smpp_pdu_decode(&pdu, whole, NULL), SMPP_PDU_FRAME);
}

static void
test_tolerated(void **state)
{
	static const struct {
		const char *name;
		uint32_t command, status;
		const char *body;
		size_t octets;
		uint32_t odd;
		const char *id; /* of a response; NULL: no response */
	} rows[] = {
	    {"answer", SMPP_SUBMIT_SM | SMPP_RESP, 0, BODY("4F2A\0"), 0,
		"4F2A"},
	    {"no body", SMPP_SUBMIT_SM | SMPP_RESP, 0, BODY(""),
		SMPP_ODD_NO_BODY, ""},
	    {"empty id", SMPP_SUBMIT_SM | SMPP_RESP, 0, BODY("\0"), 0, ""},
	    {"error without body", SMPP_SUBMIT_SM | SMPP_RESP, SMPP_RTHROTTLED,
		BODY(""), 0, ""},
	    {"error with body", SMPP_SUBMIT_SM | SMPP_RESP, SMPP_RTHROTTLED,
		BODY("\0"), 0, ""},
	    {"id unended", SMPP_SUBMIT_SM | SMPP_RESP, 0, BODY("4F2A"),
		SMPP_ODD_UNTERMINATED, "4F2A"},
	    {"id of 66", SMPP_SUBMIT_SM | SMPP_RESP, 0,
		BODY("12345678901234567890123456789012345678901234567890"
		     "1234567890123456\0"),
		SMPP_ODD_LONG,
		"12345678901234567890123456789012345678901234567890"
		"1234567890123456"},
	    {"broken TLVs", SMPP_SUBMIT_SM | SMPP_RESP, 0,
		BODY("4F2A\0\x04\x25\0\11x"), SMPP_ODD_TLV_STREAM, "4F2A"},
	    {"a NUL behind", SMPP_SUBMIT_SM | SMPP_RESP, 0, BODY("4F2A\0\0"),
		SMPP_ODD_TRAILING, "4F2A"},
	    {"error with TLVs only", SMPP_DATA_SM | SMPP_RESP,
		SMPP_RDELIVERYFAILURE, BODY("\x04\x25\0\1\2"), 0, ""},
	    {"NULs behind a text", SMPP_DELIVER_SM, 0, BODY(DELIVER "\0\0\0"),
		SMPP_ODD_TRAILING, NULL},
	    {"a NUL behind a TLV", SMPP_DELIVER_SM, 0,
		BODY(DELIVER "\x02\x04\0\2\0\5\0"), SMPP_ODD_TRAILING, NULL},
	    {"one octet for two", SMPP_DELIVER_SM, 0,
		BODY(DELIVER "\x02\x04\0\1\5"), SMPP_ODD_TLV_LENGTH, NULL},
	    {"four octets for two", SMPP_DELIVER_SM, 0,
		BODY(DELIVER "\x02\x04\0\4\0\0\0\5"), SMPP_ODD_TLV_LENGTH,
		NULL},
	    {"twice", SMPP_DELIVER_SM, 0,
		BODY(DELIVER "\x02\x04\0\2\0\4\x02\x04\0\2\0\5"),
		SMPP_ODD_TLV_TWICE, NULL},
	    {"a long service_type", SMPP_DELIVER_SM, 0,
		BODY("PREMIUM" DELIVER "\x02\x04\0\2\0\5"), SMPP_ODD_LONG,
		NULL},
	    {"enquire_link with a body", SMPP_ENQUIRE_LINK, 0, BODY("ping"),
		SMPP_ODD_TRAILING, NULL},
	    {"nack with a body", SMPP_GENERIC_NACK, SMPP_RINVCMDID, BODY("x"),
		SMPP_ODD_TLV_STREAM, NULL},
	};
	uint8_t room[ROOM];
	char names[64];
	struct smpp_pdu pdu;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct span whole = pdu_of(room, rows[i].command,
		    rows[i].status, rows[i].body, rows[i].octets);
		int rc = smpp_pdu_decode(&pdu, whole, NULL);
		if (rc != 0 || pdu.odd != rows[i].odd)
			fail_msg("%s: %d, %s", rows[i].name, rc,
			    smpp_odd_names(names, sizeof(names), pdu.odd));
		if (rows[i].id != NULL)
			check_text(pdu.resp.message_id, rows[i].id);
		else if ((pdu.tlvs.has & SMPP_TLV_USER_REFERENCE) != 0)
			assert_int_equal(pdu.tlvs.user_reference, 5);
	}
}

/* A number that does not fit stays among the unknown ones, and is written
 * again as it came. */
static void
test_known_tlv_that_does_not_fit(void **state)
{
	uint8_t room[ROOM];
	char again[ROOM];
	struct smpp_pdu pdu;
	(void)state;
	struct span whole = pdu_of(room, SMPP_DELIVER_SM, 0,
	    BODY(DELIVER "\x04\x27\0\2\1\2\x04\x23\0\2\3\0\x02\x0E\0\0"));
	assert_int_equal(smpp_pdu_decode(&pdu, whole, NULL), 0);
	assert_int_equal(pdu.tlvs.has, 0);
	assert_int_equal(pdu.tlvs.unknowns, 3);
	assert_int_equal(pdu.odd, SMPP_ODD_TLV_LENGTH);
	struct buf out = buf_over(again, sizeof(again));
	assert_int_equal(smpp_pdu_encode(&out, &pdu, NULL), 0);
	assert_true(span_equal(buf_span(&out), whole));
}

static void
test_all_known_tlvs_there_and_back(void **state)
{
	char octets[ROOM];
	struct smpp_pdu back,
	    pdu = {
		.head = {.command = SMPP_DATA_SM, .sequence = 1},
		.sm = {.dest.text = STR("254711000001")},
		.tlvs = {.has = (SMPP_TLV_USSD_OP << 1) - 1,
		    .sar_ref = 0xABCD,
		    .sar_total = 3,
		    .sar_seq = 2,
		    .source_port = 1,
		    .dest_port = 2948,
		    .user_reference = 0xFFFF,
		    .message_state = 2,
		    .more_messages = 1,
		    .sc_version = 0x50,
		    .congestion = 99,
		    .payload_type = 1,
		    .language = 4,
		    .failure_reason = 2,
		    .availability = 1,
		    .ussd_op = 17,
		    .validity_seconds = 86400,
		    .network_error = {3, 0x1234},
		    .message_payload = {(const uint8_t *)"a\0b", 3},
		    .receipted_id = STR("4F2A"),
		    .status_text = STR("no such number"),
		    .callback = {(const uint8_t *)"\1\1\1"
						  "123",
			6},
		    .unknown = {(const uint8_t *)"\x14\x03\0\1\7", 5}},
	    };
	(void)state;
	struct buf out = buf_over(octets, sizeof(octets));
	assert_int_equal(smpp_pdu_encode(&out, &pdu, NULL), 0);
	assert_int_equal(smpp_pdu_decode(&back, buf_span(&out), NULL), 0);
	assert_int_equal(back.odd, 0);
	assert_int_equal(back.tlvs.unknowns, 1);
	struct smpp_tlvs got = back.tlvs, sent = pdu.tlvs;
	check_text(got.receipted_id, "4F2A");
	check_text(got.status_text, "no such number");
	assert_true(span_equal(got.message_payload, sent.message_payload));
	assert_true(span_equal(got.callback, sent.callback));
	assert_int_equal(got.has, sent.has);
	assert_int_equal(got.sar_ref, sent.sar_ref);
	assert_int_equal(got.sar_total, sent.sar_total);
	assert_int_equal(got.sar_seq, sent.sar_seq);
	assert_int_equal(got.source_port, sent.source_port);
	assert_int_equal(got.dest_port, sent.dest_port);
	assert_int_equal(got.user_reference, sent.user_reference);
	assert_int_equal(got.message_state, sent.message_state);
	assert_int_equal(got.more_messages, sent.more_messages);
	assert_int_equal(got.sc_version, sent.sc_version);
	assert_int_equal(got.congestion, sent.congestion);
	assert_int_equal(got.payload_type, sent.payload_type);
	assert_int_equal(got.language, sent.language);
	assert_int_equal(got.failure_reason, sent.failure_reason);
	assert_int_equal(got.availability, sent.availability);
	assert_int_equal(got.ussd_op, sent.ussd_op);
	assert_int_equal(got.validity_seconds, sent.validity_seconds);
	assert_int_equal(got.network_error.network, 3);
	assert_int_equal(got.network_error.code, 0x1234);
}

static void
test_encoding_refuses(void **state)
{
	char octets[300];
	struct err err;
	(void)state;
	struct buf out = buf_over(octets, 48);
	buf_add_text(&out, "kept");
	struct smpp_pdu pdu = {.head = {.command = SMPP_SUBMIT_SM},
	    .sm = {.dest.text = STR("123456789012345678901")}};
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), SMPP_PDU_LONG);
	assert_non_null(strstr(err.text, "destination_addr"));
	pdu.sm.dest.text = STR("12\0"
			       "3");
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), SMPP_PDU_VALUE);
	pdu.sm.dest.text = STR("123");
	pdu.sm.short_message = span_of(octets, 256);
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), SMPP_PDU_LONG);
	pdu.sm.short_message = span_of("no room for all of this", 23);
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), SMPP_PDU_ROOM);
	pdu.head.command = 0x17;
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), SMPP_PDU_COMMAND);
	pdu.head.command = SMPP_SUBMIT_MULTI;
	pdu.sm.dests = 1;
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), SMPP_PDU_VALUE);
	check_text(buf_str(&out), "kept");
	assert_false(out.full);
	pdu.head.command = SMPP_ENQUIRE_LINK;
	assert_int_equal(smpp_pdu_encode(&out, &pdu, &err), 0);
	assert_int_equal(out.octets, 4 + SMPP_HEAD_OCTETS);
}

static void
test_lists(void **state)
{
	uint8_t room[ROOM];
	struct smpp_pdu pdu;
	struct smpp_dest dest;
	struct smpp_unsuccess bad;
	(void)state;
	struct span whole = pdu_of(room, SMPP_SUBMIT_MULTI, 0,
	    BODY("\0\0\0\0"
		 "\2"
		 "\1\1\1"
		 "2547\0"
		 "\2"
		 "growers\0"
		 "\0\0\0\0\0\0\0\0\0\2"
		 "hi"));
	assert_int_equal(smpp_pdu_decode(&pdu, whole, NULL), 0);
	struct span rest = pdu.sm.dest_list;
	assert_true(smpp_dest_next(&dest, &rest));
	check_text(dest.addr.text, "2547");
	assert_false(dest.is_list);
	assert_true(smpp_dest_next(&dest, &rest));
	check_text(dest.addr.text, "growers");
	assert_true(dest.is_list);
	assert_false(smpp_dest_next(&dest, &rest));
	assert_int_equal(pdu.sm.short_message.octets, 2);

	/* Two are said, one is there. */
	whole = pdu_of(room, SMPP_SUBMIT_MULTI | SMPP_RESP, 0,
	    BODY("id\0"
		 "\2"
		 "\1\1"
		 "2547\0"
		 "\0\0\0\x0B"));
	assert_int_equal(smpp_pdu_decode(&pdu, whole, NULL), 0);
	assert_int_equal(pdu.resp.unsuccesses, 1);
	rest = pdu.resp.unsuccess_list;
	assert_true(smpp_unsuccess_next(&bad, &rest));
	check_text(bad.addr.text, "2547");
	assert_int_equal(bad.status, SMPP_RINVDSTADR);
	assert_false(smpp_unsuccess_next(&bad, &rest));
}

static void
test_answers(void **state)
{
	static const struct {
		uint32_t command, status;
		const char *hex;
	} rows[] = {
	    {SMPP_DELIVER_SM, 0, "0000001180000005000000000000000900"},
	    {SMPP_DELIVER_SM, SMPP_RMSGQFUL,
		"0000001180000005000000140000000900"},
	    {SMPP_SUBMIT_SM, 0,
		"0000001380000004000000000000000941420"
		"0"},
	    {SMPP_SUBMIT_SM, SMPP_RTHROTTLED,
		"00000010800000040000005800000009"},
	    {SMPP_ENQUIRE_LINK, 0, "00000010800000150000000000000009"},
	    {SMPP_UNBIND, 0, "00000010800000060000000000000009"},
	    {SMPP_CANCEL_SM, SMPP_RCANCELFAIL,
		"00000010800000080000001100000009"},
	    {SMPP_BIND_TRANSCEIVER, SMPP_RINVPASWD,
		"00000010800000090000000E00000009"},
	    {0x00000018, SMPP_RINVCMDID, "00000010800000000000000300000009"},
	    {SMPP_ALERT_NOTIFICATION, 0, ""},
	    {SMPP_OUTBIND, 0, ""},
	    {SMPP_SUBMIT_SM | SMPP_RESP, 0, ""},
	    {SMPP_GENERIC_NACK, 0, ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char octets[64], hex[129];
		struct buf out = buf_over(octets, sizeof(octets));
		struct smpp_head request = {
		    .command = rows[i].command, .sequence = 9};
		bool submit = rows[i].command == SMPP_SUBMIT_SM;
		assert_int_equal(smpp_pdu_answer(&out, &request, rows[i].status,
				     submit ? STR("AB") : STR("")),
		    0);
		span_to_hex(hex, sizeof(hex), buf_span(&out));
		assert_string_equal(hex, rows[i].hex);
	}
}

static void
test_names(void **state)
{
	char words[64];
	(void)state;
	assert_string_equal(smpp_command_name(SMPP_DELIVER_SM), "deliver_sm");
	assert_string_equal(
	    smpp_command_name(SMPP_DATA_SM | SMPP_RESP), "data_sm_resp");
	assert_string_equal(
	    smpp_command_name(SMPP_GENERIC_NACK), "generic_nack");
	assert_null(smpp_command_name(0x12));
	assert_null(smpp_command_name(SMPP_OUTBIND | SMPP_RESP));
	assert_string_equal(smpp_tlv_name(0x0424), "message_payload");
	assert_null(smpp_tlv_name(0x1403));
	assert_true(smpp_tlv_is_known(0x020C));
	assert_false(smpp_tlv_is_known(0x1383));
	assert_string_equal(smpp_odd_names(words, sizeof(words), 0x05),
	    "no body, string too "
	    "long");
}

static void
test_statuses(void **state)
{
	static const struct {
		uint32_t code;
		enum smpp_status_class class;
		enum refusal refusal;
		const char *words;
	} rows[] = {
	    {0x00, SMPP_CLASS_OK, REFUSAL_NONE, "ESME_ROK (0x00): taken"},
	    {0x58, SMPP_CLASS_THROTTLED, REFUSAL_WAIT,
		"ESME_RTHROTTLED (0x58): we send too fast for it"},
	    {0x14, SMPP_CLASS_FULL, REFUSAL_RETRY,
		"ESME_RMSGQFUL (0x14): its queue is full"},
	    {0x0B, SMPP_CLASS_NUMBER, REFUSAL_DEAD,
		"ESME_RINVDSTADR (0x0B): the recipient's number is none"},
	    {0x0E, SMPP_CLASS_LOGIN, REFUSAL_BLOCKED,
		"ESME_RINVPASWD (0x0E): the password is wrong"},
	    {0x04, SMPP_CLASS_SESSION, REFUSAL_WAIT,
		"ESME_RINVBNDSTS (0x04): we are not bound for this, it says"},
	    {0x101, SMPP_CLASS_SENDER, REFUSAL_ELSEWHERE,
		"ESME_RPROHIBITED (0x101): our contract does not allow it"},
	    {0x400, SMPP_CLASS_UNKNOWN, REFUSAL_RETRY,
		"vendor's own (0x400): its maker's own code: ask the operator "
		"what it means"},
	    {0x4FF, SMPP_CLASS_UNKNOWN, REFUSAL_RETRY, NULL},
	    {0x500, SMPP_CLASS_UNKNOWN, REFUSAL_RETRY,
		"reserved (0x500): a code of no standard: ask the operator "
		"what it means"},
	    {0x09, SMPP_CLASS_UNKNOWN, REFUSAL_RETRY, NULL},
	};
	char words[128];
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct smpp_status_row *row =
		    smpp_status_find(rows[i].code);
		assert_int_equal(row->class, rows[i].class);
		assert_int_equal(row->refusal, rows[i].refusal);
		if (rows[i].words != NULL)
			assert_string_equal(smpp_status_text(words,
						sizeof(words), rows[i].code),
			    rows[i].words);
	}
	size_t count;
	const struct smpp_status_row *all = smpp_status_rows(&count);
	for (size_t i = 1; i < count; i++)
		assert_true(all[i - 1].code < all[i].code);
	assert_int_equal(count, 67);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_golden_deliver_sm),
	    cmocka_unit_test(test_frames),
	    cmocka_unit_test(test_requests_that_lie),
	    cmocka_unit_test(test_cut_everywhere),
	    cmocka_unit_test(test_frame_of_another_length),
	    cmocka_unit_test(test_tolerated),
	    cmocka_unit_test(test_known_tlv_that_does_not_fit),
	    cmocka_unit_test(test_all_known_tlvs_there_and_back),
	    cmocka_unit_test(test_encoding_refuses),
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_answers),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_statuses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
