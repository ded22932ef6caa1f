/* at_arg - walking the arguments of one response line, left to right.
 *
 * Clause: 27.007 3 and V.250 5.7: values between commas, texts in quotes,
 * ranges in brackets.  Tolerant: a blank after the colon may be missing or
 * doubled, texts may come without quotes, numbers with them, and the closing
 * quote or bracket may be lost.
 * In: a view of the line; out: views into it.  Owns nothing, allocates
 * nothing. */
#ifndef MODEM_AT_ARG_H
#define MODEM_AT_ARG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct at_arg {
	struct str rest;
	bool more; /* another argument (maybe an empty one) follows */
};

/* Does the line begin with prefix ("+CMTI:")?  Letter case is ignored.  On
 * true *args stands before the first argument. */
bool at_arg_begin(struct at_arg *args, struct str line, const char *prefix);

/* As above for a line that a bad wire has hurt: one character of the prefix is
 * lost, or one too many is in it.  Ask only when no table claims the line as
 * it stands: "+CMT:" is a hurt "+CMTI:". */
bool at_arg_begin_hurt(
    struct at_arg *args, struct str line, const char *prefix);

/* The line is that word, but for one character lost or too many. */
bool at_arg_hurt_word(struct str line, const char *word);

/* Over the text behind a prefix that the caller has cut off himself. */
struct at_arg at_arg_of(struct str arguments);

/* The next argument without its quotes; a list keeps its brackets.  False at
 * the end of the line.  *quoted_out may be NULL. */
bool at_arg_next(struct at_arg *args, struct str *text_out, bool *quoted_out);

/* The next argument as a number; false (and *number_out -1) at the end, or
 * when it is no number.  The argument is passed by either way. */
bool at_arg_next_number(struct at_arg *args, int64_t *number_out);

/* The last argument of the line as a number: the length in every header that
 * announces a PDU; -1 when there is none. */
int64_t at_arg_last_number(struct str line);

/* One range argument of a test answer, "(0-3,5)" or "2": bit n is set when n
 * (0..63) is allowed.  False at the end of the line. */
bool at_arg_next_range(struct at_arg *args, uint64_t *allowed_out);

/* Is `wanted` among the texts of a list, ("SM","ME")?  Case is ignored. */
bool at_arg_list_has(struct str list, const char *wanted);

#endif
