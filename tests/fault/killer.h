/* killer - kills furrowd while it works, again and again, and counts.
 *
 * A round starts the daemon, lets some more buyers order, answers for the
 * sellers, and ends with SIGKILL: by the daemon's own hand at a named place
 * (fault_armed.c), or from outside at a random moment.  Right after each kill
 * the database is looked at as it was left (look.h). */
#ifndef TESTS_FAULT_KILLER_H
#define TESTS_FAULT_KILLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tests/fault/phones.h"
#include "tests/scenario/daemon_kit.h"

#define KILLER_PLACES 9
extern const char *const killer_places[KILLER_PLACES];

struct plan {
	size_t orders;
	int kills; /* at random moments */
	int rounds; /* at each named place */
	int modems;
	bool noise; /* modems and network misbehave on top of it */
	uint64_t seed;
	const char *dir;
};

struct killer {
	const struct plan *plan;
	struct kit *kit;
	struct phones *phones;
	uint64_t random; /* state of the draw */
	int rounds_left; /* kills still to come */
	/* the tally */
	int starts, at_place[KILLER_PLACES], at_random;
	int busy; /* kills while there was work to do */
	int in_flight; /* texts in flight, all kills together */
	int most_in_flight; /* at one kill */
	int open_twice, oversold, twice_taken; /* must stay 0 */
};

/* 0, or -1 with the reason on stderr. */
int killer_at_places(struct killer *killer, int round);
int killer_at_random(struct killer *killer);

#endif
