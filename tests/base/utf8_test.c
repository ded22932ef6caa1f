#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* RFC 3629 sections 3 and 4. */
static void
sequences_are_read_strictly(void **state)
{
	static const struct {
		const char *name;
		struct str in;
		uint32_t want;
		size_t octets;
	} rows[] = {
	    {"ascii", STR("A"), 'A', 1},
	    {"nul", STR("\0"), 0, 1},
	    {"least of two", STR("\xc2\x80"), 0x80, 2},
	    {"most of two", STR("\xdf\xbf"), 0x7ff, 2},
	    {"least of three", STR("\xe0\xa0\x80"), 0x800, 3},
	    {"most of three", STR("\xef\xbf\xbf"), 0xffff, 3},
	    {"least of four", STR("\xf0\x90\x80\x80"), 0x10000, 4},
	    {"most of all", STR("\xf4\x8f\xbf\xbf"), 0x10ffff, 4},
	    {"before surrogates", STR("\xed\x9f\xbf"), 0xd7ff, 3},
	    {"surrogate", STR("\xed\xa0\x80"), UTF8_REPLACEMENT, 1},
	    {"last surrogate", STR("\xed\xbf\xbf"), UTF8_REPLACEMENT, 1},
	    {"after surrogates", STR("\xee\x80\x80"), 0xe000, 3},
	    {"too large", STR("\xf4\x90\x80\x80"), UTF8_REPLACEMENT, 1},
	    {"overlong two", STR("\xc0\x80"), UTF8_REPLACEMENT, 1},
	    {"overlong three", STR("\xe0\x9f\xbf"), UTF8_REPLACEMENT, 1},
	    {"overlong four", STR("\xf0\x8f\xbf\xbf"), UTF8_REPLACEMENT, 1},
	    {"lone continuation", STR("\x80"), UTF8_REPLACEMENT, 1},
	    {"cut short", STR("\xe2\x82"), UTF8_REPLACEMENT, 1},
	    {"broken", STR("\xe2\x28\xa1"), UTF8_REPLACEMENT, 1},
	    {"five octets", STR("\xf8\x88\x80\x80\x80"), UTF8_REPLACEMENT, 1},
	    {"0xff", STR("\xff"), UTF8_REPLACEMENT, 1},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t octets = 0;
		uint32_t got = utf8_next(rows[i].in, &octets);
		if (got != rows[i].want || octets != rows[i].octets)
			fail_msg("%s: U+%04X, %zu octets", rows[i].name, got,
			    octets);
		bool valid =
		    octets == rows[i].in.octets && got != UTF8_REPLACEMENT;
		assert_int_equal(utf8_valid(rows[i].in), valid);
	}
}

static void
every_scalar_makes_the_round(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		char out[4];
		size_t octets = 0;
		size_t put = utf8_put(out, c);
		uint32_t back = utf8_next(str_of(out, put), &octets);
		bool surrogate = c >= 0xd800 && c <= 0xdfff;
		if (back != (surrogate ? UTF8_REPLACEMENT : c) || octets != put)
			fail_msg("U+%04X came back as U+%04X", c, back);
	}
	char out[4];
	assert_int_equal(utf8_put(out, 0x110000), 3);
	assert_memory_equal(out, "\xef\xbf\xbd", 3);
}

static void
whole_texts(void **state)
{
	(void)state;
	assert_true(utf8_valid(STR("")));
	assert_true(utf8_valid(STR("\xef\xbf\xbd"))); /* one that was sent */
	assert_false(utf8_valid(STR("abc\xff")));
	assert_int_equal(utf8_count(STR("a\xc3\xa9\xf0\x9f\x8c\xbe")), 3);
	assert_int_equal(utf8_count(STR("a\xc3")), 2);
}

static void
cleaning(void **state)
{
	static const struct {
		struct str in;
		size_t room;
		const char *want;
	} rows[] = {
	    {STR("plain"), 16, "plain"},
	    {STR("a\tb\rc\nd"), 16, "a b c\nd"},
	    {STR("a\0b"), 16,
		"a\xef\xbf\xbd"
		"b"},
	    {STR("a\xff"
		 "b"),
		16,
		"a\xef\xbf\xbd"
		"b"},
	    {STR("\x7f\xc2\x85."), 16, "  ."},
	    {STR("ab\xc3\xa9"), 4, "ab"},
	    {STR("ab\xc3\xa9"), 5, "ab\xc3\xa9"},
	    {STR("abc"), 1, ""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[16];
		size_t octets = utf8_clean(out, rows[i].room, rows[i].in);
		assert_string_equal(out, rows[i].want);
		assert_int_equal(octets, strlen(out));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sequences_are_read_strictly),
	    cmocka_unit_test(every_scalar_makes_the_round),
	    cmocka_unit_test(whole_texts),
	    cmocka_unit_test(cleaning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
