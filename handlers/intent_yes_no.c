/* intent_yes_no - the rules for yes and no (see intent_answer.h). */
#include "handlers/intent_answer.h"

#define SOLD_OUT_CONTENT 4 /* words of "everything is gone" */
#define LIST_MAX_MILLI 20000 /* the last number of a list that we send */

/* "1 YES #K7F": the choice as we wrote it, whose figure is `choice`. */
static bool
is_our_choice(
    const struct intent_facts *f, const struct token *k, int64_t choice)
{
	bool one = intent_asked(f) == INTENT_QUESTION_YES_NO ||
		   (intent_asked(f) == INTENT_QUESTION_NONE &&
		       f->t->hints->open_proposals == 1);
	/* "yes 1" may mean no more than 1 of it. */
	return k->milli == choice * 1000 && k == &f->t->tokens[0] &&
	       (f->codes > 0 || one);
}

/* "3B9": a code gone wrong, and no third of the list. */
static bool
is_scrap(const struct intent_facts *f, const struct token *k)
{
	const struct token *next = k + 1;
	return next < f->t->tokens + f->t->count && next->glued &&
	       next->kind == TOKEN_WORD && next->unknown;
}

/* "ok 2", "no 2": the number on the list that was sent, or our own choice.
 * False when there is a figure that is neither. */
static bool
take_list_index(
    struct intent *out, const struct intent_facts *f, int64_t choice)
{
	size_t numbers;
	const struct token *k = intent_the_number(f, &numbers);
	if (numbers == 0 || k->use == USE_OTHER)
		return true;
	if (numbers != 1 || intent_loose_unit(f) || is_scrap(f, k))
		return false;
	if (is_our_choice(f, k, choice))
		return true;
	if (k->milli % 1000 != 0 || k->milli > LIST_MAX_MILLI ||
	    k->milli < 1000 || !f->t->hints->has_list || f->codes > 0)
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
	       intent_asked(f) == INTENT_QUESTION_NONE;
}

/* "cant manage that, goats ate all my kales", "sina, mvua imeharibu yote": the
 * no comes first. */
static bool
begins_with_cannot(const struct intent_facts *f)
{
	size_t i = f->first;
	if (i + 1 < f->t->count && f->t->tokens[i].kind == TOKEN_CODE)
		i++;
	bool yes_no = intent_asked(f) == INTENT_QUESTION_NONE ||
		      intent_asked(f) == INTENT_QUESTION_YES_NO;
	return f->seller && i < f->t->count &&
	       (token_has(&f->t->tokens[i], ROLE_CANNOT) ||
		   (yes_no && token_has(&f->t->tokens[i], ROLE_NONE_LEFT)));
}

/* They want something, or speak of goods that they do not sell: a buyer's "no
 * potatoes" is about an order, not about our question. */
static bool
is_no_reject(const struct intent_facts *f)
{
	bool goods = f->items->count > 0;
	return f->asks || fact(f, ROLE_WANT) || intent_has_qty(f) ||
	       (goods && !begins_with_cannot(f) &&
		   !(f->seller && fact(f, ROLE_NONE_LEFT))) ||
	       (!f->seller && intent_drops_goods(f));
}

/* How many words of a no may puzzle us. */
static size_t
reject_strange_max(const struct intent_facts *f)
{
	bool strong = fact(f, ROLE_CANNOT) || fact(f, ROLE_NONE_LEFT);
	return strong && f->seller ? REPLY_STRANGE_MAX : 0;
}

/* "we have finished harvesting", "cant sleep, too hot". */
static bool
is_story(const struct intent_facts *f, size_t strange)
{
	return f->narrative > 0 ||
	       (fact(f, ROLE_NOT) && fact(f, ROLE_NONE_LEFT) &&
		   !fact(f, ROLE_NO)) ||
	       (strange > 1 && fact(f, ROLE_TALK));
}

/* "tomatoes finished". */
static bool
decide_goods_gone(struct intent *out, const struct intent_facts *f)
{
	intent_take_items(out, f);
	if (f->items->rivals)
		return intent_decide_ask(
		    out, INTENT_SOLD_OUT, INTENT_ASK_PRODUCT);
	return f->strange > 0 && f->items->items[0].fuzzy
		   ? intent_decide_ask(out, INTENT_SOLD_OUT, INTENT_ASK_CONFIRM)
		   : intent_decide(out, INTENT_SOLD_OUT);
}

