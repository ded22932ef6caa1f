#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/log.h"
#include "base/utf8.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
reading_is_bounded(void **state)
{
	static const struct {
		struct str text;
		size_t cap;
		int code; /* 0: accepted */
		size_t offset;
	} rows[] = {
	    {STR("{\"a\":1}"), 100, 0, 0},
	    {STR("[]"), 2, 0, 0},
	    {STR("[1]"), 2, JSON_ERR_LARGE, 2},
	    {STR(""), 100, JSON_ERR_SYNTAX, 0},
	    {STR("{\"a\":1,\"a\":2}"), 100, JSON_ERR_SYNTAX, 10},
	    {STR("{\"a\":"), 100, JSON_ERR_SYNTAX, 5},
	    {STR("[1] x"), 100, JSON_ERR_SYNTAX, 5},
	    {STR("7"), 100, JSON_ERR_SYNTAX, 1},
	    {STR("[\"\xff\"]"), 100, JSON_ERR_SYNTAX, 2},
	    {STR("[\"\\u0000\"]"), 100, JSON_ERR_SYNTAX, 9},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct err err = {0};
		json_t *got = json_read(rows[i].text, rows[i].cap, &err);
		assert_int_equal(got == NULL, rows[i].code != 0);
		if (err.code != rows[i].code || err.offset != rows[i].offset)
			fail_msg("row %zu: code %d offset %zu: %s", i, err.code,
			    err.offset, err.text);
		json_decref(got);
	}
	assert_null(json_read(str_from(NULL), 10, NULL));
}

/* They are printed as JSON: cut between characters, whatever stood there. */
static void
words_of_errors_are_utf8(void **state)
{
	(void)state;
	char text[400];
	for (size_t pad = 0; pad < 4; pad++) {
		struct err err;
		size_t n = 0;
		text[n++] = '[';
		while (n < 1 + pad)
			text[n++] = 'a';
		while (n + 5 < sizeof(text)) {
			memcpy(text + n, "\360\237\230\200", 4);
			n += 4;
		}
		text[n] = '\0';
		assert_null(json_read(str_of(text, n), n, &err));
		assert_true(utf8_valid(str_from(err.text)));
		err_set(&err, -1, 0, "%s", text);
		assert_true(utf8_valid(str_from(err.text)));
		assert_true(strlen(err.text) > ERR_TEXT_OCTETS - 5);
		memcpy(text, "[\"", 2);
		text[2 + pad] = '\xff';
		assert_null(json_read(str_of(text, n), n, &err));
		assert_true(utf8_valid(str_from(err.text)));
	}
}

static void
depth_is_bounded(void **state)
{
	(void)state;
	char *deep = malloc(100000);
	memset(deep, '[', 100000);
	struct err err;
	assert_null(json_read(str_of(deep, 100000), 100000, &err));
	assert_int_equal(err.code, JSON_ERR_SYNTAX);
	free(deep);
}

static void
files(void **state)
{
	(void)state;
	char path[] = "json_test-XXXXXX";
	int fd = mkstemp(path);
	assert_int_equal(write(fd, "{\"k\":\"v\"}\n", 10), 10);
	close(fd);
	struct err err;
	json_t *got = json_read_file(path, 10, &err);
	assert_string_equal(json_text(got, "k", "?"), "v");
	json_decref(got);
	assert_null(json_read_file(path, 9, &err));
	assert_int_equal(err.code, JSON_ERR_FILE);
	unlink(path);
	assert_null(json_read_file(path, 9, &err));
	assert_int_equal(err.code, JSON_ERR_FILE);
	assert_non_null(strstr(err.text, "No such file"));
	assert_null(json_read_file("/", 9, &err));
	assert_int_equal(err.code, JSON_ERR_FILE);
}

static void
members_or_otherwise(void **state)
{
	(void)state;
	json_t *o =
	    json_read(STR("{\"t\":\"x\",\"n\":-5,\"r\":1.5}"), 99, NULL);
	assert_string_equal(json_text(o, "t", "-"), "x");
	assert_string_equal(json_text(o, "n", "-"), "-");
	assert_null(json_text(o, "absent", NULL));
	assert_true(json_int(o, "n", 7) == -5);
	assert_true(json_int(o, "t", 7) == 7);
	assert_true(json_int(o, "r", 7) == 7);
	assert_true(json_int(NULL, "n", 7) == 7);
	json_decref(o);
}

static void
lines(void **state)
{
	(void)state;
	char *text = NULL;
	size_t octets = 0;
	FILE *out = open_memstream(&text, &octets);
	json_t *o = json_pack("{s:o,s:o,s:o,s:o,s:o}", "bad",
	    json_clean("a\xff\0\r\"", 5), "whole", json_milli(-5000), "part",
	    json_milli(2500), "tenth", json_milli(100), "large",
	    json_milli(INT64_C(123456789012345)));
	json_line(out, o);
	json_decref(o);
	fclose(out);
	assert_string_equal(text,
	    "{\"bad\":\"a\xef\xbf\xbd\xef\xbf\xbd\\r\\\"\",\"whole\":-5,"
	    "\"part\":2.5,\"tenth\":0.1,\"large\":123456789012.345}\n");
	free(text);
	o = json_clean(NULL, 0);
	assert_string_equal(json_string_value(o), "");
	json_decref(o);
}

static void
ignore(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

static void
the_unwritable_is_logged(void **state)
{
	(void)state;
	char *text = NULL;
	size_t octets = 0;
	FILE *out = open_memstream(&text, &octets);
	unsigned long before = log_count(LOG_ERROR);
	log_set_sink(ignore, NULL);
	json_line(out, NULL);
	log_set_sink(NULL, NULL);
	fclose(out);
	assert_string_equal(text, "");
	assert_true(log_count(LOG_ERROR) == before + 1);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reading_is_bounded),
	    cmocka_unit_test(words_of_errors_are_utf8),
	    cmocka_unit_test(depth_is_bounded),
	    cmocka_unit_test(files),
	    cmocka_unit_test(members_or_otherwise),
	    cmocka_unit_test(lines),
	    cmocka_unit_test(the_unwritable_is_logged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
