/* redact - a text without one person's number and name.
 *
 * For the texts of others that quote somebody who is erased.  A number is found
 * however it is written: its last digits count, in any script and with what
 * may stand between them (base/mask.h); what stands before them of the same run
 * of digits (calling code, 0) goes with them.  A name is found as whole words,
 * ASCII letters in any case.  In their place stands REDACT_MARK.
 *
 * Pure: no clock, store or log. */
#ifndef GATEWAY_CORE_REDACT_H
#define GATEWAY_CORE_REDACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

#define REDACT_MARK "[erased]"
#define REDACT_TAIL_OCTETS 10
#define REDACT_NAME_LEAST 3 /* octets: a shorter one is any word */

/* The digits by which a number is known wherever it stands: the last nine, of
 * a short one the last eight. */
void redact_tail(char dst[REDACT_TAIL_OCTETS], const char *number);

/* Appends the text to out.  Empty words find nothing.  True: something was
 * taken out. */
bool redact_number(struct buf *out, struct str text, const char *tail);
bool redact_name(struct buf *out, struct str text, struct str name);

#endif
