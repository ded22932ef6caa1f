/* quirk - what differs from modem to modem, as rows of data.
 *
 * Found by what the modem says of itself (+CGMI, +CGMM, +CGMR, ATI), or named
 * by the configuration.  The generic row is complete; a named row only narrows
 * it.  A new family is a new row in quirk_rows.c; a new kind of difference is a
 * new member here, with the generic behaviour as its zero, and one place that
 * reads it.  Clauses: 27.005 (+CNMI 3.4.1, +CPMS 3.2.2, +CSMS 3.2.1, +CMMS
 * 3.5.6, +CNMA 3.4.4), 27.007 (+CFUN 8.2, +CUSD 7.15).
 * A row is a first guess, never a promise: each value is still tried and what
 * the modem refuses is passed by.
 * Const tables, no state. */
#ifndef MODEM_QUIRK_H
#define MODEM_QUIRK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define QUIRK_LIST 12 /* with the NULL at the end */
#define QUIRK_NOISE 24 /* the same, of `noise` */

#define QUIRK_STORE_IN_USE ""

/* How sure are we of a row? */
enum quirk_trust {
	QUIRK_SPECIFICATION, /* what the standards say; nothing seen */
	QUIRK_FIELD, /* from what users of such modems report */
	QUIRK_TRIED, /* and played by our simulator in the tests */
};

/* How a code goes into AT+CUSD=1,"…",15; tried in a row's order, what worked
 * is remembered. */
enum quirk_ussd {
	QUIRK_USSD_END, /* of the list */
	QUIRK_USSD_TEXT, /* as it is, in the alphabet of +CSCS */
	QUIRK_USSD_PACKED, /* 7-bit packed, as hex */
	QUIRK_USSD_UCS2, /* as hex of UCS2, under +CSCS="UCS2" */
	QUIRK_USSD_NO_DCS, /* as it is, without the ",15" */
};
#define QUIRK_USSD_FORMS 5

/* AT+CMMS: keep the radio link between the texts of a burst. */
enum quirk_burst {
	QUIRK_BURST_STAYS, /* =2 once, while setting up */
	QUIRK_BURST_EACH, /* =1 before each burst: =2 is refused or forgotten */
	QUIRK_BURST_NEVER, /* the command does harm */
};

/* What has to be confirmed by +CNMA under +CSMS=1. */
enum quirk_confirm {
	QUIRK_CONFIRM_BOTH, /* +CMT and +CDS, as the standard has it */
	QUIRK_CONFIRM_TEXTS, /* +CMT only: after +CDS it upsets the modem */
	QUIRK_CONFIRM_NEITHER, /* the modem does it by itself */
};

struct quirk {
	const char *name; /* for `family = "…"` too: no blanks */
	const char *covers; /* for people: the models that it was made for */
	enum quirk_trust trust;

	/* The row fits when one of `makers` is in the answer to +CGMI (or in
	 * ATI's, where that is empty) and, where there are any, one of `models`
	 * in +CGMM's (or ATI's), and one of `firmwares` in +CGMR's.  Any case.
	 * An empty list: any. */
	const char *makers[QUIRK_LIST];
	const char *models[QUIRK_LIST];
	const char *firmwares[QUIRK_LIST];

	/* -- setting up ---------------------------------------------------- */

	/* AT+CNMI= values, tried in this order; NULL ends. */
	const char *news[QUIRK_LIST];
	/* Stores for texts, the first that AT+CPMS=? offers and that has
	 * slots.  The one that is in use anyway stays in use when the modem
	 * forgets its settings without a word. */
	const char *stores[QUIRK_LIST];
	/* Sent once while configuring; errors do not matter.  None of them may
	 * write the modem's flash memory. */
	const char *extra[QUIRK_LIST];
	bool direct; /* texts as +CMT with +CNMA: its stores are no good */
	enum quirk_confirm confirm;
	/* Where a report announced by +CDSI really lies; NULL: where it says.
	 * "": nowhere that can be read, so ds 2 is never asked for. */
	const char *report_store;
	enum quirk_burst burst;
	enum quirk_ussd ussd_forms[QUIRK_USSD_FORMS]; /* ends with _END */

	/* -- time ---------------------------------------------------------- */

	int64_t gap_ms; /* between a final result and the next command */
	int64_t prompt_gap_ms; /* between the prompt and the body */
	int64_t send_timeout_ms; /* 0: the generic one */
	/* After the device appears it may be silent for so long: no reason to
	 * close it or to try other speeds. */
	int64_t settle_ms;
	/* Any of these lines says that SIM and texts are ready; without one
	 * after a restart the settings are tried anyway after boot_ms. */
	const char *boot_words[QUIRK_LIST];
	int64_t boot_ms;

	/* -- bringing it back ---------------------------------------------- */

	const char *radio_off; /* undone by AT+CFUN=1; NULL: it has none */
	const char *restart[QUIRK_LIST]; /* tried in this order */

	/* -- peculiarities ------------------------------------------------- */

	const char *noise[QUIRK_NOISE]; /* lines of no use, by their prefix */
	bool list_is_blind; /* +CMGL lists nothing: read slot by slot */
	bool autobaud; /* fix its speed by AT+IPR, else banners come garbled */
	/* News come out of one of its ports only, which AT+QURCCFG names. */
	bool news_on_one_port;
	bool forgets; /* +CMGF is lost by itself: look at every health */
	bool serial_is_shared; /* clones with one IMEI: the SIM and the place
				  on the USB tell them apart */
};

/* What a modem said of itself; empty: nothing. */
struct quirk_identity {
	struct str maker, model, firmware;
	struct str info; /* ATI, its lines joined by blanks */
};

const struct quirk *quirk_generic(void);

/* The first row that fits, at last the generic one. */
const struct quirk *quirk_find(const struct quirk_identity *identity);

/* The row of that name (case is ignored), or NULL. */
const struct quirk *quirk_named(struct str name);

/* All rows, the generic one last; NULL behind it. */
const struct quirk *quirk_at(size_t i);

/* Does the line begin with a noise prefix of this row, or of the generic one?
 */
bool quirk_is_noise(const struct quirk *quirk, struct str line);

/* One of its boot words stands at the line's start, or behind "+QIND: ". */
bool quirk_is_boot_word(const struct quirk *quirk, struct str line);

/* "from field reports" … */
const char *quirk_trust_words(enum quirk_trust trust);

#endif
