/* A seller's own words to a proposal: only so much, at another price, of that
 * one and not of the other, and all of it at once.  And words that answer
 * something else than what we asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define TURNS 5

/* What is said after each other. */
typedef const char *const turns[TURNS];

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_market(s)->quiet_from_min = 0;
	story_market(s)->quiet_until_min = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 9000, 40);
	story_offer(s, "Akinyi", "potato", "kg", 9000, 30);
	story_offer(s, "Akinyi", "egg", "tray", 900, 400);
	return s;
}

/* The order, or two of them, and what the seller says; then it is dropped. */
static void
each(struct story *s, const char *first, const char *second, turns *said,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", first);
		if (second != NULL)
			story_text(s, "Njeri", second);
		for (size_t k = 0; k < TURNS && said[i][k] != NULL; k++) {
			story_wait(s, 2 * MINUTES);
			story_text(s, "Akinyi", said[i][k]);
		}
		story_text(s, "Wanjiku", "stop");
		story_text(s, "Wanjiku", "start");
		if (second != NULL) {
			story_text(s, "Njeri", "stop");
			story_text(s, "Njeri", "start");
		}
		story_text(s, "Akinyi", "LANG en");
		story_wait(s, 90 * MINUTES);
	}
}

/* Both were said: nothing is asked.  One of them was: it is kept. */
static void
part_and_price(void **state)
{
	static turns said[] = {
	    {"only 3 at 50"},
	    {"3 only at 50"},
	    {"only 3 kg 50/kg"},
	    {"only 3 kg tomato at 50"},
	    {"some at 50", "3"},
	    {"some", "3 at 50"},
	    {"some", "50 bob", "3"},
	    {"half at 50", "1"},
	    {"yes only 3kg but 50 each", "1"},
	    {"3kg at 50", "2", "4"},
	    {"only 3 at 150", "1"},
	    {"only 12 at 50", "1"},
	    {"only two trays ggs at 50", "3", "1"},
	    {"make it 45", "1"},
	    {"3 pekee kwa 50"},
	    {"kilo 3 tu kwa 50"},
	    {"sirf 3 kilo 50 me", "1"},
	    {"solo 3 kg a 50", "1"},
	    {"只有3公斤 一公斤50元"},
	};
	struct story *s = market_day("part_and_price");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	story_end(s);
}

/* What was said before "which one?" holds for the one that is picked. */
static void
part_of_which(void **state)
{
	static turns said[] = {
	    {"only 3 kg at 50", "2"},
	    {"only 3 kg", "1"},
	    {"only 3 kg", "ok 2"},
	    {"only 3 kg", "no 2"},
	    {"only 3 kg", "potatoes"},
	    {"only 3 kg potato at 45"},
	    {"at 45", "1"},
	    {"some at 50", "1", "2"},
	    {"only 3 at 50", "ok", "ok", "1"},
	    {"only 3 at 50", "yes both", "1"},
	    {"kilo 3 pekee kwa 50", "2"},
	    {"sirf 3 kilo", "aloo"},
	    {"只有3公斤", "2"},
	};
	struct story *s = market_day("part_of_which");

	(void)state;
	each(s, "8 kg tomato", "5 kg potato", said, COUNT(said));
	story_end(s);
}

/* "Four eggs" of what is sold by the tray. */
static void
part_without_measure(void **state)
{
	static turns eggs[] = {
	    {"only 4 eggs", "1"},
	    {"only 4 eggs", "2", "3"},
	    {"only 4"},
	    {"only 30 eggs", "4"},
	    {"only 4 trays"},
	    {"some", "4 eggs", "1"},
	    {"mayai 4 pekee", "1"},
	    {"sirf 4 anda", "1"},
	    {"只有4个鸡蛋", "2"},
	};
	static turns tomatoes[] = {
	    {"only 5 tomatoes", "5 kg"},
	    {"only 5"},
	    {"nyanya 5 pekee", "5"},
	    {"nyanya 5 pekee", "7 kg", "1"},
	    {"20 kg", "1"},
	    {"yes 20 kg", "1"},
	};
	struct story *s = market_day("part_without_measure");

	(void)state;
	each(s, "5 trays eggs", NULL, eggs, COUNT(eggs));
	each(s, "50 kg tomato", NULL, tomatoes, COUNT(tomatoes));
	story_end(s);
}

/* Two are open, and the goods say which. */
static void
which_by_name(void **state)
{
	static turns said[] = {
	    {"yes tomatoes"},
	    {"tomatoes yes"},
	    {"ok tomato"},
	    {"no potatoes"},
	    {"only 3 kg potatoes"},
	    {"yes", "tomato"},
	    {"no", "potato"},
	    {"yes onions"},
	    {"ndio nyanya"},
	    {"hapana viazi"},
	    {"haan tamatar"},
	    {"oui tomate"},
	    {"西红柿可以"},
	};
	struct story *s = market_day("which_by_name");

	(void)state;
	each(s, "8 kg tomato", "5 kg potato", said, COUNT(said));
	story_end(s);
}

