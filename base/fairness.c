#include "base/fairness.h"

#include <stdlib.h>

static double
positive(double share)
{
	return share > 0 ? share : 0; /* not a number counts as nothing, too */
}

double
fairness_jain(const double *share, size_t count)
{
	double sum = 0, squares = 0;

	for (size_t i = 0; i < count; i++) {
		double x = positive(share[i]);

		sum += x;
		squares += x * x;
	}
	if (!(squares > 0))
		return 1;
	return sum * sum / ((double)count * squares);
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void
fairness_sort(double *share, size_t count)
{
	for (size_t i = 0; i < count; i++)
		share[i] = positive(share[i]);
	if (count > 1)
		qsort(share, count, sizeof(*share), by_size);
}

double
fairness_gini(const double *sorted, size_t count)
{
	double sum = 0, ranked = 0;
	double n = (double)count;

	for (size_t i = 0; i < count; i++) {
		double x = positive(sorted[i]);

		sum += x;
		ranked += (double)(i + 1) * x;
	}
	if (!(sum > 0))
		return 0;
	return 2 * ranked / (n * sum) - (n + 1) / n;
}

double
fairness_percentile(const double *sorted, size_t count, double percent)
{
	double rank = percent / 100 * (double)count;
	size_t i;

	if (count == 0)
		return 0;
	if (!(rank > 1))
		return sorted[0];
	if (rank >= (double)count)
		return sorted[count - 1];
	i = (size_t)rank;
	if ((double)i < rank)
		i++;
	return sorted[i - 1];
}
