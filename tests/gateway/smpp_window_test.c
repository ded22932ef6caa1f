/* Requests that wait: found by number, overdue by age, never more than the
 * window. */
#include "gateway/link/smpp_window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define MOST 37

static void
as_a_plain_list_would(void **state)
{
	struct smpp_window w;
	uint32_t waiting[MOST];
	size_t count = 0;
	(void)state;
	smpp_window_init(&w, MOST);
	srand(1);
	for (uint32_t n = 1; n < 20000; n++) {
		struct smpp_asked asked = {.sequence = n, .text = n * 3};
		bool room = count < MOST;
		assert_int_equal(smpp_window_put(&w, &asked), room);
		if (room)
			waiting[count++] = n;
		assert_false(smpp_window_put(&w, &asked));
		assert_int_equal(smpp_window_oldest(&w)->sequence, waiting[0]);
		if (rand() % 3 == 0)
			continue;
		size_t at = (size_t)rand() % count;
		assert_true(smpp_window_take(&w, waiting[at], &asked));
		assert_int_equal(asked.text, waiting[at] * 3);
		assert_false(smpp_window_take(&w, waiting[at], &asked));
		for (count--; at < count; at++)
			waiting[at] = waiting[at + 1];
		assert_int_equal(w.count, count);
		if (count == 0)
			assert_null(smpp_window_oldest(&w));
	}
	smpp_window_free(&w);
}

/* All numbers in one bucket: still found. */
static void
numbers_that_collide(void **state)
{
	struct smpp_window w;
	struct smpp_asked asked = {.sequence = 0};
	(void)state;
	smpp_window_init(&w, 4);
	for (uint32_t i = 0; i < 4; i++) {
		asked.sequence = 0x1000 * i;
		assert_true(smpp_window_put(&w, &asked));
	}
	for (uint32_t i = 4; i > 0; i--)
		assert_true(smpp_window_take(&w, 0x1000 * (i - 1), &asked));
	assert_null(smpp_window_oldest(&w));
	smpp_window_free(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(as_a_plain_list_would),
	    cmocka_unit_test(numbers_that_collide),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
