/* Every way to write a number, and every figure that is no quantity: from the
 * text to what is understood (as intent_setup tells it).  The comment above
 * each group is the clause of the requirement it holds furrow to. */
#include "handlers/intent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/handlers/intent_setup.h"

static struct intent_setup setup;

static int
load(void **state)
{
	(void)state;
	intent_setup_load(&setup);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	intent_setup_free(&setup);
	return 0;
}

struct row {
	const char *lang; /* NULL: no hint */
	const char *text;
	const char *want;
};

static void
expect_rows(const struct row *rows, size_t count)
{
	int failed = 0;
	for (size_t i = 0; i < count; i++) {
		char told[512];
		struct intent in;
		struct intent_hints hints = {
		    .roles = INTENT_ROLE_BUYER, .lang = rows[i].lang};
		intent_parse(
		    &in, setup.lex, setup.cat, str_from(rows[i].text), &hints);
		intent_story(told, sizeof(told), &setup, &in);
		if (strcmp(told, rows[i].want) == 0)
			continue;
		print_error("%s (hint: %s)\n  want %s\n  got  %s\n",
		    rows[i].text, rows[i].lang == NULL ? "none" : rows[i].lang,
		    rows[i].want, told);
		failed++;
	}
	assert_int_equal(failed, 0);
}

#define EXPECT_ROWS(rows) expect_rows(rows, sizeof(rows) / sizeof((rows)[0]))

/* "Digits of all scripts": ASCII, full-width, Arabic-Indic, Persian and Urdu,
 * Devanagari, Bengali; squared units of old phones. */
static const struct row digits_of_every_script_rows[] = {
    {NULL, "25kg rice", "order rice 25kg"},
    {NULL, "２５ｋｇ rice", "order rice 25kg"},
    {NULL, "５斤橘子", "order mandarin 5jin"},
    {NULL, "٢٥ كيلو أرز", "order rice 25kg"},
    {"ar", "۲۵ كيلو أرز", "order rice 25kg"},
    {NULL, "٢٫٥ كيلو بصل", "order onion 2.5kg"},
    {"ar", "١٬٥٠٠ كيلو ذرة", "order maize 1500kg"},
    {NULL, "चावल २५ किलो", "order rice 25kg"},
    {NULL, "চাল ২৫ কেজি", "order rice 25kg"},
    {NULL, "25㎏ rice", "order rice 25kg"},
    {"zh", "大米25㎏", "order rice 25kg"},
};

static void
digits_of_every_script(void **state)
{
	(void)state;
	EXPECT_ROWS(digits_of_every_script_rows);
}

/* "Words": units, tens, hundreds, thousands, in each language's own order. */
static const struct row words_rows[] = {
    {NULL, "five kg rice", "order rice 5kg"},
    {NULL, "twenty-five kg rice", "order rice 25kg"},
    {NULL, "one hundred and twenty kg maize", "order maize 120kg"},
    {NULL, "two thousand kg maize", "order maize 2000kg"},
    {"sw", "mchele kilo kumi na mbili", "order rice 12kg"},
    {"sw", "mchele kilo mia mbili", "order rice 200kg"},
    {"sw", "mchele kilo elfu moja", "order rice 1000kg"},
    {"sw", "mananasi mawili", "order pineapple 2"},
    {"hi", "pachees kilo chawal", "order rice 25kg"},
    {"hi", "do sau pachas kilo chawal", "order rice 250kg"},
    {"hi", "उन्नीस किलो चावल", "order rice 19kg"},
    {"bn", "পঁচিশ কেজি চাল", "order rice 25kg"},
    {"zh", "一百二十斤玉米", "order maize 120jin"},
    {"zh", "二百五十斤玉米", "order maize 250jin"},
    {"zh", "一万两千斤大米", "order rice 12000jin"},
    {"zh", "一斤二两花生", "order groundnut 1.2jin"},
    {"zh", "俩西瓜", "order watermelon 2"},
    {"fr", "quatre-vingt-dix kilos de riz", "order rice 90kg"},
    {"fr", "soixante-quinze kilos de riz", "order rice 75kg"},
    {"es", "treinta y cinco kilos de arroz", "order rice 35kg"},
    {"es", "quinientos kilos de arroz", "order rice 500kg"},
    {"pt", "vinte e cinco quilos de arroz", "order rice 25kg"},
    {"pt", "duzentos e cinquenta quilos de arroz", "order rice 250kg"},
    {"id", "dua belas kg beras", "order rice 12kg"},
    {"id", "sebelas kg beras", "order rice 11kg"},
    {"id", "dua ratus lima puluh kg beras", "order rice 250kg"},
    {"ar", "خمسة وعشرين كيلو أرز", "order rice 25kg"},
    {"am", "ሩዝ አምስት ኪሎ", "order rice 5kg"},
};

