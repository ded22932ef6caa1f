#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "sms/pdu.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* The pieces that most rows share. */
#define SMSC "07917283010010F5"
#define OA "0C91527422000010"
#define AT "62115231830080"
#define DELIVER "04" OA "0000" AT
#define WITH_HEADER "44" OA "0000" AT
#define DCS(octet) "04" OA "00" octet AT
#define DCS_HEADER(octet) "44" OA "00" octet AT
#define STAMP(octets) "04" OA "0000" octets "0178"
#define SENDER(field) "04" field "0000" AT "0178"

#define W "+254722000001 2026-11-25T13:38:00+02:00 "
#define D "deliver " W

static void
describe_header(struct buf *out, const struct udh *udh)
{
	if (udh->concat.present)
		buf_add_format(out, " c%d:%u/%u/%u", udh->concat.wide ? 16 : 8,
		    udh->concat.ref, udh->concat.seq, udh->concat.total);
	if (udh->ports.present)
		buf_add_format(out, " p:%u<%u", udh->ports.dst, udh->ports.src);
	if (udh->language.locking != 0 || udh->language.single != 0)
		buf_add_format(out, " l:%u,%u", udh->language.locking,
		    udh->language.single);
	if (udh->cut)
		buf_add_text(out, " cut");
}

static void
describe_flags(struct buf *out, const struct pdu *pdu)
{
	if (pdu->smsc.text[0] != '\0')
		buf_add_format(out, " via %s", pdu->smsc.text);
	if (pdu->more_waiting)
		buf_add_text(out, " more");
	if (pdu->loop)
		buf_add_text(out, " loop");
	if (pdu->report)
		buf_add_text(out, " report");
	if (pdu->reply_path)
		buf_add_text(out, " reply");
	if (pdu->reject_duplicates)
		buf_add_text(out, " once");
	if (pdu->pid != 0)
		buf_add_format(out, " pid=%02X", pdu->pid);
	if (pdu->odd_octet)
		buf_add_text(out, " odd");
	if (pdu->escape_at_end)
		buf_add_text(out, " escape");
}

static void
describe_type(struct buf *out, const struct pdu *pdu)
{
	char text[PDU_TIME_TEXT_OCTETS];
	switch (pdu->type) {
	case PDU_TYPE_DELIVER:
		break;
	case PDU_TYPE_SUBMIT:
		buf_add_format(out, " mr=%u vp=%d:%d", pdu->reference,
		    (int)pdu->validity.form, (int)pdu->validity.for_s);
		break;
	case PDU_TYPE_STATUS_REPORT:
		buf_add_format(out, " mr=%u %02X %s", pdu->reference,
		    pdu->status,
		    pdu_outcome_name(pdu_status_outcome(pdu->status)));
		buf_add_format(
		    out, " %s", pdu_time_text(text, &pdu->discharged));
		break;
	case PDU_TYPE_DELIVER_REPORT:
	case PDU_TYPE_SUBMIT_REPORT:
		if (pdu->has_cause)
			buf_add_format(out, " cause=%02X", pdu->cause);
		break;
	case PDU_TYPE_COMMAND:
		buf_add_format(out, " mr=%u ct=%u mn=%u", pdu->reference,
		    pdu->command, pdu->number);
		break;
	}
}

/* A message in one line, text last: a change of behaviour shows in words. */
static void
describe(struct buf *out, const struct pdu *pdu)
{
	char stamp[PDU_TIME_TEXT_OCTETS];
	buf_clear(out);
	buf_add_format(out, "%s %s %s %02X", pdu_type_name(pdu->type),
	    pdu->peer.text,
	    pdu->stamp.valid ? pdu_time_text(stamp, &pdu->stamp) : "-",
	    pdu->dcs);
	buf_add_format(out, " %s", pdu_dcs_alphabet_name(pdu->alphabet));
	if (pdu->coding.class != PDU_CLASS_NONE)
		buf_add_format(out, " class%d", pdu->coding.class);
	describe_header(out, &pdu->udh);
	describe_flags(out, pdu);
	describe_type(out, pdu);
	if (pdu->alphabet == SMS_8BIT) {
		char hex[2 * PDU_USER_DATA_OCTETS + 1];
		span_to_hex(
		    hex, sizeof(hex), span_of(pdu->data, pdu->data_count));
		buf_add_format(out, " <%s>", hex);
	} else {
		buf_add_text(out, " [");
		buf_add(out, pdu->text, pdu->text_octets);
		buf_add_text(out, "]");
	}
}

