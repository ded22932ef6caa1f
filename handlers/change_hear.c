#include "handlers/change_hear.h"

#include "handlers/intent_trace.h"
#include "handlers/lexicon_role.h"

/* "not 10": a figure was taken back. */
static bool
takes_back(const struct intent_trace *trace)
{
	for (size_t i = 0; i < trace->count; i++)
		if (trace->spans[i].kind == INTENT_SPAN_NUMBER &&
		    trace->spans[i].use == INTENT_SPAN_DROPPED)
			return true;
	return false;
}

static bool
is_measure(const struct intent_span *span)
{
	return span->kind == INTENT_SPAN_NUMBER ||
	       span->kind == INTENT_SPAN_UNIT;
}

/* A word before the figure that changes nothing elsewhere, and is no "to". */
static bool
says_by(const struct intent_trace *trace)
{
	const uint64_t small = ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_FOR) |
			       ROLE_BIT(ROLE_PER) | ROLE_BIT(ROLE_PLACE);
	const uint64_t other = ROLE_BIT(ROLE_TO) | ROLE_BIT(ROLE_ONLY) |
			       ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_NOT) |
			       ROLE_BIT(ROLE_CORRECT) | ROLE_BIT(ROLE_CHANGE);
	uint64_t roles;
	size_t i = 0;

	while (i < trace->count && !is_measure(&trace->spans[i]))
		i++;
	if (i == 0 || i == trace->count ||
	    trace->spans[i - 1].kind != INTENT_SPAN_WORD)
		return false;
	roles = trace->spans[i - 1].roles;
	return (roles & small) != 0 && (roles & other) == 0;
}

void
change_hear(struct change_heard *out, const struct desk *desk, struct str text)
{
	struct intent_hints hints = {
	    .lang = desk->lang, .roles = INTENT_ROLE_BUYER};
	struct intent_trace trace;
	struct intent again;
	uint64_t roles = 0;
	bool set, to;

	intent_explain(&again, &trace, desk->trade->lexicon,
	    desk->trade->catalogue, text, &hints);
	for (size_t i = 0; i < trace.count; i++)
		roles |= trace.spans[i].roles;
	set = (roles & ROLE_BIT(ROLE_CHANGE)) != 0;
	to = set && (roles & ROLE_BIT(ROLE_TO)) != 0;
	out->more = !to && (roles & ROLE_BIT(ROLE_ADD)) != 0;
	out->less = !to && (roles & ROLE_BIT(ROLE_REMOVE)) != 0;
	out->either = set && (out->more || out->less);
	out->swap = set && (roles & ROLE_BIT(ROLE_FOR)) != 0;
	out->instead = takes_back(&trace) ||
		       (roles & (ROLE_BIT(ROLE_ONLY) | ROLE_BIT(ROLE_CORRECT) |
				    ROLE_BIT(ROLE_CHANGE))) != 0;
	out->by = says_by(&trace);
	out->high_milli =
	    again.items_count == 1 ? again.items[0].qty_high_milli : 0;
	out->doubt = again.kind == INTENT_CHANGE && again.ask &&
		     again.why == INTENT_ASK_CONFIRM;
}
