#include "gateway/link/smpp_flow.h"

#include <stdbool.h>

#define SECOND_MS 1000
#define PAUSE_FIRST_MS 1000
#define PAUSE_MOST_MS 60000
#define TEXT_WAITS_MS 500 /* that was thrown back while others are taken */
#define FORGOTTEN_MS (5 * 60 * INT64_C(1000))
#define RATE_LEAST_MILLI 1000
/* The second before may have had little to send. */
#define RATE_FIRST_MILLI 10000
#define RATE_MOST_MILLI (INT64_C(50000) * 1000) /* beyond: no limit */
#define ANSWERS_LEAST 24
#define SPAN_MOST_MS 4000
#define BURST_PART 10 /* of a second's worth may leave at once */

void
smpp_flow_init(struct smpp_flow *f, size_t most)
{
	*f = (struct smpp_flow){.most = most, .open = most, .threshold = most};
}

/* -- the rate ---------------------------------------------------------------
 */

static int64_t
not_below(int64_t value, int64_t least)
{
	return value > least ? value : least;
}

static int64_t
burst_milli(const struct smpp_flow *f)
{
	return not_below(f->rate_milli / BURST_PART, 1000);
}

/* Thousandths that may leave now. */
static int64_t
due_milli(const struct smpp_flow *f, int64_t mono_ms)
{
	int64_t passed = mono_ms - f->filled_mono_ms;
	if (passed > PAUSE_MOST_MS)
		passed = PAUSE_MOST_MS;
	int64_t due = f->due_milli + passed * f->rate_milli / SECOND_MS;
	return due < burst_milli(f) ? due : burst_milli(f);
}

static void
fill(struct smpp_flow *f, int64_t mono_ms)
{
	f->due_milli = due_milli(f, mono_ms);
	f->filled_mono_ms = mono_ms;
}

static void
set_rate(struct smpp_flow *f, int64_t milli, int64_t mono_ms)
{
	fill(f, mono_ms);
	f->rate_milli = not_below(milli, RATE_LEAST_MILLI);
	if (f->rate_milli > RATE_MOST_MILLI)
		f->rate_milli = 0;
}

/* What the last span showed. */
static int64_t
judged(const struct smpp_flow *f, int64_t passed_ms)
{
	int64_t rate = f->rate_milli;
	int64_t all = f->taken + f->refused;
	int64_t taken = f->taken * 1000 * SECOND_MS / passed_ms;
	if (f->refused == 0 && 2 * taken < rate)
		return rate; /* less waited than may leave: nothing is learnt */
	if (f->refused == 0)
		return rate + not_below(rate / 16, 1000);
	if (f->refused * 6 <= all)
		return rate;
	if (f->refused * 3 <= all)
		return rate - rate / 32;
	return taken < rate ? taken : rate;
}

/* A few answers show little, unless most are the same. */
static bool
shows_enough(const struct smpp_flow *f, int64_t passed_ms)
{
	int64_t all = f->taken + f->refused;
	if (passed_ms < SECOND_MS)
		return false;
	return f->rate_milli == 0 || all >= ANSWERS_LEAST ||
	       f->refused * 3 > all || passed_ms >= SPAN_MOST_MS;
}

static void
count_spans(struct smpp_flow *f, int64_t mono_ms)
{
	int64_t passed = mono_ms - f->span_mono_ms;
	if (!shows_enough(f, passed))
		return;
	if (f->rate_milli > 0 && mono_ms - f->throttled_mono_ms > FORGOTTEN_MS)
		f->rate_milli = 0;
	else if (f->rate_milli > 0 && f->taken + f->refused > 0)
		set_rate(f, judged(f, passed), mono_ms);
	f->taken_before = (f->taken * SECOND_MS + passed - 1) / passed;
	f->taken = f->refused = 0;
	f->span_mono_ms = mono_ms;
}

/* -- outside ----------------------------------------------------------------
 */

size_t
smpp_flow_room(const struct smpp_flow *f, size_t under_way, int64_t mono_ms)
{
	if (mono_ms < f->pause_until_mono_ms || under_way >= f->open)
		return 0;
	size_t room = f->open - under_way;
	if (f->rate_milli == 0)
		return room;
	int64_t due = due_milli(f, mono_ms);
	size_t whole = due > 0 ? (size_t)(due / 1000) : 0;
	return room < whole ? room : whole;
}

int64_t
smpp_flow_wait_ms(const struct smpp_flow *f, int64_t mono_ms)
{
	if (mono_ms < f->pause_until_mono_ms)
		return f->pause_until_mono_ms - mono_ms;
	if (f->rate_milli == 0)
		return 0;
	/* A few at once cost less than one by one. */
	int64_t lacks = burst_milli(f) - due_milli(f, mono_ms);
	return lacks <= 0 ? 0 : lacks * SECOND_MS / f->rate_milli + 1;
}

void
smpp_flow_left(struct smpp_flow *f, int64_t mono_ms)
{
	if (f->rate_milli == 0)
		return;
	fill(f, mono_ms);
	f->due_milli -= 1000;
	/* The later parts of a text do not wait, but are paid for. */
	f->due_milli = not_below(f->due_milli, -f->rate_milli);
}

void
smpp_flow_taken(struct smpp_flow *f, int64_t mono_ms)
{
	count_spans(f, mono_ms);
	f->taken++;
	f->starved = 0;
	if (f->open >= f->most)
		return;
	if (f->open < f->threshold) {
		f->open++;
	} else if (++f->grown >= f->open) {
		f->grown = 0;
		f->open++;
	}
}

static int64_t
pause(struct smpp_flow *f, int64_t mono_ms)
{
	int64_t ms = PAUSE_FIRST_MS;
	for (int i = 0; i < f->starved && ms < PAUSE_MOST_MS; i++)
		ms *= 2;
	if (ms > PAUSE_MOST_MS)
		ms = PAUSE_MOST_MS;
	f->starved++;
	f->pause_until_mono_ms = mono_ms + ms;
	/* Nothing is known of the time that follows. */
	f->taken = f->refused = f->taken_before = 0;
	f->span_mono_ms = mono_ms + ms;
	f->filled_mono_ms = mono_ms + ms;
	f->due_milli = 1000;
	return ms;
}

/* A whole window is thrown back at once: that counts once. */
int64_t
smpp_flow_throttled(struct smpp_flow *f, int64_t mono_ms)
{
	f->throttled_mono_ms = mono_ms;
	if (mono_ms < f->pause_until_mono_ms)
		return f->pause_until_mono_ms - mono_ms;
	count_spans(f, mono_ms);
	f->refused++;
	if (f->rate_milli > 0 && f->taken + f->taken_before > 0)
		return TEXT_WAITS_MS;
	int64_t taken = not_below(f->taken, f->taken_before);
	f->rate_milli = f->rate_milli > 0
			    ? not_below(f->rate_milli / 2, RATE_LEAST_MILLI)
			    : not_below(taken * 1000, RATE_FIRST_MILLI);
	return pause(f, mono_ms);
}

void
smpp_flow_silent(struct smpp_flow *f)
{
	if (f->open > 1)
		f->threshold = f->open / 2;
	f->open = 1;
	f->grown = 0;
}
