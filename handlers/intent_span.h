/* intent_span - tokens -> the trace that people may see (intent_trace.h).
 *
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_SPAN_H
#define HANDLERS_INTENT_SPAN_H

#include "handlers/intent_token.h"
#include "handlers/intent_trace.h"

void intent_trace_take(struct intent_trace *out, const struct intent_text *t);

#endif
