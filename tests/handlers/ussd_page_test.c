/* ussd_page - pages as they stand on a telephone, and what holds of all. */
#include "handlers/ussd_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/ucs2.h"

#define MORE .more = "More"
#define WAYS .more = "More", .back = "Back", .home = "Home"
#define SCREEN .septets = 160, .units = 70

#define TEN "ten words "
#define FIFTY TEN TEN TEN TEN TEN

static const struct ussd_page_option three[] = {
    {1, "Maize"}, {2, "Beans"}, {3, "Onion"}};

static const struct ussd_page_option twelve[] = {{1, "Maize"}, {2, "Beans"},
    {3, "Onion"}, {4, "Potato"}, {5, "Tomato"}, {6, "Cabbage"}, {7, "Kale"},
    {8, "Carrot"}, {9, "Rice"}, {10, "Millet"}, {11, "Sorghum"}, {12, "Egg"}};

#define OPTIONS(list) .option = list, .options = sizeof(list) / sizeof(list[0])

static void
says(const struct ussd_page_ask *ask, const char *text)
{
	struct ussd_page page;

	ussd_page_make(&page, ask);
	assert_string_equal(page.text, text);
}

static void
a_screen_is_words_options_ways(void **state)
{
	(void)state;
	says(
	    &(struct ussd_page_ask){
		.words = "What do you want?", OPTIONS(three), WAYS, SCREEN},
	    "What do you want?\n1 Maize\n2 Beans\n3 Onion\n0 Back\n00 Home");
	says(&(struct ussd_page_ask){OPTIONS(three), MORE, SCREEN},
	    "1 Maize\n2 Beans\n3 Onion");
	says(&(struct ussd_page_ask){.words = "Goodbye.", SCREEN}, "Goodbye.");
	says(&(struct ussd_page_ask){.words = "How many kg?", WAYS, SCREEN},
	    "How many kg?\n0 Back\n00 Home");
	says(&(struct ussd_page_ask){.words = "", SCREEN}, "");
}

static void
keys_run_on_over_pages(void **state)
{
	struct ussd_page_ask ask = {
	    .words = "What?", OPTIONS(twelve), WAYS, SCREEN};
	struct ussd_page page;

	(void)state;
	says(&ask, "What?\n1 Maize\n2 Beans\n3 Onion\n4 Potato\n5 Tomato\n"
		   "98 More\n0 Back\n00 Home");
	ask.page = 1;
	says(&ask, "What?\n6 Cabbage\n7 Kale\n8 Carrot\n9 Rice\n10 Millet\n"
		   "98 More\n0 Back\n00 Home");
	ask.page = 2;
	says(&ask, "What?\n11 Sorghum\n12 Egg\n0 Back\n00 Home");
	ask.page = 7; /* there is none: the last */
	ussd_page_make(&page, &ask);
	assert_int_equal(page.page, 2);
	assert_int_equal(page.first, 10);
	assert_int_equal(page.last, 12);
	assert_false(page.more);
	assert_true(page.gsm);
	assert_int_equal(page.size, strlen(page.text));
	ask.page = -3;
	ussd_page_make(&page, &ask);
	assert_int_equal(page.page, 0);
	assert_true(page.more);
}

/* Six would be one page of six: five and one. */
static void
five_are_a_page(void **state)
{
	struct ussd_page_ask ask = {
	    .option = twelve, .options = 6, MORE, SCREEN};

	(void)state;
	says(&ask, "1 Maize\n2 Beans\n3 Onion\n4 Potato\n5 Tomato\n98 More");
	ask.page = 1;
	says(&ask, "6 Cabbage");
	ask.options = 5;
	says(&ask, "1 Maize\n2 Beans\n3 Onion\n4 Potato\n5 Tomato");
}

/* 23.038 6.2.1: {, [, the euro and others go behind an escape. */
static void
escapes_take_two_septets(void **state)
{
	static const struct ussd_page_option braces[] = {
	    {1, "[[[[[[[["}, {2, "{{{{{{{{"}, {3, "€€€€€€€€"}};
	struct ussd_page_ask ask = {
	    OPTIONS(braces), MORE, .septets = 56, .units = 70};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &ask); /* 18 + 1 + 18 + 1 + 18 */
	assert_int_equal(page.size, 56);
	assert_false(page.more);
	ask.septets = 55;
	ussd_page_make(&page, &ask);
	assert_string_equal(page.text, "1 [[[[[[[[\n2 {{{{{{{{\n98 More");
	assert_true(page.more);
	assert_int_equal(page.size, 45);
}

