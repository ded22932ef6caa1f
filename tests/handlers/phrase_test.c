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

/* The list that a translator reads, `key language SMS alphabet units text`:
 * run it by hand to see it. */
static void
every_phrase_fits(void **state)
{
	struct phrases *phrases = load();
	int long_ones = 0;

	(void)state;
	for (int i = 0; i < PHRASE_WORD_AGAIN; i++)
		for (size_t l = 0; l < phrases_languages(phrases); l++) {
			enum phrase phrase = (enum phrase)i;
			const char *lang = phrases_language_name(phrases, l);
			char text[PHRASE_FILLED_OCTETS];
			struct segment_cost cost;

			phrase_fill(text, sizeof(text), phrases, lang, phrase,
			    phrase_sample(lang));
			cost = segment_measure(str_from(text),
			    &(struct segment_rules){.transliterate = true});
			printf("%s %s %zu %s %zu %s\n", phrase_key(phrase),
			    lang, cost.parts,
			    cost.alphabet == SMS_GSM7 ? "gsm7" : "ucs2",
			    cost.units, text);
			long_ones += (int)cost.parts > phrase_parts_max(phrase);
			assert_null(strpbrk(text, "{}[]"));
		}
	assert_int_equal(long_ones, 0);
	phrases_free(&phrases);
}

/* -- a translation says what English says ---------------------------------- */

static const char *const shipped[] = {"en", "zh", "zh-Latn", "sw", "hi",
    "hi-Latn", "fr", "es", "pt", "bn", "bn-Latn", "ar", "id", "am"};

static void
shipped_languages_are_whole(void **state)
{
	struct phrases *phrases = load();
	int missing = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(shipped) / sizeof(shipped[0]); i++)
		assert_string_equal(shipped[i],
		    phrases_language_name(phrases,
			(size_t)phrases_language(phrases, shipped[i])));
	for (size_t l = 0; l < phrases_languages(phrases); l++)
		for (int i = 0; i < PHRASE_COUNT; i++) {
			const char *lang = phrases_language_name(phrases, l);

			if (phrase_is_own(phrases, lang, (enum phrase)i))
				continue;
			printf("%s.phrases lacks %s\n", lang,
			    phrase_key((enum phrase)i));
			missing++;
		}
	assert_int_equal(missing, 0);
	phrases_free(&phrases);
}

static bool
holds(const char *text, const char *word, size_t octets)
{
	return memmem(text, strlen(text), word, octets) != NULL;
}

/* What a tight language may leave out: what stands in [ ], and the goods or a
 * name where the order's code says which is meant. */
static bool
may_go(const char *word, size_t octets, bool inside, bool coded)
{
	return inside || (coded && (strncmp(word, "{items}", octets) == 0 ||
				       strncmp(word, "{name}", octets) == 0));
}

/* Words in `text` that `other` lacks. */
static int
words_lacking(const char *lang, const char *key, const char *text,
    const char *other, bool needed)
{
	bool inside = false;
	int lacking = 0;

	for (const char *at = text; *at != '\0'; at++) {
		size_t octets = strcspn(at, "}") + 1;

		inside = *at == '[' || (inside && *at != ']');
		if (*at != '{' || holds(other, at, octets) ||
		    (needed &&
			may_go(at, octets, inside, holds(other, "{code}", 6))))
			continue;
		printf("%s.phrases: %s: %.*s is %s\n", lang, key, (int)octets,
		    at, needed ? "missing" : "not in English");
		lacking++;
	}
	return lacking;
}

/* The figures that may be answered: "1 YES 2 NO 3 SOME". */
static int
choices_lacking(
    const char *lang, const char *key, const char *english, const char *text)
{
	int lacking = 0;

	for (char figure = '1'; figure <= '3'; figure++) {
		const char choice[] = {' ', figure, ' ', '\0'};

		if (str_starts(str_from(key), "help_") ||
		    !holds(english, " 1 ", 3) || !holds(english, choice, 3) ||
		    strchr(text, figure) != NULL)
			continue;
		printf("%s.phrases: %s: no choice %c\n", lang, key, figure);
		lacking++;
	}
	return lacking;
}

static void
translations_keep_the_words(void **state)
{
	struct phrases *phrases = load();
	int lacking = 0;

	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++)
		for (size_t l = 0; l < phrases_languages(phrases); l++) {
			enum phrase phrase = (enum phrase)i;
			const char *lang = phrases_language_name(phrases, l);
			const char *key = phrase_key(phrase);
			const char *english =
			    phrase_raw(phrases, "en", phrase).at;
			const char *text = phrase_raw(phrases, lang, phrase).at;

			lacking +=
			    words_lacking(lang, key, english, text, true);
			lacking +=
			    words_lacking(lang, key, text, english, false);
			lacking += choices_lacking(lang, key, english, text);
		}
	assert_int_equal(lacking, 0);
	phrases_free(&phrases);
}

/* 160 characters for 70: whoever writes in Latin letters is answered in GSM 7
 * bit, accents left off where it lacks them. */
