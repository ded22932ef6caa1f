#include "base/http_stream.h"

#include <stdlib.h>
#include <sys/time.h>

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>

#include "base/clock.h"
#include "base/http_private.h"
#include "base/loop.h"
#include "base/panic.h"
#include "base/timer.h"

/* Of whoever keeps talking: read no further, nobody will hear it. */
#define HEARD_OCTETS 16384

struct http_stream {
	struct loop *loop;
	struct http_request *request;
	struct timer *stall;
	size_t cap_octets;
	int64_t stall_ms;
	bool gone; /* nothing can be written */
	void (*drained_fn)(void *arg);
	void (*gone_fn)(void *arg);
	void *arg;
};

static struct evhttp_connection *
connection_of(const struct http_stream *stream)
{
	struct evhttp_request *ev = stream->request->ev;
	return ev != NULL ? evhttp_request_get_connection(ev) : NULL;
}

/* -- the peer goes --------------------------------------------------------- */

static void
tell_gone(void *arg)
{
	struct http_stream *s = arg;
	if (s->gone_fn != NULL)
		s->gone_fn(s->arg);
}

/* In the middle of evhttp's freeing it. */
static void
on_closed(void *arg)
{
	struct http_stream *s = arg;
	s->gone = true;
	timer_stop(s->stall);
	loop_later(s->loop, tell_gone, s);
}

static void
hang_up(void *arg)
{
	struct http_stream *s = arg;
	struct evhttp_connection *connection = connection_of(s);
	if (connection != NULL)
		evhttp_connection_free(connection); /* on_closed() */
}

/* Not at once: this may be a call of that connection's own. */
static void
cut_off(void *arg)
{
	struct http_stream *s = arg;
	s->gone = true;
	loop_later(s->loop, hang_up, s);
}

/* -- it begins ------------------------------------------------------------- */

/* The time-outs of a connection are for questions; here silence is a matter of
 * course, and a peer who does not read is seen by the stall. */
static void
open_connection(struct evhttp_connection *connection)
{
	struct bufferevent *bev = evhttp_connection_get_bufferevent(connection);
	bufferevent_set_timeouts(bev, NULL, NULL);
	bufferevent_setwatermark(bev, EV_READ, 0, HEARD_OCTETS);
}

/* The rest is evhttp's. */
static void
finish(struct http_request *request, struct evhttp_connection *connection)
{
	static const struct timeval wait = {.tv_sec = HTTP_PEER_TIMEOUT_S};
	struct evhttp_request *ev = request->ev;
	evhttp_connection_set_closecb(connection, NULL, NULL);
	http_crowd_waits(request->server->crowd, http_descriptor_of(ev),
	    clock_mono_ms(clock_system()));
	bufferevent_set_timeouts(
	    evhttp_connection_get_bufferevent(connection), &wait, &wait);
	request->ev = NULL;
	evhttp_send_reply_end(ev);
}

/* HEAD: the fields are all of the answer; nobody is there to read more. */
static void
end_bodiless(struct http_stream *s, struct evhttp_connection *connection)
{
	finish(s->request, connection);
	on_closed(s);
}

struct http_stream *
http_stream_begin(struct http_request *request, int status,
    const char *content_type, const struct http_stream_config *config)
{
	struct http_stream *s = xcalloc(1, sizeof(*s));
	PANIC_UNLESS(request->kept == NULL && request->closed == NULL);
	s->loop = request->loop;
	s->request = request;
	s->cap_octets = config->cap_octets > 0 ? config->cap_octets
					       : HTTP_STREAM_CAP_OCTETS;
	s->stall_ms =
	    config->stall_ms > 0 ? config->stall_ms : HTTP_STREAM_STALL_MS;
	s->drained_fn = config->drained;
	s->gone_fn = config->gone;
	s->arg = config->arg;
	s->stall = timer_new(s->loop, cut_off, s);
	request->closed = on_closed;
	request->closed_arg = s;
	struct evhttp_connection *connection = connection_of(s);
	if (connection == NULL) {
		on_closed(s);
		return s;
	}
	http_answer_header(request, "Content-Type", content_type);
	http_answer_header(request, "Connection", "close");
	http_answer_always(request);
	open_connection(connection);
	evhttp_send_reply_start(request->ev, status, http_reason_of(status));
	if (request->bodiless)
		end_bodiless(s, connection);
	return s;
}

/* -- pieces ---------------------------------------------------------------- */

static size_t
waiting_octets(struct evhttp_connection *connection)
{
	return evbuffer_get_length(bufferevent_get_output(
	    evhttp_connection_get_bufferevent(connection)));
}

size_t
http_stream_room(const struct http_stream *stream)
{
	if (stream->gone)
		return 0;
	size_t waits = waiting_octets(connection_of(stream));
	return waits < stream->cap_octets ? stream->cap_octets - waits : 0;
}

static void
tell_drained(void *arg)
{
	struct http_stream *s = arg;
	if (!s->gone && s->drained_fn != NULL)
		s->drained_fn(s->arg);
}

/* evhttp: the last octet of the last piece has been written. */
static void
on_drained(struct evhttp_connection *connection, void *arg)
{
	struct http_stream *s = arg;
	(void)connection;
	timer_stop(s->stall);
	loop_later(s->loop, tell_drained, s);
}

bool
http_stream_write(struct http_stream *stream, struct str text)
{
	if (stream->gone)
		return false;
	if (text.octets > http_stream_room(stream)) {
		cut_off(stream);
		return false;
	}
	if (text.octets == 0)
		return true;
	struct evbuffer *piece = evbuffer_new();
	PANIC_UNLESS(piece != NULL);
	evbuffer_add(piece, text.at, text.octets);
	evhttp_send_reply_chunk_with_cb(
	    stream->request->ev, piece, on_drained, stream);
	evbuffer_free(piece);
	if (!timer_armed(stream->stall))
		timer_arm(stream->stall, stream->stall_ms);
	return true;
}

/* -- it ends --------------------------------------------------------------- */

/* By the reaper: no call of the connection's own is under way. */
static void
destroy(void *arg)
{
	struct http_stream *s = arg;
	struct http_request *request = s->request;
	struct evhttp_connection *connection = connection_of(s);
	request->closed = NULL;
	if (connection != NULL)
		evhttp_connection_free(connection);
	else if (request->ev != NULL)
		evhttp_request_free(request->ev);
	http_request_free(request);
	timer_free(&s->stall);
	free(s);
}

static void
let_go(struct http_stream *s)
{
	s->gone = true;
	s->gone_fn = NULL;
	s->drained_fn = NULL;
	timer_stop(s->stall);
	loop_reap(s->loop, destroy, s);
}

void
http_stream_end(struct http_stream **stream)
{
	struct http_stream *s = *stream;
	*stream = NULL;
	if (s == NULL)
		return;
	if (!s->gone)
		finish(s->request, connection_of(s));
	let_go(s);
}

void
http_stream_break(struct http_stream **stream)
{
	struct http_stream *s = *stream;
	*stream = NULL;
	if (s != NULL)
		let_go(s);
}
