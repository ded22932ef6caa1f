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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(forms_and_json),
	    cmocka_unit_test(they_have_an_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