/* One order is open, or two goods in one: the name counts there, too. */
static void
named_goods(void **state)
{
	struct story *s = market_day("named_goods");

	(void)state;
	story_text(s, "Wanjiku", "8 kg tomato");
	story_text(s, "Akinyi", "yes potatoes");
	story_text(s, "Akinyi", "1");
	story_text(s, "Wanjiku", "4 kg tomato and 2 trays eggs");
	story_text(s, "Akinyi", "yes tomatoes");
	story_text(s, "Akinyi", "no");
	story_ledger(s);
	story_end(s);
}

/* All of them, said plainly; else one after the other. */
static void
all_of_them(void **state)
{
	static turns said[] = {
	    {"yes to both"},
	    {"yes 1 and 2", "both"},
	    {"ok", "both"},
	    {"ok", "yes 1 and 2"},
	    {"yes", "1 and 2"},
	    {"no to both"},
	    {"no", "both"},
	    {"all", "all", "1", "1"},
	    {"yes that is all", "1", "2"},
	    {"ok all good", "1", "1"},
	    {"not both", "2"},
	    {"ndio zote mbili"},
	    {"sawa", "zote"},
	    {"haan dono"},
	    {"oui", "les deux"},
	    {"好的", "都要"},
	    {"نعم كلها"},
	};
	struct story *s = market_day("all_of_them");

	(void)state;
	each(s, "8 kg tomato", "5 kg potato", said, COUNT(said));
	story_end(s);
}

/* The same list is not sent a third time. */
static void
list_twice(void **state)
{
	static turns said[] = {
	    {"yes", "ok", "ok", "1", "1"},
	    {"yes", "ok", "yes", "no", "3"},
	    {"ok", "ok", "ok", "yes potatoes"},
	    {"none", "none", "none", "2", "2"},
	    {"sawa", "ndio", "sawa", "1", "hapana"},
	    {"haan", "theek hai", "haan", "1", "1"},
	};
	struct story *s = market_day("list_twice");

	(void)state;
	each(s, "8 kg tomato", "5 kg potato", said, COUNT(said));
	story_end(s);
}

/* Who buys and sells: the same figure twice is one answer. */
static void
figure_again(void **state)
{
	static const char *const wants[] = {
	    "5 tomatoes", "nyanya 5", "mujhe 5 tamatar chahiye"};
	struct story *s = story_begin("figure_again");

	(void)state;
	story_market(s)->open_orders_per_person = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Baraka", "+254722000003", "seller|buyer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 9000, 40);
	story_offer(s, "Baraka", "onion", "kg", 9000, 60);
	for (size_t i = 0; i < COUNT(wants); i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", "10 kg onion");
		story_wait(s, MINUTES);
		story_text(s, "Baraka", wants[i]);
		story_text(s, "Baraka", "1");
		story_wait(s, MINUTES / 6);
		story_text(s, "Baraka", "1");
		story_wait(s, MINUTES / 6);
		story_text(s, "Baraka", i == 0 ? "1" : "2");
		story_text(s, "Baraka", "stop");
		story_text(s, "Baraka", "start");
		story_text(s, "Baraka", "LANG en");
		story_wait(s, 10 * MINUTES);
	}
	story_say(s, "a minute later, and a younger question: taken at once");
	story_text(s, "Wanjiku", "20 kg onion");
	story_wait(s, MINUTES);
	story_text(s, "Baraka", "5 tomatoes");
	story_text(s, "Baraka", "1");
	story_wait(s, 2 * MINUTES);
	story_text(s, "Baraka", "1");
	story_wait(s, MINUTES / 6);
	story_text(s, "Wanjiku", "30 kg onion");
	story_wait(s, MINUTES / 6);
	story_text(s, "Baraka", "1");
	story_ledger(s);
	story_end(s);
}

/* A buyer's price, where we asked how much: the question once more. */
static void
beside_the_point(void **state)
{
	static turns said[] = {
	    {"want tomatoes", "200 bob", "5 kg"},
	    {"want tomatoes", "max 5", "no 100", "yes at 30", "5 kg tomato"},
	    {"want tomatoes", "yes at 30", "no"},
	    {"nataka nyanya", "shilingi 200", "kilo 5"},
	    {"tamatar chahiye", "200 rupaye", "5 kilo"},
	    {"我要西红柿", "50元", "5公斤"},
	};
	struct story *s = market_day("beside_the_point");

	(void)state;
	for (size_t i = 0; i < COUNT(said); i++) {
		story_say(s, "");
		for (size_t k = 0; k < TURNS && said[i][k] != NULL; k++)
			story_text(s, "Njeri", said[i][k]);
		story_text(s, "Njeri", "stop");
		story_text(s, "Njeri", "start");
		story_wait(s, 10 * MINUTES);
	}
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(part_and_price),
	    cmocka_unit_test(part_of_which),
	    cmocka_unit_test(part_without_measure),
	    cmocka_unit_test(which_by_name),
	    cmocka_unit_test(named_goods),
	    cmocka_unit_test(all_of_them),
	    cmocka_unit_test(list_twice),
	    cmocka_unit_test(figure_again),
	    cmocka_unit_test(beside_the_point),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
