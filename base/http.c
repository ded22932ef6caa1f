#include "base/http.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>

#include "base/clock.h"
#include "base/http_guard.h"
#include "base/http_private.h"
#include "base/panic.h"

#define HEAD_OCTETS 8192
#define BODY_OCTETS (8 * 1024 * 1024)

/* --- requests ------------------------------------------------------------ */

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	       (c >= 'A' && c <= 'F');
}

/* Every % begins an escape, and none of them is a NUL: what is decoded later
 * is then as long as it looks. */
static bool
escapes_ok(const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text != '%')
			continue;
		if (!is_hex(text[1]) || !is_hex(text[2]))
			return false;
		if (text[1] == '0' && text[2] == '0')
			return false;
	}
	return true;
}

static bool
has_control(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			return true;
	return false;
}

/* Decodes path and query; the reason when they are not to be had. */
static const char *
read_target(struct http_request *request)
{
	const struct evhttp_uri *uri =
	    evhttp_request_get_evhttp_uri(request->ev);
	const char *path = uri != NULL ? evhttp_uri_get_path(uri) : NULL;
	if (path == NULL || !escapes_ok(path))
		return "bad path";
	request->path = evhttp_uridecode(path, 0, NULL);
	if (request->path == NULL || has_control(request->path))
		return "bad path";
	const char *query = evhttp_uri_get_query(uri);
	if (query == NULL || query[0] == '\0')
		return NULL;
	if (!escapes_ok(query) ||
	    evhttp_parse_query_str(query, &request->query) != 0)
		return "bad query";
	return NULL;
}

static bool
read_method(struct http_request *request)
{
	int command = (int)evhttp_request_get_command(request->ev);
	if (command == EVHTTP_REQ_GET)
		request->method = HTTP_GET;
	else if (command == EVHTTP_REQ_HEAD && request->server->is_strict)
		request->method = HTTP_GET;
	else if (command == EVHTTP_REQ_POST)
		request->method = HTTP_POST;
	else if (command == EVHTTP_REQ_DELETE)
		request->method = HTTP_DELETE;
	else
		request->method =
		    command == EVHTTP_REQ_PUT ? HTTP_PUT : HTTP_OTHER;
	request->bodiless = command == EVHTTP_REQ_HEAD;
	return request->method < HTTP_PUT || request->server->any_method;
}

static void
read_body(struct http_request *request)
{
	struct evbuffer *in = evhttp_request_get_input_buffer(request->ev);
	size_t octets = evbuffer_get_length(in);
	if (octets > 0)
		request->body =
		    str_of((const char *)evbuffer_pullup(in, -1), octets);
}

void
http_request_free(struct http_request *request)
{
	evhttp_clear_headers(&request->query);
	free(request->path);
	free(request);
}

/* The connection goes down before the answer.  Either evhttp frees the request
 * along with it now, or it has cut it loose for us to free: then it has no
 * connection any more (evhttp_connection_fail_ against _free of libevent
 * 2.1.12). */
static void
on_close(struct evhttp_connection *connection, void *arg)
{
	struct http_request *request = arg;
	(void)connection;
	if (request->closed != NULL)
		request->closed(request->closed_arg);
	if (request->ev == NULL ||
	    evhttp_request_get_connection(request->ev) == NULL)
		return;
	request->ev = NULL;
	request->body = str_of(NULL, 0);
}

int
http_descriptor_of(struct evhttp_request *ev)
{
	return bufferevent_getfd(evhttp_connection_get_bufferevent(
	    evhttp_request_get_connection(ev)));
}

/* A strict server's guard has put this in the place of what it refused. */
static bool
answer_refused(struct http_request *request)
{
	const char *why = "";
	struct http_server *server = request->server;
	if (!server->is_strict ||
	    evhttp_request_get_command(request->ev) != EVHTTP_REQ_TRACE)
		return false;
	const struct http_guard *guard = http_crowd_companion_of(
	    server->crowd, http_descriptor_of(request->ev));
	int status = guard != NULL ? http_guard_refused(guard, &why) : 0;
	if (status == 405)
		http_answer_header(request, "Allow", "GET, HEAD, POST");
	http_answer_header(request, "Connection", "close");
	request->plain = guard != NULL && http_guard_plain(guard);
	http_problem(request, status != 0 ? status : 400, why);
	return true;
}

static bool
is_plain(const struct http_request *request)
{
	const struct http_strict *strict = &request->server->strict;
	const char *target = evhttp_request_get_uri(request->ev);
	return request->server->is_strict && strict->plain != NULL &&
	       target != NULL && strict->plain(strict->arg, str_from(target));
}

static void
dispatch(struct http_request *request)
{
	const struct http_server *server = request->server;
	const char *why = read_target(request);
	request->plain = is_plain(request);
	if (!read_method(request)) {
		http_answer_header(request, "Allow", "GET, POST, DELETE");
		http_problem(request, 405, "method not allowed");
	} else if (why != NULL) {
		http_problem(request, 400, why);
	} else if (server->fn == NULL) {
		http_answer_header(request, "Retry-After", "5");
		http_problem(request, 503, "closing");
	} else {
		server->fn(server->arg, request);
	}
}