static void
words(void **state)
{
	(void)state;
	EXPECT_ROWS(words_rows);
}

/* "Fractions": half, quarter, one and a half, two and a half, in words, with
 * a stroke, as one sign; before the unit or behind it. */
static const struct row fractions_rows[] = {
    {NULL, "half kg garlic", "order garlic 0.5kg"},
    {NULL, "1/2 kg garlic", "order garlic 0.5kg"},
    {NULL, "½ kg garlic", "order garlic 0.5kg"},
    {NULL, "¼ kg ginger", "order ginger 0.25kg"},
    {NULL, "3/4 kg ginger", "order ginger 0.75kg"},
    {NULL, "¾ kg ginger", "order ginger 0.75kg"},
    {NULL, "1½ kg onions", "order onion 1.5kg"},
    {NULL, "1 1/2 kg onions", "order onion 1.5kg"},
    {NULL, "one and a half kg onions", "order onion 1.5kg"},
    {NULL, "2 and a half kilos onions", "order onion 2.5kg"},
    {NULL, "quarter kilo chillies", "order chilli 0.25kg"},
    {"sw", "nusu kilo ya vitunguu", "order onion 0.5kg"},
    {"sw", "robo kilo ya tangawizi", "order ginger 0.25kg"},
    {"sw", "robo tatu kilo ya tangawizi", "order ginger 0.75kg"},
    {"sw", "kilo moja na nusu ya vitunguu", "order onion 1.5kg"},
    {"sw", "vitunguu kilo mbili na nusu", "order onion 2.5kg"},
    {"hi", "aadha kilo pyaz", "order onion 0.5kg"},
    {"hi", "pav kilo adrak", "order ginger 0.25kg"},
    {"hi", "pauna kilo pyaz", "order onion 0.75kg"},
    {"hi", "sava kilo pyaz", "order onion 1.25kg"},
    {"hi", "dedh kilo pyaz", "order onion 1.5kg"},
    {"hi", "paune do kilo pyaz", "order onion 1.75kg"},
    {"hi", "dhai kilo pyaz", "order onion 2.5kg"},
    {"hi", "sadhe teen kilo pyaz", "order onion 3.5kg"},
    {"hi", "डेढ़ किलो प्याज", "order onion 1.5kg"},
    {"hi", "ढाई किलो प्याज", "order onion 2.5kg"},
    {"bn", "আধা কেজি পেঁয়াজ", "order onion 0.5kg"},
    {"bn", "দেড় কেজি পেঁয়াজ", "order onion 1.5kg"},
    {"bn", "আড়াই কেজি পেঁয়াজ", "order onion 2.5kg"},
    {"bn", "সাড়ে তিন কেজি পেঁয়াজ", "order onion 3.5kg"},
    {"zh", "半斤花生", "order groundnut 0.5jin"},
    {"zh", "三斤半苹果", "order apple 3.5jin"},
    {"zh", "一公斤半苹果", "order apple 1.5kg"},
    {"fr", "un demi kilo d'ail", "order garlic 0.5kg"},
    {"fr", "un kilo et demi d'oignons", "order onion 1.5kg"},
    {"es", "medio kilo de ajo", "order garlic 0.5kg"},
    {"es", "kilo y medio de cebolla", "order onion 1.5kg"},
    {"es", "un cuarto de kilo de ajo", "order garlic 0.25kg"},
    {"es", "tres cuartos de kilo de ajo", "order garlic 0.75kg"},
    {"pt", "meio quilo de alho", "order garlic 0.5kg"},
    {"pt", "um quilo e meio de cebola", "order onion 1.5kg"},
    {"id", "setengah kilo jahe", "order ginger 0.5kg"},
    {"id", "seperempat kilo jahe", "order ginger 0.25kg"},
    {"id", "satu setengah kilo jahe", "order ginger 1.5kg"},
    {"id", "dua setengah kilo jahe", "order ginger 2.5kg"},
    {"ar", "نص كيلو ثوم", "order garlic 0.5kg"},
    {"ar", "ربع كيلو ثوم", "order garlic 0.25kg"},
    {"ar", "كيلو ونص بصل", "order onion 1.5kg"},
};

