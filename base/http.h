/* http - a small server for /api/v1 over evhttp, on a Unix or TCP socket.
 *
 * GET, POST, DELETE only, unless a handler wants all; path and headers capped
 * at 8 KiB, body at 8 MiB; a path with %00 or a control character is 400 before
 * any handler sees it.  A server that meets everybody is strict, too
 * (http_server_strict()); gateways in the field are taken as they are.  What is
 * refused here is a problem (RFC 9457).  One handler for all paths; routing is
 * its business. */
#ifndef BASE_HTTP_H
#define BASE_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/loop.h"
#include "base/str.h"
#include "base/tls.h"

enum http_err {
	HTTP_ERR_LIVE = -1, /* another daemon is listening there */
	HTTP_ERR_SOCKET = -2, /* cannot be bound: path, address, permission */
};

enum http_method {
	HTTP_GET,
	HTTP_POST,
	HTTP_DELETE,
	/* Only where the handler wants them: http_server_any_method(). */
	HTTP_PUT,
	HTTP_OTHER,
};

struct http_request;
struct http_server;

struct http_field {
	const char *name, *value;
};

#define HTTP_ALWAYS_TABLES 2

typedef void (*http_handler_fn)(void *arg, struct http_request *request);

/* A server without sockets; add them with the listen calls. */
struct http_server *http_server_new(
    struct loop *loop, http_handler_fn fn, void *arg);
/* Every connection from now on is TLS with this server context, which outlives
 * the server or the next call; before it listens, for plain and TLS do not mix.
 */
void http_server_tls(struct http_server *server, struct tls_context *context);
/* The most of a body that is taken (8 MiB); beyond it: 413. */
void http_server_body_cap(struct http_server *server, size_t octets);
/* Before it listens: the most connections at once (256), and how long one may
 * take for a whole request, or be idle between two (10 min).  With all places
 * taken whoever has waited longest for more than a second makes way; with none
 * of these, or with no descriptor left, nobody is accepted for a moment, which
 * is logged. */
void http_server_crowd(
    struct http_server *server, size_t places, int64_t wait_ms);
/* The handler gets requests of every method, and refuses by itself: it knows
 * what may be asked of a path. */
void http_server_any_method(struct http_server *server);
/* For a server that meets everybody: before it listens.  What a request's head
 * must be is in base/http_head.h, and each is judged whole before anything is
 * done with it; refusals are problems (RFC 9457), and close the connection.
 * Then the handler gets every method but TRACE and CONNECT, and HEAD as GET:
 * the answer's body is left out. */
struct http_strict {
	size_t head_octets; /* the most of first line and fields; up to 8 KiB */
	/* The most of a body to that target (undecoded, with its query), at
	 * most the server's cap. */
	size_t (*body_most)(void *arg, struct str target);
	bool (*host_ok)(void *arg, struct str host); /* "name:port", as said */
	/* Who asks for a target that begins so reads no JSON: http_problem() is
	 * a line of text there.  NULL: everybody does. */
	bool (*plain)(void *arg, struct str target);
	void *arg;
};
void http_server_strict(
    struct http_server *server, const struct http_strict *rules);
/* Fields of every answer that does not say them itself, refusals of its own
 * included; the table ends with a NULL name and outlives the server.  Up to
 * HTTP_ALWAYS_TABLES times. */
void http_server_always(
    struct http_server *server, const struct http_field *fields);
/* In this answer those stand in place of the server's first table. */
void http_answer_always_as(
    struct http_request *request, const struct http_field *fields);
/* Closes the sockets; what was answered but has not left yet is lost, so let
 * the loop turn once after the last answer.  Safe inside the handler. */
void http_server_free(struct http_server **server);

/* 0 or negative enum http_err.  A socket file, mode 0660, removed when the
 * server is freed.  A stale one (nobody answers) is replaced; a live
 * one is refused (err: another daemon is listening there). */
int http_listen_unix(
    struct http_server *server, const char *path, struct err *err);
int http_listen_tcp(struct http_server *server, const char *address,
    unsigned short port, struct err *err);

enum http_method http_request_method(const struct http_request *request);
/* It came as HEAD, which must change nothing (RFC 9110 9.2.1). */
bool http_request_is_head(const struct http_request *request);
const char *http_request_path(const struct http_request *request); /* decoded */
/* A query parameter, decoded ('+' is a blank: write %2B for a plus); NULL when
 * absent.  Lives with the request. */
const char *http_request_query(
    const struct http_request *request, const char *key);
/* In place of what was asked for, for whoever asks on in a request's name; ""
 * takes it away.  Not while it is held. */
void http_request_query_set(
    struct http_request *request, const char *key, const char *value);
/* All of it, as it came; "" when there is none.  Lives with the body. */
struct str http_request_query_text(const struct http_request *request);
const char *http_request_header(
    const struct http_request *request, const char *name);
/* Who asks, as a numeric address; "" on a Unix socket or when he has gone. */
void http_request_peer(
    const struct http_request *request, char *dst, size_t dst_octets);
struct str http_request_body(const struct http_request *request);

/* A word of the handler's own about the request, for whoever makes its answer;
 * 0 at first.  To be read in a thread that holds it, too. */
void http_request_note(struct http_request *request, unsigned note);
unsigned http_request_noted(const struct http_request *request);

/* A header for the answer to come; one with a line break is left out. */
void http_answer_header(
    struct http_request *request, const char *name, const char *value);

/* content_type NULL: not said, for an answer without a body.
 * Exactly one answer per request, now or in a later turn; the request dies
 * with it.  A peer that has gone meanwhile, or a server freed meanwhile, is no
 * business of the handler: it answers all the same (the body view and headers
 * may be gone by then, path and query are not). */
void http_answer(struct http_request *request, int status,
    const char *content_type, struct str body);

/* The same with a problem (RFC 9457), or in plain words where a strict server
 * says so: detail is one clause, in UTF-8. */
void http_problem(struct http_request *request, int status, const char *detail);

/* The next answer is not sent: fn gets it, in the loop (perhaps at once), and
 * the request is as if it had not been answered.  body lives for the call. */
typedef void (*http_captured_fn)(
    void *arg, int status, const char *content_type, struct str body);
void http_capture(struct http_request *request, http_captured_fn fn, void *arg);

/* For an answer that is made in another thread: until the release the request
 * is that thread's, which may ask for method, path and query, and nothing
 * else, and give the one answer.  Both calls in the loop's thread; the release
 * sends the answer and is the request's end. */
void http_hold(struct http_request *request);
void http_unhold(struct http_request *request); /* before any answer */
void http_release(struct http_request *request);

#endif
