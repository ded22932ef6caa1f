/* Answers: at once, kept for another thread, or captured (http.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <event2/buffer.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/http_private.h"
#include "base/panic.h"

/* An answer from another thread, before it is sent. */
struct kept {
	int status;
	char type[64];
	char *body;
	size_t octets;
};

void
http_answer_header(
    struct http_request *request, const char *name, const char *value)
{
	if (request->ev != NULL)
		evhttp_add_header(
		    evhttp_request_get_output_headers(request->ev), name,
		    value);
}

void
http_answer_always_as(
    struct http_request *request, const struct http_field *fields)
{
	request->always = fields;
}

void
http_answer_always(struct http_request *request)
{
	struct evkeyvalq *out = evhttp_request_get_output_headers(request->ev);
	for (size_t t = 0; t < HTTP_ALWAYS_TABLES; t++) {
		const struct http_field *f = t == 0 && request->always != NULL
						 ? request->always
						 : request->server->always[t];
		for (; f != NULL && f->name != NULL; f++)
			if (evhttp_find_header(out, f->name) == NULL)
				evhttp_add_header(out, f->name, f->value);
	}
}

const char *
http_reason_of(int status)
{
	static const struct {
		int status;
		const char *reason;
	} reasons[] = {
	    {200, "OK"},
	    {201, "Created"},
	    {202, "Accepted"},
	    {204, "No Content"},
	    {303, "See Other"},
	    {304, "Not Modified"},
	    {400, "Bad Request"},
	    {401, "Unauthorized"},
	    {403, "Forbidden"},
	    {404, "Not Found"},
	    {405, "Method Not Allowed"},
	    {406, "Not Acceptable"},
	    {409, "Conflict"},
	    {411, "Length Required"},
	    {413, "Content Too Large"},
	    {414, "URI Too Long"},
	    {415, "Unsupported Media Type"},
	    {417, "Expectation Failed"},
	    {421, "Misdirected Request"},
	    {422, "Unprocessable Content"},
	    {429, "Too Many Requests"},
	    {431, "Request Header Fields Too Large"},
	    {500, "Internal Server Error"},
	    {501, "Not Implemented"},
	    {503, "Service Unavailable"},
	    {505, "HTTP Version Not Supported"},
	};
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return status < 400 ? "Done" : "Refused";
}

static void
keep(struct kept *kept, int status, const char *content_type, struct str body)
{
	PANIC_UNLESS(kept->status == 0);
	kept->status = status;
	str_copy(kept->type, sizeof(kept->type), str_from(content_type));
	kept->octets = body.octets;
	kept->body = xcalloc(1, body.octets + 1);
	if (body.octets > 0)
		memcpy(kept->body, body.at, body.octets);
}

void
http_hold(struct http_request *request)
{
	PANIC_UNLESS(request->kept == NULL);
	request->kept = xcalloc(1, sizeof(*request->kept));
}

void
http_unhold(struct http_request *request)
{
	PANIC_UNLESS(request->kept != NULL && request->kept->status == 0);
	free(request->kept);
	request->kept = NULL;
}

void
http_release(struct http_request *request)
{
	struct kept *kept = request->kept;
	PANIC_UNLESS(kept != NULL && kept->status != 0);
	request->kept = NULL;
	http_answer(request, kept->status,
	    kept->type[0] != '\0' ? kept->type : NULL,
	    str_of(kept->body, kept->octets));
	free(kept->body);
	free(kept);
}

/* What a GET would get; evhttp knows of none. */
static void
say_length(struct http_request *request, size_t octets)
{
	char text[24];
	snprintf(text, sizeof(text), "%zu", octets);
	http_answer_header(request, "Content-Length", text);
}

void
http_capture(struct http_request *request, http_captured_fn fn, void *arg)
{
	PANIC_UNLESS(request->captured == NULL && request->kept == NULL);
	request->captured = fn;
	request->captured_arg = arg;
}

void
http_answer(struct http_request *request, int status, const char *content_type,
    struct str body)
{
	http_captured_fn captured = request->captured;
	if (request->kept != NULL) {
		keep(request->kept, status, content_type, body);
		return;
	}
	if (captured != NULL) {
		request->captured = NULL;
		captured(request->captured_arg, status, content_type, body);
		return;
	}
	struct evhttp_request *ev = request->ev;
	struct evhttp_connection *connection =
	    ev != NULL ? evhttp_request_get_connection(ev) : NULL;
	if (connection != NULL) {
		evhttp_connection_set_closecb(connection, NULL, NULL);
		http_crowd_waits(request->server->crowd, http_descriptor_of(ev),
		    clock_mono_ms(clock_system()));
		struct evbuffer *out = evbuffer_new();
		PANIC_UNLESS(out != NULL);
		if (body.octets > 0 && !request->bodiless)
			evbuffer_add(out, body.at, body.octets);
		if (request->bodiless)
			say_length(request, body.octets);
		if (content_type != NULL)
			http_answer_header(
			    request, "Content-Type", content_type);
		http_answer_always(request);
		evhttp_send_reply(ev, status, http_reason_of(status), out);
		evbuffer_free(out);
	} else if (ev != NULL) {
		evhttp_request_free(ev);
	}
	http_request_free(request);
}

void
http_problem(struct http_request *request, int status, const char *detail)
{
	char text[512];
	struct buf body = buf_over(text, sizeof(text));
	if (request->plain) {
		http_answer(request, status, "text/plain; charset=utf-8",
		    str_from(detail));
		return;
	}
	buf_add_format(&body,
	    "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,"
	    "\"detail\":\"",
	    http_reason_of(status), status);
	for (; *detail != '\0' && body.octets < sizeof(text) - 16; detail++) {
		if (*detail == '"' || *detail == '\\')
			buf_add_char(&body, '\\');
		if ((unsigned char)*detail >= 0x20)
			buf_add_char(&body, *detail);
	}
	buf_add_text(&body, "\"}\n");
	http_answer(
	    request, status, "application/problem+json", buf_str(&body));
}
