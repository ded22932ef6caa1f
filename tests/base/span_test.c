#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/span.h"

static void
parts_stay_inside(void **state)
{
	static const struct {
		size_t from, octets, want_from, want_octets;
	} rows[] = {
	    {0, 5, 0, 5},
	    {1, 2, 1, 2},
	    {4, 9, 4, 1},
	    {5, 1, 5, 0},
	    {9, 1, 5, 0},
	    {2, SIZE_MAX, 2, 3},
	    {SIZE_MAX, SIZE_MAX, 5, 0},
	};
	(void)state;
	struct span whole = span_of("abcde", 5);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct span part =
		    span_part(whole, rows[i].from, rows[i].octets);
		assert_ptr_equal(part.at, whole.at + rows[i].want_from);
		assert_int_equal(part.octets, rows[i].want_octets);
	}
	assert_int_equal(span_part(span_of(NULL, 0), 3, 3).octets, 0);
}

static void
equal_by_content(void **state)
{
	(void)state;
	assert_true(span_equal(span_of("ab", 2), span_of("abc", 2)));
	assert_false(span_equal(span_of("ab", 2), span_of("abc", 3)));
	assert_false(span_equal(span_of("ab", 2), span_of("ac", 2)));
	assert_true(span_equal(span_of(NULL, 0), span_of("x", 0)));
}

/* The values that the authors of FNV-1a give for "" and "a". */
static void
hash_is_fnv_1a(void **state)
{
	(void)state;
	assert_true(span_hash(span_of("", 0)) == UINT64_C(0xcbf29ce484222325));
	assert_true(span_hash(span_of("a", 1)) == UINT64_C(0xaf63dc4c8601ec8c));
}

static void
hex_is_read_strictly(void **state)
{
	static const struct {
		const char *hex;
		size_t room;
		int want;
		size_t bad;
		const char *octets;
	} rows[] = {
	    {"", 4, 0, 0, ""},
	    {"00fF", 4, 2, 0, "\x00\xff"},
	    {"A1b2C3d4", 4, 4, 0, "\xa1\xb2\xc3\xd4"},
	    {"0", 4, -1, 1, NULL},
	    {"001", 4, -1, 3, NULL},
	    {"0g", 4, -1, 1, NULL},
	    {"00 0", 4, -1, 2, NULL},
	    {"0011223344", 4, -1, 8, NULL},
	    {"00", 0, -1, 0, NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint8_t out[4] = {0x55, 0x55, 0x55, 0x55};
		static const uint8_t zeros[4];
		size_t bad = 99;
		int got = span_from_hex(
		    out, rows[i].room, rows[i].hex, strlen(rows[i].hex), &bad);
		assert_int_equal(got, rows[i].want);
		assert_int_equal(bad, rows[i].bad);
		if (got >= 0)
			assert_memory_equal(out, rows[i].octets, (size_t)got);
		else
			assert_memory_equal(out, zeros, rows[i].room);
	}
}

static void
hex_is_written_whole_or_not(void **state)
{
	(void)state;
	char out[9];
	assert_int_equal(
	    span_to_hex(out, 9, span_of("\x00\xab\x5f\xff", 4)), 8);
	assert_string_equal(out, "00AB5FFF");
	assert_int_equal(
	    span_to_hex(out, 8, span_of("\x00\xab\x5f\xff", 4)), -1);
	assert_string_equal(out, "");
	assert_int_equal(span_to_hex(out, 1, span_of(NULL, 0)), 0);
	assert_int_equal(span_to_hex(NULL, 0, span_of(NULL, 0)), -1);
}

static void
err_keeps_what_was_said(void **state)
{
	(void)state;
	struct err err;
	assert_int_equal(err_set(&err, -3, 7, "bad %s", "luck"), -3);
	assert_int_equal(err.code, -3);
	assert_int_equal(err.offset, 7);
	assert_string_equal(err.text, "bad luck");
	assert_int_equal(err_set(NULL, -4, 0, "%s", "nobody reads"), -4);

	char longer[400];
	memset(longer, 'x', sizeof(longer));
	longer[399] = '\0';
	err_set(&err, -1, 0, "%s", longer);
	assert_int_equal(strlen(err.text), ERR_TEXT_OCTETS - 1);
	err_clear(&err);
	err_clear(NULL);
	assert_int_equal(err.code, 0);
	assert_string_equal(err.text, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_stay_inside),
	    cmocka_unit_test(equal_by_content),
	    cmocka_unit_test(hash_is_fnv_1a),
	    cmocka_unit_test(hex_is_read_strictly),
	    cmocka_unit_test(hex_is_written_whole_or_not),
	    cmocka_unit_test(err_keeps_what_was_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
