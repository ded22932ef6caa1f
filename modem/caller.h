/* caller - who rings, and whether that is a call of its own.
 *
 * Clauses: 27.007 6.6 (RING), 7.11 (+CLIP).  In: the line that names a caller;
 * out: the number as the network gave it, with its plus.  A missed call costs
 * the caller nothing, so people use it: one call is one message, however often
 * it rings, and so are calls that follow each other closely.
 * Withheld and unknown numbers name nobody.
 * Pure: no clock (the caller brings the time), no log, allocates nothing. */
#ifndef MODEM_CALLER_H
#define MODEM_CALLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define CALLER_OCTETS 24 /* 20 digits, the plus, the NUL */
#define CALLERS_MAX 16

struct caller {
	char number[CALLER_OCTETS];
	int64_t rang_mono_ms; /* last */
};

struct caller_book {
	struct caller caller[CALLERS_MAX];
	int count;
};

/* +CLIP: "0722000001",129,...,"name",0  or the log line of a SIM7600,
 * MISSED_CALL: 02:22AM 0722000001.  False, and "" in number: the line names
 * nobody (withheld, "unavailable", a name instead of a number, too long). */
bool caller_read(char number[CALLER_OCTETS], struct str line);

/* It rings, at that time.  True: a call that was not told yet; false: the same
 * number rang less than gap_ms ago, by this or another ring of the call. */
bool caller_is_new(struct caller_book *book, const char *number,
    int64_t mono_ms, int64_t gap_ms);

#endif
