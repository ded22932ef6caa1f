/* Turns by fair shares: weights, a no, a newcomer, what people ask about it,
 * and searches that do not end with the first look. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_market(s)->quiet_from_min = 0;
	story_market(s)->quiet_until_min = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	return s;
}

static void
sells(struct story *s, const char *name, const char *number)
{
	story_person(s, name, number, "seller", "Yala");
	story_offer(s, name, "tomato", "kg", 900, 40);
}

static void
order(struct story *s, const char *words, const char *seller, const char *says)
{
	story_text(s, "Wanjiku", words);
	story_wait(s, 2 * MINUTES);
	story_text(s, seller, says);
	story_wait(s, 10 * MINUTES);
}

/* Akinyi weighs twice: she is asked as often as the others together. */
static void
turns(void **state)
{
	struct story *s = market_day("fair_turns");

	(void)state;
	sells(s, "Akinyi", "+254722000001");
	sells(s, "Barasa", "+254722000002");
	sells(s, "Chebet", "+254722000003");
	story_weight(s, "Akinyi", 2000);
	story_say(s, "Three sellers, one of whom weighs twice.");
	order(s, "want 5kg tomato", "Akinyi", "yes");
	order(s, "want 6kg tomato", "Barasa", "yes");
	order(s, "want 7kg tomato", "Chebet", "yes");
	order(s, "want 8kg tomato", "Akinyi", "yes");
	story_say(s, "A no costs little: the next turn comes soon.");
	story_text(s, "Wanjiku", "want 9kg tomato");
	story_text(s, "Barasa", "no");
	story_text(s, "Akinyi", "yes");
	order(s, "want 10kg tomato", "Chebet", "yes");
	order(s, "want 11kg tomato", "Barasa", "yes");
	story_say(s, "A newcomer is seen at once, and then takes turns.");
	sells(s, "Dama", "+254722000004");
	order(s, "want 12kg tomato", "Dama", "yes");
	order(s, "want 13kg tomato", "Akinyi", "yes");
	story_ledger(s);
	story_end(s);
}

/* What is told, to whom. */
static void
why(void **state)
{
	struct story *s = market_day("fair_why");

	(void)state;
	sells(s, "Akinyi", "+254722000001");
	sells(s, "Barasa", "+254722000002");
	story_person(s, "Officer", "+254733000001", "officer", "Siaya");
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_text(s, "Barasa", "TURN");
	story_text(s, "Wanjiku", "want 5kg tomato");
	story_say(s, "Not agreed yet: no name for the buyer.");
	story_text(s, "Wanjiku", "why #C3N");
	story_text(s, "Akinyi", "why c3n?");
	story_text(s, "Officer", "why #C3N");
	story_say(s, "Not theirs.");
	story_text(s, "Barasa", "why #C3N");
	story_text(s, "Njeri", "why #C3N");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "why C3N");
	story_text(s, "Akinyi", "TURN tomato");
	story_text(s, "Barasa", "TURN");
	story_text(s, "Akinyi", "SOLD OUT tomato");
	story_text(s, "Akinyi", "TURN");
	story_say(s, "By name.");
	story_text(s, "Wanjiku", "want 4kg tomato from Barasa");
	story_text(s, "Barasa", "LANG sw");
	story_text(s, "Barasa", "kwa nini #T7X");
	story_end(s);
}

/* Seventy listings by a measure that nobody can compare; what can be had stands
 * behind them. */
static void
far_down(void **state)
{
	struct story *s = market_day("fair_far_down");

	(void)state;
	story_person(s, "Barasa", "+254722000002", "seller", "Yala");
	for (int i = 0; i < 70; i++)
		story_offer(s, "Barasa", "tomato", "crate", 10, 900);
	sells(s, "Akinyi", "+254722000001");
	story_text(s, "Wanjiku", "want 5kg tomato");
	story_wait(s, 1 * MINUTES);
	story_text(s, "Akinyi", "yes");
	story_say(s, "And when nobody is there at the end of it.");
	story_text(s, "Akinyi", "SOLD OUT tomato");
	story_text(s, "Wanjiku", "want 6kg tomato");
	story_wait(s, 1 * MINUTES);
	story_end(s);
}

/* Nearest first, then a step further, then anywhere. */
static void
near_and_far(void **state)
{
	struct story *s = market_day("fair_near");

	(void)state;
	story_market(s)->fair.distance = true;
	sells(s, "Akinyi", "+254722000001");
	sells(s, "Barasa", "+254722000002");
	sells(s, "Chebet", "+254722000003");
	story_area(s, "Wanjiku", "Ugunja", "Siaya");
	story_area(s, "Akinyi", "Kisumu East", "Kisumu");
	story_area(s, "Barasa", "Yala", "Siaya");
	story_area(s, "Chebet", "Ugunja", "Siaya");
	order(s, "want 5kg tomato", "Chebet", "yes");
	story_say(s, "Who is near is asked although it is not their turn.");
	order(s, "want 6kg tomato", "Chebet", "no");
	story_text(s, "Barasa", "no");
	story_wait(s, 2 * MINUTES);
	story_text(s, "Akinyi", "yes");
	story_say(s, "Areas within one step count alike: turns decide.");
	story_market(s)->fair.distance_band = 1;
	order(s, "want 7kg tomato", "Barasa", "yes");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(turns),
	    cmocka_unit_test(why),
	    cmocka_unit_test(far_down),
	    cmocka_unit_test(near_and_far),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
