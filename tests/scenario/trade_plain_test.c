/* What people write who do not think of our words: a report without a code, a
 * yes to "did it come?", a nought too many, the same wish in other words. */
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
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 500, 40);
	story_offer(s, "Akinyi", "onion", "kg", 500, 60);
	return s;
}

static void
agree(struct story *s, const char *buyer, const char *wish)
{
	story_text(s, buyer, wish);
	story_text(s, "Akinyi", "yes");
}

static void
plain_problem(void **state)
{
	struct story *s = market_day("plain_problem");

	(void)state;
	agree(s, "Njeri", "50kg tomato");
	story_text(s, "Akinyi", "done");
	story_text(s, "Njeri", "problem only 45 kg came");
	story_text(s, "Amina", "done 45kg");
	story_say(s, "closed because nobody came, and somebody had come");
	agree(s, "Njeri", "20kg onion");
	story_text(s, "Akinyi", "noshow");
	story_text(s, "Njeri", "problem i was there");
	story_text(s, "Amina", "cancel");
	story_say(s, "two are open: the officer hears of both");
	agree(s, "Njeri", "10kg onion");
	agree(s, "Wanjiku", "8kg tomato");
	story_text(s, "Njeri", "problem he never came");
	story_text(s, "Wanjiku", "problem short 2kg");
	story_text(s, "Amina", "done");
	story_text(s, "Amina", "done #U6M 6 kg tomato");
	story_text(s, "Amina", "done 9 kg onion");
	story_say(s, "what they want done about it was read, and is done");
	agree(s, "Njeri", "7kg tomato");
	story_text(s, "Njeri", "problem, please cancel my order");
	story_ledger(s);
	story_end(s);
}

static void
plain_done(void **state)
{
	struct story *s = market_day("plain_done");

	(void)state;
	agree(s, "Njeri", "50kg tomato");
	story_text(s, "Akinyi", "done 45kg");
	story_text(s, "Akinyi", "paid 18000");
	story_text(s, "Akinyi", "paid 1800");
	agree(s, "Wanjiku", "20kg onion");
	story_text(s, "Wanjiku", "i paid 1200");
	story_text(s, "Akinyi", "delivered 18 kg onion");
	story_ledger(s);
	story_end(s);
}

static void
plain_late(void **state)
{
	struct story *s = market_day("plain_late");

	(void)state;
	agree(s, "Njeri", "50kg tomato");
	story_wait(s, 75 * HOURS);
	story_text(s, "Njeri", "not yet");
	story_wait(s, 50 * HOURS);
	story_text(s, "Akinyi", "not yet, friday");
	story_wait(s, 50 * HOURS);
	story_text(s, "Amina", "done");
	agree(s, "Njeri", "20kg onion");
	story_wait(s, 75 * HOURS);
	story_text(s, "Njeri", "yes it came");
	agree(s, "Wanjiku", "8kg tomato");
	story_wait(s, 125 * HOURS);
	story_text(s, "Akinyi", "no i sold it");
	story_text(s, "Akinyi", "yes i did");
	story_say(s, "something else was said in between: no yes to that");
	agree(s, "Wanjiku", "9kg onion");
	story_wait(s, 75 * HOURS);
	story_text(s, "Wanjiku", "price of tomato");
	story_text(s, "Wanjiku", "ok");
	story_ledger(s);
	story_end(s);
}

static void
plain_twice(void **state)
{
	struct story *s = market_day("plain_twice");

	(void)state;
	story_text(s, "Njeri", "5kg tomato");
	story_text(s, "Njeri", "5 kg tomatoes please");
	story_text(s, "Njeri", "2");
	story_text(s, "Njeri", "i want 5kg tomato");
	story_text(s, "Njeri", "1");
	story_say(s, "another day is another order");
	story_text(s, "Njeri", "5 kg tomato for friday");
	story_text(s, "Njeri", "stop order");
	story_ledger(s);
	story_end(s);
}

static void
plain_people(void **state)
{
	struct story *s = market_day("plain_people");

	(void)state;
	story_market(s)->recycle_after_ms = 120 * 24 * HOURS;
	story_share(s, "Faith", "Akinyi", "seller", "Yala");
	agree(s, "Njeri", "5kg tomato from Akinyi");
	story_text(s, "Njeri", "why?");
	story_text(s, "Njeri", "got");
	story_say(s, "thanks are no riddle for the officer");
	story_text(s, "Njeri", "thank you");
	story_text(s, "Njeri", "thanks so much");
	story_text(s, "Njeri", "asante sana");
	story_text(s, "Njeri", "once more please");
	story_say(s, "a PIN that is said in a sentence is nobody else's");
	story_text(s, "Akinyi", "pin");
	story_text(s, "Akinyi", "pin 12");
	story_text(s, "Akinyi", "my pin is 4321");
	story_text(s, "Amina", "1");
	story_text(s, "Njeri", "newnumber 123");
	story_text(s, "Njeri", "stop");
	story_text(s, "Njeri", "i want to start again");
	story_say(s, "the number is somebody else's by now");
	story_wait(s, 125 * 24 * HOURS);
	story_text(s, "Wanjiku", "what is this");
	story_text(s, "Wanjiku", "no, wrong number");
	story_log(s, "Akinyi");
	story_end(s);
}

static void
plain_kept(void **state)
{
	struct story *s = market_day("plain_kept");

	(void)state;
	story_text(s, "Njeri", "500 kg tomato");
	story_text(s, "Wanjiku", "20kg tomato");
	story_text(s, "Wanjiku", "make it 10");
	story_text(s, "Akinyi", "no");
	story_wait(s, 5 * MINUTES);
	story_text(s, "Akinyi", "yes");
	story_ledger(s);
	story_end(s);
}

/* An order in parts from two farmers: each part is its own. */
static void
plain_farmers(void **state)
{
	struct story *s = market_day("plain_farmers");

	(void)state;
	story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
	story_offer(s, "Otieno", "tomato", "kg", 500, 42);
	story_text(s, "Njeri", "100 kg tomato");
	story_text(s, "Akinyi", "only 60");
	story_text(s, "Njeri", "yes");
	story_text(s, "Otieno", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Njeri", "got");
	story_text(s, "Njeri", "status");
	story_text(s, "Otieno", "done");
	story_text(s, "Njeri", "no");
	story_text(s, "Amina", "done 25");
	story_say(s, "a farmer is named");
	story_text(s, "Wanjiku", "100 kg tomato");
	story_text(s, "Otieno", "only 60");
	story_text(s, "Wanjiku", "yes");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "got tomato from Akinyi");
	story_text(s, "Wanjiku", "problem Otieno did not come");
	story_text(s, "Amina", "cancel");
	story_ledger(s);
	story_say(s, "two goods, paid one after the other");
	agree(s, "Njeri", "5kg tomato and 10 kg onion from Akinyi");
	story_text(s, "Akinyi", "done #T7X");
	story_text(s, "Akinyi", "done #Q6T");
	story_text(s, "Njeri", "ok thanks");
	story_text(s, "Akinyi", "paid 200");
	story_text(s, "Akinyi", "paid 600");
	story_say(s, "several of which nothing is paid yet: the sum tells");
	story_wait(s, HOURS);
	story_text(s, "Akinyi", "paid 77");
	story_text(s, "Akinyi", "paid 2400");
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plain_problem),
	    cmocka_unit_test(plain_done),
	    cmocka_unit_test(plain_late),
	    cmocka_unit_test(plain_twice),
	    cmocka_unit_test(plain_people),
	    cmocka_unit_test(plain_kept),
	    cmocka_unit_test(plain_farmers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
