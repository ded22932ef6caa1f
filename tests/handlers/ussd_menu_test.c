/* ussd_menu - a small dialogue, read; and what each mistake in it is told.
 *
 * Every case is the same file with one piece written otherwise. */
#include "handlers/ussd_menu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"

static const char sound[] = "; a small market\n"
			    "languages en sw\n" /* line 2 */
			    "text bad\n"
			    "  en  Not an option.\n"
			    "  sw  Si chaguo.\n"
			    "text over\n" /* line 6 */
			    "  en  Session ended, start again.\n"
			    "  sw  Muda umekwisha, anza tena.\n"
			    "text more\n"
			    "  en  More\n" /* line 10 */
			    "  sw  Zaidi\n"
			    "text back\n"
			    "  en  Back\n"
			    "  sw  Rudi\n"
			    "text home\n" /* line 15 */
			    "  en  Home\n"
			    "  sw  Mwanzo\n"
			    "screen home menu\n" /* line 18 */
			    "  en  {market}\n"
			    "  sw  {market}\n"
			    "  option 1 -> goods\n" /* line 21 */
			    "    en  Buy\n"
			    "    sw  Nunua\n"
			    "  option 5 -> income when seller\n" /* line 24 */
			    "    en  Income\n"
			    "    sw  Mapato\n"
			    "screen goods list products resumable\n"
			    "  en  What do you want?\n" /* line 28 */
			    "  sw  Unataka nini?\n"
			    "  next amount\n" /* line 30 */
			    "screen amount number quantity\n"
			    "  en  How many {unit} of {product}?\n"
			    "  sw  {product}, {unit} ngapi?\n"
			    "  next sure\n" /* line 34 */
			    "screen sure confirm order\n"
			    "  en  {items}[, {place}]\\n= {total}\n"
			    "  sw  {items}[, {place}]\\n= {total}\n"
			    "  option 1 -> do\n" /* line 38 */
			    "    en  Yes\n"
			    "    sw  Ndiyo\n"
			    "  option 2 -> back\n" /* line 41 */
			    "    en  Change\n"
			    "    sw  Badili\n"
			    "screen income show my\n" /* line 44 */
			    "  en  -\n"
			    "  sw  -\n";

static struct ussd_menu *
read_sound(void)
{
	struct err err = {0};
	struct ussd_menu *menu =
	    ussd_menu_read(str_from(sound), "ussd.menu", &err);

	if (menu == NULL)
		fail_msg("%s", err.text);
	return menu;
}

static void
a_file_becomes_screens(void **state)
{
	struct ussd_menu *menu = read_sound();
	const struct ussd_screen *home = ussd_menu_find(menu, "home");
	const struct ussd_screen *goods = ussd_menu_find(menu, "goods");
	const struct ussd_screen *sure = ussd_menu_find(menu, "sure");

	(void)state;
	assert_int_equal(ussd_menu_screens(menu), 5);
	assert_int_equal(ussd_menu_languages(menu), 2);
	assert_string_equal(ussd_menu_language_name(menu, 1), "sw");
	assert_int_equal(home->kind, USSD_KIND_MENU);
	assert_int_equal(home->options, 2);
	assert_string_equal(home->words.in[0], "{market}");
	assert_int_equal(home->option[0].key, '1');
	assert_int_equal(home->option[0].way, ussd_menu_index(menu, "goods"));
	assert_int_equal(home->option[0].when, -1);
	assert_int_equal(home->option[1].when, USSD_CONDITION_SELLER);
	assert_false(home->option[1].when_not);
	assert_string_equal(home->option[1].words.in[1], "Mapato");
	assert_string_equal(home->option[1].set, "");
	assert_int_equal(goods->kind, USSD_KIND_LIST);
	assert_int_equal(goods->what, USSD_SOURCE_PRODUCTS);
	assert_true(goods->resumable);
	assert_false(goods->secret);
	assert_int_equal(goods->way, ussd_menu_index(menu, "amount"));
	assert_int_equal(sure->way, USSD_WAY_END);
	assert_int_equal(sure->option[0].way, USSD_WAY_DO);
	assert_int_equal(sure->option[0].act, USSD_ACT_ORDER);
	assert_int_equal(sure->option[1].way, USSD_WAY_BACK);
	assert_string_equal(sure->words.in[0], "{items}[, {place}]\n= {total}");
	assert_string_equal(ussd_menu_find(menu, "income")->words.in[0], "");
	assert_int_equal(ussd_menu_find(menu, "income")->way, USSD_WAY_HOME);
	assert_null(ussd_menu_find(menu, "nowhere"));
	assert_string_equal(
	    ussd_menu_text(menu, USSD_TEXT_BAD, 1), "Si chaguo.");
	assert_string_equal(ussd_menu_text(menu, USSD_TEXT_BUSY, 1),
	    ussd_rows_english(USSD_TEXT_BUSY));
	assert_null(ussd_menu_text(menu, USSD_TEXT_BUSY, 2));
	ussd_menu_free(&menu);
	assert_null(menu);
}

