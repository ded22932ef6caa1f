#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/link/http_fields.h"

static void
forms_and_json(void **state)
{
	static const struct {
		const char *type, *body, *name, *value;
		int rc;
	} cases[] = {
	    {"application/x-www-form-urlencoded",
		"from=%2B254711000001&text=2kg+to%6dato&id=", "from",
		"+254711000001", 0},
	    {"", "a=1&text=2kg+to%6dato", "text", "2kg tomato", 0},
	    {"", "id=&x=1", "id", "", 0},
	    {"", "flag&x=1", "flag", "", 0},
	    {"", "a=1&a=2", "a", "1", 0},
	    {"", "a=1", "b", NULL, 0},
	    {"", "a=1", "", NULL, 0},
	    {"",
		"t=ma\xf1"
		"ana",
		"t", "ma\303\261ana", 0},
	    {"", "t=ma%C3%B1ana", "t", "ma\303\261ana", 0},
	    {"text/plain", "t=x", "t", "x", 0},
	    {"application/json; charset=utf-8", "{\"from\":\"+1\",\"n\":7}",
		"n", "7", 0},
	    {"", " [{\"a\":{\"b\":[null,{\"c\":\"x\"}]}}]", "[0].a.b[1].c", "x",
		0},
	    {"", "{\"a\":true,\"b\":1.5,\"c\":null}", "a", "true", 0},
	    {"", "{\"a\":true,\"b\":1.5,\"c\":null}", "b", "1.5", 0},
	    {"", "{\"a\":true,\"b\":1.5,\"c\":null}", "c", NULL, 0},
	    {"", "{\"a\":{\"b\":1}}", "a", NULL, 0},
	    {"", "{\"a\":[1]}", "a[x]", NULL, 0},
	    {"", "{\"a\":[1]}", "a[9]", NULL, 0},
	    {"", "{\"a\":[1]}", "a..b", NULL, 0},
	    {"", "", "a", NULL, 0},
	    {"", "a=%", "a", NULL, HTTP_FIELDS_SYNTAX},
	    {"", "a=%4", "a", NULL, HTTP_FIELDS_SYNTAX},
	    {"", "a=%4g", "a", NULL, HTTP_FIELDS_SYNTAX},
	    {"", "a=x%00y", "a", NULL, HTTP_FIELDS_SYNTAX},
	    {"", "{\"a\":", "a", NULL, HTTP_FIELDS_SYNTAX},
	    {"application/json", "a=1", "a", NULL, HTTP_FIELDS_SYNTAX},
	    {"application/json", "\xEF\xBB\xBF{\"a\":1}", "a", "1", 0},
	    {"multipart/form-data; boundary=x", "--x", "a", NULL,
		HTTP_FIELDS_TYPE},
	    {"application/xml", "<a/>", "a", NULL, HTTP_FIELDS_TYPE},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct http_fields f;
		struct err err;
		http_fields_init(&f);
		int rc = http_fields_body(
		    &f, cases[i].type, str_from(cases[i].body), &err);
		assert_int_equal(rc, cases[i].rc);
		const char *value =
		    rc == 0 ? http_fields_get(&f, cases[i].name) : NULL;
		if (cases[i].value == NULL)
			assert_null(value);
		else
			assert_string_equal(value, cases[i].value);
		http_fields_free(&f);
	}
}

static void
they_have_an_end(void **state)
{
	struct http_fields f;
	struct buf many = buf_new(200000);
	(void)state;
	for (int i = 0; i < 65; i++)
		buf_add_format(&many, "a%d=1&", i);
	http_fields_init(&f);
	assert_int_equal(
	    http_fields_form(&f, buf_str(&many), NULL), HTTP_FIELDS_LARGE);
	http_fields_free(&f);
	buf_clear(&many);
	buf_add_text(&many, "a=");
	for (int i = 0; i < 70000; i++)
		buf_add_char(&many, 'x');
	http_fields_init(&f);
	assert_int_equal(
	    http_fields_form(&f, buf_str(&many), NULL), HTTP_FIELDS_LARGE);
	http_fields_free(&f);
	buf_free(&many);
}

/* -- strict ---------------------------------------------------------------- */

