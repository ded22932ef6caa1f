#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "sms/segment.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* `count` times `what`, then `tail`. */
static struct str
repeat(struct buf *out, size_t count, const char *what, const char *tail)
{
	buf_clear(out);
	for (size_t i = 0; i < count; i++)
		buf_add_text(out, what);
	buf_add_text(out, tail);
	return buf_str(out);
}

static void
parts_and_units(void **state)
{
	static const struct {
		size_t count;
		const char *what, *tail;
		bool wide;
		enum sms_alphabet alphabet;
		size_t units, parts;
	} rows[] = {
	    {0, "", "", false, SMS_GSM7, 0, 1},
	    {160, "a", "", false, SMS_GSM7, 160, 1},
	    {161, "a", "", false, SMS_GSM7, 161, 2},
	    {306, "a", "", false, SMS_GSM7, 306, 2},
	    {307, "a", "", false, SMS_GSM7, 307, 3},
	    {1530, "a", "", false, SMS_GSM7, 1530, 10},
	    {304, "a", "", true, SMS_GSM7, 304, 2},
	    {305, "a", "", true, SMS_GSM7, 305, 3},
	    {158, "a", "€", false, SMS_GSM7, 160, 1},
	    {159, "a", "€", false, SMS_GSM7, 161, 2},
	    {80, "€", "", false, SMS_GSM7, 160, 1},
	    /* 76 pairs fill 152 of 153: a pair is not cut */
	    {152, "€", "", false, SMS_GSM7, 304, 2},
	    {153, "€", "", false, SMS_GSM7, 306, 3},
	    {70, "ш", "", false, SMS_UCS2, 70, 1},
	    {71, "ш", "", false, SMS_UCS2, 71, 2},
	    {134, "ш", "", false, SMS_UCS2, 134, 2},
	    {135, "ш", "", false, SMS_UCS2, 135, 3},
	    {132, "ш", "", true, SMS_UCS2, 132, 2},
	    {133, "ш", "", true, SMS_UCS2, 133, 3},
	    {35, "😀", "", false, SMS_UCS2, 70, 1},
	    /* 33 pairs fill 66 of 67 */
	    {66, "😀", "", false, SMS_UCS2, 132, 2},
	    {67, "😀", "", false, SMS_UCS2, 134, 3},
	    {3, "a", "\xFF", false, SMS_UCS2, 4, 1},
	};
	(void)state;
	char storage[4096];
	struct buf text = buf_over(storage, sizeof(storage));
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct segment_list list;
		struct segment_rules rules = {.wide_reference = rows[i].wide};
		struct str whole =
		    repeat(&text, rows[i].count, rows[i].what, rows[i].tail);
		struct segment_cost cost = segment_measure(whole, &rules);
		assert_int_equal(segment_split(&list, whole, &rules, NULL), 0);
		assert_int_equal(list.alphabet, rows[i].alphabet);
		assert_int_equal(list.units, rows[i].units);
		assert_int_equal(list.parts, rows[i].parts);
		assert_int_equal(cost.alphabet, rows[i].alphabet);
		assert_int_equal(cost.units, rows[i].units);
		assert_int_equal(cost.parts, rows[i].parts);
		if (!rows[i].wide)
			assert_int_equal(
			    segment_count(whole, false), rows[i].parts);
	}
}

/* 23.038 6.2.1: the short way for ASCII says what the tables say. */
static void
ascii_is_what_the_tables_say(void **state)
{
	static struct segment_list list;
	(void)state;
	for (uint32_t c = 1; c < 0x80; c++) {
		const char text[] = {'a', (char)c, '@', 'Z'};
		uint8_t septets[8] = {'a'};
		size_t count = gsm7_from_code_point(septets + 1, c);
		struct err err;
		assert_int_equal(segment_split(&list,
				     str_of(text, sizeof(text)), NULL, &err),
		    0);
		if (count == 0) {
			assert_int_equal(list.alphabet, SMS_UCS2);
			continue;
		}
		septets[1 + count] = 0;
		septets[2 + count] = 'Z';
		struct span part = segment_part(&list, 0);
		assert_int_equal(list.units, 3 + count);
		assert_int_equal(part.octets, 3 + count);
		assert_memory_equal(part.at, septets, part.octets);
		assert_int_equal(
		    segment_measure(str_of(text, sizeof(text)), NULL).units,
		    3 + count);
	}
}

