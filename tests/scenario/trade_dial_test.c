/* The same market by dialling: what people see, and what comes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "tests/scenario/story.h"
#include "tests/scenario/story_dial.h"

#define WANJIKU "+254711000001"
#define BARAKA "+254711000002"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
#define AMINA "+254733000001"

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);
	struct market *market = story_market(s);

	strcpy(market->languages[0], "en");
	strcpy(market->languages[1], "sw");
	market->languages_count = 2;
	story_person(s, "Wanjiku", WANJIKU, "buyer", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Akinyi", "potato", "bag", 8, 900);
	story_hint(s, "en");
	return s;
}

/* Six turns and an order; the farmer says yes on her screen. */
static void
dial_order(void **state)
{
	struct story *s = market_day("dial_order");

	(void)state;
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "1 1 5 1");
	story_ledger(s);
	story_dial(s, "Akinyi", "");
	story_keys(s, "Akinyi", "4 1 1");
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "2 1 2 1");
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "2");
	story_ledger(s);
	story_end(s);
}

/* Wrong keys, back and forth, and three wrong ones in a row. */
static void
dial_tired(void **state)
{
	struct story *s = market_day("dial_tired");
	char long_text[201];

	(void)state;
	memset(long_text, 'x', 200);
	long_text[200] = '\0';
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "98 0 7 0 1 9 # 2");
	story_keys(s, "Wanjiku", "0 2 3e5 00");
	story_keys(s, "Wanjiku", "1 1 3kg 2 3bags 4.0 0 0 00");
	story_key(s, "Wanjiku", "");
	story_key(s, "Wanjiku", "*");
	story_key(s, "Wanjiku", long_text);
	story_late(s, "Wanjiku", "1");
	story_ledger(s);
	story_end(s);
}

/* Keys dialled with the code: never past the screen that orders. */
static void
dial_by_heart(void **state)
{
	struct story *s = market_day("dial_by_heart");

	(void)state;
	story_dial(s, "Wanjiku", "1*1*5*1");
	story_key(s, "Wanjiku", "1");
	story_dial(s, "Wanjiku", "1*1*5");
	story_keys(s, "Wanjiku", "0 0 00");
	story_dial(s, "Wanjiku", "1*7*5");
	story_dial(s, "Wanjiku", "4");
	story_dial(s, "Wanjiku", "1*1*many*1");
	story_dial(s, "Wanjiku", "8*1");
	story_dial(s, "Wanjiku", "7");
	story_ledger(s);
	story_end(s);
}

static void
dial_again(void **state)
{
	struct story *s = market_day("dial_again");

	(void)state;
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "1 2 2");
	story_drop(s, "Wanjiku");
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "9 1 1");
	story_say(s, "The last screen never came: she dials again.");
	story_drop(s, "Wanjiku");
	story_dial(s, "Wanjiku", "");
	story_say(s, "And then she starts again.");
	story_keys(s, "Wanjiku", "1 1");
	story_drop(s, "Wanjiku");
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "2");
	story_ledger(s);
	story_end(s);
}

/* What changes between two screens is not agreed to unseen. */
static void
dial_changed(void **state)
{
	struct story *s = market_day("dial_changed");

	(void)state;
	story_dial(s, "Wanjiku", "1*1*5");
	story_text(s, "Akinyi", "price tomato 55");
	story_keys(s, "Wanjiku", "1 1");
	story_say(s, "Cheaper is no harm.");
	story_dial(s, "Wanjiku", "1*2*2");
	story_text(s, "Akinyi", "price potato 800");
	story_key(s, "Wanjiku", "1");
	story_say(s, "The buyer wants more while the farmer looks.");
	story_dial(s, "Akinyi", "4*1");
	story_text(s, "Wanjiku", "make it 9 kg tomato");
	story_text(s, "Wanjiku", "1");
	story_keys(s, "Akinyi", "1 2");
	story_say(s, "Sold out before the yes.");
	story_dial(s, "Wanjiku", "1*1*6");
	story_text(s, "Akinyi", "sold out tomato");
	story_keys(s, "Wanjiku", "1 1");
	story_say(s, "Two dialogues of one farmer: the second yes is late.");
	story_dial(s, "Akinyi", "4*1");
	story_text(s, "Akinyi", "yes");
	story_key(s, "Akinyi", "1");
	story_ledger(s);
	story_end(s);
}

