/* Answers that wait a moment for repeats of their ask.
 *
 * A gateway that has lost patience, or stands there twice, sends the same turn
 * by other connections.  With a key for a turn that is seen whenever it comes.
 * Without one only what comes before the answer is a repeat, and after it the
 * same "1" is an answer to the next screen: a handful of them would walk
 * through a whole order.  They are on their way already when the first is done,
 * so its answer stays until none came for linger_ms; once one did, until none
 * came for LINGER_MORE times as long, for whoever sends hundreds is not that
 * quick, and LINGER_MOST_MS at most, which is within any deadline.  Nobody
 * reads a screen and answers it in that time. */
#include "gateway/queue/sessions_private.h"

#define LINGER_MORE 5
#define LINGER_MOST_MS 800

bool
sessions_linger_begin(struct sessions *s, struct session_call *call)
{
	const struct session_told *t = &call->told;
	bool answers = t->event == SESSION_INPUT || t->event == SESSION_EITHER;
	if (s->config.linger_ms <= 0 || !answers || t->key[0] != '\0' ||
	    call->answered || call->late)
		return false;
	call->lingers = true;
	call->joined_before = call->joined;
	call->linger_mono_ms = clock_mono_ms(s->config.clock);
	call->joined_mono_ms = call->linger_mono_ms;
	if (!timer_armed(s->linger))
		timer_arm(s->linger, s->config.linger_ms);
	return true;
}

/* It is here only just, or more of them came a moment ago. */
static bool
stays(const struct sessions *s, struct session_call *call, int64_t mono_ms)
{
	int64_t quiet_ms = s->config.linger_ms;
	if (call->joined != call->joined_before)
		call->joined_mono_ms = mono_ms;
	call->joined_before = call->joined;
	if (call->joined > 1)
		quiet_ms *= LINGER_MORE;
	return mono_ms - call->joined_mono_ms < quiet_ms &&
	       mono_ms - call->linger_mono_ms < LINGER_MOST_MS;
}

void
sessions_linger(struct sessions *s)
{
	int64_t mono_ms = clock_mono_ms(s->config.clock);
	struct session_call *next;
	bool more = false;
	for (struct session_call *c = s->calls.oldest; c != NULL; c = next) {
		next = c->after;
		if (!c->lingers)
			continue;
		if (stays(s, c, mono_ms)) {
			more = true;
			continue;
		}
		sessions_answer(s, c, &c->result.answer);
		session_call_end(&s->calls, c);
	}
	if (more)
		timer_arm(s->linger, s->config.linger_ms);
}
