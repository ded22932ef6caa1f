/* api_token - tokens for scripts: made once, shown once, revoked for good. */
#include <string.h>

#include "base/digest.h"
#include "base/token.h"

#include "gateway/store/store_api_token.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth_scope.h"

#define DAY_MS INT64_C(86400000)
#define DAYS_MAX 3660
#define TAIL 4

static json_t *
token_json(const struct api_token *t)
{
	return json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
	    "id", (json_int_t)t->id, "name", api_text(t->name), "role",
	    caller_role_name((enum caller_role)t->role), "scope",
	    api_text(t->scope), "tail", api_text(t->tail), "by",
	    api_text(t->by), "made", api_time(t->made_ms), "expires",
	    api_time(t->expires_ms), "used", api_time(t->used_ms), "revoked",
	    api_time(t->revoked_ms));
}

static bool
list_token(void *arg, const struct api_token *token)
{
	return api_page_add(arg, token->id, token_json(token));
}

void
api_tokens_get(const struct api_call *call)
{
	struct api_page page;
	int64_t after;

	if (!api_page_open(&page, call, &after))
		return;
	store_api_token_each(
	    call->api->config.reader, after, page.limit, list_token, &page);
	api_page_reply(&page, call);
}

/* -- a new one ---------------------------------------------------------------
 */

static bool
read_name(struct api_write *write, struct api_token *out)
{
	const char *name = json_text(write->body, "name", "");
	size_t octets = strlen(name);

	str_copy(out->name, sizeof(out->name), str_from(name));
	if (octets > 0 && octets < sizeof(out->name) &&
	    strpbrk(name, "\r\n\t") == NULL)
		return true;
	api_write_refuse(write, 422,
	    "name says in 1 to %d octets what it is for",
	    (int)sizeof(out->name) - 1);
	return false;
}

/* Never more than whoever makes it may. */
static bool
read_role(struct api_write *write, struct api_token *out)
{
	enum caller_role role =
	    caller_role_from(json_text(write->body, "role", "viewer"));

	out->role = (int)role;
	if (role != CALLER_NOBODY)
		return true;
	api_write_refuse(write, 422, "role is viewer, operator or admin");
	return false;
}

static bool
read_scope(struct api_write *write, struct api_token *out)
{
	struct str bad;

	if (auth_scope_read(out->scope, sizeof(out->scope),
		str_from(json_text(write->body, "scope", "")), api_route_is,
		&bad))
		return true;
	api_write_refuse(write, 422,
	    "scope: \"%.*s\" is none of sms, metrics, numbers or a path such "
	    "as "
	    "orders or messages:read",
	    (int)(bad.octets > 40 ? 40 : bad.octets), bad.at);
	return false;
}

static bool
read_days(struct api_write *write, int64_t now_ms, struct api_token *out)
{
	int64_t days = json_int(write->body, "days", 0);

	out->expires_ms = days > 0 ? now_ms + days * DAY_MS : 0;
	if (days >= 0 && days <= DAYS_MAX)
		return true;
	api_write_refuse(write, 422,
	    "days is a whole number from 0 (for ever) to %d", DAYS_MAX);
	return false;
}

static void
add_token(struct api_write *write, const struct turn *turn)
{
	const char *made = json_text(write->body, "made", "");
	struct api_token t = {.made_ms = turn->now_ms};
	uint8_t hash[DIGEST_OCTETS];

	if (!read_name(write, &t) || !read_role(write, &t) ||
	    !read_scope(write, &t) || !read_days(write, turn->now_ms, &t))
		return;
	str_copy(t.tail, sizeof(t.tail), str_from(made + strlen(made) - TAIL));
	str_copy(t.by, sizeof(t.by), str_from(strchr(write->actor, ':') + 1));
	digest_sha256(hash, span_of(made, strlen(made)));
	store_api_token_add(turn->store, span_of(hash, sizeof(hash)), &t);
	write->status = 201;
	write->reply = token_json(&t);
	json_object_set_new(write->reply, "token", json_string(made));
	api_write_audit(write, turn, "token.add", "%lld %s: %s %s",
	    (long long)t.id, t.name, caller_role_name((enum caller_role)t.role),
	    t.scope);
}

void
api_token_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, add_token);
	char made[TOKEN_API_OCTETS];

	if (write == NULL)
		return;
	if (write->body == NULL) {
		api_write_refuse(write, 422, "name is missing");
		api_write_end(write, NULL);
		return;
	}
	token_api(made);
	json_object_set_new(write->body, "made", json_string(made));
	explicit_bzero(made, sizeof(made));
	/* Whatever figures are in it, this is no phone number. */
	http_request_note(call->request,
	    http_request_noted(call->request) & ~(unsigned)CALLER_NOTE_MASK);
	api_write_submit(write);
}

/* -- its end ------------------------------------------------------------------
 */

static void
revoke(struct api_write *write, const struct turn *turn)
{
	struct api_token t;
	int64_t id;

	if (!str_to_int64(&id, str_from(write->name)) ||
	    !store_api_token_get(turn->store, id, &t)) {
		api_write_refuse(write, 404, "no token %s", write->name);
		return;
	}
	if (!store_api_token_revoke(turn->store, id, turn->now_ms)) {
		api_write_refuse(
		    write, 409, "token %s was revoked before", write->name);
		return;
	}
	t.revoked_ms = turn->now_ms;
	write->status = 200;
	write->reply = token_json(&t);
	api_write_audit(
	    write, turn, "token.revoke", "%lld %s", (long long)id, t.name);
}

void
api_token_revoke(const struct api_call *call)
{
	api_write_submit(api_write_bare(call, revoke, NULL));
}
