/* What other readers of PDUs got wrong, each with the message that shows it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sms/pdu.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

#define OA "0C91527422000010"
#define AT "62115231830080"
#define TEXT(ud) "04" OA "0000" AT ud
#define HEADER(ud) "44" OA "0000" AT ud
#define CODED(dcs, ud) "04" OA "00" dcs AT ud
#define FROM(oa) "04" oa "0000" AT "0178"
#define AGE(at) "04" OA "0000" at "0178"

static const struct {
	const char *lesson, *hex, *want;
} texts[] = {
    {"a trailing @ is text", TEXT("0870797A5C06D500"), "price 5@"},
    {"seven septets are not eight", TEXT("0731D98C56B3DD00"), "1234567"},
    {"@ alone is text", TEXT("0800000000000000"), "@@@@@@@@"},
    {"a header of 7 octets has no fill bits",
	HEADER("0D06080412340201C8329BFD06"), "Hello"},
    {"a header of 6 octets has one", HEADER("0C050003120201906536FB0D"),
	"Hello"},
    {"the language's own octet counts", HEADER("0B03240101D84CCBEBB21C"),
	"Şeker"},
    {"a language beside a part number",
	HEADER("1108000312020124010160332DAFCB72"), "Şeker"},
    {"decimal 24 and 25 are no languages", HEADER("0D06180101190101C8329BFD06"),
	"Hello"},
    {"Hindi 00 to 02 are no Bengali", HEADER("0803250106000404"), "ँंः"},
    {"24 is no dollar", TEXT("045F920000"), "§¤$@"},
    {"a page break is no accent", TEXT("04C18D4208"), "A\fB"},
    {"two escapes are a space", TEXT("04C1CD4608"), "A B"},
    {"an unknown escape shows the letter", TEXT("04C14D5808"), "AaB"},
    {"0C is text", CODED("0C", "05C8329BFD06"), "Hello"},
    {"80 is text", CODED("80", "05C8329BFD06"), "Hello"},
    {"50 is text with a class", CODED("50", "05C8329BFD06"), "Hello"},
    {"E0 is UCS2", CODED("E0", "0400480069"), "Hi"},
    {"48 is UCS2", CODED("48", "0400480069"), "Hi"},
    {"half a pair costs a character, no text",
	CODED("08", "080048D83D00690021"), "H\xEF\xBF\xBDi!"},
    {"a pair is one character", CODED("08", "06D83DDE000021"), "😀!"},
    {"a byte order mark is no character", CODED("08", "04FEFF0048"), "H"},
    {"half a character costs no text", CODED("08", "03004800"), "H"},
};

static struct span
from_hex(uint8_t *dst, size_t dst_octets, const char *hex)
{
	int n = span_from_hex(dst, dst_octets, hex, strlen(hex), NULL);
	assert_true(n > 0);
	return span_of(dst, (size_t)n);
}

static void
texts_are_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		uint8_t octets[PDU_OCTETS_MAX];
		struct pdu pdu;
		struct span whole =
		    from_hex(octets, sizeof(octets), texts[i].hex);
		int rc = pdu_decode(
		    &pdu, whole, PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC, NULL);
		if (rc != 0 || strcmp(pdu.text, texts[i].want) != 0)
			print_message("%s\n", texts[i].lesson);
		assert_int_equal(rc, 0);
		assert_string_equal(pdu.text, texts[i].want);
	}
}

static void
senders_and_times_are_right(void **state)
{
	static const struct {
		const char *lesson, *hex, *sender, *time;
	} rows[] = {
#define NOON "2026-11-25T13:38:00+02:00"
	    {"13 semi-octets are seven letters", FROM("0DD04D68711A8CC900"),
		"MPESA12", NOON},
	    {"14 of them too, when the eighth is @", FROM("0ED04D68711A8CC900"),
		"MPESA12", NOON},
	    {"14 are eight letters else", FROM("0ED04D68711A8CC966"),
		"MPESA123", NOON},
	    {"* and # are no letters", FROM("06811A4A3B"), "*1*4#3", NOON},
	    {"a short code has no plus", FROM("05812283F4"), "22384", NOON},
	    {"west of Greenwich", AGE("6211523183000A"), "+254722000001",
		"2026-11-25T13:38:00-05:00"},
	    {"a quarter of an hour", AGE("62115231830032"), "+254722000001",
		"2026-11-25T13:38:00+05:45"},
	    {"69 is not 1969", AGE("96115231830000"), "+254722000001",
		"2069-11-25T13:38:00+00:00"},
	    {"99 is not 1999", AGE("99115231830000"), "+254722000001",
		"2099-11-25T13:38:00+00:00"},
	    {"month 13 costs no text", AGE("62315231830000"), "+254722000001",
		""},
	    {"filler costs no text", AGE("FFFFFFFFFFFFFF"), "+254722000001",
		""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[PDU_OCTETS_MAX];
		char time[PDU_TIME_TEXT_OCTETS];
		struct pdu pdu;
		struct span whole =
		    from_hex(octets, sizeof(octets), rows[i].hex);
		int rc = pdu_decode(
		    &pdu, whole, PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC, NULL);
		if (rc != 0 || strcmp(pdu.peer.text, rows[i].sender) != 0)
			print_message("%s\n", rows[i].lesson);
		assert_int_equal(rc, 0);
		assert_string_equal(pdu.peer.text, rows[i].sender);
		assert_string_equal(
		    pdu_time_text(time, &pdu.stamp), rows[i].time);
		assert_string_equal(pdu.text, "x");
	}
}

/* Relative periods: five minutes, half hours, days, weeks. */
static void
periods_are_right(void **state)
{
	static const struct {
		uint8_t octet;
		int64_t hours;
	} rows[] = {{143, 12}, {167, 24}, {168, 48}, {196, 30 * 24},
	    {197, 5 * 7 * 24}, {255, 63 * 7 * 24}};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(
		    pdu_time_relative_s(rows[i].octet), rows[i].hours * 3600);
}

