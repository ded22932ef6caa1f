/* Own events over read(2) and write(2) instead of a bufferevent, which reads
 * 4 KiB a call.  What is written in one turn leaves in one write(2). */
#include "base/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <event2/event.h>

#include "base/panic.h"

#define BURST_OCTETS 65536
#define WHY_OCTETS 128

struct stream {
	struct loop *loop;
	int fd;
	const struct stream_layer *layer;
	void *layer_arg; /* &fd for the bare descriptor */
	stream_event_fn fn;
	void *owner;
	struct event *readable;
	struct event *writable;
	struct buf in;
	size_t in_from; /* dropped by the owner, not yet moved away */
	struct buf out;
	size_t out_from; /* taken by the kernel, not yet moved away */
	bool reading;
	bool more; /* the layer may hold octets that no poll will tell of */
	bool held;
	bool read_waits, write_waits; /* a layer's, for the other direction */
	bool flush_asked;
	bool write_failed;
	bool gone; /* told */
	bool dead; /* freed, waits for the reaper */
	char why[WHY_OCTETS];
};

static void on_readable(evutil_socket_t fd, short what, void *arg);
static void on_writable(evutil_socket_t fd, short what, void *arg);
static void flush(void *arg);

/* -- the bare descriptor as a layer ---------------------------------------- */

static enum stream_io
bare_ending(enum stream_io when_later)
{
	return errno == EAGAIN || errno == EWOULDBLOCK ? when_later
						       : STREAM_IO_END;
}

static enum stream_io
bare_read(void *arg, void *dst, size_t room, size_t *octets_out)
{
	ssize_t got;
	do {
		errno = 0;
		got = read(*(const int *)arg, dst, room);
	} while (got < 0 && errno == EINTR);
	*octets_out = got > 0 ? (size_t)got : 0;
	if (got > 0)
		return STREAM_IO_DONE;
	/* 0: end of file; EIO: the line was hung up */
	return got == 0 ? STREAM_IO_END : bare_ending(STREAM_IO_READ);
}

static enum stream_io
bare_write(void *arg, const void *bytes, size_t octets, size_t *octets_out)
{
	ssize_t put;
	do {
		put = write(*(const int *)arg, bytes, octets);
	} while (put < 0 && errno == EINTR);
	*octets_out = put > 0 ? (size_t)put : 0;
	return put >= 0 ? STREAM_IO_DONE : bare_ending(STREAM_IO_WRITE);
}

static const char *
bare_why(const void *arg)
{
	(void)arg;
	return errno != 0 ? strerror(errno) : "";
}

static void
bare_free(void *arg)
{
	(void)arg;
}

static const struct stream_layer bare = {
    .read = bare_read,
    .write = bare_write,
    .why = bare_why,
    .free = bare_free,
};

/* Called right behind the call that ended; the first reason stays. */
static void
note_why(struct stream *s)
{
	if (s->why[0] != '\0')
		return;
	const char *why = s->layer->why(s->layer_arg);
	str_copy(s->why, sizeof(s->why),
	    str_from(why[0] != '\0' ? why : "closed by the peer"));
}

/* -- events ---------------------------------------------------------------- */

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
	else if (s->write_failed || s->more)
		event_active(s->readable, EV_READ, 0);
}

struct stream *
stream_new(struct loop *loop, int fd, size_t input_cap, size_t output_cap,
    stream_event_fn fn, void *owner)
{
	return stream_new_over(
	    loop, fd, &bare, NULL, input_cap, output_cap, fn, owner);
}

struct stream *
stream_new_over(struct loop *loop, int fd, const struct stream_layer *layer,
    void *layer_arg, size_t input_cap, size_t output_cap, stream_event_fn fn,
    void *owner)
{
	struct stream *s = xcalloc(1, sizeof(*s));
	s->loop = loop;
	s->fd = fd;
	s->layer = layer;
	s->layer_arg = layer == &bare ? &s->fd : layer_arg;
	/* A layer may have read ahead during its handshake. */
	s->more = layer != &bare;
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
	s->layer->free(s->layer_arg);
	/* At once, so that the owner can open the same device again. */
	close(s->fd);
	loop_reap(s->loop, destroy, s);
}

/* Reads until the kernel is empty, the burst is full or the buffer is.  A tty
 * hands out at most one line or 4 KiB a call, hence the loop.  An end that
 * comes behind some octets is left for the next time: it will be seen again.
 * DONE: some came. */
static enum stream_io
take_burst(struct stream *s)
{
	char burst[BURST_OCTETS];
	size_t total = 0;
	enum stream_io io = STREAM_IO_DONE;

	buf_drop(&s->in, s->in_from);
	s->in_from = 0;
	while (total < sizeof(burst) && s->in.octets < s->in.cap) {
		size_t space = s->in.cap - s->in.octets, got;
		if (space > sizeof(burst) - total)
			space = sizeof(burst) - total;
		io = s->layer->read(s->layer_arg, burst, space, &got);
		if (io != STREAM_IO_DONE)
			break;
		buf_add(&s->in, burst, got);
		total += got;
	}
	s->more = s->layer != &bare && io != STREAM_IO_READ;
	if (total > 0)
		return STREAM_IO_DONE;
	return io == STREAM_IO_DONE ? STREAM_IO_READ : io;
}

static void
take_failed(struct stream *s)
{
	note_why(s);
	tell_gone(s);
}

static void
on_readable(evutil_socket_t fd, short what, void *arg)
{
	struct stream *s = arg;
	(void)fd;
	(void)what;
	if (s->write_waits)
		loop_later(s->loop, flush, s);
	switch (take_burst(s)) {
	case STREAM_IO_DONE:
		loop_stirred(s->loop);
		if (s->write_failed || (s->more && s->reading))
			event_active(s->readable, EV_READ, 0);
		set_reading(s);
		s->fn(s->owner, STREAM_INPUT);
		return;
	case STREAM_IO_WRITE:
		s->read_waits = true;
		event_add(s->writable, NULL);
		return;
	case STREAM_IO_READ:
		if (s->write_failed)
			tell_gone(s);
		return;
	case STREAM_IO_END:
		take_failed(s);
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
	note_why(s);
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
	s->flush_asked = s->write_waits = false;
	if (s->dead || s->gone || s->write_failed)
		return;
	while (stream_unwritten(s) > 0) {
		size_t put;
		enum stream_io io = s->layer->write(s->layer_arg,
		    s->out.at + s->out_from, stream_unwritten(s), &put);
		s->out_from += put;
		if (io == STREAM_IO_DONE)
			continue;
		s->write_waits = io == STREAM_IO_READ;
		if (io == STREAM_IO_END ||
		    (io == STREAM_IO_WRITE &&
			event_add(s->writable, NULL) != 0))
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
	struct stream *s = arg;
	(void)fd;
	(void)what;
	if (s->read_waits && s->reading)
		event_active(s->readable, EV_READ, 0);
	s->read_waits = false;
	if (stream_unwritten(s) > 0)
		flush(s);
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

const char *
stream_why(const struct stream *stream)
{
	return stream->why;
}

int
stream_fd(const struct stream *stream)
{
	return stream->fd;
}
