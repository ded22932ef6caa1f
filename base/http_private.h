/* http_private - what http.c (requests, the server), http_answer.c (answers),
 * http_stream.c (answers in pieces) and http_listen.c (sockets) share; nobody
 * else. */
#ifndef BASE_HTTP_PRIVATE_H
#define BASE_HTTP_PRIVATE_H

#include <sys/queue.h>
#include <sys/un.h>

#include <event2/keyvalq_struct.h>

#include "base/http.h"
#include "base/http_crowd.h"
#include "base/timer.h"

struct event;
struct evhttp;
struct evhttp_request;
struct http_door;
struct kept;

/* For a peer that sends slowly or does not read its answer. */
#define HTTP_PEER_TIMEOUT_S 60

struct http_request {
	struct loop *loop;
	struct http_server *server; /* only while ev has its connection */
	struct evhttp_request *ev; /* NULL: died with its connection */
	enum http_method method;
	char *path;
	struct evkeyvalq query;
	struct str body;
	bool plain; /* problems are told in plain words */
	bool bodiless; /* HEAD: the answer's body is left out */
	struct kept *kept; /* NULL: answers are sent at once */
	unsigned note;
	const struct http_field *always; /* NULL: the server's */
	http_captured_fn captured; /* NULL: answers are sent */
	void *captured_arg;
	/* An answer in pieces wants to know that its connection goes down, in
	 * the middle of that: it frees nothing now.  NULL: nobody does. */
	void (*closed)(void *arg);
	void *closed_arg;
};

void http_request_free(struct http_request *request);
/* While it has its connection. */
int http_descriptor_of(struct evhttp_request *ev);
const char *http_reason_of(int status);

struct socket_file {
	struct socket_file *next;
	char path[sizeof(((struct sockaddr_un *)0)->sun_path)];
};

struct http_server {
	struct loop *loop;
	struct evhttp *evhttp;
	struct tls_context *tls; /* NULL: plain */
	http_handler_fn fn;
	bool any_method, is_strict;
	struct http_strict strict;
	const struct http_field *always[HTTP_ALWAYS_TABLES];
	void *arg;
	struct socket_file *files;
	struct http_door *doors; /* http_listen's */
	struct http_crowd *crowd;
	struct timer *sweep;
	struct event *settle;
	int64_t warned_ms;
};

void http_listen_begin(struct http_server *server);
/* Removes the socket files, accepts no more; the sockets go with evhttp. */
void http_listen_end(struct http_server *server);
void http_listen_free(struct http_server *server); /* after evhttp */

/* Just before an answer leaves: the fields that stand in every one. */
void http_answer_always(struct http_request *request);

#endif
