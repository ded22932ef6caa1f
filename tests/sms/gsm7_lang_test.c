#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/gsm7_lang.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* 23.038 annex A, cells of each table: septets, and what they read as. */
static const struct {
	struct gsm7_language language; /* locking, single */
	const char *septets, *want; /* hex, code points */
} samples[] = {
    /* Turkish */
    {{1, 0}, "0407090B0C1C1D4060", "20AC 131 C7 11E 11F 15E 15F 130 E7"},
    {{0, 1}, "1B471B491B531B63", "11E 130 15E E7"},
    {{0, 1}, "1B671B691B731B651B40", "11F 131 15F 20AC 7C"},
    {{0, 1}, "1B0D1B0A1B1B1B61", "0D 0C 20 61"},
    /* Spanish: no locking table */
    {{0, 2}, "1B091B411B491B4F1B55", "E7 C1 CD D3 DA"},
    {{0, 2}, "1B611B691B6F1B75", "E1 ED F3 FA"},
    {{2, 0}, "0002040924", "40 24 E8 C7 A4"},
    /* Portuguese */
    {{3, 0}, "040607080B0C0E0F", "EA FA ED F3 D4 F4 C1 E1"},
    {{3, 0}, "1213141516171819", "AA C7 C0 221E 5E 5C 20AC D3"},
    {{3, 0}, "1A1C1D1E24405B5C", "7C C2 E2 CA BA CD C3 D5"},
    {{3, 0}, "5D607B7C7D7E", "DA 7E E3 F5 60 FC"},
    {{0, 3}, "1B051B091B0B1B0E1B12", "EA E7 D4 C1 3A6"},
    {{0, 3}, "1B131B151B161B171B18", "393 3A9 3A0 3A8 3A3"},
    {{0, 3}, "1B191B1F1B411B5B1B5C", "398 CA C0 C3 D5"},
    {{0, 3}, "1B611B7B1B7C1B7F", "C2 E3 F5 E2"},
    /* Bengali, Gujarati: first and last cells, brackets, empty cells */
    {{4, 4}, "00030B0F102829", "981 985 98C 98F 990 29 28"},
    {{4, 4}, "7B7C7D7E7F0C11", "9D7 9DC 9DD 9F0 9F1 20 20"},
    {{4, 4}, "1B191B1A1B1C1B231B24", "9E6 9E7 9E8 9EF 9DF"},
    {{4, 4}, "1B2B1B341B411B65", "9F2 9FA 41 20AC"},
    {{5, 5}, "0C10117B7F", "A8D A90 A91 AE0 AF1"},
    {{5, 5}, "1B191B1A1B1C1B25", "964 965 AE6 AEF"},
    /* Hindi: 00 to 02 are no Bengali signs */
    {{6, 6}, "0001020C3C", "901 902 903 90D 929"},
    {{6, 6}, "465A60", "932 948 950"},
    {{6, 6}, "7B7C7D7E7F", "972 97B 97C 97E 97F"},
    {{6, 6}, "1B1C1B261B271B2A", "966 951 952 953"},
    {{6, 6}, "1B2C1B341B391B3A", "958 95F 970 971"},
    /* Kannada 24 is not what the clause prints */
    {{7, 7}, "01243D60", "C82 CA1 CAA CD5"},
    {{7, 7}, "1B1C1B261B271B2A", "CE6 CDE CF1 CF2"},
    {{8, 8}, "01484E7F", "D02 D34 20 D79"},
    {{8, 8}, "1B1C1B2E1B34", "D66 D7A D7F"},
    /* Oriya 20, Telugu 1C: neither are these */
    {{9, 9}, "006061627B7F", "B01 B56 61 62 B57 B63"},
    {{9, 9}, "1B1C1B201B261B2A1B2C", "B66 B6A B5C B5F B71"},
    {{10, 10}, "0047604B7B", "A01 A33 A51 20 A70"},
    {{10, 10}, "1B1C1B261B2D", "A66 A59 A75"},
    {{11, 11}, "013C467B7F", "B82 BA9 BB2 BD7 BF9"},
    {{11, 11}, "11131B241B261B2E", "20 B93 BEE BF3 BFA"},
    {{12, 12}, "00111347", "C01 20 C13 C33"},
    {{12, 12}, "1B1C1B1F1B2A1B32", "C66 C69 C78 C7F"},
    /* Urdu */
    {{13, 13}, "0001081F", "627 622 6C2 68A"},
    {{13, 13}, "5C5D5E5F607B", "64D 650 64F 657 654 655"},
    {{13, 13}, "7C7D7E7F", "651 653 656 670"},
    {{13, 13}, "1B191B1C1B261B3F1B3B", "600 6F0 60C 6D4 6CD"},
    /* two languages at once; what has no table is the default */
    {{6, 1}, "001B47", "901 11E"},
    {{13, 0}, "1B65", "20AC"},
    {{99, 200}, "001B65", "40 20AC"},
    {{1, 0}, "1B47", "47"}, /* no such escape: the locking table's */
    {{4, 0}, "1B7F", "9F1"},
};

static size_t
code_points(char *dst, size_t dst_octets, const char *text, size_t octets)
{
	size_t at = 0;
	dst[0] = '\0';
	for (size_t i = 0, step; i < octets; i += step)
		at += (size_t)snprintf(dst + at, dst_octets - at, "%s%02X",
		    i == 0 ? "" : " ",
		    (unsigned)utf8_next(str_of(text + i, octets - i), &step));
	return at;
}

