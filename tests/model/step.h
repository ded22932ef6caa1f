/* step - what happens next in the model's market: a text from somebody, or
 * time.  The words are drawn at random from how people write; many make no
 * sense where they are said, and that is the point. */
#ifndef TESTS_MODEL_STEP_H
#define TESTS_MODEL_STEP_H

#include "tests/model/world.h"

enum step_act {
	STEP_WAIT, /* time passes */
	STEP_ORDER,
	STEP_CHANGE,
	STEP_CANCEL,
	STEP_YES,
	STEP_NO,
	STEP_PART, /* only 3 */
	STEP_COUNTER, /* 45/kg */
	STEP_DONE,
	STEP_GOT,
	STEP_PAID,
	STEP_NOSHOW,
	STEP_PROBLEM,
	STEP_STOP,
	STEP_START,
	STEP_SELL, /* SELL, STOCK, PRICE, SOLD OUT */
	STEP_DIGIT, /* a bare figure: answers whatever is open */
	STEP_ASK, /* STATUS, HELP, MY, INCOME, TURN, PRICE OF */
	STEP_NOISE, /* small talk */
	STEP_SALE, /* SALE, SALE END */
	STEP_POOL, /* TOOK, SPLIT, GIVE: a leader's */
	STEP_OUTAGE, /* furrow itself was away */
	STEP_PHONE, /* a phone goes off, or on again */
	STEP_ADMIN, /* acts for who called */
	STEP_ACTS,
};

struct step {
	enum step_act act;
	struct world_person *who; /* NULL with WAIT and OUTAGE */
	char code[8]; /* "" none */
	bool plain; /* the verb and the code, nothing else: must be obeyed */
	char text[160];
	int64_t wait_ms;
	int admin_act; /* enum handler_act */
};

/* Somebody wrote; else time passed or an admin acted. */
bool step_is_text(const struct step *step);
void step_draw(struct step *step, struct world *world);
const char *step_name(enum step_act act);

#endif