static void
fractions(void **state)
{
	(void)state;
	EXPECT_ROWS(fractions_rows);
}

/* "The decimal mark is the language's": a comma in French, Spanish,
 * Portuguese and Indonesian; one mark and three digits are thousands. */
static const struct row decimal_marks_and_grouping_rows[] = {
    {NULL, "2.5 kg rice", "order rice 2.5kg"},
    {NULL, "2,5 kg rice", "order rice 2.5kg"},
    {"fr", "2,5 kg de riz", "order rice 2.5kg"},
    {"es", "2,5 kg de arroz", "order rice 2.5kg"},
    {"es", "2.5 kg de arroz", "order rice 2.5kg"},
    {"pt", "2,5 kg de arroz", "order rice 2.5kg"},
    {"id", "beras 2,5 kg", "order rice 2.5kg"},
    {"zh", "大米2.5公斤", "order rice 2.5kg"},
    {NULL, "1,000 kg maize", "order maize 1000kg"},
    {NULL, "10,000kg maize", "order maize 10000kg"},
    {NULL, "1 000 kg maize", "order maize 1000kg"},
    {"fr", "1 000 kg de riz", "order rice 1000kg"},
    {"es", "1.500 kg de arroz", "order rice 1500kg"},
    {"pt", "1.500 kg de arroz", "order rice 1500kg"},
    {"id", "beras 1.500 kg", "order rice 1500kg"},
    /* Indian grouping */
    {"hi", "chawal 1,50,000 kilo", "order rice 150000kg"},
    {NULL, "1,50,000 kg rice", "order rice 150000kg"},
    {NULL, "0.25 kg ginger", "order ginger 0.25kg"},
    {NULL, ".5 kg ginger", "order ginger 0.5kg"},
};

static void
decimal_marks_and_grouping(void **state)
{
	(void)state;
	EXPECT_ROWS(decimal_marks_and_grouping_rows);
}

/* "k is a thousand"; in Indonesian prices rb, ribu and jt too. */
static const struct row short_thousands_rows[] = {
    {NULL, "2k kg maize", "order? maize 2000kg"},
    {NULL, "5 bags maize max 3k", "order maize 5bag | max 3000"},
    {"id", "tomat 10 kg maksimal 8rb per kg",
	"order tomato 10kg | max 8000/kg"},
    {"id", "beras 2 karung maksimal 1jt", "order rice 2sack | max 1000000"},
};

static void
short_thousands(void **state)
{
	(void)state;
	EXPECT_ROWS(short_thousands_rows);
}

/* "A range is asked about", never cut to one of its ends. */
static const struct row ranges_are_asked_about_rows[] = {
    {NULL, "2-3kg rice", "order? rice 2-3kg"},
    {NULL, "2 to 3 kg rice", "order? rice 2-3kg"},
    {NULL, "5-6 kg rice", "order? rice 5-6kg"},
    {"zh", "两三斤苹果", "order? apple 2-3jin"},
    {"zh", "苹果2-3斤", "order? apple 2-3jin"},
    {"fr", "2 à 3 kg de riz", "order? rice 2-3kg"},
    {"es", "2 o 3 kilos de arroz", "order? rice 2-3kg"},
    {"pt", "2 ou 3 quilos de arroz", "order? rice 2-3kg"},
    {"sw", "mchele kilo 2-3", "order? rice 2-3kg"},
    {"hi", "2-3 kilo chawal", "order? rice 2-3kg"},
    {"hi", "do teen kilo chawal", "order? rice 2-3kg"},
    {"bn", "দুই তিন কেজি চাল", "order? rice 2-3kg"},
    {"bn", "২-৩ কেজি চাল", "order? rice 2-3kg"},
    {"ar", "٢-٣ كيلو أرز", "order? rice 2-3kg"},
    {"id", "beras 2-3 kg", "order? rice 2-3kg"},
};

static void
ranges_are_asked_about(void **state)
{
	(void)state;
	EXPECT_ROWS(ranges_are_asked_about_rows);
}

