/* The sockets that a server listens on. */
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <event2/http.h>
#include <event2/listener.h>

#include "base/http_private.h"
#include "base/panic.h"

#define BACKLOG 128

void
http_listen_end(struct http_server *server)
{
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
