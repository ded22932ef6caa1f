/* Word lists: what is refused, where; and finding near spellings. */
#include "handlers/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "handlers/fold.h"
#include "handlers/lexicon_near.h"
#include "handlers/lexicon_role.h"
#include "handlers/lexicon_table.h"

static struct lexicon *
load_text(const char *text, struct err *err)
{
	char folder[] = "furrow-lexicon-XXXXXX";
	char path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/en.lex", folder);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
	struct lexicon *lex = lexicon_load_dir(folder, err);
	unlink(path);
	rmdir(folder);
	return lex;
}

static void
expect_refused(const char *text, int code, size_t line, const char *said)
{
	struct err err = {0};
	struct lexicon *lex = load_text(text, &err);
	assert_null(lex);
	assert_int_equal(err.code, code);
	assert_int_equal(err.offset, line);
	assert_non_null(strstr(err.text, said));
}

static void
bad_lines_are_refused_with_their_place(void **state)
{
	(void)state;
	expect_refused(
	    "[word]\nyes: y\nnonsense\n", LEXICON_SYNTAX, 3, "en.lex:3: ");
	expect_refused("[wurd]\n", LEXICON_WORD, 1, "heading");
	expect_refused("[word]\n\nmaybe: perhaps\n", LEXICON_WORD, 3, "maybe");
	expect_refused("[unit]\nfurlong: f\n", LEXICON_WORD, 2, "furlong");
	expect_refused("[number]\nfive: 5\n", LEXICON_WORD, 2, "five");
	expect_refused("[word]\nyes: y, 1\n", LEXICON_WORD, 2, "figure");
	expect_refused("[sound]\naa\n", LEXICON_WORD, 2, "no rule");
	expect_refused("[sound]\na>aa\n", LEXICON_WORD, 2, "no rule");
	expect_refused("[form]\nplural: s\n", LEXICON_WORD, 2, "plural");
	expect_refused("[form]\nending: >\n", LEXICON_WORD, 2, "no rule");
	expect_refused("[form]\nending: abcdefg\n", LEXICON_WORD, 2, "no rule");
	expect_refused("[form]\nalone: two\n", LEXICON_WORD, 2, "no rule");
	expect_refused("[number]\nx0: nil\n", LEXICON_WORD, 2, "x0");
	expect_refused("yes: y\n", LEXICON_WORD, 1, "yes");
	expect_refused("[word]\nyes: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		       "aaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
	    LEXICON_WORD, 2, "too long");
}

static void
missing_folder_is_said(void **state)
{
	(void)state;
	struct err err;
	assert_null(lexicon_load_dir("/nonexistent/words", &err));
	assert_int_equal(err.code, LEXICON_FOLDER);
}

static const struct sense *
find(const struct lexicon *lex, const char *text, size_t *count)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t n = fold_phrase(phrase, LEXICON_PHRASE_MAX, str_from(text));
	const struct lexicon_table *table = lexicon_words(lex);
	const struct lexicon_entry *e = lexicon_table_find(table, phrase, n);
	*count = e == NULL ? 0 : e->senses;
	return e == NULL ? NULL : lexicon_table_senses(table, e);
}

static void
phrases_are_found(void **state)
{
	(void)state;
	struct err err;
	size_t count;
	struct lexicon *lex = load_text("# words\n"
					"[form]\n"
					"ending: s, i>ies\n"
					"two: ayn\n"
					"one: se\n"
					"per: lil\n"
					"number-ending: ta\n"
					"and: wa\n"
					"[word]\n"
					"yes: Okay, of course # both\n"
					"filler: okay\n"
					"[number]\n"
					"2.5: dhai\n"
					"100x: mia\n"
					"[unit]\n"
					"4 piece: hali\n"
					"[language]\n"
					"sw: kiswahili\n",
	    &err);
	assert_non_null(lex);
	assert_non_null(find(lex, "OKAY", &count));
	assert_int_equal(count, 2);
	assert_int_equal(find(lex, "of course", &count)->value, ROLE_YES);
	assert_null(find(lex, "course of", &count));
	assert_int_equal(find(lex, "dhai", &count)->milli, 2500);
	assert_int_equal(find(lex, "mia", &count)->kind, SENSE_TIMES);
	/* The other forms come by themselves. */
	assert_int_equal(find(lex, "halis", &count)->milli, 4000);
	assert_int_equal(find(lex, "halies", &count)->milli, 4000);
	assert_int_equal(find(lex, "sehali", &count)->count, 1);
	assert_int_equal(find(lex, "haliayn", &count)->count, 2);
	assert_int_equal(find(lex, "dhaita", &count)->milli, 2500);
	assert_int_equal(find(lex, "wadhai", &count)->kind, SENSE_PLUS);
	assert_non_null(find(lex, "lilhali", &count));
	assert_int_equal(count, 2);
	assert_null(find(lex, "dhais", &count));
	assert_null(find(lex, "sedhai", &count));
	assert_string_equal(
	    lexicon_language_name(lex, lexicon_language(lex, "sw")), "sw");
	assert_int_equal(lexicon_language(lex, "en-GB"), 1);
	assert_int_equal(lexicon_language(lex, "xx"), 0);
	lexicon_free(&lex);
	assert_null(lex);
}