/* Among more listings than a screen's prices are taken from, who comes first
 * differs from turn to turn: that is no change. */
static void
dial_among_many(void **state)
{
	struct story *s = market_day(NULL);

	(void)state;
	for (int i = 0; i < 40; i++) {
		story_offer(s, "Akinyi", "onion", "kg", 10, 30);
		story_offer(s, "Akinyi", "onion", "kg", 10, 30 + i);
	}
	story_dial(s, "Wanjiku", "1*1*5");
	story_text(s, "Akinyi", "price onion 90");
	story_key(s, "Wanjiku", "1");
	assert_true(story_is_over(s, "Wanjiku"));
	story_end(s);
}

/* However often the same yes comes, it is one order; another screen is
 * another order, with a word about the first. */
static void
dial_twice(void **state)
{
	struct story *s = market_day("dial_twice");

	(void)state;
	story_dial(s, "Wanjiku", "1*1*5");
	story_key(s, "Wanjiku", "1");
	story_repeat(s, "Wanjiku");
	story_repeat(s, "Wanjiku");
	story_dial(s, "Wanjiku", "1*1*5");
	story_key(s, "Wanjiku", "1");
	story_ledger(s);
	story_end(s);
}

/* "We will text you" is kept: by the order's own text, or by one that says to
 * dial again. */
static void
dial_slow(void **state)
{
	struct story *s = market_day("dial_slow");

	(void)state;
	story_dial(s, "Wanjiku", "");
	story_slow(s, true);
	story_key(s, "Wanjiku", "1");
	story_drop(s, "Wanjiku");
	story_slow(s, false);
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "1 1 5");
	story_slow(s, true);
	story_key(s, "Wanjiku", "1");
	story_end(s);
}

static void
dial_sell(void **state)
{
	struct story *s = market_day("dial_sell");

	(void)state;
	story_dial(s, "Akinyi", "");
	story_keys(s, "Akinyi", "3 1 3 20 1 55.5 1");
	story_dial(s, "Akinyi", "3*2");
	story_keys(s, "Akinyi", "1 1 30 1");
	story_dial(s, "Akinyi", "3*2*1*2");
	story_keys(s, "Akinyi", "45 1");
	story_dial(s, "Akinyi", "3*2*2*3");
	story_key(s, "Akinyi", "1");
	story_dial(s, "Akinyi", "3*3");
	story_keys(s, "Akinyi", "00 5");
	story_ledger(s);
	story_end(s);
}

/* Only a part; no; and one that is gone when she looks. */
static void
dial_answers(void **state)
{
	struct story *s = market_day("dial_answers");

	(void)state;
	story_person(s, "Otieno", OTIENO, "seller", "Siaya");
	story_offer(s, "Otieno", "tomato", "kg", 80, 45);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_dial(s, "Akinyi", "4");
	story_keys(s, "Akinyi", "1 3 12 4kg 1");
	story_dial(s, "Wanjiku", "4*1");
	story_key(s, "Wanjiku", "1");
	story_dial(s, "Otieno", "4*1");
	story_key(s, "Otieno", "2");
	story_dial(s, "Wanjiku", "2*1");
	story_text(s, "Wanjiku", "2 bags potato");
	story_dial(s, "Akinyi", "4*1");
	story_text(s, "Wanjiku", "cancel potato");
	story_key(s, "Akinyi", "1");
	story_ledger(s);
	story_end(s);
}

static void
dial_languages(void **state)
{
	struct story *s = market_day("dial_languages");

	(void)state;
	story_hint(s, "");
	story_person(s, "Baraka", BARAKA, "", "");
	strcpy(story_market(s)->languages[0], "en");
	strcpy(story_market(s)->languages[1], "sw");
	story_market(s)->languages_count = 2;
	story_dial(s, "Baraka", "");
	story_keys(s, "Baraka", "0 2 1 1 2");
	story_key(s, "Baraka", "1");
	story_dial(s, "Baraka", "");
	story_keys(s, "Baraka", "6 1");
	story_say(s, "Who dials by heart is not asked.");
	story_dial(s, "Wanjiku", "1");
	story_hint(s, "sw");
	story_dial(s, "Wanjiku", "");
	story_end(s);
}

