/* A table of any size goes to furrowd in pieces, cut between rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "programs/furrow/csv_pieces.h"

static void
a_row_ends_where_furrowd_ends_it(void **state)
{
	static const struct {
		const char *text;
		size_t octets, lines;
	} cases[] = {
	    {"a,b\nc\n", 4, 1},
	    {"a,b\r\nc\n", 5, 1},
	    {"a,b\rc\n", 4, 1},
	    {"a,b", 3, 1},
	    {"\n\na\n", 1, 1},
	    {"\"a\nb\",c\nd\n", 8, 2},
	    {"\"a\r\nb\",c\nd\n", 9, 2},
	    {"\"a \"\"q\"\" b\n\"\nd\n", 13, 2},
	    {"a,\"b\n,\"\nd\n", 8, 2},
	    /* A quote inside a plain field stands for itself. */
	    {"5\" pipe,b\nc\n", 10, 1},
	    /* Not closed, or text behind its end: with the line. */
	    {"\"a,b\nc,d\n", 5, 1},
	    {"\"a\nb\"x,c\nd\n", 3, 1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t lines = 0;
		size_t octets =
		    csv_pieces_row(str_from(cases[i].text), ',', &lines);
		if (octets != cases[i].octets || lines != cases[i].lines)
			fail_msg("%s: %zu octets, %zu lines", cases[i].text,
			    octets, lines);
	}
}

static void
a_large_table_comes_whole_and_in_order(void **state)
{
	static const char head[] = "\xEF\xBB\xBF\nphone,\"na\nme\"\n";
	struct buf file = buf_new(8u * 1024 * 1024), got = buf_new(file.cap);
	struct csv_pieces p;
	struct str piece;
	size_t lines = 4, count = 0;
	(void)state;
	buf_add_text(&file, head);
	for (int i = 0; i < 50000; i++)
		buf_add_format(&file, "07%08d,\"line\r\n of %d\"\n", i, i);
	FILE *in = fmemopen(file.at, file.octets, "r");
	csv_pieces_begin(&p, in);
	assert_true(str_starts(csv_pieces_peek(&p), head));
	while (csv_pieces_next(&p, &piece) == 1) {
		char want[32];
		struct str rows = str_of(
		    piece.at + strlen(head), piece.octets - strlen(head));
		assert_true(str_starts(piece, head));
		snprintf(want, sizeof(want), "07%08zu,", (lines - 4) / 2);
		assert_true(str_starts(rows, want));
		assert_int_equal(csv_pieces_line(&p, 4), lines);
		assert_int_equal(csv_pieces_line(&p, 9), lines + 5);
		for (size_t i = 0; i < rows.octets; i++)
			lines += rows.at[i] == '\n';
		buf_add_str(&got, rows);
		count++;
	}
	assert_in_range(count, 2, 20);
	assert_int_equal(got.octets, file.octets - strlen(head));
	assert_memory_equal(got.at, file.at + strlen(head), got.octets);
	csv_pieces_end(&p);
	fclose(in);
	buf_free(&file);
	buf_free(&got);
}

/* Octets that never end a row cost memory of one piece. */
static void
a_file_that_is_no_table_ends(void **state)
{
	size_t octets = 3 * CSV_PIECE_OCTETS, sum = 0;
	char *junk = malloc(octets);
	struct csv_pieces p;
	struct str piece;
	(void)state;
	memset(junk, '"', octets);
	junk[octets - 2] = 'x';
	FILE *in = fmemopen(junk, octets, "r");
	csv_pieces_begin(&p, in);
	while (csv_pieces_next(&p, &piece) == 1) {
		assert_false(p.piece.full || p.text.full);
		sum += piece.octets;
	}
	assert_true(sum >= octets);
	csv_pieces_end(&p);
	fclose(in);
	free(junk);
}

static void
an_empty_file_is_one_empty_piece(void **state)
{
	struct csv_pieces p;
	struct str piece;
	(void)state;
	FILE *in = fopen("/dev/null", "r");
	csv_pieces_begin(&p, in);
	assert_int_equal(csv_pieces_next(&p, &piece), 1);
	assert_int_equal(piece.octets, 0);
	assert_int_equal(csv_pieces_next(&p, &piece), 0);
	csv_pieces_end(&p);
	fclose(in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_row_ends_where_furrowd_ends_it),
	    cmocka_unit_test(a_large_table_comes_whole_and_in_order),
	    cmocka_unit_test(a_file_that_is_no_table_ends),
	    cmocka_unit_test(an_empty_file_is_one_empty_piece),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
