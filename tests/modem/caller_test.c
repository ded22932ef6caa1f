/* Who rings: every form of the line, and which rings are one call. */
#include "modem/caller.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
test_lines(void **state)
{
	static const struct {
		const char *line, *number; /* "": names nobody */
	} rows[] = {
	    {"+CLIP: \"+254722000001\",145", "+254722000001"},
	    {"+CLIP:\"0722000001\",129", "0722000001"},
	    {"+CLIP: \"254722000001\",145,,,,0", "+254722000001"},
	    {"+CLIP: \"0722000001\",161,\"\",0,\"Amina, O.\",0", "0722000001"},
	    {"+CLIP: \"0722000001\",129,\"\",,\"\",0", "0722000001"},
	    {"+CLIP: 0722000001,129", "0722000001"},
	    {"+clip: \" 0722000001 \",129", "0722000001"},
	    {"+CLIP: \"*144#\",129", "*144#"},
	    {"MISSED_CALL: 02:22AM 07712345678", "07712345678"},
	    {"MISSED_CALL: 02:22PM +254722000001", "+254722000001"},
	    /* Withheld, not available, no number. */
	    {"+CLIP: \"\",128,\"\",,\"\",1", ""},
	    {"+CLIP: \"\",128", ""},
	    {"+CLIP: ,128", ""},
	    {"+CLIP:", ""},
	    {"+CLIP: \"0722000001\",129,,,\"\",1", ""},
	    {"+CLIP: \"0722000001\",129,,,\"\",2", ""},
	    {"+CLIP: \"Withheld\",208", ""},
	    {"+CLIP: \"07+22000001\",129", ""},
	    {"+CLIP: \"12\",129", ""},
	    {"+CLIP: \"123456789012345678901\",129", ""},
	    {"MISSED_CALL: 02:22AM ", ""},
	    {"MISSED_CALL:", ""},
	    {"RING", ""},
	    {"+CRING: VOICE", ""},
	    {"", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char number[CALLER_OCTETS] = "x";
		bool named = caller_read(number, str_from(rows[i].line));
		if (strcmp(number, rows[i].number) != 0)
			fail_msg("%s: \"%s\"", rows[i].line, number);
		assert_int_equal(named, rows[i].number[0] != '\0');
	}
}

static void
test_rings_of_one_call(void **state)
{
	(void)state;
	struct caller_book book = {.count = 0};
	assert_true(caller_is_new(&book, "0722", 1000, 60000));
	assert_false(caller_is_new(&book, "0722", 6000, 60000));
	assert_true(caller_is_new(&book, "0733", 6001, 60000));
	assert_false(caller_is_new(&book, "0722", 11000, 60000));
	/* Again and again, each within a minute of the last: still one. */
	assert_false(caller_is_new(&book, "0722", 70999, 60000));
	assert_false(caller_is_new(&book, "0722", 130998, 60000));
	assert_true(caller_is_new(&book, "0722", 190998, 60000));
}

/* More callers at a time than places: the one longest silent gives way. */
static void
test_many_callers(void **state)
{
	(void)state;
	struct caller_book book = {.count = 0};
	char number[CALLER_OCTETS];
	for (int i = 0; i < CALLERS_MAX; i++) {
		snprintf(number, sizeof(number), "07%02d", i);
		assert_true(caller_is_new(&book, number, 100 + i, 60000));
	}
	assert_false(caller_is_new(&book, "0700", 200, 60000));
	assert_true(caller_is_new(&book, "0799", 201, 60000));
	assert_false(caller_is_new(&book, "0700", 202, 60000));
	assert_true(caller_is_new(&book, "0701", 203, 60000));
	assert_int_equal(book.count, CALLERS_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_rings_of_one_call),
	    cmocka_unit_test(test_many_callers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
