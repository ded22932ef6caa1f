#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sms/udh.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* A header in one line: c8:ref/seq/total p16:dst<src l:locking,single ... */
static void
describe(char *dst, size_t dst_octets, const struct udh *udh)
{
	int at = 0;
	dst[0] = '\0';
#define ADD(...) at += snprintf(dst + at, dst_octets - (size_t)at, __VA_ARGS__)
	if (udh->concat.present)
		ADD("c%d:%u/%u/%u ", udh->concat.wide ? 16 : 8, udh->concat.ref,
		    udh->concat.seq, udh->concat.total);
	if (udh->ports.present)
		ADD("p%d:%u<%u ", udh->ports.wide ? 16 : 8, udh->ports.dst,
		    udh->ports.src);
	if (udh->language.locking != 0 || udh->language.single != 0)
		ADD("l:%u,%u ", udh->language.locking, udh->language.single);
	if (udh->special)
		ADD("s:%u,%u%s ", udh->special_kind, udh->special_count,
		    udh->special_store ? "+" : "");
	if (udh->reply_to.text[0] != '\0')
		ADD("r:%s ", udh->reply_to.text);
	if (udh->cut)
		ADD("cut ");
#undef ADD
}

/* 23.040 9.2.3.24 */
static const struct {
	const char *hex, *want;
} headers[] = {
    {"00", ""}, {"050003CC0201", "c8:204/1/2 "},
    {"06080412340302", "c16:4660/2/3 "}, {"050003CC0200", ""}, /* part 0 */
    {"050003CC0001", ""}, /* of 0 */
    {"050003CC0203", ""}, /* beyond the total */
    {"050003CCFFFF", "c8:204/255/255 "},
    {"0600040012FF01", ""}, /* four octets are no 8 bit reference */
    {"0408020201", ""},
    {"0A00030103020003020201", "c8:2/1/2 "}, /* the last counts */
    {"0A00030103020003020200", "c8:1/2/3 "}, /* unless it is void */
    {"0B000301030208041234FF02", "c16:4660/2/255 "},
    {"0605040B8423F0", "p16:2948<9200 "}, {"0404 02F5F4", "p8:245<244 "},
    {"0804 02F5F40402F6F7", "p8:246<247 "},
    {"0A0402F5F405040B8423F0", "p16:2948<9200 "}, {"03240106", "l:0,6 "},
    {"06250103240101", "l:3,1 "},
    {"0424020101", ""}, /* a language of two octets */
    {"03180103", ""}, /* decimal 24 is no language */
    {"0401028003", "s:0,3+ "}, /* three voice messages, to be kept */
    {"0401020101", "s:1,1 "}, {"0A22080C91527422000010", "r:+254722000001 "},
    {"0322010C", ""}, /* a reply address that is none */
    {"0C7011AABBCCDDEE0003CC0201", "cut "},
    {"0C7005AABBCCDDEE0003CC0201", "c8:204/1/2 "}, /* toolkit, then ours */
    {"080003CC02010A05AA", "c8:204/1/2 cut "}, /* what came before it counts */
    {"060003CC020100", "c8:204/1/2 cut "}, /* half an element */
    {"0200FF", "cut "}, {"0100", "cut "},
    {"0A0A030001020003CC0201", "c8:204/1/2 "}, /* EMS formatting */
};

static struct span
from_hex(uint8_t *dst, size_t dst_octets, const char *hex)
{
	char digits[64];
	size_t n = 0;
	for (; *hex != '\0'; hex++)
		if (*hex != ' ')
			digits[n++] = *hex;
	int octets = span_from_hex(dst, dst_octets, digits, n, NULL);
	assert_true(octets >= 0);
	return span_of(dst, (size_t)octets);
}

static void
headers_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(headers); i++) {
		uint8_t octets[64];
		struct udh udh;
		char got[128];
		struct span whole =
		    from_hex(octets, sizeof(octets), headers[i].hex);
		assert_int_equal(udh_decode(&udh, whole, 0, NULL), 0);
		assert_int_equal(udh.octets, whole.octets);
		describe(got, sizeof(got), &udh);
		assert_string_equal(got, headers[i].want);
	}
}

