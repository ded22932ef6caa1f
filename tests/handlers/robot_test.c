/* The judge of robots: loops end within three of our texts, people go on.
 *
 * A case is a dialogue in the order in which it happened.  A letter is a text
 * of theirs that follows ours at once: a capital one is long, a small one is
 * short; '.' before it: the trade could do something with it; '_' before it:
 * it came a minute later.  It says which of ours would have been the last. */
#include "handlers/robot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "handlers/robot_look.h"

static const char *const words[26] = {
    "You have insufficient airtime 3.20 to send",
    "I am driving, I will call back",
    "Thank you for your message",
    "We will reply within 24 hours",
    "This mailbox is not read",
    "Office hours are 9 to 5",
    "Your call is important to us",
};

static struct robot_text
text_of(char letter, bool prompt, bool idle)
{
	struct robot_text t = {.prompt = prompt, .idle = idle};
	char word[8] = {letter, 0};
	bool capital = letter >= 'A' && letter <= 'Z';

	robot_print(&t.print, str_from(capital ? words[letter - 'A'] : word));
	return t;
}

/* How many texts are answered before one is not; all when none is caught. */
static size_t
answered(const char *dialogue, bool *caught_out)
{
	struct robot_text texts[ROBOT_TEXTS];
	size_t count = 0;
	bool prompt = true, idle = true;

	*caught_out = false;
	for (const char *at = dialogue; *at != '\0'; at++) {
		if (*at == '.' || *at == '_') {
			idle = *at != '.' && idle;
			prompt = *at != '_' && prompt;
			continue;
		}
		assert_true(count < ROBOT_TEXTS);
		memmove(&texts[1], &texts[0], count * sizeof(texts[0]));
		texts[0] = text_of(*at, prompt, idle);
		count++;
		/* Looked at alone it is never let off. */
		if (!robot_may(texts))
			assert_false(robot_judge(texts, count) ||
				     robot_is_mute(texts, count));
		if (robot_judge(texts, count)) {
			*caught_out = true;
			return count - 1;
		}
		prompt = idle = true;
	}
	return count;
}

