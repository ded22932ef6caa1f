#include "base/dial.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <event2/event.h>

#include "base/clock.h"
#include "base/panic.h"
#include "base/str.h"
#include "base/timer.h"

#define HOST_OCTETS 256
#define TIMEOUT_MS 10000
/* glibc's resolver takes some ten KiB; the rest is for nsswitch's modules. */
#define THREAD_STACK_OCTETS (256 * 1024)
/* A peer that lost its power shows within two minutes, without traffic. */
#define KEEP_IDLE_S 60
#define KEEP_EVERY_S 15
#define KEEP_TIMES 4

/* Of the thread and the dial; whoever is last frees it. */
struct lookup {
	atomic_int owners;
	char host[HOST_OCTETS];
	char service[8];
	int done_fd; /* the thread's end of the pipe */
	int rc, system_error;
	struct addrinfo *found;
};

struct dial {
	struct loop *loop;
	struct dial_config config;
	char host[HOST_OCTETS], tls_name[HOST_OCTETS];
	int64_t until_mono_ms;
	struct timer *timer;
	struct event *event; /* what is awaited now */

	struct lookup *lookup;
	int lookup_fd; /* our end; -1: none */
	const struct addrinfo *next;
	int left, tried;

	int fd; /* of this address; -1: none */
	char address[INET6_ADDRSTRLEN + 8];
	struct tls *tls;
	struct err err; /* why the last address failed */
	struct stream *stream;
};

static void try_next(struct dial *d);
static void handshake(struct dial *d);

/* -- endings --------------------------------------------------------------- */

static void
lookup_leave(struct lookup *lookup)
{
	if (atomic_fetch_sub(&lookup->owners, 1) != 1)
		return;
	if (lookup->found != NULL)
		freeaddrinfo(lookup->found);
	free(lookup);
}

static void
await_nothing(struct dial *d)
{
	if (d->event != NULL)
		event_free(d->event);
	d->event = NULL;
}

static void
leave_address(struct dial *d)
{
	await_nothing(d);
	tls_free(&d->tls);
	if (d->fd >= 0)
		close(d->fd);
	d->fd = -1;
}

static void
leave_lookup(struct dial *d)
{
	if (d->lookup_fd >= 0)
		close(d->lookup_fd);
	d->lookup_fd = -1;
	if (d->lookup != NULL)
		lookup_leave(d->lookup);
	d->lookup = NULL;
}

static void
destroy(void *arg)
{
	struct dial *d = arg;
	timer_free(&d->timer);
	free(d);
}

void
dial_cancel(struct dial **dial)
{
	struct dial *d = *dial;
	*dial = NULL;
	if (d == NULL)
		return;
	leave_address(d);
	leave_lookup(d);
	timer_stop(d->timer);
	stream_free(&d->stream);
	d->config.done = NULL;
	loop_reap(d->loop, destroy, d);
}

static void
finish(void *arg)
{
	struct dial *d = arg;
	struct stream *stream = d->stream;
	dial_done_fn done = d->config.done;
	void *done_arg = d->config.arg;
	struct err err = d->err;
	if (done == NULL)
		return;
	d->stream = NULL;
	dial_cancel(&d);
	done(done_arg, stream, &err);
}

/* The first fault of TLS outweighs refused connections: it is the one that
 * somebody must mend. */
static void
note(struct dial *d, int code, const char *why)
{
	if (d->err.code == DIAL_ERR_TLS)
		return;
	char which[INET6_ADDRSTRLEN + 48] = "";
	if (d->address[0] != '\0' && strcmp(d->address, d->host) != 0)
		snprintf(which, sizeof(which), " (%s)", d->address);
	err_set(&d->err, code, 0, "%.60s port %u: %s%s", d->host,
	    d->config.port, why, which);
}

/* -- one address ----------------------------------------------------------- */

static void
connected(struct dial *d)
{
	const struct dial_config *c = &d->config;
	int fd = d->fd;
	struct tls *tls = d->tls;
	await_nothing(d);
	timer_stop(d->timer);
	d->fd = -1;
	d->tls = NULL;
	d->stream = tls != NULL ? stream_new_over(d->loop, fd, tls_layer(), tls,
				      c->input_cap, c->output_cap, c->on_event,
				      c->owner)
				: stream_new(d->loop, fd, c->input_cap,
				      c->output_cap, c->on_event, c->owner);
	/* At once, so that the owner has it before its first event. */
	finish(d);
}

