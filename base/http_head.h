/* http_head - the head of an HTTP/1.1 request, judged before anything acts on
 * it (RFC 9112).
 *
 * In: octets as they came.  Out: that more is needed, or one whole head that
 * no two readers can take for different things, or why not and with which
 * status to say so.  Stricter than the standard wherever it leaves a choice
 * that has been used against somebody:
 *   lines end in CRLF, nothing else (2.2); no folded field (5.2), no blank
 *   before a colon (5.1); one blank between the words of the first line (3)
 *   the target is a path (3.2.1) of visible ASCII, without empty parts and
 *   without "." and ".." parts, backslashes, and without any of these, slashes,
 *   NUL or control characters behind a %; a query's escapes are whole, none of
 *   them NUL
 *   exactly one Host (3.2); no field twice that says who asks or how much comes
 *   a body has a Content-Length and belongs to POST, PUT or PATCH; there is no
 *   Transfer-Encoding (411): length and coding cannot contradict (6.3)
 * Limits: HTTP_HEAD_TARGET_OCTETS, HTTP_HEAD_FIELDS, the caller's cap.
 * Pure: no clock, socket, log, allocation; the views point into the input. */
#ifndef BASE_HTTP_HEAD_H
#define BASE_HTTP_HEAD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define HTTP_HEAD_TARGET_OCTETS 4096
#define HTTP_HEAD_FIELDS 64
/* A body beyond it is no number that we read: 413. */
#define HTTP_HEAD_BODY_OCTETS INT64_C(1000000000000)

struct http_head {
	struct str method, target, host;
	int64_t body_octets; /* 0: none */
	bool untold; /* none is said of a method that may have one: it is 0 */
	bool waits; /* "Expect: 100-continue": the body comes when asked for */
};

/* The octets of the head with its empty line, *out filled; 0: more is needed;
 * negative: the status to refuse it with (-400 -405 -411 -413 -414 -417 -431
 * -501 -505), err in words.  Octets before it that are an empty line (2.2)
 * count with it. */
int http_head_read(
    struct http_head *out, struct str in, size_t cap, struct err *err);

#endif
