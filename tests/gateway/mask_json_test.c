/* What a viewer reads in place of a number, in all of an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/admin/mask_json.h"

#define B "•••••"

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
	    cmocka_unit_test(all_of_an_answer_is_masked),
	    cmocka_unit_test(what_is_too_deep_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
