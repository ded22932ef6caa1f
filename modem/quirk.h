/* quirk - what differs from modem to modem, as rows of data.
 *
 * Found by what the modem says of itself (AT+CGMI, AT+CGMM).  The generic row
 * is complete; a named row only narrows it.  A new family is a new row; a new
 * kind of difference is a new member here, with the generic behaviour as its
 * zero, and one place that reads it.
 * Const tables, no state. */
#ifndef MODEM_QUIRK_H
#define MODEM_QUIRK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define QUIRK_LIST 10 /* with the NULL at the end */

#define QUIRK_STORE_IN_USE ""

struct quirk {
	const char *name;
	const char *maker; /* in the answer to +CGMI, any case; NULL: any */
	const char *model; /* in the answer to +CGMM; NULL: any */
	/* AT+CNMI= values, tried in this order; NULL ends. */
	const char *news[QUIRK_LIST];
	/* Stores for texts, the first that AT+CPMS=? offers and that has
	 * slots.  The one that is in use anyway stays in use when the modem
	 * forgets its settings without a word. */
	const char *stores[QUIRK_LIST];
	/* Sent once while configuring; errors do not matter. */
	const char *extra[QUIRK_LIST];
	int64_t gap_ms; /* between a final result and the next command */
	int64_t prompt_gap_ms; /* between the prompt and the body */
	int64_t send_timeout_ms; /* 0: the generic one */
	bool list_is_blind; /* +CMGL lists nothing: read slot by slot */
};

const struct quirk *quirk_generic(void);

/* The first row that fits, at last the generic one. */
const struct quirk *quirk_find(struct str maker, struct str model);

#endif
