/* auth_first - the first user: a code that furrowd says where it runs, and whom
 * it makes an admin. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "base/panic.h"

#include "gateway/admin/auth_first.h"
#include "gateway/admin/auth_impl.h"

#define LASTS_MS INT64_C(86400000)
#define TRIES_MOST 10

/* -- the code -------------------------------------------------------------- */

void
auth_first_put(
    struct store *store, const char code[TOKEN_CODE_OCTETS], int64_t now_ms)
{
	struct setup_code row = {.made_ms = now_ms};

	digest_sha256(row.hash, span_of(code, strlen(code)));
	store_setup_put(store, &row);
}

struct first {
	struct job job;
	struct auth *auth;
	char code[TOKEN_CODE_OCTETS];
	bool made;
};

static void
first_run(struct job *job, const struct turn *turn)
{
	struct first *f = (struct first *)job;

	f->made = store_user_count(turn->store) == 0;
	if (f->made)
		auth_first_put(turn->store, f->code, turn->now_ms);
	else
		store_setup_put(turn->store, NULL);
}

static void
first_done(struct job *job, bool committed)
{
	struct first *f = (struct first *)job;

	/* It is of use once, for a day, to whoever can read this machine's log:
	 * who can do that can add users anyway. */
	if (committed && f->made)
		log_event(LOG_WARN, "auth", "no_user_yet",
		    "why=\"open %s and give the code %s\"",
		    f->auth->config.address != NULL ? f->auth->config.address
						    : "the console",
		    f->code);
	explicit_bzero(f, sizeof(*f));
	free(f);
}

void
auth_begin(struct auth *auth)
{
	struct first *f = xcalloc(1, sizeof(*f));

	f->job = (struct job){.run = first_run, .done = first_done};
	f->auth = auth;
	token_code(f->code);
	auth->config.submit(auth->config.arg, &f->job);
}

const char *
auth_address(const struct auth *auth)
{
	return auth->config.address != NULL ? auth->config.address : "";
}

/* -- the first user ---------------------------------------------------------
 */

/* Takes the code, or counts a wrong try. */
static bool
take_code(struct auth_op *op, const struct turn *turn)
{
	char code[TOKEN_CODE_OCTETS];
	uint8_t hash[DIGEST_OCTETS];
	struct setup_code row;

	if (!store_setup_get(turn->store, &row) || row.tries >= TRIES_MOST ||
	    turn->now_ms - row.made_ms >= LASTS_MS) {
		auth_op_refuse(op, 403,
		    "no code is valid: restart furrowd, or say furrow user "
		    "code on its machine");
		return false;
	}
	(void)token_code_read(code, str_from(json_text(op->body, "code", "")));
	digest_sha256(hash, span_of(code, strlen(code)));
	if (digest_same(str_of((const char *)hash, sizeof(hash)),
		str_of((const char *)row.hash, sizeof(row.hash)))) {
		store_setup_put(turn->store, NULL);
		return true;
	}
	row.tries++;
	store_setup_put(turn->store, &row);
	auth_op_audit(
	    op, turn, "auth.setup_failed", "wrong code from %s", op->address);
	auth_op_refuse(op, 403, "this is not the code");
	return false;
}

static void
add_first(struct auth_op *op, const struct turn *turn)
{
	struct user user = {.role = CALLER_ADMIN, .made_ms = turn->now_ms};

	if (store_user_count(turn->store) != 0) {
		auth_op_refuse(op, 409, "there is a user already: log in");
		return;
	}
	if (!take_code(op, turn))
		return;
	str_copy(user.name, sizeof(user.name), str_from(op->name));
	str_copy(user.password, sizeof(user.password), str_from(op->hash.made));
	store_user_add(turn->store, &user);
	user.password_ms = user.login_ms = turn->now_ms;
	store_user_put(turn->store, &user);
	auth_op_let_in(op, turn, &user);
	auth_op_audit(op, turn, "user.add",
	    "%s admin, the first one, with the code, from %s", user.name,
	    op->address);
}

static void
added(struct auth_op *op)
{
	if (!op->let_in)
		return;
	auth_try_right(op, true);
	op->reply = auth_me(op->auth, &op->caller, op->token);
	op->status = 201;
}

static void
hashed(struct auth_op *op)
{
	op->after = added;
	token_session(op->token);
	auth_op_submit(op, add_first);
}

/* What costs time comes after what a stranger cannot know. */
static bool
is_worth_a_hash(struct auth_op *op)
{
	char code[TOKEN_CODE_OCTETS];
	struct str said = str_from(json_text(op->body, "code", ""));

	if (store_user_count(op->auth->config.reader) != 0)
		auth_op_refuse(op, 409, "there is a user already: log in");
	else if (!token_code_read(code, said))
		auth_op_refuse(op, 422, "the code has the form XXXX-XXXX");
	else if (!auth_name_read(op->name, json_text(op->body, "name", "")))
		auth_op_refuse(op, 422, AUTH_NAME_RULE);
	else
		return auth_op_fresh(
		    op, json_text(op->body, "password", ""), op->name);
	return false;
}

void
auth_setup_post(struct auth *auth, struct http_request *request)
{
	struct auth_op *op = auth_op_new(auth, request, NULL);

	if (op == NULL)
		return;
	if (!is_worth_a_hash(op))
		auth_op_end(op);
	else if (auth_try(op))
		auth_op_hash(op, hashed);
}

/* -- names ------------------------------------------------------------------
 */

bool
auth_name_read(char dst[USER_NAME_OCTETS], const char *name)
{
	size_t octets = strlen(name);

	dst[0] = '\0';
	if (octets < 2 || octets >= USER_NAME_OCTETS)
		return false;
	for (size_t i = 0; i <= octets; i++)
		dst[i] = name[i] >= 'A' && name[i] <= 'Z'
			     ? (char)(name[i] - 'A' + 'a')
			     : name[i];
	return dst[0] >= 'a' && dst[0] <= 'z' &&
	       strspn(dst, "abcdefghijklmnopqrstuvwxyz0123456789._-") == octets;
}
