/* ussd_typed - the figure or the words that somebody typed into a screen, into
 * the dialogue's state.
 *
 * In: a screen of the kind number (but for a PIN, ussd_pin) or text, and what
 *     was typed.
 * Out: `qty` in thousandths and, if the measure was typed too, `unit`; `price`
 *     in minor units; `letters` or `text`.
 * False, and nothing is put: no figure, more than there can be (the screen says
 * how much, where that is known), a measure that these goods are not sold by;
 * no words, or more than 160 letters. */
#ifndef HANDLERS_USSD_TYPED_H
#define HANDLERS_USSD_TYPED_H

#include "handlers/ussd_dial.h"

bool ussd_typed_figure(
    struct ussd_dial *dial, const struct ussd_screen *screen, struct str typed);
bool ussd_typed_words(
    struct ussd_dial *dial, const struct ussd_screen *screen, struct str typed);

#endif
