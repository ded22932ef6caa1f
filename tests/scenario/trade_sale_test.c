/* Sales with an end: announced, capped, waited for, sold in relay; and what
 * followers hear. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define WANJIKU "+254711000001"
#define BRIAN "+254711000002"
#define CAROL "+254711000003"
#define DAN "+254711000004"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
#define AMINA "+254733000001"
#define JANE "+254744000001"

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", WANJIKU, "buyer", "Ugunja");
	story_person(s, "Brian", BRIAN, "buyer", "Yala");
	story_person(s, "Carol", CAROL, "buyer", "Siaya");
	story_person(s, "Dan", DAN, "", "Siaya");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_person(s, "Otieno", OTIENO, "seller", "Siaya");
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_person(s, "Jane", JANE, "", "Siaya");
	story_offer(s, "Otieno", "mango", "kg", 100, 50);
	return s;
}

/* A cap, a list, two sellers in relay and a promoter; closed by stock. */
static void
flash_sale(void **state)
{
	struct story *s = market_day("sale_by_stock");

	(void)state;
	story_text(s, "Amina", "PROMOTER 0744000001 JANE 5%");
	story_text(s, "Wanjiku", "FOLLOW SALES");
	story_text(s, "Brian", "follow mango");
	story_text(s, "Brian", "follow akinyi");
	story_text(s, "Akinyi", "SALE mango 60kg 40 9:00-18:00 MAX 50kg");
	story_wait(s, 2 * MINUTES);
	story_say(s, "more than the cap, then by answering the announcement");
	story_text(s, "Wanjiku", "60kg mango");
	story_text(s, "Wanjiku", "40kg");
	story_say(s, "the cap is for all that one buyer takes");
	story_text(s, "Wanjiku", "20kg #JN9");
	story_text(s, "Brian", "mango 15kg sale CODE JANE");
	story_say(s, "five are left: whoever wants more waits");
	story_text(s, "Carol", "10kg mango JN9");
	story_text(s, "Dan", "mango #JN9");
	story_text(s, "Dan", "8");
	story_text(s, "Carol", "status #JN9");
	story_say(s, "another farmer joins: the list is served in order");
	story_text(s, "Otieno", "JOIN #JN9 30kg");
	story_wait(s, 1 * MINUTES);
	story_ledger(s);
	story_say(s, "the rest goes, then somebody waits and leaves the list");
	story_text(s, "Brian", "12kg #JN9 code jane");
	story_text(s, "Brian", "5kg mango sale");
	story_text(s, "Carol", "20kg #JN9");
	story_text(s, "Carol", "cancel #JN9");
	story_say(s, "all is taken and nobody waits: over in half an hour");
	story_wait(s, 40 * MINUTES);
	story_text(s, "Carol", "10kg mango #JN9");
	story_ledger(s);
	story_end(s);
}

static void
by_time(void **state)
{
	struct story *s = market_day("sale_by_time");

	(void)state;
	story_text(s, "Wanjiku", "FOLLOW SALES");
	story_say(s, "Akinyi means the afternoon, sloppily");
	story_text(s, "Akinyi", "sale mango 100 kg at 40 from 2pm to 6pm");
	story_wait(s, 5 * HOURS + 1 * MINUTES);
	story_text(s, "Wanjiku", "mango 40kg sale");
	story_text(s, "Carol", "70 kg mango sale");
	story_say(s, "Wanjiku lets it go: Carol has it");
	story_text(s, "Wanjiku", "cancel");
	story_wait(s, 1 * MINUTES);
	story_text(s, "Brian", "mango 50kg sale");
	story_say(s, "an order that does not name it goes round as ever");
	story_text(s, "Dan", "5 kg mango");
	story_text(s, "Otieno", "1");
	story_wait(s, 5 * HOURS);
	story_say(s, "after it, a cancelled order is told to the seller");
	story_text(s, "Carol", "cancel");
	story_ledger(s);
	story_end(s);
}

