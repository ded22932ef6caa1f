/* chance - when the next one comes, of those that come at a rate.
 *
 * Evenly, or by chance (a Poisson stream: pauses by an exponential law). The
 * series is the same in each run. */
#ifndef BENCH_CHANCE_H
#define BENCH_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
	uint64_t state; /* CHANCE_SEED */
};

#define CHANCE_SEED UINT64_C(88172645463325252)

double chance_pause_us(struct chance *chance, double a_second, bool even);

#endif