static void
on_request(struct evhttp_request *ev, void *arg)
{
	struct http_server *server = arg;
	struct http_request *request = xcalloc(1, sizeof(*request));
	request->ev = ev;
	request->server = server;
	request->loop = server->loop;
	http_crowd_busy(server->crowd, http_descriptor_of(ev));
	TAILQ_INIT(&request->query);
	evhttp_connection_set_closecb(
	    evhttp_request_get_connection(ev), on_close, request);
	read_body(request);
	if (!answer_refused(request))
		dispatch(request);
}

enum http_method
http_request_method(const struct http_request *request)
{
	return request->method;
}

bool
http_request_is_head(const struct http_request *request)
{
	return request->bodiless;
}

const char *
http_request_path(const struct http_request *request)
{
	return request->path;
}

void
http_request_query_set(
    struct http_request *request, const char *key, const char *value)
{
	while (evhttp_remove_header(&request->query, key) == 0)
		;
	if (value[0] != '\0')
		evhttp_add_header(&request->query, key, value);
}

const char *
http_request_query(const struct http_request *request, const char *key)
{
	return evhttp_find_header(&request->query, key);
}

void
http_request_note(struct http_request *request, unsigned note)
{
	request->note = note;
}

unsigned
http_request_noted(const struct http_request *request)
{
	return request->note;
}

struct str
http_request_query_text(const struct http_request *request)
{
	const struct evhttp_uri *uri =
	    request->ev != NULL ? evhttp_request_get_evhttp_uri(request->ev)
				: NULL;
	return str_from(uri != NULL ? evhttp_uri_get_query(uri) : NULL);
}

const char *
http_request_header(const struct http_request *request, const char *name)
{
	if (request->ev == NULL)
		return NULL;
	return evhttp_find_header(
	    evhttp_request_get_input_headers(request->ev), name);
}

void
http_request_peer(
    const struct http_request *request, char *dst, size_t dst_octets)
{
	struct evhttp_connection *connection =
	    request->ev != NULL ? evhttp_request_get_connection(request->ev)
				: NULL;
	char *address = NULL;
	ev_uint16_t port = 0;
	if (connection != NULL)
		evhttp_connection_get_peer(connection, &address, &port);
	/* IPv4 over an IPv6 socket is the same person. */
	if (address != NULL && strncmp(address, "::ffff:", 7) == 0)
		address += 7;
	str_copy(dst, dst_octets, str_from(address));
}

struct str
http_request_body(const struct http_request *request)
{
	return request->body;
}

/* --- the server ---------------------------------------------------------- */

struct http_server *
http_server_new(struct loop *loop, http_handler_fn fn, void *arg)
{
	struct http_server *server = xcalloc(1, sizeof(*server));
	server->loop = loop;
	server->fn = fn;
	server->arg = arg;
	server->evhttp = evhttp_new(loop_base(loop));
	PANIC_UNLESS(server->evhttp != NULL);
	evhttp_set_max_headers_size(server->evhttp, HEAD_OCTETS);
	evhttp_set_max_body_size(server->evhttp, BODY_OCTETS);
	evhttp_set_timeout(server->evhttp, HTTP_PEER_TIMEOUT_S);
	/* All that evhttp knows, so that the refusal is ours: a 405. */
	evhttp_set_allowed_methods(server->evhttp, 0xffff);
	evhttp_set_default_content_type(server->evhttp, NULL);
	evhttp_set_gencb(server->evhttp, on_request, server);
	http_listen_begin(server);
	return server;
}

void
http_server_tls(struct http_server *server, struct tls_context *context)
{
	server->tls = context;
}

void
http_server_always(struct http_server *server, const struct http_field *fields)
{
	size_t t = 0;
	while (t < HTTP_ALWAYS_TABLES && server->always[t] != NULL)
		t++;
	PANIC_UNLESS(t < HTTP_ALWAYS_TABLES);
	server->always[t] = fields;
}

void
http_server_body_cap(struct http_server *server, size_t octets)
{
	evhttp_set_max_body_size(server->evhttp, (ev_ssize_t)octets);
}

void
http_server_strict(struct http_server *server, const struct http_strict *rules)
{
	PANIC_UNLESS(rules->head_octets <= HEAD_OCTETS);
	server->strict = *rules;
	server->is_strict = server->any_method = true;
}

void
http_server_any_method(struct http_server *server)
{
	server->any_method = true;
}

void
http_server_crowd(struct http_server *server, size_t places, int64_t wait_ms)
{
	http_crowd_limit(server->crowd, places, wait_ms);
}

static void
destroy(void *arg)
{
	struct http_server *server = arg;
	evhttp_free(server->evhttp);
	http_listen_free(server);
	free(server);
}

void
http_server_free(struct http_server **server)
{
	struct http_server *s = *server;
	*server = NULL;
	if (s == NULL)
		return;
	s->fn = NULL;
	http_listen_end(s);
	/* Possibly called by its own handler. */
	loop_reap(s->loop, destroy, s);
}