/* One phone, two people: who is it, and money only with a PIN. */
static void
dial_shared(void **state)
{
	struct story *s = market_day("dial_shared");

	(void)state;
	story_share(s, "Ouma", "Akinyi", "seller", "Yala");
	story_text(s, "Akinyi", "akinyi: PIN 1234");
	story_text(s, "Amina", "1");
	story_dial(s, "Akinyi", "5");
	story_keys(s, "Akinyi", "7 1");
	story_keys(s, "Akinyi", "9999 1234 0 5");
	story_dial(s, "Akinyi", "");
	story_keys(s, "Akinyi", "1 5 1111 2222 3333");
	story_dial(s, "Akinyi", "5");
	story_key(s, "Akinyi", "2");
	story_keys(s, "Akinyi", "1234");
	story_dial(s, "Akinyi", "5*1234");
	story_key(s, "Akinyi", "1");
	story_end(s);
}

static void
dial_tell(void **state)
{
	struct story *s = market_day("dial_tell");

	(void)state;
	story_dial(s, "Wanjiku", "8");
	story_key(s, "Wanjiku", "The scales at Yala are wrong");
	story_keys(s, "Wanjiku", "1");
	story_person(s, "Baraka", BARAKA, "", "");
	story_dial(s, "Baraka", "3");
	story_key(s, "Baraka", "Baraka, Ugunja");
	story_key(s, "Baraka", "1");
	story_text(s, "Wanjiku", "3 kg tomato");
	story_dial(s, "Wanjiku", "2*1*3");
	story_key(s, "Wanjiku", "nobody came");
	story_keys(s, "Wanjiku", "1");
	story_dial(s, "Wanjiku", "2*1*1");
	story_keys(s, "Wanjiku", "1");
	story_end(s);
}

/* Whoever wants no texts is served, and may have them again. */
static void
dial_stopped(void **state)
{
	struct story *s = market_day("dial_stopped");

	(void)state;
	story_text(s, "Wanjiku", "STOP");
	story_dial(s, "Wanjiku", "1*1*5");
	story_key(s, "Wanjiku", "1");
	story_dial(s, "Wanjiku", "2*1*1");
	story_key(s, "Wanjiku", "1");
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "98 9");
	story_ledger(s);
	story_end(s);
}

/* A way in that vouches for no number: an answer that binds waits for a word
 * that went to the phone, which the screen does not show. */
static void
dial_doubtful(void **state)
{
	struct story *s = market_day("dial_doubtful");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	story_channel(s)->low_trust = true;
	story_dial(s, "Akinyi", "4*1");
	story_key(s, "Akinyi", "1");
	story_dial(s, "Akinyi", "5");
	story_keys(s, "Akinyi", "98 7");
	story_text(s, "Akinyi", "yes");
	story_say(s, "With whom it was agreed is not told there.");
	story_dial(s, "Wanjiku", "2");
	story_keys(s, "Wanjiku", "1");
	story_ledger(s);
	story_end(s);
}

static void
dial_places(void **state)
{
	struct story *s = market_day("dial_places");

	(void)state;
	story_area(s, "Wanjiku", "Ugunja", "Siaya");
	story_area(s, "Amina", "Yala", "Siaya");
	story_area(s, "Amina", "Kisumu", "");
	story_dial(s, "Wanjiku", "1*1*5");
	story_keys(s, "Wanjiku", "2 3 0 3 1");
	story_dial(s, "Wanjiku", "1*1*6*1");
	story_key(s, "Wanjiku", "1");
	story_end(s);
}

