/* http_private - what http.c (requests, answers) and http_listen.c (sockets)
 * share; nobody else. */
#ifndef BASE_HTTP_PRIVATE_H
#define BASE_HTTP_PRIVATE_H

#include <sys/un.h>

#include "base/http.h"

struct evhttp;

struct socket_file {
	struct socket_file *next;
	char path[sizeof(((struct sockaddr_un *)0)->sun_path)];
};

struct http_server {
	struct loop *loop;
	struct evhttp *evhttp;
	struct tls_context *tls; /* NULL: plain */
	http_handler_fn fn;
	void *arg;
	struct socket_file *files;
};

/* Removes the socket files; the sockets go with evhttp. */
void http_listen_end(struct http_server *server);

#endif
