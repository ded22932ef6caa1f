/* auth_op - one request under way: hash in the thread, job in the turn, answer.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/panic.h"
#include "base/utf8.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth_impl.h"

#define BODY_CAP 8192
/* On a shared machine "back" shows nothing of who has gone; what a browser
 * keeps of language and theme is no secret, and stays. */
#define FORGET "\"cache\", \"cookies\""

/* What is said of whoever asks, while the request's headers are still there. */
static void
note_asker(struct auth_op *op)
{
	char peer[LOGIN_ADDRESS_OCTETS];
	const char *agent = http_request_header(op->request, "User-Agent");

	http_request_peer(op->request, peer, sizeof(peer));
	utf8_clean(op->address, sizeof(op->address), str_from(peer));
	utf8_clean(op->agent, sizeof(op->agent), str_from(agent));
}

struct auth_op *
auth_op_new(
    struct auth *auth, struct http_request *request, const struct caller *who)
{
	struct str text = http_request_body(request);
	json_t *body =
	    text.octets == 0 ? json_object() : json_read(text, BODY_CAP, NULL);
	struct auth_op *op;

	if (!json_is_object(body)) {
		json_decref(body);
		auth_refuse(
		    request, 400, NULL, "the body is not a JSON object");
		return NULL;
	}
	op = xcalloc(1, sizeof(*op));
	op->auth = auth;
	op->request = request;
	op->body = body;
	if (who != NULL) {
		op->caller = *who;
		str_copy(op->name, sizeof(op->name), str_from(who->name));
		(void)store_user_get(
		    auth->config.reader, who->user_id, &op->user);
	}
	note_asker(op);
	return op;
}

void
auth_op_refuse(struct auth_op *op, int status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(op->problem, sizeof(op->problem), format, args);
	va_end(args);
	op->status = status;
}

/* -- the answer ----------------------------------------------------------- */

/* Scripts of the page cannot read it, other sites cannot send it.  With TLS the
 * name itself says that no other host and no plain connection has set it. */
static void
set_cookie(struct auth_op *op)
{
	bool tls = op->auth->config.tls;
	char line[160];

	snprintf(line, sizeof(line),
	    "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s",
	    tls ? "__Host-furrow" : "furrow", op->let_in ? op->token : "",
	    tls ? "; Secure" : "", op->let_in ? "" : "; Max-Age=0");
	http_answer_header(op->request, "Set-Cookie", line);
	explicit_bzero(line, sizeof(line));
}

void
auth_op_end(struct auth_op *op)
{
	json_t *reply = op->reply;

	if (op->problem[0] != '\0')
		auth_refuse(op->request, op->status, op->need, op->problem);
	else {
		if (op->let_in || op->let_out)
			set_cookie(op);
		if (op->let_out)
			http_answer_header(
			    op->request, "Clear-Site-Data", FORGET);
		if (reply != NULL)
			api_reply(op->request, op->status, json_incref(reply));
		else
			http_answer(
			    op->request, 204, "application/json", STR(""));
	}
	json_decref(reply);
	json_decref(op->body);
	explicit_bzero(op, sizeof(*op));
	free(op);
}

/* -- the thread ----------------------------------------------------------- */

static void
hashed(void *arg, bool ran)
{
	struct auth_op *op = arg;

	if (ran) {
		op->hashed(op);
		return;
	}
	auth_op_refuse(op, 503, "furrowd is ending");
	auth_op_end(op);
}

void
auth_op_hash(struct auth_op *op, void (*then)(struct auth_op *op))
{
	op->hashed = then;
	if (auth_hash_give(op->auth, &op->hash, hashed, op))
		return;
	auth_try_right(op, false); /* it was not looked at */
	http_answer_header(op->request, "Retry-After", "5");
	auth_op_refuse(op, 503, "too many are logging in, try again");
	auth_op_end(op);
}

bool
auth_op_fresh(struct auth_op *op, const char *password, const char *name)
{
	enum password_fault fault = password_judge(str_from(password), name);

	if (fault != PASSWORD_GOOD) {
		auth_op_refuse(
		    op, 422, "the password %s", password_fault_text(fault));
		return false;
	}
	str_copy(op->hash.fresh, sizeof(op->hash.fresh), str_from(password));
	return true;
}

/* -- the turn ------------------------------------------------------------- */

static void
run(struct job *job, const struct turn *turn)
{
	struct auth_op *op = (struct auth_op *)job;

	json_decref(op->reply);
	op->reply = NULL;
	op->problem[0] = '\0';
	op->need = NULL;
	op->let_in = op->let_out = op->locked = false;
	op->ended = 0;
	op->status = 200;
	op->work(op, turn);
}

static void
done(struct job *job, bool committed)
{
	struct auth_op *op = (struct auth_op *)job;

	if (!committed)
		auth_op_refuse(
		    op, 503, "the store could not keep it; try again");
	else if (op->after != NULL)
		op->after(op);
	auth_op_end(op);
}

void
auth_op_submit(struct auth_op *op,
    void (*work)(struct auth_op *op, const struct turn *turn))
{
	op->job = (struct job){.run = run, .done = done, .brief = true};
	op->work = work;
	op->auth->config.submit(op->auth->config.arg, &op->job);
}

void
auth_op_audit(struct auth_op *op, const struct turn *turn, const char *action,
    const char *format, ...)
{
	char what[256], actor[AUTH_ACTOR_OCTETS];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	snprintf(actor, sizeof(actor), "admin:%s",
	    op->caller.name[0] != '\0' ? op->caller.name : "nobody");
	store_audit_add(turn->store, turn->now_ms, actor, action, what);
}

bool
auth_op_user(struct auth_op *op, const struct turn *turn, struct user *out)
{
	if (store_user_get(turn->store, op->user.id, out) &&
	    out->disabled_ms == 0)
		return true;
	auth_op_refuse(op, 401, "this user is no more");
	return false;
}

static void
end_oldest(struct auth_op *op, const struct turn *turn, const struct user *user,
    const struct login *newest)
{
	const struct auth_config *config = &op->auth->config;
	struct login_span span = {
	    config->session_idle_ms, config->session_longest_ms, AUTH_AHEAD_MS};

	op->ended = store_login_end_oldest(
	    turn->store, newest, &span, AUTH_SESSIONS_MOST, turn->now_ms);
	if (op->ended > 0)
		auth_op_audit(op, turn, "auth.session_end",
		    "%s has %d sessions at most: %d older ended", user->name,
		    AUTH_SESSIONS_MOST, op->ended);
}

void
auth_op_let_in(
    struct auth_op *op, const struct turn *turn, const struct user *user)
{
	struct login login = {.user_id = user->id, .made_ms = turn->now_ms};
	uint8_t hash[DIGEST_OCTETS];

	digest_sha256(hash, span_of(op->token, strlen(op->token)));
	str_copy(login.address, sizeof(login.address), str_from(op->address));
	str_copy(login.agent, sizeof(login.agent), str_from(op->agent));
	store_login_add(turn->store, span_of(hash, sizeof(hash)), &login);
	end_oldest(op, turn, user, &login);
	op->caller = (struct caller){.role = (enum caller_role)user->role,
	    .user_id = user->id,
	    .session_id = login.id};
	str_copy(
	    op->caller.name, sizeof(op->caller.name), str_from(user->name));
	op->let_in = true;
}
