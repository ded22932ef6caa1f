#include "modem/at_chan.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"

#include "modem/at_chan_private.h"

#define INPUT_OCTETS 65536u
#define OUTPUT_OCTETS 8192u
#define CTRL_Z "\x1A"
/* Behind an error the next command waits a little: some firmwares say ERROR
 * and then OK. */
#define ERROR_GAP_MS 30

static void
write_bytes(struct at_chan *chan, const char *bytes)
{
	/* What cannot be written is noticed by its missing answer. */
	if (chan->stream != NULL)
		stream_write(chan->stream, bytes, strlen(bytes));
}

static void
start_now(void *arg)
{
	struct at_chan *chan = arg;
	if (chan->dead || chan->lost || chan->phase != PHASE_IDLE ||
	    chan->step != STEP_IN || chan->queued == 0)
		return;
	const struct at_command *command = &chan->queue[0];
	chan->result = (struct at_result){.code = -1};
	chan->heard = false;
	write_bytes(chan, command->text);
	write_bytes(chan, "\r");
	bool body = command->body != NULL;
	chan->phase = body ? PHASE_PROMPT : PHASE_ANSWER;
	timer_arm(chan->timer, body ? command->prompt_ms : command->timeout_ms);
}

/* At the end of the pass: what has been read by then is older. */
void
at_chan_start_next(struct at_chan *chan)
{
	if (!chan->dead)
		loop_later(chan->loop, start_now, chan);
}

static void
begin_gap(struct at_chan *chan, enum at_final final)
{
	int64_t gap_ms = chan->pace->gap_ms;
	bool error = final == AT_FINAL_ERROR || final == AT_FINAL_CME ||
		     final == AT_FINAL_CMS;
	if (error && gap_ms < ERROR_GAP_MS)
		gap_ms = ERROR_GAP_MS;
	chan->phase = gap_ms > 0 ? PHASE_GAP : PHASE_IDLE;
	timer_stop(chan->timer);
	if (gap_ms > 0)
		timer_arm(chan->timer, gap_ms);
}

/* Takes the running command out of the queue and tells its owner. */
static void
end_command(struct at_chan *chan, enum at_final final, int code)
{
	at_chan_flush_own(chan);
	if (chan->dead || chan->queued == 0)
		return;
	struct at_command ended = chan->queue[0];
	struct at_result result = chan->result;
	result.final = final;
	result.code = code;
	chan->queued--;
	memmove(&chan->queue[0], &chan->queue[1],
	    chan->queued * sizeof(chan->queue[0]));
	/* It may have been a PIN. */
	explicit_bzero(ended.text, sizeof(ended.text));
	explicit_bzero(&chan->queue[chan->queued], sizeof(ended));
	chan->result = (struct at_result){.code = -1};
	begin_gap(chan, final);
	if (ended.on_done != NULL)
		ended.on_done(chan->sink->arg, &result);
}

void
at_chan_finish(struct at_chan *chan, enum at_final final, int code)
{
	chan->echo_free++;
	end_command(chan, final, code);
	at_chan_start_next(chan);
}

static void
drop_commands(struct at_chan *chan)
{
	chan->dropping = true;
	while (!chan->dead && chan->queued > 0)
		end_command(chan, AT_FINAL_GONE, -1);
	chan->dropping = false;
	chan->phase = PHASE_IDLE;
	timer_stop(chan->timer);
}

void
at_chan_lose(struct at_chan *chan, enum at_chan_event event)
{
	if (chan->dead || chan->lost)
		return;
	chan->lost = true;
	timer_stop(chan->step_timer);
	drop_commands(chan);
	if (!chan->dead)
		chan->sink->on_event(chan->sink->arg, event);
}

