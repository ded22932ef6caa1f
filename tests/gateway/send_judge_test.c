/* Whose fault is it?  Each row of a story is one failure, or "ok" for a text
 * that was taken, and the verdict that must follow. */
#include "gateway/link/send_judge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define A STR("+254711000001")
#define B STR("+254711000002")
#define C STR("+254711000003")
#define D STR("+254711000004")

static const char *const remedies[] = {
    [MODEM_REMEDY_NONE] = "",
    [MODEM_REMEDY_SWEEP] = " sweep",
    [MODEM_REMEDY_NETWORK] = " network",
    [MODEM_REMEDY_CHECK] = " check",
    [MODEM_REMEDY_REGISTER] = " register",
    [MODEM_REMEDY_RESET] = " reset",
};

/* "credit rest=900 serious check", pauses and rests in seconds. */
static const char *
words(char dst[120], const struct send_verdict *v)
{
	static const char *const again[] = {
	    "", "again", "again no-validity", "again plain"};
	int n = snprintf(dst, 120, "%s",
	    v->again != SEND_AGAIN_NO ? again[v->again]
				      : refusal_name(v->refusal));
	if (v->pause_ms > 0)
		n += snprintf(dst + n, 120 - (size_t)n, " pause=%d",
		    (int)(v->pause_ms / 1000));
	if (v->rest_ms > 0)
		n += snprintf(dst + n, 120 - (size_t)n, " rest=%d",
		    (int)(v->rest_ms / 1000));
	snprintf(dst + n, 120 - (size_t)n, "%s%s", v->serious ? " serious" : "",
	    remedies[v->remedy]);
	return dst;
}

struct world {
	struct send_judge judge;
	int64_t mono_ms;
};

/* A send of that number ends with this code of +CMS ERROR. */
static void
fails(struct world *w, struct str to, int code, const char *wanted)
{
	char got[120];
	const struct at_err *err = at_err_find(AT_ERR_CMS, code);
	struct send_failure failure = {.class = err->class,
	    .to = to,
	    .plain = true, /* tries at once have a test of their own */
	    .no_validity = true,
	    .at_once = 9};
	struct send_verdict v =
	    send_judge_refused(&w->judge, &failure, w->mono_ms += 60000);
	if (strcmp(words(got, &v), wanted) != 0)
		fail_msg("%d: \"%s\" and not \"%s\"", code, got, wanted);
	assert_true(v.rest_ms == 0 || v.why != NULL);
}

static void
a_number_that_fails_alone_holds_up_nobody(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	fails(&w, A, 27, "retry");
	send_judge_accepted(&w.judge, B);
	fails(&w, A, 27, "retry");
	fails(&w, A, 42, "retry");
	/* Whatever the code: others were taken since it failed first. */
	fails(&w, A, 500, "wait pause=30 rest=1 check");
	send_judge_accepted(&w.judge, B);
	fails(&w, A, 500, "retry");
	fails(&w, A, 500, "retry");
	fails(&w, B, 50, "credit rest=900 serious");
	send_judge_accepted(&w.judge, C);
	fails(&w, B, 50, "elsewhere pause=900");
	fails(&w, C, 21, "elsewhere pause=900 rest=30");
	send_judge_accepted(&w.judge, A);
	fails(&w, C, 21, "elsewhere pause=900");
}

