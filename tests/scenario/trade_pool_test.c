/* Leaders and their households: a day of taking in, a large order over 63
 * households, and what leaders write that must touch nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "gateway/core/handler.h"

#include "tests/scenario/story.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_market(s)->quiet_from_min = 0;
	story_market(s)->quiet_until_min = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Otieno", "+254722000001", "seller|leader", "Yala");
	return s;
}

/* Two grades, bought and on commission; receipts; what was wrong is taken
 * back; the sale falls to the households to the last cent. */
static void
taking_in(void **state)
{
	struct story *s = market_day("pool_taking_in");

	(void)state;
	story_household(s, "Otieno", "Akinyi", "+254722000002", "Yala");
	story_household(s, "Otieno", "Wafula", "+254722000003", "Yala");
	story_household(s, "Otieno", "Nekesa", NULL, "");
	story_say(s, "on commission, and bought");
	story_text(s, "Otieno", "HOUSEHOLDS");
	story_text(s, "Otieno", "TOOK Akinyi 120kg mango A COMMISSION 10%");
	story_text(s, "Otieno", "PRICE mango 40");
	story_text(s, "Otieno", "took 80 kg from wafula grade a 30/kg");
	story_text(s, "Otieno", "nimechukua 50kg kwa nekesa daraja B");
	story_text(s, "Otieno", "PRICE mango B 25");
	story_say(s, "the same words again; and another delivery");
	story_text(s, "Otieno", "TOOK Akinyi 120kg mango A COMMISSION 10%");
	story_text(s, "Otieno", "TOOK again Akinyi 120kg mango A COMM 10%");
	story_say(s, "a slip is taken back");
	story_text(s, "Otieno", "UNTOOK");
	story_text(s, "Otieno", "TOOK 2 10kg mango A 30/kg");
	story_text(s, "Otieno", "wrong");
	story_wait(s, 20 * MINUTES);
	story_text(s, "Otieno", "UNTOOK wafula");
	story_text(s, "Otieno", "TOOK Wafula 80 mango A 30/kg");
	story_text(s, "Otieno", "MY");
	story_text(s, "Akinyi", "MY");
	story_say(s, "sold, first in first out");
	story_text(s, "Wanjiku", "150 kg mango");
	story_text(s, "Otieno", "1");
	story_text(s, "Otieno", "UNTOOK");
	story_text(s, "Otieno", "DONE");
	story_text(s, "Wanjiku", "GOT");
	story_text(s, "Otieno", "INCOME");
	story_text(s, "Akinyi", "INCOME");
	story_text(s, "Wafula", "INCOME");
	story_ledger(s);
	story_end(s);
}

static void
add_many(struct story *s, const char *leader, int from, int until)
{
	for (int i = from; i <= until; i++) {
		char name[16], number[24];

		snprintf(name, sizeof(name), "H%c%c", 'A' + (i - 1) / 26,
		    'a' + (i - 1) % 26);
		snprintf(number, sizeof(number), "+2547330%05d", i);
		/* Every third has a phone: the others hear it from their
		 * leader. */
		story_household(
		    s, leader, name, i % 3 == 1 ? number : NULL, "");
	}
}

/* 63 households and 85 tonnes of mango. */
static void
eighty_five_tonnes(void **state)
{
	struct story *s = market_day("pool_85_tonnes");

	(void)state;
	add_many(s, "Otieno", 1, 63);
	story_offer(s, "Otieno", "mango", "kg", 170000, 35);
	story_say(s, "85 tonnes");
	story_text(s, "Wanjiku", "85 tonnes mango");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Otieno", "1");
	story_say(s, "the rest of the list, and a correction");
	story_text(s, "Otieno", "SPLIT #C3N 20");
	story_text(s, "Otieno", "split c3n 40");
	story_text(s, "Otieno", "GIVE #C3N 7 900kg");
	story_text(s, "Otieno", "GIVE #C3N 8 1500");
	story_say(s, "a kilogram short at the buyer's");
	story_text(s, "Otieno", "DONE #C3N");
	story_text(s, "Wanjiku", "GOT #C3N 84.999 tonnes");
	story_ledger(s);
	story_end(s);
}

/* A leader without households sells like anybody: their words are read as
 * always. */
static void
alone(void **state)
{
	struct story *s = market_day("pool_alone");

	(void)state;
	story_offer(s, "Otieno", "mango", "kg", 1000, 35);
	story_text(s, "Otieno", "HOUSEHOLDS");
	story_text(s, "Wanjiku", "50 kg mango");
	story_text(s, "Otieno", "1");
	story_text(s, "Otieno", "GIVE #C3N 1 5kg");
	story_text(s, "Otieno", "SPLIT #C3N");
	story_text(s, "Otieno", "DONE #C3N");
	story_text(s, "Wanjiku", "GOT");
	story_ledger(s);
	story_end(s);
}

