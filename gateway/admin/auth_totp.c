/* auth_totp - setting up the second factor, and taking it off.
 *
 * start: the password, for who finds a console left open; a key is kept, but
 * counts for nothing until confirm has seen a code of it. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/totp.h"

#include "gateway/admin/auth_impl.h"

/* -- start ------------------------------------------------------------------
 */

/* A label of an otpauth URI: what is not plain is escaped. */
static void
escape(struct buf *to, const char *text)
{
	for (const char *at = text; *at != '\0'; at++)
		if (strchr(
			"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			"0123456789._-",
			*at) != NULL)
			buf_add_format(to, "%c", *at);
		else
			buf_add_format(to, "%%%02X", (unsigned char)*at);
}

static json_t *
key_reply(const struct auth_op *op, const struct user *user)
{
	char secret[TOTP_BASE32_OCTETS], uri[512];
	struct buf b = buf_over(uri, sizeof(uri));

	totp_base32(secret, span_of(user->totp, sizeof(user->totp)));
	buf_add_text(&b, "otpauth://totp/furrow%20");
	escape(&b, op->auth->config.market->name);
	buf_add_text(&b, ":");
	escape(&b, user->name);
	buf_add_format(&b, "?secret=%s&issuer=furrow%%20", secret);
	escape(&b, op->auth->config.market->name);
	return json_pack("{s:s, s:s}", "secret", secret, "uri", uri);
}

static bool
is_right(struct auth_op *op, const struct turn *turn, struct user *user)
{
	if (!op->hash.right) {
		auth_try_wrong(
		    op, turn, "wrong password for the second factor");
		auth_op_refuse(op, 403, "the password is wrong");
		return false;
	}
	return auth_op_user(op, turn, user);
}

static void
start_work(struct auth_op *op, const struct turn *turn)
{
	struct user user;

	if (!is_right(op, turn, &user))
		return;
	if (user.totp_on) {
		auth_op_refuse(op, 409, "there is one: take it off first");
		return;
	}
	memcpy(user.totp, op->token, sizeof(user.totp));
	user.totp_begun = true;
	user.totp_step = 0;
	store_user_put(turn->store, &user);
	op->reply = key_reply(op, &user);
}

static void
told(struct auth_op *op)
{
	if (op->problem[0] == '\0')
		auth_try_right(op, true);
}

static void
start(struct auth_op *op)
{
	op->after = told;
	token_random((uint8_t *)op->token, USER_TOTP_OCTETS);
	auth_op_submit(op, start_work);
}

/* -- confirm ----------------------------------------------------------------
 */

static void
spare_codes(struct auth_op *op, const struct turn *turn, int64_t user_id)
{
	json_t *codes = json_array();
	uint8_t hash[DIGEST_OCTETS];

	store_user_recovery_clear(turn->store, user_id);
	for (int i = 0; i < AUTH_RECOVERY_CODES; i++) {
		const char *code = op->spare[i];

		digest_sha256(hash, span_of(code, strlen(code)));
		store_user_recovery_add(
		    turn->store, user_id, span_of(hash, sizeof(hash)));
		json_array_append_new(codes, json_string(code));
	}
	op->reply = json_pack("{s:o}", "recovery", codes);
}

static void
confirm_work(struct auth_op *op, const struct turn *turn)
{
	struct str said = str_from(json_text(op->body, "totp", ""));
	struct user user;

	if (!auth_op_user(op, turn, &user))
		return;
	if (!user.totp_begun || user.totp_on) {
		auth_op_refuse(op, 409, "there is nothing to confirm");
		return;
	}
	if (!totp_is(span_of(user.totp, sizeof(user.totp)), said, turn->now_ms,
		user.totp_step, &user.totp_step)) {
		auth_op_refuse(op, 422,
		    "this is not the code: are the clocks of the phone and of "
		    "the gateway right?");
		return;
	}
	user.totp_on = true;
	store_user_put(turn->store, &user);
	spare_codes(op, turn, user.id);
	auth_op_audit(op, turn, "user.totp_on", "%s", user.name);
}

static void
confirm(struct auth_op *op)
{
	for (int i = 0; i < AUTH_RECOVERY_CODES; i++)
		token_code(op->spare[i]);
	auth_op_submit(op, confirm_work);
}

/* -- off --------------------------------------------------------------------
 */

static void
off_work(struct auth_op *op, const struct turn *turn)
{
	struct user user;

	if (!is_right(op, turn, &user))
		return;
	user.totp_begun = user.totp_on = false;
	store_user_put(turn->store, &user);
	store_user_recovery_clear(turn->store, user.id);
	auth_op_audit(op, turn, "user.totp_off", "%s", user.name);
}

static void
off(struct auth_op *op)
{
	op->after = told;
	auth_op_submit(op, off_work);
}

/* -- which of them -----------------------------------------------------------
 */

static void
with_password(struct auth_op *op, void (*then)(struct auth_op *op))
{
	const char *password = json_text(op->body, "password", "");

	if (!auth_try(op))
		return;
	str_copy(op->hash.typed, sizeof(op->hash.typed), str_from(password));
	str_copy(op->hash.against, sizeof(op->hash.against),
	    str_from(op->user.password));
	auth_op_hash(op, then);
}

void
auth_totp_post(struct auth *auth, struct http_request *request,
    const struct caller *who, const char *act)
{
	bool starts = strcmp(act, "start") == 0, ends = strcmp(act, "off") == 0;
	struct auth_op *op;

	if (!starts && !ends && strcmp(act, "confirm") != 0) {
		auth_refuse(request, 404, NULL, "no such path");
		return;
	}
	op = auth_op_new(auth, request, who);
	if (op == NULL)
		return;
	if (starts || ends)
		with_password(op, starts ? start : off);
	else
		confirm(op);
}
