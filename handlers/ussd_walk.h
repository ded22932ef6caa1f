/* ussd_walk - one turn of a dialogue: from where somebody stands and what they
 * typed to the next screen.
 *
 * In: struct handler_session (core/session.h).  Out: its text and state, and
 * whatever was done, as rows of the turn.
 *
 *   0 back, 00 home, 98 more; an option's or a row's number; a figure; words.
 *   What is none of these: the same screen with a line above; the third time in
 *   a row it ends with the number to call.  `*`, `#`, nothing, and 200
 *   characters are none.
 *   Keys dialled with the code are fed one by one, up to the first that is none
 *   (the screen reached is shown, with the line) and never past a screen that
 *   does something, is secret, or wants words.
 *   A yes to what is no more what they saw (a price that went up, an order that
 *   was changed) does nothing: the screen comes again, as it is now.
 *   An answer to a screen of another file (a reload, a restart with a new one)
 *   is none: "1" may mean something else by now.  Nothing is done, home is
 *   shown, with a line above; and such a dialogue is not gone on with.
 *   The last turn there is ends it, whatever is on the screen. */
#ifndef HANDLERS_USSD_WALK_H
#define HANDLERS_USSD_WALK_H

#include "handlers/ussd_dial.h"

#define USSD_WALK_BAD_MOST 3

/* dial: desk, session, menu, goods, text are set. */
void ussd_walk_turn(struct ussd_dial *dial);

#endif
