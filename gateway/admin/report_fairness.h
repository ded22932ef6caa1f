/* report_fairness - how evenly the market gave its turns, beside what "the
 * cheapest first" would have made of the same orders.
 *
 * Eligible: a seller had a listing (of the product asked for) that stood: from
 *   its `from` or its making until its `until`, until it was closed or sold
 *   out (its last change, when it is one of these now), or until the seller
 *   stopped our texts.  Listings that overlap count once.  Sellers who were
 *   eligible for at least half of the time asked for (from the market's first
 *   listing on) are looked at.
 * Share: what the ledger says they earned in that time (incomes less
 *   reversals), divided by their weight today.
 * Days: from the last proposal until the end of that time; who was never
 *   asked, from when they became eligible.
 * Cheapest first: each income that stands goes to the listing with the lowest
 *   price (by weight where it is known, else per the same pack) that stood
 *   when it was ordered and still had that much; ties to the older listing.  A
 *   listing has what it holds now and all that it sold in that time.  Who sold
 *   when nobody else could keeps it.  The sum of money is the same. */
#ifndef GATEWAY_ADMIN_REPORT_FAIRNESS_H
#define GATEWAY_ADMIN_REPORT_FAIRNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One listing, as cheapest first sees it. */
struct cheapest_listing {
	int64_t id, seller_id;
	uint32_t goods; /* any number for "the same product and measure" */
	double price; /* per gram, or per thousandth of that pack */
	int64_t from_ms, until_ms;
	int64_t left; /* grams, or thousandths */
};

/* Sorts listings by goods, price, id: before the first cheapest_take(). */
void cheapest_sort(struct cheapest_listing *listings, size_t count);
/* Whose turn it would have been: takes `much` from the listing and gives its
 * seller, 0 when there is none. */
int64_t cheapest_take(struct cheapest_listing *listings, size_t count,
    uint32_t goods, int64_t much, int64_t when_ms);

#endif
