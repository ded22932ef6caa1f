/* intent_answer - see the header: the order of the answers, those that are a
 * figure, and cancel. */
#include "handlers/intent_answer.h"

#define NAME_LETTERS 5 /* otieno; sir, bro, boss are no name */

const struct token *
intent_the_number(const struct intent_facts *f, size_t *numbers)
{
	const struct token *found = NULL;
	*numbers = 0;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (k->kind != TOKEN_NUMBER || k->use == USE_DROPPED ||
		    k->use == USE_PRICE)
			continue;
		found = k;
		(*numbers)++;
	}
	return found;
}

/* Only the words of an answer, a code, figures; goods for a seller. */
size_t
intent_count_beside(const struct intent_facts *f, uint64_t roles)
{
	size_t beside = 0;
	roles |= ROLE_BIT(ROLE_ORDER) | ROLE_BIT(ROLE_AND) | ROLE_BIT(ROLE_TO) |
		 ROLE_BIT(ROLE_FOR) | ROLE_BIT(ROLE_EACH);
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		bool counts = k->kind == TOKEN_WORD && !token_is_noise(k) &&
			      k->use == USE_FREE && k->unit < 0 &&
			      k->products_count == 0 && k->day < 0;
		beside += counts && (k->roles & roles) == 0;
	}
	return beside;
}

static bool
several_open(const struct intent_facts *f, const struct intent *out)
{
	return out->code[0] == '\0' && out->list_index == 0 &&
	       (f->t->hints->open_codes_count > 1 ||
		   f->t->hints->open_proposals > 1);
}

bool
intent_decide_on_one(
    struct intent *out, const struct intent_facts *f, enum intent_kind kind)
{
	if (several_open(f, out))
		return intent_decide_ask(out, kind, INTENT_ASK_CODE);
	return intent_decide(out, kind);
}

/* Every token of content is a figure, a unit, or a word such as "number". */
static bool
is_bare_number(const struct intent_facts *f)
{
	enum intent_question_kind asked = intent_asked(f);
	uint64_t beside = ROLE_BIT(ROLE_LABEL) | ROLE_BIT(ROLE_ONLY);
	/* Asked how much, or which: "i want 5kg", "make it 5", "take 2". */
	if (asked != INTENT_QUESTION_NONE && asked != INTENT_QUESTION_YES_NO)
		beside |= ROLE_BIT(ROLE_WANT);
	if (asked == INTENT_QUESTION_QUANTITY)
		beside |= ROLE_BIT(ROLE_CHANGE);
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (token_is_noise(k) || k->kind == TOKEN_NUMBER ||
		    k->unit >= 0 || (k->roles & beside) != 0)
			continue;
		return false;
	}
	return true;
}

/* Asked how much: "5", "5kg". */
static bool
digit_of_quantity(
    struct intent *out, const struct intent_facts *f, const struct token *k)
{
	out->items[0] = f->items->loose;
	out->items_count = 1;
	out->number = intent_loose_unit(f) ? -1 : k->milli / 1000;
	return f->items->doubt
		   ? intent_decide_ask(out, INTENT_DIGIT, INTENT_ASK_NUMBER)
		   : intent_decide(out, INTENT_DIGIT);
}

static bool
rule_digit(struct intent *out, const struct intent_facts *f)
{
	size_t numbers;
	const struct token *k = intent_the_number(f, &numbers);
	if (numbers != 1 || !is_bare_number(f) || f->asks ||
	    f->items->count > 0 || k->too_long)
		return false;
	if (intent_asked(f) == INTENT_QUESTION_QUANTITY &&
	    f->items->loose_count > 0)
		return digit_of_quantity(out, f, k);
	if (intent_loose_unit(f) || fact(f, ROLE_ONLY) ||
	    k->milli % 1000 != 0 || k->high_milli > 0 || k->doubt)
		return false;
	out->number = k->milli / 1000;
	bool asked = intent_asked(f) != INTENT_QUESTION_NONE ||
		     f->t->hints->has_list || f->t->hints->open_proposals > 0;
	return asked ? intent_decide(out, INTENT_DIGIT)
		     : intent_decide_ask(out, INTENT_DIGIT, INTENT_ASK_VERB);
}

/* "the second one", asked to choose: its number. */
static bool
rule_ordinal(struct intent *out, const struct intent_facts *f)
{
	static const uint64_t beside =
	    ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_LABEL);
	int which = 0;
	size_t others = 0;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (k->ordinal > 0 && which == 0)
			which = k->ordinal;
		else if (!token_is_noise(k) && (k->roles & beside) == 0)
			others++;
	}
	bool asked =
	    intent_asked(f) != INTENT_QUESTION_NONE || f->t->hints->has_list;
	if (which == 0 || others > 0 || !asked || f->asks)
		return false;
	out->number = which;
	return intent_decide(out, INTENT_DIGIT);
}

/* "dont send", and no more: no to our question, or of what? */
static bool
cancel_without_word(struct intent *out, const struct intent_facts *f)
{
	if (!intent_only(f, ROLE_BIT(ROLE_NOT)))
		return false;
	if (intent_asked(f) == INTENT_QUESTION_YES_NO)
		return intent_decide(out, INTENT_REJECT);
	return f->buyer && (f->roles & NO_ROLES) == 0 &&
	       intent_decide_ask(out, INTENT_CANCEL, INTENT_ASK_CONFIRM);
}

/* "cancel all but the tomatoes", "everything except 2kg": these stay; but in
 * "dont bring the cabbages, cancel it" nothing does. */
