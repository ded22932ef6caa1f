/* Words by their sound: the rules, and finding a word that is far away by its
 * letters. */
#include "handlers/lexicon_echo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"

#include "handlers/catalogue.h"
#include "handlers/fold.h"
#include "handlers/lexicon_sound.h"

static size_t
sound(uint32_t *dst, const struct lexicon_sounds *rules, const char *word)
{
	uint32_t letters[LEXICON_PHRASE_MAX];
	size_t n = fold_phrase(letters, LEXICON_PHRASE_MAX, str_from(word));
	return lexicon_sound_key(dst, rules, letters, n);
}

static bool
same(const struct lexicon_sounds *rules, const char *a, const char *b)
{
	uint32_t x[LEXICON_PHRASE_MAX];
	uint32_t y[LEXICON_PHRASE_MAX];
	size_t n = sound(x, rules, a);
	return n == sound(y, rules, b) && memcmp(x, y, n * sizeof(*x)) == 0;
}

static void
rules_make_words_alike(void **state)
{
	(void)state;
	static const char *const good[] = {
	    "aa>a", "ph>f", "iy>i", "y>i", "z>j", "^h>", "e$>"};
	struct lexicon_sounds rules = {.count = 0};
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(lexicon_sound_read(&rules, str_from(good[i])));
	assert_true(same(&rules, "pyaaz", "piyaj"));
	assert_true(same(&rules, "phal", "fal"));
	assert_true(same(&rules, "honion", "onion")); /* ^ at the front only */
	assert_false(same(&rules, "onhion", "onion"));
	assert_true(same(&rules, "lime", "lim")); /* $ at the end only */
	assert_false(same(&rules, "elim", "lim"));
	assert_true(same(&rules, "aalloo", "aloo")); /* doubled letters */
	static const char *const bad[] = {
	    "", "a", ">", "a>bc", "^>", "abcde>a", "$>a"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(lexicon_sound_read(&rules, str_from(bad[i])));
}

static const char *
heard(const struct catalogue *cat, int language, const char *word)
{
	uint32_t letters[LEXICON_PHRASE_MAX];
	struct lexicon_near near[LEXICON_NEAR_MAX];
	size_t count = 0;
	size_t n = fold_phrase(letters, LEXICON_PHRASE_MAX, str_from(word));
	lexicon_echo_find(
	    catalogue_echoes(cat), language, letters, n, near, &count);
	if (count == 0 || near[0].table != catalogue_words(cat))
		return "";
	assert_int_equal(near[0].cost, LEXICON_ECHO_COST);
	return catalogue_key(
	    cat, lexicon_table_senses(near[0].table, near[0].entry)[0].value);
}

static void
goods_are_found_by_ear(void **state)
{
	(void)state;
	struct err err = {0};
	static char text[1 << 18];
	struct lexicon *lex =
	    lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	assert_non_null(lex);
	FILE *in = fopen(FURROW_SOURCE "/tests/language/catalogue.json", "rb");
	assert_non_null(in);
	size_t octets = fread(text, 1, sizeof(text), in);
	fclose(in);
	struct catalogue *cat = catalogue_load(str_of(text, octets), lex, &err);
	assert_non_null(cat);
	int hindi = lexicon_language(lex, "hi");
	int arabic = lexicon_language(lex, "ar");
	assert_string_equal(heard(cat, hindi, "pyaj"), "onion");
	assert_string_equal(heard(cat, hindi, "bhindee"), "okra");
	assert_string_equal(heard(cat, arabic, "تماتم"), "tomato");
	assert_string_equal(heard(cat, 0, "bhindee"), "okra");
	assert_string_equal(heard(cat, arabic, "bhindee"), "");
	assert_string_equal(heard(cat, hindi, "xyzxyz"), "");
	catalogue_free(&cat);
	lexicon_free(&lex);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rules_make_words_alike),
	    cmocka_unit_test(goods_are_found_by_ear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
