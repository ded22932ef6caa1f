/* stream - bytes to and from a descriptor, one callback for everything.
 *
 * Over a tty, socket or pipe that is already open; the stream takes the
 * descriptor (non-blocking from then on) and closes it when freed.  Input is
 * read in bursts into a bounded buffer: at the high-water mark reading stops
 * (back-pressure) until the owner drops some.  Output is written when the
 * descriptor takes it; stream_write refuses what does not fit its cap.
 *
 * The callback is never called from within a stream_ function, only from the
 * loop.  STREAM_GONE comes exactly once, after all input was handed out.  A
 * write that failed shows at once in stream_write, which refuses from then on;
 * its STREAM_GONE waits until the rest of the input could be taken, that is,
 * while the stream is held or its input is full.
 *
 * What lies between the bytes and the descriptor may be a layer (base/tls):
 * events, caps and the coalescing of writes are the same. */
#ifndef BASE_STREAM_H
#define BASE_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/loop.h"

enum stream_event {
	STREAM_INPUT, /* bytes came: read stream_input(), drop with
			 stream_used() */
	STREAM_DRAINED, /* everything written has left for the kernel */
	STREAM_GONE, /* end of file, hang-up or error: nothing more will come */
};

struct stream;
typedef void (*stream_event_fn)(void *owner, enum stream_event event);

/* How one call of a layer ended. */
enum stream_io {
	STREAM_IO_DONE, /* some octets went through */
	STREAM_IO_READ, /* none: again when the descriptor can be read */
	STREAM_IO_WRITE, /* none: again when it can be written */
	STREAM_IO_END, /* no more, ever */
};

struct stream_layer {
	enum stream_io (*read)(
	    void *arg, void *dst, size_t room, size_t *octets_out);
	enum stream_io (*write)(
	    void *arg, const void *bytes, size_t octets, size_t *octets_out);
	/* Why it ended, in words; "" when the peer just closed. */
	const char *(*why)(const void *arg);
	void (*free)(void *arg); /* before the descriptor is closed */
};

struct stream *stream_new(struct loop *loop, int fd, size_t input_cap,
    size_t output_cap, stream_event_fn fn, void *owner);
/* The same through a layer, whose arg the stream takes over. */
struct stream *stream_new_over(struct loop *loop, int fd,
    const struct stream_layer *layer, void *layer_arg, size_t input_cap,
    size_t output_cap, stream_event_fn fn, void *owner);
/* Closes; safe inside the stream's own callback (freed at the pass's end, no
 * further callback).  Clears *stream. */
void stream_free(struct stream **stream);

/* What has come and was not yet dropped. */
struct span stream_input(const struct stream *stream);
void stream_used(struct stream *stream, size_t octets);

/* False: does not fit (nothing is queued) or the stream is gone. */
bool stream_write(struct stream *stream, const void *bytes, size_t octets);
size_t stream_unwritten(const struct stream *stream);

/* Stop and resume taking input from the kernel. */
void stream_hold(struct stream *stream, bool hold);

/* Why it went, once it did: "closed by the peer", "Connection reset by peer"
 * and the like; "" before. */
const char *stream_why(const struct stream *stream);

int stream_fd(const struct stream *stream);

#endif
