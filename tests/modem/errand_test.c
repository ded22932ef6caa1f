/* A child process: its arguments, its time, its end, what it says. */
#include "modem/errand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/str.h"

struct bed {
	struct loop *loop;
	struct buf said;
	enum errand_end end;
	int code, ends;
};

/* "a b|", from the lines of output. */
static void
keep_line(const char *line, void *arg)
{
	struct bed *bed = arg;
	const char *at = strstr(line, "text=");
	if (at != NULL)
		buf_add_format(&bed->said, "%s|", at + strlen("text="));
}

static void
on_end(void *arg, enum errand_end end, int code)
{
	struct bed *bed = arg;
	bed->end = end;
	bed->code = code;
	bed->ends++;
}

static struct bed
run(struct errand_work work)
{
	struct bed bed = {.loop = loop_new(), .said = buf_new(8192)};
	log_set_sink(keep_line, &bed);
	work.label = "a";
	work.on_end = on_end;
	work.arg = &bed;
	struct errand *errand = errand_new(bed.loop, &work);
	while (bed.ends == 0)
		loop_once(bed.loop, true);
	errand_free(&errand);
	loop_free(&bed.loop);
	assert_int_equal(bed.ends, 1);
	return bed;
}

static struct bed
run_shell(const char *script, int64_t limit_ms)
{
	char shell[] = "/bin/sh", option[] = "-c", name[] = "sh";
	char text[256], argument[] = "a b;c", link[] = "FURROW_LINK=m";
	char *argv[] = {shell, option, text, name, argument, NULL};
	char *environment[] = {link, NULL};
	str_copy(text, sizeof(text), str_from(script));
	return run((struct errand_work){
	    .argv = argv, .environment = environment, .limit_ms = limit_ms});
}

static void
test_arguments_and_words(void **state)
{
	(void)state;
	struct bed bed = run_shell("echo \"$FURROW_LINK\" \"$1\" \"$HOME\" >&2;"
				   "printf end; exit 3",
	    5000);
	assert_int_equal(bed.end, ERRAND_DONE);
	assert_int_equal(bed.code, 3);
	assert_string_equal(bed.said.at, "\"m a b;c\"|\"end\"|");
	buf_free(&bed.said);
}

static void
test_words_without_end(void **state)
{
	(void)state;
	struct bed bed = run_shell("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 "
				   "15 16 17 18 19 20 21 22; do echo x; done",
	    5000);
	assert_int_equal(bed.end, ERRAND_DONE);
	assert_int_equal(strlen(bed.said.at), strlen("\"x\"|") * 20);
	buf_free(&bed.said);
}

/* Its children too; whoever holds its output open holds nobody up. */
static void
test_too_slow(void **state)
{
	(void)state;
	struct bed bed = run_shell("sleep 60 & sleep 60", 100);
	assert_int_equal(bed.end, ERRAND_LATE);
	buf_free(&bed.said);
}

static void
test_killed(void **state)
{
	(void)state;
	struct bed bed = run_shell("kill -9 $$", 5000);
	assert_int_equal(bed.end, ERRAND_KILLED);
	assert_int_equal(bed.code, 9);
	buf_free(&bed.said);
}

static void
test_no_such_program(void **state)
{
	(void)state;
	char relay[] = "/nonexistent/relay";
	char *argv[] = {relay, NULL}, *environment[] = {NULL};
	struct bed bed = run((struct errand_work){
	    .argv = argv, .environment = environment, .limit_ms = 5000});
	assert_int_equal(bed.end, ERRAND_DONE);
	assert_int_equal(bed.code, 127);
	buf_free(&bed.said);
}

static int
answer(const void *record)
{
	return *(const int *)record;
}

static void
test_function(void **state)
{
	(void)state;
	int code = 13;
	struct bed bed = run((struct errand_work){
	    .call = answer, .record = &code, .limit_ms = 5000});
	assert_int_equal(bed.end, ERRAND_DONE);
	assert_int_equal(bed.code, 13);
	buf_free(&bed.said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_arguments_and_words),
	    cmocka_unit_test(test_words_without_end),
	    cmocka_unit_test(test_too_slow),
	    cmocka_unit_test(test_killed),
	    cmocka_unit_test(test_no_such_program),
	    cmocka_unit_test(test_function),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