static void
one_letter_makes_units_of_all(void **state)
{
	static const struct ussd_page_option goods[] = {
	    {1, "Maize of this year"}, {2, "Beans of this year"},
	    {3, "玉米 of this year"}, {4, "Onions of this year"}};
	struct ussd_page_ask ask = {.words = "What do you want to buy today?",
	    OPTIONS(goods),
	    MORE,
	    SCREEN};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &ask);
	assert_true(page.gsm);
	assert_int_equal(page.last, 2); /* with the third: 80 of 70 */
	ask.page = 1;
	ussd_page_make(&page, &ask);
	assert_false(page.gsm);
	assert_string_equal(page.text,
	    "What do you want to buy today?\n3 玉米 of this year\n"
	    "4 Onions of this year");
	assert_int_equal(page.size, ucs2_count(str_from(page.text)));
}

static void
an_emoji_is_two_units(void **state)
{
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &(struct ussd_page_ask){.words = "a😀", SCREEN});
	assert_int_equal(page.size, 3);
}

static void
marks_and_accents_go_where_it_helps(void **state)
{
	(void)state;
	says(&(struct ussd_page_ask){.words = "Otieno’s – “fresh” maize…",
		 SCREEN},
	    "Otieno's - \"fresh\" maize...");
	says(&(struct ussd_page_ask){.words = "maçã, pão, é, œuf", SCREEN},
	    "maca, pao, é, oeuf");
	/* It is UCS2 anyway: nothing is taken away for nothing. */
	says(&(struct ussd_page_ask){.words = "maçã 王", SCREEN}, "maçã 王");
	says(&(struct ussd_page_ask){.words = "टमाटर – 5 किलो", SCREEN},
	    "टमाटर – 5 किलो");
}

/* What people wrote can neither make lines nor turn them about. */
static void
labels_are_one_line(void **state)
{
	static const struct ussd_page_option bad[] = {
	    {1, "Maize\n2 Free money"}, {2, "a\x01\x7F\tb\rc"},
	    {3, "x\xE2\x80\xAEy\xE2\x80\xA8z"}, {4, "no\xFFne"}, {5, "a b"}};

	(void)state;
	says(&(struct ussd_page_ask){OPTIONS(bad), MORE, SCREEN},
	    "1 Maize 2 Free money\n2 a \x62\x63\n3 xy z\n4 no\xEF\xBF\xBDne\n"
	    "5 a b");
}

static void
a_label_is_cut_only_alone(void **state)
{
	static const struct ussd_page_option goods[] = {
	    {1, "Maize"}, {2, FIFTY FIFTY FIFTY "and so on"}, {3, "Onion"}};
	struct ussd_page_ask ask = {
	    .words = "What?", OPTIONS(goods), WAYS, SCREEN};
	struct ussd_page page;

	(void)state;
	says(&ask, "What?\n1 Maize\n98 More\n0 Back\n00 Home");
	ask.page = 1;
	ussd_page_make(&page, &ask);
	assert_int_equal(page.size, 160);
	assert_true(page.cut);
	assert_true(page.more);
	assert_int_equal(page.last - page.first, 1);
	assert_non_null(strstr(page.text, "..\n98 More"));
	ask.page = 2;
	says(&ask, "What?\n3 Onion\n0 Back\n00 Home");
}

/* Nothing of it fits, and the person still sees that there is something. */
static void
a_label_of_nothing_is_two_points(void **state)
{
	static const struct ussd_page_option goods[] = {
	    {1, "Maize"}, {2, "\xE2\x80\xAE"}, {13, "किििििििििििििििििििि"}};
	struct ussd_page_ask ask = {
	    OPTIONS(goods), WAYS, .septets = 20, .units = 20, .page = 1};

	(void)state;
	says(&ask, "13 ..\n0\n00");
}

/* What is cut is cut between letters, and these keep their signs. */
static void
signs_stay_with_their_letter(void **state)
{
	static const struct ussd_page_option goods[] = {
	    {1, "किकिकिकिकिकिकिकिकिकिकिकिकिकिकि"}};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &(struct ussd_page_ask){
				  OPTIONS(goods), .septets = 160, .units = 21});
	assert_string_equal(page.text, "1 किकिकिकिकिकिकिकि..");
	assert_true(page.cut);
}

/* -- long words ------------------------------------------------------------ */

