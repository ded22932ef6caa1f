/* look - what the database says right after a kill, before anybody repairs it.
 *
 * Reads furrow.db of the present folder through a connection that leaves the
 * log of a dead process where it is: the next start has to cope with it, not
 * we. */
#ifndef TESTS_FAULT_LOOK_H
#define TESTS_FAULT_LOOK_H

#include <stdbool.h>

struct look {
	int sending; /* texts in flight */
	int waiting; /* queued, refused or unknown: there was work to do */
	int unsettled; /* unknown and still waiting for settling */
	int open_twice; /* (line, seller) with more than one open proposal */
	int oversold; /* offers with a negative or overdrawn stock */
	int twice_taken; /* the modem's place taken into two rows */
};

/* 0, or -1 with the reason on stderr. */
int look(struct look *out);
/* SQLite's own check of everything. */
bool look_whole(void);

#endif
