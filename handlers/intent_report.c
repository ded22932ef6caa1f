/* intent_report - the rule for reports on one order: done, got, problem, no
 * show, paid (see intent_rule.h). */
#include "handlers/intent_rule.h"

#define CONTENT_MAX 4 /* words of a report that does not open the text */
#define MONEY_LEAST_MILLI 100000

/* PAID K7F 3000: the amount with or without its currency. */
static bool
decide_paid(struct intent *out, const struct intent_facts *f)
{
	out->price = INTENT_PRICE_ASK;
	if (f->figures->prices_count > 0)
		out->price_milli = f->figures->prices[0].milli;
	/* "they paid half": of what? */
	else if (intent_loose_bare(f) && f->items->loose.qty_milli >= 1000)
		out->price_milli = f->items->loose.qty_milli;
	if (out->price_milli > 0)
		return intent_decide(out, INTENT_PAID);
	out->price = INTENT_PRICE_NONE;
	return intent_decide_ask(out, INTENT_PAID, INTENT_ASK_AMOUNT);
}

/* "received 3kg": the quantity and no more. */
static bool
got_so_much(const struct intent_facts *f)
{
	return f->items->count == 0 && f->items->loose_count == 1 &&
	       f->items->loose.unit[0] != '\0' && !f->items->doubt &&
	       f->strange == 0 && f->narrative == 0 && f->content >= 3 &&
	       f->content <= (fact(f, ROLE_ONLY) ? 4u : 3u);
}

static bool
hands_over(const struct intent_facts *f)
{
	return f->seller || !f->buyer ||
	       (f->t->hints->roles &
		   (INTENT_ROLE_ADMIN | INTENT_ROLE_OFFICER)) != 0;
}

/* "done 45 kg", and from those who hand over "done 45 kg tomato". */
static bool
done_so_much(const struct intent_facts *f)
{
	if (f->codes > 0)
		return false;
	return got_so_much(f) ||
	       (hands_over(f) && f->items->count == 1 &&
		   f->items->items[0].has_qty && f->items->loose_count == 0 &&
		   !f->items->doubt && f->strange == 0 && f->narrative == 0 &&
		   f->figures->prices_count == 0 && f->content == 4);
}

/* Said as money, or a bare figure too large to be what came: GOT K7F 4 tells
 * how much came. */
static bool
is_money(const struct intent_facts *f)
{
	return f->figures->prices_count > 0 ||
	       (f->items->count == 0 && intent_loose_bare(f) &&
		   f->items->loose.qty_milli >= MONEY_LEAST_MILLI);
}

/* What a bank or a phone company writes: names, two sums, a balance. */
static bool
is_receipt(const struct intent_facts *f)
{
	return f->strange > 0 || f->figures->prices_count > 1;
}

/* "received 3000 for K7F": the money, not the goods? */
static bool
ask_whether_paid(struct intent *out, const struct intent_facts *f)
{
	return decide_paid(out, f) &&
	       intent_decide_ask(out, INTENT_PAID, INTENT_ASK_CONFIRM);
}

/* The goods came: how much of them, or was it the money, or too little? */
/* "got nothing", "got 0", "got a few". */
static bool
is_got_nothing(const struct intent_facts *f)
{
	static const uint64_t none =
	    ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_NONE_LEFT) | ROLE_BIT(ROLE_ONLY);
	return f->figures->zero || f->strange > 0 ||
	       ((f->roles & none) != 0 && f->items->loose_count == 0);
}

static bool
report_got(struct intent *out, const struct intent_facts *f)
{
	bool bare = f->codes == 0;
	/* "got 3kg instead of 5kg K7F" */
	if (!bare && intent_took_back(f))
		return intent_decide(out, INTENT_PROBLEM);
	/* One word for "it came" and for "noted". */
	if (fact(f, ROLE_NOT) || (bare && is_got_nothing(f)) ||
	    (fact(f, ROLE_YES) && (bare || f->t->hints->open_proposals > 0)))
		return false;
	if (bare && got_so_much(f)) {
		intent_take_items(out, f);
		return intent_decide(out, INTENT_GOT);
	}
	/* A seller's "3000 mil gaye": the money came. */
	/* "got 30 bags carrots 2400 per bag" are for sale. */
	bool money = is_money(f) && !intent_has_qty(f);
	if (bare && !(money && f->seller && !f->buyer) && f->content > 2)
		return false;
	if (fact(f, ROLE_COMPLAINT) || fact(f, ROLE_STATUS))
		return false;
	return money ? ask_whether_paid(out, f)
		     : intent_decide(out, INTENT_GOT);
}

static bool
report_paid(struct intent *out, const struct intent_facts *f)
{
	if (fact(f, ROLE_NOT) || fact(f, ROLE_COMPLAINT) ||
	    fact(f, ROLE_STATUS))
		return false;
	return f->codes == 0 && is_receipt(f) ? ask_whether_paid(out, f)
					      : decide_paid(out, f);
}

static bool
report_handover(
    struct intent *out, const struct intent_facts *f, enum intent_kind kind)
{
	bool much = kind == INTENT_DONE && done_so_much(f);
	if (fact(f, ROLE_NOT) || fact(f, ROLE_COMPLAINT) ||
	    fact(f, ROLE_STATUS) || (f->codes == 0 && f->content > 2 && !much))
		return false;
	if (much)
		intent_take_items(out, f);
	return intent_decide(out, kind);
}

static bool
report(struct intent *out, const struct intent_facts *f, enum lexicon_role role)
{
	switch ((int)role) {
	case ROLE_PROBLEM:
		return f->codes > 0 && !fact(f, ROLE_NOT) &&
		       intent_decide(out, INTENT_PROBLEM);
	case ROLE_GOT:
		return report_got(out, f);
	case ROLE_PAID:
		return report_paid(out, f);
	case ROLE_DONE:
		return report_handover(out, f, INTENT_DONE);
	case ROLE_NOSHOW:
		return report_handover(out, f, INTENT_NOSHOW);
	}
	return false;
}

/* A report has its code, or is the first word; but the seller's "3000 mil
 * gaye" has neither. */
static bool
reports(const struct intent_facts *f, enum lexicon_role role)
{
	if (!fact(f, role))
		return false;
	if (intent_opens_with(f, role))
		return true;
	bool money = role == ROLE_GOT && f->seller && !f->buyer && is_money(f);
	return (f->codes > 0 || money) &&
	       (f->content <= CONTENT_MAX || role == ROLE_PROBLEM);
}

bool
intent_rule_report(struct intent *out, const struct intent_facts *f)
{
	static const enum lexicon_role roles[] = {
	    ROLE_PROBLEM, ROLE_NOSHOW, ROLE_PAID, ROLE_DONE, ROLE_GOT};
	if (fact(f, ROLE_WANT) || f->asks)
		return false;
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		if (!reports(f, roles[i]))
			continue;
		out->rest =
		    intent_rest_after(f, f->codes > 0 ? f->code : f->first);
		if (report(out, f, roles[i]))
			return true;
	}
	return false;
}
