/* intent_place - where to, when, for whom, from whom.
 *
 * Marks the tokens it uses, so that a street's name is not taken for goods.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_PLACE_H
#define HANDLERS_INTENT_PLACE_H

#include "handlers/intent_figure.h"
#include "handlers/intent_token.h"

/* Fills place, day, name and seller of the intent. */
void intent_place_read(struct intent *out, struct intent_text *t,
    const struct intent_figures *figures);

#endif
