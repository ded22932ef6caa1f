/* A buyer changes their mind while something else is open, too: other orders,
 * parts of sellers, what is agreed; and in words that may be read otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define TEXTS_MAX 7

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_market(s)->unusual_times = 10;
	story_market(s)->unusual_grams = 500000;
	story_person(s, "Zawadi", "+254722000099", "seller", "Yala");
	story_offer(s, "Zawadi", "tomato", "kg", 5000, 42);
	story_offer(s, "Zawadi", "potato", "kg", 5000, 30);
	return s;
}

static void
add_seller(struct story *s, const char *name, size_t row)
{
	char number[] = "+254722000100";

	number[12] = (char)('0' + row % 10);
	number[11] = (char)('0' + row / 10);
	story_person(s, name, number, "seller", "Yala");
	story_offer(s, name, "tomato", "kg", 500, 40);
	story_offer(s, name, "onion", "kg", 100, 60);
	story_offer(s, name, "egg", "tray", 50, 400);
}

/* "@" is the name of the row's seller; what begins with it, they text. */
static void
say(struct story *s, const char *buyer, const char *seller, const char *text)
{
	const char *at = strchr(text, '@');
	char named[160];

	if (at == text) {
		story_text(s, seller, text + 1);
	} else if (at != NULL) {
		snprintf(named, sizeof(named), "%.*s%s%s", (int)(at - text),
		    text, seller, at + 1);
		story_text(s, buyer, named);
	} else {
		story_text(s, buyer, text);
	}
}

/* Every row is another buyer with a seller of their own. */
static void
tell(struct story *s, const char *const texts[][TEXTS_MAX], size_t count)
{
	static const char *const sellers[] = {"Juma", "Otieno", "Akinyi",
	    "Wafula", "Barasa", "Nyambura", "Achieng", "Mutiso", "Kamau",
	    "Njoroge", "Chebet", "Kiprop", "Wambui", "Omondi"};
	char number[] = "+254711000100", buyer[] = "A";

	assert_true(count <= COUNT(sellers));
	for (size_t i = 0; i < count; i++) {
		number[12] = (char)('0' + i % 10);
		number[11] = (char)('0' + i / 10);
		buyer[0] = (char)('A' + i);
		story_say(s, "");
		add_seller(s, sellers[i], i);
		story_person(s, buyer, number, "buyer", "Bondo");
		for (size_t k = 0; k < TEXTS_MAX && texts[i][k] != NULL; k++)
			say(s, buyer, sellers[i], texts[i][k]);
	}
}

static void
play(const char *name, const char *const texts[][TEXTS_MAX], size_t count)
{
	struct story *s = market_day(name);

	tell(s, texts, count);
	story_ledger(s);
	story_end(s);
}

/* Two orders are open; the question is about one thing, and so is the yes. */
static void
mind_yes(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes from @", "4kg onions from @", "only 3kg tomatoes",
		"yes"},
	    {"10kg tomatoes from @", "4kg onions from @",
		"make it 1000kg tomatoes", "yes please"},
	    {"10kg tomatoes from @", "4kg onions from @", "maybe 5kg potatoes?",
		"ok"},
	    {"10kg tomatoes from @", "4kg onions from @",
		"make it 1000kg tomatoes", "yes 60"},
	    {"10kg tomatoes from @", "4kg onions from @", "@only 3kg tomatoes",
		"@only 2kg onions", "only 5kg tomatoes", "yes", "status"},
	};

	(void)state;
	play("mind_yes", texts, COUNT(texts));
}

/* Half of the order, not half a kilo. */
static void
mind_half(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "make it half", "1"},
	    {"10kg tomatoes", "make it a quarter", "no"},
	    {"10kg tomatoes", "reduce by half", "yes"},
	    {"10kg tomatoes", "reduce a quarter", "1"},
	    {"10kg tomatoes", "only half please", "6kg"},
	    {"10kg tomatoes", "half the tomatoes", "yes"},
	    {"naomba nyanya kilo 10", "iwe nusu", "ndiyo"},
	    {"10 kilo tamatar", "aadha kar do", "haan"},
	    {"西红柿10公斤", "改成一半", "是"},
	    {"3 trays eggs", "half", "1"},
	    {"10kg tomatoes and 4kg onions", "make it half", "2", "1"},
	    {"10kg tomatoes and 4kg onions", "make it half", "both", "1"},
	    {"10kg tomatoes from @", "@only 3", "1", "reduce to a quarter",
		"1"},
	    {"10kg tomatoes", "make it half a kilo"},
	};

	(void)state;
	play("mind_half", texts, COUNT(texts));
}

