/* Anybody may text anything at any time: after hundreds of texts in no order,
 * with nights, dead phones and outages between them, stock still adds up and
 * no line is forgotten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "gateway/core/handler.h"

#include "tests/scenario/story_stage.h"

#define STEPS 220

static const char *const people[] = {
    "Wanjiku", "Njeri", "Akinyi", "Otieno", "Amina"};

static const char *const texts[] = {
    "5 kg tomato",
    "want 12kg tomatos n 2 bags maize for friday",
    "20 kg tomato max 42 per kg",
    "3 kg onion for today",
    "want tomatoes",
    "again",
    "1",
    "2",
    "3",
    "1",
    "yes",
    "no",
    "ok 1",
    "ok 2",
    "NO 2",
    "only 2",
    "only 2 bags",
    "half",
    "45/kg",
    "yes but only if 45",
    "cancel",
    "make it 4 not 6",
    "add 2kg onion",
    "remove the tomato",
    "done",
    "got",
    "got 3",
    "PROBLEM rotten",
    "NOSHOW",
    "PAID 200",
    "status",
    "sell tomato 30kg 41/kg",
    "stock tomato 10kg",
    "sold out tomato",
    "price tomato 39",
    "STOP",
    "start",
    "hello",
    "zzz qqq",
    "7",
    "5kg",
    "my",
    "turn",
    "income",
    "the second",
    "kg",
    "buy",
    "2-3 kg onion",
    "9000 kg tomato",
    "make it 900",
    "cancel the onion",
    "ALIAS zzyx tomato",
    "4 kg zzyx",
};

static const char *const verbs[] = {"yes", "no", "only 1", "done", "got",
    "cancel", "problem", "noshow", "paid", "status", "50/kg", ""};

static const char *const codes[] = {"C3N", "T7X", "Q6T", "U6M", "A2B", "M8Q"};

static uint64_t
dice(uint64_t *state, uint64_t sides)
{
	*state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return (*state >> 33) % sides;
}

#define ANY(list) (list)[dice(seed, sizeof(list) / sizeof((list)[0]))]

static void
one_step(struct story *s, uint64_t *seed)
{
	const char *who = ANY(people);
	char text[64];
	struct buf out = buf_over(text, sizeof(text));

	switch (dice(seed, 16)) {
	case 0:
		story_wait(s, (int64_t)dice(seed, 300) * MINUTES);
		break;
	case 1:
		story_phone_off(s, who, dice(seed, 3) == 0);
		break;
	case 2:
		story_clock_sure(s, dice(seed, 4) != 0);
		break;
	case 3:
		story_link_down(s, dice(seed, 4) == 0);
		break;
	case 4:
		story_admin(s, (int)dice(seed, 5), NULL, NULL);
		break;
	case 5:
		if (dice(seed, 8) == 0)
			story_outage(s, (int64_t)dice(seed, 30) * HOURS);
		break;
	case 6:
	case 7:
	case 8:
		buf_add_format(&out, "%s %s", ANY(verbs), ANY(codes));
		story_text(s, who, text);
		break;
	default:
		story_text(s, who, ANY(texts));
	}
}

static void
play(uint64_t seed)
{
	struct story *s = story_begin("");

	story_person(s, "Wanjiku", "+254711000001", "", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer|seller", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
	story_person(s, "Amina", "+254733000001", "officer|admin", "Siaya");
	story_market(s)->unusual_times = 10;
	story_market(s)->unusual_grams = 500000;
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "tomato", "kg", 80, 45);
	story_offer(s, "Njeri", "onion", "kg", 20, 60);
	story_offer(s, "Akinyi", "maize", "bag", 10, 3500);
	for (int i = 0; i < STEPS; i++) {
		one_step(s, &seed);
		if (i % 20 == 0)
			story_check(s);
	}
	story_clock_sure(s, true);
	story_link_down(s, false);
	story_end(s);
}

static void
noise(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 12; seed++)
		play(seed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
