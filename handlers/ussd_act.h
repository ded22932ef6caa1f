/* ussd_act - what a confirm screen does, once.
 *
 * An act becomes a `message` row, as if they had texted it ("YES K7F"), with
 * the channel as its link, and then goes the same way as that text would: the
 * same handlers, the same history.  What is answered to them is captured by the
 * desk and shown; it goes to them by SMS as well, for a screen cannot be read
 * again.
 * Once: the screen's token is kept for ever with the row of what it did.  A
 * second answer to the same screen, whenever it comes, does nothing and says
 * so.
 * From a channel of low trust, what would need proof by text needs it here, too
 * (proof.h): the word goes to the phone, the dialogue ends. */
#ifndef HANDLERS_USSD_ACT_H
#define HANDLERS_USSD_ACT_H

#include "handlers/ussd_dial.h"

/* The screen's own act, or another. */
void ussd_act_do(struct ussd_dial *dial, const struct ussd_screen *screen,
    enum ussd_act act);

/* Was the screen's token taken before? */
bool ussd_act_is_done(const struct ussd_dial *dial);

/* What a show screen says, into the desk's screen; nothing is done by it but a
 * wish about oneself (START). */
void ussd_act_show(struct ussd_dial *dial, enum ussd_act act);

/* Money matters on a phone of several people. */
bool ussd_act_needs_pin(enum ussd_act act);

/* The order that a draft of theirs would repeat, for a word of warning; false:
 * none. */
bool ussd_act_repeats(struct ussd_dial *dial, char code[8]);

#endif