/* Asked for one of two results: by so much, to so much. */
static void
mind_by(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "reduce 3kg", "by 3", "yes"},
	    {"10kg tomatoes", "reduce 3kg", "no by 2", "1"},
	    {"10kg tomatoes", "reduce 3kg", "2 less", "yes"},
	    {"10kg tomatoes", "reduce 3kg", "2kg less", "no"},
	    {"10kg tomatoes", "reduce 3kg", "by 30", "no"},
	    {"naomba nyanya kilo 10", "punguza kilo 3", "kwa 2", "ndiyo"},
	    {"10kg tomatoes", "reduce 3kg", "to 2", "1"},
	    {"10kg tomatoes", "reduce 3kg", "to 2kg"},
	    {"10kg tomatoes", "reduce 3kg", "to 3"},
	    {"10kg tomatoes", "increase 12kg", "by 12", "yes"},
	    {"10kg tomatoes", "reduce 3kg", "i want 2"},
	};

	(void)state;
	play("mind_by", texts, COUNT(texts));
}

/* What is agreed, or lies with the buyer, is past changing by text: they hear
 * with whom, and nothing is ordered beside it without a yes. */
static void
mind_agreed(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes from @", "@yes", "only 3kg tomatoes", "no"},
	    {"10kg tomatoes", "@yes", "sorry i meant 4kg tomatoes not 10",
		"yes"},
	    {"10kg tomatoes", "@yes", "5kg onions instead of tomatoes", "no"},
	    {"10kg tomatoes", "@yes", "only 3"},
	    {"10kg tomatoes and 4kg onions", "@yes tomatoes",
		"reduce tomatoes by 2kg and onions by 1kg", "yes"},
	    {"10kg tomatoes from @", "@only 3", "make it 2", "yes"},
	    {"10kg tomatoes from @", "@only 3", "only 2kg tomatoes", "no"},
	    {"10kg tomatoes from @", "@only 3", "1", "only 2kg tomatoes", "1"},
	};

	(void)state;
	play("mind_agreed", texts, COUNT(texts));
}

/* Other goods in place of these. */
static void
mind_in_place(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "i meant 3kg onions not tomatoes", "yes"},
	    {"10kg tomatoes", "i meant 3kg onions not tomatoes", "no"},
	    {"10kg tomatoes", "5kg onions instead of tomatoes", "1"},
	    {"10kg tomatoes", "i meant 3kg mango not tomatoes", "yes"},
	    {"10kg tomatoes and 4kg onions", "replace onions with 3kg potatoes",
		"yes"},
	    {"10kg tomatoes and 4kg onions", "i meant 3kg onions not tomatoes",
		"yes"},
	    {"10kg tomatoes and 4kg onions", "make tomatoes 5kg and onions"},
	};

	(void)state;
	play("mind_in_place", texts, COUNT(texts));
}

/* Several at once. */
static void
mind_several(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes from @", "4kg onions from @", "cancel", "both",
		"1"},
	    {"10kg tomatoes from @", "4kg onions from @", "cancel", "1 and 2",
		"no"},
	    {"10kg tomatoes from @", "4kg onions from @", "cancel everything",
		"yes"},
	    {"10kg tomatoes from @", "4kg onions from @", "@only 3kg tomatoes",
		"@only 2kg onions", "cancel", "both", "ok 1"},
	    {"10kg tomatoes from @", "@yes", "4kg onions from @", "cancel all",
		"no"},
	    {"10kg tomatoes from @", "4kg onions from @", "make it 8", "both"},
	    {"10kg tomatoes from @", "4kg onions from @",
		"cancel tomatoes and onions"},
	    {"10kg tomatoes from @", "4kg onions from @",
		"make it 8kg onions and 5kg tomatoes"},
	    {"10kg tomatoes from @", "4kg onions from @",
		"make it 8kg onions and 5000kg tomatoes", "yes"},
	    {"10kg tomatoes from @", "4kg onions from @",
		"only 3kg tomatoes and 2kg onions", "yes"},
	    {"10kg tomatoes and 4kg onions", "add 2", "both", "yes"},
	    {"10kg tomatoes and 4kg onions", "add 2", "1 and 2", "no"},
	    {"naomba nyanya kilo 10", "naomba vitunguu kilo 4", "futa zote",
		"ndiyo"},
	    {"西红柿10公斤", "洋葱4公斤", "全部取消", "是"},
	};

	(void)state;
	play("mind_several", texts, COUNT(texts));
}