/* The phase's time is up without a final result. */
static void
give_up(struct at_chan *chan)
{
	struct at_command *command = &chan->queue[0];
	bool sent = chan->phase == PHASE_BODY;
	bool implied = chan->result.owned && command->tail_ms > 0;
	bool probe = command->probe;
	chan->result.implied = implied;
	if (command->body != NULL) {
		chan->prompt_open = chan->escape_due = true;
		chan->late_open = sent && !implied;
	}
	if (!probe)
		at_chan_doubt_begin(
		    chan, command->body != NULL && chan->late_open);
	/* A probe's silence is no news: a dead modem is looked at for days. */
	log_event(probe ? LOG_DEBUG : LOG_INFO, "at",
	    implied ? "no-final" : "timeout", "link=%s command=%.*s phase=%s",
	    chan->label, (int)strcspn(command->text, "="), command->text,
	    sent                    ? "result"
	    : command->body != NULL ? "prompt"
				    : "answer");
	if (!probe)
		chan->step = STEP_QUIET;
	char unanswered[AT_COMMAND_OCTETS];
	str_copy(unanswered, sizeof(unanswered), str_from(command->text));
	end_command(chan, implied ? AT_FINAL_OK : AT_FINAL_TIMEOUT, -1);
	if (chan->dead || chan->step == STEP_IN) {
		at_chan_start_next(chan);
		return;
	}
	chan->phase = PHASE_IDLE;
	at_chan_step_begin(chan, unanswered);
	explicit_bzero(unanswered, sizeof(unanswered)); /* it may be a PIN */
	chan->sink->on_event(chan->sink->arg, AT_CHAN_OUT_OF_STEP);
}

static void
write_body(struct at_chan *chan)
{
	const struct at_command *command = &chan->queue[0];
	struct str rest = str_from(command->body + chan->body_octets);
	size_t piece = chan->pace->piece_octets;
	if (piece > 0 && rest.octets > piece) {
		chan->phase = PHASE_WRITING;
		stream_write(chan->stream, rest.at, piece);
		chan->body_octets += piece;
		timer_arm(chan->timer, chan->pace->piece_ms);
		return;
	}
	chan->phase = PHASE_BODY;
	chan->body_doubted = false;
	chan->result.body_written = true;
	write_bytes(chan, rest.at);
	write_bytes(chan, CTRL_Z);
	timer_arm(chan->timer, command->timeout_ms);
}

/* Whether the prompt is still open, nobody knows: ESC first. */
void
at_chan_prompt_failed(struct at_chan *chan, enum at_final final, int code)
{
	chan->prompt_open = chan->escape_due = true;
	chan->step = STEP_QUIET;
	char failed[AT_COMMAND_OCTETS];
	str_copy(failed, sizeof(failed), str_from(chan->queue[0].text));
	end_command(chan, final, code);
	if (chan->dead)
		return;
	chan->phase = PHASE_IDLE;
	at_chan_step_begin(chan, failed);
	chan->sink->on_event(chan->sink->arg, AT_CHAN_OUT_OF_STEP);
}

static void
on_timer(void *arg)
{
	struct at_chan *chan = arg;
	switch (chan->phase) {
	case PHASE_IDLE:
		/* A modem that babbles without end is asked all the same. */
		if (chan->step == STEP_QUIET)
			at_chan_step_due(chan);
		return;
	case PHASE_GAP:
		chan->phase = PHASE_IDLE;
		at_chan_start_next(chan);
		return;
	case PHASE_PROMPT_GAP:
	case PHASE_WRITING:
		write_body(chan);
		return;
	case PHASE_ANSWER:
	case PHASE_PROMPT:
	case PHASE_BODY:
		if (!at_chan_doubt_due(chan))
			give_up(chan);
		return;
	}
}

void
at_chan_prompt_came(struct at_chan *chan)
{
	if (chan->phase != PHASE_PROMPT)
		return;
	chan->phase = PHASE_PROMPT_GAP;
	chan->body_octets = 0;
	timer_arm(chan->timer, chan->pace->prompt_gap_ms);
}

void
at_chan_own_line_came(struct at_chan *chan)
{
	const struct at_command *command = &chan->queue[0];
	chan->result.owned = true;
	timer_arm(chan->timer,
	    command->tail_ms > 0 ? command->tail_ms : command->timeout_ms);
}

static unsigned
hints_of(const struct at_chan *chan)
{
	unsigned hints = 0;
	if (chan->phase == PHASE_PROMPT)
		hints |= AT_LEX_WANT_PROMPT;
	if (chan->own.open || chan->news.open)
		hints |= AT_LEX_WANT_PDU;
	if (chan->impatient)
		hints |= AT_LEX_IMPATIENT;
	return hints;
}

