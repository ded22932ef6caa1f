/* intent_answer - the rules for answers: to a question, to a proposal, about
 * an order that stands (see intent_rule.h). */
#include "handlers/intent_rule.h"

#define COUNTER_MIN_MILLI 10000 /* a bare figure below it is no price */
#define SOLD_OUT_CONTENT 4 /* words of "everything is gone" */
#define REPLY_STRANGE_MAX 2 /* words beside a plain no that may puzzle us */

static const uint64_t no_roles =
    ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CANNOT) | ROLE_BIT(ROLE_NONE_LEFT);

static const struct token *
the_number(const struct intent_facts *f, size_t *numbers)
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

static enum intent_question_kind
question(const struct intent_facts *f)
{
	const struct intent_question *q = f->t->hints->question;
	return q == NULL ? INTENT_QUESTION_NONE : q->kind;
}

/* Every token of content is a figure, a unit, or a word such as "number". */
static bool
is_bare_number(const struct intent_facts *f)
{
	enum intent_question_kind asked = question(f);
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

static void
take_loose(struct intent *out, const struct intent_facts *f)
{
	out->items[0] = f->items->loose;
	out->items_count = 1;
}

static bool
rule_digit(struct intent *out, const struct intent_facts *f)
{
	size_t numbers;
	const struct token *k = the_number(f, &numbers);
	if (numbers != 1 || !is_bare_number(f) || f->asks ||
	    f->items->count > 0 || k->too_long)
		return false;
	bool unit =
	    f->items->loose_count > 0 && f->items->loose.unit[0] != '\0';
	bool only = fact(f, ROLE_ONLY);
	if (question(f) == INTENT_QUESTION_QUANTITY &&
	    f->items->loose_count > 0) {
		take_loose(out, f);
		out->number = unit ? -1 : k->milli / 1000;
		return f->items->doubt ? intent_decide_ask(out, INTENT_DIGIT,
					     INTENT_ASK_NUMBER)
				       : intent_decide(out, INTENT_DIGIT);
	}
	if (unit || only || k->milli % 1000 != 0 || k->high_milli > 0 ||
	    k->doubt)
		return false;
	out->number = k->milli / 1000;
	if (question(f) != INTENT_QUESTION_NONE || f->t->hints->has_list ||
	    f->t->hints->open_proposals > 0)
		return intent_decide(out, INTENT_DIGIT);
	return intent_decide_ask(out, INTENT_DIGIT, INTENT_ASK_VERB);
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
	    question(f) != INTENT_QUESTION_NONE || f->t->hints->has_list;
	if (which == 0 || others > 0 || !asked || f->asks)
		return false;
	out->number = which;
	return intent_decide(out, INTENT_DIGIT);
}

/* Only the words of an answer, a code, figures; goods for a seller. */
static size_t
count_beside(const struct intent_facts *f, uint64_t roles)
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

static bool
decide_on_one(
    struct intent *out, const struct intent_facts *f, enum intent_kind kind)
{
	if (several_open(f, out))
		return intent_decide_ask(out, kind, INTENT_ASK_CODE);
	return intent_decide(out, kind);
}

static void
take_price(struct intent *out, const struct intent_facts *f,
    enum intent_price kind, int64_t milli)
{
	out->price = kind;
	out->price_milli = milli;
	if (f->figures->prices_count == 0)
		return;
	const struct intent_price_found *p = &f->figures->prices[0];
	if (p->unit >= 0)
		str_copy(out->price_per, sizeof(out->price_per),
		    str_from(catalogue_unit(f->t->cat, p->unit)));
}

/* "45/kg", "yes if 40/kg", "no, 120". */
static bool
rule_counter(struct intent *out, const struct intent_facts *f)
{
	static const uint64_t beside =
	    ROLE_BIT(ROLE_YES) | no_roles | ROLE_BIT(ROLE_IF) |
	    ROLE_BIT(ROLE_BUT) | ROLE_BIT(ROLE_MAX) | ROLE_BIT(ROLE_PRICE) |
	    ROLE_BIT(ROLE_CURRENCY) | ROLE_BIT(ROLE_PER) | ROLE_BIT(ROLE_ONLY) |
	    ROLE_BIT(ROLE_CHANGE) | ROLE_BIT(ROLE_HAVE) | ROLE_BIT(ROLE_PLACE) |
	    ROLE_BIT(ROLE_TOTAL) | ROLE_BIT(ROLE_WANT);
	bool priced = f->figures->prices_count == 1;
	enum intent_price kind =
	    f->seller && !f->buyer ? INTENT_PRICE_ASK : INTENT_PRICE_MAX;
	if (f->items->count > 0 || fact(f, ROLE_HOW_MUCH) ||
	    (fact(f, ROLE_WANT) && f->buyer) || f->narrative > 0)
		return false;
	/* "make it 45", "25 each", "yes but 45": money or goods? */
	bool either = fact(f, ROLE_CHANGE) || fact(f, ROLE_EACH) ||
		      (fact(f, ROLE_YES) && fact(f, ROLE_BUT) &&
			  f->items->loose.qty_milli >= COUNTER_MIN_MILLI);
	if (either && !fact(f, ROLE_ONLY) && !fact(f, ROLE_HAVE) && !f->buyer &&
	    !priced && f->items->loose_count == 1 &&
	    f->items->loose.unit[0] == '\0') {
		take_price(out, f, kind, f->items->loose.qty_milli);
		return intent_decide_ask(
		    out, INTENT_COUNTER, INTENT_ASK_CONFIRM);
	}
	if (priced && f->items->loose_count == 0) {
		static const uint64_t turns =
		    ROLE_BIT(ROLE_YES) | no_roles | ROLE_BIT(ROLE_IF) |
		    ROLE_BIT(ROLE_BUT) | ROLE_BIT(ROLE_CHANGE) |
		    ROLE_BIT(ROLE_MAX) | ROLE_BIT(ROLE_PRICE);
		bool turned = (f->roles & turns) != 0 || f->codes > 0 ||
			      (!f->buyer && f->t->hints->open_proposals > 0);
		if (f->strange > 1 || count_beside(f, beside) > 1)
			return false;
		if (!f->figures->prices[0].strong && !turned)
			return false;
		/* "you lend me 500", "add 5 bob". */
		bool talks =
		    (f->strange > 0 && fact(f, ROLE_TALK)) || fact(f, ROLE_ADD);
		/* Whom we asked nothing may be telling of some price. */
		bool unasked = (f->strange > 0 || out->place.octets > 0) &&
			       f->codes == 0 &&
			       f->t->hints->open_proposals == 0 &&
			       question(f) == INTENT_QUESTION_NONE;
		if ((f->buyer && !turned) || talks || unasked ||
		    f->figures->unsure) {
			take_price(out, f, kind, f->figures->prices[0].milli);
			return intent_decide_ask(
			    out, INTENT_COUNTER, INTENT_ASK_CONFIRM);
		}
		take_price(out, f, kind, f->figures->prices[0].milli);
		return decide_on_one(out, f, INTENT_COUNTER);
	}
	bool no = fact(f, ROLE_NO) && !priced;
	const struct intent_item *q = &f->items->loose;
	if (!no || f->items->loose_count != 1 || q->unit[0] != '\0' ||
	    q->qty_milli < COUNTER_MIN_MILLI || count_beside(f, beside) > 0)
		return false;
	take_price(out, f, kind, q->qty_milli);
	return decide_on_one(out, f, INTENT_COUNTER);
}

/* "half only", "yes but half". */
static bool
rule_half(struct intent *out, const struct intent_facts *f)
{
	const struct intent_item *q = &f->items->loose;
	if (f->items->loose_count != 1 || q->unit[0] != '\0' ||
	    q->qty_milli >= 1000 || f->items->count > 0 || f->strange > 1 ||
	    f->narrative > 0 ||
	    !(fact(f, ROLE_ONLY) || fact(f, ROLE_YES) || fact(f, ROLE_HAVE) ||
		(f->t->hints->open_proposals > 0 &&
		    f->content == 1 + f->codes) ||
		(f->codes == 1 && f->content == 2)))
		return false;
	out->percent = (int)(q->qty_milli / 10);
	return decide_on_one(out, f, INTENT_PARTIAL);
}

static bool
is_less_than_asked(const struct intent_facts *f)
{
	bool says =
	    fact(f, ROLE_YES) || fact(f, ROLE_HAVE) || fact(f, ROLE_AVAILABLE);
	return fact(f, ROLE_ONLY) ||
	       (says && (fact(f, ROLE_NOT) || fact(f, ROLE_BUT)));
}

static bool
rule_partial(struct intent *out, const struct intent_facts *f)
{
	bool with_goods = f->items->count == 1 && f->items->without_qty == 0 &&
			  f->items->loose_count == 0;
	bool loose = f->items->count == 0 && f->items->loose_count == 1;
	bool says =
	    fact(f, ROLE_YES) || fact(f, ROLE_HAVE) || fact(f, ROLE_AVAILABLE);
	bool less = is_less_than_asked(f);
	if (!f->seller || !(with_goods || loose) || !(less || says) ||
	    fact(f, ROLE_WANT) || f->figures->prices_count > 0 ||
	    fact(f, ROLE_SELL) || f->asks)
		return false;
	bool buyer_too =
	    f->buyer && f->codes == 0 && f->t->hints->open_proposals == 0;
	if (with_goods && !less &&
	    (buyer_too || f->t->hints->open_proposals == 0) &&
	    !fact(f, ROLE_YES))
		return false;
	out->items[0] = with_goods ? f->items->items[0] : f->items->loose;
	out->items_count = 1;
	/* "ok 2" with a list: the second of it, not two kilos. */
	if (loose && !less && out->items[0].unit[0] == '\0' &&
	    !fact(f, ROLE_HAVE)) {
		out->items_count = 0;
		return false;
	}
	/* "only two trays ggs left": of what? */
	bool sure =
	    (less || (loose && (!fact(f, ROLE_YES) || fact(f, ROLE_HAVE)))) &&
	    (with_goods || f->strange == 0);
	if (!sure || buyer_too || f->items->doubt || fact(f, ROLE_IF) ||
	    f->strange > 2 || f->narrative > 0)
		return intent_decide_ask(
		    out, INTENT_PARTIAL, INTENT_ASK_CONFIRM);
	return decide_on_one(out, f, INTENT_PARTIAL);
}

/* "ok 2", "no 2": the number on the list that was sent; or the choice as we
 * wrote it, "1 YES #K7F", whose figure is `choice`. */
static bool
take_list_index(
    struct intent *out, const struct intent_facts *f, int64_t choice)
{
	size_t numbers;
	const struct token *k = the_number(f, &numbers);
	if (numbers == 0 || k->use == USE_OTHER)
		return true;
	bool unit =
	    f->items->loose_count > 0 && f->items->loose.unit[0] != '\0';
	if (numbers != 1 || unit)
		return false;
	bool one = question(f) == INTENT_QUESTION_YES_NO ||
		   (question(f) == INTENT_QUESTION_NONE &&
		       f->t->hints->open_proposals == 1);
	/* "yes 1" may mean no more than 1 of it. */
	if (k->milli == choice * 1000 && k == &f->t->tokens[0] &&
	    (f->codes > 0 || one))
		return true;
	if (k->milli % 1000 != 0 || k->milli > 20000 || k->milli < 1000 ||
	    !f->t->hints->has_list || f->codes > 0)
		return false;
	out->list_index = (int)(k->milli / 1000);
	return true;
}

/* Nobody asked this seller: "finished" speaks of what is listed. */
static bool
is_sold_out(const struct intent_facts *f)
{
	return fact(f, ROLE_NONE_LEFT) && !fact(f, ROLE_NO) && f->codes == 0 &&
	       f->strange == 0 &&
	       (f->t->hints->roles & INTENT_ROLE_SELLER) != 0 &&
	       f->t->hints->open_proposals == 0 &&
	       question(f) == INTENT_QUESTION_NONE;
}

/* A buyer's "no potatoes" is about an order, not about our question. */
static bool
drops_goods(const struct intent_text *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->tokens[i].use == USE_DROPPED &&
		    t->tokens[i].products_count > 0)
			return true;
	return false;
}

