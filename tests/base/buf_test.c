#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

static void
storage_of_the_caller(void **state)
{
	(void)state;
	char storage[8];
	struct buf b = buf_over(storage, sizeof(storage));
	assert_string_equal(storage, "");
	assert_true(buf_add_text(&b, "abc"));
	assert_true(buf_add_char(&b, 'd'));
	assert_true(buf_add_str(&b, STR("ef")));
	assert_false(buf_add_text(&b, "gh"));
	assert_string_equal(storage, "abcdef");
	/* Full stays full, though one more octet would fit. */
	assert_false(buf_add_char(&b, 'g'));
	assert_true(b.full);
	buf_clear(&b);
	assert_true(buf_add_text(&b, "1234567"));
	assert_int_equal(b.octets, b.cap);
	buf_free(&b);
	assert_string_equal(storage, "");
}

static void
heap_grows_to_its_cap(void **state)
{
	(void)state;
	struct buf b = buf_new(1000);
	for (int i = 0; i < 1000; i++)
		assert_true(buf_add_char(&b, (char)('a' + i % 26)));
	assert_int_equal(b.octets, 1000);
	assert_int_equal(b.at[1000], '\0');
	assert_false(buf_add_char(&b, 'x'));
	assert_true(b.room <= 1001);
	buf_free(&b);
	assert_null(b.at);

	b = buf_new(0);
	assert_true(buf_add(&b, NULL, 0));
	assert_false(buf_add_char(&b, 'x'));
	assert_string_equal(b.at, "");
	buf_free(&b);
}

static void
formats_fit_or_leave_no_trace(void **state)
{
	(void)state;
	char storage[8];
	struct buf b = buf_over(storage, sizeof(storage));
	assert_true(buf_add_format(&b, "%d-%s", 12, "ab"));
	assert_string_equal(storage, "12-ab");
	assert_false(buf_add_format(&b, "%s", "xyz"));
	assert_string_equal(storage, "12-ab");
	assert_true(b.full);

	struct buf heap = buf_new(300);
	char longer[201];
	memset(longer, 'y', 200);
	longer[200] = '\0';
	assert_true(buf_add_format(&heap, "<%s>", longer));
	assert_int_equal(heap.octets, 202);
	assert_int_equal(heap.at[201], '>');
	assert_false(buf_add_format(&heap, "<%s>", longer));
	assert_int_equal(strlen(heap.at), 202);
	buf_free(&heap);
}

static void
dropping_keeps_the_rest(void **state)
{
	(void)state;
	struct buf b = buf_new(64);
	buf_add_text(&b, "hello world");
	buf_drop(&b, 6);
	assert_true(str_is(buf_str(&b), "world"));
	assert_string_equal(b.at, "world");
	buf_drop(&b, 0);
	assert_int_equal(buf_span(&b).octets, 5);
	buf_drop(&b, 99);
	assert_string_equal(b.at, "");
	buf_free(&b);
}

static void
wiping_leaves_nothing(void **state)
{
	(void)state;
	char storage[16];
	static const char zeros[16];
	struct buf b = buf_over(storage, sizeof(storage));
	buf_add_text(&b, "PIN 1234");
	buf_wipe(&b);
	assert_memory_equal(storage, zeros, sizeof(storage));
	assert_int_equal(b.octets, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(storage_of_the_caller),
	    cmocka_unit_test(heap_grows_to_its_cap),
	    cmocka_unit_test(formats_fit_or_leave_no_trace),
	    cmocka_unit_test(dropping_keeps_the_rest),
	    cmocka_unit_test(wiping_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