static void
unknown_subscribers(void **state)
{
	(void)state;
	/* The number, if others are taken after it. */
	struct world w = {.mono_ms = 1};
	send_judge_accepted(&w.judge, B);
	fails(&w, A, 28, "elsewhere pause=60");
	send_judge_accepted(&w.judge, B);
	fails(&w, A, 28, "dead");
	/* The number, if it fails by itself each time. */
	w = (struct world){.mono_ms = 1};
	fails(&w, A, 30, "elsewhere pause=60");
	fails(&w, A, 30, "elsewhere pause=600");
	fails(&w, A, 30, "dead");
	/* The SIM, if several numbers do: none of them is killed. */
	w = (struct world){.mono_ms = 1};
	send_judge_accepted(&w.judge, D);
	fails(&w, A, 28, "elsewhere pause=60");
	fails(&w, B, 28, "elsewhere pause=60");
	fails(&w, C, 28, "credit rest=900 serious");
	fails(&w, A, 28, "credit rest=1800 serious");
	fails(&w, B, 28, "credit rest=3600 serious");
	fails(&w, C, 28, "credit rest=3600 serious");
	send_judge_accepted(&w.judge, A);
	fails(&w, B, 28, "dead");
	/* 1 and the service centre's own words leave no doubt. */
	fails(&w, C, 1, "dead");
	fails(&w, C, 195, "dead");
	fails(&w, C, 196, "dead");
}

static void
credit_runs_out(void **state)
{
	(void)state;
	static const int codes[] = {8, 10, 29, 50, 69, 193};
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		struct world w = {.mono_ms = 1};
		fails(&w, A, codes[i], "credit rest=900 serious");
		/* One text at a time finds out; the rest grows. */
		fails(&w, B, codes[i], "credit rest=1800 serious");
		fails(&w, A, codes[i], "credit rest=3600 serious");
		send_judge_reset(&w.judge); /* somebody paid */
		fails(&w, A, codes[i], "credit rest=900 serious");
	}
}

static void
rejected(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	fails(&w, A, 21, "elsewhere pause=900 rest=30");
	fails(&w, B, 21, "elsewhere pause=900 rest=60");
	fails(&w, C, 21, "credit pause=900 rest=900 serious");
	fails(&w, D, 21, "credit pause=900 rest=1800 serious");
}

/* 500 has no meaning of its own: look, then mend, then suspect the credit. */
static void
poisoned(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	fails(&w, A, 500, "wait pause=30 rest=1 check");
	fails(&w, B, 500, "wait pause=30 rest=2 check");
	fails(&w, C, 500, "wait pause=30 rest=4 reset");
	fails(&w, A, 500, "retry pause=30 rest=8 check");
	fails(&w, B, 500, "retry pause=30 rest=16 check");
	fails(&w, C, 500, "credit pause=30 rest=900 serious reset");
	send_judge_accepted(&w.judge, A);
	fails(&w, A, 513, "wait pause=30 rest=1 check");
}

/* No result: once is nobody's fault, in a row it is the SIM's. */
static void
silence(void **state)
{
	(void)state;
	static const struct {
		const char *to;
		bool nonsense;
		const char *wanted;
	} rows[] = {
	    {"+254711000001", false, "none"},
	    {"+254711000001", false, "none"},
	    {"+254711000001", false, "none"},
	    {"+254711000001", false, "none"}, /* one number alone */
	    {"+254711000002", false, "none rest=60 serious"},
	    {"+254711000001", false, "none rest=120 serious"},
	    {"+254711000003", true, "none rest=240 serious check"},
	};
	struct send_judge judge = {.strikes = 0};
	char got[120];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct send_verdict v =
		    send_judge_unknown(&judge, str_from(rows[i].to),
			rows[i].nonsense, (int64_t)(i + 1) * 60000);
		if (strcmp(words(got, &v), rows[i].wanted) != 0)
			fail_msg("%zu: \"%s\" and not \"%s\"", i, got,
			    rows[i].wanted);
	}
	/* Nonsense behind an error without a meaning: it stays like that. */
	struct world w = {.mono_ms = 1};
	fails(&w, A, 500, "wait pause=30 rest=1 check");
	assert_int_equal(
	    send_judge_unknown(&w.judge, B, true, w.mono_ms).remedy,
	    MODEM_REMEDY_RESET);
	send_judge_accepted(&w.judge, B);
	assert_int_equal(
	    send_judge_unknown(&w.judge, B, true, w.mono_ms).remedy,
	    MODEM_REMEDY_CHECK);
}

