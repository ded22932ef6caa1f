/* A buyer's second thoughts: what is asked first, what is done, and that what
 * cannot be done leaves the order as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define TEXTS_MAX 5

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_market(s)->unusual_times = 10;
	story_market(s)->unusual_grams = 500000;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 2000, 40);
	story_offer(s, "Otieno", "egg", "tray", 100, 380);
	story_offer(s, "Otieno", "onion", "kg", 300, 60);
	return s;
}

/* Every row is another buyer, and what she texts. */
static void
tell(struct story *s, const char *const texts[][TEXTS_MAX], size_t count)
{
	static const char *const buyers[] = {"A", "B", "C", "D", "E", "F", "G",
	    "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T",
	    "U", "V", "W", "X", "Y", "Z"};
	char number[] = "+254711000100";

	assert_true(count <= COUNT(buyers));
	for (size_t i = 0; i < count; i++) {
		number[12] = (char)('0' + i % 10);
		number[11] = (char)('0' + i / 10);
		story_say(s, "");
		story_person(s, buyers[i], number, "buyer", "Bondo");
		for (size_t k = 0; k < TEXTS_MAX && texts[i][k] != NULL; k++)
			story_text(s, buyers[i], texts[i][k]);
	}
}

/* What nobody sells does not cost the order that there is. */
static void
change_unsold(void **state)
{
	struct story *s = market_day("change_unsold");

	(void)state;
	story_offer(s, "Otieno", "maize", "bag", 20, 3500);
	story_text(s, "Wanjiku", "10kg tomatoes");
	story_text(s, "Wanjiku", "make it 4 bags");
	story_text(s, "Wanjiku", "iwe magunia 4");
	story_text(s, "Wanjiku", "add 2 crates of mango");
	story_ledger(s);
	story_say(s, "nor can kilos be taken from bags of any weight");
	story_text(s, "Wanjiku", "2 bags maize");
	story_text(s, "Wanjiku", "reduce maize by 20kg");
	story_text(s, "Wanjiku", "mettez 20 kg de maïs");
	story_text(s, "Wanjiku", "reduce maize by 1 bag");
	story_text(s, "Wanjiku", "1");
	story_ledger(s);
	story_say(s, "another seller has it so: the first is told");
	story_offer(s, "Otieno", "tomato", "crate", 30, 900);
	story_text(s, "Wanjiku", "make tomatoes 4 crates");
	story_text(s, "Akinyi", "yes");
	story_ledger(s);
	story_end(s);
}

/* "6 eggs" are no 6 trays. */
static void
change_pieces(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"2 trays eggs", "add 6 eggs", "no"},
	    {"2 trays eggs", "add 6 eggs", "yes"},
	    {"2 trays eggs", "make it 60 eggs", "2 trays"},
	    {"4 trays eggs", "reduce by 2 eggs", "2"},
	    {"2 trays eggs", "ongeza mayai 6", "hapana"},
	    {"2 trays eggs", "再加6个鸡蛋"},
	    {"10kg tomatoes", "make it 5 tomatoes", "1"},
	    {"10kg tomatoes", "make tomatoes 5", "no 6 kg"},
	    {"10kg tomatoes", "add 3 onions", "1"},
	    {"2 trays eggs", "add 2"},
	    {"2 trays eggs", "make it 4"},
	};
	struct story *s = market_day("change_pieces");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_end(s);
}

