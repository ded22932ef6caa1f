/* How evenly is it spread: figures worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fairness.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static const struct {
	const char *name;
	double share[5];
	size_t count;
	double jain, gini;
} cases[] = {
    {"nobody", {0}, 0, 1, 0},
    {"nobody has anything", {0, 0, 0}, 3, 1, 0},
    {"alone", {7}, 1, 1, 0},
    {"all the same", {5, 5, 5, 5}, 4, 1, 0},
    {"one has everything", {0, 9, 0, 0}, 4, 0.25, 0.75},
    {"one more than the other", {3, 1}, 2, 0.8, 0.25},
    {"in any order", {4, 1, 3, 2}, 4, 100.0 / 120, 0.25},
    {"a debt is nothing", {-8, 5, 5}, 3, 2.0 / 3, 1.0 / 3},
};

static void
figures_are_as_by_hand(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		double share[5];
		size_t n = cases[i].count;

		for (size_t k = 0; k < 5; k++)
			share[k] = cases[i].share[k];
		if (fabs(fairness_jain(share, n) - cases[i].jain) > 1e-9)
			fail_msg("%s: jain %g", cases[i].name,
			    fairness_jain(share, n));
		fairness_sort(share, n);
		if (fabs(fairness_gini(share, n) - cases[i].gini) > 1e-9)
			fail_msg("%s: gini %g", cases[i].name,
			    fairness_gini(share, n));
	}
}

static void
a_percentile_is_one_of_them(void **state)
{
	double share[] = {40, 10, 50, 20, 30};

	(void)state;
	assert_true(fairness_percentile(share, 0, 50) == 0);
	fairness_sort(share, 5);
	assert_true(fairness_percentile(share, 5, 0) == 10);
	assert_true(fairness_percentile(share, 5, 20) == 10);
	assert_true(fairness_percentile(share, 5, 21) == 20);
	assert_true(fairness_percentile(share, 5, 50) == 30);
	assert_true(fairness_percentile(share, 5, 99) == 50);
	assert_true(fairness_percentile(share, 5, 100) == 50);
	assert_true(fairness_percentile(share, 5, 250) == 50);
}

/* Multiplied all by the same, the figures stay. */
static void
the_unit_does_not_matter(void **state)
{
	double a[] = {1, 4, 9, 16}, b[] = {250, 1000, 2250, 4000};

	(void)state;
	assert_true(fabs(fairness_jain(a, 4) - fairness_jain(b, 4)) < 1e-12);
	assert_true(fabs(fairness_gini(a, 4) - fairness_gini(b, 4)) < 1e-12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(figures_are_as_by_hand),
	    cmocka_unit_test(a_percentile_is_one_of_them),
	    cmocka_unit_test(the_unit_does_not_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
