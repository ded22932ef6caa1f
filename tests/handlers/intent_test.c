/* The reader of texts: what changes with what the gateway knows about the
 * sender (intent_story_test tells what people write). */
#include "handlers/intent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

static void
expect(const char *text, const struct intent_hints *hints, const char *story)
{
	char told[512];
	struct intent in;
	intent_parse(&in, setup.lex, setup.cat, str_from(text), hints);
	intent_story(told, sizeof(told), &setup, &in);
	if (strcmp(told, story) != 0)
		print_error("%s\n", text);
	assert_string_equal(told, story);
}

static void
digit_answers_the_open_question(void **state)
{
	(void)state;
	struct intent_question choice = {
	    .kind = INTENT_QUESTION_CHOICE, .choices_count = 3};
	struct intent_question quantity = {.kind = INTENT_QUESTION_QUANTITY};
	struct intent_hints hints = {
	    .roles = INTENT_ROLE_BUYER, .question = &choice};
	expect("2", &hints, "digit 2");
	expect(" 2. ", &hints, "digit 2");
	expect("two", &hints, "digit 2");
	expect("number 2", &hints, "digit 2");
	expect("\xef\xbc\x92", &hints, "digit 2"); /* full width */
	/* A whole new order outranks the question. */
	expect("2kg rice", &hints, "order rice 2kg");
	hints.question = &quantity;
	expect("5kg", &hints, "digit - 5kg");
	expect("5", &hints, "digit - 5 5");
	expect("half kg", &hints, "digit - 0.5kg");
	hints.question = NULL;
	expect("2", &hints, "digit? 2");
	expect("5kg", &hints, "ambiguous? - 5kg");
}

static void
yes_without_a_code_is_doubtful_when_two_are_open(void **state)
{
	(void)state;
	static const char *const codes[] = {"K7F", "M4T"};
	struct intent_hints hints = {.roles = INTENT_ROLE_SELLER,
	    .open_codes = codes,
	    .open_codes_count = 1,
	    .open_proposals = 1};
	expect("yes", &hints, "accept");
	expect("1", &hints, "digit 1");
	hints.open_codes_count = 2;
	hints.open_proposals = 2;
	expect("yes", &hints, "accept?");
	expect("yes m4t", &hints, "accept | #M4T");
	expect("no", &hints, "reject?");
	expect("only 3", &hints, "partial? - 3");
	expect("45/kg", &hints, "counter? | ask 45/kg");
	hints.has_list = true;
	expect("ok 2", &hints, "accept | no. 2");
	expect("no 1", &hints, "reject | no. 1");
	hints.has_list = false;
	hints.open_codes_count = 1;
	hints.open_proposals = 1;
	expect("sold out", &hints, "reject");
	expect("at 45", &hints, "counter | ask 45");
	hints.open_proposals = 0;
	expect("sold out", &hints, "sold_out");
	expect("none", &hints, "reject");
}

static void
wish_is_a_yes_to_an_open_question(void **state)
{
	(void)state;
	struct intent_question yes_no = {.kind = INTENT_QUESTION_YES_NO};
	struct intent_hints hints = {
	    .roles = INTENT_ROLE_BUYER, .question = &yes_no};
	expect("\xe8\xa6\x81", &hints, "accept");
	expect("i want", &hints, "accept");
	hints.question = NULL;
	expect("\xe8\xa6\x81", &hints, "ambiguous?");
}

static void
codes_are_mended_only_when_open(void **state)
{
	(void)state;
	static const char *const codes[] = {"K7F", "B2D"};
	struct intent_hints hints = {.roles = INTENT_ROLE_SELLER,
	    .open_codes = codes,
	    .open_codes_count = 2,
	    .open_proposals = 2};
	expect("yes ktf", &hints, "accept | #K7F");
	expect("yes bzd", &hints, "accept | #B2D");
	expect("yes 82d", &hints, "accept | #B2D");
	expect("yes k 7 f", &hints, "accept | #K7F");
	expect("YES #K-7-F", &hints, "accept | #K7F");
	expect("yes k7f4", &hints, "accept | #K7F4");
	expect("7kg", &hints, "ambiguous? - 7kg");
	expect("5K", &hints, "ambiguous? - 5000");
	hints.open_codes_count = 0;
	expect("yes ktf", &hints, "accept?");
}

