/* send_silence - does the network still carry what it takes?
 *
 * A SIM whose airtime has run out may show it by nothing: each text is taken
 * ("+CMGS: 7", OK) and thrown away.  Only delivery reports tell, for they stop.
 * One that is missing means nothing, because phones are off and some networks
 * send none; so it is learned how many texts of this SIM are reported, and how
 * soon.  When so many in a row stay without that it would happen by chance once
 * in a thousand times, to three numbers at least, the SIM is held for silent.
 * Any report of a text that was sent since (even "still trying", TS 23.040
 * 9.2.3.15) ends that; a late one of an older text does not.
 *
 * Where no report ever came, nothing is ever said.
 *
 * In: texts that were taken and reports, by reference; monotonic time.  Out:
 * silent or not, and when it is worth looking again.
 * Pure: no clock, no log, no allocation.  Zeroed memory is a fresh one. */
#ifndef GATEWAY_LINK_SEND_SILENCE_H
#define GATEWAY_LINK_SEND_SILENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define SEND_SILENCE_TEXTS 32
#define SEND_SILENCE_NEVER INT64_MAX

struct send_silence {
	unsigned heard, missed; /* texts, while it was not silent */
	int64_t usual_ms; /* the longest wait of late */
	bool silent;
	int unreported; /* overdue ones, as of the last look */
	/* Taken, and no report yet: oldest first. */
	struct send_silence_text {
		uint32_t tail; /* of the number */
		int reference;
		int64_t mono_ms;
	} text[SEND_SILENCE_TEXTS];
	int texts;
	/* A report of a text that was not yet known to be taken; 0: none. */
	int early_reference;
	int64_t early_mono_ms;
};

/* A part for which a report was asked. */
void send_silence_taken(struct send_silence *silence, struct str to,
    int reference, int64_t mono_ms);
void send_silence_reported(
    struct send_silence *silence, int reference, int64_t mono_ms);
/* Now: silent or not. */
bool send_silence_look(struct send_silence *silence, int64_t mono_ms);
/* When the next text is overdue: look then. */
int64_t send_silence_due(const struct send_silence *silence, int64_t mono_ms);

#endif
