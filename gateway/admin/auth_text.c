#include "gateway/admin/auth_text.h"

#include "base/totp.h"

#include "gateway/admin/auth_slow.h"
#include "gateway/admin/caller.h"
#include "gateway/store/store_user.h"

static const struct auth_slow_rule rule = {4, 60000, 3600000, 86400000};

enum handler_code
auth_text_code(const struct turn *turn, int64_t person_id, struct str digits)
{
	struct user user;

	if (!turn->clock_sure ||
	    !store_user_of_person(turn->store, person_id, &user) ||
	    user.role != CALLER_ADMIN || user.disabled_ms != 0 ||
	    !user.totp_on ||
	    auth_slow_left(&rule, user.failed, user.failed_ms, turn->now_ms) >
		0)
		return HANDLER_CODE_NONE;
	if (totp_is(span_of(user.totp, sizeof(user.totp)), digits, turn->now_ms,
		user.totp_step, &user.totp_step)) {
		user.failed = 0;
		store_user_put(turn->store, &user);
		return HANDLER_CODE_RIGHT;
	}
	user.failed++;
	user.failed_ms = turn->now_ms;
	store_user_put(turn->store, &user);
	return HANDLER_CODE_WRONG;
}
