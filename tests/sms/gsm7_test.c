#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#include "sms/gsm7.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* 23.038 6.2.1 read column by column; the escape (1B) as a space. */
static const char alphabet[] =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/* 6.2.1.1 */
static const struct {
	uint8_t septet;
	const char *text;
} extension[] = {
    {0x0A, "\f"},
    {0x14, "^"},
    {0x28, "{"},
    {0x29, "}"},
    {0x2F, "\\"},
    {0x3C, "["},
    {0x3D, "~"},
    {0x3E, "]"},
    {0x40, "|"},
    {0x65, "€"},
};

static void
all_septets_read_as_the_alphabet(void **state)
{
	(void)state;
	struct str rest = str_from(alphabet);
	for (unsigned i = 0; i < 128; i++) {
		size_t step;
		uint8_t septets[2] = {(uint8_t)i, 0};
		char text[8];
		utf8_next(rest, &step);
		int n = gsm7_to_utf8(text, sizeof(text), span_of(septets, 1),
		    GSM7_DEFAULT, NULL);
		if (i != GSM7_ESCAPE) {
			assert_int_equal(n, step);
			assert_memory_equal(text, rest.at, step);
		} else {
			assert_int_equal(n, 0);
		}
		rest = str_of(rest.at + step, rest.octets - step);
	}
	assert_int_equal(rest.octets, 0);
}

/* The clause: a code without a character behind the escape shows the main
 * table's; a second escape shows a space. */
static void
all_escaped_septets(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 128; i++) {
		uint8_t pair[2] = {GSM7_ESCAPE, (uint8_t)i};
		uint8_t alone[1] = {(uint8_t)i};
		char text[8], want[8] = " ";
		if (i != GSM7_ESCAPE)
			gsm7_to_utf8(want, sizeof(want), span_of(alone, 1),
			    GSM7_DEFAULT, NULL);
		for (size_t j = 0; j < COUNT(extension); j++)
			if (extension[j].septet == i)
				str_copy(want, sizeof(want),
				    str_from(extension[j].text));
		gsm7_to_utf8(
		    text, sizeof(text), span_of(pair, 2), GSM7_DEFAULT, NULL);
		assert_string_equal(text, want);
	}
}

static void
code_points_come_back(void **state)
{
	(void)state;
	unsigned known = 0;
	for (uint32_t c = 0; c < 0x11000; c++) {
		uint8_t septets[2];
		char text[8], want[5] = "";
		size_t n = gsm7_from_code_point(septets, c);
		if (n == 0)
			continue;
		known++;
		want[utf8_put(want, c)] = '\0';
		gsm7_to_utf8(text, sizeof(text), span_of(septets, n),
		    GSM7_DEFAULT, NULL);
		assert_string_equal(text, want);
	}
	assert_int_equal(known, 127 + COUNT(extension));
	assert_int_equal(gsm7_from_code_point((uint8_t[2]){0}, 0xE7), 0);
	assert_int_equal(gsm7_from_code_point((uint8_t[2]){0}, '`'), 0);
	assert_int_equal(gsm7_from_code_point((uint8_t[2]){0}, 0x1B), 0);
}

/* Bit by bit, as the clause draws it. */
static void
pack_slowly(uint8_t *dst, const uint8_t *septets, size_t n, unsigned fill)
{
	for (size_t bit = 0; bit < 7 * n; bit++) {
		size_t at = bit + fill;
		unsigned value = septets[bit / 7] >> (bit % 7) & 1u;
		dst[at / 8] = (uint8_t)(dst[at / 8] | value << (at % 8));
	}
}

static void
packing_is_the_slow_packing(void **state)
{
	(void)state;
	uint8_t septets[GSM7_SEPTETS_MAX];
	for (size_t i = 0; i < sizeof(septets); i++)
		septets[i] = (uint8_t)((i * 37 + 11) & 0x7F);
	for (size_t n = 0; n <= sizeof(septets); n++) {
		for (unsigned fill = 0; fill < 7; fill++) {
			uint8_t want[142] = {0}, got[142] = {0};
			size_t octets = n == 0 ? 0 : (7 * n + fill + 7) / 8;
			pack_slowly(want, septets, n, fill);
			assert_int_equal(gsm7_pack(got, sizeof(got),
					     span_of(septets, n), fill),
			    octets);
			assert_memory_equal(got, want, sizeof(want));
			if (octets > 0)
				assert_int_equal(gsm7_pack(got, octets - 1,
						     span_of(septets, n), fill),
				    0);
		}
	}
	assert_int_equal(
	    gsm7_pack((uint8_t[9]){0}, 9, span_of(septets, 1), 7), 0);
}

static void
unpacking_undoes_packing(void **state)
{
	(void)state;
	uint8_t septets[GSM7_SEPTETS_MAX], packed[140], back[160];
	for (size_t i = 0; i < sizeof(septets); i++)
		septets[i] = (uint8_t)((i * 53 + 5) & 0x7F);
	for (size_t n = 0; n <= sizeof(septets); n++) {
		size_t octets =
		    gsm7_pack(packed, sizeof(packed), span_of(septets, n), 0);
		assert_int_equal(octets, gsm7_packed_octets(n));
		memset(back, 0xEE, sizeof(back));
		assert_true(gsm7_unpack(back, n, span_of(packed, octets), n));
		assert_memory_equal(back, septets, n);
		if (n < sizeof(back))
			assert_int_equal(back[n], 0xEE);
		if (n > 0) {
			assert_false(gsm7_unpack(
			    back, n - 1, span_of(packed, octets), n));
			assert_false(gsm7_unpack(
			    back, n, span_of(packed, octets - 1), n));
		}
	}
}

