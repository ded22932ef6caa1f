/* intent_trace - why a text was read as it was: its pieces, what each was taken
 * for, at what cost, and what else it might have been.
 *
 * For `furrow parse --explain`, and to count the words that nobody taught us.
 * In:  what intent_parse takes.  Out: the same record, and the trace.
 * Ownership: nothing is allocated; `said` are views into the text handed in.
 * Pure.  About 30 KiB: keep it off small stacks. */
#ifndef HANDLERS_INTENT_TRACE_H
#define HANDLERS_INTENT_TRACE_H

#include "handlers/intent.h"

#define INTENT_SPANS 320

/* What a piece was taken for. */
enum intent_span_kind {
	INTENT_SPAN_UNKNOWN, /* a word that no list has */
	INTENT_SPAN_WORD, /* of a list: `roles` tell its part */
	INTENT_SPAN_NUMBER,
	INTENT_SPAN_UNIT,
	INTENT_SPAN_PRODUCT,
	INTENT_SPAN_DAY,
	INTENT_SPAN_LANGUAGE,
	INTENT_SPAN_CODE,
	INTENT_SPAN_MARK, /* punctuation, end of line */
};

/* What the piece did in the text. */
enum intent_span_use {
	INTENT_SPAN_PLAIN,
	INTENT_SPAN_GOODS, /* part of a line of goods */
	INTENT_SPAN_PRICE,
	INTENT_SPAN_PACK, /* the weight of one pack */
	INTENT_SPAN_DATE,
	INTENT_SPAN_NO_QUANTITY, /* a time, a phone, a house number */
	INTENT_SPAN_PLACE,
	INTENT_SPAN_PERSON,
	INTENT_SPAN_DROPPED, /* taken back by the writer: "not 6" */
};

struct intent_span {
	struct str said;
	enum intent_span_kind kind;
	enum intent_span_use use;
	int cost; /* of mending the spelling, tenths of a letter */
	int products[INTENT_RIVALS + 1]; /* the one taken, then its rivals */
	size_t products_count;
	int next; /* product next by spelling, too far off to ask; -1 none */
	int next_cost;
	const char *unit; /* "" none */
	int64_t milli; /* of a number */
	const char *day; /* or NULL */
	uint64_t roles; /* bits of enum lexicon_role */
};

struct intent_trace {
	struct intent_span spans[INTENT_SPANS];
	size_t count;
};

void intent_explain(struct intent *out, struct intent_trace *trace,
    const struct lexicon *lex, const struct catalogue *cat, struct str text,
    const struct intent_hints *hints);

/* All the roles that its words play. */
uint64_t intent_trace_roles(const struct intent_trace *trace);

/* A question mark, in any script. */
bool intent_span_asks(const struct intent_span *span);

/* Words, never NULL. */
const char *intent_span_kind_name(enum intent_span_kind kind);
const char *intent_span_use_name(enum intent_span_use use);
const char *intent_ask_name(enum intent_ask why);

#endif