static void
a_header_past_the_user_data_is_refused(void **state)
{
	static const char *const rows[] = {"", "01", "050003CC02", "FF0000"};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[8];
		struct udh udh;
		struct err err;
		struct span whole = from_hex(octets, sizeof(octets), rows[i]);
		assert_int_equal(udh_decode(&udh, whole, 17, &err), PDU_HEADER);
		assert_int_equal(err.offset, 17);
		assert_int_equal(udh.octets, 0);
	}
}

static void
written_headers_read_back(void **state)
{
	(void)state;
	struct udh udh = {.octets = 0}, back;
	uint8_t octets[16];
	char hex[40];
	assert_int_equal(udh_encode(octets, sizeof(octets), &udh, NULL), 0);
	udh.concat = (struct udh_concat){true, false, 0xCC, 2, 1};
	int n = udh_encode(octets, sizeof(octets), &udh, NULL);
	span_to_hex(hex, sizeof(hex), span_of(octets, (size_t)n));
	assert_string_equal(hex, "050003CC0201");
	udh.concat = (struct udh_concat){true, true, 0x1234, 3, 2};
	udh.ports = (struct udh_ports){true, true, 2948, 9200};
	n = udh_encode(octets, sizeof(octets), &udh, NULL);
	assert_int_equal(n, udh_encoded_octets(&udh));
	span_to_hex(hex, sizeof(hex), span_of(octets, (size_t)n));
	assert_string_equal(hex, "0C08041234030205040B8423F0");
	assert_int_equal(
	    udh_decode(&back, span_of(octets, (size_t)n), 0, NULL), 0);
	assert_int_equal(back.concat.ref, 0x1234);
	assert_int_equal(back.ports.src, 9200);
	assert_int_equal(udh_encode(octets, 12, &udh, NULL), PDU_ROOM);
	udh = (struct udh){.language = {3, 6},
	    .special = true,
	    .special_store = true,
	    .special_kind = 1,
	    .special_count = 7};
	n = udh_encode(octets, sizeof(octets), &udh, NULL);
	assert_int_equal(n, udh_encoded_octets(&udh));
	span_to_hex(hex, sizeof(hex), span_of(octets, (size_t)n));
	assert_string_equal(hex, "0A01028107240106250103");
}

static void
impossible_headers_are_not_written(void **state)
{
	static const struct udh rows[] = {
	    {.concat = {true, false, 0x100, 2, 1}},
	    {.concat = {true, false, 1, 2, 0}},
	    {.concat = {true, false, 1, 0, 0}},
	    {.concat = {true, false, 1, 2, 3}},
	    {.ports = {true, false, 0x100, 1}},
	    {.ports = {true, false, 1, 0x100}},
	    {.special = true, .special_kind = 0x80},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[16];
		assert_int_equal(
		    udh_encode(octets, sizeof(octets), &rows[i], NULL),
		    PDU_VALUE);
	}
}

static void
push_is_known_by_its_port(void **state)
{
	(void)state;
	struct udh udh = {.ports = {true, true, 2948, 1}};
	assert_true(udh_is_push(&udh));
	udh.ports.dst = 9203;
	assert_true(udh_is_push(&udh));
	udh.ports.dst = 16000;
	assert_false(udh_is_push(&udh));
	udh.ports = (struct udh_ports){true, false, 226, 1};
	assert_false(udh_is_push(&udh));
	udh.ports.present = false;
	assert_false(udh_is_push(&udh));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(headers_read),
	    cmocka_unit_test(a_header_past_the_user_data_is_refused),
	    cmocka_unit_test(written_headers_read_back),
	    cmocka_unit_test(impossible_headers_are_not_written),
	    cmocka_unit_test(push_is_known_by_its_port),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
