/* The sockets that a server listens on. */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>

#include "base/clock.h"
#include "base/http_crowd.h"
#include "base/http_guard.h"
#include "base/http_private.h"
#include "base/log.h"
#include "base/panic.h"

#define BACKLOG 1024 /* the kernel may allow less */
#define PLACES 256
#define WAIT_MS (10 * 60 * 1000) /* for a slow line and 8 MiB */
#define SWEEP_MS 1000
#define PAUSE_MS 250 /* before it is tried again whether one more fits */
#define WARN_EVERY_MS 60000

/* One listening socket.  evhttp accepts all that wait in one go and, with no
 * descriptor left, is called again for ever; so its listener is only enabled
 * for one connection at a time, once there is room for that one. */
struct http_door {
	struct http_door *next;
	struct http_server *server;
	struct evconnlistener *listener; /* evhttp's */
	struct event *ready;
	char where[128];
	bool paused;
};

/* -- who may come in ------------------------------------------------------- */

static int64_t
now_ms(void)
{
	return clock_mono_ms(clock_system());
}

static void
pause_door(struct http_door *door, const char *why)
{
	struct http_server *s = door->server;
	char quoted[sizeof(door->where) + 8];
	event_del(door->ready);
	door->paused = true;
	timer_arm(s->sweep, PAUSE_MS);
	if (s->warned_ms != 0 && now_ms() - s->warned_ms < WARN_EVERY_MS)
		return;
	s->warned_ms = now_ms();
	log_event(LOG_WARN, "http", "no_room", "at=%s connections=%zu why=%s",
	    log_quote(quoted, sizeof(quoted), door->where),
	    http_crowd_count(s->crowd), why);
}

/* The one to come needs one. */
static bool
has_descriptor(int fd)
{
	int spare = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (spare >= 0)
		close(spare);
	return spare >= 0;
}

static void
on_ready(int fd, short what, void *arg)
{
	struct http_door *door = arg;
	(void)what;
	if (http_crowd_full(door->server->crowd, now_ms()))
		pause_door(door, "all-places-taken");
	else if (!has_descriptor(fd))
		pause_door(door, "no-descriptor-free");
	else
		evconnlistener_enable(door->listener);
}

/* Between on_ready() and here somebody else took the last descriptor. */
static void
on_accept_error(struct evconnlistener *listener, void *arg)
{
	(void)arg;
	evconnlistener_disable(listener);
}

static void
sweep_later(struct http_server *s)
{
	int64_t ms = http_crowd_wait_ms(s->crowd);
	if (!timer_armed(s->sweep))
		timer_arm(s->sweep, ms < SWEEP_MS ? ms : SWEEP_MS);
}

static void
on_sweep(void *arg)
{
	struct http_server *s = arg;
	size_t ended = http_crowd_sweep(s->crowd, now_ms());
	if (ended > 0)
		log_event(LOG_INFO, "http", "ended",
		    "connections=%zu why=no-whole-request-in-time", ended);
	for (struct http_door *d = s->doors; d != NULL; d = d->next) {
		if (d->paused)
			event_add(d->ready, NULL);
		d->paused = false;
	}
	if (http_crowd_count(s->crowd) > 0)
		sweep_later(s);
}

/* Right after evhttp gave it the descriptor, before anything can be read. */
static void
on_settle(int fd, short what, void *arg)
{
	struct http_server *s = arg;
	(void)fd;
	(void)what;
	http_crowd_settle(s->crowd);
}

static void
drop_all(struct evbuffer *in, const struct evbuffer_cb_info *info, void *arg)
{
	(void)arg;
	if (info->n_added > 0)
		evbuffer_drain(in, evbuffer_get_length(in));
}

/* evhttp has accepted one, and asks what to read it with. */
static struct bufferevent *
on_accepted(struct event_base *base, void *arg)
{
	struct http_server *s = arg;
	struct bufferevent *bev = s->tls != NULL
				      ? tls_bufferevent(s->tls, base, -1)
				      : bufferevent_socket_new(base, -1, 0);
	for (struct http_door *d = s->doors; d != NULL; d = d->next)
		evconnlistener_disable(d->listener);
	if (bev != NULL && !http_crowd_full(s->crowd, now_ms())) {
		http_crowd_come(s->crowd, bev, now_ms());
		if (s->is_strict)
			http_crowd_companion(s->crowd,
			    http_guard_new(&s->strict, s->crowd, bev),
			    http_guard_free);
		event_active(s->settle, EV_TIMEOUT, 1);
	}
	/* Nobody passes unseen. */
	else if (bev != NULL && s->is_strict)
		evbuffer_add_cb(bufferevent_get_input(bev), drop_all, NULL);
	sweep_later(s);
	return bev;
}

void
http_listen_begin(struct http_server *server)
{
	server->crowd = http_crowd_new(PLACES, WAIT_MS);
	server->sweep = timer_new(server->loop, on_sweep, server);
	server->settle =
	    event_new(loop_base(server->loop), -1, 0, on_settle, server);
	PANIC_UNLESS(server->settle != NULL);
	evhttp_set_bevcb(server->evhttp, on_accepted, server);
}

