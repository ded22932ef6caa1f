/* modem_ladder - what to do next with a modem that does not work.
 *
 * A pure core: what is known goes in, the next rung comes out.  Each rung is
 * stronger and costs more than the one before it, so each is taken once; what
 * cannot be done now (a command to a modem that hears nothing, a relay that
 * nobody configured) is passed by.  Where a rung has helped, so that texts went
 * through again, and trouble returns, the same rung is taken again, not the
 * next one.  After a healthy while the ladder begins from below.
 * The counters are kept for people (`furrow link show`).
 * Clauses: 27.007 8.2 (+CFUN); the rest is what devices need.
 *
 * No clock, no log, no allocation; the driver does what a rung says. */
#ifndef MODEM_MODEM_LADDER_H
#define MODEM_MODEM_LADDER_H

#include <stdbool.h>
#include <stdint.h>

#include "modem/modem.h"

/* What can be done, and what speaks for it. */
struct ladder_means {
	/* It has answered since the device is there: a modem that has fallen
	 * silent may still act on what it hears. */
	bool answers;
	bool radio; /* its radio can be switched by a command */
	bool restart; /* it has a command to restart */
	bool usb; /* it hangs on an USB port, and nobody refused yet */
	bool command; /* the owner gave one */
	enum modem_rung least; /* the trouble calls for at least this ... */
	enum modem_rung most; /* ... and at most this; 0: all */
};

struct ladder {
	enum modem_rung rung; /* taken last; MODEM_RUNG_NONE: below */
	bool helped; /* and texts went through since */
	unsigned taken; /* bits: rungs, since it was below */
	unsigned long climbs[MODEM_RUNGS];
};

struct ladder_row {
	const char *name; /* in the log: "reopen" */
	const char *does; /* one clause, for people */
	const char *cured; /* when it counts as cured */
	enum modem_time wait; /* until the device is opened again */
	enum modem_time patience; /* it may stay silent for so long then */
};
const struct ladder_row *ladder_row(enum modem_rung rung);

/* One time-out, answered again: the first rung, which is not climbed. */
void ladder_note_resync(struct ladder *ladder);

/* The rung to take now, counted.  MODEM_RUNG_NONE: the trouble calls for
 * nothing stronger than what was done already.  MODEM_RUNG_PARK, once reached,
 * is given again until ladder_reset(). */
enum modem_rung ladder_climb(
    struct ladder *ladder, const struct ladder_means *means);

/* A text went out or came in. */
void ladder_note_work(struct ladder *ladder);

/* Healthy for long, an operator's reset, or the time parked is over. */
void ladder_reset(struct ladder *ladder);

#endif
