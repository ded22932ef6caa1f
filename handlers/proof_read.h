/* proof_read - figures that prove who texts: a word of ours that comes back, or
 * a code of one's app behind a command.
 *
 * Pure; views point into the text.  Figures are ASCII. */
#ifndef HANDLERS_PROOF_READ_H
#define HANDLERS_PROOF_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define PROOF_READ_WORD 4 /* figures of a word */
#define PROOF_READ_CODE 6 /* of a code of a second factor */

/* Is the text that word and nothing else? */
bool proof_read_word(struct str text);

/* "STATS 4821" -> "STATS" and "4821": so many figures at the end, a blank
 * before them, and a command before that.  False: both are empty. */
bool proof_read_tail(struct str text, size_t figures, struct str *command_out,
    struct str *figures_out);

#endif
