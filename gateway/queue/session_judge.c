#include "gateway/queue/session_judge.h"

#include "base/panic.h"

#define START (1u << SESSION_START)
#define INPUT (1u << SESSION_INPUT)
#define EITHER (1u << SESSION_EITHER)
#define WHOLE (1u << SESSION_WHOLE)
#define HANGUP (1u << SESSION_HANGUP)
#define SPOKEN (START | INPUT | EITHER | WHOLE)

#define KNOWN SESSION_IS_KNOWN
#define OPEN SESSION_IS_OPEN
#define DONE SESSION_IS_DONE
#define IDLE SESSION_IS_IDLE
#define FRESH SESSION_IS_FRESH
#define FIRST SESSION_IS_FIRST
#define SAME SESSION_SAID_SAME

struct rule {
	unsigned events;
	unsigned with, without; /* facts */
	enum session_verdict verdict;
};

static const struct rule rules[] = {
    /* Ids can be guessed, and some gateways use one twice. */
    {SPOKEN | HANGUP, KNOWN | SESSION_IS_OTHERS, 0, SESSION_DO_REFUSE},
    {SPOKEN, SESSION_IS_ELSEWHERE, KNOWN, SESSION_DO_REFUSE},

    {HANGUP, KNOWN | OPEN, 0, SESSION_DO_HANG_UP},
    {HANGUP, 0, 0, SESSION_DO_NOTHING},

    /* No answers yet, and the one with that id is over: copies of a gateway use
     * ids again, and a repeat does not come after the end. */
    {WHOLE, KNOWN | SESSION_SAID_NOTHING, OPEN, SESSION_DO_BEGIN},
    {SPOKEN, KNOWN | SESSION_KEY_KNOWN, 0, SESSION_DO_REPEAT},

    /* A start that comes twice is real traffic; never an answer. */
    {START, KNOWN | OPEN | FIRST | SAME, IDLE, SESSION_DO_LAST},
    {START, KNOWN | DONE | FIRST | SAME, SESSION_IS_BY_PHONE | SESSION_HAS_KEY,
	SESSION_DO_LAST},
    {START, 0, 0, SESSION_DO_BEGIN},
    {EITHER, KNOWN | OPEN | FIRST | SAME | SESSION_SAID_CODE, IDLE,
	SESSION_DO_LAST},
    {EITHER, KNOWN | DONE | FIRST | SAME | SESSION_SAID_CODE,
	SESSION_IS_BY_PHONE | SESSION_HAS_KEY, SESSION_DO_LAST},

    /* Theirs who does not tell: nobody answers with "*384*96#". */
    {EITHER, KNOWN | OPEN | SESSION_SAID_STAR, 0, SESSION_DO_BEGIN},
    {EITHER, KNOWN | SESSION_SAID_CODE, OPEN, SESSION_DO_BEGIN},
    {EITHER, 0, KNOWN, SESSION_DO_BEGIN},

    {INPUT | EITHER, KNOWN | OPEN, IDLE, SESSION_DO_ANSWER},
    {INPUT | EITHER, KNOWN | DONE | SAME, SESSION_HAS_KEY, SESSION_DO_LAST},
    {INPUT | EITHER | WHOLE, KNOWN | SESSION_IS_REPLACED, 0, SESSION_DO_ENDED},
    {INPUT | EITHER, KNOWN | FRESH, 0, SESSION_DO_RESUME},
    {INPUT | EITHER, 0, 0, SESSION_DO_OVER},

    {WHOLE, KNOWN | OPEN | SESSION_SAID_MORE, IDLE, SESSION_DO_ANSWER},
    {WHOLE, KNOWN | FRESH | SESSION_SAID_MORE, 0, SESSION_DO_RESUME},
    {WHOLE, KNOWN | OPEN, SESSION_SAID_NOTHING, SESSION_DO_RETRACE},
    {WHOLE, 0, 0, SESSION_DO_BEGIN},
};

#define RULES (sizeof(rules) / sizeof(rules[0]))

size_t
session_judge_rules(void)
{
	return RULES;
}

size_t
session_judge_rule(enum session_event event, unsigned facts)
{
	size_t i = 0;
	while (i < RULES && ((rules[i].events & 1u << event) == 0 ||
				(facts & rules[i].with) != rules[i].with ||
				(facts & rules[i].without) != 0))
		i++;
	PANIC_UNLESS(i < RULES);
	return i;
}

enum session_verdict
session_judge(enum session_event event, unsigned facts)
{
	return rules[session_judge_rule(event, facts)].verdict;
}
