#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/totp.h"

/* RFC 6238, appendix B, SHA-1: eight figures. */
static void
figures_of_the_standard(void **state)
{
	static const struct {
		int64_t second;
		uint32_t code;
	} cases[] = {{59, 94287082}, {1111111109, 7081804},
	    {1111111111, 14050471}, {1234567890, 89005924},
	    {2000000000, 69279037}, {20000000000, 65353130}};
	struct span key = span_of("12345678901234567890", 20);
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
		    totp_code(key, cases[i].second / 30, 8), cases[i].code);
}

/* 59 s: 94287082, so 287082; 1 step before, 1 behind, never twice. */
static void
a_code_is_good_once(void **state)
{
	struct span key = span_of("12345678901234567890", 20);
	int64_t step;
	(void)state;
	assert_true(totp_is(key, STR("287082"), 59000, 0, &step));
	assert_int_equal(step, 1);
	assert_true(totp_is(key, STR("287 082"), 89999, 0, &step));
	assert_true(totp_is(key, STR("287082"), 0, 0, &step));
	assert_false(totp_is(key, STR("287082"), 90000, 0, &step));
	assert_false(totp_is(key, STR("287082"), 59000, 1, &step));
	assert_int_equal(step, 1);
	assert_false(totp_is(key, STR("287083"), 59000, 0, &step));
	assert_false(totp_is(key, STR("28708"), 59000, 0, &step));
	assert_false(totp_is(key, STR("2870820"), 59000, 0, &step));
	assert_false(totp_is(key, STR("28708a"), 59000, 0, &step));
	assert_false(totp_is(key, STR(""), 59000, 0, &step));
}

/* RFC 4648, 10, without padding. */
static void
base32(void **state)
{
	static const char *const cases[][2] = {{"", ""}, {"f", "MY"},
	    {"fo", "MZXQ"}, {"foo", "MZXW6"}, {"foob", "MZXW6YQ"},
	    {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}};
	char dst[TOTP_BASE32_OCTETS];
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		totp_base32(dst, span_of(cases[i][0], strlen(cases[i][0])));
		assert_string_equal(dst, cases[i][1]);
	}
	totp_base32(dst, span_of("12345678901234567890", TOTP_KEY_OCTETS));
	assert_int_equal(strlen(dst), TOTP_BASE32_OCTETS - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(figures_of_the_standard),
	    cmocka_unit_test(a_code_is_good_once),
	    cmocka_unit_test(base32),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
