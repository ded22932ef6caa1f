/* Whose fault a refusal by a centre is, and how much it bears. */
#include "gateway/link/smpp_judge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/link/smpp_status.h"

static const char *const numbers[] = {
    "+254711000001", "+254711000002", "+254711000003", "+254711000004"};

static struct smpp_verdict
refused(struct smpp_judge *j, uint32_t status, int number)
{
	return smpp_judge_refused(j, status, str_from(numbers[number]), true);
}

static void
a_number_alone_is_given_up(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	for (int i = 0; i < 10; i++) {
		struct smpp_verdict v = refused(&j, SMPP_RINVDSTADR, 0);
		assert_int_equal(v.refusal, REFUSAL_DEAD);
		assert_int_equal(v.rest_ms, 0);
	}
}

static void
three_numbers_are_our_own_fault(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	assert_int_equal(refused(&j, SMPP_RINVDSTADR, 0).rest_ms, 0);
	assert_int_equal(refused(&j, SMPP_RINVDSTADR, 1).rest_ms, 0);
	struct smpp_verdict v = refused(&j, SMPP_RINVDSTADR, 2);
	assert_int_equal(v.refusal, REFUSAL_CREDIT);
	assert_true(v.serious);
	assert_int_equal(v.rest_ms, 60000);
	assert_int_equal(refused(&j, SMPP_RINVDSTADR, 3).rest_ms, 120000);
	smpp_judge_taken(&j);
	v = refused(&j, SMPP_RINVDSTADR, 3);
	assert_int_equal(v.refusal, REFUSAL_DEAD);
}

static void
others_were_taken_meanwhile(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	for (int i = 0; i < 12; i++) {
		assert_int_equal(
		    refused(&j, SMPP_RINVDSTADR, i % 4).refusal, REFUSAL_DEAD);
		smpp_judge_taken(&j);
	}
}

/* 5.2: an option that it does not like is left out, once, and for good when it
 * was the validity. */
static void
options_are_left_out(void **state)
{
	struct smpp_judge j = {.tails = 0};
	struct str to = str_from(numbers[0]);
	(void)state;
	assert_true(
	    smpp_judge_refused(&j, SMPP_RINVEXPIRY, to, false).again_plain);
	assert_true(j.no_validity);
	assert_true(
	    smpp_judge_refused(&j, SMPP_RINVMSGLEN, to, false).again_plain);
	struct smpp_verdict v =
	    smpp_judge_refused(&j, SMPP_RINVMSGLEN, to, true);
	assert_false(v.again_plain);
	assert_int_equal(v.refusal, REFUSAL_TEXT);
}

static void
passing_faults_rest_only_in_a_row(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	assert_int_equal(refused(&j, SMPP_RSYSERR, 0).rest_ms, 0);
	assert_int_equal(refused(&j, SMPP_RSYSERR, 0).rest_ms, 0);
	assert_int_equal(refused(&j, SMPP_RSYSERR, 0).rest_ms, 5000);
	for (int i = 0; i < 20; i++)
		refused(&j, SMPP_RSYSERR, 0);
	assert_int_equal(refused(&j, SMPP_RSYSERR, 0).rest_ms, 300000);
}

static void
too_fast(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	for (int i = 0; i < 100; i++)
		assert_true(refused(&j, SMPP_RTHROTTLED, 0).throttled);
	assert_int_equal(refused(&j, SMPP_RTHROTTLED, 0).refusal, REFUSAL_WAIT);
}

/* 5.1.3: whose queue is full, ESME_RMSGQFUL does not say. */
static void
a_full_queue_of_one_holds_up_nobody(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	for (int i = 0; i < 10; i++) {
		struct smpp_verdict v = refused(&j, SMPP_RMSGQFUL, 0);
		assert_false(v.throttled);
		assert_int_equal(v.refusal, REFUSAL_RETRY);
		assert_int_equal(v.rest_ms, 0);
	}
	assert_false(refused(&j, SMPP_RMSGQFUL, 1).throttled);
	struct smpp_verdict v = refused(&j, SMPP_RMSGQFUL, 2);
	assert_true(v.throttled);
	assert_int_equal(v.refusal, REFUSAL_WAIT);
	smpp_judge_taken(&j);
	assert_false(refused(&j, SMPP_RMSGQFUL, 2).throttled);
}

static void
bound_anew_but_not_in_a_circle(void **state)
{
	struct smpp_judge j = {.tails = 0};
	(void)state;
	assert_true(refused(&j, SMPP_RINVBNDSTS, 0).rebind);
	assert_int_equal(smpp_judge_rebinds(&j), 0);
	assert_int_equal(smpp_judge_rebinds(&j), 5000);
	assert_int_equal(smpp_judge_rebinds(&j), 10000);
	for (int i = 0; i < 20; i++)
		smpp_judge_rebinds(&j);
	assert_int_equal(smpp_judge_rebinds(&j), 300000);
	smpp_judge_taken(&j);
	assert_int_equal(smpp_judge_rebinds(&j), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_alone_is_given_up),
	    cmocka_unit_test(three_numbers_are_our_own_fault),
	    cmocka_unit_test(others_were_taken_meanwhile),
	    cmocka_unit_test(options_are_left_out),
	    cmocka_unit_test(passing_faults_rest_only_in_a_row),
	    cmocka_unit_test(too_fast),
	    cmocka_unit_test(bound_anew_but_not_in_a_circle),
	    cmocka_unit_test(a_full_queue_of_one_holds_up_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
