#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/utf8.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
keep(const char *line, void *arg)
{
	char *last = arg;
	snprintf(last, 4096, "%s", line);
}

static void
one_event_is_one_line(void **state)
{
	(void)state;
	char last[4096] = "";
	log_set_sink(keep, last);
	log_event(LOG_WARN, "modem", "timeout", "link=%s after_ms=%d", "a", 5);
	assert_string_equal(last, "warn modem timeout link=a after_ms=5");
	log_event(LOG_ERROR, "store", "failed", NULL);
	assert_string_equal(last, "error store failed");
	log_event(LOG_INFO, "link", "said", "text=%s", "two\nlines\x1b[0m");
	assert_string_equal(last, "info link said text=two?lines?[0m");

	char longer[5000];
	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	log_event(LOG_INFO, "link", "said", "text=%s", longer);
	assert_true(strlen(last) < 2048);
	log_set_sink(NULL, NULL);
}

static void
levels_and_counts(void **state)
{
	(void)state;
	char last[4096] = "";
	log_set_sink(keep, last);
	unsigned long before = log_count(LOG_DEBUG);
	log_event(LOG_DEBUG, "a", "hidden", NULL);
	assert_string_equal(last, "");
	assert_true(log_count(LOG_DEBUG) == before);
	log_set_level(LOG_DEBUG);
	log_event(LOG_DEBUG, "a", "shown", NULL);
	assert_string_equal(last, "debug a shown");
	assert_true(log_count(LOG_DEBUG) == before + 1);
	log_set_level(LOG_INFO);
	log_set_sink(NULL, NULL);
}