/* To so much, or by so much?  Both results are shown. */
static void
change_results(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "reduce 2kg", "1"},
	    {"10kg tomatoes", "reduce 2kg", "2"},
	    {"10kg tomatoes", "reduce 2kg", "8"},
	    {"10kg tomatoes", "reduce 2kg", "8kg"},
	    {"10kg tomatoes", "reduce 2kg", "8 kg tomatoes"},
	    {"10kg tomatoes", "reduce 2kg", "7kg"},
	    {"10kg tomatoes", "reduce 2kg", "by 2kg", "yes"},
	    {"10kg tomatoes", "reduce 2kg", "no, by 2kg", "yes"},
	    {"10kg tomatoes", "reduce 2kg", "reduce by 2kg"},
	    {"10kg tomatoes", "reduce 2kg", "by 3kg", "1"},
	    {"10kg tomatoes", "reduce 2kg", "the second"},
	    {"10kg tomatoes", "reduce 2kg", "ok", "status"},
	    {"10kg tomatoes", "reduce 2kg", "no"},
	    {"10kg tomatoes", "reduce 2kg", "6 kg tomatoes", "1"},
	    {"10kg tomatoes", "reduce 2kg", "4 kg onions"},
	    {"3kg tomatoes", "reduce 1kg", "1"},
	    {"3kg tomatoes", "reduce 2", "2"},
	    {"4kg tomatoes", "reduce 2kg"},
	    {"3kg tomatoes", "reduce 8kg"},
	    {"10kg tomatoes", "reduce tomatoes by 2kg", "1"},
	    {"10kg tomatoes", "increase 2kg"},
	    {"10kg tomatoes", "increase 12kg", "2"},
	    {"10kg tomatoes", "make it 4-5 kg", "2"},
	    {"10kg tomatoes", "can you add 2kg?", "yes"},
	    {"10kg tomatoes", "reduce by 500g", "make it 6000g"},
	};
	struct story *s = market_day("change_results");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_end(s);
}

static void
change_results_abroad(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"naomba nyanya kilo 10", "punguza kilo 2", "kilo 8"},
	    {"naomba nyanya kilo 10", "punguza kilo 2", "hapana, kwa kilo 2",
		"1"},
	    {"10 kilo tamatar", "2 kilo kam kar do", "8 kilo"},
	    {"10 kilo tamatar", "2 kilo badha do"},
	    {"10kg tomatoes", "২ কেজি বাড়ান"},
	    {"10kg tomatoes", "২ কেজি কমান", "1"},
	    {"10 kg de tomates", "diminuez 2 kg", "de 2 kg", "1"},
	    {"10 kilos de tomate", "reducir 2 kilos"},
	    {"西红柿10公斤", "再加6公斤"},
	};
	struct story *s = market_day("change_results_abroad");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_end(s);
}

/* What is far more than usual, or less than nothing, is repeated as what would
 * come of it. */
static void
change_unusual(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "add 1000", "no"},
	    {"10kg tomatoes", "make it 1000", "100kg"},
	    {"10kg tomatoes", "make it 1000", "100"},
	    {"10kg tomatoes", "make it 1000", "no 100kg"},
	    {"10kg tomatoes", "make it 2000", "1900 kg", "no"},
	    {"10kg tomatoes", "make it 1000", "no by 20kg", "1"},
	    {"10kg tomatoes", "iwe 1000", "hapana kilo 100"},
	    {"10kg tomatoes", "mettez 1000", "non 100 kg"},
	    {"10kg tomatoes", "make it 2000", "yes"},
	    {"3kg tomatoes", "reduce by 8kg", "no"},
	    {"3kg tomatoes", "reduce by 8kg", "yes"},
	    {"3kg tomatoes", "reduce by 3kg"},
	};
	struct story *s = market_day("change_unusual");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_end(s);
}

/* What sounds like a correction is no second order before we asked. */
static void
change_instead(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "make tomatoes 5kg"},
	    {"10kg tomatoes", "only 3 kg tomatoes", "1"},
	    {"10kg tomatoes", "only 3 kg tomatoes", "2"},
	    {"10kg tomatoes", "3kg tomatoes not 10", "yes"},
	    {"10kg tomatoes", "sorry 3 kg tomatoes", "no"},
	    {"10kg tomatoes", "i meant 3 kg tomatoes", "4kg", "1"},
	    {"10kg tomatoes", "sorry 3 kg tomatoes", "cancel"},
	    {"10kg tomatoes", "sorry 3 kg tomatoes and 2kg onions", "1"},
	    {"je veux 10 kg de tomates", "seulement 3 kg de tomates", "oui"},
	    {"quiero 10 kilos de tomate", "solo 3 kilos de tomates", "si"},
	    {"naomba nyanya kilo 10", "nyanya kilo 3 tu", "ndiyo"},
	    {"10kg tomatoes", "3kg tomatoes"},
	    {"10kg tomatoes", "sorry 3 kg onions"},
	    {"10kg tomatoes", "make it 5 kg onion", "yes"},
	    {"make me 5 kg tomatoes", "yes"},
	};
	struct story *s = market_day("change_instead");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_say(s, "two orders have them");
	story_text(s, "Wanjiku", "10kg tomatoes");
	story_text(s, "Wanjiku", "20kg tomatoes");
	story_text(s, "Wanjiku", "sorry 3 kg tomatoes");
	story_text(s, "Wanjiku", "2");
	story_text(s, "Wanjiku", "reduce 2kg");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Wanjiku", "1");
	story_end(s);
}

