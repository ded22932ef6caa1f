/* several - more than one of a list that was sent: "both", "1 and 2".
 *
 * What may stand beside it depends on who was asked what, so the caller says.
 * Reads the words of desk->text; changes nothing. */
#ifndef HANDLERS_SEVERAL_H
#define HANDLERS_SEVERAL_H

#include "handlers/desk.h"
#include "handlers/intent_trace.h"

/* A piece of the text that turns nothing. */
typedef bool several_beside(const struct intent_span *span);

/* "Both", "all of them", "cancel all 3", of a list of `count`. */
bool several_all(const struct desk *desk, const struct intent_trace *trace,
    size_t count, several_beside *is_beside);

/* "1 and 2": a bit for each, 0 none.  One figure alone is no such thing.
 * count: at most 32. */
unsigned several_numbers(
    const struct intent_trace *trace, size_t count, several_beside *is_beside);

#endif
