/* sim_play - a scenario: modems, and what happens to them when.
 *
 *   # a stick that hangs until its port is opened again
 *   modem a profile=huawei number=+254700000001
 *   ussd *144# "Balance: KES 10.00"
 *   at 5s text +254711000001 a want 5 kg tomato
 *   at 10s say now it hangs
 *   at 10s fault a wedge line=reopen
 *   at 20s every 2s times 30 text +2547110000{n} a hello {n}
 *   at 2m end
 *
 * Lines without a time happen before anything else.  {n} counts the times
 * from 1, {nn} with two digits.  `say` prints, `end` ends; without an end the
 * network goes on. */
#ifndef TESTS_SIM_SIM_PLAY_H
#define TESTS_SIM_SIM_PLAY_H

#include <stdio.h>

#include "tests/sim/sim_ctl.h"

#define SIM_PLAY_LINE 512

struct sim_event {
	int64_t at_ms; /* from the start */
	int64_t every_ms;
	int times, done;
	unsigned line; /* of the file */
	char command[SIM_PLAY_LINE];
};

struct sim_play {
	const char *file;
	FILE *out; /* what is said */
	struct sim_event *events; /* owned */
	size_t count;
	int64_t began_ms; /* of the world's now_ms */
	bool ended;
};

/* Reads all of it and adds its modems to `net`.  0, or -1 after
 * "FILE:LINE: why" was printed. */
int sim_play_load(struct sim_play *play, const char *file, struct sim_net *net,
    FILE *out, FILE *errors);

/* Time begins; what has no time is done. */
void sim_play_begin(struct sim_play *play, struct sim_ctl *ctl);
void sim_play_tick(struct sim_play *play, struct sim_ctl *ctl);
int64_t sim_play_due(const struct sim_play *play); /* SIM_NEVER: no more */
void sim_play_free(struct sim_play *play);

/* One command line, done at once; false with *why. */
bool sim_play_command(
    struct sim_ctl *ctl, const char *line, FILE *out, const char **why);

#endif
