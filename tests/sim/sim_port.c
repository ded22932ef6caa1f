#include "tests/sim/sim_port.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

void
sim_port_init(struct sim_port *port, const char *link)
{
	*port = (struct sim_port){.fd = -1};
	snprintf(port->link, sizeof(port->link), "%s", link);
}

/* The line discipline belongs to the pty and outlives its openings, so raw is
 * set once: nothing may be echoed back into the modem. */
static int
make_raw(const char *path)
{
	struct termios t;
	int fd = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (fd < 0 || tcgetattr(fd, &t) != 0) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	cfmakeraw(&t);
	int done = tcsetattr(fd, TCSANOW, &t);
	close(fd);
	return done;
}

static int
put_link(const struct sim_port *port)
{
	/* Renamed into place: there is no moment without the name. */
	char fresh[sizeof(port->link) + 8];
	snprintf(fresh, sizeof(fresh), "%s.new", port->link);
	(void)unlink(fresh);
	if (symlink(port->path, fresh) != 0)
		return -1;
	return rename(fresh, port->link);
}

int
sim_port_plug(struct sim_port *port)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return -1;
	if (grantpt(fd) != 0 || unlockpt(fd) != 0 ||
	    ptsname_r(fd, port->path, sizeof(port->path)) != 0 ||
	    make_raw(port->path) != 0 || put_link(port) != 0) {
		close(fd);
		return -1;
	}
	if (port->fd >= 0)
		close(port->fd);
	port->fd = fd;
	port->listened = false;
	return 0;
}

void
sim_port_unplug(struct sim_port *port)
{
	if (port->fd < 0)
		return;
	(void)unlink(port->link);
	close(port->fd);
	port->fd = -1;
	port->listened = false;
}

/* Nobody has it open any more. */
static void
left_alone(struct sim_port *port)
{
	port->listened = false;
	int fd = open(port->path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (fd >= 0)
		close(fd);
	else if (errno == EBUSY)
		(void)sim_port_plug(port);
}

size_t
sim_port_read(struct sim_port *port, void *bytes, size_t room)
{
	if (port->fd < 0)
		return 0;
	ssize_t n = read(port->fd, bytes, room);
	if (n > 0)
		return (size_t)n;
	if (n == 0 || (errno != EAGAIN && errno != EINTR))
		left_alone(port);
	return 0;
}

size_t
sim_port_write(struct sim_port *port, const void *bytes, size_t octets)
{
	if (port->fd < 0 || !port->listened)
		return octets;
	ssize_t n = write(port->fd, bytes, octets);
	return n < 0 ? 0 : (size_t)n;
}

bool
sim_port_look(struct sim_port *port)
{
	struct pollfd p = {.fd = port->fd, .events = POLLIN};
	if (port->fd < 0 || port->listened || poll(&p, 1, 0) < 0)
		return false;
	/* Bytes may wait although their writer is gone again. */
	if ((p.revents & POLLHUP) != 0 && (p.revents & POLLIN) == 0)
		return false;
	port->listened = true;
	return true;
}
