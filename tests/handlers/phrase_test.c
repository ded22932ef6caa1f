/* phrase - every sentence in every language, filled and measured; and what a
 * bad file is told. */
#include "handlers/phrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"

#include "sms/segment.h"

#define FOLDER FURROW_SOURCE "/handlers/phrases"

static struct phrases *
load(void)
{
	struct err err = {0};
	struct phrases *phrases = phrases_load(FOLDER, &err);

	if (phrases == NULL)
		fail_msg("%s", err.text);
	return phrases;
}

/* The list that a translator reads: run it by hand to see it. */
static void
every_phrase_fits(void **state)
{
	struct phrases *phrases = load();

	(void)state;
	for (size_t l = 0; l < phrases_languages(phrases); l++) {
		const char *lang = phrases_language_name(phrases, l);

		for (int i = 0; i < PHRASE_WORD_AGAIN; i++) {
			char text[PHRASE_FILLED_OCTETS];
			struct segment_cost cost;

			phrase_fill(text, sizeof(text), phrases, lang,
			    (enum phrase)i, phrase_sample(lang));
			cost = segment_measure(str_from(text),
			    &(struct segment_rules){.transliterate = true});
			printf("%s %-18s %zu SMS %3zu  %s\n", lang,
			    phrase_key((enum phrase)i), cost.parts, cost.units,
			    text);
			assert_true((int)cost.parts <=
				    phrase_parts_max((enum phrase)i));
			assert_null(strpbrk(text, "{}[]"));
		}
	}
	phrases_free(&phrases);
}

/* English is sent in the cheap alphabet. */
static void
english_is_gsm7(void **state)
{
	struct phrases *phrases = load();

	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++) {
		struct segment_cost cost = segment_measure(
		    phrase_raw(phrases, "en", (enum phrase)i), NULL);

		assert_int_equal(cost.alphabet, SMS_GSM7);
	}
	phrases_free(&phrases);
}

/* In every text a code stands behind a number sign. */
static void
codes_have_their_sign(void **state)
{
	struct phrases *phrases = load();

	(void)state;
	for (size_t l = 0; l < phrases_languages(phrases); l++)
		for (int i = 0; i < PHRASE_COUNT; i++) {
			struct str raw = phrase_raw(phrases,
			    phrases_language_name(phrases, l), (enum phrase)i);
			const char *at = raw.at;

			while ((at = strstr(at, "{code}")) != NULL) {
				assert_true(at > raw.at && at[-1] == '#');
				at++;
			}
		}
	phrases_free(&phrases);
}

static void
optional_pieces(void **state)
{
	struct phrases *phrases = load();
	char text[PHRASE_FILLED_OCTETS];

	(void)state;
	phrase_fill(text, sizeof(text), phrases, "en", PHRASE_PROPOSAL,
	    &(struct words){.code = "K7F", .items = "5 kg tomato"});
	assert_string_equal(text, "Order: 5 kg tomato. 1 YES 2 NO 3 SOME #K7F");
	phrase_fill(text, sizeof(text), phrases, "fr", PHRASE_UNREAD_OFFICER,
	    &(struct words){.phone = "+1", .text = "two\nlines"});
	assert_string_equal(text, "+1 texted: two lines");
	phrases_free(&phrases);
}

static void
lists_of_words(void **state)
{
	struct phrases *phrases = load();
	struct str text = STR("Again, 5 kg tomato");

	(void)state;
	assert_true(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	assert_true(str_is(text, "5 kg tomato"));
	text = STR("against all odds");
	assert_false(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	text = STR("再来一份");
	assert_true(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	assert_int_equal(text.octets, 0);
	phrases_free(&phrases);
}

static void
languages(void **state)
{
	struct phrases *phrases = load();

	(void)state;
	assert_true(phrases_language(phrases, "en") >= 0);
	assert_int_equal(phrases_language(phrases, "zh-Hant"),
	    phrases_language(phrases, "zh"));
	assert_int_equal(phrases_language(phrases, "xx"), -1);
	phrases_free(&phrases);
}

/* -- bad files ----------------------------------------------------------- */

static int
try_file(const char *content, struct err *err)
{
	char folder[] = "furrow-phrases-XXXXXX", path[128];
	struct buf name = buf_over(path, sizeof(path));
	struct phrases *phrases;
	FILE *file;

	assert_non_null(mkdtemp(folder));
	buf_add_format(&name, "%s/en.phrases", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(content, file);
	fclose(file);
	phrases = phrases_load(folder, err);
	assert_null(phrases);
	unlink(path);
	rmdir(folder);
	return err->code;
}

static void
bad_files(void **state)
{
	struct err err = {0};
	char text[400] = "unread: ";

	(void)state;
	assert_int_equal(try_file("hello\n", &err), PHRASE_SYNTAX);
	assert_int_equal(err.offset, 1);
	assert_int_equal(try_file("; x\nnoway: hi\n", &err), PHRASE_KEY);
	assert_int_equal(err.offset, 2);
	assert_int_equal(try_file("late: {cod} hi\n", &err), PHRASE_SYNTAX);
	assert_int_equal(try_file("late: [hi\n", &err), PHRASE_SYNTAX);
	assert_int_equal(try_file("late: a\nlate: b\n", &err), PHRASE_KEY);
	assert_int_equal(try_file("late: a\n", &err), PHRASE_KEY);
	memset(text + 8, 'x', 161);
	text[169] = '\n';
	assert_int_equal(try_file(text, &err), PHRASE_LONG);
	assert_null(phrases_load("/nonexistent", &err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_phrase_fits),
	    cmocka_unit_test(english_is_gsm7),
	    cmocka_unit_test(codes_have_their_sign),
	    cmocka_unit_test(optional_pieces),
	    cmocka_unit_test(lists_of_words),
	    cmocka_unit_test(languages),
	    cmocka_unit_test(bad_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
