/* nfc - UTF-8 one character at a time, accents put onto their letters.
 *
 * A letter and the accent behind it, as some telephones and all Apple
 * keyboards write "é", would force a text into UCS2.  So a letter with marks
 * behind it is read as normal form C has it (Unicode annex 15).  A character
 * that stands alone stays as it is, also where the form would take it apart,
 * as it does some letters of India: their tables have them in one piece.
 * At most NFC_MARKS marks are put onto one letter; more are read one by one.
 * What is not UTF-8 is read as U+FFFD.
 * Owns nothing, allocates nothing. */
#ifndef SMS_NFC_H
#define SMS_NFC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define NFC_MARKS 15
#define NFC_ROOM (4 * (NFC_MARKS + 1)) /* a letter decomposes into 4 */

struct nfc {
	struct str text;
	size_t at; /* the first octet not read yet */
	int32_t ready[NFC_ROOM]; /* a letter with marks */
	size_t ready_count, ready_next;
};

struct nfc nfc_of(struct str text);

/* False at the end of the text. */
bool nfc_next(struct nfc *in, uint32_t *code_point_out);

#endif