static void
too_many_parts_are_told(void **state)
{
	(void)state;
	static struct segment_list list;
	static char storage[64 * 1024];
	struct buf text = buf_over(storage, sizeof(storage));
	struct segment_rules rules = {.parts_max = 0};
	struct err err;
	struct str whole = repeat(&text, 1530, "a", "b");
	assert_int_equal(segment_split(&list, whole, &rules, &err), PDU_LONG);
	assert_int_equal(err.offset, 1530);
	assert_int_equal(list.parts, 0);
	assert_int_equal(segment_part(&list, 0).octets, 0);
	assert_int_equal(segment_count(whole, false), 11);
	rules.parts_max = 11;
	assert_int_equal(segment_split(&list, whole, &rules, &err), 0);
	rules.parts_max = 1;
	assert_int_equal(segment_split(&list, whole, &rules, &err), PDU_LONG);
	rules.parts_max = 100000; /* the standard's 255 all the same */
	whole = repeat(&text, (size_t)255 * 153, "a", "");
	assert_int_equal(segment_split(&list, whole, &rules, &err), 0);
	assert_int_equal(list.parts, 255);
	whole = repeat(&text, (size_t)255 * 153, "a", "b");
	assert_int_equal(segment_split(&list, whole, &rules, &err), PDU_LONG);
}

static void
punctuation_is_replaced_when_it_pays(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
	    {"“It’s 5 – 6…”", "\"It's 5 - 6...\""},
	    {"5\u00A0kg\tof `x`", "5 kg of 'x'"},
	    {"a\u200Bb", "ab"},
	    {"one\r\ntwo\rthree", "one\ntwo\rthree"},
	    {"plain [x] €", "plain [x] €"},
	    {"“шум” – 5", "“шум” – 5"}, /* UCS2 all the same */
	    {"naïve’s", "naïve’s"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct segment_list list;
		struct segment_rules rules = {.transliterate = true};
		char text[256];
		size_t octets;
		assert_int_equal(
		    segment_split(&list, str_from(rows[i].text), &rules, NULL),
		    0);
		struct segment_piece piece = {
		    .alphabet = list.alphabet, .data = segment_part(&list, 0)};
		assert_int_equal(
		    segment_join(text, sizeof(text), &octets, &piece, 1, NULL),
		    0);
		assert_string_equal(text, rows[i].want);
		assert_int_equal(octets, strlen(text));
	}
	assert_int_equal(segment_measure(STR("it’s"), NULL).alphabet, SMS_UCS2);
}

