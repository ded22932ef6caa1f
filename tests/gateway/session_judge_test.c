/* The table of what becomes of an ask: each rule decides something, and there
 * is one for whatever may be known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/queue/session_judge.h"

#define FACTS 17
#define RULES_MAX 64

#define KNOWN SESSION_IS_KNOWN
#define OPEN (KNOWN | SESSION_IS_OPEN)
#define DONE (KNOWN | SESSION_IS_DONE)
#define IDLE (OPEN | SESSION_IS_IDLE)
#define FRESH SESSION_IS_FRESH
#define FIRST SESSION_IS_FIRST
#define KEY SESSION_HAS_KEY
#define SAME SESSION_SAID_SAME
#define CODE SESSION_SAID_CODE
#define STAR (SESSION_SAID_STAR | SESSION_SAID_CODE)
#define MORE SESSION_SAID_MORE
#define NOTHING SESSION_SAID_NOTHING

#define EVENT_START SESSION_START
#define EVENT_INPUT SESSION_INPUT
#define EVENT_EITHER SESSION_EITHER
#define EVENT_WHOLE SESSION_WHOLE
#define EVENT_HANGUP SESSION_HANGUP

struct row {
	const char *what;
	enum session_event event;
	unsigned facts;
	enum session_verdict verdict;
};

static const struct row rows[] = {
    {"another phone's id", EVENT_INPUT, OPEN | SESSION_IS_OTHERS,
	SESSION_DO_REFUSE},
    {"another phone's id, over", EVENT_START, DONE | SESSION_IS_OTHERS,
	SESSION_DO_REFUSE},
    {"another phone hangs up", EVENT_HANGUP, OPEN | SESSION_IS_OTHERS,
	SESSION_DO_REFUSE},
    {"open on another channel", EVENT_START, SESSION_IS_ELSEWHERE,
	SESSION_DO_REFUSE},
    {"hung up there, not here", EVENT_HANGUP, SESSION_IS_ELSEWHERE,
	SESSION_DO_NOTHING},

    {"hung up", EVENT_HANGUP, OPEN, SESSION_DO_HANG_UP},
    {"hung up long after", EVENT_HANGUP, IDLE, SESSION_DO_HANG_UP},
    {"hung up after the end", EVENT_HANGUP, DONE, SESSION_DO_NOTHING},
    {"hung up what nobody knows", EVENT_HANGUP, 0, SESSION_DO_NOTHING},

    {"an answered key", EVENT_INPUT, OPEN | KEY | SESSION_KEY_KNOWN,
	SESSION_DO_REPEAT},
    {"an answered key, over", EVENT_INPUT, DONE | KEY | SESSION_KEY_KNOWN,
	SESSION_DO_REPEAT},
    {"an answered key of a start", EVENT_START, OPEN | KEY | SESSION_KEY_KNOWN,
	SESSION_DO_REPEAT},
    {"an answered text", EVENT_WHOLE, OPEN | KEY | SESSION_KEY_KNOWN,
	SESSION_DO_REPEAT},
    {"no text, known, open", EVENT_WHOLE,
	OPEN | KEY | SESSION_KEY_KNOWN | NOTHING, SESSION_DO_REPEAT},
    {"no text, known, over", EVENT_WHOLE,
	DONE | KEY | SESSION_KEY_KNOWN | NOTHING, SESSION_DO_BEGIN},

    {"a start", EVENT_START, 0, SESSION_DO_BEGIN},
    {"a start twice", EVENT_START, OPEN | FIRST | SAME, SESSION_DO_LAST},
    {"a start twice, another key", EVENT_START, OPEN | FIRST | SAME | KEY,
	SESSION_DO_LAST},
    {"a start twice, long after", EVENT_START, IDLE | FIRST | SAME,
	SESSION_DO_BEGIN},
    {"a start twice, other string", EVENT_START, OPEN | FIRST,
	SESSION_DO_BEGIN},
    {"a start in the middle", EVENT_START, OPEN | SAME, SESSION_DO_BEGIN},
    {"a start that ended, twice", EVENT_START, DONE | FIRST | SAME,
	SESSION_DO_LAST},
    {"the same of a phone", EVENT_START,
	DONE | FIRST | SAME | SESSION_IS_BY_PHONE, SESSION_DO_BEGIN},

    {"not told, unknown", EVENT_EITHER, 0, SESSION_DO_BEGIN},
    {"not told, open", EVENT_EITHER, OPEN, SESSION_DO_ANSWER},
    {"not told, dialled twice", EVENT_EITHER, OPEN | FIRST | SAME | CODE,
	SESSION_DO_LAST},
    {"not told, answered, the code beside it", EVENT_EITHER,
	OPEN | FIRST | SAME, SESSION_DO_ANSWER},
    {"not told, dialled twice, over", EVENT_EITHER, DONE | FIRST | SAME | CODE,
	SESSION_DO_LAST},
    {"not told, dialled again", EVENT_EITHER, OPEN | STAR, SESSION_DO_BEGIN},
    {"not told, over, dialled", EVENT_EITHER, DONE | CODE, SESSION_DO_BEGIN},
    {"not told, over, answered", EVENT_EITHER, DONE, SESSION_DO_OVER},
    {"not told, over, the same", EVENT_EITHER, DONE | SAME, SESSION_DO_LAST},
    {"not told, late", EVENT_EITHER, IDLE | FRESH, SESSION_DO_RESUME},

    {"an answer", EVENT_INPUT, OPEN, SESSION_DO_ANSWER},
    {"the same answer again", EVENT_INPUT, OPEN | SAME, SESSION_DO_ANSWER},
    {"the last answer again", EVENT_INPUT, DONE | SAME, SESSION_DO_LAST},
    {"the last answer, another key", EVENT_INPUT, DONE | SAME | KEY,
	SESSION_DO_OVER},
    {"a late answer", EVENT_INPUT, IDLE | FRESH, SESSION_DO_RESUME},
    {"a late answer after the sweep", EVENT_INPUT, KNOWN | FRESH,
	SESSION_DO_RESUME},
    {"a late answer to what does not last", EVENT_INPUT, IDLE, SESSION_DO_OVER},
    {"an answer to one that they left", EVENT_INPUT,
	KNOWN | FRESH | SESSION_IS_REPLACED, SESSION_DO_ENDED},
    {"an answer to nothing", EVENT_INPUT, 0, SESSION_DO_OVER},

    {"a text, unknown", EVENT_WHOLE, KEY, SESSION_DO_BEGIN},
    {"a text that goes on", EVENT_WHOLE, OPEN | KEY | MORE, SESSION_DO_ANSWER},
    {"a text that does not", EVENT_WHOLE, OPEN | KEY, SESSION_DO_RETRACE},
    {"a text that goes on, late", EVENT_WHOLE, IDLE | FRESH | KEY | MORE,
	SESSION_DO_RESUME},
    {"a text after the end", EVENT_WHOLE, DONE | KEY | MORE, SESSION_DO_BEGIN},
    {"a text to one that they left", EVENT_WHOLE,
	KNOWN | FRESH | KEY | MORE | SESSION_IS_REPLACED, SESSION_DO_ENDED},
    {"no text, unknown", EVENT_WHOLE, KEY | NOTHING, SESSION_DO_BEGIN},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

static void
each_row_is_judged_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS; i++)
		if (session_judge(rows[i].event, rows[i].facts) !=
		    rows[i].verdict)
			fail_msg("%s: %d", rows[i].what,
			    (int)session_judge(rows[i].event, rows[i].facts));
}

static void
each_rule_decides_a_row(void **state)
{
	bool used[RULES_MAX] = {false};
	(void)state;
	assert_true(session_judge_rules() <= RULES_MAX);
	for (size_t i = 0; i < ROWS; i++)
		used[session_judge_rule(rows[i].event, rows[i].facts)] = true;
	for (size_t i = 0; i < session_judge_rules(); i++)
		if (!used[i])
			fail_msg("no row is decided by rule %zu", i);
}

/* Whatever is known, there is a verdict; and no answer is ever worked twice,
 * nor for another phone. */
static void
nothing_is_without_a_rule(void **state)
{
	(void)state;
	for (int event = SESSION_START; event <= SESSION_HANGUP; event++)
		for (unsigned facts = 0; facts < 1u << FACTS; facts++) {
			enum session_verdict v =
			    session_judge((enum session_event)event, facts);
			if ((facts & KNOWN) == 0)
				assert_true(v != SESSION_DO_ANSWER &&
					    v != SESSION_DO_LAST);
			else if (facts & SESSION_IS_OTHERS)
				assert_int_equal(v, SESSION_DO_REFUSE);
			else if (facts & SESSION_KEY_KNOWN)
				assert_true(v != SESSION_DO_ANSWER &&
					    v != SESSION_DO_OVER);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_row_is_judged_so),
	    cmocka_unit_test(each_rule_decides_a_row),
	    cmocka_unit_test(nothing_is_without_a_rule),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
