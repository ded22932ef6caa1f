/* ussd_letters - the letters of a screen: clean, plain, counted.
 *
 * In: UTF-8 from the menu and from people.  Out: what is sent, and what it
 *     takes: septets of the GSM alphabet (3GPP TS 23.038 6.2.1, those of its
 *     extension two), or 16 bit units once one letter is not in it.
 * Clean: controls are blanks; invisible marks (which may turn a line about) go,
 *     but for joiners: they are letters' own in Hindi and Bengali.
 * Plain: typographic marks, then accents, are replaced where that brings the
 *     whole text into the GSM alphabet, and left where it does not.
 * Owns nothing, allocates nothing, no clock, no log. */
#ifndef HANDLERS_USSD_LETTERS_H
#define HANDLERS_USSD_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

struct ussd_letters_room {
	size_t septets, units;
};

/* Adds a clean copy.  Line ends are kept (`lines`), or are blanks like any, of
 * which none follows another or stands first. */
void ussd_letters_clean(struct buf *out, struct str text, bool lines);

/* The text as it is sent, its size and alphabet.  False, with dst empty, when
 * it is more than the room, or than dst. */
bool ussd_letters_settle(char *dst, size_t dst_octets, size_t *size_out,
    bool *gsm_out, struct str text, const struct ussd_letters_room *room);

/* What settling it would take. */
size_t ussd_letters_size(struct str text, bool *gsm_out);
/* What it takes beside a letter that the GSM alphabet lacks. */
size_t ussd_letters_units(struct str text);
/* Letters that no plain one of the GSM alphabet stands for. */
size_t ussd_letters_foreign(struct str text);

#endif