/* "Each": one quantity for all the goods named, also doubled in Hindi. */
static const struct row each_of_several_rows[] = {
    {NULL, "tomatoes and onions 2kg each", "order tomato 2kg, onion 2kg"},
    {NULL, "2kg each of tomatoes, onions and carrots",
	"order tomato 2kg, onion 2kg, carrot 2kg"},
    {"zh", "苹果香蕉各两斤", "order apple 2jin, banana 2jin"},
    {"zh", "每样两斤，苹果、梨", "order apple 2jin, pear 2jin"},
    {"sw", "nyanya na vitunguu kilo mbili kila moja",
	"order tomato 2kg, onion 2kg"},
    {"hi", "aloo pyaz ek ek kilo", "order potato 1kg, onion 1kg"},
    {"hi", "aloo aur pyaz 2-2 kilo", "order potato 2kg, onion 2kg"},
    {"bn", "আলু আর পেঁয়াজ ২ কেজি করে", "order potato 2kg, onion 2kg"},
    {"fr", "tomates et oignons 2 kg chacun", "order tomato 2kg, onion 2kg"},
    {"es", "tomate y cebolla 2 kg de cada uno", "order tomato 2kg, onion 2kg"},
    {"pt", "tomate e cebola 2 kg de cada", "order tomato 2kg, onion 2kg"},
    {"id", "tomat dan wortel masing-masing 2 kg",
	"order tomato 2kg, carrot 2kg"},
};

static void
each_of_several(void **state)
{
	(void)state;
	EXPECT_ROWS(each_of_several_rows);
}

/* "A dozen, half a dozen, a couple", and units that say how many: the Arabic
 * dual, Indonesian se-, hali and pair. */
static const struct row words_that_count_rows[] = {
    {NULL, "a dozen eggs", "order egg 1dozen"},
    {NULL, "half a dozen eggs", "order egg 0.5dozen"},
    {NULL, "2 dozen eggs", "order egg 2dozen"},
    {NULL, "couple of avocados", "order avocado 2"},
    {"zh", "一打鸡蛋", "order egg 1dozen"},
    {"sw", "dazeni moja ya mayai", "order egg 1dozen"},
    {"hi", "ek darjan kele", "order banana 1dozen"},
    {"fr", "une douzaine d'œufs", "order egg 1dozen"},
    {"es", "media docena de huevos", "order egg 0.5dozen"},
    {"pt", "meia dúzia de ovos", "order egg 0.5dozen"},
    {"bn", "দুই হালি ডিম", "order egg 8piece"},
    {"bn", "ডিম ৪টা", "order egg 4piece"},
    {"ar", "كيلوين بصل", "order onion 2kg"},
    {"ar", "شوالين رز", "order rice 2sack"},
    {"ar", "كرتونتين تفاح", "order apple 2box"},
    {"ar", "كيلو بصل", "order onion 1kg"},
    {"id", "beras sekarung", "order rice 1sack"},
    {"id", "telur selusin", "order egg 1dozen"},
    {"id", "ayam seekor", "order chicken 1piece"},
};

static void
words_that_count(void **state)
{
	(void)state;
	EXPECT_ROWS(words_that_count_rows);
}

/* "Never a price ... as a quantity." */
static const struct row prices_are_no_quantities_rows[] = {
    {NULL, "tomatoes 5kg @ 60", "order tomato 5kg | max 60"},
    {NULL, "want tomatoes max 60 per kg", "order? tomato | max 60/kg"},
    {NULL, "rice 35/kg 20kg", "order rice 20kg | max 35/kg"},
    {"zh", "买10块钱的苹果", "order? apple | max 10"},
    {"zh", "苹果10斤 不超过5元一斤", "order apple 10jin | max 5/jin"},
    {"zh", "土豆20斤三块五一斤", "order potato 20jin | max 3.5/jin"},
    {"sw", "nyanya kilo 10 isizidi 80 kwa kilo",
	"order tomato 10kg | max 80/kg"},
    {"hi", "10 kilo pyaz 30 rupay kilo", "order onion 10kg | max 30/kg"},
    {"fr", "10 kg de riz max 500 F le kilo", "order rice 10kg | max 500/kg"},
    {"es", "10 kg de arroz máximo 20 pesos el kilo",
	"order rice 10kg | max 20/kg"},
    {"pt", "10 kg de arroz até 7,50 o kg", "order rice 10kg | max 7.5/kg"},
    {"ar", "١٠ كيلو طماطم بحد اقصى ٢٠ جنيه للكيلو",
	"order tomato 10kg | max 20/kg"},
};

