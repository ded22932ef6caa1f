/* tty - a serial device, opened the way a modem wants it.
 *
 * Raw, 8N1, no modem control lines needed (CLOCAL), no hang-up when closed
 * (HUPCL off: dropping DTR resets many modems), DTR and RTS raised, both
 * directions flushed, non-blocking, and ours alone (flock and TIOCEXCL).
 * Works on real ports, USB ports and pseudo terminals. */
#ifndef MODEM_TTY_H
#define MODEM_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* Who has the device open, but we: "ModemManager (pid 812)".  False: nobody, or
 * nobody whom we may see (another user's, without the rights). */
bool tty_user(uint64_t device_number, char *dst, size_t octets);

/* DTR and RTS low, until it is opened again: to some modems the sign to leave
 * whatever they are in. */
void tty_lower_lines(int fd);

/* What a device's name, or an open descriptor, stands for at the moment; 0
 * when it cannot be told.  A device that was unplugged and came back under the
 * same name has another number, even when nobody hung up. */
uint64_t tty_number_of_name(const char *device);
uint64_t tty_number(int fd);

/* A pseudo terminal: no wires, no speed. */
bool tty_is_pty_name(const char *device);

#endif
