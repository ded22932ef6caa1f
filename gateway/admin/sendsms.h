/* sendsms - what a program that speaks to Kannel asks for.
 *
 * In: the octets of a query or of a form (application/x-www-form-urlencoded),
 * undecoded.  Out: the parameters that matter here, decoded, and from them
 * receivers, words, times.  Kannel's user guide, "Using the HTTP interface to
 * send SMS messages", names them; what is read over is in docs/sendsms.md.
 *
 * Who is wrong gets Kannel's kind of answer: one line, ", rejected" behind it.
 * Pure: no clock, socket, log or allocation. */
#ifndef GATEWAY_ADMIN_SENDSMS_H
#define GATEWAY_ADMIN_SENDSMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define SENDSMS_MOST 100 /* receivers */
#define SENDSMS_TEXT_OCTETS 8192 /* of the words as UTF-8, with the NUL */
#define SENDSMS_SAID_OCTETS 24576 /* of all parameters */
#define SENDSMS_URL_OCTETS 1024 /* of dlr-url, with the NUL */

enum sendsms_key {
	SENDSMS_USERNAME, /* or "user" */
	SENDSMS_PASSWORD, /* or "pass" */
	SENDSMS_TO,
	SENDSMS_TEXT,
	SENDSMS_CHARSET,
	SENDSMS_CODING,
	SENDSMS_UDH,
	SENDSMS_SMSC,
	SENDSMS_FROM,
	SENDSMS_DEFERRED,
	SENDSMS_VALIDITY,
	SENDSMS_DLR_MASK,
	SENDSMS_DLR_URL,
	SENDSMS_KEYS,
};
/* "dlr-mask"; as a field of the head it is X-Kannel- and that. */
const char *sendsms_key_name(enum sendsms_key key);

/* Begins as zeros.  A parameter that comes twice is the first one. */
struct sendsms_said {
	const char *value[SENDSMS_KEYS]; /* into `at`; NULL: not said */
	size_t
	    text_octets; /* of SENDSMS_TEXT, in which there may be an octet 0 */
	size_t octets;
	char at[SENDSMS_SAID_OCTETS];
};

/* NULL, or what is wrong: an escape that is none, an octet 0 (but in the text:
 * UTF-16 is full of them), too much.  '+' is a blank.  Parameters of other
 * names are read over. */
const char *sendsms_said_read(struct sendsms_said *said, struct str encoded);
/* NULL, or what is wrong, for one that came decoded; unless it was said. */
const char *sendsms_said_put(
    struct sendsms_said *said, enum sendsms_key key, struct str value);
/* "" when it was not said. */
const char *sendsms_said(const struct sendsms_said *said, enum sendsms_key key);

struct sendsms {
	struct str to[SENDSMS_MOST]; /* views of what was said */
	size_t receivers; /* at least 1 */
	char text[SENDSMS_TEXT_OCTETS]; /* UTF-8, perhaps empty */
	int64_t after_ms; /* deferred: not before that */
	int64_t within_ms; /* validity: not later than that behind; 0: open */
	unsigned dlr_mask; /* DLR_… (dlr.h) with a dlr-url; else 0 */
};

/* NULL, or what is wrong.  body: the text when no parameter is it.  Numbers are
 * not looked at but for this: `to` parts at blanks, unless a part is too short
 * for a phone and all of them together are as long as one number
 * ("+254 711 000 001"). */
const char *sendsms_read(
    struct sendsms *out, const struct sendsms_said *said, struct str body);

#endif