static void
last_sack(void **state)
{
	struct story *s = market_day("sale_last_sack");

	(void)state;
	story_text(s, "Akinyi", "SALE maize 1 bag 3000 4h");
	story_say(s, "the same words a moment later are the same sale");
	story_text(s, "Akinyi", "SALE maize 1 bag 3000 4h");
	story_say(s, "who asks for the price or finds nobody else hears of it");
	story_text(s, "Dan", "how much is maize");
	story_text(s, "Carol", "2 bags maize");
	story_say(s, "two for the last sack");
	story_text(s, "Wanjiku", "1 bag maize sale");
	story_text(s, "Brian", "1 bag maize sale");
	story_text(s, "Brian", "1 bag maize sale");
	story_wait(s, 1 * HOURS);
	story_say(s, "Akinyi cannot bring it: it is not sold to Brian");
	story_text(s, "Akinyi", "cancel");
	story_wait(s, 1 * MINUTES);
	story_text(s, "Akinyi", "STOCK maize 1 bag");
	story_wait(s, 1 * MINUTES);
	story_text(s, "Akinyi", "SALE END");
	story_text(s, "Akinyi", "SALE END");
	story_ledger(s);
	story_end(s);
}

static void
doubtful(void **state)
{
	struct story *s = market_day("sale_doubtful");

	(void)state;
	story_say(s, "past, dear, long: repeated and asked about");
	story_text(s, "Akinyi", "SALE mango 50kg 40 6:00-8:00");
	story_text(s, "Akinyi", "2");
	story_text(s, "Akinyi", "SALE mango 50kg 4 4h");
	story_text(s, "Akinyi", "1");
	story_text(s, "Otieno", "sale mango 50kg 45 30h");
	story_text(s, "Otieno", "no");
	story_say(s, "no price, no time, no role");
	story_text(s, "Akinyi", "SALE mango 50kg 9:00-12:00");
	story_text(s, "Akinyi", "sale mango 50kg");
	story_text(s, "Wanjiku", "SALE mango 50kg 40 4h");
	story_text(s, "Akinyi", "JOIN #ZZ9 50kg");
	story_text(s, "Wanjiku", "join us");
	story_say(s, "nobody knows the time");
	story_clock_sure(s, false);
	story_text(s, "Akinyi", "SALE mango 50kg 40 4h");
	story_clock_sure(s, true);
	story_text(s, "Akinyi", "SALE END");
	story_end(s);
}

static void
night(void **state)
{
	struct story *s = market_day("sale_night");

	(void)state;
	story_text(s, "Wanjiku", "FOLLOW SALES");
	story_text(s, "Brian", "FOLLOW mango");
	story_text(s, "Brian", "STOP");
	story_wait(s, 11 * HOURS + 10 * MINUTES);
	story_say(s, "ten past eight in the evening, till ten in the morning");
	story_text(s, "Akinyi", "SALE mango 50kg 40 20:10-10:00");
	story_wait(s, 10 * MINUTES);
	story_say(s, "Wanjiku is told in the morning, Brian never");
	story_wait(s, 11 * HOURS + 40 * MINUTES);
	story_say(s, "power is cut: its end does not move with the outage");
	story_text(s, "Wanjiku", "20kg mango sale");
	story_outage(s, 4 * HOURS);
	story_text(s, "Carol", "20kg mango sale");
	story_wait(s, 1 * MINUTES);
	story_ledger(s);
	story_end(s);
}

/* Timers that are late: what was planned never began, what runs goes on. */
static void
power_cut(void **state)
{
	struct story *s = market_day("sale_power_cut");

	(void)state;
	story_text(s, "Wanjiku", "FOLLOW SALES");
	story_text(s, "Akinyi", "SALE mango 20kg 40 9:00-18:00");
	story_text(s, "Otieno", "SALE maize 20kg 40 10:00-11:00");
	story_text(s, "Brian", "20kg #JN9");
	story_text(s, "Carol", "10kg #JN9");
	story_outage(s, 4 * HOURS);
	story_wait(s, 1 * MINUTES);
	story_text(s, "Brian", "cancel");
	story_wait(s, 20 * MINUTES);
	story_outage(s, 24 * HOURS);
	story_wait(s, 1 * MINUTES);
	story_ledger(s);
	story_end(s);
}

