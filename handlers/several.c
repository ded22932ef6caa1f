#include "handlers/several.h"

#include "handlers/lexicon_role.h"

/* A word for all that begins there, and where it ends; else NULL. */
static const char *
all_until(const struct desk *desk, const char *at)
{
	struct str text = desk->text->text;
	struct str rest = str_of(at, (size_t)(text.at + text.octets - at));

	return phrase_cut_word(desk->trade->phrases, PHRASE_WORD_ALL, &rest)
		   ? rest.at
		   : NULL;
}

/* The same for a piece of the text; also for what is one piece with the word
 * for cancel: "cancel all". */
static const char *
all_in(const struct desk *desk, const struct intent_span *span)
{
	const char *end = span->said.at + span->said.octets, *until;
	bool cancel = (span->roles & ROLE_BIT(ROLE_CANCEL)) != 0;

	for (const char *at = span->said.at; at < end; at++) {
		if (at > span->said.at && (!cancel || at[-1] != ' '))
			continue;
		until = all_until(desk, at);
		if (until != NULL && (cancel || until >= end))
			return until > end ? until : end;
	}
	return NULL;
}

bool
several_all(const struct desk *desk, const struct intent_trace *trace,
    size_t count, several_beside *is_beside)
{
	const char *until = NULL;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];
		bool how_many = span->kind == INTENT_SPAN_NUMBER &&
				span->milli == (int64_t)count * 1000;
		const char *end = all_in(desk, span);

		if (end != NULL)
			until = end;
		else if (!(until != NULL &&
			     (span->said.at < until || how_many)) &&
			 !is_beside(span))
			return false;
	}
	return until != NULL;
}

unsigned
several_numbers(
    const struct intent_trace *trace, size_t count, several_beside *is_beside)
{
	unsigned picked = 0;
	size_t numbers = 0;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		if (span->kind != INTENT_SPAN_NUMBER) {
			if (!is_beside(span))
				return 0;
			continue;
		}
		if (span->milli % 1000 != 0 || span->milli < 1000 ||
		    span->milli > (int64_t)count * 1000)
			return 0;
		picked |= 1u << (span->milli / 1000 - 1);
		numbers++;
	}
	return numbers > 1 ? picked : 0;
}
