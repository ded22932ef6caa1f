#include "modem/at_err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_classes(void **state)
{
	(void)state;
	static const struct {
		enum at_err_kind kind;
		int code;
		enum at_err_class class;
	} rows[] = {
	    {AT_ERR_CMS, 1, AT_ERR_DEAD},
	    {AT_ERR_CMS, 8, AT_ERR_CREDIT},
	    {AT_ERR_CMS, 21, AT_ERR_REJECTED},
	    {AT_ERR_CMS, 38, AT_ERR_RETRY},
	    {AT_ERR_CMS, 97, AT_ERR_TEXT},
	    {AT_ERR_CMS, 127, AT_ERR_RETRY},
	    {AT_ERR_CMS, 192, AT_ERR_RETRY},
	    {AT_ERR_CMS, 195, AT_ERR_DEAD},
	    {AT_ERR_CMS, 197, AT_ERR_ACCEPTED},
	    {AT_ERR_CMS, 304, AT_ERR_MODE},
	    {AT_ERR_CMS, 310, AT_ERR_BLOCKED},
	    {AT_ERR_CMS, 314, AT_ERR_WAIT},
	    {AT_ERR_CMS, 321, AT_ERR_GONE},
	    {AT_ERR_CMS, 322, AT_ERR_FULL},
	    {AT_ERR_CMS, 331, AT_ERR_WAIT},
	    {AT_ERR_CMS, 332, AT_ERR_UNKNOWN},
	    {AT_ERR_CMS, 500, AT_ERR_RETRY},
	    {AT_ERR_CMS, 515, AT_ERR_WAIT},
	    {AT_ERR_CMS, 532, AT_ERR_RETRY},
	    {AT_ERR_CMS, -1, AT_ERR_RETRY},
	    {AT_ERR_CMS, 7777, AT_ERR_RETRY},
	    {AT_ERR_CME, 10, AT_ERR_BLOCKED},
	    {AT_ERR_CME, 14, AT_ERR_WAIT},
	    {AT_ERR_CME, 16, AT_ERR_BLOCKED},
	    {AT_ERR_CME, 21, AT_ERR_GONE},
	    {AT_ERR_CME, 31, AT_ERR_UNKNOWN},
	    {AT_ERR_CME, 3, AT_ERR_RETRY},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct at_err *e =
		    at_err_find(rows[i].kind, rows[i].code);
		assert_non_null(e->meaning);
		assert_int_equal(e->class, rows[i].class);
	}
}

static void
test_words(void **state)
{
	(void)state;
	assert_int_equal(at_err_code_of_words(STR("SIM busy")), 14);
	assert_int_equal(at_err_code_of_words(STR("SIM not inserted")), 10);
	assert_int_equal(at_err_code_of_words(STR("unknown")), -1);
	assert_int_equal(at_err_code_of_words(STR("")), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_classes),
	    cmocka_unit_test(test_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
