#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/csv_cell.h"

static void
fields(void **state)
{
	static const struct {
		const char *text, *field;
	} rows[] = {
	    {"", ""},
	    {"maize", "maize"},
	    {"5kg, ripe", "\"5kg, ripe\""},
	    {"say \"now\"", "\"say \"\"now\"\"\""},
	    {"two\nlines", "\"two\nlines\""},
	    {"=1+1", "'=1+1"},
	    {"+254711000001", "'+254711000001"},
	    {"-2", "-2"},
	    {"-40.50", "-40.50"},
	    {"-", "'-"},
	    {"-2+3", "'-2+3"},
	    {"@SUM(A1)", "'@SUM(A1)"},
	    {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
	    {"\t=1", "\"'\t=1\""},
	    {"\r=1", "\"'\r=1\""},
	    {"\n=1", "\"'\n=1\""},
	    {"  =1", "\"'  =1\""},
	    {"\xef\xbc\x9d"
	     "1",
		"'\xef\xbc\x9d"
		"1"},
	    {"\xef\xbc\x8b"
	     "1",
		"'\xef\xbc\x8b"
		"1"},
	    {"\xef\xbc\x8d"
	     "1",
		"'\xef\xbc\x8d"
		"1"},
	    {"\xef\xbc\xa0"
	     "1",
		"'\xef\xbc\xa0"
		"1"},
	    {"\xe7\x95\xaa\xe8\x8c\x84", "\xe7\x95\xaa\xe8\x8c\x84"},
	    {"'=1", "'=1"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf b = buf_new(200);
		csv_cell_words(&b, str_from(rows[i].text));
		buf_add_char(&b, '\0');
		assert_string_equal(b.at, rows[i].field);
		buf_free(&b);
	}
	struct buf b = buf_new(20);
	csv_cell_plain(&b, STR("-2.50"));
	csv_cell_plain(&b, str_of("a\0b", 3));
	assert_int_equal(b.octets, 10);
	assert_memory_equal(b.at, "-2.50\"a\0b\"", 10);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(fields)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
