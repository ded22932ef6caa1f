/* Texts that nobody means well: no octets may crash the reader, make an order
 * of nonsense, or bring anything into the record but pieces of the text. */
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

/* Everybody the gateway may know: nobody, a buyer, a seller with an open
 * question, an officer, an admin. */
#define SENDERS 5

static struct intent_hints
sender(int which)
{
	static const char *const codes[] = {"K7F", "M3P"};
	static const struct intent_question question = {
	    .kind = INTENT_QUESTION_QUANTITY};
	static const struct intent_hints senders[SENDERS] = {
	    {.roles = 0},
	    {.roles = INTENT_ROLE_BUYER, .lang = "sw", .question = &question},
	    {.roles = INTENT_ROLE_SELLER,
		.open_codes = codes,
		.open_codes_count = 2,
		.open_proposals = 2,
		.has_list = true},
	    {.roles = INTENT_ROLE_OFFICER, .lang = "zh"},
	    {.roles = INTENT_ROLE_ADMIN, .lang = "xx"},
	};
	return senders[which];
}

static bool
is_inside(struct str piece, struct str text)
{
	return piece.octets == 0 ||
	       (piece.at >= text.at &&
		   piece.at + piece.octets <= text.at + text.octets);
}

static bool
is_terminated(const char *word, size_t octets)
{
	return memchr(word, '\0', octets) != NULL;
}

static bool
is_sane_item(const struct intent_item *item, struct str text)
{
	/* Nine digits and three of a fraction, by the dozen or ton at most. */
	const int64_t milli_most = INT64_C(1000000000) * 1000 * 1000;
	return item->product >= -1 &&
	       (item->product < 0 ||
		   catalogue_key(setup.cat, item->product) != NULL) &&
	       (item->has_qty ? item->qty_milli > 0 : item->qty_milli == 0) &&
	       item->qty_milli < milli_most && item->qty_high_milli >= 0 &&
	       item->price_milli >= 0 && item->rivals_count <= INTENT_RIVALS &&
	       is_terminated(item->unit, sizeof(item->unit)) &&
	       is_terminated(item->price_per, sizeof(item->price_per)) &&
	       is_inside(item->said, text);
}

/* NULL, or what is wrong with the record. */
static const char *
fault_of(const struct intent *in, struct str text)
{
	if (in->items_count > INTENT_ITEMS)
		return "too many items";
	for (size_t i = 0; i < in->items_count; i++)
		if (!is_sane_item(&in->items[i], text))
			return "an item is not sane";
	if (!is_inside(in->place, text) || !is_inside(in->name, text) ||
	    !is_inside(in->phone, text) || !is_inside(in->seller, text) ||
	    !is_inside(in->rest, text))
		return "a string lies outside of the text";
	if (!is_terminated(in->code, sizeof(in->code)) ||
	    !is_terminated(in->day, sizeof(in->day)) ||
	    !is_terminated(in->to, sizeof(in->to)) ||
	    !is_terminated(in->lang, sizeof(in->lang)) || in->rule == NULL)
		return "a word is not terminated";
	if (in->price_milli < 0 ||
	    (in->price != INTENT_PRICE_NONE) != (in->price_milli > 0))
		return "a price that is none";
	if (in->kind == INTENT_ORDER && !in->ask) {
		if (in->items_count == 0)
			return "an order of nothing";
		for (size_t i = 0; i < in->items_count; i++)
			if (in->items[i].product < 0 || !in->items[i].has_qty ||
			    in->items[i].qty_high_milli != 0)
				return "an order that is not whole";
	}
	return NULL;
}

static void
expect_sane(struct str text)
{
	for (int i = 0; i < SENDERS; i++) {
		struct intent in;
		struct intent_hints hints = sender(i);
		intent_parse(&in, setup.lex, setup.cat, text, &hints);
		const char *fault = fault_of(&in, text);
		if (fault != NULL)
			print_error("%.*s\n  %s\n",
			    (int)(text.octets < 200 ? text.octets : 200),
			    text.at, fault);
		assert_null(fault);
	}
}

