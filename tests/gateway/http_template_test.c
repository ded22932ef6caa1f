#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/link/http_template.h"

static const struct http_values values = {.to = {"+254711000001", 13},
    .from = {"FURROW", 6},
    .text = {"2kg \"tomato\" & 1=1\r\nX: y \\ \303\261", 29},
    .id = {"42", 2},
    .user = {"sandbox", 7},
    .key = {"s3cret", 6}};

static void
filled_for_its_place(void **state)
{
	static const struct {
		const char *form;
		enum http_escape how;
		const char *out;
	} cases[] = {
	    {"to={to}&n={to-plain}&m={text}&i={id}", HTTP_ESCAPE_URL,
		"to=%2B254711000001&n=254711000001&m=2kg%20%22tomato%22%20%26%"
		"201%3D1%0D%0AX%3A%20y%20%5C%20%C3%B1&i=42"},
	    {"{\"to\":\"{to}\",\"text\":\"{text}\"}", HTTP_ESCAPE_JSON,
		"{\"to\":\"+254711000001\",\"text\":\"2kg \\\"tomato\\\" & "
		"1=1\\u000d\\nX: y \\\\ \303\261\"}"},
	    {"X-Text: {text}", HTTP_ESCAPE_FIELD,
		"X-Text: 2kg \"tomato\" & 1=1  X: y \\ \303\261"},
	    {"{user}:{key}@{from}", HTTP_ESCAPE_URL, "sandbox:s3cret@FURROW"},
	    {"{ to } {} {{id}} {To}", HTTP_ESCAPE_FIELD, "{ to } {} {42} {To}"},
	    {"{to", HTTP_ESCAPE_FIELD, "{to"},
	    {"", HTTP_ESCAPE_URL, ""},
	};
	char storage[512];
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf out = buf_over(storage, sizeof(storage));
		assert_int_equal(http_template_check(cases[i].form, NULL), 0);
		assert_true(http_template_fill(
		    &out, cases[i].form, cases[i].how, &values));
		assert_string_equal(out.at, cases[i].out);
	}
	struct buf small = buf_over(storage, 8);
	assert_false(
	    http_template_fill(&small, "{text}", HTTP_ESCAPE_URL, &values));
}

static void
places_that_are_none(void **state)
{
	struct err err;
	(void)state;
	assert_int_equal(http_template_check("to={to}&x={sender}", &err),
	    HTTP_TEMPLATE_PLACE);
	assert_int_equal(err.offset, 10);
	assert_memory_equal(err.text, "there is no place {sender}", 26);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(filled_for_its_place),
	    cmocka_unit_test(places_that_are_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
