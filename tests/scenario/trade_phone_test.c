/* Phones: shared by a household, changed for another, given to a stranger by
 * the network. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/core/handler.h"

#include "tests/scenario/story.h"

#define WANJIKU "+254711000001"
#define NJERI "+254711000002"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
#define NEW "+254722000099"
#define AMINA "+254733000001"

#define DAYS (24 * HOURS)

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_person(s, "Njeri", NJERI, "", "Ugunja");
	story_person(s, "Otieno", OTIENO, "seller", "Yala");
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_offer(s, "Otieno", "tomato", "kg", 80, 45);
	return s;
}

static void
a_shared_phone(void **state)
{
	struct story *s = market_day("shared_phone");

	(void)state;
	story_share(s, "Faith", "Otieno", "seller", "Yala");
	story_offer(s, "Faith", "maize", "kg", 90, 30);
	story_say(s, "an answer is of the one who was asked last");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Otieno", "1");
	story_text(s, "Njeri", "20 kg maize");
	story_text(s, "Otieno", "1");
	story_text(s, "Njeri", "got");
	story_text(s, "Njeri", "30 kg maize");
	story_text(s, "Otieno", "no faith");
	story_say(s, "a question to one is none to the other");
	story_text(s, "Otieno", "Faith: sell mangoes");
	story_text(s, "Otieno", "otieno: status");
	story_text(s, "Otieno", "30 kg");
	story_say(s, "whoever says who they are speaks from then on");
	story_text(s, "Otieno", "I AM Faith");
	story_text(s, "Otieno", "MY");
	story_text(s, "Otieno", "Otieno: my");
	story_text(s, "Otieno", "i am peter");
	story_text(s, "Otieno", "I AM");
	story_text(s, "Otieno", "i am faith, my");
	story_say(s, "a code is of the one it was given to");
	story_text(s, "Otieno", "done #C3N");
	story_text(s, "Otieno", "my");
	story_say(s, "the phone is opted out, not only who spoke");
	story_text(s, "Wanjiku", "got");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Otieno", "STOP faith");
	story_text(s, "Otieno", "stop");
	story_text(s, "Otieno", "START");
	story_text(s, "Otieno", "I AM Otieno, MY");
	story_ledger(s);
	story_end(s);
}

static void
a_new_number(void **state)
{
	struct story *s = market_day("new_number");

	(void)state;
	story_person(s, "New", NEW, "", "");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_say(s, "asked for from the new phone; the open question moves");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "New", "newnumber");
	story_text(s, "New", "NEWNUMBER 0799999999");
	story_text(s, "New", "NEWNUMBER 0722000002");
	story_text(s, "New", "NEWNUMBER 0722 000 002");
	story_text(s, "Amina", "2");
	story_text(s, "New", "new number 0722000002");
	story_text(s, "Amina", "1");
	story_text(s, "Otieno", "1");
	story_text(s, "New", "1");
	story_say(s, "by an officer; who is known keeps theirs");
	story_text(s, "Wanjiku", "NEWNUMBER 0722000099 0722000001");
	story_text(s, "Amina", "NEWNUMBER 0722000099 0722000001");
	story_text(s, "Amina", "NEWNUMBER 0722000099 0722000002");
	story_text(s, "Otieno", "MY");
	story_text(s, "Otieno", "done");
	story_ledger(s);
	story_end(s);
}

/* What had not left yet is not said to the old phone any more, and its time
 * begins on the new one. */
static void
moved_in_time(void **state)
{
	struct story *s = market_day("moved_in_time");

	(void)state;
	story_person(s, "New", NEW, "", "");
	story_link_down(s, true);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Amina", "NEWNUMBER 0722000002 0722000099");
	story_link_down(s, false);
	story_wait(s, 70 * MINUTES);
	story_wait(s, 70 * MINUTES);
	story_ledger(s);
	story_end(s);
}

