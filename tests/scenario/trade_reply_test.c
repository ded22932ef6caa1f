/* What a seller says next: to our repeated question, to the list, after our
 * note, after the yes.  Each says its words after the same two orders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define TURNS 6

/* What is said after each other: of the seller, or "Ben> " and the like. */
typedef const char *const turns[TURNS];

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_market(s)->quiet_from_min = 0;
	story_market(s)->quiet_until_min = 0;
	story_person(s, "Ben", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Kezia", "+254711000002", "buyer", "Bondo");
	story_person(s, "Juma", "+254722000001", "seller", "Yala");
	story_offer(s, "Juma", "tomato", "kg", 9000, 40);
	story_offer(s, "Juma", "potato", "kg", 9000, 30);
	story_offer(s, "Juma", "onion", "kg", 9000, 60);
	return s;
}

static void
say(struct story *s, const char *said)
{
	const char *text = strstr(said, "> ");
	char name[16];

	if (text == NULL) {
		story_text(s, "Juma", said);
		return;
	}
	memcpy(name, said, (size_t)(text - said));
	name[text - said] = '\0';
	story_text(s, name, text + 2);
}

static void
forget(struct story *s, const char *name)
{
	story_text(s, name, "stop");
	story_text(s, name, "start");
}

/* The order, or two of them, and what is said; then all is dropped. */
static void
each(struct story *s, const char *first, const char *second, turns *said,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		story_say(s, "");
		if (first != NULL)
			story_text(s, "Ben", first);
		if (second != NULL)
			story_text(s, "Kezia", second);
		for (size_t k = 0; k < TURNS && said[i][k] != NULL; k++) {
			story_wait(s, MINUTES);
			say(s, said[i][k]);
		}
		forget(s, "Ben");
		forget(s, "Kezia");
		story_text(s, "Juma", "LANG en");
		story_wait(s, 90 * MINUTES);
	}
}

/* A yes is to what was asked last, and to its terms. */
static void
yes_to_terms(void **state)
{
	static turns said[] = {
	    {"only 3kg tomatoes at 150", "yes"},
	    {"only 3kg tomatoes at 150", "ok"},
	    {"only 3kg tomatoes at 150", "ndio"},
	    {"only 3kg tomatoes at 150", "yes?"},
	    {"only 3kg tomatoes at 150", "yes 2kg", "yes"},
	};
	struct story *s = market_day("yes_to_terms");

	(void)state;
	each(s, "10 kg tomato", "5 kg potato", said, COUNT(said));
	story_end(s);
}

/* A yes and a no in one text. */
static void
yes_and_no(void **state)
{
	static turns said[] = {
	    {"ok", "yes 1, no 2"},
	    {"ok", "1 yes 2 no thanks"},
	    {"ok", "1 ok 2 sina"},
	    {"ok", "ndio 1 hapana 2"},
	    {"ok", "no 1 yes 2"},
	    {"ok", "yes to 1, 2 no"},
	    {"ok", "yes 1, 2 no, ok", "1 and 2 yes"},
	    {"ok", "yes 1 no 1"},
	    {"ok", "yes no"},
	    {"yes tomatoes, no potatoes"},
	    {"ok", "1好 2不要"},
	};
	static turns goods[] = {
	    {"yes tomatoes no onions"},
	    {"no tomato, onion ok"},
	};
	struct story *s = market_day("yes_and_no");

	(void)state;
	each(s, "10 kg tomato", "5 kg potato", said, COUNT(said));
	each(s, "10 kg tomato and 4 kg onion", NULL, goods, COUNT(goods));
	story_end(s);
}

/* Right after our note an ok is most likely for that, and says nothing of the
 * other order; nor does the same text once more. */
static void
thanks_for_note(void **state)
{
	static turns said[] = {
	    {"only 3kg tomatoes", "ok i will wait", "ok"},
	    {"only 3kg tomatoes", "okay thanks", "no"},
	    {"only 3kg tomatoes", "sawa"},
	    {"only 3kg tomatoes", "only 3", "1"},
	    {"only 3kg tomatoes", "only 3kg potatoes"},
	    {"only 3kg tomatoes", "1"},
	    {"only 3kg tomatoes", "50 each"},
	    {"yes tomatoes", "ok"},
	    {"no tomatoes", "ok"},
	    {"only 3kg tomatoes", "Ben> no", "ok"},
	    {"only 3kg tomatoes", "only 3kg potatoes at 150", "Ben> 1", "ok",
		"ok"},
	};
	static turns alone[] = {
	    {"only 3", "Ben> no", "ok"},
	    {"only 3", "Kezia> 4 kg onion", "only 3", "1"},
	    {"half", "Kezia> 4 kg onion", "half"},
	    {"only 3", "Kezia> 4 kg onion", "only 2"},
	};
	struct story *s = market_day("thanks_for_note");

	(void)state;
	each(s, "10 kg tomato", "5 kg potato", said, COUNT(said));
	each(s, "10 kg tomato", NULL, alone, COUNT(alone));
	story_end(s);
}

