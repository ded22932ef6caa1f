#include "gateway/link/send_pace.h"

#define MINUTE_MS INT64_C(60000)
#define BURST_PARTS 6 /* of a fixed rate, for free */
#define GAP_FIRST_MS 4000 /* at least, once it was too fast */
#define GAP_LEAST_MS 1000 /* below that there is none */
#define GOOD_BEFORE_FASTER 8
/* So long without a send is a break. */
#define BREAK_MS 8000
#define UNBROKEN_MS (5 * MINUTE_MS)

static int64_t
interval_ms(const struct send_pace *p)
{
	return p->rate > 0 ? MINUTE_MS / p->rate : p->gap_ms;
}

int64_t
send_pace_due(const struct send_pace *p)
{
	int64_t ahead_ms = p->rate > 0 ? (BURST_PARTS - 1) * interval_ms(p) : 0;
	int64_t due = p->next_mono_ms - ahead_ms;
	return due > p->pause_until_mono_ms ? due : p->pause_until_mono_ms;
}

void
send_pace_started(struct send_pace *p, int64_t mono_ms)
{
	if (p->ended_mono_ms == 0 || mono_ms - p->ended_mono_ms > BREAK_MS)
		p->since_mono_ms = mono_ms;
	p->started_mono_ms = mono_ms;
	if (p->next_mono_ms < mono_ms)
		p->next_mono_ms = mono_ms;
	p->next_mono_ms += interval_ms(p);
}

void
send_pace_accepted(struct send_pace *p, int64_t mono_ms)
{
	p->ended_mono_ms = mono_ms;
	if (p->gap_ms == 0 || ++p->good < GOOD_BEFORE_FASTER)
		return;
	p->good = 0;
	p->gap_ms -= p->gap_ms / 4;
	if (p->gap_ms < GAP_LEAST_MS)
		p->gap_ms = 0;
}

/* Twice the gap that there was, as sends took part of it anyway. */
void
send_pace_refused(struct send_pace *p, bool too_fast, int64_t mono_ms)
{
	p->ended_mono_ms = mono_ms;
	p->good = 0;
	if (!too_fast || p->rate > 0)
		return;
	int64_t took_ms = mono_ms - p->started_mono_ms;
	int64_t gap_ms = p->gap_ms > took_ms ? p->gap_ms : took_ms;
	gap_ms = gap_ms * 2 > GAP_FIRST_MS ? gap_ms * 2 : GAP_FIRST_MS;
	p->gap_ms = gap_ms < MINUTE_MS ? gap_ms : MINUTE_MS;
	p->next_mono_ms = p->started_mono_ms + p->gap_ms;
}

void
send_pace_received(struct send_pace *p, int64_t mono_ms)
{
	p->received_mono_ms = mono_ms;
}

bool
send_pace_pauses(struct send_pace *p, int64_t mono_ms)
{
	int64_t from = p->since_mono_ms > p->received_mono_ms
			   ? p->since_mono_ms
			   : p->received_mono_ms;
	if (mono_ms - from < UNBROKEN_MS)
		return false;
	p->pause_until_mono_ms = mono_ms + SEND_PACE_PAUSE_MS;
	p->since_mono_ms = p->pause_until_mono_ms;
	return true;
}