/* 23.040 9.2.3.24: what headers leave of a part. */
static void
national_tables_are_used_where_they_pay(void **state)
{
	static const struct {
		uint16_t languages;
		enum plain_level level;
		bool wide;
		size_t count;
		const char *what, *tail;
		enum sms_alphabet alphabet;
		struct gsm7_language language;
		size_t units, parts;
	} rows[] = {
#define TR SEGMENT_LANGUAGE(GSM7_LANG_TURKISH)
#define HI SEGMENT_LANGUAGE(GSM7_LANG_HINDI)
#define UR SEGMENT_LANGUAGE(GSM7_LANG_URDU)
	    {0, 0, false, 69, "a", "ş", SMS_UCS2, {0, 0}, 70, 1},
	    {TR, 0, false, 69, "a", "ş", SMS_UCS2, {0, 0}, 70, 1}, /* equal */
	    {TR, 0, false, 70, "a", "ş", SMS_GSM7, {1, 0}, 71, 1},
	    {TR, 0, false, 154, "a", "ş", SMS_GSM7, {1, 0}, 155, 1},
	    {TR, 0, false, 153, "a", "ş|", SMS_GSM7, {1, 0}, 156, 2},
	    {TR, 0, false, 297, "a", "ş", SMS_GSM7, {1, 0}, 298, 2},
	    {TR, 0, false, 298, "a", "ş", SMS_GSM7, {1, 0}, 299, 3},
	    {TR, 0, true, 295, "a", "ş", SMS_GSM7, {1, 0}, 296, 2},
	    {TR, 0, true, 296, "a", "ş", SMS_GSM7, {1, 0}, 297, 3},
	    /* ì is in the default alone: single shift, two septets for ş */
	    {TR, 0, false, 100, "a", "şì", SMS_GSM7, {0, 1}, 103, 1},
	    {HI, 0, false, 71, "म", "", SMS_GSM7, {6, 0}, 71, 1},
	    {HI, 0, false, 70, "म", "", SMS_UCS2, {0, 0}, 70, 1},
	    {HI, 0, false, 71, "म", "A", SMS_GSM7, {6, 6}, 73, 1},
	    {HI, 0, false, 150, "म", "A", SMS_GSM7, {6, 6}, 152, 1},
	    {HI, 0, false, 151, "म", "A", SMS_GSM7, {6, 6}, 153, 2},
	    {HI, 0, false, 290, "म", "A", SMS_GSM7, {6, 6}, 292, 2},
	    {HI, 0, false, 291, "म", "A", SMS_GSM7, {6, 6}, 293, 3},
	    {HI, 0, true, 288, "म", "A", SMS_GSM7, {6, 6}, 290, 2},
	    {HI, 0, true, 289, "म", "A", SMS_GSM7, {6, 6}, 291, 3},
	    {HI | UR, 0, false, 71, "س", "", SMS_GSM7, {13, 0}, 71, 1},
	    {TR | UR, 0, false, 71, "म", "", SMS_UCS2, {0, 0}, 71, 2},
	    /* marks are replaced inside of the tables too */
	    {TR, 1, false, 80, "ş", "…", SMS_GSM7, {1, 0}, 83, 1},
	    {TR, 0, false, 80, "ş", "…", SMS_UCS2, {0, 0}, 81, 2},
	    /* plain text stays plain; the euro is shorter in Turkish */
	    {TR | HI, 0, false, 160, "a", "", SMS_GSM7, {0, 0}, 160, 1},
	    {TR, 0, false, 306, "a", "", SMS_GSM7, {0, 0}, 306, 2},
	    {TR, 0, false, 150, "€", "", SMS_GSM7, {1, 0}, 150, 1},
	    /* letters are replaced where this saves a part */
	    {0, 2, false, 69, "a", "ł", SMS_UCS2, {0, 0}, 70, 1},
	    {0, 2, false, 70, "a", "ł", SMS_GSM7, {0, 0}, 71, 1},
	    {0, 1, false, 70, "a", "ł", SMS_UCS2, {0, 0}, 71, 2},
	    {TR, 2, false, 70, "ş", "ł", SMS_GSM7, {0, 0}, 71, 1},
	};
	(void)state;
	char storage[4096];
	struct buf text = buf_over(storage, sizeof(storage));
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct segment_list list;
		struct segment_rules rules = {.wide_reference = rows[i].wide,
		    .languages = rows[i].languages,
		    .transliterate = rows[i].level};
		struct str whole =
		    repeat(&text, rows[i].count, rows[i].what, rows[i].tail);
		assert_int_equal(segment_split(&list, whole, &rules, NULL), 0);
		if (list.units != rows[i].units || list.parts != rows[i].parts)
			print_message("row %zu\n", i);
		assert_int_equal(list.alphabet, rows[i].alphabet);
		assert_int_equal(
		    list.language.locking, rows[i].language.locking);
		assert_int_equal(list.language.single, rows[i].language.single);
		assert_int_equal(list.units, rows[i].units);
		assert_int_equal(list.parts, rows[i].parts);
	}
}

/* Elements that the caller adds make the parts shorter. */
static void
other_elements_take_room(void **state)
{
	static const struct {
		size_t header, count;
		const char *what;
		size_t parts;
	} rows[] = {
	    {4, 154, "a", 1}, /* 5 octets: 6 septets */
	    {4, 155, "a", 2},
	    {6, 152, "a", 1},
	    {6, 153, "a", 2},
	    {6, 292, "a", 2}, /* 12 octets: 14 septets of each */
	    {6, 293, "a", 3},
	    {6, 66, "ш", 1}, /* 7 octets: 4 units */
	    {6, 67, "ш", 2},
	    {6, 128, "ш", 2},
	    {6, 129, "ш", 3},
	};
	(void)state;
	char storage[1024];
	struct buf text = buf_over(storage, sizeof(storage));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct segment_rules rules = {.header_octets = rows[i].header};
		struct str whole =
		    repeat(&text, rows[i].count, rows[i].what, "");
		assert_int_equal(
		    segment_measure(whole, &rules).parts, rows[i].parts);
	}
}

/* What people see as one character moves to the next part as a whole, unless
 * that would make a part more. */
