/* Each row is judged whole and at every cut: a part of it is not enough, or
 * refused as the whole is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/http_head.h"

#define CAP 8192
#define H "Host: farm.example:8642\r\n"

struct row {
	const char *clause, *head;
	int want; /* 0: taken, all of it; else the status */
};

static const struct row rows[] = {
    {"9112 3", "GET / HTTP/1.1\r\n" H "\r\n", 0},
    {"9112 2.2 an empty line before", "\r\nGET / HTTP/1.1\r\n" H "\r\n", 0},
    {"9112 2.2 two of them", "\r\n\r\nGET / HTTP/1.1\r\n" H "\r\n", 400},
    {"9112 2.2 LF alone", "GET / HTTP/1.1\n" H "\r\n", 400},
    {"9112 2.2 LF alone", "GET / HTTP/1.1\r\n" H "\n", 400},
    {"9112 2.2 CR alone", "GET / HTTP/1.1\r\nX: a\rb\r\n" H "\r\n", 400},
    {"9112 2.2 no request", "\x16\x03\x01\x02\r\n\r\n", 400},
    {"9112 3 two blanks", "GET  / HTTP/1.1\r\n" H "\r\n", 400},
    {"9112 3 a tab", "GET\t/ HTTP/1.1\r\n" H "\r\n", 400},
    {"9112 3 a word more", "GET / x HTTP/1.1\r\n" H "\r\n", 400},
    {"9112 3 no version", "GET /\r\n" H "\r\n", 400},
    {"9112 3.1 another method", "BREW / HTTP/1.1\r\n" H "\r\n", 501},
    {"9112 3.1 case counts", "get / HTTP/1.1\r\n" H "\r\n", 501},
    {"9110 9.3.8", "TRACE / HTTP/1.1\r\n" H "\r\n", 405},
    {"9110 9.3.6", "CONNECT a:1 HTTP/1.1\r\n" H "\r\n", 405},
    {"9112 2.3", "GET / HTTP/2.0\r\n" H "\r\n", 505},
    {"9112 2.3", "GET / HTTP/1.2\r\n" H "\r\n", 505},
    {"9112 2.3", "GET / HTTP/0.9\r\n" H "\r\n", 505},
    {"9112 2.3", "GET / HTTP/1.10\r\n" H "\r\n", 400},
    {"9112 2.3", "GET / http/1.1\r\n" H "\r\n", 400},
    {"9112 3.2.2", "GET http://farm.example/ HTTP/1.1\r\n" H "\r\n", 400},
    {"9112 3.2.4", "OPTIONS * HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 empty part", "GET //a HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 empty part", "GET /a//b HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 empty end", "GET /a/b/ HTTP/1.1\r\n" H "\r\n", 0},
    {"3986 3.3 dots", "GET /a/.. HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 dots", "GET /./a HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 hidden dots", "GET /a/%2e%2E/b HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 hidden dots", "GET /a/.%2e HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.3 more dots", "GET /a/.../b HTTP/1.1\r\n" H "\r\n", 0},
    {"3986 3.3 a dot file", "GET /.well HTTP/1.1\r\n" H "\r\n", 0},
    {"3986 2.1", "GET /a%2fb HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2.1", "GET /a%5Cb HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2", "GET /a\\b HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2.1", "GET /a%00 HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2.1", "GET /a%0d%0ab HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2.1", "GET /a%7f HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2.1", "GET /a%2 HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2.1", "GET /a%zz HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 2", "GET /\xc3\xa9 HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.5", "GET /#x HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.4", "GET /a?q=%2B1%0a%2f&b=//../ HTTP/1.1\r\n" H "\r\n", 0},
    {"3986 3.4", "GET /a?q=%00 HTTP/1.1\r\n" H "\r\n", 400},
    {"3986 3.4", "GET /a?q=% HTTP/1.1\r\n" H "\r\n", 400},
    {"9112 3.2 no Host", "GET / HTTP/1.1\r\n\r\n", 400},
    {"9112 3.2 no Host, old", "GET / HTTP/1.0\r\n\r\n", 400},
    {"9112 3.2 empty", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
    {"9112 3.2 two", "GET / HTTP/1.1\r\n" H H "\r\n", 400},
    {"9112 3.2 form", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
    {"9112 3.2 form", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
    {"9112 3.2 form", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
    {"9112 3.2 IPv6", "GET / HTTP/1.1\r\nHost: [::1]:8642\r\n\r\n", 0},
    {"9112 5.1 blank", "GET / HTTP/1.1\r\n" H "X : a\r\n\r\n", 400},
    {"9112 5.1 no name", "GET / HTTP/1.1\r\n" H ": a\r\n\r\n", 400},
    {"9112 5.1 no colon", "GET / HTTP/1.1\r\n" H "X\r\n\r\n", 400},
    {"9112 5.2 folded", "GET / HTTP/1.1\r\n" H "X: a\r\n b\r\n\r\n", 400},
    {"9112 5.2 folded", "GET / HTTP/1.1\r\n X: a\r\n" H "\r\n", 400},
    {"9110 5.5 control", "GET / HTTP/1.1\r\n" H "X: a\x01\r\n\r\n", 400},
    {"9110 5.5 UTF-8", "GET / HTTP/1.1\r\n" H "X: \xc3\xa9\t\r\n\r\n", 0},
    {"9110 5.3 two",
	"GET / HTTP/1.1\r\n" H "Authorization: a\r\nauthorization: a\r\n\r\n",
	400},
    {"9110 5.3 two",
	"GET / HTTP/1.1\r\n" H "Cookie: a=1\r\nCookie: b=2\r\n\r\n", 400},
    {"9110 5.3 two",
	"GET / HTTP/1.1\r\n" H "X-CSRF-Token: a\r\nX-Csrf-Token: b\r\n\r\n",
	400},
    {"9110 5.3 two, empty",
	"GET / HTTP/1.1\r\n" H "Cookie:\r\nCookie: b=2\r\n\r\n", 400},
    {"9110 5.3 two that may be",
	"GET / HTTP/1.1\r\n" H "Accept: a\r\nAccept: b\r\n\r\n", 0},
    {"9112 6.3 no body", "POST / HTTP/1.1\r\n" H "Content-Length: 0\r\n\r\n",
	0},
    {"9112 6.3 a body", "POST / HTTP/1.1\r\n" H "Content-Length: 12\r\n\r\n",
	0},
    {"9112 6.3 two equal",
	"POST / HTTP/1.1\r\n" H
	"Content-Length: 3\r\nContent-Length: 3\r\n\r\n",
	400},
    {"9112 6.3 a list", "POST / HTTP/1.1\r\n" H "Content-Length: 3, 3\r\n\r\n",
	400},
    {"9112 6.3 a sign", "POST / HTTP/1.1\r\n" H "Content-Length: +3\r\n\r\n",
	400},
    {"9112 6.3 hex", "POST / HTTP/1.1\r\n" H "Content-Length: 0x3\r\n\r\n",
	400},
    {"9112 6.3 empty", "POST / HTTP/1.1\r\n" H "Content-Length:\r\n\r\n", 400},
    {"9112 6.3 huge",
	"POST / HTTP/1.1\r\n" H "Content-Length: 99999999999999999999\r\n\r\n",
	413},
    {"9112 6.3 both",
	"POST / HTTP/1.1\r\n" H
	"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
	400},
    {"9112 6.1", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\n\r\n",
	411},
    {"9112 6.1", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: xchunked\r\n\r\n",
	501},
    {"9112 6.1",
	"POST / HTTP/1.1\r\n" H "Transfer-Encoding: gzip, chunked\r\n\r\n",
	501},
    {"9112 6.1 old",
	"POST / HTTP/1.0\r\n" H "Transfer-Encoding: chunked\r\n\r\n", 400},
    {"9110 9.3.1", "GET / HTTP/1.1\r\n" H "Content-Length: 3\r\n\r\n", 400},
    {"9110 10.1.1", "POST / HTTP/1.1\r\n" H "Expect: 100-continue\r\n\r\n", 0},
    {"9110 10.1.1", "POST / HTTP/1.1\r\n" H "Expect: rain\r\n\r\n", 417},
};

static void
every_row_whole_and_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct row *row = &rows[i];
		struct http_head head;
		struct err err;
		size_t octets = strlen(row->head);
		int want = row->want == 0 ? (int)octets : -row->want;
		int got =
		    http_head_read(&head, str_of(row->head, octets), CAP, &err);
		if (got != want)
			fail_msg("%s: %s: %d %s", row->clause, row->head, got,
			    err.text);
		assert_true((got < 0) == (err.text[0] != '\0'));
		for (size_t cut = 0; cut < octets; cut++) {
			got = http_head_read(
			    &head, str_of(row->head, cut), CAP, &err);
			if (got != 0 && (got != want || want >= 0))
				fail_msg(
				    "%s cut at %zu: %d", row->head, cut, got);
		}
	}
}

static void
a_nul_in_it(void **state)
{
	static const char with_nul[] = "GET / HTTP/1.1\r\n" H "X: a\0b\r\n\r\n";
	struct http_head head;
	(void)state;
	assert_int_equal(http_head_read(&head,
			     str_of(with_nul, sizeof(with_nul) - 1), CAP, NULL),
	    -400);
}

static void
what_is_read(void **state)
{
	static const char text[] =
	    "POST /api/v1/login?x=1 HTTP/1.1\r\nhost:  farm.example \r\n"
	    "CONTENT-LENGTH: 12\r\nExpect: 100-Continue\r\n\r\n{\"name\":";
	struct http_head head;
	(void)state;
	int got = http_head_read(&head, str_from(text), CAP, NULL);
	assert_int_equal(got, (int)(strstr(text, "\r\n\r\n") + 4 - text));
	assert_true(str_is(head.method, "POST"));
	assert_true(str_is(head.target, "/api/v1/login?x=1"));
	assert_true(str_is(head.host, "farm.example"));
	assert_int_equal(head.body_octets, 12);
	assert_true(head.waits);
}

static void
what_is_too_long(void **state)
{
	static char text[3 * CAP];
	struct http_head head;
	(void)state;
	memset(text, 'a', sizeof(text));
	memcpy(text, "GET /", 5);
	assert_int_equal(
	    http_head_read(&head, str_of(text, CAP - 1), CAP, NULL), 0);
	assert_int_equal(
	    http_head_read(&head, str_of(text, CAP), CAP, NULL), -414);
	assert_int_equal(
	    http_head_read(&head, str_of(text, sizeof(text)), CAP, NULL), -414);
	int at = snprintf(text, sizeof(text), "GET / HTTP/1.1\r\nX: ");
	text[at] = 'a';
	assert_int_equal(
	    http_head_read(&head, str_of(text, CAP), CAP, NULL), -431);
	at = snprintf(text, sizeof(text), "GET / HTTP/1.1\r\n" H);
	for (int i = 0; i <= HTTP_HEAD_FIELDS; i++)
		at +=
		    snprintf(text + at, sizeof(text) - (size_t)at, "A: b\r\n");
	snprintf(text + at, sizeof(text) - (size_t)at, "\r\n");
	assert_int_equal(
	    http_head_read(&head, str_from(text), CAP, NULL), -431);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_row_whole_and_cut),
	    cmocka_unit_test(a_nul_in_it),
	    cmocka_unit_test(what_is_read),
	    cmocka_unit_test(what_is_too_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