static void
prices_are_no_quantities(void **state)
{
	(void)state;
	EXPECT_ROWS(prices_are_no_quantities_rows);
}

/* "... nor a phone, a time, a date, a house number, how many people": with a
 * real quantity beside it, and alone. */
static const struct row other_figures_are_no_quantities_rows[] = {
    {NULL, "my no is 0712345678 send 5kg maize", "order maize 5kg"},
    {NULL, "call 0722 123 456, 5kg maize", "order? maize 5kg"},
    {NULL, "want maize call me 0722123456", "order? maize"},
    {NULL, "5kg maize at 4pm", "order maize 5kg"},
    {NULL, "5kg maize by 10:30", "order maize 5kg"},
    {NULL, "want maize at 4pm", "order? maize"},
    {NULL, "need it on 12/5: 10 kg rice", "order rice 10kg | day 12-05"},
    {NULL, "house 12, 3kg rice", "order rice 3kg"},
    {NULL, "5kg rice to plot 14", "order rice 5kg | at plot 14"},
    {NULL, "for 20 people, 10kg rice", "order rice 10kg"},
    {NULL, "3. rice 5kg", "order rice 5kg"},
    {"zh", "下午3点送5斤米", "order rice 5jin"},
    {"zh", "家里有5口人要10斤米", "order rice 10jin"},
    {"sw", "namba yangu 0712345678 nataka mchele kilo 5", "order rice 5kg"},
    {"sw", "saa 4 asubuhi leta mchele kilo 5", "order rice 5kg"},
    {"hi", "5 kilo chawal 4 baje", "order rice 5kg"},
    {"fr", "5 kg de riz à 16h", "order rice 5kg"},
    {"id", "beras 5 kg jam 4", "order rice 5kg"},
};

static void
other_figures_are_no_quantities(void **state)
{
	(void)state;
	EXPECT_ROWS(other_figures_are_no_quantities_rows);
}

/* "... nor the weight of one pack." */
static const struct row pack_weights_are_no_quantities_rows[] = {
    {NULL, "2 bags maize 90kg each", "order maize 2bag"},
    {NULL, "2 bags of 90kg maize", "order maize 2bag"},
    {NULL, "2 x 50kg bags rice", "order rice 2bag"},
    {NULL, "3 50kg bags of rice", "order rice 3bag"},
    {"fr", "2 sacs de riz de 50 kg", "order rice 2sack"},
    {"es", "2 sacos de arroz de 50 kg", "order rice 2sack"},
    {"pt", "2 sacos de arroz de 50 kg", "order rice 2sack"},
    {"id", "beras 2 karung 50 kg", "order rice 2sack"},
    {"hi", "2 bori chawal 50 kilo wali", "order rice 2sack"},
};

static void
pack_weights_are_no_quantities(void **state)
{
	(void)state;
	EXPECT_ROWS(pack_weights_are_no_quantities_rows);
}

/* "About", "only", "at least" change nothing; "nothing", "less than nothing"
 * and percent are asked about. */
static const struct row what_stands_around_a_number_rows[] = {
    {NULL, "about 5kg rice", "order rice 5kg"},
    {NULL, "only 3kg rice", "order rice 3kg"},
    {"zh", "大概10斤土豆", "order potato 10jin"},
    {NULL, "0 kg rice", "ambiguous? rice"},
    {NULL, "50% tomato", "ambiguous? tomato"},
};

static void
what_stands_around_a_number(void **state)
{
	(void)state;
	EXPECT_ROWS(what_stands_around_a_number_rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(digits_of_every_script),
	    cmocka_unit_test(words),
	    cmocka_unit_test(fractions),
	    cmocka_unit_test(decimal_marks_and_grouping),
	    cmocka_unit_test(short_thousands),
	    cmocka_unit_test(ranges_are_asked_about),
	    cmocka_unit_test(each_of_several),
	    cmocka_unit_test(words_that_count),
	    cmocka_unit_test(prices_are_no_quantities),
	    cmocka_unit_test(other_figures_are_no_quantities),
	    cmocka_unit_test(pack_weights_are_no_quantities),
	    cmocka_unit_test(what_stands_around_a_number),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