/* Corrections of a split, and an order that is called off. */
static void
giving(void **state)
{
	struct story *s = market_day("pool_giving");

	(void)state;
	story_household(s, "Otieno", "Akinyi", "+254722000002", "Yala");
	story_household(s, "Otieno", "Wafula", "+254722000003", "Yala");
	story_household(s, "Otieno", "Nekesa", NULL, "");
	story_offer(s, "Otieno", "mango", "kg", 1000, 35);
	story_say(s, "too little to share: it is one household's turn");
	story_text(s, "Wanjiku", "5 kg mango");
	story_text(s, "Otieno", "1");
	story_say(s, "shared, and corrected");
	story_text(s, "Wanjiku", "100 kg mango for friday");
	story_text(s, "Otieno", "1");
	story_text(s, "Akinyi", "MY");
	story_say(s, "households answer");
	story_text(s, "Wafula", "only 20 kg, sorry");
	story_text(s, "Akinyi", "no #T7X I am ill");
	story_text(s, "Akinyi", "no");
	story_text(s, "Wafula", "no #C3N");
	story_say(s, "the leader corrects");
	story_text(s, "Otieno", "GIVE #T7X 2 20kg");
	story_text(s, "Otieno", "give t7x nekesa 50 kg");
	story_text(s, "Otieno", "GIVE #T7X 1 0");
	story_text(s, "Otieno", "GIVE #T7X 3 1000kg");
	story_ledger(s);
	story_say(s, "called off: everybody is told, the turn is given back");
	story_text(s, "Wanjiku", "CANCEL #T7X");
	story_ledger(s);
	story_say(s, "given to another seller by an admin");
	story_person(s, "Njeri", "+254722000008", "seller", "Ugunja");
	story_offer(s, "Njeri", "mango", "kg", 500, 36);
	story_text(s, "Wanjiku", "90 kg mango from Otieno");
	story_text(s, "Otieno", "1");
	story_admin(s, HANDLER_REASSIGN, "Otieno", "Njeri");
	story_text(s, "Njeri", "1");
	story_ledger(s);
	story_end(s);
}

/* A leader in China: jin, names without blanks, the words of the language. */
static void
chinese(void **state)
{
	struct story *s = story_begin_chinese("pool_chinese");

	(void)state;
	story_market(s)->quiet_from_min = 0;
	story_market(s)->quiet_until_min = 0;
	story_person(s, "李明", "+8613800138001", "buyer", "西山");
	story_person(s, "张伟", "+8613800138002", "seller|leader", "李家村");
	story_household(s, "张伟", "王芳", "+8613800138003", "李家村");
	story_household(s, "张伟", "刘洋", NULL, "");
	story_text(s, "张伟", "农户名单");
	story_text(s, "张伟", "收了王芳西红柿120斤 A级 佣金10%");
	story_text(s, "张伟", "收了 刘洋 西红柿 80斤 A 2元/斤");
	story_text(s, "张伟", "价格 西红柿 3元/斤");
	story_text(s, "张伟", "我的商品");
	story_text(s, "李明", "我要西红柿150斤");
	story_text(s, "张伟", "1");
	story_text(s, "王芳", "我的商品");
	story_text(s, "张伟", "帮助");
	story_ledger(s);
	story_end(s);
}

/* Two kinds of goods in one order, packs stay whole, weights count, and nobody
 * came: the next order begins where this one did. */
static void
packs(void **state)
{
	struct story *s = market_day("pool_packs");

	(void)state;
	story_household(s, "Otieno", "Akinyi", "+254722000002", "Yala");
	story_household(s, "Otieno", "Wafula", NULL, "");
	story_offer(s, "Otieno", "egg", "tray", 100, 400);
	story_offer(s, "Otieno", "mango", "kg", 500, 35);
	story_text(s, "Wanjiku", "7 trays eggs and 40 kg mango");
	story_text(s, "Otieno", "1");
	story_text(s, "Otieno", "GIVE #C3N 2 mango 25");
	story_text(s, "Otieno", "NOSHOW");
	story_text(s, "Wanjiku", "7 trays eggs");
	story_text(s, "Otieno", "1");
	story_text(s, "Otieno", "HELP");
	story_ledger(s);
	story_end(s);
}

/* A household's own listing is not promised twice. */
static void
own_listing(void **state)
{
	struct story *s = market_day("pool_own_listing");

	(void)state;
	story_household(s, "Otieno", "Akinyi", "+254722000002", "Yala");
	story_household(s, "Otieno", "Wafula", "+254722000003", "Yala");
	story_offer(s, "Otieno", "mango", "kg", 1000, 35);
	story_offer(s, "Akinyi", "mango", "kg", 20, 35);
	story_text(s, "Wanjiku", "100 kg mango from Otieno");
	story_text(s, "Otieno", "1");
	story_ledger(s);
	story_text(s, "Otieno", "DONE");
	story_text(s, "Wanjiku", "GOT");
	story_ledger(s);
	story_end(s);
}

/* Names that are codes, measures or goods, namesakes, nothing, far too much,
 * households of somebody else: nothing is noted that was not meant. */
