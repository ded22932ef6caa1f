#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/token.h"

static void
scanners_know_ours(void **state)
{
	char a[TOKEN_API_OCTETS], b[TOKEN_API_OCTETS];
	(void)state;
	token_api(a);
	token_api(b);
	assert_string_not_equal(a, b);
	assert_true(token_api_is(str_from(a)));
	for (size_t i = 0; i + 1 < sizeof(a); i++) {
		char was = a[i];
		a[i] = was == 'x' ? 'y' : 'x';
		assert_false(token_api_is(str_from(a)));
		a[i] = was;
		assert_false(token_api_is(str_of(a, i)));
	}
	/* 43 times "0", and the CRC-32 that zlib gives, in base 62. */
	assert_true(token_api_is(
	    STR("furrow_00000000000000000000000000000000000000000002CZclj")));
}

static void
letters_have_equal_chances(void **state)
{
	int seen[128] = {0};
	char token[TOKEN_SESSION_OCTETS];
	(void)state;
	for (int i = 0; i < 2000; i++) {
		token_session(token);
		assert_int_equal(strlen(token), TOKEN_SESSION_OCTETS - 1);
		for (const char *at = token; *at != '\0'; at++)
			seen[(int)*at]++;
	}
	/* 86,000 letters: 1,387 each; twelve deviations are 440. */
	for (int c = 0; c < 128; c++)
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z'))
			assert_in_range(seen[c], 947, 1827);
		else
			assert_int_equal(seen[c], 0);
}

static void
codes_are_read_as_people_type(void **state)
{
	static const char *const bad[] = {"", "2345-678", "2345-67899",
	    "2345-678O", "2345-678U", "2345_6789"};
	char code[TOKEN_CODE_OCTETS], again[TOKEN_CODE_OCTETS];
	(void)state;
	token_code(code);
	assert_true(token_code_read(again, str_from(code)));
	assert_string_equal(code, again);
	assert_true(token_code_read(again, STR("k7fm 2abc")));
	assert_string_equal(again, "K7FM-2ABC");
	assert_true(token_code_read(again, STR("K7FM2ABC")));
	assert_string_equal(again, "K7FM-2ABC");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(token_code_read(again, str_from(bad[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(scanners_know_ours),
	    cmocka_unit_test(letters_have_equal_chances),
	    cmocka_unit_test(codes_are_read_as_people_type),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
