#include "gateway/core/session_life.h"

#define TO(state) FSM_BIT(SESSION_##state)

/* A dialogue that is over by itself (DONE) may still turn out to be LOST: its
 * last screen was not shown.  One that was dropped or lost goes on when its
 * late answer comes. */
static const struct fsm_state states[] = {
    {"none", 0, TO(OPEN), NULL, NULL, NULL},
    [SESSION_OPEN] = {"open", 0, TO(WAIT) | TO(DONE) | TO(DROPPED) | TO(LOST),
	NULL, NULL, NULL},
    [SESSION_WAIT] = {"waiting", 0, TO(OPEN) | TO(DROPPED) | TO(LOST), NULL,
	NULL, NULL},
    [SESSION_DONE] = {"done", 0, TO(LOST), NULL, NULL, NULL},
    [SESSION_DROPPED] = {"dropped", 0, TO(OPEN), NULL, NULL, NULL},
    [SESSION_LOST] = {"lost", 0, TO(OPEN), NULL, NULL, NULL},
};

static const struct fsm_table table = {
    "dialogue", states, sizeof(states) / sizeof(states[0]), NULL, 0, -1};

const struct fsm_table *
session_life_table(void)
{
	return &table;
}

bool
session_life_allows(enum session_life from, enum session_life to)
{
	return fsm_allows(&table, (int)from, (int)to);
}
