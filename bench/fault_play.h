/* fault_play - what else happens in a row of the table, and what must come of
 * it: somebody asks the operator, people ring, the network speaks unasked, a
 * long text goes to a phone that is off.
 *
 * A play runs beside the row's texts, in the row's folder.  It counts what was
 * wrong, and says it on stderr. */
#ifndef BENCH_FAULT_PLAY_H
#define BENCH_FAULT_PLAY_H

#include <stdint.h>
#include <sys/types.h>

#include "tests/sim/sim_client.h"

struct fault_play_run {
	struct sim *sim; /* borrowed */
	int nth; /* acts before this one */
	pid_t asker; /* a child that waits for an answer; 0: none */
	int wrong; /* so far */
	int pushes; /* that the network made */
	int taken; /* times that another program had the port */
	int64_t ids[2]; /* texts that were sent */
};

struct fault_play {
	int every_s;
	/* One act; NULL: the row's fault is all. */
	void (*act)(struct fault_play_run *run);
	/* When everything has settled: adds to `wrong`. */
	void (*judge)(struct fault_play_run *run);
};

/* *144# every few seconds, answered in all forms that modems know: the answer
 * must be right. */
extern const struct fault_play fault_play_ussd_forms;
/* Silence, ERROR, an empty answer: an honest no within 30 s. */
extern const struct fault_play fault_play_ussd_none;
/* Each is one message; none is answered, none is ended by us. */
extern const struct fault_play fault_play_calls;
/* Each is a line of the log, and none leaves a dialogue open. */
extern const struct fault_play fault_play_pushes;
/* Unplugged, and when it is back another program is quicker. */
extern const struct fault_play fault_play_taken;
/* A SIM whose texts are thrown away is noticed, and somebody is told. */
extern const struct fault_play fault_play_silent;
/* Five parts to two phones that are off, come back and get three of them; one
 * comes back once more.  Of every part furrow must say what the network said
 * last. */
extern const struct fault_play fault_play_five_parts;

#endif
