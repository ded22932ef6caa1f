/* The simulators' reader and writer against vectors that others published or
 * that were packed by hand from 23.040. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_pdu.h"
#include "tests/sim/sim_text.h"
#include "tests/sim/sim_util.h"

static const struct {
	const char *name, *hex;
	size_t announced;
	const char *why; /* NULL: good */
	const char *to, *text;
} submits[] = {
    {"relative validity", "0011000B916407281553F80000AA0AE8329BFD4697D9EC37",
	23, NULL, "+46708251358", "hellohello"},
    {"no validity", "0001000C91527411000010000002E834", 15, NULL,
	"+254711000001", "hi"},
    {"national number",
	"0001000A8170110000100000"
	"02E834",
	14, NULL, "0711000001", "hi"},
    {"own service centre",
	"0791527400000099"
	"01000C91527411000010000002E834",
	15, NULL, "+254711000001", "hi"},
    {"UCS-2", "0001000C9152741100001000080459824EAC", 17, NULL, "+254711000001",
	"\xE5\xA6\x82\xE4\xBA\xAC"},
    {"extension",
	"0001000C91527411000010000002"
	"9B32",
	15, NULL, "+254711000001", "\xE2\x82\xAC"},
    {"announced one more", "0001000C91527411000010000002E834", 16,
	"announced length does not fit", "", ""},
    {"cut", "0001000C91527411000010000002E8", 14, "user data cut short", "",
	""},
    {"an octet left", "0001000C91527411000010000002E83400", 16,
	"octets after the user data", "", ""},
    {"deliver", "0000000C91527411000010000002E834", 15, "not a SUBMIT", "", ""},
    {"odd", "0001000C91527411000010000002E83", 15,
	"not hexadecimal, or too long", "", ""},
    {"filler inside", "0001000C9152F411000010000002E834", 15,
	"filler in the wrong place of an address", "", ""},
    {"no digits", "0001000091000002E834", 9, "recipient without digits", "",
	""},
    {"header too long", "0041000C91527411000010000002E834", 15,
	"user data header runs past the user data", "", ""},
    {"part 3 of 2",
	"0041000C91527411000010000409050003070203"
	"AABBCC",
	22, "part number outside of the series", "", ""},
    {"empty", "", 0, "service centre missing", "", ""},
};

static void
reads_submits(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(submits) / sizeof(submits[0]); i++) {
		struct sim_submit s;
		const char *why = NULL;
		int got = sim_pdu_read_submit(&s, submits[i].hex,
		    strlen(submits[i].hex), submits[i].announced, &why);
		print_message("%s: %s\n", submits[i].name, why ? why : "good");
		if (submits[i].why != NULL) {
			assert_int_equal(got, -1);
			assert_string_equal(why, submits[i].why);
			continue;
		}
		assert_int_equal(got, 0);
		assert_string_equal(s.to, submits[i].to);
		assert_string_equal(s.text, submits[i].text);
	}
}

static void
reads_flags_and_parts(void **state)
{
	(void)state;
	struct sim_submit s;
	const char *why = NULL;
	/* 16-bit reference 0x0102, part 2 of 3: no fill bits after 7 octets. */
	const char *hex = "0065070C91527411000010000"
			  "00A0608040102"
			  "0302"
			  "E834";
	assert_int_equal(
	    sim_pdu_read_submit(&s, hex, strlen(hex), 22, &why), 0);
	assert_true(s.report && s.reject_repeats && s.concat.wide);
	assert_int_equal(s.mr, 7);
	assert_int_equal(s.concat.ref, 0x102);
	assert_int_equal(s.concat.total, 3);
	assert_int_equal(s.concat.seq, 2);
	assert_string_equal(s.text, "hi");
}

static void
writes_a_deliver(void **state)
{
	(void)state;
	struct sim_part part;
	struct sim_tpdu tpdu;
	char hex[SIM_PDU_HEX];
	struct sim_deliver head = {
	    "+254711000001", 1795613413000, 12, -1, false, 0};
	assert_int_equal(sim_pdu_split(&part, 1, "hi", 0), 1);
	sim_pdu_deliver(&tpdu, &head, &part);
	sim_pdu_print(hex, "+254700000099", &tpdu);
	assert_string_equal(hex, "0791527400000099"
				 "040C91527411000010"
				 "0000"
				 "62115261033121"
				 "02E834");
}

