/* speaker - who of the people of a shared phone writes?
 *
 * In this order: they say so ("I AM Otieno", "yes otieno", "Otieno: 5 kg
 * tomato"); the text has a code that is open with one of them; it is an answer
 * ("1", "no", "only 3"), and then it belongs to the one who was asked last on
 * that phone; else it is the one who wrote last.  A phone with one user costs
 * nothing here. */
#ifndef HANDLERS_SPEAKER_H
#define HANDLERS_SPEAKER_H

#include "handlers/desk.h"

/* Of a phone that is shared: puts the person into `text` (the desk's own copy)
 * and desk->from, and cuts off the name they said.  False: the text said
 * nothing else and was answered. */
bool speaker_find(struct desk *desk, struct handler_text *text);

#endif
