/* sim_fault - what can go wrong on one modem, as rows that are switched on.
 *
 * A fault is on until it has fired `left` times, until its time is over, or
 * until it is taken away; each time it might fire, a seeded draw against
 * `chance_milli` decides.  Faults that are acts (unplug, restart, deaf) are
 * done by whoever sets them (sim_fault_act, sim_ctl_fault); here they only
 * have their names.  sim_fault_row says of each, in words for people, what it
 * does and what its members mean.  Pure: time and chance come from the world.
 */
#ifndef TESTS_SIM_SIM_FAULT_H
#define TESTS_SIM_SIM_FAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "tests/sim/sim_pdu.h"
#include "tests/sim/sim_util.h"

enum sim_fault_kind {
	/* in what the modem says */
	SIM_FAULT_URC_INSIDE,
	SIM_FAULT_URC_AT_PROMPT,
	SIM_FAULT_GARBAGE,
	SIM_FAULT_DROP_BYTES,
	SIM_FAULT_CUT_PDU,
	SIM_FAULT_LATE,
	SIM_FAULT_ERROR,
	SIM_FAULT_SILENT,
	SIM_FAULT_TWO_RESULTS,
	SIM_FAULT_GLUED,
	/* in sending */
	SIM_FAULT_CMS_SEND,
	SIM_FAULT_LOSE_RESULT,
	SIM_FAULT_LOSE_OK,
	SIM_FAULT_BARE_OK,
	SIM_FAULT_NO_PROMPT,
	SIM_FAULT_RESTART_IN_SEND,
	SIM_FAULT_BROWN_OUT,
	SIM_FAULT_POISON,
	SIM_FAULT_UNREACHABLE,
	SIM_FAULT_SLOW_SENDS,
	SIM_FAULT_REPORT_FIRST,
	/* in status reports */
	SIM_FAULT_NO_REPORT,
	SIM_FAULT_REPORT_LATE,
	SIM_FAULT_REPORT_TWICE,
	SIM_FAULT_REPORT_ORDER,
	/* in receiving */
	SIM_FAULT_STORAGE_FULL,
	SIM_FAULT_NO_RESUME,
	SIM_FAULT_LOSE_CMTI,
	SIM_FAULT_DOUBLE_DELIVERY,
	SIM_FAULT_PLACEHOLDER,
	SIM_FAULT_LOSE_PART,
	SIM_FAULT_RESTART_IN_RECEIVE,
	SIM_FAULT_NO_NETWORK,
	/* of the SIM and its plan */
	SIM_FAULT_AIRTIME_SILENT,
	SIM_FAULT_AIRTIME_HANG,
	SIM_FAULT_AIRTIME_ERROR,
	SIM_FAULT_PLAN_TEXTS,
	SIM_FAULT_PLAN_RECIPIENTS,
	SIM_FAULT_SIM_EXPIRED,
	SIM_FAULT_SIM_ABSENT,
	SIM_FAULT_USSD_FORM,
	SIM_FAULT_USSD_SILENT,
	/* of the port */
	SIM_FAULT_INTRUDER,
	/* acts */
	SIM_FAULT_DEAF,
	SIM_FAULT_NOISE,
	SIM_FAULT_WEDGE,
	SIM_FAULT_BABBLE,
	SIM_FAULT_FORGET,
	SIM_FAULT_CLOG,
	SIM_FAULT_CLOG_REPORTS,
	SIM_FAULT_SIM_SWAP,
	SIM_FAULT_UNPLUG,
	SIM_FAULT_RESTART,
	SIM_FAULT_RENUMBER,
	SIM_FAULT_PORT_TAKEN,
	SIM_FAULT_KINDS,
};

/* How a fault is there: for one time, as a state, as something done. */
enum sim_fault_way { SIM_FAULT_FIRES, SIM_FAULT_STATE, SIM_FAULT_ACT };

struct sim_fault_row {
	const char *name;
	enum sim_fault_way way;
	const char *members; /* which of its members mean something */
	const char *words; /* what it does, for people, one line */
};

struct sim_fault {
	bool on;
	int left; /* -1: for ever */
	unsigned chance_milli; /* of 1000 */
	int64_t until_ms; /* SIM_NEVER: no end */
	int64_t ms;
	int code;
	int limit; /* copies, part, texts: see the row */
	bool after;
	bool keep;
	char number[SIM_NUMBER]; /* empty: any recipient */
	char command[16]; /* "+CMGS"; empty: any command */
	char line[128]; /* the foreign line; empty: the model's own noise */
	unsigned fired;
};

struct sim_faults {
	struct sim_fault at[SIM_FAULT_KINDS];
};

/* "urc-inside" and so on; SIM_FAULT_KINDS when there is none of this name. */
enum sim_fault_kind sim_fault_find(const char *name);
const char *sim_fault_name(enum sim_fault_kind kind);
const struct sim_fault_row *sim_fault_row(enum sim_fault_kind kind);

/* The fault, if it fires now: drawn, counted down, ended.  Else NULL. */
const struct sim_fault *sim_fault_hit(struct sim_faults *faults,
    enum sim_fault_kind kind, struct sim_world *world);

/* As above, but only for this command; only for this recipient. */
const struct sim_fault *sim_fault_hit_command(struct sim_faults *faults,
    enum sim_fault_kind kind, struct sim_world *world, const char *command);
const struct sim_fault *sim_fault_hit_number(struct sim_faults *faults,
    enum sim_fault_kind kind, struct sim_world *world, const char *number);

/* On at this moment, for faults that are a state.  Draws nothing. */
bool sim_fault_lasts(struct sim_faults *faults, enum sim_fault_kind kind,
    const struct sim_world *world);

#endif