static void
languages_are_found(void **state)
{
	struct ussd_menu *menu = read_sound();

	(void)state;
	assert_int_equal(ussd_menu_language(menu, "SW", "en"), 1);
	assert_int_equal(ussd_menu_language(menu, "sw-KE", "en"), 1);
	assert_int_equal(ussd_menu_language(menu, "fr", "sw"), 1);
	assert_int_equal(ussd_menu_language(menu, "", "sw"), 1);
	assert_int_equal(ussd_menu_language(menu, "sw-Latn", "en"), 0);
	assert_int_equal(ussd_menu_language(menu, NULL, NULL), 0);
	assert_int_equal(ussd_menu_language(menu, "fr", "zh"), 0);
	ussd_menu_free(&menu);
}

static void
words_are_filled(void **state)
{
	struct ussd_menu *menu = read_sound();
	const char *text = ussd_menu_find(menu, "sure")->words.in[0];
	char filled[200];

	(void)state;
	assert_string_equal(
	    ussd_menu_fill(filled, sizeof(filled), text,
		&(struct words){.items = "3 bag\nmaize", .total = "KES 9,600"}),
	    "3 bag maize\n= KES 9,600");
	assert_string_equal(ussd_menu_fill(filled, sizeof(filled), text,
				&(struct words){.items = "3 bag maize",
				    .total = "KES 9,600",
				    .place = "Nakuru"}),
	    "3 bag maize, Nakuru\n= KES 9,600");
	ussd_menu_free(&menu);
}

/* -- written otherwise ----------------------------------------------------- */

struct edit {
	const char *name;
	const char *from, *to; /* the first such piece; NULL: at the end */
	int code; /* 0: still sound */
	size_t line;
	const char *says;
};

static void
rewrite(struct buf *out, const struct edit *edit)
{
	const char *at =
	    edit->from ? strstr(sound, edit->from) : sound + sizeof(sound) - 1;

	if (at == NULL)
		fail_msg("%s: the file has no such piece", edit->name);
	buf_add(out, sound, (size_t)(at - sound));
	buf_add_text(out, edit->to);
	buf_add_text(out, at + (edit->from ? strlen(edit->from) : 0));
}

static void
check(const struct edit *edit)
{
	struct buf text = buf_new(64u * 1024u);
	struct err err = {0};
	struct ussd_menu *menu;
	char front[40];

	rewrite(&text, edit);
	menu = ussd_menu_read(buf_str(&text), "ussd.menu", &err);
	buf_free(&text);
	if ((menu == NULL) != (edit->code < 0) || err.code != edit->code)
		fail_msg("%s: %d, not %d: %s", edit->name, err.code, edit->code,
		    err.text);
	ussd_menu_free(&menu);
	if (edit->code == 0)
		return;
	(void)snprintf(front, sizeof(front), "ussd.menu:%zu: ", edit->line);
	if (err.offset != edit->line ||
	    strncmp(err.text, front, strlen(front)) != 0 ||
	    strstr(err.text, edit->says) == NULL)
		fail_msg("%s: not %s... %s: %s", edit->name, front, edit->says,
		    err.text);
}

static void
check_all(const struct edit *edits, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(&edits[i]);
}

#define CHECK_ALL(edits) check_all(edits, sizeof(edits) / sizeof((edits)[0]))

