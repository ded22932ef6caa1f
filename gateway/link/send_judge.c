#include "gateway/link/send_judge.h"

#include <string.h>

#include "gateway/core/party.h"

#define SECOND_MS INT64_C(1000)
#define MINUTE_MS (60 * SECOND_MS)
#define HOUR_MS (60 * MINUTE_MS)

#define GLITCHES_AT_ONCE 2
/* So many numbers, with nothing taken in between: the line's fault. */
#define SHARED_BY 3
#define SHARED_WITHIN_MS (30 * MINUTE_MS)
/* So often by itself, with nothing else to compare it with. */
#define ALONE_MAX 3
/* Failures in a row before the modem is mended the hard way, and before the
 * SIM is taken for empty or barred although nobody says so. */
#define STRIKES_MEND 3
#define STRIKES_SUSPEND 5
#define REJECTED_MAX 3
#define UNKNOWNS_MAX 4

/* What a class means as long as it is the line's or the network's affair. */
static const struct rule {
	enum refusal refusal;
	int64_t pause_ms; /* of the text */
	int64_t rest_ms, rest_most_ms; /* of the SIM: doubled by each strike */
	enum modem_remedy remedy, remedy_hard; /* the hard one: STRIKES_MEND */
	bool serious;
	bool number_too; /* a number may be the cause as well */
	const char *why;
} rules[] = {
    [AT_ERR_RETRY] = {.refusal = REFUSAL_RETRY},
    [AT_ERR_WAIT] = {.refusal = REFUSAL_WAIT,
	.rest_ms = 2 * SECOND_MS,
	.rest_most_ms = MINUTE_MS,
	.remedy = MODEM_REMEDY_NETWORK,
	.remedy_hard = MODEM_REMEDY_NETWORK,
	.why = "the modem or the network is not ready"},
    [AT_ERR_NETWORK] = {.refusal = REFUSAL_RETRY,
	.rest_ms = 5 * SECOND_MS,
	.rest_most_ms = 5 * MINUTE_MS,
	.remedy = MODEM_REMEDY_NETWORK,
	.remedy_hard = MODEM_REMEDY_REGISTER,
	.number_too = true,
	.why = "the network fails"},
    [AT_ERR_REJECTED] = {.refusal = REFUSAL_ELSEWHERE,
	.pause_ms = 15 * MINUTE_MS,
	.rest_ms = 30 * SECOND_MS,
	.rest_most_ms = 15 * MINUTE_MS,
	.number_too = true,
	.why = "the network rejects texts: often no credit, or too many"},
    [AT_ERR_ELSEWHERE] = {.refusal = REFUSAL_ELSEWHERE,
	.pause_ms = 30 * SECOND_MS,
	.rest_ms = 10 * SECOND_MS,
	.rest_most_ms = 15 * MINUTE_MS,
	.remedy = MODEM_REMEDY_CHECK,
	.remedy_hard = MODEM_REMEDY_CHECK,
	.number_too = true,
	.why = "it cannot send: service centre, or a service that is missing"},
    [AT_ERR_CREDIT] = {.refusal = REFUSAL_CREDIT,
	.rest_ms = 15 * MINUTE_MS,
	.rest_most_ms = HOUR_MS,
	.serious = true,
	.number_too = true,
	.why = "no credit, or the SIM is barred"},
    [AT_ERR_SUSPECT] = {.refusal = REFUSAL_CREDIT,
	.rest_ms = 15 * MINUTE_MS,
	.rest_most_ms = HOUR_MS,
	.serious = true,
	.number_too = true,
	.why = "the network knows none of several numbers: barred, or a "
	       "limit of the plan"},
    [AT_ERR_BLOCKED] = {.refusal = REFUSAL_BLOCKED,
	.rest_ms = MINUTE_MS,
	.rest_most_ms = 15 * MINUTE_MS,
	.remedy = MODEM_REMEDY_NETWORK,
	.remedy_hard = MODEM_REMEDY_RESET,
	.serious = true,
	.why = "the SIM is absent, broken or locked"},
    [AT_ERR_TEXT] = {.refusal = REFUSAL_ELSEWHERE,
	.rest_ms = MINUTE_MS,
	.rest_most_ms = HOUR_MS,
	.remedy = MODEM_REMEDY_CHECK,
	.remedy_hard = MODEM_REMEDY_RESET,
	.serious = true,
	.number_too = true,
	.why = "the network finds texts to several numbers wrong"},
    [AT_ERR_MODE] = {.refusal = REFUSAL_RETRY, .remedy = MODEM_REMEDY_CHECK},
    [AT_ERR_FULL] = {.refusal = REFUSAL_WAIT,
	.rest_ms = 3 * SECOND_MS,
	.rest_most_ms = MINUTE_MS,
	.why = "its store is full"},
    [AT_ERR_POISON] = {.refusal = REFUSAL_WAIT,
	.pause_ms = 30 * SECOND_MS,
	.rest_ms = SECOND_MS,
	.rest_most_ms = 15 * MINUTE_MS,
	.remedy = MODEM_REMEDY_CHECK,
	.remedy_hard = MODEM_REMEDY_RESET,
	.number_too = true,
	.why = "sends fail and nobody says why"},
    [AT_ERR_GONE] = {.refusal = REFUSAL_RETRY},
    [AT_ERR_UNKNOWN] = {.refusal = REFUSAL_RETRY,
	.why = "sends get no result: no credit, or the network fails"},
    [AT_ERR_ACCEPTED] = {.refusal = REFUSAL_RETRY},
};