static void
loops_end_within_three_of_our_texts(void **state)
{
	static const struct {
		const char *name, *dialogue;
		size_t answered; /* theirs; ours: one more when we began */
	} cases[] = {
	    {"one, they began", "_AAAAAA", 2},
	    {"one, we began", "AAAAAA", 2},
	    {"two, they began", "_ABABAB", 2},
	    {"two, we began", "ABABAB", 2},
	    {"three, they began", "_ABCABC", 3},
	    {"three, we began", "ABCABC", 2},
	    {"seven, they began", "_ABCDEFGA", 3},
	    {"seven, we began", "ABCDEFGA", 2},
	    {"short ones", "_bbbbb", 3},
	    {"one that reads as an order, they began", "_.A.A.A.A", 2},
	    {"one that reads as an order, we began", ".A.A.A.A", 2},
	    {"two, one reads as an order", "_.AB.AB", 2},
	    {"two that read as orders", "_.A.B.A.B.A.B", 3},
	    {"three, one reads as an order", "_.ABC.ABC", 3},
	    {"only figures", "111111", 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool caught;
		size_t n = answered(cases[i].dialogue, &caught);

		if (!caught || n != cases[i].answered)
			fail_msg("%s: %zu answered%s", cases[i].name, n,
			    caught ? "" : ", never caught");
	}
}

static void
people_are_answered(void **state)
{
	static const struct {
		const char *name, *dialogue;
	} cases[] = {
	    {"1 to three proposals", ".1.1.1.1"},
	    {"the same order each week", "_.A_.A_.A_.A"},
	    {"the same order twice, at once", "_.A.A"},
	    {"orders that differ by a figure", ".A.B.C.D.E"},
	    {"a chat of a few words", "abcdefg"},
	    {"the same wish, minutes later", "_A_A_A_A"},
	    {"twice not understood, then an order", "AB.C"},
	    {"an order between", "AB.1AB.1AB.1"},
	    {"an order, STATUS, the order", "_.A.s.A.s.A.s"},
	    {"nothing", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool caught;

		(void)answered(cases[i].dialogue, &caught);
		if (caught)
			fail_msg("%s: caught", cases[i].name);
	}
}

/* What nearly all texts are: nobody reads the ones before them. */
static void
some_texts_are_a_persons_by_themselves(void **state)
{
	static const struct {
		char letter;
		bool prompt, idle, may;
	} cases[] = {
	    {'b', true, false, false}, /* "yes 7K3QP" */
	    {'b', true, true, true},
	    {'A', true, false, true},
	    {'A', true, true, true},
	    {'A', false, true, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct robot_text t =
		    text_of(cases[i].letter, cases[i].prompt, cases[i].idle);

		assert_int_equal(robot_may(&t), cases[i].may);
	}
}

static void
who_was_caught_is_still_heard(void **state)
{
	struct robot_text t[2];

	(void)state;
	t[1] = text_of('A', true, true);
	t[0] = text_of('B', true, true);
	assert_true(robot_is_mute(t, 2)); /* goes on */
	t[0] = text_of('B', true, false);
	assert_false(robot_is_mute(t, 2)); /* an order, a code */
	t[0] = text_of('A', true, false);
	assert_true(robot_is_mute(t, 2)); /* the old song */
	t[0] = text_of('b', true, true);
	assert_false(robot_is_mute(t, 2)); /* a word, a figure */
	t[1] = t[0];
	assert_true(robot_is_mute(t, 2)); /* again */
	t[0] = text_of('B', false, true);
	assert_false(robot_is_mute(t, 2)); /* after a pause */
	t[1] = text_of('A', false, false);
	t[0] = text_of('A', true, false);
	assert_false(robot_is_mute(t, 2)); /* it was theirs before */
	t[0] = text_of('1', true, false);
	t[1] = t[0];
	assert_false(robot_is_mute(t, 2));
}

static void
prints(void **state)
{
	static const struct {
		const char *a, *b;
		bool whole, letters;
	} cases[] = {
	    {"Balance 3.20", "balance  3.20", true, true},
	    {"Balance 3.20", "Balance 2.90", false, true},
	    {"5 kg tomato", "6 kg tomato", false, true},
	    {"5 kg tomato", "5 kg onion", false, false},
	    {"您的余额3元", "您的余额2元", false, true},
	    {"", "", true, true},
	};
	struct robot_print a, b;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		robot_print(&a, str_from(cases[i].a));
		robot_print(&b, str_from(cases[i].b));
		assert_int_equal(a.whole == b.whole, cases[i].whole);
		assert_int_equal(a.letters == b.letters, cases[i].letters);
	}
	robot_print(&a, STR("5 kg tomato"));
	assert_int_equal(a.length, 8);
	robot_print(&a, STR("余额"));
	assert_int_equal(a.length, 6);
}

/* c: a command; a: a question is open, t: torn, s: they stopped our texts; the
 * figure says how many orders are open. */
static void
idle_is_what_leads_nowhere(void **state)
{
	static const struct {
		enum intent_kind kind;
		bool ask;
		int items, letters;
		const char *facts;
		bool idle;
	} cases[] = {
	    {INTENT_NONE, false, 0, 5, "1", true},
	    {INTENT_GREETING, false, 0, 5, "1", true},
	    {INTENT_ORDER, false, 1, 40, "0", false},
	    {INTENT_ORDER, true, 1, 40, "0", true}, /* would be asked back */
	    {INTENT_ORDER, true, 1, 12, "0", false}, /* "want tomatoes" */
	    {INTENT_AMBIGUOUS, true, 1, 6, "0", false}, /* "5 kg" */
	    {INTENT_AMBIGUOUS, true, 0, 6, "0", true},
	    {INTENT_AMBIGUOUS, true, 0, 6, "a", false},
	    {INTENT_DIGIT, false, 0, 0, "1", false},
	    {INTENT_DIGIT, false, 0, 0, "0", true},
	    {INTENT_ACCEPT, false, 0, 3, "1", false},
	    {INTENT_ACCEPT, true, 0, 40, "1", true},
	    {INTENT_HELP, false, 0, 4, "0", false},
	    {INTENT_HELP, false, 0, 40, "0", true},
	    {INTENT_STOP, false, 0, 40, "0", false},
	    {INTENT_STOP, false, 0, 4, "s", false},
	    {INTENT_START, false, 0, 5, "s", false},
	    {INTENT_ORDER, false, 1, 10, "s", true},
	    {INTENT_ORDER, false, 1, 10, "t", true},
	    {INTENT_OFFER, false, 1, 40, "0", false},
	    {INTENT_NONE, false, 0, 13, "c", false}, /* "TOOK Achieng 9kg" */
	    {INTENT_NONE, false, 0, 30, "c", true}, /* "Credit is low ..." */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *f = cases[i].facts;
		struct robot_facts facts = {.asked = *f == 'a',
		    .torn = *f == 't',
		    .stopped = *f == 's',
		    .command = *f == 'c',
		    .open = *f == '1',
		    .letters = cases[i].letters};
		struct intent intent = {.kind = cases[i].kind,
		    .ask = cases[i].ask,
		    .items_count = (size_t)cases[i].items};

		if (robot_is_idle(&intent, &facts) != cases[i].idle)
			fail_msg("case %zu", i);
	}
}

static void
the_pause_grows(void **state)
{
	(void)state;
	assert_true(robot_pause_ms(0) == robot_pause_ms(1));
	for (int64_t n = 1; n < 4; n++)
		assert_true(robot_pause_ms(n + 1) > robot_pause_ms(n));
	assert_true(robot_pause_ms(1000) == INT64_C(24) * 3600 * 1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(loops_end_within_three_of_our_texts),
	    cmocka_unit_test(people_are_answered),
	    cmocka_unit_test(some_texts_are_a_persons_by_themselves),
	    cmocka_unit_test(who_was_caught_is_still_heard),
	    cmocka_unit_test(prints),
	    cmocka_unit_test(idle_is_what_leads_nowhere),
	    cmocka_unit_test(the_pause_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
