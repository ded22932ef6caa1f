/* pool_pay - what a line earned, to the last minor unit, over who had a part in
 * it: the household its part, the leader commission, margin and the own part.
 *
 * Accepted less than agreed: everybody's part shrinks alike.  Goods that the
 * leader had bought earn their household the price they were bought at, and
 * the leader what is above it (or below: the leader's sum may be negative).
 * Pure. */
#ifndef HANDLERS_POOL_PAY_H
#define HANDLERS_POOL_PAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pool_pay {
	int64_t person_id;
	int64_t qty_milli; /* agreed; out: accepted */
	bool bought;
	int64_t price_minor; /* bought: per unit of the line */
	int64_t rate; /* else: commission, hundredths of a percent */
	int64_t amount_minor; /* out */
};

/* pay[] has room for 65 of which `count` are given; returns how many there are
 * with the leader's.  The amounts sum to `total`, the quantities to
 * `accepted`. */
size_t pool_pay_out(struct pool_pay *pay, size_t count, int64_t leader_id,
    int64_t accepted_milli, int64_t total_minor);

#endif
