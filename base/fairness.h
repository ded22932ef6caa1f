/* fairness - how evenly something is spread over many: Jain's index, Gini's
 * coefficient, and the nth of a hundred.
 *
 * In: shares, one figure a head (say income divided by weight), none below
 * zero: what is below counts as nothing.  Out: figures without a unit.
 * Pure: no clock, no store.  Nobody at all, or nobody who has anything, is
 * perfectly even.  The double sums lose nothing that matters below some 10^9
 * heads.
 *
 * Jain: 1 all have the same, 1/n one has everything.
 * Gini: 0 all have the same, near 1 one has everything. */
#ifndef BASE_FAIRNESS_H
#define BASE_FAIRNESS_H

#include <stddef.h>

double fairness_jain(const double *share, size_t count);

/* Puts the shares in order, smallest first, as the two below need them. */
void fairness_sort(double *share, size_t count);
double fairness_gini(const double *sorted, size_t count);
/* The smallest share that is not below `percent` of all (nearest rank): 50 the
 * median, 100 the largest.  0 of nobody. */
double fairness_percentile(const double *sorted, size_t count, double percent);

#endif
