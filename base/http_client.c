#include "base/http_client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/http_reply.h"
#include "base/panic.h"
#include "base/stream.h"
#include "base/timer.h"

#define CONNECT_MS 10000
#define ANSWER_MS 30000
#define IDLE_MS 4000
#define ANSWER_OCTETS 65536
#define INPUT_OCTETS 16384

/* One connection, and the request that it carries. */
struct wire {
	struct http_client *client;
	struct dial *dial;
	struct stream *stream;
	struct timer *timer; /* of the answer, or of idleness */
	bool busy;
	struct buf request;
	struct http_reply reply;
	http_call_fn fn;
	void *arg;
	int64_t id;
};

struct http_client {
	struct loop *loop;
	struct http_client_config config;
	char host[256], tls_name[256];
	struct wire *wire;
	size_t running;
};

static void
close_wire(struct wire *w)
{
	timer_stop(w->timer);
	dial_cancel(&w->dial);
	stream_free(&w->stream);
}

/* The reply's body lives until the callback is through. */
static void
finish(struct wire *w, struct http_call_end *end)
{
	struct http_reply reply = w->reply;
	if (!w->busy)
		return;
	w->busy = false;
	w->client->running--;
	buf_clear(&w->request);
	w->reply = (struct http_reply){0};
	end->retry_after_s = reply.retry_after_s;
	w->fn(w->arg, w->id, end);
	http_reply_free(&reply);
}

static void
fail(struct wire *w, enum http_call_how how, const char *why, bool tls)
{
	struct http_call_end end = {
	    .how = how, .why = why, .fault_of_tls = tls};
	close_wire(w);
	finish(w, &end);
}

static void
answered(struct wire *w)
{
	struct http_call_end end = {.how = HTTP_CALL_ANSWERED,
	    .status = w->reply.status,
	    .body = buf_str(&w->reply.body)};
	/* Whatever of the request was not read, or came behind the answer,
	 * would be taken for the next one's. */
	bool keep = w->reply.keep && stream_unwritten(w->stream) == 0 &&
		    stream_input(w->stream).octets == 0;
	if (keep)
		timer_arm(w->timer, w->client->config.idle_ms);
	else
		close_wire(w);
	finish(w, &end);
}

/* What is left of it is not for us, so the connection goes. */
static bool
is_enough(struct wire *w, const struct err *err)
{
	w->reply.keep = false;
	return w->client->config.status_only && err->code == HTTP_REPLY_LARGE &&
	       w->reply.status >= 200;
}

static void
take_answer(struct wire *w)
{
	struct err err = {0};
	struct span in = stream_input(w->stream);
	if (!w->busy) {
		close_wire(w); /* words that nobody asked for */
		return;
	}
	int64_t used = http_reply_feed(&w->reply, in, &err);
	if (used < 0 && is_enough(w, &err)) {
		answered(w);
		return;
	}
	if (used < 0) {
		char why[ERR_TEXT_OCTETS + 32];
		snprintf(why, sizeof(why), "its answer: %s", err.text);
		fail(w, HTTP_CALL_LOST, why, false);
		return;
	}
	stream_used(w->stream, (size_t)used);
	if (http_reply_done(&w->reply))
		answered(w);
}

static void
on_event(void *owner, enum stream_event event)
{
	struct wire *w = owner;
	char why[192];
	switch (event) {
	case STREAM_INPUT:
		take_answer(w);
		return;
	case STREAM_DRAINED:
		return;
	case STREAM_GONE:
		if (w->busy && http_reply_end(&w->reply)) {
			answered(w);
			return;
		}
		snprintf(
		    why, sizeof(why), "no answer: %s", stream_why(w->stream));
		fail(w, HTTP_CALL_LOST, why, false);
		return;
	}
}

static void
on_timer(void *arg)
{
	fail(arg, HTTP_CALL_LOST, "no answer in time", false);
}

static void dial(struct wire *w);

/* From here on nobody knows whether the server acted on it; unless the
 * connection was gone already, and nothing of it was taken. */
static void
put_request(struct wire *w)
{
	timer_arm(w->timer, w->client->config.answer_ms);
	if (stream_write(w->stream, w->request.at, w->request.octets))
		return;
	close_wire(w);
	dial(w);
}

static void
on_dialled(void *arg, struct stream *stream, const struct err *err)
{
	struct wire *w = arg;
	w->dial = NULL;
	w->stream = stream;
	if (stream == NULL)
		fail(w, HTTP_CALL_UNSENT, err->text, err->code == DIAL_ERR_TLS);
	else
		put_request(w);
}

