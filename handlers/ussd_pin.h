/* ussd_pin - a PIN typed into a screen; it is judged as one behind a text is
 * (pin.h): a wrong one counts with those, and five in a row lock it.  Three in
 * one dialogue end that. */
#ifndef HANDLERS_USSD_PIN_H
#define HANDLERS_USSD_PIN_H

#include "handlers/ussd_dial.h"

enum ussd_pin {
	USSD_PIN_RIGHT,
	USSD_PIN_WRONG, /* once more */
	USSD_PIN_OVER, /* none is set, or it is locked: the end says so */
};
enum ussd_pin ussd_pin_try(struct ussd_dial *dial, struct str typed);

#endif