void
send_judge_reset(struct send_judge *judge)
{
	memset(judge, 0, sizeof(*judge));
}

/* Whoever was taken is no suspect any more. */
void
send_judge_accepted(struct send_judge *judge, struct str to)
{
	uint32_t tail = party_tail(to);
	judge->accepted++;
	judge->strikes = judge->rests = judge->unknowns = 0;
	for (int i = 0; i < SEND_JUDGE_NUMBERS; i++)
		if (judge->number[i].tail == tail)
			judge->number[i].tail = 0;
}

/* What is known of that number, before this failure: never NULL, for the
 * longest not heard of leaves its place. */
static struct send_judge_number *
number_of(struct send_judge *judge, uint32_t tail)
{
	struct send_judge_number *place = &judge->number[0];
	for (int i = 0; i < SEND_JUDGE_NUMBERS; i++) {
		struct send_judge_number *n = &judge->number[i];
		if (n->tail == tail)
			return n;
		if (place->tail != 0 &&
		    (n->tail == 0 || n->mono_ms < place->mono_ms))
			place = n;
	}
	*place = (struct send_judge_number){.tail = tail};
	return place;
}

/* Numbers that failed like that since a text was last taken. */
static int
shared_by(
    const struct send_judge *judge, enum at_err_class class, int64_t mono_ms)
{
	int count = 0;
	for (int i = 0; i < SEND_JUDGE_NUMBERS; i++) {
		const struct send_judge_number *n = &judge->number[i];
		count += n->tail != 0 && n->class == class &&
			 n->accepted == judge->accepted &&
			 mono_ms - n->mono_ms <= SHARED_WITHIN_MS;
	}
	return count;
}

/* Doubled with each one before it. */
static int64_t
grown(int64_t first_ms, int64_t most_ms, int times)
{
	int64_t ms = first_ms;
	for (int i = 0; i < times && ms < most_ms; i++)
		ms *= 2;
	return ms < most_ms ? ms : most_ms;
}

static void
suspend(struct send_judge *judge, struct send_verdict *verdict)
{
	const struct rule *credit = &rules[AT_ERR_CREDIT];
	verdict->refusal = REFUSAL_CREDIT;
	verdict->rest_ms =
	    grown(credit->rest_ms, credit->rest_most_ms, judge->rests++);
	verdict->serious = true;
}

/* The line, the modem or the network. */
static struct send_verdict
judge_line(struct send_judge *judge, enum at_err_class class, int numbers)
{
	const struct rule *rule = &rules[class];
	if (rule->rest_ms == 0)
		return (struct send_verdict){.refusal = rule->refusal};
	int strikes = ++judge->strikes;
	struct send_verdict verdict = {
	    .refusal = rule->refusal,
	    .pause_ms = rule->pause_ms,
	    .rest_ms = grown(rule->rest_ms, rule->rest_most_ms,
		rule->serious ? judge->rests : strikes - 1),
	    .serious = rule->serious,
	    .why = rule->why,
	    .remedy =
		strikes % STRIKES_MEND == 0 ? rule->remedy_hard : rule->remedy,
	};
	if (rule->serious)
		judge->rests++;
	if (class == AT_ERR_REJECTED && strikes >= REJECTED_MAX)
		suspend(judge, &verdict);
	if (class == AT_ERR_POISON && strikes > STRIKES_SUSPEND && numbers > 1)
		suspend(judge, &verdict);
	/* A text alone that does it each time must not be tried for ever. */
	else if (class == AT_ERR_POISON && strikes > STRIKES_MEND)
		verdict.refusal = REFUSAL_RETRY;
	return verdict;
}

