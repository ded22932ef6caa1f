/* sim_profile - how families of modems differ, as rows of data.
 *
 * "generic" keeps to 3GPP TS 27.005 and 27.007; the others add what their
 * families are known for in the field: lists that promise too much, stores
 * without slots, prompts without a blank, lines nobody asked for. */
#ifndef TESTS_SIM_SIM_PROFILE_H
#define TESTS_SIM_SIM_PROFILE_H

#include <stdbool.h>

enum sim_empty_slot { SIM_EMPTY_321, SIM_EMPTY_OK, SIM_EMPTY_HEADER };

struct sim_profile {
	const char *name;
	const char *words; /* for people, one line */
	const char *maker, *model, *revision;
	const char *banner; /* lines after power-up, each CR LF ended */
	const char *noise; /* a line that it likes to say at any time */
	const char *full_line; /* said once when storage fills up, or NULL */
	const char *cnmi_list; /* answer of +CNMI=? */
	const char *cnmi_modes; /* the modes it really takes, "0123" */
	const char *cpms_list; /* one place of +CPMS=?, e.g. ("SM","ME") */
	const char *default_store; /* "SM" or "ME" */
	unsigned me_slots; /* 0: listed, yet useless */
	unsigned first_index; /* 0 or 1 */
	const char *prompt;
	const char *after_escape; /* result when a prompt is left by ESC */
	const char *unknown_command; /* "ERROR" */
	const char *call_end; /* said when a caller gives up, or NULL */
	const char *restart; /* its own command beside +CFUN=1,1, or NULL */
	enum sim_empty_slot empty_slot; /* what +CMGR says of one */
	bool stuck_when_long; /* over-long data at the prompt: only ESC helps */
	bool refuses_cmms;
	bool packs_ussd; /* +CUSD strings are packed septets in hexadecimal */
};

/* The i-th, NULL behind the last. */
const struct sim_profile *sim_profile_at(int i);

/* NULL when there is none of this name. */
const struct sim_profile *sim_profile_find(const char *name);

#endif
