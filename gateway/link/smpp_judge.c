#include "gateway/link/smpp_judge.h"

#include "gateway/core/party.h"
#include "gateway/link/smpp_status.h"

#define SECOND_MS INT64_C(1000)
#define MINUTE_MS (60 * SECOND_MS)

static int64_t
grown(int64_t first_ms, int64_t most_ms, int times)
{
	int64_t ms = first_ms;
	for (int i = 0; i < times && ms < most_ms; i++)
		ms *= 2;
	return ms < most_ms ? ms : most_ms;
}

void
smpp_judge_taken(struct smpp_judge *j)
{
	j->tails = j->in_a_row = j->rests = j->rebinds = 0;
}

static bool
shared(struct smpp_judge *j, struct str to)
{
	uint32_t tail = party_tail(to);
	bool known = false;
	for (int i = 0; i < j->tails; i++)
		known |= j->tail[i] == tail;
	if (!known && j->tails < SMPP_JUDGE_SHARED_BY)
		j->tail[j->tails++] = tail;
	return j->tails == SMPP_JUDGE_SHARED_BY;
}

/* CREDIT: the link's affair, which costs the text nothing. */
static struct smpp_verdict
ours(struct smpp_judge *j, int64_t first_ms, int64_t most_ms)
{
	return (struct smpp_verdict){.refusal = REFUSAL_CREDIT,
	    .rest_ms = grown(first_ms, most_ms, j->rests++),
	    .serious = true};
}

static struct smpp_verdict
passing(struct smpp_judge *j)
{
	if (j->in_a_row < SMPP_JUDGE_SHARED_BY)
		return (struct smpp_verdict){.refusal = REFUSAL_RETRY};
	return (struct smpp_verdict){.refusal = REFUSAL_WAIT,
	    .rest_ms = grown(5 * SECOND_MS, 5 * MINUTE_MS, j->rests++)};
}

/* Nothing else can be told of one alone. */
static struct smpp_verdict
by_itself(enum refusal refusal)
{
	return (struct smpp_verdict){.refusal = refusal,
	    .pause_ms = refusal == REFUSAL_ELSEWHERE ? MINUTE_MS : 0};
}

static struct smpp_verdict
too_much(void)
{
	return (struct smpp_verdict){
	    .throttled = true, .refusal = REFUSAL_WAIT};
}

struct smpp_verdict
smpp_judge_refused(
    struct smpp_judge *j, uint32_t status, struct str to, bool plain)
{
	const struct smpp_status_row *row = smpp_status_find(status);
	bool option =
	    row->class == SMPP_CLASS_TEXT || status == SMPP_RINVEXPIRY;
	if (option && !plain) {
		j->no_validity |= status == SMPP_RINVEXPIRY;
		return (struct smpp_verdict){
		    .again_plain = true, .refusal = REFUSAL_RETRY};
	}
	j->in_a_row++;
	if (row->refusal == REFUSAL_CREDIT || row->refusal == REFUSAL_BLOCKED)
		return ours(j, 15 * MINUTE_MS, 60 * MINUTE_MS);
	switch (row->class) {
	case SMPP_CLASS_THROTTLED:
		return too_much();
	case SMPP_CLASS_FULL:
		return shared(j, to) ? too_much() : by_itself(REFUSAL_RETRY);
	case SMPP_CLASS_OK:
	case SMPP_CLASS_PASSING:
		return passing(j);
	case SMPP_CLASS_SESSION:
		return (struct smpp_verdict){
		    .rebind = true, .refusal = REFUSAL_WAIT};
	case SMPP_CLASS_LOGIN:
		return ours(j, MINUTE_MS, 60 * MINUTE_MS);
	case SMPP_CLASS_NUMBER:
	case SMPP_CLASS_TEXT:
	case SMPP_CLASS_SENDER:
	case SMPP_CLASS_UNKNOWN:
		break;
	}
	return shared(j, to) ? ours(j, MINUTE_MS, 60 * MINUTE_MS)
			     : by_itself(row->refusal);
}

int64_t
smpp_judge_rebinds(struct smpp_judge *j)
{
	int before = j->rebinds++;
	return before == 0 ? 0
			   : grown(5 * SECOND_MS, 5 * MINUTE_MS, before - 1);
}
