/* Robots, and texts that are not from whom they say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

static struct story *
village(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", "+254711000001", "", "Ugunja");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_person(s, "Robot", "+254700000900", "", "");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	return s;
}

static void
robot(void **state)
{
	struct story *s = village("robot");

	(void)state;
	story_say(s, "a stranger's phone, one text");
	for (int i = 0; i < 5; i++)
		story_text(s, "Robot", "You have no credit. Dial *144#.");
	story_say(s, "a farmer's phone after a proposal, three texts");
	story_text(s, "Wanjiku", "5 kg tomato");
	for (int i = 0; i < 2; i++) {
		story_text(s, "Akinyi", "I am driving, I will call you back");
		story_text(s, "Akinyi", "Sent by SafeDrive, balance 1.50");
		story_text(s, "Akinyi", "Get SafeDrive at your shop");
	}
	story_say(s, "she stops and reads it");
	story_wait(s, 5 * MINUTES);
	story_text(s, "Akinyi", "1");
	story_text(s, "Akinyi", "I am driving, I will call you back");
	story_text(s, "Akinyi", "my");
	story_text(s, "Akinyi", "I am driving, I will call you back");
	story_text(s, "Akinyi", "stock tomato 30kg");
	story_say(s, "the next day: three more, and a longer pause");
	story_wait(s, 24 * HOURS);
	for (int i = 0; i < 5; i++)
		story_text(s, "Akinyi", "I am driving, I will call you back");
	story_end(s);
}

static void
robot_seven(void **state)
{
	static const char *const texts[] = {
	    "Thank you for your message.",
	    "We will reply within 24 hours.",
	    "Our office hours are 9 to 5.",
	    "Visit our web site for news.",
	    "This mailbox is not read by people.",
	    "Ticket 4711 was opened for you.",
	    "Please do not answer this message.",
	};
	struct story *s = village("robot_seven");

	(void)state;
	story_say(s, "seven texts in turn");
	for (int i = 0; i < 9; i++)
		story_text(s, "Robot", texts[i % 7]);
	story_say(s, "two texts in turn, one reads as an order");
	for (int i = 0; i < 3; i++) {
		story_text(
		    s, "Wanjiku", "Daily offer for you: want 5 kg tomato");
		story_text(s, "Wanjiku", "You have no credit. Dial *144#.");
	}
	story_end(s);
}

static void
no_robot(void **state)
{
	struct story *s = village("no_robot");

	(void)state;
	story_say(s, "1 to three proposals");
	for (int i = 0; i < 3; i++) {
		story_text(s, "Wanjiku",
		    i == 0   ? "2 kg tomato"
		    : i == 1 ? "3 kg tomato"
			     : "4 kg tomato");
		story_text(s, "Akinyi", "1");
		story_text(s, "Akinyi", "done");
		story_text(s, "Wanjiku", "got");
	}
	story_say(s, "the same order each week");
	for (int i = 0; i < 3; i++) {
		story_wait(s, 7 * 24 * HOURS);
		story_text(s, "Wanjiku", "please send me 5 kg tomato");
		story_text(s, "Wanjiku", "cancel");
	}
	story_end(s);
}

/* The farmer's number, by somebody else: nothing is agreed until a word that
 * only her phone has comes back. */
static void
forged(void **state)
{
	struct story *s = village("forged");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	story_forged(s, "Akinyi", "yes");
	story_ledger(s);
	story_say(s, "guessing does not help");
	story_forged(s, "Akinyi", "1234");
	story_forged(s, "Akinyi", "1235");
	story_forged(s, "Akinyi", "1236");
	story_say(s, "it was her after all");
	story_forged(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "7937");
	story_ledger(s);
	story_say(s, "the word was for one text, and once");
	story_text(s, "Akinyi", "7937");
	story_forged(s, "Akinyi", "DONE C3N");
	story_wait(s, 11 * MINUTES);
	story_text(s, "Akinyi", "9236");
	story_say(s, "nobody is pestered: no fourth word that day");
	story_forged(s, "Akinyi", "SOLD OUT tomato");
	story_forged(s, "Akinyi", "SOLD OUT tomato");
	story_say(s, "a buyer, too");
	story_forged(s, "Wanjiku", "cancel");
	story_say(s, "asking is free, and so is STOP");
	story_forged(s, "Akinyi", "my");
	story_forged(s, "Wanjiku", "status");
	story_say(s, "her own phone needs no word");
	story_text(s, "Akinyi", "done");
	story_forged(s, "Wanjiku", "STOP");
	story_ledger(s);
	story_end(s);
}

static void
other_modem(void **state)
{
	struct story *s = village("other_modem");

	(void)state;
	story_text(s, "Akinyi", "my");
	story_text(s, "Akinyi", "stock tomato 40kg");
	story_text(s, "Akinyi", "price tomato 42");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_say(s, "without the code");
	story_other(s, "Akinyi", "1");
	story_say(s, "with the code");
	story_other(s, "Akinyi", "yes C3N");
	story_ledger(s);
	story_end(s);
}

static void
too_often(void **state)
{
	struct story *s = village("too_often");

	(void)state;
	story_market(s)->texts_per_person_hour = 20;
	story_over(s, "Akinyi", "my");
	story_say(s, "once a day");
	story_over(s, "Akinyi", "my");
	story_say(s, "nobody looks after a stranger");
	story_over(s, "Robot", "hello");
	story_wait(s, 24 * HOURS);
	story_over(s, "Akinyi", "my");
	story_end(s);
}

static void
worth(void **state)
{
	struct story *s = village("worth");

	(void)state;
	story_market(s)->value_per_person_minor = 60000;
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_text(s, "Njeri", "10 kg tomato");
	story_say(s, "KES 400 and 240");
	story_text(s, "Njeri", "6 kg tomato");
	story_text(s, "Njeri", "5 kg tomato");
	story_say(s, "what is over counts no more");
	story_text(s, "Njeri", "cancel C3N");
	story_text(s, "Njeri", "7 kg tomato");
	story_say(s, "nor by a change");
	story_text(s, "Njeri", "make it 15 #Q6T");
	story_text(s, "Njeri", "make it 8 #Q6T");
	story_say(s, "one alone, too");
	story_text(s, "Wanjiku", "16 kg tomato");
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(robot),
	    cmocka_unit_test(robot_seven),
	    cmocka_unit_test(no_robot),
	    cmocka_unit_test(too_often),
	    cmocka_unit_test(worth),
	    cmocka_unit_test(forged),
	    cmocka_unit_test(other_modem),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
