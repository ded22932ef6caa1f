#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#include "sms/nfc.h"
#include "sms/plain.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* What a text reads as when each character goes through plain_replace(). */
static void
replaced(char *dst, const char *text, enum plain_level level)
{
	struct nfc in = nfc_of(str_from(text));
	uint32_t code_point, plain[PLAIN_CHARACTERS];
	while (nfc_next(&in, &code_point)) {
		int n = plain_replace(plain, code_point, level);
		if (n < 0) {
			n = 1;
			plain[0] = code_point;
		}
		for (int i = 0; i < n; i++)
			dst += utf8_put(dst, plain[i]);
	}
	*dst = '\0';
}

static void
levels_replace_what_they_say(void **state)
{
	static const struct {
		enum plain_level level;
		const char *text, *want;
	} rows[] = {
	    {PLAIN_NONE, "“a” – ł…", "“a” – ł…"},
	    {PLAIN_PUNCTUATION, "“It’s” – 5…", "\"It's\" - 5..."},
	    {PLAIN_PUNCTUATION, "a\u00A0b\u2009c\u200Bd\u00ADe", "a b cde"},
	    {PLAIN_PUNCTUATION, "2½ · 3×4", "2½ · 3×4"},
	    {PLAIN_FULL, "2½ · 3×4 ¼¾", "2 1/2 . 3x4  1/4 3/4"},
	    {PLAIN_PUNCTUATION, "łódź ç", "łódź ç"},
	    {PLAIN_FULL, "łódź", "lodz"},
	    {PLAIN_FULL, "Ọmọ ẹ̀kọ́", "Omo eko"}, /* Yoruba */
	    {PLAIN_FULL, "ɗan ƙasa ŋɔ", "dan kasa no"}, /* Hausa, Ewe */
	    {PLAIN_FULL, "œuf Œ ß", "oeuf OE ß"},
	    {PLAIN_FULL, "façade", "faÇade"},
	    {PLAIN_FULL, "ışık", "isik"},
	    {PLAIN_FULL, "καλημέρα", "KAΛHMEPA"},
	    {PLAIN_FULL, "Việt", "Viet"},
	    {PLAIN_FULL, "шум 雨 نعم", "шум 雨 نعم"},
	    {PLAIN_FULL, "😀", "😀"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char got[128];
		replaced(got, rows[i].text, rows[i].level);
		assert_string_equal(got, rows[i].want);
	}
}

static void
levels_have_names(void **state)
{
	(void)state;
	enum plain_level level = PLAIN_NONE;
	assert_true(plain_level_from_name(&level, STR("full")));
	assert_int_equal(level, PLAIN_FULL);
	assert_true(plain_level_from_name(&level, STR("punctuation")));
	assert_int_equal(level, PLAIN_PUNCTUATION);
	assert_false(plain_level_from_name(&level, STR("some")));
	assert_int_equal(level, PLAIN_PUNCTUATION);
	assert_true(plain_level_from_name(&level, STR("none")));
	assert_int_equal(level, PLAIN_NONE);
}

static void
read_all(char *dst, size_t dst_octets, struct str text)
{
	struct nfc in = nfc_of(text);
	uint32_t code_point;
	size_t at = 0;
	while (nfc_next(&in, &code_point)) {
		assert_true(at + 4 < dst_octets);
		at += utf8_put(dst + at, code_point);
	}
	dst[at] = '\0';
}

/* Unicode annex 15, with the exceptions that nfc.h names. */
static void
accents_join_their_letters(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
	    {"", ""},
	    {"plain", "plain"},
	    {"cafe\u0301 e", "caf\u00E9 e"},
	    {"e\u0301", "\u00E9"},
	    {"a\u0323\u0302b", "\u1EADb"}, /* two marks */
	    {"a\u0302\u0323b", "\u1EADb"}, /* in the other order */
	    {"x\u0301y", "x\u0301y"}, /* no such letter */
	    {"\u0301a", "\u0301a"}, /* a mark without a letter */
	    {"\u2126\u212A", "\u03A9K"}, /* ohm, kelvin */
	    {"\u0958", "\u0958"}, /* alone: in one piece */
	    {"\u09C7\u09BE", "\u09CB"}, /* vowel signs */
	    {"\u0BC6\u0BBE", "\u0BCA"},
	    {"\u1112\u1161\u11AB", "\uD55C"}, /* a Korean syllable */
	    {"\xFFz\xE2\x82", "\uFFFDz\uFFFD\uFFFD"},
	    {"e\u0301e\u0301e\u0301", "\u00E9\u00E9\u00E9"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char got[64];
		read_all(got, sizeof(got), str_from(rows[i].text));
		assert_string_equal(got, rows[i].want);
	}
}

/* A hundred marks on one letter: none is lost, nothing overflows. */
static void
many_marks_are_survived(void **state)
{
	(void)state;
	char text[512] = "a", got[1024];
	for (size_t i = 0; i < 100; i++)
		memcpy(text + 1 + 2 * i, "\xCC\x96", 2); /* below */
	read_all(got, sizeof(got), str_of(text, 201));
	assert_int_equal(utf8_count(str_from(got)), 101);
	assert_memory_equal(got, text, 201);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(levels_replace_what_they_say),
	    cmocka_unit_test(levels_have_names),
	    cmocka_unit_test(accents_join_their_letters),
	    cmocka_unit_test(many_marks_are_survived),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
