/* fault_rows - what may go wrong in the field, as rows: for bench/faults.
 *
 * A row is a name, how the simulated modem is, the faults that are on for the
 * whole time (as tests/sim/sim_ctl.h describes them, without "do" and
 * "modem"), and a fault that is an act and is repeated.  What the promise
 * allows stands in the row, too. */
#ifndef BENCH_FAULT_ROWS_H
#define BENCH_FAULT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "bench/fault_play.h"

struct fault_row {
	const char *name; /* also of its folder: no blanks */
	const char *modem; /* keys of simnet's --modem, "" for none */
	const char *faults; /* a JSON array, or NULL */
	const char *act; /* a JSON object, or NULL */
	int act_every_s;
	/* Nobody can know what became of a text that was cut off: it may stay
	 * unknown, and a confirmation may go out once more. */
	bool unknowable;
	int recover_most_s; /* from the end of the faults */
	int modems; /* 2: a healthy one beside it, with the same texts */
	const char *device; /* lines of the modem's section: where it is */
	/* Of the second modem; NULL: as usual. */
	const char *other, *other_device;
	int long_every; /* every so manieth text is long; 0: the fifth */
	bool backwards; /* the last part comes first */
	const struct fault_play *play; /* what else happens, or NULL */
};

/* A single blow to a modem at work, and the time until a text comes in and
 * another goes out again. */
struct fault_blow {
	const char *name;
	const char *modem;
	int boot_ms;
	const char *act; /* a JSON object */
	int lasts_ms; /* the time counts from its end */
	/* The blow falls on a text that is being sent just then. */
	bool in_send;
	/* Only a time-out can notice it: the time counts from that. */
	bool noticed_late;
	int recover_most_ms;
};

extern const struct fault_row fault_rows[];
extern const size_t fault_rows_count;
extern const struct fault_blow fault_blows[];
extern const size_t fault_blows_count;

#endif
