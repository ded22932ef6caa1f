/* Getting back into step after a command that was not answered. */
#include "modem/at_chan_private.h"

#include "base/log.h"

#include "modem/at_arg.h"

#define ESCAPE "\x1B"
/* Its answer begins like no other's, so a stale OK cannot pass for it; and it
 * shows whether the modem has fallen back into text mode meanwhile. */
#define QUERY "AT+CMGF?\r"
#define QUERY_PREFIX "+CMGF:"
/* A modem without that query answers something, twice, from silence. */
#define FINALS_ENOUGH 2

static void
wait_for_silence(struct at_chan *chan)
{
	chan->step = STEP_QUIET;
	timer_arm(chan->step_timer, chan->pace->quiet_ms);
	timer_arm(chan->timer, chan->pace->babble_ms);
}

void
at_chan_step_begin(struct at_chan *chan)
{
	chan->step_tries = chan->pace->step_tries;
	chan->step_finals = 0;
	wait_for_silence(chan);
}

void
at_chan_step_input(struct at_chan *chan)
{
	if (chan->step == STEP_QUIET)
		timer_arm(chan->step_timer, chan->pace->quiet_ms);
}

static void
ask(struct at_chan *chan)
{
	chan->step = STEP_ASKED;
	chan->step_answered = false;
	chan->step_text_mode = false;
	timer_stop(chan->timer);
	at_chan_poke(chan, QUERY);
	timer_arm(chan->step_timer, chan->pace->step_ms);
}

static void
in_step(struct at_chan *chan)
{
	chan->step = STEP_IN;
	chan->own.open = false;
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
	if (chan->step == STEP_QUIET && !chan->prompt_open) {
		ask(chan);
		return;
	}
	if (chan->step == STEP_QUIET) {
		/* Ctrl-Z would transmit what lies behind the prompt. */
		chan->prompt_open = false;
		at_chan_poke(chan, ESCAPE);
	} else if (chan->step_answered) {
		in_step(chan);
		return;
	} else if (--chan->step_tries <= 0) {
		log_event(LOG_WARN, "at", "lost", "link=%s", chan->label);
		at_chan_lose(chan, AT_CHAN_LOST);
		return;
	} else {
		chan->prompt_open = true;
	}
	wait_for_silence(chan);
}

bool
at_chan_step_line(struct at_chan *chan, struct str line)
{
	struct at_arg args;
	int64_t mode;
	if (chan->step == STEP_IN || !at_arg_begin(&args, line, QUERY_PREFIX))
		return false;
	at_arg_next_number(&args, &mode);
	chan->step_answered = chan->step == STEP_ASKED;
	chan->step_text_mode = mode == 1;
	return true;
}

void
at_chan_step_final(struct at_chan *chan)
{
	if (chan->step != STEP_ASKED)
		return;
	chan->step_finals += !chan->step_answered;
	if (chan->step_answered || chan->step_finals >= FINALS_ENOUGH)
		in_step(chan);
	else
		wait_for_silence(chan);
}
