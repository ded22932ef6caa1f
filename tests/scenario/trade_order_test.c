/* An order from the first text to the last, and every way it may turn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/core/handler.h"

#include "tests/scenario/story.h"

#define WANJIKU "+254711000001"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
#define NJERI "+254722000003"
#define AMINA "+254733000001"

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_person(s, "Otieno", OTIENO, "seller", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "tomato", "kg", 80, 45);
	return s;
}

static void
quiet_day(void **state)
{
	struct story *s = market_day("quiet_day");

	(void)state;
	story_text(s, "Wanjiku", "want 5kg tomatos for friday");
	story_ledger(s);
	story_wait(s, 10 * MINUTES);
	story_text(s, "Wanjiku", "status");
	story_text(s, "Akinyi", "1");
	story_wait(s, 48 * HOURS);
	story_text(s, "Akinyi", "done");
	story_text(s, "Wanjiku", "GOT #C3N 4");
	story_text(s, "Akinyi", "PAID 160");
	story_text(s, "Akinyi", "income");
	story_ledger(s);
	story_end(s);
}

static void
no_then_next(void **state)
{
	struct story *s = market_day("no_then_next");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "no sorry");
	story_text(s, "Otieno", "yes");
	story_ledger(s);
	story_end(s);
}

static void
nobody_left(void **state)
{
	struct story *s = market_day("nobody_left");

	(void)state;
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "2");
	story_text(s, "Otieno", "NO");
	story_ledger(s);
	story_text(s, "Wanjiku", "3 kg onions");
	story_text(s, "Wanjiku", "5 kg tomato max 30 per kg");
	story_text(s, "Wanjiku", "2 bags tomato");
	story_end(s);
}

static void
only_a_part(void **state)
{
	struct story *s = market_day("only_a_part");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "3");
	story_text(s, "Akinyi", "6");
	story_ledger(s);
	story_text(s, "Wanjiku", "1");
	story_text(s, "Otieno", "1");
	story_ledger(s);
	story_say(s, "the buyer does not want the part");
	story_wait(s, 6 * MINUTES);
	story_text(s, "Wanjiku", "got");
	story_text(s, "Wanjiku", "20 kg tomato");
	story_text(s, "Otieno", "only 5");
	story_text(s, "Wanjiku", "no");
	story_ledger(s);
	story_end(s);
}

static void
another_price(void **state)
{
	struct story *s = market_day("another_price");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "45/kg");
	story_text(s, "Wanjiku", "2");
	story_text(s, "Otieno", "50/KG");
	story_text(s, "Wanjiku", "yes");
	story_ledger(s);
	story_end(s);
}

static void
two_orders(void **state)
{
	struct story *s = market_day("two_orders");

	(void)state;
	story_person(s, "Njeri", NJERI, "buyer", "Bondo");
	story_offer(s, "Akinyi", "onion", "kg", 30, 60);
	story_offer(s, "Akinyi", "maize", "bag", 10, 3500);
	story_text(s, "Wanjiku", "5 kg onions");
	story_text(s, "Njeri", "4 kg onion n 2 bags maize");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "ok 2");
	story_text(s, "Akinyi", "Z9Z yes");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "DONE");
	story_text(s, "Akinyi", "2");
	story_ledger(s);
	story_end(s);
}

static void
cancelling(void **state)
{
	struct story *s = market_day("cancelling");

	(void)state;
	story_say(s, "while a seller is asked");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Akinyi", "yes");
	story_say(s, "when it is agreed");
	story_wait(s, 10 * MINUTES);
	story_text(s, "Wanjiku", "10 kg tomato please");
	story_text(s, "Otieno", "yes");
	story_text(s, "Wanjiku", "cancel");
	story_say(s, "by the seller");
	story_wait(s, 10 * MINUTES);
	story_text(s, "Wanjiku", "12 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "cancel");
	story_text(s, "Otieno", "1");
	story_say(s, "too late");
	story_text(s, "Otieno", "done");
	story_text(s, "Wanjiku", "cancel");
	story_say(s, "nothing is open");
	story_text(s, "Wanjiku", "GOT");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Otieno", "no");
	story_ledger(s);
	story_end(s);
}

static void
changing(void **state)
{
	struct story *s = market_day("changing");

	(void)state;
	story_offer(s, "Otieno", "onion", "kg", 30, 60);
	story_text(s, "Wanjiku", "6 kg tomato");
	story_text(s, "Wanjiku", "make it 4 not 6");
	story_text(s, "Wanjiku", "add 2kg onion");
	story_text(s, "Wanjiku", "remove the onion");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "make it 8");
	story_ledger(s);
	story_end(s);
}

/* Less by so much; where "to" or "by" was not said, we ask. */
static void
less(void **state)
{
	struct story *s = market_day("less");

	(void)state;
	story_offer(s, "Otieno", "onion", "kg", 30, 60);
	story_text(s, "Wanjiku", "9 kg tomato and 2kg onion");
	story_text(s, "Wanjiku", "pls reduce by 2kg tomato");
	story_text(s, "Wanjiku", "reduce tomatoes 4kg");
	story_text(s, "Wanjiku", "yes");
	story_text(s, "Wanjiku", "tomato punguza kilo 3");
	story_text(s, "Wanjiku", "2");
	story_text(s, "Wanjiku", "remove 1kg onion");
	story_text(s, "Wanjiku", "remove 3kg onion");
	story_text(s, "Wanjiku", "1");
	story_ledger(s);
	story_end(s);
}