/* Nobody's text is acted on, but for what `fine` tells, if anything. */
static int
act_of_nonsense(struct str text, const char *fine)
{
	static const unsigned roles[] = {
	    0, INTENT_ROLE_BUYER, INTENT_ROLE_SELLER};
	int failed = 0;
	expect_sane(text);
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		struct intent in;
		char told[2048];
		struct intent_hints hints = {.roles = roles[i]};
		intent_parse(&in, setup.lex, setup.cat, text, &hints);
		intent_story(told, sizeof(told), &setup, &in);
		if (!intent_is_act(&in) ||
		    (fine != NULL && strcmp(told, fine) == 0))
			continue;
		print_error("%.*s (roles %u)\n  want %s or no act\n"
			    "  got  %s\n",
		    (int)(text.octets < 200 ? text.octets : 200), text.at,
		    roles[i], fine == NULL ? "a question" : fine, told);
		failed++;
	}
	return failed;
}

static const struct str nonsense[] = {
    /* no UTF-8: lone octets, cut short, overlong, surrogates, beyond
     * the last code point */
    STR("\xff\xfe\x80\xbf"),
    STR("\xe4\xb8"),
    STR("\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf"),
    STR("\xed\xa0\x80\xed\xbf\xbf"),
    STR("\xf4\x90\x80\x80\xf8\x88\x80\x80\x80"),
    STR("\xc0\xb5\xc0\xab\xc1\xa7 rice"), /* overlong "5kg" */
    /* octets that end strings elsewhere */
    STR("\0\0\0\0"),
    STR("\0"
	"5kg\0\0"),
    /* only marks, only emoji, only what cannot be seen */
    STR("....,,,,;;;;::::!!!!????"),
    STR("()[]{}<>|\\/@#$%^&*_=+~`"),
    STR("\xf0\x9f\x8d\x85\xf0\x9f\xa7\x85\xf0\x9f\x9a\x9c"),
    STR("5 \xf0\x9f\x9a\x9c\xf0\x9f\x8f\xbd"),
    STR("\xe2\x80\x8b\xe2\x80\x8d\xe2\x80\xae\xef\xbb\xbf"),
    STR("\x1b[31m\x07\x08\x7f"),
    STR("\r\n\r\n\t\v\f"),
    /* meant for other programs */
    STR("'; DROP TABLE orders; --"),
    STR("' OR 1=1 --"),
    STR("%n%n%n%s%s%x%x"),
    STR("$(reboot) `id` ${PATH} && ls | sh"),
    STR("<script>alert(5)</script>"),
    STR("../../etc/passwd"),
    STR("AT+CMGD=1,4\r"),
    STR("{\"intent\":\"order\",\"qty\":5}"),
    STR("=cmd|' /C calc'!A0"),
    /* figures that are none */
    STR("-5 kg rice"),
    STR("minus 5 kg rice"),
    STR("0 kg rice"),
    STR("0.0 kg rice"),
    STR("0.0001 kg rice"),
    STR("1e99 kg rice"),
    STR("0x10 kg rice"),
    STR("NaN kg rice"),
    STR("inf kg rice"),
    STR("99999999999999999999 kg rice"),
    STR("9223372036854775808 kg rice"),
    STR("1/0 kg rice"),
    STR("0/0 kg rice"),
    STR("5-4-3-2-1 kg rice"),
    STR("50% rice"),
    STR("-0 rice"),
    STR("\xe2\x88\x92"
	"5 kg rice"), /* a true minus */
    STR("\xe0\xa5\xa6 kg rice"), /* zero in Devanagari */
    STR("\xe2\x88\x9e kg rice"), /* infinity */
    STR("\xe9\x9b\xb6\xe6\x96\xa4\xe5\xa4\xa7\xe7\xb1\xb3"),
};

static void
nonsense_is_no_order(void **state)
{
	(void)state;
	int failed = 0;
	for (size_t i = 0; i < sizeof(nonsense) / sizeof(nonsense[0]); i++)
		failed += act_of_nonsense(nonsense[i], NULL);
	assert_int_equal(failed, 0);
}