static void
cells_read_as_the_annex_has_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		uint8_t septets[64];
		char text[256], got[256];
		int n = span_from_hex(septets, sizeof(septets),
		    samples[i].septets, strlen(samples[i].septets), NULL);
		assert_true(n > 0);
		int octets = gsm7_to_utf8(text, sizeof(text),
		    span_of(septets, (size_t)n), samples[i].language, NULL);
		assert_true(octets > 0);
		code_points(got, sizeof(got), text, (size_t)octets);
		if (strcmp(got, samples[i].want) != 0)
			print_message("row %zu\n", i);
		assert_string_equal(got, samples[i].want);
	}
}

/* No character twice, but for what the annex itself has twice. */
static void
tables_have_each_character_once(void **state)
{
	(void)state;
	for (uint8_t id = 1; id <= GSM7_LANG_LAST; id++) {
		const uint16_t *tables[2] = {
		    gsm7_lang_locking(id), gsm7_lang_single(id)};
		assert_non_null(tables[1]);
		assert_true((tables[0] == NULL) == (id == GSM7_LANG_SPANISH));
		for (size_t t = 0; t < 2; t++)
			for (size_t a = 0; tables[t] != NULL && a < 128; a++)
				for (size_t b = a + 1; b < 128; b++) {
					uint16_t c = tables[t][a];
					if (c == 0 || c != tables[t][b] ||
					    a == GSM7_ESCAPE ||
					    b == GSM7_ESCAPE)
						continue;
					assert_int_equal(t, 1);
					assert_true(c == '*' || c == 0xA1);
				}
	}
}

static void
tables_keep_to_their_frame(void **state)
{
	(void)state;
	for (uint8_t id = 1; id <= GSM7_LANG_LAST; id++) {
		const uint16_t *locking = gsm7_lang_locking(id);
		const uint16_t *single = gsm7_lang_single(id);
		assert_int_equal(single[0x0A], 0x0C);
		assert_int_equal(single[0x0D], 0);
		assert_int_equal(single[0x1B], ' ');
		assert_int_equal(single[0x28], '{');
		assert_int_equal(single[0x65], 0x20AC);
		for (size_t i = 0; i < 128; i++)
			assert_false(single[i] >= 0xD800 && single[i] < 0xF000);
		if (locking == NULL)
			continue;
		assert_int_equal(locking[0x0A], '\n');
		assert_int_equal(locking[0x0D], '\r');
		assert_int_equal(locking[0x1B], ' ');
		for (uint16_t i = 0; i < 26; i++)
			assert_int_equal(locking[0x61 + i], 'a' + i);
		for (uint16_t i = 0; i < 10; i++)
			assert_int_equal(locking[0x30 + i], '0' + i);
		bool indic = id >= GSM7_LANG_BENGALI;
		assert_int_equal(locking[0x28], indic ? ')' : '(');
		assert_int_equal(locking[0x29], indic ? '(' : ')');
	}
}

static void
comes_back(uint32_t code_point, struct gsm7_language language)
{
	uint8_t septets[2];
	char text[8], want[5] = "";
	size_t n = gsm7_from_code_point_in(septets, code_point, language);
	assert_true(n > 0);
	want[utf8_put(want, code_point)] = '\0';
	assert_true(gsm7_to_utf8(text, sizeof(text), span_of(septets, n),
			language, NULL) > 0);
	assert_string_equal(text, want);
}

/* All that can be read can be written, by every pair of tables. */
static void
characters_come_back(void **state)
{
	(void)state;
	for (uint8_t l = 0; l <= GSM7_LANG_LAST; l++)
		for (uint8_t s = 0; s <= GSM7_LANG_LAST; s++) {
			struct gsm7_language language = {l, s};
			const uint16_t *locking = gsm7_lang_locking(l);
			const uint16_t *single = gsm7_lang_single(s);
			for (size_t i = 0; i < 128; i++) {
				if (locking != NULL && locking[i] != 0)
					comes_back(locking[i], language);
				if (single != NULL && single[i] != 0)
					comes_back(single[i], language);
			}
			uint8_t septets[2];
			assert_int_equal(
			    gsm7_from_code_point_in(septets, 0x1F600, language),
			    0);
			assert_int_equal(
			    gsm7_from_code_point_in(septets, 0, language), 0);
		}
}

static void
languages_have_codes(void **state)
{
	(void)state;
	for (uint8_t id = 1; id <= GSM7_LANG_LAST; id++) {
		const char *code = gsm7_lang_code(id);
		assert_int_equal(strlen(code), 2);
		assert_int_equal(gsm7_lang_from_code(str_from(code)), id);
	}
	assert_int_equal(gsm7_lang_from_code(STR("TR")), GSM7_LANG_TURKISH);
	assert_int_equal(gsm7_lang_from_code(STR("en")), 0);
	assert_int_equal(gsm7_lang_from_code(STR("")), 0);
	assert_string_equal(gsm7_lang_code(0), "");
	assert_string_equal(gsm7_lang_code(14), "");
	assert_null(gsm7_lang_single(0));
	assert_null(gsm7_lang_locking(14));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cells_read_as_the_annex_has_them),
	    cmocka_unit_test(tables_have_each_character_once),
	    cmocka_unit_test(tables_keep_to_their_frame),
	    cmocka_unit_test(characters_come_back),
	    cmocka_unit_test(languages_have_codes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
