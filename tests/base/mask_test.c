/* What a viewer reads in place of a number, what a log does, and what stays as
 * it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mask.h"

#define B "•••••"

static void
numbers_are_hidden_and_nothing_else(void **state)
{
	static const struct {
		const char *text, *wanted;
	} rows[] = {
	    {"", ""},
	    {"+254711000001", "+254" B "001"},
	    {"+8613912345678", "+86" B "678"},
	    {"+12025550123", "+1" B "123"},
	    {"+6591234567", "+65" B "567"},
	    {"+22990123", "+229" B "123"}, /* eight digits in all */
	    {"+123456", "+123456"}, /* too short for one */
	    {"0711000001", B "001"},
	    {"254711000001", B "001"},
	    {"00254711000001", B "001"},
	    {"13912345678", B "678"},
	    {"12345678", "12345678"},
	    {"123456789", B "789"},
	    {"call Juma 0711000001 now", "call Juma " B "001 now"},
	    {"0711 000 001", B "001"},
	    {"0711-000-001.", B "001."},
	    {"(0711) 000-001", "(" B "001"},
	    {"+254 711 000 001", "+254" B "001"},
	    {"+ 254711000001", "+ 254" B "001"},
	    {"+254711000 001", "+254" B "001"},
	    {"0711.000.001", B "001"},
	    {"0711000001/0722000002", B "001/" B "002"},
	    {"0711000001 0722000002", B "001 " B "002"},
	    {"06 12 34 56 78", B "678"},
	    {"+33 6 12 34 56 78", "+33" B "678"},
	    {"0 7 1 1 0 0 0 0 0 1", B "001"},
	    {"+254711000001+254722000002", "+254" B "001+254" B "002"},
	    {"0711000001 50 bags", B "001 50 bags"},
	    {"x0711000001y", "x" B "001y"},
	    {"tel:+254711000001,5kg", "tel:+254" B "001,5kg"},
	    /* Every digit of a longer one too: nobody's words can hide one. */
	    {"254711000001254711000002", B "002"},
	    /* Other scripts. */
	    {"０７１１０００００１", B "001"},
	    {"＋２５４７１１０００００１", "＋254" B "001"},
	    {"٠٧١١٠٠٠٠٠١", B "001"},
	    {"०७११०००००१", B "001"},
	    {"07١١0०००01", B "001"},
	    {"߀߇߁߁߀߀߀߀߀߁", B "001"}, /* N'Ko */
	    {"୦୭୧୧୦୦୦୦୦୧", B "001"}, /* Oriya */
	    /* A phone's screen is narrow. */
	    {"0711\n000001", B "001"},
	    {"0711\r\n000\t001", B "001"},
	    /* A no-break space, a dash, a soft hyphen, a zero-width joiner. */
	    {"0711\xC2\xA0"
	     "000\xE2\x80\x93"
	     "001",
		B "001"},
	    {"071\xC2\xAD"
	     "1000001",
		B "001"},
	    /* What is no number. */
	    {"2026-11-26T12:28:29.123+03:00", "2026-11-26T12:28:29.123+03:00"},
	    {"2026-11-26 12:28:29", "2026-11-26 12:28:29"},
	    {"until 2026-11-26 0711000001", "until 2026-11-26 " B "001"},
	    {"2026-99-26 12:28", B "612:28"},
	    {"50 2026-11-26", "50 2026-11-26"},
	    {"12:28:29 2026-11-26 0711000001", "12:28:29 2026-11-26 " B "001"},
	    {"5kg tomato at 40.50, 90 kg", "5kg tomato at 40.50, 90 kg"},
	    {"#K7F4M 1 YES 2 NO 3 SOME", "#K7F4M 1 YES 2 NO 3 SOME"},
	    {"1,000,000,000", "1,000,000,000"},
	    {"*384*96*1#", "*384*96*1#"},
	    /* Bad octets stay what they are. */
	    {"\xFF"
	     "0711000001",
		"\xFF" B "001"},
	};
	char out[256], again[256];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		(void)mask_text(out, sizeof(out), str_from(rows[i].text));
		assert_string_equal(out, rows[i].wanted);
		(void)mask_text(again, sizeof(again), str_from(out));
		assert_string_equal(again, out);
	}
}

/* What operators push to a SIM, and helpers of a modem print. */
static void
a_log_hides_shorter_ones_and_keeps_amounts(void **state)
{
	static const struct {
		const char *text, *wanted;
	} rows[] = {
	    {"", ""},
	    {"+254711000001", "+254*****001"},
	    {"0711000001", "*****001"},
	    {"1234567", "*****567"},
	    {"123456", "123456"}, /* a code, an amount */
	    {"711 00 01", "*****001"},
	    {"711-0001", "*****001"},
	    {"0711.00.00.01", "*****001"},
	    {"٠٧١١٠٠٠٠٠١", "*****001"},
	    {"٧١١ ٠٠٠١", "*****001"},
	    {"*141*12345678901234#", "*141******234#"},
	    {"*144*0711000001*50#", "*144******001*50#"},
	    {"from 0711000001 to +254722000002",
		"from *****001 to +254*****002"},
	    /* Amounts. */
	    {"Bal: 12345.67 KES", "Bal: 12345.67 KES"},
	    {"999999.99", "999999.99"},
	    {"1,234,567.00", "1,234,567.00"},
	    {"1234567.00", "*****700"},
	    {"012345.67", "*****567"}, /* no amount begins so */
	    {"71100.00.01", "*****001"},
	    {"12345.67 0711000001", "*****001"}, /* too much */
	    /* Days and times. */
	    {"until 26/11/2026", "until 26/11/2026"},
	    {"26-11-2026 12:28", "26-11-2026 12:28"},
	    {"26/11/2026 12:28 12345.67", "26/11/2026 12:28 12345.67"},
	    {"26.11.2026, 2026-11-26 12:28:29",
		"26.11.2026, 2026-11-26 12:28:29"},
	    {"26-11-2026-01", "*****601"},
	    {"96-11-2026", "*****026"},
	    {"26-11-1926", "*****926"},
	    /* Machines. */
	    {"192.168.100.200:8642", "192.168.100.200:8642"},
	    {"254.711.000.001", "*****001"},
	    {"254.110.000.001", "*****001"}, /* none has 000 */
	    {"192.168.100.200.1", "*****200.1"},
	    {"+192.168.100.200", "+1*****200"},
	    {"#K7F4M 1 YES", "#K7F4M 1 YES"},
	};
	char out[256], again[256];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		(void)mask_line(out, sizeof(out), str_from(rows[i].text));
		assert_string_equal(out, rows[i].wanted);
		(void)mask_line(again, sizeof(again), str_from(out));
		assert_string_equal(again, out);
	}
}

static void
a_small_room_cuts_and_never_shows_more(void **state)
{
	struct str text = STR("call 0711000001 or +254722000002");
	char out[64];

	(void)state;
	for (size_t room = 1; room < sizeof(out); room++) {
		size_t octets = mask_text(out, room, text);

		assert_true(octets < room);
		assert_int_equal(strlen(out), octets);
		assert_null(strstr(out, "0711"));
		assert_null(strstr(out, "722"));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_hidden_and_nothing_else),
	    cmocka_unit_test(a_small_room_cuts_and_never_shows_more),
	    cmocka_unit_test(a_log_hides_shorter_ones_and_keeps_amounts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
