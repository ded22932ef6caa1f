/* How many texts are under way: small at first, doubled, humble afterwards. */
#include "gateway/queue/window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* One window whole: given, then all ended alike; how many that were. */
static size_t
round_of(struct window *w, size_t room, enum window_end end)
{
	size_t count = window_room(w, room);
	window_given(w, count);
	assert_int_equal(window_room(w, room < count ? 0 : room - count), 0);
	for (size_t i = 0; i < count; i++)
		window_ended(w, end);
	return count;
}

static void
it_starts_small_and_doubles_to_the_link_s_own_room(void **state)
{
	(void)state;
	static const size_t sizes[] = {8, 16, 32, 64, 100, 100};
	struct window w = {0};
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		assert_int_equal(round_of(&w, 100, WINDOW_TAKEN), sizes[i]);
	/* Whatever happens, it never gets more than the link has. */
	for (int i = 0; i < 100; i++)
		assert_int_equal(round_of(&w, 1, WINDOW_TAKEN), 1);
	window_fresh(&w);
	assert_int_equal(window_room(&w, 100), WINDOW_FIRST);
}

static void
throttled_it_starts_with_one_and_grows_to_half_then_slowly(void **state)
{
	(void)state;
	static const size_t sizes[] = {1, 2, 4, 8, 16, 32, 33, 34, 35};
	struct window w = {.size = 64};
	/* All of that window are throttled: that counts once. */
	assert_int_equal(round_of(&w, 500, WINDOW_TOO_FAST), 64);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		assert_int_equal(round_of(&w, 500, WINDOW_TAKEN), sizes[i]);
	/* Again and again: never below one. */
	for (int i = 0; i < 5; i++)
		(void)round_of(&w, 500, WINDOW_TOO_FAST);
	assert_int_equal(window_room(&w, 500), 1);
}

static void
what_is_lost_says_nothing_and_frees_its_place(void **state)
{
	(void)state;
	struct window w = {0};
	for (int i = 0; i < 10; i++)
		assert_int_equal(round_of(&w, 50, WINDOW_LOST), WINDOW_FIRST);
	/* The late answer of a lost one ends nothing twice. */
	window_ended(&w, WINDOW_LOST);
	assert_int_equal(window_room(&w, 50), WINDOW_FIRST);
}

static void
texts_under_way_take_its_places(void **state)
{
	(void)state;
	struct window w = {.size = 20};
	window_given(&w, 15);
	assert_int_equal(window_room(&w, 100), 5);
	window_ended(&w, WINDOW_TOO_FAST);
	/* One of one, but fourteen are still under way. */
	assert_int_equal(window_room(&w, 100), 0);
	for (int i = 0; i < 14; i++)
		window_ended(&w, WINDOW_TAKEN);
	assert_int_equal(window_room(&w, 100), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		it_starts_small_and_doubles_to_the_link_s_own_room),
	    cmocka_unit_test(
		throttled_it_starts_with_one_and_grows_to_half_then_slowly),
	    cmocka_unit_test(what_is_lost_says_nothing_and_frees_its_place),
	    cmocka_unit_test(texts_under_way_take_its_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
