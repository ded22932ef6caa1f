/* Codes as people, aggregators and operators write them (core/session). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/core/session.h"

static void
test_forms_of_one_code(void **state)
{
	static const char *const written[] = {
	    "*384*96#", "384*96", "384*96#", " *384*96# ", "*384*96"};
	char code[SESSION_CODE_OCTETS];
	(void)state;
	for (size_t i = 0; i < sizeof(written) / sizeof(written[0]); i++) {
		assert_true(session_code_write(code, str_from(written[i])));
		assert_string_equal(code, "384*96");
	}
	assert_false(session_code_write(code, str_from("*#")));
	assert_false(session_code_write(code, str_from("384x96")));
	assert_false(session_code_write(
	    code, str_from("384*9600000000000000000000000000000")));
}

static void
test_longest_code_wins(void **state)
{
	const struct session_channel channel = {
	    .code = {"384", "384*96", "38"}, .codes = 3};
	static const struct {
		const char *dialled, *code, *rest;
	} rows[] = {
	    {"*384#", "384", ""},
	    {"*384*96#", "384*96", ""},
	    {"*384*96*1*5#", "384*96", "1*5"},
	    {"*384*9#", "384", "9"},
	    {"*384*961#", "384", "961"},
	    {"38", "38", ""},
	};
	struct str rest;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *code = session_code_match(
		    &channel, str_from(rows[i].dialled), &rest);
		assert_non_null(code);
		assert_string_equal(code, rows[i].code);
		assert_true(str_is(rest, rows[i].rest));
	}
	assert_null(session_code_match(&channel, str_from("*385#"), &rest));
	assert_null(session_code_match(&channel, str_from("#"), &rest));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_forms_of_one_code),
	    cmocka_unit_test(test_longest_code_wins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
