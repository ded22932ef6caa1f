/* The people: who may do what, in which language, and what a tired thumb
 * writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define WANJIKU "+254711000001"
#define NJERI "+254711000002"
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
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "tomato", "kg", 80, 45);
	return s;
}

static void
stopping(void **state)
{
	struct story *s = market_day("stopping");

	(void)state;
	story_say(s, "a seller with an open question");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "STOP");
	story_text(s, "Akinyi", "stop");
	story_text(s, "Akinyi", "yes");
	story_say(s, "a seller with an agreed order");
	story_text(s, "Otieno", "yes");
	story_text(s, "Otieno", "unsubscribe");
	story_text(s, "Akinyi", "start");
	story_say(s, "a buyer");
	story_text(s, "Wanjiku", "got");
	story_text(s, "Wanjiku", "4 kg tomato");
	story_text(s, "Wanjiku", "stop");
	story_ledger(s);
	story_end(s);
}

static void
becoming_a_seller(void **state)
{
	struct story *s = market_day("becoming_a_seller");

	(void)state;
	story_person(s, "Odhiambo", "+254711000009", "", "");
	story_person(s, "Njeri", NJERI, "", "");
	story_text(s, "Wanjiku", "REG 0711000009 Odhiambo Yala");
	story_text(s, "Amina", "REG 0711000009 Odhiambo Oduor Yala");
	story_text(s, "Odhiambo", "1");
	story_text(s, "Odhiambo", "sell tomato 20kg 30/kg");
	story_text(s, "Wanjiku", "SELLER Wanjiku Auma, Ugunja");
	story_text(s, "Njeri", "seller");
	story_text(s, "Njeri", "seller Njeri Bondo");
	story_text(s, "Amina", "1");
	story_text(s, "Amina", "2");
	story_text(s, "Wanjiku", "SELL onion 5kg");
	story_text(s, "Wanjiku", "price onion 60");
	story_text(s, "Njeri", "SELL onion 5kg 50/kg");
	story_end(s);
}

static void
selling(void **state)
{
	struct story *s = market_day("selling");

	(void)state;
	story_text(s, "Akinyi", "SELL maize 200kg 35/kg");
	story_text(s, "Akinyi", "sell mangoes");
	story_text(s, "Akinyi", "30 kg");
	story_text(s, "Akinyi", "PRICE mango 80");
	story_text(s, "Akinyi", "STOCK maize 150kg");
	story_text(s, "Akinyi", "stock beans 10kg");
	story_text(s, "Akinyi", "MY");
	story_text(s, "Wanjiku", "10 kg maize");
	story_text(s, "Akinyi", "SOLD OUT maize");
	story_text(s, "Akinyi", "my");
	story_text(s, "Akinyi", "5 kg tomato");
	story_text(s, "Akinyi", "1");
	story_text(s, "Akinyi", "cancel");
	story_text(s, "Akinyi", "25 kg mango");
	story_text(s, "Akinyi", "2");
	story_text(s, "Akinyi", "TURN");
	story_text(s, "Otieno", "why not me");
	story_text(s, "Wanjiku", "how much is tomato");
	story_text(s, "Wanjiku", "price of beans");
	story_ledger(s);
	story_end(s);
}

static void
unreadable(void **state)
{
	struct story *s = market_day("unreadable");

	(void)state;
	story_say(s, "a stranger");
	story_text(s, "Wanjiku", "asdf qwer zzz");
	story_text(s, "Wanjiku", "lkj poiu");
	story_text(s, "Wanjiku", "mnbv");
	story_text(s, "Wanjiku", "hello");
	story_say(s, "a registered person never meets silence");
	story_text(s, "Otieno", "asdf qwer zzz");
	story_text(s, "Otieno", "the cow is in the road again zzz");
	story_text(s, "Otieno", "xx yy");
	story_text(s, "Wanjiku", "help");
	story_text(s, "Otieno", "HELP");
	story_text(s, "Amina", "HELP");
	story_torn(s, "Wanjiku", "want 5kg tom");
	story_text(s, "Wanjiku", "your service is very good");
	story_end(s);
}

/* Officers are people, too; nor does it matter that nobody looks after them,
 * or that it is night. */
