/* gsm7_lang - the national language tables of the GSM alphabet, as data.
 *
 * Clauses: 3GPP TS 23.038 annex A.2 (single shift: replaces the extension
 * table) and A.3 (locking shift: replaces the default alphabet), 6.2.1.2.4
 * (the identifiers).  A table maps 128 septets to UTF-16 units, all of them
 * below U+10000 and no surrogates; 0 is "no character here".
 * In the tables of the Indian languages 28 is ')' and 29 is '(', and capital
 * letters stand in the single shift table.
 * Checked against three independent transcriptions of the annex (releases 8,
 * 16 and 18); where these or the print differ, the data says what we took. */
#ifndef SMS_GSM7_LANG_H
#define SMS_GSM7_LANG_H

#include <stdint.h>

#include "base/str.h"

enum gsm7_lang {
	GSM7_LANG_DEFAULT = 0,
	GSM7_LANG_TURKISH = 1,
	GSM7_LANG_SPANISH = 2, /* single shift only */
	GSM7_LANG_PORTUGUESE = 3,
	GSM7_LANG_BENGALI = 4,
	GSM7_LANG_GUJARATI = 5,
	GSM7_LANG_HINDI = 6,
	GSM7_LANG_KANNADA = 7,
	GSM7_LANG_MALAYALAM = 8,
	GSM7_LANG_ORIYA = 9,
	GSM7_LANG_PUNJABI = 10,
	GSM7_LANG_TAMIL = 11,
	GSM7_LANG_TELUGU = 12,
	GSM7_LANG_URDU = 13,
	GSM7_LANG_LAST = GSM7_LANG_URDU,
};

/* NULL: no table of that identifier, use the default. */
const uint16_t *gsm7_lang_locking(uint8_t id);
const uint16_t *gsm7_lang_single(uint8_t id);

/* "tr" -> GSM7_LANG_TURKISH (ISO 639-1), any case; 0 for what has no table. */
uint8_t gsm7_lang_from_code(struct str code);
/* The way back; "" for an identifier without a table. */
const char *gsm7_lang_code(uint8_t id);

#endif