/* Half of what was asked, and figures that may be two things. */
static void
half_and_range(void **state)
{
	static turns said[] = {
	    {"half each", "1"},
	    {"one half only"},
	    {"half at 45"},
	    {"0.5"},
	    {"only 0.5", "1"},
	    {"0.5kg"},
	    {"metade a 45 cada"},
	    {"نصف بسعر 45"},
	    {"অর্ধেক ৪৫ টাকা"},
	    {"kilo 3 tu"},
	    {"3", "2 or 3", "2"},
	    {"3", "2-3 kg"},
	    {"only 3 to 5"},
	};
	struct story *s = market_day("half_and_range");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	story_end(s);
}

/* One small word is "to" and "at"; the coin is a piece. */
static void
part_abroad(void **state)
{
	static turns said[] = {
	    {"LANG fr", "seulement 3 a 50", "1"},
	    {"LANG es", "solo 3 a 50", "2"},
	    {"LANG fr", "la moitie a 45"},
	    {"LANG es", "la mitad a 45"},
	    {"LANG pt", "so tenho 3 a 50"},
	    {"LANG pt", "só 3 kg a 50"},
	    {"LANG pt", "só 3 a 5 kg"},
	    {"LANG zh", "三公斤,五十块", "1"},
	};
	struct story *s = market_day("part_abroad");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	story_end(s);
}

/* The goods that he is asked for, and no more than that: no listing. */
static void
goods_asked_for(void **state)
{
	static turns said[] = {
	    {"ok 8kg tomatoes at 45", "1"},
	    {"3kg tomatoes at 50", "2", "4"},
	    {"nina nyanya kilo 8 kwa 50"},
	    {"half the tomatoes at 45"},
	    {"tomatoes at 50", "1"},
	    {"3kg tomatoes"},
	    {"10kg tomatoes at 45"},
	    {"tengo 8 kg de tomates a 45"},
	    {"tomato 45", "1"},
	};
	static turns two[] = {
	    {"3kg tomatoes at 50"},
	    {"3kg tomatoes and 2kg potatoes", "1", "2kg"},
	    {"3kg tomatoes at 50 and 2kg potatoes at 35", "1", "only 2 at 35"},
	};
	static turns one[] = {
	    {"3kg tomatoes and 2kg onions", "1", "1"},
	    {"tomatoes at 50"},
	    {"yes but tomatoes at 50"},
	};
	static turns listings[] = {
	    {"12kg tomatoes at 45", "MY"},
	    {"sell 8kg tomatoes at 45", "MY"},
	    {"tomatoes on sale 8kg at 45"},
	    {"5 crates tomatoes at 450"},
	    {"8kg onions at 65"},
	};
	struct story *s = market_day("goods_asked_for");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	each(s, "10 kg tomato", "5 kg potato", two, COUNT(two));
	each(s, "10 kg tomato", "6 kg tomato", two, 1);
	each(s, "10 kg tomato and 4 kg onion", NULL, one, COUNT(one));
	each(s, "10 kg tomato", NULL, listings, COUNT(listings));
	story_end(s);
}

/* A first text that only the one who asked can read tells the language, too. */
static void
language_of_figures(void **state)
{
	static const char *const said[] = {
	    "فقط 3 كيلو بسعر 50", "सिर्फ 3 किलो 50 में", "nusu kwa 45", "3 kg 50"};
	static const char *const who[] = {"Asha", "Baraka", "Chanda", "Dan"};
	static const char *const phone[] = {
	    "+254722000011", "+254722000012", "+254722000013", "+254722000014"};
	struct story *s = market_day("language_of_figures");

	(void)state;
	for (size_t i = 0; i < COUNT(said); i++) {
		story_person(s, who[i], phone[i], "seller", "Yala");
		story_offer(s, who[i], "mango", "kg", 90, 40);
		story_text(s, "Ben", "10 kg mango");
		story_text(s, who[i], said[i]);
		forget(s, "Ben");
		story_text(s, who[i], "stop");
		story_wait(s, 10 * MINUTES);
	}
	story_end(s);
}

/* Not so, or other terms, when all is agreed or the buyer is being asked. */
static void
after_the_yes(void **state)
{
	static turns said[] = {
	    {"yes", "i cant", "1"},
	    {"yes", "no", "2"},
	    {"yes", "sorry only 8kg"},
	    {"yes", "reduce to 8kg"},
	    {"yes", "half"},
	    {"yes", "ok"},
	    {"only 3", "no"},
	    {"only 3", "sorry 4"},
	    {"only 3", "cancel"},
	    {"yes", "Kezia> 4 kg onion", "no", "i cant"},
	    {"yes", "Kezia> 4 kg onion", "yes", "i cant", "yes"},
	    {"ndio", "siwezi", "1"},
	};
	struct story *s = market_day("after_the_yes");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	story_end(s);
}

