/* http_stream - an answer in pieces, over a longer time than a turn.
 *
 * In: a request (base/http), then texts as they come to be.  Out: chunks
 * (RFC 9112, 7.1), to a peer of HTTP/1.0 plain octets until the connection
 * ends.  The connection closes behind the answer, and counts as busy until
 * then: the time-out for idle ones is not for it.
 *
 * Whoever reads slower than is written must not cost memory.  A writer that
 * can wait asks http_stream_room() and goes on in drained(); one that cannot
 * gets false from http_stream_write(): the peer is cut off.  So is who leaves
 * what lies there for longer than stall_ms, and who keeps sending while he is
 * being answered.
 *
 * Ownership: the stream takes the request; path, query and note of it live
 * until the end, headers and body only until the peer is gone.  Every stream
 * is ended by exactly one http_stream_end() or http_stream_break(), also one
 * whose peer has gone, and also after its server was freed.
 * Loop rule: all calls in the loop's thread; gone() and drained() come from the
 * loop, never from inside a call of these, and may end the stream. */
#ifndef BASE_HTTP_STREAM_H
#define BASE_HTTP_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/http.h"
#include "base/str.h"

#define HTTP_STREAM_CAP_OCTETS 65536
#define HTTP_STREAM_STALL_MS (2 * 60 * 1000) /* 64 KiB at 600 octets/s */

struct http_stream;

struct http_stream_config {
	size_t cap_octets; /* most that waits for the peer; 0: 64 KiB */
	int64_t stall_ms; /* 0: 2 min */
	/* All that was written has left us.  NULL: nobody waits for it. */
	void (*drained)(void *arg);
	/* The peer has gone or was cut off, once; nothing is written any more.
	 * NULL: nobody wants to know. */
	void (*gone)(void *arg);
	void *arg;
};

/* Takes the request, which has not been answered and is not held; headers of
 * the answer are set before.  Gives the stream. */
struct http_stream *http_stream_begin(struct http_request *request, int status,
    const char *content_type, const struct http_stream_config *config);
/* False: the peer has gone, or this is more than there is room for and he is
 * cut off, with gone() to follow. */
bool http_stream_write(struct http_stream *stream, struct str text);
/* Octets that may be written now; 0 when the peer has gone. */
size_t http_stream_room(const struct http_stream *stream);
/* The answer is whole; what was written still leaves. */
void http_stream_end(struct http_stream **stream);
/* It is not, and the peer shall see that: the connection just ends. */
void http_stream_break(struct http_stream **stream);

#endif
