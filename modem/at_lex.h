/* at_lex - modem bytes -> one line, one PDU or the prompt, whichever is first.
 *
 * A pure function over the bytes that have come and were not used yet; the
 * hint says what the command that runs is waiting for.  Feeding the bytes one
 * by one or all at once gives the same items.
 * Tolerant of every framing that modems were seen to use (27.007 4.1 and
 * V.250 5.7.1 ask for CR LF around a line): LF only, CR only, doubled pairs,
 * no line end around the prompt, two lines glued together, NUL and 0xFF in
 * between.  A quoted +CUSD text may hold raw line ends: such lines are joined
 * until the quote is closed, up to AT_LEX_JOIN_OCTETS, each end becomes one LF
 * (CR alone is one too); other octets in those quotes are kept as they are.
 * Owns nothing, allocates nothing, no clock, no log.
 * Not here: whose line it is (modem/at_chan). */
#ifndef MODEM_AT_LEX_H
#define MODEM_AT_LEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "base/str.h"

#define AT_LEX_LINE_OCTETS 2048u
#define AT_LEX_JOIN_OCTETS 1024u

enum at_lex_kind {
	AT_LEX_LINE, /* without its line end and outer blanks; never empty */
	AT_LEX_PDU, /* hex digits only, an even number, and one was hinted */
	AT_LEX_PROMPT, /* ">": the modem waits for the body of a message */
};

enum at_lex_hint {
	AT_LEX_WANT_PDU = 1, /* a header announced hex */
	AT_LEX_WANT_PROMPT = 2, /* ">" counts, wherever it stands */
	AT_LEX_IMPATIENT = 4, /* do not wait for a quote to be closed */
};

struct at_lex_item {
	enum at_lex_kind kind;
	struct str text; /* in `bytes`; empty for the prompt */
	bool joining; /* result 0 only: a quote is open, more may follow */
	char bytes[AT_LEX_LINE_OCTETS];
};

#define AT_LEX_LONG (-1)

/* The first item in `in`.  1: *item is it.  0: more bytes are needed.
 * AT_LEX_LONG: AT_LEX_LINE_OCTETS without a line end; they are to be thrown
 * away.  In every case *used_out octets are done with. */
int at_lex_next(
    struct at_lex_item *item, struct span in, unsigned hints, size_t *used_out);

#endif