/* Several goods: of which is asked; several at once: told once. */
static void
change_several(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes and 4kg onions", "make it 5", "1"},
	    {"10kg tomatoes and 4kg onions", "make it 5", "onion"},
	    {"10kg tomatoes and 4kg onions", "make it 5", "no"},
	    {"10kg tomatoes and 4kg onions", "make it 5", "tomatoes 6kg", "1"},
	    {"10kg tomatoes and 4kg onions", "reduce 3kg", "1", "2"},
	    {"10kg tomatoes and 4kg onions", "punguza kilo 3", "nyanya",
		"kilo 7"},
	    {"10kg tomatoes and 4kg onions", "iwe 5", "2"},
	    {"10kg tomatoes and 4kg onions", "改成5公斤", "2"},
	    {"10kg tomatoes and 4kg onions",
		"make it 8kg tomatoes, 3kg onions"},
	    {"10kg tomatoes and 4kg onions",
		"reduce tomatoes by 2kg and onions by 1kg", "yes"},
	    {"10kg tomatoes and 4kg onions", "remove tomatoes and onions"},
	    {"10kg tomatoes, 4kg onions and 2 trays eggs",
		"make it 9kg tomatoes, 3kg onions, 1 tray eggs"},
	    {"10kg tomatoes", "add 4kg onions, 1 tray eggs and 2 crates mango"},
	};
	struct story *s = market_day("change_several");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_end(s);
}

/* 10 kg, of which one seller has promised 3: the rest may still change. */
static void
change_split(void **state)
{
	static const char *const changes[][TEXTS_MAX] = {{"make it 5"},
	    {"make it 3"}, {"make it 2", "1"}, {"make it 2", "2"}, {"add 2"},
	    {"reduce by 2kg"}, {"reduce 2kg", "1"}, {"iwe 5"}, {"改成5公斤"}};
	struct story *s = market_day("change_split");

	(void)state;
	story_offer(s, "Otieno", "tomato", "kg", 500, 45);
	for (size_t i = 0; i < COUNT(changes); i++) {
		story_say(s, "");
		story_text(s, "Wanjiku", "10kg tomatoes from Akinyi");
		story_text(s, "Akinyi", "only 3");
		story_text(s, "Wanjiku", "1");
		for (size_t k = 0; changes[i][k] != NULL; k++)
			story_text(s, "Wanjiku", changes[i][k]);
		story_text(s, "Wanjiku", "cancel");
		story_wait(s, 10 * MINUTES);
	}
	story_end(s);
}

/* More and less in other words. */
static void
change_words(void **state)
{
	static const char *const texts[][TEXTS_MAX] = {
	    {"10kg tomatoes", "réduis de 2 kg"},
	    {"10kg tomatoes", "augmentez de 2 kg"},
	    {"10kg tomatoes", "2 kilos de moins"},
	    {"10kg tomatoes", "menos 1 kilo"},
	    {"10kg tomatoes", "2 kg a menos"},
	    {"10kg tomatoes", "زد ٣ كيلو"},
	    {"10kg tomatoes", "أنقص ٢ كيلو"},
	    {"10kg tomatoes", "২ কেজি বেশি দেন"},
	    {"10kg tomatoes", "少2公斤"},
	};
	struct story *s = market_day("change_words");

	(void)state;
	tell(s, texts, COUNT(texts));
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(change_unsold),
	    cmocka_unit_test(change_pieces),
	    cmocka_unit_test(change_results),
	    cmocka_unit_test(change_results_abroad),
	    cmocka_unit_test(change_unusual),
	    cmocka_unit_test(change_instead),
	    cmocka_unit_test(change_several),
	    cmocka_unit_test(change_split),
	    cmocka_unit_test(change_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
