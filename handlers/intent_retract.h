/* intent_retract - what the writer took back: "not 6", "no onions", "5kg no
 * make it 4".
 *
 * Marks the tokens that no longer count as USE_DROPPED; sets f->corrected, and
 * f->unsure where nobody can tell what is not meant.
 * Internal to handlers/intent_figure.  Pure. */
#ifndef HANDLERS_INTENT_RETRACT_H
#define HANDLERS_INTENT_RETRACT_H

#include "handlers/intent_figure.h"

/* The word at i refuses what stands behind or before it. */
void intent_retract_refused(
    struct intent_figures *f, struct intent_text *t, size_t i);

/* "5kg tomato no make it 4", "5 sorry 6 kg tomato": the word at i puts the
 * later figure in place of the earlier. */
void intent_retract_corrected(
    struct intent_figures *f, struct intent_text *t, size_t i);

#endif