static bool
rule_reject(struct intent *out, const struct intent_facts *f)
{
	static const uint64_t beside =
	    no_roles | ROLE_BIT(ROLE_HAVE) | ROLE_BIT(ROLE_CORRECT) |
	    ROLE_BIT(ROLE_BUT) | ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_AVAILABLE) |
	    ROLE_BIT(ROLE_STOCK);
	bool strong =
	    (f->roles & (ROLE_BIT(ROLE_CANNOT) | ROLE_BIT(ROLE_NONE_LEFT))) !=
	    0;
	bool goods = f->items->count > 0;
	size_t strange = count_beside(f, beside);
	if (f->asks || fact(f, ROLE_WANT) ||
	    f->items->count > f->items->without_qty ||
	    (goods && !(f->seller && fact(f, ROLE_NONE_LEFT))) ||
	    (!f->seller && drops_goods(f->t)))
		return false;
	if (strange > (strong && f->seller ? REPLY_STRANGE_MAX : 0u))
		return strange <= REPLY_STRANGE_MAX && f->seller && !goods
			   ? intent_decide_ask(
				 out, INTENT_REJECT, INTENT_ASK_CONFIRM)
			   : false;
	/* "we have finished harvesting", "cant sleep, too hot". */
	bool story = f->narrative > 0 ||
		     (fact(f, ROLE_NOT) && fact(f, ROLE_NONE_LEFT) &&
			 !fact(f, ROLE_NO)) ||
		     (strange > 1 && fact(f, ROLE_TALK));
	if (story || !take_list_index(out, f, 2))
		return intent_decide_ask(
		    out, INTENT_REJECT, INTENT_ASK_CONFIRM);
	if (goods && f->codes == 0) {
		out->items_count = f->items->count;
		for (size_t i = 0; i < f->items->count; i++)
			out->items[i] = f->items->items[i];
		if (f->items->rivals)
			return intent_decide_ask(
			    out, INTENT_SOLD_OUT, INTENT_ASK_PRODUCT);
		return f->strange > 0 && f->items->items[0].fuzzy
			   ? intent_decide_ask(
				 out, INTENT_SOLD_OUT, INTENT_ASK_CONFIRM)
			   : intent_decide(out, INTENT_SOLD_OUT);
	}
	if (is_sold_out(f))
		return out->place.octets > 0 || f->content > SOLD_OUT_CONTENT
			   ? intent_decide_ask(
				 out, INTENT_SOLD_OUT, INTENT_ASK_CONFIRM)
			   : intent_decide(out, INTENT_SOLD_OUT);
	return decide_on_one(out, f, INTENT_REJECT);
}

