/* What follows a question of ours: every short answer that people give, a
 * change of mind, silence, and noise. */
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
	story_market(s)->question_lasts_ms = 30 * MINUTES;
	story_market(s)->unusual_times = 10;
	story_market(s)->unusual_grams = 500000;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 9000, 40);
	story_offer(s, "Akinyi", "onion", "kg", 9000, 60);
	return s;
}

/* The question, an answer, and what has come of it is dropped. */
static void
after(struct story *s, const char *question, const char *const *answers,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", question);
		story_text(s, "Wanjiku", answers[i]);
		story_text(s, "Wanjiku", "cancel");
		story_wait(s, 40 * MINUTES);
	}
}

static void
after_quantity(void **state)
{
	static const char *const answers[] = {"5", "5kg", "five", "5 kilos",
	    "1", "the first", "tomato", "onion", "7 kg onion", "half", "ok",
	    "👍", "no", "cancel", "help", "5 kg please"};
	struct story *s = market_day("after_quantity");

	(void)state;
	after(s, "want tomatoes", answers, COUNT(answers));
	story_end(s);
}

static void
after_product(void **state)
{
	static const char *const answers[] = {"tomato", "nyanya", "tomatoes",
	    "1", "the second", "10kg onion", "onion please", "zzyx", "ok", "👍",
	    "no", "cancel", "help"};
	struct story *s = market_day("after_product");

	(void)state;
	after(s, "5kg", answers, COUNT(answers));
	story_end(s);
}

static void
after_measure(void **state)
{
	static const char *const answers[] = {"1", "the first", "first one",
	    "2", "the second", "kg", "kilos", "pieces", "5kg", "7", "ok", "👍",
	    "no", "cancel", "help", "2 kg onion", "1 kg", "1) kg",
	    "in kg please", "kilo me"};
	struct story *s = market_day("after_measure");

	(void)state;
	after(s, "want 3 tomato", answers, COUNT(answers));
	story_end(s);
}

static void
after_range(void **state)
{
	static const char *const answers[] = {"1", "the first", "2",
	    "the second", "6", "6kg", "5 kg", "9", "ok", "👍", "no", "cancel",
	    "help", "2 kg onion", "1 5 kg", "2) 6kg", "1 kg"};
	struct story *s = market_day("after_range");

	(void)state;
	after(s, "5-6 kg tomato", answers, COUNT(answers));
	story_say(s, "a figure that is two things");
	after(s, "2-3 kg tomato", answers, 4);
	story_end(s);
}

static void
after_sure(void **state)
{
	static const char *const answers[] = {"1", "yes", "ok", "👍",
	    "the first", "2", "no", "the second", "cancel", "help",
	    "60 kg tomato", "60", "no 60kg", "yes 60", "1 YES"};
	static const char *const buyers[] = {"A", "B", "C", "D", "E", "F", "G",
	    "H", "I", "J", "K", "L", "M", "N", "O"};
	struct story *s = story_begin("after_sure");
	char number[] = "+254711000100";

	(void)state;
	story_market(s)->unusual_grams = 500000;
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 90000, 40);
	for (size_t i = 0; i < COUNT(answers); i++) {
		number[12] = (char)('0' + i % 10);
		number[11] = (char)('0' + i / 10);
		story_say(s, "");
		story_person(s, buyers[i], number, "", "");
		story_text(s, buyers[i], "600 kg tomato");
		story_text(s, buyers[i], answers[i]);
	}
	story_end(s);
}

static void
after_buy_or_sell(void **state)
{
	static const char *const answers[] = {"1", "2", "buy", "sell",
	    "the first", "the second", "no", "cancel", "ok", "help"};
	struct story *s = market_day("after_buy_or_sell");

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		story_say(s, "");
		story_text(s, "Akinyi", "20kg tomato");
		story_text(s, "Akinyi", answers[i]);
		story_text(s, "Akinyi", "cancel");
		story_wait(s, 40 * MINUTES);
	}
	story_end(s);
}

static void
after_which_order(void **state)
{
	static const char *const answers[] = {"1", "2", "the first",
	    "the second", "onion", "ok", "no", "9", "help"};
	struct story *s = market_day("after_which_order");

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", "2 kg tomato");
		story_text(s, "Wanjiku", "3 kg onion");
		story_text(s, "Wanjiku", "cancel");
		story_text(s, "Wanjiku", answers[i]);
		story_wait(s, 40 * MINUTES);
		story_text(s, "Wanjiku", "cancel the tomato");
		story_text(s, "Wanjiku", "cancel onion");
	}
	story_end(s);
}

