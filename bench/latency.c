#include "bench/latency.h"

#include <string.h>

/* Below 64 each value has its own bucket; above, 64 to a power of two. */
static int
bucket_of(uint64_t us)
{
	int shift = 0;
	while (us >> shift >= 128)
		shift++;
	int bucket = shift * 64 + (int)(us >> shift);
	return bucket < LATENCY_BUCKETS ? bucket : LATENCY_BUCKETS - 1;
}

/* The first value that is above the bucket. */
static double
above(int bucket)
{
	int shift = bucket < 128 ? 0 : bucket / 64 - 1;
	return (double)(bucket - shift * 64 + 1) *
	       (double)(UINT64_C(1) << shift);
}

void
latency_clear(struct latency *latency)
{
	memset(latency, 0, sizeof(*latency));
}

void
latency_add(struct latency *latency, int64_t us)
{
	if (us < 0)
		us = 0;
	latency->count++;
	latency->buckets[bucket_of((uint64_t)us)]++;
	if (us > latency->max_us)
		latency->max_us = us;
}

double
latency_ms(const struct latency *latency, double share)
{
	int64_t wanted = (int64_t)((double)latency->count * share), seen = 0;
	if (latency->count == 0)
		return 0;
	if (wanted >= latency->count)
		return (double)latency->max_us / 1000;
	for (int i = 0; i < LATENCY_BUCKETS; i++) {
		seen += latency->buckets[i];
		if (seen > wanted)
			return above(i) / 1000;
	}
	return (double)latency->max_us / 1000;
}
