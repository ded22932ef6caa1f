#include "gateway/link/send_silence.h"

#include <string.h>

#include "gateway/core/party.h"

#define LEAST_WAIT_MS INT64_C(10000)
#define USUAL_MOST_MS INT64_C(120000)
#define HEARD_LEAST 3 /* before anything is concluded */
#define TEXTS_LEAST 4
#define NUMBERS_LEAST 3
#define CHANCE_MILLIONTHS 1000
#define REMEMBERED 64
#define EARLY_MS 5000

static int64_t
wait_ms(const struct send_silence *s)
{
	return LEAST_WAIT_MS + 3 * s->usual_ms;
}

static void
drop(struct send_silence *s, int count)
{
	s->texts -= count;
	memmove(
	    s->text, s->text + count, (size_t)s->texts * sizeof(s->text[0]));
}

/* Recent ones count more: a network may change its ways. */
static void
learn(struct send_silence *s, unsigned missed, int64_t took_ms)
{
	s->heard++;
	s->missed += missed;
	while (s->heard + s->missed > REMEMBERED) {
		s->heard = (s->heard + 1) / 2;
		s->missed /= 2;
	}
	if (took_ms > USUAL_MOST_MS)
		took_ms = USUAL_MOST_MS;
	s->usual_ms = took_ms > s->usual_ms
			  ? took_ms
			  : s->usual_ms - (s->usual_ms - took_ms) / 16;
}

static int
overdue(const struct send_silence *s, int64_t mono_ms)
{
	int count = 0;
	while (
	    count < s->texts && mono_ms - s->text[count].mono_ms >= wait_ms(s))
		count++;
	return count;
}

/* The newest of that reference: they wrap at 255.  What is overdue before it
 * stays without a report, most likely.  While it is silent nothing is learned
 * but from texts that are not overdue: it was not the phones' fault. */
void
send_silence_reported(struct send_silence *s, int reference, int64_t mono_ms)
{
	int at = s->texts - 1;
	while (at >= 0 && s->text[at].reference != reference)
		at--;
	if (at < 0) { /* or it overtook the result */
		s->early_reference = reference;
		s->early_mono_ms = mono_ms;
		return;
	}
	int64_t took_ms = mono_ms - s->text[at].mono_ms;
	bool in_time = took_ms < wait_ms(s);
	int late = overdue(s, mono_ms);
	if (late > at)
		late = at;
	memmove(&s->text[at], &s->text[at + 1],
	    (size_t)(s->texts - at - 1) * sizeof(s->text[0]));
	s->texts--;
	drop(s, late);
	if (!s->silent || in_time)
		learn(s, s->silent ? 0 : (unsigned)late, took_ms);
	(void)send_silence_look(s, mono_ms);
}

void
send_silence_taken(
    struct send_silence *s, struct str to, int reference, int64_t mono_ms)
{
	bool early = s->early_mono_ms > 0 && s->early_reference == reference &&
		     mono_ms - s->early_mono_ms < EARLY_MS;
	s->early_mono_ms = 0;
	if (s->texts == SEND_SILENCE_TEXTS)
		drop(s, 1);
	s->text[s->texts++] = (struct send_silence_text){
	    .tail = party_tail(to), .reference = reference, .mono_ms = mono_ms};
	if (early)
		send_silence_reported(s, reference, mono_ms);
}

static int
numbers(const struct send_silence *s, int texts)
{
	int count = 0;
	for (int i = 0; i < texts; i++) {
		int k = 0;
		while (k < i && s->text[k].tail != s->text[i].tail)
			k++;
		count += k == i;
	}
	return count;
}

/* How often would that be chance: parts to one phone share its reasons. */
static int64_t
chance_millionths(const struct send_silence *s, int texts)
{
	int64_t chance = 1000000;
	for (int i = numbers(s, texts); i > 0; i--)
		chance = chance * (s->missed + 1) / (s->heard + s->missed + 2);
	return chance;
}

bool
send_silence_look(struct send_silence *s, int64_t mono_ms)
{
	s->unreported = overdue(s, mono_ms);
	s->silent = s->heard >= HEARD_LEAST && s->unreported >= TEXTS_LEAST &&
		    numbers(s, s->unreported) >= NUMBERS_LEAST &&
		    chance_millionths(s, s->unreported) <= CHANCE_MILLIONTHS;
	return s->silent;
}

int64_t
send_silence_due(const struct send_silence *s, int64_t mono_ms)
{
	int late = overdue(s, mono_ms);
	return late < s->texts ? s->text[late].mono_ms + wait_ms(s)
			       : SEND_SILENCE_NEVER;
}
