/* The table of sums, beside an array. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/admin/tally.h"

struct key {
	int64_t a, b;
};

static void
it_adds_up_like_an_array(void **state)
{
	struct tally *t = tally_new(sizeof(struct key), sizeof(int64_t), 5000);
	int64_t sums[5000] = {0};
	uint32_t seed = 5;
	(void)state;
	for (int i = 0; i < 100000; i++) {
		seed = seed * 1664525u + 1013904223u;
		uint32_t n = (seed >> 8) % 5000;
		struct key key = {n % 70, n / 70};
		int64_t *sum = tally_at(t, &key);
		assert_non_null(sum);
		*sum += i;
		sums[n] += i;
	}
	for (uint32_t n = 0; n < 5000; n++) {
		struct key key = {n % 70, n / 70};
		const int64_t *sum = tally_find(t, &key);
		assert_int_equal(sum != NULL ? *sum : 0, sums[n]);
	}
	tally_free(&t);
	assert_null(t);
	tally_free(&t);
}

static void
places_are_in_the_order_of_coming(void **state)
{
	struct tally *t = tally_new(sizeof(struct key), sizeof(int), 3);
	const struct key keys[] = {{9, 1}, {1, 9}, {9, 1}, {0, 0}, {5, 5}};
	int *value;
	(void)state;
	assert_null(tally_find(t, &keys[0]));
	for (int i = 0; i < 4; i++) {
		value = tally_at(t, &keys[i]);
		assert_non_null(value);
		(*value)++;
	}
	assert_int_equal(tally_count(t), 3);
	assert_int_equal(((const struct key *)tally_key(t, 1))->b, 9);
	assert_int_equal(*(int *)tally_value(t, 0), 2);
	assert_int_equal(tally_place(t, tally_find(t, &keys[3])), 2);
	/* Full: what is there is found, what is not gets no place. */
	assert_null(tally_at(t, &keys[4]));
	assert_non_null(tally_at(t, &keys[1]));
	tally_free(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_adds_up_like_an_array),
	    cmocka_unit_test(places_are_in_the_order_of_coming),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
