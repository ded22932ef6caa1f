/* ussd_said - the last screen, behind something that was done.
 *
 * What was answered to them stands on it, and goes to them by SMS as well; what
 * is longer than a screen is cut, for the text has all of it.  Of an order that
 * is open, its code and that a text comes.
 * Whoever wants no texts gets none: they are told so, and how to have them
 * again, and nothing is promised to them. */
#ifndef HANDLERS_USSD_SAID_H
#define HANDLERS_USSD_SAID_H

#include "handlers/ussd_dial.h"

/* `sent` is the code of the order that they have just sent and that is open;
 * "": it is not about that. */
void ussd_said_done(struct ussd_dial *dial, const char *sent);

#endif