static bool
rule_accept(struct intent *out, const struct intent_facts *f)
{
	uint64_t beside = ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_HAVE) |
			  ROLE_BIT(ROLE_AVAILABLE) | ROLE_BIT(ROLE_CORRECT);
	bool seller_only = f->seller && !f->buyer;
	bool asked_plainly = question(f) == INTENT_QUESTION_YES_NO;
	/* "yes, send": what we asked about, or what they were asked for. */
	if ((seller_only || asked_plainly) && f->items->count == 0 &&
	    f->items->loose_count == 0)
		beside |= ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_PLACE);
	if ((fact(f, ROLE_WANT) && !seller_only && !asked_plainly) ||
	    f->items->count > f->items->without_qty ||
	    (f->items->count > 0 && !f->seller) || f->narrative > 0)
		return false;
	size_t strange = count_beside(f, beside);
	if (strange > REPLY_STRANGE_MAX)
		return false;
	/* "ok thanks": a buyer whom we asked nothing is only polite. */
	if (!f->seller && fact(f, ROLE_THANKS) && f->codes == 0 &&
	    question(f) == INTENT_QUESTION_NONE)
		return intent_decide(out, INTENT_NONE);
	bool listed = take_list_index(out, f, 1);
	if (strange > 0 && f->codes == 0 && !listed)
		return false;
	if (strange > 0 || f->asks || fact(f, ROLE_IF) || fact(f, ROLE_BUT) ||
	    fact(f, ROLE_NOT) || !listed)
		return intent_decide_ask(
		    out, INTENT_ACCEPT, INTENT_ASK_CONFIRM);
	return decide_on_one(out, f, INTENT_ACCEPT);
}

