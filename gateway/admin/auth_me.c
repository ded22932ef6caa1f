/* auth_me - what a user does with his own account. */
#include <string.h>

#include "base/json.h"
#include "base/panic.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth_impl.h"

/* -- who I am ---------------------------------------------------------------
 */

json_t *
auth_me(struct auth *auth, const struct caller *who, const char *token)
{
	const struct market *m = auth->config.market;
	char csrf[AUTH_CSRF_OCTETS];
	struct user user;
	json_t *me;

	(void)store_user_get(auth->config.reader, who->user_id, &user);
	auth_csrf(csrf, str_from(token));
	me = json_pack("{s:s, s:s, s:o, s:s, s:b, s:b, s:o, s:s, s:s, s:b}",
	    "name", who->name, "role", caller_role_name(who->role), "csrf",
	    token[0] != '\0' ? json_string(csrf) : json_null(), "language",
	    user.language, "totp", (int)user.totp_on, "demo",
	    (int)auth->config.demo, "market",
	    json_clean(m->name, strlen(m->name)), "currency", m->currency,
	    "time_zone", m->timezone, "numbers", (int)who->numbers);
	PANIC_UNLESS(me != NULL);
	if (who->user_id != 0 && auth_needs_totp(auth, &user))
		json_object_set_new(me, "need", json_string("totp"));
	return me;
}

void
auth_me_get(
    struct auth *auth, struct http_request *request, const struct caller *who)
{
	char token[TOKEN_SESSION_OCTETS] = "";

	if (who->session_id != 0)
		str_copy(token, sizeof(token), auth_cookie(auth, request));
	api_reply(request, 200, auth_me(auth, who, token));
}

/* -- the password -----------------------------------------------------------
 */

static void
change_password(struct auth_op *op, const struct turn *turn)
{
	struct user user;

	if (!op->hash.right) {
		auth_try_wrong(op, turn, "wrong old password");
		auth_op_refuse(op, 403, "the old password is wrong");
		return;
	}
	if (!auth_op_user(op, turn, &user))
		return;
	str_copy(user.password, sizeof(user.password), str_from(op->hash.made));
	user.password_ms = turn->now_ms;
	store_user_put(turn->store, &user);
	/* Whoever got in by the old one is out; this one goes on under a new
	 * name. */
	(void)store_login_end_all(turn->store, user.id, 0, turn->now_ms);
	auth_op_let_in(op, turn, &user);
	auth_op_audit(op, turn, "user.password", "%s changed it", user.name);
}

static void
changed(struct auth_op *op)
{
	if (!op->let_in)
		return;
	auth_try_right(op, true);
	op->reply = auth_me(op->auth, &op->caller, op->token);
}

static void
compared(struct auth_op *op)
{
	op->after = changed;
	token_session(op->token);
	auth_op_submit(op, change_password);
}

static void
password(struct auth_op *op)
{
	const char *old = json_text(op->body, "old", "");

	if (!auth_op_fresh(op, json_text(op->body, "new", ""), op->name)) {
		auth_op_end(op);
		return;
	}
	if (!auth_try(op))
		return;
	str_copy(op->hash.typed, sizeof(op->hash.typed), str_from(old));
	str_copy(op->hash.against, sizeof(op->hash.against),
	    str_from(op->user.password));
	auth_op_hash(op, compared);
}

/* -- the language -----------------------------------------------------------
 */

static bool
is_language(const char *word)
{
	size_t octets = strlen(word);

	return octets < sizeof(((struct user *)NULL)->language) &&
	       strspn(word, "abcdefghijklmnopqrstuvwxyz"
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == octets;
}

static void
change_language(struct auth_op *op, const struct turn *turn)
{
	const char *word = json_text(op->body, "language", "");
	struct user user;

	if (!is_language(word)) {
		auth_op_refuse(op, 422, "language is a tag like \"sw\"");
		return;
	}
	if (!auth_op_user(op, turn, &user))
		return;
	str_copy(user.language, sizeof(user.language), str_from(word));
	store_user_put(turn->store, &user);
}

static void
language(struct auth_op *op)
{
	auth_op_submit(op, change_language);
}

/* -- sessions ---------------------------------------------------------------
 */

struct list {
	const struct auth *auth;
	const struct caller *who;
	json_t *items;
};

static bool
list_session(void *arg, const struct login *login)
{
	struct list *list = arg;

	if (!auth_lives(list->auth, login))
		return true;
	json_array_append_new(list->items,
	    json_pack("{s:I, s:b, s:o, s:o, s:o, s:o}", "id",
		(json_int_t)login->id, "current",
		(int)(login->id == list->who->session_id), "since",
		api_time(login->made_ms), "seen", api_time(login->seen_ms),
		"address", api_text(login->address), "agent",
		api_text(login->agent)));
	return true;
}

static void
sessions_get(
    struct auth *auth, struct http_request *request, const struct caller *who)
{
	struct list list = {auth, who, json_array()};

	store_login_each(
	    auth->config.reader, who->user_id, list_session, &list);
	api_reply(
	    request, 200, json_pack("{s:o, s:n}", "items", list.items, "next"));
}

/* The number in "sessions/ID/end". */
static int64_t
session_id(const char *path)
{
	const char *at = strstr(path, "/sessions/") + 10;
	int64_t id;

	(void)str_to_int64(&id, str_of(at, strcspn(at, "/")));
	return id;
}

static void
end_session(struct auth_op *op, const struct turn *turn)
{
	int64_t id = session_id(http_request_path(op->request));

	if (!store_login_end(
		turn->store, op->caller.user_id, id, turn->now_ms)) {
		auth_op_refuse(op, 404, "no such session of yours");
		return;
	}
	op->let_out = id == op->caller.session_id;
	auth_op_audit(
	    op, turn, "auth.session_end", "session %lld", (long long)id);
}

static void
session_end(struct auth_op *op)
{
	auth_op_submit(op, end_session);
}

/* -- which of them -----------------------------------------------------------
 */

static void
post(struct auth *auth, struct http_request *request, const struct caller *who,
    void (*fn)(struct auth_op *op))
{
	struct auth_op *op = auth_op_new(auth, request, who);

	if (op != NULL)
		fn(op);
}

static bool
is_session_end(const char *act)
{
	size_t octets = strlen(act);

	return strncmp(act, "sessions/", 9) == 0 && octets > 13 &&
	       strcmp(act + octets - 4, "/end") == 0 &&
	       strspn(act + 9, "0123456789") == octets - 13;
}

void
auth_own(struct auth *auth, struct http_request *request,
    const struct caller *who, const char *act)
{
	bool reads = http_request_method(request) == HTTP_GET;

	if (who->user_id == 0)
		auth_refuse(
		    request, 403, NULL, "a token has no account of its own");
	else if (strcmp(act, "sessions") == 0 && reads)
		sessions_get(auth, request, who);
	else if (is_session_end(act) && !reads)
		post(auth, request, who, session_end);
	else if (strcmp(act, "password") == 0 && !reads)
		post(auth, request, who, password);
	else if (strcmp(act, "proof") == 0 && !reads)
		auth_proof_post(auth, request, who);
	else if (strcmp(act, "language") == 0 && !reads)
		post(auth, request, who, language);
	else if (strncmp(act, "totp/", 5) == 0 && !reads)
		auth_totp_post(auth, request, who, act + 5);
	else
		auth_refuse(request, 404, NULL, "no such path");
}