static void
long_words_go_before_the_options(void **state)
{
	struct ussd_page_ask ask = {.words = FIFTY FIFTY FIFTY "and an end",
	    OPTIONS(three),
	    WAYS,
	    SCREEN};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &ask);
	assert_string_equal(page.text, FIFTY FIFTY
	    "ten words ten words ten words ten\n98 More\n0 Back\n00 Home");
	assert_int_equal(page.last, 0);
	assert_false(page.cut);
	ask.page = 1;
	says(&ask, "words ten words and an end\n1 Maize\n2 Beans\n3 Onion\n"
		   "0 Back\n00 Home");
}

static void
letters_without_blanks_end_anywhere(void **state)
{
	char text[100 * 3 + 1] = "";
	struct ussd_page_ask ask = {.words = text, MORE, SCREEN};
	struct ussd_page page;

	(void)state;
	for (int i = 0; i < 100; i++)
		strcat(text, "米");
	ussd_page_make(&page, &ask);
	assert_true(page.more);
	/* 70, less "98 More", its line and the two points of a cut. */
	assert_int_equal(page.size, 68);
	ask.page = 1;
	ussd_page_make(&page, &ask);
	assert_false(page.more);
	assert_int_equal(page.size, 100 - 60);
}

/* -- the line on top ------------------------------------------------------- */

static void
top_takes_the_room_of_words(void **state)
{
	struct ussd_page_ask ask = {.top = "Not an option.",
	    .words = "What do you want to buy today in this market?",
	    .option = twelve,
	    .options = 12,
	    WAYS,
	    .septets = 120,
	    .units = 70};
	struct ussd_page page;
	size_t first, last;

	(void)state;
	says(&ask,
	    "Not an option.\nWhat do you want to buy today in this..\n1 Maize\n"
	    "2 Beans\n3 Onion\n4 Potato\n5 Tomato\n98 More\n0 Back\n"
	    "00 Home");
	for (ask.page = 0; ask.page < 4; ask.page++) {
		ask.top = NULL;
		ussd_page_make(&page, &ask);
		first = page.first;
		last = page.last;
		ask.top = "Not an option.";
		ussd_page_make(&page, &ask);
		assert_int_equal(page.first, first);
		assert_int_equal(page.last, last);
	}
}

static void
what_is_confirmed_is_not_cut(void **state)
{
	static const struct ussd_page_option yes[] = {{1, "Yes"}, {2, "No"}};
	struct ussd_page_ask ask = {.top = "Not an option.",
	    .words = "5 kg tomato, 2 bags maize = KES 9,600",
	    OPTIONS(yes),
	    .septets = 60,
	    .units = 60,
	    .whole = true};

	(void)state;
	says(&ask, "Not an op..\n5 kg tomato, 2 bags maize = KES 9,600\n1 Yes\n"
		   "2 No");
	ask.septets = 50;
	says(&ask, "5 kg tomato, 2 bags maize = KES 9,600\n1 Yes\n2 No");
}

/* By the words that are gone the page is of the GSM alphabet, of which this
 * channel says that it shows less. */
static void
fewer_septets_than_units_are_both(void **state)
{
	struct ussd_page_ask ask = {.top = "Not an option.",
	    .words = "米",
	    .option = twelve,
	    .options = 5,
	    WAYS,
	    .septets = 36,
	    .units = 70};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &ask);
	assert_true(page.size <= 36);
	assert_true(page.text[0] != '\0');
}

/* Without the Chinese words the label would be of the GSM alphabet, where each
 * of its letters is two: then not the words go, but the line on top. */
static void
words_stay_where_the_rest_would_grow(void **state)
{
	static const struct ussd_page_option label[] = {{1, "[[[[[[[[[[["}};
	struct ussd_page_ask ask = {.top = "Not an option.",
	    .words = "\u7c73",
	    OPTIONS(label),
	    .septets = 20,
	    .units = 20};

	(void)state;
	says(&ask, "No..\n\u7c73\n1 [[[[[[[[[[[");
}

static void
a_letter_of_many_signs_goes_on(void **state)
{
#define SIGNS "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
	struct ussd_page_ask ask = {.words = "\u0915" SIGNS SIGNS SIGNS " b",
	    .more = "More",
	    .septets = 20,
	    .units = 20,
	    .page = 9};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &ask);
	assert_false(page.more);
	assert_non_null(strstr(page.text, "b"));
}

/* -- whatever comes -------------------------------------------------------- */

