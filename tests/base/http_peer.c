#include "tests/base/http_peer.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <event2/event.h>

#include "base/panic.h"
#include "base/stream.h"
#include "base/timer.h"

#define CONNECTIONS 80

struct connection {
	struct http_peer *peer;
	struct stream *stream;
	struct buf answer; /* what is left of it to drip */
	bool close_after;
};

struct http_peer {
	struct loop *loop;
	http_peer_fn fn;
	void *arg;
	int fd;
	unsigned short port;
	struct event *event;
	struct timer *drip;
	struct connection at[CONNECTIONS];
	int taken;
};

static void
drop(struct connection *c)
{
	stream_free(&c->stream);
	buf_free(&c->answer);
}

static void
on_drip(void *arg)
{
	struct http_peer *peer = arg;
	bool more = false;
	for (int i = 0; i < CONNECTIONS; i++) {
		struct connection *c = &peer->at[i];
		if (c->stream == NULL || c->answer.octets == 0)
			continue;
		size_t octets = c->answer.octets < 3 ? c->answer.octets : 3;
		stream_write(c->stream, c->answer.at, octets);
		buf_drop(&c->answer, octets);
		more = more || c->answer.octets > 0;
	}
	if (more)
		timer_arm(peer->drip, 1);
}

/* The octets of the first whole request; 0: not whole yet. */
static size_t
whole_request(struct str in, struct str *head, struct str *body)
{
	const char *end = memmem(in.at, in.octets, "\r\n\r\n", 4);
	size_t length = 0;
	if (end == NULL)
		return 0;
	*head = str_of(in.at, (size_t)(end - in.at) + 2);
	const char *field =
	    memmem(head->at, head->octets, "Content-Length: ", 16);
	if (field != NULL)
		length = (size_t)strtol(field + 16, NULL, 10);
	if (in.octets < head->octets + 2 + length)
		return 0;
	*body = str_of(end + 4, length);
	return head->octets + 2 + length;
}

static void
answer(struct connection *c, struct str head, struct str body)
{
	struct http_peer *peer = c->peer;
	buf_clear(&c->answer);
	switch (peer->fn(peer->arg, head, body, &c->answer)) {
	case HTTP_PEER_CUT:
		drop(c);
		return;
	case HTTP_PEER_SILENT:
		return;
	case HTTP_PEER_DRIP:
		timer_arm(peer->drip, 0);
		return;
	case HTTP_PEER_CLOSE:
		c->close_after = true;
		break;
	case HTTP_PEER_KEEP:
		break;
	}
	stream_write(c->stream, c->answer.at, c->answer.octets);
	buf_clear(&c->answer);
}

static void
on_event(void *owner, enum stream_event event)
{
	struct connection *c = owner;
	if (event == STREAM_GONE ||
	    (event == STREAM_DRAINED && c->close_after)) {
		drop(c);
		return;
	}
	while (event == STREAM_INPUT && c->stream != NULL) {
		struct span in = stream_input(c->stream);
		struct str head, body;
		size_t octets = whole_request(
		    str_of((const char *)in.at, in.octets), &head, &body);
		if (octets == 0)
			return;
		answer(c, head, body);
		if (c->stream != NULL)
			stream_used(c->stream, octets);
	}
}

static void
on_accept(evutil_socket_t listener, short what, void *arg)
{
	struct http_peer *peer = arg;
	int fd = accept(listener, NULL, NULL);
	(void)what;
	if (fd < 0)
		return;
	peer->taken++;
	for (int i = 0; i < CONNECTIONS; i++) {
		struct connection *c = &peer->at[i];
		if (c->stream != NULL)
			continue;
		*c = (struct connection){
		    .peer = peer, .answer = buf_new(1 << 20)};
		c->stream =
		    stream_new(peer->loop, fd, 1 << 20, 1 << 20, on_event, c);
		return;
	}
	close(fd);
}

struct http_peer *
http_peer_new(struct loop *loop, http_peer_fn fn, void *arg)
{
	struct http_peer *peer = xcalloc(1, sizeof(*peer));
	struct sockaddr_in name = {.sin_family = AF_INET};
	socklen_t octets = sizeof(name);
	peer->loop = loop;
	peer->fn = fn;
	peer->arg = arg;
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	peer->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	PANIC_UNLESS(
	    bind(peer->fd, (struct sockaddr *)&name, sizeof(name)) == 0 &&
	    listen(peer->fd, 64) == 0 &&
	    getsockname(peer->fd, (struct sockaddr *)&name, &octets) == 0);
	peer->port = ntohs(name.sin_port);
	peer->event = event_new(
	    loop_base(loop), peer->fd, EV_READ | EV_PERSIST, on_accept, peer);
	event_add(peer->event, NULL);
	peer->drip = timer_new(loop, on_drip, peer);
	return peer;
}

void
http_peer_hang_up(struct http_peer *peer)
{
	for (int i = 0; i < CONNECTIONS; i++)
		drop(&peer->at[i]);
}

void
http_peer_free(struct http_peer **peer)
{
	struct http_peer *p = *peer;
	*peer = NULL;
	if (p == NULL)
		return;
	http_peer_hang_up(p);
	timer_free(&p->drip);
	event_free(p->event);
	close(p->fd);
	loop_reap(p->loop, free, p);
}

unsigned short
http_peer_port(const struct http_peer *peer)
{
	return peer->port;
}

int
http_peer_taken(const struct http_peer *peer)
{
	return peer->taken;
}

int
http_peer_open(const struct http_peer *peer)
{
	int open = 0;
	for (int i = 0; i < CONNECTIONS; i++)
		open += peer->at[i].stream != NULL;
	return open;
}

void
http_peer_say(struct buf *answer, int status, const char *body)
{
	buf_add_format(answer,
	    "HTTP/1.1 %d Said\r\nContent-Type: application/json\r\n"
	    "Content-Length: %zu\r\n\r\n%s",
	    status, strlen(body), body);
}