/* 23.040 9.2.3.24: fill bits = (7 - octets * 8 mod 7) mod 7. */
static void
headers_end_on_a_septet(void **state)
{
	(void)state;
	for (size_t octets = 0; octets <= 140; octets++) {
		size_t fill = (7 - octets * 8 % 7) % 7;
		assert_int_equal(
		    gsm7_header_septets(octets) * 7, octets * 8 + fill);
	}
	assert_int_equal(gsm7_header_septets(6), 7); /* 153 left */
	assert_int_equal(gsm7_header_septets(7), 8); /* 152 left */
}

static void
an_escape_is_carried(void **state)
{
	(void)state;
	static const uint8_t first[] = {'5', ' ', GSM7_ESCAPE};
	static const uint8_t second[] = {0x65, '!'};
	char text[16];
	bool escape = false;
	gsm7_to_utf8(
	    text, sizeof(text), span_of(first, 3), GSM7_DEFAULT, &escape);
	assert_string_equal(text, "5 ");
	assert_true(escape);
	gsm7_to_utf8(
	    text, sizeof(text), span_of(second, 0), GSM7_DEFAULT, &escape);
	assert_true(escape); /* an empty part changes nothing */
	gsm7_to_utf8(
	    text, sizeof(text), span_of(second, 2), GSM7_DEFAULT, &escape);
	assert_string_equal(text, "€!");
	assert_false(escape);
}

static void
unknown_languages_read_as_default(void **state)
{
	(void)state;
	static const uint8_t septets[] = {'a', GSM7_ESCAPE, 0x65, 0x24};
	char text[16];
	gsm7_to_utf8(text, sizeof(text), span_of(septets, 4),
	    (struct gsm7_language){0x7F, 0xFF}, NULL);
	assert_string_equal(text, "a€¤");
}

static void
destinations_hold(void **state)
{
	(void)state;
	static const uint8_t septets[] = {'a', GSM7_ESCAPE, 0x65};
	char text[5] = "....";
	uint8_t few[3];
	size_t count = 9;
	struct err err;
	struct span from = span_of(septets, 3);
	assert_int_equal(gsm7_to_utf8(text, 5, from, GSM7_DEFAULT, NULL), 4);
	assert_string_equal(text, "a€");
	assert_int_equal(gsm7_to_utf8(text, 4, from, GSM7_DEFAULT, NULL), -1);
	assert_string_equal(text, "");
	assert_int_equal(gsm7_to_utf8(text, 1, from, GSM7_DEFAULT, NULL), -1);
	assert_int_equal(gsm7_to_utf8(NULL, 0, from, GSM7_DEFAULT, NULL), -1);
	assert_int_equal(
	    gsm7_from_utf8(few, 3, &count, STR("ab€"), &err), PDU_ROOM);
	assert_int_equal(count, 0);
	assert_int_equal(gsm7_from_utf8(few, 3, &count, STR("a€"), &err), 0);
	assert_int_equal(count, 3);
	assert_memory_equal(few, septets, 3);
}

static void
what_has_no_septet_is_told(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool fits;
		size_t septets, offset;
	} rows[] = {
	    {"", true, 0, 0},
	    {"Maize 20 bags", true, 13, 0},
	    {"[ok] €5 {a|b} ~^\\", true, 26, 0},
	    {"a\fb", true, 4, 0},
	    {"naïve", false, 0, 2},
	    {"façade", false, 0, 2},
	    {"it’s", false, 0, 2},
	    {"a`", false, 0, 1},
	    {"ab\xFF", false, 0, 2},
	    {"\xE2\x82", false, 0, 0},
	    {"\xF0\x9F\x98\x80", false, 0, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t septets[64];
		size_t counted = 9, written = 9;
		struct err err;
		struct str text = str_from(rows[i].text);
		assert_int_equal(gsm7_count(&counted, text), rows[i].fits);
		assert_int_equal(counted, rows[i].septets);
		int rc = gsm7_from_utf8(
		    septets, sizeof(septets), &written, text, &err);
		assert_int_equal(rc, rows[i].fits ? 0 : PDU_TEXT);
		assert_int_equal(written, rows[i].septets);
		if (!rows[i].fits)
			assert_int_equal(err.offset, rows[i].offset);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_septets_read_as_the_alphabet),
	    cmocka_unit_test(all_escaped_septets),
	    cmocka_unit_test(code_points_come_back),
	    cmocka_unit_test(packing_is_the_slow_packing),
	    cmocka_unit_test(unpacking_undoes_packing),
	    cmocka_unit_test(headers_end_on_a_septet),
	    cmocka_unit_test(an_escape_is_carried),
	    cmocka_unit_test(unknown_languages_read_as_default),
	    cmocka_unit_test(destinations_hold),
	    cmocka_unit_test(what_has_no_septet_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