/* What is disguised is read right or asked about, never read as other. */
static const struct {
	struct str text;
	const char *want;
} disguised[] = {
    /* Cyrillic letters in Latin words: c, o, a, p */
    {STR("5kg ri\xd1\x81"
	 "e"),
	"order rice 5kg"},
    {STR("5kg t\xd0\xbe"
	 "m\xd0\xb0t\xd0\xbe"),
	"order tomato 5kg"},
    {STR("5kg \xd1\x80ot\xd0\xb0to"), "order potato 5kg"},
    /* full width, mathematical letters, circled */
    {STR("\xef\xbc\x95\xef\xbd\x8b\xef\xbd\x87 rice"), "order rice 5kg"},
    {STR("5kg \xf0\x9d\x90\xab\xf0\x9d\x90\xa2\xf0\x9d\x90\x9c"
	 "\xf0\x9d\x90\x9e"),
	"order rice 5kg"},
    /* zero width, soft hyphen, marks of direction, a byte order mark */
    {STR("5\xe2\x80\x8bkg ri\xe2\x80\x8b"
	 "ce"),
	"order rice 5kg"},
    {STR("5kg ri\xc2\xad"
	 "ce"),
	"order rice 5kg"},
    {STR("\xe2\x80\x8f"
	 "5kg rice\xe2\x80\x8f"),
	"order rice 5kg"},
    {STR("\xe2\x80\xae"
	 "5kg rice\xe2\x80\xac"),
	"order rice 5kg"},
    {STR("\xef\xbb\xbf"
	 "5kg rice"),
	"order rice 5kg"},
    {STR("\xd8\x9c"
	 "2 \xd9\x83\xd9\x8a\xd9\x84\xd9\x88 "
	 "\xd8\xa8\xd8\xb5\xd9\x84\xe2\x80\x8f"),
	"order onion 2kg"},
    /* marks heaped on letters */
    {STR("5kg r\xcc\xb6\xcc\xb4i\xcc\xb7"
	 "c\xcc\xb8"
	 "e\xcc\xb6"),
	"order rice 5kg"},
    /* octets that are no letters between letters that are */
    {STR("5kg\0rice"), "order rice 5kg"},
    {STR("5kg \xff\xfe rice"), "order rice 5kg"},
    {STR("5kg rice\x1b[2J"), "order rice 5kg"},
    {STR("5kg rice'; SELECT name FROM people; --"), "order rice 5kg"},
    {STR("5kg rice%n%n%n"), "order rice 5kg"},
    {STR("<b>5kg rice</b>"), "order rice 5kg"},
    {STR("5kg rice\xed\xa0\x80"), "order rice 5kg"},
    {STR("5kg rice\r\n.\r\n"), "order rice 5kg"},
    {STR("5kg rice \xf0\x9f\x8d\x9a\xf0\x9f\x99\x8f"), "order rice 5kg"},
    /* two scripts in one text are nothing odd */
    {STR("2kg \xd8\xb7\xd9\x85\xd8\xa7\xd8\xb7\xd9\x85 please"),
	"order tomato 2kg"},
    {STR("5kg \xe5\xa4\xa7\xe7\xb1\xb3"), "order rice 5kg"},
    /* a leading zero changes nothing */
    {STR("005 kg rice"), "order rice 5kg"},
};

static void
disguised_orders_are_read_right_or_not(void **state)
{
	(void)state;
	int failed = 0;
	for (size_t i = 0; i < sizeof(disguised) / sizeof(disguised[0]); i++)
		failed += act_of_nonsense(disguised[i].text, disguised[i].want);
	assert_int_equal(failed, 0);
}

/* -- size ----------------------------------------------------------------- */

#define MEGABYTE ((size_t)1 << 20)

static struct str
fill(char *dst, size_t octets, struct str piece)
{
	for (size_t i = 0; i < octets; i++)
		dst[i] = piece.at[i % piece.octets];
	return str_of(dst, octets);
}

static const struct str fillings[] = {
    STR("7"),
    STR("a"),
    STR("\n"),
    STR("\0"),
    STR(" "),
    STR("."),
    STR("-"),
    STR("1 "),
    STR("1,"),
    STR("1/"),
    STR("\xcc\xb6"), /* a stroke through nothing */
    STR("\xe4\xb8\xa4"), /* Chinese two */
    STR("\xf0\x9f\x8d\x85"),
    STR("half "),
    STR("and "),
    STR("K7F "),
    STR("not "),
    STR("qwzxkvj "),
};

