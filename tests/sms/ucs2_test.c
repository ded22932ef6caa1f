#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#include "sms/ucs2.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
units_read_as_text(void **state)
{
	static const struct {
		const char *hex;
		struct str text;
		bool odd;
	} rows[] = {
	    {"", {"", 0}, false},
	    {"00480069", {"Hi", 2}, false},
	    {"0645062D0635", {"محص", 6}, false},
	    {"20AC", {"€", 3}, false},
	    {"D83DDE00", {"\xF0\x9F\x98\x80", 4}, false},
	    {"DBFFDFFF", {"\xF4\x8F\xBF\xBF", 4}, false},
	    /* halves of a pair */
	    {"D83D", {"\xEF\xBF\xBD", 3}, false},
	    {"DE00", {"\xEF\xBF\xBD", 3}, false},
	    {"D83D0041",
		{"\xEF\xBF\xBD"
		 "A",
		    4},
		false},
	    {"DE00D83D", {"\xEF\xBF\xBD\xEF\xBF\xBD", 6}, false},
	    {"D83DD83DDE00", {"\xEF\xBF\xBD\xF0\x9F\x98\x80", 7}, false},
	    /* order marks: at the front only */
	    {"FEFF0041", {"A", 1}, false},
	    {"0041FEFF", {"A\xEF\xBB\xBF", 4}, false},
	    {"FEFF", {"", 0}, false},
	    /* an odd octet */
	    {"004100", {"A", 1}, true},
	    {"00", {"", 0}, true},
	    {"D83DDE", {"\xEF\xBF\xBD", 3}, true},
	    /* NUL is a character */
	    {"004100000042", {"A\0B", 3}, false},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[16];
		char text[64];
		bool odd = !rows[i].odd;
		int n = span_from_hex(octets, sizeof(octets), rows[i].hex,
		    strlen(rows[i].hex), NULL);
		int got = ucs2_to_utf8(
		    text, sizeof(text), span_of(octets, (size_t)n), &odd);
		assert_int_equal(got, rows[i].text.octets);
		assert_memory_equal(text, rows[i].text.at, (size_t)got + 1);
		assert_int_equal(odd, rows[i].odd);
	}
}

static void
every_code_point_comes_back(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 61) {
		char text[5] = "", back[8];
		uint8_t units[4];
		if (c == 0xFEFF || (c >= 0xD800 && c <= 0xDFFF))
			continue;
		text[utf8_put(text, c)] = '\0';
		size_t n = ucs2_from_code_point(units, c);
		assert_int_equal(n, c >= 0x10000 ? 2 : 1);
		assert_int_equal(n, ucs2_count(str_from(text)));
		ucs2_to_utf8(back, sizeof(back), span_of(units, 2 * n), NULL);
		assert_string_equal(back, text);
	}
}

static void
destinations_hold(void **state)
{
	(void)state;
	static const uint8_t euro[] = {0x20, 0xAC};
	char text[4];
	uint8_t octets[4];
	size_t n = 9;
	struct err err;
	assert_int_equal(ucs2_to_utf8(text, 4, span_of(euro, 2), NULL), 3);
	assert_int_equal(ucs2_to_utf8(text, 3, span_of(euro, 2), NULL), -1);
	assert_string_equal(text, "");
	assert_int_equal(ucs2_to_utf8(NULL, 0, span_of(euro, 0), NULL), -1);
	assert_int_equal(ucs2_from_utf8(octets, 4, &n, STR("a€"), &err), 0);
	assert_int_equal(n, 4);
	assert_int_equal(
	    ucs2_from_utf8(octets, 3, &n, STR("a€"), &err), PDU_ROOM);
	assert_int_equal(n, 0);
	assert_int_equal(err.offset, 1);
}

static void
what_is_not_utf8_is_replaced(void **state)
{
	(void)state;
	uint8_t octets[8];
	size_t n;
	assert_int_equal(ucs2_from_utf8(octets, 8, &n, STR("\xC3("), NULL), 0);
	assert_int_equal(n, 4);
	assert_memory_equal(octets, "\xFF\xFD\0(", 4);
	assert_int_equal(ucs2_from_code_point(octets, 0xD800), 1);
	assert_memory_equal(octets, "\xFF\xFD", 2);
	assert_int_equal(ucs2_from_code_point(octets, 0x110000), 1);
	assert_memory_equal(octets, "\xFF\xFD", 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(units_read_as_text),
	    cmocka_unit_test(every_code_point_comes_back),
	    cmocka_unit_test(destinations_hold),
	    cmocka_unit_test(what_is_not_utf8_is_replaced),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
