/* reckon - after the last kill: the ledger against what the phones saw.
 *
 * In: `furrow order list` and `furrow log` of the running daemon, and the
 * network's journal, which no kill of the daemon touches. */
#ifndef TESTS_FAULT_RECKON_H
#define TESTS_FAULT_RECKON_H

#include <stdbool.h>
#include <stddef.h>

struct reckoning {
	size_t orders; /* lines of orders */
	size_t confirmed; /* of them, in that state */
	size_t orders_missing; /* buyers who texted and have none */
	size_t orders_surplus; /* beyond one a buyer */
	size_t texts_in, in_missing, in_surplus; /* what phones sent */
	size_t texts_out; /* rows */
	size_t unsettled; /* neither sent, delivered nor unknown */
	size_t unknown; /* nobody can tell */
	size_t lost; /* sent says the row, and no phone got it */
	size_t doubled; /* copies that came beyond the rows */
	size_t confirmations_missing; /* of two for each order */
};

/* 0, or -1 when the daemon or the journal could not be read. */
int reckon(struct reckoning *out, bool aloud);

#endif
