/* What is pure in sales: the words behind SALE, when it is, whether it is
 * doubtful, what an order may take, and by what hours news go out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"

#include "handlers/news.h"
#include "handlers/sale.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_said.h"
#include "handlers/sale_tell.h"

#define HOUR_MS INT64_C(3600000)
#define NONE (-1)

/* -- the words behind SALE ------------------------------------------------- */

static const struct {
	const char *text;
	const char *goods;
	int64_t price_milli;
	const char *per;
	int from_min, until_min;
	int64_t span_ms;
	const char *cap;
} said[] = {
    {"mango 3000kg 3.5 14:00-18:00", "sell mango 3000kg", 3500, "", 840, 1080,
	0, ""},
    {"mango 3000 kg at 3.5 from 2pm to 6pm", "sell mango 3000 kg", 3500, "",
	840, 1080, 0, ""},
    {"mango 3000kg 3,5/kg 2-6pm max 50kg", "sell mango 3000kg", 3500, "kg", 840,
	1080, 0, "50kg"},
    {"mango 3,000kg 3.5 4h", "sell mango 3,000kg", 3500, "", NONE, NONE,
	4 * HOUR_MS, ""},
    {"mango 300kg max 50 kg 35 for 90 min", "sell mango 300kg", 35000, "", NONE,
	NONE, 90 * 60000, "50 kg"},
    {"mango 300kg 35 until 6pm", "sell mango 300kg", 35000, "", NONE, 1080, 0,
	""},
    {"mango 300kg 35 11am-1pm", "sell mango 300kg", 35000, "", 660, 780, 0, ""},
    {"mango 300kg 35 11-1pm", "sell mango 300kg", 35000, "", 660, 780, 0, ""},
    {"mango 300kg 35 22:00 - 2:00", "sell mango 300kg", 35000, "", 1320, 120, 0,
	""},
    {"mangue 300kg 350 14h-18h30", "sell mangue 300kg", 350000, "", 840, 1110,
	0, ""},
    {"芒果300斤 3.5 14：00到18：00 最多50斤", "sell 芒果300斤", 3500, "", 840,
	1080, 0, "50斤"},
    {"mango 12am-12pm 5kg 3", "sell mango 5kg", 3000, "", 0, 720, 0, ""},
    /* Price with a word, or none: left to the reader of texts. */
    {"3000kg of mango, 35 per kg, 14:00-18:00",
	"sell 3000kg of mango 35 per kg", 0, "", 840, 1080, 0, ""},
    {"mango 50 14:00-18:00", "sell mango 50", 0, "", 840, 1080, 0, ""},
};

static struct phrases *
load_phrases(void)
{
	struct err err = {0};
	struct phrases *phrases =
	    phrases_load(FURROW_SOURCE "/handlers/phrases", &err);

	if (phrases == NULL)
		fail_msg("%s", err.text);
	return phrases;
}

static void
words_of_a_sale(void **state)
{
	struct phrases *phrases = load_phrases();

	(void)state;
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		struct sale_said got;

		print_message("%s\n", said[i].text);
		assert_true(
		    sale_said_read(&got, phrases, str_from(said[i].text)));
		assert_string_equal(got.goods, said[i].goods);
		assert_int_equal(got.price_milli, said[i].price_milli);
		assert_string_equal(got.price_per, said[i].per);
		assert_int_equal(got.from_min, said[i].from_min);
		assert_int_equal(got.until_min, said[i].until_min);
		assert_int_equal(got.span_ms, said[i].span_ms);
		assert_string_equal(got.cap, said[i].cap);
	}
	phrases_free(&phrases);
}

/* Without an end it is no sale, whatever else it says; and no text breaks
 * it. */
static void
no_end_no_sale(void **state)
{
	static const char *const texts[] = {"", " ", "mango 3000kg 3.5",
	    "of maize tomorrow", "mango 2-3 kg", "14:00-18:00", "to",
	    "mango 5kg 3 25:00-26:00", "mango 5kg 3 14:61-15:00",
	    "mango 5kg 3 13pm-14pm", "- - -", "h", "4", "mango until",
	    "mango max", "mango 5kg 3 4hours5", "mango 99999999999h"};
	struct phrases *phrases = load_phrases();
	struct sale_said got;
	char text[1200];

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (sale_said_read(&got, phrases, str_from(texts[i])))
			fail_msg("taken for a sale: %s", texts[i]);
	memset(text, 'x', sizeof(text));
	assert_false(sale_said_read(&got, phrases, str_of(text, sizeof(text))));
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = i % 2 ? ' ' : '9';
	assert_false(sale_said_read(&got, phrases, str_of(text, 200)));
	phrases_free(&phrases);
}

/* -- when ------------------------------------------------------------------ */

static struct market
nairobi(void)
{
	setenv("TZ", "Africa/Nairobi", 1);
	tzset();
	return (struct market){.timezone = "Africa/Nairobi",
	    .quiet_from_min = 20 * 60 + 30,
	    .quiet_until_min = 6 * 60 + 30};
}

