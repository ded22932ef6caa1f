/* lexicon_sense - what stands before the colon of a line -> a sense.
 *
 *     [number]  5  x100  100x  +0.5  0.5+  2nd
 *     [unit]    kg   4 piece
 *     [word]    stop   place behind
 *     [day]     tomorrow
 *
 * handlers/lexicon/README says what each means.  False when it is none; *out is
 * only half filled then.  The language is left to the caller.
 * Pure. */
#ifndef HANDLERS_LEXICON_SENSE_H
#define HANDLERS_LEXICON_SENSE_H

#include "base/str.h"
#include "handlers/lexicon_table.h"

bool lexicon_sense_number(struct sense *out, struct str what);
bool lexicon_sense_unit(struct sense *out, struct str what);
bool lexicon_sense_word(struct sense *out, struct str what);
bool lexicon_sense_day(struct sense *out, struct str what);

/* May a slip of the thumb be mended into such a phrase? */
bool lexicon_sense_may_be_guessed(struct sense sense, size_t letters);

#endif
