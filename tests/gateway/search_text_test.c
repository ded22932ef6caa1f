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
	    {"tomat", "\"tomat\"* "},
	    {"Want  TOMAT", "\"want\"* \"tomat\"* "},
	    {"#K7F", "\"k7f\"* "},
	    {"o'clock", "\"o\"* \"clock\"* "},
	    {"\" OR 1 NEAR(", "\"or\"* \"1\"* \"near\"* "},
	    {"\xE6\xA9\x99\xE5\xAD\x90", "\"\xE6\xA9\x99\xE5\xAD\x90\"* "},
	    {"\xE6\xA9\x99", "\"\xE6\xA9\x99\"* "},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char room[128];
		struct buf out = buf_over(room, sizeof(room));
		assert_true(search_text_query(&out, str_from(cases[i].words)));
		assert_string_equal(out.at, cases[i].query);
	}
}

static void
no_letters_ask_nothing(void **state)
{
	(void)state;
	char room[8];
	struct buf out = buf_over(room, sizeof(room));
	assert_false(search_text_query(&out, STR("!? #")));
	assert_false(search_text_query(&out, STR("")));
	assert_false(search_text_query(&out, STR("longer than the room")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(texts_are_cut_into_tokens),
	    cmocka_unit_test(words_become_a_question),
	    cmocka_unit_test(no_letters_ask_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
