#include "bench/ussd_line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/panic.h"

#define IN_OCTETS 4096 /* an answer is a few hundred */
#define EVENTS 64

struct connection {
	int fd;
	bool busy;
	uint32_t tag;
	size_t got;
	char in[IN_OCTETS];
};

struct ussd_line {
	int port, count, epoll, busy, next;
	int64_t again;
	ussd_line_reply_fn on_reply;
	void *arg;
	struct connection *connections;
};

static int
reach(struct ussd_line *l, struct connection *c)
{
	struct sockaddr_in to = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)l->port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct epoll_event event = {.events = EPOLLIN | EPOLLRDHUP,
	    .data.u32 = (uint32_t)(c - l->connections)};
	int on = 1;
	c->got = 0;
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (c->fd < 0)
		return -1;
	if (connect(c->fd, (struct sockaddr *)&to, sizeof(to)) != 0 ||
	    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) != 0 ||
	    fcntl(c->fd, F_SETFL, O_NONBLOCK) != 0 ||
	    epoll_ctl(l->epoll, EPOLL_CTL_ADD, c->fd, &event) != 0) {
		close(c->fd);
		c->fd = -1;
		return -1;
	}
	return 0;
}

/* The request that was on it, if any, had `reply`. */
static void
settle(struct ussd_line *l, struct connection *c, const struct ussd_reply *r)
{
	if (!c->busy)
		return;
	c->busy = false;
	l->busy--;
	l->on_reply(l->arg, c->tag, r);
}

static void
leave(struct ussd_line *l, struct connection *c)
{
	close(c->fd);
	c->fd = -1;
	l->again++;
}

static void
drop(struct ussd_line *l, struct connection *c)
{
	leave(l, c);
	settle(l, c, NULL);
}

static void
read_some(struct ussd_line *l, struct connection *c)
{
	struct ussd_reply reply;
	ssize_t n = recv(c->fd, c->in + c->got, IN_OCTETS - c->got, 0);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		drop(l, c);
		return;
	}
	c->got += (size_t)n;
	int done = ussd_wire_reply(&reply, c->in, c->got);
	if (done < 0 || (done == 0 && c->got == IN_OCTETS)) {
		drop(l, c);
	} else if (done > 0) {
		c->got = 0;
		/* Before it can be used again. */
		if (reply.close)
			leave(l, c);
		settle(l, c, &reply);
	}
}

/* The next one that is free, made again if it ended. */
static struct connection *
find_free(struct ussd_line *l)
{
	for (int i = 0; i < l->count; i++) {
		struct connection *c = &l->connections[l->next];
		l->next = (l->next + 1) % l->count;
		if (!c->busy && (c->fd >= 0 || reach(l, c) == 0))
			return c;
	}
	return NULL;
}

bool
ussd_line_send(
    struct ussd_line *l, const char *request, size_t octets, uint32_t tag)
{
	struct connection *c = l->busy == l->count ? NULL : find_free(l);
	if (c == NULL)
		return false;
	c->busy = true;
	c->tag = tag;
	l->busy++;
	/* A request is smaller than any socket's buffer, which is empty: what
	 * is not taken whole ends with the connection. */
	if (send(c->fd, request, octets, MSG_NOSIGNAL) != (ssize_t)octets)
		drop(l, c);
	return true;
}

int
ussd_line_busy(const struct ussd_line *l)
{
	return l->busy;
}

int64_t
ussd_line_again(const struct ussd_line *l)
{
	return l->again;
}

void
ussd_line_turn(struct ussd_line *l, int64_t timeout_us)
{
	struct epoll_event events[EVENTS];
	int n = epoll_wait(
	    l->epoll, events, EVENTS, (int)((timeout_us + 999) / 1000));
	for (int i = 0; i < n; i++) {
		struct connection *c = &l->connections[events[i].data.u32];
		if (c->fd >= 0)
			read_some(l, c);
	}
}

struct ussd_line *
ussd_line_new(int port, int connections, ussd_line_reply_fn on_reply, void *arg,
    struct err *err)
{
	struct ussd_line *l = xcalloc(1, sizeof(*l));
	l->port = port;
	l->count = connections;
	l->on_reply = on_reply;
	l->arg = arg;
	l->epoll = epoll_create1(EPOLL_CLOEXEC);
	l->connections = xcalloc((size_t)connections, sizeof(*l->connections));
	for (int i = 0; i < connections; i++)
		l->connections[i].fd = -1;
	for (int i = 0; i < connections; i++) {
		if (reach(l, &l->connections[i]) != 0) {
			err_set(err, -1, 0, "nobody listens there");
			ussd_line_free(&l);
			return NULL;
		}
	}
	return l;
}

void
ussd_line_free(struct ussd_line **line)
{
	struct ussd_line *l = *line;
	if (l == NULL)
		return;
	for (int i = 0; i < l->count; i++)
		if (l->connections[i].fd >= 0)
			close(l->connections[i].fd);
	close(l->epoll);
	free(l->connections);
	free(l);
	*line = NULL;
}
