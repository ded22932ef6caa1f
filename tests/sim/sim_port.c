#include "tests/sim/sim_port.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <termios.h>
#include <unistd.h>

#define BITS_A_BYTE 10 /* 8N1 */
#define FIFO_BYTES 16 /* pass at once after a pause */

void
sim_port_init(struct sim_port *port, const char *link, int notify)
{
	*port = (struct sim_port){.fd = -1, .notify = notify, .watch = -1};
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

static void
close_own_side(struct sim_port *port)
{
	if (port->watch >= 0)
		(void)inotify_rm_watch(port->notify, port->watch);
	port->watch = -1;
	if (port->fd >= 0)
		close(port->fd);
	port->fd = -1;
}

int
sim_port_plug(struct sim_port *port)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return -1;
	if (grantpt(fd) != 0 || unlockpt(fd) != 0 ||
	    ptsname_r(fd, port->path, sizeof(port->path)) != 0 ||
	    make_raw(port->path) != 0) {
		close(fd);
		return -1;
	}
	close_own_side(port);
	port->fd = fd;
	port->listened = port->resting = false;
	/* Before the name is there: no opening is missed. */
	if (port->notify >= 0)
		port->watch =
		    inotify_add_watch(port->notify, port->path, IN_OPEN);
	if (put_link(port) == 0)
		return 0;
	close_own_side(port);
	return -1;
}

void
sim_port_unplug(struct sim_port *port)
{
	if (port->fd < 0)
		return;
	(void)unlink(port->link);
	close_own_side(port);
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

static speed_t
constant_of(unsigned speed)
{
	static const struct {
		unsigned speed;
		speed_t constant;
	} rows[] = {{9600, B9600}, {19200, B19200}, {38400, B38400},
	    {57600, B57600}, {115200, B115200}, {230400, B230400},
	    {460800, B460800}, {921600, B921600}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].speed == speed)
			return rows[i].constant;
	}
	return B0;
}

/* The modem's side of a pty tells the settings of the computer's. */
static bool
wrong_speed(const struct sim_port *port)
{
	struct termios t;
	return port->speed != 0 && tcgetattr(port->fd, &t) == 0 &&
	       cfgetospeed(&t) != constant_of(port->speed);
}

static void
garble(char *bytes, size_t octets)
{
	for (size_t i = 0; i < octets; i++)
		bytes[i] = (char)((bytes[i] * 37) | 0x80);
}

/* How many bytes may pass now, of `wanted`. */
static size_t
paced(const struct sim_port *port, struct sim_pace *pace, size_t wanted,
    int64_t now)
{
	static const int64_t most = FIFO_BYTES * BITS_A_BYTE * 1000;
	if (port->baud == 0)
		return wanted;
	/* In thousandths of a bit, as the time is in thousandths. */
	pace->bits += (now - pace->at_ms) * (int64_t)port->baud;
	if (pace->bits > most + (int64_t)port->baud)
		pace->bits = most + (int64_t)port->baud;
	pace->at_ms = now;
	size_t may =
	    pace->bits < 0 ? 0 : (size_t)(pace->bits / (BITS_A_BYTE * 1000));
	return may < wanted ? may : wanted;
}

static void
passed(struct sim_pace *pace, size_t octets)
{
	pace->bits -= (int64_t)octets * BITS_A_BYTE * 1000;
}

size_t
sim_port_read(struct sim_port *port, void *bytes, size_t room, int64_t now_ms)
{
	size_t may = paced(port, &port->reading, room, now_ms);
	port->resting = may < room;
	if (port->fd < 0 || may == 0)
		return 0;
	ssize_t n = read(port->fd, bytes, may);
	if (n > 0) {
		passed(&port->reading, (size_t)n);
		if (wrong_speed(port))
			garble(bytes, (size_t)n);
		return (size_t)n;
	}
	if (n == 0 || (errno != EAGAIN && errno != EINTR))
		left_alone(port);
	return 0;
}

size_t
sim_port_write(
    struct sim_port *port, const void *bytes, size_t octets, int64_t now_ms)
{
	if (port->fd < 0 || !port->listened)
		return octets;
	size_t may = paced(port, &port->writing, octets, now_ms);
	char noise[256];
	if (may > 0 && wrong_speed(port)) {
		may = may < sizeof(noise) ? may : sizeof(noise);
		memcpy(noise, bytes, may);
		garble(noise, may);
		bytes = noise;
	}
	ssize_t n = may == 0 ? 0 : write(port->fd, bytes, may);
	if (n > 0)
		passed(&port->writing, (size_t)n);
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