static void
what_is_seen_as_one_stays_together(void **state)
{
	static const struct {
		size_t before; /* letters in front of it */
		const char *seen, *tail;
		size_t parts, first_octets;
	} rows[] = {
	    {66, "की", "шшшшш", 2, 132}, /* a letter and its sign */
	    {65, "की", "шшшшш", 2, 134},
	    {64, "👩🏽‍🌾", "шшшшш", 2, 128}, /* seven units */
	    {60, "👩🏽‍🌾", "ш", 1, 136},
	    {66, "🇰🇪", "шшшшш", 2, 132}, /* a flag: two pairs */
	    {66, "a\u0323\u0301\u0308", "шшшшш", 2, 132},
	};
	(void)state;
	char storage[1024];
	struct buf text = buf_over(storage, sizeof(storage));
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct segment_list list;
		repeat(&text, rows[i].before, "ш", rows[i].seen);
		buf_add_text(&text, rows[i].tail);
		assert_int_equal(
		    segment_split(&list, buf_str(&text), NULL, NULL), 0);
		assert_int_equal(list.parts, rows[i].parts);
		assert_int_equal(
		    segment_part(&list, 0).octets, rows[i].first_octets);
	}
	/* 133 letters and one of two units fill two parts: it is cut */
	static struct segment_list list;
	repeat(&text, 66, "ш", "की");
	for (size_t i = 0; i < 66; i++)
		buf_add_text(&text, "ш");
	assert_int_equal(segment_split(&list, buf_str(&text), NULL, NULL), 0);
	assert_int_equal(list.parts, 2);
	assert_int_equal(segment_part(&list, 0).octets, 134);
}

static void
decomposed_accents_cost_nothing(void **state)
{
	(void)state;
	struct segment_cost cost = segment_measure(STR("cafe\u0301"), NULL);
	assert_int_equal(cost.alphabet, SMS_GSM7);
	assert_int_equal(cost.units, 4);
}

/* Texts of every mixture come back, whatever parts they were cut into. */
static void
what_is_cut_joins_again(void **state)
{
	static const char *const alphabets[][4] = {
	    {"a", "€", "Δ", "\n"},
	    {"a", "€", "ш", "😀"},
	    {"a", "€", "ş", "Ğ"},
	    {"म", "A", "(", "\u0958"},
	};
	(void)state;
	static struct segment_list list;
	static char storage[4096], joined[SEGMENT_JOIN_OCTETS(20)];
	struct buf text = buf_over(storage, sizeof(storage));
	uint32_t dice = 1;
	for (size_t round = 0; round < 600; round++) {
		struct segment_piece pieces[20] = {{.missing = false}};
		struct segment_rules rules = {.parts_max = 20,
		    .languages = TR | HI,
		    .wide_reference = round % 3 == 0};
		size_t octets;
		buf_clear(&text);
		for (size_t i = 0; i < round; i++) {
			dice = dice * 1664525u + 1013904223u;
			buf_add_text(&text, alphabets[round % 4][dice >> 30]);
		}
		assert_int_equal(
		    segment_split(&list, buf_str(&text), &rules, NULL), 0);
		for (size_t i = 0; i < list.parts; i++) {
			pieces[i].alphabet = list.alphabet;
			pieces[i].language = list.language;
			pieces[i].data = segment_part(&list, i);
			assert_true(pieces[i].data.octets <= 160);
			/* each part reads by itself: nothing was halved */
			assert_int_equal(segment_join(joined, sizeof(joined),
					     &octets, &pieces[i], 1, NULL),
			    0);
			assert_null(strstr(joined, "\xEF\xBF\xBD"));
		}
		assert_int_equal(segment_join(joined, sizeof(joined), &octets,
				     pieces, list.parts, NULL),
		    0);
		assert_string_equal(joined, buf_str(&text).at);
	}
}

struct join_row {
	const char *want;
	size_t count;
	struct {
		enum sms_alphabet alphabet;
		const char *hex; /* NULL: missing */
	} pieces[3];
};