/* 23.040 9.2.2.1 and what networks make of it; the TPDU alone. */
static const struct {
	const char *hex, *want;
} delivers[] = {
    /* septets, 23.038 6.1.2.1 */
    {DELIVER "00", D "00 gsm7 []"},
    {DELIVER "07C272D83D07D500", D "00 gsm7 [Beans 5]"},
    {DELIVER "08C272D83D07D560", D "00 gsm7 [Beans 50]"},
    {DELIVER "0761F1985C360300", D "00 gsm7 [abcdef@]"},
    {DELIVER "0861F1985C369F01", D "00 gsm7 [abcdefg@]"},
    {DELIVER "0800000000000000", D "00 gsm7 [@@@@@@@@]"},
    {DELIVER "0435D0A60C", D "00 gsm7 [5 €]"},
    {DELIVER "039B6010", D "00 gsm7 [AA]"},
    {DELIVER "04E1CD460C", D "00 gsm7 [a b]"},
    {DELIVER "0361F106", D "00 gsm7 escape [ab]"},
    {DELIVER "06E18D62D31003", D "00 gsm7 [a\f\rb]"},
    /* headers and fill bits, 23.040 9.2.3.24 */
    {WITH_HEADER "14050003CC02019AE1B4BE0C92C140E2F0790E",
	D "00 gsm7 c8:204/1/2 [Maize 20 bags]"},
    {WITH_HEADER "1506080412340201CD705A5F06C9602071F83C07",
	D "00 gsm7 c16:4660/1/2 [Maize 20 bags]"},
    {WITH_HEADER "120D0804ABCD02017005AABBCCDDEEEF35",
	D "00 gsm7 c16:43981/1/2 [ok]"},
    {WITH_HEADER "0C0700031103020A00003A0D", D "00 gsm7 c8:17/2/3 [hi]"},
    {WITH_HEADER "0400003A0D", D "00 gsm7 [hi]"},
    {WITH_HEADER "07050003CC020100", D "00 gsm7 c8:204/1/2 []"},
    {WITH_HEADER "08050003CC0200F0", D "00 gsm7 [x]"},
    {WITH_HEADER "08050003CC0000F0", D "00 gsm7 [x]"},
    {WITH_HEADER "08050003CC0203F0", D "00 gsm7 [x]"},
    {WITH_HEADER "0E0A00030103020003020201C003", D "00 gsm7 c8:2/1/2 [x]"},
    {WITH_HEADER "0F080003CC02010A05AA805EC6D301",
	D "00 gsm7 c8:204/1/2 cut [text]"},
    {WITH_HEADER "090624010325010378", D "00 gsm7 l:3,3 [x]"},
    /* octets */
    {DCS_HEADER("F5") "0B0605040B8423F0DEADBEEF",
	D "F5 8bit class1 p:2948<9200 <DEADBEEF>"},
    {DCS_HEADER("04") "0B090402F5F4000301020101",
	D "04 8bit c8:1/1/2 p:245<244 <01>"},
    {DCS("04") "00", D "04 8bit <>"},
    {DCS("20") "04C8329BFD", D "20 8bit <C8329BFD>"}, /* compressed */
    /* UTF-16 */
    {DCS("08") "0A0633062D064200200031", D "08 ucs2 [سحق 1]"},
    {DCS("08") "06FEFF00410042", D "08 ucs2 [AB]"},
    {DCS("08") "04D83DDE00", D "08 ucs2 [\xF0\x9F\x98\x80]"},
    {DCS("08") "080041D83D0042DE00", D "08 ucs2 [A\xEF\xBF\xBD"
				       "B\xEF\xBF\xBD]"},
    {DCS("08") "03004100", D "08 ucs2 odd [A]"},
    {DCS_HEADER("08") "0A050003CC02010041D83D",
	D "08 ucs2 c8:204/1/2 [A\xEF\xBF\xBD]"},
    /* coding groups, 23.038 4 */
    {DCS("10") "054676788E06", D "10 gsm7 class0 [Flash]"},
    {DCS("F1") "02E834", D "F1 gsm7 class1 [hi]"},
    {DCS("52") "02E834", D "52 gsm7 class2 [hi]"},
    {DCS("0C") "02E834", D "0C gsm7 [hi]"},
    {DCS("B0") "02E834", D "B0 gsm7 [hi]"},
    {DCS("C8") "02E834", D "C8 gsm7 [hi]"},
    {DCS("E0") "0400680069", D "E0 ucs2 [hi]"},
    /* time stamps: a bad one does not cost the message */
    {STAMP("62115231830032"),
	"deliver +254722000001 2026-11-25T13:38:00+05:45 00 gsm7 [x]"},
    {STAMP("6211523183000A"),
	"deliver +254722000001 2026-11-25T13:38:00-05:00 00 gsm7 [x]"},
    {STAMP("FFFFFFFFFFFFFF"), "deliver +254722000001 - 00 gsm7 [x]"},
    {STAMP("62315231830080"), "deliver +254722000001 - 00 gsm7 [x]"},
    /* senders */
    {SENDER("0DD0E474D81C0EBB01"),
	"deliver diafaan 2026-11-25T13:38:00+02:00 00 gsm7 [x]"},
    {SENDER("0ED0E474D81C0EBB01"),
	"deliver diafaan 2026-11-25T13:38:00+02:00 00 gsm7 [x]"},
    {SENDER("05812283F4"),
	"deliver 22384 2026-11-25T13:38:00+02:00 00 gsm7 [x]"},
    {SENDER("0081"), "deliver  2026-11-25T13:38:00+02:00 00 gsm7 [x]"},
    /* first octet; "no more" is the set bit; type 3 is a DELIVER */
    {"00" OA "0000" AT "0178", D "00 gsm7 more [x]"},
    {"AC" OA "4100" AT "0178", D "00 gsm7 loop report reply pid=41 [x]"},
    {"07" OA "0000" AT "0178", D "00 gsm7 [x]"},
    /* SIM filler behind the end */
    {DELIVER "0178FFFFFF", D "00 gsm7 [x]"},
};

