/* How texts are cut for looking up, and what is asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/store/search_text.h"

static void
texts_are_cut_into_tokens(void **state)
{
	(void)state;
	static const struct {
		const char *text, *tokens;
	} cases[] = {
	    {"want 5kg Tomatoes, please!", "want 5kg tomatoes please "},
	    {"#K7F yes", "k7f yes "},
	    {"", ""},
	    {" ... ", ""},
	    {"\xC3\x89t\xC3\xA9", "\xC3\xA9t\xC3\xA9 "},
	    /* Two neighbours of Han each, and the last one alone. */
	    {"5\xE6\x96\xA4\xE6\xA9\x99\xE5\xAD\x90",
		"5 \xE6\x96\xA4\xE6\xA9\x99 \xE6\xA9\x99\xE5\xAD\x90 "
		"\xE5\xAD\x90 "},
	    {"\xE6\xA9\x99", "\xE6\xA9\x99 "},
	    {"\xE6\xA9\x99 kg", "\xE6\xA9\x99 kg "},
	    /* Not UTF-8: no letter. */
	    {"a\xFF"
	     "b",
		"a b "},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char room[128];
		struct buf out = buf_over(room, sizeof(room));
		search_text_tokens(&out, str_from(cases[i].text));
		assert_string_equal(out.at, cases[i].tokens);
	}
}

static void
words_become_a_question(void **state)
{
	(void)state;
	static const struct {
		const char *words, *query;
	} cases[] = {
	    {"tomat", "tomat "},
	    {"Want  TOMAT", "want tomat "},
	    {"#K7F", "k7f "},
	    {"o'clock", "o clock "},
	    {"\" OR 1 NEAR(", "or 1 near "},
	    {"\xE6\xA9\x99\xE5\xAD\x90", "\xE6\xA9\x99\xE5\xAD\x90 "},
	    {"\xE6\xA9\x99", "\xE6\xA9\x99 "},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char room[128];
		struct buf out = buf_over(room, sizeof(room));
		search_text_wanted(&out, str_from(cases[i].words));
		assert_string_equal(out.at, cases[i].query);
	}
}

static void
words_in_quotes_become_a_question(void **state)
{
	(void)state;
	static const struct {
		const char *words, *query, *line;
	} cases[] = {
	    {"Bags, MAIZE", "=bags =maize ", " bags maize "},
	    {" bags maize ", "=bags =maize ", " bags maize "},
	    {"=2 =bags", "=2 =bags ", " 2 bags "},
	    {"橙", "橙 ", "橙"},
	    {"5斤橙子", "=5 斤橙 橙子 ", " 5 斤橙子"},
	    {"橙子, 苹果", "橙子 苹果 ", "橙子 苹果"},
	    {" 橙 kg", "橙 =kg ", "橙 kg "},
	    {" !? ", "", ""},
	    /* A heart in red is no word between two others. */
	    {"bags \u2764\uFE0F maize", "=bags =maize ", " bags maize "},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char room[128], line_room[128];
		struct buf out = buf_over(room, sizeof(room));
		struct buf line = buf_over(line_room, sizeof(line_room));
		search_text_phrase(&out, str_from(cases[i].words));
		assert_string_equal(buf_str(&out).at, cases[i].query);
		search_text_line(&line, str_from(cases[i].words));
		assert_string_equal(buf_str(&line).at, cases[i].line);
	}
}

static void
no_letters_ask_nothing(void **state)
{
	(void)state;
	char room[8] = "";
	struct buf out = buf_over(room, sizeof(room));
	search_text_wanted(&out, STR("!? #"));
	search_text_wanted(&out, STR(""));
	assert_int_equal(out.octets, 0);
}

/* No text gives a token like these. */
static void
facets_are_no_words(void **state)
{
	(void)state;
	char room[64], again[64];
	struct buf out = buf_over(room, sizeof(room));
	struct buf text = buf_over(again, sizeof(again));
	search_text_facet(&out, SEARCH_LINK, 3);
	search_text_facet(&out, SEARCH_AREA, 17);
	assert_string_equal(out.at, "\xEE\x80\x80l3 \xEE\x80\x80\x61\x31\x37 ");
	search_text_tokens(&text, buf_str(&out));
	assert_string_equal(text.at, "l3 a17 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(texts_are_cut_into_tokens),
	    cmocka_unit_test(words_become_a_question),
	    cmocka_unit_test(words_in_quotes_become_a_question),
	    cmocka_unit_test(no_letters_ask_nothing),
	    cmocka_unit_test(facets_are_no_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
