/* send_pace - when the next part may leave by a SIM.
 *
 * Two ways.  A rate that somebody wrote into the configuration (parts a
 * minute): short bursts are free, so that conversations are not slow, the rate
 * holds beyond.  Without one the pace is learned: as fast as the modem is,
 * until the network says that it is too much (rejected, congestion); then half
 * as fast, and faster again bit by bit while all goes well.
 *
 * And a pause: while it sends, a 2G modem receives nothing.  After five minutes
 * without a break in which nothing came in, three seconds are left for it.
 *
 * In: parts that start and how they end, monotonic time.  Out: when.
 * Pure: no clock, no log, no allocation.  Zeroed memory but for rate is a
 * fresh one. */
#ifndef GATEWAY_LINK_SEND_PACE_H
#define GATEWAY_LINK_SEND_PACE_H

#include <stdbool.h>
#include <stdint.h>

#define SEND_PACE_PAUSE_MS 3000

struct send_pace {
	int rate; /* parts a minute; 0: learned */
	int64_t gap_ms; /* learned, from start to start */
	int64_t next_mono_ms; /* of an even pace; bursts run ahead of it */
	int64_t started_mono_ms, ended_mono_ms; /* the last part; 0: none */
	int64_t since_mono_ms; /* sending without a break since */
	int64_t received_mono_ms;
	int64_t pause_until_mono_ms;
	int good; /* in a row, since the gap last changed */
};

/* The earliest time for the next part; at most now: at once. */
int64_t send_pace_due(const struct send_pace *pace);

void send_pace_started(struct send_pace *pace, int64_t mono_ms);
void send_pace_accepted(struct send_pace *pace, int64_t mono_ms);
/* too_fast: the network said that it is too much. */
void send_pace_refused(struct send_pace *pace, bool too_fast, int64_t mono_ms);
void send_pace_received(struct send_pace *pace, int64_t mono_ms);

/* After a part: is a pause due?  Then it has begun, and the modem's store
 * should be looked through. */
bool send_pace_pauses(struct send_pace *pace, int64_t mono_ms);

#endif