/* "all gone". */
static bool
decide_all_gone(struct intent *out, const struct intent_facts *f)
{
	return out->place.octets > 0 || f->content > SOLD_OUT_CONTENT
		   ? intent_decide_ask(out, INTENT_SOLD_OUT, INTENT_ASK_CONFIRM)
		   : intent_decide(out, INTENT_SOLD_OUT);
}

static bool
decide_no(struct intent *out, const struct intent_facts *f)
{
	static const uint64_t beside =
	    NO_ROLES | ROLE_BIT(ROLE_HAVE) | ROLE_BIT(ROLE_CORRECT) |
	    ROLE_BIT(ROLE_BUT) | ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_AVAILABLE) |
	    ROLE_BIT(ROLE_STOCK);
	bool goods = f->items->count > 0;
	size_t strange = intent_count_beside(f, beside);
	if (is_no_reject(f))
		return false;
	bool first = begins_with_cannot(f) && strange <= REASON_STRANGE_MAX;
	if (strange > reject_strange_max(f))
		return (first || (strange <= REPLY_STRANGE_MAX && f->seller &&
				     !goods)) &&
		       intent_decide_ask(
			   out, INTENT_REJECT, INTENT_ASK_CONFIRM);
	if (is_story(f, strange) || !take_list_index(out, f, 2))
		return intent_decide_ask(
		    out, INTENT_REJECT, INTENT_ASK_CONFIRM);
	if (goods && f->codes == 0)
		return decide_goods_gone(out, f);
	if (is_sold_out(f))
		return decide_all_gone(out, f);
	return intent_decide_on_one(out, f, INTENT_REJECT);
}

/* The words that a yes may have beside it. */
static uint64_t
accept_roles(const struct intent_facts *f, bool awaited)
{
	uint64_t roles = ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_HAVE) |
			 ROLE_BIT(ROLE_AVAILABLE) | ROLE_BIT(ROLE_CORRECT);
	/* "yes, send": what we asked about, or what they were asked for. */
	if (awaited && f->items->count == 0 && f->items->loose_count == 0)
		roles |= ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_PLACE);
	return roles;
}

/* "ok thanks": a buyer whom we asked nothing is only polite. */
static bool
is_thanks(const struct intent_facts *f)
{
	return !f->seller && fact(f, ROLE_THANKS) && f->codes == 0 &&
	       intent_asked(f) == INTENT_QUESTION_NONE;
}

static bool
decide_yes(struct intent *out, const struct intent_facts *f)
{
	bool awaited = (f->seller && !f->buyer) ||
		       intent_asked(f) == INTENT_QUESTION_YES_NO;
	if ((fact(f, ROLE_WANT) && !awaited) || intent_has_qty(f) ||
	    (f->items->count > 0 && !f->seller) || f->narrative > 0)
		return false;
	size_t strange = intent_count_beside(f, accept_roles(f, awaited));
	if (strange > REPLY_STRANGE_MAX)
		return false;
	if (is_thanks(f))
		return intent_decide(out, INTENT_NONE);
	bool listed = take_list_index(out, f, 1);
	if (strange > 0 && f->codes == 0 && !listed)
		return false;
	if (strange > 0 || f->asks || fact(f, ROLE_IF) || fact(f, ROLE_BUT) ||
	    fact(f, ROLE_NOT) || !listed)
		return intent_decide_ask(
		    out, INTENT_ACCEPT, INTENT_ASK_CONFIRM);
	return intent_decide_on_one(out, f, INTENT_ACCEPT);
}

static bool
says_no(const struct intent_facts *f)
{
	return (f->roles & NO_ROLES) != 0;
}

bool
intent_rule_yes_and_no(struct intent *out, const struct intent_facts *f)
{
	return fact(f, ROLE_YES) && says_no(f) && f->items->count == 0 &&
	       f->strange <= REPLY_STRANGE_MAX &&
	       intent_decide_ask(out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
}

bool
intent_rule_no(struct intent *out, const struct intent_facts *f)
{
	return says_no(f) && !fact(f, ROLE_YES) && decide_no(out, f);
}

bool
intent_rule_yes(struct intent *out, const struct intent_facts *f)
{
	if (says_no(f))
		return false;
	if (intent_asked(f) == INTENT_QUESTION_YES_NO &&
	    intent_only(f, ROLE_BIT(ROLE_WANT)))
		return intent_decide(out, INTENT_ACCEPT);
	return fact(f, ROLE_YES) && decide_yes(out, f);
}