static void
writes_odd_senders_and_zones(void **state)
{
	(void)state;
	struct sim_part part;
	struct sim_tpdu tpdu;
	char hex[SIM_PDU_HEX];
	/* West of UTC the sign is bit 3 of the octet: -20 quarters is 0A. */
	struct sim_deliver head = {"MPESA", 1795613413000, -20, 0, true, 0};
	assert_int_equal(sim_pdu_split(&part, 1, "hi", 0), 1);
	sim_pdu_deliver(&tpdu, &head, &part);
	sim_pdu_print(hex, "", &tpdu);
	assert_string_equal(hex, "00"
				 "0009D04D68711A04"
				 "0010"
				 "6211528003310A"
				 "02E834");
}

static void
writes_a_report(void **state)
{
	(void)state;
	struct sim_tpdu tpdu;
	char hex[SIM_PDU_HEX];
	struct sim_report report = {
	    "0711000001", 1795613413000, 1795613414000, 12, 200, 0x46};
	sim_pdu_report(&tpdu, &report);
	sim_pdu_print(hex, "", &tpdu);
	assert_string_equal(hex, "00"
				 "06C80A817011000010"
				 "62115261033121"
				 "62115261034121"
				 "46");
}

/* A part as a phone would read it: the reader wants a SUBMIT, so its user
 * data is put behind a SUBMIT's head. */
static void
read_part(struct sim_submit *out, const struct sim_part *part)
{
	uint8_t octets[SIM_TPDU_OCTETS] = {0x00, part->udhi ? 0x41 : 0x01, 0x00,
	    0x0C, 0x91, 0x52, 0x74, 0x11, 0x00, 0x00, 0x10, 0x00, part->dcs,
	    part->udl};
	char hex[SIM_PDU_HEX];
	const char *why = "";
	memcpy(octets + 14, part->ud, part->ud_octets);
	sim_hex_write(hex, octets, 14 + part->ud_octets);
	int got = sim_pdu_read_submit(
	    out, hex, strlen(hex), 13 + part->ud_octets, &why);
	if (got != 0)
		fail_msg("%s", why);
}

static void
round_trip(const char *text, int parts_expected)
{
	struct sim_part parts[SIM_PARTS];
	char joined[16384] = "";
	int n = sim_pdu_split(parts, SIM_PARTS, text, 42);
	assert_int_equal(n, parts_expected);
	for (int i = 0; i < n; i++) {
		struct sim_submit s;
		read_part(&s, &parts[i]);
		assert_int_equal(s.concat.total, n == 1 ? 0 : n);
		assert_int_equal(s.concat.seq, n == 1 ? 0 : i + 1);
		strncat(joined, s.text, sizeof(joined) - strlen(joined) - 1);
	}
	assert_string_equal(joined, text);
}

static void
cuts_and_joins(void **state)
{
	(void)state;
	char text[4096];
	round_trip("", 1);
	memset(text, 'x', sizeof(text));
	text[160] = '\0';
	round_trip(text, 1);
	text[160] = 'x';
	text[161] = '\0';
	round_trip(text, 2);
	/* An escape would fall on the last septet of part one. */
	memset(text, 'x', 300);
	memcpy(text + 152, "{}[]~^\\|", 8);
	memset(text + 160, 'y', 100);
	text[260] = '\0';
	round_trip(text, 2);
	/* A surrogate pair across the 67th unit. */
	size_t used = 0;
	for (int i = 0; i < 66; i++)
		used += sim_utf8_put(text + used, 0x4E00);
	for (int i = 0; i < 10; i++)
		used += sim_utf8_put(text + used, 0x1F345);
	text[used] = '\0';
	round_trip(text, 2);
}

static void
round_trips_every_character(void **state)
{
	(void)state;
	uint8_t septets[2];
	int known = 0;
	for (uint32_t c = 1; c < 0x3000; c++) {
		char text[8];
		int n = sim_text_septets_of(septets, c);
		if (n == 0)
			continue;
		known++;
		text[sim_utf8_put(text, c)] = '\0';
		round_trip(text, 1);
	}
	/* 127 without the escape, and ten of the extension. */
	assert_int_equal(known, 137);
}

static void
refuses_what_is_too_long(void **state)
{
	(void)state;
	struct sim_part parts[2];
	char text[400];
	memset(text, 'x', sizeof(text));
	text[306] = '\0';
	assert_int_equal(sim_pdu_split(parts, 2, text, 0), 2);
	text[306] = 'x';
	text[307] = '\0';
	assert_int_equal(sim_pdu_split(parts, 2, text, 0), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_submits),
	    cmocka_unit_test(reads_flags_and_parts),
	    cmocka_unit_test(writes_a_deliver),
	    cmocka_unit_test(writes_odd_senders_and_zones),
	    cmocka_unit_test(writes_a_report),
	    cmocka_unit_test(cuts_and_joins),
	    cmocka_unit_test(round_trips_every_character),
	    cmocka_unit_test(refuses_what_is_too_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
