/* The same market by dialling: what people see, and what comes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "tests/scenario/story.h"
#include "tests/scenario/story_dial.h"

#define WANJIKU "+254711000001"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
#define AMINA "+254733000001"

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

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
	story_keys(s, "Wanjiku", "2 1");
	story_ledger(s);
	story_end(s);
}

static void
dial_tired(void **state)
{
	struct story *s = market_day("dial_tired");
	char long_text[201];

	(void)state;
	memset(long_text, 'x', 200);
	long_text[200] = '\0';
	story_dial(s, "Wanjiku", "");
	story_keys(s, "Wanjiku", "7 0 1 9 # 2");
	story_keys(s, "Wanjiku", "0 2 3e5 00");
	story_keys(s, "Wanjiku", "1 1 3kg 2 4.0 0 0 00");
	story_key(s, "Wanjiku", "");
	story_key(s, "Wanjiku", "*");
	story_key(s, "Wanjiku", long_text);
	story_late(s, "Wanjiku", "1");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dial_order),
	    cmocka_unit_test(dial_tired),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