static void
latin_is_sent_cheaply(void **state)
{
	static const char *const latin[] = {"en", "es", "fr", "id", "pt", "sw"};
	struct phrases *phrases = load();

	(void)state;
	for (size_t l = 0; l < phrases_languages(phrases); l++) {
		const char *lang = phrases_language_name(phrases, l);
		bool cheap = strstr(lang, "-Latn") != NULL;

		for (size_t i = 0; i < sizeof(latin) / sizeof(latin[0]); i++)
			cheap |= strcmp(lang, latin[i]) == 0;
		for (int i = 0; cheap && i < PHRASE_WORD_AGAIN; i++) {
			char text[PHRASE_FILLED_OCTETS];

			phrase_fill(text, sizeof(text), phrases, lang,
			    (enum phrase)i, phrase_sample(lang));
			if (segment_measure(str_from(text), NULL).alphabet !=
			    SMS_GSM7)
				fail_msg("%s %s: %s", lang,
				    phrase_key((enum phrase)i), text);
		}
	}
	phrases_free(&phrases);
}

static void
accents_go_only_if_it_helps(void **state)
{
	struct phrases *phrases = load();
	char text[PHRASE_FILLED_OCTETS];

	(void)state;
	phrase_fill(text, sizeof(text), phrases, "en", PHRASE_UNREAD_OFFICER,
	    &(struct words){.phone = "+1", .text = "maçã é pão"});
	assert_string_equal(text, "+1 texted: maca é pao");
	phrase_fill(text, sizeof(text), phrases, "en", PHRASE_UNREAD_OFFICER,
	    &(struct words){.phone = "+1", .text = "maçã 王"});
	assert_string_equal(text, "+1 texted: maçã 王");
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
	phrase_fill(text, sizeof(text), phrases, "xx", PHRASE_UNREAD_OFFICER,
	    &(struct words){.phone = "+1", .text = "two\nlines"});
	assert_string_equal(text, "+1 texted: two lines");
	phrase_fill(text, sizeof(text), phrases, "xx", PHRASE_UNREAD_OFFICER,
	    &(struct words){.phone = "+1",
		.text = "\u202Ea\033\u200Bb\u2066 \u0915\u094D\u200D"});
	assert_string_equal(text, "+1 texted: a b \u0915\u094D\u200D");
	phrases_free(&phrases);
}

