/* One plain spelling, and the way back to the source. */
#include "handlers/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static void
expect(const char *text, const char *folded)
{
	struct fold out;
	char back[4 * FOLD_MAX + 1];
	size_t used = 0;
	fold_text(&out, str_from(text));
	for (size_t i = 0; i < out.count; i++)
		used += utf8_put(back + used, out.at[i]);
	back[used] = '\0';
	assert_string_equal(back, folded);
}

static void
spellings_become_one(void **state)
{
	(void)state;
	expect("ToMaTo", "tomato");
	expect("\xef\xbc\xad\xef\xbc\x94\xef\xbc\xb4", "m4t"); /* full width */
	expect("pi\xc3\xb1"
	       "a pak-cho\xc3\xaf",
	    "pina pak-choi");
	expect("\xc5\x93uf", "oeuf");
	expect("5\xe3\x8e\x8f", "5kg"); /* the square kg */
	expect("2\xc2\xbd", "2 1/2");
	expect("\xe2\x91\xa0", "1)");
	expect("h\xcc\xb6"
	       "i",
	    "hi"); /* struck through */
	expect("it\xe2\x80\x99s", "it's");
	expect("\xd9\xa5", "5");
	expect("\xe0\xa5\xaa", "4");
	/* traditional to simplified */
	expect("\xe9\xa6\xac\xe9\x88\xb4\xe8\x96\xaf",
	    "\xe9\xa9\xac\xe9\x93\x83\xe8\x96\xaf");
	expect("\xd8\xa5\xd9\x84\xd8\xba\xd8\xa7\xd8\xa1",
	    "\xd8\xa7\xd9\x84\xd8\xba\xd8\xa7\xd8\xa1");
	expect("\xff", "");
	expect("a\r\nb", "a\n\nb");
}

static void
source_is_found_again(void **state)
{
	(void)state;
	struct fold out;
	const char *text = "\xef\xbc\xa1\xe2\x80\x8b"
			   "b";
	fold_text(&out, str_from(text));
	assert_int_equal(out.count, 2);
	assert_int_equal(out.from[0], 0);
	assert_int_equal(out.from[1], 6);
	assert_int_equal(out.from[2], 7);
}

static void
long_texts_are_cut(void **state)
{
	(void)state;
	static char text[20000];
	struct fold out;
	memset(text, 'a', sizeof(text));
	fold_text(&out, str_of(text, sizeof(text)));
	assert_int_equal(out.count, FOLD_MAX);
	/* One code point that becomes eighteen. */
	for (size_t i = 0; i + 3 <= sizeof(text); i += 3)
		memcpy(text + i, "\xef\xb7\xba", 3);
	fold_text(&out, str_of(text, sizeof(text)));
	assert_int_equal(out.count, FOLD_MAX);
}

static void
phrases_are_trimmed(void **state)
{
	(void)state;
	uint32_t phrase[8];
	assert_int_equal(fold_phrase(phrase, 8, STR("  a - b ")), 3);
	assert_int_equal(phrase[1], ' ');
	assert_int_equal(fold_phrase(phrase, 8, STR("can't")), 4);
	assert_int_equal(fold_phrase(phrase, 8, STR("123456789")), 0);
	assert_int_equal(fold_phrase(phrase, 8, STR("  ")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(spellings_become_one),
	    cmocka_unit_test(source_is_found_again),
	    cmocka_unit_test(long_texts_are_cut),
	    cmocka_unit_test(phrases_are_trimmed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
