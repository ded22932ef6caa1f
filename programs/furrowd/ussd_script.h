/* ussd_script - the steps of a dialogue with places for secrets, filled.
 *
 * "*130*{voucher}#" and the voucher 1234 give "*130*1234#"; {pin} likewise.
 * Pure: no files, no log.  Whoever has a filled step wipes it. */
#ifndef PROGRAMS_FURROWD_USSD_SCRIPT_H
#define PROGRAMS_FURROWD_USSD_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "gateway/core/link.h"

#define USSD_SCRIPTS_MAX 16
#define USSD_SCRIPT_STEP_OCTETS 184
#define USSD_SCRIPT_PIN_OCTETS 24

struct ussd_script {
	char name[LINK_NAME_OCTETS];
	char steps[LINK_USSD_STEPS][USSD_SCRIPT_STEP_OCTETS];
	size_t count;
	char pin[USSD_SCRIPT_PIN_OCTETS]; /* "": it has none */
};

enum ussd_script_err {
	USSD_SCRIPT_PIN = -1, /* {pin} without a PIN */
	USSD_SCRIPT_VOUCHER = -2, /* {voucher} without one, or one unasked */
	USSD_SCRIPT_PLACE = -3, /* { without a name that we know */
	USSD_SCRIPT_ROOM = -4, /* filled, it is too long */
};

/* Fills out->steps; *secret_out: something secret stands in them now.  0, or
 * negative with words for a person. */
int ussd_script_fill(struct ussd_script *out, bool *secret_out,
    const struct ussd_script *script, const char *voucher, struct err *err);

/* Does a step have that place, "{pin}"? */
bool ussd_script_has(const struct ussd_script *script, const char *place);

#endif