static void
on_handshake_event(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	handshake(arg);
}

static void
await(struct dial *d, int fd, short what, event_callback_fn fn)
{
	await_nothing(d);
	d->event = event_new(loop_base(d->loop), fd, what, fn, d);
	PANIC_UNLESS(d->event != NULL);
	event_add(d->event, NULL);
}

static void
handshake(struct dial *d)
{
	const char *why;
	switch (tls_handshake(d->tls)) {
	case STREAM_IO_DONE:
		connected(d);
		return;
	case STREAM_IO_READ:
		await(d, d->fd, EV_READ, on_handshake_event);
		return;
	case STREAM_IO_WRITE:
		await(d, d->fd, EV_WRITE, on_handshake_event);
		return;
	case STREAM_IO_END:
		break;
	}
	why = tls_why(d->tls);
	note(d, why[0] != '\0' ? DIAL_ERR_TLS : DIAL_ERR_CONNECT,
	    why[0] != '\0' ? why : "closed while TLS was agreed on");
	try_next(d);
}

static void
on_connect_event(evutil_socket_t fd, short what, void *arg)
{
	struct dial *d = arg;
	int error = 0;
	socklen_t octets = sizeof(error);
	(void)what;
	await_nothing(d);
	if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &octets) != 0)
		error = errno;
	if (error != 0) {
		note(d, DIAL_ERR_CONNECT, strerror(error));
		try_next(d);
	} else if (d->config.tls != NULL) {
		d->tls = tls_client(d->config.tls, fd, d->tls_name);
		handshake(d);
	} else {
		connected(d);
	}
}

static void
set_options(int fd)
{
	static const struct {
		int level, name, value;
	} options[] = {
	    {IPPROTO_TCP, TCP_NODELAY, 1},
	    {SOL_SOCKET, SO_KEEPALIVE, 1},
	    {IPPROTO_TCP, TCP_KEEPIDLE, KEEP_IDLE_S},
	    {IPPROTO_TCP, TCP_KEEPINTVL, KEEP_EVERY_S},
	    {IPPROTO_TCP, TCP_KEEPCNT, KEEP_TIMES},
	};
	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		setsockopt(fd, options[i].level, options[i].name,
		    &options[i].value, sizeof(options[i].value));
}