/* Two sellers' questions: which one, how much. */
static void
after_proposals(void **state)
{
	static const char *const answers[] = {"ok 2", "2", "the second", "no 1",
	    "1", "ok", "👍", "cancel", "help"};
	static const char *const parts[] = {
	    "4", "4kg", "half", "only 2", "no", "ok", "the first", "cancel"};
	struct story *s = market_day("after_proposals");

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", "20 kg tomato");
		story_text(s, "Wanjiku", "30 kg onion");
		story_text(s, "Akinyi", "yes");
		story_text(s, "Akinyi", answers[i]);
		story_text(s, "Wanjiku", "stop");
		story_text(s, "Wanjiku", "start");
		story_wait(s, 40 * MINUTES);
	}
	for (size_t i = 0; i < COUNT(parts); i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", "8 kg tomato");
		story_text(s, "Akinyi", "3");
		story_text(s, "Akinyi", parts[i]);
		story_text(s, "Wanjiku", "stop");
		story_text(s, "Wanjiku", "start");
		story_wait(s, 40 * MINUTES);
	}
	story_end(s);
}

static void
after_silence(void **state)
{
	struct story *s = market_day("after_silence");

	(void)state;
	story_say(s, "in time, and too late");
	story_text(s, "Njeri", "want tomatoes");
	story_wait(s, 29 * MINUTES);
	story_text(s, "Njeri", "5");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Njeri", "want tomatoes");
	story_wait(s, 31 * MINUTES);
	story_text(s, "Njeri", "5");
	story_text(s, "Njeri", "5kg");
	story_say(s, "asked anew, the old one is forgotten");
	story_text(s, "Njeri", "onion");
	story_text(s, "Njeri", "cancel");
	story_end(s);
}

static void
after_noise(void **state)
{
	struct story *s = market_day("after_noise");

	(void)state;
	story_say(s, "twice not understood: it is left");
	story_text(s, "Njeri", "want tomatoes");
	story_text(s, "Njeri", "zzyx qqw");
	story_text(s, "Njeri", "zzyx qqw");
	story_text(s, "Njeri", "zzyx qqw");
	story_text(s, "Njeri", "5");
	story_say(s, "the second answer is good");
	story_text(s, "Njeri", "want tomatoes");
	story_text(s, "Njeri", "ok");
	story_text(s, "Njeri", "5 kg");
	story_text(s, "Njeri", "cancel");
	story_say(s, "each question has its two");
	story_text(s, "Njeri", "want 3 tomato");
	story_text(s, "Njeri", "7");
	story_text(s, "Njeri", "1");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Njeri", "want 3 tomato");
	story_text(s, "Njeri", "8");
	story_text(s, "Njeri", "9");
	story_text(s, "Njeri", "1");
	story_text(s, "Njeri", "4 kg tomato");
	story_text(s, "Njeri", "cancel");
	story_end(s);
}

/* Far more than this buyer orders otherwise. */
static void
unusual(void **state)
{
	struct story *s = market_day("unusual");

	(void)state;
	story_offer(s, "Akinyi", "potato", "crate", 2000, 900);
	story_say(s, "new here: above 500 kg");
	story_text(s, "Njeri", "501 kg tomato");
	story_text(s, "Njeri", "yes");
	story_text(s, "Njeri", "cancel");
	story_say(s, "that is known now; ten times as much is not");
	story_text(s, "Njeri", "501 kg tomato");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Wanjiku", "cancel");
	story_text(s, "Wanjiku", "50 kg tomato");
	story_text(s, "Wanjiku", "make it 5000");
	story_text(s, "Wanjiku", "no");
	story_text(s, "Wanjiku", "make it 5000");
	story_text(s, "Wanjiku", "yes");
	story_text(s, "Wanjiku", "add 900 kg onion");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Wanjiku", "cancel");
	story_say(s, "an answer may be far too much, too");
	story_text(s, "Njeri", "want onions");
	story_text(s, "Njeri", "700kg");
	story_text(s, "Njeri", "no");
	story_say(s, "packs without a weight");
	story_text(s, "Njeri", "600 crates potato");
	story_text(s, "Njeri", "2");
	story_text(s, "Njeri", "6 crates potato");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Njeri", "61 crates potato");
	story_text(s, "Njeri", "yes");
	story_text(s, "Njeri", "cancel");
	story_say(s, "once more is as before");
	story_text(s, "Njeri", "again");
	story_ledger(s);
	story_end(s);
}

static void
after_chinese(void **state)
{
	static const char *const quantity[] = {
	    "5斤", "五斤", "5", "好的", "不要了", "取消", "帮助", "第二个"};
	static const char *const measure[] = {
	    "1", "第一个", "第二个", "斤", "好", "不要", "两斤土豆", "帮助"};
	static const char *const sure[] = {
	    "1", "是", "好的", "是的", "对", "2", "不是", "不要", "第一个"};
	static const char *const buyers[] = {
	    "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"};
	struct story *s = story_begin_chinese("after_chinese");
	char number[] = "+8613800000100";

	(void)state;
	story_market(s)->open_orders_per_person = 0;
	story_market(s)->unusual_grams = 500000;
	story_person(s, "Wanjiku", "+8613800000001", "buyer", "东村");
	story_person(s, "老张", "+8613800000002", "seller", "西村");
	story_offer(s, "老张", "tomato", "jin", 90000, 3);
	story_offer(s, "老张", "potato", "jin", 9000, 2);
	after(s, "我要西红柿", quantity, COUNT(quantity));
	after(s, "要西红柿3", measure, COUNT(measure));
	for (size_t i = 0; i < COUNT(sure); i++) {
		number[13] = (char)('0' + i);
		story_say(s, "");
		story_person(s, buyers[i], number, "", "");
		story_text(s, buyers[i], "西红柿3000斤");
		story_text(s, buyers[i], sure[i]);
	}
	story_say(s, "不是 alone might mean anything");
	story_text(s, "乙", "不是");
	story_text(s, "乙", "不是");
	story_end(s);
}