static void
lines_are_understood_or_refused(void **state)
{
	static const struct edit edits[] = {
	    {"as it is", "; a", "; a", 0, 0, ""},
	    {"byte order mark", "; a", "\xEF\xBB\xBF; a", 0, 0, ""},
	    {"carriage returns", "text bad\n", "text bad\r\n", 0, 0, ""},
	    {"comment behind a line", "next sure", "next sure ; a figure", 0, 0,
		""},
	    {"semicolon in words", "Not an", "No; an", 0, 0, ""},
	    {"unknown line", "text bad", "texts bad", USSD_MENU_SYNTAX, 3,
		"unknown line: texts"},
	    {"control", "Buy", "B\x01y", USSD_MENU_SYNTAX, 22, "control"},
	    {"not UTF-8", "Buy", "B\xFFy", USSD_MENU_SYNTAX, 22, "UTF-8"},
	    {"no languages", "languages en sw", "; none", USSD_MENU_SYNTAX, 3,
		"first line"},
	    {"languages twice", "text bad", "languages en", USSD_MENU_SYNTAX, 3,
		"second time"},
	    {"language twice", "en sw", "en sw sw", USSD_MENU_SYNTAX, 2,
		"twice: sw"},
	    {"no English", "en sw", "fr sw", USSD_MENU_SYNTAX, 2,
		"en is not among them"},
	    {"too many languages", "en sw",
		"en aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar as "
		"at au av aw ax",
		USSD_MENU_SYNTAX, 2, "more than 24"},
	    {"language of another file", "  sw  Rudi", "  fr  Retour",
		USSD_MENU_SYNTAX, 14, "unknown line: fr"},
	    {"unknown text", "text bad", "text worse", USSD_MENU_SYNTAX, 3,
		"unknown text: worse"},
	    {"text twice", "text over", "text bad", USSD_MENU_SYNTAX, 6,
		"line 3"},
	    {"words twice", "sw  Si chaguo.", "en  Wrong.", USSD_MENU_SYNTAX, 5,
		"en is in line 4"},
	    {"words of nothing", "next amount\n", "next amount\n  en  Hm\n",
		USSD_MENU_SYNTAX, 31, "belong to nothing"},
	    {"unknown stroke", "]\\n=", "]\\t=", USSD_MENU_SYNTAX, 36,
		"behind a \\"},
	    {"stroke at the end", "  en  Buy", "  en  Buy\\", USSD_MENU_SYNTAX,
		22, "behind a \\"},
	    {"a stroke", "  en  Buy", "  en  Buy\\\\", 0, 0, ""},
	};

	(void)state;
	CHECK_ALL(edits);
}

static void
screens_are_understood_or_refused(void **state)
{
	static const struct edit edits[] = {
	    {"screen twice", "screen amount", "screen goods", USSD_MENU_SYNTAX,
		31, "screen goods is in line 27"},
	    {"no id", "screen goods", "screen Goods!", USSD_MENU_SYNTAX, 27,
		"no name of a screen: Goods!"},
	    {"a way's name", "screen goods", "screen back", USSD_MENU_SYNTAX,
		27, "no name of a screen: back"},
	    {"unknown kind", "home menu", "home page", USSD_MENU_SYNTAX, 18,
		"unknown kind: page"},
	    {"unknown source", "list products", "list animals",
		USSD_MENU_SYNTAX, 27, "unknown source: animals"},
	    {"no source", "list products resumable", "list", USSD_MENU_SYNTAX,
		27, "unknown source"},
	    {"unknown rule", "number quantity", "number much", USSD_MENU_SYNTAX,
		31, "unknown rule: much"},
	    {"rule of another kind", "number quantity", "number letters",
		USSD_MENU_SYNTAX, 31, "letters is no rule of a number"},
	    {"unknown act", "confirm order", "confirm theft", USSD_MENU_SYNTAX,
		35, "unknown act: theft"},
	    {"unknown mark", "resumable", "resumeable", USSD_MENU_SYNTAX, 27,
		"unknown mark, or twice: resumeable"},
	    {"mark twice", "resumable", "resumable resumable", USSD_MENU_SYNTAX,
		27, "twice"},
	    {"skip", "resumable", "resumable skip", 0, 0, ""},
	    {"skip of a menu", "home menu", "home menu skip", USSD_MENU_SYNTAX,
		18, "only a list"},
	    {"secret menu", "home menu", "home menu secret", USSD_MENU_SYNTAX,
		18, "nothing is typed"},
	    {"PIN in the clear",
		"number quantity\n  en  How many {unit} of "
		"{product}?\n  sw  {product}, {unit} ngapi?",
		"number pin\n  en  PIN?\n  sw  PIN?", USSD_MENU_SYNTAX, 31,
		"secret"},
	    {"secret PIN",
		"number quantity\n  en  How many {unit} of "
		"{product}?\n  sw  {product}, {unit} ngapi?",
		"number pin secret\n  en  PIN?\n  sw  PIN?", 0, 0, ""},
	    {"secret to go on with", "number quantity",
		"number quantity secret resumable", USSD_MENU_SYNTAX, 31,
		"gone on"},
	};

	(void)state;
	CHECK_ALL(edits);
}