static void
numbers_are_masked(void **state)
{
	static const struct {
		const char *number, *want;
	} rows[] = {
	    {"+254712345678", "+254*****678"},
	    {"+15551234567", "+1*****567"},
	    {"+79991234567", "+7*****567"},
	    {"+4915112345678", "+49*****678"},
	    {"+8613800138000", "+86*****000"},
	    {"0712345678", "*****678"},
	    {"+254 712 345 678", "+254*****678"},
	    {"tel:+254712345678", "*****678"},
	    {"40404", "*****404"},
	    {"2080", "*****"},
	    {"+2547123", "+254*****"},
	    {"144", "144"},
	    {"SAFARICOM", "SAFARICOM"},
	    {"M PESA\n\"", "M?PESA??"},
	    {"", ""},
	    {"+1234567890123456789012345678901234567890", "+1*****901"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[24];
		assert_string_equal(
		    log_phone(out, sizeof(out), rows[i].number), rows[i].want);
	}
	char out[24];
	assert_string_equal(log_phone(out, sizeof(out), NULL), "");
	log_unmask(true);
	assert_string_equal(
	    log_phone(out, sizeof(out), "+254712345678"), "+254712345678");
	log_unmask(false);
}

static void
what_is_quoted_has_no_numbers(void **state)
{
	char out[64];

	(void)state;
	assert_string_equal(
	    log_quote(out, sizeof(out), "call 0712 345-678 \"now\""),
	    "\"call *****678 \\\"now\\\"\"");
	assert_string_equal(
	    log_quote(out, sizeof(out), "+\u0662\u0665\u0664712345678"),
	    "\"+254*****678\"");
	assert_string_equal(log_quote_ours(out, sizeof(out), "sig=0712345678"),
	    "\"sig=0712345678\"");
	/* However little room there is: nothing of it before the cut. */
	for (size_t room = 3; room < sizeof(out); room++)
		assert_null(
		    strstr(log_quote(out, room, "call 0712345678"), "0712"));
	log_unmask(true);
	assert_string_equal(
	    log_quote(out, sizeof(out), "0712345678"), "\"0712345678\"");
	log_unmask(false);
}

static void
values_are_quoted(void **state)
{
	static const struct {
		const char *text;
		size_t room;
		const char *want;
	} rows[] = {
	    {"plain", 32, "\"plain\""},
	    {"a \"b\" \\", 32, "\"a \\\"b\\\" \\\\\""},
	    {"1\r\n2\t3", 32, "\"1\\r\\n2\\t3\""},
	    {"\x1b\x7f", 32, "\"\\x1b\\x7f\""},
	    {"\xc3\xa9\xff", 32, "\"\xc3\xa9\\xff\""},
	    {"abcdef", 6, "\"abc\""},
	    {"ab\xc3\xa9", 6, "\"ab\""},
	    {"abc\n", 7, "\"abc\""},
	    {"abc", 3, "\"\""},
	    {"abc", 2, ""},
	    {NULL, 32, "\"\""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[32];
		log_quote(out, rows[i].room, rows[i].text);
		assert_string_equal(out, rows[i].want);
		assert_true(utf8_valid(str_from(out)));
	}
}

/* What the standard sink writes is read back through a pipe. */
static void
sink_output(char *out, size_t octets)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	int saved = dup(STDERR_FILENO);
	dup2(ends[1], STDERR_FILENO);
	log_event(LOG_INFO, "a", "b", "c=%d", 1);
	dup2(saved, STDERR_FILENO);
	close(saved);
	close(ends[1]);
	ssize_t got = read(ends[0], out, octets - 1);
	assert_true(got > 0);
	out[got] = '\0';
	close(ends[0]);
}

static void
time_is_left_to_the_journal(void **state)
{
	(void)state;
	char out[256];
	unsetenv("JOURNAL_STREAM");
	sink_output(out, sizeof(out));
	/* 2026-11-25T13:30:13.250Z and a blank */
	assert_int_equal(strlen(out), 25 + strlen("info a b c=1\n"));
	assert_int_equal(out[23], 'Z');
	assert_string_equal(out + 25, "info a b c=1\n");
	setenv("JOURNAL_STREAM", "8:1", 1);
	sink_output(out, sizeof(out));
	assert_string_equal(out, "info a b c=1\n");
}

/* What is in the pipe by now; "" when nothing is. */
static const char *
written(int from, char *out, size_t octets)
{
	ssize_t got = read(from, out, octets - 1);
	out[got > 0 ? got : 0] = '\0';
	return out;
}

static void *
other_thread(void *arg)
{
	log_event(LOG_INFO, "other", "thread", NULL);
	return arg;
}

/* The last test: gathering is for good. */
static void
lines_wait_for_the_flush(void **state)
{
	(void)state;
	int ends[2], saved = dup(STDERR_FILENO);
	char out[4096];
	pthread_t thread;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	dup2(ends[1], STDERR_FILENO);
	setenv("JOURNAL_STREAM", "8:1", 1);
	log_gather();
	log_event(LOG_INFO, "a", "b", "c=1");
	log_event(LOG_INFO, "a", "b", "c=2");
	assert_string_equal(written(ends[0], out, sizeof(out)), "");
	assert_int_equal(pthread_create(&thread, NULL, other_thread, NULL), 0);
	pthread_join(thread, NULL);
	assert_string_equal(
	    written(ends[0], out, sizeof(out)), "info other thread\n");
	log_flush();
	assert_string_equal(
	    written(ends[0], out, sizeof(out)), "info a b c=1\ninfo a b c=2\n");
	log_event(LOG_INFO, "a", "b", "c=3");
	log_event(LOG_WARN, "a", "b", "c=4"); /* waits for nothing */
	assert_string_equal(
	    written(ends[0], out, sizeof(out)), "info a b c=3\nwarn a b c=4\n");
	size_t octets = 0;
	for (int i = 0; i < 3000; i++) { /* more than there is room for */
		log_event(LOG_INFO, "many", "lines", "number=%06d", i);
		octets += strlen(written(ends[0], out, sizeof(out)));
	}
	log_flush();
	while (*written(ends[0], out, sizeof(out)) != '\0')
		octets += strlen(out);
	assert_int_equal(
	    octets, 3000 * strlen("info many lines number=000000\n"));
	dup2(saved, STDERR_FILENO);
	close(saved);
	close(ends[0]);
	close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_event_is_one_line),
	    cmocka_unit_test(levels_and_counts),
	    cmocka_unit_test(numbers_are_masked),
	    cmocka_unit_test(values_are_quoted),
	    cmocka_unit_test(what_is_quoted_has_no_numbers),
	    cmocka_unit_test(time_is_left_to_the_journal),
	    cmocka_unit_test(lines_wait_for_the_flush),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
