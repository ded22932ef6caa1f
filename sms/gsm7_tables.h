/* gsm7_tables - the tables behind sms/gsm7, as data.
 *
 * Clauses: 3GPP TS 23.038 6.2.1, 6.2.1.1, annex A.  Each table maps 128
 * septets to UTF-16 units, all characters being below U+10000.  The national
 * languages are in sms/gsm7_lang; an identifier without a table gives the
 * default, as the clause asks.
 * Only sms/gsm7 looks in here. */
#ifndef SMS_GSM7_TABLES_H
#define SMS_GSM7_TABLES_H

#include <stdint.h>

/* The main table of that locking language, 0 being the default; 0 in it: no
 * character, show a space. */
const uint16_t *gsm7_tables_main(uint8_t locking);

/* The extension table of that single shift language; 0 in it: no character
 * here, show the main table's. */
const uint16_t *gsm7_tables_extension(uint8_t single);

#define GSM7_TABLES_NONE 0xFFu
#define GSM7_TABLES_EXTENDED 0x80u

/* The default alphabet's septet for a code point, with GSM7_TABLES_EXTENDED
 * set when it stands behind an escape; or GSM7_TABLES_NONE. */
uint8_t gsm7_tables_septet(uint32_t code_point);

#endif
