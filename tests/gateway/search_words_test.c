/* What is wanted of a text: words, and words in quotes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/store/search_words.h"

/* "word", "[quoted]", "[not closed" */
static void
questions_are_cut_into_parts(void **state)
{
	(void)state;
	static const struct {
		const char *words, *parts;
	} cases[] = {
	    {"", ""},
	    {"   ", ""},
	    {"bags  maize", "bags;maize;"},
	    {"\"bags maize\"", "[bags maize];"},
	    {"2 \"bags maize\" yes", "2;[bags maize];yes;"},
	    {"\"bags mai", "[bags mai;"},
	    {"bags maize\"", "bags;maize;[;"},
	    {"5\" pipe", "5;[ pipe;"},
	    {"\"\" yes", "[];yes;"},
	    {"\"", "[;"},
	    {"\"\"\"", "[];[;"},
	    {"a\"b c\"d", "a;[b c];d;"},
	    {"o'clock", "o'clock;"},
	    /* What phones and writing programs make of quotes. */
	    {"“bags maize” yes", "[bags maize];yes;"},
	    {"«bags maize»", "[bags maize];"},
	    {"„bags maize“", "[bags maize];"},
	    {"要「橙子」", "要;[橙子];"},
	    {"＂橙子＂", "[橙子];"},
	    /* Not UTF-8: no quote, and the end is met. */
	    {"\xE2\x80", "\xE2\x80;"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char room[128];
		struct buf out = buf_over(room, sizeof(room));
		struct str rest = str_from(cases[i].words);
		struct search_part part;
		while (search_words_cut(&part, &rest)) {
			buf_add_text(&out, part.quoted ? "[" : "");
			buf_add_str(&out, part.text);
			buf_add_text(
			    &out, part.quoted && !part.open ? "];" : ";");
		}
		assert_string_equal(out.at, cases[i].parts);
	}
}

static bool
occur(const char *words, const char *text)
{
	char wanted_room[256], room[512];
	struct buf wanted = buf_over(wanted_room, sizeof(wanted_room));
	struct buf compared = buf_over(room, sizeof(room));
	search_words_fold(&wanted, str_from(words));
	return search_words_occur(buf_str(&wanted), str_from(text), &compared);
}

static void
what_is_wanted_occurs_or_not(void **state)
{
	(void)state;
	static const struct {
		const char *words, *text;
		bool occurs;
	} cases[] = {
	    {"", "anything", true},
	    {"maize bags", "2 bags maize", true},
	    {"AIZ", "2 bags Maize", true},
	    {"rice", "2 bags maize", false},
	    /* Next to each other, in that order, whole. */
	    {"\"bags maize\"", "2 Bags MAIZE, please", true},
	    {"\"bags maize\"", "2 bags, maize", true},
	    {"\"bags maize\"", "bags\nmaize", true},
	    {"\"bags maize\"", "2 bags of maize", false},
	    {"\"bags maize\"", "maize bags", false},
	    {"\"bags maize\"", "bags maizemeal", false},
	    {"\"bags maize\"", "handbags maize", false},
	    {"\"yes\"", "yesterday", false},
	    {"\"yes\"", "Yes!", true},
	    {"\" , bags --maize. \"", "bags maize", true},
	    /* Beside words, and twice. */
	    {"please \"bags maize\"", "2 bags maize please", true},
	    {"rice \"bags maize\"", "2 bags maize please", false},
	    {"\"2 bags\" \"maize please\"", "2 bags maize please", true},
	    {"\"2 bags\" \"maize now\"", "2 bags maize please", false},
	    /* Not closed: the last word may go on. */
	    {"\"bags mai", "2 bags maize", true},
	    {"\"ags mai", "2 bags maize", false},
	    {"bags maize\"", "maize in bags", true},
	    {"\"", "anything", true},
	    {"\"\"", "anything", true},
	    /* Without blanks it is this run, wherever it begins. */
	    {"\"橙子\"", "要5斤橙子和苹果", true},
	    {"\"橙子苹果\"", "要5斤橙子和苹果", false},
	    {"\"橙子 苹果\"", "橙子，苹果", true},
	    {"“5斤橙子”", "要 5 斤橙子", true},
	    {"\"斤橙\"", "要5斤橙子", true},
	    {"\"15斤\"", "要5斤橙子", false},
	    {"\"5斤\"", "要15斤橙子", false},
	    /* Capitals of any script. */
	    {"\"ÉTÉ bien\"", "un été bien", true},
	    /* What means something to an index means nothing here. */
	    {"\"bags OR maize\"", "bags maize", false},
	    {"\"bags* maize\"", "bags maize", true},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (occur(cases[i].words, cases[i].text) != cases[i].occurs)
			fail_msg("%s in %s", cases[i].words, cases[i].text);
}

/* Nothing outside its room is touched, and nothing is made up. */
static void
what_has_no_room_does_not_occur(void **state)
{
	(void)state;
	char room[12], wanted[5000];
	struct buf compared = buf_over(room, sizeof(room));
	assert_true(search_words_occur(
	    STR("\"bags\""), STR("bags maize rice"), &compared));
	assert_false(search_words_occur(
	    STR("\"rice\""), STR("bags maize rice"), &compared));
	memset(wanted, 'a', sizeof(wanted));
	wanted[0] = '"';
	assert_false(search_words_occur(
	    str_of(wanted, sizeof(wanted)), STR("aaaa"), &compared));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(questions_are_cut_into_parts),
	    cmocka_unit_test(what_is_wanted_occurs_or_not),
	    cmocka_unit_test(what_has_no_room_does_not_occur),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