/* False: this one failed at once. */
static bool
begin_address(struct dial *d, const struct addrinfo *where)
{
	d->address[0] = '\0';
	getnameinfo(where->ai_addr, where->ai_addrlen, d->address,
	    sizeof(d->address), NULL, 0, NI_NUMERICHOST);
	d->fd = socket(
	    where->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (d->fd < 0) {
		note(d, DIAL_ERR_CONNECT, strerror(errno));
		return false;
	}
	set_options(d->fd);
	if (connect(d->fd, where->ai_addr, where->ai_addrlen) != 0 &&
	    errno != EINPROGRESS) {
		note(d, DIAL_ERR_CONNECT, strerror(errno));
		return false;
	}
	await(d, d->fd, EV_WRITE, on_connect_event);
	return true;
}

static void
try_next(struct dial *d)
{
	leave_address(d);
	while (d->next != NULL) {
		const struct addrinfo *where = d->next;
		int64_t ms = d->until_mono_ms - clock_mono_ms(clock_system());
		d->next = where->ai_next;
		timer_arm(d->timer, ms > 0 ? ms / d->left : 0);
		d->left--;
		d->tried++;
		if (begin_address(d, where))
			return;
		leave_address(d);
	}
	timer_stop(d->timer);
	loop_later(d->loop, finish, d);
}

/* -- the name -------------------------------------------------------------- */

static void
on_found(struct dial *d)
{
	struct lookup *lookup = d->lookup;
	if (lookup->rc != 0) {
		note(d, DIAL_ERR_NAME,
		    lookup->rc == EAI_SYSTEM ? strerror(lookup->system_error)
					     : gai_strerror(lookup->rc));
		loop_later(d->loop, finish, d);
		return;
	}
	d->next = lookup->found;
	for (const struct addrinfo *a = d->next; a != NULL; a = a->ai_next)
		d->left++;
	try_next(d);
}

static void
on_lookup_event(evutil_socket_t fd, short what, void *arg)
{
	struct dial *d = arg;
	(void)fd;
	(void)what;
	await_nothing(d);
	on_found(d);
}

static void
look_up(struct lookup *lookup, int flags)
{
	struct addrinfo hints = {
	    .ai_flags = flags | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM};
	lookup->rc =
	    getaddrinfo(lookup->host, lookup->service, &hints, &lookup->found);
	lookup->system_error = errno;
}

static void *
lookup_main(void *arg)
{
	struct lookup *lookup = arg;
	int fd = lookup->done_fd;
	look_up(lookup, 0);
	lookup_leave(lookup);
	close(fd); /* the loop sees the end of the pipe */
	return NULL;
}

/* With all signals blocked: they are the loop's. */
static int
start_thread(struct lookup *lookup)
{
	pthread_attr_t attributes;
	pthread_t thread;
	sigset_t all, old;
	sigfillset(&all);
	pthread_attr_init(&attributes);
	pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	pthread_attr_setstacksize(&attributes, THREAD_STACK_OCTETS);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	int rc = pthread_create(&thread, &attributes, lookup_main, lookup);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	pthread_attr_destroy(&attributes);
	return rc;
}

static void
look_up_aside(struct dial *d)
{
	int ends[2];
	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
		d->lookup->rc = EAI_SYSTEM;
		d->lookup->system_error = errno;
		on_found(d);
		return;
	}
	d->lookup_fd = ends[0];
	d->lookup->done_fd = ends[1];
	atomic_store(&d->lookup->owners, 2);
	int rc = start_thread(d->lookup);
	if (rc != 0) {
		close(ends[1]);
		atomic_store(&d->lookup->owners, 1);
		d->lookup->rc = EAI_SYSTEM;
		d->lookup->system_error = rc;
		on_found(d);
		return;
	}
	await(d, d->lookup_fd, EV_READ, on_lookup_event);
}

static void
begin(void *arg)
{
	struct dial *d = arg;
	if (d->config.done == NULL)
		return; /* cancelled in this very pass */
	d->lookup = xcalloc(1, sizeof(*d->lookup));
	atomic_init(&d->lookup->owners, 1);
	memcpy(d->lookup->host, d->host, sizeof(d->host));
	snprintf(d->lookup->service, sizeof(d->lookup->service), "%u",
	    d->config.port);
	look_up(d->lookup, AI_NUMERICHOST);
	if (d->lookup->rc == EAI_NONAME)
		look_up_aside(d);
	else
		on_found(d);
}

static void
on_timer(void *arg)
{
	struct dial *d = arg;
	if (d->fd < 0) {
		note(d, DIAL_ERR_TIMEOUT, "no answer from the name server");
		leave_lookup(d);
		await_nothing(d);
		finish(d);
		return;
	}
	note(d, DIAL_ERR_TIMEOUT,
	    d->tls != NULL ? "no end of the TLS handshake"
			   : "no answer to the connection");
	try_next(d);
}

struct dial *
dial_start(struct loop *loop, const struct dial_config *config)
{
	struct dial *d = xcalloc(1, sizeof(*d));
	d->loop = loop;
	d->config = *config;
	d->fd = d->lookup_fd = -1;
	str_copy(d->host, sizeof(d->host), str_from(config->host));
	bool own = config->tls_name != NULL && config->tls_name[0] != '\0';
	str_copy(d->tls_name, sizeof(d->tls_name),
	    str_from(own ? config->tls_name : config->host));
	int64_t ms = config->timeout_ms > 0 ? config->timeout_ms : TIMEOUT_MS;
	d->until_mono_ms = clock_mono_ms(clock_system()) + ms;
	d->timer = timer_new(loop, on_timer, d);
	timer_arm(d->timer, ms);
	loop_later(loop, begin, d);
	return d;
}
