/* ussd_state - where somebody stands in the screens, and what they chose.
 *
 * vars:  what was chosen, "name=value" and a line feed each, oldest first.  The
 *     newest of a name counts.
 * stack: the screens behind the present one, "id:page:octets" with blanks
 *     between, the oldest first; octets is how long vars was on that screen. So
 *     going back forgets what was chosen since, and nothing else.
 * Limits: those of struct session_state (core/session.h).  A stack that is full
 *     loses its oldest screen: back leads home from there.
 * What comes out of the store is as hostile as anything: what cannot be read is
 *     as if it were not there.
 * Pure; allocates nothing. */
#ifndef HANDLERS_USSD_STATE_H
#define HANDLERS_USSD_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/session.h"

/* -- what was chosen --------------------------------------------------------
 */

/* "" when it was not.  A view into the state, until the next put. */
struct str ussd_state_get(const struct session_state *state, const char *name);
int64_t ussd_state_int(
    const struct session_state *state, const char *name); /* 0: not */
/* Copies; returns dst. */
char *ussd_state_copy(char *dst, size_t dst_octets,
    const struct session_state *state, const char *name);

/* False, and nothing is changed, when it does not fit.  Controls in the value
 * become blanks. */
bool ussd_state_put(
    struct session_state *state, const char *name, struct str value);
bool ussd_state_put_int(
    struct session_state *state, const char *name, int64_t value);
/* "unit=kg days=0" of an option. */
bool ussd_state_set(struct session_state *state, const char *pairs);

/* -- where ------------------------------------------------------------------
 */

/* Forward to `screen` (its page 0).  If it is behind the present one already,
 * back to it instead.  `mark` is how long vars was before the answer to the
 * present screen: ussd_state_mark() then. */
size_t ussd_state_mark(const struct session_state *state);
void ussd_state_go(
    struct session_state *state, const char *screen, size_t mark);

/* The same screen again, one step further in: back leads out of that. */
void ussd_state_into(struct session_state *state, size_t mark);

/* Back by one screen; false: there is none. */
bool ussd_state_back(struct session_state *state);

/* To `screen`, with nothing behind it and nothing chosen, but the names in
 * `keep` ("who pin"). */
void ussd_state_reset(
    struct session_state *state, const char *screen, const char *keep);

#endif
