/* ussd_entry - from the dialled code to the first screen.
 *
 * In this order, each only where it applies: a phone that may be somebody
 * else's by now is asked by text first (still.h); of a phone of several people,
 * who dials; the language of somebody who has none, when the file has several
 * and the operator does not tell; where they stood when the last dialogue broke
 * off; the keys that were dialled with the code; home.
 * Keys that were dialled wait for the first two, and then are fed.
 * A PIN given in a dialogue that broke off counts no more; on a phone of
 * several people such a dialogue is not offered to whoever dials next; nor is
 * one by another file of screens to anybody. */
#ifndef HANDLERS_USSD_ENTRY_H
#define HANDLERS_USSD_ENTRY_H

#include "handlers/ussd_dial.h"

enum ussd_entered {
	USSD_ENTERED_SHOW, /* the state's screen is to be shown */
	USSD_ENTERED_FEED, /* the keys in `dial` are to be fed to it first */
	USSD_ENTERED_END, /* it is over */
};

/* SESSION_STEP_DIAL, and OVER. */
enum ussd_entered ussd_entry_begin(struct ussd_dial *dial);
/* The next of the steps, after a person or a language was chosen; that person
 * is loaded. */
enum ussd_entered ussd_entry_go_on(struct ussd_dial *dial);

/* Whose desk it is, by the state: of a phone of several people who said so,
 * else who spoke from it last.  False: nobody. */
bool ussd_entry_person(struct ussd_dial *dial);

/* By which file of screens the state's screen is shown, kept with what was
 * chosen; one that says nothing of it counts as of this file. */
void ussd_entry_note_file(struct ussd_dial *dial);
bool ussd_entry_same_file(
    const struct ussd_dial *dial, const struct session_state *state);

#endif