static void
complaint(void **state)
{
	struct story *s = market_day("complaint");

	(void)state;
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Wanjiku", "PROBLEM short 2kg");
	story_ledger(s);
	story_wait(s, 73 * HOURS);
	story_text(s, "Amina", "DONE #C3N");
	story_ledger(s);
	story_end(s);
}

static void
no_show(void **state)
{
	struct story *s = market_day("no_show");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "NOSHOW");
	story_ledger(s);
	story_text(s, "Akinyi", "DONE #C3N");
	story_end(s);
}

static void
last_ten(void **state)
{
	struct story *s = story_begin("last_ten");

	(void)state;
	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_person(s, "Njeri", NJERI, "", "Bondo");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 10, 40);
	story_text(s, "Wanjiku", "6 kg tomato");
	story_text(s, "Njeri", "6 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "ok 1");
	story_text(s, "Akinyi", "1");
	story_text(s, "Njeri", "yes");
	story_ledger(s);
	story_text(s, "Akinyi", "stock tomato 30kg");
	story_text(s, "Akinyi", "my");
	story_end(s);
}

static void
doubtful(void **state)
{
	struct story *s = market_day("doubtful");

	(void)state;
	story_text(s, "Wanjiku", "want tomatoes");
	story_text(s, "Wanjiku", "5kg");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Wanjiku", "5kg");
	story_text(s, "Wanjiku", "tomato");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Wanjiku", "want onions");
	story_text(s, "Wanjiku", "7 kg tomato");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Wanjiku", "want 3 tomato");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Wanjiku", "5000 kg tomato");
	story_text(s, "Wanjiku", "no");
	story_ledger(s);
	story_end(s);
}

static void
twice(void **state)
{
	struct story *s = market_day("twice");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Wanjiku", "again");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "GOT");
	story_text(s, "Wanjiku", "again 5 kg tomato");
	story_wait(s, 6 * MINUTES);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_ledger(s);
	story_end(s);
}

static void
by_admin(void **state)
{
	struct story *s = market_day("by_admin");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_admin(s, HANDLER_DONE, NULL, NULL);
	story_admin(s, HANDLER_REASSIGN, "Akinyi", "Otieno");
	story_admin(s, HANDLER_ACCEPT, "Otieno", NULL);
	story_admin(s, HANDLER_REASSIGN, "Otieno", NULL);
	story_admin(s, HANDLER_DECLINE, "Akinyi", NULL);
	story_admin(s, HANDLER_CANCEL, NULL, NULL);
	story_ledger(s);
	story_end(s);
}

/* Both called: what an admin says for each is as good as their texts. */
static void
both_called(void **state)
{
	struct story *s = market_day("both_called");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_admin(s, HANDLER_DONE, "Wanjiku", NULL);
	story_admin(s, HANDLER_DONE, "Wanjiku", NULL);
	story_admin(s, HANDLER_DONE, "Akinyi", NULL);
	story_admin(s, HANDLER_DONE, "Akinyi", NULL);
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(quiet_day),
	    cmocka_unit_test(no_then_next),
	    cmocka_unit_test(nobody_left),
	    cmocka_unit_test(only_a_part),
	    cmocka_unit_test(another_price),
	    cmocka_unit_test(two_orders),
	    cmocka_unit_test(cancelling),
	    cmocka_unit_test(changing),
	    cmocka_unit_test(less),
	    cmocka_unit_test(complaint),
	    cmocka_unit_test(no_show),
	    cmocka_unit_test(last_ten),
	    cmocka_unit_test(doubtful),
	    cmocka_unit_test(twice),
	    cmocka_unit_test(by_admin),
	    cmocka_unit_test(both_called),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
