/* latency - how long things took, in buckets of one part in 64.
 *
 * In: microseconds.  Out: any percentile, at most 1.6 % too high, and the
 * largest value exactly.  A fixed 20 KiB, so that millions cost nothing. */
#ifndef BENCH_LATENCY_H
#define BENCH_LATENCY_H

#include <stdint.h>

#define LATENCY_BUCKETS (34 * 64)

struct latency {
	int64_t count, max_us;
	int64_t buckets[LATENCY_BUCKETS];
};

void latency_clear(struct latency *latency);
void latency_add(struct latency *latency, int64_t us);
/* Milliseconds that `share` (0 to 1) of them did not exceed; 0 of none. */
double latency_ms(const struct latency *latency, double share);

#endif
