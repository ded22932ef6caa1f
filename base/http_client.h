/* http_client - requests to one HTTP/1.1 server, over plain TCP or TLS.
 *
 * A few connections that are kept open between requests; one request at a time
 * on each.  Never blocks the loop (base/dial), checks the certificate (base/
 * tls), follows no redirect, takes no more of an answer than its cap.
 *
 * What matters to who sends texts is the third outcome: a request of which
 * nobody knows whether the server acted on it.
 *   HTTP_CALL_ANSWERED  a whole answer came, whatever its status
 *   HTTP_CALL_UNSENT    certainly not a single octet of it left us
 *   HTTP_CALL_LOST      it was (or may have been) written; no whole answer came
 * Nothing is ever repeated here. */
#ifndef BASE_HTTP_CLIENT_H
#define BASE_HTTP_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dial.h"
#include "base/loop.h"
#include "base/str.h"
#include "base/tls.h"

#define HTTP_CLIENT_CONNECTIONS_MAX 64
#define HTTP_CLIENT_REQUEST_OCTETS 65536 /* line, headers and body together */

struct http_client;

struct http_client_config {
	const char *host; /* a name or an address without [] */
	unsigned short port;
	struct tls_context *tls; /* outlives; NULL: plain */
	const char *tls_name; /* NULL or "": the host's */
	size_t connections; /* 1..64: the most requests at once */
	int64_t connect_ms, answer_ms; /* 0: 10 s, 30 s; the second from the
					  first octet written */
	int64_t idle_ms; /* a connection without work is closed; 0: 4 s, below
			    what servers allow */
	size_t answer_cap; /* 0: 64 KiB */
	bool status_only; /* an answer beyond that is one, too: its status */
};

struct http_client_request {
	const char *method; /* "GET", "POST" */
	const char *target; /* "/path?query", encoded */
	const char *fields; /* "Name: value\r\n"...; NULL: none.  Host,
			       Content-Length and Connection are ours */
	struct str body; /* only sent with POST */
};

enum http_call_how { HTTP_CALL_ANSWERED, HTTP_CALL_UNSENT, HTTP_CALL_LOST };

struct http_call_end {
	enum http_call_how how;
	bool fault_of_tls; /* UNSENT over a certificate: somebody must look */
	int status; /* ANSWERED */
	int64_t retry_after_s; /* -1: not told */
	struct str body; /* ANSWERED; borrowed for the call */
	const char *why; /* in words, when not ANSWERED; borrowed */
};

typedef void (*http_call_fn)(
    void *arg, int64_t id, const struct http_call_end *end);

/* Texts are copied. */
struct http_client *http_client_new(
    struct loop *loop, const struct http_client_config *config);
/* Requests under way end without a word. */
void http_client_free(struct http_client **client);

/* How many more requests it takes now. */
size_t http_client_room(const struct http_client *client);

/* False: no room, or longer than HTTP_CLIENT_REQUEST_OCTETS, or with a line
 * break where none may be; then there is no end.  Else fn(arg, id, …) exactly
 * once, from the loop.  Everything is copied. */
bool http_client_call(struct http_client *client,
    const struct http_client_request *request, http_call_fn fn, void *arg,
    int64_t id);

#endif
