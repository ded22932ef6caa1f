/* What people write, language by language, and what is understood: the tables
 * tests/language/story and story.LANG (the format stands in the first). */
#include "handlers/intent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/handlers/intent_setup.h"

static struct intent_setup setup;

static int
load(void **state)
{
	(void)state;
	intent_setup_load(&setup);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	intent_setup_free(&setup);
	return 0;
}

struct known_of_sender {
	struct intent_hints hints;
	struct intent_question question;
};

/* One letter of what the gateway knows (tests/language/story tells them). */
static void
know(struct known_of_sender *known, char letter)
{
	static const char *const codes[] = {"K7F", "M3P"};
	static const char roles[] = "bsoa";
	static const char kinds[] = "CQq";
	static const enum intent_question_kind questions[] = {
	    INTENT_QUESTION_CHOICE, INTENT_QUESTION_QUANTITY,
	    INTENT_QUESTION_YES_NO};
	const char *role = strchr(roles, letter);
	const char *kind = strchr(kinds, letter);
	if (role != NULL) {
		known->hints.roles |= 1u << (role - roles);
		known->hints.has_list = letter == 's';
	} else if (kind != NULL) {
		known->question.kind = questions[kind - kinds];
		known->question.choices_count = 3;
		known->hints.question = &known->question;
	} else {
		assert_true(letter == 'p' || letter == 'P');
		known->hints.open_codes = codes;
		known->hints.open_codes_count = letter == 'p' ? 1 : 2;
		known->hints.open_proposals =
		    (int)known->hints.open_codes_count;
	}
}

struct story_line {
	const char *known;
	const char *text;
	const char *want;
	bool hint_only;
};

/* Cuts the line in place. */
static struct story_line
cut(char *line)
{
	static const char mark[] = " #hint";
	struct story_line out = {.known = line};
	size_t octets = strlen(line);
	if (octets > strlen(mark) &&
	    strcmp(line + octets - strlen(mark), mark) == 0) {
		out.hint_only = true;
		line[octets - strlen(mark)] = '\0';
	}
	char *text = strchr(line, '|');
	assert_non_null(text);
	char *want = strchr(text + 1, '|');
	assert_non_null(want);
	*text = '\0';
	*want = '\0';
	out.text = text + 1;
	out.want = want + 1;
	return out;
}

static void
read_text(struct intent *out, const struct story_line *line, const char *lang,
    bool guessed)
{
	struct known_of_sender known = {
	    .hints = {.lang = lang, .lang_guessed = guessed}};
	for (const char *letter = line->known; *letter != '\0'; letter++)
		know(&known, *letter);
	intent_parse(
	    out, setup.lex, setup.cat, str_from(line->text), &known.hints);
}

/* 1 when it is not understood as told. */
static int
judge(const struct intent *in, const struct story_line *line, const char *hint)
{
	char told[512];
	intent_story(told, sizeof(told), &setup, in);
	if (strcmp(told, line->want) == 0)
		return 0;
	print_error("%s|%s (hint: %s)\n  want %s\n  got  %s\n", line->known,
	    line->text, hint, line->want, told);
	return 1;
}

/* What a stranger writes, in a market of another language: understood as told,
 * or not acted on. */
static int
read_as_stranger(const struct story_line *line)
{
	static const char *const markets[] = {"en", "sw", "zh"};
	int failed = 0;
	for (size_t i = 0; i < sizeof(markets) / sizeof(markets[0]); i++) {
		struct intent in;
		read_text(&in, line, markets[i], true);
		if (intent_is_act(&in))
			failed += judge(&in, line, markets[i]);
	}
	return failed;
}

static int
read_line(const struct story_line *line, const char *lang)
{
	struct intent in;
	int failed = 0;
	if (lang != NULL) {
		read_text(&in, line, lang, false);
		failed += judge(&in, line, lang);
	}
	if (line->hint_only)
		return failed;
	read_text(&in, line, NULL, false);
	failed += judge(&in, line, "none");
	return failed + (lang == NULL ? 0 : read_as_stranger(line));
}

/* With the language as the hint, without, and with a market's. */
static void
expect_story(const char *name, const char *lang, int lines_least)
{
	static char line[1024];
	char path[256];
	int failed = 0;
	int read = 0;
	(void)snprintf(
	    path, sizeof(path), "%s/tests/language/%s", FURROW_SOURCE, name);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	while (fgets(line, sizeof(line), in) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		struct story_line cut_line = cut(line);
		failed += read_line(&cut_line, lang);
		read++;
	}
	fclose(in);
	assert_true(read >= lines_least);
	assert_int_equal(failed, 0);
}

static void
english_and_chinese(void **state)
{
	(void)state;
	expect_story("story", NULL, 400);
}

static void
swahili(void **state)
{
	(void)state;
	expect_story("story.sw", "sw", 35);
}

static void
hindi(void **state)
{
	(void)state;
	expect_story("story.hi", "hi", 35);
}

static void
bengali(void **state)
{
	(void)state;
	expect_story("story.bn", "bn", 35);
}

static void
french(void **state)
{
	(void)state;
	expect_story("story.fr", "fr", 35);
}

static void
spanish(void **state)
{
	(void)state;
	expect_story("story.es", "es", 35);
}

static void
portuguese(void **state)
{
	(void)state;
	expect_story("story.pt", "pt", 35);
}

static void
arabic(void **state)
{
	(void)state;
	expect_story("story.ar", "ar", 35);
}

static void
indonesian(void **state)
{
	(void)state;
	expect_story("story.id", "id", 35);
}

static void
amharic(void **state)
{
	(void)state;
	expect_story("story.am", "am", 15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english_and_chinese),
	    cmocka_unit_test(swahili),
	    cmocka_unit_test(hindi),
	    cmocka_unit_test(bengali),
	    cmocka_unit_test(french),
	    cmocka_unit_test(spanish),
	    cmocka_unit_test(portuguese),
	    cmocka_unit_test(arabic),
	    cmocka_unit_test(indonesian),
	    cmocka_unit_test(amharic),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
