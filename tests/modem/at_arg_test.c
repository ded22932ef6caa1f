#include "modem/at_arg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* All arguments of a line, between bars. */
static void
check_arguments(const char *line, const char *prefix, const char *expected)
{
	char storage[256];
	struct buf out = buf_over(storage, sizeof(storage));
	struct at_arg args;
	struct str text;
	bool quoted;
	assert_true(at_arg_begin(&args, str_from(line), prefix));
	while (at_arg_next(&args, &text, &quoted)) {
		buf_add_char(&out, '|');
		buf_add_str(&out, text);
		if (quoted)
			buf_add_char(&out, 'q');
	}
	assert_string_equal(storage, expected);
}

static void
test_arguments(void **state)
{
	(void)state;
	check_arguments("+CMTI: \"SM\",3", "+CMTI:", "|SMq|3");
	check_arguments("+CMTI:\"SM\",3", "+CMTI:", "|SMq|3");
	check_arguments("+cmti: SM , 3", "+CMTI:", "|SM|3");
	check_arguments("+CMTI: \"SM\",1,\"MMS PUSH\",2,1",
	    "+CMTI:", "|SMq|1|MMS PUSHq|2|1");
	check_arguments("+CDS: ,26", "+CDS:", "||26");
	check_arguments("+CMGR: 0,,0", "+CMGR:", "|0||0");
	check_arguments("+CSCA: \"\",129", "+CSCA:", "|q|129");
	check_arguments("+CUSD: 0,\"a, b\",15", "+CUSD:", "|0|a, bq|15");
	check_arguments("+CMTI: \"SM,3", "+CMTI:", "|SMq|3");
	check_arguments("+CPMS: (\"SM\",\"ME\"),(\"SM\")",
	    "+CPMS:", "|(\"SM\",\"ME\")|(\"SM\")");
	check_arguments("+CREG: 1,", "+CREG:", "|1|");
	check_arguments("+CREG:", "+CREG:", "");
}

static void
test_prefixes_hurt(void **state)
{
	(void)state;
	struct at_arg args;
	assert_false(at_arg_begin(&args, STR("CMGS: 1"), "+CMGS:"));
	assert_true(at_arg_begin_hurt(&args, STR("CMGS: 1"), "+CMGS:"));
	assert_true(at_arg_begin_hurt(&args, STR("+CMS: 1"), "+CMGS:"));
	assert_true(at_arg_begin_hurt(&args, STR("+CMGS 1"), "+CMGS:"));
	assert_true(at_arg_begin_hurt(&args, STR("+CMxGS: 1"), "+CMGS:"));
	assert_true(str_is(str_trim(args.rest), "1"));
	assert_false(at_arg_begin_hurt(&args, STR("+CMGL: 1"), "+CMGS:"));
	assert_false(at_arg_begin_hurt(&args, STR("+CMTIx 1"), "+CMT:"));
	assert_false(at_arg_begin(&args, STR(""), "+CMGS:"));
}

static void
test_words_hurt(void **state)
{
	(void)state;
	assert_true(at_arg_hurt_word(STR("OK"), "OK"));
	assert_true(at_arg_hurt_word(STR("K"), "OK"));
	assert_true(at_arg_hurt_word(STR("O"), "OK"));
	assert_true(at_arg_hurt_word(STR("OxK"), "OK"));
	assert_true(at_arg_hurt_word(STR("ERRR"), "ERROR"));
	assert_false(at_arg_hurt_word(STR("X"), "OK"));
	assert_false(at_arg_hurt_word(STR("OKAY"), "OK"));
	assert_false(at_arg_hurt_word(STR(""), "OK"));
	assert_false(at_arg_hurt_word(STR("ERR"), "ERROR"));
}

static void
test_numbers(void **state)
{
	(void)state;
	struct at_arg args = at_arg_of(STR(" 7,\"8\",x,,-1"));
	int64_t n;
	assert_true(at_arg_next_number(&args, &n));
	assert_int_equal(n, 7);
	assert_true(at_arg_next_number(&args, &n));
	assert_int_equal(n, 8);
	assert_false(at_arg_next_number(&args, &n));
	assert_int_equal(n, -1);
	assert_false(at_arg_next_number(&args, &n));
	assert_true(at_arg_next_number(&args, &n));
	assert_int_equal(n, -1);
	assert_false(at_arg_next_number(&args, &n));
	assert_int_equal(at_arg_last_number(STR("+CMGL: 1,1,,26")), 26);
	assert_int_equal(at_arg_last_number(STR("+CDS: 26")), 26);
	assert_int_equal(at_arg_last_number(STR("+CMGR: 0,,x")), -1);
	assert_int_equal(
	    at_arg_last_number(STR("+CMGR: 1,,99999999999999999999")), -1);
	assert_int_equal(at_arg_last_number(STR("")), -1);
}

static void
test_ranges(void **state)
{
	(void)state;
	struct at_arg args = at_arg_of(STR("(0-3),(0,1,3),(1),2,(0-"));
	uint64_t allowed;
	assert_true(at_arg_next_range(&args, &allowed));
	assert_int_equal(allowed, 0xF);
	assert_true(at_arg_next_range(&args, &allowed));
	assert_int_equal(allowed, 0xB);
	assert_true(at_arg_next_range(&args, &allowed));
	assert_int_equal(allowed, 0x2);
	assert_true(at_arg_next_range(&args, &allowed));
	assert_int_equal(allowed, 0x4);
	assert_true(at_arg_next_range(&args, &allowed));
	assert_int_equal(allowed, 0x1);
	assert_false(at_arg_next_range(&args, &allowed));
}

static void
test_lists(void **state)
{
	(void)state;
	assert_true(at_arg_list_has(STR("(\"SM\",\"ME\")"), "ME"));
	assert_true(at_arg_list_has(STR("(sm,me)"), "SM"));
	assert_false(at_arg_list_has(STR("(\"SM\",\"ME\")"), "SR"));
	assert_false(at_arg_list_has(STR(""), "SM"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_arguments),
	    cmocka_unit_test(test_prefixes_hurt),
	    cmocka_unit_test(test_words_hurt),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_ranges),
	    cmocka_unit_test(test_lists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