/* What senders do that cut without looking. */
static const struct join_row joins[] = {
    {"5 €!", 2, {{SMS_GSM7, "35201B"}, {SMS_GSM7, "6521"}}},
    {"5 e!", 2, {{SMS_GSM7, "35201B"}, {SMS_UCS2, "00650021"}}},
    {"5 e", 3, {{SMS_GSM7, "35201B"}, {SMS_GSM7, NULL}, {SMS_GSM7, "65"}}},
    {"5 ", 1, {{SMS_GSM7, "35201B"}}},
    {"A😀B", 2, {{SMS_UCS2, "0041D83D"}, {SMS_UCS2, "DE000042"}}},
    {"A\xEF\xBF\xBD\xEF\xBF\xBD"
     "B",
	3, {{SMS_UCS2, "0041D83D"}, {SMS_UCS2, NULL}, {SMS_UCS2, "DE000042"}}},
    {"A\xEF\xBF\xBD", 1, {{SMS_UCS2, "0041D83D"}}},
    {"A\xEF\xBF\xBD"
     "b",
	2, {{SMS_UCS2, "0041D83D"}, {SMS_GSM7, "62"}}},
    {"AB", 2, {{SMS_UCS2, "FEFF0041"}, {SMS_UCS2, "FEFF0042"}}},
    /* a stream of octets cut at 133: whole again */
    {"ABC", 2, {{SMS_UCS2, "004100"}, {SMS_UCS2, "420043"}}},
    {"😀", 2, {{SMS_UCS2, "D83DDE"}, {SMS_UCS2, "00"}}},
    {"A😀", 3, {{SMS_UCS2, "0041D8"}, {SMS_UCS2, "3DDE"}, {SMS_UCS2, "00"}}},
    /* one stray octet: dropped where it is */
    {"AB", 2, {{SMS_UCS2, "004100"}, {SMS_UCS2, "0042"}}},
    {"", 0, {{SMS_GSM7, NULL}}},
    {"", 2, {{SMS_GSM7, ""}, {SMS_UCS2, ""}}},
};

static size_t
make_pieces(struct segment_piece pieces[3], uint8_t octets[3][16],
    const struct join_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const char *hex = row->pieces[i].hex;
		pieces[i] = (struct segment_piece){
		    .alphabet = row->pieces[i].alphabet,
		    .missing = hex == NULL,
		};
		if (hex == NULL)
			continue;
		int n = span_from_hex(octets[i], 16, hex, strlen(hex), NULL);
		pieces[i].data = span_of(octets[i], (size_t)n);
	}
	return row->count;
}

static void
careless_senders_are_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(joins); i++) {
		struct segment_piece pieces[3];
		uint8_t octets[3][16];
		char text[64];
		size_t n;
		size_t count = make_pieces(pieces, octets, &joins[i]);
		assert_int_equal(
		    segment_join(text, sizeof(text), &n, pieces, count, NULL),
		    0);
		assert_string_equal(text, joins[i].want);
		assert_int_equal(n, strlen(text));
		/* every smaller destination is told, and holds */
		for (size_t room = 0; room <= n; room++) {
			char *small = malloc(room + (room == 0));
			assert_int_equal(
			    segment_join(small, room, &n, pieces, count, NULL),
			    PDU_ROOM);
			assert_int_equal(n, 0);
			free(small);
			n = strlen(text);
		}
	}
}

static void
data_is_no_text(void **state)
{
	(void)state;
	static const uint8_t many[256] = {0};
	struct segment_piece pieces[2] = {
	    {.alphabet = SMS_GSM7, .data = {many, 1}},
	    {.alphabet = SMS_8BIT, .data = {many, 1}},
	};
	char text[SEGMENT_JOIN_OCTETS(2)];
	size_t octets;
	struct err err;
	assert_int_equal(
	    segment_join(text, sizeof(text), &octets, pieces, 2, &err),
	    PDU_TEXT);
	assert_int_equal(err.offset, 1);
	assert_string_equal(text, "");
	pieces[0].data.octets = 256;
	assert_int_equal(
	    segment_join(text, sizeof(text), &octets, pieces, 1, &err),
	    PDU_LONG);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_and_units),
	    cmocka_unit_test(ascii_is_what_the_tables_say),
	    cmocka_unit_test(too_many_parts_are_told),
	    cmocka_unit_test(punctuation_is_replaced_when_it_pays),
	    cmocka_unit_test(national_tables_are_used_where_they_pay),
	    cmocka_unit_test(other_elements_take_room),
	    cmocka_unit_test(what_is_seen_as_one_stays_together),
	    cmocka_unit_test(decomposed_accents_cost_nothing),
	    cmocka_unit_test(what_is_cut_joins_again),
	    cmocka_unit_test(careless_senders_are_understood),
	    cmocka_unit_test(data_is_no_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