static void
options_are_understood_or_refused(void **state)
{
	static const struct edit edits[] = {
	    {"option without a screen", "text over", "option 1 -> home",
		USSD_MENU_SYNTAX, 6, "without a screen"},
	    {"key 0", "option 1 -> goods", "option 0 -> goods",
		USSD_MENU_SYNTAX, 21, "1 to 9, not 0"},
	    {"key of two", "option 1 -> goods", "option 10 -> goods",
		USSD_MENU_SYNTAX, 21, "not 10"},
	    {"key twice", "option 5", "option 1", USSD_MENU_SYNTAX, 24,
		"key 1 is in line 21"},
	    {"two cases of a key", "option 1 -> goods\n",
		"option 5 -> goods when not seller\n", 0, 0, ""},
	    {"two cases that are one", "option 1 -> goods\n",
		"option 5 -> goods when seller\n", USSD_MENU_SYNTAX, 24,
		"key 5 is in line 21"},
	    {"options of a figure", "  next sure",
		"  option 1 -> sure\n    en  A\n    sw  A\n  next sure",
		USSD_MENU_SYNTAX, 34, "no options"},
	    {"key among rows", "  next amount",
		"  option 1 -> sure\n    en  A\n    sw  A\n  next amount",
		USSD_MENU_SYNTAX, 30, "a key is +"},
	    {"behind the rows", "  next amount",
		"  option + -> home\n    en  A\n    sw  A\n  next amount", 0, 0,
		""},
	    {"plus in a menu", "option 1 -> goods", "option + -> goods",
		USSD_MENU_SYNTAX, 21, "1 to 9, not +"},
	    {"no arrow", "option 1 -> goods", "option 1 goods",
		USSD_MENU_SYNTAX, 21, "KEY -> SCREEN"},
	    {"no screen", "option 1 -> goods", "option 1 ->", USSD_MENU_SYNTAX,
		21, "no name of a screen"},
	    {"unknown condition", "when seller", "when rich", USSD_MENU_SYNTAX,
		24, "unknown condition: rich"},
	    {"no condition", "when seller", "when", USSD_MENU_SYNTAX, 24,
		"unknown condition"},
	    {"two conditions", "when seller", "when seller when buyer",
		USSD_MENU_SYNTAX, 24, "not when"},
	    {"rest of a line", "when seller", "if seller", USSD_MENU_SYNTAX, 24,
		"not if"},
	    {"set", "when seller", "when seller set a=1  b=kg", 0, 0, ""},
	    {"set nothing", "when seller", "set", USSD_MENU_SYNTAX, 24,
		"set what"},
	    {"set without a value", "when seller", "set a=", USSD_MENU_SYNTAX,
		24, "no NAME=VALUE: a="},
	    {"set without a name", "when seller", "set =1", USSD_MENU_SYNTAX,
		24, "no NAME=VALUE: =1"},
	    {"set before when", "when seller", "set a=1 when seller",
		USSD_MENU_SYNTAX, 24, "no NAME=VALUE: when"},
	    {"next of a menu", "  option 1 -> goods", "  next goods",
		USSD_MENU_SYNTAX, 21, "other than a menu"},
	    {"next twice", "next amount\n", "next amount\n  next sure\n",
		USSD_MENU_SYNTAX, 31, "next is in line 30"},
	    {"two nexts", "next amount", "next amount sure", USSD_MENU_SYNTAX,
		30, "one screen"},
	};

	(void)state;
	CHECK_ALL(edits);
}

