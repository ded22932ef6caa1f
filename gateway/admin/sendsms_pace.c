#include "gateway/admin/sendsms_pace.h"

#define MINUTE_MS INT64_C(60000)
#define DAY_MS (24 * 60 * MINUTE_MS) /* pays any request */
#define MILLI INT64_C(1000)

/* That token's, or the one that makes way for it, full. */
static size_t
row_of(struct sendsms_pace *pace, int64_t token_id, int64_t full_milli,
    int64_t mono_ms)
{
	size_t idle = 0;
	for (size_t i = 0; i < SENDSMS_PACE_TOKENS; i++) {
		if (pace->row[i].token_id == token_id)
			return i;
		if (pace->row[idle].token_id != 0 &&
		    (pace->row[i].token_id == 0 ||
			pace->row[i].mono_ms < pace->row[idle].mono_ms))
			idle = i;
	}
	pace->row[idle].token_id = token_id;
	pace->row[idle].left_milli = full_milli;
	pace->row[idle].mono_ms = mono_ms;
	return idle;
}

int64_t
sendsms_pace_take(struct sendsms_pace *pace, int64_t token_id, size_t texts,
    int64_t per_minute, int64_t mono_ms)
{
	if (per_minute <= 0)
		return 0;
	int64_t full = per_minute * MILLI;
	size_t i = row_of(pace, token_id, full, mono_ms);
	int64_t *left = &pace->row[i].left_milli;
	int64_t past_ms = mono_ms - pace->row[i].mono_ms;
	if (past_ms > DAY_MS)
		past_ms = DAY_MS;
	/* Whole thousandths: the time of what is none yet is not lost. */
	int64_t added = past_ms * full / MINUTE_MS;
	*left += added;
	pace->row[i].mono_ms += added * MINUTE_MS / full;
	if (*left >= full) {
		*left = full;
		pace->row[i].mono_ms = mono_ms;
	}
	if (*left < MILLI)
		return ((MILLI - *left) * MINUTE_MS + full - 1) / full;
	*left -= (int64_t)texts * MILLI;
	return 0;
}