/* Phrases that share their beginning, their end, or both. */
static void
every_phrase_is_found_and_no_other(void **state)
{
	(void)state;
	static const char *const phrases[] = {"tomato", "tomatoes", "to",
	    "potato", "potatoes", "sweet potato", "sweet potatoes",
	    "\xe8\xa5\xbf\xe7\xba\xa2\xe6\x9f\xbf"};
	struct lexicon_table *table = lexicon_table_new();
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t count = sizeof(phrases) / sizeof(phrases[0]);
	for (size_t i = 0; i < count; i++) {
		size_t n = fold_phrase(
		    phrase, LEXICON_PHRASE_MAX, str_from(phrases[i]));
		struct sense s = {.kind = SENSE_PRODUCT, .value = i / 2};
		assert_true(lexicon_table_add(table, phrase, n, s, true));
	}
	lexicon_table_seal(table);
	for (size_t i = 0; i < count; i++) {
		size_t n = fold_phrase(
		    phrase, LEXICON_PHRASE_MAX, str_from(phrases[i]));
		const struct lexicon_entry *e =
		    lexicon_table_find(table, phrase, n);
		assert_non_null(e);
		assert_int_equal(e->senses, 1);
		assert_int_equal(
		    lexicon_table_senses(table, e)[0].value, i / 2);
		phrase[n - 1]++;
		assert_null(lexicon_table_find(table, phrase, n));
	}
	/* A part of phrases says nothing by itself, and knows how far. */
	size_t n = fold_phrase(phrase, LEXICON_PHRASE_MAX, STR("sweet"));
	const struct lexicon_entry *part = lexicon_table_find(table, phrase, n);
	assert_int_equal(part->senses, 0);
	assert_int_equal(part->words_max, 2);
	assert_null(lexicon_table_find(table, phrase, 0));
	lexicon_table_free(&table);
}

#define NOT_NEAR (-1)

static void
add_word(struct lexicon_table *table, const char *word)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t n = fold_phrase(phrase, LEXICON_PHRASE_MAX, str_from(word));
	struct sense sense = {.kind = SENSE_WORD, .value = ROLE_YES};
	assert_true(lexicon_table_add(table, phrase, n, sense, true));
}

static size_t
find_near(const struct lexicon_table *table, const char *typed,
    struct lexicon_near near[LEXICON_NEAR_MAX], size_t steps)
{
	uint32_t word[LEXICON_PHRASE_MAX];
	size_t n = fold_phrase(word, LEXICON_PHRASE_MAX, str_from(typed));
	size_t count = 0;
	lexicon_near_find(
	    table, LEXICON_ANY_LANGUAGE, 20, word, n, near, &count, &steps);
	return count;
}

static int
cost(const char *typed, const char *known)
{
	struct lexicon_near near[LEXICON_NEAR_MAX];
	struct lexicon_table *table = lexicon_table_new();
	add_word(table, known);
	lexicon_table_seal(table);
	size_t count = find_near(table, typed, near, 1000);
	lexicon_table_free(&table);
	return count == 0 ? NOT_NEAR : near[0].cost;
}

static void
slips_of_the_thumb_are_cheap(void **state)
{
	(void)state;
	assert_int_equal(cost("tomato", "tomato"), 0);
	assert_int_equal(cost("tommato", "tomato"), 5);
	assert_int_equal(cost("toamto", "tomato"), 8);
	assert_int_equal(cost("otmato", "tomato"), 8);
	assert_int_equal(cost("tonato", "tomato"), 7); /* next key */
	assert_int_equal(cost("tmato", "tomato"), 7); /* vowel */
	assert_int_equal(cost("toxato", "tomato"), 10);
	assert_int_equal(cost("romato", "tomato"), 12); /* first letter */
	assert_int_equal(cost("cauliflwoer", "cauliflower"), 8);
	assert_int_equal(cost("xcauliflower", "cauliflower"), 15);
	assert_int_equal(cost("auliflower", "cauliflower"), 15);
	assert_int_equal(cost("ccauuliflowwer", "cauliflower"), NOT_NEAR);
	assert_int_equal(cost("ccauliflowwer", "cauliflower"), 10);
	assert_int_equal(cost("potato", "tomato"), NOT_NEAR);
	assert_int_equal(cost("bear", "pear"), NOT_NEAR);
	assert_int_equal(cost("yam", "jam"), NOT_NEAR);
	assert_int_equal(
	    cost("\xe0\xa4\x9f\xe0\xa4\xae\xe0\xa4\x9f\xe0\xa4\xb0"
		 "x",
		"\xe0\xa4\x9f\xe0\xa4\xae\xe0\xa4\x9f\xe0\xa4\xb0"),
	    10);
}

static void
the_nearest_words_come_first(void **state)
{
	(void)state;
	struct lexicon_near near[LEXICON_NEAR_MAX];
	struct lexicon_table *table = lexicon_table_new();
	static const char *const words[] = {
	    "beats", "boots", "beans", "beetle", "beads", "beast"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		add_word(table, words[i]);
	lexicon_table_seal(table);
	/* The next key, then other letters: in the order of the words. */
	assert_int_equal(find_near(table, "beasr", near, 1000), 1);
	assert_int_equal(near[0].cost, 7);
	assert_int_equal(find_near(table, "beaps", near, 1000), 3);
	assert_int_equal(near[0].cost, 10);
	assert_int_equal(near[1].cost, 10);
	assert_true(near[0].text < near[1].text);
	assert_true(near[1].text < near[2].text);
	/* A search that may cost nothing finds nothing. */
	assert_int_equal(find_near(table, "beaps", near, 0), 0);
	lexicon_table_free(&table);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bad_lines_are_refused_with_their_place),
	    cmocka_unit_test(missing_folder_is_said),
	    cmocka_unit_test(phrases_are_found),
	    cmocka_unit_test(every_phrase_is_found_and_no_other),
	    cmocka_unit_test(slips_of_the_thumb_are_cheap),
	    cmocka_unit_test(the_nearest_words_come_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
