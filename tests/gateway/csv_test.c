/* RFC 4180 and what spreadsheets make of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "gateway/admin/csv.h"

/* Rows as "LINE:field|field;" and bad ones as "LINE!;". */
static void
spell(struct buf *out, struct str text)
{
	struct csv csv;
	struct csv_row row;
	struct err err;
	int rc;

	csv_start(&csv, text);
	while ((rc = csv_next(&csv, &row, &err)) != 0) {
		buf_add_format(out, "%zu%s", row.line, rc > 0 ? ":" : "!");
		for (size_t i = 0; i < row.count; i++) {
			if (i > 0)
				buf_add_char(out, '|');
			buf_add_str(out, row.fields[i]);
		}
		buf_add_char(out, ';');
	}
}

static void
rows_are_read(void **state)
{
	static const struct {
		const char *text, *wanted;
	} rows[] = {
	    {"", ""},
	    {"\n\r\n\n", ""},
	    {"a,b", "1:a|b;"},
	    {"a,b\n", "1:a|b;"},
	    {"a,b\r\nc,d\r\n", "1:a|b;2:c|d;"},
	    {"a,b\rc,d\r", "1:a|b;2:c|d;"},
	    {"a\n\n\nb\n", "1:a;4:b;"},
	    {"a,,\n,,", "1:a||;2:||;"},
	    {"\xEF\xBB\xBF"
	     "a,b\n",
		"1:a|b;"},
	    {"\"a\",\"b,c\"\n", "1:a|b,c;"},
	    {"\"a\"\"b\"\n", "1:a\"b;"},
	    {"\"\"\"\"\n", "1:\";"},
	    {"\"\",\"\"\n", "1:|;"},
	    {"\"a\nb\",c\nd\n", "1:a\nb|c;3:d;"},
	    {"\"a\r\nb\",c\r\nd\r\n", "1:a\r\nb|c;3:d;"},
	    {"5\" pipe,x\n", "1:5\" pipe|x;"},
	    {"a;b\nc;d,e\n", "1:a|b;2:c|d,e;"},
	    {"a\tb\n", "1:a|b;"},
	    {"a,b;c\n", "1:a|b;c;"},
	    {"\"a\"b,c\nd\n", "1!;2:d;"},
	    {"\"a,b\nc,d\ne,f\n", "1!;2:c|d;3:e|f;"},
	    {"a\nb\xFF\nc\n", "1:a;2!;3:c;"},
	    {"a\n\"b\xFF\nx\"\nc\n", "1:a;2!;4:c;"},
	    {"a\nb\x01\nc\n", "1:a;2!;3:c;"},
	    {"a\tb\x7F\nc\n", "1!;2:c;"},
	    {"西红柿,3斤\n", "1:西红柿|3斤;"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[256];
		struct buf out = buf_over(text, sizeof(text));

		spell(&out, str_from(rows[i].text));
		if (strcmp(text, rows[i].wanted) != 0)
			fail_msg("row %zu: %s", i, text);
	}
}

static void
limits_are_kept(void **state)
{
	struct buf in = buf_new(1 << 16), out = buf_new(1 << 16);
	(void)state;
	for (int i = 0; i < CSV_FIELDS; i++)
		buf_add_text(&in, i > 0 ? "," : "");
	buf_add_text(&in, "\n");
	for (int i = 0; i <= CSV_FIELDS; i++)
		buf_add_text(&in, i > 0 ? ",x" : "x");
	buf_add_text(&in, "\n");
	for (int i = 0; i <= CSV_ROW_OCTETS; i++)
		buf_add_char(&in, 'y');
	buf_add_text(&in, "\nend\n");
	spell(&out, buf_str(&in));
	assert_non_null(strstr(out.at, "2!;3!;4:end;"));
	buf_free(&in);
	buf_free(&out);
}

static void
a_cut_at_any_place_does_no_harm(void **state)
{
	static const char text[] = "a,\"b\"\"c\r\nd\",e\r\n\"f\",g\r\n";
	(void)state;
	for (size_t n = 0; n < sizeof(text); n++) {
		struct buf out = buf_new(1 << 12);

		spell(&out, str_of(text, n));
		buf_free(&out);
	}
}

static void
a_nul_is_no_text(void **state)
{
	char text[64];
	struct buf out = buf_over(text, sizeof(text));
	(void)state;
	spell(&out, str_of("a\0b\nc\n", 6));
	assert_string_equal(text, "1!;2:c;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_are_read),
	    cmocka_unit_test(limits_are_kept),
	    cmocka_unit_test(a_cut_at_any_place_does_no_harm),
	    cmocka_unit_test(a_nul_is_no_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
