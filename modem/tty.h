/* tty - a serial device, opened the way a modem wants it.
 *
 * Raw, 8N1, no modem control lines needed (CLOCAL), no hang-up when closed
 * (HUPCL off: dropping DTR resets many modems), DTR and RTS raised, both
 * directions flushed, non-blocking, and ours alone (flock and TIOCEXCL).
 * Works on real ports, USB ports and pseudo terminals. */
#ifndef MODEM_TTY_H
#define MODEM_TTY_H

#include "base/err.h"

enum tty_err {
	TTY_ABSENT = -1, /* no such device, or it is gone */
	TTY_BUSY = -2, /* another process has it */
	TTY_REFUSED = -3, /* permissions */
	TTY_OTHER = -4, /* not a terminal, or it refuses its settings */
};

/* The descriptor (the caller's to close), or a negative enum tty_err.  A speed
 * that the system does not know is 115200. */
int tty_open(const char *device, int speed, struct err *err);

#endif
