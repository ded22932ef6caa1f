/* http_peer - an HTTP server that does what a test wants, on 127.0.0.1.
 *
 * Each whole request goes to a callback, which writes the octets of the answer
 * (status line and all) and says what becomes of the connection.  It can be as
 * bad as it likes: cut, silent, a few octets at a time. */
#ifndef TESTS_BASE_HTTP_PEER_H
#define TESTS_BASE_HTTP_PEER_H

#include <stddef.h>

#include "base/buf.h"
#include "base/loop.h"
#include "base/str.h"

enum http_peer_then {
	HTTP_PEER_KEEP, /* answers, and takes the next request */
	HTTP_PEER_CLOSE, /* answers, then closes */
	HTTP_PEER_CUT, /* closes without a word */
	HTTP_PEER_SILENT, /* never answers, never closes */
	HTTP_PEER_DRIP, /* answers three octets a pass, and keeps */
};

/* head: request line and fields. */
typedef enum http_peer_then (*http_peer_fn)(
    void *arg, struct str head, struct str body, struct buf *answer);

struct http_peer;

struct http_peer *http_peer_new(struct loop *loop, http_peer_fn fn, void *arg);
void http_peer_free(struct http_peer **peer);
unsigned short http_peer_port(const struct http_peer *peer);
/* Connections taken so far; open ones. */
int http_peer_taken(const struct http_peer *peer);
int http_peer_open(const struct http_peer *peer);
/* Closes all that are open. */
void http_peer_hang_up(struct http_peer *peer);

/* "HTTP/1.1 200 OK", its length and the body. */
void http_peer_say(struct buf *answer, int status, const char *body);

#endif
