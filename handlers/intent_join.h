/* intent_join - number words that belong together -> one number.
 *
 * "two hundred and fifty", "2 1/2", "1 000", "2k".
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_JOIN_H
#define HANDLERS_INTENT_JOIN_H

#include "handlers/intent_token.h"

/* Tokens that were added to the one before them vanish. */
void intent_join_numbers(struct intent_text *t);

#endif
