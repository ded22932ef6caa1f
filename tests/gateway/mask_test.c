/* What a viewer reads in place of a number, and what stays as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/admin/mask.h"

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

static void
all_of_an_answer_is_masked(void **state)
{
	json_t *root =
	    json_pack("{s:[{s:s, s:s, s:I, s:{s:s}}], s:s, s:s, s:s, s:s, s:i}",
		"items", "phone", "+254711000001", "text", "call 0722000002",
		"id", (json_int_t)254711000001, "deep", "why",
		"+254733000003 is blocked", "next", "1732623456789.123", "hash",
		"0123456789012345678901234567890123456789", "raw",
		"07915892000000F0040B", "detail", "0711000001", "status", 409);
	char *text;

	(void)state;
	mask_json(root);
	text = json_dumps(root, JSON_WRITE_FLAGS | JSON_SORT_KEYS);
	assert_string_equal(text,
	    "{\"detail\":\"" B "001\","
	    "\"hash\":\"0123456789012345678901234567890123456789\","
	    "\"items\":[{\"deep\":{\"why\":\"+254" B "003 is blocked\"},"
	    "\"id\":254711000001,\"phone\":\"+254" B "001\","
	    "\"text\":\"call " B "002\"}],"
	    "\"next\":\"1732623456789.123\",\"raw\":\"" B "\","
	    "\"status\":409}");
	free(text);
	json_decref(root);
	mask_json(NULL);
}

static void
what_is_too_deep_is_left_out(void **state)
{
	json_t *inner = json_pack("[s]", "0711000001"), *root = inner;
	char *text;

	(void)state;
	for (int i = 0; i < 200; i++)
		root = json_pack("[o]", root);
	mask_json(root);
	text = json_dumps(root, JSON_WRITE_FLAGS);
	assert_null(strstr(text, "0711"));
	free(text);
	json_decref(root);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_hidden_and_nothing_else),
	    cmocka_unit_test(a_small_room_cuts_and_never_shows_more),
	    cmocka_unit_test(all_of_an_answer_is_masked),
	    cmocka_unit_test(what_is_too_deep_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
