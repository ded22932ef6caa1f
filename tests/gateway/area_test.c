/* Numbers of areas: down, up, and what lies within. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/core/area.h"

static void
a_child_lies_within_and_leads_back(void **state)
{
	int64_t no = 0;

	(void)state;
	for (int level = 0; level < AREA_LEVELS; level++) {
		int64_t first = area_child(no, 1);
		int64_t last = area_child(no, AREA_SLOTS);

		assert_true(first > no && last > first);
		assert_true(area_last(last) <= area_last(no));
		assert_int_equal(area_up(first), no);
		assert_int_equal(area_up(last), no);
		assert_int_equal(area_slot(first), 1);
		assert_int_equal(area_slot(last), AREA_SLOTS);
		no = area_child(no, 500 + level);
	}
}

static void
neighbours_do_not_overlap(void **state)
{
	int64_t county = area_child(0, 7);

	(void)state;
	for (int64_t slot = 1; slot < AREA_SLOTS; slot++)
		assert_true(area_last(area_child(county, slot)) <
			    area_child(county, slot + 1));
	assert_true(area_last(county) < area_child(0, 8));
}

static void
the_edges_hold(void **state)
{
	int64_t deep = 0;

	(void)state;
	assert_int_equal(area_up(0), 0);
	assert_int_equal(area_slot(0), 0);
	assert_true(area_last(0) == (INT64_C(1) << 60) - 1);
	assert_true(area_child(0, 5000) == area_child(0, AREA_SLOTS));
	assert_true(area_child(0, -3) == area_child(0, 1));
	for (int i = 0; i < AREA_LEVELS; i++)
		deep = area_child(deep, AREA_SLOTS);
	assert_true(area_child(deep, 1) == deep);
	assert_true(area_last(deep) == deep);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_child_lies_within_and_leads_back),
	    cmocka_unit_test(neighbours_do_not_overlap),
	    cmocka_unit_test(the_edges_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