/* A question about leaving out is no order to do so. */
static void
mind_unsure(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "should i cancel the tomatoes?", "no"},
	    {"10kg tomatoes", "can i cancel the tomatoes", "yes"},
	    {"10kg tomatoes", "cancel tomatoes?", "1"},
	    {"10kg tomatoes and 4kg onions", "can i remove the onions", "yes"},
	    {"10kg tomatoes", "can i remove the tomatoes", "no"},
	    {"10kg tomatoes", "remove the tomatoes"},
	    {"10kg tomatoes", "cancel the tomatoes"},
	    {"10kg tomatoes", "cancel 2kg", "yes"},
	    {"10kg tomatoes", "cancel half", "1"},
	    {"10kg tomatoes and 4kg onions", "add 2", "no onions", "1"},
	    {"10kg tomatoes and 4kg onions", "add 2", "remove onions"},
	    {"10kg tomatoes", "reduce 10kg", "yes"},
	    {"10kg tomatoes", "make it 0", "yes"},
	};

	(void)state;
	play("mind_unsure", texts, COUNT(texts));
}

/* A figure without goods, of the only order. */
static void
mind_amount(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "only 3", "1"},
	    {"10kg tomatoes", "only 3", "tomatoes", "1"},
	    {"10kg tomatoes", "5 is enough", "yes"},
	    {"10kg tomatoes", "make it 5", "no, 10", "1"},
	    {"10kg tomatoes", "no 10"},
	    {"quiero 10 kg de tomates", "no 10 sino 4", "si"},
	    {"10kg tomatoes", "5"},
	    {"10kg tomatoes", "deja asi"},
	    {"10kg tomatoes and 4kg onions", "only 3"},
	    {"10kg tomatoes", "make it 5 at 35"},
	    {"10kg tomatoes", "make it 5 for friday"},
	    {"10kg tomatoes for friday", "make it 5 for friday"},
	    {"10kg tomatoes", "make it 1000 at 35", "yes"},
	};

	(void)state;
	play("mind_amount", texts, COUNT(texts));
}

/* A part is promised: the rest is what nobody has promised. */
static void
mind_rest(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes from @", "@only 3", "1", "cancel the rest", "1"},
	    {"10kg tomatoes from @", "@only 3", "1", "cancel the other 7kg",
		"yes"},
	    {"10kg tomatoes from @", "@only 3", "1", "cancel 7kg", "no"},
	    {"10kg tomatoes from @", "@only 3", "cancel the rest", "1", "yes"},
	    {"10kg tomatoes and 4kg onions", "@yes tomatoes", "cancel the rest",
		"yes"},
	    {"10kg tomatoes from @", "@only 3", "1", "4kg onions from @",
		"cancel the rest", "1", "yes"},
	    {"10kg tomatoes from @", "@only 3", "1", "cancel"},
	};

	(void)state;
	play("mind_rest", texts, COUNT(texts));
}

/* What sounds like an answer, a part or a receipt is no new order, and not
 * all of the old one. */
static void
mind_no_more(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes from @", "cancel 2", "1"},
	    {"10kg tomatoes from @", "@only 6", "yes 6kg tomatoes", "1"},
	    {"10kg tomatoes from @", "@only 6", "no i need 10kg tomatoes", "2"},
	    {"10kg tomatoes from @", "@55", "@yes", "5kg only", "no"},
	    {"10kg tomatoes from @", "8kg tomatoes is enough", "1"},
	    {"10kg tomatoes from @", "@yes", "got half"},
	    {"10kg tomatoes from @", "@yes", "got nothing", "got 0"},
	    {"4kg tomatoes from @ and 6 trays eggs", "@yes", "got 4", "got it"},
	    {"6 trays eggs from @ and 4kg tomatoes", "@yes", "got 4kg",
		"got it"},
	    {"10kg tomatoes from @", "@yes", "cancel @", "no"},
	};

	(void)state;
	play("mind_no_more", texts, COUNT(texts));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mind_yes),
	    cmocka_unit_test(mind_half),
	    cmocka_unit_test(mind_by),
	    cmocka_unit_test(mind_agreed),
	    cmocka_unit_test(mind_in_place),
	    cmocka_unit_test(mind_several),
	    cmocka_unit_test(mind_unsure),
	    cmocka_unit_test(mind_amount),
	    cmocka_unit_test(mind_rest),
	    cmocka_unit_test(mind_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