static void
the_network_fails(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	fails(&w, A, 17, "retry rest=5 network");
	fails(&w, B, 18, "retry rest=10 network");
	fails(&w, C, 38, "retry rest=20 register");
	fails(&w, A, 331, "wait rest=16 network");
}

static void
the_line_is_out(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	fails(&w, A, 310, "blocked rest=60 serious network");
	fails(&w, A, 310, "blocked rest=120 serious network");
	fails(&w, A, 310, "blocked rest=240 serious reset");
	send_judge_reset(&w.judge);
	fails(&w, A, 330, "elsewhere pause=30 rest=10 check");
	send_judge_reset(&w.judge);
	fails(&w, A, 322, "wait rest=3");
	fails(&w, A, 302, "wait rest=4 network");
}

static void
texts_that_are_found_wrong(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	fails(&w, A, 97, "elsewhere pause=60");
	fails(&w, A, 97, "text");
	/* All of them: that is no text's fault. */
	send_judge_reset(&w.judge);
	fails(&w, A, 96, "elsewhere pause=60");
	fails(&w, B, 96, "elsewhere pause=60");
	fails(&w, C, 96, "elsewhere rest=60 serious check");
}

static void
tries_at_once(void **state)
{
	(void)state;
	struct send_judge judge = {.strikes = 0};
	struct send_failure f = {.class = AT_ERR_VALIDITY, .to = A};
	assert_int_equal(
	    send_judge_refused(&judge, &f, 1).again, SEND_AGAIN_NO_VALIDITY);
	assert_true(judge.no_validity);
	f.no_validity = true;
	assert_int_equal(
	    send_judge_refused(&judge, &f, 1).again, SEND_AGAIN_PLAIN);
	f.plain = true;
	assert_int_equal(
	    send_judge_refused(&judge, &f, 1).again, SEND_AGAIN_NO);
	f = (struct send_failure){.class = AT_ERR_TEXT, .to = A};
	assert_int_equal(
	    send_judge_refused(&judge, &f, 1).again, SEND_AGAIN_PLAIN);
	f = (struct send_failure){.class = AT_ERR_MODE, .to = A};
	struct send_verdict v = send_judge_refused(&judge, &f, 1);
	assert_int_equal(v.again, SEND_AGAIN_AS_IS);
	assert_int_equal(v.remedy, MODEM_REMEDY_CHECK);
	f = (struct send_failure){
	    .class = AT_ERR_RETRY, .glitch = true, .at_once = 1, .to = A};
	assert_int_equal(
	    send_judge_refused(&judge, &f, 1).again, SEND_AGAIN_AS_IS);
	f.at_once = 2;
	assert_int_equal(
	    send_judge_refused(&judge, &f, 1).again, SEND_AGAIN_NO);
}

/* More numbers than places: the oldest are forgotten, nothing breaks. */
static void
many_numbers(void **state)
{
	(void)state;
	struct world w = {.mono_ms = 1};
	char to[20];
	for (int i = 0; i < 1000; i++) {
		struct send_failure f = {.class = AT_ERR_RETRY, .to = A};
		snprintf(to, sizeof(to), "+2547220%05d", i);
		f.to = str_from(to);
		struct send_verdict v =
		    send_judge_refused(&w.judge, &f, ++w.mono_ms);
		assert_int_equal(v.refusal, REFUSAL_RETRY);
	}
	fails(&w, str_from(""), 28, "elsewhere pause=60");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_that_fails_alone_holds_up_nobody),
	    cmocka_unit_test(unknown_subscribers),
	    cmocka_unit_test(credit_runs_out),
	    cmocka_unit_test(rejected),
	    cmocka_unit_test(poisoned),
	    cmocka_unit_test(silence),
	    cmocka_unit_test(the_network_fails),
	    cmocka_unit_test(the_line_is_out),
	    cmocka_unit_test(texts_that_are_found_wrong),
	    cmocka_unit_test(tries_at_once),
	    cmocka_unit_test(many_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
