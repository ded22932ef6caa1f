/* at_chan_private - the channel's struct, for its three files only: at_chan
 * (queue, phases, time), at_chan_line (whose line), at_chan_step (getting back
 * into step). */
#ifndef MODEM_AT_CHAN_PRIVATE_H
#define MODEM_AT_CHAN_PRIVATE_H

#include <stddef.h>

#include "base/loop.h"
#include "base/stream.h"
#include "base/timer.h"

#include "modem/at_chan.h"
#include "modem/at_lex.h"

#define QUEUE_COMMANDS 8u
#define HEADER_OCTETS 160u

enum phase {
	PHASE_IDLE,
	PHASE_GAP, /* spacing before the next command */
	PHASE_ANSWER, /* until the final result */
	PHASE_PROMPT, /* until ">" */
	PHASE_PROMPT_GAP, /* until the body may be written */
	PHASE_WRITING, /* the body, piece by piece */
	PHASE_BODY, /* until the final result of a message */
};

enum step {
	STEP_IN,
	STEP_QUIET, /* waits for silence */
	STEP_ASKED, /* waits for the query's answer */
};

/* A header that waits for its PDU. */
struct header {
	bool open;
	const struct at_urc *row; /* NULL: the running command's */
	int64_t announced_octets;
	size_t octets;
	char text[HEADER_OCTETS];
};

/* While a message's result may be one that is late. */
struct doubt {
	bool open, held; /* held: one came, and perhaps another follows */
	int64_t reference; /* of what is held; -1: an error */
	enum at_final final;
	int code;
};

struct at_chan {
	struct loop *loop;
	struct stream *stream;
	const char *label;
	const struct at_chan_sink *sink;
	const struct at_chan_pace *pace;
	struct timer *timer; /* of the phase; of a babbling modem */
	struct timer *step_timer;
	struct timer *quote_timer;

	struct at_command queue[QUEUE_COMMANDS]; /* [0] runs, or is next */
	size_t queued;
	enum phase phase;
	struct at_result result; /* of the running command, so far */
	struct header own, news;
	size_t echo_free; /* commands in a row that were not echoed */

	enum step step;
	int step_query; /* that was asked last; -1: none yet */
	int step_skip; /* that itself went unanswered before: not asked */
	int step_unanswered; /* queries */
	int step_silent; /* so many of them without a byte: it hangs */
	int step_finals; /* results without the answer to a query */
	bool step_answered; /* the last query */
	bool step_older; /* one before it, whose result is to come */
	bool step_text_mode;
	bool body_doubted; /* its result most likely never comes */
	bool prompt_open; /* a message timed out: a prompt may be open */
	bool escape_due; /* ESC before the next query */
	bool heard; /* more than news since the last command was written */
	bool late_open; /* a send timed out: its +CMGS may still come */
	struct doubt doubt;
	int64_t stale_mono_ms; /* until then an OK may be an older command's */
	bool bare_seen; /* OK to a message, without a reference */
	int last_reference; /* of a message; -1: none was ever given */

	size_t body_octets; /* of the body that were written */
	bool numeric, impatient;
	bool dropping; /* commands are being ended: none may be added */
	bool lost; /* gone or out of step for good */
	bool dead; /* freed, waits for the reaper */
	struct at_lex_item item;
};

/* at_chan.c */
void at_chan_finish(struct at_chan *chan, enum at_final final, int code);
void at_chan_own_line_came(struct at_chan *chan);
void at_chan_prompt_came(struct at_chan *chan);
/* An error came when the prompt was open: nothing was sent. */
void at_chan_prompt_failed(struct at_chan *chan, enum at_final final, int code);
void at_chan_lose(struct at_chan *chan, enum at_chan_event event);
void at_chan_start_next(struct at_chan *chan);

/* at_chan_line.c */
void at_chan_line(struct at_chan *chan, const struct at_lex_item *item);
void at_chan_late_came(struct at_chan *chan, int64_t reference);
void at_chan_flush_own(struct at_chan *chan); /* a header without its PDU */

/* at_chan_doubt.c: true when that is all about the line, the final result, the
 * timer. */
/* A message's, or another command's answer may come late. */
void at_chan_doubt_begin(struct at_chan *chan, bool message);
bool at_chan_doubt_own(struct at_chan *chan, struct str line);
bool at_chan_doubt_final(struct at_chan *chan, enum at_final final, int code);
bool at_chan_doubt_due(struct at_chan *chan);

/* at_chan_step.c */
void at_chan_step_begin(struct at_chan *chan, const char *unanswered);
void at_chan_step_input(struct at_chan *chan); /* bytes came */
void at_chan_step_final(struct at_chan *chan);
bool at_chan_step_line(struct at_chan *chan, struct str line);
void at_chan_step_due(void *chan); /* step_timer */

#endif