static void
every_way_leads_on(void **state)
{
	static const struct edit edits[] = {
	    {"option to nowhere", "-> goods", "-> god", USSD_MENU_WAY, 21,
		"there is no screen god"},
	    {"next to nowhere", "next sure", "next shure", USSD_MENU_WAY, 34,
		"there is no screen shure"},
	    {"list without next", "  next amount\n", "", USSD_MENU_WAY, 27,
		"screen goods has no next"},
	    {"figure without next", "  next sure\n", "", USSD_MENU_WAY, 31,
		"screen amount has no next"},
	    {"words without next",
		"number quantity\n  en  How many {unit} of "
		"{product}?\n  sw  {product}, {unit} "
		"ngapi?\n  next sure\n",
		"text\n  en  A\n  sw  A\n", USSD_MENU_WAY, 31,
		"screen amount has no next"},
	    {"menu without options", NULL,
		"screen empty menu\n  en  A\n  sw  A\n", USSD_MENU_WAY, 47,
		"screen empty has no options"},
	    {"not reached", "option 1 -> goods", "option 1 -> income",
		USSD_MENU_WAY, 27, "no way leads to screen goods"},
	    {"an island", NULL,
		"screen a menu\n  en  A\n  sw  A\n  option 1 -> b\n"
		"    en  B\n    sw  B\nscreen b menu\n  en  B\n  sw  B\n"
		"  option 1 -> a\n    en  A\n    sw  A\n",
		USSD_MENU_WAY, 47, "no way leads to screen a"},
	    {"entered by itself", NULL,
		"screen who list people\n  en  Who?\n  sw  Nani?\n  next "
		"home\n",
		0, 0, ""},
	    {"next that leads back", "next sure", "next back", USSD_MENU_WAY,
		31, "cannot lead back"},
	    {"behind home", "option 1 -> goods", "option 1 -> back",
		USSD_MENU_WAY, 21, "nothing is behind home"},
	    {"no home", "screen home", "screen house", USSD_MENU_WAY, 46,
		"there is no screen home"},
	    {"people that are languages", NULL,
		"screen who list languages\n  en  A\n  sw  A\n  next home\n",
		USSD_MENU_WAY, 47, "screen who must be: list people"},
	    {"what one may see", "show my", "show income", USSD_MENU_WAY, 44,
		"there is no screen pin"},
	    {"what one may see behind a PIN", "screen income show my",
		"screen pin number pin secret\n  en  A\n  sw  A\n"
		"  next income\nscreen income show income",
		0, 0, ""},
	    {"home that is no menu", "screen home menu",
		"screen home show help", USSD_MENU_WAY, 18,
		"screen home must be: menu"},
	};

	(void)state;
	CHECK_ALL(edits);
}

static void
every_language_has_words(void **state)
{
	static const struct edit edits[] = {
	    {"a screen lacks one", "  sw  Unataka nini?\n", "", USSD_MENU_WORDS,
		27, "no words in sw"},
	    {"an option lacks one", "    sw  Nunua\n", "", USSD_MENU_WORDS, 21,
		"no words in sw"},
	    {"a text lacks one", "  sw  Rudi\n", "", USSD_MENU_WORDS, 12,
		"no words in sw"},
	    {"a language lacks all", "en sw", "en fr sw", USSD_MENU_WORDS, 3,
		"no words in fr"},
	    {"a text is missing", "text home\n  en  Home\n  sw  Mwanzo\n", "",
		USSD_MENU_WORDS, 43, "no text home"},
	    {"empty words", "    en  Buy", "    en", USSD_MENU_WORDS, 22,
		"no words (a - is for none)"},
	    {"unknown word", "{items}[", "{thing}[", USSD_MENU_WORDS, 36,
		"unknown {word}"},
	    {"open bracket", "{items}[", "{items", USSD_MENU_WORDS, 36,
		"not closed"},
	    {"word of another act", "{items}[", "{left}[", USSD_MENU_WORDS, 36,
		"nobody fills {left}"},
	    {"word of a condition", "when seller\n    en  Income",
		"when asked\n    en  Income ({n})", 0, 0, ""},
	};

	(void)state;
	CHECK_ALL(edits);
}

