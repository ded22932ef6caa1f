#include "gateway/admin/auth.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "base/panic.h"

#include "gateway/store/store_api_token.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth_impl.h"
#include "gateway/admin/auth_read.h"
#include "gateway/admin/auth_scope.h"

#define TOUCH_MS INT64_C(60000)

struct auth *
auth_new(const struct auth_config *config)
{
	struct auth *auth = xcalloc(1, sizeof(*auth));

	PANIC_UNLESS(config->reader != NULL && config->submit != NULL);
	PANIC_UNLESS(config->market != NULL && config->clock != NULL);
	auth->config = *config;
	if (auth->config.session_idle_ms <= 0)
		auth->config.session_idle_ms = AUTH_SESSION_IDLE_MS;
	if (auth->config.session_longest_ms <= 0)
		auth->config.session_longest_ms = AUTH_SESSION_LONGEST_MS;
	token_random((uint8_t *)&auth->seed, sizeof(auth->seed));
	auth->audit_left = AUTH_AUDIT_BURST;
	auth->audit_mono_ms = clock_mono_ms(config->clock);
	if (config->threads > 0)
		auth->workers = workers_new(config->loop, 1);
	return auth;
}

void
auth_stop(struct auth *auth)
{
	if (auth != NULL)
		workers_free(&auth->workers);
}

void
auth_free(struct auth **auth)
{
	if (*auth == NULL)
		return;
	workers_free(&(*auth)->workers);
	free(*auth);
	*auth = NULL;
}

int64_t
auth_now(const struct auth *auth)
{
	return clock_wall_ms(auth->config.clock);
}

void
auth_refuse(struct http_request *request, int status, const char *need,
    const char *detail)
{
	json_t *problem =
	    json_pack("{s:s, s:s, s:i, s:o}", "type", "about:blank", "title",
		status == 401   ? "Nobody is known by that"
		: status == 403 ? "Not allowed"
		: status == 429 ? "Too many tries"
		: status == 415 ? "Wrong kind of body"
		: status == 422 ? "The values cannot be accepted"
		: status == 503 ? "Not now"
				: "Refused",
		"status", status, "detail", json_clean(detail, strlen(detail)));
	char *text;

	if (need != NULL)
		json_object_set_new(problem, "need", json_string(need));
	if (status == 401)
		http_answer_header(request, "WWW-Authenticate", "Bearer");
	text = json_dumps(problem, JSON_WRITE_FLAGS);
	PANIC_UNLESS(text != NULL);
	http_answer(
	    request, status, "application/problem+json", str_from(text));
	free(text);
	json_decref(problem);
}

/* -- when somebody was last there ------------------------------------------ */

struct touch {
	struct job job;
	int64_t id;
};

static void
touch_run(struct job *job, const struct turn *turn)
{
	struct touch *t = (struct touch *)job;

	if (t->id > 0)
		store_login_seen(turn->store, t->id, turn->now_ms);
	else
		store_api_token_used(turn->store, -t->id, turn->now_ms);
}

static void
touch_done(struct job *job, bool committed)
{
	(void)committed; /* the next request says it again */
	free(job);
}

/* Not for every request a write: once a minute, and for short sessions often
 * enough that they do not end while they are used. */
void
auth_touch(struct auth *auth, int64_t id)
{
	size_t at = (uint64_t)id % AUTH_TOUCHED;
	int64_t now = clock_mono_ms(auth->config.clock);
	int64_t each = auth->config.session_idle_ms / 4;
	struct touch *t;

	if (each > TOUCH_MS)
		each = TOUCH_MS;
	if (auth->touched[at].id == id && now - auth->touched[at].ms < each)
		return;
	auth->touched[at].id = id;
	auth->touched[at].ms = now;
	t = xcalloc(1, sizeof(*t));
	t->job =
	    (struct job){.run = touch_run, .done = touch_done, .brief = true};
	t->id = id;
	auth->config.submit(auth->config.arg, &t->job);
}

