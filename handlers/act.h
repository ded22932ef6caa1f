/* act - what an admin does for a person who called: what they could have
 * texted, and the history says who did it. */
#ifndef HANDLERS_ACT_H
#define HANDLERS_ACT_H

#include "handlers/desk.h"

enum act_error {
	ACT_CODE = -1, /* no such order */
	ACT_PHONE = -2, /* no such person, or no part in this order */
	ACT_STATE = -3, /* the line's state does not allow it */
};

/* 0, or negative with err->text for the admin. */
int act_admin(
    struct desk *desk, const struct handler_admin *act, struct err *err);

#endif
