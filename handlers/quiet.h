/* quiet - when people sleep: the market's quiet hours, or their area's own.
 *
 * An area may have hours of its own (`furrow area import`, column quiet); they
 * hold for the areas in it, too, unless those have theirs.  What waits for the
 * morning: questions to sellers, reminders, and the time they have for an
 * answer.  What does not: the answer to a text that somebody just sent, what
 * follows for the other side of an order of which they are told by it, and
 * STOP.  Where no area has hours of its own this costs one look-up for a piece
 * of work. */
#ifndef HANDLERS_QUIET_H
#define HANDLERS_QUIET_H

#include "handlers/desk.h"

/* The market as it is there, for gateway/core/market's reckoning of hours:
 * desk->market itself, or `scratch` with the area's hours. */
const struct market *quiet_market(
    struct desk *desk, int64_t area_id, struct market *scratch);
/* The same for the area of that person. */
const struct market *quiet_market_of(
    struct desk *desk, int64_t person_id, struct market *scratch);

/* Do they sleep there?  Then *wakes_ms_out is when they wake, else now.  While
 * the clock is unsure nobody sleeps. */
bool quiet_is(struct desk *desk, int64_t area_id, int64_t *wakes_ms_out);

/* Has any area hours of its own? */
bool quiet_differs(struct desk *desk);

#endif