/* A reader that takes anything hides that it lost its place. */
static void
what_does_not_fit_is_refused(void **state)
{
	static const struct {
		const char *lesson, *hex;
		int code;
		size_t offset;
	} rows[] = {
	    {"octets behind the end", TEXT("0178AA"), PDU_TRAILING, 20},
	    {"a header past the text", HEADER("02FF00"), PDU_HEADER, 19},
	    {"more septets than octets", TEXT("0878"), PDU_SHORT, 18},
	    {"161 septets", TEXT("A1"), PDU_LONG, 18},
	    {"141 octets", CODED("04", "8D"), PDU_LONG, 18},
	    {"21 digits", "041591", PDU_LONG, 1},
	    {"digits past the end", "04149112", PDU_SHORT, 1},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[PDU_OCTETS_MAX];
		struct pdu pdu;
		struct err err;
		struct span whole =
		    from_hex(octets, sizeof(octets), rows[i].hex);
		int rc = pdu_decode(
		    &pdu, whole, PDU_DIRECTION_DELIVER, PDU_WITHOUT_SMSC, &err);
		if (rc != rows[i].code)
			print_message("%s\n", rows[i].lesson);
		assert_int_equal(rc, rows[i].code);
		assert_int_equal(err.offset, rows[i].offset);
	}
}

/* Filler behind the end is what a SIM's record has, and no mistake. */
static void
filler_is_stepped_over(void **state)
{
	(void)state;
	uint8_t octets[PDU_OCTETS_MAX];
	struct pdu pdu;
	struct span whole =
	    from_hex(octets, sizeof(octets), TEXT("0178") "FFFFFFFFFFFFFFFF");
	assert_int_equal(pdu_decode(&pdu, whole, PDU_DIRECTION_DELIVER,
			     PDU_WITHOUT_SMSC, NULL),
	    0);
	assert_string_equal(pdu.text, "x");
}

/* The width of a reference is part of it, so both must be told apart. */
static void
references_have_a_width(void **state)
{
	(void)state;
	static const char *const rows[] = {
	    HEADER("08050003120201F0"), HEADER("090608040012020178")};
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[PDU_OCTETS_MAX];
		struct pdu pdu;
		struct span whole = from_hex(octets, sizeof(octets), rows[i]);
		if (pdu_decode(&pdu, whole, PDU_DIRECTION_DELIVER,
			PDU_WITHOUT_SMSC, NULL) != 0)
			fail_msg("row %zu", i);
		assert_int_equal(pdu.udh.concat.ref, 0x12);
		assert_int_equal(pdu.udh.concat.wide, i == 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(texts_are_whole),
	    cmocka_unit_test(senders_and_times_are_right),
	    cmocka_unit_test(periods_are_right),
	    cmocka_unit_test(what_does_not_fit_is_refused),
	    cmocka_unit_test(filler_is_stepped_over),
	    cmocka_unit_test(references_have_a_width),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
