/* share - one quantity, or one sum, over several households; whole numbers that
 * always sum to the whole.
 *
 * share_split() is the fairness of the turn inside a pool: whoever gave least
 * for their weight is filled up first, then those level with them together, as
 * water rises.  So nobody is always last, and a heavier weight gives more.
 * share_apportion() cuts by weights, the largest remainders rounded up.
 * Quantities in thousandths, money in minor units, weights as they come.
 * Pure; allocates nothing; nothing overflows below 2^62. */
#ifndef HANDLERS_SHARE_H
#define HANDLERS_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHARE_MOST 63 /* households in one split */

struct share_part {
	int64_t weight_milli; /* 1000 is plain; below 1 counts as 1 */
	int64_t given; /* so far, in the measure of the split; -1: new */
	int64_t room; /* the most it can give; 0: nothing */
	int64_t got; /* out */
	bool fresh; /* by share_level: has not given yet */
};

struct share_rule {
	int64_t step; /* parts are multiples of it, but for one */
	int64_t least; /* a smaller part is not worth the way */
};

/* New ones start level with the one that gave least: they have no claim on the
 * time before they came. */
void share_level(struct share_part *parts, size_t count);

/* Sorts indexes: whose turn is it to give?  Least given for the weight first;
 * equal ones: new ones before others, then as they came. */
void share_order(size_t *order, const struct share_part *parts, size_t count);

/* Fills `got` (after share_level); what nobody has room for is returned. Count
 * above SHARE_MOST: the first that many. */
int64_t share_split(struct share_part *parts, size_t count, int64_t qty,
    const struct share_rule *rule);

/* out[] sums to `whole`, out[i] as weights[i] of their sum.  All weights 0: the
 * first gets it. */
void share_apportion(
    int64_t *out, const int64_t *weights, size_t count, int64_t whole);

#endif