static void
clock_unsure(void **state)
{
	struct story *s = market_day("sale_clock_unsure");

	(void)state;
	story_text(s, "Wanjiku", "FOLLOW SALES");
	story_text(s, "Akinyi", "SALE mango 50kg 40 10:00-11:00");
	story_clock_sure(s, false);
	story_say(s, "nothing begins, nothing ends");
	story_wait(s, 90 * MINUTES);
	story_clock_sure(s, true);
	story_wait(s, 2 * MINUTES);
	story_wait(s, 40 * MINUTES);
	story_end(s);
}

static void
following(void **state)
{
	struct story *s = market_day("following");

	(void)state;
	story_text(s, "Wanjiku", "FOLLOW");
	story_text(s, "Wanjiku", "FOLLOW Akinyi");
	story_text(s, "Wanjiku", "FOLLOW tomatoes");
	story_text(s, "Wanjiku", "FOLLOW Nobody");
	story_text(s, "Wanjiku", "follow up with the man about my order");
	story_say(s, "two offers, one text; and none more that day");
	story_text(s, "Akinyi", "SELL tomato 50kg 40/kg");
	story_text(s, "Akinyi", "SELL maize 2 bags 3000/bag");
	story_wait(s, 15 * MINUTES);
	story_text(s, "Akinyi", "SELL onion 20kg 60/kg");
	story_wait(s, 24 * HOURS);
	story_say(s, "the next day");
	story_text(s, "Akinyi", "SELL onion 30kg 60/kg");
	story_wait(s, 15 * MINUTES);
	story_text(s, "Wanjiku", "5 kg onion FROM Akinyi");
	story_text(s, "Akinyi", "1");
	story_text(s, "Wanjiku", "UNFOLLOW tomato");
	story_text(s, "Wanjiku", "UNFOLLOW aki");
	story_text(s, "Wanjiku", "UNFOLLOW maize");
	story_end(s);
}

static void
chinese(void **state)
{
	struct story *s = story_begin_chinese("sale_chinese");

	(void)state;
	story_person(s, "王芳", "+8613800138000", "seller", "李家村");
	story_person(s, "李明", "+8613800138001", "buyer", "西山");
	story_person(s, "张伟", "+8613800138002", "buyer", "西山");
	story_text(s, "李明", "关注 全部特卖");
	story_text(s, "张伟", "关注 芒果");
	story_text(s, "王芳", "特卖 芒果300斤 3.5 14:00到18:00 最多50斤");
	story_wait(s, 5 * HOURS + 1 * MINUTES);
	story_text(s, "李明", "芒果60斤");
	story_text(s, "李明", "50斤");
	story_text(s, "张伟", "芒果20斤 特卖");
	story_text(s, "张伟", "芒果10斤特卖");
	story_text(s, "张伟", "取消关注 芒果");
	story_text(s, "王芳", "特卖 结束");
	story_ledger(s);
	story_end(s);
}

static void
swahili(void **state)
{
	struct story *s = market_day("sale_swahili");

	(void)state;
	story_text(s, "Wanjiku", "LANG sw");
	story_text(s, "Akinyi", "LANG sw");
	story_text(s, "Wanjiku", "FUATA ofa zote");
	story_text(s, "Akinyi", "OFA embe 60kg 40 9:00 hadi 18:00 mwisho 50kg");
	story_wait(s, 2 * MINUTES);
	story_text(s, "Wanjiku", "embe kilo 60 ofa");
	story_text(s, "Wanjiku", "embe kilo 50");
	story_text(s, "Brian", "mango 20kg sale");
	story_text(s, "Wanjiku", "acha kufuata");
	story_text(s, "Akinyi", "OFA MWISHO");
	story_end(s);
}

/* More orders than are looked through for an answer: sums after twenty, and
 * the newest can still be handed over. */
