#include "handlers/unknown.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "gateway/store/store_unknown.h"

#include "handlers/fold.h"
#include "handlers/lexicon_role.h"
#include "handlers/lexicon_table.h"

/* So few words without a greeting are meant for a machine: "waru kesho". */
#define SHORT_WORDS 3

#define TRADE_ROLES                                                            \
	(ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_CHANGE) | ROLE_BIT(ROLE_SELL) |   \
	    ROLE_BIT(ROLE_AVAILABLE) | ROLE_BIT(ROLE_STOCK) |                  \
	    ROLE_BIT(ROLE_CANCEL) | ROLE_BIT(ROLE_ORDER) |                     \
	    ROLE_BIT(ROLE_PRICE) | ROLE_BIT(ROLE_HOW_MUCH) |                   \
	    ROLE_BIT(ROLE_IS_THERE) | ROLE_BIT(ROLE_PER) |                     \
	    ROLE_BIT(ROLE_CURRENCY))
#define CHAT_ROLES                                                             \
	(ROLE_BIT(ROLE_GREET) | ROLE_BIT(ROLE_THANKS) | ROLE_BIT(ROLE_TALK) |  \
	    ROLE_BIT(ROLE_PRAISE))

static bool
is_trade(const struct intent_span *span)
{
	if (span->use == INTENT_SPAN_NO_QUANTITY)
		return false;
	return span->kind == INTENT_SPAN_NUMBER ||
	       span->kind == INTENT_SPAN_UNIT ||
	       span->kind == INTENT_SPAN_PRODUCT ||
	       (span->roles & TRADE_ROLES) != 0;
}

/* Nothing was read in it: was it meant for us all the same? */
static bool
is_meant(const struct intent_trace *trace)
{
	size_t words = 0;
	bool chat = false;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		if (is_trade(span))
			return true;
		words += span->kind != INTENT_SPAN_MARK;
		chat = chat || (span->roles & CHAT_ROLES) != 0;
	}
	return words <= SHORT_WORDS && !chat;
}

/* -- one word ------------------------------------------------------------ */

static bool
ends_in_han(struct str word)
{
	size_t at = 0, octets;
	uint32_t last = 0;

	for (; at < word.octets; at += octets)
		last =
		    utf8_next(str_of(word.at + at, word.octets - at), &octets);
	return fold_class(last) == FOLD_HAN;
}

/* "qwe4rt" comes in three pieces, none of them a word. */
static bool
touches_figure(const struct intent_trace *trace, size_t i)
{
	const struct intent_span *span = &trace->spans[i];

	for (size_t k = i > 0 ? i - 1 : 0; k <= i + 1 && k < trace->count;
	     k++) {
		const struct intent_span *other = &trace->spans[k];
		bool figure = other->kind == INTENT_SPAN_NUMBER ||
			      other->kind == INTENT_SPAN_CODE;

		if (figure && !ends_in_han(span->said) &&
		    (other->said.at + other->said.octets == span->said.at ||
			span->said.at + span->said.octets == other->said.at))
			return true;
	}
	return false;
}

static bool
is_unknown(const struct intent_span *span)
{
	return span->kind == INTENT_SPAN_UNKNOWN &&
	       span->use != INTENT_SPAN_PLACE &&
	       span->use != INTENT_SPAN_PERSON;
}

/* Chinese that nobody knows comes a character at a time: what stands together
 * is one word.  Moves *i to its last span. */
static struct str
word_at(const struct intent_trace *trace, size_t *i)
{
	struct str word = trace->spans[*i].said;

	while (*i + 1 < trace->count && ends_in_han(word)) {
		const struct intent_span *next = &trace->spans[*i + 1];

		if (!is_unknown(next) ||
		    next->said.at != word.at + word.octets ||
		    !ends_in_han(next->said))
			break;
		word.octets += next->said.octets;
		(*i)++;
	}
	return word;
}

/* Two letters or more, and nothing else. */
static bool
fold_word(char dst[64], struct str word)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t count = fold_phrase(phrase, LEXICON_PHRASE_MAX, word);
	struct buf out = buf_over(dst, 64);
	size_t letters = 0;

	for (size_t i = 0; i < count; i++) {
		enum fold_class class_ = fold_class(phrase[i]);
		char octets[4];

		if (class_ == FOLD_DIGIT)
			return false;
		letters += class_ == FOLD_LETTER || class_ == FOLD_HAN;
		buf_add(&out, octets, utf8_put(octets, phrase[i]));
	}
	return letters >= 2 && !out.full;
}

static void
take(struct unknown_words *out, struct str word)
{
	char *dst = out->at[out->count];

	if (!fold_word(dst, word))
		return;
	for (size_t i = 0; i < out->count; i++)
		if (strcmp(out->at[i], dst) == 0)
			return;
	out->count++;
}

void
unknown_pick(struct unknown_words *out, const struct intent *intent,
    const struct intent_trace *trace)
{
	out->count = 0;
	if (!intent->ask && (intent->kind != INTENT_NONE || !is_meant(trace)))
		return;
	for (size_t i = 0; i < trace->count && out->count < UNKNOWN_TEXT_WORDS;
	     i++)
		if (is_unknown(&trace->spans[i]) && !touches_figure(trace, i))
			take(out, word_at(trace, &i));
}

void
unknown_note(
    struct desk *desk, struct str text, const struct intent_hints *hints)
{
	struct unknown_words words;
	struct intent_trace trace;
	struct intent intent;

	if (desk->intent.kind == INTENT_ALIAS ||
	    (!desk->intent.ask && desk->intent.kind != INTENT_NONE))
		return;
	/* Read once more, with its pieces: only what was not understood pays
	 * for them. */
	intent_explain(&intent, &trace, desk->trade->lexicon,
	    desk->trade->catalogue, text, hints);
	unknown_pick(&words, &intent, &trace);
	for (size_t i = 0; i < words.count; i++)
		store_unknown_count(desk->store, words.at[i], intent.lang,
		    desk->now_ms, desk->cause_id);
	if (words.count > 0)
		store_unknown_trim(desk->store);
}

bool
unknown_is_known(const struct trade *trade, struct str word, int *near_out)
{
	struct intent_trace trace;
	struct intent intent;
	bool known = true;

	*near_out = -1;
	intent_explain(
	    &intent, &trace, trade->lexicon, trade->catalogue, word, NULL);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];

		if (span->kind != INTENT_SPAN_UNKNOWN)
			continue;
		known = false;
		if (*near_out < 0)
			*near_out = span->next;
	}
	return known;
}
