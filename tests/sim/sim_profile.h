/* sim_profile - how families of modems differ, as rows of data.
 *
 * "generic" keeps to 3GPP TS 27.005 and 27.007; the others add what their
 * families are known for in the field: lists that promise too much, stores
 * without slots, prompts without a blank, lines nobody asked for.  A member's
 * zero is what generic does.  The rows are in sim_profile_sticks.c (USB sticks
 * and phones) and sim_profile_modules.c (modules to build in). */
#ifndef TESTS_SIM_SIM_PROFILE_H
#define TESTS_SIM_SIM_PROFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SIM_NOISES 8 /* with the NULL behind the last */

enum sim_empty_slot {
	SIM_EMPTY_321, /* +CMS ERROR: 321 */
	SIM_EMPTY_OK, /* OK alone */
	SIM_EMPTY_HEADER, /* +CMGR: 0,,0 and OK */
	SIM_EMPTY_BOTH, /* ERROR, and OK as well */
};

/* What AT+CMMS=n says. */
enum sim_cmms { SIM_CMMS_OK, SIM_CMMS_500, SIM_CMMS_ERROR, SIM_CMMS_ONE_ONLY };

/* How a code and its answer are carried in +CUSD. */
enum sim_ussd_form { SIM_USSD_TEXT, SIM_USSD_PACKED, SIM_USSD_UCS2 };

struct sim_profile {
	const char *name;
	const char *words; /* for people, one line */
	const char *maker, *model, *revision;
	const char *imei; /* the same in all of them; NULL: each its own */

	/* -- power and time ------------------------------------------------ */
	const char *banner; /* lines after power-up, each CR LF ended */
	const char *ready_line; /* said when messages work, or NULL */
	/* With times=field: messages work after ready_ms, the first command is
	 * heard after deaf_ms, a text takes send_ms. */
	int ready_ms, deaf_ms, send_ms;
	int sleep_ms; /* idle for so long it misses one character; until
			 +CSCLK=0 or +UPSV=0; 0: never */
	int gap_ms; /* a command sooner after a result meets a line of noise */
	const char *restart; /* its own command beside +CFUN=1,1, or NULL */

	/* -- lines nobody asked for ---------------------------------------- */
	const char *noise[SIM_NOISES];
	const char *nag; /* repeated every 2 s until nag_end is sent, or NULL */
	const char *nag_end;
	const char *full_line; /* said once when storage fills up, or NULL */
	const char *call_end; /* said when a caller gives up, or NULL */

	/* -- messages ------------------------------------------------------ */
	const char *cnmi_list; /* answer of +CNMI=? */
	const char
	    *cnmi_modes; /* the modes it really takes; NULL: any listed */
	const char *cnmi_ds; /* the same of reports */
	const char *cpms_list; /* one place of +CPMS=?, e.g. ("SM","ME") */
	const char *third_store; /* +CPMS takes only this there; NULL: any */
	const char *default_store; /* "SM" or "ME" */
	unsigned me_slots; /* 0: listed, yet useless */
	unsigned first_index; /* 0 or 1 */
	bool no_mt; /* "MT" is no store; else it is the default one */
	const char *told_store; /* +CMTI names this one, quotes included */
	const char *told_report; /* behind "+CDSI: ", whatever is true */
	bool reports_vanish; /* the SR store reads as empty */
	bool report_comma; /* "+CDS: ,len" */
	bool push_words; /* +CMTI: "SM",1,"MMS PUSH",2,1 */
	bool list_empty; /* +CMGL shows nothing */
	bool list_empty_321; /* +CMGL of an empty store: +CMS ERROR: 321 */
	bool no_smsc; /* PDUs without the octets of the service centre */
	enum sim_empty_slot empty_slot; /* what +CMGR says of one */
	int forgets_ms; /* +CMGF is lost every so often; 0: never */

	/* -- sending ------------------------------------------------------- */
	const char *prompt;
	const char *after_escape; /* result when a prompt is left by ESC */
	bool no_escape; /* ESC does not leave the prompt */
	bool ends_at_cr; /* a CR ends the message as Ctrl-Z does */
	bool stuck_when_long; /* over-long data at the prompt: only ESC helps */
	bool mr_zero; /* every reference is 0 */
	bool no_reports; /* asked for, and never given */
	enum sim_cmms cmms;

	/* -- commands ------------------------------------------------------ */
	const char *unknown_command; /* "ERROR" */
	const char *knows; /* of its own, taken with OK: " +ZCDRUN " */
	const char *lacks; /* commands it does not know: " +QCCID +ICCID " */
	bool refuses_at; /* ERROR to a plain AT */
	const char *late; /* answered behind the next command: " +COPS " */
	bool tight; /* "+CPIN:READY", without the blank */
	bool bare_card; /* the SIM's number without a prefix */
	bool lte_only; /* +CREG searches for ever, +CEREG is registered */
	enum sim_ussd_form ussd;
	bool ussd_before_ok;
};

/* The i-th, NULL behind the last. */
const struct sim_profile *sim_profile_at(int i);

/* NULL when there is none of this name. */
const struct sim_profile *sim_profile_find(const char *name);

/* Is the command in a list such as " +QCCID +ICCID "? */
bool sim_profile_lists(const char *list, const char *command);

/* The rows, ended by one without a name; for sim_profile.c. */
extern const struct sim_profile sim_profile_sticks[];
extern const struct sim_profile sim_profile_modules[];

#endif
