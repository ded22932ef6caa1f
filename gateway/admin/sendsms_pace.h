/* sendsms_pace - how many texts a token may queue by /cgi-bin/sendsms.
 *
 * A bucket for each token that asked of late, filled evenly, which holds what a
 * minute brings.  Whoever has something left may queue all receivers of one
 * request, even beyond that, and then waits until it is paid: so that no
 * request is too large for ever.  In memory only: a restart is a full bucket.
 * Pure. */
#ifndef GATEWAY_ADMIN_SENDSMS_PACE_H
#define GATEWAY_ADMIN_SENDSMS_PACE_H

#include <stddef.h>
#include <stdint.h>

/* Tokens that are remembered; beyond, the one that is idle longest makes way.
 */
#define SENDSMS_PACE_TOKENS 128

/* Begins as zeros. */
struct sendsms_pace {
	struct {
		int64_t token_id; /* 0: free */
		int64_t left_milli; /* texts; below 0: to be paid */
		int64_t mono_ms; /* as of then */
	} row[SENDSMS_PACE_TOKENS];
};

/* 0: they are taken from the bucket.  Else so many milliseconds until there is
 * something in it again, and nothing was taken.  per_minute 0: no limit. */
int64_t sendsms_pace_take(struct sendsms_pace *pace, int64_t token_id,
    size_t texts, int64_t per_minute, int64_t mono_ms);

#endif