static void
a_change_has_its_token(void **state)
{
	static const struct edit edits[] = {
	    {"confirm without do", "-> do", "-> home", USSD_MENU_TOKEN, 35,
		"screen sure has no option -> do"},
	    {"do of another act alone", "-> do", "-> do stop", USSD_MENU_TOKEN,
		35, "screen sure has no option -> do"},
	    {"another act beside it", "option 2 -> back",
		"option 2 -> do decline", 0, 0, ""},
	    {"do in a menu", "-> income when seller", "-> do order",
		USSD_MENU_TOKEN, 24, "confirm screens alone"},
	    {"do behind a list", "next amount", "next do", USSD_MENU_TOKEN, 27,
		"next cannot be do"},
	    {"a change that is shown", "show my", "show cancel",
		USSD_MENU_TOKEN, 44, "cancel changes something"},
	    {"a wish that is shown", "show my", "show language", 0, 0, ""},
	    {"a confirm that tells",
		"confirm order\n  en  {items}[, {place}]\\n= {total}\n"
		"  sw  {items}[, {place}]\\n= {total}\n",
		"confirm status\n  en  {code}\n  sw  {code}\n", USSD_MENU_TOKEN,
		35, "status only tells"},
	};

	(void)state;
	CHECK_ALL(edits);
}

#define TEN "ten words "
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static void
screens_fit(void **state)
{
	static const struct edit edits[] = {
	    {"confirm", "= {total}\n  sw",
		"= {total} " HUNDRED TEN TEN TEN "\n  sw", USSD_MENU_LONG, 36,
		"the screen is too long in en"},
	    {"confirm of 70", "= {total}\n  sw",
		"= {total} если всё верно, нажмите один, а иначе два\n  sw",
		USSD_MENU_LONG, 36, "the screen is too long in en"},
	    {"figure", "{unit} ngapi?", HUNDRED TEN TEN TEN TEN, USSD_MENU_LONG,
		33, "the screen is too long in sw"},
	    {"list", "Unataka nini?", HUNDRED TEN TEN TEN TEN TEN,
		USSD_MENU_LONG, 29, "the words are too long in sw"},
	    {"menu", "  en  {market}", "  en  " HUNDRED TEN TEN TEN TEN TEN,
		USSD_MENU_LONG, 19, "the words are too long in en"},
	    {"option", "Mapato", HUNDRED TEN TEN TEN TEN TEN TEN,
		USSD_MENU_LONG, 26, "an option is too long in sw"},
	    {"shown", "  en  -", "  en  " HUNDRED, USSD_MENU_LONG, 45,
		"the words are too long in en"},
	    {"text", "Not an option.", HUNDRED, USSD_MENU_LONG, 4,
		"the text is too long in en"},
	    {"navigation", "en  Back", "en  To the screen before this one",
		USSD_MENU_LONG, 13, "the text is too long in en"},
	    {"a menu of two pages", "  option 5 -> income when seller",
		"  option 2 -> goods\n    en  A\n    sw  A\n"
		"  option 3 -> goods\n    en  A\n    sw  A\n"
		"  option 4 -> goods\n    en  A\n    sw  A\n"
		"  option 6 -> goods\n    en  A\n    sw  A\n"
		"  option 7 -> goods\n    en  A\n    sw  A\n"
		"  option 5 -> income when seller",
		0, 0, ""},
	};

	(void)state;
	CHECK_ALL(edits);
}

/* A file that is older than this furrow is good, but told. */
static void
texts_that_are_missing_are_english(void **state)
{
	struct ussd_menu *menu = read_sound();
	size_t missing = 0;

	(void)state;
	for (int i = 0; i < USSD_TEXTS; i++) {
		assert_true(ussd_menu_text(menu, i, 1)[0] != '\0');
		assert_int_equal(ussd_rows_english(i)[0] == '\0',
		    ussd_rows_at(USSD_TABLE_TEXT, i)->needed);
		missing += ussd_rows_english(i)[0] != '\0';
	}
	assert_int_equal(ussd_menu_warnings(menu), missing);
	assert_string_equal(ussd_menu_warning(menu, 0),
	    "ussd.menu:46: no text bye: it is said in English");
	ussd_menu_free(&menu);
}

/* One letter makes 70 of 160: allowed, but told. */
static void
short_screens_are_told(void **state)
{
	struct edit edit = {
	    "one letter", "Unataka nini?", "Unataka nini№", 0, 0, ""};
	struct buf text = buf_new(64u * 1024u);
	struct err err;
	struct ussd_menu *menu;

	(void)state;
	rewrite(&text, &edit);
	menu = ussd_menu_read(buf_str(&text), "ussd.menu", &err);
	assert_non_null(menu);
	assert_non_null(
	    strstr(ussd_menu_warning(menu, ussd_menu_warnings(menu) - 1),
		"ussd.menu:29: screen goods has room for 70 letters in sw"));
	assert_string_equal(ussd_menu_warning(menu, 99), "");
	ussd_menu_free(&menu);
	buf_free(&text);
}

