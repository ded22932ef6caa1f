#include "gateway/queue/quality.h"

#define HOUR_MS INT64_C(3600000)
#define TEXT 1000
#define OWNER_TEXTS 8
/* Per hour: the sixth root of a half, in 1/65536. */
#define KEPT_AN_HOUR 58386
#define FORGOTTEN_HOURS 96

static void
age(struct quality *q, int64_t hour)
{
	int64_t hours = hour - q->hour;
	q->hour = hour;
	if (hours >= FORGOTTEN_HOURS)
		q->arrived = q->ended = 0;
	for (; hours > 0 && q->ended > 0; hours--) {
		q->arrived = q->arrived * KEPT_AN_HOUR >> 16;
		q->ended = q->ended * KEPT_AN_HOUR >> 16;
	}
}

void
quality_note(struct quality *q, bool arrived, int64_t now_ms)
{
	/* A clock that was set back ages nothing. */
	if (now_ms / HOUR_MS > q->hour)
		age(q, now_ms / HOUR_MS);
	q->arrived += arrived ? TEXT : 0;
	q->ended += TEXT;
}

int
quality_of(const struct quality *q, int owner)
{
	int64_t ended = q->ended + OWNER_TEXTS * TEXT;
	int64_t arrived =
	    q->arrived + OWNER_TEXTS * (int64_t)owner * (TEXT / 100);
	return (int)(arrived * 1000 / ended);
}
