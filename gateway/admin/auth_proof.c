/* auth_proof - the password once more, before what makes or unmakes people.
 *
 * A session lasts for hours, and a console is left open on a table.  What gives
 * somebody a way in, or takes somebody's traces away, takes a password that was
 * given in the last AUTH_PROOF_MS: at the login, or by POST /api/v1/me/proof.
 * Whether a change makes somebody an admin by text its body says, not its path:
 * that is api_write_admin()'s, by caller.stale.
 * Kept in memory: after a restart it is asked for again. */
#include <string.h>

#include "base/json.h"

#include "gateway/admin/auth_impl.h"

static const char *const guarded[] = {AUTH_API "users", AUTH_API "tokens",
    AUTH_API "setup-code", AUTH_API "erasures", AUTH_API "audit",
    AUTH_API "people/import"};

static bool
is_guarded(const char *path)
{
	for (size_t i = 0; i < sizeof(guarded) / sizeof(guarded[0]); i++)
		if (auth_is_under(path, guarded[i]))
			return true;
	return false;
}

bool
auth_proof_fresh(const struct auth *auth, const struct login *login)
{
	const struct auth_proven *p =
	    &auth->proven[(uint64_t)login->id % AUTH_PROVEN];
	int64_t since = auth_now(auth) - login->made_ms;

	if (since >= 0 && since < AUTH_PROOF_MS)
		return true;
	return p->session_id == login->id &&
	       clock_mono_ms(auth->config.clock) - p->mono_ms < AUTH_PROOF_MS;
}

bool
auth_proof_ok(const struct auth *auth, struct http_request *request,
    const struct login *login)
{
	if (http_request_method(request) == HTTP_GET ||
	    !is_guarded(http_request_path(request)) ||
	    auth_proof_fresh(auth, login))
		return true;
	auth_refuse(request, 403, "password", AUTH_PROOF_WANTED);
	return false;
}

/* -- giving it --------------------------------------------------------------
 */

static void
work(struct auth_op *op, const struct turn *turn)
{
	struct user user;

	if (!op->hash.right) {
		auth_try_wrong(op, turn, "wrong password, asked once more");
		auth_op_refuse(op, 403, "the password is wrong");
	} else if (auth_op_user(op, turn, &user))
		auth_op_audit(op, turn, "auth.proof", "from %s", op->address);
}

static void
proven(struct auth_op *op)
{
	struct auth *auth = op->auth;
	int64_t id = op->caller.session_id;

	if (op->problem[0] != '\0')
		return;
	auth_try_right(op, true);
	auth->proven[(uint64_t)id % AUTH_PROVEN] = (struct auth_proven){
	    .session_id = id, .mono_ms = clock_mono_ms(auth->config.clock)};
}

static void
compared(struct auth_op *op)
{
	op->after = proven;
	auth_op_submit(op, work);
}

void
auth_proof_post(
    struct auth *auth, struct http_request *request, const struct caller *who)
{
	struct auth_op *op = auth_op_new(auth, request, who);

	if (op == NULL || !auth_try(op))
		return;
	str_copy(op->hash.typed, sizeof(op->hash.typed),
	    str_from(json_text(op->body, "password", "")));
	str_copy(op->hash.against, sizeof(op->hash.against),
	    str_from(op->user.password));
	auth_op_hash(op, compared);
}