static void
partial_needs_a_seller(void **state)
{
	(void)state;
	struct intent_hints hints = {.roles = INTENT_ROLE_BUYER};
	expect("only 3kg", &hints, "ambiguous? - 3kg");
	expect("only 3kg rice", &hints, "order rice 3kg");
	hints.roles |= INTENT_ROLE_SELLER;
	hints.open_proposals = 1;
	expect("only 3kg", &hints, "partial - 3kg");
	expect("i want 3kg rice", &hints, "order rice 3kg");
}

static void
stop_is_heard_in_every_language(void **state)
{
	(void)state;
	static const char *const stops[] = {"STOP", "Stop.", "acha",
	    "simamisha", "\xe9\x80\x80\xe8\xae\xa2", "TD", "band karo",
	    "\xe0\xa4\xac\xe0\xa4\x82\xe0\xa4\xa6 \xe0\xa4\x95\xe0\xa4\xb0"
	    "\xe0\xa5\x8b",
	    "ARRET", "arr\xc3\xaat", "BAJA", "alto", "parar", "SAIR",
	    "\xe0\xa6\xac\xe0\xa6\xa8\xe0\xa7\x8d\xe0\xa6\xa7",
	    "\xd8\xaa\xd9\x88\xd9\x82\xd9\x81", "berhenti", "UNREG",
	    "\xe1\x8a\xa0\xe1\x89\x81\xe1\x88\x9d", "unsubscribe", "opt-out",
	    "STOPALL", "please stop sending me messages"};
	static const char *const langs[] = {NULL, "en", "zh", "sw", "fr"};
	struct intent_hints hints = {0};
	for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
		for (size_t l = 0; l < sizeof(langs) / sizeof(langs[0]); l++) {
			hints.lang = langs[l];
			expect(stops[i], &hints, "stop");
		}
	expect("5kg maize at the bus stop", &hints, "order maize 5kg");
}

static void
details_lie_in_the_text(void **state)
{
	(void)state;
	struct intent in;
	struct intent_hints hints = {.roles = INTENT_ROLE_OFFICER};
	struct str text = STR("REG +254722123456 Mary Wanjiku, Kibera village");
	intent_parse(&in, setup.lex, setup.cat, text, &hints);
	assert_int_equal(in.kind, INTENT_REGISTER);
	assert_true(str_is(in.phone, "+254722123456"));
	assert_true(str_is(in.name, "Mary Wanjiku, Kibera village"));
	hints.roles = INTENT_ROLE_BUYER;
	text = STR("PROBLEM K7F two bags were wet");
	intent_parse(&in, setup.lex, setup.cat, text, &hints);
	assert_int_equal(in.kind, INTENT_PROBLEM);
	assert_true(str_is(in.rest, "two bags were wet"));
	text = STR("SELLER Mary, Kibera");
	intent_parse(&in, setup.lex, setup.cat, text, &hints);
	assert_int_equal(in.kind, INTENT_SELLER_REQUEST);
	assert_true(str_is(in.rest, "Mary, Kibera"));
}

static void
limits_hold(void **state)
{
	(void)state;
	static char text[40000];
	struct intent in;
	size_t used = 0;
	while (used + 16 < sizeof(text))
		used += (size_t)snprintf(
		    text + used, sizeof(text) - used, "1kg rice ");
	intent_parse(&in, setup.lex, setup.cat, str_of(text, used), NULL);
	assert_true(in.items_count <= INTENT_ITEMS);
	assert_true(in.ask);
	intent_parse(&in, setup.lex, setup.cat, STR(""), NULL);
	assert_int_equal(in.kind, INTENT_NONE);
	intent_parse(&in, setup.lex, setup.cat, STR("\xff\xfe\x80"), NULL);
	assert_int_equal(in.kind, INTENT_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(digit_answers_the_open_question),
	    cmocka_unit_test(yes_without_a_code_is_doubtful_when_two_are_open),
	    cmocka_unit_test(wish_is_a_yes_to_an_open_question),
	    cmocka_unit_test(codes_are_mended_only_when_open),
	    cmocka_unit_test(partial_needs_a_seller),
	    cmocka_unit_test(stop_is_heard_in_every_language),
	    cmocka_unit_test(details_lie_in_the_text),
	    cmocka_unit_test(limits_hold),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
