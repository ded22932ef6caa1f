/* Own events over read(2) and write(2) instead of a bufferevent, which reads
 * 4 KiB a call.  What is written in one turn leaves in one write(2). */
#include "base/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <event2/event.h>

#include "base/panic.h"

#define BURST_OCTETS 65536

struct stream {
	struct loop *loop;
	int fd;
	stream_event_fn fn;
	void *owner;
	struct event *readable;
	struct event *writable;
	struct buf in;
	size_t in_from; /* dropped by the owner, not yet moved away */
	struct buf out;
	size_t out_from; /* taken by the kernel, not yet moved away */
	bool reading;
	bool held;
	bool flush_asked;
	bool write_failed;
	bool gone; /* told */
	bool dead; /* freed, waits for the reaper */
};

static void on_readable(evutil_socket_t fd, short what, void *arg);
static void on_writable(evutil_socket_t fd, short what, void *arg);

static size_t
unread(const struct stream *s)
{
	return s->in.octets - s->in_from;
}

static void
tell_gone(void *arg)
{
	struct stream *s = arg;
	if (s->dead || s->gone)
		return;
	s->gone = true;
	s->reading = false;
	event_del(s->readable);
	event_del(s->writable);
	s->fn(s->owner, STREAM_GONE);
}

/* Watches for input exactly while it may be taken. */
static void
set_reading(struct stream *s)
{
	bool want = !s->dead && !s->gone && !s->held && unread(s) < s->in.cap;
	if (want == s->reading)
		return;
	s->reading = want;
	if (!want) {
		event_del(s->readable);
		return;
	}
	if (event_add(s->readable, NULL) != 0)
		loop_later(s->loop, tell_gone, s); /* cannot be polled */
	else if (s->write_failed)
		event_active(s->readable, EV_READ, 0);
}

struct stream *
stream_new(struct loop *loop, int fd, size_t input_cap, size_t output_cap,
    stream_event_fn fn, void *owner)
{
	struct stream *s = xcalloc(1, sizeof(*s));
	s->loop = loop;
	s->fd = fd;
	s->fn = fn;
	s->owner = owner;
	s->in = buf_new(input_cap);
	s->out = buf_new(output_cap);
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	struct event_base *base = loop_base(loop);
	s->readable = event_new(base, fd, EV_READ | EV_PERSIST, on_readable, s);
	s->writable = event_new(base, fd, EV_WRITE, on_writable, s);
	PANIC_UNLESS(s->readable != NULL && s->writable != NULL);
	set_reading(s);
	return s;
}

static void
destroy(void *arg)
{
	struct stream *s = arg;
	buf_free(&s->in);
	buf_free(&s->out);
	free(s);
}

void
stream_free(struct stream **stream)
{
	struct stream *s = *stream;
	*stream = NULL;
	if (s == NULL)
		return;
	s->dead = true;
	event_free(s->readable);
	event_free(s->writable);
	/* At once, so that the owner can open the same device again. */
	close(s->fd);
	loop_reap(s->loop, destroy, s);
}

enum taken {
	TAKEN_SOME,
	TAKEN_NONE, /* nothing there at the moment */
	TAKEN_END,
};

/* Reads until the kernel is empty, the burst is full or the buffer is.  A tty
 * hands out at most one line or 4 KiB a call, hence the loop.  An end that
 * comes behind some octets is left for the next time: it will be seen again. */
static enum taken
take_burst(struct stream *s)
{
	char burst[BURST_OCTETS];
	size_t total = 0;

	buf_drop(&s->in, s->in_from);
	s->in_from = 0;
	while (total < sizeof(burst) && s->in.octets < s->in.cap) {
		size_t space = s->in.cap - s->in.octets;
		if (space > sizeof(burst) - total)
			space = sizeof(burst) - total;
		ssize_t got = read(s->fd, burst, space);
		if (got < 0 && errno == EINTR)
			continue;
		if (got > 0) {
			buf_add(&s->in, burst, (size_t)got);
			total += (size_t)got;
			continue;
		}
		if (total > 0)
			return TAKEN_SOME;
		if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			return TAKEN_NONE;
		return TAKEN_END; /* end of file; EIO: the line was hung up */
	}
	return total > 0 ? TAKEN_SOME : TAKEN_NONE;
}

static void
on_readable(evutil_socket_t fd, short what, void *arg)
{
	struct stream *s = arg;
	(void)fd;
	(void)what;
	switch (take_burst(s)) {
	case TAKEN_SOME:
		if (s->write_failed)
			event_active(s->readable, EV_READ, 0);
		set_reading(s);
		s->fn(s->owner, STREAM_INPUT);
		return;
	case TAKEN_NONE:
		if (s->write_failed)
			tell_gone(s);
		return;
	case TAKEN_END:
		tell_gone(s);
		return;
	}
}

struct span
stream_input(const struct stream *stream)
{
	return span_part(buf_span(&stream->in), stream->in_from, SIZE_MAX);
}

void
stream_used(struct stream *stream, size_t octets)
{
	if (octets >= unread(stream)) {
		buf_clear(&stream->in);
		stream->in_from = 0;
	} else {
		stream->in_from += octets;
	}
	if (!stream->dead)
		set_reading(stream);
}

void
stream_hold(struct stream *stream, bool hold)
{
	stream->held = hold;
	if (!stream->dead)
		set_reading(stream);
}

static void
write_failed(struct stream *s)
{
	s->write_failed = true;
	buf_clear(&s->out);
	s->out_from = 0;
	if (s->reading)
		event_active(s->readable, EV_READ, 0);
}

static void
flush(void *arg)
{
	struct stream *s = arg;
	s->flush_asked = false;
	if (s->dead || s->gone || s->write_failed)
		return;
	while (stream_unwritten(s) > 0) {
		ssize_t put =
		    write(s->fd, s->out.at + s->out_from, stream_unwritten(s));
		if (put >= 0) {
			s->out_from += (size_t)put;
			continue;
		}
		if (errno == EINTR)
			continue;
		if (errno != EAGAIN && errno != EWOULDBLOCK)
			write_failed(s);
		else if (event_add(s->writable, NULL) != 0)
			write_failed(s);
		return;
	}
	buf_clear(&s->out);
	s->out_from = 0;
	s->fn(s->owner, STREAM_DRAINED);
}

static void
on_writable(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	flush(arg);
}

bool
stream_write(struct stream *stream, const void *bytes, size_t octets)
{
	struct stream *s = stream;
	if (s->dead || s->gone || s->write_failed)
		return false;
	if (octets > s->out.cap - stream_unwritten(s))
		return false;
	if (octets > s->out.cap - s->out.octets) {
		buf_drop(&s->out, s->out_from);
		s->out_from = 0;
	}
	buf_add(&s->out, bytes, octets);
	if (!s->flush_asked && !event_pending(s->writable, EV_WRITE, NULL)) {
		s->flush_asked = true;
		loop_later(s->loop, flush, s);
	}
	return true;
}

size_t
stream_unwritten(const struct stream *stream)
{
	return stream->out.octets - stream->out_from;
}

int
stream_fd(const struct stream *stream)
{
	return stream->fd;
}