static int
taken(const char *body, const char *name, const char **value_out)
{
	static struct http_fields f;
	static char copy[64];
	struct err err;
	struct str text = str_from(body);
	http_fields_init_strict(&f, 128, 16);
	int rc = body[0] == '{' ? http_fields_json(&f, text, &err)
				: http_fields_form(&f, text, &err);
	if (rc == 0)
		rc = http_fields_take(value_out, &f, name, &err);
	if (rc == 0 && *value_out != NULL) {
		str_copy(copy, sizeof(copy), str_from(*value_out));
		*value_out = copy;
	}
	http_fields_free(&f);
	return rc;
}

/* Nothing is guessed, and only what is asked for is judged. */
static void
strictly(void **state)
{
	static const struct {
		const char *body, *value;
		int rc;
	} cases[] = {
	    {"t=ma%C3%B1a", "ma\303\261a", 0},
	    {"t=", "", 0},
	    {"t=0123456789abcdef", "0123456789abcdef", 0},
	    {"t=0123456789abcdefg", NULL, HTTP_FIELDS_LARGE},
	    {"x=0123456789abcdefg&t=1", NULL, HTTP_FIELDS_LARGE},
	    {"0123456789abcdefg=1&t=1", NULL, HTTP_FIELDS_LARGE},
	    {"t=ma%F1a", NULL, HTTP_FIELDS_SYNTAX},
	    {"x=%F1&t=1", "1", 0},
	    {"t=%ed%a0%80", NULL, HTTP_FIELDS_SYNTAX},
	    {"t=1%0A", NULL, HTTP_FIELDS_SYNTAX},
	    {"t=%7f", NULL, HTTP_FIELDS_SYNTAX},
	    {"t=%c2%85", NULL, HTTP_FIELDS_SYNTAX},
	    {"t=%c2%a0", "\302\240", 0},
	    {"x=%0A&t=1", "1", 0},
	    {"T=1", "1", 0},
	    {"T=1&t=2", "2", 0},
	    {"{\"T\":1}", "1", 0},
	    {"{\"T\":1,\"t\":2}", "2", 0},
	    {"t=1%00", NULL, HTTP_FIELDS_SYNTAX},
	    {"u=1", NULL, 0},
	    {"a=0123456789&b=0123456789&c=0123456789&d=0123456789&"
	     "e=0123456789&f=0123456789&g=0123456789&h=0123456789&"
	     "i=0123456789&j=0123456789",
		NULL, HTTP_FIELDS_LARGE},
	    {"{\"t\":7}", "7", 0},
	    {"{\"t\":null}", NULL, 0},
	    {"{\"t\":\"\\u00f1\"}", "\303\261", 0},
	    {"{\"t\":\"\\u0007\"}", NULL, HTTP_FIELDS_SYNTAX},
	    {"{\"x\":\"\\u0007\",\"t\":1}", "1", 0},
	    {"{\"t\":\"\\u0000\"}", NULL, HTTP_FIELDS_SYNTAX},
	    {"{\"t\":\"\xf1\"}", NULL, HTTP_FIELDS_SYNTAX},
	    {"{\"t\":1,\"t\":2}", NULL, HTTP_FIELDS_SYNTAX},
	    {"{\"x\":[[\"0123456789abcdefg\"]]}", NULL, HTTP_FIELDS_LARGE},
	    {"{\"0123456789abcdefg\":1}", NULL, HTTP_FIELDS_LARGE},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *value = NULL;
		int rc = taken(cases[i].body, "t", &value);
		if (rc != cases[i].rc)
			fail_msg("%s: %d", cases[i].body, rc);
		if (cases[i].value == NULL)
			assert_null(value);
		else
			assert_string_equal(value, cases[i].value);
	}
}

static void
first_of_those_that_come_again(void **state)
{
	struct http_fields f;
	(void)state;
	http_fields_init_strict(&f, 128, 16);
	assert_int_equal(
	    http_fields_form(&f, STR("a=1&b=2&a=3&a=4&b=5"), NULL), 0);
	assert_string_equal(http_fields_get(&f, "a"), "1");
	assert_int_equal(f.repeated, 3);
	http_fields_free(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(forms_and_json),
	    cmocka_unit_test(they_have_an_end),
	    cmocka_unit_test(strictly),
	    cmocka_unit_test(first_of_those_that_come_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
