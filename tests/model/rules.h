/* rules - the market in its simplest words, to judge the real one by.
 *
 * Before a step rules_before() looks at what is open with whoever acts; after
 * it rules_after() looks at every line that moved and asks: may this person, by
 * this, move a line from there to there?  And what was plain must have been
 * obeyed: YES with a code agrees, CANCEL cancels, a stranger's code does
 * nothing.  Shares no code and no table with the trade. */
#ifndef TESTS_MODEL_RULES_H
#define TESTS_MODEL_RULES_H

#include "tests/model/laws.h"
#include "tests/model/step.h"

#define RULES_LINES 63
#define RULES_HOLDS 2000

struct rules {
	struct laws *laws;
	struct laws_mark mark;
	struct laws_line mine[RULES_LINES]; /* of the code that was said */
	size_t mine_count;
	bool stopped; /* before the step */
	int64_t seller_id; /* who acts: what they have is theirs to say; 0 */
	int64_t stock_milli; /* before the step, of all others */
	struct laws_hold holds[RULES_HOLDS];
	size_t holds_count;
	int64_t taken_milli; /* by what was handed over in the step */
	long moves[STEP_ACTS]; /* for the figures: lines moved by such a step */
};

void rules_before(struct rules *rules, const struct step *step);
/* False: `why` says what was done that may not, or not done that must. */
bool rules_after(
    struct rules *rules, const struct step *step, char *why, size_t why_octets);

#endif
