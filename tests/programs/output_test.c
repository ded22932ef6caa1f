/* How values look in a table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "programs/furrow/output.h"

static void
width_is_what_a_terminal_takes(void **state)
{
	static const struct {
		const char *text;
		size_t wanted;
	} rows[] = {
	    {"", 0},
	    {"maize", 5},
	    {"pièce", 5},
	    {"pie\xCC\x80"
	     "ce",
		5}, /* a combining accent takes no place */
	    {"西红柿", 6},
	    {"टमाटर", 4}, /* its vowel sign stands above */
	    {"\xFF", 1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (output_width(rows[i].text) != rows[i].wanted)
			fail_msg("%s: %zu", rows[i].text,
			    output_width(rows[i].text));
}

static void
times_are_local(void **state)
{
	char got[40];
	(void)state;
	setenv("TZ", "EAT-3", 1);
	output_local_time(got, sizeof(got), "2026-11-25T22:30:13.250Z");
	assert_string_equal(got, "2026-11-26 01:30");
	output_local_time(got, sizeof(got), "soon");
	assert_string_equal(got, "soon");
}

static void
states_have_colours_only_on_a_terminal(void **state)
{
	(void)state;
	assert_int_equal(output_state_colour("up"), COLOUR_GREEN);
	assert_int_equal(output_state_colour("failed"), COLOUR_RED);
	assert_int_equal(output_state_colour("unknown"), COLOUR_AMBER);
	assert_int_equal(output_state_colour("queued"), COLOUR_NONE);
	assert_int_equal(output_state_colour("up confirmed"), COLOUR_GREEN);
	assert_int_equal(output_state_colour(""), COLOUR_NONE);
	setenv("NO_COLOR", "1", 1);
	assert_string_equal(output_colour(COLOUR_RED), "");
}

/* Prints rows into a file and gives the text. */
static void
print(char *dst, size_t dst_octets, enum format format,
    const struct column *columns, const char *rows)
{
	char path[] = "furrow-output-XXXXXX";
	struct output *out = output_begin(format, columns);
	json_t *list = json_loads(rows, 0, NULL);
	FILE *in;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(output_to_file(out, path), 0);
	for (size_t i = 0; i < json_array_size(list); i++)
		output_row(out, json_array_get(list, i));
	assert_int_equal(output_end(&out, NULL), 0);
	in = fopen(path, "r");
	dst[fread(dst, 1, dst_octets - 1, in)] = '\0';
	fclose(in);
	unlink(path);
	json_decref(list);
}

static const struct column columns[] = {
    {"code", "CODE", COLUMN_CODE, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"hidden", NULL, COLUMN_TEXT, false},
    {"roles", "ROLES", COLUMN_LIST, false},
    {"note", "NOTE", COLUMN_TEXT, true},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const char rows_json[] =
    "[{\"code\":\"K7F\",\"price\":35.5,\"hidden\":\"a,\\\"b\\\"\","
    "\"roles\":[\"buyer\",\"seller\"],\"note\":\"two\\nlines\"},"
    "{\"code\":null,\"price\":4000,\"roles\":[],\"note\":\"\"},"
    "{\"code\":\"K7F4M\",\"price\":null,\"hidden\":true,\"note\":\"西\"}]";

static void
a_table_is_aligned(void **state)
{
	char got[1024];
	(void)state;
	print(got, sizeof(got), FORMAT_TABLE, columns, rows_json);
	assert_string_equal(got, "CODE    PRICE  ROLES         NOTE\n"
				 "#K7F    35.50  buyer|seller  two lines\n"
				 "         4000\n"
				 "#K7F4M                       西\n");
}

static void
csv_is_by_the_rfc(void **state)
{
	char got[1024];
	(void)state;
	print(got, sizeof(got), FORMAT_CSV, columns, rows_json);
	assert_string_equal(got, "code,price,hidden,roles\n"
				 "K7F,35.50,\"a,\"\"b\"\"\",buyer|seller\n"
				 ",4000,,\n"
				 "K7F4M,,yes,\n");
	print(got, sizeof(got), FORMAT_CSV, columns, "[]");
	assert_string_equal(got, "code,price,hidden,roles\n");
}

static void
a_number_has_no_point_at_its_end(void **state)
{
	static const struct column one[] = {
	    {"n", "N", COLUMN_NUMBER, false},
	    {NULL, NULL, COLUMN_TEXT, false},
	};
	char got[256];
	(void)state;
	print(got, sizeof(got), FORMAT_CSV, one,
	    "[{\"n\":1.0},{\"n\":0.0},{\"n\":0.25},{\"n\":120.0},{\"n\":7}]");
	assert_string_equal(got, "n\n1\n0\n0.25\n120\n7\n");
}

static void
json_is_whole_and_one_a_line(void **state)
{
	char got[1024];
	(void)state;
	print(got, sizeof(got), FORMAT_JSON, columns,
	    "[{\"more\":1,\"code\":\"K7F\"},{\"text\":\"a\\nb\"}]");
	assert_string_equal(
	    got, "{\"more\":1,\"code\":\"K7F\"}\n{\"text\":\"a\\nb\"}\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(width_is_what_a_terminal_takes),
	    cmocka_unit_test(times_are_local),
	    cmocka_unit_test(states_have_colours_only_on_a_terminal),
	    cmocka_unit_test(a_table_is_aligned),
	    cmocka_unit_test(csv_is_by_the_rfc),
	    cmocka_unit_test(a_number_has_no_point_at_its_end),
	    cmocka_unit_test(json_is_whole_and_one_a_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