static bool
spares_some(const struct intent_facts *f)
{
	bool behind = fact(f, ROLE_TOTAL);
	if (fact(f, ROLE_BUT))
		return true;
	for (size_t i = 0; i < f->t->count; i++) {
		behind = behind || token_has(&f->t->tokens[i], ROLE_CANCEL);
		if (behind && f->t->tokens[i].use == USE_DROPPED)
			return true;
	}
	return false;
}

/* "cancel otieno", "cancel the first", "cancel no": something is said of it
 * that we cannot read. */
static bool
is_cancel_of_some(const struct intent_facts *f)
{
	bool cancel = false;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		bool turns =
		    k->ordinal > 0 || k->use == USE_PERSON ||
		    token_has(k, ROLE_NO) || token_has(k, ROLE_FROM) ||
		    (token_has(k, ROLE_GREET) && k->letters >= NAME_LETTERS);
		cancel = cancel || token_has(k, ROLE_CANCEL);
		if (k->kind == TOKEN_WORD && !token_has(k, ROLE_CANCEL) &&
		    ((k->unknown && k->letters > 2) || (cancel && turns)))
			return true;
	}
	return false;
}

/* "the match is cancelled": of an order, nobody spoke. */
static bool
is_surely_cancel(const struct intent_facts *f)
{
	bool ours = fact(f, ROLE_ORDER) || f->codes > 0;
	return f->strange <= (ours ? REPLY_STRANGE_MAX : 0u) && !f->asks &&
	       !fact(f, ROLE_IF) && !fact(f, ROLE_QUESTION) &&
	       (f->codes > 0 || !is_cancel_of_some(f)) &&
	       !(fact(f, ROLE_NOT) && (f->strange > 0 || spares_some(f)));
}

/* "cancel 2kg", "cancel 2", "cancel half": of an order, and not all of it; of a
 * list that was sent, a number is one of it. */
static bool
is_part(const struct intent_facts *f)
{
	const struct intent_items *g = f->items;
	bool listed =
	    f->t->hints->has_list || intent_asked(f) == INTENT_QUESTION_CHOICE;
	return f->figures->percent || g->loose_count > 1 ||
	       (g->loose_count == 1 && (!listed || intent_loose_unit(f) ||
					   g->loose.qty_milli < 1000));
}

static bool
cancel_part(struct intent *out, const struct intent_facts *f)
{
	if (f->items->loose_count != 1 || !f->buyer || spares_some(f) ||
	    f->figures->corrected)
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	out->change = INTENT_CHANGE_DROP;
	intent_take_items(out, f);
	return intent_decide_ask(out, INTENT_CHANGE, INTENT_ASK_CONFIRM);
}

static bool
cancel_goods(struct intent *out, const struct intent_facts *f)
{
	if (spares_some(f))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	out->change = INTENT_CHANGE_DROP;
	intent_take_items(out, f);
	return is_surely_cancel(f) && !f->items->rivals
		   ? intent_decide(out, INTENT_CHANGE)
		   : intent_decide_ask(out, INTENT_CHANGE, INTENT_ASK_CONFIRM);
}

static bool
rule_cancel(struct intent *out, const struct intent_facts *f)
{
	if (cancel_without_word(out, f))
		return true;
	if (!fact(f, ROLE_CANCEL))
		return false;
	bool goods = f->items->count > 0;
	/* "2 kg oranges, no longer, make it 3": an order, taken back in part.
	 */
	if (f->figures->corrected && f->items->count == 1 &&
	    intent_has_qty(f)) {
		intent_take_items(out, f);
		return intent_decide_ask(out, INTENT_ORDER, INTENT_ASK_CONFIRM);
	}
	if (intent_has_qty(f) || (fact(f, ROLE_WANT) && goods))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	if (goods)
		return cancel_goods(out, f);
	if (is_part(f))
		return cancel_part(out, f);
	return is_surely_cancel(f)
		   ? intent_decide(out, INTENT_CANCEL)
		   : intent_decide_ask(out, INTENT_CANCEL, INTENT_ASK_CONFIRM);
}

/* "cant, the rain spoilt everything", asked for goods: the no comes first, and
 * what was spoilt is the reason. */
static bool
refuses_first(const struct intent_facts *f)
{
	return f->seller && (!f->buyer || f->t->hints->open_proposals > 0) &&
	       f->first < f->t->count &&
	       (f->t->tokens[f->first].roles & NO_ROLES) != 0;
}

/* "is there any"; but "sirf 6 bori milegi", there is only so much, tells. */
static bool
asks_for_goods(const struct intent_facts *f)
{
	bool tells = f->seller && !f->buyer && fact(f, ROLE_ONLY) && !f->asks;
	return fact(f, ROLE_IS_THERE) && !tells;
}

bool
intent_rule_answer(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule first[] = {{"digit", rule_digit},
	    {"ordinal", rule_ordinal}, {"cancel", rule_cancel}};
	static const struct intent_rule then[] = {
	    {"counter", intent_rule_counter}, {"half", intent_rule_half},
	    {"partial", intent_rule_partial},
	    {"yes and no", intent_rule_yes_and_no}, {"no", intent_rule_no},
	    {"yes", intent_rule_yes}};
	if (intent_rules_apply(out, f, first, sizeof(first) / sizeof(first[0])))
		return true;
	/* "where is it", "how much": a question, whatever else it says.  A
	 * seller's "K7F is too little, 15 per kg": a price is an answer. */
	bool price = f->seller && f->codes > 0 && f->figures->prices_count == 1;
	if (fact(f, ROLE_STATUS) || fact(f, ROLE_HOW_MUCH) ||
	    asks_for_goods(f) ||
	    (fact(f, ROLE_COMPLAINT) && !price && !refuses_first(f)))
		return false;
	return intent_rules_apply(out, f, then, sizeof(then) / sizeof(then[0]));
}
