#include "gateway/core/session_figures.h"

#include <string.h>

#define MINUTE_MS 60000

/* The ring's places between the newest and `minute` are of an hour ago. */
static void
go_to(struct session_hour *hour, int64_t minute)
{
	if (minute - hour->minute >= SESSION_MINUTES)
		memset(hour->count, 0, sizeof(hour->count));
	else
		for (int64_t m = hour->minute + 1; m <= minute; m++)
			hour->count[m % SESSION_MINUTES] = 0;
	if (minute > hour->minute)
		hour->minute = minute;
}

void
session_hour_add(struct session_hour *hour, int64_t mono_ms)
{
	go_to(hour, mono_ms / MINUTE_MS);
	hour->count[hour->minute % SESSION_MINUTES]++;
}

int64_t
session_hour_sum(const struct session_hour *hour, int64_t mono_ms)
{
	struct session_hour now = *hour;
	int64_t sum = 0;

	go_to(&now, mono_ms / MINUTE_MS);
	for (int i = 0; i < SESSION_MINUTES; i++)
		sum += now.count[i];
	return sum;
}
