/* RFC 9112: each answer is fed whole, octet by octet and at every split. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/http_reply.h"

#define CAP 40

struct answer {
	const char *octets;
	int status; /* or a negative error; 0: not whole, whatever comes */
	const char *body;
	bool keep, ends; /* with the connection only */
	size_t behind; /* octets that are not its own */
	int64_t retry_after_s;
};

static const struct answer answers[] = {
    {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello", true,
	false, 0, -1},
    {"HTTP/1.1 200 OK\r\ncontent-length:5\r\n\r\nhelloHTTP", 200, "hello", true,
	false, 4, -1},
    {"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", 200, "", true, false, 0, -1},
    {"\r\nHTTP/1.1 204 No Content\r\n\r\n", 204, "", true, false, 0, -1},
    {"HTTP/1.1 401 No\nConnection: Close\nContent-Length: 2\n\nno", 401, "no",
	false, false, 0, -1},
    {"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nx",
	200, "x", true, false, 0, -1},
    {"HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, "x", false, false, 0,
	-1},
    {"HTTP/1.1 200 OK\r\n\r\nto the end", 200, "to the end", false, true, 0,
	-1},
    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
     "5\r\nhello\r\n00b;a=b\r\n, how are y\r\n0\r\nX: y\r\n\r\nrest",
	200, "hello, how are y", true, false, 4, -1},
    /* Both lengths: the chunks count, the connection is not trusted (6.3). */
    {"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n"
     "\r\n1\r\nx\r\n0\r\n\r\n",
	200, "x", false, false, 0, -1},
    {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"
     "HTTP/1.1 429 Slow down\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n",
	429, "", true, false, 0, 30},
    {"HTTP/1.1 503 No\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n"
     "Content-Length: 0\r\n\r\n",
	503, "", true, false, 0, -1},
    {"HTTP/1.1 301 Gone\r\nLocation: http://elsewhere/\r\n"
     "Content-Length: 0\r\n\r\n",
	301, "", true, false, 0, -1},
    /* Cut off. */
    {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", 0, "", false, false, 0,
	0},
    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", 0,
	"", false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", 0, "", false, false, 0, 0},
    {"", 0, "", false, false, 0, 0},
    /* No HTTP. */
    {"220 mail.example.org ESMTP ready\r\n", HTTP_REPLY_SYNTAX, "", false,
	false, 0, 0},
    {"HTTP/2 200 OK\r\nContent-Length: 0\r\n\r\n", HTTP_REPLY_SYNTAX, "", false,
	false, 0, 0},
    {"HTTP/1.1 2000 OK\r\n\r\n", HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    {"HTTP/1.1 700 OK\r\n\r\n", HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    {"HTTP/1.1 101 Switching\r\n\r\n", HTTP_REPLY_SYNTAX, "", false, false, 0,
	0},
    {"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", HTTP_REPLY_SYNTAX, "",
	false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n", HTTP_REPLY_SYNTAX, "",
	false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
	HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
	HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nxx", HTTP_REPLY_SYNTAX,
	"", false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
	HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n",
	HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n",
	HTTP_REPLY_SYNTAX, "", false, false, 0, 0},
    /* Too long. */
    {"HTTP/1.1 200 OK\r\nContent-Length: 41\r\n\r\n", HTTP_REPLY_LARGE, "",
	false, false, 0, 0},
    {"HTTP/1.1 200 OK\r\n\r\n01234567890123456789012345678901234567890",
	HTTP_REPLY_LARGE, "", false, false, 0, 0},
};

static void
check(const struct answer *a, size_t first, size_t step)
{
	struct http_reply r;
	struct err err = {0};
	size_t all = strlen(a->octets), at = 0;
	http_reply_init(&r, CAP);
	while (at < all && !http_reply_done(&r)) {
		size_t piece = at < first ? first - at : step;
		struct span in = span_part(
		    span_of(a->octets, all), at, piece > 0 ? piece : 1);
		int64_t took = http_reply_feed(&r, in, &err);
		if (took < 0)
			break;
		at += (size_t)took;
	}
	if (a->status < 0) {
		assert_int_equal(err.code, a->status);
		assert_true(err.text[0] != '\0');
	} else if (a->status == 0) {
		assert_int_equal(err.code, 0);
		assert_false(http_reply_end(&r));
	} else {
		assert_int_equal(http_reply_done(&r), !a->ends);
		assert_true(http_reply_end(&r));
		assert_int_equal(r.status, a->status);
		assert_int_equal(r.keep, a->keep);
		assert_int_equal(all - at, a->behind);
		assert_int_equal(r.retry_after_s, a->retry_after_s);
		assert_true(str_is(buf_str(&r.body), a->body));
	}
	http_reply_free(&r);
}

static void
in_every_way(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
		size_t all = strlen(answers[i].octets);
		check(&answers[i], 0, SIZE_MAX);
		check(&answers[i], 0, 1);
		for (size_t split = 1; split < all; split++)
			check(&answers[i], split, SIZE_MAX);
	}
}

static void
heads_have_an_end(void **state)
{
	struct http_reply r;
	struct err err;
	char line[1025];
	(void)state;
	memset(line, 'x', sizeof(line));
	/* One long line, which is cut, is no fault; 16 KiB of them are. */
	http_reply_init(&r, CAP);
	assert_true(http_reply_feed(
			&r, span_of("HTTP/1.1 200 OK\r\nX: ", 20), &err) == 20);
	int64_t took = 0;
	int lines = 0;
	for (; lines < 100 && took >= 0; lines++)
		took = http_reply_feed(&r, span_of(line, 1024), &err);
	assert_int_equal(took, HTTP_REPLY_LARGE);
	assert_int_equal(lines, 16);
	http_reply_free(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(in_every_way),
	    cmocka_unit_test(heads_have_an_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
