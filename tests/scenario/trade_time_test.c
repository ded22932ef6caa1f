/* What time does to an order: reminders, expiry, nights, outages, a clock that
 * nobody believes, phones that are off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define WANJIKU "+254711000001"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
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
expiry(void **state)
{
	struct story *s = market_day("expiry");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_wait(s, 1 * HOURS);
	story_say(s, "an hour more, and it goes on");
	story_wait(s, 1 * HOURS);
	story_say(s, "Akinyi is late: it is with Otieno");
	story_text(s, "Akinyi", "1");
	story_text(s, "Otieno", "1");
	story_ledger(s);
	story_say(s, "the day goes by");
	story_wait(s, 72 * HOURS);
	story_text(s, "Wanjiku", "got");
	story_wait(s, 25 * HOURS);
	story_ledger(s);
	story_end(s);
}

static void
late_yes(void **state)
{
	struct story *s = story_begin("late_yes");

	(void)state;
	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_person(s, "Otieno", OTIENO, "seller", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "tomato", "kg", 80, 45);
	story_wait(s, 10 * HOURS);
	story_text(s, "Wanjiku", "10 kg tomato for saturday");
	story_wait(s, 26 * HOURS);
	story_text(s, "Otieno", "no");
	story_text(s, "Akinyi", "yes");
	story_ledger(s);
	story_end(s);
}

static void
night(void **state)
{
	struct story *s = market_day("night");

	(void)state;
	story_wait(s, 11 * HOURS + 20 * MINUTES);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_say(s, "ten minutes of the two hours were awake");
	story_wait(s, 30 * MINUTES);
	story_say(s, "a no at night: the next one is asked in the morning");
	story_text(s, "Akinyi", "no");
	story_ledger(s);
	story_text(s, "Otieno", "yes");
	story_wait(s, 12 * HOURS);
	story_ledger(s);
	story_end(s);
}

static void
late_but_free(void **state)
{
	struct story *s = market_day("late_but_free");

	(void)state;
	story_wait(s, 10 * HOURS);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_wait(s, 100 * MINUTES);
	story_text(s, "Akinyi", "no");
	story_ledger(s);
	story_say(s, "a second thought, while nobody else is asked");
	story_text(s, "Akinyi", "yes C3N");
	story_wait(s, 12 * HOURS);
	story_ledger(s);
	story_end(s);
}

static void
clock_unsure(void **state)
{
	struct story *s = market_day("clock_unsure");

	(void)state;
	story_clock_sure(s, false);
	story_text(s, "Wanjiku", "10 kg tomato for friday");
	story_wait(s, 9 * HOURS);
	story_ledger(s);
	story_clock_sure(s, true);
	story_wait(s, 130 * MINUTES);
	story_text(s, "Otieno", "1");
	story_ledger(s);
	story_end(s);
}

static void
outage(void **state)
{
	struct story *s = market_day("outage");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato for today");
	story_wait(s, 30 * MINUTES);
	story_outage(s, 26 * HOURS);
	story_text(s, "Wanjiku", "yes");
	story_text(s, "Akinyi", "1");
	story_say(s, "and one who does not want it any more");
	story_text(s, "Wanjiku", "got");
	story_text(s, "Wanjiku", "7 kg tomato for today");
	story_outage(s, 26 * HOURS);
	story_text(s, "Wanjiku", "2");
	story_ledger(s);
	story_end(s);
}

static void
unreachable(void **state)
{
	struct story *s = market_day("unreachable");

	(void)state;
	story_say(s, "a phone that is dead");
	story_phone_off(s, "Akinyi", true);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_lose(s, "Akinyi");
	story_say(s, "our own link is down: nobody has refused");
	story_link_down(s, true);
	story_text(s, "Otieno", "no");
	story_wait(s, 3 * HOURS);
	story_ledger(s);
	story_link_down(s, false);
	story_end(s);
}

static void
link_was_down(void **state)
{
	struct story *s = market_day("link_was_down");

	(void)state;
	story_link_down(s, true);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_wait(s, 5 * HOURS);
	story_link_down(s, false);
	story_text(s, "Akinyi", "yes");
	story_text(s, "Otieno", "yes");
	story_ledger(s);
	story_end(s);
}

static void
buyer_unreachable(void **state)
{
	struct story *s = market_day("buyer_unreachable");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_phone_off(s, "Wanjiku", true);
	story_text(s, "Akinyi", "yes");
	story_lose(s, "Wanjiku");
	story_end(s);
}

static void
buyer_silent(void **state)
{
	struct story *s = market_day("buyer_silent");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "only 4");
	story_text(s, "Otieno", "no");
	story_wait(s, 2 * HOURS);
	story_text(s, "Wanjiku", "yes");
	story_ledger(s);
	story_end(s);
}

static void
unsettled_complaint(void **state)
{
	struct story *s = market_day("unsettled_complaint");

	(void)state;
	story_market(s)->admin_phone[0] = '\0';
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_wait(s, 49 * HOURS);
	story_text(s, "Wanjiku", "PROBLEM #C3N it never came");
	story_wait(s, 73 * HOURS);
	story_text(s, "Wanjiku", "GOT #C3N");
	story_ledger(s);
	story_end(s);
}

/* The market rests from 20:30 to 6:30, the fishing village from 15:00. */
static void
other_hours(void **state)
{
	struct story *s = market_day("other_hours");

	(void)state;
	story_quiet(s, "Akinyi", "Usenge", 15 * 60, 23 * 60);
	story_wait(s, 7 * HOURS);
	story_say(s, "one sleeps: the other is asked");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Otieno", "1");
	story_text(s, "Wanjiku", "got");
	story_say(s, "both sleep: whoever wakes first");
	story_wait(s, 5 * HOURS);
	story_text(s, "Wanjiku", "6 kg tomato");
	story_wait(s, 3 * HOURS);
	story_text(s, "Akinyi", "1");
	story_say(s, "the time for an answer runs in their own hours");
	story_text(s, "Wanjiku", "got");
	story_wait(s, 3 * HOURS);
	story_text(s, "Wanjiku", "7 kg tomato");
	story_wait(s, 90 * MINUTES);
	story_wait(s, HOURS);
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(expiry),
	    cmocka_unit_test(late_yes),
	    cmocka_unit_test(night),
	    cmocka_unit_test(late_but_free),
	    cmocka_unit_test(clock_unsure),
	    cmocka_unit_test(outage),
	    cmocka_unit_test(unreachable),
	    cmocka_unit_test(link_was_down),
	    cmocka_unit_test(buyer_unreachable),
	    cmocka_unit_test(buyer_silent),
	    cmocka_unit_test(unsettled_complaint),
	    cmocka_unit_test(other_hours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
