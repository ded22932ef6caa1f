/* auth_login - in and out, and how wrong tries are slowed down. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "base/totp.h"

#include "gateway/admin/auth_impl.h"

#define DAY_MS INT64_C(86400000)
#define KNOWN_MS (30 * DAY_MS)
#define AUDIT_EACH_MS 1000

/* One person at one place; one place with all its people; one user from places
 * where he never was (kept in his row, so that a restart does not help). */
static const struct auth_slow_rule pair_rule = {5, 1000, 300000, 1800000};
static const struct auth_slow_rule place_rule = {20, 1000, 300000, 1800000};
static const struct auth_slow_rule user_rule = {20, 1000, 60000, DAY_MS};

/* -- slow ------------------------------------------------------------------ */

/* One name from everywhere, whoever has it or nobody: else the wait would tell
 * who is a user here. */
static const struct auth_slow_rule name_rule = {20, 1000, 60000, DAY_MS};

static uint64_t
key_of(const struct auth *auth, const char *address, const char *name)
{
	char text[128];
	int octets = snprintf(text, sizeof(text), "%llx %s %s",
	    (unsigned long long)auth->seed, address, name);

	return span_hash(span_of(text, (size_t)octets)) | 1;
}

static int64_t
longest(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* By the user's own row, and by what was tried of that name since we began:
 * the user's own logins do not shorten that, so nobody sees them. */
static int64_t
wait_for_name(const struct auth_op *op, int64_t mono_ms)
{
	int64_t now = auth_now(op->auth), wait;

	if (op->user.id != 0 && store_login_known(op->auth->config.reader,
				    op->user.id, op->address, now - KNOWN_MS))
		return 0;
	wait =
	    auth_slow_wait(&op->auth->slow, &name_rule, op->key_name, mono_ms);
	if (op->user.id == 0)
		return wait;
	return longest(wait, auth_slow_left(&user_rule, op->user.failed,
				 op->user.failed_ms, now));
}

static void
count_try(struct auth_op *op, int64_t now)
{
	struct auth_slow *slow = &op->auth->slow;

	(void)auth_slow_count(slow, &pair_rule, op->key_pair, now);
	(void)auth_slow_count(slow, &place_rule, op->key_address, now);
	(void)auth_slow_count(slow, &name_rule, op->key_name, now);
}

bool
auth_try(struct auth_op *op)
{
	struct auth_slow *slow = &op->auth->slow;
	int64_t now = clock_mono_ms(op->auth->config.clock), wait;
	char place[LOGIN_ADDRESS_OCTETS], seconds[24];

	auth_slow_address(place, op->address);
	op->key_address = key_of(op->auth, place, "");
	op->key_pair = key_of(op->auth, place, op->name);
	op->key_name = key_of(op->auth, "everywhere", op->name);
	wait = longest(auth_slow_wait(slow, &pair_rule, op->key_pair, now),
	    auth_slow_wait(slow, &place_rule, op->key_address, now));
	wait = longest(wait, wait_for_name(op, now));
	if (wait == 0) {
		count_try(op, now);
		return true;
	}
	snprintf(
	    seconds, sizeof(seconds), "%lld", (long long)((wait + 999) / 1000));
	http_answer_header(op->request, "Retry-After", seconds);
	auth_op_refuse(op, 429,
	    "too many wrong tries: wait %s s, then try again", seconds);
	auth_op_end(op);
	return false;
}

/* Half right (a password whose second factor is still to come) only undoes its
 * own try: else it would clear the way for guessing the factor. */
void
auth_try_right(struct auth_op *op, bool wholly)
{
	struct auth_slow *slow = &op->auth->slow;

	if (op->key_pair == 0)
		return;
	if (wholly)
		auth_slow_forget(slow, op->key_pair);
	else
		auth_slow_take_back(slow, op->key_pair);
	auth_slow_take_back(slow, op->key_address);
	auth_slow_take_back(slow, op->key_name);
}

/* The audit takes a row a second in the long run, whoever hammers; the others
 * are counted into the next one. */
static bool
audit_takes(struct auth *auth, int64_t now_ms)
{
	int64_t rows = (now_ms - auth->audit_mono_ms) / AUDIT_EACH_MS;

	if (rows > 0) {
		auth->audit_left = auth->audit_left + rows > AUTH_AUDIT_BURST
				       ? AUTH_AUDIT_BURST
				       : auth->audit_left + (int)rows;
		auth->audit_mono_ms = now_ms;
	}
	return auth->audit_left > 0;
}

/* What was typed for a name that nobody has may be a password. */
static const char *
known_name(const struct auth_op *op)
{
	return op->user.id != 0 ? op->user.name : "nobody";
}

void
auth_try_wrong(struct auth_op *op, const struct turn *turn, const char *why)
{
	struct auth *auth = op->auth;
	struct user user;

	if (store_user_get(turn->store, op->user.id, &user)) {
		user.failed++;
		user.failed_ms = turn->now_ms;
		op->locked = user.failed == user_rule.free + 1;
		store_user_put(turn->store, &user);
	}
	if (audit_takes(auth, clock_mono_ms(auth->config.clock))) {
		auth_op_audit(op, turn,
		    op->locked ? "auth.locked" : "auth.login_failed",
		    "%s from %s: %s%s", known_name(op), op->address, why,
		    auth->audit_left_out > 0 ? " (others were not listed)"
					     : "");
	}
	auth_op_refuse(op, 401, "the name or the password is wrong");
}

static void
told(struct auth_op *op)
{
	struct auth *auth = op->auth;
	char name[64];

	if (op->let_in) {
		auth_try_right(op, true);
		op->reply = auth_me(auth, &op->caller, op->token);
		json_object_set_new(
		    op->reply, "ended", json_integer(op->ended));
		log_event(LOG_INFO, "auth", "login_ok", "user=%s from=%s",
		    log_quote(name, sizeof(name), op->name), op->address);
		return;
	}
	log_event(LOG_WARN, "auth", op->locked ? "locked" : "login_failed",
	    "user=%s from=%s", log_quote(name, sizeof(name), known_name(op)),
	    op->address);
	if (auth->audit_left > 0) {
		auth->audit_left--;
		auth->audit_left_out = 0;
	} else
		auth->audit_left_out++;
}

/* -- in -------------------------------------------------------------------- */

static void
wrong(struct auth_op *op, const struct turn *turn)
{
	auth_try_wrong(op, turn,
	    op->user.id == 0            ? "no such user"
	    : op->user.disabled_ms != 0 ? "disabled"
					: "wrong password");
}

/* The second factor: figures, or one of the codes for who has lost it. */
static bool
is_second(struct auth_op *op, const struct turn *turn, struct user *user)
{
	const char *said = json_text(op->body, "totp", "");
	char code[TOKEN_CODE_OCTETS];
	uint8_t hash[DIGEST_OCTETS];

	if (!user->totp_on ||
	    totp_is(span_of(user->totp, sizeof(user->totp)), str_from(said),
		turn->now_ms, user->totp_step, &user->totp_step))
		return true;
	if (!token_code_read(code, str_from(said)))
		return false;
	digest_sha256(hash, span_of(code, strlen(code)));
	if (!store_user_recovery_take(
		turn->store, user->id, span_of(hash, sizeof(hash))))
		return false;
	auth_op_audit(
	    op, turn, "auth.recovery", "%s used a recovery code", user->name);
	return true;
}

static void
let_in(struct auth_op *op, const struct turn *turn)
{
	struct user user;

	/* Another login may have changed the row since the password was read.
	 */
	if (!auth_op_user(op, turn, &user))
		return;
	if (strcmp(user.password, op->user.password) != 0) {
		auth_op_refuse(op, 401, "the password was changed just now");
		return;
	}
	if (!is_second(op, turn, &user)) {
		auth_try_wrong(op, turn, "wrong second factor");
		auth_op_refuse(op, 401, "the second factor is wrong");
		op->need = "totp";
		return;
	}
	if (op->hash.made[0] != '\0') /* with today's parameters */
		str_copy(user.password, sizeof(user.password),
		    str_from(op->hash.made));
	user.login_ms = turn->now_ms;
	user.failed = 0;
	store_user_put(turn->store, &user);
	store_login_forget(turn->store, turn->now_ms - KNOWN_MS, turn->now_ms);
	auth_op_let_in(op, turn, &user);
	auth_op_audit(op, turn, "auth.login_ok", "from %s", op->address);
}

static void
compared(struct auth_op *op)
{
	const struct user *user = &op->user;

	op->after = told;
	if (!op->hash.right || user->id == 0 || user->disabled_ms != 0) {
		auth_op_submit(op, wrong);
		return;
	}
	if (user->totp_on && json_text(op->body, "totp", "")[0] == '\0') {
		auth_try_right(op, false);
		op->need = "totp";
		auth_op_refuse(op, 401, "the second factor is needed");
		auth_op_end(op);
		return;
	}
	token_session(op->token);
	auth_op_submit(op, let_in);
}

static void
fold_name(char dst[USER_NAME_OCTETS], const char *name)
{
	size_t octets = str_copy(dst, USER_NAME_OCTETS, str_from(name));

	for (size_t i = 0; i < octets; i++)
		if (dst[i] >= 'A' && dst[i] <= 'Z')
			dst[i] = (char)(dst[i] - 'A' + 'a');
	if (octets < strlen(name)) /* longer than any name */
		dst[0] = '\0';
}

void
auth_login_post(struct auth *auth, struct http_request *request)
{
	struct auth_op *op = auth_op_new(auth, request, NULL);
	const char *password;

	if (op == NULL)
		return;
	password = json_text(op->body, "password", "");
	fold_name(op->name, json_text(op->body, "name", ""));
	(void)store_user_find(auth->config.reader, op->name, &op->user);
	if (!auth_try(op))
		return;
	/* A user that is not there costs the same time. */
	str_copy(op->hash.against, sizeof(op->hash.against),
	    str_from(op->user.id != 0 ? op->user.password : password_nobody()));
	str_copy(op->hash.typed, sizeof(op->hash.typed), str_from(password));
	if (op->user.id != 0 && password_is_old(op->user.password))
		str_copy(
		    op->hash.fresh, sizeof(op->hash.fresh), str_from(password));
	auth_op_hash(op, compared);
}

/* -- out ------------------------------------------------------------------- */

static void
let_out(struct auth_op *op, const struct turn *turn)
{
	if (op->caller.session_id != 0 &&
	    store_login_end(turn->store, op->caller.user_id,
		op->caller.session_id, turn->now_ms))
		auth_op_audit(op, turn, "auth.logout", "from %s", op->address);
	op->let_out = true;
}

void
auth_logout_post(
    struct auth *auth, struct http_request *request, const struct caller *who)
{
	struct auth_op *op = auth_op_new(auth, request, who);

	if (op != NULL)
		auth_op_submit(op, let_out);
}