static void
a_recycled_number(void **state)
{
	struct story *s = market_day("recycled_number");

	(void)state;
	story_market(s)->recycle_after_ms = 120 * DAYS;
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_wait(s, 119 * DAYS);
	story_text(s, "Akinyi", "SELL tomato 20kg 50/kg");
	story_wait(s, 2 * DAYS);
	story_say(s, "the next seller is asked meanwhile; the turn is kept");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "got");
	story_text(s, "Otieno", "1");
	story_text(s, "Wanjiku", "6 kg tomato");
	story_text(s, "Otieno", "no");
	story_text(s, "Akinyi", "no");
	story_text(s, "Akinyi", "sold out tomato");
	story_say(s, "nobody else has it: the order waits for the answer");
	story_wait(s, 121 * DAYS);
	story_text(s, "Wanjiku", "7 kg tomato");
	story_wait(s, 2 * HOURS);
	story_text(s, "Otieno", "what is this");
	story_text(s, "Otieno", "2");
	story_wait(s, 2 * HOURS);
	story_text(s, "Otieno", "my");
	story_say(s, "the officer has found the new phone");
	story_person(s, "New", NEW, "", "");
	story_text(s, "Amina", "NEWNUMBER 0722000002 0722000099");
	story_text(s, "Amina", "1");
	story_text(s, "New", "MY");
	story_ledger(s);
	story_end(s);
}

/* Who comes back after months is asked first; what they texted is not lost. */
static void
back_after_months(void **state)
{
	struct story *s = market_day("back_after_months");

	(void)state;
	story_market(s)->recycle_after_ms = 120 * DAYS;
	story_wait(s, 121 * DAYS);
	story_text(s, "Otieno", "MY");
	story_text(s, "Otieno", "stock tomato 60kg");
	story_text(s, "Otieno", "yes");
	story_text(s, "Otieno", "MY");
	story_wait(s, 121 * DAYS);
	story_text(s, "Otieno", "10 kg maize");
	story_text(s, "Otieno", "no");
	story_text(s, "Otieno", "status");
	story_wait(s, 2 * DAYS);
	story_say(s, "STOP needs no answer");
	story_text(s, "Amina", "STOP");
	story_end(s);
}

static void
nobody_answers_there(void **state)
{
	struct story *s = market_day("nobody_answers_there");

	(void)state;
	story_market(s)->recycle_after_ms = 120 * DAYS;
	story_wait(s, 121 * DAYS);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_wait(s, 3 * DAYS);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_ledger(s);
	story_end(s);
}

static void
a_pin(void **state)
{
	struct story *s = market_day("pin");

	(void)state;
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Otieno", "1");
	story_text(s, "Otieno", "done");
	story_say(s, "alone on the phone none is needed");
	story_text(s, "Otieno", "INCOME");
	story_text(s, "Otieno", "INCOME 4321");
	story_share(s, "Faith", "Otieno", "seller", "Yala");
	story_say(s, "on a shared one it is, and the officer allows the first");
	story_text(s, "Otieno", "INCOME");
	story_text(s, "Otieno", "PAID #C3N 300");
	story_text(s, "Otieno", "PIN 1234");
	story_text(s, "Otieno", "INCOME 1234");
	story_text(s, "Amina", "1");
	story_text(s, "Otieno", "INCOME 1234");
	story_text(s, "Otieno", "PAID #C3N 300 1234");
	story_text(s, "Otieno", "faith: income 1234");
	story_text(s, "Otieno", "I AM Faith");
	story_text(s, "Otieno", "pin 1111");
	story_text(s, "Amina", "2");
	story_text(s, "Otieno", "I AM Otieno, pin 1234 56789");
	story_say(s, "five wrong ones");
	story_text(s, "Otieno", "INCOME 0001");
	story_text(s, "Otieno", "INCOME 0002");
	story_text(s, "Otieno", "INCOME 0003");
	story_text(s, "Otieno", "INCOME 1234");
	story_text(s, "Otieno", "PIN 0005 0006");
	story_text(s, "Otieno", "INCOME 56789");
	story_wait(s, HOURS);
	story_text(s, "Otieno", "INCOME 56789");
	story_log(s, "Otieno");
	story_end(s);
}

