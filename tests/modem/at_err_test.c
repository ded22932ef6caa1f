#include "modem/at_err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define CMS AT_ERR_CMS
#define CME AT_ERR_CME

static const char *const classes[] = {
    [AT_ERR_RETRY] = "retry",
    [AT_ERR_WAIT] = "wait",
    [AT_ERR_NETWORK] = "network",
    [AT_ERR_REJECTED] = "rejected",
    [AT_ERR_ELSEWHERE] = "elsewhere",
    [AT_ERR_DEAD] = "dead",
    [AT_ERR_SUSPECT] = "suspect",
    [AT_ERR_CREDIT] = "credit",
    [AT_ERR_BLOCKED] = "blocked",
    [AT_ERR_TEXT] = "text",
    [AT_ERR_VALIDITY] = "validity",
    [AT_ERR_MODE] = "mode",
    [AT_ERR_FULL] = "full",
    [AT_ERR_POISON] = "poison",
    [AT_ERR_GONE] = "gone",
    [AT_ERR_UNKNOWN] = "unknown",
    [AT_ERR_ACCEPTED] = "accepted",
};
static const char *const whom[] = {
    [AT_ERR_OF_NOBODY] = "nobody",
    [AT_ERR_OF_RECIPIENT] = "recipient",
    [AT_ERR_OF_TEXT] = "text",
    [AT_ERR_OF_LINE] = "line",
    [AT_ERR_OF_MODEM] = "modem",
};

/* Every code, what it asks of the sender and whom it speaks of. */
static void
test_classes(void **state)
{
	(void)state;
	static const struct {
		enum at_err_kind kind;
		int first, last;
		const char *wanted;
	} rows[] = {
	    /* 24.011 annex E-2 */
	    {CMS, 1, 1, "dead recipient"},
	    {CMS, 8, 8, "credit line"},
	    {CMS, 10, 10, "credit line"},
	    {CMS, 17, 18, "network nobody"},
	    {CMS, 21, 21, "rejected line"},
	    {CMS, 22, 22, "retry recipient"},
	    {CMS, 27, 27, "retry recipient"},
	    {CMS, 28, 28, "suspect recipient"},
	    {CMS, 29, 29, "credit line"},
	    {CMS, 30, 30, "suspect recipient"},
	    {CMS, 38, 38, "network nobody"},
	    {CMS, 41, 42, "retry nobody"},
	    {CMS, 47, 47, "retry nobody"},
	    {CMS, 50, 50, "credit line"},
	    {CMS, 69, 69, "credit line"},
	    {CMS, 81, 81, "text text"},
	    {CMS, 95, 99, "text text"},
	    {CMS, 111, 111, "text text"},
	    {CMS, 127, 127, "retry nobody"},
	    /* 23.040 9.2.3.22 */
	    {CMS, 128, 176, "text text"},
	    {CMS, 192, 192, "retry nobody"},
	    {CMS, 193, 193, "credit line"},
	    {CMS, 194, 194, "retry nobody"},
	    {CMS, 195, 196, "dead recipient"},
	    {CMS, 197, 197, "accepted text"},
	    {CMS, 198, 199, "validity text"},
	    {CMS, 208, 208, "full modem"},
	    {CMS, 209, 209, "elsewhere modem"},
	    {CMS, 210, 210, "poison modem"},
	    {CMS, 211, 211, "full modem"},
	    {CMS, 212, 212, "wait modem"},
	    {CMS, 213, 213, "retry modem"},
	    {CMS, 224, 255, "retry nobody"},
	    /* 27.005 3.2.5 */
	    {CMS, 300, 300, "poison modem"},
	    {CMS, 301, 302, "wait modem"},
	    {CMS, 303, 303, "elsewhere modem"},
	    {CMS, 304, 305, "mode modem"},
	    {CMS, 310, 310, "blocked line"},
	    {CMS, 311, 311, "wait line"},
	    {CMS, 312, 313, "blocked line"},
	    {CMS, 314, 314, "wait line"},
	    {CMS, 315, 318, "blocked line"},
	    {CMS, 320, 320, "retry modem"},
	    {CMS, 321, 321, "gone modem"},
	    {CMS, 322, 322, "full modem"},
	    {CMS, 330, 330, "elsewhere line"},
	    {CMS, 331, 331, "wait nobody"},
	    {CMS, 332, 332, "unknown nobody"},
	    {CMS, 340, 340, "retry modem"},
	    {CMS, 500, 500, "poison modem"},
	    /* the makers' own */
	    {CMS, 512, 512, "wait modem"},
	    {CMS, 513, 513, "poison modem"},
	    {CMS, 514, 515, "wait modem"},
	    {CMS, 517, 517, "wait line"},
	    {CMS, 518, 999, "retry modem"},
	    /* what no table lists */
	    {CMS, -1, 0, "retry nobody"},
	    {CMS, 2, 7, "retry nobody"},
	    {CMS, 177, 191, "retry nobody"},
	    {CMS, 1000, 1010, "retry nobody"},
	    /* 27.007 9.2 */
	    {CME, 3, 3, "retry modem"},
	    {CME, 4, 4, "elsewhere modem"},
	    {CME, 5, 5, "blocked line"},
	    {CME, 10, 10, "blocked line"},
	    {CME, 11, 11, "wait line"},
	    {CME, 12, 13, "blocked line"},
	    {CME, 14, 14, "wait line"},
	    {CME, 15, 18, "blocked line"},
	    {CME, 20, 20, "full modem"},
	    {CME, 21, 22, "gone modem"},
	    {CME, 23, 23, "retry modem"},
	    {CME, 30, 30, "wait nobody"},
	    {CME, 31, 31, "unknown nobody"},
	    {CME, 32, 32, "wait nobody"},
	    {CME, 100, 100, "poison modem"},
	    {CME, 103, 103, "blocked line"},
	    {CME, 107, 107, "elsewhere line"},
	    {CME, 148, 148, "retry nobody"},
	    {CME, 257, 258, "retry modem"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (int code = rows[i].first; code <= rows[i].last; code++) {
			char got[40];
			const struct at_err *e =
			    at_err_find(rows[i].kind, code);
			assert_non_null(e->meaning);
			snprintf(got, sizeof(got), "%s %s", classes[e->class],
			    whom[e->about]);
			if (strcmp(got, rows[i].wanted) != 0)
				fail_msg("%s %d: %s and not %s",
				    rows[i].kind == CMS ? "CMS" : "CME", code,
				    got, rows[i].wanted);
		}
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
