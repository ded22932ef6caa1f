/* What an admin asks and does by text: never at once, always with a word that
 * went to the phone; and nobody else can. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/scenario/story.h"

static struct story *
village(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", "+254711000001", "", "Ugunja");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Boss", "+254733000009", "admin", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	return s;
}

static void
admin_asks(void **state)
{
	struct story *s = village("admin_asks");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Boss", "FIND C3N");
	story_say(s, "the word alone");
	story_text(s, "Boss", "3424");
	story_say(s, "the word behind the command");
	story_text(s, "Boss", "stats");
	story_text(s, "Boss", "STATS 7937");
	story_say(s, "by phone, and by name");
	story_text(s, "Boss", "find 0722000001");
	story_text(s, "Boss", "9236");
	story_text(s, "Boss", "find akin");
	story_text(s, "Boss", "7125");
	story_text(s, "Boss", "find nobody");
	story_text(s, "Boss", "3891");
	story_end(s);
}

static void
admin_pauses(void **state)
{
	struct story *s = village("admin_pauses");

	(void)state;
	story_text(s, "Boss", "LINKS");
	story_text(s, "Boss", "3807");
	story_text(s, "Boss", "pause nonesuch");
	story_text(s, "Boss", "3424");
	story_text(s, "Boss", "PAUSE a");
	story_text(s, "Boss", "7937");
	story_text(s, "Boss", "links");
	story_text(s, "Boss", "9236");
	story_say(s, "the other is the last");
	story_text(s, "Boss", "PAUSE op");
	story_text(s, "Boss", "7125");
	story_text(s, "Boss", "RESUME a");
	story_text(s, "Boss", "3891");
	story_end(s);
}

static void
admin_forged(void **state)
{
	struct story *s = village("admin_forged");

	(void)state;
	story_say(s, "whoever writes his number on it never sees the word");
	story_forged(s, "Boss", "PAUSE a");
	story_forged(s, "Boss", "1111");
	story_forged(s, "Boss", "PAUSE a 2222");
	story_forged(s, "Boss", "3333");
	story_say(s, "three tries end it, and so do ten minutes");
	story_text(s, "Boss", "3807");
	story_wait(s, 3 * HOURS);
	story_text(s, "Boss", "STATS");
	story_wait(s, 11 * MINUTES);
	story_text(s, "Boss", "3424");
	story_say(s, "for others these are words like others");
	story_text(s, "Akinyi", "STATS");
	story_text(s, "Wanjiku", "find me 5 kg tomato");
	story_say(s, "he buys, too");
	story_text(s, "Boss", "find me 2 kg tomato");
	story_end(s);
}

/* A command alone, and the ways in which thumbs write it. */
static void
admin_alone(void **state)
{
	static const char *const texts[] = {"FIND", "find.", "PAUSE", "resume",
	    "find c3n 111111", "FIND: C3N 111111", "Find #c3n 111111",
	    "Find 0722 000 001 111111", "FIND C3N? 111111", "find?", "pause ?",
	    "stats?", "search otieno 111111", "STAT 111111", "Stats. 111111",
	    "link 111111", "PAUSE link a 111111", "RESUME: A 111111"};
	struct story *s = village("admin_alone");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		story_text(s, "Boss", texts[i]);
	story_say(s, "to others they say nothing of this");
	story_text(s, "Wanjiku", "FIND");
	story_text(s, "Akinyi", "PAUSE");
	story_audit(s);
	story_end(s);
}

/* However many are called so: as many as one SMS takes, and how many more. */
static void
admin_many(void **state)
{
	struct story *s = village("admin_many");
	char name[32], number[24];

	(void)state;
	for (int i = 0; i < 12; i++) {
		snprintf(name, sizeof(name), "%s Juma",
		    (const char *[]){"Ali", "Bea", "Caro", "Dan"}[i % 4]);
		snprintf(number, sizeof(number), "+2547660000%02d", i);
		story_person(s, name, number, "buyer", "Yala");
	}
	story_person(s, "José Traoré", "+254766000099", "buyer", "Yala");
	story_text(s, "Boss", "FIND juma 111111");
	story_text(s, "Boss", "FIND ali 111111");
	story_text(s, "Boss", "FIND juma dan 111111");
	story_text(s, "Boss", "FIND traore jose 111111");
	story_text(s, "Boss", "FIND j 111111");
	story_say(s, "names that are almost goods, and goods");
	story_person(s, "Maiza Otieno", "+254766000097", "buyer", "Yala");
	story_text(s, "Boss", "FIND maiza");
	story_text(s, "Boss", "FIND maiza 111111");
	story_text(s, "Boss", "find me 2 kg tomatto");
	story_say(s, "other letters leave less room for what was texted");
	story_text(s, "Boss", "FIND \u738B\u5C0F\u660E");
	story_text(s, "Boss", "PAUSE [][][][][][][][][][][][]");
	story_each_is_one_sms(s);
	story_end(s);
}

/* In every language that furrow writes, in one SMS each. */
static void
admin_speaks(void **state)
{
	static const char *const langs[] = {"am", "ar", "bn", "bn-Latn", "en",
	    "es", "fr", "hi", "hi-Latn", "id", "pt", "sw", "zh", "zh-Latn"};
	static const char *const texts[] = {"FIND", "FIND akinyi 111111",
	    "FIND C3N 111111", "FIND juma 111111",
	    "FIND abcdefghijklmnopqrstuvwxyz abcdefghijk 111111",
	    "STATS 111111", "LINKS 111111", "PAUSE", "PAUSE nonesuch 111111",
	    "PAUSE a 111111", "LINKS 111111", "PAUSE op 111111",
	    "RESUME a 111111", "STATS", "1111", "1112", "1113", "STATS"};
	struct story *s = village("admin_speaks");
	char text[32];

	(void)state;
	story_person(s, "Juma Ouma", "+254766000001", "buyer", "Yala");
	story_person(s, "Juma Otieno", "+254766000002", "buyer", "Yala");
	story_text(s, "Wanjiku", "5 kg tomato");
	for (size_t i = 0; i < sizeof(langs) / sizeof(langs[0]); i++) {
		story_wait(s, 4 * HOURS);
		snprintf(text, sizeof(text), "LANG %s", langs[i]);
		story_text(s, "Boss", text);
		for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++)
			story_text(s, "Boss", texts[t]);
	}
	story_each_is_one_sms(s);
	story_end(s);
}