/* More goods than three screens hold: by their letters. */
static void
dial_letters(void **state)
{
	static const char *const goods[] = {"rice", "papaya", "onion",
	    "cabbage", "maize", "bean", "egg", "banana", "mango", "kale",
	    "cassava", "sweet_potato", "avocado", "chicken", "millet", "wheat"};
	struct story *s = market_day("dial_letters");

	(void)state;
	story_more_goods(s);
	for (size_t i = 0; i < sizeof(goods) / sizeof(goods[0]); i++)
		story_offer(s, "Akinyi", goods[i], "kg", 10, 30);
	story_dial(s, "Wanjiku", "1");
	story_keys(s, "Wanjiku", "98 98 15 po 1 0 0 zzz 0 0");
	story_end(s);
}

/* A silent phone may be somebody else's by now: nothing is told to it. */
static void
dial_recycled(void **state)
{
	struct story *s = market_day("dial_recycled");

	(void)state;
	story_market(s)->recycle_after_ms = 120 * 24 * HOURS;
	story_wait(s, 121 * 24 * HOURS);
	story_dial(s, "Akinyi", "5");
	story_dial(s, "Akinyi", "");
	story_text(s, "Akinyi", "yes");
	story_dial(s, "Akinyi", "5");
	story_end(s);
}

/* Other screens while somebody looks at one: her "1" may mean something else on
 * them, so it does nothing. */
static void
dial_other_screens(void **state)
{
	struct story *s = market_day("dial_other_screens");

	(void)state;
	story_dial(s, "Wanjiku", "1*1*5");
	assert_false(story_screens(s, "a mistake\n"));
	story_keys(s, "Wanjiku", "0");
	story_keys(s, "Wanjiku", "6");
	assert_true(story_screens(s, "; of another day\n"));
	story_keys(s, "Wanjiku", "1");
	story_ledger(s);
	story_keys(s, "Wanjiku", "1 1 5");
	story_say(s, "The line breaks: what was chosen by other screens is not "
		     "gone on with.");
	story_drop(s, "Wanjiku");
	assert_true(story_screens(s, "; of a third day\n"));
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "1 1 5 1");
	story_ledger(s);
	story_end(s);
}

/* Whatever is typed, and whatever the row holds: a screen that fits, or an end.
 */
static void
dial_anything(void **state)
{
	static const char *const typed[] = {"1", "1", "1", "2", "2", "3", "4",
	    "5", "6", "7", "8", "9", "0", "00", "98", "15", "89", "99", "*",
	    "#", "", "po", "3kg", "1*1", "-1", "\xc3\x28", "٣",
	    "a long word about nothing in particular that goes on and on"};
	struct story *s = market_day(NULL);
	uint32_t random = 1;
	const char *name = "Wanjiku";

	(void)state;
	story_more_goods(s);
	story_area(s, "Wanjiku", "Ugunja", "Siaya");
	story_quiet_dial(s);
	for (int i = 0; i < 400; i++) {
		random = random * 1664525u + 1013904223u;
		if (story_is_over(s, name)) {
			name = random >> 31 ? "Wanjiku" : "Akinyi";
			story_dial(s, name, "");
		} else if (random >> 27 == 0) {
			story_spoil(s, name, random >> 8);
		} else {
			story_key(s, name,
			    typed[(random >> 16) %
				  (sizeof(typed) / sizeof(typed[0]))]);
		}
	}
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dial_order),
	    cmocka_unit_test(dial_tired),
	    cmocka_unit_test(dial_by_heart),
	    cmocka_unit_test(dial_again),
	    cmocka_unit_test(dial_changed),
	    cmocka_unit_test(dial_among_many),
	    cmocka_unit_test(dial_twice),
	    cmocka_unit_test(dial_slow),
	    cmocka_unit_test(dial_sell),
	    cmocka_unit_test(dial_answers),
	    cmocka_unit_test(dial_languages),
	    cmocka_unit_test(dial_shared),
	    cmocka_unit_test(dial_tell),
	    cmocka_unit_test(dial_stopped),
	    cmocka_unit_test(dial_doubtful),
	    cmocka_unit_test(dial_places),
	    cmocka_unit_test(dial_letters),
	    cmocka_unit_test(dial_recycled),
	    cmocka_unit_test(dial_other_screens),
	    cmocka_unit_test(dial_anything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
