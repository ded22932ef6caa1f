/* intent_answer - what the rules for answers share.
 *
 * A person answers a question of ours, a proposal, or speaks about an order
 * that stands.  The rules are in the files of their subject: intent_answer
 * (figures, cancel), intent_yes_no (yes and no), intent_counter (yes, but: for
 * another price, or less of it).
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_ANSWER_H
#define HANDLERS_INTENT_ANSWER_H

#include "handlers/intent_rule.h"

#define REPLY_STRANGE_MAX 2 /* words beside a plain no that may puzzle us */
#define REASON_STRANGE_MAX 6 /* words of why not */

#define NO_ROLES                                                               \
	(ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CANNOT) | ROLE_BIT(ROLE_NONE_LEFT))

/* What we asked last, while it is open. */
static inline enum intent_question_kind
intent_asked(const struct intent_facts *f)
{
	const struct intent_question *q = f->t->hints->question;
	return q == NULL ? INTENT_QUESTION_NONE : q->kind;
}

/* The last figure that is neither price nor taken back, or NULL; how many
 * there are. */
const struct token *intent_the_number(
    const struct intent_facts *f, size_t *numbers);

/* How many words are neither of these roles, nor goods, units, days, nor what
 * may stand in any answer. */
size_t intent_count_beside(const struct intent_facts *f, uint64_t roles);

/* Asks which, when several orders or questions are open and none was named. */
bool intent_decide_on_one(
    struct intent *out, const struct intent_facts *f, enum intent_kind kind);

/* intent_counter: another price; half of it; so much of it. */
bool intent_rule_counter(struct intent *out, const struct intent_facts *f);
bool intent_rule_half(struct intent *out, const struct intent_facts *f);
bool intent_rule_partial(struct intent *out, const struct intent_facts *f);

/* intent_yes_no */
bool intent_rule_yes_and_no(struct intent *out, const struct intent_facts *f);
bool intent_rule_no(struct intent *out, const struct intent_facts *f);
bool intent_rule_yes(struct intent *out, const struct intent_facts *f);

#endif