/* day.c takes the n-th word: seven days, twelve months in every language. */
static void
calendars_are_whole(void **state)
{
	static const struct {
		enum phrase phrase;
		int count;
	} rows[] = {{PHRASE_WORD_DAYS, 7}, {PHRASE_WORD_MONTHS, 12}};
	struct phrases *phrases = load();

	(void)state;
	for (size_t l = 0; l < phrases_languages(phrases); l++)
		for (size_t i = 0; i < 2; i++) {
			const char *lang = phrases_language_name(phrases, l);
			struct str word;
			struct str words =
			    phrase_raw(phrases, lang, rows[i].phrase);
			int count = 0;

			while (str_cut(&word, &words, ' '))
				count += word.octets > 0 ? 1 : 100;
			if (count != rows[i].count)
				fail_msg("%s: %d words", lang, count);
		}
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
	text = STR(" aGAIN");
	assert_true(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	assert_int_equal(text.octets, 0);
	assert_false(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	text = STR("against all odds");
	assert_false(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	text = STR("再来一份");
	assert_true(phrase_cut_word(phrases, PHRASE_WORD_AGAIN, &text));
	assert_int_equal(text.octets, 0);
	text = STR("问题：少了");
	assert_true(phrase_cut_word(phrases, PHRASE_WORD_PROBLEM, &text));
	assert_true(str_is(text, "少了"));
	phrases_free(&phrases);
}

static bool
cuts_each_word(
    const struct phrases *phrases, enum phrase list, struct str words)
{
	struct str word;

	while (str_cut(&word, &words, ',')) {
		struct str text = str_trim(word);

		if (text.octets > 0 && !phrase_cut_word(phrases, list, &text))
			return false;
	}
	return true;
}

static void
each_word_of_each_list_is_found(void **state)
{
	struct phrases *phrases = load();
	int lists = 0;

	(void)state;
	for (int i = 0; i < PHRASE_COUNT; i++) {
		enum phrase list = (enum phrase)i;

		if (!str_starts(str_from(phrase_key(list)), "word_"))
			continue;
		lists++;
		for (size_t l = 0; l < phrases_languages(phrases); l++) {
			const char *lang = phrases_language_name(phrases, l);

			if (!cuts_each_word(
				phrases, list, phrase_raw(phrases, lang, list)))
				fail_msg("%s: %s", lang, phrase_key(list));
		}
	}
	assert_true(lists > 20);
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
	assert_int_equal(phrases_language(phrases, "en-Latn"), -1);
	assert_string_equal(phrases_language_name(phrases,
				(size_t)phrases_language(phrases, "HI-latn")),
	    "hi-Latn");
	phrases_free(&phrases);
}

/* -- files of our own ------------------------------------------------------ */

static void
write_file(const char *folder, const char *name, const char *content)
{
	char path[128];
	struct buf out = buf_over(path, sizeof(path));
	FILE *file;

	buf_add_format(&out, "%s/%s.phrases", folder, name);
	if (content == NULL) {
		unlink(path);
		return;
	}
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(content, file);
	fclose(file);
}

static void
copy_english(char *dst, size_t dst_octets)
{
	FILE *file = fopen(FOLDER "/en.phrases", "r");
	size_t octets;

	assert_non_null(file);
	octets = fread(dst, 1, dst_octets - 1, file);
	assert_true(octets > 0 && octets < dst_octets - 1);
	dst[octets] = '\0';
	fclose(file);
}

static struct phrases *
load_folder(const char *const *names, const char *const *contents, size_t count,
    struct err *err)
{
	char folder[] = "furrow-phrases-XXXXXX";
	struct phrases *phrases;

	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < count; i++)
		write_file(folder, names[i], contents[i]);
	phrases = phrases_load(folder, err);
	for (size_t i = 0; i < count; i++)
		write_file(folder, names[i], NULL);
	rmdir(folder);
	return phrases;
}

static const char *
late(const struct phrases *phrases, const char *lang)
{
	return phrase_raw(phrases, lang, PHRASE_LATE_CLOSED).at;
}

/* Own file, the market's, English; never the same language in letters that its
 * reader may not know. */
static void
falls_back(void **state)
{
	static char english[65536];
	static const char *const names[] = {"en", "hi", "sw"};
	const char *const contents[] = {english,
	    "; some of it\nlate_closed: अब बंद\nunit_kg: किलो\n",
	    "late_closed: imefungwa\nlate: imechelewa #{code}\n"
	    "unit_bag: mfuko, mifuko\nmoney_KES: Sh {total}\n"};
	struct err err = {0};
	struct phrases *phrases;

	(void)state;
	copy_english(english, sizeof(english));
	phrases = load_folder(names, contents, 3, &err);
	if (phrases == NULL)
		fail_msg("%s", err.text);
	assert_true(strstr(late(phrases, "am"), "closed") != NULL);
	phrases_set_market(phrases, "sw-KE");
	assert_string_equal(late(phrases, "hi"), "अब बंद");
	assert_string_equal(late(phrases, "hi-IN"), "अब बंद");
	assert_string_equal(late(phrases, "hi-Latn"), "imefungwa");
	assert_string_equal(late(phrases, "am"), "imefungwa");
	assert_string_equal(
	    phrase_raw(phrases, "hi", PHRASE_LATE).at, "imechelewa #{code}");
	assert_true(strstr(phrase_raw(phrases, "hi", PHRASE_STARTED).at,
			"Welcome") != NULL);
	assert_false(phrase_is_own(phrases, "hi", PHRASE_LATE));
	assert_string_equal(
	    phrase_name(phrases, "sw", PHRASE_UNIT, "bag", true), "mifuko");
	assert_string_equal(
	    phrase_name(phrases, "hi", PHRASE_UNIT, "kg", true), "किलो");
	assert_null(phrase_name(phrases, "hi", PHRASE_UNIT, "bag", false));
	assert_string_equal(
	    phrase_name(phrases, "sw", PHRASE_MONEY, "KES", false),
	    "Sh {total}");
	phrases_free(&phrases);
}

static int
try_file(const char *content, struct err *err)
{
	static const char *const names[] = {"en"};
	struct phrases *phrases = load_folder(names, &content, 1, err);

	assert_null(phrases);
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
	assert_int_equal(try_file("unit_foot: foot\n", &err), PHRASE_KEY);
	assert_int_equal(
	    try_file("unit_kg: a\nunit_kg: b\n", &err), PHRASE_KEY);
	assert_int_equal(try_file("unit_kg: {n}\n", &err), PHRASE_SYNTAX);
	assert_int_equal(try_file("unit_kg: ,kgs\n", &err), PHRASE_SYNTAX);
	assert_int_equal(try_file("goods_Maize: x\n", &err), PHRASE_KEY);
	assert_int_equal(try_file("money_KES: Sh\n", &err), PHRASE_SYNTAX);
	assert_int_equal(try_file("money_KES: {total\n", &err), PHRASE_SYNTAX);
	assert_int_equal(try_file("money_sh: {total}\n", &err), PHRASE_KEY);
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
	    cmocka_unit_test(shipped_languages_are_whole),
	    cmocka_unit_test(translations_keep_the_words),
	    cmocka_unit_test(latin_is_sent_cheaply),
	    cmocka_unit_test(accents_go_only_if_it_helps),
	    cmocka_unit_test(codes_have_their_sign),
	    cmocka_unit_test(optional_pieces),
	    cmocka_unit_test(calendars_are_whole),
	    cmocka_unit_test(lists_of_words),
	    cmocka_unit_test(each_word_of_each_list_is_found),
	    cmocka_unit_test(languages),
	    cmocka_unit_test(falls_back),
	    cmocka_unit_test(bad_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
