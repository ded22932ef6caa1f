/* http_private - what http.c (requests, answers) and http_listen.c (sockets)
 * share; nobody else. */
#ifndef BASE_HTTP_PRIVATE_H
#define BASE_HTTP_PRIVATE_H

#include <sys/un.h>

#include "base/http.h"
#include "base/http_crowd.h"
#include "base/timer.h"

struct event;
struct evhttp;
struct http_door;

struct socket_file {
	struct socket_file *next;
	char path[sizeof(((struct sockaddr_un *)0)->sun_path)];
};

struct http_server {
	struct loop *loop;
	struct evhttp *evhttp;
	struct tls_context *tls; /* NULL: plain */
	http_handler_fn fn;
	bool any_method;
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
