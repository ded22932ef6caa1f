/* Whose result is it?  A message timed out, its result may still come, and the
 * next message is under way: the first result that comes now may be either's.
 *
 * References go up by one: another than the next one can only be the running
 * message's.  Else the result is held for a while.  When a second one comes,
 * the first was late; when none does, it was the running message's.  A bare OK
 * from a modem that is not known to say no more is nobody's: a text that was
 * not sent must not pass for sent. */
#include "modem/at_chan_private.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/log.h"

#include "modem/at_arg.h"

/* Of the command's tail_ms: how long its own result may be behind. */
#define HOLD_TAILS 2
/* So long the OK of any command that was not answered may turn up. */
#define STALE_MS 60000

static bool
is_open(const struct at_chan *chan)
{
	return chan->phase == PHASE_BODY && chan->doubt.open;
}

static int64_t
now_ms(const struct at_chan *chan)
{
	return loop_mono_ms(chan->loop);
}

void
at_chan_doubt_begin(struct at_chan *chan, bool message)
{
	chan->stale_mono_ms = now_ms(chan) + STALE_MS;
	if (!message)
		return;
	chan->doubt.open = true;
	chan->doubt.held = false;
}

static void
hold(struct at_chan *chan, int64_t reference, enum at_final final, int code)
{
	chan->doubt.held = true;
	chan->doubt.reference = reference;
	chan->doubt.final = final;
	chan->doubt.code = code;
	timer_arm(chan->timer, chan->queue[0].tail_ms * HOLD_TAILS);
}

/* What is held was the other message's. */
static void
settle_as_late(struct at_chan *chan)
{
	int64_t reference = chan->doubt.reference;
	bool late = chan->doubt.held && reference >= 0;
	chan->doubt.open = chan->doubt.held = false;
	log_event(LOG_INFO, "at", "late-result", "link=%s reference=%" PRId64,
	    chan->label, late ? reference : -1);
	if (late)
		at_chan_late_came(chan, reference);
}

bool
at_chan_doubt_own(struct at_chan *chan, struct str line)
{
	struct at_arg args;
	int64_t reference = -1;
	if (at_arg_begin_hurt(&args, line, "+CMGS:"))
		at_arg_next_number(&args, &reference);
	/* The next one, or one that says nothing. */
	bool next = reference == ((chan->last_reference + 1) & 0xFF) ||
		    chan->last_reference < 0;
	if (reference < 0)
		return false;
	if (is_open(chan) && next && !chan->doubt.held) {
		hold(chan, reference, AT_FINAL_OK, -1);
		return true;
	}
	if (is_open(chan) && chan->doubt.held)
		settle_as_late(chan);
	chan->doubt.open = false;
	chan->last_reference = (int)(reference & 0xFF);
	return chan->dead;
}

/* OK, and no reference before it.  True: it is not this message's. */
static bool
is_strays(struct at_chan *chan)
{
	bool usual = chan->bare_seen && chan->last_reference < 0;
	bool strays = chan->doubt.open || now_ms(chan) < chan->stale_mono_ms;
	chan->bare_seen = true;
	chan->doubt.open = false;
	return strays && !usual;
}

bool
at_chan_doubt_final(struct at_chan *chan, enum at_final final, int code)
{
	if (chan->phase != PHASE_BODY)
		return false;
	bool bare = final == AT_FINAL_OK && !chan->result.owned;
	if (bare && chan->doubt.open && chan->doubt.held)
		return true; /* the end of what is held */
	if (bare)
		return is_strays(chan);
	if (!chan->doubt.open)
		return false;
	if (!chan->doubt.held) {
		hold(chan, -1, final, code);
		return true;
	}
	settle_as_late(chan);
	return chan->dead;
}

bool
at_chan_doubt_due(struct at_chan *chan)
{
	if (!is_open(chan) || !chan->doubt.held)
		return false;
	struct at_command *command = &chan->queue[0];
	char text[32];
	int octets = snprintf(
	    text, sizeof(text), "+CMGS: %" PRId64, chan->doubt.reference);
	struct at_line line = {
	    .text = str_of(text, (size_t)octets), .announced_octets = -1};
	chan->doubt.open = chan->doubt.held = false;
	chan->result.owned = chan->doubt.reference >= 0;
	if (chan->result.owned)
		chan->last_reference = (int)(chan->doubt.reference & 0xFF);
	if (chan->result.owned && command->on_line != NULL)
		command->on_line(chan->sink->arg, &line);
	if (!chan->dead)
		at_chan_finish(chan, chan->doubt.final, chan->doubt.code);
	return true;
}
