/* sim_port - the pty that a modem hangs on, under a name that stays.
 *
 * Plugged: a new pty, and DIR/NAME is a symbolic link to it.  Unplugged: the
 * link is gone and who has the pty open reads end of file.  The simulator
 * does not hold the other side open, so that it sees when nobody listens: what
 * a modem says then is lost, as on a serial line.  A computer that took the
 * port exclusively (TIOCEXCL) and died leaves the mark on a pty, unlike on a
 * serial line; then the port moves to a new pty under the same name.
 *
 * With a `baud`, bytes pass no faster than 8N1 at that many.  With a `speed`
 * the modem's UART is set to it: while the computer's side has another one,
 * bytes are garbage in both directions.  That
 * somebody opened the port is told by inotify(7), so that ports nobody uses
 * cost nothing. */
#ifndef TESTS_SIM_SIM_PORT_H
#define TESTS_SIM_SIM_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Bytes of one direction: what may pass now. */
struct sim_pace {
	int64_t at_ms;
	int64_t bits; /* ten for each byte */
};

struct sim_port {
	int fd; /* the modem's side, -1 unplugged */
	int notify, watch; /* inotify: borrowed descriptor, -1 none; ours */
	unsigned baud; /* 0: as fast as it goes */
	unsigned speed; /* 0: any */
	struct sim_pace reading, writing;
	char path[64]; /* of the computer's side */
	char link[512];
	bool listened; /* somebody has the other side open */
	bool resting; /* read what it may: more waits for its time */
};

void sim_port_init(struct sim_port *port, const char *link, int notify);
int sim_port_plug(struct sim_port *port); /* 0, or -1 with errno */
void sim_port_unplug(struct sim_port *port);

/* What was written to the modem; 0 when there is nothing (more) now. */
size_t sim_port_read(
    struct sim_port *port, void *bytes, size_t room, int64_t now_ms);

/* The octets that are gone; all of them when nobody listens. */
size_t sim_port_write(
    struct sim_port *port, const void *bytes, size_t octets, int64_t now_ms);

/* Looks whether somebody has opened the port since; true if so. */
bool sim_port_look(struct sim_port *port);

#endif