/* -- by a token ------------------------------------------------------------ */

static bool
token_find(struct auth *auth, struct str token, struct api_token *out)
{
	uint8_t hash[DIGEST_OCTETS];

	if (!token_api_is(token))
		return false;
	digest_sha256(hash, span_of(token.at, token.octets));
	return store_api_token_find(
		   auth->config.reader, span_of(hash, sizeof(hash)), out) &&
	       out->revoked_ms == 0 &&
	       (out->expires_ms == 0 || auth_now(auth) < out->expires_ms);
}

static void
token_caller(struct auth *auth, const struct api_token *t, struct caller *out)
{
	*out = (struct caller){.role = (enum caller_role)t->role,
	    .token_id = t->id,
	    .numbers = auth_scope_has(t->scope, "numbers")};
	str_copy(out->name, sizeof(out->name), str_from(t->name));
	auth_touch(auth, -t->id);
}

bool
auth_token(
    struct auth *auth, struct str token, const char *scope, struct caller *out)
{
	struct api_token t;

	*out = (struct caller){.role = CALLER_NOBODY};
	if (!token_find(auth, token, &t) ||
	    (auth_scope_is_narrow(t.scope) && !auth_scope_has(t.scope, scope)))
		return false;
	token_caller(auth, &t, out);
	return true;
}

static bool
by_token(struct auth *auth, struct http_request *request, struct str token,
    struct caller *out)
{
	bool reads = http_request_method(request) == HTTP_GET;
	struct api_token t;

	if (!token_find(auth, token, &t)) {
		auth_refuse(request, 401, NULL,
		    "this token is not known, or is revoked or expired");
		return false;
	}
	if (!auth_scope_allows(t.scope, reads, http_request_path(request)) &&
	    strcmp(http_request_path(request), AUTH_API "me") != 0) {
		log_event(LOG_INFO, "auth", "out_of_scope", "token=%lld",
		    (long long)t.id);
		auth_refuse(
		    request, 403, NULL, "this token was made for other things");
		return false;
	}
	token_caller(auth, &t, out);
	return true;
}

/* -- by a cookie ----------------------------------------------------------- */

struct str
auth_cookie(const struct auth *auth, const struct http_request *request)
{
	return auth_read_cookie(http_request_header(request, "Cookie"),
	    auth->config.tls ? "__Host-furrow" : "furrow");
}

void
auth_csrf(char dst[AUTH_CSRF_OCTETS], struct str token)
{
	uint8_t mac[DIGEST_OCTETS];

	digest_hmac(mac, token, STR("furrow csrf"));
	span_to_hex(dst, AUTH_CSRF_OCTETS, span_of(mac, sizeof(mac)));
}

/* A clock that was ahead and is right again must not let a session live until
 * it is there once more. */
bool
auth_lives(const struct auth *auth, const struct login *login)
{
	const struct auth_config *config = &auth->config;
	int64_t now = auth_now(auth);

	return login->ended_ms == 0 &&
	       now - login->seen_ms < config->session_idle_ms &&
	       now - login->made_ms < config->session_longest_ms &&
	       login->seen_ms - now <= AUTH_AHEAD_MS;
}

static bool
session_find(
    struct auth *auth, struct str token, struct login *login, struct user *user)
{
	uint8_t hash[DIGEST_OCTETS];

	if (token.octets != TOKEN_SESSION_OCTETS - 1)
		return false;
	digest_sha256(hash, span_of(token.at, token.octets));
	return store_login_find(
		   auth->config.reader, span_of(hash, sizeof(hash)), login) &&
	       auth_lives(auth, login) &&
	       store_user_get(auth->config.reader, login->user_id, user) &&
	       user->disabled_ms == 0;
}

/* -- who asks ---------------------------------------------------------------
 */

bool
auth_is_under(const char *path, const char *root)
{
	size_t octets = strlen(root);

	return strncmp(path, root, octets) == 0 &&
	       (path[octets] == '\0' || path[octets] == '/');
}

