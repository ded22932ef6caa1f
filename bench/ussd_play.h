/* ussd_play - thousands of phones that dial and order, behind one gateway.
 *
 * A place holds one dialogue after another, each of another phone
 * (25471NNNNNNN): dials, reads the screen, chooses by its words (ussd_play.c
 * has the table), until the END of its order.  A place waits between its turns
 * until the caller lets one go on, so the rate and
 * the number of open dialogues are set apart.
 *
 * Every answer is judged: a dialogue that ends without an order, takes too many
 * turns or is refused is counted as odd, and the first few are told on stderr.
 * ussd_play is the owner of its connections. */
#ifndef BENCH_USSD_PLAY_H
#define BENCH_USSD_PLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "bench/latency.h"

#define USSD_PLAY_PHONES 10000000 /* seven digits */

struct ussd_play_config {
	int port, connections;
	const char *path, *code;
	const char *goods; /* words of the option: "tomato" */
	int64_t first; /* number of the first phone */
};

struct ussd_play_counts {
	int64_t asked, answered; /* turns */
	int64_t begun, orders; /* dialogues */
	int64_t odd; /* see above */
	int64_t late; /* asks that had to wait for a connection */
};

struct ussd_play;

struct ussd_play *ussd_play_new(
    const struct ussd_play_config *config, struct err *err);
void ussd_play_free(struct ussd_play **play);

/* So many dialogues at once from now on; those that are open are forgotten. */
void ussd_play_places(struct ussd_play *play, uint32_t places);
/* The next turn of anybody who waits, planned for then (the past, when we are
 * late).  False: nobody waits. */
bool ussd_play_next(struct ussd_play *play, int64_t planned_us);
/* Of whoever waited longest, unless his dialogue has more turns than that. */
bool ussd_play_next_below(
    struct ussd_play *play, int turns, int64_t planned_us);
/* Asked and not answered. */
int64_t ussd_play_open(const struct ussd_play *play);
void ussd_play_turn(struct ussd_play *play, int64_t timeout_us);

void ussd_play_measure(struct ussd_play *play); /* latencies from here on */
int64_t ussd_play_now_us(void);
const struct ussd_play_counts *ussd_play_counts(const struct ussd_play *play);
const struct latency *ussd_play_latency(const struct ussd_play *play);

#endif
