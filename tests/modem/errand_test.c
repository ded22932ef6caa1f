/* A child process: its arguments, its time, its end, what it says. */
#include "modem/errand.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sys/wait.h>

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

/* The loop turns only when the child is dead: all its words lie in the pipe. */
static void
wait_for_death(void)
{
	siginfo_t info;
	assert_int_equal(waitid(P_ALL, 0, &info, WEXITED | WNOWAIT), 0);
}

static void
wait_for_stop(void)
{
	siginfo_t info;
	assert_int_equal(waitid(P_ALL, 0, &info, WSTOPPED | WNOWAIT), 0);
}

static struct bed
run_behind(struct errand_work work, void (*before)(void))
{
	struct bed bed = {.loop = loop_new(), .said = buf_new(8192)};
	log_set_sink(keep_line, &bed);
	work.label = "a";
	work.on_end = on_end;
	work.arg = &bed;
	struct errand *errand = errand_new(bed.loop, &work);
	if (before != NULL)
		before();
	while (bed.ends == 0)
		loop_once(bed.loop, true);
	errand_free(&errand);
	loop_free(&bed.loop);
	assert_int_equal(bed.ends, 1);
	return bed;
}

static struct bed
run(struct errand_work work)
{
	return run_behind(work, NULL);
}

static struct bed
run_shell_behind(const char *script, int64_t limit_ms, void (*before)(void))
{
	char shell[] = "/bin/sh", option[] = "-c", name[] = "sh";
	char text[256], argument[] = "a b;c", link[] = "FURROW_LINK=m";
	char *argv[] = {shell, option, text, name, argument, NULL};
	char *environment[] = {link, NULL};
	str_copy(text, sizeof(text), str_from(script));
	struct errand_work work = {
	    .argv = argv, .environment = environment, .limit_ms = limit_ms};
	return run_behind(work, before);
}

static struct bed
run_shell(const char *script, int64_t limit_ms)
{
	return run_shell_behind(script, limit_ms, NULL);
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

/* A script that asks the SIM may print whose it is. */
static void
test_numbers_in_words(void **state)
{
	(void)state;
	struct bed bed = run_shell("echo from 0711 000 001, 12345.67 left; "
				   "printf +254711000001",
	    5000);
	assert_string_equal(
	    bed.said.at, "\"from *****001, 12345.67 left\"|\"+254*****001\"|");
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

/* More than one look at the pipe can take, and the child dead before it. */
static void
test_words_of_the_dead(void **state)
{
	(void)state;
	struct bed bed = run_shell_behind(
	    "i=0; while [ $i -lt 20 ]; do printf '%0200d\\n' $i; "
	    "i=$((i+1)); done | tr 0-9 a-j",
	    5000, wait_for_death);
	assert_int_equal(bed.end, ERRAND_DONE);
	assert_int_equal(strlen(bed.said.at), strlen("\"\"|") * 20 + 200 * 20);
	buf_free(&bed.said);
}

static void
test_words_of_the_late(void **state)
{
	(void)state;
	struct bed bed =
	    run_shell_behind("echo half; kill -STOP $$", 100, wait_for_stop);
	assert_int_equal(bed.end, ERRAND_LATE);
	assert_string_equal(bed.said.at, "\"half\"|");
	buf_free(&bed.said);
}

/* It runs on, in peace, and keeps the output open. */
static void
test_grandchild(void **state)
{
	(void)state;
	struct bed bed = run_shell("sleep 60 & echo $!; exit 3", 5000);
	assert_int_equal(bed.end, ERRAND_DONE);
	assert_int_equal(bed.code, 3);
	pid_t grandchild = (pid_t)strtol(bed.said.at + 1, NULL, 10);
	assert_true(grandchild > 0);
	assert_int_equal(kill(grandchild, SIGKILL), 0);
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
	    cmocka_unit_test(test_numbers_in_words),
	    cmocka_unit_test(test_words_without_end),
	    cmocka_unit_test(test_words_of_the_dead),
	    cmocka_unit_test(test_words_of_the_late),
	    cmocka_unit_test(test_grandchild),
	    cmocka_unit_test(test_too_slow),
	    cmocka_unit_test(test_killed),
	    cmocka_unit_test(test_no_such_program),
	    cmocka_unit_test(test_function),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
