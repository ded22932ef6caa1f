/* Days in the market, as they go when many things happen at once: to read from
 * top to bottom, as somebody new to furrow would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define DAYS (24 * HOURS)

/* Three buyers, three farmers, an officer. */
static struct story *
village(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer", "Siaya");
	story_person(s, "Musa", "+254711000003", "", "");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
	story_person(s, "Juma", "+254722000003", "seller", "Bondo");
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	return s;
}

/* A quiet village day: five orders, in two languages, in a hurry and slowly. */
static void
village_day(void **state)
{
	struct story *s = village("village_day");

	(void)state;
	story_say(s, "the morning: farmers say what they have");
	story_text(s, "Akinyi", "SELL tomato 60kg 40/kg");
	story_text(s, "Otieno", "nauza nyanya kilo 80 kwa 42");
	story_text(s, "Otieno", "ndiyo");
	story_text(s, "Otieno", "BEI nyanya 42");
	story_text(s, "Juma", "sell maize 200 kg at 35");
	story_text(s, "Juma", "also 30kg onion 60/kg");
	story_say(s, "orders come in");
	story_text(s, "Wanjiku", "want 5kg tomatos n 20 kg maize for friday");
	story_text(s, "Njeri", "nataka kilo 3 za nyanya");
	story_text(s, "Musa", "how much is onion");
	story_text(s, "Musa", "ok bring 4kg onion");
	story_wait(s, 12 * MINUTES);
	story_say(s, "and answers");
	story_text(s, "Akinyi", "1");
	story_text(s, "Juma", "yes");
	story_text(s, "Juma", "ok 2");
	story_text(s, "Juma", "ok 1");
	story_text(s, "Otieno", "ndiyo");
	story_wait(s, 5 * HOURS);
	story_say(s, "the afternoon: it is brought, and paid");
	story_text(s, "Otieno", "DONE");
	story_text(s, "Njeri", "nimepata");
	story_text(s, "Juma", "done onion");
	story_text(s, "Musa", "status");
	story_wait(s, 2 * DAYS);
	story_text(s, "Wanjiku", "got");
	story_text(s, "Akinyi", "PAID 200");
	story_text(s, "Otieno", "INCOME");
	story_wait(s, 2 * DAYS);
	story_ledger(s);
	story_end(s);
}

/* Nobody answers, one after the other, until the last one does. */
static void
never_answers(void **state)
{
	struct story *s = village("never_answers");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 60, 40);
	story_offer(s, "Otieno", "tomato", "kg", 60, 42);
	story_offer(s, "Juma", "tomato", "kg", 60, 45);
	story_phone_off(s, "Otieno", true);
	story_text(s, "Wanjiku", "6kg tomato");
	story_wait(s, 3 * HOURS);
	story_say(s, "Akinyi heard it and was silent; Otieno's phone is off");
	story_wait(s, 100 * MINUTES);
	story_text(s, "Wanjiku", "status");
	story_text(s, "Juma", "yes i bring it");
	story_phone_off(s, "Otieno", false);
	story_wait(s, 10 * MINUTES);
	story_text(s, "Otieno", "1");
	story_text(s, "Akinyi", "TURN tomato");
	story_ledger(s);
	story_end(s);
}

/* The modem is gone for two hours of the day; nothing is lost. */
static void
modem_gone(void **state)
{
	struct story *s = village("modem_gone");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 60, 40);
	story_offer(s, "Otieno", "tomato", "kg", 60, 42);
	story_text(s, "Wanjiku", "6kg tomato");
	story_link_down(s, true);
	story_text(s, "Akinyi", "yes");
	story_text(s, "Njeri", "4kg tomato");
	story_wait(s, 2 * HOURS);
	story_say(s, "all of it was written down; now it is told");
	story_link_down(s, false);
	story_text(s, "Otieno", "1");
	story_ledger(s);
	story_end(s);
}

/* The power fails at night; in the morning the clock is wrong, too. */
static void
power_cut(void **state)
{
	struct story *s = village("power_cut");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 60, 40);
	story_offer(s, "Otieno", "tomato", "kg", 60, 42);
	story_wait(s, 9 * HOURS);
	story_text(s, "Wanjiku", "6kg tomato for today");
	story_text(s, "Njeri", "6kg tomato for saturday");
	story_clock_sure(s, false);
	story_outage(s, 14 * HOURS);
	story_say(s, "nobody knows what time it is: nothing runs out");
	story_text(s, "Musa", "2kg tomato for today");
	story_wait(s, 8 * HOURS);
	story_text(s, "Akinyi", "yes");
	story_say(s, "the network tells the time");
	story_clock_sure(s, true);
	story_wait(s, 30 * MINUTES);
	story_text(s, "Otieno", "yes");
	story_wait(s, 2 * HOURS);
	story_ledger(s);
	story_end(s);
}

/* A buyer who changes their mind three times, and is served all the same. */
static void
three_minds(void **state)
{
	struct story *s = village("three_minds");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 60, 40);
	story_offer(s, "Otieno", "onion", "kg", 60, 42);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Wanjiku", "no sorry make it 6");
	story_text(s, "Wanjiku", "and add 2kg onion");
	story_text(s, "Wanjiku", "leave out the onion");
	story_text(s, "Otieno", "yes");
	story_text(s, "Akinyi", "1");
	story_text(s, "Wanjiku", "make it 8");
	story_text(s, "Wanjiku", "ok leave it, i take 6");
	story_ledger(s);
	story_end(s);
}

/* Two buyers for the last sack: one has it, the other hears what there is. */
static void
last_sack(void **state)
{
	struct story *s = village("last_sack");

	(void)state;
	story_offer(s, "Juma", "maize", "bag", 1, 3000);
	story_text(s, "Wanjiku", "1 bag of maize");
	story_text(s, "Njeri", "want 1 bag maize");
	story_text(s, "Juma", "yes");
	story_wait(s, 3 * HOURS);
	story_say(s, "Wanjiku thinks better of it");
	story_text(s, "Wanjiku", "cancel");
	story_wait(s, 20 * MINUTES);
	story_text(s, "Juma", "yes");
	story_ledger(s);
	story_end(s);
}

/* Short weight: what was accepted stands beside what was ordered. */
static void
short_weight(void **state)
{
	struct story *s = village("short_weight");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 60, 40);
	story_text(s, "Wanjiku", "10kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Wanjiku", "problem it was short by 2 kg");
	story_wait(s, 4 * DAYS);
	story_say(s, "the officer has weighed it again");
	story_text(s, "Amina", "DONE C3N 8kg");
	story_text(s, "Akinyi", "PAID 320");
	story_text(s, "Akinyi", "income");
	story_ledger(s);
	story_end(s);
}

/* The day goes by, and nobody says what became of it: one after the other is
 * asked, and the officer settles what nobody answers. */
static void
nobody_says(void **state)
{
	struct story *s = village("nobody_says");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 60, 40);
	story_text(s, "Wanjiku", "10kg tomato for today");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Amina", "DONE C3N");
	story_say(s, "too early for the officer; five days later");
	story_wait(s, 5 * DAYS);
	story_text(s, "Amina", "DONE C3N 9kg");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(village_day),
	    cmocka_unit_test(never_answers),
	    cmocka_unit_test(modem_gone),
	    cmocka_unit_test(power_cut),
	    cmocka_unit_test(three_minds),
	    cmocka_unit_test(last_sack),
	    cmocka_unit_test(short_weight),
	    cmocka_unit_test(nobody_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
