#include "handlers/risky.h"

#include <stddef.h>

enum risk {
	RISK_NONE,
	RISK_ANSWER, /* as the answer to a question of ours */
	RISK_PLAIN,
};

static const struct {
	enum intent_kind kind;
	enum risk risk;
} rows[] = {
    {INTENT_NONE, RISK_ANSWER},
    {INTENT_GREETING, RISK_NONE},
    {INTENT_AMBIGUOUS, RISK_ANSWER},
    {INTENT_DIGIT, RISK_PLAIN},
    {INTENT_CODE_ONLY, RISK_ANSWER},
    {INTENT_ORDER, RISK_ANSWER},
    {INTENT_CHANGE, RISK_PLAIN},
    {INTENT_CANCEL, RISK_PLAIN},
    {INTENT_STATUS, RISK_NONE},
    {INTENT_GOT, RISK_PLAIN},
    {INTENT_PROBLEM, RISK_PLAIN},
    {INTENT_FEEDBACK, RISK_NONE},
    {INTENT_ACCEPT, RISK_PLAIN},
    {INTENT_REJECT, RISK_PLAIN},
    {INTENT_PARTIAL, RISK_PLAIN},
    {INTENT_COUNTER, RISK_PLAIN},
    {INTENT_DONE, RISK_PLAIN},
    {INTENT_NOSHOW, RISK_PLAIN},
    {INTENT_PAID, RISK_PLAIN},
    {INTENT_OFFER, RISK_PLAIN},
    {INTENT_STOCK, RISK_PLAIN},
    {INTENT_PRICE_SET, RISK_PLAIN},
    {INTENT_SOLD_OUT, RISK_PLAIN},
    {INTENT_MY, RISK_NONE},
    {INTENT_INCOME, RISK_NONE},
    {INTENT_TURN, RISK_NONE},
    {INTENT_PRICE_QUERY, RISK_NONE},
    {INTENT_REGISTER, RISK_PLAIN},
    {INTENT_SELLER_REQUEST, RISK_NONE},
    {INTENT_HELP, RISK_NONE},
    {INTENT_STOP, RISK_NONE},
    {INTENT_START, RISK_NONE},
    {INTENT_LANGUAGE, RISK_NONE},
    {INTENT_ALIAS, RISK_PLAIN},
};

/* What is not in the table is new, and risky until somebody thought of it. */
static enum risk
risk_of(enum intent_kind kind)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].kind == kind)
			return rows[i].risk;
	return RISK_PLAIN;
}

bool
risky_judge(const struct intent *intent, const struct risky_facts *f)
{
	enum risk risk = f->command ? RISK_PLAIN : risk_of(intent->kind);

	if (!f->involved || risk == RISK_NONE ||
	    (risk == RISK_ANSWER && !f->asked))
		return false;
	return f->low_trust || (f->other_link && intent->code[0] == '\0');
}
