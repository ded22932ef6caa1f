/* auth_text - the second factor of a console's user, in a text.
 *
 * A person who texts may be tied to a user (`furrow user phone`).  What they
 * ask by text is done at once when six digits of that user's app stand behind
 * it, as at the login and out of the same row: each code once, by text or
 * there.  Only for users who are admins and not disabled. */
#ifndef GATEWAY_ADMIN_AUTH_TEXT_H
#define GATEWAY_ADMIN_AUTH_TEXT_H

#include "gateway/core/handler.h"

/* As trade_config.code.  Five wrong codes, and none counts for a minute, then
 * for two …, an hour at most: NONE, as without a user and while the clock is
 * not sure. */
enum handler_code auth_text_code(
    const struct turn *turn, int64_t person_id, struct str digits);

#endif