static void
size_is_no_weapon(void **state)
{
	(void)state;
	char *text = malloc(MEGABYTE);
	int failed = 0;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof(fillings) / sizeof(fillings[0]); i++)
		failed +=
		    act_of_nonsense(fill(text, MEGABYTE, fillings[i]), NULL);
	for (size_t i = 0; i < 10000; i++)
		text[i] = '\n';
	memcpy(text + 10000, "5kg rice", 8);
	failed += act_of_nonsense(str_of(text, 10008), "order rice 5kg");
	free(text);
	assert_int_equal(failed, 0);
}

static void
more_goods_than_fit_are_asked_about(void **state)
{
	(void)state;
	static const char *const lines[] = {
	    "1kg rice ", "2kg onion\n", "3kg tomato, ", "4 eggs and "};
	char text[1200];
	size_t used = 0;
	for (size_t i = 0; i < 40; i++)
		used += (size_t)snprintf(
		    text + used, sizeof(text) - used, "%s", lines[i % 4]);
	assert_int_equal(act_of_nonsense(str_of(text, used), NULL), 0);
}

/* -- chance --------------------------------------------------------------- */

/* The same every time. */
static uint32_t
chance(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Pieces of real texts and of none, thrown together: still sane. */
/* What stands behind the end of what we read may take it all back. */
static void
more_words_than_fit_are_asked_about(void **state)
{
	(void)state;
	static char text[2048] = "5kg rice";
	size_t used = strlen(text);
	while (used < 1300) {
		memcpy(text + used, " ok", 3);
		used += 3;
	}
	memcpy(text + used, " cancel", 7);
	struct intent in;
	intent_parse(&in, setup.lex, setup.cat, str_of(text, used + 7), NULL);
	assert_true(in.ask || in.items_count == 0);
}

static void
heaps_of_pieces_are_sane(void **state)
{
	(void)state;
	static const struct str pieces[] = {STR("5"), STR("kg"), STR(" "),
	    STR("rice"), STR("\xff"), STR("\0"), STR("not "), STR("K7F"),
	    STR("@"), STR("60/"), STR("\xe4\xb8\xa4\xe6\x96\xa4"),
	    STR("\xe2\x80\xae"), STR("\n"), STR("-"), STR("."), STR("half "),
	    STR("to "), STR("for Mary "), STR("from Juma "), STR("REG "),
	    STR("0722123456 "), STR("each "), STR("yes "), STR("only "),
	    STR("nyanya "), STR("kilo "), STR("tatu "), STR("max "),
	    STR("\xd9\x83\xd9\x8a\xd9\x84\xd9\x88\xd9\x8a\xd9\x86 "),
	    STR("dhai "), STR("ALIAS "), STR("PROBLEM "), STR("LANG "),
	    STR("\xe0\xa4\xa1\xe0\xa5\x87\xe0\xa5\x9d "), STR("\xcc\xb6"),
	    STR("se"), STR("2-3"), STR("1.500"), STR("cancel "), STR("?")};
	uint32_t seed = 7;
	for (int n = 0; n < 3000; n++) {
		char text[512];
		size_t used = 0;
		for (uint32_t i = 1 + chance(&seed) % 20; i > 0; i--) {
			struct str piece =
			    pieces[chance(&seed) %
				   (sizeof(pieces) / sizeof(pieces[0]))];
			memcpy(text + used, piece.at, piece.octets);
			used += piece.octets;
		}
		/* At its own end of memory, for the sanitizer to see. */
		char *exact = malloc(used);
		assert_non_null(exact);
		memcpy(exact, text, used);
		expect_sane(str_of(exact, used));
		free(exact);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nonsense_is_no_order),
	    cmocka_unit_test(disguised_orders_are_read_right_or_not),
	    cmocka_unit_test(size_is_no_weapon),
	    cmocka_unit_test(more_goods_than_fit_are_asked_about),
	    cmocka_unit_test(more_words_than_fit_are_asked_about),
	    cmocka_unit_test(heaps_of_pieces_are_sane),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
