/* sim_fault - what can go wrong on one modem, as rows that are switched on.
 *
 * A fault is on until it has fired `left` times, until its time is over, or
 * until it is taken away; each time it might fire, a seeded draw against
 * `chance_milli` decides.  Faults that are acts (unplug, restart, deaf) are
 * done by whoever sets them; here they only have their names.  Pure: time and
 * chance come from the world. */
#ifndef TESTS_SIM_SIM_FAULT_H
#define TESTS_SIM_SIM_FAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "tests/sim/sim_pdu.h"
#include "tests/sim/sim_util.h"

enum sim_fault_kind {
	/* in what the modem says */
	SIM_FAULT_URC_INSIDE, /* a foreign line between lines of an answer */
	SIM_FAULT_URC_AT_PROMPT, /* a foreign line right after "> " */
	SIM_FAULT_GARBAGE, /* random bytes somewhere in an answer */
	SIM_FAULT_DROP_BYTES, /* one to three bytes of an answer missing */
	SIM_FAULT_CUT_PDU, /* a listed PDU loses its second half */
	SIM_FAULT_LATE, /* the answer comes `ms` later */
	SIM_FAULT_ERROR, /* ERROR, and the command is not done */
	SIM_FAULT_SILENT, /* the command is done, no answer at all */
	/* in sending */
	SIM_FAULT_CMS_SEND, /* +CMS ERROR `code`, before or `after` Ctrl-Z */
	SIM_FAULT_LOSE_RESULT, /* the network took it, no result comes */
	SIM_FAULT_LOSE_OK, /* +CMGS: n comes, its OK does not */
	SIM_FAULT_NO_PROMPT, /* the modem waits for the PDU and does not say so
			      */
	SIM_FAULT_RESTART_IN_SEND, /* before or `after` the network took it */
	SIM_FAULT_REPORT_FIRST, /* +CDS before +CMGS */
	/* in status reports */
	SIM_FAULT_NO_REPORT, /* none ever comes for this text */
	SIM_FAULT_REPORT_LATE, /* `ms` later */
	SIM_FAULT_REPORT_TWICE, /* the same one two times */
	SIM_FAULT_REPORT_ORDER, /* up to `ms` (2,000) later: overtaken */
	/* in receiving */
	SIM_FAULT_STORAGE_FULL, /* as if no slot were free */
	SIM_FAULT_LOSE_CMTI, /* stored without a word */
	SIM_FAULT_DOUBLE_DELIVERY, /* the network hands it over twice */
	SIM_FAULT_NO_NETWORK, /* not registered */
	/* acts */
	SIM_FAULT_DEAF, /* for `ms`; what is written to it is lost or `keep` */
	SIM_FAULT_NOISE, /* deaf, and a line every 100 ms all the same */
	SIM_FAULT_UNPLUG, /* for `ms` (0: until replugged) */
	SIM_FAULT_RESTART,
	SIM_FAULT_KINDS,
};

struct sim_fault {
	bool on;
	int left; /* -1: for ever */
	unsigned chance_milli; /* of 1000 */
	int64_t until_ms; /* SIM_NEVER: no end */
	int64_t ms;
	int code;
	bool after;
	bool keep;
	char number[SIM_NUMBER]; /* empty: any recipient */
	char command[16]; /* "+CMGS"; empty: any command */
	char line[128]; /* the foreign line; empty: the model's own noise */
};

struct sim_faults {
	struct sim_fault at[SIM_FAULT_KINDS];
};

/* "urc-inside" and so on; SIM_FAULT_KINDS when there is none of this name. */
enum sim_fault_kind sim_fault_find(const char *name);
const char *sim_fault_name(enum sim_fault_kind kind);

/* The fault, if it fires now: drawn, counted down, ended.  Else NULL. */
const struct sim_fault *sim_fault_hit(struct sim_faults *faults,
    enum sim_fault_kind kind, struct sim_world *world);

/* As above, but only for this command. */
const struct sim_fault *sim_fault_hit_command(struct sim_faults *faults,
    enum sim_fault_kind kind, struct sim_world *world, const char *command);

/* On at this moment, for faults that are a state.  Draws nothing. */
bool sim_fault_lasts(struct sim_faults *faults, enum sim_fault_kind kind,
    const struct sim_world *world);

#endif
