/* sim_at - one AT command, taken apart, and the tables that answer it.
 *
 * ITU-T V.250 5: `AT`, then basic commands ("E0", "&F") and extended ones
 * ("+CMGS=23", "+CREG?", "+CNMI=?") parted by `;`.  A handler says its lines
 * with sim_modem_say and returns how the command ends. */
#ifndef TESTS_SIM_SIM_AT_H
#define TESTS_SIM_SIM_AT_H

#include "tests/sim/sim_modem.h"

#define SIM_AT_ARGS 10

enum sim_op { SIM_EXECUTE, SIM_READ_OP, SIM_TEST, SIM_SET };

struct sim_call {
	char name[16]; /* upper case, "+CMGS" or "&F" */
	enum sim_op op;
	int argc; /* for SIM_SET; quotes are gone, missing ones are "" */
	char *argv[SIM_AT_ARGS];
};

enum sim_final {
	SIM_FINAL_OK,
	SIM_FINAL_ERROR,
	SIM_FINAL_UNKNOWN, /* as the model says it */
	SIM_FINAL_CME,
	SIM_FINAL_CMS,
	SIM_FINAL_SILENT, /* nothing is answered, and the modem goes on */
	SIM_FINAL_NONE, /* the handler went on by itself: prompt, scan */
};

struct sim_end {
	enum sim_final final;
	int code; /* of CME and CMS */
};
#define SIM_OK ((struct sim_end){SIM_FINAL_OK, 0})
#define SIM_ERROR ((struct sim_end){SIM_FINAL_ERROR, 0})
#define SIM_CME(n) ((struct sim_end){SIM_FINAL_CME, (n)})
#define SIM_CMS(n) ((struct sim_end){SIM_FINAL_CMS, (n)})

struct sim_at_row {
	const char *name;
	struct sim_end (*answer)(struct sim_modem *m, struct sim_call *call);
	bool needs_sim; /* +CMS ERROR 311/314 until PIN and SMS are ready */
};

/* Ended by a row without a name. */
extern const struct sim_at_row sim_at_general[];
extern const struct sim_at_row sim_at_sms[];
extern const struct sim_at_row sim_at_vendor[]; /* if the profile knows it */

/* The i-th argument as a number; `otherwise` when empty or missing, -1 when
 * it is no number or outside of [low, high]. */
long sim_at_number(
    const struct sim_call *call, int i, long low, long high, long otherwise);
const char *sim_at_text(const struct sim_call *call, int i);

/* +CUSD and its table row live apart. */
struct sim_end sim_ussd_command(struct sim_modem *m, struct sim_call *call);

#endif