/* A seller speaks of the order as a buyer would. */
static void
made_so_much(void **state)
{
	static turns said[] = {
	    {"reduce to 8kg", "1"},
	    {"make it 8kg at 45", "1"},
	    {"make it 8"},
	    {"iwe kilo 8 kwa 45"},
	    {"reduce by 2kg", "8"},
	    {"make it 20kg"},
	    {"cancel tomatoes", "2"},
	};
	static turns two[] = {
	    {"make it 3kg", "2"},
	    {"make tomatoes 3kg"},
	};
	struct story *s = market_day("made_so_much");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	each(s, "10 kg tomato", "5 kg potato", two, COUNT(two));
	story_end(s);
}

/* A figure is a price or how much; it is not lost with "which one?". */
static void
figure_alone(void **state)
{
	static turns said[] = {
	    {"45", "1"},
	    {"4", "1"},
	    {"450"},
	    {"9999"},
	    {"38", "2"},
	    {"add 5 bob"},
	    {"8 tu"},
	};
	static turns two[] = {
	    {"45", "ok 1", "1"},
	    {"45", "tomato"},
	    {"45", "both"},
	    {"4", "1"},
	};
	struct story *s = market_day("figure_alone");

	(void)state;
	each(s, "10 kg tomato", NULL, said, COUNT(said));
	each(s, "10 kg tomato", "5 kg potato", two, COUNT(two));
	story_end(s);
}

/* Of two goods in one order: the other one is asked about after a part. */
static void
rest_of_order(void **state)
{
	static turns said[] = {
	    {"only 3kg tomatoes", "1"},
	    {"only 3kg tomatoes at 150", "1", "no"},
	    {"tomatoes at 50", "1", "1"},
	};
	struct story *s = market_day("rest_of_order");

	(void)state;
	each(s, "10 kg tomato and 4 kg onion", NULL, said, COUNT(said));
	story_end(s);
}

/* Two parts lie with the buyer, who answers by name or for both. */
static void
offers_by_name(void **state)
{
	static turns said[] = {
	    {"Ben> yes tomatoes", "Ben> no"},
	    {"Ben> no tomatoes", "Ben> yes onions"},
	    {"Ben> tomatoes", "Ben> 1"},
	    {"Ben> yes to both"},
	    {"Ben> no to both"},
	    {"Ben> yes tomatoes no onions"},
	    {"Ben> all", "Ben> yes 1 no 2"},
	    {"Ben> all", "Ben> yes both"},
	    {"Ben> ndio nyanya"},
	    {"Ben> yes potatoes", "Ben> yes"},
	};
	struct story *s = market_day("offers_by_name");

	(void)state;
	for (size_t i = 0; i < COUNT(said); i++) {
		story_text(s, "Ben", "10 kg tomato");
		story_text(s, "Ben", "4 kg onion");
		story_text(s, "Juma", "only 3kg tomatoes");
		story_text(s, "Juma", "only 2kg onions");
		each(s, NULL, NULL, &said[i], 1);
	}
	story_end(s);
}

/* Of two orders the one for Ben, whose name is a language, too. */
static void
which_by_buyer(void **state)
{
	static turns said[] = {
	    {"ok", "ben"},
	    {"no", "Ben"},
	    {"ok", "the one for kezia"},
	    {"yes ben", "1"},
	    {"only 3", "ben"},
	    {"ben", "2"},
	    {"ok", "lang ben"},
	};
	struct story *s = market_day("which_by_buyer");

	(void)state;
	each(s, "10 kg tomato", "5 kg potato", said, COUNT(said));
	story_end(s);
}

/* A part that the buyer did not take goes to who has the rest. */
static void
refused_part(void **state)
{
	static turns said[] = {
	    {"only 3", "Ben> no", "Otieno> yes"},
	    {"only 3", "Ben> no", "Otieno> only 5", "Otieno> 2"},
	    {"only 3", "Ben> no", "Otieno> at 45"},
	    {"only 3", "Otieno> yes", "Ben> no", "Otieno> 1"},
	    {"only 3", "Otieno> only 4", "Ben> no 1"},
	    {"only 3", "Otieno> no", "Ben> no"},
	};
	struct story *s = market_day("refused_part");

	(void)state;
	story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
	for (size_t i = 0; i < COUNT(said); i++) {
		story_offer(s, "Otieno", "tomato", "kg", 500, 42);
		each(s, "10 kg tomato from juma", NULL, &said[i], 1);
	}
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(yes_to_terms),
	    cmocka_unit_test(yes_and_no),
	    cmocka_unit_test(thanks_for_note),
	    cmocka_unit_test(half_and_range),
	    cmocka_unit_test(part_abroad),
	    cmocka_unit_test(goods_asked_for),
	    cmocka_unit_test(language_of_figures),
	    cmocka_unit_test(after_the_yes),
	    cmocka_unit_test(made_so_much),
	    cmocka_unit_test(figure_alone),
	    cmocka_unit_test(rest_of_order),
	    cmocka_unit_test(offers_by_name),
	    cmocka_unit_test(which_by_buyer),
	    cmocka_unit_test(refused_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
