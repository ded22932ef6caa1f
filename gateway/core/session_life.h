/* session_life - how a dialogue's life goes: which state may follow which.
 *
 * The state itself is a row (ussd_session.state, enum session_life); this is
 * the table of its moves, drawn into docs/machines.md.  OPEN is the state
 * within a turn; no committed row is in it.
 * Pure; owns nothing. */
#ifndef GATEWAY_CORE_SESSION_LIFE_H
#define GATEWAY_CORE_SESSION_LIFE_H

#include <stdbool.h>

#include "base/fsm.h"
#include "gateway/core/session.h"

/* Its state 0 is "none": before the row. */
const struct fsm_table *session_life_table(void);

/* May it go from the one to the other?  A row of the store may say anything:
 * from what is no state nothing is allowed. */
bool session_life_allows(enum session_life from, enum session_life to);

#endif
