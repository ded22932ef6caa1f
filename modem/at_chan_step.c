/* Getting back into step after a command that was not answered. */
#include "modem/at_chan_private.h"

#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"

#define ESCAPE "\x1B"
/* A modem that knows none of the queries answers something all the same, so
 * many times, each from silence. */
#define FINALS_ENOUGH 3
/* So many unanswered queries, and a prompt that nobody knows of may be what
 * swallows them. */
#define UNANSWERED_BEFORE_ESCAPE 3
/* So many in silence, but for news, and it hangs. */
#define SILENT_QUERIES 1
#define SILENT_QUERIES_AT_FIRST 3

/* Asked one after the other.  Each answer begins like no other's, so that a
 * stale OK cannot pass for it, and so that of several queries that a slow
 * modem answers in a burst we know the last one: answers come in the order of
 * the questions (27.007 4.1), and only behind that one nothing is owed.  The
 * first also shows whether it has fallen back into text mode.  The patience
 * grows, in halves of the pace's step_ms: at first for a modem that was deaf
 * for a moment, at last for one that is very late. */
static const struct {
	const char *text, *prefix;
	int halves;
} queries[] = {
    {"AT+CMGF?", "+CMGF:", 2},
    {"AT+CMEE?", "+CMEE:", 2},
    {"AT+CNMI?", "+CNMI:", 3},
    {"AT+CSMS?", "+CSMS:", 4},
    {"AT+CSCA?", "+CSCA:", 5},
    {"AT+CSCS?", "+CSCS:", 6},
    {"AT+CPMS?", "+CPMS:", 8},
};
#define QUERIES ((int)(sizeof(queries) / sizeof(queries[0])))

static void
wait_for_silence(struct at_chan *chan)
{
	chan->step = STEP_QUIET;
	timer_arm(chan->step_timer, chan->pace->quiet_ms);
	timer_arm(chan->timer, chan->pace->babble_ms);
}

void
at_chan_step_begin(struct at_chan *chan, const char *unanswered)
{
	chan->step_query = -1;
	chan->step_skip = -1;
	chan->step_answered = chan->step_older = false;
	for (int i = 0; i < QUERIES; i++)
		if (strcmp(queries[i].text, unanswered) == 0)
			chan->step_skip = i;
	chan->step_unanswered = 0;
	chan->step_silent = SILENT_QUERIES;
	chan->step_finals = 0;
	chan->step_text_mode = false;
	wait_for_silence(chan);
}

/* It has just answered something: a little more patience, but no end of it with
 * one that says OK to AT and nothing else. */
void
at_chan_resync(struct at_chan *chan)
{
	if (chan->dead || chan->lost || chan->queued > 0)
		return;
	chan->phase = PHASE_IDLE;
	timer_stop(chan->timer);
	at_chan_step_begin(chan, "");
	chan->step_silent = SILENT_QUERIES_AT_FIRST;
	chan->heard = false;
}

void
at_chan_step_input(struct at_chan *chan)
{
	if (chan->step == STEP_QUIET)
		timer_arm(chan->step_timer, chan->pace->quiet_ms);
}

static void
lose(struct at_chan *chan)
{
	log_event(LOG_WARN, "at", "lost", "link=%s", chan->label);
	at_chan_lose(chan, AT_CHAN_LOST);
}

static void
ask(struct at_chan *chan)
{
	if (++chan->step_query == chan->step_skip)
		chan->step_query++;
	if (chan->step_query >= QUERIES) {
		lose(chan);
		return;
	}
	chan->step = STEP_ASKED;
	chan->step_answered = chan->step_older = false;
	timer_stop(chan->timer);
	at_chan_poke(chan, queries[chan->step_query].text);
	at_chan_poke(chan, "\r");
	timer_arm(chan->step_timer,
	    chan->pace->step_ms * queries[chan->step_query].halves / 2);
}

static void
in_step(struct at_chan *chan)
{
	chan->step = STEP_IN;
	chan->own.open = false;
	chan->prompt_open = false;
	timer_stop(chan->step_timer);
	chan->sink->on_event(chan->sink->arg,
	    chan->step_text_mode ? AT_CHAN_SETTINGS_LOST : AT_CHAN_IN_STEP);
	at_chan_start_next(chan);
}

/* Silence, or the query's time is up. */
void
at_chan_step_due(void *arg)
{
	struct at_chan *chan = arg;
	if (chan->dead || chan->lost || chan->step == STEP_IN)
		return;
	if (chan->step == STEP_QUIET && !chan->escape_due) {
		ask(chan);
		return;
	}
	if (chan->step == STEP_QUIET) {
		/* Ctrl-Z would transmit what lies behind the prompt. */
		chan->escape_due = false;
		chan->step_answered = false; /* the next OK is the ESC's */
		at_chan_poke(chan, ESCAPE);
	} else if (chan->step_answered) {
		in_step(chan); /* its OK was lost */
		return;
	} else if (++chan->step_unanswered >= chan->step_silent &&
		   !chan->heard && !chan->late_open) {
		/* Not a byte but news: it hangs, and whatever it says after it
		 * has been opened anew is sorted out by the same questions. */
		lose(chan);
		return;
	} else {
		chan->escape_due =
		    chan->prompt_open ||
		    chan->step_unanswered >= UNANSWERED_BEFORE_ESCAPE;
	}
	wait_for_silence(chan);
}

bool
at_chan_step_line(struct at_chan *chan, struct str line)
{
	struct at_arg args;
	int64_t mode;
	if (chan->step == STEP_IN)
		return false;
	for (int i = 0; i <= chan->step_query && i < QUERIES; i++) {
		if (i == chan->step_skip ||
		    !at_arg_begin(&args, line, queries[i].prefix))
			continue;
		chan->heard = true;
		chan->step_answered |= i == chan->step_query;
		chan->step_older |= i < chan->step_query;
		if (i == 0)
			chan->step_text_mode =
			    at_arg_next_number(&args, &mode) && mode == 1;
		return true;
	}
	return false;
}

void
at_chan_step_final(struct at_chan *chan)
{
	if (chan->step == STEP_QUIET && !chan->step_answered)
		return;
	bool older = chan->step_older && !chan->step_answered;
	chan->step_older = false;
	if (older)
		return; /* the last one's answer is on its way */
	chan->step_finals += !chan->step_answered;
	if (chan->step_answered || chan->step_finals >= FINALS_ENOUGH)
		in_step(chan);
	else
		wait_for_silence(chan);
}