static void
never_silence(void **state)
{
	struct story *s = story_begin("never_silence");

	(void)state;
	story_person(s, "Otieno", OTIENO, "seller", "Siaya");
	story_text(s, "Otieno", "asdf qwer zzz");
	story_text(s, "Otieno", "lkj poiu mnb");
	story_text(s, "Otieno", "mnbv zzz");
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_wait(s, 14 * HOURS);
	story_text(s, "Amina", "asdf qwer zzz");
	story_text(s, "Amina", "lkj poiu mnb");
	story_text(s, "Amina", "mnbv zzz");
	story_text(s, "Otieno", "mnbv zzz qq");
	story_end(s);
}

static void
missed_calls(void **state)
{
	struct story *s = market_day("missed_calls");

	(void)state;
	story_call(s, "Wanjiku");
	story_text(s, "Wanjiku", "want tomatoes");
	story_call(s, "Wanjiku");
	story_call(s, "Wanjiku");
	story_text(s, "Wanjiku", "5 kg");
	story_call(s, "Akinyi");
	story_text(s, "Akinyi", "1");
	story_ledger(s);
	story_end(s);
}

static void
slips(void **state)
{
	struct story *s = market_day("slips");

	(void)state;
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "DONE");
	story_text(s, "Wanjiku", "status");
	story_text(s, "Wanjiku", "GOT");
	story_text(s, "Wanjiku", "6 kg tomato");
	story_say(s, "a code alone is not consent");
	story_text(s, "Akinyi", "#C3N");
	story_text(s, "Akinyi", "no wait");
	story_text(s, "Akinyi", "YES Q6T");
	story_text(s, "Akinyi", "half");
	story_text(s, "Akinyi", "yes but only if 45");
	story_text(s, "Akinyi", "c3n YES");
	story_text(s, "Otieno", "yes C3N");
	story_text(s, "Wanjiku", "DONE C3N");
	story_text(s, "Akinyi", "GOT C3N");
	story_text(s, "Akinyi", "PAID C3N");
	story_text(s, "Wanjiku", "PAID C3N 240");
	story_text(s, "Akinyi", "PAID C3N 100");
	story_text(s, "Akinyi", "DONE C3N");
	story_text(s, "Akinyi", "PAID C3N 140");
	story_text(s, "Akinyi", "NOSHOW C3N");
	story_ledger(s);
	story_end(s);
}

static void
on_behalf(void **state)
{
	struct story *s = market_day("on_behalf");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato from Otieno for mama Njeri");
	story_text(s, "Otieno", "yes");
	story_end(s);
}

