/* http_reply - the answer of an HTTP/1.x server, read as it comes (RFC 9112).
 *
 * In: octets in pieces of any size, then perhaps the end of the connection.
 * Out: the status, the body up to a cap, whether the connection can carry
 * another request.  Interim answers (1xx) are passed over, chunks are joined,
 * a body without a length ends with the connection.  Lines may end in LF
 * alone; what a server sends beyond its answer is its own fault, and ends the
 * connection.  Nothing is decoded, no redirect is followed.
 * Limits: 16 KiB of head, the caller's cap of body.  Pure: no clock, socket,
 * log; allocates only the body. */
#ifndef BASE_HTTP_REPLY_H
#define BASE_HTTP_REPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

enum http_reply_err {
	HTTP_REPLY_SYNTAX = -1, /* no HTTP, or lengths that contradict */
	HTTP_REPLY_LARGE = -2, /* head or body beyond their limits */
};

#define HTTP_REPLY_LINE_OCTETS 512 /* of a line; what is longer is cut */

enum http_reply_step {
	HTTP_REPLY_STATUS,
	HTTP_REPLY_FIELDS,
	HTTP_REPLY_BODY, /* `left` octets */
	HTTP_REPLY_REST, /* until the connection ends */
	HTTP_REPLY_CHUNK, /* the line with its size */
	HTTP_REPLY_CHUNK_DATA,
	HTTP_REPLY_CHUNK_END, /* the empty line behind it */
	HTTP_REPLY_TRAILER,
	HTTP_REPLY_DONE,
};

struct http_reply {
	enum http_reply_step step;
	int status; /* 100..599; 0: not known yet */
	bool keep; /* the connection can carry another request */
	int64_t retry_after_s; /* -1: not told, or as a date */
	struct buf body;

	/* private */
	char line[HTTP_REPLY_LINE_OCTETS];
	size_t line_octets, head_octets;
	int64_t length, left; /* length: -1: not told */
	bool chunked, other_coding;
};

void http_reply_init(struct http_reply *reply, size_t body_cap);
void http_reply_free(struct http_reply *reply);

/* Takes from the front of `in`; stops behind the answer.  Returns the octets
 * taken, or a negative enum http_reply_err (err: in words). */
int64_t http_reply_feed(
    struct http_reply *reply, struct span in, struct err *err);
/* The connection ended: true if that completes the answer. */
bool http_reply_end(struct http_reply *reply);
bool http_reply_done(const struct http_reply *reply);

#endif