/* What was good once is good for nothing more, and three wrong words end it. */
static void
admin_replays(void **state)
{
	struct story *s = village("admin_replays");

	(void)state;
	story_text(s, "Boss", "PAUSE a");
	story_text(s, "Boss", "3807");
	story_text(s, "Boss", "RESUME a 111111");
	story_say(s, "the word again, alone and behind the command");
	story_text(s, "Boss", "3807");
	story_text(s, "Boss", "PAUSE a 3807");
	story_say(s, "the word of one command does nothing for another");
	story_text(s, "Boss", "LINKS");
	story_text(s, "Boss", "PAUSE a 3424");
	story_text(s, "Boss", "3424");
	story_say(s, "guessed at: closed, for the right word, too");
	story_forged(s, "Boss", "PAUSE a");
	story_forged(s, "Boss", "1111");
	story_forged(s, "Boss", "2222");
	story_forged(s, "Boss", "3333");
	story_forged(s, "Boss", "PAUSE a");
	story_text(s, "Boss", "7937");
	story_say(s, "his app is not");
	story_text(s, "Boss", "LINKS 111111");
	story_wait(s, 3 * HOURS);
	story_text(s, "Boss", "LINKS");
	story_audit(s);
	story_end(s);
}

/* Six digits of a second factor behind the command: no word is needed. */
static void
admin_codes(void **state)
{
	struct story *s = village("admin_codes");

	(void)state;
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Boss", "FIND C3N 111111");
	story_text(s, "Boss", "stats  111111");
	story_text(s, "Boss", "find 0722 000001");
	story_say(s, "a wrong one: the word, and for the command alone");
	story_text(s, "Boss", "PAUSE a 222222");
	story_text(s, "Boss", "7937");
	story_say(s, "one that does not count just now: the word, too");
	story_text(s, "Boss", "LINKS 333333");
	story_text(s, "Boss", "9236");
	story_say(s, "a code makes nobody an admin, and no other text");
	story_text(s, "Akinyi", "STATS 111111");
	story_text(s, "Boss", "2 kg tomato 111111");
	story_audit(s);
	story_end(s);
}

/* An admin who farms: a price of six figures is no code, and an offer is
 * answered while a word is asked. */
static void
admin_farms(void **state)
{
	struct story *s = village("admin_farms");

	(void)state;
	story_person(s, "Chief", "+254733000008", "admin|seller", "Yala");
	story_offer(s, "Chief", "maize", "bag", 50, 3000);
	story_text(s, "Wanjiku", "5 bags maize");
	story_text(s, "Chief", "STATS");
	story_text(s, "Chief", "only 3");
	story_text(s, "Wanjiku", "yes");
	story_text(s, "Chief", "3424");
	story_say(s, "by a link that vouches for nobody");
	story_forged(s, "Chief", "price maize 120000");
	story_text(s, "Chief", "7937");
	story_ledger(s);
	story_end(s);
}

/* Whatever an officer or an admin does for others, or decides, is a row. */
static void
office_rows(void **state)
{
	struct story *s = village("office_rows");

	(void)state;
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_person(s, "Njeri", "+254711000002", "", "Siaya");
	story_person(s, "Jane", "+254744000001", "", "Siaya");
	story_text(s, "Amina", "REG 0711000009 Odhiambo Yala");
	story_text(s, "Njeri", "seller Njeri, Siaya");
	story_text(s, "Amina", "1");
	story_text(s, "Amina", "NEWNUMBER 0722000001 0722000099");
	story_text(s, "Amina", "PROMOTER 0744000001 JANE 5%");
	story_text(s, "Njeri", "FEEDBACK the scale in Siaya is broken");
	story_text(s, "Amina", "F1 we repaired it");
	story_text(s, "Amina", "CLOSE F1");
	story_text(s, "Boss", "ALIAS ngwaci tomato");
	story_text(s, "Boss", "find me 2 kg tomato");
	story_say(s, "refused to others, and no row");
	story_text(s, "Njeri", "REG 0711000008 Otieno Yala");
	story_text(s, "Njeri", "PROMOTER 0744000001 NJERI 5%");
	story_audit(s);
	story_end(s);
}

/* A complaint that is decided, and a sale that somebody else ends. */
static void
office_settles(void **state)
{
	struct story *s = village("office_settles");

	(void)state;
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Wanjiku", "PROBLEM all rotten");
	story_text(s, "Amina", "CANCEL");
	story_text(s, "Akinyi", "SALE tomato 30kg 40 9:00-18:00 MAX 5kg");
	story_text(s, "Amina", "SALE END #EB9");
	story_audit(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(admin_asks),
	    cmocka_unit_test(admin_pauses),
	    cmocka_unit_test(admin_forged),
	    cmocka_unit_test(admin_alone),
	    cmocka_unit_test(admin_many),
	    cmocka_unit_test(admin_speaks),
	    cmocka_unit_test(admin_replays),
	    cmocka_unit_test(admin_codes),
	    cmocka_unit_test(admin_farms),
	    cmocka_unit_test(office_rows),
	    cmocka_unit_test(office_settles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