static void
measures(void **state)
{
	struct story *s = story_begin("measures");

	(void)state;
	story_person(s, "Wanjiku", WANJIKU, "buyer", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_offer(s, "Akinyi", "maize", "bag", 10, 3500);
	story_offer(s, "Akinyi", "onion", "jin", 100, 30);
	story_offer(s, "Akinyi", "cabbage", "piece", 40, -1);
	story_text(s, "Wanjiku", "3 bags maize");
	story_text(s, "Akinyi", "only 2 bags");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Wanjiku", "10 kg onions");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "6 cabbages");
	story_text(s, "Akinyi", "25/piece");
	story_text(s, "Wanjiku", "ok");
	story_text(s, "Wanjiku", "10kg onions my budget is 500 total");
	story_ledger(s);
	story_end(s);
}

static void
chinese_day(void **state)
{
	struct story *s = story_begin_chinese("chinese_day");

	(void)state;
	story_person(s, "李明", "+8613800138000", "", "李家村");
	story_person(s, "王芳", "+8613800138001", "seller", "王家村");
	story_person(s, "张伟", "+8613800138002", "seller", "张家村");
	story_text(s, "王芳", "卖西红柿100斤 4元/斤");
	story_text(s, "张伟", "卖西红柿200斤 5元/斤");
	story_text(s, "李明", "我要西红柿5斤 周五");
	story_text(s, "李明", "我要西红柿5斤 周五");
	story_text(s, "王芳", "没有了");
	story_text(s, "张伟", "只有3斤");
	story_text(s, "李明", "好像少了点");
	story_text(s, "李明", "查单");
	story_text(s, "李明", "1");
	story_text(s, "张伟", "已交货");
	story_text(s, "李明", "收货 #C3N 3斤");
	story_text(s, "张伟", "已付 15");
	story_text(s, "张伟", "收入");
	story_text(s, "王芳", "我的商品");
	story_text(s, "李明", "English");
	story_text(s, "李明", "status");
	story_text(s, "李明", "中文");
	story_text(s, "李明", "帮助");
	story_text(s, "李明", "退订");
	story_ledger(s);
	story_end(s);
}

static void
languages(void **state)
{
	struct story *s = market_day("languages");

	(void)state;
	story_text(s, "Wanjiku", "我要西红柿5斤");
	story_text(s, "Wanjiku", "status");
	story_text(s, "Wanjiku", "LANG sw");
	story_text(s, "Wanjiku", "LANG zh");
	story_text(s, "Wanjiku", "status");
	story_end(s);
}

/* Each is answered in the letters they write in; one word flips nothing. */
static void
scripts(void **state)
{
	struct story *s = market_day("scripts");

	(void)state;
	story_text(s, "Wanjiku", "nataka nyanya kilo 5");
	story_text(s, "Wanjiku", "ok");
	story_text(s, "Wanjiku", "status");
	story_text(s, "Wanjiku", "mera order kahan hai bhai");
	story_text(s, "Wanjiku", "haan");
	story_text(s, "Wanjiku", "मेरा ऑर्डर कहाँ है");
	story_text(s, "Wanjiku", "where is my order please");
	story_text(s, "Wanjiku", "LANG hi-Latn");
	story_text(s, "Wanjiku", "where is my order please");
	story_text(s, "Wanjiku", "LANG hindi");
	story_text(s, "Wanjiku", "भाषा हिन्दी");
	story_text(s, "Wanjiku", "LANG hindi");
	story_end(s);
}

/* A seller who answers with the words of our question. */
static void
some_with_code(void **state)
{
	struct story *s = market_day("some_with_code");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "SOME #C3N");
	story_text(s, "Akinyi", "LANG fr");
	story_text(s, "Akinyi", "PARTIE #C3N");
	story_text(s, "Akinyi", "LANG hi");
	story_text(s, "Akinyi", "कुछ #C3N");
	story_text(s, "Akinyi", "2 kilo");
	story_end(s);
}

static void
too_many(void **state)
{
	struct story *s = story_begin("too_many");

	(void)state;
	story_market(s)->open_orders_per_person = 2;
	story_person(s, "Wanjiku", WANJIKU, "buyer", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Wanjiku", "6 kg tomato");
	story_text(s, "Wanjiku", "7 kg tomato");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Wanjiku", "2");
	story_text(s, "Wanjiku", "make it 4");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(stopping),
	    cmocka_unit_test(becoming_a_seller),
	    cmocka_unit_test(selling),
	    cmocka_unit_test(unreadable),
	    cmocka_unit_test(never_silence),
	    cmocka_unit_test(missed_calls),
	    cmocka_unit_test(slips),
	    cmocka_unit_test(on_behalf),
	    cmocka_unit_test(measures),
	    cmocka_unit_test(chinese_day),
	    cmocka_unit_test(languages),
	    cmocka_unit_test(scripts),
	    cmocka_unit_test(some_with_code),
	    cmocka_unit_test(too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
