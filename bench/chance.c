#include "bench/chance.h"

#include <math.h>

static uint64_t
next_random(struct chance *chance)
{
	uint64_t x = chance->state;
	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return chance->state = x;
}

double
chance_pause_us(struct chance *chance, double a_second, bool even)
{
	double mean = 1e6 / a_second;
	if (even)
		return mean;
	double u = (double)(next_random(chance) >> 11) / 9007199254740992.0;
	return -log(1 - u) * mean;
}
