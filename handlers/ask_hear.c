#include "handlers/ask_hear.h"

#include <string.h>

#include "handlers/intent_trace.h"
#include "handlers/lexicon_role.h"
#include "handlers/several.h"

#define SEVERAL_MAX 24 /* as many as a book has orders */
#define MEASURE_WORDS 4 /* more of them say something else */

/* The pieces of the text, as they are without a question open. */
static void
trace_text(struct intent_trace *trace, const struct desk *desk)
{
	struct intent again;

	intent_explain(&again, trace, desk->trade->lexicon,
	    desk->trade->catalogue, desk->text->text, NULL);
}

/* The choice that "not kg" leaves, when there are two; or NULL. */
static const char *
other_choice(const struct draft *draft, const char *choice)
{
	if (draft->choices_count != 2)
		return NULL;
	for (size_t i = 0; i < 2; i++)
		if (strcmp(draft->choices[i], choice) == 0)
			return draft->choices[1 - i];
	return NULL;
}

/* A measure alone is no intent of its own: "kilos", "in kg please".  "Not kg"
 * names the other one, and is repeated to them. */
void
ask_hear_measure(struct desk *desk, struct draft *draft)
{
	struct intent *intent = &desk->intent;
	struct intent_trace trace;
	const char *unit = NULL;
	size_t units = 0;

	if ((intent->kind != INTENT_NONE && intent->kind != INTENT_REJECT) ||
	    intent->items_count > 0)
		return;
	trace_text(&trace, desk);
	for (size_t i = 0; i < trace.count; i++) {
		if (trace.spans[i].kind != INTENT_SPAN_UNIT)
			continue;
		unit = trace.spans[i].unit;
		units++;
	}
	if (units != 1 || trace.count > MEASURE_WORDS)
		return;
	if ((intent_trace_roles(&trace) &
		(ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_NO))) != 0) {
		unit = other_choice(draft, unit);
		draft->confirm = true;
		intent->kind = INTENT_NONE;
	}
	if (unit == NULL)
		return;
	intent->items_count = 1;
	intent->items[0] = (struct intent_item){.product = -1};
	str_copy(intent->items[0].unit, sizeof(intent->items[0].unit),
	    str_from(unit));
}

/* Nor is BUY or SELL alone. */
void
ask_hear_verb(struct desk *desk)
{
	struct intent_trace trace;
	uint64_t roles;
	bool sells, buys;

	if (desk->intent.items_count > 0 || desk->intent.kind == INTENT_DIGIT)
		return;
	trace_text(&trace, desk);
	roles = intent_trace_roles(&trace);
	sells = (roles & ROLE_BIT(ROLE_SELL)) != 0;
	buys = (roles & ROLE_BIT(ROLE_WANT)) != 0;
	if (sells == buys || (roles & ROLE_BIT(ROLE_NOT)) != 0)
		return;
	desk->intent.kind = INTENT_DIGIT;
	desk->intent.number = sells ? 2 : 1;
}

/* The only quantity with a measure, into `it`; *unit_first: "kilo 3". */
static bool
quantity_in(
    const struct intent_trace *trace, struct intent_item *it, bool *unit_first)
{
	size_t numbers = 0;

	*it = (struct intent_item){.product = -1, .has_qty = true};
	*unit_first = false;
	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		if (span->kind == INTENT_SPAN_NUMBER) {
			it->qty_milli = span->milli;
			*unit_first = it->unit[0] != '\0';
			numbers++;
		} else if (span->kind == INTENT_SPAN_UNIT) {
			str_copy(
			    it->unit, sizeof(it->unit), str_from(span->unit));
		}
	}
	return numbers == 1 && it->qty_milli > 0 && it->unit[0] != '\0';
}

/* "no, 60 kg" is a no to the reader; here it is the quantity anew.  So is
 * "hapana, kwa kilo 2", which to the reader is a price by the kilo. */
void
ask_hear_correction(struct desk *desk)
{
	const uint64_t money = ROLE_BIT(ROLE_PRICE) | ROLE_BIT(ROLE_CURRENCY);
	struct intent *intent = &desk->intent;
	struct intent_trace trace;
	bool unit_first, counter = intent->kind == INTENT_COUNTER;

	if ((intent->kind != INTENT_REJECT && !counter) ||
	    intent->items_count > 0)
		return;
	trace_text(&trace, desk);
	if (!quantity_in(&trace, &intent->items[0], &unit_first) ||
	    (counter &&
		(!unit_first || (intent_trace_roles(&trace) & money) != 0)))
		return;
	intent->items_count = 1;
	intent->kind = INTENT_REJECT;
}

static bool
has_digit(struct str text)
{
	for (size_t i = 0; i < text.octets; i++)
		if (text.at[i] >= '0' && text.at[i] <= '9')
			return true;
	return false;
}

bool
ask_hear_is_share(const struct intent_item *it, struct str text)
{
	return it->has_qty && it->qty_milli > 0 && it->qty_milli < 1000 &&
	       it->qty_high_milli == 0 && it->unit[0] == '\0' &&
	       !has_digit(text);
}

/* -- several of a list ----------------------------------------------------- */

/* Words that may stand beside "both" or "1 and 2" and change nothing. */
static bool
is_beside(const struct intent_span *span)
{
	static const uint64_t beside =
	    ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_AND) |
	    ROLE_BIT(ROLE_TO) | ROLE_BIT(ROLE_FOR) | ROLE_BIT(ROLE_EACH) |
	    ROLE_BIT(ROLE_ARTICLE) | ROLE_BIT(ROLE_THANKS) |
	    ROLE_BIT(ROLE_ORDER) | ROLE_BIT(ROLE_LABEL) |
	    ROLE_BIT(ROLE_CANCEL) | ROLE_BIT(ROLE_ADD) | ROLE_BIT(ROLE_REMOVE);
	static const uint64_t other = ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_ONLY);

	if (span->kind == INTENT_SPAN_MARK)
		return !intent_span_asks(span);
	return span->kind == INTENT_SPAN_WORD && (span->roles & beside) != 0 &&
	       (span->roles & other) == 0;
}

unsigned
ask_hear_several(const struct desk *desk, size_t count)
{
	struct intent_trace trace;

	if (count < 2 || count > SEVERAL_MAX)
		return 0;
	trace_text(&trace, desk);
	return several_all(desk, &trace, count, is_beside)
		   ? (1u << count) - 1
		   : several_numbers(&trace, count, is_beside);
}

/* "tomato", "the potato one please": goods by their name, and nothing that
 * might say something else about them ("i want ...", "keep ...", "price ...").
 */
bool
ask_hear_goods(const struct desk *desk)
{
	static const uint64_t beside =
	    ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_ARTICLE) |
	    ROLE_BIT(ROLE_GREET) | ROLE_BIT(ROLE_THANKS) | ROLE_BIT(ROLE_YES) |
	    ROLE_BIT(ROLE_ORDER) | ROLE_BIT(ROLE_FOR) | ROLE_BIT(ROLE_LABEL);
	struct intent_trace trace;
	size_t goods = 0;

	trace_text(&trace, desk);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];
		bool one = span->kind == INTENT_SPAN_NUMBER &&
			   span->milli == 1000 && !has_digit(span->said);

		goods += span->kind == INTENT_SPAN_PRODUCT;
		if (span->kind != INTENT_SPAN_PRODUCT &&
		    span->kind != INTENT_SPAN_MARK && !one &&
		    (span->kind != INTENT_SPAN_WORD ||
			(span->roles & ~beside) != 0))
			return false;
	}
	return goods == 1;
}
