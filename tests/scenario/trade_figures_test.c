/* What the market tells about itself: a month's end, and what people tell it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "gateway/admin/report.h"
#include "gateway/store/store_person.h"

#include "tests/scenario/story.h"
#include "tests/scenario/story_stage.h"

#define WANJIKU "+254711000001"
#define AKINYI "+254722000001"
#define OTIENO "+254722000002"
#define AMINA "+254733000001"
#define DAYS (24 * HOURS)

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_person(s, "Otieno", OTIENO, "seller", "Siaya");
	story_person(s, "Amina", AMINA, "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "maize", "bag", 8, 3000);
	return s;
}

/* The rows as furrow report --json prints them. */
static void
report(struct story *s, const char *name, const char *by)
{
	struct report r = {.now_ms = s->now_ms, .market = s->market};
	struct err err;

	assert_int_equal(report_ask(&r, name, by, &err), 0);
	store_begin(s->store);
	if (report_make(&r, s->store) != 0)
		fail_msg("%s: %s", name, r.err.text);
	story_commit(s);
	buf_add_format(&s->out, "  = report %s --by %s\n", name,
	    by != NULL ? by : report_by_word(r.by));
	for (size_t i = 0; i < r.rows_count; i++)
		buf_add_format(&s->out, "  %s\n", r.rows[i].text);
	report_free(&r);
}

static void
months_end(void **state)
{
	struct story *s = market_day("months_end");

	(void)state;
	story_say(s, "both say so, and the money comes in two parts");
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Wanjiku", "got 9.5 kg");
	story_text(s, "Akinyi", "PAID 200");
	story_text(s, "Akinyi", "income");
	story_say(s, "only the seller does, and a day passes");
	story_text(s, "Wanjiku", "2 bags maize");
	story_text(s, "Otieno", "yes");
	story_text(s, "Otieno", "done");
	story_wait(s, 25 * HOURS);
	story_text(s, "Otieno", "income");
	story_say(s, "settled, and then it was bad: taken back");
	story_text(s, "Wanjiku", "PROBLEM #T7X the maize is wet");
	story_text(s, "Otieno", "income");
	story_say(s, "the month ends");
	story_wait(s, 4 * DAYS);
	report(s, "sales", NULL);
	report(s, "income", "seller");
	report(s, "income", "all");
	report(s, "impact", NULL);
	report(s, "answers", NULL);
	report(s, "day", NULL);
	story_say(s, "a new month: the officer finds that it was good");
	story_wait(s, 2 * DAYS);
	story_text(s, "Amina", "done #T7X");
	story_text(s, "Otieno", "income");
	report(s, "income", "month");
	report(s, "sales", "month");
	report(s, "income", "all");
	story_ledger(s);
	story_end(s);
}

static void
told_and_answered(void **state)
{
	struct story *s = market_day("told_and_answered");

	(void)state;
	story_text(s, "Wanjiku", "FEEDBACK the scale in Ugunja is broken");
	story_say(s, "more of it: the same number");
	story_text(s, "Wanjiku", "feedback: it shows 2 kg too much");
	story_say(s, "F1 is nothing to others");
	story_text(s, "Akinyi", "F1 hello");
	story_text(s, "Akinyi", "close F1");
	story_say(s, "the officer is reminded, and answers");
	story_wait(s, 3 * DAYS + HOURS);
	story_text(s, "Amina", "f1: we repaired it");
	story_text(s, "Wanjiku", "F1 it is still wrong");
	story_text(s, "Amina", "#F1 a new one comes on Friday");
	story_text(s, "Amina", "CLOSE F1");
	story_say(s, "closed is closed, but not for ever");
	story_wait(s, 9 * DAYS);
	story_text(s, "Wanjiku", "F1 no new one came");
	story_text(s, "Amina", "CLOSE #F1.");
	story_text(s, "Wanjiku", "close f1");
	story_text(s, "Wanjiku", "close shop today?");
	report(s, "feedback", NULL);
	report(s, "feedback", "month");
	story_end(s);
}

static void
nobody_to_tell(void **state)
{
	struct story *s = story_begin("nobody_to_tell");

	(void)state;
	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_text(s, "Wanjiku", "FEEDBACK nobody answers here");
	story_wait(s, 4 * DAYS);
	story_say(s, "there is an officer now");
	story_person(s, "Amina", AMINA, "officer", "Ugunja");
	story_wait(s, 3 * DAYS);
	story_text(s, "Amina", "F1 I do now");
	story_wait(s, 9 * DAYS);
	report(s, "feedback", NULL);
	story_end(s);
}

static void
told_in_swahili_and_chinese(void **state)
{
	struct story *s = market_day("told_abroad");

	(void)state;
	story_text(s, "Wanjiku", "LANG sw");
	story_text(s, "Amina", "LANG zh");
	story_text(s, "Wanjiku", "MAONI mizani ya Ugunja imeharibika");
	story_text(s, "Amina", "F1 修好了");
	story_text(s, "Amina", "了结F1");
	story_text(s, "Wanjiku", "funga F1");
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(months_end),
	    cmocka_unit_test(told_and_answered),
	    cmocka_unit_test(nobody_to_tell),
	    cmocka_unit_test(told_in_swahili_and_chinese),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
