/* mask - a text without phone numbers: for logs, and for who may not see them.
 *
 * A number is, wherever it stands in a text:
 *   - seven digits or more behind a plus sign;
 *   - nine digits or more without one (mask_text: national 0711… and foreign
 *     forms), in a log seven or more (mask_line).
 * Blanks, ends of lines, dashes, dots, slashes and brackets between digits do
 * not end it (a date does), nor do digits of other scripts that people type
 * (full-width, Arabic, Devanagari, Bengali …).  Out comes "+254•••••001", in a
 * log "+254*****001": the calling code, if it was said, and the last three
 * digits.  What was masked once is not changed again.
 *
 * Not numbers: times and dates (2026-11-26 12:28:29).  In a log, where shorter
 * ones are hidden, neither are what operators and machines say and somebody
 * needs: a day (26/11/2026), an amount (12345.67: not from 0, no seven digits
 * before the point, two behind it), an address (192.168.1.20).  Whole amounts
 * of seven digits are hidden there; so is a long number of our own that stands
 * in words: it belongs beside them (count=1234567).
 *
 * Not here: what is JSON (admin/mask_json), one number (log_phone), one
 * person's number in other people's texts (core/redact).
 *
 * Pure: no clock, socket, log or store. */
#ifndef BASE_MASK_H
#define BASE_MASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define MASK_HIDDEN "•••••"
/* Room for any text of `octets` once masked, with NUL. */
#define MASK_ROOM(octets) ((octets)*3 + 1)

/* The text without numbers into dst, cut to fit (never inside a character);
 * returns its octets. */
size_t mask_text(char *dst, size_t dst_octets, struct str text);
size_t mask_line(char *dst, size_t dst_octets, struct str text);

/* The digit that a character stands for, in any script that phones type; -1:
 * none. */
int mask_digit(uint32_t c);
/* May it stand between two digits of a number? */
bool mask_gap(uint32_t c);

/* False: it has too few digits for a number, as most texts. */
bool mask_may_have(struct str text);

#endif
