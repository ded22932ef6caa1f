#include "handlers/ussd_pin.h"

#include <string.h>

#include "handlers/pin.h"

/* With digits of other scripts as they are: nobody has set such a PIN. */
enum ussd_pin
ussd_pin_try(struct ussd_dial *dial, struct str typed)
{
	struct desk *desk = dial->desk;
	bool stopped;

	memset(&desk->intent, 0, sizeof(desk->intent));
	desk->intent.kind = INTENT_INCOME;
	buf_clear(&dial->screen.said);
	stopped = pin_stops(desk, typed);
	if (!stopped)
		return USSD_PIN_RIGHT;
	if (pin_may_try(desk) && dial->state->bad + 1 < 3) {
		buf_clear(&dial->screen.said);
		return USSD_PIN_WRONG;
	}
	ussd_dial_end(dial, dial->said);
	return USSD_PIN_OVER;
}