/* What would cancel or change something, and may be meant otherwise. */
static void
in_doubt(void **state)
{
	struct story *s = market_day("in_doubt");

	(void)state;
	story_text(s, "Wanjiku", "2 kg tomato");
	story_text(s, "Wanjiku", "dont send");
	story_text(s, "Wanjiku", "no");
	story_text(s, "Wanjiku", "the match is cancelled");
	story_text(s, "Wanjiku", "2");
	story_text(s, "Wanjiku", "status");
	story_text(s, "Wanjiku", "dont send");
	story_text(s, "Wanjiku", "yes");
	story_say(s, "a seller");
	story_text(s, "Akinyi", "the onion is at 80 in town, imagine");
	story_text(s, "Akinyi", "sold out of patience with this rain");
	story_text(s, "Wanjiku", "3 kg onion");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "received 180");
	story_text(s, "Akinyi", "1");
	story_text(s, "Akinyi", "my");
	story_ledger(s);
	story_end(s);
}

/* The first, the second: in every language of the market. */
static void
after_any_language(void **state)
{
	static const char *const answers[] = {"the first one", "2nd",
	    "ya kwanza", "ya pili", "pehla", "doosra wala", "पहला", "दूसरा",
	    "le premier", "la deuxième", "el primero", "la segunda",
	    "o primeiro", "o segundo", "yang pertama", "yang kedua", "প্রথম",
	    "দ্বিতীয়টা", "الأول", "الثاني", "የመጀመሪያው", "ሁለተኛው", "第一个", "第二",
	    "di er ge"};
	struct story *s = market_day("after_any_language");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "bag", 90, 900);
	after(s, "want 3 tomato", answers, COUNT(answers));
	story_end(s);
}

/* Two things changed in one text, and it must be asked in which order. */
static void
change_which(void **state)
{
	struct story *s = market_day("change_which");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato and 2 kg onion");
	story_text(s, "Wanjiku", "6 kg tomato and 7 kg onion");
	story_text(s, "Wanjiku", "make it 4 kg tomato and 3 kg onion");
	story_text(s, "Wanjiku", "2");
	story_ledger(s);
	story_end(s);
}

/* Our choices, sent back as we wrote them. */
static void
copied_choices(void **state)
{
	static const char *const answers[] = {
	    "1 YES", "yes 1", "2 NO", "3 SOME", "1 ndio", "1. yes"};
	struct story *s = market_day("copied_choices");

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", "5 kg tomato");
		story_text(s, "Akinyi", answers[i]);
		story_text(s, "Wanjiku", "cancel");
	}
	story_say(s, "with the code, two of them open");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Njeri", "4 kg onion");
	story_text(s, "Akinyi", "1 YES #N3C");
	story_text(s, "Akinyi", "2 NO #Y9M");
	story_ledger(s);
	story_end(s);
}

/* What is there already does not come between a buyer and the order that can
 * still be changed; a measure says which line is meant. */
static void
change_by_measure(void **state)
{
	struct story *s = market_day("change_by_measure");

	(void)state;
	story_offer(s, "Akinyi", "egg", "tray", 90, 380);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "got");
	story_text(s, "Wanjiku", "10 kg onion and 2 trays eggs");
	story_text(s, "Wanjiku", "make it 3 trays");
	story_text(s, "Wanjiku", "make it 4 bags");
	story_say(s, "a question does not keep a complaint away");
	story_text(s, "Wanjiku", "want oranges");
	story_text(s, "Wanjiku", "problem #");
	story_text(s, "Wanjiku", "1");
	story_say(s, "a yes may be for our note on the complaint");
	story_text(s, "Akinyi", "yes");
	story_say(s, "half of it came");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "got the onions #T7X");
	story_text(s, "Wanjiku", "PROBLEM #T7X the eggs are broken");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(after_quantity),
	    cmocka_unit_test(after_product),
	    cmocka_unit_test(after_measure),
	    cmocka_unit_test(after_range),
	    cmocka_unit_test(after_sure),
	    cmocka_unit_test(after_buy_or_sell),
	    cmocka_unit_test(after_which_order),
	    cmocka_unit_test(after_proposals),
	    cmocka_unit_test(after_silence),
	    cmocka_unit_test(after_noise),
	    cmocka_unit_test(unusual),
	    cmocka_unit_test(after_chinese),
	    cmocka_unit_test(after_any_language),
	    cmocka_unit_test(in_doubt),
	    cmocka_unit_test(change_by_measure),
	    cmocka_unit_test(change_which),
	    cmocka_unit_test(copied_choices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
