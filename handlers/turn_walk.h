/* turn_walk - the listings of a product in the order of the turn, over several
 * areas at once, as long as the budget lasts.
 *
 * In: ranges of area numbers (gateway/core/area.h).  Out: one listing after
 * the other, the one furthest behind its share first.  Every row read counts.
 *
 * Exact within at most TURN_WALK_AREAS areas that have the product; of more,
 * as many are looked at, other ones at each time: the first of so many is
 * hardly ever far from the first of all, and nobody is left out for good. */
#ifndef HANDLERS_TURN_WALK_H
#define HANDLERS_TURN_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "gateway/store/store_turn.h"

#define TURN_WALK_AREAS 12
#define TURN_WALK_PAGE 8

struct turn_walk {
	struct store *store;
	const char *product;
	int left; /* rows that may still be read */
	bool more; /* there are rows that were not looked at */
	size_t count;
	struct turn_walk_area {
		struct offer row[TURN_WALK_PAGE];
		size_t at, count;
	} areas[2 * TURN_WALK_AREAS];
};

void turn_walk_begin(struct turn_walk *walk, struct store *store,
    const char *product, int budget);
/* Forgets the areas of before and takes those of the two ranges; a range whose
 * end lies before its beginning is none. */
void turn_walk_areas(
    struct turn_walk *walk, const int64_t from[2], const int64_t to[2]);
/* False: no more, or the budget is used up. */
bool turn_walk_next(struct turn_walk *walk, struct offer *out);

#endif