static int
decode(struct pdu *out, const char *hex, enum pdu_direction direction,
    long framing, struct err *err)
{
	uint8_t octets[PDU_OCTETS_MAX];
	int n = span_from_hex(octets, sizeof(octets), hex, strlen(hex), NULL);
	assert_true(n >= 0);
	/* On the heap, so that a sanitizer sees one octet too far. */
	uint8_t *exact = malloc((size_t)n + (n == 0));
	assert_non_null(exact);
	memcpy(exact, octets, (size_t)n);
	int rc =
	    pdu_decode(out, span_of(exact, (size_t)n), direction, framing, err);
	free(exact);
	return rc;
}

static void
says(const char *hex, enum pdu_direction direction, long framing,
    const char *want)
{
	char storage[1024];
	struct buf got = buf_over(storage, sizeof(storage));
	struct pdu pdu;
	struct err err = {.text = ""};
	if (decode(&pdu, hex, direction, framing, &err) == 0)
		describe(&got, &pdu);
	else
		buf_add_format(
		    &got, "%d at %zu: %s", err.code, err.offset, err.text);
	assert_string_equal(buf_str(&got).at, want);
}

static void
delivers_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(delivers); i++)
		says(delivers[i].hex, PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC,
		    delivers[i].want);
}

/* 9.2.2.2 */
static void
submits_read(void **state)
{
	static const struct {
		const char *hex, *want;
	} rows[] = {
	    {"0011000B916407281553F80000AA0AE8329BFD4697D9EC37",
		"submit +46708251358 - 00 gsm7 mr=0 vp=1:345600 [hellohello]"},
	    {"00017F" OA "00000178",
		"submit +254722000001 - 00 gsm7 mr=127 vp=0:0 [x]"},
	    {"003505" OA "000010"
	     "0178",
		"submit +254722000001 - 00 gsm7 report once mr=5 vp=1:5100 "
		"[x]"},
	    {"00B105" OA "0008"
	     "A7"
	     "020041",
		"submit +254722000001 - 08 ucs2 report reply mr=5 vp=1:86400 "
		"[A]"},
	    {"000905" OA "0000"
	     "010B0000000000"
	     "0178",
		"submit +254722000001 - 00 gsm7 mr=5 vp=2:3600 [x]"},
	    {"001905" OA "0000" AT "0178",
		"submit +254722000001 - 00 gsm7 mr=5 vp=3:0 [x]"},
	    {"00"
	     "5105" OA "0000"
	     "A7"
	     "08050003CC0201F0",
		"submit +254722000001 - 00 gsm7 c8:204/1/2 mr=5 vp=1:86400 "
		"[x]"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		says(rows[i].hex, PDU_DIRECTION_SUBMIT, PDU_WITH_SMSC,
		    rows[i].want);
		says(rows[i].hex, PDU_DIRECTION_GUESS, PDU_WITH_SMSC,
		    rows[i].want);
	}
}

/* 9.2.2.3 */
#define RA_AT OA AT "62115231840080"
#define R "status-report " W "00 gsm7 mr=42 "
#define DONE "2026-11-25T13:48:00+02:00 "
static void
status_reports_read(void **state)
{
	static const struct {
		const char *hex, *want;
	} rows[] = {
	    {"062A" RA_AT "00", R "00 delivered " DONE "[]"},
	    {"062A" RA_AT "30", R "30 trying " DONE "[]"},
	    {"062A" RA_AT "46", R "46 failed " DONE "[]"},
	    {"062A" RA_AT "00"
	     "00",
		R "00 delivered " DONE "[]"},
	    {"062A" RA_AT "00"
	     "FFFFFF",
		R "00 delivered " DONE "[]"},
	    {"062A" RA_AT "00"
	     "0700"
	     "00"
	     "02EF35",
		R "00 delivered " DONE "[ok]"},
	    {"062A" RA_AT "00"
	     "04"
	     "02EF35",
		R "00 delivered " DONE "[ok]"},
	    {"062A" RA_AT "00"
	     "03"
	     "0000"
	     "FFFF",
		R "00 delivered " DONE "[]"},
	    {"062A" RA_AT "00"
	     "8000",
		R "00 delivered " DONE "[]"},
	    {"062A" RA_AT "00"
	     "8701"
	     "0000"
	     "02EF35"
	     "AABB",
		R "00 delivered " DONE "[ok]"},
	    {"062A" RA_AT "00"
	     "08AABB",
		R "00 delivered " DONE "[]"},
	    {"462A" RA_AT "00"
	     "0700"
	     "04"
	     "04"
	     "020A0001",
		"status-report " W "04 8bit mr=42 00 delivered " DONE "<01>"},
	    {"262A" OA AT "FFFFFFFFFFFFFF"
	     "00",
		"status-report " W "00 gsm7 report mr=42 00 delivered  []"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		says(rows[i].hex, PDU_DIRECTION_STATUS_REPORT, PDU_WITHOUT_SMSC,
		    rows[i].want);
		says(rows[i].hex, PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC,
		    rows[i].want);
		says(rows[i].hex, PDU_DIRECTION_GUESS, PDU_WITHOUT_SMSC,
		    rows[i].want);
	}
}

static void
status_octets_fall_into_classes(void **state)
{
	(void)state;
	for (unsigned st = 0; st < 256; st++) {
		enum pdu_outcome want = st < 0x20   ? PDU_OUTCOME_DELIVERED
					: st < 0x40 ? PDU_OUTCOME_TRYING
						    : PDU_OUTCOME_FAILED;
		assert_int_equal(pdu_status_outcome((uint8_t)st), want);
		assert_int_equal(pdu_status_is_temporary((uint8_t)st),
		    st >= 0x60 && st <= 0x7F);
		assert_true(strlen(pdu_status_reason((uint8_t)st)) > 8);
		assert_true(strlen(pdu_status_cause((uint8_t)st)) > 7);
	}
	assert_string_equal(
	    pdu_status_reason(0x01), "forwarded, delivery not confirmed");
	assert_string_equal(pdu_status_reason(0x0F), "done, code reserved");
	assert_string_equal(
	    pdu_status_reason(0x25), "error in recipient, still trying");
	assert_string_equal(pdu_status_reason(0x46), "validity period expired");
	assert_string_equal(
	    pdu_status_reason(0x49), "unknown to the service centre");
	assert_string_equal(
	    pdu_status_reason(0x7F), "given up, service centre's own code");
	assert_string_equal(
	    pdu_status_reason(0xFF), "not delivered, code reserved");
	assert_string_equal(pdu_status_cause(0xD0), "SIM SMS storage full");
	assert_string_equal(pdu_status_cause(0xFF), "unspecified error");
}

/* The announced length leaves the service centre out; a modem that leaves the
 * field itself out shows by all octets being the message. */
static void
framings(void **state)
{
	static const char tpdu[] = DELIVER "0178";
	static const char whole[] = SMSC DELIVER "0178";
	static const char filled[] = SMSC DELIVER "0178FFFFFFFF";
	(void)state;
	long octets = (long)strlen(tpdu) / 2;
	const char *alone = D "00 gsm7 [x]";
	const char *via = D "00 gsm7 via +27381000015 [x]";
	says(tpdu, PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC, alone);
	says(tpdu, PDU_DIRECTION_DELIVER, octets, alone);
	says(whole, PDU_DIRECTION_DELIVER, PDU_WITH_SMSC, via);
	says(whole, PDU_DIRECTION_DELIVER, octets, via);
	says(filled, PDU_DIRECTION_DELIVER, octets, via);
	says("00" DELIVER "0178", PDU_DIRECTION_DELIVER, octets, alone);
	struct pdu pdu;
	struct err err;
	assert_int_equal(
	    decode(&pdu, whole, PDU_DIRECTION_DELIVER, octets + 1, &err),
	    PDU_LENGTH);
	assert_int_equal(err.offset, 8);
	assert_int_equal(
	    decode(&pdu, whole, PDU_DIRECTION_DELIVER, octets - 1, &err),
	    PDU_LENGTH);
	assert_int_equal(
	    decode(&pdu, tpdu, PDU_DIRECTION_DELIVER, 0, &err), PDU_LENGTH);
	assert_int_equal(
	    decode(&pdu, "", PDU_DIRECTION_DELIVER, 0, &err), PDU_SHORT);
}

static void
broken_ones_are_refused_where_they_break(void **state)
{
	static const struct {
		const char *hex;
		enum pdu_direction direction;
		int code;
		size_t offset;
	} rows[] = {
	    {"", PDU_DIRECTION_GUESS, PDU_SHORT, 0},
	    {"07", PDU_DIRECTION_GUESS, PDU_SHORT, 0},
	    {"0C91", PDU_DIRECTION_GUESS, PDU_LONG, 0},
	    {"00", PDU_DIRECTION_GUESS, PDU_SHORT, 1},
	    {"0004", PDU_DIRECTION_GUESS, PDU_SHORT, 2},
	    {"000416", PDU_DIRECTION_GUESS, PDU_SHORT, 3},
	    {"00041691", PDU_DIRECTION_GUESS, PDU_LONG, 2},
	    {"0004" OA, PDU_DIRECTION_GUESS, PDU_SHORT, 10},
	    {"0004" OA "0000"
	     "621152",
		PDU_DIRECTION_GUESS, PDU_SHORT, 15},
	    {"00" DELIVER, PDU_DIRECTION_GUESS, PDU_SHORT, 19},
	    {"00" DELIVER "02E8", PDU_DIRECTION_GUESS, PDU_SHORT, 19},
	    {"00" DELIVER "A1", PDU_DIRECTION_GUESS, PDU_LONG, 19},
	    {"00" DCS("08") "8D", PDU_DIRECTION_GUESS, PDU_LONG, 19},
	    {"00" DCS("08") "020041"
			    "00",
		PDU_DIRECTION_GUESS, PDU_TRAILING, 22},
	    {"00" DELIVER "0178"
	     "FF00",
		PDU_DIRECTION_GUESS, PDU_TRAILING, 21},
	    /* headers */
	    {"00" WITH_HEADER "00", PDU_DIRECTION_GUESS, PDU_HEADER, 20},
	    {"00" WITH_HEADER "06"
	     "050003CC0201",
		PDU_DIRECTION_GUESS, PDU_HEADER, 19},
	    {"00" WITH_HEADER "07"
	     "0A0003CC020100",
		PDU_DIRECTION_GUESS, PDU_HEADER, 20},
	    {"00" DCS_HEADER("08") "03"
				   "050003",
		PDU_DIRECTION_GUESS, PDU_HEADER, 20},
	    /* types */
	    {"00"
	     "01" OA,
		PDU_DIRECTION_DELIVER, PDU_TYPE, 1},
	    {"00"
	     "04" OA,
		PDU_DIRECTION_SUBMIT, PDU_TYPE, 1},
	    {"00"
	     "02" OA,
		PDU_DIRECTION_SUBMIT, PDU_TYPE, 1},
	    {"00"
	     "04" OA,
		PDU_DIRECTION_STATUS_REPORT, PDU_TYPE, 1},
	    /* reports */
	    {"00"
	     "062A" RA_AT,
		PDU_DIRECTION_GUESS, PDU_SHORT, 25},
	    {"00"
	     "062A" RA_AT "00"
	     "01",
		PDU_DIRECTION_GUESS, PDU_SHORT, 27},
	    {"00"
	     "062A" RA_AT "00"
	     "00AB",
		PDU_DIRECTION_GUESS, PDU_TRAILING, 27},
	    /* validity */
	    {"00"
	     "1105" OA "0000",
		PDU_DIRECTION_GUESS, PDU_SHORT, 13},
	    {"00"
	     "0905" OA "0000"
	     "01",
		PDU_DIRECTION_GUESS, PDU_SHORT, 14},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pdu pdu, zero;
		struct err err = {.offset = 999};
		memset(&zero, 0, sizeof(zero));
		memset(&pdu, 0x55, sizeof(pdu));
		int rc = decode(
		    &pdu, rows[i].hex, rows[i].direction, PDU_WITH_SMSC, &err);
		if (rc != rows[i].code || err.offset != rows[i].offset)
			fail_msg("%s: %d at %zu (%s)", rows[i].hex, rc,
			    err.offset, err.text);
		assert_memory_equal(&pdu, &zero, sizeof(pdu));
	}
}

/* Every prefix is refused at an octet that exists or is the next one.  Only a
 * report may end early: all behind its status is optional. */
static void
no_prefix_reads_as_a_message(void **state)
{
	static const char *const rows[] = {
	    SMSC WITH_HEADER "14050003CC02019AE1B4BE0C92C140E2F0790E",
	    SMSC DCS_HEADER("08") "0A050003CC02010041D83D",
	    "0011000B916407281553F80000AA0AE8329BFD4697D9EC37",
	    "00"
	    "1905" OA "0000" AT "0178",
	    "00"
	    "062A" RA_AT "00"
	    "0700"
	    "00"
	    "02EF35",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char hex[2 * PDU_OCTETS_MAX + 1];
		for (size_t n = 0; n < strlen(rows[i]); n += 2) {
			struct pdu pdu;
			struct err err = {.offset = 999};
			str_copy(hex, sizeof(hex), str_of(rows[i], n));
			int rc = decode(&pdu, hex, PDU_DIRECTION_GUESS,
			    PDU_WITH_SMSC, &err);
			if (rc == 0) {
				assert_int_equal(
				    pdu.type, PDU_TYPE_STATUS_REPORT);
				assert_int_equal(n, 2 * 26);
			} else {
				assert_true(err.offset <= n / 2);
			}
		}
	}
}

/* One octet changed, anywhere, to anything: no crash, and what is accepted
 * keeps its promises. */
static void
no_octet_breaks_the_decoder(void **state)
{
	static const char *const rows[] = {
	    SMSC WITH_HEADER "14050003CC02019AE1B4BE0C92C140E2F0790E",
	    SMSC DCS_HEADER("08") "0A050003CC02010041D83D",
	    "0011000B916407281553F80000AA0AE8329BFD4697D9EC37",
	    "00"
	    "062A" RA_AT "00"
	    "0700"
	    "00"
	    "02EF35",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[PDU_OCTETS_MAX];
		int n = span_from_hex(
		    octets, sizeof(octets), rows[i], strlen(rows[i]), NULL);
		for (size_t at = 0; at < (size_t)n; at++) {
			uint8_t was = octets[at];
			for (unsigned v = 0; v < 256; v++) {
				struct pdu pdu;
				octets[at] = (uint8_t)v;
				if (pdu_decode(&pdu, span_of(octets, (size_t)n),
					PDU_DIRECTION_GUESS, PDU_WITH_SMSC,
					NULL) != 0)
					continue;
				assert_true(pdu.data_count <= 160);
				assert_int_equal(
				    pdu.text[pdu.text_octets], '\0');
			}
			octets[at] = was;
		}
	}
}

static void
the_longest_texts_fit(void **state)
{
	(void)state;
	uint8_t octets[PDU_OCTETS_MAX];
	static const char head[] = DELIVER "A0";
	struct pdu pdu;
	int n = span_from_hex(octets, sizeof(octets), head, strlen(head), NULL);
	/* 160 Greek letters: the most UTF-8 that septets become */
	uint8_t septets[160];
	memset(septets, 0x10, sizeof(septets));
	size_t packed = gsm7_pack(octets + n, sizeof(octets) - (size_t)n,
	    span_of(septets, sizeof(septets)), 0);
	assert_int_equal(packed, 140);
	assert_int_equal(pdu_decode(&pdu, span_of(octets, (size_t)n + packed),
			     PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC, NULL),
	    0);
	assert_int_equal(pdu.text_octets, 320);
	/* 70 units of three octets each */
	octets[10] = 0x08;
	octets[n - 1] = 140;
	memset(octets + n, 0x20, 140);
	assert_int_equal(pdu_decode(&pdu, span_of(octets, (size_t)n + 140),
			     PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC, NULL),
	    0);
	assert_int_equal(pdu.text_octets, 210);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(delivers_read),
	    cmocka_unit_test(submits_read),
	    cmocka_unit_test(status_reports_read),
	    cmocka_unit_test(status_octets_fall_into_classes),
	    cmocka_unit_test(framings),
	    cmocka_unit_test(broken_ones_are_refused_where_they_break),
	    cmocka_unit_test(no_prefix_reads_as_a_message),
	    cmocka_unit_test(no_octet_breaks_the_decoder),
	    cmocka_unit_test(the_longest_texts_fit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
