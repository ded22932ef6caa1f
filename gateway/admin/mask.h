/* mask - an answer without phone numbers, for who may not see them.
 *
 * Direction: JSON or text out of the store -> the same without numbers.  Called
 * at the one door that every answer leaves by, so that no resource can forget
 * it: api_reply for answers, and whoever streams rows (events, exports) for
 * each row.  Not here: who may see numbers (caller.h), and the log (log_phone).
 *
 * A number is, wherever it stands in a text:
 *   - seven digits or more behind a plus sign;
 *   - nine digits or more without one: national (0711…) and foreign forms.
 * Blanks, dashes, dots, slashes and brackets between digits do not end it, nor
 * do digits of other scripts that people type (full-width, Arabic, Devanagari,
 * Bengali …).  Out comes "+254•••••001": the calling code, if it was said, and
 * the last three digits.  What was masked once is not changed again.
 *
 * Not numbers: times and dates (2026-11-26 12:28:29), and what stands under one
 * of our own keys for places in lists, hashes and secrets (mask.c has them: no
 * person's words ever stand there).  A PDU has the number in another order of
 * digits: what stands under "pdu" or "raw" is left out whole.
 *
 * Pure: no clock, socket, log or store. */
#ifndef GATEWAY_ADMIN_MASK_H
#define GATEWAY_ADMIN_MASK_H

#include <stddef.h>

#include "base/json.h"
#include "base/str.h"

/* Room for any text of `octets` once masked, with NUL. */
#define MASK_ROOM(octets) ((octets)*3 + 1)

/* The text without numbers into dst, cut to fit (never inside a character);
 * returns its octets. */
size_t mask_text(char *dst, size_t dst_octets, struct str text);

/* Every string in it, in place, at any depth; NULL is nothing. */
void mask_json(json_t *root);

#endif