/* A walk over all pages: within limits, each option once and in order, all
 * words there. */
static void
walk(struct ussd_page_ask *ask)
{
	struct ussd_page page = {.more = true};
	size_t next = 0;

	for (ask->page = 0; page.more; ask->page++) {
		size_t septets;

		ussd_page_make(&page, ask);
		assert_int_equal(page.page, ask->page);
		assert_int_equal(page.first, next);
		assert_true(page.last - page.first <= USSD_PAGE_OPTIONS);
		next = page.last;
		assert_true(utf8_valid(str_from(page.text)));
		assert_true(page.page < 400);
		if (gsm7_count(&septets, str_from(page.text))) {
			assert_int_equal(page.size, septets);
			assert_true((int)septets <= ask->septets);
		} else {
			assert_true(
			    (int)ucs2_count(str_from(page.text)) <= ask->units);
		}
	}
	assert_int_equal(next, ask->options);
}

static void
every_limit_is_kept(void **state)
{
	static const struct ussd_page_option odd[] = {{1, ""}, {2, "玉米"},
	    {3, FIFTY FIFTY FIFTY FIFTY}, {4, "{}[]~€"},
	    {5, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}, {88, "x"}, {89, "é"}};
	static const char *const words[] = {NULL, "What?", FIFTY,
	    FIFTY FIFTY FIFTY FIFTY,
	    "टमाटर टमाटर टमाटर टमाटर टमाटर टमाटर टमाटर",
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "a"
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "a"};

	(void)state;
	for (size_t w = 0; w < sizeof(words) / sizeof(words[0]); w++)
		for (int septets = 20; septets <= 182; septets += 31)
			for (int top = 0; top < 2; top++) {
				struct ussd_page_ask ask = {.words = words[w],
				    OPTIONS(odd),
				    WAYS,
				    .septets = septets,
				    .units = septets < 80 ? septets : 80,
				    .whole = septets % 2 == 0};

				ask.top = top ? "Not an option." : NULL;
				walk(&ask);
				ask.options = 0;
				walk(&ask);
			}
}

/* From home nothing lies behind the first page; the others lead back to it, and
 * a key is on the same page whichever is asked for. */
static void
the_root_has_no_way_back(void **state)
{
	static const struct ussd_page_option six[] = {{1, "Buy"}, {2, "Orders"},
	    {3, "Sell"}, {5, "Income"}, {6, "Language"}, {7, "Help"}};
	struct ussd_page_ask ask = {.words = "Market",
	    OPTIONS(six),
	    .more = "More",
	    .back = "Back",
	    .septets = 160,
	    .units = 70,
	    .root = true};
	struct ussd_page page;

	(void)state;
	ussd_page_make(&page, &ask);
	assert_string_equal(page.text,
	    "Market\n1 Buy\n2 Orders\n3 Sell\n5 Income\n6 Language\n98 More");
	ask.page = 1;
	ussd_page_make(&page, &ask);
	assert_string_equal(page.text, "Market\n7 Help\n0 Back");
	ask.page = 0;
	ask.top = "Not an option.";
	ussd_page_make(&page, &ask);
	assert_null(strstr(page.text, "Back"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_screen_is_words_options_ways),
	    cmocka_unit_test(keys_run_on_over_pages),
	    cmocka_unit_test(five_are_a_page),
	    cmocka_unit_test(escapes_take_two_septets),
	    cmocka_unit_test(one_letter_makes_units_of_all),
	    cmocka_unit_test(an_emoji_is_two_units),
	    cmocka_unit_test(marks_and_accents_go_where_it_helps),
	    cmocka_unit_test(labels_are_one_line),
	    cmocka_unit_test(a_label_is_cut_only_alone),
	    cmocka_unit_test(a_label_of_nothing_is_two_points),
	    cmocka_unit_test(signs_stay_with_their_letter),
	    cmocka_unit_test(long_words_go_before_the_options),
	    cmocka_unit_test(letters_without_blanks_end_anywhere),
	    cmocka_unit_test(top_takes_the_room_of_words),
	    cmocka_unit_test(what_is_confirmed_is_not_cut),
	    cmocka_unit_test(fewer_septets_than_units_are_both),
	    cmocka_unit_test(the_root_has_no_way_back),
	    cmocka_unit_test(words_stay_where_the_rest_would_grow),
	    cmocka_unit_test(a_letter_of_many_signs_goes_on),
	    cmocka_unit_test(every_limit_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
