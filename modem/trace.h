/* trace - what a modem was asked while it was set up, what it answered, what
 * was chosen and why: for `furrow link show` and for reports of trouble.
 *
 * In: the driver's steps.  Out: at most TRACE_STEPS of them, oldest first; the
 * oldest goes when a new one has no room, a question that is repeated takes no
 * new one.  Texts are cut to fit, and fit to be shown to anybody: runs of nine
 * digits and more (IMEI, IMSI, numbers) keep only their last four, octets that
 * are no printable ASCII become a point.  Whoever asks with a secret (a PIN)
 * says so by other words.
 * Owns nothing, allocates nothing, no clock. */
#ifndef MODEM_TRACE_H
#define MODEM_TRACE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define TRACE_STEPS 56

struct trace_step {
	int64_t wall_ms;
	int times; /* asked in a row, the last answer is kept */
	char asked[48]; /* "AT+CNMI=?"; "": decided without a question */
	char answered[112]; /* lines between bars, at last "OK" or its like */
	char chosen[56]; /* "news 1,1,0,1,0"; "": nothing was to choose */
	char why[104];
};

struct trace {
	struct trace_step steps[TRACE_STEPS];
	int first, count;
};

void trace_clear(struct trace *trace);

void trace_ask(struct trace *trace, int64_t wall_ms, const char *asked);
/* To the step asked last: a line of the answer, its end. */
void trace_answer(struct trace *trace, struct str line);
/* A step of its own. */
void trace_decide(
    struct trace *trace, int64_t wall_ms, const char *chosen, const char *why);
/* To the step asked last if that has no choice yet, else as above. */
void trace_choose(
    struct trace *trace, int64_t wall_ms, const char *chosen, const char *why);

/* The oldest is 0; NULL behind the last. */
const struct trace_step *trace_at(const struct trace *trace, int i);

/* As it says above; returns dst. */
char *trace_mask(char *dst, size_t dst_octets, struct str text);

#endif
