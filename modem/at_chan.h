/* at_chan - one AT conversation: commands out, answers and news in.
 *
 * A queue of commands, one on the wire at a time.  Which line is whose: the
 * running command owns what begins with its prefix; an unsolicited row owns
 * what begins with its; either may own the PDU on the next line, told apart
 * by the announced length.  All other lines go to on_unknown.
 *
 * After a command that was not answered the conversation is out of step: its
 * answer may still come and would be credited to the next command.  So
 * nothing is written until the wire has been quiet, an ESC has closed a prompt
 * that may be open, and the last of several queries, each with an answer of its
 * own (AT+CMGF?, AT+CMEE? ...), has been answered; a +CMGS that turns up
 * meanwhile belongs to the send that timed out (on_late).  When no query is
 * answered, for 15 times step_ms in all, the channel is lost; at once after the
 * first one where nothing but news has come and no message's result is owed.
 *
 * What was read before a command was written cannot be its answer: commands
 * leave at the end of the loop's pass, and a little later after an error,
 * because some modems say ERROR and then OK.
 *
 * Loop rule: all in the loop's thread; any callback may call anything here,
 * at_chan_free included.  The channel never logs a body. */
#ifndef MODEM_AT_CHAN_H
#define MODEM_AT_CHAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/loop.h"
#include "base/str.h"

#define AT_COMMAND_OCTETS 256

enum at_final {
	AT_FINAL_OK,
	AT_FINAL_ERROR, /* ERROR and its like: no number */
	AT_FINAL_CME, /* +CME ERROR: code */
	AT_FINAL_CMS, /* +CMS ERROR: code */
	AT_FINAL_TIMEOUT,
	AT_FINAL_GONE, /* the channel was lost or closed */
};

struct at_result {
	enum at_final final;
	int code; /* CME and CMS; -1: none was given */
	bool owned; /* at least one line with the prefix came */
	bool implied; /* OK that never came: the own line had to do */
	bool body_written; /* the body and its Ctrl-Z left */
};

/* A line with the command's or the row's prefix. */
struct at_line {
	struct str text;
	struct str pdu; /* the line behind it; empty when none came */
	int64_t announced_octets; /* of the PDU, from the header; -1: none */
};

struct at_command {
	char text[AT_COMMAND_OCTETS]; /* without its CR */
	const char *prefix; /* of its answer; "": any line; NULL: none */
	bool pdu; /* each own line is followed by a PDU */
	bool probe; /* a time-out does not put us out of step */
	int64_t timeout_ms; /* of silence: each own line starts it anew */
	int64_t tail_ms; /* so long after an own line, OK is implied; 0: no */
	const char *body; /* hex for the prompt, borrowed until on_done */
	int64_t prompt_ms; /* how long the prompt may take */
	void (*on_line)(void *arg, const struct at_line *line); /* or NULL */
	void (*on_done)(
	    void *arg, const struct at_result *result); /* or NULL */
};

enum at_chan_event {
	AT_CHAN_OUT_OF_STEP, /* a command timed out */
	AT_CHAN_IN_STEP, /* and the modem answers again */
	AT_CHAN_SETTINGS_LOST, /* as above, but it is in text mode */
	AT_CHAN_LOST, /* it does not; only at_chan_free helps */
	AT_CHAN_HUNG_UP, /* the device is gone; only at_chan_free helps */
	AT_CHAN_ECHO, /* it echoes a command, having stopped before */
};

struct at_urc {
	const char *prefix; /* "+CMTI:"; without a colon the whole line */
	bool pdu; /* owns the next line */
	void (*on_line)(
	    void *arg, const struct at_line *line); /* NULL: noise */
};

struct at_chan_sink {
	void *arg; /* also of the commands' callbacks */
	const struct at_urc *urcs; /* ends with a NULL prefix */
	void (*on_unknown)(void *arg, struct str line);
	void (*on_event)(void *arg, enum at_chan_event event);
	void (*on_late)(void *arg, int64_t reference); /* +CMGS too late */
};

struct at_chan_pace {
	int64_t gap_ms; /* between a final result and the next command */
	int64_t prompt_gap_ms; /* between the prompt and the body */
	/* The body in pieces of so many octets, a pause after each, for lines
	 * without flow control; 0: in one. */
	size_t piece_octets;
	int64_t piece_ms;
	int64_t quiet_ms; /* silence that lets us ask for step */
	int64_t babble_ms; /* if it is never silent, ask after so long */
	int64_t step_ms; /* how long the first query may take */
	int64_t quote_ms; /* an open quote is not waited for longer */
};

struct at_chan;

/* Takes fd.  sink and pace are borrowed and must outlive the channel; pace
 * may change meanwhile.  label: for the log. */
struct at_chan *at_chan_new(struct loop *loop, int fd, const char *label,
    const struct at_chan_sink *sink, const struct at_chan_pace *pace);

/* Ends every command with AT_FINAL_GONE, closes, clears *chan. */
void at_chan_free(struct at_chan **chan);

/* Queues a copy.  False: the queue is full, or the channel is lost. */
bool at_chan_submit(struct at_chan *chan, const struct at_command *command);

/* Ends every command with AT_FINAL_GONE (the modem has restarted) and is ready
 * for the next.  Bytes that have come but were not read are thrown away. */
void at_chan_drop(struct at_chan *chan);

/* As after a command that was not answered: nothing is written until every
 * answer that may still be owed has come.  Ends in IN_STEP or another event.
 * Only while no command is queued. */
void at_chan_resync(struct at_chan *chan);

/* Raw bytes outside of any command: ESC, CR. */
void at_chan_poke(struct at_chan *chan, const char *bytes);

/* For the modem control lines; borrowed. */
int at_chan_fd(const struct at_chan *chan);

/* Also take "0" and "4" as final results (V0), until told otherwise. */
void at_chan_numeric(struct at_chan *chan, bool on);

/* Nothing queued, nothing running, in step. */
bool at_chan_idle(const struct at_chan *chan);

/* The result of the body that was written is known from elsewhere: after the
 * command's tail_ms, OK is implied. */
void at_chan_body_known(struct at_chan *chan);

/* The result of the body that was written most likely never comes: so long it
 * is waited for all the same. */
void at_chan_body_doubted(struct at_chan *chan, int64_t ms);

/* A body is on its way or its result is awaited. */
bool at_chan_sending(const struct at_chan *chan);

#endif
