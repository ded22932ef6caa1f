/* dial - a host and a port become a connected stream, plain or over TLS.
 *
 * Never blocks the loop: a name is looked up by getaddrinfo(3) in a thread of
 * its own (so /etc/hosts, nsswitch and a resolv.conf that a modem rewrote all
 * count), connections are made without waiting.  All addresses of a name are
 * tried in the resolver's order until one answers and, with TLS, shows the
 * right certificate; each gets its share of what is left of the time, so a dead
 * IPv6 route does not eat the IPv4 one's.
 *
 * A look-up that is given up goes on in its thread until the resolver tires of
 * it (a minute or so), and touches nothing of ours: who dials a dead name again
 * and again should wait longer each time.
 *
 * dial_start() -> done(), exactly once, from the loop, never from within
 * dial_start(); dial_cancel() instead: no call.
 * Sockets have TCP_NODELAY, keep-alive probes, and close-on-exec. */
#ifndef BASE_DIAL_H
#define BASE_DIAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/loop.h"
#include "base/stream.h"
#include "base/tls.h"

enum dial_err {
	DIAL_ERR_NAME = -1, /* nobody knows the name, or no resolver answers */
	DIAL_ERR_CONNECT = -2, /* refused, no route, closed in the handshake */
	DIAL_ERR_TIMEOUT = -3, /* in any of the steps */
	DIAL_ERR_TLS = -4, /* no TLS there, or a certificate that is not right
			    */
};

struct dial;

/* stream: connected, owned by the callee; or NULL, and err says why in words
 * with host, port and the address that failed last: "op.example.net port 2775:
 * Connection refused (192.0.2.7)".  The dial is gone by then. */
typedef void (*dial_done_fn)(
    void *arg, struct stream *stream, const struct err *err);

struct dial_config {
	const char *host; /* a name, or an IPv4 or IPv6 address without [] */
	unsigned short port;
	struct tls_context *tls; /* a client's; NULL: plain */
	const char *tls_name; /* NULL or "": the host's */
	int64_t timeout_ms; /* for all of it; 0: 10 s */
	/* Of the stream to come. */
	size_t input_cap, output_cap;
	stream_event_fn on_event;
	void *owner;
	dial_done_fn done;
	void *arg;
};

/* Texts are copied; the TLS context outlives the dial. */
struct dial *dial_start(struct loop *loop, const struct dial_config *config);
/* Accepts NULL; clears. */
void dial_cancel(struct dial **dial);

#endif
