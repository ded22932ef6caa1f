/* Answers that look like another answer: goods named while something else is
 * said of them, words that point, a measure that is not meant, a word that ends
 * our texts in somebody else's language.  Nothing may be done on them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 9000, 40);
	story_offer(s, "Akinyi", "onion", "kg", 9000, 60);
	return s;
}

static void
say_all(struct story *s, const char *name, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		story_text(s, name, texts[i]);
}

/* Two orders stand.  Only a name alone tells which of them is to go. */
static void
named_otherwise(void **state)
{
	static const char *const others[] = {"cancel", "i want tomatoes", "no",
	    "cancel", "keep onions", "no", "cancel", "price of tomato",
	    "cancel", "no one", "add 2", "cancel the tomatoes", "cancel",
	    "the onion one"};
	struct story *s = market_day("named_otherwise");

	(void)state;
	story_text(s, "Wanjiku", "10kg tomatoes");
	story_text(s, "Wanjiku", "10kg onions");
	story_text(s, "Wanjiku", "8kg onions");
	say_all(s, "Wanjiku", others, COUNT(others));
	story_ledger(s);
	story_end(s);
}

/* "Do you want to cancel?" is answered by yes or no, not by the goods. */
static void
named_after_cancel(void **state)
{
	static const char *const texts[] = {"10kg tomatoes", "can i cancel?",
	    "no i want tomatoes", "can i cancel?", "tomatoes"};
	struct story *s = market_day("named_after_cancel");

	(void)state;
	say_all(s, "Wanjiku", texts, COUNT(texts));
	story_ledger(s);
	story_end(s);
}

/* Nobody who points says one. */
static void
pointing(void **state)
{
	static const char *const texts[] = {"2-3 kg onions", "the bigger one",
	    "number one", "2-3 kg onions", "one please", "2-3 kg onions", "1,2",
	    "no", "10kg tomatoes"};
	struct story *s = market_day("pointing");

	(void)state;
	say_all(s, "Wanjiku", texts, COUNT(texts));
	story_text(s, "Akinyi", "that one");
	story_text(s, "Akinyi", "NO #Q6T");
	story_ledger(s);
	story_end(s);
}

static void
not_that_measure(void **state)
{
	static const char *const texts[] = {"5 tomatoes", "not kg", "no",
	    "5 tomatoes", "not pieces", "yes", "nataka nyanya 5", "si kilo",
	    "hapana", "quiero 5 cebollas", "no en kilos", "no",
	    "je veux 5 tomates", "pas en kilos", "non"};
	struct story *s = market_day("not_that_measure");

	(void)state;
	say_all(s, "Wanjiku", texts, COUNT(texts));
	story_end(s);
}

/* A figure of the clock, a sum, several: how much, nobody knows. */
static void
no_quantity(void **state)
{
	static const char *const figures[] = {"12:30", "2*5kg", "5+5", "1 2 3"};
	struct story *s = market_day("no_quantity");

	(void)state;
	for (size_t i = 0; i < COUNT(figures); i++) {
		story_text(s, "Wanjiku", "i want tomatoes");
		story_text(s, "Wanjiku", figures[i]);
		story_text(s, "Wanjiku", "no");
	}
	story_end(s);
}

/* Acha stops our texts in Swahili; in Hindi and Bengali it is "all right". */
static void
foreign_stop(void **state)
{
	struct story *s = market_day("foreign_stop");

	(void)state;
	story_text(s, "Wanjiku", "mujhe tamatar 5 kilo chahiye");
	story_text(s, "Wanjiku", "acha");
	story_text(s, "Wanjiku", "STOP");
	story_text(s, "Wanjiku", "START");
	story_text(s, "Akinyi", "LANG sw");
	story_text(s, "Akinyi", "acha");
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(named_otherwise),
	    cmocka_unit_test(named_after_cancel),
	    cmocka_unit_test(pointing),
	    cmocka_unit_test(not_that_measure),
	    cmocka_unit_test(no_quantity),
	    cmocka_unit_test(foreign_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
