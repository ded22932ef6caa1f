/* command - texts that begin with a keyword which our own texts teach: TOOK,
 * SALE, FOLLOW, NEWNUMBER ...
 *
 * Everyday language is read by intent.h; these few are commands with a fixed
 * shape, so their words stand beside the texts that teach them, in the phrase
 * files (`word_...` lists: any language's word is understood from anybody).
 * A row is tried only for a sender with one of its roles; a handler that does
 * not find its shape answers false and has done nothing: then the text is read
 * like any other, so "sale of maize tomorrow" is no command by accident. */
#ifndef HANDLERS_COMMAND_H
#define HANDLERS_COMMAND_H

#include <stdbool.h>

#include "handlers/book.h"
#include "handlers/desk.h"

/* Taken and answered?  STOP and torn texts never come here. */
bool command_text(struct desk *desk, const struct book *book);

/* The i-th row: its word, and for whom it is (enum person_role bits, 0: for
 * anybody); false: behind the last. */
bool command_row(size_t i, enum phrase *word_out, unsigned *roles_out);

/* Does the text begin with a keyword of one of the sender's roles? */
bool command_is(const struct desk *desk);

#endif
