/* turn_clock - how far the turn has come for a product in an area, remembered.
 *
 * Every proposal reads that row and moves it on, and most of a turn's orders
 * are for the same few goods: so rows are remembered and written once, as those
 * of store_later are - before a statement that touches the table, and with the
 * commit.  A few dozen places; one that is needed for another row is written
 * first.  A rollback forgets all.  For store_turn.c only. */
#ifndef GATEWAY_STORE_TURN_CLOCK_H
#define GATEWAY_STORE_TURN_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

#define TURN_CLOCK_PLACES 64
#define TURN_CLOCK_TABLE "turn_clock"

struct turn_clock {
	char product[48]; /* "": a free place */
	int64_t area_no;
	int64_t key, usual; /* 0 when nobody was ever asked there */
	bool asked; /* it is a row, or will be */
	bool later; /* to be written */
};

struct turn_clocks {
	struct turn_clock places[TURN_CLOCK_PLACES];
};

struct turn_clock turn_clock_get(
    struct store *store, const char *product, int64_t area_no);
/* Inside a transaction. */
void turn_clock_put(struct store *store, const struct turn_clock *clock);

void turn_clock_write(struct store *store); /* what waits */
void turn_clock_forget(struct store *store);
/* 0, or STORE_BROKEN: what is remembered is not what is stored. */
int turn_clock_check(struct store *store, struct err *err);

#endif