static void
many_orders(void **state)
{
	static const char *const wishes[] = {
	    "1kg #JN9", "2kg #JN9", "3kg #JN9", "4kg #JN9", "5kg #JN9"};
	static const char *const more[] = {
	    "Abel", "Beth", "Cyrus", "Diana", "Esther", "Felix"};
	struct story *s = market_day("sale_many_orders");
	char number[] = "+254755000000";

	(void)state;
	story_text(s, "Akinyi", "SALE mango 100kg 40 8h");
	for (size_t i = 0; i < 6; i++) {
		number[12] = (char)('1' + i);
		story_person(s, more[i], number, "buyer", "Yala");
		for (size_t k = 0; k < 5; k++)
			story_text(s, more[i], wishes[k]);
		if (i == 3)
			story_wait(s, 1 * MINUTES);
	}
	story_wait(s, 20 * MINUTES);
	story_text(s, "Akinyi", "DONE #R9W");
	story_text(s, "Felix", "GOT #R9W");
	story_text(s, "Akinyi", "STATUS");
	story_text(s, "Akinyi", "SALE END");
	story_end(s);
}

/* What no reader of texts may take for a sale, and a sale's own seller. */
static void
not_a_sale(void **state)
{
	struct story *s = market_day("sale_or_not");

	(void)state;
	story_text(s, "Akinyi", "SALE mango 60kg 40 8h");
	story_say(s, "sellers' \"sale\" is what they have to sell");
	story_text(s, "Otieno", "mango 20kg sale");
	story_say(
	    s, "other goods, two goods, another measure, too low a price");
	story_text(s, "Wanjiku", "5 kg tomato sale");
	story_text(s, "Wanjiku", "5 kg mango and 2 kg onion #JN9");
	story_text(s, "Wanjiku", "2 bags mango #JN9");
	story_text(s, "Wanjiku", "5 kg mango at 30 #JN9");
	story_say(s, "nobody buys from themselves");
	story_text(s, "Akinyi", "5kg #JN9");
	story_text(s, "Dan", "5kg #JN9");
	story_say(s, "a stranger has one order open at a time");
	story_text(s, "Dan", "6kg #JN9");
	story_text(s, "Brian", "how much is mango");
	story_ledger(s);
	story_end(s);
}

/* The end of a sale, and joining one, as people say it. */
static void
in_other_words(void **state)
{
	struct story *s = market_day("sale_other_words");

	(void)state;
	story_text(s, "Akinyi", "SALE mango 60kg 40 9:00-18:00");
	story_say(
	    s, "no code, no amount, no sale: shown how; goods are enough");
	story_text(s, "Otieno", "join us tomorrow at church");
	story_text(s, "Otieno", "join jn9");
	story_text(s, "Otieno", "join sale");
	story_text(s, "Otieno", "join 30kg");
	story_text(s, "Otieno", "join #JN9 2 bags");
	story_text(s, "Otieno", "join mango 30kg");
	story_say(s, "the listings of a seller who means the sale stay");
	story_text(s, "Akinyi", "SELL onion 20kg 30/kg");
	story_text(s, "Akinyi", "sale over");
	story_text(s, "Akinyi", "MY");
	story_say(s, "of several, which? a word that we cannot read is asked");
	story_text(s, "Akinyi", "SALE onion 20kg 25 9:00-18:00");
	story_text(s, "Akinyi", "SALE mango 20kg 45 9:00-18:00");
	story_text(s, "Akinyi", "stop the sale");
	story_text(s, "Akinyi", "sale end onion");
	story_text(s, "Akinyi", "sale over the weekend");
	story_text(s, "Otieno", "SALE END #JN9");
	story_text(s, "Akinyi", "SALE END #EB9");
	story_ledger(s);
	story_end(s);
}

/* Who waits has no order; yet CANCEL, NO and STATUS have a meaning. */
static void
waiting_list(void **state)
{
	struct story *s = market_day("sale_waiting");

	(void)state;
	story_text(s, "Akinyi", "SALE mango 10kg 40 9:00-18:00");
	story_text(s, "Wanjiku", "10kg mango sale");
	story_text(s, "Brian", "5kg mango sale");
	story_text(s, "Carol", "5kg mango sale");
	story_text(s, "Dan", "5kg mango sale");
	story_text(s, "Brian", "status");
	story_text(s, "Brian", "cancel");
	story_text(s, "Carol", "no");
	story_text(s, "Dan", "thanks");
	story_text(s, "Dan", "cancel");
	story_say(s, "nobody who left it is sold what becomes free");
	story_text(s, "Wanjiku", "cancel");
	story_wait(s, 5 * MINUTES);
	story_ledger(s);
	story_end(s);
}