/* -- files ----------------------------------------------------------------- */

static void
a_file_is_read(void **state)
{
	char path[] = "ussd_menu_test.XXXXXX";
	int fd = mkstemp(path);
	struct err err = {0};
	struct ussd_menu *menu;

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(
	    write(fd, sound, sizeof(sound) - 1), (ssize_t)sizeof(sound) - 1);
	menu = ussd_menu_load(path, &err);
	assert_non_null(menu);
	ussd_menu_free(&menu);
	assert_int_equal(write(fd, "hm\n", 3), 3);
	assert_null(ussd_menu_load(path, &err));
	assert_int_equal(err.offset, 47);
	assert_int_equal(strncmp(err.text, path, strlen(path)), 0);
	close(fd);
	unlink(path);
	assert_null(ussd_menu_load("/nowhere/ussd.menu", &err));
	assert_int_equal(err.code, USSD_MENU_FILE);
	assert_non_null(strstr(err.text, "/nowhere/ussd.menu"));
}

static void
a_file_that_is_too_long_is_refused(void **state)
{
	size_t octets = 512u * 1024u + 1;
	char *text = calloc(octets, 1);
	struct err err = {0};

	(void)state;
	memset(text, ' ', octets);
	assert_null(ussd_menu_read(str_of(text, octets), "ussd.menu", &err));
	assert_int_equal(err.code, USSD_MENU_SYNTAX);
	assert_non_null(strstr(err.text, "512 KiB"));
	free(text);
	assert_null(ussd_menu_read(STR(""), "ussd.menu", &err));
	assert_int_equal(err.code, USSD_MENU_SYNTAX);
}

static void
there_are_no_more_screens_than_fit(void **state)
{
	struct buf text = buf_new(64u * 1024u);
	struct err err = {0};

	(void)state;
	buf_add_text(&text, "languages en\n");
	for (int i = 0; i <= USSD_MENU_SCREENS; i++)
		buf_add_format(&text, "screen s%d menu\n", i);
	assert_null(ussd_menu_read(buf_str(&text), "ussd.menu", &err));
	assert_int_equal(err.code, USSD_MENU_SYNTAX);
	assert_int_equal(err.offset, USSD_MENU_SCREENS + 2);
	assert_non_null(strstr(err.text, "more than 96 screens"));
	buf_free(&text);
}

/* Names of one table differ, and what a row fills is a word. */
static void
rows_are_sound(void **state)
{
	(void)state;
	for (int t = 0; t < USSD_TABLES; t++)
		for (size_t i = 0; i < ussd_rows_count((enum ussd_table)t);
		     i++) {
			const struct ussd_row *row =
			    ussd_rows_at((enum ussd_table)t, (int)i);
			struct str rest = str_from(row->words), word;

			assert_int_equal(ussd_rows_find((enum ussd_table)t,
					     str_from(row->name)),
			    (int)i);
			while (str_cut(&word, &rest, ' ')) {
				char filled[64] = "", braces[40];

				if (word.octets == 0)
					continue;
				assert_true(ussd_rows_fills(row, word));
				(void)snprintf(braces, sizeof(braces), "{%.*s}",
				    (int)word.octets, word.at);
				/* Panics on a word that phrases do not know. */
				ussd_menu_fill(filled, sizeof(filled), braces,
				    phrase_sample("en"));
				assert_true(filled[0] != '\0');
			}
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_file_becomes_screens),
	    cmocka_unit_test(languages_are_found),
	    cmocka_unit_test(words_are_filled),
	    cmocka_unit_test(lines_are_understood_or_refused),
	    cmocka_unit_test(screens_are_understood_or_refused),
	    cmocka_unit_test(options_are_understood_or_refused),
	    cmocka_unit_test(every_way_leads_on),
	    cmocka_unit_test(every_language_has_words),
	    cmocka_unit_test(a_change_has_its_token),
	    cmocka_unit_test(screens_fit),
	    cmocka_unit_test(texts_that_are_missing_are_english),
	    cmocka_unit_test(short_screens_are_told),
	    cmocka_unit_test(a_file_is_read),
	    cmocka_unit_test(a_file_that_is_too_long_is_refused),
	    cmocka_unit_test(there_are_no_more_screens_than_fit),
	    cmocka_unit_test(rows_are_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