static void
dial(struct wire *w)
{
	const struct http_client_config *c = &w->client->config;
	struct dial_config config = {.host = w->client->host,
	    .port = c->port,
	    .tls = c->tls,
	    .tls_name = w->client->tls_name,
	    .timeout_ms = c->connect_ms,
	    .input_cap = INPUT_OCTETS,
	    .output_cap = HTTP_CLIENT_REQUEST_OCTETS,
	    .on_event = on_event,
	    .owner = w,
	    .done = on_dialled,
	    .arg = w};
	w->dial = dial_start(w->client->loop, &config);
}

static bool
has_line_break(const char *text)
{
	return strpbrk(text, "\r\n") != NULL;
}

/* Each line of it is one field, and none is empty. */
static bool
fields_good(const char *fields)
{
	while (*fields != '\0') {
		size_t octets = strcspn(fields, "\r\n");
		if (octets == 0 || strncmp(fields + octets, "\r\n", 2) != 0)
			return false;
		fields += octets + 2;
	}
	return true;
}

static bool
write_request(
    struct wire *w, const struct http_client_request *request, bool post)
{
	const struct http_client *c = w->client;
	const char *fields = request->fields != NULL ? request->fields : "";
	unsigned short usual = c->config.tls != NULL ? 443 : 80;
	bool six = strchr(c->host, ':') != NULL;
	if (has_line_break(request->target) || !fields_good(fields) ||
	    strchr(request->target, ' ') != NULL || request->target[0] != '/')
		return false;
	buf_clear(&w->request);
	buf_add_format(&w->request, "%s %s HTTP/1.1\r\nHost: %s%s%s",
	    request->method, request->target, six ? "[" : "", c->host,
	    six ? "]" : "");
	if (c->config.port != usual)
		buf_add_format(&w->request, ":%u", c->config.port);
	buf_add_format(&w->request, "\r\n%s", fields);
	if (post)
		buf_add_format(&w->request, "Content-Length: %zu\r\n",
		    request->body.octets);
	buf_add_text(&w->request, "\r\n");
	if (post)
		buf_add_str(&w->request, request->body);
	return !w->request.full;
}

/* One that is connected, else any that is free. */
static struct wire *
free_wire(struct http_client *client)
{
	struct wire *found = NULL;
	for (size_t i = 0; i < client->config.connections; i++) {
		struct wire *w = &client->wire[i];
		if (w->busy)
			continue;
		if (w->stream != NULL)
			return w;
		found = found == NULL ? w : found;
	}
	return found;
}

bool
http_client_call(struct http_client *client,
    const struct http_client_request *request, http_call_fn fn, void *arg,
    int64_t id)
{
	struct wire *w = free_wire(client);
	bool post = strcmp(request->method, "POST") == 0;
	if (w == NULL || !write_request(w, request, post))
		return false;
	w->busy = true;
	w->fn = fn;
	w->arg = arg;
	w->id = id;
	client->running++;
	http_reply_init(&w->reply, client->config.answer_cap);
	if (w->stream != NULL)
		put_request(w);
	else
		dial(w);
	return true;
}

size_t
http_client_room(const struct http_client *client)
{
	return client->config.connections - client->running;
}

static void
set_defaults(struct http_client_config *c)
{
	PANIC_UNLESS(c->connections >= 1 &&
		     c->connections <= HTTP_CLIENT_CONNECTIONS_MAX);
	c->connect_ms = c->connect_ms > 0 ? c->connect_ms : CONNECT_MS;
	c->answer_ms = c->answer_ms > 0 ? c->answer_ms : ANSWER_MS;
	c->idle_ms = c->idle_ms > 0 ? c->idle_ms : IDLE_MS;
	c->answer_cap = c->answer_cap > 0 ? c->answer_cap : ANSWER_OCTETS;
}

struct http_client *
http_client_new(struct loop *loop, const struct http_client_config *config)
{
	struct http_client *c = xcalloc(1, sizeof(*c));
	c->loop = loop;
	c->config = *config;
	set_defaults(&c->config);
	str_copy(c->host, sizeof(c->host), str_from(config->host));
	str_copy(c->tls_name, sizeof(c->tls_name), str_from(config->tls_name));
	c->wire = xcalloc(c->config.connections, sizeof(*c->wire));
	for (size_t i = 0; i < c->config.connections; i++) {
		c->wire[i].client = c;
		c->wire[i].timer = timer_new(loop, on_timer, &c->wire[i]);
		c->wire[i].request = buf_new(HTTP_CLIENT_REQUEST_OCTETS);
	}
	return c;
}

static void
destroy(void *arg)
{
	struct http_client *c = arg;
	free(c->wire);
	free(c);
}

/* Possibly from a callback of its own. */
void
http_client_free(struct http_client **client)
{
	struct http_client *c = *client;
	*client = NULL;
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->config.connections; i++) {
		struct wire *w = &c->wire[i];
		close_wire(w);
		if (w->busy)
			http_reply_free(&w->reply);
		w->busy = false;
		timer_free(&w->timer);
		buf_free(&w->request);
	}
	loop_reap(c->loop, destroy, c);
}
