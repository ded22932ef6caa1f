/* load_play - thousands of buyers and sellers behind a simulated centre.
 *
 * Each order is another buyer's (25471NNNNNNN): "want 5kg tomatos".  In an
 * order's play his first text from us is the end; in a life's play a seller
 * (25472NNNNNNN) who is asked says "yes CODE" at once, and the end is the
 * buyer's confirmation ("GOT #CODE" is in it).
 *
 * What every buyer was told is kept, so nothing that is lost, comes twice or
 * was not asked for goes by unseen.  load_play is the owner of an smsc. */
#ifndef BENCH_LOAD_PLAY_H
#define BENCH_LOAD_PLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "bench/latency.h"
#include "bench/smsc.h"

#define LOAD_PLAY_BUYERS 10000000 /* seven digits */

struct load_play_config {
	int port, window, throttle_every; /* as smsc_config */
	bool receipts;
	const char *number; /* ours */
	const char *goods; /* "tomatos" */
	int64_t first_buyer; /* where this run's buyers begin … */
	/* … and, above 0, over how many people they are spread, as a county's
	 * buyers are: neighbours in time are none in the store. */
	int64_t people;
};

struct load_play_counts {
	int64_t begun, taken, replied, ended; /* buyers */
	int64_t proposals, told; /* texts to sellers */
	int64_t doubled, unasked; /* texts to buyers */
	int64_t other; /* parts of long texts behind the first */
};

struct load_play;

struct load_play *load_play_new(
    const struct load_play_config *config, struct err *err);
void load_play_free(struct load_play **play);

/* From now on: an order ends with the first text, or the whole life is
 * played.  Both clear the latencies. */
void load_play_orders(struct load_play *play);
void load_play_lives(struct load_play *play);
/* Latencies count from here on, of what begins from here on. */
void load_play_measure(struct load_play *play);

/* The next buyer orders now; his waiting is counted from planned_us (of
 * load_play_now_us(): the past, when we were late). */
void load_play_begin(struct load_play *play, int64_t planned_us);
/* Begun and not ended. */
int64_t load_play_open(const struct load_play *play);

void load_play_turn(struct load_play *play, int64_t timeout_us);

int64_t load_play_now_us(void); /* monotonic */
struct smsc *load_play_smsc(struct load_play *play);
const struct load_play_counts *load_play_counts(const struct load_play *play);
/* From the order to the acknowledgement; to the first text; to the end. */
const struct latency *load_play_taken(const struct load_play *play);
const struct latency *load_play_reply(const struct load_play *play);
const struct latency *load_play_life(const struct load_play *play);

#endif
