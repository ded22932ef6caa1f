/* modem_ussd - a dialogue with the operator of the modem's SIM (27.007 7.15).
 *
 * One at a time, with all of its steps given beforehand ("*144#", then "1",
 * then "2"), so that a session is never left open for a person to think.  No
 * text is sent while it lasts (both want the one signalling channel); texts
 * are read.  Each step ends in one answer within MODEM_T_USSD_TEXT; the last
 * answer has `last`.  Then the session is closed if the network still waits.
 * How a code is written differs: forms are tried in the order of the quirk's
 * row, the one that worked is tried first from then on, and told, so that the
 * owner may keep it.  A `secret` step (a voucher) is tried in another form
 * only if the modem itself refused it: the operator counts wrong ones.
 * What the network says by itself is told with id 0, and closed, never
 * answered.
 *
 * Outcomes: ANSWERED; REFUSED, by modem or network, for certain; SILENT:
 * nobody knows whether the network heard it.
 * Loop rule: all in the loop's thread; on_ussd may call back. */
#ifndef MODEM_MODEM_USSD_H
#define MODEM_MODEM_USSD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/timer.h"

#include "modem/ussd.h"

#define MODEM_USSD_STEPS 8
#define MODEM_USSD_STEP_OCTETS 184

struct modem;

struct modem_ussd_request {
	int64_t id; /* not 0 */
	const char *steps[MODEM_USSD_STEPS]; /* copied */
	size_t count; /* at least 1 */
	enum ussd_form form; /* known to work with this modem, or NONE */
	bool secret; /* they never reach a log, and are wiped at the end */
};

enum modem_ussd_how {
	MODEM_USSD_ANSWERED,
	MODEM_USSD_REFUSED,
	MODEM_USSD_SILENT,
};

struct modem_ussd_answer {
	int64_t id; /* 0: the network began it */
	size_t step; /* from 0 */
	bool last;
	enum modem_ussd_how how;
	const char *text; /* ANSWERED: never NULL */
	bool asks; /* the network waited for another step */
	bool doubtful; /* the text may be read wrongly */
	enum ussd_form form; /* ANSWERED: that it was asked in */
	const char *why; /* not ANSWERED, or steps were left: static */
};

/* Set up, and no dialogue wanted or under way? */
bool modem_ussd_can(const struct modem *modem);

/* False, and nothing happens, if it cannot, or a step is empty or too long. */
bool modem_ussd(struct modem *modem, const struct modem_ussd_request *request);

/* For the driver's other files. */

enum modem_ussd_phase {
	MODEM_USSD_IDLE,
	MODEM_USSD_WANTED, /* the first step waits for its turn */
	MODEM_USSD_NEXT, /* a step, or the same in another form, is due */
	MODEM_USSD_ASKING, /* AT+CUSD=1,… or AT+CSCS=… runs */
	MODEM_USSD_WAITING, /* for the network */
	MODEM_USSD_REFUSED_ONCE, /* ERROR, but the text may follow */
	MODEM_USSD_CLOSE, /* AT+CUSD=2 is due */
	MODEM_USSD_RESTORE, /* +CSCS is to be set back */
	MODEM_USSD_ENDING, /* one of the two runs */
};

struct modem_ussd {
	enum modem_ussd_phase phase;
	int64_t id; /* 0: nobody waits */
	char steps[MODEM_USSD_STEPS][MODEM_USSD_STEP_OCTETS];
	size_t count, at;
	bool secret;
	enum ussd_form form; /* in use */
	enum ussd_form learned; /* has worked with this modem */
	unsigned tried; /* bit per form, in this step */
	unsigned silent; /* bit per form that got no answer, ever */
	bool sure; /* the form has worked in this dialogue, or before */
	bool ucs2; /* +CSCS is UCS2 */
	bool hex; /* it has written hexadecimal */
	bool heard; /* a reply came while the command ran */
	bool open; /* the network waits for a step */
	int64_t began_mono_ms, asked_mono_ms;
	struct ussd_reply reply;
	struct timer *text_timer, *late_timer;
};

void modem_ussd_begin(struct modem *m); /* modem_new */
void modem_ussd_end(struct modem *m); /* modem_free */
bool modem_ussd_due(const struct modem *m); /* its turn is wanted */
bool modem_ussd_holds(const struct modem *m); /* no text may be sent */
void modem_ussd_start(struct modem *m);
void modem_ussd_news(struct modem *m, struct str line); /* +CUSD */
void modem_ussd_no_network(struct modem *m);
void modem_ussd_abort(struct modem *m, const char *why); /* all is lost */

#endif