/* After an announcement a seller still sells; and SALE is no buyer's offer. */
static void
still_sells(void **state)
{
	struct story *s = market_day("sale_still_sells");

	(void)state;
	story_text(s, "Otieno", "FOLLOW SALES");
	story_text(s, "Akinyi", "SALE mango 60kg 40 9:00-18:00");
	story_wait(s, 2 * MINUTES);
	story_text(s, "Otieno", "STOCK mango 80kg");
	story_text(s, "Otieno", "5kg mango at 30 #JN9");
	story_text(s, "Otieno", "30kg mango");
	story_text(s, "Otieno", "no");
	story_text(s, "Otieno", "buy 5kg mango sale");
	story_say(s, "of other goods no sale runs: an order like any other");
	story_text(s, "Akinyi", "SELL tomato 90kg 30/kg");
	story_text(s, "Brian", "5kg tomato sale");
	story_text(s, "Carol", "tomato sale");
	story_text(s, "Carol", "4 kg");
	story_ledger(s);
	story_end(s);
}

/* To end what one hears of, in words that end no more than that; and the
 * question which sales there are. */
static void
stop_these(void **state)
{
	struct story *s = market_day("follow_stop");

	(void)state;
	story_text(s, "Wanjiku", "FOLLOW SALES");
	story_text(s, "Wanjiku", "follow mango");
	story_text(s, "Wanjiku", "follow otieno");
	story_text(s, "Wanjiku", "STOP sales");
	story_text(s, "Wanjiku", "stop following mango");
	story_text(s, "Wanjiku", "unfollow akinyi");
	story_text(s, "Wanjiku", "unfollow all");
	story_text(s, "Wanjiku", "stop sales");
	story_text(s, "Brian", "follow mango");
	story_text(s, "Brian", "stop");
	story_say(s, "which sales are there?");
	story_text(s, "Carol", "sales?");
	story_text(s, "Carol", "any sale today?");
	story_text(s, "Akinyi", "SALE mango 60kg 40 9:00-18:00");
	story_text(s, "Carol", "sales");
	story_text(s, "Dan", "is there a sale");
	story_text(s, "Dan", "5kg");
	story_say(s, "one that has not begun");
	story_text(s, "Akinyi", "SALE onion 60kg 40 14:00-18:00");
	story_text(s, "Wanjiku", "5kg #WV6");
	story_text(s, "Wanjiku", "sale");
	story_text(s, "Akinyi", "cancel #WV6");
	story_text(s, "Wanjiku", "5kg #WV6");
	story_end(s);
}

/* A slip in the amount, in the price; and goods that are gone otherwise. */
static void
corrected(void **state)
{
	struct story *s = market_day("sale_corrected");

	(void)state;
	story_text(s, "Akinyi", "SALE mango 60kg 40 9:00-18:00");
	story_text(s, "Akinyi", "SALE mango 80kg 40 9:00-18:00");
	story_say(s, "another price would be a second sale");
	story_text(s, "Akinyi", "SALE mango 80kg 45 9:00-18:00");
	story_text(s, "Akinyi", "no");
	story_text(s, "Brian", "70kg mango sale");
	story_text(s, "Akinyi", "SOLD OUT mango");
	story_text(s, "Carol", "5kg mango sale");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(flash_sale),
	    cmocka_unit_test(by_time),
	    cmocka_unit_test(last_sack),
	    cmocka_unit_test(doubtful),
	    cmocka_unit_test(corrected),
	    cmocka_unit_test(stop_these),
	    cmocka_unit_test(in_other_words),
	    cmocka_unit_test(waiting_list),
	    cmocka_unit_test(still_sells),
	    cmocka_unit_test(night),
	    cmocka_unit_test(power_cut),
	    cmocka_unit_test(clock_unsure),
	    cmocka_unit_test(following),
	    cmocka_unit_test(chinese),
	    cmocka_unit_test(swahili),
	    cmocka_unit_test(not_a_sale),
	    cmocka_unit_test(many_orders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