/* Two who share a phone, and an admin who acts for one of them. */
static void
acting_for_one(void **state)
{
	struct story *s = market_day("acting_for_one");

	(void)state;
	story_share(s, "Faith", "Otieno", "seller", "Yala");
	story_offer(s, "Faith", "maize", "kg", 90, 30);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Njeri", "20 kg maize");
	story_say(s, "the newest order, Faith's, for their phone");
	story_admin(s, HANDLER_ACCEPT, "Otieno", NULL);
	story_ledger(s);
	story_end(s);
}

/* A buyer who was silent while the order waited: names and sums come after
 * the answer, and then they do come. */
static void
nothing_told_in_doubt(void **state)
{
	struct story *s = market_day("nothing_told_in_doubt");

	(void)state;
	story_person(s, "Mary", "+254711000003", "buyer", "Ugunja");
	story_market(s)->recycle_after_ms = 2 * HOURS;
	story_market(s)->answer_within_ms = 4 * HOURS;
	story_wait(s, HOURS);
	story_text(s, "Otieno", "MY");
	story_text(s, "Mary", "10 kg tomato");
	story_wait(s, 80 * MINUTES);
	story_text(s, "Otieno", "MY");
	story_wait(s, 50 * MINUTES);
	story_text(s, "Otieno", "yes");
	story_text(s, "Mary", "1");
	story_say(s, "a missed call tells nothing either");
	story_wait(s, 3 * HOURS);
	story_call(s, "Mary");
	story_end(s);
}

/* From the other phone of the same person; they are answered there. */
static void
two_phones(void **state)
{
	struct story *s = market_day("two_phones");

	(void)state;
	story_second_phone(s, "Otieno", "Second", NEW);
	story_text(s, "Otieno", "sell mangoes");
	story_text(s, "Second", "30 kg");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Otieno", "1");
	story_text(s, "Wanjiku", "got");
	story_text(s, "Second", "PAID 450");
	story_end(s);
}

static void
numbers_of_officers(void **state)
{
	struct story *s = market_day("numbers_of_officers");

	(void)state;
	story_person(s, "Juma", "+254733000002", "admin", "");
	story_text(s, "Amina", "NEWNUMBER 0733000002 0722000099");
	story_text(s, "Juma", "NEWNUMBER 0733000001 0722000099");
	story_end(s);
}

/* Who asked, who decided, and by which texts. */
static void
papers(void **state)
{
	struct story *s = market_day("papers");

	(void)state;
	story_text(s, "Amina", "REG 0711000002 Njeri Auma Bondo");
	story_text(s, "Njeri", "1");
	story_text(s, "Wanjiku", "SELLER Wanjiku, Ugunja");
	story_text(s, "Amina", "2");
	story_text(s, "Wanjiku", "SELLER Wanjiku, Ugunja");
	story_text(s, "Amina", "1");
	story_text(s, "Amina", "REG 0722000002 Faith Yala");
	story_text(s, "Otieno", "2");
	story_papers(s, "Njeri");
	story_papers(s, "Wanjiku");
	story_papers(s, "Otieno");
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_shared_phone),
	    cmocka_unit_test(a_new_number),
	    cmocka_unit_test(moved_in_time),
	    cmocka_unit_test(a_recycled_number),
	    cmocka_unit_test(back_after_months),
	    cmocka_unit_test(nobody_answers_there),
	    cmocka_unit_test(a_pin),
	    cmocka_unit_test(acting_for_one),
	    cmocka_unit_test(nothing_told_in_doubt),
	    cmocka_unit_test(two_phones),
	    cmocka_unit_test(numbers_of_officers),
	    cmocka_unit_test(papers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