static void
read_lines(struct at_chan *chan)
{
	while (!chan->dead && chan->stream != NULL) {
		size_t used = 0;
		int got = at_lex_next(&chan->item, stream_input(chan->stream),
		    hints_of(chan), &used);
		stream_used(chan->stream, used);
		if (got == 0)
			break;
		chan->impatient = false;
		if (got > 0)
			at_chan_line(chan, &chan->item);
	}
	if (chan->dead)
		return;
	if (!chan->item.joining)
		timer_stop(chan->quote_timer);
	else if (!timer_armed(chan->quote_timer))
		timer_arm(chan->quote_timer, chan->pace->quote_ms);
}

static void
on_quote_timer(void *arg)
{
	struct at_chan *chan = arg;
	chan->impatient = true;
	read_lines(chan);
}

static void
on_stream(void *owner, enum stream_event event)
{
	struct at_chan *chan = owner;
	switch (event) {
	case STREAM_INPUT:
		at_chan_step_input(chan);
		read_lines(chan);
		return;
	case STREAM_DRAINED:
		return;
	case STREAM_GONE:
		at_chan_lose(chan, AT_CHAN_HUNG_UP);
		return;
	}
}

struct at_chan *
at_chan_new(struct loop *loop, int fd, const char *label,
    const struct at_chan_sink *sink, const struct at_chan_pace *pace)
{
	struct at_chan *chan = xcalloc(1, sizeof(*chan));
	chan->loop = loop;
	chan->label = label;
	chan->sink = sink;
	chan->pace = pace;
	chan->last_reference = -1;
	chan->timer = timer_new(loop, on_timer, chan);
	chan->step_timer = timer_new(loop, at_chan_step_due, chan);
	chan->quote_timer = timer_new(loop, on_quote_timer, chan);
	chan->stream =
	    stream_new(loop, fd, INPUT_OCTETS, OUTPUT_OCTETS, on_stream, chan);
	return chan;
}

static void
bury(void *arg)
{
	struct at_chan *chan = arg;
	timer_free(&chan->timer);
	timer_free(&chan->step_timer);
	timer_free(&chan->quote_timer);
	free(chan);
}

void
at_chan_free(struct at_chan **chan)
{
	struct at_chan *c = *chan;
	*chan = NULL;
	if (c == NULL || c->dead)
		return;
	c->lost = true;
	drop_commands(c);
	if (c->dead) /* freed by the owner of a command that has just ended */
		return;
	c->dead = true;
	timer_stop(c->timer);
	timer_stop(c->step_timer);
	timer_stop(c->quote_timer);
	stream_free(&c->stream);
	loop_reap(c->loop, bury, c);
}

bool
at_chan_submit(struct at_chan *chan, const struct at_command *command)
{
	if (chan->dead || chan->lost || chan->dropping ||
	    chan->queued == QUEUE_COMMANDS)
		return false;
	chan->queue[chan->queued++] = *command;
	at_chan_start_next(chan);
	return true;
}

void
at_chan_drop(struct at_chan *chan)
{
	drop_commands(chan);
	if (chan->dead)
		return;
	chan->own.open = chan->news.open = false;
	chan->doubt.open = false;
	chan->step = STEP_IN;
	chan->echo_free = 0;
	timer_stop(chan->step_timer);
	stream_used(chan->stream, stream_input(chan->stream).octets);
}

void
at_chan_poke(struct at_chan *chan, const char *bytes)
{
	write_bytes(chan, bytes);
}

int
at_chan_fd(const struct at_chan *chan)
{
	return stream_fd(chan->stream);
}

void
at_chan_numeric(struct at_chan *chan, bool on)
{
	chan->numeric = on;
}

bool
at_chan_idle(const struct at_chan *chan)
{
	return !chan->dead && !chan->lost && !chan->dropping &&
	       chan->step == STEP_IN && chan->queued == 0;
}

void
at_chan_body_known(struct at_chan *chan)
{
	if (chan->dead || chan->phase != PHASE_BODY)
		return;
	chan->doubt.open = false;
	at_chan_own_line_came(chan);
}

void
at_chan_body_doubted(struct at_chan *chan, int64_t ms)
{
	bool waits = !chan->dead && chan->phase == PHASE_BODY;
	if (waits && !chan->result.owned && !chan->doubt.held &&
	    !chan->body_doubted)
		timer_arm(chan->timer, ms);
	chan->body_doubted = waits; /* the first sign counts */
}

bool
at_chan_sending(const struct at_chan *chan)
{
	return chan->phase == PHASE_PROMPT_GAP ||
	       chan->phase == PHASE_WRITING || chan->phase == PHASE_BODY;
}
