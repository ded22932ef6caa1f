#include "handlers/change_hear.h"

#include "handlers/intent_trace.h"
#include "handlers/lexicon_role.h"

#define LEAVES (ROLE_BIT(ROLE_CANCEL) | ROLE_BIT(ROLE_REMOVE))

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

/* What the word right before the figure is; 0 no word, or no figure. */
static uint64_t
roles_before_figure(const struct intent_trace *trace)
{
	size_t i = 0;

	while (i < trace->count && !is_measure(&trace->spans[i]))
		i++;
	if (i == 0 || i == trace->count ||
	    trace->spans[i - 1].kind != INTENT_SPAN_WORD)
		return 0;
	return trace->spans[i - 1].roles;
}

/* A word before the figure that changes nothing elsewhere, and is no "to". */
static bool
is_by(uint64_t roles)
{
	const uint64_t small = ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_FOR) |
			       ROLE_BIT(ROLE_PER) | ROLE_BIT(ROLE_PLACE);
	const uint64_t other = ROLE_BIT(ROLE_TO) | ROLE_BIT(ROLE_ONLY) |
			       ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_NOT) |
			       ROLE_BIT(ROLE_CORRECT) | ROLE_BIT(ROLE_CHANGE);

	return (roles & small) != 0 && (roles & other) == 0;
}

bool
change_hear_letters(struct str said)
{
	for (size_t i = 0; i < said.octets; i++)
		if ((unsigned char)said.at[i] >= 0x80 ||
		    (said.at[i] >= '0' && said.at[i] <= '9'))
			return false;
	return true;
}

static void
find_figure(struct change_heard *out, const struct intent_trace *trace)
{
	size_t figures = 0;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		if (span->use == INTENT_SPAN_DROPPED)
			continue;
		if (span->kind == INTENT_SPAN_NUMBER) {
			out->figure_milli = span->milli;
			out->in_letters = change_hear_letters(span->said);
			figures++;
		} else if (span->kind == INTENT_SPAN_UNIT) {
			str_copy(
			    out->unit, sizeof(out->unit), str_from(span->unit));
		}
	}
	out->zero = figures == 1 && out->figure_milli == 0;
	if (figures != 1)
		out->figure_milli = 0;
}

/* "Remove the onions": the reader asks of how much, unless it says "cancel", so
 * its doubt tells nothing.  A plain one begins with that word, or with the
 * goods; "can i remove ...", "is it possible to ..." do not. */
static bool
is_unsure(const struct intent_trace *trace)
{
	const uint64_t doubt = ROLE_BIT(ROLE_QUESTION) | ROLE_BIT(ROLE_IF) |
			       ROLE_BIT(ROLE_OR) | ROLE_BIT(ROLE_TALK) |
			       ROLE_BIT(ROLE_CANCEL);
	bool told = false, unsure = false;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		told = told || (span->roles & ROLE_BIT(ROLE_REMOVE)) != 0;
		unsure = unsure || (span->roles & doubt) != 0 ||
			 intent_span_asks(span) ||
			 (!told && span->kind == INTENT_SPAN_WORD);
	}
	return unsure;
}

/* The only goods that were named as not wanted. */
static int
find_unwanted(const struct intent_trace *trace)
{
	int found = -1;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		if (span->kind != INTENT_SPAN_PRODUCT ||
		    span->use != INTENT_SPAN_DROPPED ||
		    span->products_count == 0)
			continue;
		if (found >= 0 && found != span->products[0])
			return -1;
		found = span->products[0];
	}
	return found;
}

static void
note_words(struct change_heard *out, const struct intent_trace *trace)
{
	for (size_t i = 0; i < trace->count; i++) {
		enum intent_span_kind kind = trace->spans[i].kind;

		out->strange = out->strange || kind == INTENT_SPAN_UNKNOWN;
		out->words = out->words || kind == INTENT_SPAN_WORD;
	}
}

void
change_hear(struct change_heard *out, const struct desk *desk, struct str text)
{
	struct intent_hints hints = {
	    .lang = desk->lang, .roles = INTENT_ROLE_BUYER};
	struct intent_trace trace;
	struct intent again;
	uint64_t roles;
	bool set, to;

	*out = (struct change_heard){.unwanted = -1};
	intent_explain(&again, &trace, desk->trade->lexicon,
	    desk->trade->catalogue, text, &hints);
	note_words(out, &trace);
	roles = intent_trace_roles(&trace);
	out->leaves = (roles & LEAVES) != 0;
	set = (roles & ROLE_BIT(ROLE_CHANGE)) != 0;
	to = set && (roles & ROLE_BIT(ROLE_TO)) != 0;
	out->more = !to && (roles & ROLE_BIT(ROLE_ADD)) != 0;
	out->less = !to && (roles & ROLE_BIT(ROLE_REMOVE)) != 0;
	out->either = set && (out->more || out->less);
	out->swap = set && (roles & ROLE_BIT(ROLE_FOR)) != 0;
	out->instead = takes_back(&trace) ||
		       (roles & (ROLE_BIT(ROLE_ONLY) | ROLE_BIT(ROLE_CORRECT) |
				    ROLE_BIT(ROLE_CHANGE))) != 0;
	out->by = is_by(roles_before_figure(&trace));
	out->to = (roles_before_figure(&trace) & ROLE_BIT(ROLE_TO)) != 0;
	out->unsure = is_unsure(&trace);
	find_figure(out, &trace);
	out->zero = out->zero && set;
	out->unwanted = find_unwanted(&trace);
	out->high_milli =
	    again.items_count == 1 ? again.items[0].qty_high_milli : 0;
	out->doubt = again.kind == INTENT_CHANGE && again.ask &&
		     again.why == INTENT_ASK_CONFIRM;
}