bool
auth_needs_totp(const struct auth *auth, const struct user *user)
{
	return auth->config.totp == AUTH_TOTP_REQUIRED_ADMIN &&
	       user->role == CALLER_ADMIN && !user->totp_on;
}

/* Before the second factor an admin who must have one can only get it. */
static bool
is_held_up(
    struct auth *auth, struct http_request *request, const struct user *user)
{
	const char *path = http_request_path(request);

	if (!auth_needs_totp(auth, user) ||
	    auth_is_under(path, AUTH_API "me") ||
	    strcmp(path, AUTH_API "logout") == 0)
		return false;
	auth_refuse(request, 403, "totp",
	    "admins need a second factor here: set it up first");
	return true;
}

static bool
by_session(struct auth *auth, struct http_request *request, struct caller *out)
{
	struct str token = auth_cookie(auth, request);
	char csrf[AUTH_CSRF_OCTETS];
	struct login login;
	struct user user;

	if (!session_find(auth, token, &login, &user)) {
		auth_refuse(request, 401, NULL,
		    token.octets == 0 ? "log in first"
				      : "this session is over, log in again");
		return false;
	}
	auth_csrf(csrf, token);
	if ((http_request_method(request) != HTTP_GET &&
		!auth_site_ok(request, csrf)) ||
	    is_held_up(auth, request, &user) ||
	    !auth_proof_ok(auth, request, &login))
		return false;
	*out = (struct caller){.role = (enum caller_role)user.role,
	    .user_id = user.id,
	    .session_id = login.id,
	    .stale = !auth_proof_fresh(auth, &login)};
	str_copy(out->name, sizeof(out->name), str_from(user.name));
	auth_touch(auth, login.id);
	return true;
}

static bool
identify(struct auth *auth, struct http_request *request, struct caller *out)
{
	const char *header = http_request_header(request, "Authorization");

	if (header == NULL)
		return by_session(auth, request, out);
	return by_token(auth, request, auth_read_bearer(header), out);
}

/* -- the paths that are ours -------------------------------------------------
 */

/* False: not one of those that make somebody out of nobody. */
static bool
let_nobody(struct auth *auth, struct http_request *request)
{
	const char *path = http_request_path(request);
	bool login = strcmp(path, AUTH_API "login") == 0;

	if (!login && strcmp(path, AUTH_API "setup") != 0)
		return false;
	if (http_request_method(request) != HTTP_POST)
		auth_refuse(request, 405, NULL, "this path takes POST only");
	else if (!auth_site_ok(request, NULL))
		return true;
	else if (login)
		auth_login_post(auth, request);
	else
		auth_setup_post(auth, request);
	return true;
}

static bool
is_ours(
    struct auth *auth, struct http_request *request, const struct caller *who)
{
	const char *path = http_request_path(request);
	bool posts = http_request_method(request) == HTTP_POST;

	if (strcmp(path, AUTH_API "me") == 0 &&
	    http_request_method(request) == HTTP_GET)
		auth_me_get(auth, request, who);
	else if (strcmp(path, AUTH_API "logout") == 0 && posts)
		auth_logout_post(auth, request, who);
	else if (auth_is_under(path, AUTH_API "me"))
		auth_own(auth, request, who,
		    path[sizeof(AUTH_API "me") - 1] == '/'
			? path + sizeof(AUTH_API "me")
			: "");
	else
		return false;
	return true;
}

enum auth_answer
auth_who(struct auth *auth, struct http_request *request, struct caller *out)
{
	*out = (struct caller){.role = CALLER_NOBODY};
	if (!auth_typed(request)) {
		auth_refuse(request, 415, NULL,
		    "the body is to be application/json (an import takes "
		    "text/csv, too)");
		return AUTH_ANSWERED;
	}
	if (let_nobody(auth, request) || !identify(auth, request, out) ||
	    is_ours(auth, request, out))
		return AUTH_ANSWERED;
	return AUTH_CALLER;
}