static void
open_door(struct http_server *server, struct evconnlistener *listener, int fd,
    const char *where)
{
	struct http_door *door = xcalloc(1, sizeof(*door));
	int on = 1;
	/* Whoever is accepted has it, too: else the second of two answers on a
	 * connection waits until its peer has owned up to the first, 40 ms.
	 * Refused on a socket of this machine, which has no such thing. */
	(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	door->server = server;
	door->listener = listener;
	str_copy(door->where, sizeof(door->where), str_from(where));
	door->ready = event_new(
	    loop_base(server->loop), fd, EV_READ | EV_PERSIST, on_ready, door);
	PANIC_UNLESS(door->ready != NULL);
	evconnlistener_disable(listener);
	evconnlistener_set_error_cb(listener, on_accept_error);
	event_add(door->ready, NULL);
	door->next = server->doors;
	server->doors = door;
}

void
http_listen_free(struct http_server *server)
{
	event_free(server->settle);
	timer_free(&server->sweep);
	http_crowd_free(&server->crowd);
}

/* Before evhttp closes their sockets. */
static void
close_doors(struct http_server *server)
{
	while (server->doors != NULL) {
		struct http_door *door = server->doors;
		server->doors = door->next;
		evconnlistener_disable(door->listener);
		event_free(door->ready);
		free(door);
	}
}

/* -- sockets --------------------------------------------------------------- */

void
http_listen_end(struct http_server *server)
{
	close_doors(server);
	while (server->files != NULL) {
		struct socket_file *file = server->files;
		server->files = file->next;
		unlink(file->path);
		free(file);
	}
}

/* Takes fd, which is bound. */
static int
serve(struct http_server *server, int fd, const char *where, struct err *err)
{
	struct evconnlistener *listener =
	    evconnlistener_new(loop_base(server->loop), NULL, NULL,
		LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC, BACKLOG, fd);
	if (listener == NULL) {
		int code = err_set(err, HTTP_ERR_SOCKET, 0,
		    "cannot listen on %s: %s", where, strerror(errno));
		close(fd);
		return code;
	}
	PANIC_UNLESS(evhttp_bind_listener(server->evhttp, listener) != NULL);
	open_door(server, listener, fd, where);
	return 0;
}

/* Makes way for a new socket file: removes a stale one, and nothing else. */
static int
clear_way(const struct sockaddr_un *name, struct err *err)
{
	struct stat st;
	if (lstat(name->sun_path, &st) != 0)
		return 0; /* bind() will say what is wrong, if anything */
	if (!S_ISSOCK(st.st_mode))
		return err_set(err, HTTP_ERR_SOCKET, 0,
		    "%s is in the way and is not a socket", name->sun_path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return err_set(
		    err, HTTP_ERR_SOCKET, 0, "no socket: %s", strerror(errno));
	int rc = connect(fd, (const struct sockaddr *)name, sizeof(*name));
	int why = rc == 0 ? 0 : errno;
	close(fd);
	if (why == ECONNREFUSED)
		unlink(name->sun_path);
	else if (why == 0 || why == EAGAIN)
		return err_set(err, HTTP_ERR_LIVE, 0,
		    "another daemon is listening on %s", name->sun_path);
	else if (why != ENOENT)
		return err_set(err, HTTP_ERR_SOCKET, 0, "cannot try %s: %s",
		    name->sun_path, strerror(why));
	return 0;
}

int
http_listen_unix(struct http_server *server, const char *path, struct err *err)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX};
	if (path[0] == '\0' || strlen(path) >= sizeof(name.sun_path))
		return err_set(err, HTTP_ERR_SOCKET, 0,
		    "a socket path has 1 to %zu octets, this has %zu",
		    sizeof(name.sun_path) - 1, strlen(path));
	memcpy(name.sun_path, path, strlen(path) + 1);
	int rc = clear_way(&name, err);
	if (rc != 0)
		return rc;
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	/* The mode is set before anybody can connect: nothing listens yet. */
	if (fd < 0 || bind(fd, (struct sockaddr *)&name, sizeof(name)) != 0 ||
	    chmod(path, 0660) != 0) {
		rc = err_set(err, HTTP_ERR_SOCKET, 0, "cannot bind %s: %s",
		    path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return rc;
	}
	rc = serve(server, fd, path, err);
	if (rc != 0)
		return rc;
	struct socket_file *file = xcalloc(1, sizeof(*file));
	memcpy(file->path, name.sun_path, sizeof(file->path));
	file->next = server->files;
	server->files = file;
	return 0;
}

static int
bind_tcp(const struct addrinfo *where)
{
	int fd = socket(
	    where->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -1;
	int yes = 1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(fd, where->ai_addr, where->ai_addrlen) == 0)
		return fd;
	int why = errno;
	close(fd);
	errno = why;
	return -1;
}

int
http_listen_tcp(struct http_server *server, const char *address,
    unsigned short port, struct err *err)
{
	char service[8], where[80];
	snprintf(service, sizeof(service), "%u", port);
	snprintf(where, sizeof(where), "%s port %u", address, port);
	struct addrinfo hints = {
	    .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
	    .ai_socktype = SOCK_STREAM,
	};
	struct addrinfo *found = NULL;
	if (getaddrinfo(address, service, &hints, &found) != 0)
		return err_set(err, HTTP_ERR_SOCKET, 0,
		    "%s is not a numeric address", address);
	int fd = bind_tcp(found);
	int why = errno;
	freeaddrinfo(found);
	if (fd < 0)
		return err_set(err, HTTP_ERR_SOCKET, 0, "cannot bind %s: %s",
		    where, strerror(why));
	return serve(server, fd, where, err);
}
