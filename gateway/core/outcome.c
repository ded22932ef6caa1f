#include "gateway/core/outcome.h"

const char *
outcome_name(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_ACCEPTED:
		return "accepted";
	case OUTCOME_REFUSED:
		return "refused";
	case OUTCOME_UNKNOWN:
		return "unknown";
	}
	return "?";
}

const char *
refusal_name(enum refusal refusal)
{
	static const char *const names[] = {
	    [REFUSAL_NONE] = "none",
	    [REFUSAL_RETRY] = "retry",
	    [REFUSAL_ELSEWHERE] = "elsewhere",
	    [REFUSAL_WAIT] = "wait",
	    [REFUSAL_DEAD] = "dead",
	    [REFUSAL_CREDIT] = "credit",
	    [REFUSAL_BLOCKED] = "blocked",
	    [REFUSAL_TEXT] = "text",
	};
	return names[refusal];
}
