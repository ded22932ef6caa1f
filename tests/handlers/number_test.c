/* Figures, Chinese numerals and number words. */
#include "handlers/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "handlers/fold.h"

static void
figures(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool comma_decimal;
		int64_t milli;
		size_t used;
		bool doubt;
	} rows[] = {
	    {"5kg", false, 5000, 1, false},
	    {"1,500", false, 1500000, 5, false},
	    {"1.500", false, 1500, 5, false},
	    {"1.500", true, 1500000, 5, false},
	    {"1,500", true, 1500, 5, true},
	    {"2,5", false, 2500, 3, false},
	    {"2.5", true, 2500, 3, false},
	    {"1,50,000", false, 150000000, 8, false},
	    {"1,200.50", false, 1200500, 8, false},
	    {"1.234.567", true, 1234567000, 9, false},
	    {"0.125", false, 125, 5, false},
	    {"1/2", false, 500, 3, false},
	    {"3/4 kg", false, 750, 3, false},
	    {"1/3", false, 333, 3, false},
	    {"20/5", false, 20000, 2, false},
	    {"5.", false, 5000, 1, false},
	    {"5,tomato", false, 5000, 1, false},
	    {"999999999", false, INT64_C(999999999000), 9, false},
	    {"x", false, 0, 0, false},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct fold f;
		fold_text(&f, str_from(rows[i].text));
		struct number n =
		    number_digits(f.at, f.count, rows[i].comma_decimal);
		if (n.milli != rows[i].milli || n.used != rows[i].used)
			print_error("%s\n", rows[i].text);
		assert_int_equal(n.milli, rows[i].milli);
		assert_int_equal(n.used, rows[i].used);
		assert_int_equal(n.doubt, rows[i].doubt);
	}
}

static void
long_runs_are_no_quantities(void **state)
{
	(void)state;
	struct fold f;
	fold_text(&f, STR("0722123456"));
	struct number n = number_digits(f.at, f.count, false);
	assert_true(n.too_long);
	assert_int_equal(n.used, 10);
}

static void
chinese(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t milli;
		int64_t high;
		size_t used;
	} rows[] = {
	    {"十", 10000, 0, 1},
	    {"十二斤", 12000, 0, 2},
	    {"二十", 20000, 0, 2},
	    {"两百五十", 250000, 0, 4},
	    {"二百五", 250000, 0, 3},
	    {"一百零五", 105000, 0, 4},
	    {"三千", 3000000, 0, 2},
	    {"一万两千", 12000000, 0, 4},
	    {"两三斤", 2000, 3000, 2},
	    {"三四十斤", 30000, 40000, 3},
	    {"两三百斤", 200000, 300000, 3},
	    {"两三千克", 2000, 3000, 2},
	    {"十七八斤", 17000, 18000, 3},
	    {"二十七八斤", 27000, 28000, 4},
	    {"一百二三十斤", 120000, 130000, 5},
	    {"五一", 5000, 0, 1},
	    {"半斤", 500, 0, 1},
	    {"一半", 500, 0, 2},
	    {"二两", 2000, 0, 1},
	    {"两两", 2000, 0, 1},
	    {"五千克", 5000, 0, 1},
	    {"三点五", 3500, 0, 3},
	    {"壹佰", 100000, 0, 2},
	    {"斤", 0, 0, 0},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct fold f;
		fold_text(&f, str_from(rows[i].text));
		struct number n = number_han(f.at, f.count);
		if (n.milli != rows[i].milli || n.used != rows[i].used)
			print_error("%s\n", rows[i].text);
		assert_int_equal(n.milli, rows[i].milli);
		assert_int_equal(n.high_milli, rows[i].high);
		assert_int_equal(n.used, rows[i].used);
	}
}

static void
words_add_up(void **state)
{
	(void)state;
	struct number_words w;
	number_words_start(&w);
	assert_true(number_words_add(&w, NUMBER_PLAIN, 2000));
	assert_true(number_words_add(&w, NUMBER_TIMES, 100000));
	assert_true(number_words_add(&w, NUMBER_PLAIN, 50000));
	assert_true(number_words_add(&w, NUMBER_PLAIN, 6000));
	assert_false(number_words_add(&w, NUMBER_PLAIN, 7000));
	assert_int_equal(number_words_milli(&w), 256000);
	assert_true(number_words_add(&w, NUMBER_TIMES, 1000000));
	assert_int_equal(number_words_milli(&w), 256000000);
}

static void
words_of_other_orders(void **state)
{
	(void)state;
	struct number_words w;
	number_words_start(&w); /* "mia mbili" */
	assert_true(number_words_add(&w, NUMBER_TIMES_NEXT, 100000));
	assert_true(number_words_add(&w, NUMBER_PLAIN, 2000));
	assert_int_equal(number_words_milli(&w), 200000);
	number_words_start(&w); /* "2 and a half" */
	assert_true(number_words_add(&w, NUMBER_FIGURE, 2000));
	assert_false(number_words_add(&w, NUMBER_FIGURE, 3000));
	assert_true(number_words_add(&w, NUMBER_PLUS, 500));
	assert_int_equal(number_words_milli(&w), 2500);
	number_words_start(&w);
	assert_false(number_words_add(&w, NUMBER_PLUS, 500));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(figures),
	    cmocka_unit_test(long_runs_are_no_quantities),
	    cmocka_unit_test(chinese),
	    cmocka_unit_test(words_add_up),
	    cmocka_unit_test(words_of_other_orders),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