static void
hostile(void **state)
{
	static const char *const texts[] = {
	    "TOOK",
	    "took care of the goats today",
	    "TOOK Akinyi",
	    "TOOK 120kg mango",
	    "TOOK Nobody 120kg mango A",
	    "TOOK Adongo 120kg mango A",
	    "TOOK 77 120kg mango A",
	    "TOOK Wafula 0kg mango A",
	    "TOOK Wafula 1000000000 kg mango A",
	    "TOOK Wafula 200000 kg mango A",
	    "TOOK Wafula 99999999999999999999 kg mango",
	    "TOOK Wafula 120kg 130kg mango",
	    "TOOK Wafula -5kg mango",
	    "TOOK Wafula 120kg mango 0/kg",
	    "TOOK Wafula 120kg mango 30/kg COMMISSION",
	    "TOOK Wafula 120kg mango 300%",
	    "TOOK Wafula 120kg moonstone",
	    "TOOK Wafula 5 bags mango 30/kg",
	    "TOOK %s%n{items} 5kg mango",
	    "UNTOOK",
	    "UNTOOK Adongo",
	    "wrong",
	    "GIVE #C3N 1 5kg",
	    "GIVE 5kg",
	    "SPLIT #C3N",
	    "HOUSEHOLD 12",
	    "HOUSEHOLD #K7F",
	    "HOUSEHOLDS 999999999999999999999",
	    "HOUSEHOLDS -1",
	};
	struct story *s = market_day("pool_hostile");

	(void)state;
	story_person(s, "Achieng", "+254722000009", "seller|leader", "Bondo");
	story_household(s, "Achieng", "Adongo", "+254722000010", "Bondo");
	story_household(s, "Otieno", "Wafula", "+254722000003", "Yala");
	story_household(s, "Otieno", "Akinyi", "+254722000002", "Yala");
	story_household(s, "Otieno", "Akinyi", NULL, "");
	story_household(s, "Otieno", "C3N", NULL, "");
	story_offer(s, "Otieno", "mango", "kg", 1000, 35);
	for (size_t i = 0; i < COUNT(texts); i++) {
		story_text(s, "Otieno", texts[i]);
		story_wait(s, 61 * MINUTES);
	}
	story_say(s, "a name that is a code, and two of one name");
	story_text(s, "Otieno", "TOOK C3N 5kg mango");
	story_text(s, "Otieno", "TOOK Akinyi 5kg mango 30/kg");
	story_text(s, "Otieno", "2");
	story_text(s, "Otieno", "HOUSEHOLD Nafula");
	story_text(s, "Otieno", "HOUSEHOLD nafula");
	story_text(s, "Otieno", "HOUSEHOLDS 3");
	story_say(s, "not a leader");
	story_text(s, "Wafula", "TOOK Akinyi 5kg mango");
	story_ledger(s);
	story_end(s);
}

/* What a leader says of an ordinary day; and the only order needs no code. */
static void
everyday(void **state)
{
	struct story *s = market_day("pool_everyday");

	(void)state;
	story_person(s, "Akinyi", "+254722000002", "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 90, 40);
	story_household(s, "Otieno", "Njeri", NULL, "Yala");
	story_household(s, "Otieno", "Mary Atieno", NULL, "Yala");
	story_offer(s, "Otieno", "mango", "kg", 100, 35);
	story_say(s, "sentences are no households; names are");
	story_text(s, "Otieno", "household goods are expensive");
	story_text(s, "Otieno", "household problems today, sorry");
	story_text(s, "Otieno", "familia, buenos dias");
	story_text(s, "Otieno", "household Mama Rose Wanjiru");
	story_text(s, "Otieno", "households");
	story_say(s, "wrong is about the newest receipt, and once");
	story_text(s, "Otieno", "took njeri 20kg mango 30/kg");
	story_text(s, "Otieno", "took 2 30kg mango 30/kg");
	story_text(s, "Otieno", "wrong");
	story_text(s, "Otieno", "wrong");
	story_say(s, "one order is shared: no code is needed");
	story_text(s, "Wanjiku", "80kg mango");
	story_text(s, "Otieno", "yes");
	story_text(s, "Otieno", "split");
	story_text(s, "Otieno", "give 2 35kg");
	story_text(s, "Otieno", "give me 5kg tomato");
	story_text(s, "Akinyi", "yes");
	story_say(s, "who stops our texts can be told nothing more");
	story_household(s, "Otieno", "Wafula", "+254711000009", "Yala");
	story_text(s, "Otieno", "give 4 10kg");
	story_text(s, "Wafula", "stop");
	story_say(s, "the word is also what buyers say");
	story_text(s, "Otieno", "\xe6\x94\xb6\xe5\x88\xb0 #T7X");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everyday),
	    cmocka_unit_test(taking_in),
	    cmocka_unit_test(eighty_five_tonnes),
	    cmocka_unit_test(alone),
	    cmocka_unit_test(giving),
	    cmocka_unit_test(chinese),
	    cmocka_unit_test(packs),
	    cmocka_unit_test(own_listing),
	    cmocka_unit_test(hostile),
	};

	return cmocka_run_group_tests_name("trade_pool", tests, NULL, NULL);
}
