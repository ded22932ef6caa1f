/* mask_json - an answer without phone numbers, for who may not see them.
 *
 * Direction: JSON out of the store -> the same without numbers (base/mask.h
 * says what a number is).  Called at the one door that every answer leaves by,
 * so that no resource can forget it: api_reply for answers, and whoever streams
 * rows (events, exports) for each row.  Not here: who may see numbers
 * (caller.h).
 *
 * Not touched is what stands under one of our own keys for places in lists,
 * times, hashes and secrets (mask_json.c has them: no person's words ever stand
 * there).  A PDU has the number in another order of digits: what stands under
 * "pdu" or "raw" is left out whole.
 *
 * Pure: no clock, socket, log or store. */
#ifndef GATEWAY_ADMIN_MASK_JSON_H
#define GATEWAY_ADMIN_MASK_JSON_H

#include "base/json.h"

/* Every string in it, in place, at any depth; NULL is nothing. */
void mask_json(json_t *root);

#endif
