#include "gateway/queue/pace.h"

#include <limits.h>

#define MINUTE_US INT64_C(60000000)
#define MS_US 1000

static int64_t
each_us(int rate)
{
	return MINUTE_US / rate > 0 ? MINUTE_US / rate : 1;
}

static int64_t
burst_us(int rate)
{
	int64_t least = PACE_BURST_LEAST * each_us(rate);
	int64_t second = 1000 * MS_US;
	return least > second ? least : second;
}

/* What is in the bucket, as time.  More than ever fits: the clock was set
 * back, and the bucket counts as full now. */
static int64_t
filled_us(const struct pace *pace, int rate, int64_t now_ms)
{
	int64_t filled = pace->full_us - now_ms * MS_US;
	int64_t most = burst_us(rate) + 1000 * each_us(rate);
	if (filled < 0)
		return 0;
	return filled > most ? burst_us(rate) : filled;
}

int
pace_room(const struct pace *pace, int rate, int64_t now_ms)
{
	if (rate <= 0)
		return INT_MAX;
	int64_t free_us = burst_us(rate) - filled_us(pace, rate, now_ms);
	return free_us > 0 ? (int)(free_us / each_us(rate)) : 0;
}

void
pace_left(struct pace *pace, int rate, int parts, int64_t now_ms)
{
	if (rate > 0)
		pace->full_us = now_ms * MS_US + filled_us(pace, rate, now_ms) +
				parts * each_us(rate);
}

int64_t
pace_due(const struct pace *pace, int rate, int64_t now_ms)
{
	if (pace_room(pace, rate, now_ms) > 0)
		return now_ms;
	int64_t wait_us =
	    filled_us(pace, rate, now_ms) - burst_us(rate) + each_us(rate);
	return now_ms + (wait_us + MS_US - 1) / MS_US;
}