/* That number, as others were taken since it failed first. */
static struct send_verdict judge_number(enum at_err_class class)
{
	switch (class) {
	case AT_ERR_SUSPECT:
		return (struct send_verdict){.refusal = REFUSAL_DEAD};
	case AT_ERR_TEXT:
		return (struct send_verdict){.refusal = REFUSAL_TEXT};
	case AT_ERR_CREDIT:
	case AT_ERR_REJECTED:
	case AT_ERR_ELSEWHERE:
		return (struct send_verdict){
		    .refusal = REFUSAL_ELSEWHERE, .pause_ms = 15 * MINUTE_MS};
	case AT_ERR_RETRY:
	case AT_ERR_WAIT:
	case AT_ERR_NETWORK:
	case AT_ERR_DEAD:
	case AT_ERR_BLOCKED:
	case AT_ERR_VALIDITY:
	case AT_ERR_MODE:
	case AT_ERR_FULL:
	case AT_ERR_POISON:
	case AT_ERR_GONE:
	case AT_ERR_UNKNOWN:
	case AT_ERR_ACCEPTED:
		break;
	}
	return (struct send_verdict){.refusal = REFUSAL_RETRY};
}

/* Speaks of a number or of a text, but the line may be meant. */
static struct send_verdict
judge_doubtful(
    struct send_judge *judge, enum at_err_class class, int times, int numbers)
{
	if (numbers >= SHARED_BY)
		return judge_line(judge, class, numbers);
	if (times >= (class == AT_ERR_TEXT ? 2 : ALONE_MAX))
		return judge_number(class);
	return (struct send_verdict){.refusal = REFUSAL_ELSEWHERE,
	    .pause_ms = times > 1 ? 10 * MINUTE_MS : MINUTE_MS};
}

/* What is worth another try at once. */
static bool
is_again(const struct send_failure *f, struct send_verdict *verdict)
{
	bool slip = f->glitch || f->class == AT_ERR_MODE;
	bool wrong = f->class == AT_ERR_TEXT || f->class == AT_ERR_VALIDITY;
	*verdict = (struct send_verdict){.refusal = REFUSAL_RETRY};
	if (slip && f->at_once < GLITCHES_AT_ONCE)
		verdict->again = SEND_AGAIN_AS_IS;
	else if (f->class == AT_ERR_VALIDITY && !f->no_validity && !f->plain)
		verdict->again = SEND_AGAIN_NO_VALIDITY;
	else if (wrong && !f->plain)
		verdict->again = SEND_AGAIN_PLAIN;
	if (verdict->again != SEND_AGAIN_NO)
		verdict->remedy = rules[f->class].remedy;
	return verdict->again != SEND_AGAIN_NO;
}

/* Without a number, or about an option that is gone: as what is it judged? */
static enum at_err_class
class_of(const struct send_failure *f)
{
	if (f->glitch)
		return AT_ERR_POISON;
	return f->class == AT_ERR_VALIDITY ? AT_ERR_TEXT : f->class;
}

struct send_verdict
send_judge_refused(struct send_judge *judge, const struct send_failure *failure,
    int64_t mono_ms)
{
	struct send_verdict verdict;
	if (is_again(failure, &verdict)) {
		judge->no_validity |= verdict.again == SEND_AGAIN_NO_VALIDITY;
		return verdict;
	}
	enum at_err_class class = class_of(failure);
	struct send_judge_number *n = number_of(judge, party_tail(failure->to));
	bool by_itself =
	    n->times > 0 && n->class == class && n->accepted != judge->accepted;
	n->times = n->class == class ? n->times + 1 : 1;
	n->class = class;
	n->mono_ms = mono_ms;
	if (by_itself)
		return judge_number(class);
	n->accepted = judge->accepted;
	int numbers = shared_by(judge, class, mono_ms);
	if (class == AT_ERR_DEAD)
		return (struct send_verdict){.refusal = REFUSAL_DEAD};
	if (class == AT_ERR_SUSPECT || class == AT_ERR_TEXT)
		return judge_doubtful(judge, class, n->times, numbers);
	return judge_line(judge, class, numbers);
}

struct send_verdict
send_judge_unknown(
    struct send_judge *judge, struct str to, bool nonsense, int64_t mono_ms)
{
	struct send_verdict verdict = {.why = rules[AT_ERR_UNKNOWN].why};
	struct send_judge_number *n = number_of(judge, party_tail(to));
	n->times = n->class == AT_ERR_UNKNOWN ? n->times + 1 : 1;
	n->class = AT_ERR_UNKNOWN;
	n->mono_ms = mono_ms;
	n->accepted = judge->accepted;
	/* A modem that was confused before says it once more: it is known to
	 * go on like that until it is restarted. */
	if (nonsense)
		verdict.remedy = judge->strikes > 0 ? MODEM_REMEDY_RESET
						    : MODEM_REMEDY_CHECK;
	judge->unknowns++;
	if (judge->unknowns < UNKNOWNS_MAX ||
	    shared_by(judge, AT_ERR_UNKNOWN, mono_ms) < 2)
		return verdict;
	verdict.rest_ms = grown(MINUTE_MS, HOUR_MS, judge->rests++);
	verdict.serious = true;
	return verdict;
}