static bool
rule_cancel(struct intent *out, const struct intent_facts *f)
{
	if (question(f) == INTENT_QUESTION_YES_NO &&
	    intent_only(f, ROLE_BIT(ROLE_NOT)))
		return intent_decide(out, INTENT_REJECT);
	/* "dont send": of what, they do not say. */
	if (f->buyer && (f->roles & no_roles) == 0 &&
	    intent_only(f, ROLE_BIT(ROLE_NOT)))
		return intent_decide_ask(
		    out, INTENT_CANCEL, INTENT_ASK_CONFIRM);
	if (!fact(f, ROLE_CANCEL))
		return false;
	if (f->items->count > f->items->without_qty ||
	    (fact(f, ROLE_WANT) && f->items->count > 0))
		return intent_decide_ask(
		    out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
	if (f->items->count > 0) {
		out->change = INTENT_CHANGE_DROP;
		out->items_count = f->items->count;
		for (size_t i = 0; i < f->items->count; i++)
			out->items[i] = f->items->items[i];
		return intent_decide_ask(
		    out, INTENT_CHANGE, INTENT_ASK_CONFIRM);
	}
	/* "the match is cancelled": of an order, nobody spoke. */
	bool ours = fact(f, ROLE_ORDER) || f->codes > 0;
	if (f->strange > (ours ? REPLY_STRANGE_MAX : 0u) || f->asks ||
	    fact(f, ROLE_IF) || (fact(f, ROLE_NOT) && f->strange > 0))
		return intent_decide_ask(
		    out, INTENT_CANCEL, INTENT_ASK_CONFIRM);
	return intent_decide(out, INTENT_CANCEL);
}

static bool
says_no(const struct intent_facts *f)
{
	return (f->roles & no_roles) != 0;
}

static bool
rule_yes_and_no(struct intent *out, const struct intent_facts *f)
{
	return fact(f, ROLE_YES) && says_no(f) && f->items->count == 0 &&
	       f->strange <= REPLY_STRANGE_MAX &&
	       intent_decide_ask(out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
}

static bool
rule_no(struct intent *out, const struct intent_facts *f)
{
	return says_no(f) && !fact(f, ROLE_YES) && rule_reject(out, f);
}

static bool
rule_yes(struct intent *out, const struct intent_facts *f)
{
	if (says_no(f))
		return false;
	if (question(f) == INTENT_QUESTION_YES_NO &&
	    intent_only(f, ROLE_BIT(ROLE_WANT)))
		return intent_decide(out, INTENT_ACCEPT);
	return fact(f, ROLE_YES) && rule_accept(out, f);
}

bool
intent_rule_answer(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule first[] = {{"digit", rule_digit},
	    {"ordinal", rule_ordinal}, {"cancel", rule_cancel}};
	static const struct intent_rule then[] = {{"counter", rule_counter},
	    {"half", rule_half}, {"partial", rule_partial},
	    {"yes and no", rule_yes_and_no}, {"no", rule_no},
	    {"yes", rule_yes}};
	if (intent_rules_apply(out, f, first, sizeof(first) / sizeof(first[0])))
		return true;
	/* "where is it", "how much": a question, whatever else it says. */
	if (fact(f, ROLE_STATUS) || fact(f, ROLE_HOW_MUCH) ||
	    fact(f, ROLE_IS_THERE) || fact(f, ROLE_COMPLAINT))
		return false;
	return intent_rules_apply(out, f, then, sizeof(then) / sizeof(then[0]));
}