static void
when_it_is(void **state)
{
	struct market market = nairobi();
	int64_t now = clock_from_civil(2026, 11, 25, 6, 0, 0); /* 9:00 there */
	int64_t midnight = now - 9 * HOUR_MS;
	struct sale_said s = {.from_min = 840, .until_min = 1080};
	struct sale_time t;

	(void)state;
	assert_true(sale_said_time(&t, &s, &market, now, -1));
	assert_int_equal(t.from_ms, midnight + 14 * HOUR_MS);
	assert_int_equal(t.until_ms, midnight + 18 * HOUR_MS);
	assert_false(t.doubt);
	/* It runs already: from now on. */
	s.from_min = 8 * 60;
	assert_true(sale_said_time(&t, &s, &market, now, -1));
	assert_int_equal(t.from_ms, now);
	assert_false(t.doubt);
	/* Over: tomorrow, and that is doubtful. */
	s.until_min = 8 * 60 + 30;
	assert_true(sale_said_time(&t, &s, &market, now, -1));
	assert_int_equal(t.from_ms, midnight + 32 * HOUR_MS);
	assert_true(t.doubt);
	/* Over midnight. */
	s = (struct sale_said){.from_min = 22 * 60, .until_min = 2 * 60};
	assert_true(sale_said_time(&t, &s, &market, now, -1));
	assert_int_equal(t.until_ms - t.from_ms, 4 * HOUR_MS);
	assert_false(t.doubt);
	/* So long. */
	s = (struct sale_said){
	    .from_min = -1, .until_min = -1, .span_ms = 25 * HOUR_MS};
	assert_true(sale_said_time(&t, &s, &market, now, -1));
	assert_true(t.doubt);
	assert_int_equal(t.until_ms, now + 25 * HOUR_MS);
	/* On a day that was said, and one far ahead. */
	s = (struct sale_said){.from_min = 840, .until_min = 1080};
	assert_true(sale_said_time(
	    &t, &s, &market, now, market_local_day(&market, now) + 3));
	assert_int_equal(t.from_ms, midnight + (72 + 14) * HOUR_MS);
	assert_false(t.doubt);
	assert_true(sale_said_time(
	    &t, &s, &market, now, market_local_day(&market, now) + 9));
	assert_true(t.doubt);
}

static void
news_by_daylight(void **state)
{
	struct market market = nairobi();
	int64_t midnight = clock_from_civil(2026, 11, 24, 21, 0, 0);

	(void)state;
	assert_int_equal(news_by_day(&market, midnight + 12 * HOUR_MS),
	    midnight + 12 * HOUR_MS);
	assert_int_equal(news_by_day(&market, midnight + 3 * HOUR_MS),
	    midnight + 8 * HOUR_MS);
	assert_int_equal(news_by_day(&market, midnight + 20 * HOUR_MS),
	    midnight + 32 * HOUR_MS);
	/* A market that rests longer. */
	market.quiet_until_min = 9 * 60;
	assert_true(news_by_day(&market, midnight + 3 * HOUR_MS) >=
		    midnight + 9 * HOUR_MS);
}

/* -- doubts and orders ----------------------------------------------------- */

static void
plain_or_doubtful(void **state)
{
	static const struct {
		struct sale_facts facts;
		bool plain;
	} cases[] = {
	    {{false, 4000, 5000, "mango", false}, true},
	    {{false, 5000, 5000, "mango", false}, true},
	    {{false, 4000, -1, "mango", false},
		true}, /* nobody knows the usual price */
	    {{true, 4000, 5000, "mango", false}, false},
	    {{false, 5001, 5000, "mango", false},
		false}, /* dearer is no sale */
	    {{false, 1000, 5000, "mango", false}, true},
	    {{false, 4000, 5000, "mango", true}, false},
	    {{false, 999, 5000, "mango", false},
		false}, /* a slip of a figure */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
		    sale_is_plain(&cases[i].facts), cases[i].plain);
}

static void
what_an_order_takes(void **state)
{
	static const struct {
		struct sale_wish wish;
		enum sale_verdict verdict;
	} cases[] = {
	    {{true, true, 10, 10, 0, 0}, SALE_TAKE},
	    {{true, true, 11, 10, 0, 0}, SALE_WAIT},
	    {{true, true, 1, 0, 0, 0}, SALE_WAIT},
	    {{true, true, 10, 99, 10, 0}, SALE_TAKE},
	    {{true, true, 10, 99, 10, 1}, SALE_ABOVE_CAP},
	    {{true, true, 11, 5, 10, 0}, SALE_ABOVE_CAP}, /* not on the list */
	    {{false, true, 1, 99, 0, 0}, SALE_IS_OVER},
	    {{true, false, 1, 99, 0, 0}, SALE_OTHER_TERMS},
	    {{true, true, 0, 99, 0, 0}, SALE_OTHER_TERMS},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
		    sale_buy_judge(&cases[i].wish), cases[i].verdict);
}

static void
commission(void **state)
{
	(void)state;
	assert_int_equal(sale_tell_commission(108000, 50), 5400);
	assert_int_equal(sale_tell_commission(10, 50), 1); /* a half, up */
	assert_int_equal(sale_tell_commission(9, 50), 0);
	assert_int_equal(sale_tell_commission(-5, 50), 0);
	assert_int_equal(sale_tell_commission(INT64_MAX, 50), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_of_a_sale),
	    cmocka_unit_test(no_end_no_sale),
	    cmocka_unit_test(when_it_is),
	    cmocka_unit_test(news_by_daylight),
	    cmocka_unit_test(plain_or_doubtful),
	    cmocka_unit_test(what_an_order_takes),
	    cmocka_unit_test(commission),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
